"""How the map groups and marks what it draws: kinds, zones of the ring, and groups of ties.

Colour is the sector, shape and letter are the kind; the page holds the colours and shapes by these
codes, so that a picture and its legend can never differ.
"""

from __future__ import annotations

from dataclasses import dataclass

from netwerkkaart.schema.register import SOORTEN


@dataclass(frozen=True, slots=True)
class Kaartsoort:
    """One row of the legend "Wie".

    Args:
        code: stable code, also in the address of a page.
        naam: plural that people read.
        enkel: singular, for the panel of one organisation.
        zone: code of the zone of the ring.
        kleur: code of the colour: a sector, or ``overleg``.
        vorm: code of the shape.
        letter: letter inside the shape; empty for none.
    """

    code: str
    naam: str
    enkel: str
    zone: str
    kleur: str
    vorm: str
    letter: str = ""


def _plural(label: str) -> str:
    woord = SOORTEN[label].soort.meervoud
    return woord[0].upper() + woord[1:]


KAARTSOORTEN: tuple[Kaartsoort, ...] = (
    Kaartsoort("basis", "Basisscholen", "Basisschool", "scholen", "onderwijs", "cirkel"),
    Kaartsoort("secundair", "Secundaire scholen", "Secundaire school", "scholen", "onderwijs", "ring"),
    Kaartsoort(
        "basis-secundair",
        "Basis en secundair",
        "Basis- en secundaire school",
        "scholen",
        "onderwijs",
        "dubbel",
    ),
    Kaartsoort("school", "Niveau onbekend", "School (niveau onbekend)", "scholen", "onderwijs", "open"),
    Kaartsoort("clb", "CLB-vestigingen", "CLB", "clb", "onderwijs", "vierkant", "C"),
    Kaartsoort(
        "begeleiding",
        _plural("Begeleidingsdienst"),
        "Pedagogische begeleidingsdienst",
        "clb",
        "onderwijs",
        "vierkant",
        "B",
    ),
    Kaartsoort(
        "ondersteuning",
        _plural("Ondersteuningsnetwerk"),
        "Ondersteuningsnetwerk",
        "clb",
        "onderwijs",
        "vierkant",
        "O",
    ),
    Kaartsoort("naft", _plural("NaftAanbieder"), "NAFT-aanbieder", "naft", "naft", "ruit"),
    Kaartsoort(
        "jeugdhulp", _plural("Jeugdhulpaanbieder"), "Jeugdhulpaanbieder", "welzijn", "welzijn", "driehoek"
    ),
    Kaartsoort(
        "ggz", _plural("GeestelijkeGezondheidszorg"), "GGZ-dienst", "gezondheid", "gezondheid", "plus"
    ),
    Kaartsoort("werk", _plural("Werkactor"), "Werkactor", "werk", "werk", "vijfhoek"),
    Kaartsoort("lokaal", _plural("LokaalBestuur"), "Lokaal bestuur", "lokaal", "lokaal", "huis"),
    Kaartsoort("andere", _plural("AndereOrganisatie"), "Andere organisatie", "andere", "andere", "omgekeerd"),
    Kaartsoort("forum", "Overlegfora", "Overlegforum", "overleg", "overleg", "zeshoek"),
    Kaartsoort("netwerk", _plural("LerendNetwerk"), "Lerend netwerk", "overleg", "overleg", "zeshoekvol"),
    Kaartsoort("coordinator", _plural("Coordinator"), "Coördinator", "overleg", "overleg", "ster"),
)

SOORTCODE: dict[str, int] = {soort.code: plaats for plaats, soort in enumerate(KAARTSOORTEN)}

SOORT_VAN_LABEL: dict[str, str] = {
    "School": "school",
    "Clb": "clb",
    "Begeleidingsdienst": "begeleiding",
    "Ondersteuningsnetwerk": "ondersteuning",
    "NaftAanbieder": "naft",
    "Jeugdhulpaanbieder": "jeugdhulp",
    "GeestelijkeGezondheidszorg": "ggz",
    "Werkactor": "werk",
    "LokaalBestuur": "lokaal",
    "AndereOrganisatie": "andere",
    "Forum": "forum",
    "LerendNetwerk": "netwerk",
    "Coordinator": "coordinator",
}
"""Kind on the map by label; a ``School`` is told apart further by its levels. Others are not drawn."""


@dataclass(frozen=True, slots=True)
class Zone:
    """One part of the ring, clockwise from the top in the order of :data:`ZONES`.

    Args:
        code: code, also used by :class:`Kaartsoort`.
        naam: title at the ring.
        kort: short title, for small screens and lists.
        kleur: code of the colour.
        rijen: dots are stacked outwards in at most this many rows.
    """

    code: str
    naam: str
    kort: str
    kleur: str
    rijen: int = 4


ZONES: tuple[Zone, ...] = (
    Zone("naft", "NAFT", "NAFT", "naft"),
    Zone("welzijn", "Welzijn", "Welzijn", "welzijn"),
    Zone("gezondheid", "Gezondheid", "GGZ", "gezondheid"),
    Zone("werk", "Werk", "Werk", "werk"),
    Zone("andere", "Andere", "Andere", "andere"),
    Zone("lokaal", "Lokaal bestuur", "Lokaal", "lokaal"),
    Zone("overleg", "Overleg", "Overleg", "overleg"),
    Zone("scholen", "Scholen", "Scholen", "onderwijs", rijen=7),
    Zone("clb", "CLB en ondersteuning", "CLB e.a.", "onderwijs"),
)


@dataclass(frozen=True, slots=True)
class Bandgroep:
    """One row of the legend "Welke band".

    Args:
        code: stable code.
        naam: what people read.
        typen: types of relations that it holds.
        lijn: code of the line style in the legend.
        vast: true when the tie follows from a list, not from working together.
        overleg: true when it is a seat in a forum or network, which is no tie between organisations.
    """

    code: str
    naam: str
    typen: tuple[str, ...]
    lijn: str
    vast: bool = False
    overleg: bool = False


BANDGROEPEN: tuple[Bandgroep, ...] = (
    Bandgroep("clb", "CLB – school", ("BEGELEIDT",), "dun", vast=True),
    Bandgroep("ondersteuning", "Ondersteuning", ("ONDERSTEUNT", "ADVISEERT"), "punt", vast=True),
    Bandgroep("samenwerking", "Samenwerking", ("WERKT_SAMEN_MET",), "dik"),
    Bandgroep("doorverwijzing", "Doorverwijzing", ("VERWIJST_NAAR",), "pijl"),
    Bandgroep(
        "overleg", "Deelname overleg", ("NEEMT_DEEL_AAN", "LID_VAN", "COORDINEERT"), "streep", overleg=True
    ),
    Bandgroep("contact", "Contact coördinator", ("CONTACT_MET",), "streep", overleg=True),
)
