"""XLSX: values, formulas, sheets, and XML that asks for more than it may."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from typing import Any

import xlsxwriter

from tests.inlezen.vijandig.bouw import (
    HOOFD,
    KOP,
    RELS,
    RIJ,
    SHEETML,
    blad_xml,
    rels_xml,
    rijen_xml,
    tekst_cel,
    xlsx_delen,
    zip_van,
)
from tests.inlezen.vijandig.geval import FOUT, GEBRUIK, ONLEESBAAR, Aanvaard, Geval, Geweigerd

ARK = {"s1": "De Ark"}
_GOED = rijen_xml([KOP, RIJ])
_EXTERN = "http://127.0.0.1:9/geheim.xlsx"
_NAAM = "http://www.w3.org/2001/XInclude"


def _boek(**opties: object) -> Callable[[], bytes]:
    return lambda: zip_van(xlsx_delen(**opties))  # type: ignore[arg-type]


def _met(cel: str, *, stijlen: str = "", **opties: object) -> Callable[[], bytes]:
    """A school whose name is this cell."""
    extra = {"xl/styles.xml": stijlen} if stijlen else {}
    cellen = rijen_xml([KOP, ("s1", cel, "School")])
    return _boek(cellen=cellen, extra=extra, **opties)


def _schrijf(doe: Callable[[Any, Any], None]) -> Callable[[], bytes]:
    """A workbook by a library, as an office program would make it."""

    def maak() -> bytes:
        buffer = io.BytesIO()
        with xlsxwriter.Workbook(buffer, {"in_memory": True}) as boek:
            boek.set_properties({"created": _TOEN})
            vel = boek.add_worksheet("Blad1")
            doe(boek, vel)
        return buffer.getvalue()

    return maak


def _samengevoegd(boek: Any, vel: Any) -> None:
    vel.write_row(0, 0, KOP)
    vel.write_row(1, 0, RIJ)
    vel.merge_range("C2:C3", "School")
    vel.write_row(2, 0, ["s2", "B"])


def _titel(boek: Any, vel: Any) -> None:
    vel.merge_range("A1:C1", "Scholen in Limburg")
    vel.write_row(1, 0, KOP)
    vel.write_row(2, 0, RIJ)


def _tabel(boek: Any, vel: Any) -> None:
    vel.add_table("A1:C2", {"columns": [{"header": kop} for kop in KOP]})
    vel.write_row(1, 0, RIJ)
    vel.data_validation("C2", {"validate": "list", "source": ["School", "Clb"]})
    vel.conditional_format("A1:C2", {"type": "no_blanks"})
    vel.protect()
    grafiek = boek.add_chart({"type": "column"})
    grafiek.add_series({"values": "=Blad1!$A$1:$A$2"})
    vel.insert_chart("F2", grafiek)


def _verborgen_rij(boek: Any, vel: Any) -> None:
    for regel, rij in enumerate((KOP, RIJ, ("s2", "Verborgen", "Clb"))):
        vel.write_row(regel, 0, rij)
    vel.set_row(2, None, None, {"hidden": True})
    vel.set_column(3, 3, None, None, {"hidden": True})


_TOEN = datetime(2020, 1, 1)
_DATUMSTIJL = (
    f'{HOOFD}<styleSheet xmlns="{SHEETML}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4">'
    '<xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/>'
    '<xf numFmtId="10" applyNumberFormat="1"/></cellXfs></styleSheet>'
)


def _waarde(id_: str, cel: str, naam: str, **opties: object) -> Geval:
    return Geval(
        f"waarde-{id_}", "boek.xlsx", _met(cel, stijlen=_DATUMSTIJL, **opties), Aanvaard({"s1": naam})
    )


def _onbekend(id_: str, cel: str, woorden: str) -> Geval:
    return Geval(id_, "boek.xlsx", _met(cel), Geweigerd(FOUT, woorden))


def _weg(id_: str, maak: Callable[[], bytes], woorden: str, zwaar: bool = False) -> Geval:
    return Geval(id_, "boek.xlsx", maak, Geweigerd(ONLEESBAAR, woorden), zwaar=zwaar)


def _goed(id_: str, maak: Callable[[], bytes], bestand: str = "boek.xlsx", **namen: str) -> Geval:
    return Geval(id_, bestand, maak, Aanvaard(namen or ARK))


def _gedeeld(aantal: int, lengte: int) -> dict[str, str | bytes]:
    """One long shared text, and a sheet that names it often."""
    rijen = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, aantal))
    return {
        "xl/sharedStrings.xml": f'{HOOFD}<sst xmlns="{SHEETML}"><si><t>{"x" * lengte}</t></si></sst>',
        "xl/worksheets/sheet1.xml": blad_xml(rijen),
    }


_DTD = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'

GEVALLEN = (
    # -- values
    _waarde("geheel-als-float", "<c r='B2'><v>3772.0</v></c>", "3772"),
    _waarde("tweevoudige-breuk", "<c r='B2'><v>0.30000000000000004</v></c>", "0.3"),
    _waarde("groot-getal", "<c r='B2'><v>1.2345678901234568E+16</v></c>", "12345678901234568"),
    _waarde("klein-getal", "<c r='B2'><v>1E-7</v></c>", "0.0000001"),
    _waarde("nullen-als-tekst", tekst_cel("B2", "003772"), "003772"),
    _waarde("ja", "<c r='B2' t='b'><v>1</v></c>", "ja"),
    _waarde("procent", "<c r='B2' s='3'><v>0.25</v></c>", "0.25"),
    _waarde("datum-1900", "<c r='B2' s='1'><v>45536</v></c>", "2024-09-01"),
    _waarde(
        "datum-1904", "<c r='B2' s='1'><v>44074</v></c>", "2024-09-01", boek_voor='<workbookPr date1904="1"/>'
    ),
    _waarde("tijdstip", "<c r='B2' s='2'><v>45536.5625</v></c>", "2024-09-01T13:30:00"),
    _waarde("schrikkeldag-die-niet-bestond", "<c r='B2' s='1'><v>60</v></c>", "1900-02-28"),
    _waarde("datum-iso", "<c r='B2' t='d'><v>2024-09-01</v></c>", "2024-09-01"),
    _waarde(
        "formule-met-resultaat", "<c r='B2' t='str'><f>\"De \"&amp;\"Ark\"</f><v>De Ark</v></c>", "De Ark"
    ),
    _waarde(
        "tekst-in-stukken",
        "<c r='B2' t='inlineStr'><is><r><t xml:space='preserve'>De </t></r><r><rPr><b/></rPr><t>Ark</t></r></is></c>",
        "De Ark",
    ),
    _waarde("begint-met-is", tekst_cel("B2", "=1+1"), "=1+1"),
    _onbekend(
        "formule-zonder-resultaat", "<c r='B2'><f>A1&amp;A2</f></c>", "waarvan het resultaat niet bewaard is"
    ),
    _onbekend("n-a", "<c r='B2' t='e'><v>#N/A</v></c>", "fout van het rekenblad"),
    _onbekend("n-a-als-tekst", tekst_cel("B2", "#N/A"), "fout van het rekenblad"),
    _onbekend(
        "dde-formule", "<c r='B2'><f>cmd|'/c calc'!A0</f></c>", "waarvan het resultaat niet bewaard is"
    ),
    _weg("fout-die-niemand-kent", _met("<c r='B2' t='e'><v>#EIGEN!</v></c>"), "onleesbaar"),
    _weg("gedeelde-tekst-die-er-niet-is", _met("<c r='B2' t='s'><v>99</v></c>"), "onleesbaar"),
    # -- sheets
    Geval(
        "twee-gevulde-bladen",
        "boek.xlsx",
        _boek(bladen={"A": blad_xml(_GOED), "B": blad_xml(_GOED)}),
        Geweigerd(GEBRUIK, "heeft 2 bladen met gegevens"),
    ),
    Geval(
        "verborgen-gevuld-blad",
        "boek.xlsx",
        _boek(bladen={"A": blad_xml(_GOED), "B": blad_xml(_GOED)}, stand={"B": "veryHidden"}),
        Geweigerd(GEBRUIK, '"B" (verborgen)'),
    ),
    Geval(
        "alleen-een-verborgen-blad",
        "boek.xlsx",
        _boek(bladen={"A": blad_xml(""), "B": blad_xml(_GOED)}, stand={"B": "hidden"}),
        Aanvaard(ARK, "Dit blad is verborgen"),
    ),
    _goed("bladnaam-als-pad", _boek(bladen={"../../etc/x": blad_xml(_GOED)})),
    _goed("bladnaam-met-opmaak", _boek(bladen={"[red]<b>&\"'": blad_xml(_GOED)})),
    _goed("tabel-grafiek-keuzelijst-beveiliging", _schrijf(_tabel)),
    _goed("verborgen-rij-en-kolom", _schrijf(_verborgen_rij), s1="De Ark", s2="Verborgen"),
    Geval(
        "samengevoegd-in-de-tabel",
        "boek.xlsx",
        _schrijf(_samengevoegd),
        Geweigerd(FOUT, 'rij 3, kolom "soort"'),
    ),
    Geval("samengevoegde-titel", "boek.xlsx", _schrijf(_titel), Geweigerd(FOUT, "lijkt een titel")),
    _goed(
        "macro",
        _boek(
            extra={"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(99)},
            inhoudstype="application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        ),
        "boek.xlsm",
    ),
    _goed("macroblad", _boek(extra={"xl/macrosheets/sheet1.xml": blad_xml(rijen_xml([["=EXEC('calc')"]]))})),
    _goed(
        "koppeling-naar-buiten",
        _boek(
            extra={
                "xl/externalLinks/externalLink1.xml": f'{HOOFD}<externalLink xmlns="{SHEETML}" xmlns:r="{RELS}"><externalBook r:id="rId1"/></externalLink>',
                "xl/externalLinks/_rels/externalLink1.xml.rels": rels_xml(
                    f'<Relationship Id="rId1" Type="{RELS}/externalLinkPath" Target="{_EXTERN}" TargetMode="External"/>'
                ),
            }
        ),
    ),
    _goed(
        "dde-koppeling",
        _boek(
            extra={
                "xl/externalLinks/externalLink1.xml": f'{HOOFD}<externalLink xmlns="{SHEETML}"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'
            }
        ),
    ),
    _goed(
        "sjabloon-van-buiten",
        _boek(
            extra={
                "_rels/.rels": rels_xml(
                    f'<Relationship Id="rId1" Type="{RELS}/officeDocument" Target="xl/workbook.xml"/>'
                    f'<Relationship Id="rId2" Type="{RELS}/attachedTemplate" Target="{_EXTERN}" TargetMode="External"/>'
                )
            }
        ),
    ),
    _goed(
        "klik-naar-buiten",
        _boek(
            bladen={"A": blad_xml(_GOED, na='<hyperlinks><hyperlink ref="A1" r:id="rId1"/></hyperlinks>')},
            blad_rels={
                1: f'<Relationship Id="rId1" Type="{RELS}/hyperlink" Target="file:///etc/passwd" TargetMode="External"/>'
            },
        ),
    ),
    _weg(
        "blad-van-buiten",
        _boek(
            extra={
                "xl/_rels/workbook.xml.rels": rels_xml(
                    f'<Relationship Id="rId1" Type="{RELS}/worksheet" Target="{_EXTERN}" TargetMode="External"/>'
                )
            }
        ),
        "onleesbaar",
    ),
    _weg(
        "blad-buiten-de-map",
        _boek(
            extra={
                "xl/_rels/workbook.xml.rels": rels_xml(
                    f'<Relationship Id="rId1" Type="{RELS}/worksheet" Target="../../../../etc/passwd"/>'
                )
            }
        ),
        "onleesbaar",
    ),
    _goed(
        "xinclude", _boek(boek_na=f'<xi:include xmlns:xi="{_NAAM}" href="file:///etc/passwd" parse="text"/>')
    ),
    # -- too much
    _weg(
        "verre-cel",
        _boek(cellen=_GOED + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "de laatste gevulde cel is XFD1048576",
    ),
    _weg(
        "verre-cel-klein-geschreven",
        _boek(cellen='<row r="1"><c r="A1"><v>1</v></c><c r="xfd1048576"><v>1</v></c></row>'),
        "de laatste gevulde cel is",
    ),
    _weg(
        "grote-rechthoek",
        _boek(
            cellen='<row r="1"><c r="A1"><v>1</v></c></row><row r="400000"><c r="ZZ400000"><v>1</v></c></row>'
        ),
        "meer dan 3000000 cellen",
    ),
    _goed("verre-lege-cel", _boek(cellen=_GOED + '<row r="1048576"><c r="XFD1048576" s="0"/></row>')),
    _weg("cel-zonder-plaats", _boek(cellen='<row r="1"><c r="1A"><v>1</v></c></row>'), "geen geldige plaats"),
    _weg(
        "tien-keer-hetzelfde-blad",
        _boek(
            extra={
                "xl/workbook.xml": f'{HOOFD}<workbook xmlns="{SHEETML}" xmlns:r="{RELS}"><sheets>'
                + "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 11))
                + "</sheets></workbook>"
            }
        ),
        "hetzelfde blad onder twee namen",
    ),
    _weg(
        "lange-tekst-duizend-keer",
        lambda: zip_van(xlsx_delen(extra=_gedeeld(50_000, 30_000))),
        "beschadigd of te zwaar",
        zwaar=True,
    ),
    _weg(
        "dieper-dan-diep",
        lambda: zip_van(xlsx_delen(cellen="<row>" + "<a>" * 1_300_000 + "</a>" * 1_300_000 + "</row>")),
        "er is geen enkele cel gevuld",
        zwaar=True,
    ),
    _weg("dtd", _boek(extra={"xl/worksheets/sheet1.xml": blad_xml(_GOED, kop=_DTD)}), "bevat een DTD"),
    _weg(
        "dtd-in-gedeelde-teksten",
        _boek(
            extra={"xl/sharedStrings.xml": f'{HOOFD}{_DTD}<sst xmlns="{SHEETML}"><si><t>&b;</t></si></sst>'}
        ),
        "bevat een DTD",
    ),
    _weg(
        "dtd-van-buiten",
        _boek(extra={"docProps/core.xml": f'{HOOFD}<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><x/>'}),
        "bevat een DTD",
    ),
    _weg(
        "entiteit-uit-een-bestand",
        _boek(
            extra={
                "xl/workbook.xml": f'{HOOFD}<!DOCTYPE x [<!ENTITY p SYSTEM "file:///etc/passwd">]><workbook xmlns="{SHEETML}">&p;</workbook>'
            }
        ),
        "bevat een DTD",
    ),
    _weg("geen-geldige-xml", _boek(cellen="<row><c>"), "geen geldige XML"),
    _weg(
        "codering-die-liegt",
        _boek(extra={"xl/worksheets/sheet1.xml": blad_xml(_GOED).encode("utf-16")}),
        "niet in UTF-8 bewaard",
    ),
    _weg("blad-dat-er-niet-is", _boek(extra={"xl/_rels/workbook.xml.rels": rels_xml("")}), "onleesbaar"),
)
