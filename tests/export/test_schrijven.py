"""Files are whole or not there, and the same data give the same bytes; the command says what it did."""

from __future__ import annotations

import random
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

import netwerkkaart as nk
from netwerkkaart.cli.hoofd import run
from netwerkkaart.export.formaten import FORMATEN, Formaat
from netwerkkaart.export.schrijven import write_export
from netwerkkaart.fouten import Afsluitcode, GebruikersFout
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.graph.lezen import read_beeld
from netwerkkaart.graph.openen import open_store
from netwerkkaart.graph.vrijgave import Profiel
from tests.export.hulp import geheel, parts, rijen, vol, write
from tests.graph.hulp import knoop, relatie, voer_in


@pytest.mark.parametrize("formaat", FORMATEN)
def test_the_same_data_give_the_same_bytes(formaat: str) -> None:
    knopen, relaties = rijen()
    eerst = write(formaat, geheel(Beeld.from_rows(knopen, relaties)))
    random.Random(1).shuffle(knopen)
    random.Random(2).shuffle(relaties)
    assert write(formaat, geheel(Beeld.from_rows(knopen, relaties))) == eerst


@pytest.mark.parametrize("formaat", FORMATEN)
def test_an_empty_graph_has_an_export(formaat: str) -> None:
    assert write(formaat, geheel(Beeld.from_rows([], []), date(2026, 1, 1)))


@pytest.mark.parametrize("naam", [f.naam for f in FORMATEN.values() if f.pakket])
def test_a_folder_holds_what_the_zip_holds(naam: str, tmp_path: Path) -> None:
    gegevens = geheel(vol())
    aantal = write_export(FORMATEN[naam], gegevens, tmp_path / "map")
    gelezen = {pad.name: pad.read_bytes() for pad in (tmp_path / "map").iterdir()}
    assert gelezen == parts(naam, gegevens)
    assert aantal == sum(map(len, gelezen.values()))
    write_export(FORMATEN[naam], gegevens, tmp_path / "a.zip")
    assert (tmp_path / "a.zip").read_bytes() == write(naam, gegevens)
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["a.zip", "map"]


def test_a_folder_may_have_a_point_in_its_name(tmp_path: Path) -> None:
    write_export(FORMATEN["csv"], geheel(vol()), tmp_path / "export 2026.11")
    assert (tmp_path / "export 2026.11" / "datapackage.json").is_file()


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    write_export(FORMATEN["csv"], geheel(vol()), tmp_path / "map")
    with pytest.raises(GebruikersFout, match="niet leeg"):
        write_export(FORMATEN["csv"], geheel(vol()), tmp_path / "map")


@pytest.mark.parametrize(
    ("naam", "pad"), [("gexf", "a.xml"), ("xlsx", "a"), ("csv", "a.csv"), ("kumu", "a.zip")]
)
def test_a_name_that_does_not_fit_is_refused(naam: str, pad: str, tmp_path: Path) -> None:
    with pytest.raises(GebruikersFout) as fout:
        write_export(FORMATEN[naam], geheel(vol()), tmp_path / pad)
    assert fout.value.code is Afsluitcode.VERKEERD_GEBRUIK
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize("pad", ["map", "a.zip"])
def test_what_fails_halfway_leaves_nothing(pad: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(doel: object) -> None:
        raise RuntimeError

    heel = FORMATEN["csv"].files
    monkeypatch.setattr(Formaat, "files", lambda self, gegevens: {**heel(gegevens), "laatste.csv": stop})
    with pytest.raises(RuntimeError):
        write_export(FORMATEN["csv"], geheel(vol()), tmp_path / pad)
    assert not [*tmp_path.iterdir()]


# ---- the command ------------------------------------------------------------------------------------


@pytest.fixture
def graaf(tmp_path: Path) -> Path:
    pad = tmp_path / "g.kgl"
    store = IngebedStore(pad, schrijven=True)
    voer_in(
        store,
        [
            knoop("Gemeente", "nis:71016", nis="71016"),
            knoop("Regio", "regio:limburg", code="limburg"),
            knoop("Clb", "c1", vrijgave="openbaar"),
            knoop("School", "s1", tot=date(2020, 1, 1)),
            knoop("School", "s2"),
            knoop("Contactpersoon", "p1"),
            relatie("DEEL_VAN", "nis:71016", "regio:limburg"),
            relatie("LIGT_IN", "c1", "nis:71016"),
            relatie("BEGELEIDT", "c1", "s2"),
            relatie("WERKT_VOOR", "p1", "c1"),
        ],
    )
    store.close()
    return pad


@pytest.mark.parametrize("formaat", FORMATEN.values(), ids=lambda f: f.naam)
def test_the_command_writes_every_format(
    formaat: Formaat, graaf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pad = tmp_path / f"uit{formaat.ending}"
    assert run(["export", formaat.naam, "--store", str(graaf), "--uit", str(pad), "--regio", "limburg"]) == 0
    tekst = " ".join(capsys.readouterr().out.split())
    assert "Netwerkkaart van Limburg" in tekst
    assert "knopen" in tekst
    assert "Wat nu?" in tekst
    assert "{uit}" not in tekst
    assert pad.stat().st_size > (100 if formaat.naam != "hsds" else 0)  # this graph has no offers


def test_the_command_keeps_to_profile_and_date(graaf: Path, tmp_path: Path) -> None:
    def ids(*opties: str) -> set[str]:
        pad = tmp_path / "x.zip"
        assert run(["export", "neo4j-csv", "--store", str(graaf), "--uit", str(pad), *opties]) == 0
        with zipfile.ZipFile(BytesIO(pad.read_bytes())) as archief:
            namen = [n for n in archief.namelist() if n.startswith("knopen")]
            return {r.split(",")[0] for n in namen for r in archief.read(n).decode().splitlines()[1:]}

    alles = {"nis:71016", "regio:limburg", "c1", "s2"}
    assert ids() == alles
    assert ids("--alles") == {*alles, "s1"}
    assert ids("--datum", "2019-01-01") == {*alles, "s1"}
    assert ids("--profiel", "openbaar") == {"nis:71016", "regio:limburg", "c1"}
    assert ids("--profiel", "intern", "--personen") == {*alles, "p1"}


@pytest.mark.parametrize(
    ("opties", "code", "zegt"),
    [
        (["gefx"], Afsluitcode.VERKEERD_GEBRUIK, "gexf"),
        (["gexf", "--personen"], Afsluitcode.NIET_TOEGELATEN, "--profiel intern"),
        (["gexf", "--uit", "a.txt"], Afsluitcode.VERKEERD_GEBRUIK, ".gexf"),
        (["gexf", "--alles", "--datum", "2020-01-01"], Afsluitcode.VERKEERD_GEBRUIK, "--alles"),
    ],
)
def test_the_command_says_what_cannot_be(
    opties: list[str], code: Afsluitcode, zegt: str, graaf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", *opties, "--store", str(graaf)]) == code
    assert zegt in " ".join(capsys.readouterr().err.split())


def test_the_list_names_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "--lijst"]) == 0
    tekst = " ".join(capsys.readouterr().out.split())
    for formaat in FORMATEN.values():
        assert all(" ".join(deel.split()) in tekst for deel in (formaat.naam, formaat.kort, formaat.voor))
        assert formaat.verder


def test_what_kumu_gets_comes_back_as_the_same_graph(graaf: Path, tmp_path: Path) -> None:
    pad, terug = tmp_path / "a.json", tmp_path / "terug.kgl"
    with nk.open_netwerk(str(graaf)) as netwerk:
        assert netwerk.export("kumu", pad, alles=True, profiel=Profiel.INTERN, personen=True) == pad
    assert run(["import", "graaf", str(pad), "--store", str(terug), "--ja"]) == 0
    eerst, dan = (_what(adres) for adres in (graaf, terug))
    assert dan == eerst


def _what(adres: Path) -> tuple[dict[str, tuple[str, object, object]], set[str]]:
    """Kind, name and end of each node, and the keys of the relations.

    The importer puts the name of the file before codes that are nobody's official number.
    """
    store = open_store(str(adres))
    beeld = read_beeld(store)
    store.close()
    namen, tot = beeld.kolom("naam"), beeld.kolom("tot")
    weg = {"Bron", "Regio"}  # an import says where it comes from, and makes the regions that it needs
    knopen = {
        i.removeprefix("a:"): (beeld.label(n), namen[n], tot[n])
        for n, i in enumerate(beeld.ids)
        if beeld.label(n) not in weg
    }
    return knopen, {
        rid.replace("|a:", "|")
        for t in beeld.relaties.values()
        for rid in t.rids
        if not rid.startswith("DEEL_VAN")
    }


def test_no_two_formats_are_called_the_same() -> None:
    namen = [formaat.bestandsnaam for formaat in FORMATEN.values()]
    assert len(set(namen)) == len(namen)
    assert all(naam.endswith(f.ending) for naam, f in zip(namen, FORMATEN.values(), strict=True))
