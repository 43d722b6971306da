"""Services of HSDS: by the schema of Open Referral, and counted anew from the view."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from netwerkkaart.export.gegevens import Gegevens, Kop
from netwerkkaart.export.keuze import choose
from netwerkkaart.graph.beeld import Beeld, KnoopRij, RelatieRij
from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.schema.vocabularia import STAP
from tests.analyse.grafen import DATUM, Rijen, view, worlds
from tests.export.hulp import DAG, facts, geheel, vol, write
from tests.voorbeelden import aantal

SCHEMA = json.loads(Path(__file__).with_name("hsds30.json").read_text("utf-8"))
KEURDER = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def _services(gegevens: Gegevens) -> list[dict[str, Any]]:
    diensten: list[dict[str, Any]] = json.loads(write("hsds", gegevens))
    assert [fout.message for fout in KEURDER.iter_errors(diensten)] == []
    return diensten


def _ids(deel: object) -> Iterator[tuple[str, str]]:
    """Every id, with what it is of."""
    if isinstance(deel, dict):
        if "id" in deel:
            yield deel["id"], json.dumps(deel, sort_keys=True)
        for waarde in deel.values():
            yield from _ids(waarde)
    elif isinstance(deel, list):
        for waarde in deel:
            yield from _ids(waarde)


@pytest.mark.parametrize("datum", [DAG, None])
def test_everything_in_the_schema_fits_hsds(datum: date | None) -> None:
    assert _services(geheel(vol(), datum))
    assert _services(choose(vol(), Kop(datum))) is not None


@settings(max_examples=aantal(25))
@given(worlds())
def test_services_are_the_offers_of_the_view(rijen: Rijen) -> None:
    gegevens = geheel(view(rijen), DATUM)
    knopen, relaties = facts(gegevens)
    diensten = _services(gegevens)
    biedt = [(van, naar) for t, van, naar, _ in relaties.values() if t == "BIEDT"]
    aanbod = {id_ for id_, (label, _) in knopen.items() if label == "Aanbod"}
    naam = gegevens.namen
    verwacht = Counter((naam[a], naam[o]) for o, a in biedt)
    verwacht.update((naam[a], "") for a in aanbod - {a for _, a in biedt})
    assert Counter((d["name"], d.get("organization", {}).get("name", "")) for d in diensten) == verwacht
    assert len({d["id"] for d in diensten}) == len(diensten)
    bereik = Counter(van for t, van, _, _ in relaties.values() if t == "BEREIKT")
    keer = Counter(a for _, a in biedt)
    assert sum(len(d.get("service_areas", [])) for d in diensten) == sum(
        bereik[a] * (keer[a] or 1) for a in aanbod
    )
    # One id is one thing, wherever it is embedded.
    wat: dict[str, str] = {}
    for id_, tekst in _ids(diensten):
        assert wat.setdefault(id_, tekst) == tekst


def _small(*, personen: bool = False) -> list[dict[str, Any]]:
    knopen: list[KnoopRij] = [
        ("Gemeente", "nis:71022", {"naam": "Hasselt", "nis": "71022"}),
        ("Regio", "regio:limburg", {"naam": "Limburg", "code": "limburg"}),
        (
            "Jeugdhulpaanbieder",
            "j",
            {
                "naam": "De Brug", "straat": "Dorpsstraat", "huisnummer": "1", "postcode": "3500",
                "kbo": "0123456749", "telefoon": "011 22 33 44", "website": "https://brug.example",
            },
        ),
        ("Clb", "c", {"naam": "CLB"}),
        (
            "Aanbod",
            "a",
            {
                "naam": "Time-out", "continuum": ["alle"], "themas": ["2"], "doelgroepen": ["leerling"],
                "leeftijd_van": 12, "wachttijd_weken": 4, "bron_datum": date(2026, 1, 2),
            },
        ),
        ("Contactpersoon", "p", {"naam": "An Peeters", "functie": "consulent", "email": "an@brug.example"}),
    ]  # fmt: skip
    relaties: list[RelatieRij] = [
        (t, v, n, {"rid": f"{t}|{v}|{n}"})
        for t, v, n in (
            ("DEEL_VAN", "nis:71022", "regio:limburg"),
            ("LIGT_IN", "j", "nis:71022"),
            ("BIEDT", "j", "a"),
            ("BIEDT", "c", "a"),
            ("BEREIKT", "a", "nis:71022"),
            ("WERKT_VOOR", "p", "j"),
        )
    ]
    profiel = Profiel.INTERN if personen else Profiel.PARTNERS
    return _services(choose(Beeld.from_rows(knopen, relaties), Kop(DATUM, profiel, personen=personen)))


def test_a_service_says_what_the_offer_says() -> None:
    clb, brug = _small()
    assert (clb["organization"]["name"], brug["organization"]["name"]) == ("CLB", "De Brug")
    assert "service_at_locations" not in clb
    assert (brug["minimum_age"], brug["wait_time"], brug["assured_date"]) == (12, "4 weken", "2026-01-02")
    assert brug["status"] == "active"
    (bereik,) = brug["service_areas"]
    assert (bereik["name"], bereik["uri"]) == ("Hasselt", "https://data.vlaanderen.be/id/gemeente/71022")
    termen = [(a["link_type"], a["taxonomy_term"]["code"]) for a in brug["attributes"]]
    assert termen == [
        *(("continuum", code) for code in STAP.codes),
        ("themas", "2"),
        ("doelgroepen", "leerling"),
    ]
    (plek,) = brug["service_at_locations"]
    (adres,) = plek["location"]["addresses"]
    assert (adres["address_1"], adres["postal_code"], adres["city"]) == ("Dorpsstraat 1", "3500", "Hasselt")
    assert (adres["state_province"], adres["country"]) == ("Limburg", "BE")
    assert "niet gekend" in plek["description"]
    assert [i["identifier"] for i in brug["organization"]["organization_identifiers"]] == ["0123456749"]


def test_people_are_in_it_only_when_they_are_asked_for() -> None:
    assert "Peeters" not in json.dumps(_small())
    _, brug = _small(personen=True)
    (mens,) = brug["organization"]["contacts"]
    assert (mens["name"], mens["title"], mens["email"]) == ("An Peeters", "consulent", "an@brug.example")


def test_what_ended_is_inactive_in_an_export_of_everything() -> None:
    velden = {"naam": "Time-out", "tot": date(2020, 1, 1)}
    beeld = Beeld.from_rows([("Aanbod", "a", velden)], [])
    assert [d["status"] for d in _services(choose(beeld, Kop(None)))] == ["inactive"]
    assert [d["status"] for d in _services(choose(beeld, Kop(date(2019, 1, 1))))] == ["active"]


def test_the_schema_refuses_what_is_no_service() -> None:
    gevallen: list[Any] = [[{"id": "x"}], [{"id": "1", "name": "a", "status": "open"}], {}]
    for fout in gevallen:
        assert list(KEURDER.iter_errors(fout))
