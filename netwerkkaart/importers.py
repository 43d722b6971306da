"""The one door to the folder ``import``, whose name is a keyword of Python.

Each file in that folder is one importer: it defines ``IMPORTER``, and nothing else imports it. To add
one, add a file and a test; the command line finds it by itself.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netwerkkaart.fouten import NietGevonden

if TYPE_CHECKING:
    from netwerkkaart.omzetten.context import Context, Oogst


@dataclass(frozen=True, slots=True)
class Leeskeuzes:
    """How a file is to be opened, where the user should not leave it to the program.

    Args:
        blad: name of the sheet.
        codering: encoding of a CSV file.
        scheidingsteken: what parts the cells of a CSV file.
    """

    blad: str | None = None
    codering: str | None = None
    scheidingsteken: str | None = None


def open_tabel(pad: Path, keuzes: Leeskeuzes) -> object:
    """Open a file as one table; see :func:`netwerkkaart.inlezen.read_tabel`."""
    from netwerkkaart.inlezen import read_tabel  # heavy, and the list of importers needs none of it

    return read_tabel(pad, blad=keuzes.blad, codering=keuzes.codering, scheidingsteken=keuzes.scheidingsteken)


@dataclass(frozen=True, slots=True)
class Importer:
    """One way in.

    Args:
        naam: name on the command line.
        uitleg: one Dutch line about what it reads.
        hulp: what a coordinator should know, in a few Dutch sentences.
        read: turns what ``open`` gave into statements; pure.
        open: opens a file, refusing what is unsafe or unreadable; one table unless told otherwise.
        volledig: true when such a file lists all there is, so that what it leaves out went.
    """

    naam: str
    uitleg: str
    hulp: str
    read: Callable[[Any, Context], Oogst]
    open: Callable[[Path, Leeskeuzes], object] = open_tabel
    volledig: bool = False


@cache
def importer_names() -> tuple[str, ...]:
    """Names of all importers, sorted; nothing is loaded."""
    map_ = Path(__file__).parent / "import"
    return tuple(
        sorted(module.name for module in pkgutil.iter_modules([str(map_)]) if not module.name.startswith("_"))
    )


def load_importer(naam: str) -> Importer:
    """Load one importer by name.

    Raises:
        NietGevonden: there is no importer of that name.
    """
    if naam not in importer_names():
        raise NietGevonden(f'Er is geen import "{naam}".', hulp=f"Kies uit: {', '.join(importer_names())}.")
    module = importlib.import_module(f"netwerkkaart.import.{naam}")
    importer = module.IMPORTER
    assert isinstance(importer, Importer)
    return importer
