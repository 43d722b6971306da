"""Pupil data in every corner of a file: refused, told with their place, never repeated."""

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
from tests.inlezen.vijandig.geval import LEERLING, Aanvaard, Geval, Geweigerd, bytes_van

# From the documentation of python-stdnum; no person's.
A = "85073003328"
B = "17073003384"
OP = f"{A[:2]}.{A[2:4]}.{A[4:6]}-{A[6:9]}.{A[9:]}"
_GOED = rijen_xml([KOP, RIJ])
_XDR = "http://schemas.openxmlformats.org/drawingml/2006/main"
GEHEIM = (A, B, OP, A[6:], OP[-6:])
ARK = {"s1": "De Ark"}


def _csv(
    id_: str, tekst: str, woorden: str = "Deze cel bevat een rijksregisternummer", bestand: str = "lijst.csv"
) -> Geval:
    return Geval(
        f"csv-{id_}", bestand, bytes_van(tekst.encode()), Geweigerd(LEERLING, woorden), geheim=GEHEIM
    )


def _vorm(id_: str, nummer: str) -> Geval:
    return _csv(f"vorm-{id_}", f"id;naam;soort;opmerking\ns1;De Ark;School;van {nummer} gehoord\n")


def _xlsx(id_: str, woorden: str, bestand: str = "boek.xlsx", **opties: object) -> Geval:
    maak: Callable[[], bytes] = lambda: zip_van(xlsx_delen(**opties))  # type: ignore[arg-type] # noqa: E731
    return Geval(f"xlsx-{id_}", bestand, maak, Geweigerd(LEERLING, woorden), geheim=GEHEIM)


def _ods(id_: str, woorden: str, tabellen: str = ods_tabel([KOP, RIJ]), **opties: object) -> Geval:
    maak: Callable[[], bytes] = lambda: ods_van(tabellen, **opties)  # type: ignore[arg-type] # noqa: E731
    return Geval(f"ods-{id_}", "boek.ods", maak, Geweigerd(LEERLING, woorden), geheim=GEHEIM)


def _goed(id_: str, tekst: str, namen: dict[str, str] | None = None) -> Geval:
    return Geval(f"mag-{id_}", "lijst.csv", bytes_van(tekst.encode()), Aanvaard(namen or ARK))


def _kolom(naam: str, waarde: str = "Piet Pienter") -> Geval:
    tekst = f'id;naam;soort;"{naam}"\ns1;De Ark;School;{waarde}\n'
    return Geval(
        f"kolom-{naam}",
        "lijst.csv",
        bytes_van(tekst.encode()),
        Geweigerd(LEERLING, "gegevens van leerlingen"),
        geheim=(waarde,),
    )


def _ingesloten() -> bytes:
    return zip_van([Deel("word/document.xml", f"<w:document><w:t>{OP}</w:t></w:document>".encode())])


def _nul_verloren() -> str:
    rijen = []
    for teller in range(1, 6):
        basis = f"050723{teller:03}"
        rijen.append(f"{basis}{97 - int('2' + basis) % 97:02}".lstrip("0"))
    return "nr;school\n" + "".join(f"{nummer};A\n" for nummer in rijen)


_VORMEN = {
    "kaal": A,
    "gewoon": OP,
    "spaties": "85 07 30 033 28",
    "schuin": "85/07/30-033-28",
    "zes-drie-twee": "850730 033 28",
    "zes-vijf": "850730-03328",
    "onderstreept": "85_07_30_033_28",
    "dubbelepunt": "85:07:30:033:28",
    "tilde": "85.07.30~033.28",
    "haakjes": "85.07.30 (033.28)",
    "los": "8 5 0 7 3 0 0 3 3 2 8",
    "duizendtallen": "85.073.003.328",
    "met-eeuw": "1985.07.30-033.28",
    "wetenschappelijk": "8,5073003328E+10",
    "nul-achter-de-komma": "85073003328.0",
    "rr-ervoor": "RR85073003328",
    "be-ervoor": "BE85073003328",
    "vaste-spaties": "85\u00a007\u202f30\u2009033\u00a028",
    "streepjes": "85.07.30\u2013033\u221228",
    "middenstippen": "85·07·30·033·28",
    "volle-breedte": "８５０７３００３３２８",
    "volle-breedte-opgemaakt": "８５．０７．３０－０３３．２８",
    "arabische-cijfers": "٨٥٠٧٣٠٠٣٣٢٨",
    "wiskundige-cijfers": "𝟾𝟻𝟶𝟽𝟹𝟶𝟶𝟹𝟹𝟸𝟾",
    "breedteloos": "850730\u200b03328",
    "zacht-koppelteken": "8507\u00ad3003328",
    "bis": "98.47.28-997.65",
}

GEVALLEN = (
    *(_vorm(id_, nummer) for id_, nummer in _VORMEN.items()),
    _csv("kop", f"id;naam;soort;{A}\ns1;De Ark;School;x\n"),
    _csv("code", f"id;naam;soort\n{A};De Ark;School\n"),
    _csv("kbo-kolom", f"id;naam;soort;kbo\ns1;De Ark;School;{A}\n"),
    _csv("op-nieuwe-regel", 'id;naam;soort\ns1;"De Ark\n85.07.30-\n033.28";School\n'),
    _csv("voorbij-de-kop", f"id;naam;soort\ns1;De Ark;School;{A}\n"),
    Geval(
        "csv-utf-16",
        "lijst.csv",
        bytes_van(f"id;naam;soort\ns1;{OP};School\n".encode("utf-16")),
        Geweigerd(LEERLING, "rijksregisternummer"),
        geheim=GEHEIM,
    ),
    _csv(
        "in-de-bestandsnaam", "id;naam;soort\ns1;De Ark;School\n", "De naam van het bestand", f"klas {OP}.csv"
    ),
    _csv("nullen-verloren", _nul_verloren(), "eerste nul verloren"),
    _csv(
        "over-twee-kolommen",
        "id;naam;soort;dag;rest\n" + "".join(f"s{n};A;School;85.07.30;033.28\n" for n in range(4)),
        "Deze kolom en de volgende",
    ),
    *map(
        _kolom,
        (
            *(
                "Voornaam leerling",
                "leerlingnaam",
                "Naam van het kind",
                "LLVoornaam",
                "lln: achternaam",
                "naam zoon",
            ),
            *(
                "e-mailadres moeder",
                "GSM ouder 1",
                "rijksregisternr.",
                "INSZ",
                "BIS-nummer",
                "NISS",
                "nr. RR",
                "eID-nummer",
            ),
            *(
                "Geboortedatum",
                "geb.datum",
                "date de naissance",
                "stamnummer",
                "thuissituatie leerling",
                "Leerling",
            ),
            *("afwezigheden leerling", "gegevens leerling", "Moeder"),
        ),
    ),
    _kolom("geb.", "12/03/2010"),
    Geval(
        "kolom-met-een-naam-erin",
        "lijst.csv",
        bytes_van(b"id;naam;soort;geboortedatum Piet Pienter\ns1;A;School;x\n"),
        Geweigerd(LEERLING, 'kolom "D"'),
        geheim=("Pienter",),
    ),
    _csv(
        "klaslijst", "voornaam;familienaam;klas\nPiet;Pienter;3B\n", "lijken samen een lijst van leerlingen"
    ),
    _csv(
        "fiche-naar-beneden",
        "id;s1\nsoort;School\nNaam leerling;Piet\nGeboortedatum;x\n",
        "kondigt gegevens van een leerling",
    ),
    _csv(
        "tweede-tabel-eronder",
        "id;naam;soort\ns1;De Ark;School\n;;\nNaam leerling;Geboortedatum;Klas\nPiet;x;3B\n",
        "kondigt gegevens van een leerling",
    ),
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
    # -- what looks alike and is welcome
    _goed("telefoon", "id;naam;soort;telefoon\ns1;De Ark;School;+32 470 12 34 56\n"),
    _goed("telefoon-zonder-plus", "id;naam;soort;telefoon\ns1;De Ark;School;32470123456\n"),
    _goed("kbo", "id;naam;soort;kbo\ns1;De Ark;School;0206.684.927\n"),
    _goed("totalen", "id;naam;soort;leerlingen\ns1;De Ark;School;312\n"),
    _goed("iban-in-tekst", "id;naam;soort;opmerking\ns1;De Ark;School;BE68 5390 0754 7034\n"),
    _goed("data-en-uren", "id;naam;soort;opmerking\ns1;De Ark;School;30/07/2024 08:30:15 tot 17.00\n"),
    _goed(
        "kindnamen-van-diensten",
        "id;naam;soort\ns1;Huis van het Kind;AndereOrganisatie\n",
        {"s1": "Huis van het Kind"},
    ),
)
