"""Open Referral HSDS 3.0: the offers as an array of services, each with all that belongs to it inside.

JSON with everything embedded is the form that HSDS has called canonical since 3.0; its tabular form is an
older serialisation of the same. Definition: https://docs.openreferral.org/en/3.0/. A service of HSDS has one
organisation, so an offer that two give is two services. Codes are UUIDs made from ours (version 5), so that
they stay the same; of what joins a service to one of a few things, half is the service's and half the
thing's (version 8, RFC 9562, section 5.8).
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from functools import lru_cache
from hashlib import sha1
from typing import BinaryIO

from netwerkkaart.export.gegevens import Gegevens, Knopen
from netwerkkaart.export.jsonld_woorden import municipality
from netwerkkaart.export.jsontekst import encode, parted
from netwerkkaart.export.teksten import as_text, first_paragraph
from netwerkkaart.gebied import regio_naam
from netwerkkaart.schema.register import SOORTEN
from netwerkkaart.schema.vocabularia import DOELGROEP, STAP, THEMA, Vocabularium, matches

_LIJSTEN: Mapping[str, Vocabularium] = {"continuum": STAP, "themas": THEMA, "doelgroepen": DOELGROEP}
_WORTEL = sha1(uuid.NAMESPACE_URL.bytes + b"urn:netwerkkaart:hsds:", usedforsecurity=False)
_BIJ_AANBIEDER = "Adres van de aanbieder; waar het aanbod doorgaat, is niet gekend."

Rij = Mapping[str, object]
Deel = dict[str, object]


def write(gegevens: Gegevens, doel: BinaryIO) -> None:
    """Write one service for each organisation that gives an offer. O(n + m)."""
    with as_text(doel) as uit:
        uit.write("[\n")
        uit.writelines(parted(_Diensten(gegevens).services()))
        uit.write("\n]\n")


def code(*delen: str) -> str:
    """The UUID of something of ours, always the same.

    >>> code("service", "a") == str(uuid.uuid5(uuid.NAMESPACE_URL, "urn:netwerkkaart:hsds:'service'|'a'"))
    True
    """
    # As uuid.uuid5, of which there would be tens of thousands; what is hashed first is hashed once.
    som = _WORTEL.copy()
    som.update("|".join(map(repr, delen)).encode())
    h = som.hexdigest()
    return f"{h[:8]}-{h[8:12]}-5{h[13:16]}-{'89ab'[int(h[16], 16) & 3]}{h[17:20]}-{h[20:32]}"


def joined_code(een: str, ander: str) -> str:
    """The UUID of what joins two things, from theirs: no hash for each of tens of thousands.

    >>> joined_code("aaaaaaaa-aaaa-5aaa-8aaa-aaaaaaaaaaaa", "bbbbbbbb-bbbb-5bbb-9bbb-bbbbbbbbbbbb")
    'aaaaaaaa-aaaa-8aaa-9bbb-bbbbbbbbbbbb'
    """
    return f"{een[:14]}8{een[15:19]}{ander[19:]}"


class _Diensten:
    """Offers, who gives them and whom they reach, looked up once."""

    def __init__(self, gegevens: Gegevens) -> None:
        tabellen = {tabel.naam: tabel for tabel in gegevens.knopen}
        self._alles = gegevens.kop.datum is None
        self._namen = gegevens.namen
        self._labels = gegevens.labels
        self._aanbod = _rows(tabellen.get("Aanbod"))
        self._gemeenten = _rows(tabellen.get("Gemeente"))
        self._mensen = _rows(tabellen.get("Contactpersoon"))
        relaties = {tabel.naam: tabel for tabel in gegevens.relaties}

        def ends(naam: str, *, naar: bool) -> dict[str, list[str]]:
            uit: defaultdict[str, list[str]] = defaultdict(list)
            if (tabel := relaties.get(naam)) is not None:
                einden = (tabel.naar, tabel.van) if naar else (tabel.van, tabel.naar)
                for eigen, ander in zip(*einden, strict=True):
                    uit[eigen].append(ander)
            return uit

        self._aanbieders = ends("BIEDT", naar=True)
        self._bereik = ends("BEREIKT", naar=False)
        self._medewerkers = ends("WERKT_VOOR", naar=True) if self._mensen else {}
        gevers = {id_ for ids in self._aanbieders.values() for id_ in ids}
        self._organisaties = _rows(gegevens.organisaties, gevers)
        self._gemaakt: dict[str, str] = {}
        self._gebieden: dict[str, tuple[str, str]] = {}
        self._plekken: dict[str, tuple[str, str] | None] = {}

    def services(self) -> Iterator[str]:
        """One for each offer and organisation, as JSON; an offer that nobody gives is one without."""
        for id_, aanbod in self._aanbod.items():
            aanbieders: list[str] = self._aanbieders.get(id_, [])
            for organisatie in aanbieders or (None,):
                yield self._service(id_, aanbod, organisatie)

    def _service(self, id_: str, aanbod: Rij, organisatie: str | None) -> str:
        eigen = code("service", id_, organisatie or "")
        # At a reference date an end lies ahead; in an export of all that ever held it is taken for past.
        voorbij = self._alles and aanbod.get("tot") is not None
        wachttijd = aanbod.get("wachttijd_weken")
        uit: Deel = {
            "id": eigen,
            "name": self._namen[id_],
            "alternate_name": _joined(aanbod.get("ook_bekend_als")),
            "url": _url(aanbod.get("website")),
            "status": "inactive" if voorbij else "active",
            "wait_time": None if wachttijd is None else f"{wachttijd} weken",
            "eligibility_description": _joined(
                [DOELGROEP.woord(c) for c in _codes("doelgroepen", aanbod.get("doelgroepen"))]
            ),
            "minimum_age": aanbod.get("leeftijd_van"),
            "maximum_age": aanbod.get("leeftijd_tot"),
            "assured_date": aanbod.get("bron_datum"),
        }
        delen = [encode(_filled(uit))[:-1]]
        if gebieden := [self._area(eigen, plek) for plek in self._bereik.get(id_, ())]:
            delen.append(f'"service_areas":[{",".join(gebieden)}]')
        if kenmerken := list(_attributes(eigen, aanbod)):
            delen.append(f'"attributes":[{",".join(kenmerken)}]')
        if organisatie is not None:
            delen.append(f'"organization_id":"{code("organization", organisatie)}"')
            delen.append(f'"organization":{self._organisation(organisatie)}')
            if (plek := self._location(organisatie)) is not None:
                plekcode, tekst = plek
                delen.append(
                    f'"service_at_locations":[{{"id":"{code("service_at_location", id_, organisatie)}",'
                    f'"service_id":"{eigen}","location_id":"{plekcode}","description":"{_BIJ_AANBIEDER}",'
                    f'"location":{tekst}}}]'
                )
        return ",".join(delen) + "}"

    def _area(self, dienst: str, plek: str) -> str:
        gebied = self._gebieden.get(plek)
        if gebied is None:  # many services reach the same municipality
            nis = str(self._gemeenten.get(plek, {}).get("nis") or "")
            velden: Deel = {"name": self._namen[plek], "uri": municipality(nis) if nis else None}
            gebied = self._gebieden[plek] = code("service_area", plek), _members(_filled(velden))
        plekcode, leden = gebied
        return f'{{"id":"{joined_code(dienst, plekcode)}","service_id":"{dienst}"{leden}}}'

    def _organisation(self, id_: str) -> str:
        if id_ in self._gemaakt:
            return self._gemaakt[id_]
        rij, eigen = self._organisaties[id_], code("organization", id_)
        # HSDS asks for a description; what we know of any organisation is its kind and place.
        soort = first_paragraph(SOORTEN[self._labels[id_]].__doc__)
        waar = f" Gemeente: {rij['gemeente']}." if rij.get("gemeente") else ""
        uit = _filled(
            {
                "id": eigen,
                "name": self._namen[id_],
                "alternate_name": _joined(rij.get("ook_bekend_als")),
                "description": soort + waar,
                "email": rij.get("email"),
                "website": _url(rij.get("website")),
                "phones": _phones("organization", eigen, rij.get("telefoon")),
                "organization_identifiers": [
                    {
                        "id": code("identifier", naam, id_),
                        "organization_id": eigen,
                        "identifier_type": soort_nummer,
                        "identifier": str(rij[naam]),
                    }
                    for naam, soort_nummer in (("kbo", "KBO"), ("ovo", "OVO"))
                    if rij.get(naam)
                ],
                "contacts": [
                    self._contact(eigen, mens)
                    for mens in self._medewerkers.get(id_, ())
                    if mens in self._mensen
                ],
            }
        )
        return self._gemaakt.setdefault(id_, encode(uit))

    def _contact(self, organisatie: str, id_: str) -> Deel:
        rij, eigen = self._mensen[id_], code("contact", id_)
        return _filled(
            {
                "id": eigen,
                "organization_id": organisatie,
                "name": self._namen[id_],
                "title": rij.get("functie"),
                "email": rij.get("email"),
                "phones": _phones("contact", eigen, rij.get("telefoon")),
            }
        )

    def _location(self, id_: str) -> tuple[str, str] | None:
        """Where an organisation is, as code and JSON: made once, though it gives many services."""
        if id_ not in self._plekken:
            plek = self._place(id_)
            self._plekken[id_] = None if plek is None else (str(plek["id"]), encode(plek))
        return self._plekken[id_]

    def _place(self, id_: str) -> Deel | None:
        """Its address when that is whole, and its own coordinates; None: neither is known."""
        rij, eigen = self._organisaties[id_], code("location", id_)
        heel = all(rij.get(naam) for naam in ("straat", "postcode", "gemeente", "regio"))
        if not heel and rij.get("breedte") is None:
            return None
        adres = {
            "id": code("address", id_),
            "location_id": eigen,
            "address_1": f"{rij.get('straat')} {rij.get('huisnummer') or ''}".strip(),
            "city": str(rij.get("deelgemeente") or rij.get("gemeente")),
            "state_province": regio_naam(str(rij["regio"])) if heel else "",
            "postal_code": rij.get("postcode"),
            "country": "BE",
            "address_type": "physical",
        }
        return _filled(
            {
                "id": eigen,
                "location_type": "physical",
                "organization_id": code("organization", id_),
                "name": self._namen[id_],
                "latitude": rij.get("breedte"),
                "longitude": rij.get("lengte"),
                "addresses": [adres] if heel else [],
            }
        )


def _rows(tabel: Knopen | None, alleen: Container[str] | None = None) -> dict[str, Rij]:
    """The columns of a table as rows, by id; of some ids, or of all."""
    if tabel is None or not tabel:
        return {}
    namen = list(tabel.kolommen)
    cellen = zip(*tabel.kolommen.values(), strict=True) if namen else (() for _ in tabel.ids)
    return {
        id_: dict(zip(namen, rij, strict=True))
        for id_, rij in zip(tabel.ids, cellen, strict=True)
        if alleen is None or id_ in alleen
    }


def _attributes(dienst: str, aanbod: Rij) -> Iterator[str]:
    """Each value of our closed lists that an offer has, as a term of a taxonomy, in JSON."""
    for naam in _LIJSTEN:
        for waarde in _codes(naam, aanbod.get(naam)):
            termcode, leden = _term(naam, waarde)
            yield (
                f'{{"id":"{joined_code(dienst, termcode)}","link_id":"{dienst}","link_type":"{naam}"{leden}}}'
            )


@lru_cache(maxsize=256)
def _term(naam: str, waarde: str) -> tuple[str, str]:
    """The code of a value, and what an attribute says of it: the same for every service that has it."""
    woorden = _LIJSTEN[naam]
    term = next(term for term in woorden.termen if term.code == waarde)
    leden = _members(
        {
            "link_entity": "service",
            "value": term.woord,
            "taxonomy_term": {
                "id": code("taxonomy_term", woorden.naam, waarde),
                "code": waarde,
                "name": term.woord,
                "description": term.uitleg or term.woord,
                "taxonomy": woorden.naam,
                "taxonomy_detail": {
                    "id": code("taxonomy", woorden.naam),
                    "name": woorden.naam,
                    "description": woorden.uitleg,
                },
                "language": "nl",
            },
        }
    )
    return code("attribute", naam, waarde), leden


def _members(deel: Deel) -> str:
    """The members of a JSON object that come after others."""
    return f",{encode(deel)[1:-1]}"


def _codes(lijst: str, waarde: object) -> tuple[str, ...]:
    """The codes of a list, in its order; ``alle`` is each of them."""
    return _matching(lijst, tuple(waarde) if isinstance(waarde, list) else None)


@lru_cache(maxsize=4096)
def _matching(lijst: str, gekozen: tuple[str, ...] | None) -> tuple[str, ...]:
    return tuple(code for code in _LIJSTEN[lijst].codes if matches(gekozen, code))


def _phones(soort: str, eigenaar: str, nummer: object) -> list[Deel]:
    return (
        [{"id": code("phone", eigenaar), f"{soort}_id": eigenaar, "number": str(nummer), "type": "voice"}]
        if nummer
        else []
    )


def _joined(waarden: object) -> str | None:
    return "; ".join(map(str, waarden)) if isinstance(waarden, list) and waarden else None


def _url(waarde: object) -> str | None:
    return str(waarde) if str(waarde or "").startswith(("http://", "https://")) else None


def _filled(deel: Deel) -> Deel:
    """What is known; an absent value, an empty text and an empty list are left out."""
    return {naam: waarde for naam, waarde in deel.items() if waarde not in (None, "", [])}
