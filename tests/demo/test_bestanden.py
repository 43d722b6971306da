"""The demo files: same bytes, whole, and by the rules of the schema."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.bestanden import csv_safe
from netwerkkaart.demo import DemoBestanden, generate_demo
from netwerkkaart.fouten import NietGevonden
from netwerkkaart.importers import importer_names
from netwerkkaart.schema.register import (
    SOORTEN,
    TYPEN,
    Misvorming,
    may_connect,
    properties_of,
    read_value,
    relation_id,
)
from netwerkkaart.schema.vocabularia import REGIOS
from tests.demo.inlees import DATUM, Ingelezen
from tests.demo.ruw import cellen, label, labels, rijen
from tests.voorbeelden import aantal

_ORGANISATIE_EXTRA = {"soort", "gemeente"}


def hashes(map_: Path) -> dict[str, str]:
    return {pad.name: sha256(pad.read_bytes()).hexdigest() for pad in sorted(map_.iterdir())}


def test_same_arguments_give_the_same_bytes_whatever_the_hash_seed(
    demo: DemoBestanden, tmp_path: Path
) -> None:
    code = (
        "import sys, datetime, pathlib; from netwerkkaart.demo import generate_demo; "
        "generate_demo(pathlib.Path(sys.argv[1]), datum=datetime.date.fromisoformat(sys.argv[2]))"
    )
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / seed), DATUM.isoformat()],
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        assert hashes(tmp_path / seed) == hashes(demo.map)


def test_another_seed_date_or_region_gives_other_files(demo: DemoBestanden, tmp_path: Path) -> None:
    ander = hashes(generate_demo(tmp_path / "zaad", zaad=7, datum=DATUM).map)
    later = hashes(generate_demo(tmp_path / "datum", datum=date(2027, 2, 1)).map)
    elders = hashes(generate_demo(tmp_path / "regio", regio="brussel", datum=DATUM).map)
    for bestand in demo.bestanden:
        if bestand.importer != "netwerken":
            assert len({h[bestand.pad.name] for h in (hashes(demo.map), ander, elders)}) == 3, (
                bestand.pad.name
            )
    assert later["relaties.csv"] != hashes(demo.map)["relaties.csv"]


def test_writing_over_an_older_demo_gives_the_new_one(tmp_path: Path, demo: DemoBestanden) -> None:
    generate_demo(tmp_path, zaad=1, datum=DATUM)
    generate_demo(tmp_path, datum=DATUM)
    assert hashes(tmp_path) == hashes(demo.map)


def test_what_is_told_is_what_was_written(demo: DemoBestanden) -> None:
    assert {bestand.importer for bestand in demo.bestanden} <= set(importer_names())
    assert demo.bestanden[-1].importer == "relaties"
    for bestand in demo.bestanden:
        assert len(rijen(bestand)) == bestand.rijen > 0
        assert bestand.pad.parent == demo.map
    assert {bestand.pad.suffix for bestand in demo.bestanden} == {".csv", ".xlsx"}
    for bestand in demo.bestanden:
        if bestand.pad.suffix == ".csv":
            assert bestand.pad.read_bytes().startswith(b"\xef\xbb\xbf"), "Excel needs the mark"
    lees = demo.leesmij.read_text(encoding="utf-8")
    assert "verzonnen" in lees
    assert all(bestand.pad.name in lees for bestand in demo.bestanden)


def test_the_importers_take_every_file_without_a_word(ingelezen: Ingelezen) -> None:
    assert [str(melding) for melding in ingelezen.meldingen] == []


def test_every_value_is_one_of_the_schema(demo: DemoBestanden) -> None:
    for bestand in demo.bestanden:
        if bestand.importer == "scholen":
            continue
        for nr, rij in enumerate(rijen(bestand), start=2):
            if bestand.importer == "relaties":
                eigenschappen, extra = properties_of(TYPEN[rij["relatie"]]), {"van", "naar", "relatie"}
            else:
                eigenschappen, extra = properties_of(SOORTEN[label(bestand, rij)]), _ORGANISATIE_EXTRA
            for kolom, tekst in rij.items():
                if tekst and kolom not in extra:
                    waarde = read_value(eigenschappen[kolom], tekst)
                    assert not isinstance(waarde, Misvorming), (bestand.pad.name, nr, kolom, tekst, waarde)
            verplicht = {naam for naam, e in eigenschappen.items() if e.verplicht} - {"rid"}
            assert all(rij[naam] for naam in verplicht), (bestand.pad.name, nr)


def test_ids_are_unique_per_file_and_end_to_end(demo: DemoBestanden) -> None:
    alle: list[str] = []
    for bestand in demo.bestanden:
        if bestand.importer not in ("relaties", "scholen") and bestand.pad.name != "bevestigingen.csv":
            alle += [rij["id"] for rij in rijen(bestand)]
    alle += [f"{r['schoolnummer']}-{r['intern_vplnummer']}" for r in rijen(demo.bestanden[0])]
    assert [id_ for id_, aantal in Counter(i.casefold() for i in alle).items() if aantal > 1] == []


def check_relations(demo: DemoBestanden) -> None:
    """Every end exists, its kind is allowed, and no relation stands twice."""
    bekend = labels(demo)
    gezien: set[str] = set()
    for rij in rijen(demo.bestanden[-1]):
        type_ = TYPEN[rij["relatie"]]
        van, naar = bekend[rij["van"]], bekend[rij["naar"]]
        assert may_connect(type_, van, naar), rij
        assert rij["van"] != rij["naar"]
        rid = relation_id(type_, rij["van"], rij["naar"], rij)
        assert rid not in gezien, rid
        gezien.add(rid)
        if rij.get("via"):
            assert bekend[rij["via"]] == "Contactpersoon"


def test_every_end_exists_and_may_be_there(demo: DemoBestanden) -> None:
    check_relations(demo)


@settings(max_examples=aantal(6), deadline=None)
@given(st.integers(0, 10**9), st.sampled_from(REGIOS))
def test_ends_and_counts_hold_for_any_seed_and_region(
    tmp_path_factory: pytest.TempPathFactory, zaad: int, regio: str
) -> None:
    demo = generate_demo(tmp_path_factory.mktemp("zaad"), regio=regio, zaad=zaad, datum=DATUM)
    check_relations(demo)
    assert demo.organisaties["School"] == 380
    assert demo.banden == 2400


def test_a_region_has_the_size_of_the_pictures(demo: DemoBestanden, ingelezen: Ingelezen) -> None:
    assert demo.organisaties == {
        "AndereOrganisatie": 5,
        "Begeleidingsdienst": 3,
        "Clb": 8,
        "GeestelijkeGezondheidszorg": 25,
        "Jeugdhulpaanbieder": 70,
        "LokaalBestuur": 38,
        "NaftAanbieder": 10,
        "Ondersteuningsnetwerk": 3,
        "School": 380,
        "Werkactor": 40,
    }
    geteld = Counter(knoop.label for knoop in ingelezen.knopen.values())
    assert {soort: geteld[soort] for soort in demo.organisaties} == demo.organisaties
    assert (geteld["Forum"], geteld["Coordinator"], geteld["LerendNetwerk"]) == (20, 2, 1)
    themas = Counter(
        tuple(k.eigenschappen["themas"])  # type: ignore[arg-type]
        for k in ingelezen.knopen.values()
        if k.label == "School"
    )
    assert themas == {("1",): 302, ("2",): 78}
    assert len(ingelezen.beeld(DATUM).banden.van) == demo.banden == 2400


def test_all_six_regions_are_large_and_whole(tmp_path: Path) -> None:
    demo = generate_demo(tmp_path, omvang="vlaanderen", datum=DATUM)
    assert sum(demo.organisaties.values()) == 10_000
    assert demo.banden == 100_000
    test_ids_are_unique_per_file_and_end_to_end(demo)
    check_relations(demo)
    gemeenten = {rij["niscode"] for rij in rijen(demo.bestanden[0])}
    assert len(gemeenten) > 290


def test_everything_invented_is_recognisably_so(demo: DemoBestanden) -> None:
    for cel in cellen(demo):
        assert csv_safe(cel.tekst) == cel.tekst, "no cell that a spreadsheet would run"
        if cel.kolom in ("email", "e-mail") and cel.tekst:
            assert cel.tekst.endswith(".example")
        if cel.kolom == "website" and cel.tekst:
            assert cel.tekst.startswith("https://www.")
            assert cel.tekst.endswith(".example")
        if cel.kolom == "telefoon" and cel.tekst:
            assert cel.tekst.startswith("000 ")
        if cel.kolom == "schoolnummer":
            assert len(cel.tekst) == 6
            assert cel.tekst.startswith("9")


def test_an_unknown_region_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(NietGevonden, match="vlaanderen"):
        generate_demo(tmp_path, regio="vlaanderen", datum=DATUM)
