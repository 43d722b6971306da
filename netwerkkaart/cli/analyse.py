"""``netwerkkaart analyse NAAM``: one subcommand per analysis."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from netwerkkaart.cli import opties


class _AnalyseGroep(click.Group):
    """Has a subcommand for every analysis in the registry."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        """Names of the analyses."""
        from netwerkkaart.analyse import ANALYSES

        return list(ANALYSES)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002
        cmd_name: str,
    ) -> click.Command | None:
        """The command of one analysis."""
        from netwerkkaart.analyse import ANALYSES

        if cmd_name not in ANALYSES:
            return None
        analyse_ = ANALYSES[cmd_name]
        return click.Command(
            cmd_name,
            callback=_run,
            params=_params(cmd_name),
            help=f"{analyse_.uitleg}\n\n{analyse_.lang}",
            short_help=analyse_.uitleg,
        )


@click.group(cls=_AnalyseGroep)
def analyse() -> None:
    """Zoek hiaten, gesloten ketens, bruggen en tandems. Elke rij zegt waarop ze steunt.

    Voorbeeld: netwerkkaart analyse hiaten --regio limburg --uit hiaten.xlsx
    """


_EIGEN: dict[str, list[click.Parameter]] = {
    "hiaten": [
        click.Option(
            ["--per"],
            type=click.Choice(["regio", "gemeente"]),
            default="regio",
            help="Cellen per regio of gemeente.",
        ),
    ],
    "keten": [
        click.Option(
            ["--niveau"],
            type=click.Choice(["vestiging", "instelling", "bestuur"]),
            default="vestiging",
            help="Tel vestigingen, of vouw ze samen.",
        ),
    ],
    "nieuwe_bruggen": [
        click.Option(["--aantal", "k"], default=10, show_default=True, help="Hoeveel nieuwe banden.")
    ],
}


def _params(naam: str) -> list[click.Parameter]:
    gedeeld: list[click.Parameter] = [
        click.Option(
            ["--regio"],
            type=click.Choice(opties.REGIOS),
            required=naam == "tandems",
            help="Alleen deze regio.",
        ),
        click.Option(["--datum"], type=opties.Dag(), help="Peildatum; anders vandaag."),
        click.Option(["--uit"], type=opties.BESTAND, help="Schrijf alles naar een .csv, .json of .xlsx."),
        click.Option(["--wachttijd"], type=int, help="Vanaf meer dan zoveel weken is een aanbod volzet [8]."),
        click.Option(
            ["--aandeel"], type=float, help="Aandeel scholen voor «niet verbonden», 0 tot 1 [0.25]."
        ),
        click.Option(["--maanden"], type=int, help="Zo lang telt een inventarisatie mee [24]."),
        click.Option(["--schakels"], type=int, help="Langste route [2]."),
        click.Option(["--store"], metavar="PAD|URI", help="Welke graaf (anders NETWERKKAART_STORE)."),
    ]
    return [*_EIGEN.get(naam, []), *gedeeld]


def _run(
    regio: str | None,
    datum: date | None,
    uit: Path | None,
    wachttijd: int | None,
    aandeel: float | None,
    maanden: int | None,
    schakels: int | None,
    store: str | None,
    **eigen: Any,
) -> None:
    from netwerkkaart.analyse import run_analyse
    from netwerkkaart.cli.scherm import busy
    from netwerkkaart.cli.uitkomsten import give_uitkomst, make_drempels
    from netwerkkaart.graph.lezen import read_beeld
    from netwerkkaart.graph.openen import open_store

    naam = click.get_current_context().info_name or ""
    drempels = make_drempels(wachttijd, aandeel, maanden, schakels)
    graaf = open_store(store)
    try:
        with busy(f"Analyse {naam}"):
            beeld = read_beeld(graaf).op(datum or date.today())
            uitkomsten = run_analyse(naam, beeld, drempels, regio=regio, **eigen)
    finally:
        graaf.close()
    for nummer, uitkomst in enumerate(uitkomsten):
        give_uitkomst(uitkomst, _part(uit, nummer, uitkomst.naam))


def _part(uit: Path | None, nummer: int, naam: str) -> Path | None:
    """The first result takes the asked name; those beside it get their own name in it."""
    return uit if uit is None or not nummer else uit.with_name(f"{uit.stem}-{naam}{uit.suffix}")
