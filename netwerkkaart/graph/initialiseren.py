"""Make an empty store ready: constraints first, then the mark that says whose it is."""

from __future__ import annotations

import logging

from netwerkkaart.fouten import OpslagFout
from netwerkkaart.graph import cypher
from netwerkkaart.graph.opslagfouten import changed_meanwhile
from netwerkkaart.graph.store import Store, Transactie
from netwerkkaart.schema.register import FORMAAT

logger = logging.getLogger(__name__)


def prepare_schema(store: Store) -> bool:
    """Make the constraints in an empty store, in a transaction of their own as Neo4j asks.

    Writing 10,000 nodes into Neo4j without them takes seven times as long.

    Returns:
        Whether the store still lacks its mark, so that the first write must make it.
    """
    if store.read(cypher.MERK).rijen:
        return False
    with store.write() as transactie:
        for opdracht in cypher.constraints().values():
            transactie.run(opdracht)
    return True


def update_schema(store: Store) -> None:
    """Make the constraints that a store lacks because it was made by an earlier version. One reading query.

    Where that cannot be (the user of a server may not, or a program beside ours wrote an id twice) the
    store stays as it was, and so does what could be done with it: the log tells.
    """
    try:
        er = {str(naam) for (naam,) in store.read(cypher.INDEXES).rijen}
        nieuw = [opdracht for naam, opdracht in cypher.constraints().items() if naam not in er]
        if nieuw:
            with store.write() as transactie:
                for opdracht in nieuw:
                    transactie.run(opdracht)
    except OpslagFout as fout:
        logger.warning("De beperkingen in %s konden niet aangevuld worden: %s", store.adres, fout.tekst)


def create_mark(transactie: Transactie) -> None:
    """Write the mark of a new graph, at version 0."""
    eigenschappen = {"naam": "Netwerkkaart", "formaat": FORMAAT, "versie": 0}
    transactie.run(cypher.CREATE_MERK, {"p": eigenschappen})


def next_version(transactie: Transactie, verwacht: int) -> int:
    """Count one write, and make sure that nobody wrote since version ``verwacht`` was read.

    On a server the lock on the mark makes writers wait for one another here.

    Raises:
        OpslagFout: somebody did.
    """
    transactie.run(cypher.LOCK)
    rijen = transactie.run(cypher.NEXT_VERSION).rijen
    versie = rijen[0][0] if rijen else None
    if versie != verwacht + 1:
        raise changed_meanwhile()
    return verwacht + 1


def jump_to_version(store: Store, versie: int) -> None:
    """Make the next write number ``versie + 1``, as in the graph that is repeated here."""
    zonder_merk = prepare_schema(store)
    with store.write() as transactie:
        if zonder_merk:
            create_mark(transactie)
        transactie.run(cypher.LOCK)
        transactie.run(cypher.SET_VERSION, {"versie": versie})
