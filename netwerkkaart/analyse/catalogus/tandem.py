"""Two coordinators, one region: whom they reach, and at which tables."""

from netwerkkaart.analyse.catalogus.basis import Analyse, Optie

_INGEVULD = "Alleen contacten die ingevuld zijn, tellen mee."
_ZETEL = "Een zetel is nog geen aanwezigheid: kijk ook wie echt komt."
_FORA = "Alleen fora en deelnames die ingevuld zijn, tellen mee."

PLAATS = 40
ANALYSES = (
    Analyse(
        "tandem",
        "Wie bereikt de tandem samen, wie één van beide, wie niemand?",
        "Van elke organisatie van de regio: bereikt de coördinator van het lerend netwerk haar, die van Samen"
        " tegen Schooluitval, allebei of geen van beide, en langs welke weg (contact, forum, netwerk).",
        _INGEVULD,
        "netwerkkaart analyse tandem --regio limburg --uit tandem.xlsx",
        "tandems",
        "tandem",
        kern=("naam", "soort", "gemeente", "oordeel"),
        regio_verplicht=True,
        tekening="tandem_figuur.draw_tandem",
    ),
    Analyse(
        "tandem-overzicht",
        "Wie bereikt de tandem, geteld per soort en gemeente?",
        "Hoeveel organisaties van elke soort in elke gemeente de tandem samen, alleen of niet bereikt.",
        _INGEVULD,
        "netwerkkaart analyse tandem-overzicht --regio limburg",
        "tandems",
        "tandem_overzicht",
        kern=("soort", "gemeente", "organisaties", "beide", "blinde_vlek"),
        sleutel=("soort", "gemeente"),
        regio_verplicht=True,
        tekening="tandem_figuur.draw_overzicht",
    ),
    Analyse(
        "tandem-verdeling",
        "Wie van de tandem houdt met wie contact?",
        "Een voorstel dat elke bereikte organisatie aan één van beide geeft, zo gelijk mogelijk. Wie maar "
        "één van beide kent, blijft bij haar; de andere gaan naar wie een eigen contact heeft, of de meeste "
        "wegen. Wie niemand bereikt, krijgt het forum en de partner langs wie het kan.",
        "Een band op papier zegt niets over hoe goed het klikt. Bespreek het voorstel samen.",
        "netwerkkaart analyse tandem-verdeling --regio limburg --samen Clb --uit verdeling.xlsx",
        "tandem_verdeling",
        "tandem_verdeling",
        kern=("naam", "soort", "verdeling", "waarom", "langs"),
        regio_verplicht=True,
        opties=(
            Optie("verschil", "Hoeveel organisaties de ene er meer mag hebben.", "getal", standaard=0),
            Optie("samen", "Code of soort waarmee beide contact houden.", meermaals=True, standaard=()),
        ),
        tekening="tandem_figuur.draw_verdeling",
    ),
    Analyse(
        "fora",
        "Met hoe weinig bestaande fora bereik je iedereen?",
        "De kleinste reeks bestaande fora waarin samen iedereen zit die in een forum van de regio zit: zo "
        "weinig mogelijk vergaderingen. Er staat bij of bewezen is dat het niet met minder kan.",
        _ZETEL,
        "netwerkkaart analyse fora --regio limburg",
        "kleinste_fora",
        "fora_van_regio",
        kern=("naam", "organisaties", "zetels", "lerend_netwerk", "sts", "gekozen"),
        regio_verplicht=True,
    ),
    Analyse(
        "zonder-forum",
        "Welke organisaties zitten in geen enkel forum?",
        "Organisaties van de regio die nergens aan tafel zitten: daar helpt geen bestaand forum.",
        _FORA,
        "netwerkkaart analyse zonder-forum --regio limburg",
        "kleinste_fora",
        "zonder_forum",
        kern=("naam", "soort", "gemeente"),
        regio_verplicht=True,
    ),
    Analyse(
        "nieuw-forum",
        "Welk nieuw forum zou de meeste organisaties dienen die nergens zitten?",
        "Groepen van organisaties die in geen enkel forum van de regio zitten, met de meeste leden die onder "
        "elkaar al een band hebben bovenaan: die hebben iets om over te praten.",
        f"{_FORA} Een nieuw forum kost tijd: kijk eerst of een bestaand forum hen kan ontvangen.",
        "netwerkkaart analyse nieuw-forum --regio limburg --per gemeente-sector",
        "tandem_forum",
        "nieuw_forum",
        kern=("rang", "groep", "gediend", "organisaties", "paren", "trekker"),
        sleutel=("groep",),
        regio_verplicht=True,
        opties=(
            Optie(
                "per",
                "Hoe de groepen gemaakt worden.",
                "keuze",
                ("gemeente", "gemeente-sector", "sector", "banden"),
            ),
        ),
    ),
)
