"""Analyses: pure functions from a view to rows with evidence. This module only lists them.

Nothing heavy is imported here: an analysis is loaded when it is run, so that help stays quick.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any


@dataclass(frozen=True, slots=True)
class Analyse:
    """One analysis that can be run by name.

    Args:
        naam: its name on the command line.
        kort: one line for the list.
        wanneer_niet: when not to trust it, in plain Dutch.
        module: module beneath ``netwerkkaart.analyse``.
        functie: function in that module: ``(beeld, drempels, *, regio, …) -> Uitkomst``.
        regio_verplicht: true when it is about one region.
        opties: further keyword arguments that it takes, with the values they may have (none: any).
    """

    naam: str
    kort: str
    wanneer_niet: str
    module: str
    functie: str
    regio_verplicht: bool = False
    opties: Mapping[str, tuple[str, ...]] | None = None

    def load(self) -> Callable[..., Any]:
        """Import the function. Its result is an ``Uitkomst``."""
        functie: Callable[..., Any] = getattr(import_module(f"{__name__}.{self.module}"), self.functie)
        return functie


_PER = {"per": ("regio", "gemeente")}
_NIVEAU = {"niveau": ("vestiging", "instelling", "bestuur")}
_ONGEKEND = "Banden die niemand doorgaf, ziet de analyse niet: vraag eerst na bij de partners."

ANALYSES: Mapping[str, Analyse] = {
    analyse.naam: analyse
    for analyse in (
        Analyse(
            "hiaten",
            "Waar ontbreekt aanbod, en waar weten we het gewoon niet?",
            "Zonder inventarisaties is bijna alles een witte vlek. Vertrouw een hiaat alleen als de "
            "inventarisatie echt alles noemt.",
            "hiaten",
            "hiaten",
            opties=_PER,
        ),
        Analyse(
            "keten",
            "Welke scholen bereiken elke stap van het continuüm?",
            f"{_ONGEKEND} Een band op papier is nog geen vlotte doorverwijzing.",
            "keten",
            "keten",
            opties=_NIVEAU,
        ),
        Analyse(
            "ketencijfers",
            "Hoeveel ketens zijn gesloten, met de marge en waar het op steunt.",
            "Kijk naar de marge: is die groot, dan is er te weinig in kaart gebracht voor één cijfer.",
            "ketencijfers",
            "keten_cijfers",
            opties=_PER,
        ),
        Analyse(
            "jeugdhulp",
            "Bereikt elke jeugdhulpaanbieder onderwijs, werk en dagbesteding?",
            _ONGEKEND,
            "jeugdhulp",
            "keten_jeugdhulp",
        ),
        Analyse(
            "dagbesteding",
            "Hebben aanbieders van dagbesteding banden met onderwijs en met werk?",
            "De analyse telt banden, niet hoe sterk ze zijn.",
            "dagbesteding",
            "dagbesteding",
        ),
        Analyse(
            "naft",
            "Hoeveel secundaire scholen bereiken een NAFT-aanbieder?",
            f"{_ONGEKEND} Het aandeel zegt niets over het aantal plaatsen.",
            "naft",
            "naft_aandeel",
        ),
        Analyse(
            "bruggen",
            "Welke banden tussen sectoren zijn breekbaar?",
            f"{_ONGEKEND} Waar weinig banden gekend zijn, lijkt elke brug breekbaar.",
            "bruggen",
            "bruggen",
        ),
        Analyse(
            "brugfiguren",
            "Welke organisaties verbinden de sectoren?",
            "Wie veel doorgaf, lijkt belangrijker dan wie weinig doorgaf.",
            "brugfiguren",
            "brugfiguren",
        ),
        Analyse(
            "nieuwe-bruggen",
            "Welke nieuwe band helpt de meeste scholen vooruit?",
            "De analyse kent geen afstand, geen geschiedenis en geen zin om samen te werken. "
            "Bespreek elk voorstel eerst met beide partners.",
            "nieuwe_bruggen",
            "nieuwe_bruggen",
        ),
        Analyse(
            "tandem",
            "Wie bereikt de tandem samen, wie één van beide, wie niemand?",
            "Alleen contacten die ingevuld zijn, tellen mee.",
            "tandems",
            "tandem",
            regio_verplicht=True,
        ),
        Analyse(
            "tandem-overzicht",
            "Hetzelfde, geteld per soort en gemeente.",
            "Alleen contacten die ingevuld zijn, tellen mee.",
            "tandems",
            "tandem_overzicht",
            regio_verplicht=True,
        ),
        Analyse(
            "fora",
            "Met hoe weinig bestaande fora bereik je iedereen?",
            "Een zetel is nog geen aanwezigheid: kijk ook wie echt komt.",
            "kleinste_fora",
            "fora_van_regio",
            regio_verplicht=True,
        ),
        Analyse(
            "zonder-forum",
            "Welke organisaties zitten in geen enkel forum?",
            "Alleen fora en deelnames die ingevuld zijn, tellen mee.",
            "kleinste_fora",
            "zonder_forum",
            regio_verplicht=True,
        ),
    )
}
"""Every analysis by name, in the order in which they are shown."""
