"""What a report is made from: views that are limited already, and the results of analyses over them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from netwerkkaart.analyse import ANALYSES
from netwerkkaart.analyse.basis import reference_date, region_name
from netwerkkaart.analyse.bevinding import Bevinding
from netwerkkaart.analyse.bevindingen import drie_bevindingen
from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.analyse.uitkomst import Uitkomst
from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.toen import Tijden
from netwerkkaart.graph.vrijgave import Profiel


@dataclass(frozen=True, slots=True)
class Vastgelegd:
    """The edition that a report is made from.

    Args:
        nummer: how a command names it.
        kort: the edition in a few words.
        zinnen: its quotation, and what else must be said of it.
    """

    nummer: int
    kort: str
    zinnen: tuple[str, ...]


@dataclass(frozen=True)
class Bron:
    """The views of a report, and every analysis that it asks for, run once.

    Args:
        beeld: the view at the reference date, limited by :func:`~.zicht.limit_view`.
        drempels: the thresholds.
        regio: the region; None: Flanders and Brussels.
        tijden: the graph as it was known at the beginning and the end of the period, limited too; None: the
            report tells of no period.
        profiel: for whom the views were limited.
        personen: whether names of persons are in them.
        editie: the edition that the views come from; None: the living graph.
        sinds: what differs since an earlier edition, limited to what the profile may see; None: not asked.
    """

    beeld: Beeld
    drempels: Drempels
    regio: str | None = None
    tijden: Tijden | None = None
    profiel: Profiel = Profiel.PARTNERS
    personen: bool = False
    editie: Vastgelegd | None = None
    sinds: Uitkomst[Any] | None = None
    _klaar: dict[str, Uitkomst[Any]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def stand(self) -> date:
        """The reference date."""
        return reference_date(self.beeld)

    @property
    def gebied(self) -> str:
        """The region in words."""
        return region_name(self.regio)

    @property
    def geen(self) -> str:
        """How to say that there is none: of what this profile may see."""
        return "geen openbare" if self.profiel is Profiel.OPENBAAR else "nog geen"

    def run(self, naam: str) -> Uitkomst[Any]:
        """The result of an analysis with what holds when nobody chooses; once computed it is kept.

        Raises:
            KeyError: there is no such analysis.
            GebruikersFout: it reads several moments, or is about one region, and the report is not.
        """
        if naam not in self._klaar:
            analyse = ANALYSES[naam]
            invoer = self.beeld if analyse.invoer == "beeld" else self.tijden
            if invoer is None:
                raise GebruikersFout(f"De analyse {naam} vergelijkt twee dagen: geef --van en --tot.")
            if analyse.regio_verplicht and self.regio is None:
                raise GebruikersFout(f"De analyse {naam} gaat over één regio: geef --regio.")
            self._klaar[naam] = analyse.load()(
                invoer, drempels=self.drempels, regio=self.regio, **analyse.defaults()
            )
        return self._klaar[naam]

    def figure(self, naam: str, sleutel: str) -> int:
        """A count among the key figures of an analysis; 0 when it is not there."""
        waarde = self.run(naam).cijfers.get(sleutel)
        return int(waarde) if isinstance(waarde, int | float) else 0

    def command(self, naam: str) -> str:
        """The command that shows an analysis in full, after ``netwerkkaart``."""
        waar = f" --regio {self.regio}" if self.regio else ""
        wanneer = ""
        if self.tijden is not None and ANALYSES[naam].invoer == "tijden":
            wanneer = f" --van {self.tijden.momenten[0].isoformat()}"
        vast = f" --editie {self.editie.nummer}" if self.editie else ""
        return f"analyse {naam}{waar}{wanneer} --datum {self.stand.isoformat()}{vast}"

    @cached_property
    def bevindingen(self) -> Mapping[str, Bevinding]:
        """At most three findings by what they are about, those that touch most schools first."""
        return {
            str(bevinding.soort): bevinding
            for bevinding in drie_bevindingen(self.beeld, self.drempels, regio=self.regio)
        }
