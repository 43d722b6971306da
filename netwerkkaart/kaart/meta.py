"""What the frame of the page says: title, day, source line, and how much is confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.kaart.grenzen import Grenzen
from netwerkkaart.kaart.invoer import KaartInvoer
from netwerkkaart.kaart.keuze import Keuze
from netwerkkaart.kaart.profiel import TELT_NIET_MEE
from netwerkkaart.kaart.resultaten import OORDELEN, Blok
from netwerkkaart.kaart.richting import isolate
from netwerkkaart.kaart.woorden import Woordenlijst, source_line
from netwerkkaart.schema.vocabularia import DOELGROEP, REGIO, REGIOS, STAP

BEVESTIGD_MAANDEN = 24


@dataclass(frozen=True, slots=True)
class Opties:
    """What a map is made of, beside its data.

    Args:
        regio: code of one region; None for all.
        profiel: for whom it is made.
        titel: name in the top bar; empty: that of the region, or of Flanders and Brussels.
        bron: text of the source line; empty: the sources that the ties name most.
        maanden: a confirmation counts for this many months.
        editie: quotation of the edition that it is made from, before the source line; empty: of none.
        herkomst: sentences about that edition, among those on how it was computed.
    """

    regio: str | None = None
    profiel: Profiel = Profiel.PARTNERS
    titel: str = ""
    bron: str = ""
    maanden: int = BEVESTIGD_MAANDEN
    editie: str = ""
    herkomst: tuple[str, ...] = ()


def make_meta(
    keuze: Keuze,
    opties: Opties,
    grenzen: Grenzen,
    bron_van_band: Sequence[int],
    bronnen: Woordenlijst,
    invoer: KaartInvoer,
) -> Blok:
    """The block ``meta`` of the page's data."""
    titel = opties.titel or (
        REGIO.woord(opties.regio) if opties.regio else area_name(keuze.beeld, keuze.knopen)
    )
    bevestigd, van = confirmed(keuze.beeld, keuze.knopen, opties.maanden)
    dag = keuze.beeld.datum
    return {
        "titel": isolate(titel),
        "datum": dag.strftime("%d-%m-%Y") if dag else "",
        "profiel": str(opties.profiel),
        "bevestigd": [bevestigd, van],
        "maanden": opties.maanden,
        "bron": "; ".join(
            filter(None, (opties.editie, opties.bron or _source_line(bron_van_band, bronnen.teksten)))
        ),
        "grenzen": grenzen.bron or ("Grenzen benaderd" if grenzen.benaderd else ""),
        "benaderd": grenzen.benaderd,
        "uitleg": [*invoer.uitleg, *TELT_NIET_MEE[opties.profiel], *opties.herkomst],
        "buiten": keuze.buiten,
        "stappen": [STAP.woord(code) for code in STAP.codes],
        "oordelen": list(OORDELEN),
        "doelgroepen": [DOELGROEP.woord(code) for code in DOELGROEP.codes],
        "schakels": invoer.bereik.drempels.schakels if invoer.bereik else 2,
        "wacht": invoer.bereik.drempels.wachttijd_weken if invoer.bereik else 8,
    }


def area_name(beeld: Beeld, knopen: Sequence[int] | NDArray[np.bool_]) -> str:
    """The name of the regions in which some nodes of a view lie."""
    codes = {REGIO.codes[r] for r in np.unique(beeld.regio[knopen]).tolist() if r >= 0}
    if len(codes) == 1:
        return REGIO.woord(codes.pop())
    if codes == set(REGIOS):
        return "Vlaanderen en Brussel"
    return "Vlaanderen"


def confirmed(beeld: Beeld, knopen: Iterable[int], maanden: int) -> tuple[int, int]:
    """Organisations among some nodes that confirmed their own data within so many months, and all of them."""
    dag = beeld.datum
    organisaties = [knoop for knoop in knopen if knoop < beeld.aantal_organisaties]
    if dag is None:
        return 0, len(organisaties)
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 - maanden, 12)
    grens = date(jaar, maand + 1, min(dag.day, 28))
    kolom = beeld.kolom("bevestigd_op")
    vers = sum(1 for knoop in organisaties if isinstance(w := kolom[knoop], date) and w >= grens)
    return vers, len(organisaties)


def _source_line(bron_van_band: Sequence[int], teksten: Sequence[str]) -> str:
    """The four sources that most ties name."""
    tel: dict[int, int] = {}
    for bron in bron_van_band:
        tel[bron] = tel.get(bron, 0) + 1
    tel.pop(0, None)
    beste = sorted(tel, key=lambda bron: (-tel[bron], teksten[bron]))[:4]
    return source_line(teksten[bron] for bron in beste)
