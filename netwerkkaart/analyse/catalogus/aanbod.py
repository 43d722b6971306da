"""Where help lacks."""

from netwerkkaart.analyse.catalogus.basis import PER, Analyse, Optie

PLAATS = 10
_PER_GEMEENTE = Optie("per", "Per gemeente of per regio geteld.", "keuze", ("gemeente", "regio"))

ANALYSES = (
    Analyse(
        "hiaten",
        "Waar ontbreekt aanbod, en waar weten we het gewoon niet?",
        "Elke rij is een cel: een regio of gemeente, een thema, een stap en een doelgroep. Het oordeel zegt "
        "of er aanbod is (gedekt), of het vol zit (volzet), of de scholen het niet bereiken (niet verbonden),"
        " of het ontbreekt (hiaat), en of dat alleen niet bekend is (witte vlek). Naast het oordeel staat "
        "waarop het steunt: de inventarisaties, wat partners melden, en welke scholen geen weg hebben, met "
        "de band die voor één van hen ontbreekt.",
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
        tekening="hiaten_tekening.draw_hiaten",
    ),
    Analyse(
        "gemelde-hiaten",
        "Wat melden partners, en vinden we het terug?",
        "Elke rij is een hiaat dat een partner meldt, naast wat de berekening van diezelfde cellen zegt: "
        "teruggevonden, een witte vlek, of niet teruggevonden omdat er wel aanbod is. Bij dat laatste weet "
        "de partner iets wat hier niet staat: vraag het na.",
        "Een melding is één stem. Ze brengt niets in kaart, en geen melding betekent niet dat er niets "
        "ontbreekt.",
        "netwerkkaart analyse gemelde-hiaten --regio limburg",
        "hiaten_gemeld",
        "gemelde_hiaten",
        kern=("naam", "gebieden", "doelgroepen", "oordeel", "gemeld_door"),
        opties=(_PER_GEMEENTE,),
    ),
    Analyse(
        "gevoeligheid",
        "Hoeveel hangt af van de gekozen drempels?",
        "Elke drempel verschuift één voor één: wachttijd, aandeel, leeftijd van een inventarisatie, "
        "schakels. Elke rij zegt hoeveel cellen dan een ander oordeel krijgen, welk, en hoeveel ketens "
        "gesloten zijn. Verandert er weinig, dan staat het oordeel vast; verandert er veel, noem dan de "
        "drempel erbij.",
        "De drempels verschuiven alleen, niet samen. Wat niet in kaart gebracht is, blijft onbekend bij elke "
        "drempel.",
        "netwerkkaart analyse gevoeligheid --regio limburg --figuur",
        "gevoeligheid",
        "gevoeligheid",
        kern=("in_woorden", "veranderd", "overgangen", "gesloten", "verschil"),
        sleutel=("drempel", "waarde"),
        opties=(PER,),
        tekening="gevoeligheid.draw_gevoeligheid",
    ),
    Analyse(
        "praktijken",
        "Wat werkt elders voor wat hier ontbreekt?",
        "Elk berekend of gemeld hiaat naast goede praktijken die elders toegepast worden voor hetzelfde "
        "thema en dezelfde stap. Vooraan staat wat de meeste doelgroepen deelt; daarna wat het meest "
        "op de eigen scholen gelijkt: niveau, grootte, stedelijkheid. Er staat bij wie ze toepast en wie u "
        "kunt bellen.",
        "Dat een praktijk elders loopt, bewijst niet dat ze werkt, en nog minder dat ze hier werkt. "
        "Bel eerst.",
        "netwerkkaart analyse praktijken --regio limburg --aantal 2 --uit praktijken.xlsx",
        "praktijken",
        "praktijken",
        kern=("gebied_naam", "stappen", "praktijk_naam", "doelgroepen", "gelijkenis", "toepassers"),
        sleutel=("gebied", "gemeld", "themas", "stappen", "praktijk"),
        opties=(PER, Optie("aantal", "Hoeveel praktijken per hiaat.", "getal", standaard=3)),
    ),
)
