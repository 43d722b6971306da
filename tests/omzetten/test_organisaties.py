"""Plain tables of nodes: every fault at its cell, nothing guessed, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak
from tests.omzetten.tabellen import DATUM, make_tabel, read
from tests.voorbeelden import aantal

KOPPEN = ("id", "naam", "soort", "postcode", "gemeente", "themas", "sinds")


def _nodes(uitspraken: object) -> dict[str, KnoopUitspraak]:
    return {u.id: u for u in uitspraken if isinstance(u, KnoopUitspraak)}  # type: ignore[attr-defined]


def test_a_row_becomes_a_node_and_the_place_where_it_lies() -> None:
    oogst = read(
        "organisaties", make_tabel(KOPPEN, ("j1", "Ooievaar", "jeugdhulp", "3600", "Genk", "1;2", "2024"))
    )
    assert not oogst.fouten
    knoop = _nodes(oogst.uitspraken)["j1"]
    assert knoop.label == "Jeugdhulpaanbieder"
    assert knoop.eigenschappen["themas"] == ["1", "2"]
    assert knoop.eigenschappen["sinds_precisie"] == "jaar"
    assert (knoop.eigenschappen["bron"], knoop.eigenschappen["bron_datum"]) == ("lijst", DATUM)
    banden = {(u.type, u.van, u.naar) for u in oogst.uitspraken if isinstance(u, RelatieUitspraak)}
    assert banden == {
        ("LIGT_IN", "j1", "nis:71016"),
        ("DEEL_VAN", "nis:71016", "regio:limburg"),
        ("DEEL_VAN", "regio:limburg", "regio:vlaanderen"),
    }


def test_an_empty_cell_states_nothing() -> None:
    oogst = read("organisaties", make_tabel(KOPPEN, ("j1", "Ooievaar", "jeugdhulp", "", "", "", "")))
    assert set(_nodes(oogst.uitspraken)["j1"].eigenschappen) == {"naam", "bron", "bron_datum"}


def test_all_faults_of_all_rows_are_told_at_once_with_their_places() -> None:
    tabel = make_tabel(
        KOPPEN,
        ("j1", "Ooievaar", "jeugdhulp", "36OO", "Genk", "1", ""),
        ("j2", "", "ooievaarsnest", "", "Genkk", "9", "gisteren"),
        ("J1", "Dubbel", "jeugdhulp", "", "", "", ""),
        ("", "Zonder code", "jeugdhulp", "", "", "", ""),
    )
    plaatsen = {(m.rij, m.kolom) for m in read("organisaties", tabel).fouten}
    assert plaatsen == {
        (2, "postcode"),
        (3, "naam"),
        (3, "soort"),
        (3, "gemeente"),
        (3, "themas"),
        (3, "sinds"),
        (4, "id"),
        (5, "id"),
    }


def test_a_fault_names_value_and_expectation() -> None:
    tabel = make_tabel(KOPPEN, ("j1", "Ooievaar", "ooievaarsnest", "", "", "", ""))
    zin = str(read("organisaties", tabel).fouten[0])
    assert 'lijst.csv, rij 2, kolom "soort"' in zin
    assert '"ooievaarsnest"' in zin
    assert "Jeugdhulpaanbieder" in zin


def test_a_property_that_the_kind_lacks_is_a_fault() -> None:
    tabel = make_tabel(("id", "naam", "soort", "niveaus"), ("c", "CLB", "Clb", "lager"))
    assert [(m.rij, m.kolom) for m in read("organisaties", tabel).fouten] == [(2, "niveaus")]


def test_foreign_headers_and_values_are_mapped_by_the_user() -> None:
    tabel = make_tabel(("Nr", "Naam instelling", "Type"), ("x1", "OCMW Genk", "OCMW-dienst"))
    oogst = read(
        "organisaties",
        tabel,
        kolommen={"id": "Nr", "naam": "Naam instelling", "soort": "Type"},
        waarden={("soort", "ocmw dienst"): "LokaalBestuur"},
    )
    assert not oogst.fouten
    assert _nodes(oogst.uitspraken)["x1"].label == "LokaalBestuur"
    assert oogst.koppeling == (("Nr", "id"), ("Naam instelling", "naam"), ("Type", "soort"))


def test_a_missing_column_refuses_the_file_as_a_whole() -> None:
    oogst = read("organisaties", make_tabel(("naam", "soort"), ("De Ark", "School")))
    assert [m.rij for m in oogst.fouten] == [0]
    assert not oogst.uitspraken


def test_a_kind_does_not_change_by_an_import() -> None:
    tabel = make_tabel(("id", "naam", "soort"), ("s1", "De Ark", "Clb"))
    assert "School" in read("organisaties", tabel, [("s1", "School", "De Ark")]).fouten[0].tekst


def test_lost_zeros_come_back_and_are_told() -> None:
    tabel = make_tabel(("id", "naam", "soort", "instellingsnummer"), ("s1", "De Ark", "School", "3772"))
    oogst = read("organisaties", tabel)
    assert _nodes(oogst.uitspraken)["s1"].eigenschappen["instellingsnummer"] == "003772"
    assert any("003772" in m.tekst for m in oogst.meldingen)


def test_municipalities_of_an_inventory_become_nis_codes() -> None:
    koppen = ("id", "regio", "gemeenten", "thema", "stap", "doelgroepen", "volledig", "datum")
    goed = ("i1", "limburg", "Genk; Borgloon; 71022", "1", "1", "alle", "ja", "2026-01-01")
    fout = ("i2", "limburg", "Genk; Nergenshuizen", "1", "1", "alle", "ja", "2026-01-01")
    oogst = read("inventarisaties", make_tabel(koppen, goed, fout))
    assert _nodes(oogst.uitspraken)["i1"].eigenschappen["gemeenten"] == ["71016", "71072", "73111"]
    assert [(m.rij, m.kolom, m.waarde) for m in oogst.fouten] == [(3, "gemeenten", "Nergenshuizen")]


tekst = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=20).map(str.strip)


@settings(max_examples=aantal(60))
@given(st.lists(st.tuples(tekst, tekst, st.sampled_from(["School", "clb", "x", ""]), tekst), max_size=12))
def test_no_row_is_lost_in_silence(rijen: list[tuple[str, str, str, str]]) -> None:
    """Each row is a node or has a fault; and what is a node has exactly what the row says."""
    oogst = read("organisaties", make_tabel(("id", "naam", "soort", "straat"), *rijen))
    met_fout = {m.rij for m in oogst.fouten}
    per_rij = {u.rij: u for u in oogst.uitspraken if isinstance(u, KnoopUitspraak)}
    for nummer, (id_, naam, _, straat) in enumerate(rijen, start=2):
        assert nummer in met_fout or nummer in per_rij
        if nummer not in met_fout:
            knoop = per_rij[nummer]
            assert (knoop.id, knoop.eigenschappen["naam"]) == (id_, naam)
            assert knoop.eigenschappen.get("straat", "") == straat


@pytest.mark.parametrize(
    "naam", ["fora", "netwerken", "hiaten", "praktijken", "afspraken", "bevragingen", "contacten"]
)
def test_a_name_and_a_code_suffice_for_what_has_no_more_to_say(naam: str) -> None:
    oogst = read(naam, make_tabel(("id", "naam"), ("x1", "Overleg Maaskant")))
    assert not oogst.fouten
    assert len(oogst.uitspraken) == 1


def test_a_remark_that_names_a_pupil_is_refused_and_not_repeated() -> None:
    tabel = make_tabel(
        ("id", "naam", "soort", "opmerking"),
        ("s1", "Moeder Teresa", "school", "Gebeld op 3/4/2025 over leerlingen in Genk"),
        ("s2", "De Ark", "school", "Leerling Jan Peeters, 3B, geschorst"),
    )
    oogst = read("organisaties", tabel)
    (fout,) = oogst.fouten
    assert (fout.rij, fout.kolom, fout.waarde) == (3, "opmerking", "")
    assert "één leerling" in fout.tekst
