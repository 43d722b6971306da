"""Everything in one folder: a page of findings, with the files that it names and no others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from netwerkkaart.analyse import ANALYSES
from netwerkkaart.cli import main
from tests.graph.hulp import voer_in
from tests.vragen.voorbeeld import example


@pytest.fixture
def graaf(tmp_path: Path) -> Path:
    from netwerkkaart.graph.ingebed import IngebedStore

    pad = tmp_path / "klein.kgl"
    store = IngebedStore(pad, schrijven=True)
    voer_in(store, example())
    store.close()
    return pad


def run(*woorden: str | Path) -> int:
    with pytest.raises(SystemExit) as klaar:
        main([str(woord) for woord in woorden])
    return int(klaar.value.code or 0)


def test_the_page_names_every_analysis_and_its_files_are_there(graaf: Path, tmp_path: Path) -> None:
    doel = tmp_path / "uit" / "limburg"
    assert run("analyse", "alles", "--regio", "limburg", "--map", doel, "--store", graaf) == 0
    pagina = (doel / "index.html").read_text("utf-8")
    assert set(re.findall(r'<section id="([\w-]+)"', pagina)) == set(ANALYSES)
    genoemd = set(re.findall(r'(?:src|href)="([\w-]+\.\w+)"', pagina))
    assert genoemd <= {pad.name for pad in doel.iterdir()}
    assert "<script" not in pagina
    assert "De Ark" in pagina


def test_without_a_region_it_says_what_is_left_out(graaf: Path, tmp_path: Path) -> None:
    doel = tmp_path / "alles"
    assert run("analyse", "alles", "--map", doel, "--store", graaf) == 0
    pagina = (doel / "index.html").read_text("utf-8")
    for naam, analyse in ANALYSES.items():
        assert (f'<section id="{naam}"' in pagina) is not analyse.regio_verplicht
        assert not analyse.regio_verplicht or f"<li>{naam}: kies een regio" in pagina


def test_a_file_in_the_place_of_the_folder_is_told(
    graaf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bezet").write_text("x")
    assert run("analyse", "alles", "--map", tmp_path / "bezet", "--store", graaf) != 0
    assert "is een bestand, geen map" in capsys.readouterr().err
