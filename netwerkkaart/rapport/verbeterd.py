"""The section that tells what was corrected since an edition: figures of the same day, then and now."""

from __future__ import annotations

from typing import Any

from netwerkkaart.rapport.bouwstenen import readable
from netwerkkaart.rapport.bron import Bron
from netwerkkaart.rapport.model import Alinea, Blok, Deel, Tabel

RIJEN = 12
"""Most figures that the section shows; the command shows all."""
_UITLEG = {
    "gecorrigeerd": "Het gaat over toen, en er stond iets anders.",
    "in kaart gebracht": "Het gaat over toen, en er stond niets.",
    "niet gedateerd": "Het telt mee, maar niemand zegt of het toen al zo was.",
    "gaat over nadien": "Het gebeurde later, en telt hier in geen cijfer mee.",
}


def corrected_since(bron: Bron) -> tuple[Deel, ...]:
    """What was corrected since the edition that the report is asked to look back to; none without one.

    Only counts and figures, of what the profile may see: the facts themselves may be internal.
    """
    if bron.sinds is None:
        return ()
    uitkomst = bron.sinds
    aarden = tuple((aard, uitleg, str(uitkomst.cijfers.get(aard, 0))) for aard, uitleg in _UITLEG.items())
    blokken: list[Blok] = [
        Alinea(readable(uitkomst.titel)),
        Tabel("Wat er anders gezegd wordt dan in de editie", ("Aard", "Betekenis", "Aantal"), aarden),
        *_figures(uitkomst.rijen, "indicator", "Indicatoren die verschuiven"),
        *_figures(uitkomst.rijen, "oordeel", "Oordelen die verschuiven"),
        *(Alinea(readable(noot), soort="noot") for noot in uitkomst.kanttekeningen),
    ]
    return (Deel("Wat is er verbeterd sinds de vorige editie?", tuple(blokken)),)


def _figures(rijen: Any, deel: str, bijschrift: str) -> tuple[Tabel, ...]:
    gekozen = [rij for rij in rijen if rij.deel == deel]
    if not gekozen:
        return ()
    noot = f"De eerste {RIJEN} van {len(gekozen)}." if len(gekozen) > RIJEN else ""
    tabel = tuple((rij.wat, rij.toen, rij.nu) for rij in gekozen[:RIJEN])
    return (Tabel(bijschrift, ("Wat", "Zoals de editie het wist", "Zoals nu gekend"), tabel, noot),)
