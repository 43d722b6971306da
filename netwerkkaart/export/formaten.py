"""The formats: for each its name, who reads it, and where its writer stands."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import BinaryIO, cast

from netwerkkaart.export.gegevens import Gegevens
from netwerkkaart.fouten import Afsluitcode, GebruikersFout

Schrijver = Callable[[BinaryIO], None]
"""Writes one file."""
Bestand = Callable[[Gegevens, BinaryIO], None]
"""What a format of one file is: it writes all that is exported."""
Pakket = Callable[[Gegevens], Mapping[str, Schrijver]]
"""What a format of several files is: a writer by the name of each file, in the order of writing."""


@dataclass(frozen=True, slots=True)
class Leest:
    """What a format looks at that passes over the properties of relations: the rest need not be chosen from.

    Args:
        typen: types of relations; None: all.
        velden: properties of nodes, names come along; None: all.
    """

    typen: frozenset[str] | None = None
    velden: frozenset[str] | None = None


_HSDS = Leest(
    frozenset({"BIEDT", "BEREIKT", "WERKT_VOOR", "LIGT_IN", "DEEL_VAN"}),
    frozenset(
        ("continuum", "themas", "doelgroepen", "ook_bekend_als", "website", "tot", "wachttijd_weken",
         "leeftijd_van", "leeftijd_tot", "bron_datum", "nis", "gemeente", "regio", "deelgemeente", "straat",
         "huisnummer", "postcode", "email", "telefoon", "kbo", "ovo", "functie", "breedte", "lengte")
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Formaat:
    """One format.

    Args:
        naam: as on the command line.
        kort: what it is, in one line.
        voor: the programs that read it.
        inhoud: what is in it, and what it cannot hold.
        ending: of the name of the file; of a package, the one of its ZIP: without it, it is a folder.
        functie: ``module:function`` of a :data:`Bestand`, or of a :data:`Pakket`.
        pakket: true for a :data:`Pakket`.
        leest: what it looks at; None: everything, the properties of relations too.
        verder: what to do with it next, in a sentence; ``{uit}`` is where it was written.
    """

    naam: str
    kort: str
    voor: str
    inhoud: str
    ending: str
    functie: str
    pakket: bool = False
    verder: str = ""
    leest: Leest | None = None

    @property
    def bestandsnaam(self) -> str:
        """What it is called when nobody chooses: never as another format."""
        gedeeld = sum(formaat.ending == self.ending for formaat in FORMATEN.values()) > 1
        return f"netwerkkaart{f'-{self.naam}' if gedeeld else ''}{self.ending}"

    def write(self, gegevens: Gegevens, doel: BinaryIO) -> None:
        """Write a format of one file."""
        cast(Bestand, self._load())(gegevens, doel)

    def files(self, gegevens: Gegevens) -> Mapping[str, Schrijver]:
        """The files of any format, each with its writer; one file is called after the format."""
        if self.pakket:
            return cast(Pakket, self._load())(gegevens)
        return {f"netwerkkaart{self.ending}": lambda doel: self.write(gegevens, doel)}

    def _load(self) -> object:
        module, _, functie = self.functie.partition(":")
        return getattr(importlib.import_module(f"netwerkkaart.export.{module}"), functie)


_ALLE = (
    Formaat(
        "xlsx",
        "Een werkmap met de tabellen en de graaf.",
        "Excel, LibreOffice Calc",
        "Een blad met alle organisaties, een blad per andere soort, alle banden, alle andere relaties, en "
        "wat elke kolom betekent.",
        ".xlsx",
        "werkmap:write",
        verder="Open {uit} in Excel. Aanvullen en weer inlezen doet u met: netwerkkaart werkboek",
    ),
    Formaat(
        "csv",
        "Tabellen als CSV, met een beschrijving van elke kolom (datapackage.json).",
        "R, Python, OpenRefine, een open-dataportaal; Frictionless Data Package 2.0",
        "Organisaties, banden, en een tabel per andere soort en relatie, met types, keuzelijsten en "
        "sleutels.",
        ".zip",
        "csvpakket:files",
        pakket=True,
        verder="In Python: frictionless.Package('{uit}'); in R: frictionless::read_package().",
    ),
    Formaat(
        "graphml",
        "De graaf als GraphML.",
        "yEd, Cytoscape, igraph, NetworkX, Gephi",
        "Alle knopen en relaties met hun eigenschappen. Elke relatie staat er met een richting in; "
        "gericht = false zegt dat die niets betekent.",
        ".graphml",
        "graphml:write",
        verder="In R: igraph::read_graph('{uit}', 'graphml'); in Python: networkx.read_graphml('{uit}').",
    ),
    Formaat(
        "gexf",
        "De graaf als GEXF 1.3, met de periodes op de tijdlijn.",
        "Gephi, Gephi Lite, NetworkX",
        "Als GraphML, met sinds en tot als periode. Met --alles staat ook wat eindigde erin, zodat de "
        "tijdlijn toont hoe het netwerk groeide.",
        ".gexf",
        "gexf:write",
        verder="Open {uit} in Gephi (Bestand, Openen); kleur de knopen op sector of soort.",
    ),
    Formaat(
        "geojson",
        "De kaart als GeoJSON: organisaties als punten, banden als lijnen per paar gemeenten.",
        "QGIS, ArcGIS, geojson.io, Leaflet",
        "Organisaties met hun eigenschappen, per gemeente hoeveel, en per paar gemeenten hoeveel banden van "
        "elk type. Geen andere soorten knopen, geen losse banden.",
        ".geojson",
        "geojson:write",
        verder="Sleep {uit} in QGIS; de kolom laag zegt wat een rij is: organisatie, gemeente of banden.",
        leest=Leest(),
    ),
    Formaat(
        "kumu",
        "De graaf als blauwdruk voor Kumu (JSON).",
        "Kumu; onze eigen invoer leest het ook (netwerkkaart import graaf)",
        "Alle knopen en relaties met hun eigenschappen; lijsten blijven lijsten.",
        ".json",
        "kumu:write",
        verder="In Kumu: een leeg project, Import, en kies {uit}.",
    ),
    Formaat(
        "cypher",
        "De graaf als Cypher, om in een lege Neo4j te laden.",
        "Neo4j 5 en hoger: cypher-shell, Browser, Aura",
        "Beperkingen, knopen en relaties met hun labels en types; geen imports en geen journaal.",
        ".cypher",
        "neo4j_cypher:write",
        verder="cypher-shell -a neo4j://localhost:7687 -u neo4j -f {uit}",
    ),
    Formaat(
        "neo4j-csv",
        "CSV voor neo4j-admin database import, met types in de koppen.",
        "neo4j-admin van Neo4j 5 en hoger: de snelste weg voor een grote graaf",
        "Als cypher, met een bestand per soort en type, en de opdracht om ze te laden.",
        ".zip",
        "neo4j_admin:files",
        pakket=True,
        verder="Pak {uit} uit op de server, en volg LEESMIJ.md erin.",
    ),
    Formaat(
        "jsonld",
        "De graaf als gelinkte data (JSON-LD), met de vormen (SHACL) waaraan ze voldoet.",
        "Apache Jena, rdflib, een triple store, data.vlaanderen.be",
        "Alle knopen en relaties in termen van W3C ORG, OSLO Organisatie, CPSV-AP en SKOS, met periode en "
        "bron; wat die niet kennen, in eigen termen die erin uitgelegd zijn.",
        ".zip",
        "jsonld:files",
        pakket=True,
        verder="In Python, na uitpakken: rdflib.Graph().parse('netwerkkaart.jsonld').",
    ),
    Formaat(
        "hsds",
        "Het aanbod volgens Open Referral HSDS 3.0 (JSON).",
        "sociale kaarten en zoekdiensten die HSDS lezen",
        "Elk aanbod als dienst, met wie het geeft, waar het voor geldt, en thema's, doelgroepen en stappen "
        "als taxonomie. Geen banden; organisaties zonder aanbod staan er niet in.",
        ".json",
        "hsds:write",
        verder="Kijk {uit} na met een validator voor HSDS 3.0, en laad het in uw zoekdienst.",
        leest=_HSDS,
    ),
)

FORMATEN: Mapping[str, Formaat] = {formaat.naam: formaat for formaat in _ALLE}
"""Every format by its name, in the order in which they are shown."""


def find_formaat(naam: str) -> Formaat:
    """A format by its name.

    Raises:
        GebruikersFout: there is none with this name.
    """
    formaat = FORMATEN.get(naam.casefold())
    if formaat is None:
        raise GebruikersFout(
            f'Het formaat "{naam}" bestaat niet.',
            hulp=f"Kies een van: {', '.join(FORMATEN)}. Uitleg: netwerkkaart export --lijst",
            code=Afsluitcode.VERKEERD_GEBRUIK,
        )
    return formaat
