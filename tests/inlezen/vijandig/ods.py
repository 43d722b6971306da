"""ODS: repeats, errors, hidden sheets, and what an office program would run or fetch."""

from __future__ import annotations

from collections.abc import Callable

from tests.inlezen.vijandig.bouw import KOP, RIJ, ods_cel, ods_tabel, ods_van
from tests.inlezen.vijandig.geval import FOUT, GEBRUIK, ONLEESBAAR, Aanvaard, Geval, Geweigerd

ARK = {"s1": "De Ark"}
_X = ods_cel("x")
_GOED = ods_tabel([KOP, RIJ])
_DTD = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


def _boek(tabellen: str, **opties: object) -> Callable[[], bytes]:
    return lambda: ods_van(tabellen, **opties)  # type: ignore[arg-type]


def _met(cel: str) -> Callable[[], bytes]:
    """A school whose name is this cell."""
    return _boek(ods_tabel([KOP, ("s1", cel, "School")]))


def _rauw(rijen: str) -> Callable[[], bytes]:
    return _boek(f'<table:table table:name="A">{rijen}</table:table>')


def _weg(id_: str, maak: Callable[[], bytes], woorden: str, zwaar: bool = False) -> Geval:
    return Geval(f"ods-{id_}", "boek.ods", maak, Geweigerd(ONLEESBAAR, woorden), zwaar=zwaar)


def _goed(id_: str, maak: Callable[[], bytes], melding: str = "", **namen: str) -> Geval:
    return Geval(f"ods-{id_}", "boek.ods", maak, Aanvaard(namen or ARK, melding))


def _fout(id_: str, maak: Callable[[], bytes], woorden: str) -> Geval:
    return Geval(f"ods-{id_}", "boek.ods", maak, Geweigerd(FOUT, woorden))


_CEL = "table:table-cell"
_LEEG = f'<{_CEL} table:number-columns-repeated="16000"/>'

GEVALLEN = (
    _goed("gewoon", _boek(_GOED)),
    _goed(
        "miljoen-lege-rijen",
        _boek(
            ods_tabel(
                [[*KOP, _LEEG], RIJ],
                na=f'<table:table-row table:number-rows-repeated="1048000">{_LEEG}</table:table-row>',
            )
        ),
    ),
    _goed(
        "getal-datum-ja",
        _met(
            f'<{_CEL} office:value-type="date" office:date-value="2024-09-01"><text:p>1 sep</text:p></{_CEL}>'
        ),
        s1="2024-09-01",
    ),
    _goed(
        "kommagetal",
        _met(f'<{_CEL} office:value-type="float" office:value="3.5"><text:p>3,5</text:p></{_CEL}>'),
        s1="3.5",
    ),
    _goed(
        "waar",
        _met(
            f'<{_CEL} office:value-type="boolean" office:boolean-value="true"><text:p>WAAR</text:p></{_CEL}>'
        ),
        s1="ja",
    ),
    _goed("nullen", _met(ods_cel("003772")), s1="003772"),
    _goed(
        "stukken-tekst",
        _met(f'<{_CEL} office:value-type="string"><text:p>De <text:span>Ark</text:span></text:p></{_CEL}>'),
    ),
    _goed(
        "opmerking-hoort-niet-bij-de-cel",
        _met(
            ods_cel(
                "De Ark",
                binnen="<office:annotation><dc:creator>Jan</dc:creator><text:p>nakijken!</text:p></office:annotation>",
            )
        ),
    ),
    _fout(
        "fout",
        _met(
            f'<{_CEL} table:formula="of:=NA()" office:value-type="string" calcext:value-type="error"><text:p>#N/B</text:p></{_CEL}>'
        ),
        "fout van het rekenblad",
    ),
    _fout(
        "formule-zonder-resultaat",
        _met(f'<{_CEL} table:formula="of:=1+1"/>'),
        "waarvan het resultaat niet bewaard is",
    ),
    Geval(
        "ods-verborgen-blad",
        "boek.ods",
        _boek(
            _GOED + ods_tabel([KOP, RIJ], "B", attributen=' table:style-name="ta2"'),
            begin='<office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>',
        ),
        Geweigerd(GEBRUIK, '"B" (verborgen)'),
    ),
    _goed(
        "samengevoegd-over-kolommen",
        _boek(ods_tabel([[*KOP, "straat"], [*RIJ, "<table:covered-table-cell/>"]])),
    ),
    # -- what would be run or fetched
    _goed(
        "macro",
        _boek(
            _GOED,
            begin='<office:scripts><office:script script:language="ooo:Basic"/></office:scripts>',
            extra={"Basic/Standard/Module1.xml": '<x>Shell("calc")</x>', "Scripts/python/x.py": "import os"},
        ),
    ),
    _goed(
        "blad-van-buiten",
        _boek(
            ods_tabel(
                [KOP, RIJ],
                voor='<table:table-source xlink:type="simple" xlink:href="http://127.0.0.1:9/x.ods" table:table-name="A"/>',
            )
        ),
    ),
    _goed(
        "dde",
        _boek(
            _GOED,
            na='<table:dde-links><table:dde-link><office:dde-source office:dde-application="cmd" office:dde-topic="/c calc" office:dde-item="x"/></table:dde-link></table:dde-links>',
        ),
    ),
    _goed(
        "afbeelding-van-buiten",
        _boek(
            ods_tabel(
                [KOP, RIJ],
                voor='<table:shapes><draw:frame><draw:image xlink:href="http://127.0.0.1:9/x.png"/></draw:frame></table:shapes>',
            )
        ),
    ),
    _goed(
        "webservice",
        _met(
            f'<{_CEL} table:formula="of:=WEBSERVICE(&quot;http://127.0.0.1:9/&quot;)" office:value-type="string"><text:p>De Ark</text:p></{_CEL}>'
        ),
    ),
    # -- too much, or not right
    _weg(
        "rijen-herhaald",
        _rauw(f'<table:table-row table:number-rows-repeated="1000000">{_X}</table:table-row>'),
        "te groot",
    ),
    _weg(
        "kolommen-herhaald",
        _rauw(
            f'<table:table-row><{_CEL} table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></{_CEL}></table:table-row>'
        ),
        "te groot",
    ),
    _weg(
        "rijen-maal-kolommen",
        _rauw(
            f'<table:table-row table:number-rows-repeated="100000"><{_CEL} table:number-columns-repeated="600" office:value-type="string"><text:p>x</text:p></{_CEL}></table:table-row>'
        ),
        "te groot",
    ),
    _weg(
        "groep-herhaald",
        _rauw(
            f'<table:table-row-group><table:table-row table:number-rows-repeated="900000">{_X}</table:table-row></table:table-row-group>'
        ),
        "te groot",
    ),
    _weg(
        "herhaling-onder-nul",
        _rauw(f'<table:table-row><{_CEL} table:number-columns-repeated="-5"/></table:table-row>'),
        "herhaling is geen getal",
    ),
    _weg(
        "herhaling-te-lang",
        _rauw(
            f'<table:table-row><{_CEL} table:number-columns-repeated="99999999999999999999"/></table:table-row>'
        ),
        "herhaling is geen getal",
    ),
    _weg("wachtwoord", _boek(_GOED, manifest="<manifest:encryption-data/>"), "met een wachtwoord"),
    _weg("dtd", _boek(_GOED, kop=_DTD), "bevat een DTD"),
    _weg("dtd-in-meta", _boek(_GOED, extra={"meta.xml": f"{_DTD}<x>&b;</x>"}), "bevat een DTD"),
    _weg(
        "andere-voorvoegsels",
        _boek(_GOED, begin="<office:document-content xmlns:table='urn:anders'/>"),
        "geen gewoon ODS-rekenblad",
    ),
    _weg("geen-geldige-xml", _boek("<table:table>"), "geen geldige XML"),
    _weg("leeg", _boek(ods_tabel([])), "is leeg"),
    _weg("zonder-blad", _boek(""), "is leeg"),
    _weg("half", lambda: ods_van(_GOED)[:-200], "beschadigde of onvolledige"),
    _goed("duizend-bladen", _boek("".join([_GOED, *(ods_tabel([], f"B{n}") for n in range(1_000))]))),
)
