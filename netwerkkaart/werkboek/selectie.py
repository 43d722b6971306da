"""Which nodes and relations go into the workbook of a region."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.graph.beeld import LABELS, Beeld, Kolom, Masker, Relaties
from netwerkkaart.omzetten.werkboekbladen import BLADEN, Knoopblad
from netwerkkaart.schema.vocabularia import REGIO, REGIOS

Bits = NDArray[np.uint8]

_GEBIEDEN = frozenset({"Gemeente", "Regio"})
_NIET_DOORGEVEN = frozenset({"DEEL_VAN", "NIET_HETZELFDE_ALS"})
_VLAAMS = sum(1 << REGIO.codes.index(regio) for regio in REGIOS if regio != "brussel")


@dataclass(frozen=True, slots=True)
class Selectie:
    """What is in the workbook: per node whether it is a row, and whether it (still) holds.

    Args:
        rij: nodes that are a row of a sheet.
        geldt: nodes that may be named at all.
    """

    rij: Masker
    geldt: Masker


def select(
    beeld: Beeld, regio: str | None, datum: date | None, *, personen: bool = False
) -> tuple[Selectie, dict[str, Masker]]:
    """Nodes and relations of a region.

    A node lies in its own region: an organisation in that of its municipality, others in the one that
    they name. What has none (an offer, an agreement, a meeting) lies where those lie that it is tied to;
    what is tied to nobody is in every workbook, so that nothing is lost. Coordinators who are tied to
    somebody of the region are in it too. O(n + m).

    Args:
        beeld: the view of all that was ever stated.
        regio: code of the region; None: all.
        datum: what ended by this day is left out; None: nothing is.
        personen: whether contact persons are in it.

    Returns:
        The selection, and per type of relation which ones hold between nodes that may be named.
    """
    geldt = _not_ended(beeld.kolom("tot"), datum)
    if not personen:
        geldt &= ~_of_kinds(beeld, frozenset({"Contactpersoon"}))
    banden = {
        naam: _not_ended(tabel.kolom("tot"), datum) & geldt[tabel.van] & geldt[tabel.naar]
        for naam, tabel in beeld.relaties.items()
    }
    op_blad = frozenset(label for b in BLADEN if isinstance(b, Knoopblad) for label in b.labels)
    rij = geldt & _of_kinds(beeld, op_blad)
    if regio is not None:
        bits = _regions(beeld, banden)
        hier: Masker = (bits & (1 << REGIO.codes.index(regio))) > 0
        rij &= hier | (bits == 0) | _coordinators_of(beeld, banden, rij & hier)
    return Selectie(rij, geldt), banden


def _not_ended(tot: Kolom, datum: date | None) -> Masker:
    if datum is None:
        return np.ones(len(tot), dtype=np.bool_)
    return np.fromiter((not isinstance(dag, date) or dag > datum for dag in tot), np.bool_, len(tot))


def _of_kinds(beeld: Beeld, labels: frozenset[str]) -> Masker:
    codes = [code for code, label in enumerate(LABELS) if label in labels]
    return np.isin(beeld.soort, codes)


def _regions(beeld: Beeld, banden: dict[str, Masker]) -> Bits:
    """The regions of each node as bits, in the order of ``REGIO``."""
    per_code = np.array([1 << plaats for plaats in range(len(REGIO.codes))], dtype=np.uint8)
    per_code[REGIO.codes.index("vlaanderen")] = _VLAAMS
    bits = np.where(beeld.regio >= 0, per_code[beeld.regio], 0).astype(np.uint8)
    los = (beeld.regio < 0) & ~_of_kinds(beeld, _GEBIEDEN)
    delen = [
        _ends(beeld.van_type(naam), masker) for naam, masker in banden.items() if naam not in _NIET_DOORGEVEN
    ]
    van = np.concatenate([deel[0] for deel in delen]) if delen else np.empty(0, np.int32)
    naar = np.concatenate([deel[1] for deel in delen]) if delen else np.empty(0, np.int32)
    while True:
        nieuw = bits.copy()
        np.bitwise_or.at(nieuw, van[los[van]], bits[naar[los[van]]])
        np.bitwise_or.at(nieuw, naar[los[naar]], bits[van[los[naar]]])
        if np.array_equal(nieuw, bits):
            return bits
        bits = nieuw


def _ends(tabel: Relaties, masker: Masker) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    return tabel.van[masker], tabel.naar[masker]


def _coordinators_of(beeld: Beeld, banden: dict[str, Masker], hier: Masker) -> Masker:
    raak = np.zeros(len(beeld), dtype=np.bool_)
    for naam, masker in banden.items():
        van, naar = _ends(beeld.van_type(naam), masker)
        raak[van[hier[naar]]] = True
        raak[naar[hier[van]]] = True
    return raak & _of_kinds(beeld, frozenset({"Coordinator"}))
