"""What stays when somebody falls away: is the network anchored?"""

from netwerkkaart.analyse.catalogus.basis import ONGEKEND, Analyse, Optie

PLAATS = 60
ANALYSES = (
    Analyse(
        "verankering",
        "Wat blijft er zonder de coördinator, of zonder een organisatie?",
        "Neemt elke coördinator even weg. Welke fora en netwerken leidt zij alleen, welke organisaties "
        "bereikt alleen zij, en welke organisaties zien elkaar alleen door haar? Zelfsturing is het "
        "gemiddelde van wat van die drie blijft. Met --zonder kiest u één coördinator of organisatie; van "
        "een organisatie ziet u wat blijft van de banden, het verbonden deel, de gesloten ketens en de fora.",
        "Is niet ingevuld wie een forum leidt, dan lijkt een coördinator onmisbaar of juist overbodig. Een "
        "paar dat elkaar ook zonder forum vindt, maar dat niemand doorgaf, telt hier als verloren.",
        "netwerkkaart analyse verankering --regio limburg --figuur",
        "verankering",
        "verankering",
        kern=("naam", "wat", "geheel", "blijft", "aandeel"),
        sleutel=("id", "wat"),
        opties=(Optie("zonder", "Code of naam van wie wegvalt; anders elke coördinator."),),
        tekening="verankering.draw_verankering",
    ),
    Analyse(
        "overname",
        "Wie kan overnemen van de coördinator, en waarom?",
        "De beste kandidaten, geordend naar hoeveel van de paren die alleen aan haar hangen, elkaar zien op "
        "een plek waar de kandidaat al zit. Bij gelijke stand gaat voor wie al banden heeft met organisaties "
        "die alleen zij bereikt.",
        "Wie al aan tafel zit, kan niet daarom ook trekken. Vraag eerst of er tijd, mandaat en goesting is.",
        "netwerkkaart analyse overname --regio limburg",
        "verankering_overname",
        "overname",
        kern=("van", "rang", "naam", "soort", "paren", "aandeel", "waarom"),
        opties=(
            Optie("zonder", "Code of naam van de coördinator; anders elke coördinator."),
            Optie("aantal", "Hoeveel kandidaten per coördinator.", "getal", standaard=5),
        ),
    ),
    Analyse(
        "robuustheid",
        "Hoe lang houdt het netwerk stand als organisaties wegvallen?",
        "Volgt het grootste verbonden deel en de gesloten ketens terwijl organisaties wegvallen: bij toeval "
        "(gemiddelde, laagste en hoogste van 20 volgordes) en de best verbonden eerst. Zakt de gerichte lijn "
        "veel vlugger dan de andere, dan hangt het netwerk aan weinig organisaties.",
        ONGEKEND,
        "netwerkkaart analyse robuustheid --regio limburg --figuur robuustheid.svg",
        "robuustheid",
        "robuustheid",
        kern=("weg", "weg_aandeel", "deel_toeval", "deel_gericht", "keten_toeval", "keten_gericht"),
        sleutel=("weg",),
        opties=(
            Optie(
                "volgorde",
                "Gericht verlies: banden na elk verlies opnieuw tellen, of één keer aan het begin.",
                "keuze",
                ("herberekend", "begin"),
            ),
            Optie("zaad", "Een ander getal geeft andere toevallige volgordes.", "getal", standaard=1),
        ),
        tekening="robuustheid.draw_robuustheid",
        versie="2",
    ),
)
