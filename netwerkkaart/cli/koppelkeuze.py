"""What is chosen for one import, from three places: what is remembered, a mapping file, the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from netwerkkaart.cli.scherm import scherm
from netwerkkaart.geheugen import Herinnering, read_geheugen, recall
from netwerkkaart.graph.store import Store
from netwerkkaart.inlezen import Tabel, read_bladen
from netwerkkaart.omzetten.koppeltabel import KNOOP, KOPPEN, Koppelregel, Koppeltabel, read_koppeltabel
from netwerkkaart.schema.vocabularia import fold

_TOON = 10


def read_koppeling(pad: Path) -> Koppeltabel:
    """The mapping in a file: its sheet with the columns wat, hun and onze, or else its first one.

    Raises:
        GebruikersFout: the file cannot be read, or its rows mean nothing.
    """
    bladen = read_bladen(pad)
    return read_koppeltabel(next((blad for blad in bladen if _is_mapping(blad)), bladen[0]))


def _is_mapping(tabel: Tabel) -> bool:
    return {fold(kop) for kop in tabel.kolommen}.issuperset(KOPPEN)


def choose_koppeling(
    store: Store,
    importer: str,
    bron: str,
    koppen: Sequence[str],
    *,
    bestand: Path | None,
    gekozen: Koppeltabel,
    zonder_geheugen: bool,
) -> Koppeltabel:
    """Join the choices, those of now before those of then, and show what is remembered.

    Args:
        store: where it is remembered.
        importer: name of the importer.
        bron: name of the source.
        koppen: headers of the file.
        bestand: mapping file, if any.
        gekozen: what stands on the command line.
        zonder_geheugen: leave out what is remembered.
    """
    nu = (read_koppeling(bestand) if bestand is not None else Koppeltabel()).changed(gekozen.regels)
    if zonder_geheugen:
        return nu
    herinnering = recall(read_geheugen(store), importer, bron, koppen)
    if herinnering is None:
        return nu
    past, weg = herinnering.tabel.fitting([*koppen, "id"])
    samen = past.changed(nu.regels)
    _show(herinnering, bron, [regel for regel in samen.regels if regel in past.regels], weg)
    return samen


def _show(
    herinnering: Herinnering, bron: str, regels: Sequence[Koppelregel], weg: Sequence[Koppelregel]
) -> None:
    dag = f" van {herinnering.op:%d-%m-%Y}" if herinnering.op else ""
    andere = "" if herinnering.bron == bron else f', bron "{herinnering.bron}", met dezelfde koppen'
    if regels:
        scherm.print(f"Onthouden{dag}{andere}:", markup=False)
    for regel in sorted(regels, key=lambda regel: regel.wat == KNOOP)[:_TOON]:  # the many nodes last
        scherm.print(f"  {regel.as_sentence()}", markup=False)
    if len(regels) > _TOON:
        over = f'  … en nog {len(regels) - _TOON}: netwerkkaart koppeling toon "{herinnering.bron}"'
        scherm.print(over, markup=False)
    for regel in weg:
        scherm.print(f"  Niet gebruikt, want die kop is er niet: {regel.as_sentence()}", markup=False)
    if regels:
        scherm.print("  Anders? Kies zelf, of begin opnieuw met --zonder-geheugen.", markup=False)
