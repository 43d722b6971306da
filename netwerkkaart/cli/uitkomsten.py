"""Results of analyses as tables: in the terminal or in a file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from netwerkkaart.analyse.drempels import Drempels, kept_drempels
from netwerkkaart.analyse.uitkomst import Uitkomst
from netwerkkaart.cli.opties import give
from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.uitvoer.tabel import Rooster


def choose_drempels(
    beeld: Beeld, wachttijd: int | None, aandeel: float | None, maanden: int | None, schakels: int | None
) -> Drempels:
    """Thresholds from the options; what is not given is what the graph keeps, else the default.

    Raises:
        GebruikersFout: a threshold that has no meaning.
    """
    try:
        return kept_drempels(
            beeld,
            wachttijd_weken=wachttijd,
            aandeel_niet_verbonden=aandeel,
            maanden_inventarisatie=maanden,
            schakels=schakels,
        )
    except ValueError:
        raise GebruikersFout(
            "Deze drempel heeft geen betekenis.",
            hulp="Schakels is minstens 1, weken en maanden minstens 0, het aandeel ligt tussen 0 en 1.",
        ) from None


KERN: Mapping[str, tuple[str, ...]] = {
    "hiaten": (
        "gebied_naam",
        "thema",
        "stap",
        "doelgroep",
        "oordeel",
        "scholen",
        "scholen_bereikt",
        "aanbod_vrij",
    ),
    "keten": ("naam", "gemeente", "thema", "oordeel", "ontbreekt"),
    "ketencijfers": (
        "gebied_naam",
        "thema",
        "scholen",
        "gesloten",
        "hoogstens",
        "onbevestigd",
        "te_weinig_plaatsen",
    ),
    "jeugdhulp": ("naam", "gemeente", "oordeel", "ontbreekt"),
    "dagbesteding": ("naam", "gemeente", "onderwijs", "werk", "in_orde"),
    "naft": ("naam", "scholen", "bereiken", "aanbieders", "bruggen_naft"),
    "bruggen": ("van_naam", "naar_naam", "breekbaar", "snijrand", "scholen", "reden"),
    "brugfiguren": ("naam", "gemeente", "banden", "bruggen", "snijpunt", "tussenligging", "beperking"),
    "nieuwe-bruggen": ("rang", "van_naam", "naar_naam", "winst", "ketens_gesloten", "forum"),
    "tandem": ("naam", "soort", "gemeente", "oordeel"),
    "tandem-overzicht": ("soort", "gemeente", "organisaties", "beide", "blinde_vlek"),
    "fora": ("naam", "organisaties", "zetels", "lerend_netwerk", "sts", "gekozen"),
    "zonder-forum": ("naam", "soort", "gemeente"),
}
"""Columns that fit a terminal of 80 signs, per analysis; a file has all of them."""


def as_rooster(uitkomst: Uitkomst[Any]) -> Rooster:
    """A result as a table, with its thresholds, reference date and caveats as notes."""
    kolommen = uitkomst.kolommen
    rijen = [tuple(getattr(rij, kolom.naam) for kolom in kolommen) for rij in uitkomst.rijen]
    noten = (
        f"Peildatum {uitkomst.datum.isoformat()}.",
        *uitkomst.drempels.zinnen().values(),
        *uitkomst.kanttekeningen,
    )
    return Rooster(
        uitkomst.titel, tuple(k.naam for k in kolommen), tuple(k.kop for k in kolommen), rijen, tuple(noten)
    )


def give_uitkomst(naam: str, uitkomst: Uitkomst[Any], uit: Path | None) -> None:
    """Show the core of a result, or write all of it."""
    rooster = as_rooster(uitkomst)
    give(_core(rooster, KERN[naam]) if uit is None else rooster, uit)


def _core(rooster: Rooster, namen: tuple[str, ...]) -> Rooster:
    plaatsen = [rooster.namen.index(naam) for naam in namen]
    return Rooster(
        rooster.titel,
        namen,
        tuple(rooster.koppen[i] for i in plaatsen),
        [tuple(_counted(rij[i], rooster.namen[i]) for i in plaatsen) for rij in rooster.rijen],
        (*rooster.noten, "Alle kolommen, met waarop elke rij steunt: voeg toe --uit bestand.xlsx"),
    )


def _counted(waarde: object, naam: str) -> object:
    """Schools by their number: their codes are for the file."""
    return len(waarde) if naam == "scholen" and isinstance(waarde, tuple) else waarde
