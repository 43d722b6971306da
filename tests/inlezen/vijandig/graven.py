"""Graphs of other programs: XML and JSON that would blow up, fetch, mislead, or only half say something."""

from __future__ import annotations

import codecs
import gzip
import io
import json
import zipfile
from collections.abc import Callable

from tests.inlezen.vijandig.geval import (
    FOUT,
    GEBRUIK,
    LEERLING,
    ONLEESBAAR,
    Aanvaard,
    Geval,
    Geweigerd,
    bytes_van,
)

ARK = {"ark-1": "De Ark"}
NUMMER = "85.07.30-033.28"
_SLEUTELS = (
    '<key id="d0" for="node" attr.name="naam" attr.type="string"/>'
    '<key id="d1" for="node" attr.name="soort" attr.type="string"/>'
    '<key id="d2" for="edge" attr.name="relatie" attr.type="string"/>'
)
_KNOOP = '<node id="ark-1"><data key="d0">De Ark</data><data key="d1">School</data></node>'
_CLB = '<node id="clb-1"><data key="d0">CLB Kantelbrug</data><data key="d1">Clb</data></node>'
_LACH = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def _graphml(
    binnen: str = _KNOOP,
    *,
    voor: str = '<?xml version="1.0" encoding="UTF-8"?>',
    sleutels: str = _SLEUTELS,
    wortel: str = 'xmlns="http://graphml.graphdrawing.org/xmlns"',
    graaf: str = 'edgedefault="directed"',
    na: str = "",
) -> str:
    return f"{voor}<graphml {wortel}>{sleutels}<graph {graaf}>{binnen}</graph>{na}</graphml>"


def _gexf(knopen: str, banden: str = "", versie: str = "1.3", wortel: str = "http://gexf.net/1.3") -> str:
    attributen = '<attributes class="node"><attribute id="0" title="soort" type="string"/></attributes>'
    band = '<attributes class="edge"><attribute id="0" title="relatie" type="string"/></attributes>'
    return (
        f'<gexf xmlns="{wortel}" version="{versie}"><graph defaultedgetype="directed">{attributen}{band}'
        f"<nodes>{knopen}</nodes><edges>{banden}</edges></graph></gexf>"
    )


_GEXF_ARK = '<node id="ark-1" label="De Ark"><attvalues><attvalue for="0" value="School"/></attvalues></node>'


def _kumu(elementen: object, verbindingen: object = (), **meer: object) -> str:
    return json.dumps({"elements": elementen, "connections": verbindingen, **meer})


_K_ARK = {"id": "ark-1", "label": "De Ark", "type": "School"}


def _lees(inhoud: str | bytes) -> Callable[[], bytes]:
    return bytes_van(inhoud.encode() if isinstance(inhoud, str) else inhoud)


def _goed(
    id_: str, bestand: str, inhoud: str | bytes, namen: dict[str, str], melding: str = "", *opties: str
) -> Geval:
    return Geval(f"graaf-{id_}", bestand, _lees(inhoud), Aanvaard(namen, melding), "graaf", opties)


def _weg(id_: str, bestand: str, inhoud: str | bytes, woorden: str, code=ONLEESBAAR, *opties: str) -> Geval:  # type: ignore[no-untyped-def]
    return Geval(f"graaf-{id_}", bestand, _lees(inhoud), Geweigerd(code, woorden), "graaf", opties)


def _fout(id_: str, bestand: str, inhoud: str | bytes, woorden: str, *opties: str) -> Geval:
    return _weg(id_, bestand, inhoud, woorden, FOUT, *opties)


def _leerling(id_: str, bestand: str, inhoud: str | bytes, woorden: str) -> Geval:
    return Geval(
        f"graaf-{id_}",
        bestand,
        _lees(inhoud),
        Geweigerd(LEERLING, woorden),
        "graaf",
        geheim=(NUMMER, "85073003328"),
    )


def _zwaar(id_: str, bestand: str, maak: Callable[[], str], woorden: str, code=ONLEESBAAR) -> Geval:  # type: ignore[no-untyped-def]
    return Geval(
        f"graaf-{id_}",
        bestand,
        lambda: maak().encode(),
        Geweigerd(code, woorden),
        "graaf",
        zwaar=True,
    )


def _zip(inhoud: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr(zipfile.ZipInfo("kaart.graphml"), inhoud)
    return buffer.getvalue()


_XML_BOMMEN = (
    _weg(
        "miljard-lachen",
        "k.graphml",
        _graphml(
            '<node id="ark-1"><data key="d0">&l9;</data></node>',
            voor=f'<?xml version="1.0"?><!DOCTYPE graphml [<!ENTITY l0 "ha">{_LACH}]>',
        ),
        "DTD of entiteiten",
    ),
    _weg(
        "kwadratisch",
        "k.graphml",
        _graphml(
            f'<node id="ark-1"><data key="d0">{"&a;" * 1000}</data></node>',
            voor=f'<!DOCTYPE graphml [<!ENTITY a "{"x" * 50_000}">]>',
        ),
        "DTD of entiteiten",
    ),
    _weg(
        "entiteit-van-buiten",
        "k.graphml",
        _graphml(
            '<node id="ark-1"><data key="d0">&x;</data></node>',
            voor='<!DOCTYPE graphml [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        ),
        "DTD of entiteiten",
    ),
    _weg(
        "parameterentiteit",
        "k.gexf",
        '<!DOCTYPE gexf [<!ENTITY % p SYSTEM "http://127.0.0.1/p.dtd"> %p;]>' + _gexf(_GEXF_ARK),
        "DTD of entiteiten",
    ),
    _weg(
        "dtd-van-buiten",
        "k.graphml",
        _graphml(voor='<!DOCTYPE graphml SYSTEM "http://127.0.0.1/g.dtd">'),
        "DTD of entiteiten",
    ),
    _weg("dtd-leeg", "k.gexf", "<!DOCTYPE gexf>" + _gexf(_GEXF_ARK), "DTD of entiteiten"),
    _weg(
        "xinclude",
        "k.graphml",
        _graphml('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'),
        "XInclude",
    ),
    _weg("diep", "k.graphml", _graphml("<a>" * 100_000), "dieper genest"),
    _zwaar(
        "grote-tekst", "k.graphml", lambda: _graphml(_KNOOP.replace("De Ark", "x" * 5_000_000)), "langer dan"
    ),
    _zwaar("groot-attribuut", "k.graphml", lambda: _graphml(f'<node id="{"x" * 5_000_000}"/>'), "langer dan"),
    _zwaar(
        "veel-attributen",
        "k.json",
        lambda: _kumu([{"label": f"n{n}", f"veld {n}": "x"} for n in range(2_000)]),
        "verschillende eigenschappen",
    ),
    _zwaar(
        "json-te-groot", "k.json", lambda: '{"elements": ["' + "x" * (65 * 2**20) + '"]}', "te groot: 65 MB"
    ),
    _zwaar(
        "json-te-zwaar",
        "k.json",
        lambda: '{"elements": [' + "{}," * 10_000_000 + "{}]}",
        "te zwaar om te lezen",
    ),
    _zwaar(
        "te-veel-knopen",
        "k.graphml",
        lambda: _graphml("".join(f'<node id="{n}"/>' for n in range(500_001))),
        "meer dan 500000 knopen",
    ),
)

_XML_GOED = (
    _goed("graphml", "k.graphml", _graphml(), ARK),
    _goed("graphml-utf16", "k.graphml", _graphml(voor="").encode("utf-16"), ARK),
    _goed("graphml-bom", "k.graphml", codecs.BOM_UTF8 + _graphml().encode(), ARK),
    *(
        _goed(
            f"graphml-{codering}",
            "k.graphml",
            _graphml(
                _KNOOP.replace("De Ark", "Café Zoë"), voor=f'<?xml version="1.0" encoding="{codering}"?>'
            ).encode(codering),
            {"ark-1": "Café Zoë"},
        )
        for codering in ("iso-8859-1", "windows-1252", "utf-16")
    ),
    _goed("graphml-zonder-naamruimte", "k.xml", _graphml(wortel=""), ARK),
    _goed("graphml-heet-anders", "kaart.csv", _graphml(), ARK),
    _goed(
        "graphml-verwijzingen",
        "k.graphml",
        _graphml(
            '<!-- niets --><?php echo 1 ?><node id="ark-1"><data key="d0"><![CDATA[Zoë & <co>]]></data>'
            '<data key="d1">Sch&#111;ol</data></node>',
            voor='<?xml version="1.0"?><?xml-stylesheet href="http://127.0.0.1/x.xsl" type="text/xsl"?>',
            wortel='xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
            'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://127.0.0.1/g.xsd"',
        ),
        {"ark-1": "Zoë & <co>"},
    ),
    _goed(
        "graphml-locator",
        "k.graphml",
        _graphml(
            _KNOOP.replace(
                "</node>",
                '<locator xmlns:x="http://www.w3.org/1999/xlink" x:href="http://127.0.0.1/"/></node>',
            )
        ),
        ARK,
    ),
    _goed(
        "graphml-nullen-blijven",
        "k.graphml",
        _graphml(_KNOOP.replace("ark-1", "003772")),
        {"003772": "De Ark"},
    ),
    _goed(
        "graphml-formule",
        "k.graphml",
        _graphml(_KNOOP.replace("De Ark", "=cmd|'/c calc'!A0")),
        {"ark-1": "=cmd|'/c calc'!A0"},
    ),
    _goed(
        "graphml-standaardwaarde",
        "k.graphml",
        _graphml(
            '<node id="ark-1"><data key="d0">De Ark</data></node>',
            sleutels='<key id="d0" for="node" attr.name="naam"/>'
            '<key id="d1" for="node" attr.name="soort"><default>School</default></key>',
        ),
        ARK,
    ),
    _goed(
        "yed",
        "k.graphml",
        _graphml(
            '<node id="n0"><data key="d5"><y:ShapeNode xmlns:y="http://www.yworks.com/xml/graphml">'
            '<y:Geometry height="30.0" width="85.0730033"/><y:NodeLabel>De Ark<y:LabelModel/></y:NodeLabel>'
            "</y:ShapeNode></data></node>",
            sleutels='<key for="node" id="d5" yfiles.type="nodegraphics"/>',
        ),
        {"k:n0": "De Ark"},
        "nieuwe code",
        *("--vast", "soort=School", "--bron", "k"),
    ),
    _goed(
        "mojibake", "k.graphml", _graphml(_KNOOP.replace("De Ark", "CafÃ©")), {"ark-1": "CafÃ©"}, "verminkte"
    ),
    _goed("gexf", "k.gexf", _gexf(_GEXF_ARK), ARK),
    _goed("gexf-12", "k.gexf", _gexf(_GEXF_ARK, "", "1.2", "http://www.gexf.net/1.2draft"), ARK),
    _goed("gexf-utf16", "k.gexf", _gexf(_GEXF_ARK).encode("utf-16"), ARK),
)

_XML_KAPOT = (
    _weg("leeg", "k.graphml", "", "leeg (0 bytes)"),
    _weg("alleen-bom", "k.graphml", codecs.BOM_UTF8, "leeg"),
    _weg("geen-knopen", "k.graphml", _graphml(""), "geen enkele knoop"),
    _weg("geen-graaf", "k.graphml", "<graphml/>", "geen graaf in dit bestand"),
    _weg("afgebroken", "k.graphml", _graphml()[:-20], "breekt af"),
    _weg("verkeerd-gesloten", "k.graphml", _graphml("<node id='a'><data></node></data>"), "niet gesloten"),
    _weg("los-en-teken", "k.graphml", _graphml(_KNOOP.replace("De Ark", "Bes & co")), "teken"),
    _weg("onbekende-entiteit", "k.graphml", _graphml(_KNOOP.replace("De Ark", "&nbsp;")), "entiteit"),
    _weg("dubbel-xml-attribuut", "k.graphml", _graphml('<node id="a" id="b"/>'), "twee keer hetzelfde"),
    _weg("voorvoegsel", "k.graphml", _graphml("<y:x/>"), "voorvoegsel"),
    _weg("controleteken", "k.graphml", _graphml(_KNOOP.replace("De Ark", "a&#1;b")), "geldige XML"),
    _weg("nul", "k.graphml", _graphml(_KNOOP.replace("De Ark", "a\x00b")), "rij"),
    _weg("twee-wortels", "k.graphml", _graphml() + "<graphml/>", "geldige XML"),
    _weg(
        "codering-gelogen",
        "k.graphml",
        _graphml(_KNOOP.replace("De Ark", "Café")).encode("latin-1"),
        "past niet bij de codering",
    ),
    _weg(
        "codering-gelogen-16",
        "k.graphml",
        _graphml(voor='<?xml version="1.0" encoding="UTF-16"?>'),
        "codering",
    ),
    *(
        _weg(
            f"codering-{naam}",
            "k.graphml",
            _graphml(voor=f'<?xml version="1.0" encoding="{naam}"?>'),
            "codering",
        )
        for naam in ("klingon", "utf-7", "idna", "rot13", "base64")
    ),
    _weg("zip", "k.graphml", _zip(_graphml()), "ingepakt bestand (ZIP)"),
    _weg("gzip", "k.graphml", gzip.compress(_graphml().encode(), mtime=0), "ingepakt bestand (gzip)"),
    _weg("pdf", "k.gexf", b"%PDF-1.7\n", "een PDF"),
    _weg("html", "k.graphml", "<!DOCTYPE html><html><body>graphml</body></html>", "webpagina"),
    _weg("svg", "k.graphml", '<svg xmlns="http://www.w3.org/2000/svg"/>', "tekening (SVG)"),
    _weg("tekening", "k.graphml", "<mxfile><diagram/></mxfile>", "draw.io"),
    _weg("vreemde-xml", "k.graphml", "<bestelling/>", "XML (bestelling)"),
    _weg("tabel", "k.graphml", "id;naam\ns1;De Ark\n", "is geen graaf"),
    _weg("codering-optie", "k.graphml", _graphml(), "alleen voor CSV", GEBRUIK, "--codering", "utf-8"),
    _weg("groep", "k.graphml", _graphml('<node id="a"><graph><node id="b"/></graph></node>'), "een groep"),
    _weg("hyperedge", "k.graphml", _graphml(_KNOOP + "<hyperedge/>"), "hyperedge"),
    _weg("poort", "k.graphml", _graphml('<node id="a"><port name="p"/></node>'), "poorten"),
    _weg("twee-grafen", "k.graphml", _graphml(na="<graph/>"), "tweede graaf"),
    _weg("gexf-groep", "k.gexf", _gexf('<node id="a"><nodes><node id="b"/></nodes></node>'), "groepen"),
    _weg("gexf-ouder", "k.gexf", _gexf('<node id="a"/><node id="b" pid="a"/>'), "groepen"),
)

_FOUTEN = (
    _fout("dubbel-id", "k.graphml", _graphml(_KNOOP + "\n" + _KNOOP), "Deze knoop staat al op rij 1."),
    _fout("zonder-id", "k.graphml", _graphml("<node/>"), "heeft geen id"),
    _fout(
        "los-einde",
        "k.graphml",
        _graphml(_KNOOP + '<edge source="ark-1" target="spook"/>'),
        "geen knoop in dit",
    ),
    _fout("zonder-begin", "k.graphml", _graphml(_KNOOP + '<edge target="ark-1"/>'), "heeft geen begin"),
    _fout(
        "onbekende-sleutel",
        "k.graphml",
        _graphml('<node id="a"><data key="x">1</data></node>'),
        "een key die",
    ),
    _fout("dubbele-sleutel", "k.graphml", _graphml(sleutels=_SLEUTELS + '<key id="d0"/>'), "twee keer"),
    _fout(
        "dubbel-gegeven",
        "k.graphml",
        _graphml(_KNOOP.replace("</node>", '<data key="d0">B</data></node>')),
        "twee keer",
    ),
    _fout("hoofdletters", "k.graphml", _graphml(_KNOOP + _KNOOP.replace("ark-1", "ARK-1")), "dezelfde code"),
    _fout("naam-te-lang", "k.graphml", _graphml(_KNOOP.replace("De Ark", "x" * 900_000)), "te lang"),
    _fout(
        "niet-gekoppeld",
        "k.graphml",
        _graphml(_KNOOP.replace("School", "Zwembad")),
        "koppeling maak k.graphml",
    ),
    _fout("zonder-soort", "k.graphml", _graphml(sleutels=_SLEUTELS.replace("soort", "kleur")), "welke soort"),
    _fout(
        "gexf-vreemde-waarde",
        "k.gexf",
        _gexf(_GEXF_ARK.replace('for="0"', 'for="9"')),
        "attribuut dat bovenaan",
    ),
    _fout(
        "gexf-vreemde-richting",
        "k.gexf",
        _gexf(_GEXF_ARK, '<edge source="ark-1" target="ark-1" type="schuin"/>'),
        "De richting is niet gekend",
    ),
    _fout(
        "naar-zichzelf",
        "k.graphml",
        _graphml(_KNOOP + '<edge source="ark-1" target="ark-1"><data key="d2">WERKT_SAMEN_MET</data></edge>'),
        "naar zichzelf",
    ),
    _fout(
        "verkeerde-richting",
        "k.graphml",
        _graphml(
            _KNOOP + _CLB + '<edge source="ark-1" target="clb-1"><data key="d2">BEGELEIDT</data></edge>'
        ),
        "BEGELEIDT omgekeerd",
    ),
)

_KUMU = (
    _goed("kumu", "k.json", _kumu([_K_ARK]), ARK),
    _goed(
        "kumu-export",
        "k.json",
        _kumu(
            [{"_id": "ark-1", "attributes": {"label": "De Ark", "element type": "School"}}],
            maps=[],
            version=1,
        ),
        ARK,
    ),
    _goed("kumu-bom", "k.json", codecs.BOM_UTF8 + _kumu([_K_ARK]).encode(), ARK),
    _goed("kumu-utf16", "k.json", _kumu([_K_ARK]).encode("utf-16"), ARK),
    _goed(
        "kumu-windows",
        "k.json",
        '{"elements": [{"id": "ark-1", "label": "Café Zoë", "type": "School"}]}'.encode("cp1252"),
        {"ark-1": "Café Zoë"},
    ),
    _goed(
        "kumu-getal-als-id",
        "k.json",
        '{"elements": [{"id": 1234567, "label": "De Ark", "type": "School"}]}',
        {"1234567": "De Ark"},
    ),
    _goed(
        "kumu-loops",
        "k.json",
        _kumu([_K_ARK], loops=[{"label": "R1"}]),
        ARK,
        "lussen",
    ),
    _goed("kumu-samengesteld", "k.json", _kumu([{**_K_ARK, "plek": {"x": 1}}]), ARK, "samengestelde waarde"),
    _weg("json-diep-lijst", "k.json", '{"elements": ' + "[" * 100_000, "te diep genest"),
    _weg("json-diep-object", "k.json", '{"elements": ' + '{"a":' * 100_000, "te diep genest"),
    _weg("json-lijst", "k.json", "[1, 2]", "losse lijst"),
    _weg("json-anders", "k.json", '{"nodes": [], "links": []}', "geen lijst elements"),
    _weg("json-elements-getal", "k.json", '{"elements": 5}', "geen lijst elements"),
    _weg("json-leeg", "k.json", _kumu([]), "geen enkele knoop"),
    _weg("json-afgebroken", "k.json", _kumu([_K_ARK])[:-3], "geen geldige JSON"),
    _weg("json-komma", "k.json", '{"elements": [],}', "geen geldige JSON"),
    _weg("json-aanhalingstekens", "k.json", "{'elements': []}", "geen geldige JSON"),
    _weg("json-controleteken", "k.json", '{"elements": [{"label": "a\nb"}]}', "geen geldige JSON"),
    _weg("json-nul", "k.json", '{"elements": ["\x00"]}', "NUL"),
    _weg(
        "json-getal-van-een-miljoen",
        "k.json",
        '{"elements": [{"id": "ark-1", "label": "De Ark", "type": "School", "x": ' + "9" * 1_000_001 + "}]}",
        "langer dan",
    ),
    _fout(
        "json-groot-getal",
        "k.json",
        '{"elements": [{"id": "ark-1", "label": ' + "9" * 900_000 + ', "type": "School"}]}',
        "te lang",
    ),
    *(
        _fout(
            f"json-{woord}",
            "k.json",
            '{"elements": [{"id": "ark-1", "label": "De Ark", "type": "School", "x": ' + woord + "}]}",
            "Dit is geen waarde.",
        )
        for woord in ("NaN", "Infinity", "-Infinity")
    ),
    _fout(
        "json-dubbele-sleutel",
        "k.json",
        '{"elements": [{"id": "ark-1", "label": "De Ark", "type": "School", "label": "Ander"}]}',
        "Deze sleutel staat er twee keer.",
    ),
    _fout(
        "json-dubbele-lijst",
        "k.json",
        '{"elements": [{"id": "ark-1", "label": "De Ark", "type": "School"}], "elements": [{"label": "x"}]}',
        "Deze sleutel staat er twee keer.",
    ),
    _fout(
        "json-half-teken",
        "k.json",
        '{"elements": [{"label": "\\ud83d", "type": "School"}]}',
        "onleesbaar teken",
    ),
    _fout(
        "json-scherm",
        "k.json",
        '{"elements": [{"label": "\\u001b[2Jx", "type": "School"}]}',
        "onleesbaar teken",
    ),
    _fout("json-geen-element", "k.json", _kumu(["De Ark", 5, None, _K_ARK]), "Dit is geen element."),
    _fout("json-zonder-label", "k.json", _kumu([{"type": "School"}]), "heeft geen id"),
    _fout(
        "json-los-einde", "k.json", _kumu([_K_ARK], [{"from": "ark-1", "to": "spook"}]), "geen knoop in dit"
    ),
    _fout("json-zonder-einde", "k.json", _kumu([_K_ARK], [{"from": "ark-1"}]), "heeft geen einde"),
    _fout(
        "json-label-twee-keer",
        "k.json",
        _kumu([_K_ARK, {**_K_ARK, "id": "s2"}], [{"from": "De Ark", "to": "s2"}]),
        "Dit label hebben 2 elementen.",
    ),
    _fout(
        "json-richting",
        "k.json",
        _kumu([_K_ARK], [{"from": "ark-1", "to": "ark-1", "direction": "op"}]),
        "richting",
    ),
    _fout("json-verbindingen-tekst", "k.json", _kumu([_K_ARK], "veel"), "Dit is geen lijst."),
)

_LEERLINGEN = (
    _leerling("nummer", "k.graphml", _graphml(_KNOOP.replace("De Ark", NUMMER)), "rijksregisternummer"),
    _leerling("nummer-id", "k.graphml", _graphml(_KNOOP.replace("ark-1", NUMMER)), "rijksregisternummer"),
    _leerling(
        "nummer-utf16",
        "k.graphml",
        _graphml(_KNOOP.replace("De Ark", NUMMER), voor="").encode("utf-16"),
        "rijksregisternummer",
    ),
    _leerling(
        "nummer-commentaar", "k.graphml", _graphml(f"{_KNOOP}<!-- {NUMMER} -->"), "ander deel van het bestand"
    ),
    _leerling(
        "nummer-beschrijving",
        "k.gexf",
        _gexf(_GEXF_ARK).replace("<graph", f"<meta><description>{NUMMER}</description></meta><graph", 1),
        "ander deel van het bestand",
    ),
    _leerling(
        "nummer-verwijzing",
        "k.graphml",
        _graphml(f"{_KNOOP}<!-- -->").replace("<!-- -->", f"<desc>{NUMMER.replace('-', '&#45;')}</desc>"),
        "ander deel van het bestand",
    ),
    _leerling("nummer-kumu", "k.json", _kumu([{**_K_ARK, "notitie": NUMMER}]), "rijksregisternummer"),
    _leerling(
        "nummer-kumu-kaart",
        "k.json",
        _kumu([_K_ARK], maps=[{"overview": NUMMER}]),
        "ander deel van het bestand",
    ),
    _leerling(
        "kolom", "k.json", _kumu([{**_K_ARK, "Geboortedatum leerling": "2012"}]), "gegevens van leerlingen"
    ),
    _leerling(
        "nummer-los-einde",
        "k.graphml",
        _graphml(f'{_KNOOP}<edge source="ark-1" target="{NUMMER}"/>'),
        "rijksregisternummer",
    ),
    _leerling("nummer-bestand", f"{NUMMER}.graphml", _graphml(), "naam van het bestand"),
)

GEVALLEN = (*_XML_BOMMEN, *_XML_GOED, *_XML_KAPOT, *_FOUTEN, *_KUMU, *_LEERLINGEN)
