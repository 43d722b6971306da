"""``netwerkkaart analyse NAAM``: one subcommand per analysis."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from netwerkkaart.analyse import ANALYSES, Analyse, Optie
from netwerkkaart.cli import opties
from netwerkkaart.cli.leesbron import editie_param, open_leesbron
from netwerkkaart.cli.nederlands import Groep, Opdracht

SAMEN = {"tandems": ("tandem", "tandem-overzicht", "fora", "zonder-forum")}
"""Names that run several analyses in one go."""


EXTRA: dict[str, str] = {
    "alles": "netwerkkaart.cli.analyse_alles",
    "vooruitblik": "netwerkkaart.cli.vooruitblik",
}
"""Commands beside the analyses: the module whose command of the same name is loaded when it is asked for."""


class _AnalyseGroep(Groep):
    """Has a subcommand for every analysis in the registry."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        """Names of the analyses."""
        return [*ANALYSES, *SAMEN, *EXTRA]

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002
        cmd_name: str,
    ) -> click.Command | None:
        """The command of one analysis, of several in one go, or one beside them."""
        if cmd_name in EXTRA:
            opdracht: click.Command = getattr(import_module(EXTRA[cmd_name]), cmd_name)
            return opdracht
        delen = [ANALYSES[naam] for naam in SAMEN.get(cmd_name, (cmd_name,)) if naam in ANALYSES]
        if not delen:
            return None
        kort = delen[0].kort if len(delen) == 1 else f"Alles over de tandem: {', '.join(SAMEN[cmd_name])}."
        return Opdracht(
            cmd_name,
            callback=_run,
            params=_params(delen),
            help=_help(kort, delen),
            short_help=kort,
        )


def _help(kort: str, delen: list[Analyse]) -> str:
    """What it means, when not to trust it, and an example."""
    uitleg = "\n\n".join(deel.uitleg for deel in delen)
    return "\n\n".join(
        (
            kort,
            uitleg,
            f"Let op: {delen[0].wanneer_niet}",
            f"Voorbeeld: {delen[0].voorbeeld}",
            "Definitie, formule en bron: docs/analyses.md",
        )
    )


@click.group(cls=_AnalyseGroep)
def analyse() -> None:
    """Zoek hiaten, gesloten ketens, bruggen en tandems. Elke rij zegt waarop ze steunt.

    Voorbeeld: netwerkkaart analyse hiaten --regio limburg --uit hiaten.xlsx
    """


def _params(delen: list[Analyse]) -> list[click.Parameter]:
    verplicht = any(deel.regio_verplicht for deel in delen)
    figuur = [_FIGUUR] if any(deel.tekening for deel in delen) else []
    return [
        *(make_option(optie) for optie in delen[0].opties),
        click.Option(
            ["--regio"], type=click.Choice(opties.REGIOS), required=verplicht, help="Alleen deze regio."
        ),
        *_GEDEELD,
        *figuur,
        *opties.drempel_params(),
        *_SLOT,
    ]


def make_option(optie: Optie) -> click.Option:
    """The option of the command line for one of an analysis."""
    soorten: dict[str, Any] = {
        "keuze": click.Choice(optie.keuzes),
        "getal": int,
        "kommagetal": float,
        "dag": opties.Dag(),
        "tekst": str,
        "ja": None,
    }
    return click.Option(
        [optie.vlag or f"--{optie.naam.replace('_', '-')}", optie.naam],
        type=soorten[optie.soort],
        is_flag=optie.soort == "ja",
        default=None if optie.meermaals else optie.default,
        multiple=optie.meermaals,
        show_default=not optie.meermaals and optie.soort != "ja" and optie.default is not None,
        help=optie.uitleg,
    )


_GEDEELD = (
    click.Option(["--datum"], type=opties.Dag(), help="Peildatum; anders vandaag."),
    click.Option(
        ["--uit"], type=opties.BESTAND, help="Schrijf alles naar een .csv, .json, .xlsx, .parquet of .arrow."
    ),
)
_FIGUUR = click.Option(
    ["--figuur"],
    is_flag=False,
    flag_value="-",
    metavar="[BESTAND.svg]",
    help="Teken het in de terminal, of in een SVG-bestand.",
)
_SLOT = (
    click.Option(
        ["--bevestiging"],
        type=click.Choice(["bevestigd", "eenzijdig", "betwist", "ongevraagd"]),
        multiple=True,
        help="Tel alleen banden die dat zijn; meer dan één keer mag.",
    ),
    editie_param(),
    click.Option(["--store"], metavar="PAD|URI", help="Welke graaf (anders NETWERKKAART_STORE)."),
)


def _run(
    regio: str | None,
    datum: date | None,
    uit: Path | None,
    wachttijd: int | None,
    aandeel: float | None,
    maanden: int | None,
    schakels: int | None,
    bevestiging: tuple[str, ...],
    editie: str | None,
    store: str | None,
    figuur: str | None = None,
    **eigen: object,
) -> None:
    from netwerkkaart.analyse.opgave import reference_view
    from netwerkkaart.cli.scherm import busy
    from netwerkkaart.cli.tijden import read_invoer
    from netwerkkaart.cli.uitkomsten import choose_drempels, give_figuur, give_uitkomst

    naam = click.get_current_context().info_name or ""
    delen = SAMEN.get(naam, (naam,))
    with busy("De graaf lezen"), open_leesbron(store, editie) as bron:
        invoer = read_invoer(bron.store, ANALYSES[delen[0]].invoer, bron.day(datum), eigen)
    if bevestiging:
        invoer = invoer.met_bevestiging("" if code == "ongevraagd" else code for code in bevestiging)
    beeld = reference_view(invoer)
    drempels = choose_drempels(beeld, wachttijd, aandeel, maanden, schakels, bron.drempels)
    for nummer, deel in enumerate(delen):
        analyse = ANALYSES[deel]
        with busy(f"Analyse {deel}"):
            uitkomst = analyse.load()(invoer, drempels=drempels, regio=regio, **eigen)
        if bevestiging:
            noot = f"Alleen banden die {' of '.join(bevestiging)} zijn, tellen mee."
            uitkomst = replace(uitkomst, kanttekeningen=(noot, *uitkomst.kanttekeningen))
        if citaat := bron.quote([deel], uitkomst.datum):
            uitkomst = replace(uitkomst, kanttekeningen=(*citaat, *uitkomst.kanttekeningen))
        if figuur is not None and (analyse.tekening or len(delen) == 1):
            teken = figuur if figuur == "-" else str(_part(Path(figuur), nummer, deel))
            give_figuur(analyse, uitkomst, teken, bron.editie.citaat_kort if bron.editie else "")
        if figuur is None or uit is not None:
            give_uitkomst(analyse, uitkomst, _part(uit, nummer, deel))


def _part(uit: Path | None, nummer: int, naam: str) -> Path | None:
    """The first result takes the asked name; those beside it get their own name in it."""
    return uit if uit is None or not nummer else uit.with_name(f"{uit.stem}-{naam}{uit.suffix}")
