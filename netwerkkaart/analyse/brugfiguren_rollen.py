"""Brokerage roles by sector (Gould and Fernandez 1989), beside what chance alone would give.

Bands have no direction here, so representative and gatekeeper are one role, and a pair of neighbours counts
once. Expectation and deviation are those of :mod:`~.nulmodel`: sectors dealt out anew over all organisations,
bands left as they are.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.maten import Driehoeken
from netwerkkaart.analyse.nulmodel import Kansmaat, Loting, count_sectors
from netwerkkaart.schema.vocabularia import SECTOR

ROLLEN = ("binnen", "buiten", "poort", "tussen")
"""The four roles: in the own sector, in one other, between own and other, between two others."""


@dataclass(frozen=True)
class Rollen:
    """Brokerage roles by sector (Gould and Fernandez 1989), per organisation.

    Every pair of neighbours that have no band with each other counts once: bands have no direction here,
    so representative and gatekeeper are one role.

    Args:
        binnen: both neighbours in the own sector (coordinator).
        buiten: both in one other sector (consultant, itinerant broker).
        poort: one in the own sector, one outside (representative, gatekeeper).
        tussen: in two other sectors (liaison).
    """

    binnen: Getallen
    buiten: Getallen
    poort: Getallen
    tussen: Getallen


def brokerage(graaf: Bandgraaf, drie: Driehoeken) -> Rollen:
    """The roles of every organisation. O(m + triangles)."""
    open_ = _open_pairs(graaf, drie)
    eigen = np.zeros(open_.shape[:2], dtype=np.bool_)
    bekend = np.flatnonzero(graaf.sector >= 0)
    eigen[bekend, graaf.sector[bekend]] = True
    return Rollen(
        *(
            np.asarray((open_ * masker).sum(axis=(1, 2)), dtype=np.int64)
            for masker in _role_masks(eigen).values()
        )
    )


def expected_roles(graaf: Bandgraaf, drie: Driehoeken) -> dict[str, Kansmaat]:
    """For each role what every organisation would have by chance. O(m + triangles), and 7⁵ sums per role."""
    loting = Loting(count_sectors(graaf.sector, len(SECTOR.codes)))
    maskers = _role_masks(np.eye(len(SECTOR.codes), dtype=np.bool_))
    paren, buren = open_pair_counts(graaf, drie)
    return {
        rol: loting.over_pairs(masker.astype(np.float64), paren, buren) for rol, masker in maskers.items()
    }


def _role_masks(eigen: NDArray[np.bool_]) -> dict[str, NDArray[np.bool_]]:
    """Which role goes with the sectors of two neighbours.

    Args:
        eigen: whether each sector is the own one, shape ``(n, s)``.

    Returns:
        Per role, in the order of ``ROLLEN``: shape ``(n, s, s)``.
    """
    gelijk = np.eye(eigen.shape[1], dtype=np.bool_)
    een, ander = eigen[:, :, None], eigen[:, None, :]
    maskers = (een & ander, ~een & ~ander & gelijk, een ^ ander, ~een & ~ander & ~gelijk)
    return dict(zip(ROLLEN, maskers, strict=True))


def open_pair_counts(graaf: Bandgraaf, drie: Driehoeken) -> tuple[Getallen, Getallen]:
    """Open pairs of neighbours of each organisation, and the ordered pairs of these that share a neighbour.

    A neighbour stands in as many open pairs as there are other neighbours, less the triangles on its band.
    """
    n = graaf.beeld.aantal_organisaties
    op_rand = np.bincount(drie.randen.ravel(), minlength=len(graaf))
    midden = graaf.randen.ravel()
    staat = graaf.graad[midden] - 1 - np.repeat(op_rand, 2)
    paren = np.bincount(midden, weights=staat, minlength=n).astype(np.int64) // 2
    buren = np.bincount(midden, weights=staat * (staat - 1), minlength=n).astype(np.int64)
    return paren, buren


def _open_pairs(graaf: Bandgraaf, drie: Driehoeken) -> Getallen:
    """Pairs of neighbours without a band, per organisation and (lower, higher) sector: ``(n, s, s)``."""
    n, s, sector = graaf.beeld.aantal_organisaties, len(SECTOR.codes), graaf.sector
    buren = np.zeros((n, s), dtype=np.int64)
    for een, ander in ((0, 1), (1, 0)):
        np.add.at(buren, (graaf.randen[:, een], sector[graaf.randen[:, ander]]), 1)
    paren = np.triu(buren[:, :, None] * buren[:, None, :], 1)
    rij = np.arange(s)
    paren[:, rij, rij] = buren * (buren - 1) // 2
    for midden, een, ander in ((0, 1, 2), (1, 0, 2), (2, 0, 1)):
        a, b = sector[drie.punten[:, een]], sector[drie.punten[:, ander]]
        np.subtract.at(paren, (drie.punten[:, midden], np.minimum(a, b), np.maximum(a, b)), 1)
    return paren
