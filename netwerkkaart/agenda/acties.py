"""The actions of a table: what was agreed, by whom, by when, and how it stands."""

from __future__ import annotations

from datetime import date

from netwerkkaart.agenda.deelnemers import Kring, meetings
from netwerkkaart.agenda.model import Punt
from netwerkkaart.analyse.basis import enumerate_words
from netwerkkaart.fiche.zinnen import day
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.vocabularia import TOESTAND

OPEN = ("open", "bezig")
TE_LAAT = "datum voorbij"


def actions_of(beeld: Beeld, kring: Kring) -> list[int]:
    """Nodes of the actions of a table.

    An action is of this table when one of its meetings put it on the agenda, or when somebody at the table is
    responsible for it and no meeting of another table put it on its agenda.
    """
    agendeert, van = beeld.van_type("AGENDEERT"), beeld.van_type("VERANTWOORDELIJK_VOOR")
    eigen = {overleg for _, overleg in meetings(beeld, kring.forum)}
    hier: set[int] = set()
    elders: set[int] = set()
    for overleg, wat in zip(agendeert.van.tolist(), agendeert.naar.tolist(), strict=True):
        if beeld.label(wat) == "Actie":
            (hier if overleg in eigen else elders).add(wat)
    zit = {*kring.leden, *kring.coordinatoren}
    doet = {a for wie, a in zip(van.van.tolist(), van.naar.tolist(), strict=True) if wie in zit}
    return sorted(hier | (doet - elders))


def open_actions(beeld: Beeld, kring: Kring, datum: date) -> tuple[Punt, ...]:
    """The actions that are not done: the first deadline first, those without one last."""
    deadlines, toestand = beeld.kolom("deadline"), beeld.kolom("toestand")
    open_ = [a for a in actions_of(beeld, kring) if toestand[a] in OPEN]

    def until(actie: int) -> date:
        dag = deadlines[actie]
        return dag if isinstance(dag, date) else date.max

    return tuple(
        _point(beeld, actie, until(actie), datum)
        for actie in sorted(open_, key=lambda a: (until(a), beeld.naam(a), beeld.ids[a]))
    )


def done_since(beeld: Beeld, kring: Kring, overleg: int) -> tuple[int, ...]:
    """Actions of this table that one of its meetings put on the agenda, and that are done."""
    agendeert = beeld.van_type("AGENDEERT")
    toen = set(agendeert.naar[agendeert.van == overleg].tolist())
    return tuple(a for a in actions_of(beeld, kring) if a in toen and beeld.kolom("toestand")[a] == "klaar")


def _point(beeld: Beeld, actie: int, dag: date, datum: date) -> Punt:
    tabel = beeld.van_type("VERANTWOORDELIJK_VOOR")
    plekken = (tabel.naar == actie).nonzero()[0].tolist()
    wie = [beeld.naam(int(tabel.van[plek])) for plek in plekken]
    delen = [
        enumerate_words(wie) if wie else "niemand aangeduid",
        TOESTAND.woord(str(beeld.kolom("toestand")[actie])),
    ]
    delen.append("zonder datum" if dag == date.max else f"tegen {day(dag)}")
    return Punt(
        beeld.naam(actie),
        ", ".join(delen),
        "" if wie else "Wie neemt dit op?",
        (beeld.ids[actie], *(tabel.rids[plek] for plek in plekken)),
        TE_LAAT if dag < datum else "",
    )
