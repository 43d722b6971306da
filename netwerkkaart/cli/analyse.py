"""``netwerkkaart analyse NAAM``: one subcommand per analysis."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from netwerkkaart.analyse import ANALYSES, Analyse
from netwerkkaart.cli import opties
from netwerkkaart.cli.nederlands import Groep, Opdracht

SAMEN = {"tandems": ("tandem", "tandem-overzicht", "fora", "zonder-forum")}
"""Names that run several analyses in one go."""


class _AnalyseGroep(Groep):
    """Has a subcommand for every analysis in the registry."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        """Names of the analyses."""
        return [*ANALYSES, *SAMEN]

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002
        cmd_name: str,
    ) -> click.Command | None:
        """The command of one analysis, or of several in one go."""
        delen = [ANALYSES[naam] for naam in SAMEN.get(cmd_name, (cmd_name,)) if naam in ANALYSES]
        if not delen:
            return None
        kort = delen[0].kort if len(delen) == 1 else f"Alles over het tandem: {', '.join(SAMEN[cmd_name])}."
        return Opdracht(
            cmd_name,
            callback=_run,
            params=_params(delen),
            help=f"{kort}\n\nLet op: {delen[0].wanneer_niet}\n\nDefinitie: docs/analyses.md",
            short_help=kort,
        )


@click.group(cls=_AnalyseGroep)
def analyse() -> None:
    """Zoek hiaten, gesloten ketens, bruggen en tandems. Elke rij zegt waarop ze steunt.

    Voorbeeld: netwerkkaart analyse hiaten --regio limburg --uit hiaten.xlsx
    """


def _params(delen: list[Analyse]) -> list[click.Parameter]:
    eigen: list[click.Parameter] = [
        click.Option(
            [f"--{naam}"],
            type=click.Choice(waarden),
            default=waarden[0],
            show_default=True,
            help="Hoe geteld.",
        )
        for naam, waarden in (delen[0].opties or {}).items()
        if waarden
    ]
    if delen[0].functie == "nieuwe_bruggen":
        eigen.append(
            click.Option(["--aantal", "k"], default=10, show_default=True, help="Hoeveel nieuwe banden.")
        )
    verplicht = any(deel.regio_verplicht for deel in delen)
    return [
        *eigen,
        click.Option(
            ["--regio"], type=click.Choice(opties.REGIOS), required=verplicht, help="Alleen deze regio."
        ),
        click.Option(["--datum"], type=opties.Dag(), help="Peildatum; anders vandaag."),
        click.Option(["--uit"], type=opties.BESTAND, help="Schrijf alles naar een .csv, .json of .xlsx."),
        *opties.drempel_params(),
        click.Option(
            ["--bevestiging"],
            type=click.Choice(["bevestigd", "eenzijdig", "betwist", "ongevraagd"]),
            multiple=True,
            help="Tel alleen banden die dat zijn; meer dan één keer mag.",
        ),
        click.Option(["--store"], metavar="PAD|URI", help="Welke graaf (anders NETWERKKAART_STORE)."),
    ]


def _run(
    regio: str | None,
    datum: date | None,
    uit: Path | None,
    wachttijd: int | None,
    aandeel: float | None,
    maanden: int | None,
    schakels: int | None,
    bevestiging: tuple[str, ...],
    store: str | None,
    **eigen: object,
) -> None:
    from netwerkkaart.cli.scherm import busy
    from netwerkkaart.cli.uitkomsten import choose_drempels, give_uitkomst
    from netwerkkaart.graph.lezen import read_beeld
    from netwerkkaart.graph.openen import open_store

    naam = click.get_current_context().info_name or ""
    graaf = open_store(store)
    try:
        with busy("De graaf lezen"):
            beeld = read_beeld(graaf).op(datum or date.today())
    finally:
        graaf.close()
    if bevestiging:
        beeld = beeld.met_bevestiging("" if code == "ongevraagd" else code for code in bevestiging)
    drempels = choose_drempels(beeld, wachttijd, aandeel, maanden, schakels)
    for nummer, deel in enumerate(SAMEN.get(naam, (naam,))):
        with busy(f"Analyse {deel}"):
            uitkomst = ANALYSES[deel].load()(beeld, drempels=drempels, regio=regio, **eigen)
        if bevestiging:
            noot = f"Alleen banden die {' of '.join(bevestiging)} zijn, tellen mee."
            uitkomst = replace(uitkomst, kanttekeningen=(noot, *uitkomst.kanttekeningen))
        give_uitkomst(deel, uitkomst, _part(uit, nummer, deel))


def _part(uit: Path | None, nummer: int, naam: str) -> Path | None:
    """The first result takes the asked name; those beside it get their own name in it."""
    return uit if uit is None or not nummer else uit.with_name(f"{uit.stem}-{naam}{uit.suffix}")
