"""Write the changes of a plan in batches, inside a running transaction.

A batch travels as columns: the names of the fields stand in the Cypher text, what every row of a group
says alike goes once, and each row is a list. The driver needs as much time to pack the names of the
fields of 100,000 rows as the server needs to store them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby, islice
from typing import TypeVar, cast

from netwerkkaart.fouten import OpslagFout
from netwerkkaart.graph import cypher
from netwerkkaart.graph.store import Transactie
from netwerkkaart.plan.wijziging import KnoopWijziging, RelatieWijziging, Velden
from netwerkkaart.schema.register import Waarde

PARTIJ = 5_000
"""Rows per statement."""
VEEL = 2_000
"""From so many relations of a type on it pays to ask how many there are, before they are removed."""
PARTIJ_INEENS = 50_000
"""Keys per statement that walks over all relations of a type: they are but one text each."""
_DEEL = 0.25
"""From this share of a type on, walking over all of it is quicker than looking up the ends of each."""

T = TypeVar("T")
K = TypeVar("K", str, tuple[str, str, str])


def write_changes(
    transactie: Transactie,
    knopen: Sequence[KnoopWijziging],
    relaties: Sequence[RelatieWijziging],
    imp: str | None,
    gedaan: Callable[[int], None] | None = None,
) -> None:
    """Write changes in batches: nodes that are new or changed, relations, nodes that are removed.

    Args:
        transactie: a running transaction that holds the lock on the graph's mark: what the plan calls
            new is created without another look.
        knopen: changes of nodes.
        relaties: changes of relations.
        imp: id of the import that each changed node and relation gets; None: as it stands.
        gedaan: if given, called with the number of changes of each batch.

    Raises:
        OpslagFout: a node or relation is not there (any more).
    """
    merk: Velden = {} if imp is None else {"imp": imp}

    def run(
        opdracht: str,
        rijen: Iterable[Sequence[object]],
        vast: Mapping[str, object],
        grootte: int = PARTIJ,
        otherwise: Callable[[list[Sequence[object]]], None] | None = None,
    ) -> None:
        for partij in batches(rijen, grootte):
            antwoord = transactie.run(opdracht, {"rijen": partij, "vast": vast}).rijen
            if not antwoord or antwoord[0][0] != len(partij):
                if otherwise is not None:
                    otherwise(partij)
                raise OpslagFout(
                    "De gegevens passen niet meer bij wat er veranderd moest worden.",
                    hulp="Doe het commando opnieuw; er is niets bewaard.",
                )
            if gedaan is not None:
                gedaan(len(partij))

    for label, nieuw in _grouped((w for w in knopen if w.voor is None), lambda w: w.label):
        kolommen = _Kolommen.of([w.na for w in nieuw], merk)
        rijen = ([w.id, *kolommen.row(w.na)] for w in nieuw)
        run(cypher.create_nodes(label, [*kolommen.vast], kolommen.los), rijen, kolommen.vast)
    for basis, ander in _grouped(
        (w for w in knopen if w.voor is not None and w.na), lambda w: cypher.basis_of(w.label)
    ):
        run(cypher.update_nodes(basis), ([w.id, w.na] for w in ander), merk)
    # What goes comes first: a unique relation that moves keeps its key.
    verdwijnen = [w for w in relaties if w.voor is not None and not w.na]
    for type_, groep in _grouped(verdwijnen, lambda w: w.type):
        if _is_large_part(transactie, type_, len(groep)):
            run(cypher.delete_relations_at_once(type_), (w.rid for w in groep), {}, PARTIJ_INEENS)
            continue
        for sleutel, weg in _grouped(groep, _ends):
            run(cypher.delete_relations(*sleutel), map(_where, weg), {})
    for sleutel, nieuwe in _grouped((w for w in relaties if w.voor is None), _ends):
        kolommen = _Kolommen.of([w.na for w in nieuwe], merk)
        rijen = ([w.rid, w.van, w.naar, *kolommen.row(w.na)] for w in nieuwe)
        run(cypher.create_relations(*sleutel, [*kolommen.vast], kolommen.los), rijen, kolommen.vast)
    for sleutel, andere in _grouped((w for w in relaties if w.voor is not None and w.na), _ends):
        run(cypher.update_relations(*sleutel), ([*_where(w), w.na] for w in andere), merk)
    for basis, wegknopen in _grouped(
        (w for w in knopen if w.voor is not None and not w.na), lambda w: cypher.basis_of(w.label)
    ):
        los = partial(_check_loose, transactie, basis)
        run(cypher.delete_nodes(basis), ([w.id] for w in wegknopen), {}, otherwise=los)


@dataclass(frozen=True, slots=True)
class _Kolommen:
    """The fields of many new nodes or relations, as they travel.

    Args:
        vast: what all of them say alike.
        los: the other fields that any of them has; null in a row that says nothing of it.
    """

    vast: Mapping[str, Waarde | None]
    los: Sequence[str]

    @classmethod
    def of(cls, velden: Sequence[Velden], merk: Velden) -> _Kolommen:
        """Sort out the fields of a group; ``merk`` is added to what all share. O(fields)."""
        eerste = velden[0]
        # Sorted, so that two imports with the same columns are the same statement to the server.
        namen = sorted(set().union(*velden) - merk.keys())
        vast = {
            naam: eerste[naam]
            for naam in namen
            if naam in eerste and all(naam in rij and rij[naam] == eerste[naam] for rij in velden)
        }
        return cls({**vast, **merk}, [naam for naam in namen if naam not in vast])

    def row(self, velden: Velden) -> list[object]:
        """The loose fields of one row, in order. Dates as texts: see ``cypher.create_nodes``."""
        return [_packed(waarde) for waarde in map(velden.get, self.los)]


def _packed(waarde: object) -> object:
    return waarde.isoformat() if type(waarde) is date else waarde


def _where(wijziging: RelatieWijziging) -> list[object]:
    return [wijziging.rid, wijziging.van, wijziging.naar]


def _is_large_part(transactie: Transactie, type_: str, aantal: int) -> bool:
    """Whether so many relations are a large part of their type, in each statement that removes them."""
    if aantal < VEEL:
        return False
    alle = cast(int, transactie.run(cypher.count_relations(type_)).rijen[0][0])
    return min(aantal, PARTIJ_INEENS) >= _DEEL * alle


def _check_loose(transactie: Transactie, basis: str, rijen: Sequence[Sequence[object]]) -> None:
    """Raise when nodes among rows ``[id]`` still have relations."""
    vast = transactie.run(cypher.still_connected(basis), {"rijen": rijen}).rijen
    if vast:
        ids = ", ".join(str(id_) for (id_,) in vast)
        raise OpslagFout(
            f"Wat verwijderd moet worden heeft nog relaties: {ids}.",
            hulp="Verwijder eerst die relaties, of draai eerst de latere imports terug.",
        )


def _ends(wijziging: RelatieWijziging) -> tuple[str, str, str]:
    return wijziging.type, wijziging.van_basis, wijziging.naar_basis


def _grouped(rijen: Iterable[T], sleutel: Callable[[T], K]) -> Iterator[tuple[K, list[T]]]:
    geordend = sorted(rijen, key=sleutel)  # stable: the order of the source stays within a group
    return ((waarde, list(groep)) for waarde, groep in groupby(geordend, key=sleutel))


def batches(rijen: Iterable[T], grootte: int) -> Iterator[list[T]]:
    """Lists of at most so many, in order."""
    stroom = iter(rijen)
    while partij := list(islice(stroom, grootte)):
        yield partij
