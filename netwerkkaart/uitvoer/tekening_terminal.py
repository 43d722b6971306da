"""Pictures for the terminal: bars, grids and lines in signs that any terminal with colours shows.

No colour says anything that a text or a sign does not say as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from netwerkkaart.analyse.tekening import Lijnen, Raster, Reeks, Staaf, Staven, Tekening, Toon
from netwerkkaart.uitvoer.tekening_woorden import written

STIJL: dict[Toon, str] = {
    "goed": "blue",
    "let op": "yellow",
    "fout": "red",
    "onbekend": "bright_black",
    "neutraal": "cyan",
    "nadruk": "magenta",
}
"""Blue against red, as people who do not see red and green apart still tell these."""
_VULLING: dict[Toon, str] = {
    "goed": "█",
    "let op": "▓",
    "fout": "▒",
    "onbekend": "░",
    "neutraal": "█",
    "nadruk": "▓",
}
_VONK = "▁▂▃▄▅▆▇█"


def render(tekening: Tekening, breedte: int = 80) -> RenderableType:
    """A picture for :meth:`rich.console.Console.print`.

    Args:
        tekening: what to draw.
        breedte: signs that it may take in width.
    """
    onder = [Text(tekening.onderschrift, style="dim")] if tekening.onderschrift else []
    return Group(Text(tekening.titel, style="bold"), *_body(tekening, breedte), *onder)


def _body(tekening: Tekening, breedte: int) -> Sequence[RenderableType]:
    if isinstance(tekening, Staven):
        return _bars(tekening, breedte)
    return _grid(tekening, breedte) if isinstance(tekening, Raster) else _lines(tekening, breedte)


def _bars(tekening: Staven, breedte: int) -> Sequence[RenderableType]:
    labels = min(max((len(s.label) for s in tekening.staven), default=0), breedte // 3)
    teksten = [_behind(staaf) for staaf in tekening.staven]
    ruimte = max(breedte - labels - max(map(len, teksten), default=0) - 4, 10)
    meeste = max((max(sum(s.waarden), *(s.marge or (0.0,))) for s in tekening.staven), default=0.0)
    tabel = Table.grid(padding=(0, 1))
    tabel.add_column(width=labels, overflow="ellipsis", no_wrap=True)
    tabel.add_column(width=ruimte, no_wrap=True)
    tabel.add_column(no_wrap=True)
    for staaf, tekst in zip(tekening.staven, teksten, strict=True):
        tabel.add_row(Text(staaf.label), _bar(staaf, tekening.reeksen, ruimte, meeste), Text(tekst))
    legende = _legend(tekening.reeksen) if len(tekening.reeksen) > 1 else Text(tekening.eenheid, style="dim")
    return [tabel, legende]


def _behind(staaf: Staaf) -> str:
    tekst = staaf.tekst or written(sum(staaf.waarden))
    if staaf.marge is None or staaf.marge[0] == staaf.marge[1]:
        return tekst
    return f"{tekst} ({written(staaf.marge[0])}–{written(staaf.marge[1])})"


def _bar(staaf: Staaf, reeksen: Sequence[Reeks], ruimte: int, meeste: float) -> Text:
    balk, tot, gevuld = Text(), 0.0, 0
    for reeks, waarde in zip(reeksen, staaf.waarden, strict=True):
        tot += waarde
        einde = round(ruimte * tot / meeste) if meeste else 0
        if waarde and einde == gevuld and einde < ruimte:
            einde += 1  # what is there is seen, however little
        balk.append(_VULLING[reeks.toon] * (einde - gevuld), style=STIJL[reeks.toon])
        gevuld = max(gevuld, einde)
    if staaf.marge is not None and meeste:
        balk.append("┄" * (round(ruimte * staaf.marge[1] / meeste) - gevuld), style="dim")
    return balk


def _legend(reeksen: Sequence[Reeks]) -> Text:
    regel = Text()
    for reeks in reeksen:
        regel.append(_VULLING[reeks.toon] * 2, style=STIJL[reeks.toon]).append(f" {reeks.naam}   ")
    return regel


def _grid(tekening: Raster, breedte: int) -> Sequence[RenderableType]:
    tabel = Table(pad_edge=False, header_style="bold", width=min(breedte, _nodig(tekening)))
    tabel.add_column("")
    for kop in tekening.kolommen:
        tabel.add_column(Text(kop), overflow="fold")
    for label, vakken in zip(tekening.rijen, tekening.vakken, strict=True):
        tabel.add_row(Text(label), *(Text(vak.tekst, style=STIJL[vak.toon]) for vak in vakken))
    regels = [Text(uitleg, style=STIJL[toon]) for toon, uitleg in tekening.legende]
    return [tabel, *regels]


def _nodig(tekening: Raster) -> int:
    """Width at which no cell is broken over lines."""
    eerste = max(map(len, tekening.rijen), default=0)
    rest = (
        max(len(kop), *(len(rij[plek].tekst) for rij in tekening.vakken), 1) + 3
        for plek, kop in enumerate(tekening.kolommen)
    )
    return eerste + sum(rest) + 4


def _lines(tekening: Lijnen, breedte: int) -> Sequence[RenderableType]:
    hoogste = max((y for lijn in tekening.lijnen for _, y in lijn.punten), default=0.0)
    namen = dict(tekening.x_namen)
    tabel = Table.grid(padding=(0, 1))
    ruimte = max(breedte // 2, 10)
    for lijn in tekening.lijnen:
        if not lijn.punten:
            continue
        vonken = "".join(_sparks(lijn.punten, ruimte, hoogste))
        (x0, y0), (x1, y1) = lijn.punten[0], lijn.punten[-1]
        loop = f"{namen.get(x0, written(x0))}: {written(y0)} → {namen.get(x1, written(x1))}: {written(y1)}"
        tabel.add_row(Text(lijn.reeks.naam), Text(vonken, style=STIJL[lijn.reeks.toon]), Text(loop))
    return [tabel, Text(f"{tekening.y_as}, tegenover {tekening.x_as}", style="dim")]


def _sparks(punten: Sequence[tuple[float, float]], ruimte: int, hoogste: float) -> Iterator[str]:
    """One sign per step of x, the last point before it; all points when they fit."""
    aantal = min(len(punten), ruimte)
    for plek in range(aantal):
        _, y = punten[round(plek * (len(punten) - 1) / max(aantal - 1, 1))]
        yield _VONK[min(int(len(_VONK) * y / hoogste), len(_VONK) - 1) if hoogste > 0 else 0]
