"""NAFT: the share of secondary sites that reach a NAFT provider, and its place among the bridges."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import (
    Getallen,
    in_region,
    part_of,
    percentage,
    region_code,
    region_name,
    regions_in,
    steps_of,
    verb,
)
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.routes import is_kind
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld, Masker
from netwerkkaart.schema.vocabularia import REGIO

_SECUNDAIR = ("secundaire school", "secundaire scholen")


@dataclass(frozen=True, slots=True)
class NaftRij:
    """The place of NAFT in one region."""

    regio: str = field(metadata=kop("Regio"))
    naam: str = field(metadata=kop("Naam"))
    scholen: int = field(metadata=kop("Secundaire scholen", "Vestigingsplaatsen met thema 2."))
    bereiken: int = field(metadata=kop("Bereiken NAFT", "Met een route naar een NAFT-aanbieder."))
    aanbieders: int = field(metadata=kop("NAFT-aanbieders"))
    bruggen: int = field(metadata=kop("Bruggen", "Banden tussen twee sectoren met een einde in de regio."))
    bruggen_naft: int = field(metadata=kop("Bruggen met NAFT", "Met een NAFT-aanbieder aan één einde."))
    bewijs: tuple[str, ...] = field(
        metadata=kop("Bewijs", "Codes van scholen die geen NAFT bereiken (hoogstens 25).")
    )
    bewijs_totaal: int = field(metadata=kop("Bewijs (aantal)"))


def naft_aandeel(
    beeld: Beeld, drempels: Drempels = STANDAARD, *, regio: str | None = None, bereik: Bereik | None = None
) -> Uitkomst[NaftRij]:
    """The place of NAFT per region.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    bereik = bereik or compute_reach(beeld, drempels)
    graaf = Bandgraaf.of(beeld)
    bereikt = reaches_naft(bereik)
    regios = regions_in(beeld) if regio is None else (region_code(regio),)
    einden = graaf.randen[graaf.is_brug].T  # both ends of each bridge, gathered once for all regions
    rijen = tuple(_row(code, bereik, (einden[0], einden[1]), bereikt) for code in regios)
    scholen, ja = sum(r.scholen for r in rijen), sum(r.bereiken for r in rijen)
    titel = (
        f"{region_name(regio)}: {part_of(ja, scholen, *_SECUNDAIR)} "
        f"{verb(ja, 'bereikt', 'bereiken')} een NAFT-aanbieder ({percentage(ja, scholen)})."
    )
    if not scholen:
        titel = f"In {region_name(regio)} staan nog geen secundaire scholen."
    return Uitkomst(
        "naft", titel, bereik.datum, drempels, NaftRij, rijen, (), {"scholen": scholen, "bereiken": ja}
    )


def reaches_naft(bereik: Bereik) -> Masker:
    """Which schools have a route to a NAFT provider."""
    routes = bereik.routes
    # Who is a NAFT provider, or comes to one within so many further links.
    dichtbij = is_kind(bereik.beeld, "NaftAanbieder")
    for _ in range(routes.schakels - 1):
        dichtbij |= routes.verder.matrix @ dichtbij
    return np.asarray((routes.eerste.matrix @ dichtbij)[bereik.start])


def _row(code: str, bereik: Bereik, bruggen: tuple[Getallen, Getallen], bereikt: Masker) -> NaftRij:
    beeld = bereik.beeld
    hier = in_region(beeld, code)
    naft = is_kind(beeld, "NaftAanbieder")
    scholen = hier[bereik.start] & bereik.past[:, steps_of("2")].any(axis=1)
    een, ander = bruggen
    brug = np.flatnonzero(hier[een] | hier[ander])
    zonder = bereik.start[scholen & ~bereikt].tolist()
    return NaftRij(
        code,
        REGIO.woord(code),
        int(np.count_nonzero(scholen)),
        int(np.count_nonzero(scholen & bereikt)),
        int(np.count_nonzero(naft & hier[: len(naft)])),
        len(brug),
        int(np.count_nonzero(naft[een[brug]] | naft[ander[brug]])),
        tuple(beeld.ids[knoop] for knoop in zonder[:BEWIJS_MAX]),
        len(zonder),
    )
