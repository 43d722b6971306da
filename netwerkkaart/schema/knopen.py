"""All other kinds of nodes: people, networks, offers, practices, gaps, meetings, areas, sources."""

from __future__ import annotations

from pydantic import Field

from netwerkkaart.schema import typen as t
from netwerkkaart.schema.basis import Knoop, Samenvoegbaar, Soort


class Coordinator(Samenvoegbaar):
    """Een coördinator van een lerend netwerk of van Samen tegen Schooluitval."""

    soort = Soort(
        "Coordinator", "coördinatoren", ("coördinator", "coördinatoren"), uitlijning="org:Membership"
    )
    rol: t.Rol = Field(description="Lerend netwerk (jeugdhulp) of Samen tegen Schooluitval (onderwijs).")
    regio: t.RegioCode = Field(description="Regio waarvoor de coördinator werkt.")
    email: t.Email | None = Field(None, description="Professioneel e-mailadres.")
    telefoon: t.Telefoon | None = Field(None, description="Professioneel telefoonnummer.")


class LerendNetwerk(Knoop):
    """Een lerend netwerk tussen onderwijs en jeugdhulp."""

    soort = Soort(
        "LerendNetwerk",
        "lerende netwerken",
        ("lerend netwerk", "netwerk"),
        uitlijning="org:OrganizationalCollaboration",
    )
    regio: t.RegioCode | None = Field(None, description="Regio van het netwerk.")
    themas: t.Themas | None = Field(None, description="Thema's waarrond het netwerk werkt.")


class Forum(Samenvoegbaar):
    """Een bestaand overleg waaraan organisaties deelnemen."""

    soort = Soort(
        "Forum",
        "fora",
        ("overleg", "overlegforum", "overlegtafel"),
        uitlijning="org:OrganizationalCollaboration",
    )
    regio: t.RegioCode | None = Field(None, description="Regio van het overleg.")
    frequentie: t.Tekst | None = Field(None, description="Hoe vaak het samenkomt, in woorden.")
    themas: t.Themas | None = Field(None, description="Thema's die er aan bod komen.")


class Overleg(Knoop):
    """Eén bijeenkomst van een forum of lerend netwerk."""

    soort = Soort("Overleg", "bijeenkomsten", ("bijeenkomst", "vergadering"), uitlijning="schema:Event")
    datum: t.Sinds = Field(description="Dag van de bijeenkomst.")
    agenda: t.Tekst | None = Field(None, description="Agenda.")
    uitkomst: t.Tekst | None = Field(None, description="Wat eruit kwam.")


class Actie(Knoop):
    """Iets wat afgesproken werd te doen."""

    soort = Soort("Actie", "acties", ("actiepunt",), uitlijning="schema:Action")
    toestand: t.Toestand = Field(description="Hoe ver de actie staat.")
    deadline: t.Sinds | None = Field(None, description="Tegen wanneer.")
    uitkomst: t.Tekst | None = Field(None, description="Wat eruit kwam.")


class Aanbod(Samenvoegbaar):
    """Wat een organisatie aanbiedt aan leerlingen, ouders, leerkrachten of scholen."""

    soort = Soort("Aanbod", "aanbod", ("dienst", "hulpaanbod"), uitlijning="cpsv:PublicService; HSDS service")
    continuum: t.Stappen = Field(description="Stappen van het continuüm.")
    themas: t.Themas = Field(description="Thema's.")
    doelgroepen: t.Doelgroepen = Field(description="Doelgroepen.")
    leeftijd_van: t.Leeftijd | None = Field(None, description="Laagste leeftijd, in jaren.")
    leeftijd_tot: t.Leeftijd | None = Field(None, description="Hoogste leeftijd, in jaren.")
    capaciteit: t.Aantal | None = Field(None, description="Aantal plaatsen.")
    bezet: t.Aantal | None = Field(None, description="Aantal bezette plaatsen.")
    wachttijd_weken: t.Weken | None = Field(None, description="Wachttijd, in weken.")
    ingrijpendheid: t.EenTotDrie | None = Field(None, description="Hoe ingrijpend: 1 (minst) tot 3.")
    duur_weken: t.Weken | None = Field(None, description="Gewone duur, in weken.")
    website: t.Website | None = Field(None, description="Webpagina over het aanbod.")


class GoedePraktijk(Knoop):
    """Een aanpak die elders werkte."""

    soort = Soort(
        "GoedePraktijk", "goede praktijken", ("goede praktijk", "praktijk"), uitlijning="schema:HowTo"
    )
    continuum: t.Stappen | None = Field(None, description="Stappen van het continuüm.")
    themas: t.Themas | None = Field(None, description="Thema's.")
    doelgroepen: t.Doelgroepen | None = Field(None, description="Doelgroepen.")
    omschrijving: t.Tekst | None = Field(None, description="Wat men doet en waarom het werkt.")
    website: t.Website | None = Field(None, description="Webpagina.")


class Afspraak(Knoop):
    """Een afspraak over een snelle, gepaste interventie."""

    soort = Soort("Afspraak", "afspraken", (), uitlijning="schema:Permit")
    continuum: t.Stappen | None = Field(None, description="Stappen van het continuüm.")
    themas: t.Themas | None = Field(None, description="Thema's.")
    doelgroepen: t.Doelgroepen | None = Field(None, description="Doelgroepen.")
    omschrijving: t.Tekst | None = Field(None, description="Wat er afgesproken is.")


class Hiaat(Knoop):
    """Een hiaat dat een partner meldt. Berekende hiaten zijn resultaten, nooit knopen."""

    soort = Soort("Hiaat", "gemelde hiaten", ("gemeld hiaat", "melding"), uitlijning="")
    standaard_vrijgave = "intern"
    thema: t.Thema | None = Field(None, description="Thema.")
    stap: t.Stap | None = Field(None, description="Stap van het continuüm.")
    doelgroepen: t.Doelgroepen | None = Field(None, description="Doelgroepen.")
    regio: t.RegioCode | None = Field(None, description="Regio.")
    gemeenten: t.Gemeenten | None = Field(None, description="NIS-codes van de gemeenten, of alle.")
    omschrijving: t.Tekst | None = Field(None, description="Wat er ontbreekt.")


class Inventarisatie(Knoop):
    """Wat in kaart gebracht is: alleen wat genoemd is, telt."""

    soort = Soort("Inventarisatie", "inventarisaties", ("inventaris",), uitlijning="dcat:Dataset")
    naam: t.Naam | None = Field(None, description="Korte naam.")  # type: ignore[assignment]  # optional here
    regio: t.RegioCode = Field(description="Regio die in kaart gebracht is.")
    gemeenten: t.Gemeenten = Field(description="NIS-codes van de gemeenten, of alle.")
    thema: t.Thema = Field(description="Thema.")
    stap: t.Stap = Field(description="Stap van het continuüm.")
    doelgroepen: t.Doelgroepen = Field(description="Doelgroepen, of alle.")
    volledig: t.JaNee = Field(description="Ja: alles wat er is, staat erin.")
    datum: t.Sinds = Field(description="Datum waarop ze gemaakt is.")
    door: t.Tekst | None = Field(None, description="Wie ze maakte.")


class Bevraging(Knoop):
    """Een vraagronde bij de partners."""

    soort = Soort("Bevraging", "bevragingen", ("vraagronde",), uitlijning="dcat:Dataset")
    standaard_vrijgave = "intern"
    vraag: t.Tekst | None = Field(None, description="Tekst van de vraag.")
    regio: t.RegioCode | None = Field(None, description="Regio waarover de ronde gaat.")
    doelen: t.Doelen | None = Field(None, description="Waarvoor de antwoorden gevraagd worden.")
    datum: t.Sinds | None = Field(None, description="Datum van de ronde.")
    deadline: t.Sinds | None = Field(None, description="Tegen wanneer een antwoord gevraagd is.")
    uitgenodigd: t.Aantal | None = Field(None, description="Aantal uitgenodigde organisaties.")
    beantwoord: t.Aantal | None = Field(None, description="Aantal organisaties die antwoordden.")


class Antwoord(Knoop):
    """Wat één organisatie in één bevraging antwoordde, voor zichzelf of namens een andere.

    Een antwoord dat opnieuw komt, is een nieuw antwoord; het vorige blijft staan en telt niet meer mee.
    """

    soort = Soort("Antwoord", "antwoorden", (), uitlijning="prov:Entity")
    standaard_vrijgave = "intern"
    naam: t.Naam | None = Field(None, description="Korte naam.")  # type: ignore[assignment]  # optional here
    datum: t.Sinds = Field(description="Dag waarop het antwoord gegeven is.")
    tijdstip: t.Tekst | None = Field(
        None, description="Wanneer het bewaard is, in UTC, ISO 8601; beslist tussen antwoorden van één dag."
    )
    doelen: t.Doelen | None = Field(None, description="Waarvoor het antwoord gebruikt mag worden.")
    rol: t.Tekst | None = Field(None, description="Functie van wie het invulde; nooit een naam.")
    gegevens_kloppen: t.JaNee | None = Field(
        None, description="Ja: de organisatie bevestigde haar eigen gegevens."
    )


class Contactpersoon(Samenvoegbaar):
    """Een contactpersoon: alleen professionele gegevens, standaard in geen enkele uitvoer."""

    soort = Soort("Contactpersoon", "contactpersonen", ("contact",), uitlijning="schema:ContactPoint")
    standaard_vrijgave = "intern"
    functie: t.Tekst | None = Field(None, description="Functie.")
    email: t.Email | None = Field(None, description="Professioneel e-mailadres.")
    telefoon: t.Telefoon | None = Field(None, description="Professioneel telefoonnummer.")


class Gemeente(Knoop):
    """Een gemeente; haar id is nis: en de NIS-code."""

    soort = Soort("Gemeente", "gemeenten", (), uitlijning="locn:AdminUnit")
    standaard_vrijgave = "openbaar"
    nis: t.Nis = Field(description="NIS-code na de fusies van 2025.")


class Regio(Knoop):
    """Een regio; haar id is regio: en de code."""

    soort = Soort("Regio", "regio's", ("provincie",), uitlijning="locn:AdminUnit")
    standaard_vrijgave = "openbaar"
    code: t.RegioCode = Field(description="Code van de regio.")


class Drempelkeuze(Knoop):
    """De drempels die voor deze graaf gekozen zijn. Er is er hoogstens één; leeg: de standaard."""

    soort = Soort("Drempelkeuze", "gekozen drempels", (), uitlijning="")
    standaard_vrijgave = "openbaar"
    wachttijd_weken: t.Weken | None = Field(None, description="Een aanbod met meer weken wachttijd is vol.")
    aandeel_niet_verbonden: t.Aandeel | None = Field(
        None, description="Aandeel van de scholen zonder vrij aanbod waarboven een cel niet verbonden is."
    )
    maanden_inventarisatie: t.Aantal | None = Field(
        None, description="Zo veel maanden telt een inventarisatie mee."
    )
    schakels: t.Aantal | None = Field(None, description="Zo veel schakels telt een route hoogstens.")


class Koppeling(Knoop):
    """Hoe een bron gelezen wordt: wat haar koppen en woorden in onze woorden zijn. Eén per bron en import."""

    soort = Soort("Koppeling", "onthouden koppelingen", (), uitlijning="")
    standaard_vrijgave = "intern"
    importer: t.Tekst = Field(description="Naam van de import.")
    vorm: t.Tekst | None = Field(None, description="Kenmerk van de koppen van het bestand.")
    keuzes: str = Field(description="JSON: regels van wat, hun en onze.")


class Wissing(Knoop):
    """Dat iemand gewist werd: alleen een kenmerk van haar code, zodat zij niet terugkomt."""

    soort = Soort("Wissing", "wissingen", (), uitlijning="")
    standaard_vrijgave = "intern"
    datum: t.Sinds = Field(description="Dag waarop zij gewist werd.")
    kenmerk: t.Tekst = Field(description="Hash van haar code; haar naam staat nergens meer.")


class Bron(Knoop):
    """Een bron: een lijst, een verslag, een persoon."""

    soort = Soort("Bron", "bronnen", (), uitlijning="prov:Entity")
    datum: t.Sinds | None = Field(None, description="Datum van de bron.")
    sha256: t.Tekst | None = Field(None, description="Hash van het ingelezen bestand.")


class Import(Knoop):
    """Eén import: wanneer, waaruit, hoeveel."""

    soort = Soort("Import", "imports", (), uitlijning="prov:Activity", intern=True)
    soort_import: t.Tekst | None = Field(None, description="Naam van de importeur.")
    tijdstip: t.Tekst | None = Field(None, description="Tijdstip in UTC, ISO 8601.")
    versie: t.Aantal | None = Field(None, description="Volgnummer in deze graaf.")
    nieuw: t.Aantal | None = Field(None, description="Aantal nieuwe knopen en relaties.")
    gewijzigd: t.Aantal | None = Field(None, description="Aantal gewijzigde knopen en relaties.")
    bestand: t.Tekst | None = Field(None, description="Naam waaronder het ingelezen bestand bewaard is.")
    keuzes: str | None = Field(
        None, description="JSON: hoe het bestand gelezen is, om het te kunnen herhalen."
    )
    draait_terug: t.Teksten | None = Field(None, description="Kenmerken van de imports die dit terugdraait.")
    omvat: t.Teksten | None = Field(
        None, description="Kenmerken van imports uit andere grafen waarvan het werk hiermee binnenkwam."
    )
    teruggedraaid_door: t.Tekst | None = Field(
        None, description="Kenmerk van de import die dit terugdraaide; leeg: het geldt."
    )


class Wijziging(Knoop):
    """Een reeks wijzigingen van één import, als JSON Lines, om ze te tonen en terug te draaien."""

    soort = Soort("Wijziging", "wijzigingen", (), uitlijning="prov:Entity", intern=True)
    naam: t.Naam | None = Field(None, description="Leeg.")  # type: ignore[assignment]  # optional here
    nr: t.Aantal = Field(description="Volgnummer van de reeks binnen de import.")
    regels: str = Field(description="JSON Lines: één wijziging per regel.")


class Merk(Knoop):
    """Het merkteken van de graaf zelf: formaat en versie. Er is er precies één."""

    soort = Soort("Merk", "merken", (), intern=True)
    formaat: t.Aantal = Field(description="Versie van het schema.")
    versie: t.Aantal = Field(description="Telt elke schrijfbeurt; bewaakt gelijktijdig schrijven.")


KNOPEN: tuple[type[Knoop], ...] = (
    Coordinator,
    LerendNetwerk,
    Forum,
    Overleg,
    Actie,
    Aanbod,
    GoedePraktijk,
    Afspraak,
    Hiaat,
    Inventarisatie,
    Bevraging,
    Antwoord,
    Contactpersoon,
    Gemeente,
    Regio,
    Drempelkeuze,
    Wissing,
    Koppeling,
    Bron,
    Import,
    Wijziging,
    Merk,
)
