"""One indicator, counted per region: what is counted, out of what, and how wide the range is.

All counts are per region of the six, so that Flanders (five) and the whole (six) are sums by definition.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from netwerkkaart.analyse.basis import Getallen, Leeftijd
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX
from netwerkkaart.graph.beeld import Masker
from netwerkkaart.schema.vocabularia import REGIOS

CODE_KETEN, CODE_HIATEN, CODE_BEVESTIGD = "gesloten keten", "hiaten", "bevestigd"


@dataclass(frozen=True)
class Bewijs:
    """What an indicator rests on.

    Args:
        teksten: ids or keys.
        regio: region code of each; −1: none of the six.
    """

    teksten: Sequence[str]
    regio: Getallen

    def of(self, regios: Masker) -> tuple[str, ...]:
        """The first of some regions; ``regios`` has shape ``(6,)``."""
        hier = np.flatnonzero(np.append(regios, False)[self.regio])
        return tuple(self.teksten[plek] for plek in hier[:BEWIJS_MAX].tolist())


@dataclass(frozen=True)
class Leerlingen:
    """Pupils per region: of the schools counted, of all schools, and the schools of which none is known."""

    teller: Getallen
    noemer: Getallen
    zonder: Getallen


@dataclass(frozen=True)
class Maat:
    """One indicator.

    Args:
        code: its short name.
        naam: what it counts, in Dutch.
        leeftijd: for whom.
        bron: the analysis or query that gives it in full.
        drempels: names of the thresholds that it depends on.
        teller: what is counted, per region.
        noemer: out of what; None: a count, not a rate.
        bewijs: what it rests on.
        hoogstens: the count if everything unknown were so; None: it has no range.
        onbekend: of how many of ``noemer`` something is not mapped; None: it does not rest on mapping.
        leerlingen: pupils beside schools.
        hoog_is_goed: whether a higher share is better; decides the order of regions.
    """

    code: str
    naam: str
    leeftijd: Leeftijd
    bron: str
    drempels: tuple[str, ...]
    teller: Getallen
    noemer: Getallen | None
    bewijs: Bewijs
    hoogstens: Getallen | None = None
    onbekend: Getallen | None = None
    leerlingen: Leerlingen | None = None
    hoog_is_goed: bool = True


def per_region(regio: Getallen, telt: Masker | None = None) -> Getallen:
    """How many of some things lie in each of the six regions.

    Args:
        regio: region code of each thing; whatever is none of the six counts nowhere.
        telt: which count; None: all.

    >>> per_region(np.array([0, 5, 5, -1, 6])).tolist()
    [1, 0, 0, 0, 0, 2]
    """
    hier = (regio >= 0) & (regio < len(REGIOS))
    if telt is not None:
        hier = hier & telt
    return np.bincount(regio[hier], minlength=len(REGIOS)).astype(np.int64)
