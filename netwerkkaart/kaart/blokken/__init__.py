"""The parts of the page's data behind its deeper views, from matrix to tijd, each a block of columns."""

from __future__ import annotations

from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.momenten import Momenten
from netwerkkaart.kaart.blokken.aanbod import Plaatsen, inventory_block, offer_block, offers_on_map
from netwerkkaart.kaart.blokken.bruggen import bridge_block
from netwerkkaart.kaart.blokken.elders import Elders
from netwerkkaart.kaart.blokken.keten import chain_block
from netwerkkaart.kaart.blokken.matrix import matrix_block
from netwerkkaart.kaart.blokken.ommeland import surroundings_block
from netwerkkaart.kaart.blokken.schakels import Schakels
from netwerkkaart.kaart.blokken.tandem import tandem_block
from netwerkkaart.kaart.blokken.tijd import time_block
from netwerkkaart.kaart.invoer import KaartInvoer
from netwerkkaart.kaart.keuze import Keuze
from netwerkkaart.kaart.resultaten import Blok
from netwerkkaart.kaart.woorden import Woordenlijst

BLOKKEN = ("aanbod", "inventaris", "matrix", "keten", "tandem", "bruggen", "tijd", "ommeland")
"""The blocks, each behind one view or more."""


def depth_blocks(
    keuze: Keuze,
    invoer: KaartInvoer,
    woorden: tuple[Woordenlijst, Woordenlijst],
    elders: Elders,
    schakels: Schakels,
) -> Blok:
    """The blocks of :data:`BLOKKEN`; all None without a reach, and ``tijd`` without moments.

    Args:
        keuze: what the map shows.
        invoer: results over the view of ``keuze``.
        woorden: numbered texts and days.
        elders: numbers organisations; who is met is added.
        schakels: numbers ties; which are met are added.

    Raises:
        ValueError: the reach is of another view, so that its numbers mean other nodes.
    """
    bereik = invoer.bereik
    if bereik is None:
        return dict.fromkeys(BLOKKEN)
    if bereik.beeld is not keuze.beeld and list(bereik.beeld.ids) != list(keuze.beeld.ids):
        raise ValueError("the reach was computed over another view than the map shows")
    teksten, datums = woorden
    plaatsen = Plaatsen(keuze, bereik)
    welke = offers_on_map(plaatsen)
    return {
        "aanbod": offer_block(plaatsen, welke, elders),
        "inventaris": inventory_block(plaatsen, datums),
        "matrix": matrix_block(keuze, bereik, elders),
        "keten": chain_block(keuze, bereik, welke, elders, schakels),
        "tandem": tandem_block(keuze, teksten),
        "bruggen": bridge_block(keuze, invoer, woorden, elders, schakels),
        "tijd": time_block(keuze, _moments(invoer, bereik), _offer_ids(bereik, welke), woorden, elders),
        "ommeland": surroundings_block(keuze, bereik, welke, elders),
    }


def _moments(invoer: KaartInvoer, bereik: Bereik) -> Momenten | None:
    """The graph at its moments: what was made already, or only then."""
    if invoer.tijden is None:
        return None
    return invoer.momenten or Momenten(invoer.tijden, bereik)


def _offer_ids(bereik: Bereik, welke: Getallen) -> list[str]:
    return [bereik.beeld.ids[knoop] for knoop in bereik.aanbod.knopen[welke].tolist()]
