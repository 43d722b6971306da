"""What agreement and difference weigh: the record linkage of Fellegi and Sunter (1969), with our chances.

For each field two chances are set side by side: ``m``, how often two records *of one and the same* show
this outcome, and ``u``, how often two records *of different ones* do. The weight is ``log2(m / u)`` bits;
the weights of all fields that both records fill are added to the odds beforehand, and the sum *s* gives
the score, ``1 / (1 + 2**-s)``: the chance that the two are one, if the fields err independently. Where they
clearly do not (mail and site, KBO and OVO) only one of them counts. A shared value weighs less the more
others share it (Winkler 2000, "Frequency-based matching in Fellegi-Sunter model of record linkage").

Fellegi, I. P. & Sunter, A. B. (1969), "A theory for record linkage", JASA 64(328), 1183-1210.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

NOOIT = -math.inf
"""The weight of what rules out that two are one."""

STEEKPROEF = 1000
"""The chances of values that are one's own (``u`` of a telephone, a name) are for a kind of so many nodes.

In a kind of *n* they are *1000/n* of it; in one of fewer a share is taken of so many, as of ten schools
one in five says nothing.
"""

MEESTE = 10_000
"""From so many nodes on the odds change no more."""


@dataclass(frozen=True, slots=True)
class Kans:
    """How often an outcome is seen with two records of one (``m``) and of different ones (``u``)."""

    m: float
    u: float

    def bits(self, erbij: float = 0.0, aantal: int = STEEKPROEF) -> float:
        """The weight; ``erbij`` is the share of others that have the same value.

        Args:
            erbij: share of others with this value.
            aantal: number of nodes of the kind, for a value that is one's own.

        >>> round(Kans(0.75, 0.0005).bits(), 1), round(Kans(0.75, 0.0005).bits(0.05), 1)
        (10.6, 3.9)
        >>> round(Kans(0.75, 0.0005).bits(aantal=8000), 1)
        13.6
        """
        u = self.u * STEEKPROEF / min(MEESTE, max(STEEKPROEF, aantal))
        return math.log2(self.m / min(1.0, u + erbij))


def share(aantal: int, totaal: int, minstens: int = STEEKPROEF) -> float:
    """The share of others with a value that ``aantal`` records have, the two compared left out.

    >>> share(2, 5000), share(52, 5000), share(3, 5)
    (0.0, 0.01, 0.001)
    """
    return max(0, aantal - 2) / max(totaal, minstens)


def to_score(bits: float) -> float:
    """The chance that goes with a sum of weights, in three decimals; never a certainty.

    >>> to_score(0.0), to_score(6.5), to_score(30.0), to_score(NOOIT)
    (0.5, 0.989, 0.999, 0.0)
    """
    if bits < -60:
        return 0.0
    return min(0.999, round(1 / (1 + math.exp2(-bits)), 3))


DUBBEL_AANDEEL = 0.02
"""Share of the nodes of a kind that stand there twice, before anything is compared."""


def start_bits(aantal: int) -> float:
    """The odds beforehand that two of a kind of ``aantal`` nodes are one, in bits.

    Of *n* nodes, *a·n* pairs are one out of *n²/2*: the odds are *2a/n*. Kinds are taken to have no less
    than a hundred and no more than ten thousand nodes, so that a small graph does not make rash.

    >>> round(start_bits(10), 1), round(start_bits(1000), 1), round(start_bits(50_000), 1)
    (-11.3, -14.6, -17.9)
    """
    return math.log2(2 * DUBBEL_AANDEEL / min(MEESTE, max(100, aantal)))


# Names. The chances m of the eight outcomes add up to one.
NAAM_GELIJK = Kans(0.45, 0.0003)
NAAM_GELIJK_LANG = Kans(0.45, 0.000015)  # two words or more that say which one it is
NAAM_KERN = Kans(0.15, 0.001)
NAAM_KERN_LANG = Kans(0.15, 0.0001)
NAAM_92 = Kans(0.15, 0.0003)
NAAM_92_LANG = Kans(0.15, 0.00003)
NAAM_85 = Kans(0.07, 0.001)
NAAM_BEVAT = Kans(0.08, 0.002)
NAAM_LETTERS = Kans(0.03, 0.0003)
NAAM_70 = Kans(0.04, 0.015)
NAAM_ANDERS = Kans(0.03, 0.97)
NAAM_TEGENSTRIJD = Kans(0.01, 0.3)

GEMEENTE_ZELFDE = Kans(0.93, 0.002)
GEMEENTE_ANDERS = Kans(0.07, 0.99)
# Given the same municipality.
ADRES_ZELFDE = Kans(0.62, 0.005)
STRAAT_ZELFDE = Kans(0.13, 0.03)
STRAAT_ANDERS = Kans(0.25, 0.965)

TELEFOON_ZELFDE = Kans(0.75, 0.0005)
TELEFOON_ANDERS = Kans(0.25, 0.99)
EMAIL_ZELFDE = Kans(0.7, 0.0003)
DOMEIN_ZELFDE = Kans(0.8, 0.002)
DOMEIN_PERSOON = Kans(0.8, 0.02)
DOMEIN_ANDERS = Kans(0.2, 0.98)
EMAIL_ANDERS = Kans(0.3, 0.99)

NUMMER_ZELFDE = Kans(0.95, 0.0002)
NUMMER_ANDERS = Kans(0.002, 0.99)
NUMMER_SCHOOL_ZELFDE = Kans(0.9, 0.02)  # the number of a school's board
NUMMER_SCHOOL_ANDERS = Kans(0.1, 0.9)
VESTIGING_ZELFDE = Kans(0.9, 0.0002)
INSTELLING_ZELFDE = Kans(0.5, 0.1)
INSTELLING_ELDERS = Kans(0.005, 0.9)
INSTELLING_ANDERS = Kans(0.001, 0.99)

NIVEAU_ZELFDE = Kans(0.97, 0.65)
NIVEAU_ANDERS = Kans(0.01, 0.35)
NET_ZELFDE = Kans(0.95, 0.4)
NET_ANDERS = Kans(0.05, 0.6)
AARD_ZELFDE = Kans(0.95, 0.6)
AARD_ANDERS = Kans(0.05, 0.4)
ROL_ZELFDE = Kans(0.98, 0.5)
ROL_ANDERS = Kans(0.02, 0.5)
REGIO_ZELFDE = Kans(0.95, 0.2)
REGIO_ANDERS = Kans(0.05, 0.8)
AANBIEDER_ZELFDE = Kans(0.9, 0.005)
AANBIEDER_ANDERS = Kans(0.05, 0.99)
WERKGEVER_ZELFDE = Kans(0.8, 0.005)
WERKGEVER_ANDERS = Kans(0.15, 0.99)
DEELNEMERS_ZELFDE = Kans(0.6, 0.02)
DEELNEMERS_ANDERS = Kans(0.1, 0.7)
