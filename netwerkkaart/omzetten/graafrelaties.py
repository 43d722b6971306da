"""Connections of a foreign graph as relations: their type, and which way they run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from netwerkkaart.fouten import Ernst
from netwerkkaart.inlezen.graaf import GraafVerbinding, Richting
from netwerkkaart.omzetten.graaftabel import Lezing
from netwerkkaart.omzetten.graafwoorden import amount, count_words, find_header, folded_word, unmapped
from netwerkkaart.omzetten.koppeltabel import OVERSLAAN, RELATIE
from netwerkkaart.omzetten.relaties import KOPPEN
from netwerkkaart.omzetten.relatiewoord import Loop, Relatiewoord, find_relatie, fits, turn


@dataclass
class Telling:
    """Connections of one word that need a decision, with the first of each sort."""

    woord: str
    naam: str
    recht: int = 0
    andersom: list[GraafVerbinding] = field(default_factory=list)
    gedraaid: list[GraafVerbinding] = field(default_factory=list)
    onbeslist: list[GraafVerbinding] = field(default_factory=list)


def translate_words(lezing: Lezing) -> tuple[dict[str, Relatiewoord | None], str] | None:
    """What each word for a relation means; None for what is left out.

    Returns:
        The meaning by folded word, and the header under which the words stand; None when some have no
        meaning: that was told.
    """
    graaf, context = lezing.graaf, lezing.context
    kop = find_header(RELATIE, graaf.verbindingkoppen, context, KOPPEN)
    vast = context.vast.get(RELATIE, "")
    if not kop and not vast:
        if graaf.verbindingen:
            lezing.meldingen.append(
                graaf.melding(
                    "Nergens staat welke relatie een verbinding is.",
                    verwacht=f'--kolom "KOP=relatie" of --vast relatie=WERKT_SAMEN_MET, of een koppeling: '
                    f"netwerkkaart koppeling maak {graaf.bestand}",
                )
            )
        return {}, ""
    uit: dict[str, Relatiewoord | None] = {}
    onbekend = []
    for gevouwen, woord in count_words(graaf.verbindingen, kop).items():
        onze = context.waarden.get((RELATIE, gevouwen), woord.tekst or vast)
        if onze == OVERSLAAN:
            uit[gevouwen] = None
            continue
        gevonden = find_relatie(onze) if onze else None
        if gevonden is None:
            onbekend.append(woord)
        uit[gevouwen] = gevonden
    lezing.meldingen += unmapped(graaf, RELATIE, kop, onbekend)
    return None if onbekend else (uit, kop)


def word_of(verbinding: GraafVerbinding, kop: str) -> str:
    """The folded word of a connection."""
    return folded_word(verbinding.attributen.get(kop, ""))


def direct(
    verbinding: GraafVerbinding, woord: Relatiewoord, labels: Mapping[str, str], telling: Telling
) -> list[tuple[str, str]]:
    """The ends of the relations that a connection becomes: one mostly, two where it runs both ways.

    A relation without direction takes any connection. Otherwise the mapping decides, then the direction
    of the connection, then the schema: where a connection has no direction and only one way is allowed,
    that is the way. What stays open or runs against the schema is counted, for one message.

    Args:
        verbinding: the connection.
        woord: the relation that it is.
        labels: kind of each end; absent: not known.
        telling: of this word; is added to.
    """
    van, naar = verbinding.van, verbinding.naar
    heen, terug = True, False
    if van in labels and naar in labels:
        heen, terug = fits(woord.relatie, labels[van], labels[naar])
    if woord.relatie.soort.ongericht:
        return [(van, naar)]
    if woord.loop is Loop.OMGEKEERD:
        return turn(van, naar, [Loop.OMGEKEERD])
    if woord.loop is Loop.HEEN or (woord.loop is None and verbinding.richting is Richting.HEEN):
        telling.recht += heen
        if terug and not heen:
            telling.andersom.append(verbinding)
        return [(van, naar)]
    if heen and terug:
        if woord.loop is Loop.BEIDE or verbinding.richting is Richting.BEIDE:
            return turn(van, naar, [Loop.HEEN, Loop.OMGEKEERD])
        telling.onbeslist.append(verbinding)
        return [(van, naar)]
    if terug:
        telling.gedraaid.append(verbinding)
        return turn(van, naar, [Loop.OMGEKEERD])
    return [(van, naar)]


def tell_directions(lezing: Lezing, telling: Telling) -> bool:
    """Say what was turned and what must be decided; True when the rest can be judged row by row."""
    graaf, naam, woord = lezing.graaf, telling.naam, telling.woord
    if telling.gedraaid:
        lezing.meldingen.append(
            graaf.melding(
                f"Zonder richting, en omgekeerd gelezen omdat {naam} zo hoort te lopen:"
                f' {_how_many(telling.gedraaid)} "{woord}". Dit is de eerste.',
                waar=telling.gedraaid[0],
                ernst=Ernst.WAARSCHUWING,
            )
        )
    if telling.onbeslist:
        lezing.meldingen.append(
            graaf.melding(
                f'Zonder richting, en {naam} heeft er een nodig: {_how_many(telling.onbeslist)} "{woord}"'
                f" (de eerste {_place(telling.onbeslist[0])}).",
                verwacht=f'in de koppeling: "{naam} heen", "{naam} omgekeerd" of "{naam} beide"',
            )
        )
    if telling.andersom and not telling.recht:
        lezing.meldingen.append(
            graaf.melding(
                f'Andersom dan {naam} hoort te lopen: alle {_how_many(telling.andersom)} "{woord}"'
                f" (de eerste {_place(telling.andersom[0])}).",
                verwacht=f'in de koppeling: "{naam} omgekeerd"',
            )
        )
        return False
    return True


def _how_many(delen: Sequence[GraafVerbinding]) -> str:
    return amount(len(delen), "verbinding", "verbindingen")


def _place(verbinding: GraafVerbinding) -> str:
    blad = f'op blad "{verbinding.blad}", ' if verbinding.blad else "op "
    return f"{blad}rij {verbinding.plaats}"
