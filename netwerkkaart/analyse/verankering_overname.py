"""Who could take over from a coordinator: by the pairs that hang on her and meet where the candidate sits.

The pairs are those that fall away (:meth:`~.verankering_plekken.Plekken.lost`). A candidate covers a pair
when she sits in a place that hangs on the coordinator and in which both of the pair sit. Candidates are the
organisations and the other coordinators that sit in any such place, or coordinate it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from netwerkkaart.analyse.basis import (
    Getallen,
    counted,
    enumerate_words,
    percentage,
    reference_date,
    region_name,
    verb,
)
from netwerkkaart.analyse.contacten import Wegen
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.organisatierij import OrganisatieRij, describe
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, Uitkomst, kop
from netwerkkaart.analyse.verankering import find_wie
from netwerkkaart.analyse.verankering_plekken import COORDINEERT, ZITTEN, Plekken, choose_coordinators
from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.graph.beeld import Beeld, Masker


@dataclass(frozen=True, slots=True)
class OvernameRij(OrganisatieRij):
    """One who could take over from a coordinator."""

    van: str = field(metadata=kop("Neemt over van", "De coördinator die wegvalt."))
    rang: int = field(metadata=kop("Rang"))
    paren: int = field(
        metadata=kop("Paren", "Paren die aan haar hangen en elkaar zien waar de kandidaat zit.")
    )
    aandeel: float = field(metadata=kop("Aandeel", "Van alle paren die aan haar hangen."))
    kent: int = field(
        metadata=kop("Kent al", "Organisaties die alleen zij bereikt en waarmee de kandidaat een band heeft.")
    )
    waarom: str = field(metadata=kop("Waarom", "Waar de kandidaat al zit."))
    bewijs: tuple[str, ...] = field(metadata=kop("Bewijs", "Sleutels van die zetels en lidmaatschappen."))


def overname(
    beeld: Beeld,
    drempels: Drempels = STANDAARD,
    *,
    regio: str | None = None,
    zonder: str | None = None,
    aantal: int = 5,
) -> Uitkomst[OvernameRij]:
    """The best candidates for each coordinator, or for one. O(pairs that hang on her) each.

    Args:
        beeld: the view at a date.
        drempels: not used; kept with the result.
        regio: only coordinators of this region.
        zonder: id or name of the one coordinator; None: each in turn.
        aantal: how many candidates of each.

    Raises:
        GebruikersFout: ``zonder`` is no coordinator, or ``aantal`` is below one.
        NietGevonden: there is no such region or coordinator.
        ValueError: the view is not tied to a date.
    """
    datum = reference_date(beeld)
    if aantal < 1:
        raise GebruikersFout(f"Met {aantal} kandidaten is er niets te tonen.", hulp="Kies er minstens 1.")
    wie = choose_coordinators(beeld, regio) if zonder is None else [find_wie(beeld, zonder)]
    if wie and wie[0] < beeld.aantal_organisaties:
        raise GebruikersFout(
            f"{beeld.naam(wie[0])} is geen coördinator.", hulp="Geef de code of naam van een coördinator."
        )
    plekken = Plekken.of(beeld)
    hangend = {knoop: plekken.lost(knoop) for knoop in wie}
    rijen = tuple(rij for knoop in wie for rij in _candidates(plekken, knoop, hangend[knoop], aantal))
    cijfers: dict[str, float | int | str | None] = {
        f"{beeld.ids[knoop]} paren": len(paren) for knoop, paren in hangend.items()
    }
    noten = (
        "Wie al aan tafel zit, kan niet daarom ook trekken: tijd, mandaat en goesting kent de analyse niet.",
    )
    titel = _title(rijen, sum(map(len, hangend.values())), len(wie), regio)
    return Uitkomst("overname", titel, datum, drempels, OvernameRij, rijen, noten, cijfers)


def _candidates(plekken: Plekken, knoop: int, paren: Getallen, aantal: int) -> Iterator[OvernameRij]:
    beeld = plekken.graaf.beeld
    hangt = plekken.hanging(knoop)
    if not hangt.any():
        return
    soorten, keer = _patterns(plekken, hangt, paren)
    zetels = _seats(plekken, hangt, knoop)
    if not zetels:
        return
    gedekt = {zit: int(keer[soorten[:, list(zit)].any(axis=1)].sum()) for zit in set(zetels.values())}
    kent = _knows(plekken, knoop)
    volgorde = sorted(zetels, key=lambda k: (-gedekt[zetels[k]], -kent.get(k, 0), beeld.ids[k]))
    nodes = plekken.plekken[hangt].tolist()
    for rang, kandidaat in enumerate(volgorde[:aantal], 1):
        zit = zetels[kandidaat]
        waar = enumerate_words([beeld.naam(nodes[plek]) for plek in zit])
        kende = kent.get(kandidaat, 0)
        yield OvernameRij(
            *describe(beeld, kandidaat),
            beeld.naam(knoop),
            rang,
            gedekt[zit],
            gedekt[zit] / len(paren) if len(paren) else 0.0,
            kende,
            f"zit in {waar}"
            + (f"; kent {counted(kende, 'organisatie', 'organisaties')} al" if kende else ""),
            _keys(beeld, kandidaat, {nodes[plek] for plek in zit}),
        )


def _patterns(plekken: Plekken, hangt: Masker, paren: Getallen) -> tuple[Masker, Getallen]:
    """In which of the places that hang on her the pairs meet: each pattern once, and how often it occurs."""
    n = plekken.zit.shape[0]
    zit = np.asarray(plekken.zit[:, np.flatnonzero(hangt)].todense(), dtype=np.bool_)
    # Places as the bits of whole numbers: rows of bits are slow to compare, and there may be a million pairs.
    bits = np.zeros((n, -(-zit.shape[1] // 64) * 8), dtype=np.uint8)
    bits[:, : -(-zit.shape[1] // 8)] = np.packbits(zit, axis=1)
    woorden = bits.view(np.uint64)
    samen = woorden[paren // n] & woorden[paren % n]
    if samen.shape[1] == 1:
        eigen, keer = np.unique(samen[:, 0], return_counts=True)
        soorten = eigen[:, None]
    else:
        soorten, keer = np.unique(samen, axis=0, return_counts=True)
    uit = np.unpackbits(np.ascontiguousarray(soorten).view(np.uint8), axis=1, count=zit.shape[1])
    return uit.astype(np.bool_), keer.astype(np.int64)


def _seats(plekken: Plekken, hangt: Masker, knoop: int) -> dict[int, tuple[int, ...]]:
    """Who sits in which of the places that hang on her, as positions among these; she herself left out."""
    beeld, nummer = plekken.graaf.beeld, {k: nr for nr, k in enumerate(plekken.plekken[hangt].tolist())}
    uit: dict[int, set[int]] = {}
    coordinatoren = set(plekken.coordinatoren)
    for type_ in (*ZITTEN, COORDINEERT):
        tabel = beeld.van_type(type_)
        for van, naar in zip(tabel.van.tolist(), tabel.naar.tolist(), strict=True):
            mag = van in coordinatoren or (van < beeld.aantal_organisaties and beeld.label(van) != "Bestuur")
            if naar in nummer and mag and van != knoop:
                uit.setdefault(van, set()).add(nummer[naar])
    return {wie: tuple(sorted(zit)) for wie, zit in uit.items()}


def _knows(plekken: Plekken, knoop: int) -> dict[int, int]:
    """With how many of the organisations that only she reaches each organisation has a band."""
    beeld, graaf = plekken.graaf.beeld, plekken.graaf
    alle = np.arange(beeld.aantal_organisaties)
    andere = [c for c in plekken.coordinatoren if c != knoop]
    eigen, ander = (Wegen.of(beeld, wie).reaches(alle) for wie in ([knoop], andere))
    alleen = eigen & ~ander
    van, naar = graaf.randen[:, 0], graaf.randen[:, 1]
    aantal = np.bincount(van[alleen[naar]], minlength=len(alle))
    aantal = aantal + np.bincount(naar[alleen[van]], minlength=len(alle))
    return {int(k): int(aantal[k]) for k in np.flatnonzero(aantal).tolist()}


def _keys(beeld: Beeld, wie: int, plekken: set[int]) -> tuple[str, ...]:
    uit = []
    for type_ in (*ZITTEN, COORDINEERT):
        tabel = beeld.van_type(type_)
        for plek in np.flatnonzero(tabel.van == wie).tolist():
            if int(tabel.naar[plek]) in plekken:
                uit.append(tabel.rids[plek])
    return tuple(uit[:BEWIJS_MAX])


def _title(rijen: tuple[OvernameRij, ...], paren: int, coordinatoren: int, regio: str | None) -> str:
    waar = region_name(regio)
    if not coordinatoren:
        return f"In {waar} staat nog geen coördinator."
    if not paren or not rijen:
        wie = counted(coordinatoren, "coördinator", "coördinatoren")
        return f"{waar}: aan de {wie} hangt geen enkel paar organisaties dat elkaar anders niet ziet."
    beste = max(rijen, key=lambda rij: (rij.aandeel, -rij.rang))
    return (
        f"{waar}: {counted(paren, 'paar', 'paren')} organisaties {verb(paren, 'ziet', 'zien')} elkaar alleen "
        f"door een coördinator; {beste.naam} kan het best overnemen van {beste.van} en "
        f"ziet er al {percentage(beste.aandeel, 1)} van."
    )
