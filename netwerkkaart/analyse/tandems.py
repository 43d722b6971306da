"""The tandem of a region: whom the coordinator of the learning network reaches, whom the one of STS.

The tandem is made by the coordinators that hold in the region, by ``rol``; several with the same role
count together. A coordinator *reaches* an organisation by ``CONTACT_MET``, by a forum in which both take
part, or as a member (``LID_VAN``) of a network that she coordinates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from netwerkkaart.analyse.basis import (
    ORGANISATIES,
    counted,
    in_region,
    municipality_name,
    number,
    reference_date,
    region_code,
    region_name,
)
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.routes import is_kind
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.vocabularia import ROL

ROLLEN: tuple[str, ...] = ROL.codes


_SAMEN = (("NEEMT_DEEL_AAN", "NEEMT_DEEL_AAN", "Forum"), ("COORDINEERT", "LID_VAN", "LerendNetwerk"))
"""How the coordinator, and how an organisation, is joined to what they share."""


class Tandemoordeel(StrEnum):
    """Who of the tandem reaches an organisation."""

    BEIDE = "beide"
    LEREND_NETWERK = "alleen lerend netwerk"
    STS = "alleen STS"
    GEEN = "blinde vlek"


_OORDEEL = {
    (True, True): Tandemoordeel.BEIDE,
    (True, False): Tandemoordeel.LEREND_NETWERK,
    (False, True): Tandemoordeel.STS,
    (False, False): Tandemoordeel.GEEN,
}


@dataclass(frozen=True, slots=True)
class Weg:
    """One way by which a coordinator reaches an organisation: in words, and the keys it rests on."""

    tekst: str
    bewijs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TandemRij:
    """One organisation of the region."""

    id: str = field(metadata=kop("Code"))
    naam: str = field(metadata=kop("Naam"))
    soort: str = field(metadata=kop("Soort"))
    gemeente: str = field(metadata=kop("Gemeente"))
    oordeel: Tandemoordeel = field(
        metadata=kop("Bereikt door", "Beide, alleen lerend netwerk, alleen STS, of een blinde vlek.")
    )
    weg_lerend_netwerk: tuple[str, ...] = field(metadata=kop("Weg lerend netwerk", "Hoe die ze bereikt."))
    weg_sts: tuple[str, ...] = field(metadata=kop("Weg STS", "Hoe die ze bereikt."))
    bewijs: tuple[str, ...] = field(metadata=kop("Bewijs", "Sleutels van de relaties op die wegen."))


@dataclass(frozen=True, slots=True)
class TandemTelling:
    """The organisations of one kind in one municipality."""

    soort: str = field(metadata=kop("Soort"))
    gemeente: str = field(metadata=kop("Gemeente"))
    organisaties: int = field(metadata=kop("Organisaties"))
    beide: int = field(metadata=kop("Beide"))
    alleen_lerend_netwerk: int = field(metadata=kop("Alleen lerend netwerk"))
    alleen_sts: int = field(metadata=kop("Alleen STS"))
    blinde_vlek: int = field(metadata=kop("Blinde vlek", "Door geen van beide bereikt."))
    bewijs: tuple[str, ...] = field(metadata=kop("Bewijs", "Codes van de blinde vlekken (hoogstens 25)."))
    bewijs_totaal: int = field(metadata=kop("Bewijs (aantal)"))


def tandem(beeld: Beeld, drempels: Drempels = STANDAARD, *, regio: str) -> Uitkomst[TandemRij]:
    """Who of the tandem reaches each organisation of the region, and by which ways.

    Args:
        beeld: the view at a date.
        drempels: not used; kept with the result.
        regio: the region.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    datum = reference_date(beeld)
    per_rol = [_reach(beeld, coordinators(beeld, rol, regio)) for rol in ROLLEN]
    rijen = []
    for knoop in organisations_of(beeld, regio):
        wegen = [bereik.get(knoop, []) for bereik in per_rol]
        rijen.append(
            TandemRij(
                beeld.ids[knoop],
                beeld.naam(knoop),
                beeld.label(knoop),
                municipality_name(beeld, knoop),
                _OORDEEL[bool(wegen[0]), bool(wegen[1])],
                tuple(weg.tekst for weg in wegen[0]),
                tuple(weg.tekst for weg in wegen[1]),
                tuple(dict.fromkeys(rid for deel in wegen for weg in deel for rid in weg.bewijs)),
            )
        )
    cijfers = {str(o): sum(rij.oordeel is o for rij in rijen) for o in Tandemoordeel}
    return Uitkomst(
        "tandem",
        _title(rijen, regio),
        datum,
        drempels,
        TandemRij,
        tuple(rijen),
        _missing_roles(beeld, regio),
        cijfers,
    )


def tandem_overzicht(beeld: Beeld, drempels: Drempels = STANDAARD, *, regio: str) -> Uitkomst[TandemTelling]:
    """The same, counted by kind and municipality. Arguments and errors as :func:`tandem`."""
    basis = tandem(beeld, drempels, regio=regio)
    groepen: dict[tuple[str, str], list[TandemRij]] = {}
    for rij in basis.rijen:
        groepen.setdefault((rij.soort, rij.gemeente), []).append(rij)
    rijen = tuple(_count(soort, gemeente, leden) for (soort, gemeente), leden in sorted(groepen.items()))
    return Uitkomst(
        "tandem-overzicht",
        basis.titel,
        basis.datum,
        drempels,
        TandemTelling,
        rijen,
        basis.kanttekeningen,
        basis.cijfers,
    )


def coordinators(beeld: Beeld, rol: str, regio: str) -> list[int]:
    """The coordinators of a region with a role, in order of id."""
    rollen, regios, code = beeld.kolom("rol"), beeld.kolom("regio"), region_code(regio)
    return [k for k in beeld.van_soort("Coordinator").tolist() if rollen[k] == rol and regios[k] == code]


def organisations_of(beeld: Beeld, regio: str) -> list[int]:
    """The organisations of a region, boards left out, by kind and id."""
    n = beeld.aantal_organisaties
    knopen: list[int] = np.flatnonzero(in_region(beeld, regio)[:n] & ~is_kind(beeld, "Bestuur")).tolist()
    return knopen


def _reach(beeld: Beeld, wie: Sequence[int]) -> dict[int, list[Weg]]:
    """Ways to each organisation, in the order contact, forum, network."""
    uit: dict[int, list[Weg]] = {}
    for van, naar, rid in relations(beeld, "CONTACT_MET"):
        if van in wie:
            uit.setdefault(naar, []).append(Weg("contact", (rid,)))
    for eigen, ander, soort in _SAMEN:
        plekken: dict[int, list[str]] = {}
        for van, naar, rid in relations(beeld, eigen):
            if van in wie and beeld.label(naar) == soort:
                plekken.setdefault(naar, []).append(rid)
        for van, naar, rid in relations(beeld, ander):
            if naar in plekken and van < beeld.aantal_organisaties:
                uit.setdefault(van, []).append(Weg(beeld.naam(naar), (*plekken[naar], rid)))
    return uit


def relations(beeld: Beeld, type_: str) -> Iterator[tuple[int, int, str]]:
    """``(end, other end, key)`` of every relation of a type."""
    tabel = beeld.van_type(type_)
    return zip(tabel.van.tolist(), tabel.naar.tolist(), tabel.rids, strict=True)


def _count(soort: str, gemeente: str, leden: Sequence[TandemRij]) -> TandemTelling:
    telling = Counter(rij.oordeel for rij in leden)
    blind = [rij.id for rij in leden if rij.oordeel is Tandemoordeel.GEEN]
    return TandemTelling(
        soort,
        gemeente,
        len(leden),
        telling[Tandemoordeel.BEIDE],
        telling[Tandemoordeel.LEREND_NETWERK],
        telling[Tandemoordeel.STS],
        telling[Tandemoordeel.GEEN],
        tuple(blind[:BEWIJS_MAX]),
        len(blind),
    )


def _missing_roles(beeld: Beeld, regio: str) -> tuple[str, ...]:
    return tuple(
        f"In {region_name(regio)} staat geen {ROL.woord(rol)}: die kolom blijft leeg."
        for rol in ROLLEN
        if not coordinators(beeld, rol, regio)
    )


def _title(rijen: Sequence[TandemRij], regio: str) -> str:
    waar = region_name(regio)
    if not rijen:
        return f"In {waar} staan nog geen organisaties."
    telling = Counter(rij.oordeel for rij in rijen)
    beide, blind = telling[Tandemoordeel.BEIDE], telling[Tandemoordeel.GEEN]
    return (
        f"{waar}: de tandem bereikt {number(beide)} van de {counted(len(rijen), *ORGANISATIES)} "
        f"samen; {counted(blind, 'is een blinde vlek', 'zijn een blinde vlek')}."
    )
