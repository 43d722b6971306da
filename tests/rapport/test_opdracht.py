"""The command as a coordinator uses it: her own text stays, what she wrote in Word is not lost."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerkkaart.cli import main
from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.rapport.eigen_tekst import MEER, parse, template, with_own_text
from netwerkkaart.rapport.maken import make_overdracht
from netwerkkaart.rapport.model import EigenTekst
from netwerkkaart.rapport.schrijven import VORMEN, is_edited
from tests.graph.hulp import voer_in
from tests.rapport.wereld import source
from tests.vragen.voorbeeld import example


@pytest.fixture(scope="module")
def graaf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("graaf") / "klein.kgl"
    store = IngebedStore(pad, schrijven=True)
    voer_in(store, example())
    store.close()
    return pad


def run(*woorden: str | Path) -> int:
    with pytest.raises(SystemExit) as klaar:
        main(["rapport", *map(str, woorden)])
    return int(klaar.value.code or 0)


@pytest.mark.parametrize(
    "wat",
    [
        ("voortgang", "--regio", "limburg", "--van", "2025-11-24", "--tot", "2026-11-24"),
        ("eind", "--regio", "limburg", "--tot", "2026-11-24"),
        ("vlaanderen", "--tot", "2026-11-24"),
        ("overdracht", "--regio", "limburg", "--datum", "2026-11-24"),
    ],
)
def test_every_report_in_a_form_with_all_rows_beside_it(
    wat: tuple[str, ...], graaf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vorm = VORMEN[len(wat[0]) % len(VORMEN)]
    doel = tmp_path / f"r{vorm}"
    assert run(*wat, "--store", graaf, "--uit", doel) == 0
    assert {pad.name for pad in tmp_path.iterdir()} == {f"r{vorm}", "r-bijlagen.xlsx", "r-tekst.md"}
    boek = openpyxl.load_workbook(tmp_path / "r-bijlagen.xlsx", read_only=True)
    assert boek.sheetnames[0] == "Inhoud"
    assert len(boek.sheetnames) > 4
    assert "Traceback" not in capsys.readouterr().err


def test_own_text_survives_and_its_file_is_never_written_again(graaf: Path, tmp_path: Path) -> None:
    doel, tekst = tmp_path / "o.docx", tmp_path / "o-tekst.md"
    opdracht = ("overdracht", "--regio", "limburg", "--datum", "2026-11-24", "--store", graaf, "--uit", doel)
    assert run(*opdracht) == 0
    eigen = tekst.read_text("utf-8").replace(
        "## Wat nog loopt\n", "## Wat nog loopt\n\nBel eerst *Mia* & Jan.\n\n- punt één\n"
    )
    eigen += "\n## Een kop van mezelf\n\nOok dit blijft.\n"
    tekst.write_text(eigen, "utf-8")
    assert run(*opdracht) == 0
    assert tekst.read_text("utf-8") == eigen
    alineas = [alinea.text for alinea in docx.Document(str(doel)).paragraphs]
    for zin in ("Bel eerst *Mia* & Jan.", "punt één", "Een kop van mezelf", "Ook dit blijft."):
        assert zin in alineas
    assert alineas.index("Bel eerst *Mia* & Jan.") > alineas.index("Wat nog loopt")


def test_a_word_document_that_she_went_on_with_is_not_overwritten(
    graaf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    doel = tmp_path / "o.docx"
    opdracht = ("overdracht", "--regio", "limburg", "--datum", "2026-11-24", "--store", graaf, "--uit", doel)
    assert run(*opdracht) == 0
    assert not is_edited(doel)
    boek = docx.Document(str(doel))
    boek.add_paragraph("Wat ik in Word schreef.")
    boek.save(str(doel))
    voor = doel.read_bytes()
    assert run(*opdracht) != 0
    assert doel.read_bytes() == voor
    assert "o-tekst.md" in capsys.readouterr().err.replace("\n", "")
    assert run(*opdracht, "--overschrijf") == 0
    assert not is_edited(doel)


def test_what_is_no_form_or_no_period_is_told(
    graaf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    basis = ("voortgang", "--regio", "limburg", "--store", graaf)
    assert run(*basis, "--uit", tmp_path / "r.odt") != 0
    assert "eindigt op .docx of .html of .pdf of .pptx" in capsys.readouterr().err
    assert run(*basis, "--van", "2026-01-01", "--tot", "2025-01-01", "--uit", tmp_path / "r.html") != 0
    assert "ligt niet vóór" in capsys.readouterr().err
    (tmp_path / "l-tekst.md").write_bytes("één".encode("cp1252"))
    assert run(*basis, "--tot", "2026-11-24", "--uit", tmp_path / "l.html") != 0
    assert "UTF-8" in capsys.readouterr().err
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["l-tekst.md"]


woorden = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1).filter(
    lambda t: not t.startswith(("#", "-", "*")) and "<!--" not in t
)


@given(
    st.dictionaries(st.sampled_from(["In het kort", "Wat nog loopt", "Eigen", "eigen!"]), st.lists(woorden))
)
def test_no_word_of_hers_is_lost_whatever_the_headings(delen: dict[str, list[str]]) -> None:
    tekst = "".join(f"## {kop}\n\n" + "\n\n".join(alineas) + "\n\n" for kop, alineas in delen.items())
    document = with_own_text(_OVERDRACHT, parse(tekst))
    over = [a for d in document.delen for b in d.blokken if isinstance(b, EigenTekst) for a in b.delen]
    assert sorted(over) == sorted(woord for alineas in delen.values() for woord in alineas)


_OVERDRACHT = make_overdracht(source())


def test_the_first_file_holds_no_text_and_text_before_a_heading_is_kept() -> None:
    assert parse(template(["A", "B"])) == {}
    assert parse("\ufeffLos.\n## A\nx".removeprefix("\ufeff")) == {MEER: ("Los.",), "A": ("x",)}
    assert re.findall(r"^## (.+)$", template(["A", "B"]), re.MULTILINE) == ["A", "B"]
    assert io.StringIO(template(["A"])).readline() == "<!--\n"
