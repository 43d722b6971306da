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

    def werkdag(self, dag: date) -> date:
        """The day itself, or the Friday before a weekend."""
        return dag - timedelta(days=max(0, dag.weekday() - 4))

    def schrijf(self, rng: Random, dag: date) -> str:
        """A day as people know it: to the day, the month or the year."""
        return rng.choices((dag.isoformat(), f"{dag:%Y-%m}", f"{dag:%Y}"), (45, 30, 25))[0]

    def begin(self, rng: Random, minst: int = 20, meest: int = 2600) -> str:
        """A begin in the past."""
        return self.schrijf(rng, self.terug(rng, minst, meest))

    def bron(self, rng: Random, bronnen: Sequence[str] = _BRONNEN, na: date | None = None) -> Rij:
        """Where it was heard, and when: in the last two and a half years, and not before ``na``."""
        dag = self.terug(rng, 5, min(900, (self.datum - na).days) if na else 900)
        return {"bron": f"{rng.choice(bronnen)} {dag:%Y}", "bron_datum": dag.isoformat()}

    def geldt(
        self, rng: Random, minst: int = 20, meest: int = 2600, bronnen: Sequence[str] = _BRONNEN
    ) -> Rij:
        """Begin and source of what holds; nobody writes down what has not begun."""
        dag = self.terug(rng, minst, meest)
        return {"sinds": self.schrijf(rng, dag), **self.bron(rng, bronnen, dag)}

    def aanbod(self, rng: Random) -> Rij:
        """Period and source of an offer that holds; of some nobody knows the begin."""
        periode = self.geldt(rng, 60, 3200)
        return periode if rng.random() < 0.85 else periode | {"sinds": ""}

    def later(self, rng: Random) -> Rij:
        """A period that has still to begin."""
        return {"sinds": self.vooruit(rng, 20, 300).isoformat(), "tot": ""}

    def gestopt(self, rng: Random) -> Rij:
        """A period that is over, and its source."""
        tot = self.terug(rng, 10, 500)
        sinds = tot - timedelta(days=rng.randint(200, 1500))
        return {"sinds": sinds.isoformat(), "tot": tot.isoformat(), **self.bron(rng, na=sinds)}
