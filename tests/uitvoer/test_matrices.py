"""Matrices of a round: what was not asked is NA, and what was not given for research is not in them."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.analyse.respons import answered_pairs, current_answers, find_round
from netwerkkaart.bestanden import csv_restore
from netwerkkaart.cli import main
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak
from netwerkkaart.uitvoer.matrices import (
    GEZEGD,
    NA,
    ORGANISATIES,
    PAREN,
    UITLEG,
    Woorden,
    make_matrix,
    write_matrix,
)
from tests.bevraging.klein import RONDE, VANDAAG, as_view, relation, state, statements
from tests.bevraging.test_bevestiging import antwoorden
from tests.bevraging.wereld import Zegt, answer, organisations
from tests.voorbeelden import aantal

SCRIPT = Path(__file__).parents[2] / "notebooks" / "lees_matrix.R"


def given_for(uitspraken: Iterable[Uitspraak], doelen: list[str]) -> list[Uitspraak]:
    return [
        replace(u, eigenschappen={**u.eigenschappen, "doelen": doelen})
        if isinstance(u, KnoopUitspraak) and u.label == "Antwoord"
        else u
        for u in uitspraken
    ]


@settings(max_examples=aantal(40))
@given(antwoorden(), st.data())
def test_against_the_words_themselves(gezegd: list[list[Uitspraak]], data: st.DataObject) -> None:
    mag = [data.draw(st.sampled_from([["werking"], ["werking", "onderzoek"]])) for _ in gezegd]
    alle = [u for a, d in zip(gezegd, mag, strict=True) for u in given_for(a, d)]
    beeld = as_view([*organisations(), *alle], date(2026, 11, data.draw(st.integers(1, 28))))
    knoop = beeld.nummer["bevraging:1"]
    doelen = beeld.kolom("doelen")
    for doel in ("onderzoek", None):
        matrix = make_matrix(beeld, knoop, doel=doel)
        tellen = [
            a
            for a in current_answers(beeld).values()
            if a.bevraging == knoop and (doel is None or doel in cast("list[str]", doelen[a.knoop] or []))
        ]
        ja, nee = answered_pairs(beeld, tellen)
        assert pairs(beeld, matrix.ids, matrix.paren, 1) == {p for p in ja if p[0] != p[1]}
        assert pairs(beeld, matrix.ids, matrix.paren, 0) == {p for p in nee - ja if p[0] != p[1]}
        assert (matrix.paren == matrix.paren.T).all()
        assert (np.diag(matrix.gezegd) == NA).all()
        sprak = {beeld.ids[a.namens] for a in tellen}
        assert (
            {id_ for id_, rij in zip(matrix.ids, matrix.gezegd, strict=True) if (rij != NA).any()}
            <= sprak
            <= set(matrix.ids)
        )
        assert [rij[0] for rij in matrix.attributen] == list(matrix.ids)


def pairs(beeld: Beeld, ids: tuple[str, ...], paren: Woorden, woord: int) -> set[tuple[int, int]]:
    hier = np.argwhere(np.triu(paren == woord, 1)).tolist()
    nummers = ([beeld.nummer[ids[i]] for i in paar] for paar in hier)
    return {(min(p), max(p)) for p in nummers}


def world() -> list[Uitspraak]:
    """Three answers, of which one is not for research; one of four that were asked is silent."""
    return [
        *statements(),
        KnoopUitspraak("School", "003772", {"naam": "=1+1", "niveaus": ["kleuter", "lager"]}),
        *(relation("BEVRAAGD_IN", id_, RONDE.id) for id_ in ("s1", "j1", "n1", "j2")),
        *given_for(answer("s1", [Zegt("j1", True), Zegt("n1", False), Zegt("003772", True)], bevraging=RONDE.id), ["werking", "onderzoek"]),
        *given_for(answer("clb:x", [Zegt("j1", False)], namens="s2", bevraging=RONDE.id), ["werking", "onderzoek"]),
        *given_for(answer("n1", [Zegt("w1", True)], bevraging=RONDE.id), ["werking"]),
    ]  # fmt: skip


def read(pad: Path) -> list[list[str]]:
    with pad.open(encoding="utf-8", newline="") as bestand:
        return [[csv_restore(cel) for cel in rij] for rij in csv.reader(bestand)]


def test_the_tables_say_yes_no_and_not_asked(tmp_path: Path) -> None:
    beeld = as_view(world())
    matrix = make_matrix(beeld, find_round(beeld, RONDE.naam))
    write_matrix(matrix, tmp_path / "uit")
    gezegd = {rij[0]: rij for rij in read(tmp_path / "uit" / GEZEGD)}
    kop = gezegd["id"]
    assert set(kop[1:]) == {
        "003772",
        "s1",
        "s2",
        "clb:x",
        "j1",
        "n1",
        "j2",
    }  # w1 was named for the work alone
    woord = {(van, naar): gezegd[van][kop.index(naar)] for van in kop[1:] for naar in kop[1:]}
    assert woord["s1", "j1"] == woord["s1", "003772"] == "1"
    assert woord["s1", "n1"] == woord["s2", "j1"] == "0"
    assert woord["j1", "s1"] == woord["n1", "s1"] == woord["s1", "j2"] == woord["s1", "s1"] == "NA"
    paren = {rij[0]: dict(zip(kop, rij, strict=True)) for rij in read(tmp_path / "uit" / PAREN)}
    assert (paren["j1"]["s1"], paren["j1"]["s2"], paren["j1"]["n1"]) == ("1", "0", "NA")
    tabel = {rij[0]: rij for rij in read(tmp_path / "uit" / ORGANISATIES)}
    assert tabel["003772"][1:4] == ["=1+1", "School", "onderwijs"]
    assert tabel["003772"][6] == "kleuter|lager"
    assert [tabel[id_][8:] for id_ in ("s1", "s2", "clb:x", "j2", "n1")] == [
        ["1", "1", "0"], ["0", "0", "1"], ["0", "1", "0"], ["1", "0", "0"], ["1", "0", "0"],
    ]  # fmt: skip
    uitleg = (tmp_path / "uit" / UITLEG).read_text(encoding="utf-8")
    assert "7 organisaties; 2 paren met een band, 2 zonder, 17 niet gevraagd." in uitleg
    assert "1 antwoord staat er niet in: het is niet voor dit doel gegeven." in uitleg


def test_pandas_reads_them_as_r_does(tmp_path: Path) -> None:
    beeld = as_view(world())
    matrix = make_matrix(beeld, find_round(beeld, RONDE.naam), doel=None)
    write_matrix(matrix, tmp_path)
    frame = pd.read_csv(tmp_path / PAREN, dtype={"id": str}).set_index("id")
    assert tuple(frame.index) == tuple(frame.columns) == matrix.ids
    verwacht = np.where(matrix.paren == NA, np.nan, matrix.paren)
    assert np.array_equal(frame.to_numpy(dtype=float), verwacht, equal_nan=True)
    assert frame.loc["n1", "w1"] == 1  # all purposes


def test_the_command_writes_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = IngebedStore(tmp_path / "g.kgl", schrijven=True)
    state(store, world())
    store.close()
    with pytest.raises(SystemExit) as klaar:
        main(["bevraging", "matrix", RONDE.naam, "--map", str(tmp_path / "m"), "--store", str(tmp_path / "g.kgl"),
              "--datum", VANDAAG.isoformat()])  # fmt: skip
    assert klaar.value.code == 0
    assert "het is niet voor onderzoek gegeven" in " ".join(capsys.readouterr().out.split())
    assert {pad.name for pad in (tmp_path / "m").iterdir()} == {GEZEGD, PAREN, ORGANISATIES, UITLEG}


def test_base_r_reads_them(tmp_path: Path) -> None:
    rscript = shutil.which("Rscript")
    if rscript is None:
        pytest.skip(
            "Rscript is er niet: installeer R (Debian: apt install r-base-core) om het R-script te testen."
        )
    beeld = as_view(world())
    write_matrix(make_matrix(beeld, find_round(beeld, RONDE.naam)), tmp_path)
    vraag = (
        f'source("{SCRIPT.as_posix()}"); r <- lees_matrix("{tmp_path.as_posix()}"); '
        'cat(r$gezegd["s1", "003772"], is.na(r$paren["j1", "n1"]), r$organisaties$naam[r$organisaties$id == "003772"])'
    )
    uit = subprocess.run([rscript, "-e", vraag], capture_output=True, text=True, check=True).stdout
    assert uit.strip() == "1 TRUE =1+1"
    cijfers = subprocess.run(
        [rscript, str(SCRIPT), str(tmp_path)], capture_output=True, text=True, check=True
    ).stdout
    assert dict(re.findall(r"^(\w+) (\S+) $", cijfers, re.MULTILINE)) == {
        "organisaties": "7", "ja": "2", "nee": "2", "niet_gevraagd": "17", "minstens": "0.09524", "hoogstens": "0.9048",
    }  # fmt: skip


def test_the_script_reads_the_files_that_are_written() -> None:
    script = SCRIPT.read_text(encoding="utf-8")
    assert all(f'"{naam}"' in script for naam in (GEZEGD, PAREN, ORGANISATIES))
    assert "library(" not in script


def test_who_is_named_twice_says_yes_once() -> None:
    twee = [Zegt("j1", False), Zegt("j1", True, "VERWIJST_NAAR", "uit", "voorkomen")]
    beeld = as_view([*statements(), *answer("s1", twee, bevraging=RONDE.id)])
    matrix = make_matrix(beeld, find_round(beeld, RONDE.id), doel=None)
    assert matrix.gezegd[matrix.ids.index("s1"), matrix.ids.index("j1")] == 1
    assert isinstance(answer("s1", twee)[-1], RelatieUitspraak)
