"""The schema is the one truth: what derives from it agrees with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.schema.documentatie import schema_markdown
from netwerkkaart.schema.register import (
    BANDEN,
    SOORTEN,
    TYPEN,
    Misvorming,
    find_soort,
    find_type,
    flatten,
    may_connect,
    properties_of,
    read_value,
    relation_id,
    stored_keys,
)
from netwerkkaart.schema.vocabularia import VOCABULARIA, fold
from tests.voorbeelden import aantal

ROOT = Path(__file__).resolve().parents[1]
GEVRAAGDE_SOORTEN = {
    "School",
    "Clb",
    "Begeleidingsdienst",
    "Ondersteuningsnetwerk",
    "Jeugdhulpaanbieder",
    "GeestelijkeGezondheidszorg",
    "NaftAanbieder",
    "Werkactor",
    "LokaalBestuur",
    "AndereOrganisatie",
    "Bestuur",
    "Coordinator",
    "LerendNetwerk",
    "Forum",
    "Overleg",
    "Actie",
    "Aanbod",
    "GoedePraktijk",
    "Afspraak",
    "Hiaat",
    "Inventarisatie",
    "Bevraging",
    "Contactpersoon",
    "Gemeente",
    "Regio",
    "Bron",
}


def test_the_page_of_the_schema_is_fresh() -> None:
    assert (ROOT / "docs" / "schema.md").read_text(encoding="utf-8") == schema_markdown(), (
        "run: python -m netwerkkaart.schema.documentatie"
    )


def test_every_kind_of_the_design_exists() -> None:
    assert set(SOORTEN) >= GEVRAAGDE_SOORTEN


def test_ties_join_organisations_only_and_never_a_board() -> None:
    assert BANDEN == ("BEGELEIDT", "ONDERSTEUNT", "ADVISEERT", "WERKT_SAMEN_MET", "VERWIJST_NAAR")
    for naam in BANDEN:
        assert not any(may_connect(TYPEN[naam], "Bestuur", label) for label in SOORTEN)
        assert not any(may_connect(TYPEN[naam], "Forum", label) for label in SOORTEN)


def test_every_end_names_a_label_that_exists() -> None:
    labels = set(SOORTEN) | {"Organisatie"}
    for relatie in TYPEN.values():
        assert set(relatie.soort.van) | set(relatie.soort.naar) <= labels


def test_no_property_has_a_name_that_the_embedded_engine_keeps_for_itself() -> None:
    for model in (*SOORTEN.values(), *TYPEN.values()):
        assert not stored_keys(model) & {"title", "name", "type", "label"}


def test_every_property_says_what_it_is() -> None:
    for model in (*SOORTEN.values(), *TYPEN.values()):
        for naam, eigenschap in properties_of(model).items():
            assert eigenschap.omschrijving.endswith("."), f"{model.__name__}.{naam}"
            assert eigenschap.vorm.verwacht


@pytest.mark.parametrize("lijst", VOCABULARIA, ids=lambda lijst: str(lijst.naam))
def test_every_word_of_a_vocabulary_means_its_own_code(lijst) -> None:  # type: ignore[no-untyped-def]
    for term in lijst.termen:
        for woord in (term.code, term.woord, *term.synoniemen):
            assert lijst.find(woord.upper()) == term.code


@pytest.mark.parametrize(
    ("label", "eigenschap", "tekst", "verwacht"),
    [
        ("School", "sinds", "2024", {"sinds": date(2024, 1, 1), "sinds_precisie": "jaar"}),
        ("School", "tot", "2024", {"tot": date(2025, 1, 1), "tot_precisie": "jaar"}),
        ("School", "tot", "12/2024", {"tot": date(2025, 1, 1), "tot_precisie": "maand"}),
        ("School", "tot", "31/12/2024", {"tot": date(2024, 12, 31)}),
        ("School", "kbo", "0206.684.927", {"kbo": "0206684927"}),
        ("School", "niveaus", "secundair; Kleuter", {"niveaus": ["kleuter", "secundair"]}),
        (
            "Aanbod",
            "continuum",
            "1;heroriënteren|4",
            {"continuum": ["voorkomen", "heroriënteren", "alternatieve dagbesteding"]},
        ),
        ("Aanbod", "doelgroepen", "leerling; alle", {"doelgroepen": ["alle"]}),
        ("Inventarisatie", "volledig", "Ja", {"volledig": True}),
    ],
)
def test_a_text_is_read_as_it_is_meant(
    label: str, eigenschap: str, tekst: str, verwacht: dict[str, object]
) -> None:
    waarde = read_value(properties_of(SOORTEN[label])[eigenschap], tekst)
    assert not isinstance(waarde, Misvorming)
    assert flatten(eigenschap, waarde) == verwacht


@pytest.mark.parametrize(
    ("label", "eigenschap", "tekst"),
    [
        ("School", "postcode", "35OO"),
        ("School", "kbo", "0206684928"),
        ("School", "sinds", "30/02/2024"),
        ("School", "sinds", "gisteren"),
        ("School", "id", "met spatie"),
        ("School", "id", "met|streep"),
        ("Aanbod", "wachttijd_weken", "-3"),
        ("Aanbod", "ingrijpendheid", "4"),
        ("Coordinator", "rol", "baas"),
    ],
)
def test_a_wrong_text_is_told_with_what_is_expected(label: str, eigenschap: str, tekst: str) -> None:
    waarde = read_value(properties_of(SOORTEN[label])[eigenschap], tekst)
    assert isinstance(waarde, Misvorming)
    assert waarde.tekst
    assert waarde.verwacht


def test_what_is_stored_reads_back_as_itself() -> None:
    for model in SOORTEN.values():
        for naam, eigenschap in properties_of(model).items():
            for voorbeeld in (
                "2024-05-06",
                "1",
                "3000",
                "ja",
                "a@b.be",
                "leerling",
                "limburg",
                "open",
                "sts",
                "intern",
            ):
                waarde = read_value(eigenschap, voorbeeld)
                if not isinstance(waarde, Misvorming):
                    opgeslagen = flatten(naam, waarde)[naam]
                    assert read_value(eigenschap, opgeslagen) == waarde


@settings(max_examples=aantal(100))
@given(st.text(max_size=40))
def test_fold_is_idempotent(tekst: str) -> None:
    assert fold(fold(tekst)) == fold(tekst)


@given(st.sampled_from(sorted(SOORTEN)), st.sampled_from(sorted(TYPEN)))
def test_words_lead_to_kinds_and_types(label: str, naam: str) -> None:
    kind, relatie = SOORTEN[label], TYPEN[naam]
    assert find_soort(label.lower()) is (None if kind.soort.intern else kind)
    assert find_type(naam.lower().replace("_", " ")) is (None if relatie.soort.intern else relatie)


def test_an_undirected_relation_has_one_key_whichever_way_it_is_said() -> None:
    soort = TYPEN["WERKT_SAMEN_MET"]
    assert relation_id(soort, "a", "b", {}) == relation_id(soort, "b", "a", {})
    assert relation_id(TYPEN["BEGELEIDT"], "a", "b", {}) != relation_id(TYPEN["BEGELEIDT"], "b", "a", {})
