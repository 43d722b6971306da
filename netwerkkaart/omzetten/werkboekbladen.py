"""Which sheets the workbook has, what stands on each, and which columns of it come first.

This is chosen, once, for writing and for reading; what a column holds derives from the schema, see
:mod:`~netwerkkaart.omzetten.werkboekvorm`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from netwerkkaart.schema.basis import Knoop
from netwerkkaart.schema.knopen import (
    Aanbod,
    Actie,
    Afspraak,
    Contactpersoon,
    Coordinator,
    Forum,
    GoedePraktijk,
    Hiaat,
    Inventarisatie,
    LerendNetwerk,
    Overleg,
)
from netwerkkaart.schema.organisaties import ORGANISATIES
from netwerkkaart.schema.register import BANDEN, TYPEN
from netwerkkaart.schema.vocabularia import fold

FORMAAT = 1
"""Version of the workbook; another version is refused with a sentence."""

UITLEG, LIJSTEN, STAND = "Uitleg", "Lijsten", "_stand"
"""Sheets without rows of the coordinator: the explanation, the lists behind the drop-downs, and what
was exported."""

VOORBEELD = "voorbeeld"
"""Marks the example row: the first cell says so, alone or before a colon."""


@dataclass(frozen=True, slots=True)
class Verbandkolom:
    """A column of a sheet of nodes whose cells name the other ends of relations.

    Args:
        naam: header.
        type: type of the relations.
        uitgaand: the node of the row is where they begin.
        uitleg: what the column means, in Dutch.
    """

    naam: str
    type: str
    uitgaand: bool
    uitleg: str

    @property
    def mag(self) -> tuple[str, ...]:
        """Labels that may stand in the cell."""
        soort = TYPEN[self.type].soort
        return soort.naar if self.uitgaand else soort.van


@dataclass(frozen=True, slots=True)
class Knoopblad:
    """A sheet on which one row is one node.

    Args:
        naam: name of the sheet.
        modellen: the kinds that stand on it; several have a column ``soort``.
        uitleg: what it is for, in Dutch.
        eerst: columns that come first, in order; the other properties follow in the order of the schema.
        verbanden: columns that name the other ends of relations.
        nuttig: columns that analyses need; what is empty there is shown.
        personen: holds contact persons; only on request.
    """

    naam: str
    modellen: tuple[type[Knoop], ...]
    uitleg: str
    eerst: tuple[str, ...] = ()
    verbanden: tuple[Verbandkolom, ...] = ()
    nuttig: frozenset[str] = frozenset()
    personen: bool = False

    @property
    def labels(self) -> tuple[str, ...]:
        """Labels of the kinds on this sheet."""
        return tuple(model.soort.label for model in self.modellen)


@dataclass(frozen=True, slots=True)
class Relatieblad:
    """A sheet on which one row is one relation.

    Args:
        naam, uitleg, eerst, nuttig: as for :class:`Knoopblad`.
        types: the types that stand on it; several have a column ``relatie``.
        van, naar: headers of the two ends.
    """

    naam: str
    types: tuple[str, ...]
    uitleg: str
    van: str
    naar: str
    eerst: tuple[str, ...] = ()
    nuttig: frozenset[str] = frozenset()
    personen: bool = False


Blad = Knoopblad | Relatieblad


def _verband(naam: str, type_: str, uitgaand: bool, uitleg: str) -> Verbandkolom:
    return Verbandkolom(naam, type_, uitgaand, uitleg)


GEMEENTE = _verband("gemeente", "LIGT_IN", True, "Gemeente waarin de organisatie ligt.")
"""Read as in a plain table of organisations: name, part of a municipality or former name."""

ORGANISATIEBLAD = Knoopblad(
    "Organisaties",
    ORGANISATIES,
    "Scholen, CLB's, jeugdhulp, GGZ, NAFT, werk, lokale besturen: één rij per organisatie of vestiging.",
    ("naam", "soort", "gemeente", "straat", "huisnummer", "postcode", "niveaus", "themas", "continuum",
     "telefoon", "email", "website", "onderdeel van", "bevestigd_op"),
    (GEMEENTE, _verband("onderdeel van", "ONDERDEEL_VAN", True, "Bestuur of scholengemeenschap.")),
    frozenset({"gemeente", "niveaus"}),
)  # fmt: skip

BLADEN: tuple[Blad, ...] = (
    ORGANISATIEBLAD,
    Relatieblad(
        "Relaties",
        (*BANDEN, "CONTACT_MET", "TANDEM_MET"),
        "Wie werkt met wie: begeleiding, samenwerking, doorverwijzing, en met wie u zelf contact hebt.",
        "van",
        "naar",
        ("stap", "sterkte", "bevestiging", "bevestigd_op", "via"),
    ),
    Knoopblad(
        "Aanbod",
        (Aanbod,),
        "Wat er aangeboden wordt: voor welke stap, wie en waar, en hoeveel plaats er is.",
        ("naam", "aanbieders", "gebied", "continuum", "themas", "doelgroepen", "leeftijd_van",
         "leeftijd_tot", "capaciteit", "bezet", "wachttijd_weken"),
        (
            _verband("aanbieders", "BIEDT", False, "Wie het aanbiedt."),
            _verband("gebied", "BEREIKT", True, "Gemeenten die het bereikt, of een regio als regio:limburg."),
        ),
        frozenset({"aanbieders", "gebied", "capaciteit", "bezet", "wachttijd_weken"}),
    ),
    Knoopblad("Fora", (Forum,), "Bestaande overlegtafels.", ("naam", "regio", "frequentie", "themas")),
    Relatieblad(
        "Deelnames", ("NEEMT_DEEL_AAN",), "Wie aan welk forum deelneemt.", "deelnemer", "forum", ("zetels",)
    ),
    Knoopblad("Netwerken", (LerendNetwerk,), "Lerende netwerken.", ("naam", "regio", "themas")),
    Relatieblad(
        "Leden",
        ("LID_VAN",),
        "Wie lid is van welk lerend netwerk, en hoe sterk.",
        "lid",
        "netwerk",
        ("engagement",),
        frozenset({"engagement"}),
    ),
    Knoopblad(
        "Coördinatoren",
        (Coordinator,),
        "Coördinatoren van het lerend netwerk en van Samen tegen Schooluitval.",
        ("naam", "rol", "regio", "email", "telefoon", "coördineert", "werkt voor"),
        (
            _verband("coördineert", "COORDINEERT", True, "Lerende netwerken en fora die ze coördineert."),
            _verband("werkt voor", "WERKT_VOOR", True, "Organisatie waarvoor ze werkt."),
        ),
    ),
    Knoopblad(
        "Contacten",
        (Contactpersoon,),
        "Contactpersonen: alleen professionele gegevens. Stuur dit blad nooit door.",
        ("naam", "functie", "email", "telefoon", "werkt voor"),
        (_verband("werkt voor", "WERKT_VOOR", True, "Organisatie waarvoor de contactpersoon werkt."),),
        personen=True,
    ),
    Knoopblad(
        "Overleg",
        (Overleg,),
        "Bijeenkomsten: wanneer, waarover, wie er was en wat eruit kwam.",
        ("naam", "datum", "overleg van", "aanwezig", "agenda", "besproken", "uitkomst"),
        (
            _verband("overleg van", "OVERLEG_VAN", True, "Forum of lerend netwerk dat bijeenkwam."),
            _verband("aanwezig", "AANWEZIG_OP", False, "Organisaties en coördinatoren die er waren."),
            _verband(
                "besproken", "AGENDEERT", True, "Hiaten, acties, praktijken en afspraken op de agenda."
            ),
        ),
        frozenset({"overleg van", "aanwezig"}),
    ),
    Knoopblad(
        "Acties",
        (Actie,),
        "Wat afgesproken is te doen: wie, tegen wanneer, en wat eruit kwam.",
        ("naam", "wie", "deadline", "toestand", "uitkomst"),
        (_verband("wie", "VERANTWOORDELIJK_VOOR", False, "Wie het doet."),),
        frozenset({"wie", "deadline"}),
    ),
    Knoopblad(
        "Afspraken",
        (Afspraak,),
        "Afspraken over snelle, gepaste hulp, met de partijen erbij.",
        ("naam", "omschrijving", "partijen", "continuum", "themas", "doelgroepen"),
        (_verband("partijen", "PARTIJ_BIJ", False, "Organisaties die de afspraak maakten."),),
        frozenset({"partijen", "doelgroepen"}),
    ),
    Knoopblad(
        "Hiaten",
        (Hiaat,),
        "Hiaten die partners melden. Wat het programma zelf berekent, staat hier niet.",
        ("naam", "omschrijving", "gemeld door", "thema", "stap", "doelgroepen", "regio", "gemeenten"),
        (_verband("gemeld door", "GEMELD_DOOR", True, "Organisaties die het melden."),),
        frozenset({"thema", "stap"}),
    ),
    Knoopblad(
        "Praktijken",
        (GoedePraktijk,),
        "Goede praktijken, en wie ze toepast.",
        ("naam", "omschrijving", "toegepast door", "continuum", "themas", "doelgroepen"),
        (_verband("toegepast door", "PAST_TOE", False, "Organisaties die ze toepassen."),),
        frozenset({"continuum", "themas"}),
    ),
    Knoopblad(
        "Inventarisaties",
        (Inventarisatie,),
        "Wat in kaart gebracht is. Alleen wat hier staat, telt: zo blijft een hiaat iets anders dan een "
        "witte vlek.",
        ("naam", "regio", "gemeenten", "thema", "stap", "doelgroepen", "volledig", "datum", "door"),
    ),
)  # fmt: skip
"""All sheets with rows, in their order."""

BUITEN_SOORTEN = frozenset(
    {"Bevraging", "Antwoord", "Gemeente", "Regio", "Drempelkeuze", "Koppeling", "Wissing", "Bron"}
)
"""Kinds without a sheet: question rounds have a way of their own, areas come with the organisations,
and thresholds and sources are the program's."""

BUITEN_TYPEN = frozenset(
    {"BEVRAAGD_IN", "ANTWOORD_OP", "GEGEVEN_DOOR", "NAMENS", "NOEMT", "MELDT"}
    | {"NIET_HETZELFDE_ALS", "DEEL_VAN"}
)
"""Types without a place, for the same reasons."""


def find_blad(naam: str) -> Blad | None:
    """The sheet of this name; case, accents and blanks do not matter.

    >>> find_blad("coordinatoren").naam, find_blad("Notities")
    ('Coördinatoren', None)
    """
    return _per_naam().get(fold(naam))


@cache
def _per_naam() -> dict[str, Blad]:
    return {fold(blad.naam): blad for blad in BLADEN}
