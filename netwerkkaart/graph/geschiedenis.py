"""The history of a graph: which imports there were, and what each of them changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from netwerkkaart.graph import cypher
from netwerkkaart.graph.regels import read_change, to_json
from netwerkkaart.graph.store import Reader
from netwerkkaart.plan.wijziging import Wijziging

Filter = Callable[[str, str, str], bool]
"""Whether a change matters, by its key and the two ends of a relation (``""`` for a node)."""


@dataclass(frozen=True, slots=True)
class ImportKop:
    """What is remembered of one import, beside its changes.

    Args:
        id: id of the import.
        versie: its number in this graph.
        soort_import: name of the importer, as ``scholen`` or ``terugdraaien``.
        tijdstip: when, in UTC, ISO 8601.
        bron, bron_datum: name and date of the source.
        sha256: hash of the file that was read; empty: none.
        bestand: name under which that file is kept; empty: it is not.
        keuzes: JSON of how it was read; empty: not known.
        draait_terug: ids of the imports that it takes back.
        omvat: ids of imports of other graphs whose work came in with it.
        teruggedraaid_door: id of the import that took it back; empty: it holds.
        nieuw, gewijzigd: number of nodes and relations.
    """

    id: str
    versie: int = 0
    soort_import: str = ""
    tijdstip: str = ""
    bron: str = ""
    bron_datum: date | None = None
    sha256: str = ""
    bestand: str = ""
    keuzes: str = ""
    draait_terug: tuple[str, ...] = ()
    omvat: tuple[str, ...] = ()
    teruggedraaid_door: str = ""
    nieuw: int = 0
    gewijzigd: int = 0

    @property
    def geldt(self) -> bool:
        """True when it was not taken back."""
        return not self.teruggedraaid_door


def to_kop(velden: Mapping[str, object], sha256: str = "", bron_datum: date | None = None) -> ImportKop:
    """What is remembered of an import, from the properties of its node and those of its source."""
    datum = velden.get("bron_datum")
    return ImportKop(
        id=str(velden["id"]),
        versie=_number(velden.get("versie")),
        soort_import=_text(velden.get("soort_import")),
        tijdstip=_text(velden.get("tijdstip")),
        bron=_text(velden.get("bron")),
        bron_datum=datum if isinstance(datum, date) else bron_datum,
        sha256=sha256,
        bestand=_text(velden.get("bestand")),
        keuzes=_text(velden.get("keuzes")),
        draait_terug=_texts(velden.get("draait_terug")),
        omvat=_texts(velden.get("omvat")),
        teruggedraaid_door=_text(velden.get("teruggedraaid_door")),
        nieuw=_number(velden.get("nieuw")),
        gewijzigd=_number(velden.get("gewijzigd")),
    )


def _text(waarde: object) -> str:
    return waarde if isinstance(waarde, str) else ""


def _texts(waarde: object) -> tuple[str, ...]:
    return tuple(map(str, waarde)) if isinstance(waarde, list) else ()


def _number(waarde: object) -> int:
    return waarde if isinstance(waarde, int) else 0


def read_koppen(read: Reader) -> list[ImportKop]:
    """Every import of a graph, the first one first. O(imports)."""
    bronnen = {str(imp): (datum, sha) for imp, datum, sha in read(cypher.BRONNEN_VAN_IMPORTS, None).rijen}
    koppen = []
    for id_, velden in read(cypher.IMPORTS, None).rijen:
        datum, sha = bronnen.get(str(id_), (None, None))
        koppen.append(
            to_kop(
                cypher.clean(cast("dict[str, object]", velden)),
                _text(sha),
                datum if isinstance(datum, date) else None,
            )
        )
    return koppen


def read_wijzigingen(read: Reader, imp: str, wanneer: Filter | None = None) -> Iterator[Wijziging]:
    """The changes of one import in the order in which they were made.

    The base labels at the ends of relations are not filled in. A change that the filter leaves out is
    not turned into values, which halves the time of passing it by.

    Args:
        read: reads the graph.
        imp: id of the import.
        wanneer: if given, only the changes for which it is true.
    """
    for _, tekst, _ in read(cypher.WIJZIGINGEN, {"imp": imp}).rijen:
        # A text in JSON holds no line end, so a whole series is one list: one call instead of a thousand.
        for delen in json.loads("[" + str(tekst).replace("\n", ",") + "]"):
            if wanneer is None or wanneer(delen["sleutel"], delen.get("van", ""), delen.get("naar", "")):
                yield read_change(delen)


def read_regels(read: Reader, imp: str) -> list[str]:
    """The changes of one import as lines of JSON, in order."""
    reeksen = read(cypher.WIJZIGINGEN, {"imp": imp}).rijen
    return [regel for _, tekst, _ in reeksen for regel in str(tekst).split("\n")]


def read_over(read: Reader, sleutel: str, *, met_relaties: bool = False) -> dict[str, list[Wijziging]]:
    """All changes of one node or relation, by import and in order within each.

    The engine looks for the text of the key, so that only series that hold it are read. O(size of the
    journal), at the speed of a search for a text.

    Args:
        read: reads the graph.
        sleutel: id of a node, or rid of a relation.
        met_relaties: the changes of relations at that node as well.
    """
    zoek = to_json({"": sleutel})[4:-1]
    reeksen = [
        (str(imp), cast(int, nr), str(tekst))
        for imp, nr, tekst in read(cypher.WIJZIGINGEN_OVER, {"zoek": zoek}).rijen
    ]
    gevonden: dict[str, list[Wijziging]] = {}
    for imp, _, tekst in sorted(reeksen, key=lambda reeks: reeks[:2]):
        for regel in tekst.split("\n"):
            if zoek in regel:
                delen = json.loads(regel)
                einden = (delen.get("van"), delen.get("naar")) if met_relaties else ()
                if delen["sleutel"] == sleutel or sleutel in einden:
                    gevonden.setdefault(imp, []).append(read_change(delen))
    return gevonden


def find_import(koppen: Sequence[ImportKop], tekst: str) -> tuple[ImportKop, ...]:
    """The imports that a user may mean: by number, by whole id, or by the beginning of it or of its end.

    A short number is only ever a number: nobody who mistypes it gets another import.

    >>> koppen = [ImportKop("imp:2026a", 1), ImportKop("imp:2026b", 2), ImportKop("imp:3x", 3)]
    >>> [k.versie for k in find_import(koppen, "2")], [k.versie for k in find_import(koppen, "imp:2026")]
    ([2], [1, 2])
    >>> [k.versie for k in find_import(koppen, "imp:3")], find_import(koppen, "20")
    ([3], ())
    """
    zoek = tekst.strip()
    manieren: tuple[Callable[[ImportKop], bool], ...] = (
        lambda kop: kop.id == zoek,
        lambda kop: zoek.isdecimal() and kop.versie == int(zoek),
        lambda kop: kop.id.startswith((zoek, f"imp:{zoek}")),
        lambda kop: kop.id.rpartition("-")[2].startswith(zoek),
    )
    is_kort = len(zoek) < 4 or (zoek.isdecimal() and len(zoek) < 8)
    for past in manieren[:2] if is_kort else manieren:
        gevonden = tuple(kop for kop in koppen if past(kop))
        if gevonden:
            return gevonden
    return ()


def in_effect(koppen: Iterable[ImportKop]) -> list[ImportKop]:
    """The imports of which the graph is the sum, in order: neither taken back nor a taking-back itself."""
    return [kop for kop in koppen if kop.geldt and not kop.draait_terug]
