"""What preview, provenance and journal cost, and what undoing costs: beside the import without them.

The import without reads and checks the same files by the same importers, and writes what they state in
one transaction. It does not compare it with what is known, shows nothing, keeps no file, and remembers
nothing by which a statement could be traced or an import undone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from benchmarks.gegevens import NU, Gegevens
from benchmarks.meten import Hoofdstuk, Paar, Uitslag, count, ratio_row, seconds
from benchmarks.opslag import empty_server
from netwerkkaart.graph import cypher, open_store
from netwerkkaart.graph.bulk import paused_collector
from netwerkkaart.graph.store import Store
from netwerkkaart.graph.wegschrijven import write_changes
from netwerkkaart.importers import load_importer
from netwerkkaart.inlezen import read_tabel
from netwerkkaart.invoeren import carry_out_import, open_bestand, prepare_import, read_gekend
from netwerkkaart.omzetten.context import Context
from netwerkkaart.plan.wijziging import KnoopWijziging, RelatieWijziging, Velden
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak
from netwerkkaart.terugdraaien import prepare_take_back, take_back
from netwerkkaart.uitvoer.planlijst import summarize_plan
from tests.neo4j_server.server import NotAvailableError, running

Winkel = Callable[[], AbstractContextManager[Store]]
"""Makes an empty store, and cleans it up."""

MET, ZONDER = 2.0, 1.0
"""The targets: the import at most twice that without; undoing at most as long as the import."""


def _files(gegevens: Gegevens) -> tuple[tuple[str, Path], ...]:
    return (("organisaties", gegevens.organisaties), ("relaties", gegevens.relaties))


def with_all(store: Store, gegevens: Gegevens) -> None:
    """Both files as the command line reads them in: planned, shown, kept, traced and journalled."""
    for naam, pad in _files(gegevens):
        importer = load_importer(naam)
        inhoud, bestand = open_bestand(importer, pad)
        context = partial(Context, datum=NU.date(), bron=pad.name)
        voorbereid = prepare_import(store, importer, inhoud, lambda gekend, maak=context: maak(gekend=gekend))  # type: ignore[misc]
        summarize_plan(voorbereid.plan, voorbereid.oogst.voorstellen)
        carry_out_import(store, voorbereid, nu=NU, bestand=bestand)


def without(store: Store, gegevens: Gegevens) -> None:
    """Both files read and checked, and written."""
    for naam, pad in _files(gegevens):
        tabel = read_tabel(pad)
        with paused_collector():
            gekend = read_gekend(store)
            oogst = load_importer(naam).read(tabel, Context(gekend=gekend, datum=NU.date(), bron=pad.name))
            labels = dict(gekend.labels)
            knopen: dict[str, KnoopWijziging] = {}
            relaties: dict[str, RelatieWijziging] = {}
            for u in oogst.uitspraken:
                if isinstance(u, KnoopUitspraak) and u.id not in labels:
                    labels[u.id] = u.label
                    knopen[u.id] = KnoopWijziging(u.label, u.id, None, {**u.eigenschappen})
            for u in oogst.uitspraken:
                if isinstance(u, RelatieUitspraak):
                    bases = cypher.basis_of(labels[u.van]), cypher.basis_of(labels[u.naar])
                    velden: Velden = {**u.eigenschappen}
                    relaties[u.rid] = RelatieWijziging(u.type, u.rid, u.van, u.naar, *bases, None, velden)
            with store.write() as transactie:
                write_changes(transactie, [*knopen.values()], [*relaties.values()], None)


def undo(store: Store) -> None:
    """Take the first import back, and the second that builds on it."""
    take_back(store, prepare_take_back(store, "1", ook_latere=True), nu=NU)


def measure_one(winkel: Winkel, gegevens: Gegevens, naam: str, keer: int) -> tuple[Uitslag, Uitslag]:
    """Both in turn, and the undoing after each import, as two rows."""
    met: list[float] = []
    zonder: list[float] = []
    terug: list[float] = []
    for _ in range(keer):
        with winkel() as store:
            met.append(seconds(lambda: with_all(store, gegevens)))
            terug.append(seconds(lambda: undo(store)))
        with winkel() as store:
            for opdracht in cypher.constraints().values():
                with store.write() as transactie:
                    transactie.run(opdracht)
            zonder.append(seconds(lambda: without(store, gegevens)))
    return (
        ratio_row(f"inlezen, {naam}", Paar(tuple(met), tuple(zonder)), MET),
        ratio_row(f"terugdraaien naast inlezen, {naam}", Paar(tuple(terug), tuple(met)), ZONDER),
    )


@contextmanager
def _embedded(map_: Path) -> Iterator[Store]:
    with TemporaryDirectory(dir=map_) as eigen:
        store = open_store(str(Path(eigen) / "g.kgl"), schrijven=True)
        try:
            yield store
        finally:
            store.close()


def measure_input(gegevens: Gegevens, keer: int = 3) -> Hoofdstuk:
    """What it costs to see, to trace and to take back, in a file and on a server."""
    opmerkingen: tuple[str, ...] = ()
    with (
        TemporaryDirectory(dir=gegevens.map) as bewaard,
        patch.dict("os.environ", NETWERKKAART_BEWAARD=bewaard),
    ):
        rijen = [*measure_one(lambda: _embedded(gegevens.map), gegevens, "een bestand", keer)]
        try:
            with running("2g") as server:
                with empty_server(server) as store:
                    with_all(store, gegevens)  # the server warms up, for both
                    undo(store)
                rijen += measure_one(lambda: empty_server(server), gegevens, "Neo4j", keer)
        except NotAvailableError as fout:
            opmerkingen = (f"Zonder Neo4j: {fout}.",)
    naam = f"{count(gegevens.aantal_organisaties)} organisaties + {count(gegevens.aantal_relaties)} relaties"
    return Hoofdstuk(
        "Zien, navragen en terugnemen",
        f"{naam}, ingelezen met plan vooraf, herkomst van elk gegeven, journaal en bewaard bestand; onder "
        "«kaal» staat hetzelfde inlezen en keuren zonder dat alles. Bij terugdraaien staat onder «kaal» het "
        "inlezen zelf. Een eerste ronde op de server, inlezen en terugdraaien, telt niet mee.",
        tuple(rijen),
        opmerkingen,
    )
