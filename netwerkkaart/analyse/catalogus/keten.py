"""The chain from school to help."""

from netwerkkaart.analyse.catalogus.basis import NIVEAU, ONGEKEND, PER, Analyse, Optie

PLAATS = 20
ANALYSES = (
    Analyse(
        "keten",
        "Welke scholen bereiken elke stap van het continuüm?",
        "Een keten is gesloten als de school voor elke stap die voor haar telt, langs haar banden een passend"
        " aanbod bereikt dat niet vol zit. Elke rij zegt welke stap ontbreekt.",
        f"{ONGEKEND} Een band op papier is nog geen vlotte doorverwijzing.",
        "netwerkkaart analyse keten --regio limburg --niveau instelling --uit keten.xlsx",
        "keten",
        "keten",
        kern=("naam", "gemeente", "thema", "oordeel", "ontbreekt"),
        opties=(NIVEAU,),
        tekening="ketenfiguren.draw_keten",
    ),
    Analyse(
        "ketencijfers",
        "Hoeveel ketens zijn gesloten, met de marge en waar het op steunt.",
        "Per gebied en thema: hoeveel scholen een gesloten keten hebben, hoeveel het er hoogstens zijn als "
        "alles wat niet in kaart is, er toch zou zijn, en hoeveel er rust op één onbevestigde band.",
        "Kijk naar de marge: is die groot, dan is er te weinig in kaart gebracht voor één cijfer.",
        "netwerkkaart analyse ketencijfers --per gemeente --regio limburg",
        "ketencijfers",
        "keten_cijfers",
        kern=(
            "gebied_naam",
            "thema",
            "scholen",
            "gesloten",
            "hoogstens",
            "onbevestigd",
            "te_weinig_plaatsen",
        ),
        opties=(PER,),
        tekening="ketenfiguren.draw_ketencijfers",
    ),
    Analyse(
        "open-stappen",
        "Per open stap: het dichtste aanbod met plaats, en de band die de stap sluit.",
        "Van elke stap die een school niet bereikt: waar het dichtste passende aanbod is dat niet vol zit,"
        " hoe ver dat ligt, en wat zou helpen: één nieuwe band, plaats in het aanbod, nieuw aanbod, of eerst"
        " in kaart brengen.",
        f"{ONGEKEND} De afstand is in vogelvlucht. Dichtbij is niet altijd het best passend.",
        "netwerkkaart analyse open-stappen --regio limburg --uit open-stappen.xlsx, en sorteer op afstand.",
        "ketenstappen",
        "open_stappen",
        kern=("naam", "stap", "remedie", "aanbieder_naam", "afstand_km", "nieuwe_band"),
        tekening="ketenstappen.draw_open_stappen",
    ),
    Analyse(
        "ketenherstel",
        "Met welke nieuwe banden, zo weinig mogelijk, sluit de keten van een school?",
        "Per open keten het kleinste aantal nieuwe samenwerkingen dat ze sluit, met namen. Waar een band niet"
        " helpt, staat welke stap open blijft en waarom: er is geen passend aanbod, of alles zit vol.",
        f"{ONGEKEND} Het voorstel kent geen geschiedenis en geen goesting: bespreek het met de partners.",
        "netwerkkaart analyse ketenherstel --regio limburg --uit ketenherstel.xlsx",
        "ketenherstel",
        "ketenherstel",
        kern=("naam", "gemeente", "thema", "banden", "voorstel", "blijft_open"),
    ),
    Analyse(
        "ketenherstel-samen",
        "Welke ene nieuwe band sluit de ketens van de meeste scholen tegelijk?",
        "Een band tussen twee diensten, zoals een CLB en een NAFT-aanbieder, kan de keten van vele scholen in"
        " één keer sluiten. De beste staan bovenaan, met de scholen die erbij winnen.",
        f"{ONGEKEND} De analyse ziet niet of de aanbieder zoveel scholen aankan: kijk ook naar de plaatsen.",
        "netwerkkaart analyse ketenherstel-samen --regio limburg --aantal 5",
        "ketenherstel_samen",
        "ketenherstel_samen",
        kern=("rang", "van_naam", "naar_naam", "ketens", "samen", "forum"),
        opties=(Optie("aantal", "Hoeveel banden.", "getal", standaard=10),),
        tekening="ketenherstel_samen.draw_samen",
    ),
    Analyse(
        "jeugdhulp",
        "Bereikt elke jeugdhulpaanbieder onderwijs, werk en dagbesteding?",
        "De keten voor jongeren die nergens meer ingeschreven zijn: vanuit elke jeugdhulpaanbieder de stappen"
        " heroriënteren, toeleiden naar werk en alternatieve dagbesteding.",
        ONGEKEND,
        "netwerkkaart analyse jeugdhulp --regio limburg",
        "jeugdhulp",
        "keten_jeugdhulp",
        kern=("naam", "gemeente", "oordeel", "ontbreekt"),
    ),
    Analyse(
        "dagbesteding",
        "Hebben aanbieders van dagbesteding banden met onderwijs en met werk?",
        "Wie alternatieve dagbesteding biedt, hoort banden te hebben met onderwijs én met werk: anders wordt "
        "een rustpunt een eindpunt.",
        "De analyse telt banden, niet hoe sterk ze zijn.",
        "netwerkkaart analyse dagbesteding --regio limburg",
        "dagbesteding",
        "dagbesteding",
        kern=("naam", "gemeente", "onderwijs", "werk", "in_orde"),
    ),
    Analyse(
        "naft",
        "Hoeveel secundaire scholen bereiken een NAFT-aanbieder?",
        "Per regio het aandeel secundaire scholen met een route naar een NAFT-aanbieder, en hoeveel bruggen "
        "tussen sectoren over een NAFT-aanbieder lopen.",
        f"{ONGEKEND} Het aandeel zegt niets over het aantal plaatsen.",
        "netwerkkaart analyse naft",
        "naft",
        "naft_aandeel",
        kern=("naam", "scholen", "bereiken", "aanbieders", "bruggen_naft"),
    ),
)
