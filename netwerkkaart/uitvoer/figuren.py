"""The picture of a result as a value: a notebook draws it, a user keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from netwerkkaart.analyse.opgave import find_analyse
from netwerkkaart.analyse.uitkomst import Uitkomst
from netwerkkaart.bestanden import write_atomic
from netwerkkaart.fouten import GebruikersFout


@dataclass(frozen=True)
class Figuur:
    """A picture as SVG; a notebook draws it, :meth:`write` keeps it.

    Args:
        svg: the picture as text.
        titel: the finding that it shows.
    """

    svg: str
    titel: str

    def __repr__(self) -> str:
        return f"Figuur({self.titel!r})"

    def _repr_svg_(self) -> str:
        """The picture itself."""
        return self.svg

    def write(self, pad: Path | str) -> Path:
        """Write the picture as a file, whole or not at all; gives the path.

        Raises:
            GebruikersFout: the file cannot be written.
        """
        write_atomic(Path(pad), self.svg)
        return Path(pad)


def draw_uitkomst(uitkomst: Uitkomst[Any]) -> Figuur:
    """The picture of a result, as ``netwerkkaart analyse NAAM --figuur`` draws it.

    Raises:
        GebruikersFout: this analysis has no picture.
    """
    from netwerkkaart.uitvoer.tekening_svg import to_svg

    draw = find_analyse(uitkomst.naam).load_tekening()
    if draw is None:
        raise GebruikersFout(
            f"Van {uitkomst.naam} is er geen figuur: de tabel zegt het beter.", hulp="Gebruik as_pandas."
        )
    return Figuur(to_svg(draw(uitkomst)), uitkomst.titel)
