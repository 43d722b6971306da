"""The fora of a region: which the tandem shares, the fewest that reach everyone, and who sits in none.

The smallest set of the region's fora whose participants cover every organisation of the region that sits in
any of them is a minimum set cover, solved exactly (HiGHS, by scipy). Equal sizes: most seats of
organisations (``zetels``, 1 where it is not stated), then the ids.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from netwerkkaart.analyse.basis import (
    ORGANISATIES,
    counted,
    municipality_name,
    number,
    reference_date,
    region_code,
    region_name,
)
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.tandems import ROLLEN, coordinators, organisations_of, relations
from netwerkkaart.analyse.uitkomst import Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld

MAX_SECONDEN = 10.0
"""Longest time for one solve; beyond it the answer is the best found, and says so."""
Keuze = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ForumRij:
    """One forum of the region."""

    id: str = field(metadata=kop("Code"))
    naam: str = field(metadata=kop("Naam"))
    frequentie: str = field(metadata=kop("Hoe vaak"))
    organisaties: int = field(metadata=kop("Organisaties", "Organisaties van de regio die er zitten."))
    zetels: int = field(metadata=kop("Zetels", "Zetels van organisaties, ook van buiten de regio."))
    lerend_netwerk: bool = field(metadata=kop("Lerend netwerk", "De coördinator lerend netwerk zit er ook."))
    sts: bool = field(metadata=kop("STS", "De coördinator Samen tegen Schooluitval zit er ook."))
    gekozen: bool = field(metadata=kop("Kleinste keuze", "Hoort bij het kleinste aantal fora."))
    bewijs: tuple[str, ...] = field(metadata=kop("Bewijs", "Sleutels van de deelnames."))


@dataclass(frozen=True, slots=True)
class ZonderForum:
    """An organisation of the region that sits in none of its fora."""

    id: str = field(metadata=kop("Code"))
    naam: str = field(metadata=kop("Naam"))
    soort: str = field(metadata=kop("Soort"))
    gemeente: str = field(metadata=kop("Gemeente"))
    bewijs: tuple[str, ...] = field(metadata=kop("Bewijs", "De organisatie zelf: er is geen deelname."))


@dataclass(frozen=True)
class Dekking:
    """The smallest set.

    Args:
        fora: positions, ascending.
        bewezen: true when it is proven that no smaller set exists.
    """

    fora: tuple[int, ...]
    bewezen: bool


@dataclass(frozen=True)
class _Deelname:
    fora: list[int]
    leden: list[set[int]]
    zetels: list[int]
    rids: list[list[str]]


def fora_van_regio(beeld: Beeld, drempels: Drempels = STANDAARD, *, regio: str) -> Uitkomst[ForumRij]:
    """Every forum of the region: who of the tandem sits in it, and whether the smallest set holds it.

    Args:
        beeld: the view at a date.
        drempels: not used; kept with the result.
        regio: the region.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    datum = reference_date(beeld)
    deelname = _participation(beeld, regio)
    keuze = smallest_cover(deelname.leden, deelname.zetels)
    in_forum = [_with_coordinator(beeld, rol, regio) for rol in ROLLEN]
    rijen = tuple(
        ForumRij(
            beeld.ids[forum],
            beeld.naam(forum),
            str(beeld.kolom("frequentie")[forum] or ""),
            len(deelname.leden[plek]),
            deelname.zetels[plek],
            forum in in_forum[0],
            forum in in_forum[1],
            plek in keuze.fora,
            tuple(deelname.rids[plek]),
        )
        for plek, forum in enumerate(deelname.fora)
    )
    gedekt = set().union(*deelname.leden)
    samen = sum(rij.lerend_netwerk and rij.sts for rij in rijen)
    cijfers = {"fora": len(rijen), "kleinste": len(keuze.fora), "organisaties": len(gedekt), "gedeeld": samen}
    return Uitkomst(
        "fora",
        _title(len(keuze.fora), len(rijen), len(gedekt), samen, regio),
        datum,
        drempels,
        ForumRij,
        rijen,
        ("Bewezen: met minder fora kan het niet.",)
        if keuze.bewezen
        else ("De tijd was op: dit is de beste keuze die gevonden is, misschien kan het met minder.",),
        cijfers,
    )


def zonder_forum(beeld: Beeld, drempels: Drempels = STANDAARD, *, regio: str) -> Uitkomst[ZonderForum]:
    """The organisations of the region that sit in none of its fora. Arguments and errors as above."""
    datum = reference_date(beeld)
    gedekt = set().union(*_participation(beeld, regio).leden)
    alle = organisations_of(beeld, regio)
    rijen = tuple(
        ZonderForum(beeld.ids[k], beeld.naam(k), beeld.label(k), municipality_name(beeld, k), (beeld.ids[k],))
        for k in alle
        if k not in gedekt
    )
    titel = (
        f"{region_name(regio)}: {number(len(rijen))} van de {counted(len(alle), *ORGANISATIES)} "
        f"{'zit' if len(rijen) == 1 else 'zitten'} in geen enkel forum van de regio."
    )
    cijfers = {"zonder": len(rijen), "organisaties": len(alle)}
    return Uitkomst("zonder-forum", titel, datum, drempels, ZonderForum, rijen, (), cijfers)


def smallest_cover(leden: Sequence[set[int]], zetels: Sequence[int]) -> Dekking:
    """The smallest choice of sets that covers their union; then most seats; then the first positions.

    A minimum set cover: NP-hard, in practice milliseconds for a region's fora.

    >>> smallest_cover([{1, 2}, {2, 3}, {1, 3}, {3}], [2, 2, 2, 1])
    Dekking(fora=(0, 1), bewezen=True)
    """
    punten = sorted(set().union(*leden))
    if not punten:
        return Dekking((), True)
    dekt = np.array([[punt in groep for groep in leden] for punt in punten], dtype=np.float64)
    stoelen = np.array(zetels, dtype=np.float64)
    regels = [LinearConstraint(np.unique(dekt, axis=0), lb=1)]
    vrij = (np.zeros(len(leden)), np.ones(len(leden)))
    # One set fewer outweighs all seats together.
    keuze, bewezen = _solve(stoelen.sum() + 1 - stoelen, regels, *vrij)
    if keuze is None:  # cannot happen: all sets together cover
        return Dekking(tuple(range(len(leden))), False)
    regels.append(LinearConstraint(np.ones((1, len(leden))), lb=keuze.sum(), ub=keuze.sum()))
    regels.append(LinearConstraint(stoelen[None, :], lb=stoelen @ keuze, ub=stoelen @ keuze))
    return _first_in_order(keuze, regels, bewezen)


def _first_in_order(keuze: Keuze, regels: list[LinearConstraint], bewezen: bool) -> Dekking:
    """Of all equally good choices the one with the first positions: fix them one after another."""
    laagst, hoogst = np.zeros(len(keuze)), np.ones(len(keuze))
    nodig = round(keuze.sum())
    for plek in range(len(keuze)):
        if laagst.sum() == nodig:
            break
        laagst[plek] = 1
        if not keuze[plek]:
            andere, zeker = _solve(np.zeros(len(keuze)), regels, laagst, hoogst)
            bewezen &= zeker
            if andere is None:
                laagst[plek] = hoogst[plek] = 0
            else:
                keuze = andere
    return Dekking(tuple(np.flatnonzero(keuze).tolist()), bewezen)


def _solve(
    doel: Keuze, regels: list[LinearConstraint], laagst: Keuze, hoogst: Keuze
) -> tuple[Keuze | None, bool]:
    """A best 0/1 choice within the bounds (None: there is none), and whether that is certain."""
    uit = milp(
        doel,
        integrality=np.ones(len(doel), dtype=np.int64),
        bounds=Bounds(laagst, hoogst),
        constraints=regels,
        options={"time_limit": MAX_SECONDEN, "mip_rel_gap": 0.0},
    )
    zeker = uit.status in (0, 2)  # optimal, or proven to have no solution
    return (None, zeker) if uit.x is None else (np.round(uit.x), zeker)


def _participation(beeld: Beeld, regio: str) -> _Deelname:
    regios, code = beeld.kolom("regio"), region_code(regio)
    fora = [f for f in beeld.van_soort("Forum").tolist() if regios[f] == code]
    plek = {forum: nr for nr, forum in enumerate(fora)}
    hier = set(organisations_of(beeld, regio))
    uit = _Deelname(fora, [set() for _ in fora], [0] * len(fora), [[] for _ in fora])
    aantallen = beeld.van_type("NEEMT_DEEL_AAN").kolom("zetels")
    for (van, naar, rid), aantal in zip(relations(beeld, "NEEMT_DEEL_AAN"), aantallen, strict=True):
        if naar not in plek or van >= beeld.aantal_organisaties:
            continue
        uit.zetels[plek[naar]] += aantal if isinstance(aantal, int) else 1
        uit.rids[plek[naar]].append(rid)
        if van in hier:
            uit.leden[plek[naar]].add(van)
    return uit


def _with_coordinator(beeld: Beeld, rol: str, regio: str) -> set[int]:
    wie = set(coordinators(beeld, rol, regio))
    return {naar for van, naar, _ in relations(beeld, "NEEMT_DEEL_AAN") if van in wie}


def _title(kleinste: int, fora: int, organisaties: int, samen: int, regio: str) -> str:
    waar = region_name(regio)
    if not fora:
        return f"In {waar} staan nog geen fora."
    if not organisaties:
        return f"{waar}: in de {counted(fora, 'forum', 'fora')} zit nog geen organisatie van de regio."
    volstaat = "volstaat" if kleinste == 1 else "volstaan"
    return (
        f"{waar}: {number(kleinste)} van de {counted(fora, 'forum', 'fora')} {volstaat} om alle "
        f"{counted(organisaties, *ORGANISATIES)} te bereiken die in een forum "
        f"{'zit' if organisaties == 1 else 'zitten'}; in {number(samen)} zit de hele tandem."
    )
