"""What stands on each row of the workbook, from the view: pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from hashlib import sha256

from netwerkkaart.graph.beeld import LABELS, Beeld, Kolom, Masker, Relaties
from netwerkkaart.graph.bulk import paused_collector
from netwerkkaart.omzetten.werkboekbladen import BLADEN, Blad, Knoopblad, Relatieblad
from netwerkkaart.omzetten.werkboeknamen import shown_names
from netwerkkaart.omzetten.werkboekstand import Merkteken, Naam, Stand, Standrij, Verband
from netwerkkaart.omzetten.werkboektekst import value_cell
from netwerkkaart.omzetten.werkboekvorm import columns
from netwerkkaart.schema.register import SOORTEN, Waarde, is_organisatie
from netwerkkaart.schema.vocabularia import fold
from netwerkkaart.werkboek.selectie import Selectie, select

_NIET_BEWAREN = frozenset({"imp"})


@dataclass(frozen=True, slots=True)
class Herkomst:
    """Where a workbook comes from.

    Args:
        gemaakt: when, with a time zone.
        graaf: id of the first import of the graph; empty for an empty graph.
        versie: version of the graph.
    """

    gemaakt: datetime
    graaf: str = ""
    versie: int = 0


def empty_stand(herkomst: Herkomst, *, personen: bool = False) -> Stand:
    """A workbook without rows, for who begins from nothing."""
    bladen: dict[str, list[Standrij]] = {b.naam: [] for b in BLADEN if personen or not b.personen}
    return Stand(_mark(herkomst, "", personen, dict.fromkeys(bladen, 0)), bladen)


def make_stand(
    beeld: Beeld,
    herkomst: Herkomst,
    *,
    regio: str | None = None,
    datum: date | None = None,
    personen: bool = False,
) -> Stand:
    """The rows of every sheet, sorted as people look for them. O(n log n + m log m).

    Args:
        beeld: the view of all that was ever stated.
        herkomst: where it comes from.
        regio: code of the region; None: all.
        datum: what ended by this day is left out; None: nothing is.
        personen: whether contact persons are in it.
    """
    with paused_collector():
        keuze, banden = select(beeld, regio, datum, personen=personen)
        maker = _Maker(beeld, keuze, banden, personen)
        bladen = {blad.naam: maker.rows(blad) for blad in BLADEN if personen or not blad.personen}
        merk = _mark(herkomst, regio or "", personen, {naam: len(rijen) for naam, rijen in bladen.items()})
        return Stand(merk, bladen, maker.names(bladen.values()))


def _mark(herkomst: Herkomst, regio: str, personen: bool, rijen: Mapping[str, int]) -> Merkteken:
    gemaakt = herkomst.gemaakt.astimezone(UTC).isoformat(timespec="seconds")
    delen = (herkomst.graaf, str(herkomst.versie), regio, gemaakt)
    kenmerk = sha256("\x1f".join(delen).encode()).hexdigest()[:16]
    merk = Merkteken(kenmerk=kenmerk, graaf=herkomst.graaf, versie=herkomst.versie, regio=regio)
    return replace(merk, gemaakt=gemaakt, personen=personen, rijen=rijen)


class _Maker:
    """Makes rows out of one view; how nodes are shown is worked out once."""

    def __init__(self, beeld: Beeld, keuze: Selectie, banden: Mapping[str, Masker], personen: bool) -> None:
        self._beeld = beeld
        self._keuze = keuze
        self._banden = banden
        self._personen = personen
        namen = [str(naam or "") for naam in beeld.kolom("naam")]
        self._labels = [LABELS[code] for code in beeld.soort.tolist()]
        self._namen = dict(zip(beeld.ids, namen, strict=True))
        self.getoond = shown_names(zip(beeld.ids, self._labels, namen, strict=True))
        self._orde = {id_: fold(getoond) for id_, getoond in self.getoond.items()}

    def rows(self, blad: Blad) -> list[Standrij]:
        """The rows of one sheet, sorted."""
        if isinstance(blad, Knoopblad):
            return sorted(self._nodes(blad), key=self._node_order(blad))
        return self._relations(blad)

    def names(self, bladen: Iterable[Sequence[Standrij]]) -> tuple[Naam, ...]:
        """Every node that a cell names or a row is, organisations first, then by how they are shown."""
        ids: set[str] = set()
        for rijen in bladen:
            for rij in rijen:
                ids.update((rij.van, rij.naar) if rij.van else (rij.sleutel,))
                if "via" in rij.velden:
                    ids.add(str(rij.velden["via"]))
                for einden in rij.verbanden.values():
                    ids.update(einden)
        nummers = self._beeld.nummer
        uit = [
            Naam(self.getoond[id_], id_, self._labels[nummers[id_]], self._namen[id_])
            for id_ in ids
            if id_ in nummers
        ]
        groepen = {label: plaats for plaats, label in enumerate(SOORTEN)}
        return tuple(
            sorted(
                uit,
                key=lambda n: (
                    -1 if is_organisatie(n.label) else groepen[n.label],
                    self._orde[n.id],
                    n.id,
                ),
            )
        )

    def _nodes(self, blad: Knoopblad) -> Iterable[Standrij]:
        beeld = self._beeld
        verbanden = {kolom.naam: self._ends(blad, kolom.type, kolom.uitgaand) for kolom in blad.verbanden}
        labels = set(blad.labels)
        velden = _fields(beeld.kolommen)
        for knoop in self._keuze.rij.nonzero()[0].tolist():
            if self._labels[knoop] in labels:
                per_kolom = {naam: einden[knoop] for naam, einden in verbanden.items() if knoop in einden}
                yield Standrij(beeld.ids[knoop], self._labels[knoop], velden(knoop), per_kolom)

    def _ends(self, blad: Knoopblad, type_: str, uitgaand: bool) -> dict[int, dict[str, Verband]]:
        """Per node of a sheet the other ends of its relations of one type."""
        tabel = self._beeld.van_type(type_)
        masker = self._banden.get(type_)
        uit: dict[int, dict[str, Verband]] = {}
        if masker is None:
            return uit
        velden = _fields(tabel.kolommen)
        labels = set(blad.labels)
        deze, gene = (tabel.van, tabel.naar) if uitgaand else (tabel.naar, tabel.van)
        for nr in masker.nonzero()[0].tolist():
            knoop, ander = int(deze[nr]), int(gene[nr])
            if self._keuze.rij[knoop] and self._labels[knoop] in labels:
                uit.setdefault(knoop, {})[self._beeld.ids[ander]] = (tabel.rids[nr], velden(nr))
        return uit

    def _relations(self, blad: Relatieblad) -> list[Standrij]:
        uit: list[Standrij] = []
        for type_ in blad.types:
            masker = self._banden.get(type_)
            if masker is not None:
                tabel = self._beeld.van_type(type_)
                masker = masker & (self._keuze.rij[tabel.van] | self._keuze.rij[tabel.naar])
                uit += sorted(self._of_type(tabel, masker), key=self._relation_order)
        return uit

    def _of_type(self, tabel: Relaties, masker: Masker) -> Iterable[Standrij]:
        kolommen = {n: k for n, k in tabel.kolommen.items() if self._personen or n != "via"}
        velden = _fields(kolommen)
        ids = self._beeld.ids
        for nr in masker.nonzero()[0].tolist():
            van, naar = ids[int(tabel.van[nr])], ids[int(tabel.naar[nr])]
            yield Standrij(tabel.rids[nr], tabel.type, velden(nr), van=van, naar=naar)

    def _relation_order(self, rij: Standrij) -> tuple[str, str, str]:
        return self._orde[rij.van], self._orde[rij.naar], rij.sleutel

    def _node_order(self, blad: Knoopblad) -> Callable[[Standrij], tuple[int, str, str, str]]:
        """By kind and name; meetings and what has a day of its own, by day."""
        plaats = {label: nr for nr, label in enumerate(blad.labels)}
        datum = next((k.eigenschap for k in columns(blad) if k.naam in ("datum", "deadline")), None)

        def key(rij: Standrij) -> tuple[int, str, str, str]:
            dag = str((value_cell(datum, rij.velden) if datum else None) or "")
            return plaats[rij.soort], dag, fold(str(rij.velden.get("naam") or "")), rij.sleutel

        return key


def _fields(kolommen: Mapping[str, Kolom]) -> Callable[[int], dict[str, Waarde]]:
    """Gives the stored properties of a row by its number."""
    eigen = [(naam, kolom) for naam, kolom in kolommen.items() if naam not in _NIET_BEWAREN]

    def fields(nr: int) -> dict[str, Waarde]:
        return {naam: waarde for naam, kolom in eigen if (waarde := kolom[nr]) is not None}  # type: ignore[misc]

    return fields
