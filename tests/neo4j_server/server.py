"""A real Neo4j server without Docker: Maven fetches the jars, a ten-line Java main starts them.

Needs Java 17 and Maven. The jars (some 130 MB) are kept in ``.neo4j-test/`` in the root of the
repository, so that only the first run waits for them.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

HIER = Path(__file__).resolve().parent
CACHE = HIER.parents[1] / ".neo4j-test"
GEBRUIKER = "neo4j"
WACHTWOORD = "netwerkkaart-test"
_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"
_VERSIE = re.compile(r"<neo4j\.version>(.+)</neo4j\.version>")


class NotAvailableError(Exception):
    """Java or Maven is missing, or the jars could not be fetched; the text says what to do."""


@dataclass(frozen=True)
class Server:
    """A running server; ``proces`` may be killed by a test that wants to see what is left."""

    uri: str
    proces: subprocess.Popen[str]


def fetch_jars() -> Path:
    """The folder with the jars and the compiled main; fetched at the first call.

    Raises:
        NotAvailableError: no Java, no Maven, or the registry cannot be reached.
    """
    for programma, pakket in (("java", "openjdk-17-jdk"), ("javac", "openjdk-17-jdk"), ("mvn", "maven")):
        if shutil.which(programma) is None:
            raise NotAvailableError(
                f"{programma} is missing; install it (Debian: apt install {pakket}) to test against Neo4j"
            )
    CACHE.mkdir(exist_ok=True)
    try:
        from filelock import FileLock
    except ImportError:  # `make neo4j` has no libraries of the tests, and nobody beside it
        return _fetched()
    with FileLock(CACHE / ".slot"):  # tests run side by side, and each worker starts a server
        return _fetched()


def _fetched() -> Path:
    treffer = _VERSIE.search((HIER / "pom.xml").read_text("utf-8"))
    assert treffer is not None
    jars = CACHE / f"jars-{treffer[1]}"
    if not (jars / "Server.class").is_file():
        _run(["mvn", "-q", "-B", "-f", str(HIER / "pom.xml"), _PLUGIN, "-DincludeScope=runtime",
              f"-DoutputDirectory={jars}"])  # fmt: skip
        _run(["javac", "-cp", f"{jars}/*", "-d", str(jars), str(HIER / "Server.java")])
    return jars


def _run(opdracht: list[str]) -> None:
    gedaan = subprocess.run(opdracht, capture_output=True, text=True, check=False)
    if gedaan.returncode:
        raise NotAvailableError(f"{opdracht[0]} failed: {(gedaan.stderr or gedaan.stdout)[-1500:]}")


@contextmanager
def running(
    geheugen: str = "768m",
    map_: Path | None = None,
    *,
    poort: int = 0,
    wachtwoord: str = WACHTWOORD,
    kort: bool = False,
) -> Iterator[Server]:
    """Start a server on this machine, with a password; stop it at the end.

    Args:
        geheugen: heap of the server, as Java's ``-Xmx`` takes it.
        map_: home folder with the data; None: an empty one that is thrown away.
        poort: where it listens; 0: any free port.
        wachtwoord: of a new server; one with data keeps its own.
        kort: compile its code quickly rather than well: a run of tests never earns the second back.
    """
    jars = fetch_jars()
    tijdelijk = Path(tempfile.mkdtemp(prefix="neo4j-"))
    thuis = map_ or tijdelijk
    nieuw = not (thuis / "data").exists()
    poort = poort or _free_port()
    conf = tijdelijk / "neo4j.conf"
    conf.write_text(_settings(thuis, poort, jars), "utf-8")
    logboek = (tijdelijk / "server.log").open("w", encoding="utf-8")
    proces = subprocess.Popen(
        ["java", f"-Xmx{geheugen}", "-XX:+UseSerialGC", *(["-XX:TieredStopAtLevel=1"] if kort else []),
         "--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED",
         "-cp", f"{jars}{os.pathsep}{jars}/*", "Server", str(thuis), str(conf)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=logboek, text=True,
    )  # fmt: skip
    try:
        _wait_until_ready(proces, tijdelijk / "server.log")
        server = Server(f"bolt://127.0.0.1:{poort}", proces)
        if nieuw:
            _set_password(server.uri, wachtwoord)
        yield server
    finally:
        if map_ is None:
            proces.kill()  # nobody looks at these data again, and an orderly stop takes ten seconds
        with suppress(OSError):
            if proces.stdin:
                proces.stdin.close()
        try:
            proces.wait(30)
        except subprocess.TimeoutExpired:
            proces.kill()
            proces.wait()
        if proces.stdout:
            proces.stdout.close()
        logboek.close()
        shutil.rmtree(tijdelijk, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as deur:
        deur.bind(("127.0.0.1", 0))
        return int(deur.getsockname()[1])


def _settings(thuis: Path, poort: int, jars: Path) -> str:
    return f"""\
server.directories.neo4j_home={thuis}
server.directories.lib={jars}
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{poort}
server.bolt.advertised_address=127.0.0.1:{poort}
dbms.security.auth_enabled=true
dbms.usage_report.enabled=false
server.memory.pagecache.size=128m
"""


def _wait_until_ready(proces: subprocess.Popen[str], logboek: Path) -> None:
    assert proces.stdout is not None
    for regel in proces.stdout:
        if regel.strip() == "READY":
            return
    raise NotAvailableError(f"the server did not start: {logboek.read_text('utf-8')[-1500:]}")


def _set_password(uri: str, nieuw: str) -> None:
    """Replace the password that every new server has; it lets nobody do anything else before."""
    import neo4j

    with neo4j.GraphDatabase.driver(uri, auth=(GEBRUIKER, "neo4j")) as driver:
        driver.execute_query(
            "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $nieuw", nieuw=nieuw, database_="system"
        )


def environment(server: Server) -> dict[str, str]:
    """The variables with which ``open_store`` finds this server."""
    return {
        "NETWERKKAART_STORE": server.uri,
        "NEO4J_USERNAME": GEBRUIKER,
        "NEO4J_PASSWORD": WACHTWOORD,
        "NEO4J_DATABASE": "",
    }


def in_ci() -> bool:
    """True on a build server, where a missing tool is a fault and not a reason to skip."""
    return bool(os.environ.get("CI"))
