"""Ties between sectors: which hold, which are fragile, which new ones would help."""

from netwerkkaart.analyse.catalogus.basis import ONGEKEND, Analyse, Optie

PLAATS = 30
ANALYSES = (
    Analyse(
        "bruggen",
        "Welke banden tussen sectoren zijn breekbaar?",
        "Een brug is een band tussen twee sectoren. Ze is breekbaar als ze de enige is tussen die twee "
        "sectoren van die twee gemeenten, of als alles via één persoon loopt. Een snijrand is een band "
        "waarzonder een deel van het netwerk loskomt.",
        f"{ONGEKEND} Waar weinig banden gekend zijn, lijkt elke brug breekbaar.",
        "netwerkkaart analyse bruggen --regio limburg --uit bruggen.xlsx",
        "bruggen",
        "bruggen",
        kern=("van_naam", "naar_naam", "breekbaar", "snijrand", "scholen", "reden"),
    ),
    Analyse(
        "brugfiguren",
        "Welke organisaties verbinden de sectoren?",
        "Organisaties met minstens één brug, met de maten van de literatuur naast elkaar: tussenligging, "
        "Burts beperking en effectieve omvang, en de rollen van Gould en Fernandez.",
        "Wie veel doorgaf, lijkt belangrijker dan wie weinig doorgaf.",
        "netwerkkaart analyse brugfiguren --regio limburg",
        "brugfiguren",
        "brugfiguren",
        kern=("naam", "gemeente", "banden", "bruggen", "snijpunt", "tussenligging", "beperking"),
    ),
    Analyse(
        "nieuwe-bruggen",
        "Welke nieuwe band helpt de meeste scholen vooruit?",
        "De beste nieuwe banden na elkaar: elke volgende is wat bovenop de vorige het meeste oplevert, "
        "geteld in stappen die een school erdoor bereikt. Wie elkaar al in een forum ziet, gaat bij gelijke "
        "winst voor.",
        "De analyse kent geen afstand, geen geschiedenis en geen zin om samen te werken. "
        "Bespreek elk voorstel eerst met beide partners.",
        "netwerkkaart analyse nieuwe-bruggen --regio limburg --aantal 5",
        "nieuwe_bruggen",
        "nieuwe_bruggen",
        kern=("rang", "van_naam", "naar_naam", "winst", "ketens_gesloten", "forum"),
        opties=(Optie("k", "Hoeveel nieuwe banden.", "getal", standaard=10, vlag="--aantal"),),
    ),
)
