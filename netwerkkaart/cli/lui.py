"""A click group that loads a command only when it is called."""

from __future__ import annotations

import importlib
from collections.abc import Mapping

import click

from netwerkkaart.cli.nederlands import Groep


class LuieGroep(Groep):
    """A group that knows the names and one-line helps of its commands, and loads them on call.

    Args:
        lui: name → (``module:attribute``, one-line help).
    """

    def __init__(
        self, *args: object, lui: Mapping[str, tuple[str, str]] | None = None, **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self._lui = dict(lui or {})

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order in which they are shown."""
        return [*self._lui, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        if cmd_name not in self._lui:
            return super().get_command(ctx, cmd_name)
        module, _, naam = self._lui[cmd_name][0].partition(":")
        opdracht = getattr(importlib.import_module(module), naam)
        assert isinstance(opdracht, click.Command)
        return opdracht

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002
        formatter: click.HelpFormatter,
    ) -> None:
        """Write the list of commands without loading any."""
        rijen = [(naam, uitleg) for naam, (_, uitleg) in self._lui.items()]
        rijen += [(naam, opdracht.get_short_help_str(90)) for naam, opdracht in self.commands.items()]
        with formatter.section("Opdrachten"):
            formatter.write_dl(rijen)
