"""Commands whose help is Dutch throughout: click's own words are English."""

from __future__ import annotations

import re

import click

_WOORDEN = {
    "[default: ": "[standaard: ",
    "[required]": "[verplicht]",
    " INTEGER RANGE": " GETAL",
    " FLOAT RANGE": " KOMMAGETAL",
    " INTEGER": " GETAL",
    " FLOAT": " KOMMAGETAL",
    " TEXT": " TEKST",
    " PATH": " PAD",
}


# How click writes the bounds of a number, the last in the brackets behind a help text.
_GRENZEN = re.compile(
    r"(?:(?P<min>[\d.-]+)(?P<vanaf><=?))?x(?:(?P<tot><=?)(?P<max>[\d.]+))?(?:(?P<meer>>=?)(?P<los>[\d.]+))?\]$"
)


def _bounds(treffer: re.Match[str]) -> str:
    """The bounds of a number in words; as they are when there are none."""
    deel = treffer.groupdict()
    if deel["vanaf"] == deel["tot"] == "<=":
        return f"van {deel['min']} tot en met {deel['max']}]"
    woorden = [
        deel["vanaf"] and f"{'minstens' if deel['vanaf'] == '<=' else 'meer dan'} {deel['min']}",
        deel["meer"] and f"{'minstens' if deel['meer'] == '>=' else 'meer dan'} {deel['los']}",
        deel["tot"] and f"{'hoogstens' if deel['tot'] == '<=' else 'minder dan'} {deel['max']}",
    ]
    return ", ".join(filter(None, woorden)) + "]" if any(woorden) else treffer.group()


def _translate(tekst: str) -> str:
    """Click's own words in a line of help, in Dutch.

    >>> _translate("Hoe ver.  [default: 1; 1<=x<=3]")
    'Hoe ver.  [standaard: 1; van 1 tot en met 3]'
    >>> _translate("Hoe vaak.  [x>=1]"), _translate("Deel.  [0<x<1]")
    ('Hoe vaak.  [minstens 1]', 'Deel.  [meer dan 0, minder dan 1]')
    """
    for engels, nederlands in _WOORDEN.items():
        tekst = tekst.replace(engels, nederlands)
    return _GRENZEN.sub(_bounds, tekst)


class _Nederlands(click.Command):
    """The words around a help text."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that says how to call it."""
        stukken = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(stukken), prefix="Gebruik: ")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What follows the name of the command."""
        vertaald = {"[OPTIONS]": "[OPTIES]", "COMMAND [ARGS]...": "OPDRACHT …"}
        return [vertaald.get(stuk, stuk) for stuk in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, and the commands of a group."""
        rijen = [
            (_translate(rij[0]), _translate(rij[1]))
            for parameter in self.get_params(ctx)
            if (rij := parameter.get_help_record(ctx))
        ]
        if rijen:
            with formatter.section("Opties"):
                formatter.write_dl(rijen)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows the help."""
        optie = super().get_help_option(ctx)
        if optie is not None:
            optie.help = "Toon deze uitleg."
        return optie


class Opdracht(_Nederlands):
    """A command."""


class Groep(_Nederlands, click.Group):
    """A group of commands."""

    command_class = Opdracht

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands with one line each."""
        opdrachten = [(naam, self.get_command(ctx, naam)) for naam in self.list_commands(ctx)]
        rijen = [
            (naam, opdracht.get_short_help_str(90)) for naam, opdracht in opdrachten if opdracht is not None
        ]
        if rijen:
            with formatter.section("Opdrachten"):
                formatter.write_dl(rijen)
