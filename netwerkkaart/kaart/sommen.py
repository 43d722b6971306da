"""Sums of a large network: organisations and ties per municipality, kind and theme, for the page to filter.

Three tables of ties hold the same ties at three depths, so that every total stays right while the file
stays small: between regions, of each municipality (within and outwards), and per pair of municipalities. Of
the last only the strongest pairs are split by kind (:data:`CELLEN`); of the others stands how many there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.analyse.basis import Getallen, membership
from netwerkkaart.graph.beeld import LABELS, Beeld
from netwerkkaart.kaart.getalstroom import pack_numbers
from netwerkkaart.kaart.soorten import BANDGROEPEN, KAARTSOORTEN, SOORT_VAN_LABEL, SOORTCODE, ZONES
from netwerkkaart.schema.vocabularia import REGIO, STAP, THEMA

CELLEN = 250_000
"""At most so many cells of pairs of municipalities by kinds stand in a page: some 0.7 MB."""

SOORTEN = tuple(soort for soort in KAARTSOORTEN if soort.zone != "overleg")
"""Kinds that are counted: fora and people lie nowhere."""

BANDEN = tuple(groep for groep in BANDGROEPEN if not groep.overleg)
"""Groups of ties that are counted; seats in fora are no ties."""

_K = len(SOORTEN)
_WAT = _K * _K * len(BANDEN)
_KLEUREN = list(dict.fromkeys(zone.kleur for zone in ZONES))
_KLEUR = np.array([_KLEUREN.index(soort.kleur) for soort in SOORTEN], np.int64)
_THEMAS, _STAPPEN = THEMA.codes, STAP.codes
_MASKERS = (1 << len(_THEMAS)) * (1 << len(_STAPPEN))
_BEIDE = (1 << len(_THEMAS)) - 1


def kinds(beeld: Beeld) -> Getallen:
    """Position in :data:`SOORTEN` of each node; −1 for what is not counted. O(n)."""
    per_label = np.full(len(LABELS), -1, np.int64)
    for label, code in SOORT_VAN_LABEL.items():
        if SOORTCODE[code] < _K:
            per_label[LABELS.index(label)] = SOORTCODE[code]
    soort: Getallen = per_label[beeld.soort]
    scholen = beeld.van_soort("School")
    kleuter, lager, secundair = membership(
        beeld.kolom("niveaus"), scholen, ("kleuter", "lager", "secundair")
    ).T
    per_niveau = [SOORTCODE[code] for code in ("school", "basis", "secundair", "basis-secundair")]
    soort[scholen] = np.array(per_niveau)[(kleuter | lager) + 2 * secundair]
    return soort


def themes(beeld: Beeld, soort: Getallen) -> Getallen:
    """Bit 1: theme 1, bit 2: theme 2; 0: none stated. Of a school its levels decide, where they are known."""
    masker = _bits(membership(beeld.kolom("themas"), _all(beeld), _THEMAS))
    per_soort = np.full(_K + 1, -1, np.int64)
    for code, thema in (("basis", 1), ("secundair", 2), ("basis-secundair", 3)):
        per_soort[SOORTCODE[code]] = thema
    vast = per_soort[soort]
    return np.where(vast >= 0, vast, masker)


def steps(beeld: Beeld) -> Getallen:
    """A bit for each step of the continuum that an organisation states, itself or by an offer of its own."""
    heeft = membership(beeld.kolom("continuum"), _all(beeld), _STAPPEN)
    biedt = beeld.van_type("BIEDT")
    for plaats in range(len(_STAPPEN)):
        heeft[biedt.van[heeft[biedt.naar, plaats]], plaats] = True
    return _bits(heeft)


def _all(beeld: Beeld) -> NDArray[np.int32]:
    return np.arange(len(beeld), dtype=np.int32)


def _bits(heeft: NDArray[np.bool_]) -> Getallen:
    bits: Getallen = heeft.astype(np.int64) @ (1 << np.arange(heeft.shape[1], dtype=np.int64))
    return bits


@dataclass(frozen=True)
class Kenmerken:
    """What is counted of each node of a view.

    Args:
        beeld: the view.
        gemeente: number of its municipality on the page; −1: not on it.
        aantal: how many municipalities there are.
        soort: as :func:`kinds`.
        thema: as :func:`themes`.
    """

    beeld: Beeld
    gemeente: Getallen
    aantal: int
    soort: Getallen
    thema: Getallen


def count_organisations(kenmerken: Kenmerken) -> str:
    """Organisations per municipality, kind, themes and steps: packed, difference and number of each cell."""
    k = kenmerken
    telt = (k.gemeente >= 0) & (k.soort >= 0)
    cel = (k.gemeente * _K + k.soort) * _MASKERS + k.thema * (1 << len(_STAPPEN)) + steps(k.beeld)
    cellen, aantal = np.unique(cel[telt], return_counts=True)
    return pack_numbers(np.column_stack([_differences(cellen), aantal]).ravel().tolist())


@dataclass(frozen=True)
class Cellen:
    """Ties of one kind of pair, summed: columns of equal length, sorted, each cell once.

    Args:
        a, b: municipalities, the lower first.
        wat: the kinds at *a* and at *b* (within one municipality the lower first), and the group of ties, as
            one number.
        past: bit 1 when both ends fit theme 1, bit 2 for theme 2; who states none fits both.
        aantal: how many ties.
    """

    a: Getallen
    b: Getallen
    wat: Getallen
    past: Getallen
    aantal: Getallen


def count_ties(kenmerken: Kenmerken) -> Cellen:
    """All ties that lie between two municipalities of the page, or within one. O(m log m)."""
    k, breed = kenmerken, max(kenmerken.aantal, 1)
    past = np.where(k.thema == 0, _BEIDE, k.thema)
    sleutels, aantallen = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for groep, van, naar in _ends(k.beeld):
        telt = (van != naar) & (k.gemeente[van] >= 0) & (k.gemeente[naar] >= 0)
        telt &= (k.soort[van] >= 0) & (k.soort[naar] >= 0)
        u, v = _in_order(k.gemeente, k.soort, van[telt], naar[telt])
        wat = (k.soort[u] * _K + k.soort[v]) * len(BANDEN) + groep
        sleutel = _pair(k.gemeente[u], k.gemeente[v], breed) * _WAT + wat
        sleutel = sleutel * (_BEIDE + 1) + (past[u] & past[v])
        uniek, aantal = np.unique(sleutel, return_counts=True)
        sleutels.append(uniek)
        aantallen.append(aantal)
    sleutel, aantal = _sum(np.concatenate(sleutels), np.concatenate(aantallen))
    cel, masker = np.divmod(sleutel, _BEIDE + 1)
    paar, wat = np.divmod(cel, _WAT)
    return Cellen(paar // breed, paar % breed, wat, masker, aantal)


def _ends(beeld: Beeld) -> Iterator[tuple[int, NDArray[np.int32], NDArray[np.int32]]]:
    """Group and ends of all ties that are counted, type by type."""
    for nummer, groep in enumerate(BANDEN):
        for type_ in groep.typen:
            tabel = beeld.van_type(type_)
            yield nummer, tabel.van, tabel.naar


def _in_order(
    plaats: Getallen, soort: Getallen, een: NDArray[np.int32], ander: NDArray[np.int32]
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Both ends of ties, the one in the lower place first; within one place the one of the lower kind."""
    om = plaats[een] > plaats[ander]
    om |= (plaats[een] == plaats[ander]) & (soort[een] > soort[ander])
    return np.where(om, ander, een), np.where(om, een, ander)


def _turned(wat: Getallen, om: NDArray[np.bool_]) -> Getallen:
    """Kinds and group of ties, with the kinds of some the other way round."""
    paar, groep = np.divmod(wat, len(BANDEN))
    een, ander = np.divmod(paar, _K)
    return np.where(om, (ander * _K + een) * len(BANDEN) + groep, wat)


def _pair(a: Getallen, b: Getallen, breed: int) -> Getallen:
    """Two numbers as one, the lower first."""
    paar: Getallen = np.minimum(a, b) * breed + np.maximum(a, b)
    return paar


def _sum(sleutel: Getallen, aantal: Getallen) -> tuple[Getallen, Getallen]:
    """Each key once, in order, with the sum of its numbers."""
    uniek, waar = np.unique(sleutel, return_inverse=True)
    som = np.zeros(len(uniek), np.int64)
    np.add.at(som, waar, aantal)
    return uniek, som


def _differences(gesorteerd: Getallen) -> Getallen:
    return np.diff(gesorteerd, prepend=np.zeros(1, np.int64))


def region_table(cellen: Cellen, regio: Getallen) -> str:
    """Ties between and within regions, the lower region and its kind first: packed.

    Args:
        cellen: all ties.
        regio: region of each municipality of the page; the position after the last for none.
    """
    breed = len(REGIO.codes) + 1
    een, ander = regio[cellen.a], regio[cellen.b]
    paar = cellen.wat // len(BANDEN)
    om = (een > ander) | ((een == ander) & (paar // _K > paar % _K))
    return _table(_pair(een, ander, breed) * _WAT + _turned(cellen.wat, om), cellen)


def municipality_table(cellen: Cellen, regio: Getallen) -> str:
    """Ties of each municipality, its own kind first: within it, into its region, and beyond: packed.

    A tie between two municipalities stands with both.

    Args:
        cellen: all ties.
        regio: as for :func:`region_table`.
    """
    c, binnen = cellen, np.flatnonzero(cellen.a == cellen.b)
    buiten = np.flatnonzero(cellen.a != cellen.b)
    hoe = 1 + (regio[c.a[buiten]] != regio[c.b[buiten]])
    plek = np.concatenate([3 * c.a[binnen], 3 * c.a[buiten] + hoe, 3 * c.b[buiten] + hoe])
    volgorde = np.concatenate([binnen, buiten, buiten])
    om = np.arange(len(volgorde)) >= len(binnen) + len(buiten)
    deel = Cellen(*(kolom[volgorde] for kolom in (c.a, c.b, c.wat, c.past, c.aantal)))
    return _table(plek * _WAT + _turned(deel.wat, om), deel)


def _table(sleutel: Getallen, cellen: Cellen) -> str:
    """Per cell the difference of its key, and its numbers."""
    cel, per_masker = _by_mask(sleutel, cellen)
    tellingen = _counts(per_masker)
    return pack_numbers(
        getal
        for verschil, telling in zip(_differences(cel).tolist(), tellingen, strict=True)
        for getal in (verschil, *telling)
    )


def _by_mask(sleutel: Getallen, cellen: Cellen) -> tuple[Getallen, Getallen]:
    """Each key once, and its numbers by mask of themes: shape ``(cells, 4)``."""
    uniek, waar = np.unique(sleutel, return_inverse=True)
    som = np.zeros((len(uniek), _BEIDE + 1), np.int64)
    np.add.at(som, (waar, cellen.past), cellen.aantal)
    return uniek, som


def _counts(per_masker: Getallen) -> Iterator[tuple[int, ...]]:
    """All ties of a cell, and those that fit each theme, as few numbers as it takes.

    The first is four times the number, and how the rest follows: 0 all fit both; 1 all fit the first alone;
    2 all fit the second alone; 3 two numbers more say how many fit each.
    """
    geheel = per_masker.sum(axis=1)
    past = [per_masker[:, (np.arange(_BEIDE + 1) & bit) > 0].sum(axis=1) for bit in (1, 2)]
    for n, een, twee in zip(geheel.tolist(), past[0].tolist(), past[1].tolist(), strict=True):
        if een == n and twee == n:
            yield (4 * n,)
        elif een == n and not twee:
            yield (4 * n + 1,)
        elif twee == n and not een:
            yield (4 * n + 2,)
        else:
            yield 4 * n + 3, een, twee


def pair_table(cellen: Cellen, aantal: int, hoogstens: int = CELLEN) -> tuple[str, int]:
    """Ties between two municipalities, pair after pair: packed, and from how many ties on a pair is split.

    A pair is: the difference of its key, how many cells follow, and these. A pair that is not split has
    none, and then: how many ties, and how many of them go from one sector to another.

    Args:
        cellen: all ties.
        aantal: how many municipalities there are.
        hoogstens: at most so many cells are split by kind.
    """
    breed, buiten = max(aantal, 1), cellen.a != cellen.b
    c = Cellen(*(kolom[buiten] for kolom in (cellen.a, cellen.b, cellen.wat, cellen.past, cellen.aantal)))
    cel, per_masker = _by_mask((c.a * breed + c.b) * _WAT + c.wat, c)
    paar, wat = np.divmod(cel, _WAT)
    n = per_masker.sum(axis=1)
    paren, begin, lengte = np.unique(paar, return_index=True, return_counts=True)
    totaal = np.add.reduceat(n, begin) if len(paren) else n
    een, ander = np.divmod(wat // len(BANDEN), _K)
    anders = _KLEUR[een] != _KLEUR[ander]
    over = np.add.reduceat(n * anders, begin) if len(paren) else n
    fijn = _threshold(totaal, lengte, hoogstens)
    tellingen = list(_counts(per_masker))
    uit: list[int] = []
    for i, verschil in enumerate(_differences(paren).tolist()):
        if totaal[i] < fijn:
            uit += [verschil, 0, int(totaal[i]), int(over[i])]
            continue
        uit += [verschil, int(lengte[i])]
        vorige = 0
        for j in range(int(begin[i]), int(begin[i] + lengte[i])):
            uit += [int(wat[j]) - vorige, *tellingen[j]]
            vorige = int(wat[j])
    return pack_numbers(uit), fijn


def _threshold(totaal: Getallen, lengte: Getallen, hoogstens: int) -> int:
    """From how many ties on a pair is split, so that at most so many cells are; 1 when all are.

    >>> _threshold(np.array([9, 4, 4, 1]), np.array([2, 2, 1, 1]), 4)
    5
    """
    volgorde = np.argsort(-totaal, kind="stable")
    te_veel = np.flatnonzero(np.cumsum(lengte[volgorde]) > hoogstens)
    # Pairs of equal size are split alike.
    return int(totaal[volgorde[te_veel[0]]]) + 1 if len(te_veel) else 1
