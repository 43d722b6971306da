"""The best set of new ties, exactly: maximum coverage as an integer programme (HiGHS, by scipy).

Maximum coverage is NP-hard. On a small region the answer comes within seconds; where there are too many
possible ties it is not tried, and when the time is up the best found is told, with what cannot be exceeded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, hstack

from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.graph.beeld import Masker

KANDIDATEN_TOT = 3_000
"""Most possible ties for which the best set is sought."""
MAX_SECONDEN = 10.0


@dataclass(frozen=True)
class Optimum:
    """The best set of ties that was found.

    Args:
        waarde: triples that it makes reached.
        grens: what no set can exceed; equal to the value when that is proven to be the best.
        keuze: positions of the chosen ties, ascending.
    """

    waarde: int
    grens: int
    keuze: tuple[int, ...]

    @property
    def bewezen(self) -> bool:
        """True when no better set exists."""
        return self.waarde == self.grens


def best_set(dekt: Masker, einden: Getallen, k: int, hoogstens: int | None = None) -> Optimum:
    """The best (at most) *k* ties.

    Args:
        dekt: tie × triple: makes it reached, shape ``(c, t)``.
        einden: both ends of each tie, shape ``(c, 2)``.
        k: most ties.
        hoogstens: most ties at one organisation.

    >>> dekt = np.array([[1, 1, 1, 1, 0, 0], [1, 1, 0, 0, 1, 0], [0, 0, 1, 1, 0, 1]], dtype=bool)
    >>> best_set(dekt, np.array([[0, 1], [2, 3], [4, 5]]), 2)
    Optimum(waarde=6, grens=6, keuze=(1, 2))
    """
    # Triples that the same ties make reached count as one, with their number as weight.
    klassen, gewicht = np.unique(dekt.T[dekt.any(axis=0)], axis=0, return_counts=True)
    c, t = len(dekt), len(klassen)
    if not t or not k:
        return Optimum(0, 0, ())
    doel = np.concatenate([np.zeros(c), -gewicht.astype(np.float64)])
    gedekt = hstack([csr_array(-klassen.astype(np.float64)), csr_array(np.eye(t))])
    regels = [
        LinearConstraint(csr_array(gedekt), ub=0),
        LinearConstraint(csr_array(np.concatenate([np.ones(c), np.zeros(t)])[None, :]), ub=k),
    ]
    if hoogstens is not None:
        regels.append(LinearConstraint(_per_end(einden, t), ub=hoogstens))
    uit = milp(
        doel,
        # What is covered follows from the ties; left free it is whole by itself.
        integrality=np.concatenate([np.ones(c), np.zeros(t)]),
        bounds=Bounds(0, 1),
        constraints=regels,
        options={"time_limit": MAX_SECONDEN, "mip_rel_gap": 0.0},
    )
    if uit.x is None:
        return Optimum(0, int(gewicht.sum()), ())
    keuze = np.flatnonzero(np.round(uit.x[:c]))
    waarde = int(np.count_nonzero(dekt[keuze].any(axis=0)))
    grens = waarde if uit.status == 0 else int(np.floor(-uit.mip_dual_bound + 1e-6))
    return Optimum(waarde, max(waarde, grens), tuple(keuze.tolist()))


def _per_end(einden: Getallen, triples: int) -> csr_array:
    """Organisation × variable: which ties end at it."""
    _, wie = np.unique(einden, return_inverse=True)
    banden = np.repeat(np.arange(len(einden)), 2)
    raakt = csr_array((np.ones(len(banden)), (wie.ravel(), banden)))
    return csr_array(hstack([raakt, csr_array((raakt.shape[0], triples))]))


def as_matrix(dekkingen: Sequence[Masker]) -> Masker:
    """Masks of what each tie makes reached, as one matrix tie × triple."""
    if not dekkingen:
        return np.zeros((0, 0), dtype=np.bool_)
    return np.stack([dekking.ravel() for dekking in dekkingen])
