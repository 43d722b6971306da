"""The perspective for Bloom: every kind in its colour, and phrases that a server answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import neo4j
import pytest

from netwerkkaart.cli.hoofd import run
from netwerkkaart.graph.bolt import BoltStore
from netwerkkaart.schema.register import BANDEN, BASISLABELS, SOORTEN, TYPEN, properties_of
from netwerkkaart.uitvoer.neo4jperspectief import ZOEKZINNEN, perspective
from netwerkkaart.uitvoer.neo4jstijl import kind_colours
from tests.graph.hulp import voer_in
from tests.neo4j_server.server import GEBRUIKER, WACHTWOORD, Server
from tests.vragen.voorbeeld import example


@pytest.fixture(scope="module")
def inhoud() -> dict[str, Any]:
    gelezen: dict[str, Any] = json.loads(perspective())
    return gelezen


def test_every_organisation_is_a_category_in_the_colour_of_the_map(inhoud: dict[str, Any]) -> None:
    kleur = {categorie["labels"][0]: categorie["color"] for categorie in inhoud["categories"]}
    assert {label for label, model in SOORTEN.items() if model.soort.basis == "Organisatie"} <= set(kleur)
    assert all(kleur[label] == kind_colours(label)[0] for label in kleur)
    assert not set(kleur) & {"Import", "Wijziging", "Merk", "Antwoord"}


def test_every_property_and_type_is_one_of_the_schema(inhoud: dict[str, Any]) -> None:
    for label, velden in inhoud["labels"].items():
        assert [veld["propertyKey"] for veld in velden] == list(properties_of(SOORTEN[label]))
    typen = {type_["name"]: type_["size"] for type_ in inhoud["relationshipTypes"]}
    assert set(typen) <= set(TYPEN)
    assert {naam for naam, dikte in typen.items() if dikte == 2} == set(BANDEN)


def test_suggestions_come_from_what_is_there() -> None:
    for zin in ZOEKZINNEN:
        assert {deel for deel in zin.tekst.split() if deel.startswith("$")} == {
            f"${n}" for n in zin.parameters
        }
        for label, veld in zin.parameters.values():
            assert label in (*SOORTEN, *BASISLABELS)
            assert veld == "naam"


@pytest.mark.neo4j
def test_each_phrase_shows_something_on_a_server(neo4j_server: Server, neo4j_store: BoltStore) -> None:
    voer_in(neo4j_store, example())
    toegang = (GEBRUIKER, WACHTWOORD)
    with neo4j.GraphDatabase.driver(neo4j_server.uri, auth=toegang) as driver:
        for zin in ZOEKZINNEN:
            gevonden = 0
            mogelijk: list[dict[str, str]] = [{}]
            for naam, (label, veld) in zin.parameters.items():
                waarden = driver.execute_query(f"MATCH (n:{label}) RETURN DISTINCT n.{veld} AS w").records
                mogelijk = [{**m, naam: rij["w"]} for m in mogelijk for rij in waarden]
            for keuze in mogelijk:
                uitslag = driver.execute_query(zin.cypher, keuze)
                gevonden += len(uitslag.records)
                for rij in uitslag.records:
                    assert isinstance(rij[0], neo4j.graph.Path | neo4j.graph.Node)
            assert gevonden, zin.tekst


def test_the_command_writes_it(tmp_path: Path) -> None:
    pad = tmp_path / "bloom.json"
    assert run(["stijl", str(pad)]) == 0
    assert pad.read_text("utf-8") == perspective()
