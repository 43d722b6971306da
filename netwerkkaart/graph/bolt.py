"""The shared store: a Neo4j server, cluster or Aura, over Bolt."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Literal, cast

import neo4j
from neo4j import GraphDatabase
from neo4j.exceptions import Forbidden
from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

from netwerkkaart.graph import bolt_fouten as fouten
from netwerkkaart.graph import cypher as vragen
from netwerkkaart.graph.opslagfouten import closed, read_only
from netwerkkaart.graph.store import Parameters, Reader, Resultaat

_VERBINDEN = 2.0
"""Seconds to wait for one address; a name may stand for two (IPv6 and IPv4)."""
_WACHTEN = 600.0
"""Seconds that a reader may wait for a running import, and then read."""
_OPNIEUW = 5.0
"""Seconds in which the driver may repeat a reading transaction that failed for a passing cause."""


# The driver tells of each new attempt, in English, on stderr: what matters comes as an exception.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


class BoltStore:
    """A store on a Neo4j server. Open it with :func:`netwerkkaart.graph.open_store`.

    Args:
        uri: ``neo4j://``, ``neo4j+s://``, ``bolt://`` … without user or password in it.
        gebruiker: user name; empty: the server asks none.
        wachtwoord: password.
        database: name of the database; empty: the user's home database.
        schrijven: whether :meth:`write` is meant to be used.
        bladwijzers: what must have been written before anything is read; see :meth:`access`.

    Raises:
        OpslagFout: server down, user or password wrong, database unknown.
    """

    soort: Literal["bolt"] = "bolt"

    def __init__(
        self,
        uri: str,
        *,
        gebruiker: str = "",
        wachtwoord: str = "",
        database: str = "",
        schrijven: bool = False,
        bladwijzers: Iterable[str] = (),
    ) -> None:
        self.uri = uri
        self.database = database or None
        self.schrijven = schrijven
        self._gebruiker = (gebruiker, wachtwoord)
        self._bladwijzers = GraphDatabase.bookmark_manager(neo4j.Bookmarks.from_raw_values(bladwijzers))
        with fouten.translated(uri, database):
            self._driver: neo4j.Driver | None = GraphDatabase.driver(
                uri,
                auth=(gebruiker, wachtwoord) if gebruiker else None,
                connection_timeout=_VERBINDEN,
                connection_acquisition_timeout=3 * _VERBINDEN,
                max_transaction_retry_time=_OPNIEUW,
                # The server's advice about queries is English and meant for their writer.
                notifications_min_severity="OFF",
            )
        try:
            # Not the driver's verify_connectivity: that says nothing of a database that does not exist.
            with fouten.translated(uri, database), self._session(neo4j.READ_ACCESS) as sessie:
                sessie.run("RETURN 1").consume()
        except BaseException:
            self.close()
            raise

    @property
    def adres(self) -> str:
        """URI, and the database when one was named."""
        return f"{self.uri} ({self.database})" if self.database else self.uri

    def access(self) -> dict[str, object]:
        """The arguments with which another process opens this store, with the password: never to be shown.

        That process then sees what this one wrote, also on another member of a cluster.
        """
        gebruiker, wachtwoord = self._gebruiker
        return {
            "uri": self.uri,
            "gebruiker": gebruiker,
            "wachtwoord": wachtwoord,
            "database": self.database or "",
            "bladwijzers": sorted(self._bladwijzers.get_bookmarks()),
        }

    def read(self, cypher: str, parameters: Parameters | None = None) -> Resultaat:
        """Run one reading statement, repeated by the driver when the cause of a failure passes."""

        def work(transactie: neo4j.ManagedTransaction) -> Resultaat:
            with fouten.no_retry_on_memory(self.uri):
                return _run(transactie.run, cypher, parameters)

        with fouten.translated(self.uri, self.database or ""), self._session(neo4j.READ_ACCESS) as sessie:
            return sessie.execute_read(work)

    @contextmanager
    def write(self) -> Iterator[BoltTransactie]:
        """One explicit transaction. It cannot be repeated by itself: the block may have done other things."""
        if not self.schrijven:
            raise read_only(self.adres)
        with fouten.translated(self.uri, self.database or ""), self._session(neo4j.WRITE_ACCESS) as sessie:
            lopend = sessie.begin_transaction()
            try:
                yield BoltTransactie(lopend)
            except BaseException:
                lopend.close()  # rolls back, and does not complain when the server is gone
                raise
            lopend.commit()

    @contextmanager
    def snapshot(self) -> Iterator[Reader]:
        """Several reading statements on one state of the graph, in which no write is half visible.

        Neo4j has no snapshots: a reader may see a part of what another commits. So this holds the lock
        on the graph's mark, as each writer does: it waits for a running import, and a next one waits
        for it. A user without the right to write reads without that promise.
        """
        with fouten.translated(self.uri, self.database or ""), self._session(neo4j.WRITE_ACCESS) as sessie:
            lopend = sessie.begin_transaction(timeout=_WACHTEN)
            try:
                try:
                    lopend.run(vragen.LOCK).consume()
                except Forbidden:
                    lopend.close()
                    lopend = sessie.begin_transaction()
                yield BoltTransactie(lopend).run
            finally:
                lopend.close()

    def read_limited(
        self, cypher: str, parameters: Parameters | None, *, max_rijen: int, max_seconden: float
    ) -> tuple[Resultaat, bool]:
        """Run somebody else's reading statement, with limits that the server keeps.

        Returns:
            The rows, and whether there were more.
        """
        vraag = neo4j.Query(cypher, timeout=max_seconden)
        with fouten.translated(self.uri, self.database or ""), self._session(neo4j.READ_ACCESS) as sessie:
            antwoord = sessie.run(vraag, dict(parameters or {}))
            rijen = antwoord.fetch(max_rijen + 1)
            resultaat = Resultaat(
                tuple(antwoord.keys()), [_plain_row(rij.values()) for rij in rijen[:max_rijen]]
            )
            return resultaat, len(rijen) > max_rijen

    def explain(
        self, cypher: str, parameters: Parameters | None, *, max_seconden: float
    ) -> Mapping[str, object]:
        """The plan of a statement, without running it."""
        vraag = neo4j.Query(f"EXPLAIN {cypher}", timeout=max_seconden)
        with fouten.translated(self.uri, self.database or ""), self._session(neo4j.READ_ACCESS) as sessie:
            samenvatting = sessie.run(vraag, dict(parameters or {})).consume()
            return {"type": samenvatting.query_type, **(samenvatting.plan or {})}

    def close(self) -> None:
        """Close the connections. Safe to call twice."""
        driver, self._driver = self._driver, None
        if driver is not None:
            driver.close()

    def _session(self, toegang: str) -> neo4j.Session:
        if self._driver is None:
            raise closed(self.adres)
        return self._driver.session(
            database=self.database, default_access_mode=toegang, bookmark_manager=self._bladwijzers
        )


class BoltTransactie:
    """A running transaction on a server."""

    def __init__(self, lopend: neo4j.Transaction) -> None:
        self._lopend = lopend

    def run(self, cypher: str, parameters: Parameters | None = None) -> Resultaat:
        """Run one statement inside the transaction."""
        return _run(self._lopend.run, cypher, parameters)


def _run(run: Callable[..., neo4j.Result], cypher: str, parameters: Parameters | None) -> Resultaat:
    antwoord = run(cypher, dict(parameters or {}))
    return Resultaat(tuple(antwoord.keys()), [_plain_row(rij) for rij in antwoord.values()])


def _plain_row(rij: list[object] | tuple[object, ...]) -> tuple[object, ...]:
    return tuple([waarde if type(waarde) is str else _plain(waarde) for waarde in rij])


def _plain(waarde: object) -> object:
    """Plain Python for what the driver gives: its own dates become ``datetime.date``."""
    soort = type(waarde)
    if soort is str or soort is int:
        return waarde
    if soort is dict:
        return {
            naam: w if type(w) is str else _plain(w) for naam, w in cast(dict[str, object], waarde).items()
        }
    if soort is list:
        return [_plain(deel) for deel in cast(list[object], waarde)]
    if soort is Date:
        return cast(Date, waarde).to_native()
    if soort is bool or soort is float or waarde is None:
        return waarde
    return _rare(waarde)


def _rare(waarde: object) -> object:
    """What only a query of somebody else returns: see ``netwerkkaart.graph.vreemd.Antwoord``."""
    if isinstance(waarde, Node):
        return {"labels": sorted(waarde.labels), "eigenschappen": _plain(dict(waarde))}
    if isinstance(waarde, Relationship):
        return {"type": waarde.type, "eigenschappen": _plain(dict(waarde))}
    if isinstance(waarde, Path):
        return {
            "knopen": [_rare(n) for n in waarde.nodes],
            "relaties": [_rare(r) for r in waarde.relationships],
        }
    if isinstance(waarde, Duration):
        return f"P{waarde.months}M{waarde.days}DT{waarde.seconds}S"
    if isinstance(waarde, DateTime | Time):
        return waarde.iso_format()
    return str(waarde)
