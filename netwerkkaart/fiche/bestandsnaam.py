"""Names of files that are safe everywhere, readable, and never those of another node."""

from __future__ import annotations

import hashlib

from netwerkkaart.schema.vocabularia import fold

_LANG = 50


def safe_name(tekst: str, id_: str) -> str:
    """A file name made of a text, told apart by an id.

    >>> safe_name("De Ark, Genk", "ark")
    'de-ark-genk-004b372c.html'
    """
    woorden = "-".join(fold(tekst).encode("ascii", "ignore").decode().split())
    merk = hashlib.sha256(id_.encode()).hexdigest()[:8]
    return "-".join(deel for deel in (woorden[:_LANG].strip("-"), merk) if deel) + ".html"
