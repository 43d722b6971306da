"""How a round stands: who answered, who is to be reminded, and what it says of pairs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from netwerkkaart.analyse.basis import ORGANISATIES, SCHOLEN, counted, municipality_name, number, percentage
from netwerkkaart.analyse.respons import Respons, compute_response
from netwerkkaart.bevraging.ronde import TERMIJN, Ronde
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.vocabularia import DOEL
from netwerkkaart.uitvoer.tabel import Rooster


@dataclass(frozen=True, slots=True)
class Stand:
    """A round and its response."""

    ronde: Ronde
    respons: Respons
    rooster: Rooster

    @property
    def short(self) -> Rooster:
        """The table with the columns that fit a terminal."""
        r = self.rooster
        plaatsen = [r.namen.index(naam) for naam in ("organisatie", "soort", "antwoord_op")]
        return replace(
            r,
            namen=tuple(r.namen[p] for p in plaatsen),
            koppen=tuple(r.koppen[p] for p in plaatsen),
            rijen=[tuple(rij[p] for p in plaatsen) for rij in r.rijen],
        )


def read_round(beeld: Beeld, knoop: int) -> Ronde:
    """A round as the graph knows it; what is not stated has its default."""
    datum = beeld.kolom("datum")[knoop]
    dag = datum if isinstance(datum, date) else date.today()
    deadline = beeld.kolom("deadline")[knoop]
    doelen = beeld.kolom("doelen")[knoop]
    return Ronde(
        beeld.naam(knoop),
        str(beeld.kolom("regio")[knoop] or ""),
        dag,
        deadline if isinstance(deadline, date) else dag + TERMIJN,
        tuple(map(str, doelen)) if isinstance(doelen, list) else DOEL.codes,
    )


def response_table(beeld: Beeld, knoop: int, vandaag: date) -> Stand:
    """Who of a round answered, those who did not first; the figures below.

    Args:
        beeld: the view with all that coordinators may see.
        knoop: number of the round.
        vandaag: to tell how long is left.
    """
    respons, ronde = compute_response(beeld, knoop), read_round(beeld, knoop)
    emails = beeld.kolom("email")
    wie = [*respons.open, *(k for k in respons.gevraagd if k in respons.antwoord_op)]
    wie += sorted(respons.antwoord_op.keys() - set(respons.gevraagd))
    koppen = ("id", "organisatie", "soort", "gemeente", "e-mail", "antwoord op")
    rijen = [
        (
            beeld.ids[k],
            beeld.naam(k),
            beeld.label(k),
            municipality_name(beeld, k),
            str(emails[k] or ""),
            respons.antwoord_op.get(k, "nog niet"),
        )
        for k in wie
    ]
    titel = (
        f"{ronde.naam}: {number(respons.beantwoord)} van de {counted(len(respons.gevraagd), *ORGANISATIES)} "
        f"antwoordden ({percentage(respons.beantwoord, len(respons.gevraagd))})."
    )
    namen = ("id", "organisatie", "soort", "gemeente", "email", "antwoord_op")
    return Stand(ronde, respons, Rooster(titel, namen, koppen, rijen, notes(respons, ronde, vandaag)))


def notes(respons: Respons, ronde: Ronde, vandaag: date) -> tuple[str, ...]:
    """Sentences on what the round says of pairs, and on the time that is left."""
    laagste, hoogste = respons.grenzen
    alle = respons.paren_ja + respons.paren_nee + respons.paren_open
    noten = [
        f"Paren: {number(respons.paren_ja)} ja, {number(respons.paren_nee)} nee, "
        f"{number(respons.paren_open)} niet gevraagd of niet geweten.",
    ]
    if alle:
        noten.append(
            f"Van deze {number(alle)} paren heeft minstens {laagste * 100:.0f}% en hoogstens "
            f"{hoogste * 100:.0f}% een band, wat de anderen ook antwoorden."
        )
    if respons.namens:
        noten.append(f"Voor {counted(len(respons.namens), *SCHOLEN)} antwoordde het CLB.")
    over = (ronde.deadline - vandaag) // timedelta(days=1)
    if respons.open and over >= 0:
        noten.append(f"Nog {counted(over, 'dag', 'dagen')} tot {ronde.deadline.isoformat()}.")
    elif respons.open:
        noten.append(f"De datum {ronde.deadline.isoformat()} is voorbij: tijd voor een herinnering.")
    return tuple(noten)
