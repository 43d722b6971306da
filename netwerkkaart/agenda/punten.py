"""Points on gaps, proposed ties and practices: what is known in one sentence, and what to ask of whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from netwerkkaart.agenda.deelnemers import Kring
from netwerkkaart.agenda.model import Punt
from netwerkkaart.analyse.basis import SCHOLEN, counted, enumerate_words
from netwerkkaart.analyse.fora import forum_to_raise
from netwerkkaart.analyse.hiaten_oordeel import Celoordeel
from netwerkkaart.analyse.nieuwe_bruggen import NieuweBrug
from netwerkkaart.analyse.praktijken import PraktijkRij
from netwerkkaart.analyse.tafel import Hoe, Tafelhiaat
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.vocabularia import STAP, THEMA

_NAMEN, _GEMEENTEN = 3, 4
_BEWIJS = 25
_OORDEEL = {
    Celoordeel.HIAAT: "is er geen aanbod",
    Celoordeel.VOLZET: "is al het aanbod volzet",
    Celoordeel.NIET_VERBONDEN: "is er plaats, maar geraken te weinig scholen er,",
}


def step_title(thema: str, stap: str) -> str:
    """A step with its theme, to stand in front of a point.

    >>> step_title("2", "toeleiden naar werk")
    'Toeleiden naar werk, thema 2 (+12)'
    """
    woord = STAP.woord(stap)
    return f"{woord[:1].upper()}{woord[1:]}, {THEMA.woord(thema)}"


def gap_points(beeld: Beeld, hiaten: Iterable[Tafelhiaat]) -> tuple[Punt, ...]:
    """Gaps of the same step and verdict, on which the same can be done by the same, as one point.

    The one with most schools without of each way to act first, then the second of each, and so on; the
    municipalities with most schools without come first.
    """
    groepen: dict[tuple[object, ...], list[Tafelhiaat]] = {}
    for hiaat in hiaten:
        wie = hiaat.wie if hiaat.hoe is not Hoe.KENT else ()
        groepen.setdefault((hiaat.thema, hiaat.stap, hiaat.oordeel, hiaat.hoe, wie), []).append(hiaat)
    per_hoe: dict[Hoe, list[list[Tafelhiaat]]] = {}
    for groep in sorted(groepen.values(), key=lambda groep: -sum(hiaat.zonder for hiaat in groep)):
        per_hoe.setdefault(groep[0].hoe, []).append(groep)
    beurten = zip_longest(*(per_hoe[hoe] for hoe in Hoe if hoe in per_hoe))
    return tuple(_gap_point(beeld, groep) for beurt in beurten for groep in beurt if groep is not None)


def _gap_point(beeld: Beeld, groep: Sequence[Tafelhiaat]) -> Punt:
    eerste = groep[0]
    waar = enumerate_words([hiaat.naam for hiaat in groep], _GEMEENTEN)
    doelgroepen = enumerate_words(list(dict.fromkeys(g for hiaat in groep for g in hiaat.doelgroepen)))
    zonder = sum(hiaat.zonder for hiaat in groep)
    wie = [beeld.naam(beeld.nummer[id_]) for id_ in dict.fromkeys(i for hiaat in groep for i in hiaat.wie)]
    return Punt(
        step_title(eerste.thema, eerste.stap),
        f"In {waar} {_OORDEEL[eerste.oordeel]} voor {doelgroepen} ({counted(zonder, *SCHOLEN)} zonder).",
        _ask(eerste, wie, een=len(groep) == 1),
        tuple(dict.fromkeys(b for hiaat in groep for b in hiaat.bewijs))[:_BEWIJS],
        str(eerste.oordeel),
    )


def _ask(hiaat: Tafelhiaat, wie: Sequence[str], *, een: bool) -> str:
    namen = enumerate_words(wie, _NAMEN if hiaat.hoe is not Hoe.KENT else 2)
    daar = f"naar {hiaat.naam}" if een else "naar daar"
    meer = len(wie) > 1
    if hiaat.hoe is Hoe.BAND:
        return f"Kunnen {namen} samenwerken? Zie de voorstellen."
    if hiaat.hoe is Hoe.BIEDT and hiaat.oordeel is Celoordeel.VOLZET:
        return f"{namen} {'bieden' if meer else 'biedt'} dit aan: hoe lossen we de wachttijd samen op?"
    if hiaat.hoe is Hoe.BIEDT:
        return f"{namen} {'bieden' if meer else 'biedt'} dit aan, met plaats: hoe geraken scholen er?"
    if hiaat.hoe is Hoe.ELDERS:
        return f"{namen} {'doen' if meer else 'doet'} dit elders: kan het uitbreiden {daar}?"
    return f"{namen} {'kennen' if meer else 'kent'} de scholen daar: wie zou dit kunnen doen?"


def tie_points(banden: Iterable[NieuweBrug]) -> tuple[Punt, ...]:
    """Proposed ties between those at the table, best first, with what each adds to those before it."""
    vraag = "Beiden zitten hier: wie neemt het initiatief, en tegen wanneer?"
    return tuple(_tie_point(band, band.winst, vraag) for band in banden)


def guest_points(beeld: Beeld, kring: Kring, banden: Iterable[NieuweBrug]) -> tuple[Punt, ...]:
    """Of the best ties of a region those to raise here: one of both sits here, and no forum has both.

    So a map that says "raise it there, and invite so and so" is kept by the agenda of that forum.
    """
    uit = []
    for band in banden:
        elders = forum_to_raise(beeld, beeld.nummer[band.van], beeld.nummer[band.naar])
        if band.fora or elders is None or elders[0] != kring.forum:
            continue
        gast = beeld.naam(elders[1])
        uit.append(_tie_point(band, band.winst_alleen, f"{gast} zit nog niet aan tafel: wie nodigt uit?"))
    return tuple(uit)


def _tie_point(band: NieuweBrug, winst: int, vraag: str) -> Punt:
    stappen = counted(winst, "open stap", "open stappen")
    dicht = counted(band.ketens_gesloten, "keten", "ketens") if band.ketens_gesloten else ""
    return Punt(
        f"{band.van_naam} met {band.naar_naam}",
        f"Een samenwerking maakt {stappen} bereikbaar, voor {counted(len(band.scholen), *SCHOLEN)}"
        f"{f', en sluit {dicht}' if dicht else ''}: {enumerate_words(band.stappen)}.",
        vraag,
        band.bewijs,
    )


def practice_points(
    beeld: Beeld, kring: Kring, hiaten: Iterable[Tafelhiaat], rijen: Iterable[PraktijkRij]
) -> tuple[Punt, ...]:
    """Practices for these gaps, each once: those for most of the gaps first, then by code.

    Args:
        beeld: the view.
        kring: who sits at the table.
        hiaten: the gaps.
        rijen: the best practice of each gap per municipality, and of others.
    """
    zoekt = {(hiaat.gebied, hiaat.thema, hiaat.stap) for hiaat in hiaten}
    per: dict[str, list[PraktijkRij]] = {}
    for rij in rijen:
        if not rij.gemeld and (rij.gebied, rij.themas[0], rij.stappen[0]) in zoekt:
            per.setdefault(rij.praktijk, []).append(rij)
    orde = sorted(per.items(), key=lambda paar: (-len(paar[1]), paar[0]))
    return tuple(_practice_point(beeld, kring, groep) for _, groep in orde)


def _practice_point(beeld: Beeld, kring: Kring, groep: Sequence[PraktijkRij]) -> Punt:
    rij = groep[0]
    tabel = beeld.van_type("PAST_TOE")
    praktijk = beeld.nummer[rij.praktijk]
    hier = sorted(set(tabel.van[tabel.naar == praktijk].tolist()) & set(kring.leden))
    titels = dict.fromkeys(step_title(r.themas[0], r.stappen[0]) for r in groep)
    waarvoor = [titel[:1].lower() + titel[1:] for titel in titels]
    if hier:
        namen = enumerate_words([beeld.naam(k) for k in hier], _NAMEN)
        vraag = f"{namen} {'passen' if len(hier) > 1 else 'past'} dit al toe: vraag naar de ervaring."
    else:
        contact = f": {', '.join(rij.contact)}" if rij.contact else ""
        # A full stop behind an address is copied along with it.
        punt = "" if contact and "@" in rij.contact[-1] else "."
        vraag = f"Bel {rij.toepassers[0]}{contact}{punt}"
    omschrijving = str(beeld.kolom("omschrijving")[praktijk] or "")
    return Punt(
        rij.praktijk_naam,
        f"Past bij {enumerate_words(waarvoor, _NAMEN)}. {omschrijving}".strip(),
        vraag,
        rij.bewijs,
    )
