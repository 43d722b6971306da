"""``netwerkkaart werkboek``: what is known of a region as a workbook to fill in further."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.nederlands import Opdracht

if TYPE_CHECKING:
    from netwerkkaart.omzetten.werkboekstand import Stand


@click.command(cls=Opdracht)
@opties.regio_option
@click.option(
    "--uit",
    type=opties.BESTAND,
    default=None,
    help="Naam van het bestand [exports/werkboek-REGIO-DATUM.xlsx].",
)
@click.option("--met-personen", is_flag=True, help="Ook contactpersonen. Stuur dat werkboek nooit door.")
@click.option("--met-beeindigd", is_flag=True, help="Ook wat niet meer geldt, met zijn einddatum.")
@click.option("--leeg", is_flag=True, help="Zonder gegevens: alleen de bladen, de keuzelijsten en de uitleg.")
@click.option("--overschrijf", is_flag=True, help="Schrijf over een werkboek dat er al staat.")
@opties.store_option
def werkboek(
    regio: str | None,
    uit: Path | None,
    met_personen: bool,
    met_beeindigd: bool,
    leeg: bool,
    overschrijf: bool,
    store: str | None,
) -> None:
    """Schrijf een werkboek (Excel) met alles wat van een regio bekend is, om aan te vullen.

    Werk het bij in Excel of LibreOffice, en lees het weer in met netwerkkaart import werkboek.

    Voorbeeld: netwerkkaart werkboek --regio limburg
    """
    from netwerkkaart.bestanden import write_atomic
    from netwerkkaart.cli.scherm import busy, scherm, tell_next
    from netwerkkaart.fouten import GebruikersFout
    from netwerkkaart.werkboek.boek import make_werkboek

    nu = datetime.now(UTC).replace(microsecond=0)
    pad = uit or Path("exports") / f"werkboek-{'leeg' if leeg else regio or 'alles'}-{nu:%Y-%m-%d}.xlsx"
    if pad.exists() and not overschrijf:
        raise GebruikersFout(
            f"{pad} bestaat al; misschien staat er werk in dat nog niet ingelezen is.",
            hulp="Lees het eerst in, kies een andere naam met --uit, of voeg --overschrijf toe.",
        )
    if pad.suffix.lower() != ".xlsx":
        raise GebruikersFout(f'"{pad.name}" is geen naam voor een werkboek.', hulp="Kies een naam op .xlsx.")
    with busy("Werkboek schrijven"):
        stand = _stand(nu, regio, met_personen, met_beeindigd, leeg, store)
        if uit is None:
            pad.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(pad, make_werkboek(stand))
    delen = [f"{len(rijen)} op {naam}" for naam, rijen in stand.bladen.items() if rijen]
    scherm.print(f"Werkboek geschreven: {pad}", markup=False)
    scherm.print(f"Rijen: {', '.join(delen)}." if delen else "Zonder gegevens.", markup=False)
    tell_next(
        [
            "Open het in Excel; op het eerste blad staat wat u in een half uur doet.",
            f"netwerkkaart import werkboek {pad} --droog    toont wat er zou veranderen",
        ]
    )


def _stand(
    nu: datetime, regio: str | None, personen: bool, beeindigd: bool, leeg: bool, adres: str | None
) -> Stand:
    from netwerkkaart.graph.lezen import read_beeld, read_imports, read_version
    from netwerkkaart.graph.openen import open_store
    from netwerkkaart.werkboek.stand import Herkomst, empty_stand, make_stand

    if leeg:
        return empty_stand(Herkomst(nu), personen=personen)
    graaf = open_store(adres)
    try:
        imports = read_imports(graaf)
        herkomst = Herkomst(nu, str(imports[0]["id"]) if imports else "", read_version(graaf))
        beeld = read_beeld(graaf)
    finally:
        graaf.close()
    datum = None if beeindigd else nu.date()
    return make_stand(beeld, herkomst, regio=regio, datum=datum, personen=personen)
