"""What the map takes beside the graph: results of analyses, as plain values, and sentences about them.

The map draws these and computes nothing of its own about chains, gaps or bridges. Everything is named
by id or NIS code, so that it can be made before or after the view is filtered; what the view does not
hold is left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.bevinding import Bevinding
from netwerkkaart.analyse.gemeenschappen_indeling import Indeling
from netwerkkaart.analyse.ketenoordeel import Ketenoordeel
from netwerkkaart.analyse.momenten import Momenten
from netwerkkaart.graph.toen import Tijden


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
        scholen: ids of the schools that lose a step without it.
        organisatie: id of the one organisation on which all ties between the two groups hang; may be empty.
        bewijs: keys of its relations.
    """

    van: str
    naar: str
    reden: str = ""
    scholen: tuple[str, ...] = ()
    organisatie: str = ""
    bewijs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NieuweBand:
    """A tie that does not exist yet and would make schools reach help.

    Args:
        van, naar: ids of the two ends.
        scholen: ids of the schools that gain.
        forum: name of a forum in which both sit already; empty when there is none.
        fora: ids of all such fora.
        winst: steps that schools reach by it, on top of the ties before it.
        gesloten: ids of the schools of which it closes a chain.
        stappen: theme and step, with the number of schools, as Dutch words.
    """

    van: str
    naar: str
    scholen: tuple[str, ...] = ()
    forum: str = ""
    fora: tuple[str, ...] = ()
    winst: int = 0
    gesloten: tuple[str, ...] = ()
    stappen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Brugcijfers:
    """Figures over all bridges, of which the map shows the worst.

    Args:
        bruggen: pairs of organisations of two sectors that have a tie.
        breekbaar: how many of these are fragile.
        organisatie: how many others hang on one organisation.
        snijdend: how many cut the network.
        scholen: ids of the schools that lose a step when one fragile bridge falls away.
    """

    bruggen: int = 0
    breekbaar: int = 0
    organisatie: int = 0
    snijdend: int = 0
    scholen: tuple[str, ...] = ()


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
            keten, tandem and bruggen say that there is nothing to show.
        brugcijfers: figures over all bridges.
        tijden: the graph as it was known at several days, the last one the day of the map, limited to what
            the profile may show; without it the view tijd says that there is nothing to show.
        momenten: the same with what the schools reach at each, when that was made already.
        indeling: the communities of the view that the map shows, when they were found already.
    """

    oordelen: tuple[SchoolOordeel, ...] = ()
    bevindingen: tuple[Bevinding, ...] = ()
    breekbaar: tuple[BreekbareBrug, ...] = ()
    nieuw: tuple[NieuweBand, ...] = ()
    uitleg: tuple[str, ...] = ()
    bereik: Bereik | None = None
    brugcijfers: Brugcijfers = Brugcijfers()
    tijden: Tijden | None = None
    momenten: Momenten | None = None
    indeling: Indeling | None = None
