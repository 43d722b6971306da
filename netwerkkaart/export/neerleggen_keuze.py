"""What is deposited, by whom and for whom; and what may not be.

An open deposit holds only what is expressly public, and no deposit holds people: it is never taken back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from netwerkkaart.export.formaten import Formaat
from netwerkkaart.export.gegevens import Kop
from netwerkkaart.fouten import Afsluitcode, GebruikersFout
from netwerkkaart.graph.vrijgave import Profiel


class Toegang(StrEnum):
    """Who may fetch a deposit."""

    OPEN = "open"
    BESLOTEN = "besloten"


@dataclass(frozen=True, slots=True)
class Licentie:
    """What others may do with it.

    Args:
        code: as on the command line; of SPDX where that has one.
        naam: as people read it.
        url: where its text stands; empty when there is none.
        uitleg: in one Dutch sentence.
    """

    code: str
    naam: str
    url: str
    uitleg: str


_LICENTIES = (
    Licentie(
        "CC-BY-4.0",
        "Creative Commons Naamsvermelding 4.0 Internationaal",
        "https://creativecommons.org/licenses/by/4.0/",
        "Iedereen mag de gegevens gebruiken en bewerken, met vermelding van de makers.",
    ),
    Licentie(
        "CC-BY-SA-4.0",
        "Creative Commons Naamsvermelding-GelijkDelen 4.0 Internationaal",
        "https://creativecommons.org/licenses/by-sa/4.0/",
        "Als CC-BY-4.0; wie ze bewerkt en verspreidt, doet dat onder dezelfde licentie.",
    ),
    Licentie(
        "CC0-1.0",
        "Creative Commons CC0 1.0 Universeel",
        "https://creativecommons.org/publicdomain/zero/1.0/",
        "De makers doen afstand van hun rechten: iedereen mag de gegevens vrij gebruiken.",
    ),
)
LICENTIES: Mapping[str, Licentie] = {licentie.code: licentie for licentie in _LICENTIES}
"""The licences of an open deposit, by code."""
GEEN_LICENTIE = Licentie(
    "besloten",
    "Alle rechten voorbehouden",
    "",
    "Alleen wie een overeenkomst met de makers heeft, mag de gegevens gebruiken, en waarvoor die zegt.",
)
"""What holds of a deposit that is not open."""


@dataclass(frozen=True, slots=True)
class Neerlegging:
    """Who deposits what, beside the data themselves.

    Args:
        makers: names of the organisations (or ``Naam, Voornaam`` of a person) that made the data.
        uitgever: who publishes it: the archive, or the organisation itself.
        jaar: year of publication.
        formaten: what is in it.
        licentie: what others may do with it.
        toegang: who may fetch it.
        versie: number and name of the edition that it is made from; empty: the living graph.
    """

    makers: tuple[str, ...]
    uitgever: str
    jaar: int
    formaten: tuple[Formaat, ...]
    licentie: Licentie = LICENTIES["CC-BY-4.0"]
    toegang: Toegang = Toegang.OPEN
    versie: str = ""


def check_deposit(kop: Kop, neerlegging: Neerlegging) -> None:
    """Refuse what may not be deposited, before anything is read.

    Raises:
        GebruikersFout: people; or, in an open deposit, facts that are not expressly public or no licence;
            or nobody made it, or nothing is in it.
    """
    if kop.personen:
        raise _refused(
            "Personen gaan nooit mee in een neerlegging.",
            "Wie iets neerlegt, haalt het niet meer terug. Laat --personen weg.",
        )
    if kop.profiel is Profiel.INTERN:
        raise _refused(
            "Wat intern is, gaat nooit mee in een neerlegging.",
            "Kies --profiel openbaar, of partners en besloten.",
        )
    if neerlegging.toegang is Toegang.OPEN and kop.profiel is not Profiel.OPENBAAR:
        raise _refused(
            f"Een open neerlegging met het profiel {kop.profiel} zou tonen wat alleen partners mogen zien.",
            "Kies --profiel openbaar, of --toegang besloten: dan geeft het archief ze na overeenkomst.",
        )
    if (neerlegging.toegang is Toegang.OPEN) != (neerlegging.licentie.code in LICENTIES):
        raise _wrong(
            "Een open neerlegging heeft een open licentie; een besloten heeft er geen.",
            f"Kies --licentie {', '.join(LICENTIES)}, of laat ze weg.",
        )
    if not neerlegging.formaten or not any(maker.strip() for maker in neerlegging.makers):
        raise _wrong(
            "Een neerlegging heeft minstens één maker en één formaat.",
            'Noem wie de gegevens maakte, met --maker "naam van de organisatie".',
        )


def _refused(tekst: str, hulp: str) -> GebruikersFout:
    return GebruikersFout(tekst, hulp=hulp, code=Afsluitcode.NIET_TOEGELATEN)


def _wrong(tekst: str, hulp: str) -> GebruikersFout:
    return GebruikersFout(tekst, hulp=hulp, code=Afsluitcode.VERKEERD_GEBRUIK)
