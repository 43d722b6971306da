"""The conflicts of an exchange on a terminal, one after another: who is right? All Dutch, no logic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import click
from rich.markup import escape

from netwerkkaart.cli.scherm import scherm
from netwerkkaart.uitvoer.conflicten import GEHEEL, shown
from netwerkkaart.uitvoer.tabel import as_text
from netwerkkaart.uitwisseling.kant import DOEL, Kant, Moment
from netwerkkaart.uitwisseling.ontvangen import Uitwisseling
from netwerkkaart.uitwisseling.vergelijken import Verschil
from netwerkkaart.uitwisseling.voorstel import Keuze

_ANTWOORDEN = {"u": Keuze.GRAAF, "h": Keuze.BRON, "": Keuze.NIEUWSTE}
_UITLEG = (
    "u = wat u hebt, h = wat zij hebben, Enter = de laatste verandering;\n"
    "uu of hh = dit en alle volgende zo, s = stoppen zonder iets te schrijven."
)


def ask_conflicts(
    uitwisseling: Uitwisseling, namen: Mapping[str, str]
) -> dict[tuple[str, str], Keuze] | None:
    """Show each conflict with both values, when and by what they came, and ask which counts.

    Args:
        uitwisseling: what was compared.
        namen: name of each node and relation by its key.

    Returns:
        The decision about each, by key and field; None when the user stops.
    """
    conflicten = uitwisseling.voorstel.conflicten
    keuzes: dict[tuple[str, str], Keuze] = {}
    aantal = f"{len(conflicten)} keer veranderden u en zij hetzelfde"
    scherm.print(f"\n[bold]{aantal}. Wie heeft gelijk?[/]\n{_UITLEG}")
    for nr, conflict in enumerate(conflicten):
        _show(uitwisseling, conflict, namen, f"{nr + 1} van {len(conflicten)}")
        antwoord = _ask()
        if antwoord == "s":
            return None
        rest: Sequence[Verschil] = conflicten[nr:] if len(antwoord) == 2 else [conflict]
        keuzes.update({(c.sleutel, c.veld): _ANTWOORDEN[antwoord[:1]] for c in rest})
        if len(antwoord) == 2:
            break
    return keuzes


def _ask() -> str:
    while True:
        antwoord = click.prompt(
            "Wat geldt? [u, h, Enter, uu, hh, s]", default="", show_default=False, prompt_suffix=" "
        )
        gekozen = str(antwoord).strip().casefold()
        if gekozen in (*_ANTWOORDEN, "uu", "hh", "s"):
            return gekozen
        scherm.print(f'"{gekozen}" is geen antwoord.\n{_UITLEG}', markup=False)


def _show(uitwisseling: Uitwisseling, conflict: Verschil, namen: Mapping[str, str], teller: str) -> None:
    naam = namen.get(conflict.sleutel, "")
    wie = f"{naam} ({conflict.sleutel})" if naam else conflict.sleutel
    veld = {"": GEHEEL, DOEL: "waarheen ze loopt"}.get(conflict.veld, conflict.veld)
    scherm.print(f"\n[bold]{teller}[/]  {escape(f'{conflict.soort} {wie}, {veld}')}")
    for teken, waarde, kant, moment, laatst in (
        ("u  ", conflict.ons, uitwisseling.ons, conflict.ons_moment, not conflict.laatste_is_hun),
        ("hen", conflict.hun, uitwisseling.hun, conflict.hun_moment, conflict.laatste_is_hun),
    ):
        gezien = shown(conflict, waarde)
        tekst = namen.get(str(gezien), as_text(gezien)) if conflict.veld == DOEL else as_text(gezien)
        slot = ", het laatst" if laatst else ""
        scherm.print(
            f"   [dim]{teken}[/] {escape(tekst or '(leeg)')}  [dim]{escape(_since(kant, moment) + slot)}[/]"
        )


def _since(kant: Kant, moment: Moment) -> str:
    """When a value came, and from which source."""
    tijdstip, imp = moment
    if not tijdstip:
        return "niet bekend sinds wanneer"
    dag = datetime.fromisoformat(tijdstip).astimezone()
    bron = kant.source_of(imp)
    return f"{dag:%d-%m-%Y %H:%M}" + (f", uit {bron}" if bron else "")
