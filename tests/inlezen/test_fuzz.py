"""Broken files of every kind: a table or a refusal in Dutch comes out, never anything else.

Mutations of good files: bytes flipped, cut, doubled, pieces put in that mean something to a parser;
for archives also within the parts, and parts dropped, swapped, renamed. All but the parser itself runs
in this process, many times; a smaller number goes through the child.
"""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netwerkkaart.fouten import GebruikersFout, OnleesbaarBestand
from netwerkkaart.inlezen import Tabel, read_bladen, read_tabel
from netwerkkaart.inlezen.archief import Bevinding, herpak
from netwerkkaart.inlezen.codering import Gedecodeerd, decodeer
from netwerkkaart.inlezen.formaat import Formaat, bepaal_formaat
from netwerkkaart.inlezen.restanten import Zoeker
from netwerkkaart.inlezen.rijksregister import (
    as_plain,
    bevat_rijksregisternummer,
    hide_numbers,
    may_hold_number,
    numbers_in,
)
from tests.inlezen.vijandig.bouw import (
    KOP,
    RIJ,
    Deel,
    ods_cel,
    ods_tabel,
    ods_van,
    rijen_xml,
    xlsx_delen,
    zip_van,
)
from tests.inlezen.vijandig.persoonsgegevens import _VORMEN
from tests.voorbeelden import aantal

NUMMER = "85073003328"
_RIJEN = [KOP, RIJ, ("s2", "Café ‘Zoë’ – 'é'", "Clb"), ("s3", "twee\nregels", "School"), ("s4", "", "")]
_CSV = "id;naam;soort\n" + "".join(
    ";".join(f'"{cel}"' if "\n" in cel or '"' in cel else cel for cel in rij) + "\n" for rij in _RIJEN[1:]
)
CSV = [
    _CSV.encode(),
    _CSV.encode("cp1252"),
    _CSV.encode("utf-16"),
    _CSV.replace(";", ",").encode("utf-8-sig"),
]
_SHARED = "<sst><si><t>id</t></si><si><r><t>De </t></r><r><t>Ark</t></r></si></sst>"
XLSX = xlsx_delen(
    cellen=rijen_xml(
        [
            *_RIJEN,
            ("<c r='A7'><v>1.5</v></c>", "<c r='B7' t='s'><v>1</v></c>", "<c r='C7'><f>1+1</f><v>2</v></c>"),
        ]
    ),
    extra={"xl/sharedStrings.xml": _SHARED, "docProps/core.xml": "<x><dc:title>lijst</dc:title></x>"},
)
_ANNOTATIE = "<office:annotation><text:p>zie bijlage</text:p></office:annotation>"
ODS = ods_van(
    ods_tabel(
        [
            *_RIJEN,
            (
                '<table:table-cell office:value-type="float" office:value="1.5" table:number-columns-repeated="2"/>',
                ods_cel("x", binnen=_ANNOTATIE),
            ),
        ]
    ),
    extra={"meta.xml": "<x>lijst</x>"},
)
_WOORDEN = [
    *(
        b'"',
        b";",
        b"\n",
        b"\r",
        b"\x00",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xc3",
        b"'=",
        b"<",
        b">",
        b"&",
        b"]]>",
    ),
    *(
        b"<!DOCTYPE x>",
        b"<!--",
        b"&#0;",
        b"&#x110000;",
        b"<c r='XFD1048576'><v>1</v></c>",
        b"</sheetData>",
        b"<row r='99999999'>",
    ),
    *(
        b'table:number-rows-repeated="999999"',
        b'table:number-columns-repeated="0"',
        b"<office:annotation>",
        b"<draw:x>",
    ),
    *(
        b"PK\x03\x04",
        b"PK\x01\x02",
        b"PK\x05\x06",
        b"\xff\xff\xff\xff",
        b"#N/A",
        b"leerling",
        b"geboortedatum",
        b"\xe2\x80\x8b",
    ),
    NUMMER.encode(),
    b"85.07.30-033.28",
]


@st.composite
def _mutaties(draw: st.DrawFn, ruw: bytes) -> bytes:
    """The bytes, changed in one to four places."""
    uit = ruw
    for _ in range(draw(st.integers(1, 4))):
        plek = draw(st.integers(0, len(uit)))
        tot = min(len(uit), plek + draw(st.sampled_from([1, 2, 8, 40, 400])))
        wat = draw(st.sampled_from(["zet", "knip", "dubbel", "kap", "woord", "wissel"]))
        if wat == "zet" and plek < len(uit):
            uit = uit[:plek] + bytes([draw(st.integers(0, 255))]) + uit[plek + 1 :]
        elif wat == "knip":
            uit = uit[:plek] + uit[tot:]
        elif wat == "dubbel":
            uit = uit[:tot] + uit[plek:]
        elif wat == "kap":
            uit = uit[:plek]
        elif wat == "woord":
            uit = uit[:plek] + draw(st.sampled_from(_WOORDEN)) + uit[plek:]
        else:
            uit = uit[tot:] + uit[:tot]
    return uit


def _delen_van(ruw: bytes, map_: Path) -> list[Deel]:
    pad = map_ / "bron.zip"
    pad.write_bytes(ruw)
    with zipfile.ZipFile(pad) as archief:
        return [Deel(deel.filename, archief.read(deel)) for deel in archief.infolist()]


@st.composite
def _archieven(draw: st.DrawFn, delen: list[Deel]) -> bytes:
    """An archive whose parts were changed, or one that was changed itself."""
    if draw(st.integers(0, 3)) == 0:
        return draw(_mutaties(zip_van(delen)))
    uit = list(delen)
    for _ in range(draw(st.integers(1, 3))):
        plek = draw(st.integers(0, len(uit) - 1))
        deel = uit[plek]
        wat = draw(st.sampled_from(["inhoud", "inhoud", "inhoud", "weg", "naam", "ruil", "dubbel", "liegt"]))
        if wat == "inhoud":
            uit[plek] = replace(deel, inhoud=draw(_mutaties(deel.inhoud)))
        elif wat == "weg" and len(uit) > 1:
            del uit[plek]
        elif wat == "naam":
            uit[plek] = replace(
                deel, naam=draw(st.sampled_from([deel.naam.upper(), "../" + deel.naam, "x" + deel.naam, ""]))
            )
        elif wat == "ruil":
            ander = draw(st.integers(0, len(uit) - 1))
            uit[plek], uit[ander] = (
                replace(deel, inhoud=uit[ander].inhoud),
                replace(uit[ander], inhoud=deel.inhoud),
            )
        elif wat == "dubbel":
            uit.append(deel)
        else:
            veld = draw(st.sampled_from(["grootte", "ingepakte_grootte", "crc", "methode", "vlaggen"]))
            uit[plek] = replace(deel, **{veld: draw(st.sampled_from([0, 1, 8, 9, 2**16 - 1]))})  # type: ignore[arg-type]
    return zip_van(uit)


def _tell(fout: GebruikersFout) -> str:
    return " ".join([str(fout), fout.tekst, fout.hulp, *map(str, fout.meldingen)])


def _geen_lek(tekst: str) -> None:
    assert tekst.strip()
    assert NUMMER not in "".join(teken for teken in tekst if teken.isdecimal())
    assert not bevat_rijksregisternummer(tekst)


def _read(pad: Path) -> None:
    """Read a file by both doors, and judge what comes out."""
    doors: list[Callable[[Path], object]] = [read_tabel, read_bladen]
    for lees in doors:
        try:
            uit = lees(pad)
        except GebruikersFout as fout:
            _geen_lek(_tell(fout))
            continue
        tabellen = uit if isinstance(uit, list) else [uit]
        for tabel in tabellen:
            assert isinstance(tabel, Tabel)
            assert all(len(rij) == len(tabel.kolommen) for rij in tabel.rijen)
            assert len(tabel.rijnummers) == len(tabel.rijen)
            assert all(tabel.kolommen)
            _geen_lek(" ".join(["lijst", *map(str, tabel.meldingen)]))
            assert not any(bevat_rijksregisternummer(cel) for rij in tabel.rijen for cel in rij)


met_map = settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@settings(met_map, max_examples=aantal(150))
@given(st.sampled_from(CSV).flatmap(_mutaties))
def test_broken_csv(tmp_path: Path, ruw: bytes) -> None:
    pad = tmp_path / "lijst.csv"
    pad.write_bytes(ruw)
    _read(pad)


@settings(met_map, max_examples=aantal(100))
@given(st.binary(max_size=200))
def test_any_bytes(tmp_path: Path, ruw: bytes) -> None:
    pad = tmp_path / "lijst.csv"
    pad.write_bytes(ruw)
    try:
        assert bepaal_formaat(ruw, "lijst.xlsx") in Formaat
        assert isinstance(decodeer(ruw, "lijst.csv"), Gedecodeerd)
    except OnleesbaarBestand as fout:
        _geen_lek(_tell(fout))
    if not ruw.startswith(b"PK"):
        _read(pad)


@pytest.mark.parametrize("formaat", [Formaat.XLSX, Formaat.ODS])
def test_broken_archives(formaat: Formaat, tmp_path: Path) -> None:
    delen = XLSX if formaat is Formaat.XLSX else _delen_van(ODS, tmp_path)
    doel = tmp_path / "plat.zip"

    @settings(met_map, max_examples=aantal(120))
    @given(_archieven(delen))
    def judge(ruw: bytes) -> None:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # zipfile says in English what we say in Dutch
                soort = bepaal_formaat(ruw, "boek.xlsx")
                if soort is Formaat.CSV:
                    return
                assert isinstance(herpak(ruw, soort, "boek.xlsx", doel), Bevinding)
        except OnleesbaarBestand as fout:
            _geen_lek(_tell(fout))
            return
        with zipfile.ZipFile(doel) as archief:
            assert all(deel.compress_type == zipfile.ZIP_STORED for deel in archief.infolist())
            assert archief.testzip() is None

    judge()


@pytest.mark.parametrize("formaat", [Formaat.XLSX, Formaat.ODS])
def test_broken_workbooks_through_the_child(formaat: Formaat, tmp_path: Path) -> None:
    delen = XLSX if formaat is Formaat.XLSX else _delen_van(ODS, tmp_path)
    pad = tmp_path / f"boek.{formaat}"

    @settings(met_map, max_examples=aantal(8))
    @given(_archieven(delen))
    def judge(ruw: bytes) -> None:
        pad.write_bytes(ruw)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            _read(pad)

    judge()


# -- register numbers ---------------------------------------------------------------------------------

_VORM = st.sampled_from([*_VORMEN.values(), "85.07.30-033.29", "32470123456", "BE68 5390 0754 7034"])
_GEVUL = st.text(alphabet="0123456789 .-/:_+()eE\u200b\u00a0\u2013８a;,\n'", max_size=14)


@settings(max_examples=aantal(200))
@given(st.lists(st.one_of(_VORM, _GEVUL), max_size=5).map("".join))
def test_the_quick_sieve_lets_no_number_through(tekst: str) -> None:
    if next(numbers_in(tekst), None):
        assert may_hold_number(tekst)


@settings(max_examples=aantal(200))
@given(st.lists(st.one_of(_VORM, st.text(max_size=6)), max_size=4).map(" ".join))
def test_what_is_hidden_is_gone(tekst: str) -> None:
    verborgen = hide_numbers(tekst)
    assert not bevat_rijksregisternummer(verborgen)
    if not bevat_rijksregisternummer(tekst):
        assert verborgen == tekst
    assert as_plain(as_plain(tekst)) == as_plain(tekst)


@settings(max_examples=aantal(40))
@given(st.data())
def test_pieces_of_any_size_give_the_same_find(data: st.DataObject) -> None:
    vorm = data.draw(_VORM)
    plek = data.draw(st.integers(0, len(vorm)))
    vulling = data.draw(st.sampled_from(["", "<p>x</p>" * 20]))
    xml = f"<x>{vulling}<p><r><t>{vorm[:plek]}</t></r><r><t>{vorm[plek:]}</t></r></p>{vulling}</x>".encode()
    geheel, stuk = Zoeker(), Zoeker()
    geheel.voer(xml)
    geheel.sluit()
    begin = 0
    while begin < len(xml):
        lengte = data.draw(st.integers(1, 200))
        stuk.voer(xml[begin : begin + lengte])
        begin += lengte
    stuk.sluit()
    assert (geheel.zeker, geheel.kaal) == (stuk.zeker, stuk.kaal)
    assert (geheel.zeker or bool(geheel.kaal)) == bevat_rijksregisternummer(vorm)
