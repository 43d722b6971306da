"""School lists as they come: sites, levels, places, and the bodies that they name."""

from __future__ import annotations

import pytest

from netwerkkaart.omzetten.schoolrijen import split_address
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak
from tests.omzetten.tabellen import make_tabel, read

SITES = (
    "schoolnummer",
    "intern_vplnummer",
    "naam",
    "straat",
    "huisnummer",
    "postcode",
    "gemeente",
    "ingerichte hoofdstructuren",
    "clb",
    "leersteuncentrum",
    "bestuur",
    "scholengemeenschap",
)
KLASSEN = (
    "schooljaar",
    "nummer_instelling",
    "naam_instelling",
    "intern_volgnr_vpl",
    "postnummer_vpl",
    "gemeente_vpl",
    "fusiegemeente_vpl",
    "nummer_hoofdstructuur",
    "aantal_lln_1feb",
)


def _school(oogst: object, id_: str) -> KnoopUitspraak:
    return next(u for u in oogst.uitspraken if isinstance(u, KnoopUitspraak) and u.id == id_)  # type: ignore[attr-defined]


def test_a_site_and_all_that_its_row_names() -> None:
    rij = (
        "3772",
        "2",
        "De Ark",
        "Kerkstraat",
        "1",
        "3600",
        "Genk",
        "111, 211",
        "CLB Kantelbrug",
        "LSC Zuid",
        "vzw Ark",
        "SG Maas",
    )
    oogst = read("scholen", make_tabel(SITES, rij))
    assert not oogst.fouten
    school = _school(oogst, "003772-2")
    assert (school.eigenschappen["niveaus"], school.eigenschappen["themas"]) == (["kleuter", "lager"], ["1"])
    relaties = {
        (u.type, u.van, u.naar) for u in oogst.uitspraken if isinstance(u, RelatieUitspraak) and u.rij
    }
    assert relaties == {
        ("LIGT_IN", "003772-2", "nis:71016"),
        ("BEGELEIDT", "clb:clb-kantelbrug", "003772-2"),
        ("ONDERSTEUNT", "osn:lsc-zuid", "003772-2"),
        ("ONDERDEEL_VAN", "003772-2", "bestuur:vzw-ark"),
        ("ONDERDEEL_VAN", "003772-2", "sg:sg-maas"),
    }


def test_class_groups_are_summed_and_never_kept() -> None:
    rijen = [
        ("2025-2026", "003772", "De Ark", "1", "3600", "Genk", "Genk", "111", "20"),
        ("2025-2026", "003772", "De Ark", "1", "3600", "Genk", "Genk", "211", "31"),
        ("2025-2026", "003772", "De Ark", "2", "3600", "Genk", "Genk", "311", "7"),
    ]
    oogst = read("scholen", make_tabel(KLASSEN, *rijen))
    een, twee = _school(oogst, "003772-1"), _school(oogst, "003772-2")
    assert (een.eigenschappen["leerlingen"], een.eigenschappen["niveaus"]) == (51, ["kleuter", "lager"])
    assert (twee.eigenschappen["leerlingen"], twee.eigenschappen["themas"]) == (7, ["2"])
    assert een.eigenschappen["leerlingen_schooljaar"] == "2025-2026"


def test_sites_that_share_a_number_keep_apart_by_the_id_of_the_source() -> None:
    koppen = ("id", "naam", "postcode", "gemeente", "type", "vestigings_nummer")
    rijen = [
        ("12", "A", "3200", "Aarschot", "lager", "13111"),
        ("13", "B", "3200", "Aarschot", "lager", "13111"),
        ("14", "C", "3200", "Aarschot", "lager", "1271"),
    ]
    oogst = read("scholen", make_tabel(koppen, *rijen))
    ids = {u.id for u in oogst.uitspraken if isinstance(u, KnoopUitspraak) and u.label == "School"}
    assert ids == {"013111-bron12", "013111-bron13", "001271"}


def test_a_body_that_is_known_by_name_is_used_as_it_is() -> None:
    rij = ("3772", "2", "De Ark", "", "", "3600", "Genk", "211", "CLB Kantelbrug", "", "", "")
    oogst = read("scholen", make_tabel(SITES, rij), [("c7", "Clb", "CLB KANTELBRUG")])
    assert ("BEGELEIDT", "c7") in {
        (u.type, u.van) for u in oogst.uitspraken if isinstance(u, RelatieUitspraak)
    }


def test_a_former_municipality_and_its_merger_agree() -> None:
    koppen = ("schoolnummer", "naam", "gemeente_vpl", "fusiegemeente_vpl", "postnummer_vpl", "niveau")
    oogst = read(
        "scholen", make_tabel(koppen, ("003772", "De Ark", "Borgloon", "Tongeren-Borgloon", "3840", "lager"))
    )
    assert not oogst.fouten
    assert _school(oogst, "003772").eigenschappen["deelgemeente"] == "Borgloon"


def test_a_school_without_any_place_is_told() -> None:
    oogst = read("scholen", make_tabel(("schoolnummer", "naam", "gemeente"), ("003772", "Test", "")))
    assert [(m.rij, m.kolom) for m in oogst.fouten] == [(2, "gemeente")]


@pytest.mark.parametrize(
    ("adres", "straat", "nummer"),
    [
        ("Kerkstraat 27", "Kerkstraat", "27"),
        ("Sint-Jansstraat 12 bus 3", "Sint-Jansstraat 12 bus", "3"),
        ("Markt", "Markt", ""),
        ("Steenweg 7-9", "Steenweg", "7-9"),
    ],
)
def test_an_address_is_split_where_the_number_begins(adres: str, straat: str, nummer: str) -> None:
    assert split_address(adres) == (straat, nummer)


def test_a_school_keeps_its_id_whatever_the_other_rows_are() -> None:
    koppen = ("id", "naam", "postcode", "gemeente", "type", "vestigings_nummer")
    een, twee = (
        ("14", "C", "3200", "Aarschot", "lager", "1271"),
        ("15", "D", "3200", "Aarschot", "lager", "1271"),
    )
    test = ("16", "Test", "", "", "lager", "1271")

    def ids(*rijen: tuple[str, ...], gekend: tuple[tuple[str, str, str], ...] = ()) -> set[str]:
        uitspraken = read("scholen", make_tabel(koppen, *rijen), gekend).uitspraken
        return {
            u.id for u in uitspraken if isinstance(u, KnoopUitspraak) and u.label == "School" and u.rij < 4
        }

    assert "001271" in ids(een, test), "a refused row changes no id"
    assert ids(een, twee, gekend=(("001271", "School", "C"),)) == {"001271", "001271-bron15"}
    assert ids(een, gekend=(("001271-bron14", "School", "C"), ("001271-bron15", "School", "D"))) == {
        "001271-bron14"
    }
