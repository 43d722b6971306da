"""A workbook is a ZIP archive of XML: look at all of it, and hand on only what was looked at.

Two programs may read one crafted archive differently: parts that occur twice, sizes that lie, a
directory that contradicts the parts. So the parser never sees the archive of the user. It gets a new
one, unpacked, written from the very bytes that were judged here, without pictures, macros, comments
and the like. It also has less to do. What is left out is searched for register numbers on the way.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Final

from netwerkkaart.fouten import OnleesbaarBestand
from netwerkkaart.inlezen.cellen import Celfout, XlsxKijker, XmlKijker, met_dtd, te_veel_cellen
from netwerkkaart.inlezen.formaat import ZIP_FOUTEN, Formaat
from netwerkkaart.inlezen.grenzen import (
    MAX_CELLEN,
    MAX_ELEMENTEN,
    MAX_ONDERDELEN,
    MAX_UITGEPAKT,
    MAX_VERHOUDING,
    VERHOUDING_VANAF,
)
from netwerkkaart.inlezen.odscellen import OdsKijker
from netwerkkaart.inlezen.restanten import Restant, Zoeker, is_picture, search_embedded

_STUK: Final = 2**20
_TEKSTDELEN: Final = (".xml", ".rels", ".vml", ".txt", ".html", ".htm", ".svg", ".rdf", ".json")
_INGESLOTEN: Final = 20 * 2**20
_KLEIN_DEEL: Final = 4 * 2**20
_HERSTEL: Final = "Open het bestand in Excel of LibreOffice, laat het herstellen, en bewaar het opnieuw."
_VOORZORG: Final = "Het bestand is uit voorzorg niet geopend."
# Parts that hold no cells. What is in them we do not want: pictures, macros, remarks of persons.
_OVERSLAAN: Final = re.compile(
    r"xl/(drawings|media|theme|charts|chartsheets|diagrams|embeddings|activex|ctrlprops|printersettings|pivot\w*"
    r"|queries|querytables|externallinks|slicers|slicercaches|persons|threadedcomments|customproperty|webextensions)/"
    r"|xl/(comments|calcchain|connections|metadata|volatiledependencies)|customxml/|docprops/"
)
_ODS_DELEN: Final = frozenset({"content.xml", "meta-inf/manifest.xml"})


@dataclass(slots=True)
class Bevinding:
    """What was seen in a workbook.

    Args:
        fouten: cells without a knowable value, by sheet name.
        fouten_geteld: how many there are; ``fouten`` holds the first only.
        restanten: what stands beside the cells and looks like pupil data.
    """

    fouten: list[Celfout] = field(default_factory=list)
    fouten_geteld: int = 0
    restanten: list[Restant] = field(default_factory=list)


def herpak(inhoud: bytes, formaat: Formaat, bestand: str, doel: Path) -> Bevinding:
    """Judge a workbook, and write the part of it that holds cells to a plain archive.

    Time and memory: one pass over the unpacked bytes, a megabyte at a time.

    Args:
        inhoud: all bytes of the file.
        formaat: XLSX or ODS.
        bestand: name of the file, for the sentences.
        doel: where the plain archive is written; the folder exists.

    Raises:
        OnleesbaarBestand: damaged, behind a password, or of a shape that no office program writes.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            delen = _keur_inhoudsopgave(archief, bestand)
            with zipfile.ZipFile(doel, "w", zipfile.ZIP_STORED) as nieuw:
                if formaat is Formaat.ODS:
                    return _herpak_ods(archief, delen, nieuw, bestand)
                return _herpak_xlsx(archief, delen, nieuw, bestand)
    except ZIP_FOUTEN as fout:
        raise OnleesbaarBestand(
            f"{bestand} is een beschadigde of onvolledige werkmap.", hulp=_HERSTEL
        ) from fout


def _keur_inhoudsopgave(archief: zipfile.ZipFile, bestand: str) -> list[zipfile.ZipInfo]:
    """Refuse what can be refused without unpacking; give the parts."""
    delen = [deel for deel in archief.infolist() if not deel.filename.endswith("/")]
    if not all(deel.filename for deel in delen):
        raise OnleesbaarBestand(f"{bestand} bevat een onderdeel zonder naam. {_VOORZORG}", hulp=_HERSTEL)
    if len(delen) > MAX_ONDERDELEN:
        raise OnleesbaarBestand(
            f"{bestand} bestaat uit {len(delen)} onderdelen, en dat zijn er te veel. {_VOORZORG}",
            hulp=_HERSTEL,
        )
    namen = [_vlak(deel.filename) for deel in delen]
    if len(set(namen)) < len(namen):
        raise OnleesbaarBestand(
            f"{bestand} bevat een onderdeel dat twee keer voorkomt. {_VOORZORG}", hulp=_HERSTEL
        )
    for deel in delen:
        if deel.flag_bits & 0x1:
            raise OnleesbaarBestand(
                f"{bestand} is beveiligd met een wachtwoord.",
                hulp="Haal het wachtwoord weg en bewaar het opnieuw.",
            )
        if deel.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise OnleesbaarBestand(
                f"{bestand} is op een ongewone manier ingepakt. {_VOORZORG}", hulp=_HERSTEL
            )
        if deel.file_size > max(VERHOUDING_VANAF, MAX_VERHOUDING * deel.compress_size):
            raise _bom(bestand)
    if sum(deel.file_size for deel in delen) > MAX_UITGEPAKT:
        raise _bom(bestand)
    op_volgorde = sorted(delen, key=lambda deel: deel.header_offset)
    for deel, volgende in pairwise(op_volgorde):
        # A part begins with at least 30 bytes and its name. (zipfile sees this from Python 3.11.8 on.)
        einde = deel.header_offset + 30 + len(deel.filename) + deel.compress_size
        if einde > volgende.header_offset:
            raise OnleesbaarBestand(
                f"{bestand} bevat onderdelen die over elkaar liggen. {_VOORZORG}", hulp=_HERSTEL
            )
    return delen


def _vlak(naam: str) -> str:
    """A name as readers compare it: without case, with forward slashes."""
    return naam.replace("\\", "/").lstrip("/").lower()


def _bom(bestand: str) -> OnleesbaarBestand:
    return OnleesbaarBestand(
        f"{bestand} is veel groter dan het lijkt: uitgepakt past het niet in het geheugen. {_VOORZORG}",
        hulp="Laat afbeeldingen, kolommen en bladen weg die niet nodig zijn, en bewaar het opnieuw.",
    )


def _kopieer(
    archief: zipfile.ZipFile,
    deel: zipfile.ZipInfo,
    nieuw: zipfile.ZipFile,
    kijker: XmlKijker,
    zoeker: Zoeker | None = None,
) -> None:
    """Unpack one part, show it to the looker and write it, piece by piece."""
    elementen = 0
    # zipfile stops at the size that the directory tells, so a lie about it only cuts the part short.
    with archief.open(deel) as bron, nieuw.open(deel.filename.replace("\\", "/"), "w") as uit:
        while stuk := bron.read(_STUK):
            elementen += stuk.count(b"<")
            if elementen > MAX_ELEMENTEN:
                raise _bom(kijker.bestand)
            kijker.voer(stuk)
            if zoeker is not None:
                zoeker.voer(stuk)
            uit.write(stuk)
    kijker.sluit()
    if zoeker is not None:
        zoeker.sluit()


def _doorzoek(archief: zipfile.ZipFile, deel: zipfile.ZipInfo, bestand: str) -> list[Restant]:
    """Search a part that the parser does not get."""
    naam = _vlak(deel.filename)
    if is_picture(naam):
        return []
    zoeker = Zoeker()
    if naam.endswith(_TEKSTDELEN):
        with archief.open(deel) as bron:
            while stuk := bron.read(_STUK):
                zoeker.voer(stuk)
        zoeker.sluit()
        if zoeker.dtd:
            raise met_dtd(bestand)
    elif deel.file_size <= _INGESLOTEN:
        search_embedded(archief.read(deel), zoeker)
    return zoeker.as_restanten(naam)


def _herpak_ods(
    archief: zipfile.ZipFile, delen: list[zipfile.ZipInfo], nieuw: zipfile.ZipFile, bestand: str
) -> Bevinding:
    nieuw.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    bevinding = Bevinding()
    for deel in delen:
        naam = _vlak(deel.filename)
        if naam == "meta-inf/manifest.xml":
            with archief.open(deel) as bron:
                beveiligd = b"encryption-data" in bron.read(_KLEIN_DEEL)
            if beveiligd:
                raise OnleesbaarBestand(
                    f"{bestand} is beveiligd met een wachtwoord.",
                    hulp="Bewaar het in LibreOffice opnieuw, zonder wachtwoord.",
                )
        if naam == "content.xml":
            kijker = OdsKijker(bestand, naam)
            _kopieer(archief, deel, nieuw, kijker)
            bevinding.fouten += kijker.fouten
            bevinding.fouten_geteld += kijker.fouten_geteld
            bevinding.restanten += kijker.zoeker.as_restanten(naam)
        elif naam in _ODS_DELEN:
            _kopieer(archief, deel, nieuw, XmlKijker(bestand, naam))
        elif naam != "mimetype":
            bevinding.restanten += _doorzoek(archief, deel, bestand)
    return bevinding


def _herpak_xlsx(
    archief: zipfile.ZipFile, delen: list[zipfile.ZipInfo], nieuw: zipfile.ZipFile, bestand: str
) -> Bevinding:
    bevinding = Bevinding()
    cellen = 0
    overgeslagen: list[zipfile.ZipInfo] = []
    gezocht: list[tuple[str, Zoeker]] = []
    bladen = _bladnamen(archief, delen, bestand)
    for deel in delen:
        naam = _vlak(deel.filename)
        if not naam.endswith((".xml", ".rels")) or _OVERSLAAN.match(naam):
            overgeslagen.append(deel)
            continue
        # Any part may be named as a sheet by the workbook, so all are looked at as if they were.
        kijker = XlsxKijker(bestand, naam)
        zoeker = Zoeker(is_blad=naam in bladen)
        _kopieer(archief, deel, nieuw, kijker, zoeker)
        gezocht.append((naam, zoeker))
        bevinding.fouten += kijker.fouten
        bevinding.fouten_geteld += kijker.fouten_geteld
        cellen += kijker.cellen
        if cellen > MAX_CELLEN:
            raise te_veel_cellen(bestand)
    for naam, zoeker in gezocht:
        bevinding.restanten += zoeker.as_restanten(naam, bladen.get(naam, ""))
    for deel in overgeslagen:
        bevinding.restanten += _doorzoek(archief, deel, bestand)
    bevinding.fouten = [replace(fout, blad=bladen.get(fout.blad, fout.blad)) for fout in bevinding.fouten]
    return bevinding


def _bladnamen(archief: zipfile.ZipFile, delen: list[zipfile.ZipInfo], bestand: str) -> dict[str, str]:
    """Name of the sheet by name of its part; what cannot be found is left out."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    klein = {_vlak(deel.filename): deel for deel in delen if deel.file_size < _KLEIN_DEEL}
    if "xl/workbook.xml" not in klein or "xl/_rels/workbook.xml.rels" not in klein:
        return {}
    try:
        relaties = fromstring(archief.read(klein["xl/_rels/workbook.xml.rels"]))
        werkboek = fromstring(archief.read(klein["xl/workbook.xml"]))
    except (ParseError, DefusedXmlException, LookupError):
        return {}  # the looker says what is wrong with it
    doelen = {
        relatie.get("Id", ""): _vlak(posixpath.normpath(posixpath.join("/xl", relatie.get("Target", ""))))
        for relatie in relaties
    }
    namen: dict[str, str] = {}
    for element in werkboek.iter():
        if element.tag.rpartition("}")[2] == "sheet":
            sleutel = next((waarde for naam, waarde in element.items() if naam.endswith("}id")), "")
            doel = doelen.get(sleutel, "")
            if doel in namen:  # one heavy part could be read a thousand times
                raise OnleesbaarBestand(
                    f"{bestand} toont hetzelfde blad onder twee namen. {_VOORZORG}", hulp=_HERSTEL
                )
            namen[doel] = element.get("name", "")
    return namen
