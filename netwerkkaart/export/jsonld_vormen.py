"""The shapes (SHACL) that the linked data fit, made from the schema, as Turtle.

They say of each kind and relation which properties it has, how many, and of what sort; and which kinds may
stand at either end of a relation. They hold for every export, since all it says was checked at the door.
Definition: https://www.w3.org/TR/shacl/.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from pydantic import BaseModel

from netwerkkaart.export import jsonld_woorden as w
from netwerkkaart.export.gegevens import Veld
from netwerkkaart.export.keuze import BOEKHOUDING
from netwerkkaart.export.teksten import as_text
from netwerkkaart.schema.register import SOORTEN, TYPEN, Eigenschap, is_organisatie, properties_of
from netwerkkaart.schema.vocabularia import ALLE, PRECISIE, Vocabularium

_SOORT_VAN_WAARDE = {
    "getal": "xsd:integer",
    "kommagetal": "xsd:decimal",
    "ja/nee": "xsd:boolean",
    "datum": "xsd:date",
}
_MEER = frozenset({"keuzes", "teksten", "gemeenten"})
_NOOIT = frozenset({"id", "rid", "imp"})


def write_shapes(doel: BinaryIO) -> None:
    """Write all shapes; the same for every export of this version."""
    with as_text(doel) as uit:
        uit.write("# De vorm (SHACL) van netwerkkaart.jsonld; gemaakt uit het schema (docs/schema.md).\n")
        for prefix, waar in {
            **w.PREFIXEN,
            "sh": "http://www.w3.org/ns/shacl#",
            "vorm": "urn:netwerkkaart:vorm:",
        }.items():
            uit.write(f"@prefix {prefix}: <{waar}> .\n")
        for vorm in _shapes():
            uit.write("\n" + vorm)


def _shapes() -> Iterator[str]:
    for label, model in SOORTEN.items():
        if not model.soort.intern and label not in BOEKHOUDING:
            yield _shape(f"vorm:{label}", f"sh:targetClass nk:{label}", _node(label, model))
    typen = [relatie.soort for relatie in TYPEN.values() if not relatie.soort.intern]
    predicaten = [w.property_of(soort.type) for soort in typen]
    yield _shape("vorm:relatie", "sh:targetClass rdf:Statement", _statement(predicaten))
    for soort in typen:
        eigen = w.property_of(soort.type)
        einden = [_one_of(soort.van), _property(eigen, _one_of(soort.naar))]
        yield _shape(f"vorm:{soort.type}", f"sh:targetSubjectsOf {eigen}", einden)
    yield _shape(
        "vorm:identificator",
        "sh:targetClass adms:Identifier",
        [
            _property("skos:notation", "sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string"),
            _property("adms:schemaAgency", "sh:minCount 1 ; sh:maxCount 1"),
        ],
    )
    yield _shape(
        "vorm:waarde",
        "sh:targetClass skos:Concept",
        [
            _property("skos:inScheme", "sh:minCount 1 ; sh:maxCount 1 ; sh:class skos:ConceptScheme"),
            _property("skos:prefLabel", "sh:minCount 1 ; sh:uniqueLang true"),
        ],
    )


def _shape(naam: str, doel: str, eisen: Iterable[str]) -> str:
    return f"{naam} a sh:NodeShape ;\n    {doel} ;\n    " + " ;\n    ".join(eisen) + " .\n"


def _node(label: str, model: type[BaseModel]) -> Iterator[str]:
    yield "sh:nodeKind sh:IRI"
    yield _property("dcterms:identifier", "sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string")
    apart = w.set_apart(label)
    yield from (
        deel for e in properties_of(model).values() if e.naam not in apart for deel in _field(label, e)
    )
    yield _property("adms:identifier", "sh:class adms:Identifier")
    if is_organisatie(label):
        yield _property("locn:address", "sh:maxCount 1 ; sh:class locn:Address")
        yield _property(w.property_of("LIGT_IN"), "sh:maxCount 1")
    if label == "Aanbod":
        yield _property("dcterms:title", "sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string")


def _statement(predicaten: Sequence[str]) -> Iterator[str]:
    for naam in ("subject", "object"):
        yield _property(f"rdf:{naam}", "sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI")
    yield _property("rdf:predicate", f"sh:minCount 1 ; sh:maxCount 1 ; sh:in ({' '.join(predicaten)})")
    eisen: dict[str, set[str]] = {}
    for naam, model in TYPEN.items():
        for e in properties_of(model).values():
            for deel in _field(naam, e, verplicht=False):  # what one type must have, another may lack
                eisen.setdefault(e.naam, set()).add(deel)
    # A property that means another thing on another type is left to the schema.
    yield from sorted(next(iter(delen)) for delen in eisen.values() if len(delen) == 1)


def _field(tabel: str, e: Eigenschap, *, verplicht: bool = True) -> Iterator[str]:
    if e.naam in _NOOIT:
        return
    woorden = w.vocabulary(tabel, Veld(e.naam))
    veel = e.vorm.naam in _MEER
    eisen = [
        *(["sh:minCount 1"] if verplicht and e.verplicht else []),
        *([] if veel else ["sh:maxCount 1"]),
        _listed(woorden, met_alle=veel)
        if woorden is not None
        else f"sh:datatype {_SOORT_VAN_WAARDE.get(e.vorm.naam, 'xsd:string')}",
    ]
    yield _property(w.term(e.naam), " ; ".join(eisen))
    if e.vorm.naam == "datum":
        yield _property(f"nk:{e.naam}_precisie", f"sh:maxCount 1 ; {_listed(PRECISIE, met_alle=False)}")


def _listed(woorden: Vocabularium, *, met_alle: bool) -> str:
    codes = (*woorden.codes, *((ALLE,) if met_alle else ()))
    return f"sh:in ({' '.join(f'<{_full(w.concept(woorden, code))}>' for code in codes)})"


def _full(iri: str) -> str:
    prefix, _, rest = iri.partition(":")
    return w.PREFIXEN[prefix] + rest


def _property(pad: str, eisen: str) -> str:
    return f"sh:property [ sh:path {pad} ; {eisen} ]"


def _one_of(labels: Sequence[str]) -> str:
    """One of some kinds; a kind of organisation is one of ``Organisatie`` by what the data say of it."""
    if len(labels) == 1:
        return f"sh:class nk:{labels[0]}"
    return f"sh:or ({' '.join(f'[ sh:class nk:{label} ]' for label in labels)})"
