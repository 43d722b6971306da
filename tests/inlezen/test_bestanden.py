from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerkkaart.bestanden import csv_restore, csv_safe, open_atomic, write_atomic
from netwerkkaart.fouten import Afsluitcode, GebruikersFout

_TEKST = st.text(alphabet=st.one_of(st.sampled_from("'=+-@\t\r\n a1"), st.characters(codec="utf-8")))


@given(_TEKST)
def test_protection_can_be_undone(tekst: str) -> None:
    assert csv_restore(csv_safe(tekst)) == tekst


@given(_TEKST)
def test_protected_text_is_no_formula(tekst: str) -> None:
    assert not csv_safe(tekst).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@given(st.from_regex(r"\+32[ 0-9]{8,12}", fullmatch=True))
def test_telephone_numbers_survive(nummer: str) -> None:
    assert csv_safe(nummer) == "'" + nummer
    assert csv_restore(csv_safe(nummer)) == nummer


def test_ordinary_text_is_left_alone() -> None:
    for tekst in ("", "Gent", "'s-Gravenvoeren", "a=b", "011 22 33 44", "''"):
        assert csv_safe(tekst) == tekst == csv_restore(tekst)


def test_text_is_written_as_it_stands(tmp_path: Path) -> None:
    pad = tmp_path / "a.txt"
    write_atomic(pad, "België\nx\r\n")
    assert pad.read_bytes() == b"Belgi\xc3\xab\nx\r\n"
    write_atomic(pad, b"\x00\x01")
    assert pad.read_bytes() == b"\x00\x01"
    assert list(tmp_path.iterdir()) == [pad]


def test_old_content_stays_when_it_goes_wrong(tmp_path: Path) -> None:
    pad = tmp_path / "a.txt"
    write_atomic(pad, "oud")

    def half() -> None:
        with open_atomic(pad) as bestand:
            bestand.write(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert pad.read_text() == "oud"
    assert list(tmp_path.iterdir()) == [pad]


def test_faults_are_sentences(tmp_path: Path) -> None:
    with pytest.raises(GebruikersFout, match="bestaat niet") as fout:
        write_atomic(tmp_path / "weg" / "a.txt", "x")
    assert fout.value.code is Afsluitcode.OPSLAG
    with pytest.raises(GebruikersFout, match="is een map"):
        write_atomic(tmp_path, "x")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Dit systeem heeft geen /dev/full.")
def test_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    echt_open = os.open
    monkeypatch.setattr(os, "open", lambda pad, *rest: echt_open("/dev/full", os.O_WRONLY))
    with pytest.raises(GebruikersFout, match="schijf is vol"):
        write_atomic(tmp_path / "a.txt", "x" * 100_000)


@pytest.mark.skipif(sys.platform == "win32", reason="rechten en koppelingen zijn er anders")
def test_rights_and_links(tmp_path: Path) -> None:
    nieuw, oud, link = tmp_path / "nieuw", tmp_path / "oud", tmp_path / "link"
    write_atomic(nieuw, "x")
    gewoon = tmp_path / "gewoon"
    gewoon.write_text("x")
    assert stat.S_IMODE(nieuw.stat().st_mode) == stat.S_IMODE(gewoon.stat().st_mode)
    oud.write_text("x")
    oud.chmod(0o600)
    link.symlink_to(oud)
    write_atomic(link, "y")
    assert link.is_symlink()
    assert oud.read_text() == "y"
    assert stat.S_IMODE(oud.stat().st_mode) == 0o600
