"""Results of analyses as the page reads them: ids become numbers on the map."""

from __future__ import annotations

from collections.abc import Iterable

from netwerkkaart.analyse.bevinding import Bevinding, BevindingSoort
from netwerkkaart.analyse.ketenoordeel import Ketenoordeel
from netwerkkaart.kaart.invoer import KaartInvoer
from netwerkkaart.kaart.keuze import Keuze
from netwerkkaart.kaart.woorden import Woordenlijst
from netwerkkaart.schema.vocabularia import THEMA

Blok = dict[str, object]
OORDELEN: tuple[str, ...] = (
    Ketenoordeel.GESLOTEN,
    Ketenoordeel.VOLZET,
    Ketenoordeel.NIET_VERBONDEN,
    Ketenoordeel.HIAAT,
    Ketenoordeel.WITTE_VLEK,
)
"""The verdicts on a chain in the order of the legend: best first, and last what nobody knows."""
_SOORTEN = {
    BevindingSoort.HIAAT: "hiaat",
    BevindingSoort.BREEKBARE_BRUG: "brug",
    BevindingSoort.NIEUWE_BAND: "nieuw",
}
"""How the page marks a finding; all others are "andere"."""


def verdict_columns(keuze: Keuze, invoer: KaartInvoer, teksten: Woordenlijst) -> Blok:
    """Verdict and reason of each node on the map per theme; −1 and 0 where there is none."""
    blok: Blok = {}
    for thema in THEMA.codes:
        oordeel, reden = [-1] * len(keuze.knopen), [0] * len(keuze.knopen)
        for uitspraak in invoer.oordelen:
            plaats = _place_of(keuze, uitspraak.school)
            if uitspraak.thema == thema and plaats >= 0:
                oordeel[plaats] = OORDELEN.index(uitspraak.oordeel)
                reden[plaats] = teksten.nummer(uitspraak.reden)
        blok[f"oordeel{thema}"], blok[f"reden{thema}"] = oordeel, reden
    return blok


def _place_of(keuze: Keuze, id_: str) -> int:
    """Number on the map of an id; −1 when it is not there."""
    knoop = keuze.beeld.nummer.get(id_, -1)
    return int(keuze.nummer[knoop]) if knoop >= 0 else -1


def places_of(keuze: Keuze, ids: Iterable[str]) -> list[int]:
    """Numbers on the map of some ids; who is not on it is left out."""
    return [plaats for id_ in ids if (plaats := _place_of(keuze, id_)) >= 0]


def finding(keuze: Keuze, bevinding: Bevinding) -> Blok:
    """One finding; what is not on the map is left out."""
    nissen = keuze.nissen
    einden = [_place_of(keuze, id_) for id_ in bevinding.verbinding or ()]
    return {
        "soort": _SOORTEN.get(bevinding.soort, "andere"),
        "kop": bevinding.kop,
        "zin": [[deel.tekst, str(deel.nadruk)] for deel in bevinding.delen],
        "uitleg": bevinding.uitleg,
        "actie": bevinding.actie,
        "gemeenten": [nissen.index(nis) for nis in bevinding.gemeenten if nis in nissen],
        "organisaties": places_of(keuze, bevinding.organisaties),
        "verbinding": einden if len(einden) == 2 and min(einden) >= 0 else [],
    }


def fragile_bridges(keuze: Keuze, invoer: KaartInvoer) -> list[Blok]:
    """Fragile bridges with both ends on the map, worst first."""
    rijen: list[Blok] = []
    for brug in invoer.breekbaar:
        van, naar = _place_of(keuze, brug.van), _place_of(keuze, brug.naar)
        if van >= 0 and naar >= 0:
            rijen.append({"van": van, "naar": naar, "reden": brug.reden})
    return rijen


def new_ties(keuze: Keuze, invoer: KaartInvoer) -> list[Blok]:
    """Proposed ties with both ends on the map, best first."""
    rijen: list[Blok] = []
    for band in invoer.nieuw:
        van, naar = _place_of(keuze, band.van), _place_of(keuze, band.naar)
        if van >= 0 and naar >= 0:
            scholen = places_of(keuze, band.scholen)
            rijen.append({"van": van, "naar": naar, "scholen": scholen, "forum": band.forum})
    return rijen
