"""Figures for policy: regions beside each other, with what is not known."""

from netwerkkaart.analyse.catalogus.basis import Analyse, Optie

PLAATS = 90
ANALYSES = (
    Analyse(
        "indicatoren",
        "Hoe staat elke regio ervoor, voor −12 en +12, en hoe zeker is dat?",
        "Elke rij is een cijfer van een regio, van Vlaanderen, of van Vlaanderen en Brussel samen: gesloten "
        "ketens, bereikte stappen, gedekte cellen, afspraken, en de vooruitgang van het netwerk zelf. Bij "
        "elk aandeel staat waaruit het genomen is, wat niet in kaart gebracht is, hoe hoog en hoe laag het "
        "daardoor kan zijn, en welke opdracht het volledig toont.",
        "Een regio die weinig in kaart bracht, lijkt slechter of beter dan ze is: kijk naar de marge, niet "
        "naar het getal. Een regio met minder dan drie vierde in kaart krijgt geen plaats in de rij.",
        "netwerkkaart analyse indicatoren --regio limburg --figuur",
        "indicatoren",
        "indicatoren",
        kern=("gebied_naam", "leeftijd", "code", "in_woorden", "rang", "bron"),
        opties=(
            Optie(
                "minstens_in_kaart",
                "Zo veel (0–1) moet in kaart gebracht zijn voor een plaats onder de regio's.",
                "kommagetal",
                standaard=0.75,
            ),
        ),
        tekening="indicatoren_tekening.draw_indicatoren",
        sleutel=("gebied", "leeftijd", "code"),
    ),
)
