"""``netwerkkaart import NAAM BESTAND``: one subcommand per importer."""

from __future__ import annotations

import importlib
from datetime import UTC, date, datetime
from pathlib import Path

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.nederlands import Groep, Opdracht
from netwerkkaart.importers import importer_names, load_importer

ANDERE = {
    "archief": "netwerkkaart.cli.uitwisseling:archief",
    "lijst": "netwerkkaart.cli.imports:lijst",
    "toon": "netwerkkaart.cli.imports:toon",
    "terugdraaien": "netwerkkaart.cli.imports:terugdraaien",
    "bestand": "netwerkkaart.cli.imports:bestand",
}
"""Subcommands that are no importer of a table → where they stand."""


class _ImportGroep(Groep):
    """Has a subcommand for every file in the folder of importers, and the few of :data:`ANDERE`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        """Names of the importers, the most used first."""
        eerst = [
            naam
            for naam in ("scholen", "organisaties", "relaties", "aanbod", "fora")
            if naam in importer_names()
        ]
        return [*eerst, *(naam for naam in importer_names() if naam not in eerst), *ANDERE]

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002
        cmd_name: str,
    ) -> click.Command | None:
        """The command of one importer."""
        if cmd_name in ANDERE:
            module, _, naam = ANDERE[cmd_name].partition(":")
            opdracht = getattr(importlib.import_module(module), naam)
            assert isinstance(opdracht, click.Command)
            return opdracht
        if cmd_name not in importer_names():
            return None
        importer = load_importer(cmd_name)
        return Opdracht(
            cmd_name,
            callback=_run,
            params=_params(),
            help=f"{importer.uitleg}\n\n{importer.hulp}",
            short_help=importer.uitleg,
        )


@click.group(cls=_ImportGroep, name="import")
def invoer() -> None:
    """Lees een lijst in. U ziet eerst wat er verandert; pas na uw ja wordt er geschreven.

    Voorbeeld: netwerkkaart import scholen vestigingen.csv
    """


def _params() -> list[click.Parameter]:
    return [
        click.Argument(["bestand"], type=opties.BESTAND),
        click.Option(["--ja"], is_flag=True, help="Vraag niets, schrijf meteen."),
        click.Option(["--droog"], is_flag=True, help="Toon alleen wat er zou veranderen."),
        click.Option(
            ["--kolom"], multiple=True, metavar="KOP=NAAM", help='Bv. --kolom "Naam instelling=naam".'
        ),
        click.Option(
            ["--waarde"],
            multiple=True,
            metavar="KOLOM:WAARDE=ONZE",
            help="Bv. --waarde soort:OCMW=LokaalBestuur.",
        ),
        click.Option(["--vast"], multiple=True, metavar="NAAM=WAARDE", help="Eén waarde voor alle rijen."),
        click.Option(
            ["--koppeling"],
            type=opties.BESTAND,
            help="Tabel met wat, hun en onze; maak ze met netwerkkaart koppeling maak.",
        ),
        click.Option(
            ["--zonder-geheugen"], is_flag=True, help="Gebruik niet wat van deze bron onthouden is."
        ),
        click.Option(["--blad"], help="Naam van het werkblad."),
        click.Option(["--codering"], help="Tekencodering van een CSV, als het programma ze verkeerd raadt."),
        click.Option(
            ["--scheidingsteken"], help="Scheidingsteken van een CSV, als het programma het verkeerd raadt."
        ),
        click.Option(["--bron"], help="Naam van de bron; anders de naam van het bestand."),
        click.Option(["--bron-datum"], type=opties.Dag(), help="Datum van de bron; anders vandaag."),
        click.Option(
            ["--sla-foute-rijen-over"], is_flag=True, help="Lees de goede rijen in en noem de andere."
        ),
        click.Option(
            ["--meldingen"], type=opties.BESTAND, help="Schrijf alle meldingen naar een .csv, .json of .xlsx."
        ),
        click.Option(
            ["--foutenboek"],
            type=opties.BESTAND,
            help="Waar uw rijen met de fouten gekleurd komen; anders naast het bestand.",
        ),
        click.Option(
            ["--plan"], type=opties.BESTAND, help="Schrijf elke wijziging, veld per veld, naar een bestand."
        ),
        click.Option(
            ["--beeindig"], is_flag=True, help="Beëindig wat eerder wel en nu niet meer in de bron staat."
        ),
        click.Option(
            ["--volledig/--deel"],
            default=None,
            help="Is dit de volledige lijst, zodat wat ontbreekt weg is? Zo geldt de schoollijst al.",
        ),
        click.Option(["--toch"], is_flag=True, help="Lees in, ook al is de lijst veel korter dan de vorige."),
        click.Option(
            ["--bij-conflict"],
            type=click.Choice(["graaf", "bron"]),
            help="Wie gelijk heeft als beide veranderden; anders wordt het gevraagd.",
        ),
        click.Option(["--store"], metavar="PAD|URI", help="Welke graaf (anders NETWERKKAART_STORE)."),
    ]


def _run(
    bestand: Path,
    ja: bool,
    droog: bool,
    kolom: tuple[str, ...],
    waarde: tuple[str, ...],
    vast: tuple[str, ...],
    koppeling: Path | None,
    zonder_geheugen: bool,
    blad: str | None,
    codering: str | None,
    scheidingsteken: str | None,
    bron: str | None,
    bron_datum: date | None,
    sla_foute_rijen_over: bool,
    meldingen: Path | None,
    foutenboek: Path | None,
    plan: Path | None,
    beeindig: bool,
    volledig: bool | None,
    toch: bool,
    bij_conflict: str | None,
    store: str | None,
) -> None:
    from netwerkkaart.cli.inlezing import Keuzes, run_import

    keuzes = Keuzes(
        importer=click.get_current_context().info_name or "",
        bestand=bestand,
        kolommen=tuple(opties.pairs(kolom, "--kolom", '"Kop in het bestand=naam"')),
        waarden=tuple(opties.pairs(waarde, "--waarde", "soort:OCMW=LokaalBestuur")),
        vast=tuple(opties.pairs(vast, "--vast", "relatie=WERKT_SAMEN_MET")),
        koppeling=koppeling,
        zonder_geheugen=zonder_geheugen,
        blad=blad,
        codering=codering,
        scheidingsteken=scheidingsteken,
        bron=bron or "",
        bron_datum=bron_datum,
        sla_foute_rijen_over=sla_foute_rijen_over,
        meldingen=meldingen,
        foutenboek=foutenboek,
        plan=plan,
        beeindig=beeindig,
        volledig=volledig,
        toch=toch,
        bij_conflict=bij_conflict,
        droog=droog,
        ja=ja,
        store=store,
    )
    run_import(keuzes, nu=datetime.now(UTC))
