"""Pictures by matplotlib: as SVG, with a title and a description, or as PNG for a word processor.

The same data give the same bytes.

Colours are those of the verdicts on the map, so that a page and a report say the same thing alike. They
differ in lightness, and all but two carry a pattern as well: a grey print and any common colour blindness
keep them apart. In a grid the pattern stands in a frame around the word, never behind it: over a whole cell
it makes letters unreadable.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING

from netwerkkaart.analyse.tekening import Lijnen, Raster, Staven, Tekening, Toon
from netwerkkaart.uitvoer.tekening_woorden import describe, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

KLEUR: dict[Toon, str] = {
    "goed": "#0b6e6e",
    "let op": "#edb02b",
    "fout": "#8e1320",
    "onbekend": "#e4e1d8",
    "neutraal": "#8fb3c9",
    "nadruk": "#e07b39",
}
ARCERING: dict[Toon, str] = {
    "goed": "",
    "let op": "....",
    "fout": "xx",
    "onbekend": "..",
    "neutraal": "",
    "nadruk": "////",
}
_PATROON: dict[Toon, str] = {"let op": "#7a5200", "onbekend": "#8a8f99"}
"""Colour of a pattern on what is light; on what is dark it is white."""
_PLAAT: dict[Toon, str] = {"let op": "#fbdf95", "nadruk": "#fbd5b8", "onbekend": "#ffffff"}
"""What is calm behind the word of a cell, within the frame with the pattern."""
_STREEP: dict[Toon, str] = {"let op": "#a86b00", "onbekend": "#5b6270", "neutraal": "#3f7391"}
"""Darker shades for lines, which are thin."""
_OP_DONKER = frozenset({"goed", "fout"})
_KADER = 4.5
"""Width of the frame of a cell, in points."""
_TEKENS_PER_INCH = 10
"""Signs of a caption that fit beneath the axes, to the inch of the whole picture."""
_INKT, _ZACHT = "#1a1a1a", "#5a5a5a"


def to_svg(tekening: Tekening, *, met_titel: bool = True, breedte: float = 9) -> str:
    """The picture as one SVG document, texts as texts.

    Args:
        tekening: what to draw.
        met_titel: false where the finding stands above it already; a screen reader gets it all the same.
        breedte: in inches; letters keep their size, so a narrower picture has larger ones on the same page.
    """
    uit = io.StringIO()
    with _style() as figuur:
        _compose(figuur, tekening, met_titel, breedte)
        figuur.savefig(uit, format="svg", metadata={"Date": None, "Title": tekening.titel})
    return _accessible(uit.getvalue(), tekening)


def to_png(tekening: Tekening, *, met_titel: bool = True, breedte: float = 9, dpi: int = 200) -> bytes:
    """The same picture in pixels, for what takes no SVG.

    Args:
        tekening: what to draw.
        met_titel: as for :func:`to_svg`.
        breedte: as for :func:`to_svg`.
        dpi: pixels to the inch.
    """
    uit = io.BytesIO()
    with _style() as figuur:
        _compose(figuur, tekening, met_titel, breedte)
        figuur.savefig(uit, format="png", dpi=dpi, metadata={"Software": None})
    return uit.getvalue()


@contextmanager
def _style() -> Iterator[Figure]:
    """An empty figure, and how everything in it looks as long as it is worked on."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    with mpl.rc_context(
        {
            "svg.fonttype": "none",
            "svg.hashsalt": "netwerkkaart",  # else every run gives other ids
            "font.family": "sans-serif",
            "hatch.linewidth": 0.6,
            "text.color": _INKT,
            "axes.edgecolor": _ZACHT,
        }
    ):
        yield Figure(layout="constrained")


def _compose(figuur: Figure, tekening: Tekening, met_titel: bool, breedte: float) -> None:
    figuur.set_size_inches(breedte, _height(tekening))
    as_ = figuur.subplots()
    _draw(tekening, as_)
    _legend(figuur, as_, tekening)
    _frame(figuur, as_, tekening, met_titel)


def _accessible(svg: str, tekening: Tekening) -> str:
    """With a role, and a title and description that a screen reader reads."""
    begin = svg.index("<svg ")
    einde = svg.index(">", begin) + 1
    kop = svg[begin:einde].replace("<svg ", '<svg role="img" aria-labelledby="titel uitleg" ', 1)
    tekst = (
        f'<title id="titel">{escape(tekening.titel)}</title>'
        f'<desc id="uitleg">{escape(describe(tekening))}</desc>'
    )
    return f"{svg[:begin]}{kop}\n {tekst}{svg[einde:]}"


def _height(tekening: Tekening) -> float:
    if isinstance(tekening, Lijnen):
        return 3.9
    rijen = len(tekening.staven) if isinstance(tekening, Staven) else 1.25 * len(tekening.rijen)
    return (1.15 if isinstance(tekening, Staven) else 1.35) + 0.3 * max(rijen, 2)


def _frame(figuur: Figure, as_: Axes, tekening: Tekening, met_titel: bool) -> None:
    if met_titel:
        as_.set_title(tekening.titel, loc="left", fontsize=11, fontweight="bold", wrap=True)
    for kant in ("top", "right"):
        as_.spines[kant].set_visible(False)
    if tekening.onderschrift:
        # Beneath the axis, not beneath the figure: the legend stands there.
        breedte = figuur.get_figwidth()
        regels = [as_.get_xlabel(), *wrap(tekening.onderschrift, round(_TEKENS_PER_INCH * breedte))]
        as_.set_xlabel("\n".join(regel for regel in regels if regel), fontsize=8, color=_ZACHT)


def _legend(figuur: Figure, as_: Axes, tekening: Tekening) -> None:
    """What the shades mean, below everything else; not for a single series, whose name is its axis."""
    from matplotlib.patches import Patch

    handvatten: Sequence[Artist] = as_.get_legend_handles_labels()[0]
    if isinstance(tekening, Raster):
        # Only what is to be seen here.
        getoond = {vak.toon for rij in tekening.vakken for vak in rij}
        handvatten = [
            Patch(facecolor=KLEUR[toon], hatch=ARCERING[toon], edgecolor=_pattern(toon), lw=0, label=uitleg)
            for toon, uitleg in tekening.legende
            if toon in getoond
        ]
    if len(handvatten) > 1:
        figuur.legend(
            handles=handvatten,
            fontsize=8,
            frameon=False,
            loc="outside lower center",
            ncols=min(len(handvatten), 5),
            handlelength=1.6,
            handleheight=1.0,
        )


def _draw(tekening: Tekening, as_: Axes) -> None:
    if isinstance(tekening, Staven):
        _bars(tekening, as_)
    elif isinstance(tekening, Raster):
        _grid(tekening, as_)
    else:
        _lines(tekening, as_)


def _bars(tekening: Staven, as_: Axes) -> None:
    plekken = range(len(tekening.staven))
    links = [0.0] * len(tekening.staven)
    for nummer, reeks in enumerate(tekening.reeksen):
        waarden = [staaf.waarden[nummer] for staaf in tekening.staven]
        as_.barh(
            plekken,
            waarden,
            left=links,
            height=0.7,
            facecolor=KLEUR[reeks.toon],
            hatch=ARCERING[reeks.toon],
            edgecolor=_pattern(reeks.toon),
            linewidth=0,
            label=reeks.naam,
        )
        # The pattern has the colour of an edge, so the white between two parts is drawn by itself.
        as_.barh(plekken, waarden, left=links, height=0.7, facecolor="none", edgecolor="white", linewidth=0.8)
        links = [a + b for a, b in zip(links, waarden, strict=True)]
    for plek, (staaf, totaal) in enumerate(zip(tekening.staven, links, strict=True)):
        if staaf.marge is not None:
            as_.plot(staaf.marge, (plek, plek), color=_INKT, linewidth=1.2, marker="|", markersize=7)
        verst = max(totaal, *(staaf.marge or (0.0,)))
        as_.annotate(
            staaf.tekst or written(totaal),
            (verst, plek),
            xytext=(5, 0),
            textcoords="offset points",
            va="center",
            fontsize=8,
        )
    as_.set_yticks(list(plekken), [staaf.label for staaf in tekening.staven], fontsize=9)
    as_.invert_yaxis()
    as_.margins(x=0.18)
    as_.set_xlim(left=0)
    as_.xaxis.set_major_formatter(lambda waarde, _: written(waarde))
    as_.set_xlabel(tekening.eenheid, fontsize=9, color=_ZACHT)


def _pattern(toon: Toon) -> str:
    return _PATROON.get(toon, "white")


def _grid(tekening: Raster, as_: Axes) -> None:
    breed, hoog = _frame_width(as_, tekening)
    for y, vakken in enumerate(tekening.vakken):
        for x, vak in enumerate(vakken):
            _cell(as_, vak.toon, x, y, breed, hoog)
            kleur = "white" if vak.toon in _OP_DONKER else _INKT
            as_.text(x + 0.5, y + 0.5, vak.tekst, ha="center", va="center", fontsize=8, color=kleur)
    as_.set_xlim(0, max(len(tekening.kolommen), 1))
    as_.set_ylim(max(len(tekening.rijen), 1), 0)
    as_.set_xticks([x + 0.5 for x in range(len(tekening.kolommen))], list(tekening.kolommen), fontsize=8)
    as_.set_yticks([y + 0.5 for y in range(len(tekening.rijen))], list(tekening.rijen), fontsize=8)
    as_.tick_params(length=0)
    for kant in ("left", "bottom"):
        as_.spines[kant].set_visible(False)


def _frame_width(as_: Axes, tekening: Raster) -> tuple[float, float]:
    """The frame of a cell as a part of the cell, across and down: as good as equal on every picture."""
    breedte, hoogte = as_.get_figure(root=True).get_size_inches()  # type: ignore[union-attr]
    kolom = 72 * 0.8 * breedte / max(len(tekening.kolommen), 1)
    rij = 72 * 0.72 * hoogte / max(len(tekening.rijen), 1)
    return min(_KADER / kolom, 0.2), min(_KADER / rij, 0.2)


def _cell(as_: Axes, toon: Toon, x: int, y: int, breed: float, hoog: float) -> None:
    """One cell: its colour and pattern to the edge, and a calm plate within."""
    from matplotlib.patches import Rectangle

    patroon = "" if toon in _OP_DONKER else ARCERING[toon]
    vol = Rectangle((x, y), 1, 1, facecolor=KLEUR[toon], hatch=patroon, edgecolor=_pattern(toon), lw=0)
    as_.add_patch(vol)
    if toon in _PLAAT:
        binnen = (x + breed, y + hoog), 1 - 2 * breed, 1 - 2 * hoog
        as_.add_patch(Rectangle(*binnen, facecolor=_PLAAT[toon], edgecolor="none"))
    elif toon == "fout":
        binnen = (x + breed, y + hoog), 1 - 2 * breed, 1 - 2 * hoog
        as_.add_patch(Rectangle(*binnen, facecolor="none", edgecolor="white", lw=0.9))
    as_.add_patch(Rectangle((x, y), 1, 1, facecolor="none", edgecolor="white", lw=2.5))


def _lines(tekening: Lijnen, as_: Axes) -> None:
    strepen = ("-", "--", ":", "-.")
    for nummer, lijn in enumerate(tekening.lijnen):
        x, y = [p[0] for p in lijn.punten], [p[1] for p in lijn.punten]
        kleur = _STREEP.get(lijn.reeks.toon, KLEUR[lijn.reeks.toon])
        as_.plot(x, y, strepen[nummer % len(strepen)], color=kleur, label=lijn.reeks.naam, linewidth=2)
        if lijn.band:
            laag, hoog = [b[0] for b in lijn.band], [b[1] for b in lijn.band]
            as_.fill_between(x, laag, hoog, color=kleur, alpha=0.2, linewidth=0)
    if tekening.x_namen:
        as_.set_xticks([x for x, _ in tekening.x_namen], [naam for _, naam in tekening.x_namen], fontsize=8)
    as_.set_ylim(bottom=0)
    as_.set_xlabel(tekening.x_as, fontsize=9, color=_ZACHT)
    as_.set_ylabel(tekening.y_as, fontsize=9, color=_ZACHT)
