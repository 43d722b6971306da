"""Who was asked, and how far figures on ties can be trusted."""

from netwerkkaart.analyse.catalogus.basis import Analyse

PLAATS = 80
ANALYSES = (
    Analyse(
        "respons",
        "Wie is bevraagd, wie antwoordde, en wat zegt dat over de banden?",
        "Per bevraging: hoeveel organisaties gevraagd zijn en antwoordden, en van hoeveel paren iemand zegt "
        "dat er een band is (ja), dat er geen is (nee), of niets (niet gevraagd).",
        "Een nee van wie de partner niet kent, telt als nee. Kijk bij een lage respons eerst wie ontbreekt.",
        "netwerkkaart analyse respons --regio limburg",
        "respons_rondes",
        "respons",
        kern=("naam", "gevraagd", "beantwoord", "aandeel", "paren_ja", "paren_nee", "paren_open"),
        tekening="respons_rondes.draw_respons",
    ),
    Analyse(
        "respons-grenzen",
        "Tussen welke grenzen liggen de cijfers over banden?",
        "Elk cijfer over banden, met wat het minstens is (alles wat niet bevraagd is, zou nee zijn) en wat "
        "het hoogstens is (het zou ja zijn). Liggen die ver uiteen, dan is er te weinig bevraagd.",
        "De grenzen zeggen wat mogelijk is, niet wat waarschijnlijk is.",
        "netwerkkaart analyse respons-grenzen --regio limburg --figuur",
        "respons_grenzen",
        "respons_grenzen",
        kern=("cijfer", "laag", "nu", "hoog", "noemer"),
        sleutel=("cijfer",),
        tekening="respons_grenzen.draw_grenzen",
    ),
)
