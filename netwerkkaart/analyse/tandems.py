"""The tandem of a region: whom the coordinator of the learning network reaches, whom the one of STS.

The tandem is made by the coordinators that hold in the region, by ``rol``; several with the same role
count together. A coordinator *reaches* an organisation by ``CONTACT_MET``, by a forum in which both take
part, or as a member (``LID_VAN``) of a network that she coordinates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from netwerkkaart.analyse.basis import (
    ORGANISATIES,
    Getallen,
    in_region,
    municipality_name,
    number,
    part_of,
    reference_date,
    region_code,
    region_name,
    verb,
)
from netwerkkaart.analyse.contacten import Wegen
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.organisatierij import OrganisatieRij, describe
from netwerkkaart.analyse.rijen import Rijen
from netwerkkaart.analyse.routes import is_kind
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld, Masker
from netwerkkaart.schema.vocabularia import ROL

ROLLEN: tuple[str, ...] = ROL.codes


class Tandemoordeel(StrEnum):
    """Who of the tandem reaches an organisation."""

    BEIDE = "beide"
    LEREND_NETWERK = "alleen lerend netwerk"
    STS = "alleen STS"
    GEEN = "blinde vlek"


OORDELEN = (
    Tandemoordeel.GEEN,
    Tandemoordeel.LEREND_NETWERK,
    Tandemoordeel.STS,
    Tandemoordeel.BEIDE,
)
"""By code: 1 where the first role reaches, plus 2 where the second does."""


@dataclass(frozen=True, slots=True)
class TandemRij(OrganisatieRij):
    """One organisation of the region."""

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
    alle = _Tandem.of(beeld, regio)
    telling = alle.counts()
    return Uitkomst(
        "tandem",
        _title(telling, regio),
        datum,
        drempels,
        TandemRij,
        Rijen(len(alle.knopen), alle.row),
        missing_roles(beeld, regio),
        {str(oordeel): telling[oordeel] for oordeel in Tandemoordeel},
    )


def tandem_overzicht(beeld: Beeld, drempels: Drempels = STANDAARD, *, regio: str) -> Uitkomst[TandemTelling]:
    """The same, counted by kind and municipality. Arguments and errors as :func:`tandem`."""
    basis, alle = tandem(beeld, drempels, regio=regio), _Tandem.of(beeld, regio)
    groepen: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for knoop, code in zip(alle.knopen.tolist(), alle.codes.tolist(), strict=True):
        groep = beeld.label(knoop), municipality_name(beeld, knoop)
        groepen.setdefault(groep, []).append((knoop, code))
    rijen = tuple(
        _count(beeld, soort, gemeente, leden) for (soort, gemeente), leden in sorted(groepen.items())
    )
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


@dataclass(frozen=True)
class _Tandem:
    """The organisations of a region, and who reaches each.

    Args:
        beeld: the view.
        knopen: the organisations, by kind and id.
        codes: verdict on each, as a position in ``OORDELEN``.
        wegen: for each role the ways by which it reaches organisations.
    """

    beeld: Beeld
    knopen: Getallen
    codes: Getallen
    wegen: tuple[Wegen, ...]

    @classmethod
    def of(cls, beeld: Beeld, regio: str) -> _Tandem:
        knopen = organisations_of(beeld, regio)
        wegen = tuple(Wegen.of(beeld, coordinators(beeld, rol, regio)) for rol in ROLLEN)
        codes = sum(
            (deel.reaches(knopen).astype(np.int64) << rol for rol, deel in enumerate(wegen)),
            np.zeros(len(knopen), dtype=np.int64),
        )
        return cls(beeld, knopen, codes, wegen)

    def counts(self) -> dict[Tandemoordeel, int]:
        """How many organisations have each verdict."""
        aantal = np.bincount(self.codes, minlength=len(OORDELEN)).tolist()
        return dict(zip(OORDELEN, aantal, strict=True))

    def row(self, plek: int) -> TandemRij:
        """The row of one organisation."""
        beeld, knoop = self.beeld, int(self.knopen[plek])
        eigen, ander = (deel.to(knoop) for deel in self.wegen)
        return TandemRij(
            *describe(beeld, knoop),
            OORDELEN[self.codes[plek]],
            tuple([weg.tekst for weg in eigen]),
            tuple([weg.tekst for weg in ander]),
            tuple(dict.fromkeys([rid for weg in (*eigen, *ander) for rid in weg.bewijs])),
        )


def coordinators(beeld: Beeld, rol: str, regio: str) -> list[int]:
    """The coordinators of a region with a role, in order of id."""
    rollen, regios, code = beeld.kolom("rol"), beeld.kolom("regio"), region_code(regio)
    return [k for k in beeld.van_soort("Coordinator").tolist() if rollen[k] == rol and regios[k] == code]


def organisations_of(beeld: Beeld, regio: str) -> Getallen:
    """The organisations of a region, boards left out, by kind and id."""
    return nodes_of(beeld, in_region(beeld, regio))


def nodes_of(beeld: Beeld, hier: Masker) -> Getallen:
    """The organisations among some nodes, boards left out, by kind and id."""
    return np.flatnonzero(hier[: beeld.aantal_organisaties] & ~is_kind(beeld, "Bestuur"))


def _count(beeld: Beeld, soort: str, gemeente: str, leden: Sequence[tuple[int, int]]) -> TandemTelling:
    telling = Counter(OORDELEN[code] for _, code in leden)
    blind = [beeld.ids[knoop] for knoop, code in leden if OORDELEN[code] is Tandemoordeel.GEEN]
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


def missing_roles(beeld: Beeld, regio: str) -> tuple[str, ...]:
    """Which of the roles nobody has in a region, as sentences."""
    return tuple(
        f"In {region_name(regio)} staat geen {ROL.woord(rol)}: die kolom blijft leeg."
        for rol in ROLLEN
        if not coordinators(beeld, rol, regio)
    )


def _title(telling: Mapping[Tandemoordeel, int], regio: str) -> str:
    waar, alle = region_name(regio), sum(telling.values())
    if not alle:
        return f"In {waar} staan nog geen organisaties."
    beide, blind = telling[Tandemoordeel.BEIDE], telling[Tandemoordeel.GEEN]
    deel = part_of(beide, alle, *ORGANISATIES)
    samen = (
        f"beide coördinatoren bereiken {deel}" if beide else f"{deel} wordt door beide coördinatoren bereikt"
    )
    return (
        f"{waar}: {samen}; {number(blind) if blind else 'geen'} {verb(blind, 'is', 'zijn')} een blinde vlek."
    )
