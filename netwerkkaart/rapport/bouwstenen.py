"""From one result to blocks of a report: its sentence, its picture, a table of its rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from netwerkkaart.analyse import ANALYSES
from netwerkkaart.analyse.basis import percentage
from netwerkkaart.analyse.tekening import Raster, Staven, Tekening
from netwerkkaart.analyse.uitkomst import Uitkomst
from netwerkkaart.rapport.bron import Bron
from netwerkkaart.rapport.model import Document, Figuur, Tabel, Vaststelling
from netwerkkaart.schema.register import SOORTEN
from netwerkkaart.uitvoer.tabel import as_text
from netwerkkaart.uitvoer.tekening_woorden import describe

RIJEN_OP_BLAD = 12
"""Rows of a grid that fit on a page with the text beside it."""
_DAG = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")


def written_date(dag: date) -> str:
    """A day as people write it.

    >>> written_date(date(2026, 11, 24))
    '24-11-2026'
    """
    return f"{dag:%d-%m-%Y}"


_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def long_date(dag: date) -> str:
    """A day in words, that does not break over two lines.

    >>> long_date(date(2026, 11, 4)).split()
    ['4', 'november', '2026']
    """
    return f"{dag.day}\N{NO-BREAK SPACE}{_MAANDEN[dag.month - 1]}\N{NO-BREAK SPACE}{dag.year}"


def subtitle(document: Document) -> str:
    """What stands beside the title: kind, area, day, and the edition when there is one."""
    return " · ".join((document.soort, document.gebied, edition_mark(document)))


def edition_mark(document: Document) -> str:
    """What stands above every page: the day, and the edition when there is one."""
    return " · ".join(filter(None, (f"stand van {written_date(document.stand)}", document.editie)))


def readable(zin: str) -> str:
    """A sentence with its days as people write them.

    >>> readable("Op 2026-11-24 was school 900051-1 er.")
    'Op 24-11-2026 was school 900051-1 er.'
    """
    return _DAG.sub(r"\3-\2-\1", zin)


def without_area(zin: str, gebied: str) -> str:
    """A sentence without the area before it: the report says already what it is about.

    >>> without_area("Limburg: van de 24 cellen zijn er 8 gedekt.", "Limburg")
    'Van de 24 cellen zijn er 8 gedekt.'
    """
    rest = zin.removeprefix(gebied)
    if rest == zin or rest[:2] not in (": ", ", "):
        return zin
    return rest[2].upper() + rest[3:]


def tell(bron: Bron, naam: str) -> Vaststelling:
    """The finding of an analysis, with its caveats and when not to trust it."""
    uitkomst = bron.run(naam)
    noten = (*uitkomst.kanttekeningen, ANALYSES[naam].wanneer_niet)
    return Vaststelling(
        naam,
        without_area(readable(uitkomst.titel), bron.gebied),
        bron.command(naam),
        tuple(readable(noot) for noot in dict.fromkeys(noten)),
    )


def picture(bron: Bron, naam: str, bijschrift: str) -> tuple[Figuur, ...]:
    """The picture of an analysis, if it has any and there is something to see."""
    draw = ANALYSES[naam].load_tekening()
    uitkomst = bron.run(naam)
    if draw is None or not len(uitkomst.rijen):
        return ()
    tekening: Tekening = draw(uitkomst)
    if (isinstance(tekening, Staven) and not tekening.staven) or (
        isinstance(tekening, Raster) and not tekening.rijen
    ):
        return ()
    return tuple(make_figure(deel, tekst) for deel, tekst in _per_area(tekening, bijschrift))


def _per_area(tekening: Tekening, bijschrift: str) -> Iterator[tuple[Tekening, str]]:
    """A grid of several areas as one per area: together they would not fit on a page."""
    if not isinstance(tekening, Raster) or len(tekening.rijen) <= RIJEN_OP_BLAD:
        yield tekening, bijschrift
        return
    per_gebied: dict[str, list[int]] = {}
    for plek, naam in enumerate(tekening.rijen):
        per_gebied.setdefault(naam.rpartition(": ")[0], []).append(plek)
    for gebied, plekken in per_gebied.items():
        deel = replace(
            tekening,
            rijen=tuple(tekening.rijen[plek].rpartition(": ")[2] for plek in plekken),
            vakken=tuple(tekening.vakken[plek] for plek in plekken),
        )
        yield deel, f"{bijschrift}: {gebied}"


def make_figure(tekening: Tekening, bijschrift: str) -> Figuur:
    """A picture with a caption in the place of its title, and what it shows in words."""
    return Figuur(bijschrift, replace(tekening, titel=bijschrift), readable(describe(tekening)))


def rows_table(
    uitkomst: Uitkomst[Any],
    namen: Sequence[str],
    bijschrift: str,
    rijen: Iterable[Any] | None = None,
    *,
    hoogstens: int = 10,
    koppen: Sequence[str] = (),
) -> tuple[Tabel, ...]:
    """Some columns of the first rows of a result as a table; none when there are no rows.

    Args:
        uitkomst: the result.
        namen: names of the columns.
        bijschrift: the caption.
        rijen: which of its rows; None: all.
        hoogstens: how many at most; the note says how many there are.
        koppen: headers, where those of the result do not fit.
    """
    alle = uitkomst.rijen if rijen is None else list(rijen)
    if not len(alle):
        return ()
    per_naam = {kolom.naam: kolom.kop for kolom in uitkomst.kolommen}
    teksten = same_places(tuple(tuple(cell(rij, naam) for naam in namen) for rij in alle[:hoogstens]))
    rest = len(alle) - len(teksten)
    return (
        Tabel(
            bijschrift,
            tuple(koppen) or tuple(per_naam[naam] for naam in namen),
            teksten,
            f"De eerste {len(teksten)} van {len(alle)}; de andere staan in de werkmap erbij." if rest else "",
        ),
    )


_KOMMA = re.compile(r"[−+]?[\d.]+(?:,(\d+))?")


def same_places(rijen: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """The same table, with as many places after the comma in a whole column of numbers, so that they line up.

    >>> same_places((("a", "4,9"), ("b", "12")))
    (('a', '4,9'), ('b', '12,0'))
    """
    kolommen = []
    for kolom in zip(*rijen, strict=True):
        delen = [_KOMMA.fullmatch(tekst) for tekst in kolom if tekst]
        plaatsen = max((len(deel[1] or "") for deel in delen if deel), default=0)
        kolommen.append(_padded(kolom, plaatsen) if plaatsen and all(delen) else kolom)
    return tuple(zip(*kolommen, strict=True))


def _padded(kolom: tuple[str, ...], plaatsen: int) -> tuple[str, ...]:
    uit = []
    for tekst in kolom:
        heel, _, rest = tekst.partition(",")
        uit.append(f"{heel},{rest.ljust(plaatsen, '0')}" if tekst else tekst)
    return tuple(uit)


def kind_words(label: str) -> str:
    """What people call the organisations of a kind.

    >>> kind_words("GeestelijkeGezondheidszorg"), kind_words("LokaalBestuur")
    ('GGZ-diensten', 'Lokale besturen')
    """
    woord = SOORTEN[label].soort.meervoud
    return woord[0].upper() + woord[1:]


def cell(rij: Any, naam: str) -> str:
    """A value of a row as people read it: schools by their number, lists short."""
    waarde = getattr(rij, naam)
    if isinstance(waarde, tuple) and naam.startswith("scholen"):
        return str(len(waarde))
    if isinstance(waarde, tuple) and len(waarde) > 4:
        return f"{as_text(waarde[:4])}; en {len(waarde) - 4} andere"
    if naam == "soort" and waarde in SOORTEN:
        return kind_words(waarde)
    if naam.startswith("aandeel") and isinstance(waarde, float):
        return percentage(waarde, 1)
    if isinstance(waarde, int) and not isinstance(waarde, bool):
        return f"{waarde:,}".replace(",", ".").replace("-", "−")
    if isinstance(waarde, float):
        return as_text(round(waarde, 2)).replace("-", "−")
    return readable(as_text(waarde))
