"""The chain from school to help."""

from netwerkkaart.analyse.catalogus.basis import NIVEAU, ONGEKEND, PER, Analyse

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
