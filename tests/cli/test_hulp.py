"""All help is Dutch: click's own words do not show through."""

from __future__ import annotations

import click
import pytest

from netwerkkaart.cli import opties
from netwerkkaart.cli.hoofd import hoofd
from netwerkkaart.schema.basis import ORGANISATIE
from netwerkkaart.schema.register import SOORTEN
from netwerkkaart.schema.vocabularia import REGIOS

ENGELS = (
    "default:",
    "required",
    "INTEGER",
    "RANGE",
    "FLOAT",
    "TEXT",
    "PATH",
    "Usage",
    "Options",
    "Commands",
    "Show this",
)


def _all_commands(
    groep: click.Command, pad: tuple[str, ...] = ()
) -> list[tuple[tuple[str, ...], click.Command]]:
    gevonden = [(pad, groep)]
    if isinstance(groep, click.Group):
        ctx = click.Context(groep)
        for naam in groep.list_commands(ctx):
            opdracht = groep.get_command(ctx, naam)
            assert opdracht is not None, naam
            gevonden += _all_commands(opdracht, (*pad, naam))
    return gevonden


@pytest.mark.parametrize(
    ("pad", "opdracht"), _all_commands(hoofd), ids=lambda w: " ".join(w) if isinstance(w, tuple) else ""
)
def test_help_of_every_command_is_dutch_and_says_what_it_does(
    pad: tuple[str, ...], opdracht: click.Command
) -> None:
    ctx = click.Context(opdracht, info_name=" ".join(("netwerkkaart", *pad)))
    hulp = opdracht.get_help(ctx)
    assert hulp.startswith("Gebruik: netwerkkaart")
    assert [woord for woord in ENGELS if woord in hulp] == []
    assert opdracht.help


def test_choices_that_help_says_again_are_those_of_the_schema() -> None:
    assert opties.REGIOS == REGIOS
    soorten = [label.lower() for label, model in SOORTEN.items() if model.soort.basis == ORGANISATIE]
    assert list(opties.ORGANISATIES) == soorten
