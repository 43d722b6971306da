"""Timing pairs of runs beside each other, and what comes out of it.

Other work may run on the machine, so that seconds by themselves say little. Every measurement with a
counterpart runs both in turn (A B A B …); the ratio is the median over the pairs.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from statistics import median

Taak = Callable[[], object]
Proef = Callable[[], AbstractContextManager[Taak]]
"""Makes ready what one run needs (not timed), gives what is to be timed, and cleans up."""


@dataclass(frozen=True, slots=True)
class Paar:
    """Seconds of each run of ours and of the raw library, pair by pair."""

    ons: tuple[float, ...]
    kaal: tuple[float, ...]

    @property
    def verhoudingen(self) -> list[float]:
        """Ours / raw of each pair, ascending."""
        return sorted(a / b for a, b in zip(self.ons, self.kaal, strict=True))


@dataclass(frozen=True, slots=True)
class Uitslag:
    """One row of the table.

    Args:
        naam: what was measured, in Dutch.
        ons: what we need, as text with its unit.
        kaal: what the raw library needs; empty: no counterpart.
        verhouding: ours / raw with its range, or another figure that the target is about.
        doel: the target as text; empty: none, the figure stands beside the others.
        gehaald: whether the target is met; None without a target.
    """

    naam: str
    ons: str
    kaal: str = ""
    verhouding: str = ""
    doel: str = ""
    gehaald: bool | None = None


@dataclass(frozen=True, slots=True)
class Hoofdstuk:
    """Measurements that belong together.

    Args:
        titel: heading.
        uitleg: what stands beside what; plain Dutch.
        uitslagen: the rows; none when it was skipped.
        opmerkingen: sentences beneath the table: where the time goes, or why it was skipped.
    """

    titel: str
    uitleg: str
    uitslagen: tuple[Uitslag, ...] = ()
    opmerkingen: tuple[str, ...] = ()


def ready(taak: Taak) -> Proef:
    """A run that needs nothing made ready."""
    return lambda: nullcontext(taak)


def seconds(taak: Taak) -> float:
    """Wall time of one run, after a clean-up of what the run before left."""
    gc.collect()
    begin = time.perf_counter()
    taak()
    return time.perf_counter() - begin


def raw_seconds(taak: Taak) -> float:
    """The same with the cycle collector off: the strictest the raw library can be asked for."""
    gc.collect()
    gc.disable()
    try:
        begin = time.perf_counter()
        taak()
        return time.perf_counter() - begin
    finally:
        gc.enable()


def paired(ons: Proef, kaal: Proef, keer: int) -> Paar:
    """Run both in turn, so many times."""
    van_ons: list[float] = []
    van_kaal: list[float] = []
    for _ in range(keer):
        with ons() as taak:
            van_ons.append(seconds(taak))
        with kaal() as taak:
            van_kaal.append(raw_seconds(taak))
    return Paar(tuple(van_ons), tuple(van_kaal))


def ratio_row(naam: str, paar: Paar, hoogstens: float, seconden: float | None = None) -> Uitslag:
    """Row of a pair with a highest ratio, and possibly a longest time."""
    verhoudingen, ons = paar.verhoudingen, median(paar.ons)
    midden = median(verhoudingen)
    doel = f"≤ {number(hoogstens)} ×"
    gehaald = midden <= hoogstens
    if seconden is not None:
        doel += f", ≤ {number(seconden)} s"
        gehaald = gehaald and ons <= seconden
    spreiding = f" ({number(verhoudingen[0])}–{number(verhoudingen[-1])})" if len(verhoudingen) > 1 else ""
    return Uitslag(
        naam,
        duration(ons),
        duration(median(paar.kaal)),
        f"{number(midden)} ×{spreiding}",
        doel,
        gehaald,
    )


def number(waarde: float) -> str:
    """A number as it is written in Dutch, with two decimals below ten."""
    tekst = f"{waarde:.2f}" if abs(waarde) < 10 else f"{waarde:.1f}" if abs(waarde) < 100 else f"{waarde:.0f}"
    return (tekst.rstrip("0").rstrip(".") if "." in tekst else tekst).replace(".", ",")


def count(aantal: int) -> str:
    """A whole number as it is written in Dutch."""
    return f"{aantal:,}".replace(",", ".")


def duration(seconden: float) -> str:
    """Seconds, or milliseconds where that reads better."""
    return f"{number(seconden)} s" if seconden >= 0.1 else f"{number(seconden * 1000)} ms"
