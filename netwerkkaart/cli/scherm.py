"""Showing things in the terminal: tables, messages, progress. All Dutch, no logic."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.table import Table

from netwerkkaart.fouten import Melding
from netwerkkaart.uitvoer.tabel import Rooster, as_text

MAX_RIJEN = 40
"""Rows of a table in the terminal; all of them go to a file by ``--uit``."""
MAX_MELDINGEN = 50
"""Messages in the terminal; all of them go to a file by ``--meldingen``."""

_ANTWOORDEN = {
    "j": True,
    "ja": True,
    "y": True,
    "yes": True,
    "n": False,
    "nee": False,
    "neen": False,
    "no": False,
}

scherm = Console(highlight=False, soft_wrap=False)
fouten = Console(stderr=True, highlight=False)


def tell_meldingen(meldingen: Sequence[Melding]) -> None:
    """Show all messages, faults first, each with its place."""
    volgorde = sorted(meldingen, key=lambda m: (not m.is_fout, m.bestand, m.blad, m.rij, m.kolom))
    for melding in volgorde[:MAX_MELDINGEN]:
        teken, kleur = ("✗", "red") if melding.is_fout else ("!", "yellow")
        fouten.print(f"[{kleur}]{teken}[/] {escape(str(melding))}")
    if len(volgorde) > MAX_MELDINGEN:
        over = len(volgorde) - MAX_MELDINGEN
        fouten.print(f"… en nog {over} meldingen. Alle meldingen: voeg toe --meldingen fouten.xlsx")


def show_rooster(rooster: Rooster, maximum: int = MAX_RIJEN) -> None:
    """Show a table, its heading above and its notes below."""
    if rooster.titel:
        scherm.print(f"\n[bold]{escape(rooster.titel)}[/]")
    if rooster.rijen:
        tabel = Table(header_style="bold", row_styles=("", "dim"), pad_edge=False)
        for kop in rooster.koppen:
            getal = all(isinstance(rij[len(tabel.columns)], int | float) for rij in rooster.rijen[:50])
            tabel.add_column(escape(kop), justify="right" if getal else "left", overflow="ellipsis")
        for rij in rooster.rijen[:maximum]:
            tabel.add_row(*(escape(_short(as_text(waarde))) for waarde in rij))
        scherm.print(tabel)
    else:
        scherm.print("Geen rijen.")
    if len(rooster.rijen) > maximum:
        scherm.print(f"{maximum} van {len(rooster.rijen)} rijen. Alle rijen: voeg toe --uit bestand.xlsx")
    for regel in rooster.noten:
        scherm.print(f"[dim]{escape(regel)}[/]")


def _short(tekst: str, lengte: int = 60) -> str:
    return tekst if len(tekst) <= lengte else tekst[: lengte - 1] + "…"


def tell_next(regels: Iterable[str]) -> None:
    """Say what to do next. A command is never cut in two lines, so that it can be copied."""
    scherm.print("\n[bold]Wat nu?[/]")
    for regel in regels:
        scherm.print(f"  {escape(regel)}", soft_wrap="netwerkkaart " in regel)


def ask(vraag: str, *, standaard: bool) -> bool:
    """Ask a question that is answered with yes or no, in Dutch; click's own knows no "ja".

    Raises:
        click.Abort: there is nobody to answer, or she stopped with Ctrl-C.
    """
    keuze = "[J/n]" if standaard else "[j/N]"
    while True:
        antwoord: str = click.prompt(
            f"{vraag} {keuze}", default="", show_default=False, prompt_suffix=" ", type=str
        )
        woord = antwoord.strip().lower()
        if not woord:
            return standaard
        if woord in _ANTWOORDEN:
            return _ANTWOORDEN[woord]
        scherm.print("Antwoord met ja of nee.")


@contextmanager
def busy(tekst: str) -> Iterator[None]:
    """Show that something runs, on a terminal only."""
    if not fouten.is_terminal:
        yield
        return
    with Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TimeElapsedColumn(),
        console=fouten,
        transient=True,
    ) as voortgang:
        voortgang.add_task(escape(tekst), total=None)
        yield


@contextmanager
def counted(tekst: str) -> Iterator[Callable[[int, int], None]]:
    """Show how far something is: gives a function that is told the number done and the total."""
    if not fouten.is_terminal:
        yield lambda _gedaan, _totaal: None
        return
    kolommen = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*kolommen, console=fouten, transient=True) as voortgang:
        taak = voortgang.add_task(escape(tekst), total=None)
        yield lambda gedaan, totaal: voortgang.update(taak, completed=gedaan, total=totaal)
