"""Who is to be erased: her node, and everything by which she can be recognised."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from netwerkkaart.fouten import GebruikersFout, NietGevonden
from netwerkkaart.graph.gewist import PERSONEN
from netwerkkaart.graph.lezen import read_bekend
from netwerkkaart.graph.store import Store
from netwerkkaart.invoeren import read_gekend
from netwerkkaart.schema.vocabularia import fold

KENMERKEN = ("naam", "email", "telefoon", "ook_bekend_als", "vroegere_ids")
"""Properties by which a person can be recognised."""
MIN_LENGTE = 5
"""Shorter texts are not searched for inside other texts: too many would be somebody else's."""


@dataclass(frozen=True, slots=True)
class Persoon:
    """A person, and the texts that give her away.

    Args:
        label: kind of her node.
        id: id of her node.
        kenmerken: her names, e-mail address and telephone number, the longest first.
    """

    label: str
    id: str
    kenmerken: tuple[str, ...]

    def pattern(self) -> re.Pattern[str] | None:
        """Finds every one of her texts in another, whatever the case; None when all are too short."""
        delen = [re.escape(k) for k in self.kenmerken if len(k) >= MIN_LENGTE]
        return re.compile(rf"(?<!\w)(?:{'|'.join(delen)})(?!\w)", re.IGNORECASE) if delen else None


def find_person(store: Store, tekst: str) -> Persoon:
    """The one person with this name or id, or with a former one.

    Raises:
        NietGevonden: there is none.
        GebruikersFout: several bear the name; their ids are told.
    """
    gezocht, gekend = fold(tekst), read_gekend(store)
    gevonden = [
        (id_, label)
        for id_, label, naam in gekend.knopen
        if label in PERSONEN
        and (
            id_ == tekst
            or fold(naam) == gezocht
            or gezocht in gekend.alle_namen.get(id_, ())
            or gekend.nu.get(tekst, ("", 0))[0] == id_
        )
    ]
    exact = [paar for paar in gevonden if paar[0] == tekst]
    gevonden = exact or gevonden
    if not gevonden:
        raise NietGevonden(
            "Er is geen contactpersoon of coördinator met die naam of code.",
            hulp="Schrijf de naam zoals ze in de graaf staat: netwerkkaart persoon lijst",
        )
    if len(gevonden) > 1:
        codes = ", ".join(id_ for id_, _ in gevonden)
        raise GebruikersFout(
            f"{len(gevonden)} personen dragen die naam.", hulp=f"Geef de code van een van hen: {codes}."
        )
    id_, label = gevonden[0]
    velden = read_bekend(store, {id_}, set()).knopen[id_].eigenschappen
    return Persoon(label, id_, _texts(velden.get(naam) for naam in KENMERKEN))


def _texts(waarden: Iterable[object]) -> tuple[str, ...]:
    teksten: list[str] = []
    for waarde in waarden:
        teksten += [str(deel) for deel in waarde] if isinstance(waarde, list) else [str(waarde or "")]
    return tuple(sorted({t.strip() for t in teksten if t.strip()}, key=lambda t: (-len(t), t)))
