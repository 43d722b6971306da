"""What can go wrong with a Neo4j server, said in Dutch, with what to do next."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions as bolt

from netwerkkaart.fouten import OpslagFout
from netwerkkaart.graph.opslagfouten import changed_meanwhile

_GEHEUGEN = frozenset(
    {
        "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
        "Neo.TransientError.General.TransactionMemoryLimit",
        "Neo.TransientError.General.OutOfMemoryError",
    }
)


def is_memory(fout: bolt.Neo4jError) -> bool:
    """Whether the server had too little memory."""
    return fout.code in _GEHEUGEN


@contextmanager
def no_retry_on_memory(uri: str) -> Iterator[None]:
    """Make a lack of memory final: the driver would try four times, each time in vain."""
    try:
        yield
    except bolt.Neo4jError as fout:
        if is_memory(fout):
            raise _memory(uri) from fout
        raise


@contextmanager
def translated(uri: str, database: str) -> Iterator[None]:
    """Turn what the driver raises about server and connection into an :class:`OpslagFout`.

    Faults in our own Cypher stay as they are: they are a programmer's.
    """
    try:
        yield
    except (ValueError, bolt.ConfigurationError) as fout:
        raise OpslagFout(
            f"{uri} is geen geldig adres van een Neo4j-server.",
            hulp="Geef een adres als neo4j://server:7687 of neo4j+s://….databases.neo4j.io.",
        ) from fout
    except bolt.AuthError as fout:
        raise OpslagFout(
            f"De gebruikersnaam of het wachtwoord voor {uri} klopt niet.",
            hulp="Zet NEO4J_USERNAME en NEO4J_PASSWORD juist in de omgeving.",
        ) from fout
    except bolt.Neo4jError as fout:
        vertaling = _from_code(uri, database, fout)
        if vertaling is None:
            raise
        raise vertaling from fout
    except bolt.DriverError as fout:
        raise _down(uri) from fout


def _from_code(uri: str, database: str, fout: bolt.Neo4jError) -> OpslagFout | None:
    code = fout.code or ""
    if code in _GEHEUGEN:
        return _memory(uri)
    if code == "Neo.ClientError.Database.DatabaseNotFound":
        return OpslagFout(
            f"De database {database or 'neo4j'} bestaat niet op {uri}.",
            hulp="Zet NEO4J_DATABASE op een bestaande database, of laat hem leeg.",
        )
    if code == "Neo.ClientError.Security.AuthenticationRateLimit":
        return OpslagFout(
            f"{uri} weigert even nieuwe pogingen: te vaak een verkeerd wachtwoord.",
            hulp="Wacht een halve minuut, zet NEO4J_PASSWORD juist en probeer opnieuw.",
        )
    if code == "Neo.ClientError.Schema.ConstraintValidationFailed":
        return changed_meanwhile()
    if code.endswith(".Schema.ConstraintCreationFailed"):
        return OpslagFout(
            f"In {uri} staan twee knopen van één soort met hetzelfde kenmerk.",
            hulp="Een ander programma schreef ze; vraag de beheerder om er één te verwijderen.",
        )
    if code.startswith("Neo.ClientError.Security."):
        return OpslagFout(
            f"Deze gebruiker mag dit niet op {uri}.",
            hulp="Vraag de beheerder om rechten, of gebruik een andere NEO4J_USERNAME.",
        )
    if code in ("Neo.ClientError.Cluster.NotALeader", "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase"):
        return OpslagFout(
            f"Op {uri} kan nu niet geschreven worden.",
            hulp="Gebruik een adres dat met neo4j:// begint, of vraag de beheerder waarom dit zo is.",
        )
    if code.startswith("Neo.TransientError."):
        return OpslagFout(
            f"{uri} kon dit nu niet afwerken.", hulp="Er is niets gewijzigd. Probeer het opnieuw."
        )
    return None


def _memory(uri: str) -> OpslagFout:
    return OpslagFout(
        f"{uri} heeft te weinig geheugen voor deze vraag of import.",
        hulp="Er is niets gewijzigd. Vraag de beheerder om dbms.memory.transaction.total.max te verhogen,"
        " of voer het bestand in delen in.",
    )


def _down(uri: str) -> OpslagFout:
    return OpslagFout(
        f"De Neo4j-server {uri} antwoordt niet.",
        hulp="Start de server (docker compose up -d, of make neo4j), of kijk het adres, de poort en het"
        " netwerk na.",
    )
