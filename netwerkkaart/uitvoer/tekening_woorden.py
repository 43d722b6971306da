"""Pictures in words: their numbers as people write them, and what stands in for a picture."""

from __future__ import annotations

from netwerkkaart.analyse.tekening import Raster, Staven, Tekening


def written(waarde: float) -> str:
    """A number with a decimal comma, at most two places.

    >>> written(3.0), written(0.256), written(1250)
    ('3', '0,26', '1.250')
    """
    tekst = f"{waarde:,.2f}".rstrip("0").rstrip(".")
    return tekst.translate(str.maketrans(",.", ".,"))


def describe(tekening: Tekening) -> str:
    """What is drawn, in words: the alternative text of the picture."""
    if isinstance(tekening, Staven):
        delen = [f"{s.label}: {s.tekst or written(sum(s.waarden))}" for s in tekening.staven]
    elif isinstance(tekening, Raster):
        delen = [
            f"{rij}: " + ", ".join(f"{k} {v.tekst}" for k, v in zip(tekening.kolommen, vakken, strict=True))
            for rij, vakken in zip(tekening.rijen, tekening.vakken, strict=True)
        ]
    else:
        delen = [
            f"{lijn.reeks.naam}: van {written(lijn.punten[0][1])} tot {written(lijn.punten[-1][1])}"
            for lijn in tekening.lijnen
            if lijn.punten
        ]
    return "; ".join([*delen, *([tekening.onderschrift] if tekening.onderschrift else [])])
