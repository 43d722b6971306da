"""The dump in a real Neo4j, and the CSV by the program for which it is made."""

from __future__ import annotations

import csv
import io
import subprocess
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import cast

import neo4j
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.export.formaten import FORMATEN
from netwerkkaart.export.gegevens import Gegevens
from netwerkkaart.export.neo4j_cypher import REEKS, literal
from netwerkkaart.export.schrijven import write_export
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.bolt import BoltStore
from netwerkkaart.graph.store import Store
from netwerkkaart.schema.register import SOORTEN
from tests.export.hulp import Feiten, facts, geheel, parts, some, vol, write
from tests.neo4j_server.fixture import open_neo4j
from tests.neo4j_server.server import GEBRUIKER, WACHTWOORD, fetch_jars, running
from tests.voorbeelden import DIEP, aantal


def statements(inhoud: bytes) -> list[str]:
    """The statements of a dump: no text in it holds a line end, so each ends at ``;`` and one."""
    regels = [r for r in inhoud.decode("utf-8").split("\n") if not r.startswith("//")]
    return [s for s in "\n".join(regels).split(";\n") if s.strip()]


def in_store(store: Store) -> Feiten:
    """What a store says, in the form of :func:`facts`."""
    knopen = {}
    for labels, velden in store.read("MATCH (n) RETURN labels(n) AS l, properties(n) AS p").rijen:
        eigen = dict(cast("Mapping[str, object]", velden))
        label = next(naam for naam in cast("list[str]", labels) if naam in SOORTEN)
        assert set(cast("list[str]", labels)) == set(SOORTEN[label].soort.labels)
        knopen[str(eigen.pop("id"))] = label, eigen
    relaties = {}
    vraag = "MATCH (a)-[x]->(b) RETURN type(x) AS t, a.id AS van, b.id AS naar, properties(x) AS p"
    for type_, van, naar, velden in store.read(vraag).rijen:
        eigen = dict(cast("Mapping[str, object]", velden))
        relaties[str(eigen.pop("rid"))] = str(type_), str(van), str(naar), eigen
    return knopen, relaties


@pytest.mark.neo4j
def test_a_real_neo4j_holds_after_the_dump_what_the_view_holds(neo4j_store: BoltStore) -> None:
    gegevens = geheel(some("School", "Werkactor", "Aanbod"))
    opdrachten = statements(write("cypher", gegevens))
    beperkingen = [o for o in opdrachten if o.startswith("CREATE CONSTRAINT")]
    for groep in (beperkingen, opdrachten[len(beperkingen) :]):
        with neo4j_store.write() as transactie:
            for opdracht in groep:
                transactie.run(opdracht)
    assert in_store(neo4j_store) == facts(gegevens)


@pytest.mark.neo4j
@settings(max_examples=aantal(25))
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=40))
def test_any_text_is_a_text_in_cypher(neo4j_server: object, teksten: list[str]) -> None:
    store = open_neo4j(neo4j_server)  # type: ignore[arg-type]
    rijen = store.read(f"UNWIND {literal(teksten)} AS tekst RETURN tekst").rijen
    store.close()
    assert [tekst for (tekst,) in rijen] == teksten


def test_a_dump_comes_in_batches_and_keeps_its_lines() -> None:
    knopen = [("Clb", f"c{nr}", {"naam": "a;\nb;\r\nc\u2028d"}) for nr in range(REEKS + 1)]
    delen = statements(write("cypher", geheel(Beeld.from_rows(knopen, []))))
    assert len(delen) == 3
    assert delen[0].startswith("CREATE CONSTRAINT")
    assert [d.count("\n['c") for d in delen[1:]] == [REEKS, 1]
    assert "\u2028" not in "".join(delen)


# ---- neo4j-admin ------------------------------------------------------------------------------------


def by_header(gegevens: Gegevens) -> Feiten:
    """The files read by what their headers and the options say of them."""
    bestanden = {naam: inhoud.decode("utf-8") for naam, inhoud in parts("neo4j-csv", gegevens).items()}
    knopen, relaties = {}, {}
    for optie in bestanden["opties.txt"].splitlines():
        soort, _, rest = optie.partition("=")
        if soort not in ("--nodes", "--relationships"):
            continue
        naam, _, bestand = rest.partition("=")
        kop, *rijen = csv.reader(io.StringIO(bestanden[bestand], newline=""))
        for rij in rijen:
            velden = {k: _typed(k, w) for k, w in zip(kop, rij, strict=True) if w}
            eigen = {
                k.partition(":")[0]: w
                for k, w in velden.items()
                if k.partition(":")[0] not in ("", "id", "rid")
            }
            if soort == "--nodes":
                knopen[str(velden["id:ID"])] = naam.split(":")[-1], eigen
            else:
                relaties[str(velden["rid"])] = naam, str(velden[":START_ID"]), str(velden[":END_ID"]), eigen
    return knopen, relaties


def _typed(kop: str, tekst: str) -> object:
    soort = kop.partition(":")[2]
    lezers: dict[str, Callable[[str], object]] = {
        "long": int,
        "double": float,
        "date": date.fromisoformat,
        "boolean": lambda w: w == "true",
        "string[]": lambda w: w.split("\x1f"),
    }
    return lezers[soort](tekst) if soort in lezers else tekst


def test_the_headers_say_how_to_read_the_files() -> None:
    gegevens = geheel(vol())
    assert by_header(gegevens) == facts(gegevens)
    tekst = parts("neo4j-csv", gegevens)["LEESMIJ.md"].decode()
    assert "neo4j-admin database import full" in tekst


@pytest.mark.neo4j
@pytest.mark.skipif(not DIEP, reason="alleen in de diepte: neo4j-admin en een tweede server duren een minuut")
def test_neo4j_admin_imports_the_files(neo4j_server: object, tmp_path: Path) -> None:
    gegevens = geheel(vol())
    write_export(FORMATEN["neo4j-csv"], gegevens, tmp_path / "csv")
    thuis, jars = tmp_path / "neo4j", fetch_jars()
    (thuis / "conf").mkdir(parents=True)
    (thuis / "conf" / "neo4j.conf").write_text(f"server.directories.neo4j_home={thuis}\n", "utf-8")
    subprocess.run(
        ["java", "-Xmx512m", "-XX:+UseSerialGC",
         "--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED",
         "-cp", f"{jars}/*", "org.neo4j.cli.AdminTool", "database", "import", "full", "neo4j", "@opties.txt"],
        cwd=tmp_path / "csv", check=True, capture_output=True, timeout=300,
        env={"PATH": "/usr/bin:/bin", "NEO4J_HOME": str(thuis), "NEO4J_CONF": str(thuis / "conf")},
    )  # fmt: skip
    with running(map_=thuis) as server:
        with neo4j.GraphDatabase.driver(server.uri, auth=(GEBRUIKER, "neo4j")) as driver:
            driver.execute_query(
                "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $nieuw", nieuw=WACHTWOORD, database_="system"
            )
        store = open_neo4j(server)
        assert in_store(store) == facts(gegevens)
        for beperking in statements(parts("neo4j-csv", gegevens)["beperkingen.cypher"]):
            with store.write() as transactie:
                transactie.run(beperking)
        store.close()
