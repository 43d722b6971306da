"""Open the store that an address names, and make sure that it is ours."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from netwerkkaart.fouten import OpslagFout
from netwerkkaart.graph.store import Store

SCHEMAS: tuple[str, ...] = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
"""URI schemes that mean a Neo4j server; any other address is a file."""


def default_path() -> Path:
    """The file of the embedded store when nobody names one. Its folder may not exist yet."""
    from platformdirs import user_data_path

    return user_data_path("netwerkkaart", appauthor=False) / "netwerkkaart.kgl"


def open_store(adres: str | None = None, *, schrijven: bool = False, maken: bool = True) -> Store:
    """Open a store to read or to write, and check that it is ours.

    Args:
        adres: a file, or the URI of a Neo4j server (``neo4j://``, ``neo4j+s://``, ``bolt://`` …); None:
            the variable ``NETWERKKAART_STORE``, else ``netwerkkaart.kgl`` in the user's data folder.
            A server takes user, password and database from ``NEO4J_USERNAME`` (empty: none asked),
            ``NEO4J_PASSWORD`` and ``NEO4J_DATABASE``.
        schrijven: open to write. On a file this takes the lease: one process at a time.
        maken: with ``schrijven``, make a file that does not exist yet.

    Raises:
        OpslagFout: nothing there to read, not ours, of another version, damaged, locked by another
            process, server down, user, password or database wrong.
    """
    gekozen = adres or os.environ.get("NETWERKKAART_STORE") or ""
    if urlsplit(gekozen).scheme in SCHEMAS:
        store = _open_bolt(gekozen, schrijven)
    elif "://" in gekozen:
        raise OpslagFout(
            f"{gekozen} is geen adres van een opslag.",
            hulp="Geef een bestand op, of een adres als neo4j://server:7687.",
        )
    else:
        store = _open_file(Path(gekozen).expanduser() if gekozen else None, schrijven, maken)
    try:
        is_nieuw = not _check_ours(store, leeg_mag=schrijven and maken)
        if schrijven:
            _check_writable(store)
        if schrijven and not is_nieuw:
            from netwerkkaart.graph.initialiseren import update_schema

            update_schema(store)
    except BaseException:
        store.close()
        raise
    return store


def address_of(adres: str | None = None) -> str:
    """What :attr:`Store.adres` would be of the store that an address names; nothing is opened.

    >>> address_of("neo4j://an:geheim@server:7687")
    'neo4j://server:7687'
    """
    gekozen = adres or os.environ.get("NETWERKKAART_STORE") or ""
    if urlsplit(gekozen).scheme in SCHEMAS:
        uri, database = _without_user(gekozen), os.environ.get("NEO4J_DATABASE", "")
        return f"{uri} ({database})" if database else uri
    return str(Path(gekozen).expanduser() if gekozen else default_path())


def _without_user(adres: str) -> str:
    """A password in an address ends up in messages and in the shell's history."""
    delen = urlsplit(adres)
    return urlunsplit(delen._replace(netloc=delen.netloc.rpartition("@")[2]))


def _open_bolt(adres: str, schrijven: bool) -> Store:
    from netwerkkaart.graph.bolt import BoltStore

    delen = urlsplit(adres)
    return BoltStore(
        _without_user(adres),
        gebruiker=delen.username or os.environ.get("NEO4J_USERNAME", ""),
        wachtwoord=delen.password or os.environ.get("NEO4J_PASSWORD", ""),
        database=os.environ.get("NEO4J_DATABASE", ""),
        schrijven=schrijven,
    )


def _open_file(pad: Path | None, schrijven: bool, maken: bool) -> Store:
    from netwerkkaart.graph.ingebed import IngebedStore, has_unsaved_log
    from netwerkkaart.graph.opslagfouten import no_data

    if pad is None:
        pad = default_path()
        if schrijven and maken:
            with suppress(OSError):  # what is wrong with the folder is told on opening
                pad.parent.mkdir(parents=True, exist_ok=True)
    bestaat = pad.exists() or has_unsaved_log(pad)
    if not bestaat and not (schrijven and maken):
        raise no_data(pad)
    return IngebedStore(pad, schrijven=schrijven)


def _check_writable(store: Store) -> None:
    from netwerkkaart.graph.onderzoek_band import is_research

    if is_research(store):
        raise OpslagFout(
            f"{store.adres} is een kopie voor onderzoek; daarin wordt niets gewijzigd.",
            hulp="Wijzig de graaf waaruit ze komt, en maak een nieuwe kopie.",
        )


def _check_ours(store: Store, *, leeg_mag: bool) -> bool:
    """Whether it is ours; False: it is empty, and may be."""
    from netwerkkaart.graph import cypher, opslagfouten
    from netwerkkaart.schema.register import FORMAAT

    merk = store.read(cypher.MERK).rijen
    if merk:
        if merk[0][0] != FORMAAT:
            raise opslagfouten.other_format(store.adres, merk[0][0], FORMAAT)
        return True
    if store.read(cypher.HAS_DATA).rijen:
        raise opslagfouten.not_ours(store.adres)
    if not leeg_mag:
        raise OpslagFout(
            f"Er zijn nog geen gegevens in {store.adres}.",
            hulp="Begin met netwerkkaart import … of met netwerkkaart demo.",
        )
    return False
