"""Making a map from a view, as the commands ``kaart`` and ``demo`` do."""

from __future__ import annotations

import sys
import webbrowser
from os import environ
from pathlib import Path

import numpy as np

from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.cli.plekken import outlines_path
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.toen import Tijden
from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.kaart.meta import Opties
from netwerkkaart.kaart.ondergrond import standard_ground
from netwerkkaart.kaart.pagina import write_kaart
from netwerkkaart.kaart.verhaal import Verhaal
from netwerkkaart.schema.vocabularia import REGIO


def make_map(
    beeld: Beeld,
    pad: Path,
    regio: str | None,
    profiel: Profiel,
    drempels: Drempels,
    editie: str = "",
    herkomst: tuple[str, ...] = (),
    tijden: Tijden | None = None,
    verhaal: Verhaal | None = None,
) -> None:
    """Write the map of a view at a date, on the outlines that the user loaded if she did.

    ``editie`` quotes the edition that it is made from, and ``herkomst`` says all about it; empty: the living
    graph. ``tijden`` is the same graph as it was known on several days, ``verhaal`` a story to
    put into the page.
    """
    from netwerkkaart import gebied

    eigen = outlines_path()
    grond = standard_ground(gebied.load_omtrekken(eigen)) if eigen.exists() else None
    opties = Opties(regio=regio, profiel=profiel, editie=editie, herkomst=herkomst)
    write_kaart(beeld, pad, opties=opties, drempels=drempels, grenzen=grond, tijden=tijden, verhaal=verhaal)


_BIJNA_ALLES = 0.9


def main_region(beeld: Beeld) -> str | None:
    """Code of the region where nearly all organisations of a view lie; None when they lie in more."""
    tel = np.bincount(beeld.regio[: beeld.aantal_organisaties] + 1, minlength=len(REGIO.codes) + 1)[1:]
    meest = int(tel.argmax())
    return REGIO.codes[meest] if _BIJNA_ALLES * tel.sum() <= tel[meest] < tel.sum() else None


def open_browser(pad: Path) -> bool:
    """Open a page in the browser where there is a screen; True when one was started."""
    scherm = sys.platform in ("win32", "darwin") or "DISPLAY" in environ or "WAYLAND_DISPLAY" in environ
    return scherm and webbrowser.open(pad.resolve().as_uri())
