"""Who helps with which steps where, within how many further links: the layers that repairs rest on.

*x* helps with a step in a municipality when it provides an offer that fits there and is not full, or comes
to such a provider over further links. All steps together are one byte: a layer is municipality ×
organisation, and only what *x* gained in one layer is carried on to the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.analyse.basis import STAPPEN, Getallen
from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.kolommen import bounds, first_of_runs, pieces, sort_rows, spread
from netwerkkaart.graph.beeld import Masker

Stappen = NDArray[np.uint8]
"""Sets of (theme, step) pairs, as bits: bit *t* for position *t* in ``STAPPEN``."""

_TEGELIJK = 1 << 20
"""About so many (organisation, municipality) pairs are looked at together: this bounds the memory."""


def to_steps(masker: Masker) -> Stappen:
    """Each row of a mask of six steps as one number.

    >>> to_steps(np.array([[True, False, True, False, False, False]])).tolist()
    [5]
    """
    gewicht = (1 << np.arange(len(STAPPEN))).astype(np.uint8)
    stappen: Stappen = (masker * gewicht).sum(axis=1, dtype=np.uint8)
    return stappen


def from_steps(bits: Stappen) -> Masker:
    """Sets of steps as rows of a mask: the other way around.

    >>> to_steps(from_steps(np.array([5, 63], dtype=np.uint8))).tolist()
    [5, 63]
    """
    return (bits[:, None] >> np.arange(len(STAPPEN), dtype=np.uint8) & 1).astype(np.bool_)


class Helpers(NamedTuple):
    """Who helps with anything, municipality after municipality, as columns.

    Args:
        grenzen: where those of each municipality begin, and where the last end; shape ``(G + 2,)``.
        wie: organisations, ascending in each municipality.
        stappen: what each helps with there.
    """

    grenzen: Getallen
    wie: Getallen
    stappen: Stappen

    @classmethod
    def of(cls, laag: Stappen) -> Helpers:
        """Read a layer of :func:`help_layers`."""
        plat = laag.ravel()
        plek = np.flatnonzero(plat != 0)
        gemeente, wie = np.divmod(plek, max(laag.shape[1], 1))
        return cls(bounds(gemeente, len(laag)), wie.astype(np.int64), plat[plek])

    @property
    def gemeente(self) -> Getallen:
        """Municipality of each."""
        return np.repeat(np.arange(len(self.grenzen) - 1, dtype=np.int64), np.diff(self.grenzen))

    def with_step(self, gemeente: int, stap: int) -> Getallen:
        """Who helps with a step in one municipality, ascending."""
        wie, stappen = self.there(gemeente)
        return wie[stappen >> stap & 1 > 0]

    def there(self, gemeente: int) -> tuple[Getallen, Stappen]:
        """Who helps in one municipality (−1: an unknown one, nobody), and with what."""
        begin, eind = self.grenzen[gemeente % (len(self.grenzen) - 1) :][:2].tolist()
        return self.wie[begin:eind], self.stappen[begin:eind]


def split_by_cell(bereik: Bereik, school: Getallen, stap: Getallen) -> Iterator[tuple[Getallen, int, int]]:
    """Pairs of a school and a step that share municipality and step, and so who helps.

    Returns:
        For each such group the places in the columns, the municipality and the step.
    """
    groep = bereik.plaats[school].astype(np.int64) * len(STAPPEN) + stap
    orde = np.argsort(groep, kind="stable")
    for deel in np.split(orde, np.flatnonzero(first_of_runs(groep[orde]))[1:]) if len(orde) else ():
        yield deel, int(bereik.plaats[school[deel[0]]]), int(stap[deel[0]])


def help_layers(bereik: Bereik, diepte: int) -> list[Stappen]:
    """``layers[j][g, x]``: the steps that *x* helps with in municipality *g*, within *j* further links.

    ``layers[0]``: *x* itself provides a fitting offer that is not full. Each has shape
    ``(G + 1, organisations)``; the last row, for an unknown municipality, is empty.
    O(pairs of a link and a municipality that its end helps in), in bounded memory beside the layers.
    """
    aanbod, verder = bereik.aanbod, bereik.routes.verder
    vorm = (len(aanbod.gebied), bereik.beeld.aantal_organisaties)
    wie, wat = (kant.astype(np.int64) for kant in aanbod.vrije_aanbieders.tocoo().coords)
    per_aanbod = to_steps(aanbod.vrij_per_stap)
    aanbod_nr, gemeente = np.nonzero(aanbod.gebied.T)
    lagen = [np.zeros(vorm, dtype=np.uint8)]
    grenzen = bounds(aanbod_nr, len(aanbod))
    _carry(lagen[0], wie, wat, grenzen, gemeente, per_aanbod[aanbod_nr])
    for nr in range(diepte):
        # What was gained before was carried on before.
        nieuw = lagen[nr] & ~lagen[nr - 1] if nr else lagen[0]
        helpers = Helpers.of(nieuw)
        knoop, gemeente = sort_rows(helpers.wie, helpers.gemeente)
        bits = nieuw[gemeente, knoop]
        lagen.append(lagen[nr].copy())
        grenzen = bounds(knoop, vorm[1])
        leidt = np.flatnonzero(np.diff(grenzen)[verder.naar])
        _carry(lagen[-1], verder.van[leidt], verder.naar[leidt], grenzen, gemeente, bits)
    return lagen


def _carry(
    laag: Stappen, naar: Getallen, bron: Getallen, grenzen: Getallen, gemeente: Getallen, bits: Stappen
) -> None:
    """Add to each organisation what its source helps with: the members of a group, each with its bits."""
    plat, breedte = laag.ravel(), laag.shape[1]
    for begin, eind in pieces(np.diff(grenzen)[bron], _TEGELIJK):
        rij, lid = spread(grenzen, bron[begin:eind])
        plek, erbij = gemeente[lid] * breedte + naar[begin:eind][rij], bits[lid]
        # Places occur more than once; for one step all write the same.
        for stap in range(len(STAPPEN)):
            deel = plek[(erbij >> stap & 1).astype(np.bool_)]
            plat[deel] |= np.uint8(1 << stap)
