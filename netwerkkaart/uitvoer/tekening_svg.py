"""Pictures by matplotlib: as SVG, with a title and a description, or as PNG for a word processor.

The same data give the same bytes.

Colours are those of Okabe and Ito (2008), "Color universal design", which people with any common colour
blindness tell apart; shades that mean little are hatched as well, so that a grey print keeps them apart.
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
    "goed": "#0072b2",
    "let op": "#e69f00",
    "fout": "#d55e00",
    "onbekend": "#c8c8c8",
    "neutraal": "#56b4e9",
    "nadruk": "#cc79a7",
}
ARCERING: dict[Toon, str] = {
    "goed": "",
    "let op": "//",
    "fout": "xx",
    "onbekend": "..",
    "neutraal": "",
    "nadruk": "\\\\",
}
_OP_DONKER = frozenset({"goed", "fout"})
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
        return 4.6
    rijen = len(tekening.staven) if isinstance(tekening, Staven) else 1.3 * len(tekening.rijen)
    return 1.6 + 0.3 * max(rijen, 2)


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
        handvatten = [
            Patch(facecolor=KLEUR[toon], hatch=ARCERING[toon], edgecolor="white", label=uitleg)
            for toon, uitleg in tekening.legende
        ]
    if len(handvatten) > 1:
        figuur.legend(
            handles=handvatten,
            fontsize=8,
            frameon=False,
            loc="outside lower center",
            ncols=min(len(handvatten), 4),
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
            color=KLEUR[reeks.toon],
            hatch=ARCERING[reeks.toon],
            edgecolor="white",
            linewidth=0.5,
            label=reeks.naam,
        )
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
    as_.set_xlabel(tekening.eenheid, fontsize=9, color=_ZACHT)


def _grid(tekening: Raster, as_: Axes) -> None:
    from matplotlib.patches import Rectangle

    for y, vakken in enumerate(tekening.vakken):
        for x, vak in enumerate(vakken):
            as_.add_patch(
                Rectangle(
                    (x, y),
                    1,
                    1,
                    facecolor=KLEUR[vak.toon],
                    hatch=ARCERING[vak.toon],
                    edgecolor="white",
                    lw=1.5,
                )
            )
            kleur = "white" if vak.toon in _OP_DONKER else _INKT
            tekst = as_.text(x + 0.5, y + 0.5, vak.tekst, ha="center", va="center", fontsize=8, color=kleur)
            if ARCERING[vak.toon]:
                tekst.set_bbox({"facecolor": KLEUR[vak.toon], "edgecolor": "none", "pad": 1.5})
    as_.set_xlim(0, max(len(tekening.kolommen), 1))
    as_.set_ylim(max(len(tekening.rijen), 1), 0)
    as_.set_xticks([x + 0.5 for x in range(len(tekening.kolommen))], list(tekening.kolommen), fontsize=8)
    as_.set_yticks([y + 0.5 for y in range(len(tekening.rijen))], list(tekening.rijen), fontsize=8)
    as_.tick_params(length=0)


def _lines(tekening: Lijnen, as_: Axes) -> None:
    strepen = ("-", "--", ":", "-.")
    for nummer, lijn in enumerate(tekening.lijnen):
        x, y = [p[0] for p in lijn.punten], [p[1] for p in lijn.punten]
        kleur = KLEUR[lijn.reeks.toon]
        as_.plot(x, y, strepen[nummer % len(strepen)], color=kleur, label=lijn.reeks.naam, linewidth=2)
        if lijn.band:
            laag, hoog = [b[0] for b in lijn.band], [b[1] for b in lijn.band]
            as_.fill_between(x, laag, hoog, color=kleur, alpha=0.2, linewidth=0)
    if tekening.x_namen:
        as_.set_xticks([x for x, _ in tekening.x_namen], [naam for _, naam in tekening.x_namen], fontsize=8)
    as_.set_ylim(bottom=0)
    as_.set_xlabel(tekening.x_as, fontsize=9, color=_ZACHT)
    as_.set_ylabel(tekening.y_as, fontsize=9, color=_ZACHT)
