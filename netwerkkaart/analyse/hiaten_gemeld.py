"""Reported gaps beside computed ones: does the computation find what a partner reports?

A report (``Hiaat``) names cells: the areas, theme, step and target groups that it states; what it leaves open
does not limit it. Weighed against the verdicts on these cells, the first that fits: *buiten beeld*: none of
them has schools; *teruggevonden*: at least one is hiaat, volzet or niet verbonden; *witte vlek*: at least one
is; *niet teruggevonden*: all are covered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial

import numpy as np

from netwerkkaart.analyse.basis import (
    DOELGROEPEN,
    STAPPEN,
    Getallen,
    counted,
    enumerate_words,
    number,
    region_name,
)
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.analyse.cellen import Cellen
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.gebieden import Per, areas
from netwerkkaart.analyse.hiaten_oordeel import OORDELEN, Celoordeel, verdicts
from netwerkkaart.analyse.rijen import Rijen
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld

_MELDING = ("gemeld hiaat", "gemelde hiaten")


class Meldingoordeel(StrEnum):
    """What the computation says of a report."""

    BUITEN_BEELD = "buiten beeld"
    TERUGGEVONDEN = "teruggevonden"
    WITTE_VLEK = "witte vlek"
    NIET_TERUGGEVONDEN = "niet teruggevonden"


MELDINGOORDELEN = tuple(Meldingoordeel)


@dataclass(frozen=True, slots=True)
class GemeldHiaat:
    """One reported gap and what the computation says of it."""

    id: str = field(metadata=kop("Code"))
    naam: str = field(metadata=kop("Naam"))
    oordeel: Meldingoordeel = field(
        metadata=kop("Oordeel", "Teruggevonden, witte vlek, niet teruggevonden of buiten beeld.")
    )
    themas: tuple[str, ...] = field(metadata=kop("Thema's", "Waarover de melding gaat."))
    stappen: tuple[str, ...] = field(metadata=kop("Stappen"))
    doelgroepen: tuple[str, ...] = field(metadata=kop("Doelgroepen"))
    gebieden: tuple[str, ...] = field(metadata=kop("Gebieden", "Regio's of gemeenten (hoogstens 25)."))
    cellen: int = field(metadata=kop("Cellen", "Genoemde cellen waarin scholen staan."))
    verdeling: tuple[str, ...] = field(
        metadata=kop("Verdeling", "Hoeveel van die cellen welk oordeel hebben.")
    )
    gemeld_door: tuple[str, ...] = field(metadata=kop("Gemeld door", "Namen van organisaties."))
    bewijs: tuple[str, ...] = field(metadata=kop("Bewijs", "De melding, en van wie ze komt (GEMELD_DOOR)."))


def weigh_reports(cellen: Cellen, oordelen: Getallen) -> Getallen:
    """How many cells that each report names have each verdict; shape ``(reports, 6)``.

    Args:
        cellen: the cells.
        oordelen: their verdicts, as :func:`~.hiaten_oordeel.verdicts` gives them.
    """
    raakt = cellen.gemeld.raakt.T.astype(np.float64)
    noemt = cellen.gemeld.dekking.cellen.reshape(len(raakt), int(np.prod(oordelen.shape[1:])))
    per_oordeel = [
        (raakt @ (oordelen == code).reshape(len(oordelen), noemt.shape[1]) * noemt).sum(axis=1)
        for code in range(len(OORDELEN))
    ]
    return np.stack(per_oordeel, axis=1).astype(np.int64)


def report_verdicts(telling: Getallen) -> Getallen:
    """The verdict on each report, as a position in ``MELDINGOORDELEN``."""
    heeft = {oordeel: telling[:, code] > 0 for code, oordeel in enumerate(OORDELEN)}
    terug = heeft[Celoordeel.HIAAT] | heeft[Celoordeel.VOLZET] | heeft[Celoordeel.NIET_VERBONDEN]
    wit, gedekt = heeft[Celoordeel.WITTE_VLEK], heeft[Celoordeel.GEDEKT]
    return np.select([~(terug | wit | gedekt), terug, wit], [0, 1, 2], 3)


def report_notes(cellen: Cellen, oordelen: Getallen) -> tuple[str, ...]:
    """Dutch sentences on reports that the verdicts do not bear out; empty when there are none."""
    codes = report_verdicts(weigh_reports(cellen, oordelen))[cellen.gemeld.raakt.any(axis=0)]
    gevallen = (
        (Meldingoordeel.WITTE_VLEK, "valt op een witte vlek", "vallen op een witte vlek"),
        (
            Meldingoordeel.NIET_TERUGGEVONDEN,
            "vinden we niet terug: die cellen zijn gedekt",
            "vinden we niet terug: die cellen zijn gedekt",
        ),
        (
            Meldingoordeel.BUITEN_BEELD,
            "gaat over cellen zonder scholen",
            "gaan over cellen zonder scholen",
        ),
    )
    uit = [
        f"{counted(aantal, *_MELDING)} {een if aantal == 1 else meer}. Zie: analyse gemelde-hiaten."
        for oordeel, een, meer in gevallen
        if (aantal := int(np.count_nonzero(codes == MELDINGOORDELEN.index(oordeel))))
    ]
    return tuple(uit)


def gemelde_hiaten(
    beeld: Beeld,
    drempels: Drempels = STANDAARD,
    *,
    per: Per = "gemeente",
    regio: str | None = None,
    bereik: Bereik | None = None,
) -> Uitkomst[GemeldHiaat]:
    """Every reported gap, weighed against the computed verdicts. Arguments as :func:`~.hiaten.hiaten`.

    With a region: the reports that name one of its municipalities, weighed on these alone.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    bereik = bereik or compute_reach(beeld, drempels)
    cellen = Cellen.of(bereik, areas(beeld, per, regio))
    telling = weigh_reports(cellen, verdicts(cellen, bereik.drempels))
    codes = report_verdicts(telling)
    welke = np.flatnonzero(cellen.gemeld.raakt.any(axis=0) | (regio is None)).tolist()
    aantal = np.bincount(codes[welke], minlength=len(MELDINGOORDELEN)).tolist()
    cijfers = {str(oordeel): aantal[code] for code, oordeel in enumerate(MELDINGOORDELEN)}
    return Uitkomst(
        "gemelde-hiaten",
        _title(cijfers, regio),
        bereik.datum,
        bereik.drempels,
        GemeldHiaat,
        Rijen(len(welke), partial(_row, cellen, telling, codes, welke)),
        (),
        cijfers,
    )


def _row(cellen: Cellen, telling: Getallen, codes: Getallen, welke: list[int], plek: int) -> GemeldHiaat:
    k, beeld = welke[plek], cellen.bereik.beeld
    dekking = cellen.gemeld.dekking
    knoop, noemt = dekking.knopen[k], dekking.cellen[k]
    stappen = [STAPPEN[s] for s in np.flatnonzero(noemt.any(axis=1)).tolist()]
    gebieden = [cellen.gebieden[g].naam for g in np.flatnonzero(cellen.gemeld.raakt[:, k]).tolist()]
    tabel = beeld.van_type("GEMELD_DOOR")
    meldt = np.flatnonzero(tabel.van == knoop).tolist()
    per_oordeel = telling[k].tolist()
    return GemeldHiaat(
        beeld.ids[knoop],
        beeld.naam(knoop),
        MELDINGOORDELEN[int(codes[k])],
        tuple(dict.fromkeys(thema for thema, _ in stappen)),
        tuple(dict.fromkeys(stap for _, stap in stappen)),
        tuple(DOELGROEPEN[d] for d in np.flatnonzero(noemt.any(axis=0)).tolist()),
        tuple(gebieden[:BEWIJS_MAX]),
        sum(per_oordeel[1:]),
        tuple(f"{n} {oordeel}" for oordeel, n in zip(OORDELEN[1:], per_oordeel[1:], strict=True) if n),
        tuple(beeld.naam(int(tabel.naar[r])) for r in meldt),
        (beeld.ids[knoop], *(tabel.rids[r] for r in meldt[: BEWIJS_MAX - 1])),
    )


def _title(cijfers: dict[str, int], regio: str | None) -> str:
    alle, waar = sum(cijfers.values()), region_name(regio)
    if not alle:
        return f"In {waar} meldde nog niemand een hiaat."
    delen = [
        f"{number(n)} {een if n == 1 else meer}"
        for oordeel, een, meer in (
            (Meldingoordeel.WITTE_VLEK, "ligt op een witte vlek", "liggen op een witte vlek"),
            (
                Meldingoordeel.NIET_TERUGGEVONDEN,
                "vinden we niet terug, want daar is aanbod",
                "vinden we niet terug, want daar is aanbod",
            ),
            (
                Meldingoordeel.BUITEN_BEELD,
                "gaat over cellen zonder scholen",
                "gaan over cellen zonder scholen",
            ),
        )
        if (n := cijfers[str(oordeel)])
    ]
    rest = f"; {enumerate_words(delen)}" if delen else ""
    return (
        f"{waar}: van {counted(alle, *_MELDING)} vinden we er "
        f"{number(cijfers[str(Meldingoordeel.TERUGGEVONDEN)])} terug in de berekening{rest}."
    )
