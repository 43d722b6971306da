"""From what people write to a municipality of today."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.gebied import REGIOS, find_gemeente, fusies, gemeenten, plaats, regio_naam, regio_van
from tests.voorbeelden import aantal


def naam_van(naam: str = "", postcode: str = "", nis: str = "") -> str:
    gemeente = find_gemeente(naam, postcode, nis).gemeente
    return gemeente.naam if gemeente else ""


def test_all_municipalities_are_there() -> None:
    per_regio = {regio: sum(een.regio == regio for een in gemeenten().values()) for regio in REGIOS}
    assert per_regio["brussel"] == 19
    assert sum(per_regio.values()) - 19 == 285
    assert all(per_regio.values())
    assert all(nis == een.nis and len(nis) == 5 for nis, een in gemeenten().items())
    assert all(2.5 < een.lon < 6 and 50.6 < een.lat < 51.6 for een in gemeenten().values())
    assert all(een.postcodes for een in gemeenten().values())


def test_every_postcode_leads_to_a_municipality_that_has_it() -> None:
    for een in gemeenten().values():
        for postcode in een.postcodes:
            gevonden = find_gemeente(postcode=postcode)
            assert gevonden.gemeente is not None
            assert gevonden.hoe == "postcode"
            assert postcode in gevonden.gemeente.postcodes


def test_shared_postcodes_are_told() -> None:
    gedeeld = {p for een in gemeenten().values() for p in een.postcodes if find_gemeente(postcode=p).twijfel}
    assert gedeeld == {"1040", "1050", "1804"}
    assert find_gemeente(postcode="1040").twijfel == (
        "Postcode 1040 hoort bij Etterbeek en Brussel. Etterbeek is gekozen."
    )
    assert naam_van("Brussel", "1040") == "Brussel"


def test_every_current_name_and_code_means_itself() -> None:
    for nis, een in gemeenten().items():
        assert find_gemeente(een.naam).gemeente == een
        assert find_gemeente(een.naam, een.postcodes[0]).twijfel == ""
        assert find_gemeente(nis=nis).gemeente == een
        assert find_gemeente(f"nis:{nis}").hoe == "nis"


def test_every_former_municipality_leads_to_the_new_one() -> None:
    for fusie in fusies():
        assert find_gemeente(nis=fusie.nis_oud).gemeente == gemeenten()[fusie.nis]
        assert find_gemeente(nis=fusie.nis_oud).hoe == "oude nis"
        assert find_gemeente(fusie.naam_oud).gemeente == gemeenten()[fusie.nis]


@pytest.mark.parametrize(
    ("naam", "postcode", "verwacht", "hoe"),
    [
        ("Gelrode (Aarschot)", "", "Aarschot", "deelgemeente"),
        ("Aarschot-centrum", "", "Aarschot", "naam"),
        ("Aarschot-Gelrode", "", "Aarschot", "deelgemeente"),
        ("Sint-Truiden (Zepperen)", "3800", "Sint-Truiden", "deelgemeente"),
        ("Sint-Truiden (Centrum)", "", "Sint-Truiden", "naam"),
        ("St.-Truiden", "", "Sint-Truiden", "naam"),
        ("SINT NIKLAAS", "", "Sint-Niklaas", "naam"),
        ("Heist o/d Berg", "", "Heist-op-den-Berg", "naam"),
        ("O.L.V.-Waver", "", "Sint-Katelijne-Waver", "deelgemeente"),
        ("Bruxelles", "", "Brussel", "naam"),
        ("Brussel / Bruxelles", "", "Brussel", "naam"),
        ("Ixelles", "", "Elsene", "naam"),
        ("Woluwe-St-Lambert", "", "Sint-Lambrechts-Woluwe", "naam"),
        ("Laken", "", "Brussel", "deelgemeente"),
        ("Heverlee", "", "Leuven", "deelgemeente"),
        ("Gijzegem", "9308", "Aalst", "deelgemeente"),
        ("Puurs", "", "Puurs-Sint-Amands", "oude naam"),
        ("Bilzen", "", "Bilzen-Hoeselt", "oude naam"),
        ("Kortessem", "", "Hasselt", "oude naam"),
        ("Borsbeek", "2150", "Antwerpen", "oude naam"),
        ("9300 Aalst", "", "Aalst", "naam"),
        ("B-3200 Aarschot", "", "Aarschot", "naam"),
        # Equal names: the postcode decides, and without it the municipality of today is meant.
        ("Aalst", "3800", "Sint-Truiden", "deelgemeente"),
        ("Aalst", "", "Aalst", "naam"),
        ("Nieuwerkerken", "9320", "Aalst", "deelgemeente"),
        ("Meldert", "9310", "Aalst", "deelgemeente"),
        ("Meldert (Lummen)", "", "Lummen", "deelgemeente"),
        ("Deurne", "3290", "Diest", "deelgemeente"),
        ("Moerbeke", "9500", "Geraardsbergen", "deelgemeente"),
        # Shortened names, with the postcode of the long one.
        ("Berchem", "1082", "Sint-Agatha-Berchem", "naam"),
        ("Sint-Gillis", "9200", "Dendermonde", "deelgemeente"),
        ("", "3500.0", "Hasselt", "postcode"),
    ],
)
def test_spellings(naam: str, postcode: str, verwacht: str, hoe: str) -> None:
    gevonden = find_gemeente(naam, postcode)
    assert gevonden.gemeente is not None
    assert (gevonden.gemeente.naam, gevonden.hoe, gevonden.twijfel) == (verwacht, hoe, "")


@pytest.mark.parametrize(
    ("naam", "postcode", "nis", "twijfel"),
    [
        ("Namur", "", "", '"Namur" ligt niet in Vlaanderen of Brussel.'),
        ("Namen", "5000", "", '"Namen" ligt niet in Vlaanderen of Brussel.'),
        ("", "5000", "", "Postcode 5000 ligt niet in Vlaanderen of Brussel."),
        ("", "", "62063", "NIS-code 62063 ligt niet in Vlaanderen of Brussel."),
        ("", "", "", "Er is geen gemeente en geen postcode ingevuld."),
        ("", "12", "", '"12" is geen Belgische postcode.'),
        (
            "Meldert",
            "",
            "",
            '"Meldert" ligt in meer dan één gemeente: Aalst, Hoegaarden, Lummen. Vul de postcode in.',
        ),
    ],
)
def test_not_found_says_why(naam: str, postcode: str, nis: str, twijfel: str) -> None:
    gevonden = find_gemeente(naam, postcode, nis)
    assert gevonden.gemeente is None
    assert gevonden.twijfel == twijfel


def test_a_slip_of_the_pen_gets_a_proposal() -> None:
    gevonden = find_gemeente("Haselt")
    assert gevonden.gemeente is None
    assert gevonden.voorstellen[0] == "Hasselt"
    assert "Bedoelde u Hasselt" in gevonden.twijfel


def test_ambiguous_name_proposes_what_to_write() -> None:
    voorstellen = find_gemeente("Meldert").voorstellen
    assert voorstellen == ("Meldert (Aalst)", "Meldert (Hoegaarden)", "Meldert (Lummen)")
    assert [naam_van(een) for een in voorstellen] == ["Aalst", "Hoegaarden", "Lummen"]


def test_name_wins_over_a_postcode_elsewhere_and_says_so() -> None:
    gevonden = find_gemeente("Keerbergen", "2140")
    assert gevonden.gemeente is not None
    assert gevonden.gemeente.naam == "Keerbergen"
    assert gevonden.twijfel == ("Postcode 2140 hoort bij Antwerpen, niet bij Keerbergen. De naam is gevolgd.")


def test_unknown_hamlet_goes_by_its_postcode_and_says_so() -> None:
    gevonden = find_gemeente("Kortenbos", "3800")
    assert gevonden.hoe == "postcode"
    assert naam_van("Kortenbos", "3800") == "Sint-Truiden"
    assert gevonden.twijfel == '"Kortenbos" is niet gekend. Postcode 3800 wijst naar Sint-Truiden.'


def test_nis_code_and_name_that_disagree_are_told() -> None:
    gevonden = find_gemeente("Gent", nis="11002")
    assert gevonden.gemeente == gemeenten()["11002"]
    assert gevonden.twijfel.startswith('NIS-code 11002 is Antwerpen, maar "Gent" wijst naar Gent.')


ACCENTEN = str.maketrans({"e": "é", "o": "ö", "i": "ï", "a": "à", "u": "û"})


@given(st.sampled_from(sorted(gemeenten())), st.randoms(use_true_random=False))
@settings(max_examples=aantal(60), deadline=None)
def test_any_spelling_of_a_name_is_the_same_municipality(nis: str, toeval: random.Random) -> None:
    def disguise(teken: str) -> str:
        if teken in "-' ":
            return toeval.choice(["-", " ", "", "–", "  ", "’"])
        return toeval.choice([teken, teken.upper(), teken.lower(), teken.translate(ACCENTEN)])

    gemeente = gemeenten()[nis]
    vermomd = "".join(map(disguise, gemeente.naam))
    assert find_gemeente(f" {vermomd} ").gemeente == gemeente


@given(st.text(max_size=30), st.text(max_size=6), st.text(max_size=6))
@settings(max_examples=aantal(60), deadline=None)
def test_any_text_gives_an_answer_with_a_reason(naam: str, postcode: str, nis: str) -> None:
    gevonden = find_gemeente(naam, postcode, nis)
    assert gevonden.gemeente is not None or gevonden.twijfel


def test_points() -> None:
    leuven = gemeenten()["24062"]
    assert plaats("24062") == plaats("24062", "3000") == (leuven.lon, leuven.lat)
    heverlee = plaats("24062", deelgemeente="HEVERLEE")
    assert heverlee is not None
    assert heverlee == plaats("24062", "3001")
    assert heverlee[1] < leuven.lat
    assert plaats("24062", "9999", "nergens") == (leuven.lon, leuven.lat)
    assert plaats("99999") is None


def test_regions() -> None:
    assert regio_van("41002") == "oost-vlaanderen"
    assert regio_van("62063") == ""
    assert [regio_naam(regio) for regio in REGIOS][-2:] == ["West-Vlaanderen", "Brussel"]
