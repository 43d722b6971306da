"""How the network holds when organisations fall away: by chance, or the best connected first.

Two things are followed, as shares of what there is now: the largest connected part of the band graph, and the
closed chains of schools. What is lost takes its bands, its offers and (a school) its own chains along. Loss
by chance is the mean over 20 fixed random orders, with the lowest and highest of them; aimed loss takes the
organisation with most bands first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import Getallen, in_region, reference_date, region_name
from netwerkkaart.analyse.bereik import compute_reach
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.robuust_keten import Ketenverlies
from netwerkkaart.analyse.robuust_kromme import degree_order, largest_parts, random_order, robustness
from netwerkkaart.analyse.tandems import nodes_of
from netwerkkaart.analyse.tekening import Lijn, Lijnen, Reeks
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld

RONDES = 20
"""Random orders; fixed by the seed."""
AANDELEN = tuple(procent / 100 for procent in range(0, 51, 5))
"""Shares that are lost in the rows: up to half the network."""


@dataclass(frozen=True, slots=True)
class RobuustRij:
    """The network after a share of its organisations is lost. Shares are of what there is at the start."""

    weg: int = field(metadata=kop("Weg", "Organisaties die wegvallen."))
    weg_aandeel: float = field(metadata=kop("Weg (aandeel)"))
    deel_toeval: float = field(
        metadata=kop("Verbonden, toeval", "Grootste verbonden deel; gemiddeld over 20 keer.")
    )
    deel_toeval_laag: float = field(metadata=kop("Verbonden, toeval (laagste)"))
    deel_toeval_hoog: float = field(metadata=kop("Verbonden, toeval (hoogste)"))
    deel_gericht: float = field(metadata=kop("Verbonden, gericht", "De best verbonden organisaties eerst."))
    keten_toeval: float | None = field(
        metadata=kop("Ketens, toeval", "Gesloten ketens; gemiddeld over 20 keer.")
    )
    keten_toeval_laag: float | None = field(metadata=kop("Ketens, toeval (laagste)"))
    keten_toeval_hoog: float | None = field(metadata=kop("Ketens, toeval (hoogste)"))
    keten_gericht: float | None = field(metadata=kop("Ketens, gericht"))
    bewijs: tuple[str, ...] = field(
        metadata=kop("Bewijs", "Wie gericht wegvalt, in volgorde (hoogstens 25).")
    )


def robuustheid(
    beeld: Beeld,
    drempels: Drempels = STANDAARD,
    *,
    regio: str | None = None,
    volgorde: str = "herberekend",
    zaad: int = 1,
) -> Uitkomst[RobuustRij]:
    """The curves of loss. O((n + m) log n) for each of 21 orders, and one reach.

    Args:
        beeld: the view at a date.
        drempels: the thresholds.
        regio: only organisations of this region fall away, and only bands and chains within it count.
        volgorde: ``herberekend``: who has most bands left is next; ``begin``: who had most at the start.
        zaad: seed of the random orders.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    datum = reference_date(beeld)
    knopen, randen = _graph(beeld, regio)
    n = len(knopen)
    gericht = degree_order(n, randen, opnieuw=volgorde == "herberekend")
    orden = [*(random_order(n, zaad * RONDES + nr) for nr in range(RONDES)), gericht]
    krommen = np.array([largest_parts(n, randen, orde) for orde in orden])
    grenzen = [round(aandeel * n) for aandeel in AANDELEN]
    ketens = _chains(beeld, drempels, regio, knopen, orden, grenzen)
    rijen = tuple(
        _row(beeld, aantal, n, krommen[:, aantal], keten, [int(knopen[k]) for k in gericht[:aantal]])
        for aantal, keten in zip(grenzen, ketens, strict=True)
        if n
    )
    r = [robustness(kromme) for kromme in krommen]
    toeval = [waarde for waarde in r[:-1] if waarde is not None]
    cijfers: dict[str, float | int | str | None] = {
        "organisaties": n,
        "R gericht": r[-1],
        "R toeval": sum(toeval) / len(toeval) if toeval else None,
    }
    hoe = "na elk verlies opnieuw geteld" if volgorde == "herberekend" else "geteld aan het begin"
    noten = (
        f"Gericht: wie de meeste banden heeft, valt eerst weg; {hoe}. Toeval: {RONDES} vaste volgordes.",
        "R (Schneider e.a. 2011) is hoogstens 0,5: hoe hoger, hoe langer het netwerk samenhangt.",
        "Banden die niemand doorgaf, ontbreken: het echte netwerk houdt langer stand.",
    )
    return Uitkomst(
        "robuustheid", _title(rijen, cijfers, regio), datum, drempels, RobuustRij, rijen, noten, cijfers
    )


def _graph(beeld: Beeld, regio: str | None) -> tuple[Getallen, Getallen]:
    """The organisations that count, and the edges among them by their positions."""
    knopen = nodes_of(beeld, in_region(beeld, regio))
    plek = np.full(beeld.aantal_organisaties, -1, dtype=np.int64)
    plek[knopen] = np.arange(len(knopen))
    randen = plek[Bandgraaf.of(beeld).randen]
    return knopen, randen[(randen >= 0).all(axis=1)]


def _chains(
    beeld: Beeld,
    drempels: Drempels,
    regio: str | None,
    knopen: Getallen,
    orden: Sequence[Sequence[int]],
    grenzen: Sequence[int],
) -> list[list[float] | None]:
    """Per loss the share of the closed chains that stay, in each order; None when none is closed now."""
    bereik = compute_reach(beeld, drempels)
    verlies = Ketenverlies(bereik, in_region(beeld, regio)[bereik.start])
    valt = np.empty((len(orden), len(knopen)), dtype=np.int64)
    for nummer, orde in enumerate(orden):
        valt[nummer, np.asarray(orde, dtype=np.int64)] = np.arange(len(knopen))
    uit: list[list[float] | None] = []
    nu = 0
    for aantal in grenzen:
        staat = np.full(beeld.aantal_organisaties, 0xFFFFFFFF, dtype=np.uint32)
        bits = (valt >= aantal).astype(np.uint32) << np.arange(len(orden), dtype=np.uint32)[:, None]
        staat[knopen] = np.bitwise_or.reduce(bits, axis=0)
        dicht = verlies.closed(staat)[: len(orden)].tolist()
        nu = nu if uit else dicht[0]
        uit.append([deel / nu for deel in dicht] if nu else None)
    return uit


def _row(
    beeld: Beeld, weg: int, n: int, delen: Getallen, keten: list[float] | None, wie: list[int]
) -> RobuustRij:
    deel = (delen / n).tolist()
    return RobuustRij(
        weg,
        weg / n,
        _mean(deel[:-1]),
        min(deel[:-1]),
        max(deel[:-1]),
        deel[-1],
        _mean(keten[:-1]) if keten else None,
        min(keten[:-1]) if keten else None,
        max(keten[:-1]) if keten else None,
        keten[-1] if keten else None,
        tuple(beeld.ids[k] for k in wie[:BEWIJS_MAX]),
    )


def _mean(waarden: Sequence[float]) -> float:
    return sum(waarden) / len(waarden)


def _title(
    rijen: Sequence[RobuustRij], cijfers: dict[str, float | int | str | None], regio: str | None
) -> str:
    waar = region_name(regio)
    if not rijen:
        return f"In {waar} staan nog geen organisaties."
    rij = rijen[AANDELEN.index(0.2)]
    ketens = ""
    if rij.keten_toeval is not None and rij.keten_gericht is not None:
        ketens = (
            f"; van de gesloten ketens blijft {round(100 * rij.keten_toeval)}% bij toeval en "
            f"{round(100 * rij.keten_gericht)}% gericht"
        )
    return (
        f"{waar}: valt bij toeval een vijfde van de {cijfers['organisaties']} organisaties weg, dan hangt "
        f"{round(100 * rij.deel_toeval)}% nog samen; vallen de best verbonden eerst weg, dan "
        f"{round(100 * rij.deel_gericht)}%{ketens}."
    )


def draw_robuustheid(uitkomst: Uitkomst[RobuustRij]) -> Lijnen:
    """The curves: by chance with the lowest and highest of the orders, and aimed."""
    rijen = uitkomst.rijen
    x = [100 * rij.weg_aandeel for rij in rijen]

    def line(reeks: Reeks, veld: str, *, band: bool = False) -> Lijn:
        def values(naam: str) -> list[float]:
            waarden = (getattr(rij, naam) for rij in rijen)
            return [100 * waarde for waarde in waarden if waarde is not None]

        punten = tuple(zip(x, values(veld), strict=False))
        rand = zip(values(f"{veld}_laag"), values(f"{veld}_hoog"), strict=True) if band else ()
        return Lijn(reeks, punten, tuple(rand))

    lijnen = [
        line(Reeks("verbonden, toeval", "goed"), "deel_toeval", band=True),
        line(Reeks("verbonden, gericht", "fout"), "deel_gericht"),
        line(Reeks("ketens, toeval", "neutraal"), "keten_toeval", band=True),
        line(Reeks("ketens, gericht", "let op"), "keten_gericht"),
    ]
    return Lijnen(
        uitkomst.titel,
        "% organisaties weg",
        "% van nu",
        tuple(lijn for lijn in lijnen if lijn.punten),
        onderschrift="Toeval: gemiddelde van 20 volgordes, met de laagste en hoogste ernaast.",
    )
