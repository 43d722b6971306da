"""Dates and sources, all relative to the reference date of the demo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from netwerkkaart.demo.model import Rij

_BRONNEN = ("bevraging", "verslag van overleg", "jaarverslag", "gesprek met de coördinator", "website")


@dataclass(frozen=True, slots=True)
class Kalender:
    """Makes dates; ``datum`` is the reference date, never an end or a begin itself."""

    datum: date

    def terug(self, rng: Random, minst: int, meest: int) -> date:
        """A day that lies so many days back."""
        return self.datum - timedelta(days=rng.randint(minst, meest))

    def vooruit(self, rng: Random, minst: int, meest: int) -> date:
        """A day that is still to come."""
        return self.datum + timedelta(days=rng.randint(minst, meest))

    def begin(self, rng: Random, minst: int = 20, meest: int = 2600) -> str:
        """A begin in the past, as people know it: to the day, the month or the year."""
        dag = self.terug(rng, minst, meest)
        hoe = rng.random()
        if hoe < 0.45:
            return dag.isoformat()
        if hoe < 0.75:
            return f"{dag:%Y-%m}"
        return f"{dag:%Y}"

    def bron(self, rng: Random, bronnen: Sequence[str] = _BRONNEN) -> Rij:
        """Where it was heard, and when: not before two and a half years ago."""
        dag = self.terug(rng, 5, 900)
        return {"bron": f"{rng.choice(bronnen)} {dag:%Y}", "bron_datum": dag.isoformat()}

    def aanbod(self, rng: Random) -> Rij:
        """Period and source of an offer that holds."""
        sinds = self.begin(rng, 60, 3200) if rng.random() < 0.85 else ""
        return {"sinds": sinds, "tot": "", **self.bron(rng)}

    def later(self, rng: Random) -> Rij:
        """A period that has still to begin."""
        return {"sinds": self.vooruit(rng, 20, 300).isoformat(), "tot": ""}

    def gestopt(self, rng: Random) -> Rij:
        """A period that is over."""
        tot = self.terug(rng, 10, 500)
        return {"sinds": (tot - timedelta(days=rng.randint(200, 1500))).isoformat(), "tot": tot.isoformat()}
