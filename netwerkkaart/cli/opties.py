"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from netwerkkaart.fouten import Afsluitcode, GebruikersFout

if TYPE_CHECKING:
    from netwerkkaart.uitvoer.tabel import Rooster

F = TypeVar("F", bound=Callable[..., Any])

REGIOS = ("antwerpen", "limburg", "oost-vlaanderen", "vlaams-brabant", "west-vlaanderen", "brussel")
ORGANISATIES = (
    "school", "clb", "begeleidingsdienst", "ondersteuningsnetwerk", "jeugdhulpaanbieder",
    "geestelijkegezondheidszorg", "naftaanbieder", "werkactor", "lokaalbestuur", "andereorganisatie",
    "bestuur",
)  # fmt: skip
"""Kinds of organisations, as a command takes them; said again here, for help must not load the schema."""
BESTAND = click.Path(path_type=Path)


class Dag(click.ParamType[date]):
    """A date as ``2026-11-24``."""

    name = "JJJJ-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the date, or say what is expected."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f'"{value}" is geen datum als 2026-11-24', param, ctx)


def store_option(functie: F) -> F:
    """``--store``: which graph."""
    return click.option(
        "--store",
        metavar="PAD|URI",
        default=None,
        help="Welke graaf: een pad, of neo4j://… (anders NETWERKKAART_STORE, anders uw eigen map).",
    )(functie)


def regio_option(functie: F) -> F:
    """``--regio``: which region's rows."""
    return click.option("--regio", type=click.Choice(REGIOS), default=None, help="Alleen deze regio.")(
        functie
    )


def datum_option(functie: F) -> F:
    """``--datum``: the reference date."""
    return click.option("--datum", type=Dag(), default=None, help="Peildatum; anders vandaag.")(functie)


def profiel_option(uitleg: str, *, standaard: str = "partners", openbaar: bool = True) -> Callable[[F], F]:
    """``--profiel``: for whom; ``openbaar`` false where a public one does not exist."""
    return click.option(
        "--profiel",
        type=click.Choice(["intern", "partners", *(["openbaar"] if openbaar else [])]),
        default=standaard,
        show_default=True,
        help=uitleg,
    )


def alles_option(functie: F) -> F:
    """``--alles``: with what no longer holds, or not yet."""
    return click.option(
        "--alles", is_flag=True, help="Ook wat niet meer geldt of nog moet beginnen, met zijn datums."
    )(functie)


def exported_day(alles: bool, datum: date | None) -> date | None:
    """The reference date of an export; None with ``--alles``.

    Raises:
        GebruikersFout: both were given.
    """
    if alles and datum is not None:
        raise GebruikersFout(
            "--alles en --datum gaan niet samen.",
            hulp="Met --alles staat alles erin, met datums; met --datum alleen wat toen gold.",
            code=Afsluitcode.VERKEERD_GEBRUIK,
        )
    return None if alles else datum or date.today()


def uit_option(functie: F) -> F:
    """``--uit``: where rows are written."""
    return click.option(
        "--uit",
        type=BESTAND,
        default=None,
        help="Schrijf alles naar een .csv, .json, .xlsx, .parquet of .arrow.",
    )(functie)


def drempel_params() -> list[click.Parameter]:
    """The options that choose a threshold; without them what the graph keeps holds, else the default."""
    return [
        click.Option(["--wachttijd"], type=int, help="Vanaf meer dan zoveel weken is een aanbod volzet [8]."),
        click.Option(
            ["--aandeel"], type=float, help="Aandeel scholen voor «niet verbonden», 0 tot 1 [0.25]."
        ),
        click.Option(["--maanden"], type=int, help="Zo lang telt een inventarisatie mee [24]."),
        click.Option(["--schakels"], type=int, help="Langste route [2]."),
    ]


def pairs(waarden: tuple[str, ...], optie: str, voorbeeld: str) -> list[tuple[str, str]]:
    """Split texts of the form ``left=right``.

    Raises:
        GebruikersFout: a text without ``=`` or with an empty side.
    """
    uit: list[tuple[str, str]] = []
    for tekst in waarden:
        links, teken, rechts = tekst.rpartition("=")
        if not teken or not links.strip() or not rechts.strip():
            raise GebruikersFout(
                f'Bij {optie} staat "{tekst}".', hulp=f"Schrijf het als: {optie} {voorbeeld}"
            )
        uit.append((links.strip(), rechts.strip()))
    return uit


def params(waarden: tuple[str, ...]) -> list[tuple[str, str]]:
    """Split ``--param name=value``; the value may be empty and may hold ``=``."""
    uit: list[tuple[str, str]] = []
    for tekst in waarden:
        naam, teken, waarde = tekst.partition("=")
        if not teken or not naam.strip():
            raise GebruikersFout(
                f'Bij --param staat "{tekst}".', hulp="Schrijf het als: --param regio=limburg"
            )
        uit.append((naam.strip(), waarde.strip()))
    return uit


def give(rooster: Rooster, uit: Path | None) -> None:
    """Show a table, or write it where ``--uit`` says."""
    from netwerkkaart.cli.scherm import scherm, show_rooster
    from netwerkkaart.uitvoer.tabel import write_rooster

    if uit is None:
        show_rooster(rooster)
    else:
        write_rooster(rooster, uit)
        scherm.print(f"{rooster.titel}\n{len(rooster.rijen)} rijen geschreven in {uit}", markup=False)
