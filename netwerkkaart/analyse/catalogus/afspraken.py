"""What was agreed, and with whom."""

from netwerkkaart.analyse.catalogus.basis import PER, Analyse

PLAATS = 15
ANALYSES = (
    Analyse(
        "afspraken",
        "Waar is er een afspraak voor een snelle interventie, en wie is geen partij?",
        "Elke rij is een cel: een regio of gemeente, een thema, een stap en een doelgroep. Ze zegt welke "
        "afspraken er zijn met een partij uit dat gebied, hoeveel scholen en aanbieders partij zijn, en wie "
        "dat niet is maar wel een band heeft met een partij: vraag die het eerst. Wie hoort bij een bestuur "
        "dat partij is, is het ook.",
        "Een afspraak op papier is nog geen afspraak die werkt. Alleen wat ingevuld is, telt mee.",
        "netwerkkaart analyse afspraken --regio limburg --figuur",
        "afspraken",
        "afspraken",
        kern=(
            "gebied_naam",
            "thema",
            "stap",
            "doelgroep",
            "oordeel",
            "scholen_partij",
            "scholen_te_vragen",
            "aanbieders_te_vragen",
        ),
        opties=(PER,),
        tekening="afspraken.draw_afspraken",
    ),
)
