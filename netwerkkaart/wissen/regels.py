"""Lines of history without a person: what is about her goes, what only names her keeps the rest. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from netwerkkaart.wissen.persoon import Persoon

GEWIST = "[gewist]"
"""What stands in a text where a person's name stood."""


def clean_text(tekst: str, persoon: Persoon) -> str:
    """A text in which the person is no longer named.

    >>> clean_text("Bel An Peeters.", Persoon("Contactpersoon", "p1", ("An Peeters",)))
    'Bel [gewist].'
    """
    patroon = persoon.pattern()
    return tekst if patroon is None else patroon.sub(GEWIST, tekst)


def clean_value(waarde: Any, persoon: Persoon) -> Any:
    """A stored value without her; None when it was her id (a tie that runs through her)."""
    if isinstance(waarde, str):
        return None if waarde == persoon.id else clean_text(waarde, persoon)
    if isinstance(waarde, list):
        return [clean_text(str(deel), persoon) for deel in waarde if deel != persoon.id]
    return waarde


def clean_lines(regels: Iterable[str], persoon: Persoon) -> list[str]:
    """The lines of changes that stay. O(length), and only lines that may name her are read.

    What changed on her own node, or on a relation at it, goes as a whole.
    """
    uit = []
    for regel in regels:
        if not _may_name(regel, persoon):
            uit.append(regel)
            continue
        delen = json.loads(regel)
        if persoon.id in (delen["sleutel"], delen.get("van"), delen.get("naar")):
            continue
        for kant in ("voor", "na"):
            if delen[kant] is not None:
                delen[kant] = _clean_fields(delen[kant], persoon)
        if delen["voor"] is not None and not delen["na"] and delen["na"] is not None:
            continue  # all that it changed was her: without it the line would read as a removal
        uit.append(json.dumps(delen, ensure_ascii=False, sort_keys=True, separators=(",", ":")))
    return uit


def _clean_fields(velden: dict[str, Any], persoon: Persoon) -> dict[str, Any]:
    return {naam: clean_value(waarde, persoon) for naam, waarde in velden.items() if waarde != persoon.id}


def _may_name(regel: str, persoon: Persoon) -> bool:
    klein = regel.casefold()
    return any(
        json.dumps(tekst, ensure_ascii=False)[1:-1].casefold() in klein
        for tekst in (persoon.id, *persoon.kenmerken)
    )
