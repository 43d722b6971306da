"""The texts of a report made fit for every form, in one place, before a writer sees them. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from netwerkkaart.bestanden import GEEN_XML

T = TypeVar("T")
_EIGENSCHAP = 255
"""Most signs that Word and PowerPoint keep in a property of a document."""


def clean(waarde: T) -> T:
    r"""The same value without the signs that no XML can hold, in all its texts; what has none is itself.

    Args:
        waarde: a text, or dataclasses, tuples, lists and mappings of them; of anything else nothing changes.

    >>> clean(("a\x0bb", 1))
    ('ab', 1)
    """
    schoon: object = waarde
    if type(waarde) is str:
        schoon = GEEN_XML.sub("", str(waarde))
    elif isinstance(waarde, tuple | list):
        delen = [clean(deel) for deel in waarde]
        if any(nieuw is not deel for nieuw, deel in zip(delen, waarde, strict=True)):
            schoon = type(waarde)(delen)
    elif isinstance(waarde, Mapping):
        schoon = {clean(sleutel): clean(deel) for sleutel, deel in waarde.items()}
    elif is_dataclass(waarde) and not isinstance(waarde, type):
        velden = {veld.name: getattr(waarde, veld.name) for veld in fields(waarde) if veld.init}
        nieuw = {naam: clean(deel) for naam, deel in velden.items()}
        if any(nieuw[naam] is not deel for naam, deel in velden.items()):
            schoon = replace(waarde, **nieuw)
    return schoon  # type: ignore[return-value]


def as_property(tekst: str) -> str:
    """A text as a property of a document, cut where it is too long to be kept.

    >>> len(as_property("a" * 300)), as_property("kort")
    (255, 'kort')
    """
    return tekst if len(tekst) <= _EIGENSCHAP else f"{tekst[: _EIGENSCHAP - 1]}…"
