"""Results of analyses as tables: in the terminal or in a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.analyse.uitkomst import Uitkomst
from netwerkkaart.cli.opties import give
from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.uitvoer.tabel import Rooster


def make_drempels(
    wachttijd: int | None, aandeel: float | None, maanden: int | None, schakels: int | None
) -> Drempels:
    """Thresholds from the options; what is not given keeps its default.

    Raises:
        GebruikersFout: a threshold that has no meaning.
    """
    gegeven: dict[str, Any] = {
        "wachttijd_weken": wachttijd,
        "aandeel_niet_verbonden": aandeel,
        "maanden_inventarisatie": maanden,
        "schakels": schakels,
    }
    try:
        return Drempels(**{naam: waarde for naam, waarde in gegeven.items() if waarde is not None})
    except ValueError:
        raise GebruikersFout(
            "Deze drempel heeft geen betekenis.",
            hulp="Schakels is minstens 1, weken en maanden minstens 0, het aandeel ligt tussen 0 en 1.",
        ) from None


def as_rooster(uitkomst: Uitkomst[Any]) -> Rooster:
    """A result as a table, with its thresholds, reference date and caveats as notes."""
    kolommen = uitkomst.kolommen
    rijen = [tuple(getattr(rij, kolom.naam) for kolom in kolommen) for rij in uitkomst.rijen]
    noten = (
        f"Peildatum {uitkomst.datum.isoformat()}.",
        *uitkomst.drempels.zinnen().values(),
        *uitkomst.kanttekeningen,
    )
    return Rooster(
        uitkomst.titel, tuple(k.naam for k in kolommen), tuple(k.kop for k in kolommen), rijen, tuple(noten)
    )


def give_uitkomst(uitkomst: Uitkomst[Any], uit: Path | None) -> None:
    """Show a result, or write it; on a terminal the evidence is left to the file, as it is long."""
    rooster = as_rooster(uitkomst)
    if uit is None:
        rooster = _without_evidence(rooster)
    give(rooster, uit)


def _without_evidence(rooster: Rooster) -> Rooster:
    blijft = [nummer for nummer, naam in enumerate(rooster.namen) if not naam.startswith("bewijs")]
    return Rooster(
        rooster.titel,
        tuple(rooster.namen[i] for i in blijft),
        tuple(rooster.koppen[i] for i in blijft),
        [tuple(rij[i] for i in blijft) for rij in rooster.rijen],
        (*rooster.noten, "Waarop elke rij steunt (codes): voeg toe --uit bestand.xlsx"),
    )
