from __future__ import annotations

import codecs
import csv
import io
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netwerkkaart.bestanden import csv_safe
from netwerkkaart.fouten import Afsluitcode, GebruikersFout, OnleesbaarBestand
from netwerkkaart.inlezen import Tabel, read_bladen, read_tabel
from tests.voorbeelden import aantal

Schrijver = Callable[[str, str | bytes], Path]


def _rijen(tabel: Tabel) -> list[tuple[int, tuple[str, ...]]]:
    return list(tabel)


@pytest.mark.parametrize("teken", [";", ",", "\t", "|"])
def test_separator_is_found(schrijf: Schrijver, teken: str) -> None:
    tekst = "\n".join(teken.join(rij) for rij in [("id", "naam"), ("003772", "De Zon"), ("2", "")])
    tabel = read_tabel(schrijf("a.csv", tekst))
    assert tabel.kolommen == ("id", "naam")
    assert _rijen(tabel) == [(2, ("003772", "De Zon")), (3, ("2", ""))]
    assert tabel.blad == ""
    assert tabel.bestand == "a.csv"


def test_separator_in_cells_does_not_mislead(schrijf: Schrijver) -> None:
    tekst = "naam;adres, gemeente\nA;Dorp 1, bus 2, Gent\nB;Kerk 3\nC;X, Y\n"
    assert read_tabel(schrijf("a.csv", tekst)).kolommen == ("naam", "adres, gemeente")
    tekst = 'naam,themas\nA,"1;2"\nB,"1;2"\n'
    assert read_tabel(schrijf("b.csv", tekst)).kolom("themas") == ["1;2", "1;2"]


def test_sep_line_of_excel_counts_as_a_row(schrijf: Schrijver) -> None:
    tabel = read_tabel(schrijf("a.csv", "sep=|\r\na|b;c\r\n1|2;3\r\n"))
    assert tabel.kolommen == ("a", "b;c")
    assert tabel.rijnummers == [3]


def test_separator_can_be_told(schrijf: Schrijver) -> None:
    pad = schrijf("a.csv", "a;b~c\n1;2~3\n")
    assert read_tabel(pad, scheidingsteken="~").kolommen == ("a;b", "c")
    with pytest.raises(GebruikersFout) as fout:
        read_tabel(pad, scheidingsteken="ab")
    assert fout.value.code is Afsluitcode.VERKEERD_GEBRUIK


def test_one_column_is_a_table(schrijf: Schrijver) -> None:
    assert read_tabel(schrijf("a.csv", "id\n1\n2\n")).kolom("id") == ["1", "2"]


def test_row_numbers_are_lines_of_an_editor(schrijf: Schrijver) -> None:
    tekst = '\n\nid;opmerking\n1;"eerste\ntweede\n\nvierde"\n\n;\n2;x\n'
    tabel = read_tabel(schrijf("a.csv", tekst))
    assert _rijen(tabel) == [(4, ("1", "eerste\ntweede\n\nvierde")), (10, ("2", "x"))]


@pytest.mark.parametrize(
    ("tekst", "rij"),
    [
        ('id;naam\n1;A\n2;"De Zon\n3;C\n', 3),
        ('id;naam\n1;"goed\nin twee"\n2;"De Zon\n3;C\n4;D\n', 4),
        ('id;naam\n1;A\n2;"x\ny";"open\nz;', 4),
        ('id;naam\n1;"Sint-"Jan"\n2;B\n', 2),
        ('sep=;\nid;naam\n1;"open\n', 3),
    ],
)
def test_unclosed_quote_is_placed(schrijf: Schrijver, tekst: str, rij: int) -> None:
    with pytest.raises(GebruikersFout) as fout:
        read_tabel(schrijf("a.csv", tekst))
    (melding,) = fout.value.meldingen
    assert melding.rij == rij
    assert f"rij {rij}" in fout.value.tekst


def test_very_long_cell_is_an_unclosed_quote(schrijf: Schrijver) -> None:
    with pytest.raises(GebruikersFout) as fout:
        read_tabel(schrijf("a.csv", 'a;b\n1;"' + "x;y\n" * 300_000))
    assert fout.value.meldingen[0].rij == 2


def test_swallowed_rows_are_warned_of(schrijf: Schrijver) -> None:
    tabel = read_tabel(schrijf("a.csv", 'a;b;c\n1;2;"x\n3;4;y\n5;6;z"\n7;8;9\n'))
    assert len(tabel) == 2
    assert [(m.rij, m.is_fout) for m in tabel.meldingen] == [(2, False)]


def test_space_before_a_quote(schrijf: Schrijver) -> None:
    assert _rijen(read_tabel(schrijf("a.csv", 'a, b\n1, "x, y"\n2, z\n'))) == [
        (2, ("1", "x, y")),
        (3, ("2", "z")),
    ]


def test_too_many_cells_is_a_fault_by_row(schrijf: Schrijver) -> None:
    with pytest.raises(GebruikersFout) as fout:
        read_tabel(schrijf("a.csv", "a;b\n1;2\n1;2;3\n4;5;;\n6;7;8\n"))
    assert [melding.rij for melding in fout.value.meldingen] == [3, 5]


def test_trailing_empty_cells_may_be_missing(schrijf: Schrijver) -> None:
    tabel = read_tabel(schrijf("a.csv", "a;b;c\n1;2\n1;2;3\n1;2\n"))
    assert tabel.rijen == [("1", "2", ""), ("1", "2", "3"), ("1", "2", "")]
    (melding,) = tabel.meldingen
    assert melding.rij == 2
    assert not melding.is_fout


def test_row_broken_in_two_is_a_fault(schrijf: Schrijver) -> None:
    with pytest.raises(GebruikersFout) as fout:
        read_tabel(schrijf("a.csv", "a;b;c;d\n1;2;3;4\n1;De\nZon;3;4\n"))
    assert [melding.rij for melding in fout.value.meldingen] == [3, 4]


def test_title_above_the_header_is_named(schrijf: Schrijver) -> None:
    with pytest.raises(GebruikersFout) as fout:
        read_tabel(schrijf("a.csv", "Scholen in Limburg\n2020\nid;naam;soort\n1;A;School\n2;B;School\n"))
    (melding,) = fout.value.meldingen
    assert melding.rij == 1
    assert "titel" in melding.tekst


def test_all_faults_at_once(schrijf: Schrijver) -> None:
    with pytest.raises(GebruikersFout) as fout:
        read_tabel(schrijf("a.csv", "id;Naam;naam;\n1;2;3;4\n1;2;3;4;5\n"))
    teksten = " ".join(melding.tekst for melding in fout.value.meldingen)
    assert "kolom B en in kolom C" in teksten
    assert "Kolom D heeft geen naam" in teksten
    assert "5 cellen" in teksten


def test_header_is_tidied_and_empty_columns_go(schrijf: Schrijver) -> None:
    tabel = read_tabel(schrijf("a.csv", 'id; "naam\n school ";;x;;\n1;A;;\n2;B;;y;;\n'))
    assert tabel.kolommen == ("id", "naam school", "x")
    assert tabel.rijen == [("1", "A", ""), ("2", "B", "y")]


@pytest.mark.parametrize("tekst", ["id;naam\n", "\n\nid;naam\n;\n\n", "id\n"])
def test_header_alone_is_empty(schrijf: Schrijver, tekst: str) -> None:
    for lees in (read_tabel, read_bladen):
        with pytest.raises(OnleesbaarBestand, match="leeg"):
            lees(schrijf("a.csv", tekst))


@pytest.mark.parametrize("tekst", ["\n\n", " ; ; \n", "\ufeff"])
def test_nothing_at_all_is_empty(schrijf: Schrijver, tekst: str) -> None:
    with pytest.raises(OnleesbaarBestand, match="leeg"):
        read_tabel(schrijf("a.csv", tekst))


DUTCH = "naam;gemeente\nCafé Zoë;Liège\ncoördinator reünie;België\n"


@pytest.mark.parametrize(
    ("codering", "gewaarschuwd"),
    [
        ("utf-8", False),
        ("utf-8-sig", False),
        ("utf-16", False),
        ("utf-16-le", True),
        ("utf-16-be", True),
        ("cp1252", True),
        ("latin-1", True),
        ("mac-roman", True),
        ("cp850", True),
    ],
)
def test_encoding_is_found_and_a_guess_is_told(schrijf: Schrijver, codering: str, gewaarschuwd: bool) -> None:
    tabel = read_tabel(schrijf("a.csv", DUTCH.encode(codering)))
    assert tabel.rijen == [("Café Zoë", "Liège"), ("coördinator reünie", "België")]
    assert bool(tabel.meldingen) is gewaarschuwd


@pytest.mark.parametrize("codering", ["cp1252", "mac-roman", "cp850"])
@pytest.mark.parametrize("woord", ["Zoë", "België", "Café", "coördinator", "Liège", "één"])
def test_one_accent_is_enough(schrijf: Schrijver, codering: str, woord: str) -> None:
    assert read_tabel(schrijf("a.csv", f"a;b\n{woord};1\n".encode(codering))).rijen == [(woord, "1")]


def test_euro_and_curly_quotes_are_windows(schrijf: Schrijver) -> None:
    assert read_tabel(schrijf("a.csv", "a;b\n‘t Hoekje – O’Connor;€ 5\n".encode("cp1252"))).rijen == [
        ("‘t Hoekje – O’Connor", "€ 5")
    ]


def test_encoding_can_be_told(schrijf: Schrijver) -> None:
    pad = schrijf("a.csv", "a;b\nŽ;1\n".encode("mac-roman", "replace") + b"\x8e;2\n")
    assert read_tabel(pad, codering="mac-roman").rijen[1] == ("é", "2")
    assert read_tabel(pad, codering="mac-roman").meldingen == ()
    with pytest.raises(GebruikersFout, match="rij 3 past er niet in"):
        read_tabel(pad, codering="utf-8")
    for geen in ("klingon", "rot13", "base64", "hex"):
        with pytest.raises(GebruikersFout) as fout:
            read_tabel(pad, codering=geen)
        assert fout.value.code is Afsluitcode.VERKEERD_GEBRUIK


def test_nul_characters_are_refused(schrijf: Schrijver) -> None:
    with pytest.raises(OnleesbaarBestand, match="rij 2"):
        read_tabel(schrijf("a.csv", b"a;b\n1;\x002\n"))


def test_cut_utf16_is_damaged(schrijf: Schrijver) -> None:
    with pytest.raises(OnleesbaarBestand, match="beschadigd"):
        read_tabel(schrijf("a.csv", codecs.BOM_UTF16_LE + "a;b\n1;2".encode("utf-16-le")[:-1]))


def test_mojibake_is_kept_and_told_once(schrijf: Schrijver) -> None:
    tabel = read_tabel(schrijf("a.csv", "id;naam\n1;Gent\n2;BelgiÃ«\n3;Oâ€™Connor\n"))
    assert tabel.kolom("naam") == ["Gent", "BelgiÃ«", "Oâ€™Connor"]
    (melding,) = tabel.meldingen
    assert (melding.rij, melding.kolom, melding.is_fout) == (3, "naam", False)
    assert melding.tekst.startswith("2 cellen")


def test_good_accents_are_no_mojibake(schrijf: Schrijver) -> None:
    assert read_tabel(schrijf("a.csv", "a;b\nthéâtre, château;Â\nÃ;«Âge»\n")).meldingen == ()


def test_cells_are_stripped_and_composed(schrijf: Schrijver) -> None:
    tekst = "id;naam\n\u00a01\u200b;\ufeff Zoe\u0308\u202c\n"
    assert read_tabel(schrijf("a.csv", tekst)).rijen == [("1", "Zo\u00eb")]


def test_protected_cells_come_back(schrijf: Schrijver) -> None:
    tabel = read_tabel(schrijf("a.csv", "id;telefoon\n1;'+32 11 22 33 44\n's-G;'=1\n"))
    assert tabel.rijen == [("1", "+32 11 22 33 44"), ("'s-G", "=1")]


def test_sheet_of_a_csv_is_refused(schrijf: Schrijver) -> None:
    with pytest.raises(GebruikersFout, match="geen bladen"):
        read_tabel(schrijf("a.csv", "a;b\n1;2\n"), blad="Blad1")


def test_hash_is_of_the_bytes(schrijf: Schrijver) -> None:
    hashes = {read_tabel(schrijf("a.csv", t)).inhoud_sha256 for t in ("a;b\n1;2\n", "a;b\r\n1;2\r\n")}
    assert len(hashes) == 2
    assert all(len(h) == 64 for h in hashes)


# -- properties -----------------------------------------------------------------------------------

_LETTERS = "aZ09 éëïÉçß'\"=+-@;,|\t\n.€°’-_()/"
_CEL = st.text(alphabet=_LETTERS, max_size=8).map(str.strip)
_KOPPEN = ("id", "naam", "soort", "gemeente", "opmerking")


@st.composite
def _tabellen(draw: st.DrawFn) -> tuple[tuple[str, ...], list[list[str]]]:
    breedte = draw(st.integers(2, 5))
    rijen = draw(st.lists(st.lists(_CEL, min_size=breedte, max_size=breedte), min_size=1, max_size=6))
    return _KOPPEN[:breedte], [["x", *rij[1:]] for rij in rijen]


@settings(max_examples=aantal(60), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    tabel=_tabellen(),
    codering=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    teken=st.sampled_from([";", ",", "\t", "|"]),
    einde=st.sampled_from(["\n", "\r\n"]),
    alles=st.booleans(),
)
def test_round_trip(
    tmp_path: Path,
    tabel: tuple[tuple[str, ...], list[list[str]]],
    codering: str,
    teken: str,
    einde: str,
    alles: bool,
) -> None:
    kop, rijen = tabel
    buffer = io.StringIO()
    schrijver = csv.writer(
        buffer, delimiter=teken, lineterminator=einde, quoting=csv.QUOTE_ALL if alles else csv.QUOTE_MINIMAL
    )
    schrijver.writerow(kop)
    nummers = []
    for rij in rijen:
        nummers.append(len(buffer.getvalue().splitlines()) + 1)
        schrijver.writerow([csv_safe(cel) for cel in rij])
    pad = tmp_path / "a.csv"
    pad.write_bytes(buffer.getvalue().encode(codering))
    gelezen = read_tabel(
        pad, codering=None if codering.startswith("utf") else codering, scheidingsteken=teken
    )
    assert gelezen.kolommen == kop
    assert [list(rij) for rij in gelezen.rijen] == [
        [unicodedata.normalize("NFC", c) for c in r] for r in rijen
    ]
    assert list(gelezen.rijnummers) == nummers


@settings(max_examples=aantal(60), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(inhoud=st.one_of(st.binary(max_size=200), st.text(max_size=100).map(str.encode)))
def test_any_bytes_give_a_table_or_a_sentence(tmp_path: Path, inhoud: bytes) -> None:
    pad = tmp_path / "a.csv"
    pad.write_bytes(inhoud)
    try:
        tabel = read_tabel(pad)
    except GebruikersFout:
        return  # a refusal in Dutch; any other exception fails the test
    assert len(tabel) == len(tabel.rijnummers) > 0
    assert all(len(rij) == len(tabel.kolommen) for rij in tabel.rijen)


# -- real files -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bestand", "aantal", "kolommen"),
    [
        ("scholen_limburg_hageland_2021/vestigingen.csv", 287, 8),
        ("welzijnsverenigingen/organisaties.csv", 735, 11),
        ("welzijnsverenigingen/deelnames.csv", 457, 3),
    ],
)
def test_real_files(echt: Path, bestand: str, aantal: int, kolommen: int) -> None:
    tabel = read_tabel(echt / bestand)
    assert len(tabel) == aantal
    assert len(tabel.kolommen) == kolommen
    assert tabel.rijnummers[0] == 2
    regels = (echt / bestand).read_text(encoding="utf-8").splitlines()
    assert all(regels[nummer - 1].lstrip('"').startswith(rij[0]) for nummer, rij in tabel)
