"""The embedded store: one file on a laptop, no server. The engine is kglite.

Who writes holds a lease on the file, keeps a log (``-wal``) that survives a kill, and makes a
checkpoint after every write, because a reader takes no lease and sees the last checkpoint only. The
engine's English warnings never reach a person: what matters in them is told here, in Dutch.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import kglite

from netwerkkaart.fouten import OpslagFout
from netwerkkaart.graph import ingebed_fouten as fouten
from netwerkkaart.graph.journaal import Journaal
from netwerkkaart.graph.opslagfouten import closed, no_data, read_only
from netwerkkaart.graph.stil import quiet_stderr
from netwerkkaart.graph.store import Parameters, Resultaat

logger = logging.getLogger(__name__)

_LEEG_LOGBOEK = 5
"""Size in bytes of a log without frames: its header alone."""

# Advice about the shape of our queries, in English and meant for their writer: our tests see to that.
kglite.set_query_warning_policy("silent")


def has_unsaved_log(pad: Path) -> bool:
    """True when a killed writer left commits in the log that the checkpoint may lack."""
    logboek = pad.with_name(pad.name + "-wal")
    return logboek.is_file() and logboek.stat().st_size > _LEEG_LOGBOEK


class IngebedStore:
    """A store in one file. Open it with :func:`netwerkkaart.graph.open_store`.

    Args:
        pad: the file; a writing open makes it when it is missing.
        schrijven: take the writer's lease; else the last checkpoint is read.

    Raises:
        OpslagFout: the file is missing, damaged, not ours, or another process writes it.
    """

    soort: Literal["ingebed"] = "ingebed"

    def __init__(self, pad: Path, *, schrijven: bool) -> None:
        self.pad = pad
        self.schrijven = schrijven
        self._graaf: kglite.KnowledgeGraph | None = None
        fouten.check_header(pad)
        self._graaf = _open_writer(pad) if schrijven else _open_reader(pad)
        if schrijven:
            self._catch_up()

    @property
    def adres(self) -> str:
        """Path of the file."""
        return str(self.pad)

    @property
    def journaal(self) -> Journaal:
        """The changes of every import, as JSON Lines beside the store."""
        return Journaal(self.pad.with_name(self.pad.name + ".wijzigingen.jsonl"))

    def read(self, cypher: str, parameters: Parameters | None = None) -> Resultaat:
        """Run one reading statement. See :class:`netwerkkaart.graph.store.Store`."""
        with fouten.translated(self.pad):
            return _rows(self._open_graph().cypher(cypher, params=dict(parameters or {})))

    @contextmanager
    def write(self) -> Iterator[IngebedTransactie]:
        """A transaction; afterwards a checkpoint, and the journal beside the store is brought up to date."""
        graaf = self._open_graph()
        if not self.schrijven:
            raise read_only(self.pad.name)
        with fouten.translated(self.pad):
            lopend = graaf.begin()
        try:
            yield IngebedTransactie(lopend, self.pad)
        except BaseException:
            lopend.rollback()
            raise
        try:
            with fouten.translated(self.pad):
                lopend.commit()
        except OpslagFout:
            # After a refused append the handle no longer describes the file: the next open replays the log.
            self.close()
            raise
        self._checkpoint(graaf)
        self._catch_up()

    def close(self) -> None:
        """Give back the lease. Safe to call twice."""
        graaf, self._graaf = self._graaf, None
        if graaf is not None and self.schrijven:
            _release(graaf)

    def _open_graph(self) -> kglite.KnowledgeGraph:
        if self._graaf is None:
            raise closed(self.pad.name)
        return self._graaf

    def _checkpoint(self, graaf: kglite.KnowledgeGraph) -> None:
        try:
            with fouten.translated(self.pad, bewaard=True), quiet_stderr():
                graaf.save()
        except OpslagFout:
            self.close()
            raise

    def _catch_up(self) -> None:
        self.journaal.catch_up(self.read)


class IngebedTransactie:
    """A running transaction of the embedded store."""

    def __init__(self, lopend: kglite.Transaction, pad: Path) -> None:
        self._lopend = lopend
        self._pad = pad

    def run(self, cypher: str, parameters: Parameters | None = None) -> Resultaat:
        """Run one statement inside the transaction."""
        with fouten.translated(self._pad):
            return _rows(self._lopend.cypher(cypher, params=dict(parameters or {})))


def _rows(gezien: object) -> Resultaat:
    assert isinstance(gezien, kglite.ResultView)  # nothing else comes back without to_df and FORMAT CSV
    kolommen = tuple(gezien.columns)
    if not kolommen or not len(gezien):
        return Resultaat(kolommen, [])
    return Resultaat(kolommen, list(zip(*(gezien.column(naam) for naam in kolommen), strict=True)))


def _open_writer(pad: Path) -> kglite.KnowledgeGraph:
    eerder = fouten.set_aside(pad)
    achterstand = has_unsaved_log(pad)
    with fouten.translated(pad), quiet_stderr():
        graaf = kglite.open(str(pad))
    try:
        if achterstand:
            with fouten.translated(pad, bewaard=True), quiet_stderr():
                graaf.save()
        nieuw = fouten.set_aside(pad) - eerder
        if nieuw:
            _tell_incident(pad, nieuw, graaf)
    except BaseException:
        _release(graaf)
        raise
    return graaf


def _release(graaf: kglite.KnowledgeGraph) -> None:
    """Give back the lease without another checkpoint: every write made one.

    The engine does so when its block ends in an exception; its ``close`` would write the file again.
    """
    graaf.__exit__(RuntimeError, RuntimeError("released"), None)


def _open_reader(pad: Path) -> kglite.KnowledgeGraph:
    if has_unsaved_log(pad):
        _replay(pad)
    if not pad.is_file():
        raise no_data(pad)
    with fouten.translated(pad), quiet_stderr(), warnings.catch_warnings():
        # Commits of a writer that is at work now: they come with its checkpoint.
        warnings.simplefilter("ignore")
        return kglite.load(str(pad))


def _replay(pad: Path) -> None:
    """Make a checkpoint of what a killed writer left in the log, unless another writer is at work."""
    try:
        graaf = _open_writer(pad)
    except OpslagFout as fout:
        if not isinstance(fout.__cause__, kglite.WriterLeaseHeldError):
            raise
    else:
        _release(graaf)


def _tell_incident(pad: Path, nieuw: frozenset[str], graaf: kglite.KnowledgeGraph) -> None:
    """Tell that the engine put a part of its log aside.

    A torn tail is what a power cut amid a commit leaves: nothing that was acknowledged is in it, so a
    warning is enough. Anything else, or an import that our own journal knows and the graph lacks, is loss.
    """

    def read(cypher: str, parameters: Mapping[str, object] | None = None) -> Resultaat:
        return _rows(graaf.cypher(cypher, params=dict(parameters or {})))

    journaal = Journaal(pad.with_name(pad.name + ".wijzigingen.jsonl"))
    verloren = journaal.missing_in_graph(read)
    if verloren or any(".quarantine" in naam for naam in nieuw):
        raise fouten.incident(pad, sorted(nieuw), verloren)
    logger.warning(
        "De vorige schrijfbeurt in %s is halverwege afgebroken en telt niet mee;"
        " alles van daarvoor is er nog.",
        pad.name,
    )
