"""Indicators per region and for Flanders and Brussels, for −12 and +12: comparable, with their uncertainty.

Every rate has its denominator; where it rests on mapping, the share that is not mapped, and the range from
"all that is unknown lacks" to "all that is unknown is there". −12 is theme 1 (nursery and primary), +12 is
theme 2 (secondary). Flanders is the sum of the five provinces, the whole the sum of the six regions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from netwerkkaart.analyse.basis import (
    BRUSSEL,
    Getallen,
    counted,
    number,
    part_of,
    percentage,
    region_code,
    regions_in,
    verb,
)
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.indicatoren_maat import CODE_BEVESTIGD, CODE_KETEN, Maat
from netwerkkaart.analyse.indicatoren_netwerk import confirmed, network_measures
from netwerkkaart.analyse.indicatoren_rang import rank_ranges
from netwerkkaart.analyse.indicatoren_scholen import Scholen, cell_measures
from netwerkkaart.analyse.rijen import Rijen
from netwerkkaart.analyse.routes import is_kind
from netwerkkaart.analyse.uitkomst import Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld, Masker
from netwerkkaart.schema.vocabularia import REGIO, REGIOS

ALLES = "vlaanderen-en-brussel"
"""Code of the whole: the six regions together."""
MINSTENS_IN_KAART = 0.75
"""A region of which less is mapped gets no place among the regions."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of one area."""

    gebied: str = field(metadata=kop("Gebied", "Code van de regio, vlaanderen, of vlaanderen-en-brussel."))
    gebied_naam: str = field(metadata=kop("Naam"))
    leeftijd: str = field(metadata=kop("Leeftijd", "−12 (thema 1), +12 (thema 2), of alle."))
    code: str = field(metadata=kop("Indicator"))
    indicator: str = field(metadata=kop("Wat geteld wordt"))
    in_woorden: str = field(metadata=kop("In woorden", "Het aantal, het aandeel en de marge."))
    teller: int = field(metadata=kop("Aantal"))
    noemer: int | None = field(metadata=kop("Van", "Uit hoeveel; leeg: een aantal zonder geheel."))
    aandeel: float | None = field(metadata=kop("Aandeel", "0–1; leeg als er niets te delen is."))
    laag: float | None = field(metadata=kop("Minstens", "Als al wat onbekend is, ontbreekt."))
    hoog: float | None = field(metadata=kop("Hoogstens", "Als al wat onbekend is, er toch is."))
    niet_in_kaart: float | None = field(
        metadata=kop(
            "Niet in kaart", "Aandeel waarvan iets niet in kaart gebracht is; leeg: hangt daar niet van af."
        )
    )
    rang: str = field(
        metadata=kop("Plaats", "Plaats onder de regio's; leeg als er te weinig in kaart gebracht is.")
    )
    leerlingen: int | None = field(metadata=kop("Leerlingen", "Van de getelde scholen, waar gekend."))
    leerlingen_van: int | None = field(metadata=kop("Leerlingen (alle)", "Van alle scholen, waar gekend."))
    scholen_zonder_aantal: int | None = field(metadata=kop("Scholen zonder aantal leerlingen"))
    bron: str = field(metadata=kop("Bron", "De opdracht die dit volledig toont: netwerkkaart …"))
    drempels: str = field(metadata=kop("Drempels", "Waarmee gerekend is."))
    peildatum: date = field(metadata=kop("Peildatum"))
    bevestigd: float | None = field(
        metadata=kop("Bevestigd", "Aandeel organisaties van het gebied die hun eigen gegevens bevestigden.")
    )
    bewijs: tuple[str, ...] = field(metadata=kop("Bewijs", "Wat geteld is (hoogstens 25)."))


def indicatoren(
    beeld: Beeld,
    drempels: Drempels = STANDAARD,
    *,
    regio: str | None = None,
    minstens_in_kaart: float = MINSTENS_IN_KAART,
    bereik: Bereik | None = None,
) -> Uitkomst[Indicator]:
    """Every indicator of every area.

    Args:
        beeld: the view at a date.
        drempels: the thresholds.
        regio: only this region, with the whole beside it; None: the regions, Flanders, and the whole.
        minstens_in_kaart: least mapped share (0–1) for a place among the regions.
        bereik: the reach, when it was computed already with the same thresholds.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    bereik = bereik or compute_reach(beeld, drempels)
    maten = tuple(_measures(bereik))
    bevestigd = next(maat for maat in maten if maat.code == CODE_BEVESTIGD)
    gebieden = tuple(_areas(beeld, regio))
    rangen = [_ranks(maat, beeld, minstens_in_kaart) for maat in maten]

    def make(plek: int) -> Indicator:
        gebied, nummer = divmod(plek, len(maten))
        code, naam, regios = gebieden[gebied]
        rang = rangen[nummer].get(code, "")
        return _row(maten[nummer], code, naam, regios, rang, bereik, _share(bevestigd, regios))

    _, naam, regios = gebieden[0] if regio else gebieden[-1]
    return Uitkomst(
        "indicatoren",
        _title(maten, naam, regios),
        bereik.datum,
        bereik.drempels,
        Indicator,
        Rijen(len(gebieden) * len(maten), make),
        _notes(beeld, minstens_in_kaart),
        {f"{maat.code} {maat.leeftijd}": _sum(maat.teller, regios) for maat in maten},
    )


def _measures(bereik: Bereik) -> Iterator[Maat]:
    alle = [*Scholen(bereik).measures(), *cell_measures(bereik)]
    for leeftijd in ("−12", "+12"):
        yield from (maat for maat in alle if maat.leeftijd == leeftijd)
    yield confirmed(bereik.beeld, bereik.drempels)
    yield from network_measures(bereik.beeld)


def _areas(beeld: Beeld, regio: str | None) -> Iterator[tuple[str, str, Masker]]:
    """Code, name, and which of the six regions each area holds."""
    nummers = np.arange(len(REGIOS))
    vlaanderen = ("vlaanderen", REGIO.woord("vlaanderen"), nummers != BRUSSEL)
    code = None if regio is None else region_code(regio)
    for eigen in regions_in(beeld) if code is None else REGIOS:
        if code in (None, eigen):
            yield eigen, REGIO.woord(eigen), nummers == REGIOS.index(eigen)
    if code in (None, "vlaanderen"):
        yield vlaanderen
    yield ALLES, "Vlaanderen en Brussel", nummers >= 0


def _row(
    maat: Maat, code: str, naam: str, regios: Masker, rang: str, bereik: Bereik, bevestigd: float | None
) -> Indicator:
    leerlingen = maat.leerlingen
    laag, hoog = _range(maat, regios)
    return Indicator(
        code,
        naam,
        maat.leeftijd,
        maat.code,
        maat.naam,
        _in_words(maat, regios),
        _sum(maat.teller, regios),
        None if maat.noemer is None else _sum(maat.noemer, regios),
        _share(maat, regios),
        laag,
        hoog,
        _unmapped(maat, regios),
        rang,
        None if leerlingen is None else _sum(leerlingen.teller, regios),
        None if leerlingen is None else _sum(leerlingen.noemer, regios),
        None if leerlingen is None else _sum(leerlingen.zonder, regios),
        maat.bron,
        "; ".join(f"{d} {getattr(bereik.drempels, d):g}" for d in maat.drempels),
        bereik.datum,
        bevestigd,
        maat.bewijs.of(regios),
    )


def _sum(per_regio: Getallen, regios: Masker) -> int:
    return int(per_regio[regios].sum())


def _ratio(deel: Getallen | None, geheel: Getallen | None, regios: Masker) -> float | None:
    """None when one of them is, or when there is nothing to share."""
    if deel is None or geheel is None or not (noemer := _sum(geheel, regios)):
        return None
    return _sum(deel, regios) / noemer


def _share(maat: Maat, regios: Masker) -> float | None:
    return _ratio(maat.teller, maat.noemer, regios)


def _range(maat: Maat, regios: Masker) -> tuple[float | None, float | None]:
    """Least and greatest share; None where nothing says how wide it is."""
    if maat.hoogstens is None:
        return None, None
    return _share(maat, regios), _ratio(maat.hoogstens, maat.noemer, regios)


def _unmapped(maat: Maat, regios: Masker) -> float | None:
    return _ratio(maat.onbekend, maat.noemer, regios)


def _ranks(maat: Maat, beeld: Beeld, minstens: float) -> dict[str, str]:
    """Place of each region of which enough is mapped."""
    grenzen: list[tuple[float, float] | None] = []
    codes = regions_in(beeld)
    for code in codes:
        regios = np.arange(len(REGIOS)) == REGIOS.index(code)
        onbekend, (laag, hoog) = _unmapped(maat, regios), _range(maat, regios)
        mag = onbekend is not None and 1 - onbekend >= minstens
        grenzen.append((laag, hoog) if mag and laag is not None and hoog is not None else None)
    return dict(zip(codes, rank_ranges(grenzen, hoog_is_goed=maat.hoog_is_goed), strict=True))


def _notes(beeld: Beeld, minstens: float) -> tuple[str, ...]:
    nergens = beeld.regio[: beeld.aantal_organisaties] < 0
    zonder = int(np.count_nonzero(nergens & ~is_kind(beeld, "Bestuur")))
    uit = [
        f"Een regio waarvan minder dan {percentage(minstens, 1)} in kaart gebracht is, krijgt geen plaats; "
        "wie er wel een krijgt, krijgt de hoogste en de laagste die mogelijk is."
    ]
    if zonder:
        uit.append(
            f"{counted(zonder, 'organisatie', 'organisaties')} zonder gekende regio: buiten elk cijfer."
        )
    return tuple(uit)


def _title(maten: Sequence[Maat], naam: str, regios: Masker) -> str:
    ketens = [
        f"{maat.leeftijd}: bij {part_of(_sum(maat.teller, regios), alle, 'school', 'scholen')} "
        f"is de keten gesloten ({_margin(maat, regios)})"
        for maat in maten
        if maat.code == CODE_KETEN and maat.noemer is not None and (alle := _sum(maat.noemer, regios))
    ]
    if not ketens:
        return f"In {naam} staan nog geen scholen met een thema: er is niets te meten."
    bevestigd = next(maat for maat in maten if maat.code == CODE_BEVESTIGD)
    ja, alle = (_sum(deel, regios) for deel in (bevestigd.teller, bevestigd.noemer) if deel is not None)
    return (
        f"{naam}, {'; '.join(ketens)}; {part_of(ja, alle, 'organisatie', 'organisaties')} "
        f"({percentage(ja, alle)}) {verb(ja, 'bevestigde', 'bevestigden')} de eigen gegevens."
    )


def _in_words(maat: Maat, regios: Masker) -> str:
    """``182 van 302 (60%; hoogstens 72%)``."""
    teller = _sum(maat.teller, regios)
    if maat.noemer is None:
        return number(teller)
    noemer = _sum(maat.noemer, regios)
    _, hoog = _range(maat, regios)
    marge = "" if hoog is None or hoog * noemer == teller else f"; hoogstens {percentage(hoog, 1)}"
    return f"{number(teller)} van {number(noemer)} ({percentage(teller, noemer)}{marge})"


def _margin(maat: Maat, regios: Masker) -> str:
    laag, hoog = _range(maat, regios)
    een, ander = percentage(laag or 0, 1), percentage(hoog or 0, 1)
    return een if laag == hoog else f"tussen {een} en {ander}"
