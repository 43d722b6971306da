"""Results of analyses as tables: in the terminal or in a file."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from netwerkkaart.analyse import Analyse
from netwerkkaart.analyse.drempels import Drempels, kept_drempels
from netwerkkaart.analyse.uitkomst import Uitkomst
from netwerkkaart.bestanden import write_atomic
from netwerkkaart.cli.opties import give
from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.uitvoer.uitkomsttabel import as_rooster, core


def choose_drempels(
    beeld: Beeld,
    wachttijd: int | None,
    aandeel: float | None,
    maanden: int | None,
    schakels: int | None,
    vast: Drempels | None = None,
) -> Drempels:
    """Thresholds from the options; for what is not given, those of the edition that is read (``vast``).

    Of the living graph there are none such: what it keeps holds then, else the default.

    Raises:
        GebruikersFout: a threshold that has no meaning.
    """
    gekozen = {
        "wachttijd_weken": wachttijd,
        "aandeel_niet_verbonden": aandeel,
        "maanden_inventarisatie": maanden,
        "schakels": schakels,
    }
    try:
        if vast is not None:
            return Drempels(**asdict(vast) | {naam: w for naam, w in gekozen.items() if w is not None})
        return kept_drempels(beeld, **gekozen)
    except ValueError:
        raise GebruikersFout(
            "Deze drempel heeft geen betekenis.",
            hulp="Schakels is minstens 1, weken en maanden minstens 0, het aandeel ligt tussen 0 en 1.",
        ) from None


def give_uitkomst(analyse: Analyse, uitkomst: Uitkomst[Any], uit: Path | None) -> None:
    """Show the core of a result, or write all of it."""
    rooster = as_rooster(uitkomst)
    if uit is not None:
        give(rooster, uit)
        return
    kern = core(rooster, analyse.kern)
    noot = "Alle kolommen, met waarop elke rij steunt: voeg toe --uit bestand.xlsx"
    give(replace(kern, noten=(*kern.noten, noot)), None)


def give_figuur(analyse: Analyse, uitkomst: Uitkomst[Any], figuur: str, citaat: str = "") -> None:
    """Draw a result: in the terminal, or in an SVG file.

    Args:
        analyse: which analysis it is of.
        uitkomst: its result.
        figuur: path of the file; ``-``: in the terminal.
        citaat: quotation of the edition that it is made from, to stand beneath it; empty: the living graph.

    Raises:
        GebruikersFout: this analysis has no picture, or the file is no ``.svg``.
    """
    from netwerkkaart.cli.scherm import scherm

    draw = analyse.load_tekening()
    if draw is None:
        raise GebruikersFout(
            f"Van {analyse.naam} is er geen figuur: de tabel zegt het beter.",
            hulp="Laat --figuur weg, of schrijf alles met --uit bestand.xlsx.",
        )
    tekening = draw(uitkomst)
    if citaat:
        tekening = replace(tekening, onderschrift=" ".join(filter(None, (tekening.onderschrift, citaat))))
    if figuur == "-":
        from netwerkkaart.uitvoer.tekening_terminal import render

        scherm.print(render(tekening, scherm.width))
        return
    pad = Path(figuur)
    if pad.suffix.lower() != ".svg":
        raise GebruikersFout(
            f'"{pad.name}" is geen naam voor een figuur.', hulp="Geef een naam die eindigt op .svg."
        )
    from netwerkkaart.uitvoer.tekening_svg import to_svg

    write_atomic(pad, to_svg(tekening).encode())
    scherm.print(f"Figuur geschreven in {pad}", markup=False)
