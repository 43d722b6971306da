"""Sentences of the sheet: why a step is open, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netwerkkaart.analyse.fora import forum_to_raise
from netwerkkaart.analyse.ketenkeuze import Gekozen
from netwerkkaart.analyse.ketenoordeel import Ketenoordeel
from netwerkkaart.fiche.bron import Naaste, Schoolzicht

_TELWOORDEN = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
Advies = tuple[str, str]
"""What to do: in bold, and what follows."""
NERGENS: Advies = ("Geef jullie gemeente door.", "Zonder gemeente is niet te zeggen welk aanbod past.")
"""For a school of which the municipality is not known."""


def count_word(aantal: int) -> str:
    """A small number as a word.

    >>> count_word(1), count_word(12)
    ('één', '12')
    """
    return _TELWOORDEN[aantal] if 0 <= aantal < len(_TELWOORDEN) else str(aantal)


def links_word(aantal: int) -> str:
    """A number of links.

    >>> links_word(1), links_word(2)
    ('één schakel', 'twee schakels')
    """
    return f"{count_word(aantal)} schakel{'' if aantal == 1 else 's'}"


def day(dag: date) -> str:
    """A date as people write it."""
    return f"{dag:%d-%m-%Y}"


def kilometres(km: float | None) -> str:
    """A distance; empty when not known.

    >>> kilometres(3.4), kilometres(0.2), kilometres(None)
    ('3 km', 'minder dan 1 km', '')
    """
    return "" if km is None else f"{km:.0f} km" if km >= 1 else "minder dan 1 km"


def summary(gesloten: int, alle: int) -> str:
    """How many of the steps are reached, as a sentence.

    >>> summary(2, 4)
    'Twee van de vier stappen zijn bereikbaar, twee nog niet.'
    >>> summary(2, 2), summary(1, 2)
    ('Beide stappen zijn bereikbaar.', 'Eén van de twee stappen is bereikbaar, één nog niet.')
    """
    if not alle:
        return "Er is geen stap te beoordelen."
    if gesloten == alle:
        woord = {1: "De enige stap is", 2: "Beide stappen zijn"}.get(alle)
        return f"{woord or f'Alle {count_word(alle)} stappen zijn'} bereikbaar."
    zijn = "zijn" if gesloten > 1 else "is"
    rest = f", {count_word(alle - gesloten)} nog niet" if gesloten else ""
    woord = "eén" if gesloten == 1 else count_word(gesloten)
    return f"{woord[0].upper()}{woord[1:]} van de {count_word(alle)} stappen {zijn} bereikbaar{rest}."


def reason(zicht: Schoolzicht, oordeel: Ketenoordeel, stap: int, schakels: int | None) -> str:
    """Why a step has its verdict.

    Args:
        zicht: the school.
        oordeel: the verdict.
        stap: the step, as a position in ``STAPPEN``.
        schakels: links to the offer that is drawn; None: no path.
    """
    if oordeel is Ketenoordeel.GESLOTEN:
        hoe = f"Bereikbaar met {links_word(schakels)}" if schakels else "Jullie bieden dit zelf aan"
        return f"{hoe}, en niet volzet."
    if oordeel is Ketenoordeel.VOLZET:
        return "Er is passend aanbod, maar alles zit vol."
    if oordeel is Ketenoordeel.HIAAT:
        return "In kaart gebracht: er is geen passend aanbod."
    if oordeel is Ketenoordeel.WITTE_VLEK:
        return "Nog niemand heeft dit in kaart gebracht."
    aanbod = zicht.bron.bereik.aanbod
    naaste = zicht.nearest([plek for plek in zicht.fitting(stap) if not aanbod.vol[plek]])
    if naaste is None or naaste.schakels is None:
        return "Er is aanbod met plaats, maar er is geen gekend pad naartoe."
    return f"Er is aanbod met plaats, maar het ligt te ver: het dichtste op {links_word(naaste.schakels)}."


def reached(gesloten: int, passend: int, onbevestigd: str) -> Advies:
    """What to do about a step that is reached.

    Args:
        gesloten: how many fitting offers with room are reached.
        passend: how many offers fit.
        onbevestigd: the first organisation on the way of which the band is not confirmed; empty for none.
    """
    if passend == 1:
        zin = "Het enige passende aanbod is bereikbaar."
    else:
        zin = f"{gesloten} van de {passend} passende trajecten zijn bereikbaar en niet volzet."
        if gesloten == 1:
            zin = f"1 van de {passend} passende trajecten is bereikbaar en niet volzet."
    if onbevestigd:
        zin += f" Klopt de band met {onbevestigd}? Duid het onderaan aan."
    return "Geen actie nodig.", zin


def tie(zicht: Schoolzicht, band: Gekozen, ook: Sequence[int]) -> Advies:
    """Where to raise a new tie: in a forum in which both ends sit, else in one that either knows.

    Args:
        zicht: the school.
        band: the tie.
        ook: numbers of the other steps that it closes.
    """
    bron, beeld = zicht.bron, zicht.bron.beeld
    naar = beeld.naam(band.naar)
    eigen = band.van == zicht.knoop
    wie = "jullie" if eigen else beeld.naam(band.van)
    fora = bron.keuze.ontmoetingen.shared(band.van, band.naar)
    slot = f" Dat sluit ook stap {' en '.join(map(str, ook))}." if ook else ""
    if fora:
        forum = min(fora, key=lambda f: (bron.overleg.get(f, date.max), beeld.ids[f]))
        samen = f"Jullie en {naar} zitten er al" if eigen else f"{wie} en {naar} zitten er al"
        return "Leg het op tafel", f"bij {_forum(zicht, forum)}. {samen} samen.{slot}"
    elders = forum_to_raise(beeld, band.van, band.naar)
    if elders is None and eigen:
        return "Neem contact op", f"met {naar}. Jullie en zij zitten nog in geen gekend forum.{slot}"
    if elders is None:
        return "Breng ze samen:", f"{wie} en {naar}. Geen van beide zit in een gekend forum.{slot}"
    forum, gast = elders
    if gast == zicht.knoop:
        return "Vraag een plaats", f"bij {_forum(zicht, forum)}: {naar} zit er al.{slot}"
    zit = (
        "Jullie zitten er al"
        if eigen
        else f"{beeld.naam(band.van if gast == band.naar else band.naar)} zit er al"
    )
    return "Leg het op tafel", f"bij {_forum(zicht, forum)}, en nodig {beeld.naam(gast)} uit. {zit}.{slot}"


def no_tie(naaste: Naaste | None, zicht: Schoolzicht) -> Advies:
    """A fitting offer has room, but only schools or CLBs give it, or nobody is known who does."""
    if naaste is None:
        return "Vraag de coördinator", "wie dit aanbod geeft: de aanbieder is niet gekend."
    wie = zicht.bron.beeld.naam(naaste.aanbieder)
    return (
        "Vraag de coördinator",
        f"of {wie} ook voor jullie kan werken: alleen scholen of CLB's bieden dit aan.",
    )


def full(naaste: Naaste | None, zicht: Schoolzicht, weken: int | None) -> Advies:
    """All that fits is full.

    Args:
        naaste: the full offer that is drawn.
        zicht: the school.
        weken: its waiting time; None: not known.
    """
    if naaste is None:
        return "Bespreek de wachttijd", "met de coördinator."
    beeld = zicht.bron.beeld
    wie = beeld.naam(naaste.aanbieder)
    hoe = f"{wie}: {weken} weken wachten." if weken else f"Bij {wie} zijn alle plaatsen bezet."
    forum = forum_to_raise(beeld, naaste.aanbieder, naaste.aanbieder)
    if forum is None:
        return "Bespreek de wachttijd", f"met {wie}. {hoe if weken else 'Alle plaatsen zijn bezet.'}"
    return "Bespreek de wachttijd", f"bij {_forum(zicht, forum[0])}. {hoe}"


def missing(naaste: Naaste | None, zicht: Schoolzicht, gemeente: str, *, gekend: bool) -> Advies:
    """No offer fits.

    Args:
        naaste: the nearest offer for this step that works elsewhere.
        zicht: the school.
        gemeente: its municipality.
        gekend: whether the step was mapped there.
    """
    kop = "Meld dit aan de coördinator." if gekend else "Kennen jullie iemand?"
    zin = "" if gekend else "Schrijf het onderaan."
    if naaste is not None:
        beeld = zicht.bron.beeld
        aanbod = beeld.naam(int(zicht.bron.bereik.aanbod.knopen[naaste.aanbod]))
        waar = f" ({kilometres(naaste.km)})" if naaste.km is not None else ""
        wat = f"{aanbod} van {beeld.naam(naaste.aanbieder)}{waar}"
        zin += f" Het dichtste dat wij kennen, werkt niet in {gemeente or 'jullie gemeente'}: {wat}."
        zin += " Kan dat uitbreiden?" if gekend else ""
    return kop, zin.strip() or "Er is ook elders geen aanbod met plaats gekend."


def _forum(zicht: Schoolzicht, forum: int) -> str:
    """A forum, with its next meeting when one is planned."""
    dag = zicht.bron.overleg.get(forum)
    return zicht.bron.beeld.naam(forum) + (f" op {day(dag)}" if dag else "")
