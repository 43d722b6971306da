"""All types of relations, with the kinds that may stand at either end."""

from __future__ import annotations

from pydantic import Field

from netwerkkaart.schema import typen as t
from netwerkkaart.schema.basis import ORGANISATIE, Band, Relatie, RelatieSoort
from netwerkkaart.schema.bevragingsrelaties import BEVRAGINGSRELATIES

ORG = (ORGANISATIE,)
_NETWERK = ("LerendNetwerk",)


class Begeleidt(Band):
    """Een CLB begeleidt een school."""

    soort = RelatieSoort(
        "BEGELEIDT",
        ("Clb",),
        ("School",),
        ("begeleidt", "clb van", "begeleiding"),
        "{van} begeleidt {naar}",
        band=True,
    )


class Ondersteunt(Band):
    """Een ondersteuningsnetwerk (leersteuncentrum) ondersteunt een school."""

    soort = RelatieSoort(
        "ONDERSTEUNT",
        ("Ondersteuningsnetwerk",),
        ("School",),
        ("ondersteunt", "ondersteuning", "leersteun"),
        "{van} ondersteunt {naar}",
        band=True,
    )


class Adviseert(Band):
    """Een begeleidingsdienst adviseert een school."""

    soort = RelatieSoort(
        "ADVISEERT",
        ("Begeleidingsdienst",),
        ("School",),
        ("adviseert", "advies"),
        "{van} adviseert {naar}",
        band=True,
    )


class WerktSamenMet(Band):
    """Twee organisaties werken samen. Zonder richting; één keer bewaard."""

    soort = RelatieSoort(
        "WERKT_SAMEN_MET",
        ORG,
        ORG,
        ("werkt samen met", "samenwerking", "werkt samen"),
        "{van} werkt samen met {naar}",
        band=True,
        ongericht=True,
        uitlijning="org:linkedTo",
    )
    sterkte: t.EenTotDrie | None = Field(None, description="Hoe nauw: 1 (af en toe) tot 3 (wekelijks).")
    sterkte_lijst: t.EenTotDrie | None = Field(
        None, description="Wat een lijst over de sterkte zegt, naast de antwoorden (door het programma)."
    )


class VerwijstNaar(Band):
    """Een organisatie verwijst naar een andere, eventueel voor één stap van het continuüm."""

    soort = RelatieSoort(
        "VERWIJST_NAAR",
        ORG,
        ORG,
        ("verwijst naar", "verwijst door naar", "doorverwijzing"),
        "{van} verwijst naar {naar}",
        band=True,
        sleutel=("stap",),
    )
    stap: t.Stap | None = Field(
        None, description="Stap van het continuüm waarvoor verwezen wordt; leeg: elke stap."
    )


class Biedt(Relatie):
    """Een organisatie biedt een aanbod."""

    soort = RelatieSoort(
        "BIEDT",
        ORG,
        ("Aanbod",),
        ("biedt", "biedt aan"),
        "{van} biedt {naar}",
        uitlijning="cpsv:provides",
    )


class Bereikt(Relatie):
    """Een aanbod bereikt een gemeente of regio."""

    soort = RelatieSoort(
        "BEREIKT",
        ("Aanbod",),
        ("Gemeente", "Regio"),
        ("bereikt", "werkt in", "actief in"),
        "{van} bereikt {naar}",
        uitlijning="dcterms:spatial; HSDS service_area",
    )


class NeemtDeelAan(Relatie):
    """Een organisatie of coördinator neemt deel aan een forum."""

    soort = RelatieSoort(
        "NEEMT_DEEL_AAN",
        (*ORG, "Coordinator"),
        ("Forum",),
        ("neemt deel aan", "deelname", "zit in"),
        "{van} neemt deel aan {naar}",
    )
    zetels: t.Aantal | None = Field(None, description="Aantal zetels; leeg: één.")


class LidVan(Relatie):
    """Een organisatie is lid van een lerend netwerk."""

    soort = RelatieSoort(
        "LID_VAN",
        ORG,
        _NETWERK,
        ("lid van", "is lid van"),
        "{van} is lid van {naar}",
        uitlijning="org:memberOf",
    )
    engagement: t.Engagement | None = Field(None, description="Hoe sterk het lid zich verbindt.")


class Coordineert(Relatie):
    """Een coördinator coördineert een lerend netwerk of forum."""

    soort = RelatieSoort(
        "COORDINEERT", ("Coordinator",), (*_NETWERK, "Forum"), ("coördineert",), "{van} coördineert {naar}"
    )


class WerktVoor(Relatie):
    """Een coördinator of contactpersoon werkt voor een organisatie."""

    soort = RelatieSoort(
        "WERKT_VOOR",
        ("Coordinator", "Contactpersoon"),
        ORG,
        ("werkt voor", "werkt bij"),
        "{van} werkt voor {naar}",
    )


class TandemMet(Relatie):
    """Twee coördinatoren vormen een tandem. Zonder richting; één keer bewaard."""

    soort = RelatieSoort(
        "TANDEM_MET",
        ("Coordinator",),
        ("Coordinator",),
        ("tandem met", "tandem"),
        "{van} vormt een tandem met {naar}",
        ongericht=True,
    )


class ContactMet(Relatie):
    """Een coördinator heeft contact met een organisatie."""

    soort = RelatieSoort(
        "CONTACT_MET",
        ("Coordinator",),
        ORG,
        ("contact met", "heeft contact met"),
        "{van} heeft contact met {naar}",
    )


class PartijBij(Relatie):
    """Een organisatie is partij bij een afspraak."""

    soort = RelatieSoort(
        "PARTIJ_BIJ", ORG, ("Afspraak",), ("partij bij", "ondertekent"), "{van} is partij bij {naar}"
    )


class PastToe(Relatie):
    """Een organisatie past een goede praktijk toe."""

    soort = RelatieSoort("PAST_TOE", ORG, ("GoedePraktijk",), ("past toe",), "{van} past {naar} toe")


class GemeldDoor(Relatie):
    """Een hiaat is gemeld door een organisatie."""

    soort = RelatieSoort("GEMELD_DOOR", ("Hiaat",), ORG, ("gemeld door",), "{van} is gemeld door {naar}")
    standaard_vrijgave = "intern"


class OnderdeelVan(Relatie):
    """Een vestiging of organisatie is onderdeel van een bestuur; een bestuur van een scholengemeenschap."""

    soort = RelatieSoort(
        "ONDERDEEL_VAN",
        ORG,
        ("Bestuur",),
        ("onderdeel van", "hoort bij", "bestuur"),
        "{van} is onderdeel van {naar}",
        uitlijning="org:subOrganizationOf",
    )


class OverlegVan(Relatie):
    """Een bijeenkomst is er een van een forum of lerend netwerk."""

    soort = RelatieSoort(
        "OVERLEG_VAN",
        ("Overleg",),
        ("Forum", *_NETWERK),
        ("overleg van",),
        "{van} is een bijeenkomst van {naar}",
    )


class AanwezigOp(Relatie):
    """Een organisatie, coördinator of contactpersoon was aanwezig op een bijeenkomst."""

    soort = RelatieSoort(
        "AANWEZIG_OP",
        (*ORG, "Coordinator", "Contactpersoon"),
        ("Overleg",),
        ("aanwezig op",),
        "{van} was aanwezig op {naar}",
    )


class Agendeert(Relatie):
    """Een bijeenkomst zet iets op de agenda."""

    soort = RelatieSoort(
        "AGENDEERT",
        ("Overleg",),
        ("Hiaat", "Actie", "GoedePraktijk", "Afspraak"),
        ("agendeert",),
        "{van} agendeert {naar}",
    )


class VerantwoordelijkVoor(Relatie):
    """Een organisatie of coördinator is verantwoordelijk voor een actie."""

    soort = RelatieSoort(
        "VERANTWOORDELIJK_VOOR",
        (*ORG, "Coordinator"),
        ("Actie",),
        ("verantwoordelijk voor",),
        "{van} is verantwoordelijk voor {naar}",
    )


class NietHetzelfdeAls(Relatie):
    """Twee knopen van één soort lijken dubbels en zijn het niet. Geen band; zonder richting."""

    soort = RelatieSoort(
        "NIET_HETZELFDE_ALS",
        (*ORG, "Aanbod", "Forum", "Coordinator", "Contactpersoon"),
        (*ORG, "Aanbod", "Forum", "Coordinator", "Contactpersoon"),
        ("niet hetzelfde als", "is niet hetzelfde als"),
        "{van} is niet hetzelfde als {naar}",
        ongericht=True,
        uitlijning="owl:differentFrom",
    )
    standaard_vrijgave = "intern"


class LigtIn(Relatie):
    """Een organisatie ligt in een gemeente."""

    soort = RelatieSoort(
        "LIGT_IN",
        ORG,
        ("Gemeente",),
        ("ligt in",),
        "{van} ligt in {naar}",
        uniek=True,
        uitlijning="locn:location",
    )
    standaard_vrijgave = "openbaar"


class DeelVan(Relatie):
    """Een gemeente is deel van een regio."""

    soort = RelatieSoort(
        "DEEL_VAN",
        ("Gemeente", "Regio"),
        ("Regio",),
        ("deel van",),
        "{van} is deel van {naar}",
        uniek=True,
        uitlijning="dcterms:isPartOf",
    )
    standaard_vrijgave = "openbaar"


class Gebruikt(Relatie):
    """Een import gebruikt een bron."""

    soort = RelatieSoort(
        "GEBRUIKT", ("Import",), ("Bron",), (), "{van} gebruikt {naar}", uitlijning="prov:used", intern=True
    )


RELATIES: tuple[type[Relatie], ...] = (
    Begeleidt,
    Ondersteunt,
    Adviseert,
    WerktSamenMet,
    VerwijstNaar,
    Biedt,
    Bereikt,
    NeemtDeelAan,
    LidVan,
    Coordineert,
    WerktVoor,
    TandemMet,
    ContactMet,
    PartijBij,
    PastToe,
    GemeldDoor,
    OnderdeelVan,
    OverlegVan,
    AanwezigOp,
    Agendeert,
    VerantwoordelijkVoor,
    *BEVRAGINGSRELATIES,
    NietHetzelfdeAls,
    LigtIn,
    DeelVan,
    Gebruikt,
)
