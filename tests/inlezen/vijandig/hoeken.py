"""Pupil data in the corners of a workbook: hidden sheets, remarks, properties, copies and remains."""

from __future__ import annotations

from collections.abc import Callable

from tests.inlezen.vijandig.bouw import (
    HOOFD,
    KOP,
    RIJ,
    SHEETML,
    Deel,
    blad_xml,
    odf_deel,
    ods_cel,
    ods_tabel,
    ods_van,
    rijen_xml,
    tekst_cel,
    xlsx_delen,
    zip_van,
)
from tests.inlezen.vijandig.geval import LEERLING, Geval, Geweigerd
from tests.inlezen.vijandig.persoonsgegevens import GEHEIM, OP, A

_GOED = rijen_xml([KOP, RIJ])
_XDR = "http://schemas.openxmlformats.org/drawingml/2006/main"


def _xlsx(id_: str, woorden: str, bestand: str = "boek.xlsx", **opties: object) -> Geval:
    maak: Callable[[], bytes] = lambda: zip_van(xlsx_delen(**opties))  # type: ignore[arg-type] # noqa: E731
    return Geval(f"xlsx-{id_}", bestand, maak, Geweigerd(LEERLING, woorden), geheim=GEHEIM)


def _ods(id_: str, woorden: str, tabellen: str = ods_tabel([KOP, RIJ]), **opties: object) -> Geval:
    maak: Callable[[], bytes] = lambda: ods_van(tabellen, **opties)  # type: ignore[arg-type] # noqa: E731
    return Geval(f"ods-{id_}", "boek.ods", maak, Geweigerd(LEERLING, woorden), geheim=GEHEIM)


def _ingesloten() -> bytes:
    return zip_van([Deel("word/document.xml", f"<w:document><w:t>{OP}</w:t></w:document>".encode())])


GEVALLEN = (
    # -- corners of XLSX
    _xlsx("getal", "Deze cel bevat", cellen=rijen_xml([KOP, ("s1", f"<c r='B2'><v>{A}</v></c>", "School")])),
    _xlsx(
        "getal-wetenschappelijk",
        "Deze cel bevat",
        cellen=rijen_xml([KOP, ("s1", "<c r='B2'><v>8.5073003328E10</v></c>", "School")]),
    ),
    _xlsx(
        "in-twee-stukken",
        "Deze cel bevat",
        cellen=rijen_xml(
            [
                KOP,
                (
                    "s1",
                    f"<c r='B2' t='inlineStr'><is><r><t>{OP[:7]}</t></r><r><t>{OP[7:]}</t></r></is></c>",
                    "School",
                ),
            ]
        ),
    ),
    _xlsx(
        "verborgen-blad",
        'blad "Oud", rij 1',
        bladen={"A": blad_xml(_GOED), "Oud": blad_xml(rijen_xml([[OP]]))},
        stand={"Oud": "hidden"},
    ),
    _xlsx(
        "diep-verborgen-blad",
        'blad "Oud", rij 1',
        bladen={"A": blad_xml(_GOED), "Oud": blad_xml(rijen_xml([["Naam leerling"], ["x"]]))},
        stand={"Oud": "veryHidden"},
    ),
    _xlsx("verborgen-rij", "rij 3", cellen=_GOED + f'<row r="3" hidden="1">{tekst_cel("A3", A)}</row>'),
    _xlsx(
        "verborgen-kolom",
        'kolom "Z"',
        bladen={
            "A": blad_xml(
                f'<row r="1">{tekst_cel("A1", "id")}{tekst_cel("B1", "naam")}{tekst_cel("C1", "soort")}</row><row r="2">{tekst_cel("A2", "s1")}{tekst_cel("B2", "x")}{tekst_cel("C2", "School")}{tekst_cel("Z2", A)}</row>',
                voor='<cols><col min="26" max="26" hidden="1"/></cols>',
            )
        },
    ),
    _xlsx("bladnaam", 'blad "nummer 2"', bladen={"A": blad_xml(_GOED), OP: blad_xml(rijen_xml([["x"]]))}),
    _xlsx(
        "opmerking",
        "Een opmerking bij een cel bevat",
        extra={
            "xl/comments1.xml": f'{HOOFD}<comments xmlns="{SHEETML}"><commentList><comment ref="B2"><text><r><t>zie {OP[:9]}</t></r><r><t>{OP[9:]}</t></r></text></comment></commentList></comments>'
        },
    ),
    _xlsx(
        "gesprek",
        "Een opmerking bij een cel bevat",
        extra={
            "xl/threadedComments/threadedComment1.xml": f"{HOOFD}<ThreadedComments><threadedComment><text>{A}</text></threadedComment></ThreadedComments>"
        },
    ),
    _xlsx(
        "oude-opmerking",
        "Een tekstvak, tekening of opmerking",
        extra={
            "xl/drawings/vmlDrawing1.vml": f"<xml><v:textbox><div>van <font>{OP}</font><br></div></v:textbox></xml>"
        },
    ),
    _xlsx(
        "tekstvak",
        "Een tekstvak, tekening of opmerking",
        extra={
            "xl/drawings/drawing1.xml": f'{HOOFD}<xdr:wsDr xmlns:a="{_XDR}"><a:p><a:r><a:rPr lang="nl"><a:solidFill/></a:rPr><a:t>{OP[:6]}</a:t></a:r><a:r><a:t>{OP[6:]}</a:t></a:r></a:p></xdr:wsDr>'
        },
    ),
    _xlsx(
        "voettekst",
        'blad "Blad1": Een kop- of voettekst',
        bladen={
            "Blad1": blad_xml(_GOED, na=f"<headerFooter><oddFooter>&amp;L{OP}</oddFooter></headerFooter>")
        },
    ),
    _xlsx(
        "keuzelijst",
        "keuzelijst",
        bladen={
            "Blad1": blad_xml(
                _GOED,
                na=f'<dataValidations><dataValidation><formula1>"{OP},x"</formula1></dataValidation></dataValidations>',
            )
        },
    ),
    _xlsx(
        "tip-bij-een-koppeling",
        "koppeling",
        bladen={
            "Blad1": blad_xml(
                _GOED, na=f'<hyperlinks><hyperlink ref="A1" tooltip="dossier {A}"/></hyperlinks>'
            )
        },
    ),
    _xlsx(
        "formule",
        "formule",
        cellen=_GOED + f"<row r='3'><c r='A3' t='str'><f>IF(A1=\"{OP}\",\"\",\"\")</f><v></v></c></row>",
    ),
    _xlsx(
        "cijfers-als-tekens",
        "Een opmerking bij een cel bevat",
        extra={
            "xl/comments1.xml": f"<comments><comment><t>{''.join(f'&#{ord(c)};' for c in A)}</t></comment></comments>"
        },
    ),
    _xlsx(
        "titel-van-het-bestand",
        "De eigenschappen van het bestand",
        extra={
            "docProps/core.xml": f"{HOOFD}<cp:coreProperties><dc:title>dossier {OP}</dc:title></cp:coreProperties>"
        },
    ),
    _xlsx(
        "eigen-eigenschap",
        "De eigenschappen van het bestand",
        extra={
            "docProps/custom.xml": f'{HOOFD}<Properties><property name="x"><vt:lpwstr>{A}</vt:lpwstr></property></Properties>'
        },
    ),
    _xlsx(
        "benoemd-bereik",
        "Een naam in de werkmap",
        boek_na=f'<definedNames><definedName name="kind" comment="{OP}">Blad1!$A$1</definedName></definedNames>',
    ),
    _xlsx(
        "draaitabel",
        "Een draaitabel bewaart",
        extra={
            "xl/pivotCache/pivotCacheRecords1.xml": f'{HOOFD}<pivotCacheRecords xmlns="{SHEETML}"><r><s v="{OP}"/></r></pivotCacheRecords>'
        },
    ),
    _xlsx(
        "kolom-in-een-draaitabel",
        "Een draaitabel bewaart een kolom",
        extra={
            "xl/pivotCache/pivotCacheDefinition1.xml": f'{HOOFD}<pivotCacheDefinition xmlns="{SHEETML}"><cacheFields><cacheField name="Naam leerling" numFmtId="0"><sharedItems><s v="Piet"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>'
        },
    ),
    _xlsx("custom-xml", "Verborgen gegevens in het bestand", extra={"customXml/item1.xml": f"<x a='{OP}'/>"}),
    _xlsx(
        "grafiek",
        "Een grafiek bewaart",
        extra={"xl/charts/chart1.xml": f"<c:chart><c:pt idx='0'><c:v>{A}</c:v></c:pt></c:chart>"},
    ),
    _xlsx(
        "ander-bestand",
        "Een koppeling naar buiten bewaart",
        extra={
            "xl/externalLinks/externalLink1.xml": f'<externalLink xmlns="{SHEETML}"><externalBook><sheetDataSet><sheetData><row><cell><v>{A}</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>'
        },
    ),
    _xlsx(
        "achtergebleven-tekst",
        "Een tekst die in geen enkele cel meer staat",
        extra={"xl/sharedStrings.xml": f'<sst xmlns="{SHEETML}"><si><t>vroeger {OP}</t></si></sst>'},
    ),
    _xlsx(
        "blad-dat-niemand-ziet",
        "formule, keuzelijst of koppeling op het blad",
        extra={"xl/worksheets/sheet9.xml": blad_xml(rijen_xml([[OP]]))},
    ),
    _xlsx(
        "ingesloten-document",
        "Een ingesloten document bevat",
        extra={"xl/embeddings/Microsoft_Word_Document1.docx": _ingesloten()},
    ),
    _xlsx(
        "ingesloten-object",
        "Een ingesloten document bevat",
        extra={"xl/embeddings/oleObject1.bin": b"\xd0\xcf" + bytes(40) + OP.encode("utf-16-le") + bytes(40)},
    ),
    _xlsx(
        "utf-16-eigenschappen",
        "De eigenschappen van het bestand",
        extra={"docProps/core.xml": f"<x><dc:title>{OP}</dc:title></x>".encode("utf-16")},
    ),
    # -- corners of ODS
    _ods("cel", "Deze cel bevat", ods_tabel([KOP, ("s1", A, "School")])),
    _ods(
        "opmerking",
        "Een opmerking, tekstvak, formule of wijziging",
        ods_tabel(
            [
                KOP,
                (
                    "s1",
                    ods_cel(
                        "x",
                        binnen=f"<office:annotation><text:p>van <text:span>{OP[:5]}</text:span>{OP[5:]}</text:p></office:annotation>",
                    ),
                    "School",
                ),
            ]
        ),
    ),
    _ods(
        "tekstvak",
        "Een opmerking, tekstvak",
        ods_tabel(
            [KOP, RIJ],
            voor=f"<table:shapes><draw:frame><draw:text-box><text:p>{A}</text:p></draw:text-box></draw:frame></table:shapes>",
        ),
    ),
    _ods(
        "wijzigingen",
        "wijziging",
        voor=f"<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell><text:p>{OP}</text:p></table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>",
    ),
    _ods(
        "benoemd",
        "Een opmerking, tekstvak, formule",
        na=f'<table:named-expressions><table:named-expression table:name="x" table:expression="&quot;{OP}&quot;"/></table:named-expressions>',
    ),
    _ods(
        "formule",
        "formule",
        ods_tabel(
            [
                KOP,
                (
                    "s1",
                    f'<table:table-cell table:formula="of:=IF([.A1]=&quot;{OP}&quot;;1;2)" office:value-type="string"><text:p>De Ark</text:p></table:table-cell>',
                    "School",
                ),
            ]
        ),
    ),
    _ods(
        "titel",
        "De eigenschappen van het bestand",
        extra={
            "meta.xml": odf_deel("document-meta", f"<office:meta><dc:title>{OP}</dc:title></office:meta>")
        },
    ),
    _ods(
        "voettekst",
        "Een kop- of voettekst",
        extra={
            "styles.xml": odf_deel("document-styles", f"<style:footer><text:p>{OP}</text:p></style:footer>")
        },
    ),
    _ods(
        "ingesloten",
        "Een ingesloten document",
        extra={"Object 1/content.xml": odf_deel("document-content", f"<text:p>{OP}</text:p>")},
    ),
    _ods("bladnaam", 'blad "nummer 1"', ods_tabel([KOP, RIJ], OP)),
)
