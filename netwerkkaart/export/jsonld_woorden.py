"""The words of the linked data: which standard term means what the schema says, and how a value is written.

Terms of others are used where they mean the same: W3C ORG and OSLO Organisatie for organisations, CPSV-AP for
offers, SKOS for closed lists, DCTERMS for provenance. What has no such term gets one of our own (``nk:``),
which the file itself explains. Sources: https://www.w3.org/TR/vocab-org/, https://data.vlaanderen.be/ns/organisatie,
https://semiceu.github.io/CPSV-AP/, https://www.w3.org/TR/skos-reference/.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from urllib.parse import quote

from netwerkkaart.export.gegevens import Tabel, Veld
from netwerkkaart.export.jsontekst import encode
from netwerkkaart.schema.register import SOORTEN, TYPEN, is_organisatie, properties_of
from netwerkkaart.schema.vocabularia import PRECISIE, REGIO, SECTOR, Vocabularium

PREFIXEN: Mapping[str, str] = {
    "id": "urn:netwerkkaart:id:",
    "rel": "urn:netwerkkaart:relatie:",
    "nk": "urn:netwerkkaart:begrip:",
    "lijst": "urn:netwerkkaart:lijst:",
    "adms": "http://www.w3.org/ns/adms#",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "locn": "http://www.w3.org/ns/locn#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The first four are ours; who publishes the data replaces them by her own web address, in this one place."""

STANDAARD: Mapping[str, str] = {
    "naam": "skos:prefLabel",
    "ook_bekend_als": "skos:altLabel",
    "bron": "dcterms:source",
    "vrijgave": "dcterms:accessRights",
    "omschrijving": "dcterms:description",
    "themas": "dcterms:subject",
    "doelgroepen": "dcterms:audience",
    "email": "schema:email",
    "telefoon": "schema:telephone",
    "website": "schema:url",
    "lengte": "geo:long",
    "breedte": "geo:lat",
}
"""Properties of the schema that a standard has a term for; all others are ``nk:`` and their own name."""

ADRES: Mapping[str, str] = {
    "straat": "locn:thoroughfare",
    "huisnummer": "locn:locatorDesignator",
    "postcode": "locn:postCode",
    "deelgemeente": "nk:deelgemeente",
    "gemeente": "locn:postName",
}
"""Properties that stand together in the address of an organisation."""

NUMMERS: Mapping[str, str] = {
    "kbo": "KBO",
    "ovo": "OVO",
    "instellingsnummer": "Onderwijs Vlaanderen, instellingsnummer",
    "vestigingsnummer": "Onderwijs Vlaanderen, vestigingsnummer",
    "nis": "NIS",
}
"""Numbers that others gave, each with who gives them."""

_OSLO_GEMEENTE = "https://data.vlaanderen.be/id/gemeente/"
_BRUSSEL = "21"
"""How the NIS codes begin of municipalities to which Flanders gives no address."""
_AFGELEID = {"sector": SECTOR, "regio": REGIO}
_COERCED = {"datum": "xsd:date", "kommagetal": "xsd:decimal"}


def local(tekst: str) -> str:
    """A code as the last part of an address.

    >>> local("BEGELEIDT|a b|é"), local("nis:24062")
    ('BEGELEIDT%7Ca%20b%7C%C3%A9', 'nis:24062')
    """
    return quote(tekst, safe=":-._~", errors="replace")


def concept(woorden: Vocabularium, code: str) -> str:
    """The address of a value of a closed list.

    >>> concept(SECTOR, "welzijn")
    'lijst:sector/welzijn'
    """
    return f"lijst:{woorden.naam}/{local(code)}"


def municipality(nis: str) -> str | None:
    """The address that Flanders gives to a municipality; None for one of Brussels.

    >>> municipality("71016"), municipality("21004")
    ('https://data.vlaanderen.be/id/gemeente/71016', None)
    """
    return None if nis.startswith(_BRUSSEL) else _OSLO_GEMEENTE + local(nis)


def set_apart(label: str) -> frozenset[str]:
    """Columns of a kind that stand in its identifiers or in its address, and not with the others."""
    return frozenset((*NUMMERS, *(ADRES if is_organisatie(label) else ())))


def property_of(type_: str) -> str:
    """The property that stands for a type of relation; never the name of a column.

    >>> property_of("LIGT_IN")
    'nk:ligtIn'
    """
    eerste, *rest = type_.lower().split("_")
    return f"nk:{eerste}{''.join(map(str.capitalize, rest))}"


def aligned(uitlijning: str) -> list[str]:
    """The terms of the standards here that an alignment of the schema names.

    >>> aligned("cpsv:PublicService; HSDS service")
    ['cpsv:PublicService']
    """
    delen = (deel.strip() for deel in uitlijning.split(";"))
    return [deel for deel in delen if deel.partition(":")[0] in PREFIXEN and ":" in deel]


def vocabulary(tabel: str, veld: Veld) -> Vocabularium | None:
    """The closed list of a column; None when it has none.

    >>> vocabulary("School", Veld("niveaus", "teksten")).naam
    'niveau'
    """
    if veld.naam.endswith("_precisie"):
        return PRECISIE
    if veld.afgeleid:
        return _AFGELEID.get(veld.naam)
    model = SOORTEN.get(tabel) or TYPEN.get(tabel)
    eigenschap = properties_of(model).get(veld.naam) if model else None
    if eigenschap is None or eigenschap.vorm.naam not in ("keuze", "keuzes"):
        return None
    return eigenschap.vorm.vocabularium


def term(naam: str) -> str:
    """The property that stands for a column."""
    return STANDAARD.get(naam, f"nk:{naam}")


@dataclass(frozen=True)
class Woorden:
    """How the columns of an export are written.

    Args:
        context: what each key means, as JSON-LD.
        gemengd: columns that hold another sort of value in another table, and so say it in each value.
    """

    context: Mapping[str, object]
    gemengd: frozenset[str]

    def form(self, tabel: str, veld: Veld) -> Callable[[object], str]:
        """What writes a value of a column, as JSON."""
        woorden = vocabulary(tabel, veld)
        soort = _coercion(tabel, veld)
        open_, sluit = ("", "")
        if soort and veld.naam in self.gemengd:
            open_, sluit = ('{"@id":', "}") if soort == "@id" else (f'{{"@type":"{soort}","@value":', "}")

        def one(waarde: object) -> str:
            if woorden is not None:
                return f"{open_}{encode(concept(woorden, str(waarde)))}{sluit}"
            if isinstance(waarde, date):
                return f'{open_}"{waarde.isoformat()}"{sluit}'
            if veld.vorm == "kommagetal":
                return f'{open_}"{Decimal(repr(waarde)):f}"{sluit}'
            return encode(waarde)

        def many(waarde: object) -> str:
            return f"[{','.join(map(one, waarde))}]" if isinstance(waarde, list) else one(waarde)

        return many


def make_words(tabellen: Iterable[Tabel]) -> Woorden:
    """The context of some tables. O(columns)."""
    soorten: dict[str, set[str]] = {}
    for tabel in tabellen:
        for veld in tabel.velden:
            soorten.setdefault(veld.naam, set()).add(_coercion(tabel.naam, veld))
    gemengd = frozenset(naam for naam, soort in soorten.items() if len(soort) > 1)
    termen: dict[str, object] = {}
    for naam, soort in sorted(soorten.items()):
        eigen = next(iter(soort)) if naam not in gemengd else ""
        termen[naam] = {"@id": term(naam), "@type": eigen} if eigen else term(naam)
    vast: dict[str, object] = {
        "titel": "dcterms:title",
        "identifier": "dcterms:identifier",
        "adres": "locn:address",
        "identificatoren": "adms:identifier",
        "subject": {"@id": "rdf:subject", "@type": "@id"},
        "predicaat": {"@id": "rdf:predicate", "@type": "@id"},
        "object": {"@id": "rdf:object", "@type": "@id"},
    }
    for naam, iri in ADRES.items():
        termen[naam] = iri
    return Woorden({**PREFIXEN, **vast, **termen}, gemengd)


def _coercion(tabel: str, veld: Veld) -> str:
    """What a text in a column is, beside a text: an address or a type; empty for what JSON says itself."""
    return "@id" if vocabulary(tabel, veld) is not None else _COERCED.get(veld.vorm, "")
