"""Look-ups on real lists; the lists stand outside the project."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path

import pytest

from netwerkkaart.gebied import Gevonden, find_gemeente, fusies

SCHOLEN = "scholen_limburg_hageland_2021/vestigingen.csv"
WELZIJN = "welzijnsverenigingen/organisaties.csv"
DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"


def rows(naam: str) -> list[dict[str, str]]:
    pad = DATA / naam
    if not pad.exists():
        pytest.skip(f"De echte gegevens {naam} zijn er niet.")
    with pad.open(encoding="utf-8-sig", newline="") as bestand:
        return list(csv.DictReader(bestand))


def kind(gevonden: Gevonden) -> str:
    """Resolved without doubt, resolved with a doubt that is told, or unresolved with a reason."""
    if gevonden.gemeente is None:
        assert gevonden.twijfel
        return "niet gevonden"
    return "twijfel" if gevonden.twijfel else "zeker"


def test_school_sites() -> None:
    gevonden = [(rij, find_gemeente(rij["gemeente"], rij["postcode"])) for rij in rows(SCHOLEN)]
    soorten = Counter(kind(uitslag) for _, uitslag in gevonden)
    # Three hamlets by their postcode, one wrong postcode, one test record without any place.
    assert soorten == {"zeker": 282, "twijfel": 4, "niet gevonden": 1}
    assert {rij["gemeente"] for rij, uitslag in gevonden if uitslag.twijfel} == {
        "Tuilt",
        "Kortenbos",
        "Melveren",
        "Keerbergen",
        "",
    }
    anders = {
        (rij["gemeente"], rij["hoofdgemeente"], uitslag.gemeente.naam)
        for rij, uitslag in gevonden
        if uitslag.gemeente and find_gemeente(rij["hoofdgemeente"]).gemeente != uitslag.gemeente
    }
    assert anders == {("Meldert", "Meldert", "Aalst")}  # the list repeats the part as its municipality


def test_welfare_organisations() -> None:
    uitslagen = [(rij, find_gemeente(rij["gemeente"], rij["postcode"])) for rij in rows(WELZIJN)]
    assert Counter(kind(uitslag) for _, uitslag in uitslagen) == {"zeker": 734, "niet gevonden": 1}
    zelf = [
        (rij["naam"], uitslag) for rij, uitslag in uitslagen if rij["type"] == "Gemeente" and rij["gemeente"]
    ]
    for naam, uitslag in zelf:
        assert find_gemeente(naam).gemeente == uitslag.gemeente


def test_parts_of_another_list() -> None:
    pad = DATA / "geo" / "deelgemeenten_gizmo_2020.json"
    if not pad.exists():
        pytest.skip("De lijst van deelgemeenten is er niet.")
    lijst = json.loads(pad.read_text("utf-8"))
    vlaams = [
        rij
        for rij in lijst
        if rij["subMunicipalityName"]
        and rij["province"]
        in {"Antwerpen", "Limburg", "Oost-Vlaanderen", "Vlaams-Brabant", "West-Vlaanderen"}
    ]
    gemist = {
        rij["displayName"]
        for rij in vlaams
        if find_gemeente(rij["subMunicipalityName"], rij["postalCode"]).gemeente
        != find_gemeente(rij["municipalityName"]).gemeente
    }
    assert len(vlaams) == 863
    # Both are slips of that list: bpost and the municipalities say Sint-Truiden and Holsbeek.
    assert gemist == {"Kerkom-bij-Sint-Truiden - Gingelom", "Kortrijk-Dutsel - Lubbeek"}


def test_mergers() -> None:
    lijst = [rij for rij in rows("geo/fusies_nis_2019_2025.csv") if rij["nis_oud"] != rij["nis_nieuw"]]
    eigen = {(str(f.jaar), f.nis_oud, f.naam_oud, f.nis) for f in fusies()}
    vlaams = {
        (rij["fusiejaar"], rij["nis_oud"], rij["naam_oud"], rij["nis_nieuw"])
        for rij in lijst
        if not rij["nis_oud"].startswith("82")  # Bastogne and Bertogne are Walloon
    }
    assert vlaams <= eigen
    # The list forgets the two that lie on the other side of a merger of 2019.
    assert {naam for _, _, naam, _ in eigen - vlaams} == {"Sint-Amands", "Overpelt"}
