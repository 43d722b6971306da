"""Values as the text that other programs read, and text as bytes; the same for every format that is text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import BinaryIO, TextIO

from netwerkkaart.bestanden import GEEN_XML
from netwerkkaart.graph.beeld import Kolom

SCHEIDING = "|"
"""What parts the values of a list in one text."""

_MERKT = re.compile('[&<>"]')
_VAN_XML = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def plain(waarde: object) -> str:
    """A value as a program reads it back: ISO dates, ``true`` and ``false``, a point in a number.

    The values of a list are parted by ``|``; one that has a ``|`` itself gets a ``/`` there.

    >>> plain(date(2024, 9, 1)), plain(True), plain(0.25), plain(["1", "a|b"])
    ('2024-09-01', 'true', '0.25', '1|a/b')
    """
    if isinstance(waarde, str):
        return waarde
    if isinstance(waarde, bool):
        return "true" if waarde else "false"
    if isinstance(waarde, list):
        return SCHEIDING.join(str(deel).replace(SCHEIDING, "/") for deel in waarde)
    if isinstance(waarde, date):
        return waarde.isoformat()
    return "" if waarde is None else str(waarde)


def xml_text(tekst: str) -> str:
    """A text for XML, as content and in an attribute; what XML cannot hold becomes U+FFFD.

    >>> xml_text('a<b & "c"')
    'a&lt;b &amp; &quot;c&quot;'
    """
    if tekst.isprintable() and not _MERKT.search(tekst):
        return tekst
    return characters(tekst).translate(_VAN_XML)


def characters(tekst: str) -> str:
    """A text with U+FFFD for the control characters that XML, and so a workbook, cannot hold."""
    return GEEN_XML.sub("\ufffd", tekst)


def render(kolom: Kolom, form: Callable[[object], str], leeg: str = "") -> list[str]:
    """A column as texts, each different value worked out once; an absent value is ``leeg``.

    >>> render([True, None, ["1", "2"]], lambda waarde: f"<{plain(waarde)}>")
    ['<true>', '', '<1|2>']
    """
    try:
        waarden = set(kolom)
    except TypeError:  # a list has no hash
        kolom = [tuple(waarde) if type(waarde) is list else waarde for waarde in kolom]
        waarden = set(kolom)
    gezien = {w: form(list(w) if type(w) is tuple else w) for w in waarden - {None}}
    gezien[None] = leeg
    return list(map(gezien.__getitem__, kolom))


@contextmanager
def as_text(doel: BinaryIO) -> Iterator[TextIO]:
    """A file of bytes to write UTF-8 to; line ends stay as they are, what is no character becomes ``?``."""
    tekst = io.TextIOWrapper(doel, "utf-8", errors="replace", newline="", write_through=False)
    try:
        yield tekst
        tekst.flush()
    finally:
        tekst.detach()


def write_text(tekst: str, doel: BinaryIO) -> None:
    """Write a text as UTF-8, exactly as it is."""
    doel.write(tekst.encode())


def write_csv(koppen: Sequence[str], rijen: Iterable[Iterable[str]], doel: BinaryIO) -> None:
    """Write texts as CSV: a comma between cells, a line feed after each row. Nothing is made harmless."""
    with as_text(doel) as uit:
        schrijver = csv.writer(uit, lineterminator="\n")
        schrijver.writerow(koppen)
        schrijver.writerows(rijen)


def first_paragraph(uitleg: str | None) -> str:
    r"""What a docstring says first, in one line.

    >>> first_paragraph("A school\n    of ours.\n\n    More.")
    'A school of ours.'
    """
    return " ".join((uitleg or "").partition("\n\n")[0].split())
