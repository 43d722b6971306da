"""Archives that lie: bombs, doubles, sizes, names that point outside, passwords."""

from __future__ import annotations

import zlib
from dataclasses import replace
from functools import cache

from tests.inlezen.vijandig.bouw import Deel, blad_xml, rijen_xml, xlsx_delen, zip_van
from tests.inlezen.vijandig.geval import ONLEESBAAR, Aanvaard, Geval, Geweigerd

ARK = {"s1": "De Ark"}
BLAD = "xl/worksheets/sheet1.xml"


@cache
def _nullen(megabyte: int) -> bytes:
    pakker = zlib.compressobj(9, zlib.DEFLATED, -15)
    return pakker.compress(bytes(megabyte * 2**20)) + pakker.flush()


def _bom(naam: str, megabyte: int) -> Deel:
    """A part of zeros that tells the truth about its size, but not about its sum."""
    return Deel(naam, b"", ingepakt=_nullen(megabyte), grootte=megabyte * 2**20)


def _met(*meer: Deel, **anders: object) -> bytes:
    """A good workbook with more parts, or with the sheet changed."""
    delen = [replace(deel, **anders) if anders and deel.naam == BLAD else deel for deel in xlsx_delen()]  # type: ignore[arg-type]
    return zip_van([*delen, *meer])


def _weg(id_: str, maak: object, woorden: str, zwaar: bool = False) -> Geval:
    return Geval(id_, "boek.xlsx", maak, Geweigerd(ONLEESBAAR, woorden), zwaar=zwaar)  # type: ignore[arg-type]


def _goed(id_: str, maak: object) -> Geval:
    return Geval(id_, "boek.xlsx", maak, Aanvaard(ARK))  # type: ignore[arg-type]


def _vele_bommen() -> bytes:
    een = _bom("xl/media/a.xml", 9)
    return _met(*(replace(een, naam=f"xl/media/{nummer}.xml") for nummer in range(60)))


def _overlap() -> bytes:
    """Sixty parts that are all the same bytes: a bomb of any size in no space."""
    delen = xlsx_delen()
    bom = _bom("xl/media/0.xml", 9)
    plek = len(delen)
    return zip_van(
        [*delen, bom, *(replace(bom, naam=f"xl/media/{n}.xml", op_plaats_van=plek) for n in range(1, 40))]
    )


def _genest(methode: int) -> bytes:
    binnen = zip_van([_bom(f"{n}.xml", 9) for n in range(20)])
    for _ in range(3):
        binnen = zip_van([Deel(f"{n}.zip", binnen, methode=0) for n in range(4)])
    return _met(Deel("xl/embeddings/oleObject1.xlsx", binnen, methode=methode))


def _half() -> bytes:
    ruw = zip_van(xlsx_delen())
    return ruw[: len(ruw) // 2]


def _beschadigd() -> bytes:
    ruw = bytearray(zip_van(xlsx_delen()))
    begin = ruw.index(b"sheet1.xml") + 40
    ruw[begin : begin + 20] = bytes(20)
    return bytes(ruw)


GEVALLEN = (
    _weg(
        "bom-in-een-blad",
        lambda: _met(inhoud=b"", ingepakt=_nullen(60), grootte=60 * 2**20),
        "veel groter dan het lijkt",
    ),
    _weg("bom-naast-het-blad", lambda: _met(_bom("xl/media/image1.png", 60)), "veel groter dan het lijkt"),
    _weg("vele-kleine-bommen", _vele_bommen, "veel groter dan het lijkt"),
    _weg(
        "bom-zegt-dat-hij-klein-is",
        lambda: _met(inhoud=b"", ingepakt=_nullen(60), grootte=1_000, crc=0),
        "beschadigde of onvolledige",
    ),
    _weg(
        "bom-als-mimetype",
        lambda: zip_van([replace(_bom("mimetype", 60), grootte=2**32 - 2)]),
        "ingepakt bestand (ZIP)",
    ),
    _weg("overlappende-onderdelen", _overlap, "over elkaar"),
    _weg("geneste-bommen", lambda: _genest(8), "veel groter dan het lijkt"),
    _goed("geneste-bommen-blijven-toe", lambda: _genest(0)),
    _weg(
        "tweeduizend-onderdelen",
        lambda: _met(*(Deel(f"xl/media/{n}.png", b"", methode=0) for n in range(2_100))),
        "onderdelen, en dat zijn er te veel",
    ),
    _weg(
        "zestigduizend-onderdelen",
        lambda: _met(*(Deel(f"{n}", b"", methode=0) for n in range(60_000))),
        "te veel onderdelen",
    ),
    _weg("dubbel-onderdeel", lambda: _met(Deel(BLAD, b"<worksheet/>")), "twee keer voorkomt"),
    _weg(
        "dubbel-in-hoofdletters",
        lambda: _met(Deel("XL/Worksheets/SHEET1.xml", b"<worksheet/>")),
        "twee keer voorkomt",
    ),
    _weg(
        "dubbel-met-backslash",
        lambda: _met(Deel("xl\\worksheets\\sheet1.xml", b"<worksheet/>")),
        "twee keer voorkomt",
    ),
    _weg("wachtwoord-op-een-onderdeel", lambda: _met(vlaggen=0x801), "beveiligd met een wachtwoord"),
    _weg("ongewoon-ingepakt", lambda: _met(methode=12), "ongewone manier ingepakt"),
    _weg(
        "andere-naam-binnenin",
        lambda: _met(lokale_naam="xl/worksheets/anders1.xml"),
        "beschadigde of onvolledige",
    ),
    _weg("verkeerde-controlesom", lambda: _met(crc=1), "beschadigde of onvolledige"),
    _weg(
        "kapotte-mimetype",
        lambda: zip_van([Deel("mimetype", b"x" * 46, ingepakt=b"\x00\xc1\x81\x09\x00")]),
        "beschadigde of onvolledige",
    ),
    _weg("onderdeel-zonder-naam", lambda: _met(Deel("", b"x")), "onderdeel zonder naam"),
    _weg("half-bestand", _half, "beschadigde of onvolledige"),
    _weg("beschadigd", _beschadigd, "beschadigde of onvolledige"),
    _goed(
        "pad-naar-buiten",
        lambda: _met(
            Deel("../../../tmp/netwerkkaart-kwaad.xml", b"<x/>"),
            Deel("/etc/netwerkkaart-kwaad", b"x"),
            Deel("C:\\Windows\\kwaad.xml", b"<x/>"),
        ),
    ),
    _weg(
        "koppeling-als-onderdeel",
        lambda: _met(Deel("xl/kwaad.xml", b"/etc/passwd", methode=0, attributen=0o120777 << 16)),
        "geen geldige XML",
    ),
    _goed("blad-als-koppeling", lambda: _met(attributen=0o120777 << 16)),
    _goed("rommel-voor-en-na", lambda: b"".join([zip_van(xlsx_delen(), b"commentaar")])),
    _goed("map-als-onderdeel", lambda: _met(Deel("xl/leeg/", b"", methode=0))),
    _weg(
        "verre-cel-in-een-ander-onderdeel",
        lambda: _met(
            Deel(
                "xl/elders.xml",
                blad_xml(rijen_xml([["x"]]) + '<row r="9"><c r="XFD1048576"><v>1</v></c></row>').encode(),
            )
        ),
        "de laatste gevulde cel",
    ),
)
