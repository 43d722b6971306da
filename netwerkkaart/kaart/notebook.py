"""A page of ours as a value: a notebook draws it, a user keeps it."""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path

from netwerkkaart.bestanden import write_atomic


@dataclass(frozen=True)
class Kaartpagina:
    """A page that works without a network; a notebook draws it, :meth:`write` keeps it.

    Args:
        html: the page as text.
        titel: what it shows.
        hoogte: its height in a notebook, in pixels.
    """

    html: str
    titel: str
    hoogte: int = 640

    def __repr__(self) -> str:
        return f"Kaartpagina({self.titel!r}, {len(self.html) / 1000:.0f} kB)"

    def _repr_html_(self) -> str:
        """An ``iframe`` that holds the whole page, so that its styles and scripts stay inside."""
        return (
            f'<iframe srcdoc="{html.escape(self.html)}" title="{html.escape(self.titel)}" '
            f'sandbox="allow-scripts" style="width:100%;height:{self.hoogte}px;border:0"></iframe>'
        )

    def write(self, pad: Path | str) -> Path:
        """Write the page, whole or not at all; gives the path.

        Raises:
            GebruikersFout: the file cannot be written.
        """
        write_atomic(Path(pad), self.html)
        return Path(pad)
