"""An import in the terminal before it is written: how it was read, and what would change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from netwerkkaart.cli.scherm import scherm, show_rooster
from netwerkkaart.omzetten.context import Oogst
from netwerkkaart.plan.wijziging import Plan
from netwerkkaart.schema.uitspraken import Voorstel
from netwerkkaart.uitvoer.planlijst import list_changes, summarize_plan
from netwerkkaart.uitvoer.tabel import Rooster, as_text, write_rooster

_TOON = 15
"""Changed fields in the terminal; all of them go to a file by ``--plan``."""


def show_reading(oogst: Oogst) -> None:
    """Show how the columns were matched, how many rows there were, and where places were found."""
    rijen = [(kop, naam or "—") for kop, naam in oogst.koppeling]
    if rijen:
        show_rooster(
            Rooster(
                f"{oogst.rijen} rijen gelezen. De kolommen:",
                ("kop", "naam"),
                ("in het bestand", "wordt"),
                rijen,
            )
        )
    if oogst.bladen:
        koppen = ("blad", "rijen", "nieuw", "gewijzigd", "weggehaald")
        tellingen = [(b.blad, b.rijen, b.nieuw, b.gewijzigd, b.weg) for b in oogst.bladen]
        show_rooster(Rooster(f"{oogst.rijen} rijen gelezen, blad per blad:", koppen, koppen, tellingen))
    if oogst.gemeenten:
        delen = ", ".join(
            f"{hoe} {aantal}" for hoe, aantal in sorted(oogst.gemeenten.items(), key=lambda d: -d[1])
        )
        scherm.print(f"Gemeenten gevonden via: {delen}.")


def messages(oogst: Oogst) -> Rooster:
    """Every message as a row, so that it can be sorted and ticked off in Excel."""
    koppen = ("ernst", "bestand", "blad", "rij", "kolom", "gevonden", "melding", "verwacht")
    rijen = [
        (str(m.ernst), m.bestand, m.blad, m.rij, m.kolom, m.waarde, m.tekst, m.verwacht)
        for m in oogst.meldingen
    ]
    return Rooster(f"{len(rijen)} meldingen", koppen, koppen, rijen)


def show_plan(
    plan: Plan,
    namen: Mapping[str, str],
    voorstellen: Sequence[Voorstel] = (),
    *,
    uit: Path | None = None,
    optie: str = "--plan",
) -> None:
    """Show what would change: counted, and the first fields one by one. Nothing for an empty plan.

    Args:
        plan: the plan.
        namen: name of each known node by id.
        voorstellen: what the source only suggests.
        uit: where every change is written, field by field.
        optie: the option that does so, for whom there are too many.
    """
    if plan.is_leeg and not voorstellen and not plan.conflicten:
        return
    show_rooster(summarize_plan(plan, voorstellen))
    lijst = list_changes(plan, namen, voorstellen)
    if uit is not None:
        write_rooster(lijst, uit)
    velden = [rij for rij in lijst.rijen if rij[0] != "nieuw"]
    for hoe, wat, code, naam, veld, was, wordt in velden[:_TOON]:
        wie = f"{wat} {code}" + (f" ({naam})" if naam else "")
        anders = f" {veld}: {as_text(was) or '—'} → {as_text(wordt) or '—'}" if veld else ""
        scherm.print(f"  {hoe}: {wie}{anders}", markup=False)
    if len(velden) > _TOON:
        over = len(velden) - _TOON
        scherm.print(f"  … en nog {over}. Alles, veld per veld: voeg toe {optie} plan.xlsx", markup=False)
