"""A report as slides: pure, from the same document, a finding to a slide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from netwerkkaart.rapport.model import (
    Aanbevelingen,
    Cijfers,
    Deel,
    Document,
    EigenTekst,
    Figuur,
    Kader,
    Kop,
    Vaststelling,
)

PUNTEN = 6
"""Most points on one slide: more is not read from the back of a room."""


@dataclass(frozen=True, slots=True)
class Dia:
    """One slide.

    Args:
        titel: what it says, as a sentence.
        figuur: a picture; None: the points.
        punten: short texts.
        cijfers: key figures beside each other.
        notities: what who speaks has to know: caveats, and how to check it.
    """

    titel: str
    figuur: Figuur | None = None
    punten: tuple[str, ...] = ()
    cijfers: Cijfers | None = None
    notities: str = ""


def make_slides(document: Document) -> tuple[Dia, ...]:
    """The slides after the first: key figures, findings with a picture, recommendations, what is not known.

    The annexes, the tables and the findings without a picture stay in the report; the findings of the first
    section are one slide together.
    """
    voor = [deel for deel in document.delen if not deel.bijlage]
    return tuple(dia for plek, deel in enumerate(voor) for dia in _slides(deel, eerste=not plek))


def _slides(deel: Deel, *, eerste: bool) -> Iterator[Dia]:
    if eerste:
        yield from _first(deel)
        return
    vaststelling: Vaststelling | None = None
    kop = "alles"
    for blok in deel.blokken:
        match blok:
            case Kop():
                kop = blok.tekst
            case Vaststelling():
                vaststelling = blok
            case Figuur():
                titel, notities = (blok.bijschrift, "") if vaststelling is None else _said(vaststelling)
                yield Dia(titel, blok, notities=notities)
                vaststelling = None  # a second picture of it is named after what it shows
            case Aanbevelingen():
                punten = [f"{punt.kop}. {punt.tekst}" for punt in blok.punten]
                yield from _in_parts(f"{deel.titel}: {kop[0].lower()}{kop[1:]}", punten)
            case Kader():
                yield from _in_parts(deel.titel, list(blok.punten))
            case EigenTekst():
                yield from _in_parts(deel.titel, [tekst.removeprefix("- ") for tekst in blok.delen])


def _first(deel: Deel) -> Iterator[Dia]:
    cijfers = next((blok for blok in deel.blokken if isinstance(blok, Cijfers)), None)
    vondsten = [blok for blok in deel.blokken if isinstance(blok, Vaststelling)]
    eigen = [tekst for blok in deel.blokken if isinstance(blok, EigenTekst) for tekst in blok.delen]
    yield Dia(
        deel.titel,
        punten=tuple(vondst.zin for vondst in vondsten[:PUNTEN]),
        cijfers=cijfers,
        notities="\n".join(_said(vondst)[1] for vondst in vondsten),
    )
    yield from _in_parts(deel.titel, [tekst.removeprefix("- ") for tekst in eigen])


def _said(vaststelling: Vaststelling) -> tuple[str, str]:
    noten = (*vaststelling.kanttekeningen, f"Zelf nagaan: netwerkkaart {vaststelling.bron}")
    return vaststelling.zin, "\n".join(noten)


def _in_parts(titel: str, punten: list[str]) -> Iterator[Dia]:
    for begin in range(0, len(punten), PUNTEN):
        yield Dia(titel, punten=tuple(punten[begin : begin + PUNTEN]))
