"""The example row of each sheet: it shows what to fill in, and an import passes it by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from netwerkkaart.omzetten.werkboekbladen import VOORBEELD, Blad, Knoopblad
from netwerkkaart.omzetten.werkboekvorm import Kolom

_CELLEN: Mapping[str, Mapping[str, str | int]] = {
    "Organisaties": {
        "naam": "Basisschool De Voorbeeldboom",
        "soort": "School",
        "gemeente": "Genk",
        "straat": "Schoolstraat",
        "huisnummer": "12",
        "postcode": "3600",
        "niveaus": "kleuter; lager",
        "email": "info@voorbeeldboom.be",
    },
    "Relaties": {
        "van": "CLB Voorbeeld",
        "relatie": "begeleidt",
        "naar": "Basisschool De Voorbeeldboom",
        "sinds": "2024-09-01",
        "bron": "gesprek met het CLB",
    },
    "Aanbod": {
        "naam": "Time-out van twee weken",
        "aanbieders": "NAFT Voorbeeld; Jeugdhulp Voorbeeld",
        "gebied": "Genk; Hasselt",
        "continuum": "voorkomen; heroriënteren",
        "themas": "2",
        "doelgroepen": "leerling; school",
        "leeftijd_van": 12,
        "leeftijd_tot": 18,
        "capaciteit": 20,
        "bezet": 14,
        "wachttijd_weken": 3,
    },
    "Fora": {
        "naam": "Overleg Voorbeeld",
        "regio": "limburg",
        "frequentie": "vier keer per jaar",
        "themas": "1; 2",
    },
    "Deelnames": {"van": "CLB Voorbeeld", "naar": "Overleg Voorbeeld", "zetels": 2, "sinds": "2023"},
    "Netwerken": {"naam": "Lerend netwerk Voorbeeld", "regio": "limburg", "themas": "1; 2"},
    "Leden": {
        "van": "CLB Voorbeeld",
        "naar": "Lerend netwerk Voorbeeld",
        "engagement": "trekker",
        "sinds": "2024-09",
    },
    "Coördinatoren": {
        "naam": "An Voorbeeld",
        "rol": "lerend-netwerk",
        "regio": "limburg",
        "email": "an@voorbeeld.be",
        "coördineert": "Lerend netwerk Voorbeeld",
    },
    "Contacten": {
        "naam": "Jo Voorbeeld",
        "functie": "zorgcoördinator",
        "email": "jo@voorbeeld.be",
        "werkt voor": "Basisschool De Voorbeeldboom",
    },
    "Overleg": {
        "naam": "Overleg Voorbeeld, maart",
        "datum": "2026-03-12",
        "overleg van": "Overleg Voorbeeld",
        "aanwezig": "CLB Voorbeeld; An Voorbeeld",
        "agenda": "Wachttijden; afspraken bij schorsing",
        "besproken": "Geen plaats voor time-out",
        "uitkomst": "Het CLB vraagt de cijfers op.",
    },
    "Acties": {
        "naam": "Cijfers over wachttijden opvragen",
        "wie": "CLB Voorbeeld",
        "deadline": "2026-04-30",
        "toestand": "bezig",
    },
    "Afspraken": {
        "naam": "Gesprek binnen de week",
        "omschrijving": "Bij een dreigende schorsing is er binnen vijf dagen een gesprek.",
        "partijen": "CLB Voorbeeld; Basisschool De Voorbeeldboom",
        "continuum": "voorkomen",
        "themas": "1",
        "doelgroepen": "leerling; ouder",
    },
    "Hiaten": {
        "naam": "Geen plaats voor time-out",
        "omschrijving": "Tussen januari en juni is er nergens plaats.",
        "gemeld door": "Basisschool De Voorbeeldboom",
        "thema": "2",
        "stap": "heroriënteren",
        "doelgroepen": "leerling",
        "regio": "limburg",
        "gemeenten": "Genk; Hasselt",
    },
    "Praktijken": {
        "naam": "Warme overdracht",
        "omschrijving": "School, ouders en hulpverlener zitten samen voor de leerling terugkomt.",
        "toegepast door": "CLB Voorbeeld",
        "continuum": "heroriënteren",
        "themas": "1; 2",
        "doelgroepen": "leerling; ouder",
    },
    "Inventarisaties": {
        "naam": "Rondvraag bij alle diensten",
        "regio": "limburg",
        "gemeenten": "alle",
        "thema": "1",
        "stap": "voorkomen",
        "doelgroepen": "alle",
        "volledig": "ja",
        "datum": "2026-02-01",
        "door": "An Voorbeeld",
    },
}


def example_cells(blad: Blad, kolommen: Sequence[Kolom]) -> list[str | int | None]:
    """The cells of the example row of a sheet, marked in the first one.

    >>> from netwerkkaart.omzetten.werkboekbladen import find_blad
    >>> from netwerkkaart.omzetten.werkboekvorm import columns
    >>> blad = find_blad("Leden")
    >>> example_cells(blad, columns(blad))[:3]
    ['voorbeeld: CLB Voorbeeld', 'Lerend netwerk Voorbeeld', 'trekker']
    """
    cellen = _CELLEN[blad.naam]
    uit = [cellen.get(kolom.naam) for kolom in kolommen]
    uit[0] = VOORBEELD if isinstance(blad, Knoopblad) else f"{VOORBEELD}: {uit[0]}"
    return uit
