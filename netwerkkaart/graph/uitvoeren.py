"""Carry out a plan: all of it in one transaction, or nothing."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import sha256

from netwerkkaart.fouten import OpslagFout
from netwerkkaart.graph import cypher
from netwerkkaart.graph.bulk import paused_collector
from netwerkkaart.graph.initialiseren import create_mark, next_version, prepare_schema
from netwerkkaart.graph.regels import node_line, relation_line
from netwerkkaart.graph.store import Store, Transactie
from netwerkkaart.graph.wegschrijven import batches, write_changes
from netwerkkaart.plan.wijziging import KnoopWijziging, Plan, RelatieWijziging
from netwerkkaart.schema.register import TYPEN, Waarde, relation_id

REEKS = 1_000
"""Changes per ``Wijziging`` node."""

Voortgang = Callable[[int, int], None]
"""Called with the number of changes done and the total."""


@dataclass(frozen=True, slots=True)
class ImportGegevens:
    """What is to be remembered of an import, beside its changes.

    Args:
        soort_import: name of the importer, as ``scholen`` or ``terugdraaien``.
        tijdstip: when, with a time zone; stored in UTC. Given by the caller, so that tests repeat.
        bron: name of the source; empty: none.
        bron_datum: date of the source.
        bestand_sha256: hash of the file that was read, in hexadecimal.
        id: id of the import; empty: made from the time and a random part.
        bestand: name under which the file that was read is kept; empty: it is not.
        keuzes: JSON of how the file was read.
        draait_terug: ids of the imports that this one takes back.
        omvat: ids of imports made in other graphs, whose work this one brings.
    """

    soort_import: str
    tijdstip: datetime
    bron: str = ""
    bron_datum: date | None = None
    bestand_sha256: str = ""
    id: str = field(default="")
    bestand: str = ""
    keuzes: str = ""
    draait_terug: tuple[str, ...] = ()
    omvat: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportVerslag:
    """What an import did: its id, its number in this graph, and how much is new, changed or removed."""

    id: str
    versie: int
    nieuw: int
    gewijzigd: int
    verwijderd: int = 0


def carry_out(
    store: Store, plan: Plan, over: ImportGegevens, voortgang: Voortgang | None = None
) -> ImportVerslag | None:
    """Write the changes of a plan, and remember them so that they can be shown and undone.

    A change without ``voor`` creates; one without ``na`` removes (relations go before nodes, and a node
    that still has relations is refused by the engine); any other changes only the fields that it
    names, where ``None`` clears. O(number of changes).

    Returns:
        What was done; None when the plan is empty: then nothing is written, no import either (unless it
        takes others back, of which nothing was left).

    Raises:
        OpslagFout: the store is down, or somebody wrote since the plan was made. Nothing is changed.
    """
    if plan.is_leeg and not over.draait_terug and not over.omvat:
        return None
    zonder_merk = prepare_schema(store)
    imp = over.id or _new_id(over.tijdstip)
    verslag = ImportVerslag(imp, plan.versie + 1, *_count(plan))
    with paused_collector(), store.write() as transactie:
        if zonder_merk:
            create_mark(transactie)
        next_version(transactie, plan.versie)
        melden = _Teller(voortgang, len(plan.knopen) + len(plan.relaties))
        write_changes(transactie, plan.knopen, plan.relaties, imp, melden.add)
        _write_import(transactie, verslag, over)
        _mark_taken_back(transactie, over.draait_terug)
        _write_lines(transactie, imp, _lines(plan))
    return verslag


class _Teller:
    """Adds up what is done, for the caller's progress bar."""

    def __init__(self, voortgang: Voortgang | None, totaal: int) -> None:
        self._voortgang, self._totaal, self._gedaan = voortgang, totaal, 0

    def add(self, aantal: int) -> None:
        self._gedaan += aantal
        if self._voortgang is not None:
            self._voortgang(self._gedaan, self._totaal)


def _count(plan: Plan) -> tuple[int, int, int]:
    alle: list[KnoopWijziging | RelatieWijziging] = [*plan.knopen, *plan.relaties]
    nieuw = sum(w.voor is None for w in alle)
    verwijderd = sum(w.voor is not None and not w.na for w in alle)
    return nieuw, len(alle) - nieuw - verwijderd, verwijderd


def _new_id(tijdstip: datetime) -> str:
    return f"imp:{tijdstip.astimezone(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(4)}"


def _write_import(transactie: Transactie, verslag: ImportVerslag, over: ImportGegevens) -> None:
    eigenschappen: dict[str, Waarde] = {
        "naam": f"Import {verslag.versie}: {over.soort_import}",
        "soort_import": over.soort_import,
        "tijdstip": over.tijdstip.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "versie": verslag.versie,
        "nieuw": verslag.nieuw,
        "gewijzigd": verslag.gewijzigd + verslag.verwijderd,
    }
    bekend: dict[str, Waarde | None] = {
        "bron": over.bron,
        "bron_datum": over.bron_datum,
        "bestand": over.bestand,
        "keuzes": over.keuzes,
        "draait_terug": list(over.draait_terug),
        "omvat": list(over.omvat),
    }
    eigenschappen |= {naam: waarde for naam, waarde in bekend.items() if waarde}
    transactie.run(cypher.CREATE_IMPORT, {"id": verslag.id, "p": eigenschappen})
    if over.bron:
        _write_source(transactie, verslag.id, over)


def taken_back_by(imports: Sequence[tuple[str, Sequence[str]]]) -> dict[str, str]:
    """Which import took which back, of those that still count; the others are in effect. O(imports).

    A taking-back that was taken back itself no longer counts, and so on.

    Args:
        imports: id and what it takes back, of every import in order.

    >>> taken_back_by([("a", ()), ("b", ["a"])]), taken_back_by([("a", ()), ("b", ["a"]), ("c", ["b"])])
    ({'a': 'b'}, {'b': 'c'})
    """
    door: dict[str, str] = {}
    for id_, terug in reversed(imports):
        if id_ not in door:
            door |= dict.fromkeys(terug, id_)
    return door


def _mark_taken_back(transactie: Transactie, ids: tuple[str, ...]) -> None:
    """Note on each import by which one it is taken back now."""
    if not ids:
        return
    alle = [(str(id_), p) for id_, p in transactie.run(cypher.IMPORTS).rijen if isinstance(p, dict)]
    if not {*ids} <= {id_ for id_, _ in alle}:
        raise OpslagFout(
            "Een import die teruggedraaid moest worden, is er niet (meer).",
            hulp="Doe het commando opnieuw; er is niets bewaard.",
        )
    door = taken_back_by([(id_, p.get("draait_terug") or ()) for id_, p in alle])
    anders: dict[str | None, list[str]] = {}
    for id_, p in alle:
        if p.get("teruggedraaid_door") != door.get(id_):
            anders.setdefault(door.get(id_), []).append(id_)
    for nu, groep in anders.items():
        transactie.run(cypher.MARK_IMPORTS, {"ids": groep, "p": {"teruggedraaid_door": nu}})


def _write_source(transactie: Transactie, imp: str, over: ImportGegevens) -> None:
    datum = over.bron_datum.isoformat() if over.bron_datum else ""
    kenmerk = sha256("\n".join((over.bron, datum, over.bestand_sha256)).encode()).hexdigest()
    id_ = f"bron:{kenmerk[:16]}"
    eigenschappen: dict[str, Waarde] = {"naam": over.bron[:500], "imp": imp}
    if over.bron_datum:
        eigenschappen["datum"] = over.bron_datum
    if over.bestand_sha256:
        eigenschappen["sha256"] = over.bestand_sha256
    transactie.run(cypher.MERGE_BRON, {"id": id_, "p": eigenschappen})
    rid = relation_id(TYPEN["GEBRUIKT"], imp, id_, {})
    transactie.run(cypher.GEBRUIKT, {"van": imp, "naar": id_, "rid": rid, "p": {"imp": imp}})


def _lines(plan: Plan) -> Iterator[str]:
    for nr, wijziging in enumerate(plan.knopen, start=1):
        yield node_line(nr, wijziging)
    for nr, verband in enumerate(plan.relaties, start=len(plan.knopen) + 1):
        yield relation_line(nr, verband)


def _write_lines(transactie: Transactie, imp: str, regels: Iterable[str]) -> None:
    for nr, reeks in enumerate(batches(regels, REEKS), start=1):
        eigenschappen = {"imp": imp, "nr": nr, "regels": "\n".join(reeks)}
        transactie.run(cypher.CREATE_WIJZIGING, {"id": f"{imp}:{nr}", "p": eigenschappen})
