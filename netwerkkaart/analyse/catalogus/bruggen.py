"""Ties between sectors: which hold, which are fragile, which new ones would help."""

from netwerkkaart.analyse.catalogus.basis import ONGEKEND, Analyse, Optie

PLAATS = 30
ANALYSES = (
    Analyse(
        "bruggen",
        "Welke banden tussen sectoren zijn breekbaar?",
        "Een brug is een band tussen twee sectoren. Ze is breekbaar als ze de enige is tussen die twee "
        "sectoren van die twee gemeenten, of als alles via één persoon loopt. Er staat ook bij welke bruggen "
        "aan één organisatie hangen. Een snijrand is een band waarzonder een deel van het netwerk loskomt.",
        f"{ONGEKEND} Waar weinig banden gekend zijn, lijkt elke brug breekbaar.",
        "netwerkkaart analyse bruggen --regio limburg --uit bruggen.xlsx",
        "bruggen",
        "bruggen",
        kern=("van_naam", "naar_naam", "breekbaar", "snijrand", "scholen", "reden"),
        opties=(Optie("alle", "Toon elke brug, ook wie niet breekbaar is.", "ja"),),
        tekening="bruggen_tekening.draw_bruggen",
        versie="2",
    ),
    Analyse(
        "brugfiguren",
        "Welke organisaties verbinden de sectoren?",
        "Organisaties met minstens één brug, met de maten van de literatuur naast elkaar: tussenligging, "
        "Burts beperking en effectieve omvang, en de rollen van Gould en Fernandez. Bij elke rol staat wat "
        "toeval zou geven (verwacht) en hoe ver het daarvan afwijkt (z): ver boven 2 is opvallend veel.",
        "Wie veel doorgaf, lijkt belangrijker dan wie weinig doorgaf. Vergelijk een z alleen tussen "
        "organisaties met ongeveer evenveel banden: ze is scheef verdeeld.",
        "netwerkkaart analyse brugfiguren --regio limburg",
        "brugfiguren",
        "brugfiguren",
        kern=("naam", "gemeente", "banden", "bruggen", "snijpunt", "draagt", "tussenligging", "beperking"),
        versie="2",
    ),
    Analyse(
        "sectoren",
        "Welke sectoren hebben banden met elkaar, en welke te weinig?",
        "Voor elke twee sectoren: hoeveel banden er zijn, hoeveel er zouden kunnen zijn (dichtheid), en "
        "hoeveel toeval zou geven als dezelfde banden willekeurig over de sectoren verdeeld waren. Met "
        "--regio tellen alleen banden binnen die regio.",
        f"{ONGEKEND} Een dun vak is pas een gebrek als beide sectoren bevraagd zijn.",
        "netwerkkaart analyse sectoren --regio limburg --figuur",
        "sectoren",
        "sectoren",
        kern=("sector", "ander", "banden", "mogelijk", "dichtheid", "verwacht", "z"),
        sleutel=("sector", "ander"),
        tekening="sectoren_tekening.draw_sectoren",
    ),
    Analyse(
        "ei-index",
        "Kijkt een regio of sector naar binnen of naar buiten?",
        "De E-I-index van Krackhardt en Stern: −1 als alle banden binnen de eigen sector blijven, +1 als ze "
        "alle naar een andere sector gaan. Daarnaast staat wat toeval geeft: een grote sector heeft "
        "vanzelf meer banden binnen de eigen sector.",
        f"{ONGEKEND} Vergelijk regio's op het verschil met verwacht, niet op de index zelf.",
        "netwerkkaart analyse ei-index --uit ei.xlsx",
        "sectoren_blik",
        "ei_index",
        kern=("gebied_naam", "sector", "extern", "intern", "ei", "verwacht", "z"),
        tekening="sectoren_tekening.draw_blik",
    ),
    Analyse(
        "nieuwe-bruggen",
        "Welke nieuwe band helpt de meeste scholen vooruit?",
        "De beste nieuwe banden na elkaar: elke volgende is wat bovenop de vorige het meeste oplevert, "
        "geteld in stappen die een school erdoor bereikt. Wie elkaar al in een forum ziet, gaat bij gelijke "
        "winst voor. Er staat bij hoever de beste keuze er hoogstens boven kan liggen; met --optimum wordt "
        "die gezocht, als er niet te veel mogelijke banden zijn.",
        "De analyse kent geen afstand, geen geschiedenis en geen zin om samen te werken. "
        "Bespreek elk voorstel eerst met beide partners.",
        "netwerkkaart analyse nieuwe-bruggen --regio limburg --aantal 5",
        "nieuwe_bruggen",
        "nieuwe_bruggen",
        kern=("rang", "van_naam", "naar_naam", "winst", "samen", "grens", "ketens_gesloten", "forum"),
        opties=(
            Optie("k", "Hoeveel nieuwe banden.", "getal", standaard=10, vlag="--aantal"),
            Optie("hoogstens", "Hoogstens zoveel nieuwe banden voor één organisatie.", "getal"),
            Optie(
                "niet",
                "Code van een organisatie die geen nieuwe band krijgt, of A|B: niet deze twee samen. Mag "
                "meer dan één keer.",
                meermaals=True,
            ),
            Optie("binnen", "Alleen banden met beide organisaties in de regio (van --regio).", "ja"),
            Optie("optimum", "Zoek ook de allerbeste keuze, met bewijs (hoogstens 10 seconden).", "ja"),
        ),
        tekening="nieuwe_bruggen_tekening.draw_nieuwe_bruggen",
    ),
)
