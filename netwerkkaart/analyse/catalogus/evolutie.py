"""How the network changed: what happened, and what was only mapped."""

from netwerkkaart.analyse.catalogus.basis import PER, Analyse, Optie

_TIJD = (
    Optie("van", "Vanaf deze dag; anders een jaar vóór het einde.", "dag"),
    Optie("tot", "Tot deze dag; anders de peildatum.", "dag"),
)
_DATUMS = (
    "Wat zonder begindatum ingevoerd is, telt als in kaart gebracht, ook als het nieuw is. "
    "Wat nog niet ingevoerd is, ziet de analyse niet."
)

PLAATS = 70
ANALYSES = (
    Analyse(
        "evolutie",
        "Wat veranderde er echt, en wat kwam alleen in kaart?",
        "Vergelijkt drie toestanden: toen zoals toen gekend, toen zoals nu gekend, en nu. Wat tussen de "
        "eerste twee verschilt, is kennis: in kaart gebracht of gecorrigeerd. Wat tussen de laatste twee "
        "verschilt, is gebeurd. Elke rij is één organisatie, band, lid, zetel, aanbod, keten of cel die "
        "erbij kwam, wegviel of een ander oordeel kreeg. Toen gekend: met de imports tot en met die dag.",
        _DATUMS,
        "netwerkkaart analyse evolutie --regio limburg --van 2025-09-01 --uit evolutie.xlsx",
        "evolutie",
        "evolutie",
        kern=("soort", "naam", "was", "werd", "aard"),
        opties=(*_TIJD, PER),
        tekening="evolutie.draw_evolutie",
        sleutel=("soort", "sleutel", "overgang"),
        invoer="tijden",
    ),
    Analyse(
        "evolutie-reeks",
        "Hoe groeide het netwerk, en hoe groeide wat we ervan weten?",
        "Op elk moment van een reeks: de banden, leden, het aanbod en de gesloten ketens, telkens zoals toen "
        "gekend en zoals nu gekend. Lopen die uiteen, dan groeide vooral de kennis.",
        _DATUMS,
        "netwerkkaart analyse evolutie-reeks --regio limburg --stappen 5 --figuur",
        "evolutie_reeks",
        "evolutie_reeks",
        kern=("datum", "banden_toen", "banden", "leden", "gesloten_toen", "gesloten"),
        opties=(
            *_TIJD,
            Optie("stappen", "Hoeveel momenten, begin en einde inbegrepen.", "getal", standaard=5),
        ),
        tekening="evolutie_reeks.draw_reeks",
        sleutel=("datum",),
        invoer="tijden",
    ),
)
