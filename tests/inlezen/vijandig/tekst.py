"""CSV files: encodings, quotes, ends of lines, sizes, cells that would do something elsewhere."""

from __future__ import annotations

import codecs
import unicodedata

from tests.inlezen.vijandig.geval import FOUT, ONLEESBAAR, Aanvaard, Geval, Geweigerd, bytes_van

KOP = "id;naam;soort\n"
ACCENT = KOP + "s1;Café Zoë;School\ns2;Liège coördinatie;Clb\n"
ACCENT_NAMEN = {"s1": "Café Zoë", "s2": "Liège coördinatie"}
ARK = {"s1": "De Ark"}


def _goed(
    id_: str,
    inhoud: bytes | str,
    namen: dict[str, str],
    melding: str = "",
    *opties: str,
    importer: str = "organisaties",
) -> Geval:
    ruw = inhoud.encode() if isinstance(inhoud, str) else inhoud
    return Geval(id_, "lijst.csv", bytes_van(ruw), Aanvaard(namen, melding), importer, opties)


def _fout(id_: str, inhoud: bytes | str, woorden: str, importer: str = "organisaties") -> Geval:
    ruw = inhoud.encode() if isinstance(inhoud, str) else inhoud
    return Geval(id_, "lijst.csv", bytes_van(ruw), Geweigerd(FOUT, woorden), importer)


def _weg(id_: str, inhoud: bytes | str, woorden: str) -> Geval:
    ruw = inhoud.encode() if isinstance(inhoud, str) else inhoud
    return Geval(id_, "lijst.csv", bytes_van(ruw), Geweigerd(ONLEESBAAR, woorden))


def _groot(id_: str, maak: object, woorden: str) -> Geval:
    return Geval(id_, "groot.csv", maak, Geweigerd(ONLEESBAAR, woorden), zwaar=True)  # type: ignore[arg-type]


_CODERINGEN = (
    *(("utf-8-sig", ""), ("utf-16", ""), ("utf-32", "")),
    *(("utf-16-le", "gelezen als UTF-16"), ("utf-16-be", "gelezen als UTF-16")),
    *(("cp1252", "gelezen als Windows-1252"), ("latin-1", "gelezen als Windows-1252")),
    *(("mac-roman", "gelezen als Mac Roman"), ("cp850", "gelezen als MS-DOS (850)")),
)
_INJECTIE = (
    "=cmd|'/c calc'!A0",
    '=HYPERLINK("http://127.0.0.1/?"&A1)',
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "\uff1d1+1",
)

GEVALLEN = (
    # -- encodings
    *(_goed(f"codering-{naam}", ACCENT.encode(naam), ACCENT_NAMEN, melding) for naam, melding in _CODERINGEN),
    _goed("codering-gezegd", ACCENT.encode("cp037"), ACCENT_NAMEN, "", "--codering", "cp037"),
    _weg("codering-half-utf16", ACCENT.encode("utf-16")[:-1], "is beschadigd: het begint als UTF-16"),
    _weg("codering-kapot-utf8", (ACCENT * 3).encode() + b"s3;\xff;School\n", "op rij 10 staat een byte"),
    _weg("codering-dubbele-bom-alleen", codecs.BOM_UTF8 * 2, "is leeg"),
    _goed(
        "mojibake-blijft-en-wordt-gezegd",
        KOP + "s1;CafÃ© Ark;School\n",
        {"s1": "CafÃ© Ark"},
        "verminkte letters",
    ),
    _goed("vervangteken", KOP + "s1;Caf\ufffd;School\n", {"s1": "Caf\ufffd"}, "verminkte letters"),
    _weg("nul-tekens", KOP + "s1;De\x00Ark;School\n", "(NUL), voor het eerst op rij 2"),
    _goed(
        "stuurtekens-gaan-weg", KOP + "s1;\x1b[2JDe \x07Ark\x7f;School\n", {"s1": "[2JDe Ark"}, "stuurtekens"
    ),
    # -- shape
    _weg("alleen-wit", " \n\t\n ; ; \n", "is leeg"),
    _weg("alleen-kop", KOP, "er staan alleen kolomnamen in"),
    _goed(
        "gemengde-regeleinden",
        "id;naam;soort\r\ns1;De Ark;School\ns2;B;Clb\rs3;C;Clb",
        {**ARK, "s2": "B", "s3": "C"},
    ),
    _goed("alleen-cr", "id;naam;soort\rs1;De Ark;School\r", ARK),
    _fout(
        "rijnummers-na-lange-cel",
        'id;naam;soort\ns1;"twee\nregels";School\ns2;B;Nee\n',
        'rij 4, kolom "soort"',
    ),
    _goed("regel-in-een-naam", KOP + 's1;"De\nArk";School\n', {"s1": "De\nArk"}),
    _goed("sep-regel", "sep=,\r\nid,naam,soort\r\ns1,De Ark,School\r\n", ARK),
    _goed("tab", "id\tnaam\tsoort\ns1\tDe Ark\tSchool\n", ARK),
    _goed("streep", "id|naam|soort\ns1|De Ark|School\n", ARK),
    _goed(
        "zestienduizend-lege-kolommen", f"id;naam;soort{';' * 16_000}\ns1;De Ark;School{';' * 16_000}\n", ARK
    ),
    _fout(
        "open-aanhaling", KOP + 's1;"De Ark;School\ns2;B;Clb\n', "iets mis met een aanhalingsteken op rij 2"
    ),
    _fout("aanhaling-midden", KOP + 's1;"De "Ark";School\n', "niet juist vóór het volgende scheidingsteken"),
    _fout("opgeslokt", 'id;naam;soort;straat\ns1;A;Nee;"x\ns2;B;School;y\ns3;C;School;z"\n', "opgeslokt"),
    _fout("titel-boven", "Scholen 2020\n\nid;naam;soort\ns1;De Ark;School\n", "lijkt een titel"),
    _fout("dubbele-kop", "id;naam;Naam;soort\ns1;A;B;School\n", "staat er twee keer"),
    _fout("kop-leeg", "id;naam;;soort\ns1;A;x;School\n", "heeft geen naam"),
    _fout("rij-te-breed", KOP + "s1;A;School;x\n", "heeft 4 cellen, en de kop heeft er 3"),
    _goed("rij-te-smal", "id;naam;soort;straat\ns1;De Ark;School\n", ARK, "minder dan 4 cellen"),
    _fout("rij-gebroken", "id;naam;soort;straat\ns1;De\nArk;School;Dorp\n", "in twee gebroken"),
    # -- values
    *(
        _goed(
            f"formule-is-tekst-{nummer}",
            KOP + f's1;"{tekst.replace(chr(34), chr(34) * 2)}";School\n',
            {"s1": tekst},
        )
        for nummer, tekst in enumerate(_INJECTIE)
    ),
    _goed("bescherming-gaat-eraf", KOP + "s1;'=1+1;School\n", {"s1": "=1+1"}),
    _fout("fouttekst-van-excel", KOP + "s1;#N/B;School\n", "fout van het rekenblad"),
    _goed("emoji", KOP + "s1;De Ark 🚣\u200d♀️;School\n", {"s1": "De Ark 🚣\u200d♀️"}),
    _goed("nfd-wordt-nfc", KOP + f"s1;{unicodedata.normalize('NFD', 'Zoë')};School\n", {"s1": "Zoë"}),
    _goed("onzichtbaar-aan-de-rand", KOP + "\u200bs1\ufeff;\u00a0De Ark\u202e;School\n", ARK),
    _goed("rechts-naar-links", KOP + "s1;مدرسة;School\n", {"s1": "مدرسة"}),
    _fout("onzichtbare-dubbelganger", KOP + "s1;A;School\nS1;B;School\n", "Deze code staat al op rij 2"),
    _fout("code-met-spatie", KOP + "s 1;A;School\n", 'kolom "id"'),
    _goed(
        "verloren-nullen",
        "nummer;naam;gemeente\n3772;De Ark;Genk\n",
        {"003772": "De Ark"},
        "3772 werd 003772",
        importer="scholen",
    ),
    _fout("komma-in-een-geheel-getal", "id;naam;soort;leerlingen\ns1;A;School;12,5\n", 'kolom "leerlingen"'),
    _fout("datum-die-niet-bestaat", "id;naam;soort;sinds\ns1;A;School;30/02/2020\n", 'kolom "sinds"'),
    _fout("naam-van-negenhonderdduizend-tekens", KOP + f"s1;{'x' * 900_000};School\n", "te lang"),
    _fout("kolom-mist", "id;naam\ns1;A\n", 'De kolom "soort" ontbreekt'),
    _goed("pad-als-naam", KOP + "s1;../../etc/passwd;School\n", {"s1": "../../etc/passwd"}),
    _goed(
        "opmaak-in-een-cel",
        KOP + "s1;[bold red]Ark[/] <script>;School\n",
        {"s1": "[bold red]Ark[/] <script>"},
    ),
    # -- size
    _weg(
        "honderdduizend-kolommen",
        ";".join(f"k{n}" for n in range(100_000)) + "\n" + ";".join("1" * 100_000) + "\n",
        "rij met 100000 cellen",
    ),
    _fout(
        "cel-van-een-miljoen",
        KOP + "s1;" + "x" * 1_100_000 + ";School\n",
        "een cel op rij 2 is langer dan 1000000 tekens",
    ),
    _groot("zes-miljoen-cellen", lambda: (KOP + ";" * 6_000_000 + "\n").encode(), "meer dan 3000000 cellen"),
    _groot("zeshonderdduizend-rijen", lambda: (KOP + "s;a;School\n" * 600_000).encode(), "600001 rijen"),
    _groot(
        "zestig-megabyte",
        lambda: (KOP + "s1;" + "x" * 990_000 + ";School\n").encode() * 64,
        "is te groot: 60 MB",
    ),
)
