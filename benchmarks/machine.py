"""The machine and the versions, in words that name no machine."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version

_PAKKETTEN = ("kglite", "neo4j", "numpy", "scipy", "igraph", "click")


@dataclass(frozen=True, slots=True)
class Machine:
    """Where and when it was measured.

    Args:
        datum: day, as people write it.
        woorden: cores, memory, system.
        versies: of Python and the libraries.
        belasting: how busy the machine was.
        duur: how long the whole run took.
    """

    datum: str
    woorden: str
    versies: str
    belasting: str
    duur: str


def describe(begin_belasting: float | None, seconden: float) -> Machine:
    """This machine, now."""
    vandaag = date.today()
    kernen = os.cpu_count() or 1
    return Machine(
        f"{vandaag.day:02}-{vandaag.month:02}-{vandaag.year}",
        f"{kernen} rekenkernen ({platform.machine()}){_memory()}, {platform.system()}",
        ", ".join(
            [f"Python {platform.python_version()}", *(f"{naam} {version(naam)}" for naam in _PAKKETTEN)]
        ),
        _load(begin_belasting),
        f"{seconden // 60:.0f} min {seconden % 60:.0f} s",
    )


def load() -> float | None:
    """How many processes wanted a core in the last minute; None where the system does not say."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else None


def _load(begin: float | None) -> str:
    eind = load()
    if begin is None or eind is None:
        return "niet gekend"
    begin_tekst, eind_tekst = (f"{waarde:.1f}".replace(".", ",") for waarde in (begin, eind))
    return f"gemiddeld {begin_tekst} actieve processen vlak voor het begin, {eind_tekst} op het einde"


def _memory() -> str:
    if not hasattr(os, "sysconf") or "SC_PHYS_PAGES" not in os.sysconf_names:
        return ""
    return f", {os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.0f} GB geheugen"
