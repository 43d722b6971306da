"""Rebuilding a graph in the terminal: how each import went, and whether the result is equal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from netwerkkaart.cli.scherm import busy, counted, scherm, show_rooster
from netwerkkaart.fouten import Afsluitcode, GebruikersFout
from netwerkkaart.graph.openen import open_store
from netwerkkaart.graph.store import Store
from netwerkkaart.herbouwen import (
    Stap,
    Verleden,
    compare,
    from_journaal,
    from_store,
    has_same_facts,
    rebuild,
)
from netwerkkaart.uitvoer.tabel import Rooster


def run_herbouw(naar: str, journaal: Path | None, adres: str | None, *, proef: bool = False) -> None:
    """Rebuild, and compare where there is something to compare with.

    Args:
        naar: address of an empty graph.
        journaal: the journal to rebuild from; None: the graph itself tells its past.
        adres: the graph to repeat.
        proef: whether the result is thrown away.

    Raises:
        GebruikersFout: it cannot be done, or what came out is not equal.
    """
    if journaal is not None:
        _show_steps(_rebuild(from_journaal(journaal), naar))
        if not proef:
            scherm.print(f"[green]✓[/] Herbouwd in {naar}.")
        return
    bron = open_store(adres)
    try:
        _show_steps(_rebuild(from_store(bron), naar))
        gelijk = _compare(bron, naar)
    finally:
        bron.close()
    if not gelijk:
        raise GebruikersFout(
            "Wat herbouwd is, is niet hetzelfde als de graaf.",
            hulp="Maak een archief (netwerkkaart archief): dat bewaart de graaf zoals ze is.",
            code=Afsluitcode.OPSLAG,
        )
    zin = (
        "Gelijk. Het was een proef: met --naar bewaart u ze." if proef else f"Herbouwd in {naar}, en gelijk."
    )
    scherm.print(f"[green]✓[/] {zin}")


def _rebuild(verleden: Verleden, naar: str) -> list[Stap]:
    doel = open_store(naar, schrijven=True)
    try:
        with counted("Imports herhalen") as voortgang:
            return rebuild(verleden, doel, voortgang)
    finally:
        doel.close()


def _show_steps(stappen: Sequence[Stap]) -> None:
    rijen = [
        (
            stap.kop.versie,
            stap.kop.soort_import,
            stap.kop.bron,
            "opnieuw gelezen" if stap.herlezen else f"uit de wijzigingen: {stap.reden}",
        )
        for stap in stappen
    ]
    koppen = ("import", "wat", "bron", "hoe")
    gelezen = sum(stap.herlezen for stap in stappen)
    show_rooster(
        Rooster(f"{len(rijen)} imports herhaald, {gelezen} uit het bestand zelf", koppen, koppen, rijen), 200
    )


def _compare(bron: Store, naar: str) -> bool:
    doel = open_store(naar)
    try:
        with busy("Vergelijken"):
            vergelijkingen = compare(bron, doel)
    finally:
        doel.close()
    rijen = [
        (v.deel, v.regels, "gelijk" if not v.verschillen else f"{v.verschillen} regels anders")
        for v in vergelijkingen
    ]
    koppen = ("deel", "regels", "uitkomst")
    gelijk = has_same_facts(vergelijkingen)
    noten = tuple(f"{v.deel}: {', '.join(v.voorbeelden)}" for v in vergelijkingen if v.verschillen)
    if noten and gelijk:
        noten = ("Alleen de boekhouding is anders: dat komt van een wissing, of van een oudere versie.",)
    show_rooster(Rooster("Vergeleken met de graaf:", koppen, koppen, rijen, noten))
    return gelijk
