"""Linked data as JSON-LD 1.1, with the shapes that it fits; all context inside, so nothing is fetched.

Every relation stands in it as a statement with its period and source, and, when it holds for certain, as a
plain triple beside it, with our own property and with those of the standards. The terms of our own and the
closed lists are explained in the same file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import BinaryIO

from netwerkkaart.export import jsonld_woorden as w
from netwerkkaart.export.formaten import Schrijver
from netwerkkaart.export.gegevens import Gegevens, Knopen, Relaties, Tabel, Veld
from netwerkkaart.export.jsonld_vormen import write_shapes
from netwerkkaart.export.jsontekst import encode, members, parted
from netwerkkaart.export.teksten import as_text, first_paragraph, render
from netwerkkaart.graph.beeld import Kolom
from netwerkkaart.schema.basis import ORGANISATIE
from netwerkkaart.schema.register import SOORTEN, TYPEN, is_organisatie
from netwerkkaart.schema.vocabularia import ALLE, Vocabularium

DATASET = "urn:netwerkkaart:gegevens"
_OSLO_ORGANISATIE = "https://data.vlaanderen.be/id/organisatie/"


def files(gegevens: Gegevens) -> Mapping[str, Schrijver]:
    """The data, and the shapes that they fit."""
    return {"netwerkkaart.jsonld": partial(write, gegevens), "vormen.ttl": write_shapes}


def write(gegevens: Gegevens, doel: BinaryIO) -> None:
    """Write all nodes and relations. O(n + m, times the columns)."""
    woorden = w.make_words((*gegevens.knopen, *gegevens.relaties))
    with as_text(doel) as uit:
        uit.write(f'{{"@context":{encode(woorden.context)},\n"@graph":[\n')
        uit.writelines(parted(_graph(gegevens, woorden)))
        uit.write("\n]}\n")


def _graph(gegevens: Gegevens, woorden: w.Woorden) -> Iterator[str]:
    kop = gegevens.kop
    yield encode(
        {
            "@id": DATASET,
            "@type": "dcat:Dataset",
            "titel": _dutch(kop.titel),
            "dcterms:description": _dutch(" ".join(kop.noten)),
            **({"dcterms:date": {"@type": "xsd:date", "@value": kop.datum}} if kop.datum else {}),
        }
    )
    yield from map(encode, _definitions(gegevens))
    yield from map(encode, _lists((*gegevens.knopen, *gegevens.relaties)))
    for knopen in gegevens.knopen:
        yield from _nodes(knopen, woorden)
    for relaties in gegevens.relaties:
        yield from _relations(relaties, woorden, op_een_dag=kop.datum is not None)


# ---- nodes and relations ------------------------------------------------------------------------------


def _nodes(tabel: Knopen, woorden: w.Woorden) -> Iterator[str]:
    soort = SOORTEN[tabel.naam].soort
    types = encode([f"nk:{tabel.naam}", *w.aligned(soort.uitlijning)])
    cellen = members(tabel, w.set_apart(tabel.naam), partial(woorden.form, tabel.naam))
    if tabel.naam == "Aanbod":  # CPSV-AP calls the name of a service its title
        cellen.append(render(tabel.kolommen.get("naam", []), lambda naam: f',"titel":{encode(naam)}'))
    erbij = zip(*(list(delen) for delen in (_numbers(tabel), _addresses(tabel), _same(tabel))), strict=True)
    for id_, extra, rij in zip(tabel.ids, erbij, zip(*cellen, strict=True), strict=True):
        eigen = w.local(id_)
        kop = f'{{"@id":"id:{eigen}","@type":{types},"identifier":{encode(id_)}'
        yield f"{kop}{''.join(rij)}{''.join(extra)}}}"


def _numbers(tabel: Knopen) -> Iterator[str]:
    """Numbers given by others, as identifiers (adms) that say who gave them."""
    velden = [naam for naam in w.NUMMERS if naam in tabel.kolommen and not _is_derived(tabel, naam)]
    for id_, rij in zip(tabel.ids, _rows(tabel, velden), strict=True):
        delen = [
            {
                "@id": f"id:{w.local(id_)}/{naam}",  # schools share numbers of sites
                "@type": "adms:Identifier",
                "skos:notation": str(waarde),
                "adms:schemaAgency": w.NUMMERS[naam],
            }
            for naam, waarde in zip(velden, rij, strict=True)
            if waarde is not None
        ]
        yield f',"identificatoren":{encode(delen)}' if delen else ""


def _is_derived(tabel: Knopen, naam: str) -> bool:
    return any(veld.naam == naam and veld.afgeleid for veld in tabel.velden)


def _addresses(tabel: Knopen) -> Iterator[str]:
    velden = [naam for naam in w.ADRES if naam in tabel.kolommen and is_organisatie(tabel.naam)]
    for id_, rij in zip(tabel.ids, _rows(tabel, velden), strict=True):
        delen = {naam: waarde for naam, waarde in zip(velden, rij, strict=True) if waarde is not None}
        kop = {"@id": f"id:{w.local(id_)}/adres", "@type": "locn:Address"}
        yield f',"adres":{encode({**kop, **delen})}' if delen else ""


def _same(tabel: Knopen) -> Iterator[str]:
    """The address that Flanders gives to the same thing: by OVO code, of a municipality by NIS code."""
    naam, address = ("nis", w.municipality) if tabel.naam == "Gemeente" else ("ovo", _organisation)
    for (waarde,) in _rows(tabel, [naam] if naam in tabel.kolommen else [], leeg=(None,)):
        adres = None if waarde is None else address(str(waarde))
        yield f',"owl:sameAs":{encode({"@id": adres})}' if adres else ""


def _organisation(ovo: str) -> str:
    return _OSLO_ORGANISATIE + w.local(ovo)


def _rows(tabel: Knopen, velden: list[str], leeg: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    kolommen: list[Kolom] = [tabel.kolommen[naam] for naam in velden]
    yield from zip(*kolommen, strict=True) if kolommen else (leeg for _ in tabel.ids)


def _relations(tabel: Relaties, woorden: w.Woorden, *, op_een_dag: bool) -> Iterator[str]:
    """Each relation as a statement; and as a plain triple when it holds whatever the day."""
    eigen = w.property_of(tabel.naam)
    predicaten = [eigen, *w.aligned(TYPEN[tabel.naam].soort.uitlijning)]
    einden = (
        render(einde, lambda id_: encode(f"id:{w.local(str(id_))}")) for einde in (tabel.van, tabel.naar)
    )
    leeg: Kolom = [None] * len(tabel)
    periode = [tabel.kolommen.get(naam) or leeg for naam in ("sinds", "tot")]
    cellen = [*members(tabel, form=partial(woorden.form, tabel.naam)), [""] * len(tabel)]
    for rid, van, naar, sinds, tot, rij in zip(
        tabel.rids, *einden, *periode, zip(*cellen, strict=True), strict=True
    ):
        kop = f'{{"@id":"rel:{w.local(rid)}","@type":"rdf:Statement"'
        yield f'{kop},"subject":{van},"predicaat":"{eigen}","object":{naar}{"".join(rij)}}}'
        if op_een_dag or (sinds is None and tot is None):
            doelen = ",".join(f'"{predicaat}":{{"@id":{naar}}}' for predicaat in predicaten)
            yield f'{{"@id":{van},{doelen}}}'


# ---- what the terms mean ------------------------------------------------------------------------------


def _definitions(gegevens: Gegevens) -> Iterator[dict[str, object]]:
    """Kinds, types and properties of our own that occur, each explained."""
    if gegevens.organisaties:
        yield _class(ORGANISATIE, "Een organisatie of vestigingsplaats in het netwerk.", [])
    for knopen in gegevens.knopen:
        model = SOORTEN[knopen.naam]
        boven = [f"nk:{ORGANISATIE}"] if is_organisatie(knopen.naam) else []
        yield _class(
            knopen.naam, first_paragraph(model.__doc__), [*boven, *w.aligned(model.soort.uitlijning)]
        )
    for relaties in gegevens.relaties:
        soort = TYPEN[relaties.naam].soort
        yield {
            "@id": w.property_of(relaties.naam),
            "@type": ["owl:ObjectProperty", *(["owl:SymmetricProperty"] if soort.ongericht else [])],
            "rdfs:label": _dutch(soort.woorden[0] if soort.woorden else soort.type.lower()),
            "rdfs:comment": _dutch(first_paragraph(TYPEN[relaties.naam].__doc__)),
            "rdfs:subPropertyOf": [{"@id": boven} for boven in w.aligned(soort.uitlijning)],
        }
    velden: dict[str, Veld] = {}
    for tabel in (*gegevens.knopen, *gegevens.relaties):
        for veld in tabel.velden:
            if w.term(veld.naam).startswith("nk:") and veld.naam not in w.NUMMERS and veld.naam != "gemeente":
                velden.setdefault(veld.naam, veld)
    for naam, veld in sorted(velden.items()):
        yield {
            "@id": f"nk:{naam}",
            "@type": "rdf:Property",
            "rdfs:label": _dutch(naam.replace("_", " ")),
            "rdfs:comment": _dutch(veld.omschrijving),
        }


def _class(naam: str, uitleg: str, boven: list[str]) -> dict[str, object]:
    return {
        "@id": f"nk:{naam}",
        "@type": "owl:Class",
        "rdfs:label": _dutch(naam),
        "rdfs:comment": _dutch(uitleg),
        "rdfs:subClassOf": [{"@id": klasse} for klasse in boven],
    }


def _lists(tabellen: Iterable[Tabel]) -> Iterator[dict[str, object]]:
    """The closed lists that occur, with all their values, as SKOS."""
    gebruikt: dict[str, Vocabularium] = {}
    met_alle: set[str] = set()
    for tabel in tabellen:
        for veld in tabel.velden:
            if (woorden := w.vocabulary(tabel.naam, veld)) is not None:
                gebruikt[woorden.naam] = woorden
                if veld.vorm == "teksten":
                    met_alle.add(woorden.naam)
    for naam, woorden in sorted(gebruikt.items()):
        yield {
            "@id": f"lijst:{naam}",
            "@type": "skos:ConceptScheme",
            "skos:prefLabel": _dutch(naam),
            "skos:definition": _dutch(woorden.uitleg),
        }
        termen = [(term.code, term.woord, term.uitleg) for term in woorden.termen]
        if naam in met_alle:
            termen.append((ALLE, ALLE, "Elke waarde van deze lijst."))
        for code, woord, uitleg in termen:
            yield {
                "@id": w.concept(woorden, code),
                "@type": "skos:Concept",
                "skos:inScheme": {"@id": f"lijst:{naam}"},
                "skos:notation": code,
                "skos:prefLabel": _dutch(woord),
                **({"skos:definition": _dutch(uitleg)} if uitleg else {}),
            }


def _dutch(tekst: str) -> dict[str, str]:
    return {"@value": tekst, "@language": "nl"}
