"""Wrong use of a command, said in Dutch."""

from __future__ import annotations

import click
from click import exceptions as e


def usage_sentence(fout: click.ClickException) -> str:
    """A Dutch sentence for what click found wrong."""
    hulp = _help_hint(fout)
    if isinstance(fout, e.NoSuchOption):
        voorstel = f" Bedoelt u {' of '.join(fout.possibilities)}?" if fout.possibilities else ""
        return f"De optie {fout.option_name} bestaat niet.{voorstel}{hulp}"
    if isinstance(fout, e.MissingParameter):
        naam = fout.param.make_metavar(fout.ctx) if fout.param and fout.ctx else "een argument"
        if isinstance(fout.param, click.Option):
            naam = " / ".join(fout.param.opts)
        return f"Er ontbreekt: {naam}.{hulp}"
    if isinstance(fout, e.BadParameter):
        naam = fout.param.opts[-1] if fout.param and fout.param.opts else "een argument"
        keuzes = getattr(fout.param.type, "choices", ()) if fout.param else ()
        uitleg = f"kies uit {', '.join(map(str, keuzes))}" if keuzes else fout.message
        return f"De waarde bij {naam} past niet: {uitleg}.{hulp}"
    if isinstance(fout, e.UsageError) and fout.message.startswith("No such command"):
        return f"De opdracht {fout.message.split(chr(39))[1]} bestaat niet.{hulp}"
    return f"{fout.format_message()}{hulp}"


def _help_hint(fout: click.ClickException) -> str:
    ctx = getattr(fout, "ctx", None)
    return f" Zie: {ctx.command_path} --help" if isinstance(ctx, click.Context) else ""
