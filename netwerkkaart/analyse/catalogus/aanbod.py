"""Where help lacks."""

from netwerkkaart.analyse.catalogus.basis import PER, Analyse

PLAATS = 10
ANALYSES = (
    Analyse(
        "hiaten",
        "Waar ontbreekt aanbod, en waar weten we het gewoon niet?",
        "Elke rij is een cel: een regio of gemeente, een thema, een stap en een doelgroep. Het oordeel zegt "
        "of er aanbod is (gedekt), of het vol zit (volzet), of de scholen het niet bereiken (niet verbonden),"
        " of het ontbreekt (hiaat), en of dat alleen niet bekend is (witte vlek).",
        "Zonder inventarisaties is bijna alles een witte vlek. Vertrouw een hiaat alleen als de "
        "inventarisatie echt alles noemt.",
        "netwerkkaart analyse hiaten --regio limburg --per gemeente --uit hiaten.xlsx",
        "hiaten",
        "hiaten",
        kern=(
            "gebied_naam",
            "thema",
            "stap",
            "doelgroep",
            "oordeel",
            "scholen",
            "scholen_bereikt",
            "aanbod_vrij",
        ),
        opties=(PER,),
    ),
)
