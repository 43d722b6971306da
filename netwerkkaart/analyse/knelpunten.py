"""Bottlenecks: a link that lies on every route by which a school reaches a step.

Where such a link falls away the school loses the step. With at most two links this is exact: two routes
that start differently share no link. With more links, routes that part and meet again are not looked
into, so the bottlenecks that are found are a lower bound.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from netwerkkaart.analyse.basis import STAPPEN, Getallen
from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.hulplagen import Stappen, help_layers
from netwerkkaart.analyse.kolommen import spread
from netwerkkaart.analyse.routes import Schakels


@dataclass(frozen=True)
class Knelpunten:
    """Bottlenecks as columns of equal length.

    Args:
        start: position of the school.
        stap: position in ``STAPPEN``.
        van, naar: nodes of the link, as the route takes it.
        band: a band that makes the link.
        aantal: how many bands make it.
    """

    start: Getallen
    stap: Getallen
    van: Getallen
    naar: Getallen
    band: Getallen
    aantal: Getallen


def bottlenecks(bereik: Bereik) -> Knelpunten:
    """Every bottleneck. O(steps × links of schools) beside what :func:`~.hulplagen.help_layers` takes."""
    lagen = help_layers(bereik, bereik.routes.schakels - 1)
    delen = [deel for stap in range(len(STAPPEN)) for deel in _for_step(bereik, lagen, stap)]
    leeg = np.empty(0, dtype=np.int64)
    kolommen = [np.concatenate(kolom) for kolom in zip(*delen, strict=True)] if delen else [leeg] * 6
    return Knelpunten(*kolommen)


def _for_step(bereik: Bereik, lagen: list[Stappen], stap: int) -> list[tuple[Getallen, ...]]:
    """Follow every school along its links as long as there is only one that leads on."""
    bit = np.uint8(1 << stap)
    # An own offer rests on no band.
    wie = np.flatnonzero(bereik.bereikt[:, stap] & ~bereik.eigen[:, stap]).astype(np.int64)
    plek: Getallen = bereik.start[wie].astype(np.int64)
    schakels = bereik.routes.eerste
    gevonden: list[tuple[Getallen, ...]] = []
    for laag in reversed(lagen):
        volgt = _only_links(schakels, plek, laag, bit, bereik.plaats[wie].astype(np.int64))
        enig = volgt >= 0
        wie, volgt = wie[enig], volgt[enig]
        plek = schakels.naar[volgt]
        stappen = np.full(len(wie), stap, dtype=np.int64)
        gevonden.append(
            (wie, stappen, schakels.van[volgt], plek, schakels.band[volgt], schakels.aantal[volgt])
        )
        helpt_zelf = lagen[0][bereik.plaats[wie], plek] & bit > 0
        wie, plek, schakels = wie[~helpt_zelf], plek[~helpt_zelf], bereik.routes.verder
    return gevonden


def _only_links(
    schakels: Schakels, plek: Getallen, laag: Stappen, bit: np.uint8, plaats: Getallen
) -> Getallen:
    """The one link from each place that leads to the goal; −1 where there are more."""
    rij, link = spread(schakels.grenzen, plek)
    leidt = laag[plaats[rij], schakels.naar[link]] & bit > 0
    rij, link = rij[leidt], link[leidt]
    uit = np.full(len(plek), -1, dtype=np.int64)
    uit[rij] = link
    uit[np.bincount(rij, minlength=len(plek)) != 1] = -1
    return uit
