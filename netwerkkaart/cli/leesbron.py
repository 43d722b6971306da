"""From what a command reads: the living graph, or an edition of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from netwerkkaart.analyse.drempels import Drempels
    from netwerkkaart.editie import Editie
    from netwerkkaart.graph.beeld import Beeld
    from netwerkkaart.graph.store import Store

F = TypeVar("F", bound=Callable[..., Any])
HULP = "Uit deze editie (nummer, naam of bestand.zip) in plaats van de levende graaf."


def editie_param() -> click.Option:
    """``--editie``, for a command that is put together from parameters."""
    return click.Option(["--editie"], metavar="NAAM|NUMMER", default=None, help=HULP)


def editie_option(functie: F) -> F:
    """``--editie``: which frozen state is read."""
    return click.option("--editie", metavar="NAAM|NUMMER", default=None, help=HULP)(functie)


@dataclass(frozen=True, slots=True)
class Leesbron:
    """What is read.

    Args:
        store: an open store.
        editie: the edition that it holds; None: it is the living graph.
    """

    store: Store
    editie: Editie | None = None

    def day(self, gekozen: date | None) -> date | None:
        """The reference date: the one that was chosen, else that of the edition; None: nobody says."""
        return gekozen or (self.editie.manifest.peildatum if self.editie else None)

    @property
    def drempels(self) -> Drempels | None:
        """The thresholds of the edition; None for the living graph, which keeps its own."""
        return self.editie.manifest.drempels if self.editie else None

    def thresholds(self, beeld: Beeld) -> Drempels:
        """The thresholds when nobody chooses: those of the edition, else those of the graph."""
        from netwerkkaart.analyse.drempels import kept_drempels

        return self.drempels or kept_drempels(beeld)

    def quote(self, analyses: Collection[str] | None = None, dag: date | None = None) -> tuple[str, ...]:
        """The sentences about the edition to print with what is made; none for the living graph."""
        from netwerkkaart.editie.citeren import quote

        return quote(self.editie, analyses, dag) if self.editie else ()

    def quote_short(self, dag: date | None = None) -> tuple[str, ...]:
        """The same for a page of paper: only the beginning of the hash."""
        if self.editie is None:
            return ()
        return (f"{self.editie.citaat_kort}.", *self.quote(dag=dag)[1:])

    def tell(self, dag: date | None = None) -> None:
        """Say on the screen which edition something was made from; nothing of the living graph."""
        from netwerkkaart.cli.scherm import scherm

        for zin in self.quote(dag=dag):
            scherm.print(zin, markup=False)


@contextmanager
def open_leesbron(store: str | None, editie: str | None) -> Iterator[Leesbron]:
    """Open what is read; of an edition every byte is checked first, and the living graph is not needed.

    Raises:
        OpslagFout: as :func:`netwerkkaart.graph.openen.open_store`.
        NietGevonden: there is no such edition.
        OnleesbaarBestand: it is not what it was.
    """
    if editie is None:
        from netwerkkaart.graph.openen import open_store

        graaf = open_store(store)
        try:
            yield Leesbron(graaf)
        finally:
            graaf.close()
        return
    from netwerkkaart.editie import find_editie, open_editie

    gevonden = find_editie(editie, store)
    with open_editie(gevonden) as graaf:
        yield Leesbron(graaf, gevonden)


def read_bron(
    store: str | None, editie: str | None, datum: date | None, *, alles: bool = False
) -> tuple[Leesbron, Beeld]:
    """What is read, and its view at a day: the chosen one, else that of the edition, else today.

    Args:
        store: place of the living graph; None: the usual one.
        editie: an edition; None: the living graph.
        datum: the chosen day.
        alles: all that was ever stated, at no day.

    Returns:
        The source, whose store is closed, and the view.

    Raises:
        OpslagFout, NietGevonden, OnleesbaarBestand: as :func:`open_leesbron`.
    """
    from netwerkkaart.cli.scherm import busy
    from netwerkkaart.graph.lezen import read_beeld

    with busy("De graaf lezen"), open_leesbron(store, editie) as bron:
        beeld = read_beeld(bron.store)
    return bron, beeld if alles else beeld.op(bron.day(datum) or date.today())
