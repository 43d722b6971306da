"""What the map takes beside the graph: results of analyses, as plain values, and sentences about them.

The map draws these and computes nothing of its own about chains, gaps or bridges. Everything is named
by id or NIS code, so that it can be made before or after the view is filtered; what the view does not
hold is left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.bevinding import Bevinding
from netwerkkaart.analyse.ketenoordeel import Ketenoordeel


@dataclass(frozen=True, slots=True)
class SchoolOordeel:
    """The verdict on one school for one theme.

    Args:
        school: id of the school.
        thema: ``1`` or ``2``.
        oordeel: the verdict.
        reden: a Dutch sentence that says why; empty when there is nothing to add.
    """

    school: str
    thema: str
    oordeel: Ketenoordeel
    reden: str = ""


@dataclass(frozen=True, slots=True)
class BreekbareBrug:
    """A tie on which all contact between two groups hangs.

    Args:
        van, naar: ids of the two ends.
        reden: a Dutch phrase that says on what it hangs; may be empty.
    """

    van: str
    naar: str
    reden: str = ""


@dataclass(frozen=True, slots=True)
class NieuweBand:
    """A tie that does not exist yet and would make schools reach help.

    Args:
        van, naar: ids of the two ends.
        scholen: ids of the schools that gain.
        forum: name of a forum in which both sit already; empty when there is none.
    """

    van: str
    naar: str
    scholen: tuple[str, ...] = ()
    forum: str = ""


@dataclass(frozen=True, slots=True)
class KaartInvoer:
    """All results that the map shows. Every part may be empty: the map then says so.

    Args:
        oordelen: verdicts per school and theme.
        bevindingen: at most three are shown.
        breekbaar: fragile bridges, worst first.
        nieuw: proposed ties, best first.
        uitleg: Dutch sentences on how the verdicts were reached, with the thresholds.
        bereik: what the schools reach, over the very view that the map shows; without it the views matrix,
            keten and tandem say that there is nothing to show.
    """

    oordelen: tuple[SchoolOordeel, ...] = ()
    bevindingen: tuple[Bevinding, ...] = ()
    breekbaar: tuple[BreekbareBrug, ...] = ()
    nieuw: tuple[NieuweBand, ...] = ()
    uitleg: tuple[str, ...] = ()
    bereik: Bereik | None = None
