"""Linked data read back by rdflib and checked by pyshacl, against the view."""

from __future__ import annotations

import io
import json
from collections import Counter
from datetime import date
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyshacl import validate
from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from netwerkkaart.export.gegevens import Gegevens, Kop
from netwerkkaart.export.jsonld_vormen import write_shapes
from netwerkkaart.export.jsonld_woorden import ADRES, NUMMERS, PREFIXEN, STANDAARD, property_of
from netwerkkaart.export.keuze import choose
from netwerkkaart.graph.beeld import Beeld, KnoopRij, RelatieRij
from netwerkkaart.schema.register import SOORTEN, TYPEN, properties_of
from tests.analyse.grafen import DATUM, Rijen, view, worlds
from tests.export.hulp import DAG, facts, geheel, parts, vol
from tests.voorbeelden import aantal

NS = {naam: Namespace(waar) for naam, waar in PREFIXEN.items()}
NK, ID, REL, SKOS, DCT = NS["nk"], NS["id"], NS["rel"], NS["skos"], NS["dcterms"]


def _graph(gegevens: Gegevens) -> Graph:
    return Graph().parse(data=parts("jsonld", gegevens)["netwerkkaart.jsonld"], format="json-ld")


def _iri(naam: str) -> URIRef:
    prefix, _, rest = naam.partition(":")
    return NS[prefix][rest]


def _node(id_: str) -> URIRef:
    return URIRef(PREFIXEN["id"] + quote(id_, safe=":-._~"))


def _plain(waarde: Node) -> object:
    """What our own data would say; of a value of a list its notation (the last part of its address)."""
    return waarde.toPython() if isinstance(waarde, Literal) else str(waarde)


def _stated(graaf: Graph, knoop: Node, naam: str) -> set[object]:
    """The values of a property of ours, as the view has them."""
    waarden: list[Node] = []
    if naam in ADRES and graaf.value(knoop, NS["locn"].address) is not None:
        waarden = list(graaf.objects(graaf.value(knoop, NS["locn"].address), _iri(ADRES[naam])))
    elif naam in NUMMERS:
        waarden = [
            code
            for nummer in graaf.objects(knoop, NS["adms"].identifier)
            if str(nummer).endswith(f"/{naam}")
            for code in graaf.objects(nummer, SKOS.notation)
        ]
    else:
        waarden = list(graaf.objects(knoop, _iri(STANDAARD.get(naam, f"nk:{naam}"))))
    return {
        _plain(next(graaf.objects(w, SKOS.notation), w)) if isinstance(w, URIRef) else _plain(w)
        for w in waarden
    }


def _values(waarde: object) -> set[object]:
    return set(waarde) if isinstance(waarde, list) else {waarde}


@pytest.fixture(scope="module")
def alles() -> tuple[Gegevens, Graph]:
    gegevens = geheel(vol())
    return gegevens, _graph(gegevens)


def test_every_node_says_all_that_the_view_says(alles: tuple[Gegevens, Graph]) -> None:
    gegevens, graaf = alles
    knopen, _ = facts(gegevens)
    assert Counter(
        str(t) for s, t in graaf.subject_objects(RDF.type) if t in {NK[k] for k in SOORTEN}
    ) == Counter(str(NK[label]) for label, _ in knopen.values())
    for id_, (label, velden) in knopen.items():
        knoop = _node(id_)
        assert (knoop, RDF.type, NK[label]) in graaf
        assert graaf.value(knoop, DCT.identifier) == Literal(id_)
        for naam, waarde in velden.items():
            assert _stated(graaf, knoop, naam) == _values(waarde), (id_, naam)


def test_every_relation_is_a_statement_with_all_that_the_view_says(alles: tuple[Gegevens, Graph]) -> None:
    gegevens, graaf = alles
    _, relaties = facts(gegevens)
    assert len(set(graaf.subjects(RDF.type, RDF.Statement))) == len(relaties)
    for rid, (type_, van, naar, velden) in relaties.items():
        uitspraak = URIRef(PREFIXEN["rel"] + quote(rid, safe=":-._~"))
        assert graaf.value(uitspraak, RDF.subject) == _node(van)
        assert graaf.value(uitspraak, RDF.object) == _node(naar)
        assert graaf.value(uitspraak, RDF.predicate) == _iri(property_of(type_))
        for naam, waarde in velden.items():
            assert _stated(graaf, uitspraak, naam) == _values(waarde), (rid, naam)


def test_what_leaves_fits_its_shapes(alles: tuple[Gegevens, Graph]) -> None:
    gegevens, graaf = alles
    vormen = Graph().parse(data=parts("jsonld", gegevens)["vormen.ttl"], format="turtle")
    goed, _, uitleg = validate(graaf, shacl_graph=vormen)
    assert goed, uitleg


def test_shapes_refuse_what_does_not_fit() -> None:
    knopen: list[KnoopRij] = [
        ("School", "s", {"naam": "De Ark", "niveaus": ["lager"]}),
        ("Clb", "c", {"naam": "CLB"}),
        (
            "Aanbod",
            "a",
            {"naam": "Time-out", "continuum": ["alle"], "themas": ["1"], "doelgroepen": ["alle"]},
        ),
    ]
    graaf = _graph(choose(Beeld.from_rows(knopen, [("BEGELEIDT", "c", "s", {"rid": "r"})]), Kop(DATUM)))
    doel = io.BytesIO()
    write_shapes(doel)
    vormen = Graph().parse(data=doel.getvalue(), format="turtle")

    def fits() -> bool:
        return bool(validate(graaf, shacl_graph=vormen)[0])

    assert fits()
    naam = (ID["s"], SKOS.prefLabel, Literal("De Ark"))
    graaf.remove(naam)
    assert not fits()
    graaf.add(naam)
    for fout in (
        (ID["s"], SKOS.prefLabel, Literal("een tweede naam")),
        (ID["s"], NK.niveaus, NS["lijst"]["niveau/onbestaand"]),
        (ID["s"], NK.begeleidt, ID["s"]),
        (ID["a"], NK.capaciteit, Literal("veel")),
        (REL["x"], RDF.type, RDF.Statement),
    ):
        graaf.add(fout)
        assert not fits(), fout
        graaf.remove(fout)
    assert fits()


@settings(max_examples=aantal(8))
@given(worlds(), st.sampled_from([None, "limburg"]))
def test_triples_are_the_relations_of_the_view(rijen: Rijen, regio: str | None) -> None:
    gegevens = geheel(view(rijen), DATUM, regio)
    graaf = _graph(gegevens)
    knopen, relaties = facts(gegevens)
    assert {str(s) for s, t in graaf.subject_objects(RDF.type) if str(t).startswith(str(NK))} == {
        str(_node(id_)) for id_ in knopen
    }
    for naam in TYPEN:
        assert set(graaf.subject_objects(_iri(property_of(naam)))) == {
            (_node(van), _node(naar)) for type_, van, naar, _ in relaties.values() if type_ == naam
        }


def test_what_may_have_ended_is_no_plain_triple() -> None:
    knopen: list[KnoopRij] = [(s, s.lower(), {"naam": s}) for s in ("School", "Clb")]
    rij: RelatieRij = ("BEGELEIDT", "clb", "school", {"rid": "BEGELEIDT|clb|school", "tot": date(2020, 1, 1)})
    beeld = Beeld.from_rows(knopen, [rij])
    assert not [*_graph(choose(beeld, Kop(None))).triples((None, NK.begeleidt, None))]
    uitspraak = REL[quote("BEGELEIDT|clb|school", safe="")]
    assert _graph(choose(beeld, Kop(None))).value(uitspraak, NK.tot) == Literal(
        "2020-01-01", datatype=XSD.date
    )
    assert [*_graph(choose(beeld, Kop(date(2019, 1, 1)))).triples((None, NK.begeleidt, None))]


def test_standards_are_named() -> None:
    graaf = _graph(geheel(vol(()), DAG))
    assert (ID["Aanbod-1"], RDF.type, NS["cpsv"].PublicService) in graaf
    assert (ID["School-1"], RDF.type, NS["org"].Site) in graaf
    assert set(graaf.subject_objects(NK.biedt)) == set(graaf.subject_objects(NS["cpsv"].provides)) != set()
    assert graaf.value(ID["Aanbod-1"], DCT.title) == graaf.value(ID["Aanbod-1"], SKOS.prefLabel)
    # Every term of ours is explained.
    gebruikt = {p for p in graaf.predicates() if str(p).startswith(str(NK))} - {
        _iri(i) for i in ADRES.values()
    }
    for begrip in gebruikt:
        assert graaf.value(begrip, NS["rdfs"].comment), begrip


def test_the_context_is_inside_and_no_column_hides_a_prefix(alles: tuple[Gegevens, Graph]) -> None:
    gegevens, _ = alles
    context = json.loads(parts("jsonld", gegevens)["netwerkkaart.jsonld"])["@context"]
    assert {naam: context[naam] for naam in PREFIXEN} == dict(PREFIXEN)
    velden = {v for m in (*SOORTEN.values(), *TYPEN.values()) for v in properties_of(m)}
    assert not {f"nk:{veld}" for veld in velden} & {property_of(naam) for naam in TYPEN}
    assert not velden & {*PREFIXEN, "titel", "adres", "subject", "predicaat", "object", "identificatoren"} - {
        "id"
    }


def test_people_stay_out_unless_they_are_asked_for() -> None:
    rijen: list[KnoopRij] = [("Contactpersoon", "p", {"naam": "An Peeters"}), ("Clb", "c", {"naam": "CLB"})]
    beeld = Beeld.from_rows(rijen, [("WERKT_VOOR", "p", "c", {"rid": "WERKT_VOOR|p|c"})])
    tekst = parts("jsonld", choose(beeld, Kop(DATUM)))["netwerkkaart.jsonld"].decode()
    assert "Peeters" not in tekst
    assert "Contactpersoon" not in tekst
