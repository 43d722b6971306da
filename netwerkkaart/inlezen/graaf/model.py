"""What every reader of a graph yields: nodes and connections as text, each with its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from netwerkkaart.fouten import Ernst, Melding


class Richting(StrEnum):
    """Which way a connection runs, as the file says."""

    HEEN = "heen"
    BEIDE = "beide"
    GEEN = "geen"


@dataclass(frozen=True, slots=True)
class GraafKnoop:
    """One node of a foreign graph.

    Args:
        plaats: line of the file (XML), number in the list from 1 (JSON), or row of the sheet.
        id: how connections name it.
        attributen: everything else that is said of it, by its own header; empty texts are left out.
        blad: sheet or list in which it stands; ``""`` for XML.
    """

    plaats: int
    id: str
    attributen: Mapping[str, str]
    blad: str = ""


@dataclass(frozen=True, slots=True)
class GraafVerbinding:
    """One connection of a foreign graph; fields as in :class:`GraafKnoop`.

    Args:
        van: id of the node where it begins.
        naar: id of the node where it ends.
        richting: whether that order means something.
    """

    plaats: int
    van: str
    naar: str
    richting: Richting
    attributen: Mapping[str, str]
    blad: str = ""


@dataclass(frozen=True)
class Graaf:
    """A foreign graph as it stands in its file, free of faults in its structure.

    Args:
        bestand: name of the file, for messages.
        formaat: what it is, as people call it: ``GraphML``, ``GEXF 1.3``, ``Kumu``.
        knopen: the nodes, in the order of the file.
        verbindingen: the connections, in the order of the file.
        meldingen: warnings about the file.
        inhoud_sha256: hash of the bytes of the file, for provenance.
        los: True when the file holds connections only, so that their ends lie elsewhere.
    """

    bestand: str
    formaat: str
    knopen: Sequence[GraafKnoop]
    verbindingen: Sequence[GraafVerbinding]
    meldingen: tuple[Melding, ...] = field(default=())
    inhoud_sha256: str = ""
    los: bool = False

    @cached_property
    def knoopkoppen(self) -> tuple[str, ...]:
        """Headers of the attributes of nodes, in order of first use. O(all attributes)."""
        return _headers(self.knopen)

    @cached_property
    def verbindingkoppen(self) -> tuple[str, ...]:
        """Headers of the attributes of connections, in order of first use."""
        return _headers(self.verbindingen)

    @property
    def kolommen(self) -> tuple[str, ...]:
        """All headers, those of nodes first: the shape of the file."""
        return tuple(dict.fromkeys((*self.knoopkoppen, *self.verbindingkoppen)))

    def melding(
        self,
        tekst: str,
        *,
        waar: GraafKnoop | GraafVerbinding | None = None,
        kolom: str = "",
        waarde: str = "",
        verwacht: str = "",
        ernst: Ernst = Ernst.FOUT,
    ) -> Melding:
        """A message about a place in this graph; ``waar`` None: the whole file."""
        blad, rij = (waar.blad, waar.plaats) if waar is not None else ("", 0)
        return Melding(tekst, verwacht, self.bestand, blad, rij, kolom, waarde, ernst)


def _headers(delen: Sequence[GraafKnoop] | Sequence[GraafVerbinding]) -> tuple[str, ...]:
    koppen: dict[str, None] = {}
    for deel in delen:
        koppen.update(dict.fromkeys(deel.attributen))
    return tuple(koppen)
