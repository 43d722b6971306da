"""Which new forum would serve most of the organisations that sit in no forum of their region.

A candidate is a group of such organisations: of one municipality, of one municipality and sector, of one
sector, or that stick together by their bands. It serves those of its members that have a band with another
member: they have something to talk about.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import igraph
import numpy as np

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import ORGANISATIES, Getallen, counted, number, reference_date, region_name
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.kleinste_fora import outside_fora
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.vocabularia import SECTOR

GROEPEN = ("gemeente", "gemeente-sector", "sector", "banden")


@dataclass(frozen=True, slots=True)
class NieuwForum:
    """A group that could become a forum."""

    rang: int = field(metadata=kop("Rang"))
    groep: str = field(metadata=kop("Groep", "De gemeente, de sector, of het best verbonden lid."))
    gediend: int = field(metadata=kop("Gediend", "Leden met een band met een ander lid."))
    organisaties: int = field(metadata=kop("Organisaties", "Alle leden: in geen enkel forum van de regio."))
    paren: int = field(metadata=kop("Paren", "Paren leden met een band."))
    sectoren: tuple[str, ...] = field(metadata=kop("Sectoren", "Van wie gediend is."))
    trekker: str = field(metadata=kop("Best verbonden", "Het lid met de meeste banden in de groep."))
    leden: tuple[str, ...] = field(metadata=kop("Leden", "Codes van wie gediend is (hoogstens 25)."))
    bewijs: tuple[str, ...] = field(metadata=kop("Bewijs", "Sleutels van die banden (hoogstens 25)."))


def nieuw_forum(
    beeld: Beeld, drempels: Drempels = STANDAARD, *, regio: str, per: str = "gemeente"
) -> Uitkomst[NieuwForum]:
    """The groups that a new forum would serve, those that serve most first. O(organisations + bands).

    Of equals the one with most pairs, then with most members, then by name.

    Args:
        beeld: the view at a date.
        drempels: not used; kept with the result.
        regio: the region.
        per: how organisations are grouped, one of ``GROEPEN``.

    Raises:
        KeyError: no such way to group.
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    datum = reference_date(beeld)
    over = outside_fora(beeld, regio)
    plek = np.full(beeld.aantal_organisaties, -1, dtype=np.int64)
    plek[over] = np.arange(len(over))
    graaf = Bandgraaf.of(beeld)
    tussen = np.flatnonzero((plek[graaf.randen] >= 0).all(axis=1))
    randen = plek[graaf.randen[tussen]]
    groep, namen = _WIJZEN[per](beeld, over, randen)
    binnen = (groep[randen[:, 0]] == groep[randen[:, 1]]) & (groep[randen[:, 0]] >= 0)
    graad = np.bincount(randen[binnen].ravel(), minlength=len(over))
    rijen = []
    for nummer in np.unique(groep[randen[binnen, 0]]).tolist():
        eigen = np.flatnonzero(binnen & (groep[randen[:, 0]] == nummer))
        leden = np.flatnonzero((groep == nummer) & (graad > 0))
        trekker = beeld.naam(int(over[leden[np.argmax(graad[leden])]]))
        sectoren = sorted({int(code) for code in beeld.sector[over[leden]].tolist() if code >= 0})
        rids = [beeld.banden.rids[b] for rand in tussen[eigen].tolist() for b in graaf.bands_of(rand)]
        rijen.append(
            NieuwForum(
                0,
                namen.get(nummer, "") or f"rond {trekker}",
                len(leden),
                int(np.count_nonzero(groep == nummer)),
                len(eigen),
                tuple(SECTOR.codes[code] for code in sectoren),
                trekker,
                tuple(beeld.ids[k] for k in over[leden][:BEWIJS_MAX].tolist()),
                tuple(rids[:BEWIJS_MAX]),
            )
        )
    rijen.sort(key=lambda rij: (-rij.gediend, -rij.paren, -rij.organisaties, rij.groep))
    geordend = tuple(replace(rij, rang=rang) for rang, rij in enumerate(rijen, 1))
    alleen = len(over) - sum(rij.gediend for rij in geordend)
    noten = (
        f"{counted(alleen, *ORGANISATIES)} zonder forum {'heeft' if alleen == 1 else 'hebben'} geen gekende "
        "band binnen de groep: eerst kennismaken.",
    )
    cijfers: dict[str, float | int | str | None] = {
        "zonder forum": len(over),
        "groepen": len(geordend),
        "gediend door de beste": geordend[0].gediend if geordend else 0,
        "zonder band in de groep": alleen,
    }
    titel = _title(geordend, len(over), regio)
    return Uitkomst(
        "nieuw-forum", titel, datum, drempels, NieuwForum, geordend, noten if alleen else (), cijfers
    )


Groepen = tuple[Getallen, Mapping[int, str]]
"""Number of the group of each organisation (−1: none), and the names of the groups."""


def _by_place(beeld: Beeld, over: Getallen, randen: Getallen) -> Groepen:  # noqa: ARG001
    gemeente = beeld.gemeente[over].astype(np.int64)
    return gemeente, {int(g): beeld.naam(int(g)) for g in np.unique(gemeente[gemeente >= 0]).tolist()}


def _by_sector(beeld: Beeld, over: Getallen, randen: Getallen) -> Groepen:  # noqa: ARG001
    return beeld.sector[over].astype(np.int64), dict(enumerate(SECTOR.codes))


def _by_both(beeld: Beeld, over: Getallen, randen: Getallen) -> Groepen:
    (gemeente, plaatsen), (sector, sectoren) = (f(beeld, over, randen) for f in (_by_place, _by_sector))
    aantal = len(SECTOR.codes)
    groep = np.where((gemeente >= 0) & (sector >= 0), gemeente * aantal + sector, -1)
    namen = {
        int(g): f"{plaatsen[g // aantal]}, {sectoren[g % aantal]}"
        for g in np.unique(groep[groep >= 0]).tolist()
    }
    return groep, namen


def _by_bands(beeld: Beeld, over: Getallen, randen: Getallen) -> Groepen:  # noqa: ARG001
    """Groups with many bands within and few to others: greedy modularity (Clauset, Newman, Moore 2004)."""
    graaf = igraph.Graph(n=len(over), edges=randen.tolist())
    if not len(randen):
        return np.arange(len(over), dtype=np.int64), {}
    return np.array(graaf.community_fastgreedy().as_clustering().membership, dtype=np.int64), {}


_WIJZEN: Mapping[str, Callable[[Beeld, Getallen, Getallen], Groepen]] = dict(
    zip(GROEPEN, (_by_place, _by_both, _by_sector, _by_bands), strict=True)
)


def _title(rijen: tuple[NieuwForum, ...], over: int, regio: str) -> str:
    waar = region_name(regio)
    if not over:
        return f"{waar}: elke organisatie zit in een forum, of er staan nog geen organisaties."
    zitten = "zit" if over == 1 else "zitten"
    begin = f"{waar}: {number(over)} {ORGANISATIES[over != 1]} {zitten} in geen enkel forum van de regio"
    if not rijen:
        return f"{begin}; tussen hen is geen band gekend."
    beste = rijen[0]
    return (
        f"{begin}; een nieuw forum {beste.groep} dient er {number(beste.gediend)}, "
        f"met {counted(beste.paren, 'band', 'banden')} onder elkaar."
    )
