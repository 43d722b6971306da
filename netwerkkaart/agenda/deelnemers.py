"""A forum or network as a table: who sits at it, and its meetings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from netwerkkaart.agenda.model import Vorige
from netwerkkaart.fiche.zoeken import Bijnaam, Gezocht, find_node
from netwerkkaart.graph.beeld import Beeld

FORUM = Gezocht(
    "forum of netwerk",
    "fora",
    "het forum dat u bedoelt",
    "Een agenda is er voor een forum of een lerend netwerk.",
    "Er staat nog geen enkel forum in de graaf: import fora.",
)
_ZETELS = {"Forum": "NEEMT_DEEL_AAN", "LerendNetwerk": "LID_VAN"}


def find_forum(beeld: Beeld, wie: str, bijnamen: Iterable[Bijnaam] = ()) -> int:
    """The node of the forum or learning network that is meant.

    Raises:
        NietGevonden: none or several fit; the sentence names what comes near, with codes.
    """
    fora = [*beeld.van_soort("Forum").tolist(), *beeld.van_soort("LerendNetwerk").tolist()]
    return find_node(beeld, fora, wie, bijnamen, FORUM)


@dataclass(frozen=True)
class Kring:
    """Who sits at a table.

    Args:
        forum: node of the forum or network.
        leden: nodes of its organisations, in order.
        coordinatoren: nodes of the coordinators that take part in it or coordinate it, in order.
    """

    forum: int
    leden: tuple[int, ...]
    coordinatoren: tuple[int, ...]

    @classmethod
    def of(cls, beeld: Beeld, forum: int) -> Kring:
        """Look who sits at it. O(seats)."""
        wie: set[int] = set()
        for type_ in (_ZETELS[beeld.label(forum)], "COORDINEERT"):
            tabel = beeld.van_type(type_)
            wie |= set(tabel.van[tabel.naar == forum].tolist())
        orgs = beeld.aantal_organisaties
        return cls(
            forum, tuple(sorted(k for k in wie if k < orgs)), tuple(sorted(k for k in wie if k >= orgs))
        )


def meetings(beeld: Beeld, forum: int) -> list[tuple[date, int]]:
    """Day and node of each meeting of a forum, in order."""
    tabel, dagen = beeld.van_type("OVERLEG_VAN"), beeld.kolom("datum")
    alle = ((dagen[o], o) for o in tabel.van[tabel.naar == forum].tolist())
    return sorted((dag, o) for dag, o in alle if isinstance(dag, date))


def last_meeting(beeld: Beeld, forum: int, datum: date) -> tuple[int, Vorige] | None:
    """The last meeting up to a date, that day included; None when none is known."""
    geweest = [(dag, o) for dag, o in meetings(beeld, forum) if dag <= datum]
    if not geweest:
        return None
    dag, overleg = geweest[-1]
    tekst = {naam: str(beeld.kolom(naam)[overleg] or "") for naam in ("agenda", "uitkomst")}
    tabel = beeld.van_type("AANWEZIG_OP")
    return overleg, Vorige(dag, **tekst, aanwezig=int((tabel.naar == overleg).sum()))


def next_meeting(beeld: Beeld, forum: int, datum: date) -> date | None:
    """The first meeting after a date; None when none is planned."""
    return next((dag for dag, _ in meetings(beeld, forum) if dag > datum), None)
