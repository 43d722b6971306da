"""A perspective for Neo4j Bloom (also called Explore): kinds in the colours of the map, and search phrases.

The format is the JSON that Bloom itself exports; it has no published schema. Each kind is a category, each
tie a relationship type, and each phrase a query with suggestions. Nothing in it comes from a graph.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from netwerkkaart.schema.basis import Knoop, Relatie
from netwerkkaart.schema.register import BANDEN, SOORTEN, TYPEN, properties_of
from netwerkkaart.uitvoer.neo4jstijl import kind_colours

NAAM = "Netwerkkaart"
_VERSIE = "2.3.0"
_TIJD = 0
"""Moment of making and of changing: always the same, so that the file is too."""
_VERBORGEN = ("Drempelkeuze", "Wissing", "Koppeling", "Bron", "Antwoord")
"""Kinds that are kept for the program and not for a picture."""
_BLOOMSOORT = {"getal": "bigint", "kommagetal": "number", "ja/nee": "boolean", "datum": "Date"}
_BAND, _ANDER = "#1F2A33", "#A8A395"


@dataclass(frozen=True, slots=True)
class Zoekzin:
    """A phrase that can be typed in Bloom.

    Args:
        tekst: as it reads, with ``$`` before each parameter.
        cypher: what it shows; gives nodes, relations or paths.
        parameters: name → label and property from which Bloom suggests.
    """

    tekst: str
    cypher: str
    parameters: dict[str, tuple[str, str]]


_BAND_TYPEN = "|".join(BANDEN)
ZOEKZINNEN = (
    Zoekzin(
        "Wie werkt samen met $organisatie",
        f"MATCH p = (:Organisatie {{naam: $organisatie}})-[:{_BAND_TYPEN}]-(:Organisatie) RETURN p",
        {"organisatie": ("Organisatie", "naam")},
    ),
    Zoekzin(
        "Hulp op hoogstens twee schakels van $school",
        f"MATCH p = (:School {{naam: $school}})-[:{_BAND_TYPEN}]-(:Organisatie)-[:BIEDT]->(:Aanbod) RETURN p "
        f"UNION MATCH p = (:School {{naam: $school}})-[:{_BAND_TYPEN}]-(:Organisatie)-[:{_BAND_TYPEN}]-"
        "(:Organisatie)-[:BIEDT]->(:Aanbod) RETURN p",
        {"school": ("School", "naam")},
    ),
    Zoekzin(
        "Wie zit in forum $forum",
        "MATCH p = ()-[:NEEMT_DEEL_AAN]->(:Forum {naam: $forum}) RETURN p",
        {"forum": ("Forum", "naam")},
    ),
    Zoekzin(
        "Aanbod dat $gemeente bereikt",
        "MATCH p = (:Organisatie)-[:BIEDT]->(:Aanbod)-[:BEREIKT]->(:Gemeente {naam: $gemeente}) RETURN p",
        {"gemeente": ("Gemeente", "naam")},
    ),
    Zoekzin(
        "Scholen zonder CLB in $gemeente",
        "MATCH (s:School)-[:LIGT_IN]->(:Gemeente {naam: $gemeente}) "
        "WHERE NOT EXISTS { (:Clb)-[:BEGELEIDT]->(s) } RETURN s",
        {"gemeente": ("Gemeente", "naam")},
    ),
)


def perspective() -> str:
    """The file, as text; the same every time.

    >>> json.loads(perspective())["categories"][0]["labels"]
    ['School']
    """
    soorten = {
        label: model for label, model in SOORTEN.items() if not model.soort.intern and label not in _VERBORGEN
    }
    inhoud = {
        "name": NAAM,
        "id": str(uuid5(NAMESPACE_URL, "netwerkkaart/perspectief")),
        "version": _VERSIE,
        "createdAt": _TIJD,
        "lastEditedAt": _TIJD,
        "type": "STANDARD_PERSPECTIVE",
        "isAuto": False,
        "parentPerspectiveId": None,
        "hideUncategorisedData": False,
        "hiddenCategories": [],
        "hiddenRelationshipTypes": [],
        "history": [],
        "sceneActions": [],
        "categories": [
            _category(nummer, label, model) for nummer, (label, model) in enumerate(soorten.items(), 1)
        ],
        "labels": {label: list(_properties(label, model)) for label, model in soorten.items()},
        "relationshipTypes": [_type(naam, model) for naam, model in TYPEN.items() if not model.soort.intern],
        "palette": {"colors": sorted({kind_colours(label)[0] for label in soorten}), "currentIndex": 0},
        "templates": [_template(nummer, zin) for nummer, zin in enumerate(ZOEKZINNEN)],
        "metadata": {
            "pathSegments": [],
            "indexes": [],
            "stats": {"labels": {}, "relationshipTypes": {}},
        },
    }
    return json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n"


def _category(nummer: int, label: str, model: type[Knoop]) -> dict[str, object]:
    velden = properties_of(model)
    bijschrift = "naam" if "naam" in velden else "id"
    return {
        "id": nummer,
        "name": model.soort.meervoud,
        "color": kind_colours(label)[0],
        "size": 1,
        "icon": "no-icon",
        "labels": [label],
        "properties": [
            {"name": naam, "exclude": False, "dataType": _bloom(e.vorm.naam)} for naam, e in velden.items()
        ],
        "hiddenLabels": [],
        "captions": [
            {
                "key": bijschrift,
                "type": "property",
                "isCaption": True,
                "inTooltip": True,
                "styles": [],
                "isGdsData": False,
            }
        ],
        "captionKeys": [bijschrift],
        "styleRules": [],
        "textSize": 1,
        "textAlign": "top",
        "createdAt": _TIJD,
        "lastEditedAt": _TIJD,
    }


def _type(naam: str, model: type[Relatie]) -> dict[str, object]:
    return {
        "id": naam,
        "name": naam,
        "color": _BAND if naam in BANDEN else _ANDER,
        "size": 2 if naam in BANDEN else 1,
        "properties": list(_properties(naam, model)),
        "captions": [
            {"key": naam, "type": "relationship", "isCaption": True, "inTooltip": True, "styles": []}
        ],
        "captionKeys": [],
        "styleRules": [],
        "textSize": 1,
        "textAlign": "top",
    }


def _properties(waarvan: str, model: type[Knoop | Relatie]) -> Iterator[dict[str, str]]:
    for naam, eigenschap in properties_of(model).items():
        yield {"propertyKey": naam, "type": waarvan, "dataType": _bloom(eigenschap.vorm.naam)}


def _bloom(vorm: str) -> str:
    """Bloom's word for a kind of value; a list is a text to it."""
    return _BLOOMSOORT.get(vorm, "string")


def _template(nummer: int, zin: Zoekzin) -> dict[str, object]:
    return {
        "id": f"tmpl:{nummer}",
        "name": zin.tekst.partition(" $")[0],
        "text": zin.tekst,
        "cypher": zin.cypher,
        "createdAt": _TIJD,
        "isUpdateQuery": None,
        "isWriteTransactionChecked": None,
        "hasCypherErrors": False,
        "params": [
            {
                "name": f"${naam}",
                "dataType": "String",
                "collapsed": False,
                "suggestionLabel": label,
                "suggestionProp": veld,
                "suggestionBoolean": False,
                "cypher": None,
            }
            for naam, (label, veld) in zin.parameters.items()
        ],
    }
