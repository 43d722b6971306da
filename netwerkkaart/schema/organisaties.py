"""The kinds of organisations. A school is a site (vestigingsplaats)."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from netwerkkaart.schema import typen as t
from netwerkkaart.schema.basis import ORGANISATIE, Samenvoegbaar, Soort


def _soort(
    label: str, meervoud: str, sector: str, *woorden: str, uitlijning: str = "org:Organization"
) -> Soort:
    return Soort(label, meervoud, woorden, ORGANISATIE, sector, uitlijning)


class Organisatie(Samenvoegbaar):
    """Een organisatie of vestigingsplaats in het netwerk."""

    soort: ClassVar[Soort]

    straat: t.Tekst | None = Field(None, description="Straat.")
    huisnummer: t.Tekst | None = Field(None, description="Huisnummer, met bus.")
    postcode: t.Postcode | None = Field(None, description="Postcode: vier cijfers, als tekst.")
    deelgemeente: t.Tekst | None = Field(
        None, description="Plaatsnaam zoals de bron hem gaf, als die van de gemeente verschilt."
    )
    lengte: t.Lengtegraad | None = Field(None, description="Lengtegraad (WGS84).")
    breedte: t.Breedtegraad | None = Field(None, description="Breedtegraad (WGS84).")
    email: t.Email | None = Field(None, description="Algemeen e-mailadres van de organisatie.")
    telefoon: t.Telefoon | None = Field(None, description="Algemeen telefoonnummer van de organisatie.")
    website: t.Website | None = Field(None, description="Website.")
    kbo: t.Kbo | None = Field(None, description="Ondernemingsnummer (KBO), 10 cijfers.")
    ovo: t.Id | None = Field(None, description="OVO-code van een Vlaamse overheid.")
    themas: t.Themas | None = Field(None, description="Thema's waarvoor de organisatie werkt.")
    continuum: t.Stappen | None = Field(
        None, description="Stappen van het continuüm waarin de organisatie werkt."
    )
    bevestigd_op: t.Sinds | None = Field(
        None, description="Datum waarop de organisatie haar eigen gegevens bevestigde."
    )
    bevestigd_op_lijst: t.Sinds | None = Field(
        None, description="Wat een lijst daarover zegt, naast de antwoorden (door het programma)."
    )


class MetZelfstandigen(Organisatie):
    """Een soort waarvan ook één mens er een kan zijn: haar gegevens zijn dan die van een persoon."""

    zelfstandige: t.JaNee | None = Field(
        None,
        description="Ja: één mens die op eigen naam werkt (natuurlijke persoon in de KBO). Partners zien dan "
        "soort en gemeente, geen naam of adres, tenzij vrijgave ingevuld is.",
    )


class School(Organisatie):
    """Een vestigingsplaats van een school. Alle aandelen tellen vestigingsplaatsen."""

    soort = _soort(
        "School",
        "scholen",
        "onderwijs",
        "vestigingsplaats",
        "vestiging",
        "basisschool",
        "secundaire school",
        "scholen",
        uitlijning="org:Site",
    )

    niveaus: t.Niveaus | None = Field(None, description="Onderwijsniveaus; bepalen het thema van de school.")
    instellingsnummer: t.Instellingsnummer | None = Field(
        None, description="Nummer van de instelling, zes cijfers."
    )
    vestigingsnummer: t.Id | None = Field(
        None, description="Volgnummer van de vestigingsplaats binnen de instelling."
    )
    net: t.Tekst | None = Field(None, description="Onderwijsnet.")
    leerlingen: t.Aantal | None = Field(
        None, description="Totaal aantal leerlingen; iets fijners wordt geweigerd."
    )
    leerlingen_schooljaar: t.Schooljaar | None = Field(None, description="Schooljaar van dat totaal.")


class Clb(Organisatie):
    """Een centrum voor leerlingenbegeleiding."""

    soort = _soort("Clb", "CLB's", "onderwijs", "centrum voor leerlingenbegeleiding", "clb's")
    instellingsnummer: t.Instellingsnummer | None = Field(
        None, description="Nummer van de instelling, zes cijfers."
    )


class Begeleidingsdienst(MetZelfstandigen):
    """Een pedagogische begeleidingsdienst."""

    soort = _soort(
        "Begeleidingsdienst", "begeleidingsdiensten", "onderwijs", "pedagogische begeleidingsdienst", "pbd"
    )


class Ondersteuningsnetwerk(Organisatie):
    """Een ondersteuningsnetwerk, sinds 2023 ook leersteuncentrum genoemd."""

    soort = _soort(
        "Ondersteuningsnetwerk", "ondersteuningsnetwerken", "onderwijs", "leersteuncentrum", "leersteuncentra"
    )


class Jeugdhulpaanbieder(MetZelfstandigen):
    """Een aanbieder van jeugdhulp."""

    soort = _soort(
        "Jeugdhulpaanbieder", "jeugdhulpaanbieders", "welzijn", "jeugdhulp", "jeugdzorg", "caw", "cig"
    )


class GeestelijkeGezondheidszorg(MetZelfstandigen):
    """Een dienst of team in de geestelijke gezondheidszorg."""

    soort = _soort(
        "GeestelijkeGezondheidszorg",
        "GGZ-diensten",
        "gezondheid",
        "ggz",
        "geestelijke gezondheidszorg",
        "cgg",
        "ggz-team",
    )


class NaftAanbieder(MetZelfstandigen):
    """Een aanbieder van naadloze flexibele trajecten onderwijs–welzijn (NAFT)."""

    soort = _soort("NaftAanbieder", "NAFT-aanbieders", "naft", "naft", "naft-aanbieder")


class Werkactor(MetZelfstandigen):
    """Een actor die naar werk toeleidt."""

    soort = _soort("Werkactor", "werkactoren", "werk", "werk", "vdab", "werkgever", "arbeidsbemiddeling")


class LokaalBestuur(Organisatie):
    """Een gemeente, OCMW of provincie als bestuur."""

    soort = _soort(
        "LokaalBestuur",
        "lokale besturen",
        "lokaal",
        "gemeentebestuur",
        "ocmw",
        "lokaal bestuur",
        "stadsbestuur",
        uitlijning="org:FormalOrganization",
    )


class AndereOrganisatie(MetZelfstandigen):
    """Een organisatie van een andere soort."""

    soort = _soort(
        "AndereOrganisatie", "andere organisaties", "andere", "andere", "overige", "andere organisatie"
    )


class Bestuur(Organisatie):
    """De rechtspersoon achter vestigingen: schoolbestuur, scholengemeenschap of vzw. Nooit in een band."""

    soort = _soort(
        "Bestuur",
        "besturen",
        "",
        "schoolbestuur",
        "scholengemeenschap",
        "vzw",
        "inrichtende macht",
        uitlijning="org:FormalOrganization",
    )

    aard: t.Tekst | None = Field(None, description="Schoolbestuur, scholengemeenschap of vzw.")


ORGANISATIES: tuple[type[Organisatie], ...] = (
    School,
    Clb,
    Begeleidingsdienst,
    Ondersteuningsnetwerk,
    Jeugdhulpaanbieder,
    GeestelijkeGezondheidszorg,
    NaftAanbieder,
    Werkactor,
    LokaalBestuur,
    AndereOrganisatie,
    Bestuur,
)
