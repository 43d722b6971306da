"""From a view to the agenda of a forum: pure, and limited first to what the profile may show."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from netwerkkaart.agenda.acties import TE_LAAT, open_actions
from netwerkkaart.agenda.deelnemers import Kring, last_meeting, next_meeting
from netwerkkaart.agenda.model import Agenda, Punt, Rubriek
from netwerkkaart.agenda.nieuws import news
from netwerkkaart.agenda.passen import fit
from netwerkkaart.agenda.punten import gap_points, guest_points, practice_points, tie_points
from netwerkkaart.analyse.basis import counted, reference_date
from netwerkkaart.analyse.bereik import compute_reach
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.nieuwe_bruggen import nieuwe_bruggen
from netwerkkaart.analyse.praktijken import praktijken
from netwerkkaart.analyse.tafel import look_from_table
from netwerkkaart.fiche.zinnen import day
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.schema.vocabularia import REGIO, REGIOS

TOONT = {"acties": 7, "hiaten": 5, "banden": 3, "praktijken": 3, "nieuws": 5}
"""Most points of each part on the page; fewer where their texts are long (:mod:`~.passen`)."""


def make_agenda(
    beeld: Beeld,
    op: Callable[[date], Beeld],
    forum: int,
    drempels: Drempels = STANDAARD,
    profiel: Profiel = Profiel.PARTNERS,
) -> Agenda:
    """The agenda of a forum or learning network, at the cost of four analyses.

    Args:
        beeld: the view at its reference date, already limited to what the profile may show, so that no
            sentence speaks of what was left out.
        op: the same data, as limited, at another day: for what happened since the last meeting.
        forum: its node.
        drempels: the thresholds.
        profiel: for whom; the page says so.

    Raises:
        ValueError: the view is not tied to a date.
    """
    datum, kring = reference_date(beeld), Kring.of(beeld, forum)
    code = str(beeld.kolom("regio")[forum] or "")
    regio = code if code in REGIOS else None
    bereik = compute_reach(beeld, drempels)
    tafel = look_from_table(bereik, kring.leden, regio=regio, banden=TOONT["banden"])
    passend = praktijken(beeld, drempels, per="gemeente", regio=regio, aantal=1, bereik=bereik)
    vorige = last_meeting(beeld, forum, datum)
    hiaten = gap_points(beeld, tafel.hiaten)
    beste = (
        nieuwe_bruggen(beeld, TOONT["banden"], drempels, regio=regio, bereik=bereik).rijen
        if kring.leden
        else ()
    )
    gasten = guest_points(beeld, kring, beste)
    rubrieken: tuple[Rubriek, ...] = (
        _part("acties", "Afspraken van vroeger", open_actions(beeld, kring, datum),
              "Er staan geen acties open."),
        _part("banden", "Nieuwe banden rond deze tafel", gasten + tie_points(tafel.banden),
              "Geen enkele nieuwe band tussen wie hier zit, maakt een open stap van een school bereikbaar."),
        _part("hiaten", "Waar wie hier zit iets aan kan doen", hiaten,
              "Er is geen gekend hiaat waar iemand rond deze tafel iets aan kan doen."),
        _part("praktijken", "Wat elders werkt", practice_points(beeld, kring, tafel.hiaten, passend.rijen),
              "Er is geen goede praktijk gekend die bij deze hiaten past."),
        _part("nieuws", "Sinds de vorige keer",
              news(beeld, op(vorige[1].datum), kring, vorige[0]) if vorige else (),
              "Er is niets nieuws gekend." if vorige else "Er is geen vorige bijeenkomst gekend."),
    )  # fmt: skip
    rubrieken = fit(rubrieken)
    return Agenda(
        beeld.ids[forum],
        beeld.naam(forum),
        REGIO.woord(regio) if regio else "",
        datum,
        profiel,
        next_meeting(beeld, forum, datum),
        vorige[1] if vorige else None,
        tuple(sorted(beeld.naam(lid) for lid in kring.leden)),
        summary(rubrieken, sum(band.winst for band in tafel.banden), len(kring.leden), len(gasten)),
        rubrieken,
        (
            f"Winst en hiaten tellen voor {'scholen van deze regio' if regio else 'alle scholen'}, "
            f"op {day(datum)}. {' '.join(bereik.drempels.zinnen().values())}",
            "Nieuws volgt uit de datums bij de gegevens zelf, niet uit de dag waarop ze ingelezen zijn.",
        ),
    )


def _part(naam: str, kop: str, punten: tuple[Punt, ...], leeg: str) -> Rubriek:
    return Rubriek(naam, kop, punten, TOONT[naam], leeg)


def summary(rubrieken: tuple[Rubriek, ...], winst: int, leden: int, gasten: int = 0) -> str:
    """What there is to do at a table, in one sentence.

    Args:
        rubrieken: the parts.
        winst: steps that the proposed ties between those at the table reach together.
        leden: organisations at the table.
        gasten: proposed ties for which one is still to be invited.
    """
    if not leden:
        return "Er is nog niemand van dit forum gekend: lees eerst in wie eraan deelneemt."
    aantal = {rubriek.naam: len(rubriek.punten) for rubriek in rubrieken}
    laat = sum(punt.merk == TE_LAAT for rubriek in rubrieken for punt in rubriek.punten)
    delen = []
    if aantal["acties"]:
        acties = counted(aantal["acties"], "actie", "acties")
        voorbij = f", {laat} voorbij {'haar' if laat == 1 else 'hun'} datum" if laat else ""
        delen.append(f"{acties} op te volgen{voorbij}")
    if onder_elkaar := aantal["banden"] - gasten:
        banden = counted(onder_elkaar, "nieuwe band", "nieuwe banden")
        delen.append(f"{banden} voor {counted(winst, 'open stap', 'open stappen')} van scholen")
    if gasten:
        delen.append(f"{counted(gasten, 'nieuwe band', 'nieuwe banden')} met wie u eerst uitnodigt")
    if aantal["hiaten"]:
        delen.append(f"{counted(aantal['hiaten'], 'hiaat', 'hiaten')} om aan te pakken")
    if not delen:
        return "Rond deze tafel staat niets open dat de gegevens tonen."
    return f"Op tafel: {'; '.join(delen[:-1])}{' en ' if len(delen) > 1 else ''}{delen[-1]}."
