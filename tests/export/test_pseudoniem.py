"""No cell smaller than k leaves, nothing but what is listed leaves, and the key stays at home."""

from __future__ import annotations

import csv
import io
import os
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path

import frictionless
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.cli.hoofd import run
from netwerkkaart.export.pseudoniem import BAND, pseudonymise
from netwerkkaart.export.pseudoniem_cellen import Kenmerken, describe, protect
from netwerkkaart.export.pseudoniem_pakket import files, readme
from netwerkkaart.export.pseudoniem_sleutel import check_place, pseudonym, read_key
from netwerkkaart.export.schrijven import write_zip
from netwerkkaart.fouten import Afsluitcode, GebruikersFout
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.schema.register import BANDEN, TYPEN
from tests.analyse.grafen import Rijen, view, worlds
from tests.export.hulp import vol
from tests.graph.hulp import knoop, relatie, voer_in
from tests.voorbeelden import aantal

SLEUTEL = bytes(range(32))
SOORTEN = ("School", "Clb", "Begeleidingsdienst", "Werkactor", "NaftAanbieder")
MENGELING = st.lists(
    st.builds(
        describe,
        st.sampled_from(SOORTEN),
        st.sampled_from(["limburg", "brussel", None]),
        st.sampled_from([None, 5, 150, 400, 900]),
    ),
    max_size=60,
)


# ---- cells ------------------------------------------------------------------------------------------


@given(MENGELING, st.integers(2, 8))
def test_no_cell_smaller_than_k_is_shown(kenmerken: list[Kenmerken], k: int) -> None:
    getoond = protect(kenmerken, k)
    assert all(keer >= k for cel, keer in Counter(getoond).items() if cel is not None)
    for vol_, cel in zip(kenmerken, getoond, strict=True):
        assert cel is None or all(
            deel in ("", heel)
            for deel, heel in zip(
                (cel.sector, cel.soort, cel.regio, cel.grootte),
                (vol_.sector, vol_.soort, vol_.regio, vol_.grootte),
                strict=True,
            )
        )


@given(MENGELING, st.integers(2, 8), st.randoms())
def test_what_is_shown_depends_on_no_order(kenmerken: list[Kenmerken], k: int, toeval: object) -> None:
    plekken = list(range(len(kenmerken)))
    toeval.shuffle(plekken)  # type: ignore[attr-defined]
    anders = protect([kenmerken[i] for i in plekken], k)
    heel = protect(kenmerken, k)
    assert anders == [heel[i] for i in plekken]


@given(MENGELING, st.integers(2, 8))
def test_a_cell_that_is_large_enough_stays_as_it_is(kenmerken: list[Kenmerken], k: int) -> None:
    keer = Counter(kenmerken)
    for vol_, cel in zip(kenmerken, protect(kenmerken, k), strict=True):
        assert (cel == vol_) == (keer[vol_] >= k)


def test_a_worked_example() -> None:
    # 6 CLBs in Limburg stay; 2 small schools and 3 large ones join as schools of Limburg; the one of Brussels
    # is alone, gives up region and kind, and with nobody else left in its cell it goes.
    clb, klein = describe("Clb", "limburg", None), describe("School", "limburg", 50)
    groot, alleen = describe("School", "limburg", 700), describe("School", "brussel", 50)
    uit = protect([clb] * 6 + [klein] * 2 + [groot] * 3 + [alleen], 5)
    assert uit == [clb] * 6 + [Kenmerken("onderwijs", "School", "limburg", "")] * 5 + [None]


# ---- the network ------------------------------------------------------------------------------------


def _tables(beeld: Beeld, k: int) -> tuple[list[dict[str, str]], list[dict[str, str]], str]:
    doel = io.BytesIO()
    write_zip(files(pseudonymise(beeld, SLEUTEL, k)), doel)
    with zipfile.ZipFile(doel) as archief:
        teksten = {naam: archief.read(naam).decode() for naam in archief.namelist()}
    organisaties, banden = (
        list(csv.DictReader(io.StringIO(teksten[f"{naam}.csv"]))) for naam in ("organisaties", "banden")
    )
    return organisaties, banden, "".join(teksten.values())


@settings(max_examples=aantal(40))
@given(worlds(), st.integers(3, 6))
def test_every_combination_that_leaves_is_there_k_times(rijen: Rijen, k: int) -> None:
    beeld = view(rijen)
    organisaties, banden, _ = _tables(beeld, k)
    cellen = Counter(tuple(rij[n] for n in ("sector", "soort", "regio", "grootte")) for rij in organisaties)
    assert all(keer >= k for keer in cellen.values())
    getoond = {rij["pseudoniem"]: rij for rij in organisaties}
    naam = {id_: pseudonym(SLEUTEL, id_) for id_ in beeld.ids}
    # Every tie between two that are shown is there, and by its type nobody learns a kind that is hidden.
    verwacht: Counter[tuple[str, str, str]] = Counter()
    zonder: set[tuple[str, str]] = set()
    for type_ in BANDEN:
        tabel = beeld.van_type(type_)
        for van, naar in zip(tabel.van, tabel.naar, strict=True):
            a, b = naam[beeld.ids[van]], naam[beeld.ids[naar]]
            if a not in getoond or b not in getoond:
                continue
            if not (getoond[a]["soort"] and getoond[b]["soort"]):
                zonder.add((min(a, b), max(a, b)))
            elif TYPEN[type_].soort.ongericht:
                verwacht[min(a, b), max(a, b), type_] += 1
            else:
                verwacht[a, b, type_] += 1
    verwacht.update({(a, b, BAND): 1 for a, b in zonder})
    assert Counter((rij["van"], rij["naar"], rij["type"]) for rij in banden) == verwacht


@pytest.mark.parametrize("k", [3, 5])
def test_nothing_leaves_but_what_is_listed(k: int) -> None:
    beeld = vol()
    _, _, alles = _tables(beeld, k)
    for id_ in beeld.ids:
        assert len(id_) < 5 or id_ not in alles
    for kolom in ("naam", "email", "telefoon", "straat", "bron", "opmerking", "kbo", "website"):
        for waarde in beeld.kolom(kolom):
            assert waarde is None or len(str(waarde)) < 6 or str(waarde) not in alles


def test_the_same_key_gives_the_same_pseudonyms_and_another_key_others() -> None:
    beeld = vol()
    een, ander = pseudonymise(beeld, SLEUTEL, 3), pseudonymise(beeld, bytes(32), 3)
    assert een == pseudonymise(beeld, SLEUTEL, 3)
    assert een.organisaties
    assert not een.organisaties.keys() & ander.organisaties.keys()


def test_the_readme_says_what_is_hidden_and_what_is_not_protected() -> None:
    net = pseudonymise(vol(), SLEUTEL, 5)
    tekst = readme(net)
    assert f"Weggelaten: {net.organisaties_weg} organisaties, en {net.banden_weg} banden" in tekst
    for aantal_ in net.vergroofd.values():
        assert f"Van {aantal_} organisaties zijn verborgen" in tekst
    assert "Backstrom" in tekst
    assert "Narayanan" in tekst
    assert "niet anoniem" in tekst


def test_a_tiny_k_is_refused() -> None:
    with pytest.raises(GebruikersFout, match="beschermen niemand"):
        pseudonymise(vol(), SLEUTEL, 2)


# ---- the key ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("sleutel", ["uit/s.sleutel", "uit/diep/s.sleutel", "uit/../uit/s"])
def test_a_key_in_the_folder_of_the_output_is_refused(sleutel: str, tmp_path: Path) -> None:
    with pytest.raises(GebruikersFout) as fout:
        check_place(tmp_path / sleutel, tmp_path / "uit" / "net.zip")
    assert fout.value.code is Afsluitcode.NIET_TOEGELATEN
    check_place(tmp_path / "s.sleutel", tmp_path / "uit" / "net.zip")


def test_a_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    pad = tmp_path / "map" / "s.sleutel"
    eerst, nieuw = read_key(pad)
    assert nieuw
    assert len(eerst) == 32
    assert read_key(pad) == (eerst, False)
    if os.name == "posix":
        assert pad.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("inhoud", [b"", b"geen sleutel", b"00ff", b"\xff" * 40])
def test_what_is_no_key_is_refused_and_kept(inhoud: bytes, tmp_path: Path) -> None:
    pad = tmp_path / "s.sleutel"
    pad.write_bytes(inhoud)
    with pytest.raises(GebruikersFout, match="geen sleutel"):
        read_key(pad)
    assert pad.read_bytes() == inhoud


# ---- the command ------------------------------------------------------------------------------------


@pytest.fixture
def graaf(tmp_path: Path) -> Path:
    pad = tmp_path / "g.kgl"
    store = IngebedStore(pad, schrijven=True)
    voer_in(
        store,
        [
            *(knoop("School", f"school-{n}") for n in range(6)),
            knoop("School", "oud-1", tot=date(2020, 1, 1)),
            knoop("School", "intern-1", vrijgave="intern"),
            *(knoop("Clb", f"clb-{n}") for n in range(2)),
            *(relatie("BEGELEIDT", "clb-0", f"school-{n}") for n in range(3)),
            relatie("WERKT_SAMEN_MET", "school-0", "school-1"),
        ],
    )
    store.close()
    return pad


def test_the_command_writes_a_package_that_others_read(
    graaf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uit = tmp_path / "uit" / "net.zip"
    uit.parent.mkdir()
    sleutel = tmp_path / "thuis" / "s.sleutel"
    vast = ["pseudoniem", "--store", str(graaf), "--uit", str(uit), "--sleutel", str(sleutel)]
    assert run(vast) == 0
    tekst = " ".join(capsys.readouterr().out.split())
    assert "Nieuwe sleutel" in tekst
    assert "Weggelaten: 2 organisaties, en 3 banden met hen." in tekst
    with zipfile.ZipFile(uit) as archief:
        archief.extractall(tmp_path / "gelezen")
    assert frictionless.validate(str(tmp_path / "gelezen" / "datapackage.json")).valid
    rijen = list(csv.DictReader((tmp_path / "gelezen" / "organisaties.csv").open(encoding="utf-8")))
    code = bytes.fromhex(sleutel.read_text())
    assert {rij["pseudoniem"] for rij in rijen} == {pseudonym(code, f"school-{n}") for n in range(6)}
    eerst = uit.read_bytes()
    assert run(vast) == 0
    assert "Nieuwe sleutel" not in capsys.readouterr().out
    assert uit.read_bytes() == eerst


def test_the_command_refuses_a_key_that_would_travel(
    graaf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uit, sleutel = tmp_path / "net.zip", tmp_path / "s.sleutel"
    code = run(["pseudoniem", "--store", str(graaf), "--uit", str(uit), "--sleutel", str(sleutel)])
    assert code == Afsluitcode.NIET_TOEGELATEN
    assert not uit.exists()
    assert not sleutel.exists()
