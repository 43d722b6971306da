"""How much rests on the thresholds: each is moved by itself, and what changes is counted.

A row per threshold and value, the others as chosen: how many cells get another verdict, which, and how many
chains are closed. What a threshold does not touch is not worked out again: the share needs the verdicts only,
the age of inventories only the cells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from netwerkkaart.analyse.basis import (
    DOELGROEPEN,
    STAPPEN,
    Getallen,
    in_region,
    number,
    part_of,
    region_name,
    steps_of,
    verb,
)
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.analyse.cellen import Cellen
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.gebieden import Per, areas
from netwerkkaart.analyse.hiaten_oordeel import OORDELEN, Celoordeel, verdicts
from netwerkkaart.analyse.tekening import Reeks, Staaf, Staven
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.vocabularia import STAPPEN_PER_THEMA

WAARDEN: Mapping[str, tuple[float, ...]] = {
    "wachttijd_weken": (4, 8, 13, 26),
    "aandeel_niet_verbonden": (0.1, 0.25, 0.5),
    "maanden_inventarisatie": (12, 24, 36),
    "schakels": (1, 2, 3),
}
"""The values that each threshold is given; the chosen one is added."""
_NAMEN = {
    "wachttijd_weken": ("wachttijd", "{} weken"),
    "aandeel_niet_verbonden": ("aandeel niet verbonden", "{}%"),
    "maanden_inventarisatie": ("inventarisatie", "{} maanden"),
    "schakels": ("schakels", "{}"),
}


@dataclass(frozen=True, slots=True)
class Verschuiving:
    """What one other value of one threshold changes."""

    drempel: str = field(metadata=kop("Drempel"))
    waarde: float = field(metadata=kop("Waarde", "Weken, aandeel (0–1), maanden of schakels."))
    in_woorden: str = field(metadata=kop("In woorden"))
    gekozen: bool = field(metadata=kop("Gekozen", "Of dit de waarde is die nu geldt."))
    cellen: int = field(metadata=kop("Cellen", "Cellen waarin scholen staan."))
    veranderd: int = field(metadata=kop("Veranderd", "Hoeveel daarvan een ander oordeel krijgen."))
    overgangen: tuple[str, ...] = field(metadata=kop("Van … naar …", "Welke oordelen, en hoe vaak."))
    hiaat: int = field(metadata=kop("Hiaat", "Cellen met dit oordeel bij deze waarde."))
    volzet: int = field(metadata=kop("Volzet"))
    niet_verbonden: int = field(metadata=kop("Niet verbonden"))
    witte_vlek: int = field(metadata=kop("Witte vlek"))
    gedekt: int = field(metadata=kop("Gedekt"))
    ketens: int = field(metadata=kop("Ketens", "Scholen per thema, samen."))
    gesloten: int = field(metadata=kop("Gesloten ketens", "Bij deze waarde."))
    verschil: int = field(metadata=kop("Verschil gesloten", "Tegenover de gekozen drempels."))
    voorbeelden: tuple[str, ...] = field(
        metadata=kop("Welke cellen", "Cellen die een ander oordeel krijgen (hoogstens 25).")
    )
    bewijs: tuple[str, ...] = field(
        metadata=kop(
            "Bewijs",
            "Aanbod of inventarisaties die anders tellen; anders de gebieden (hoogstens 25).",
        )
    )


def gevoeligheid(
    beeld: Beeld,
    drempels: Drempels = STANDAARD,
    *,
    per: Per = "regio",
    regio: str | None = None,
    bereik: Bereik | None = None,
) -> Uitkomst[Verschuiving]:
    """What changes when one threshold moves. Arguments as :func:`~.hiaten.hiaten`. About ten times its work.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    bereik = bereik or compute_reach(beeld, drempels)
    nu = _Stand.of(bereik, Cellen.of(bereik, areas(beeld, per, regio)), regio)
    rijen = tuple(_row(nu, naam, waarde, stand) for naam, waarde, stand in _moved(nu, regio))
    meest = max(rijen, key=lambda rij: rij.veranderd)
    cijfers = {f"{rij.drempel} {rij.waarde:g}": rij.veranderd for rij in rijen if not rij.gekozen}
    return Uitkomst(
        "gevoeligheid",
        _title(nu, rijen, meest, regio),
        bereik.datum,
        bereik.drempels,
        Verschuiving,
        rijen,
        ("Elke drempel verschuift alleen: samen kunnen ze meer veranderen.",),
        cijfers,
    )


@dataclass(frozen=True)
class _Stand:
    """The cells with one set of thresholds.

    Args:
        cellen, oordelen: the cells and their verdicts.
        gesloten: closed chains.
        ketens: all chains.
    """

    cellen: Cellen
    oordelen: Getallen
    gesloten: int
    ketens: int

    @classmethod
    def of(cls, bereik: Bereik, cellen: Cellen, regio: str | None) -> _Stand:
        hier = in_region(bereik.beeld, regio)[bereik.start]
        ketens = gesloten = 0
        for thema in STAPPEN_PER_THEMA:
            past = bereik.past[:, steps_of(thema)]
            heeft = past.any(axis=1) & hier
            dicht = heeft & (bereik.bereikt[:, steps_of(thema)] | ~past).all(axis=1)
            ketens, gesloten = ketens + int(heeft.sum()), gesloten + int(dicht.sum())
        return cls(cellen, verdicts(cellen, bereik.drempels), gesloten, ketens)


def _moved(nu: _Stand, regio: str | None) -> Iterator[tuple[str, float, _Stand]]:
    """Every threshold with every value, and the cells that follow."""
    bereik, gebieden = nu.cellen.bereik, nu.cellen.gebieden
    for naam, waarden in WAARDEN.items():
        gekozen = getattr(bereik.drempels, naam)
        for waarde in sorted({*waarden, gekozen}):
            drempels = replace(bereik.drempels, **{naam: waarde})
            if waarde == gekozen:
                yield naam, waarde, nu
            elif naam == "aandeel_niet_verbonden":
                yield naam, waarde, replace(nu, oordelen=verdicts(nu.cellen, drempels))
            elif naam == "maanden_inventarisatie":
                cellen = Cellen.of(replace(bereik, drempels=drempels), gebieden)
                yield naam, waarde, replace(nu, cellen=cellen, oordelen=verdicts(cellen, drempels))
            else:
                anders = compute_reach(bereik.beeld, drempels)
                yield naam, waarde, _Stand.of(anders, Cellen.of(anders, gebieden), regio)


def _row(nu: _Stand, naam: str, waarde: float, stand: _Stand) -> Verschuiving:
    anders = np.argwhere(nu.oordelen != stand.oordelen).tolist()
    overgangen = Counter(_transition(nu, stand, plek) for plek in anders)
    telling = dict(zip(OORDELEN, np.bincount(stand.oordelen.ravel(), minlength=6).tolist(), strict=True))
    gekozen = getattr(nu.cellen.bereik.drempels, naam)
    return Verschuiving(
        naam,
        waarde,
        _in_words(naam, waarde),
        waarde == gekozen,
        int(np.count_nonzero(nu.cellen.scholen)),
        len(anders),
        tuple(f"{n} {wat}" for wat, n in sorted(overgangen.items(), key=lambda deel: (-deel[1], deel[0]))),
        telling[Celoordeel.HIAAT],
        telling[Celoordeel.VOLZET],
        telling[Celoordeel.NIET_VERBONDEN],
        telling[Celoordeel.WITTE_VLEK],
        telling[Celoordeel.GEDEKT],
        nu.ketens,
        stand.gesloten,
        stand.gesloten - nu.gesloten,
        tuple(_example(nu, stand, plek) for plek in anders[:BEWIJS_MAX]),
        _evidence(nu, naam, stand, anders),
    )


def _transition(nu: _Stand, stand: _Stand, plek: list[int]) -> str:
    van, naar = (deel.oordelen[tuple(plek)] for deel in (nu, stand))
    return f"{OORDELEN[van]} → {OORDELEN[naar]}"


def _example(nu: _Stand, stand: _Stand, plek: list[int]) -> str:
    gebied, stap, groep = plek
    thema, naam_stap = STAPPEN[stap]
    waar = nu.cellen.gebieden[gebied].naam
    return f"{waar}, thema {thema}, {naam_stap}, {DOELGROEPEN[groep]}: {_transition(nu, stand, plek)}"


def _evidence(nu: _Stand, naam: str, stand: _Stand, anders: list[list[int]]) -> tuple[str, ...]:
    """Ids of what counts otherwise: offers, inventories, or else the areas where verdicts change."""
    ids = nu.cellen.bereik.beeld.ids
    if naam == "wachttijd_weken":
        eens, nieuw = nu.cellen.bereik.aanbod, stand.cellen.bereik.aanbod
        knopen = eens.knopen[eens.vol != nieuw.vol].tolist()
    elif naam == "maanden_inventarisatie":
        knopen = sorted({*nu.cellen.inventaris.dekking.knopen} ^ {*stand.cellen.inventaris.dekking.knopen})
    else:
        codes = dict.fromkeys(nu.cellen.gebieden[gebied].code for gebied, _, _ in anders)
        return tuple(code if code.startswith("nis:") else f"regio:{code}" for code in codes)[:BEWIJS_MAX]
    return tuple(ids[knoop] for knoop in knopen[:BEWIJS_MAX])


def _in_words(naam: str, waarde: float) -> str:
    woord, vorm = _NAMEN[naam]
    getal = waarde * 100 if naam.startswith("aandeel") else waarde
    return f"{woord} {vorm.format(f'{getal:g}'.replace('.', ','))}"


def _title(nu: _Stand, rijen: tuple[Verschuiving, ...], meest: Verschuiving, regio: str | None) -> str:
    waar, cellen = region_name(regio), rijen[0].cellen
    if not cellen:
        return f"In {waar} staan nog geen scholen met een thema: er is niets te verschuiven."
    laag, hoog = min(rij.gesloten for rij in rijen), max(rij.gesloten for rij in rijen)
    ketens = f"van de {number(nu.ketens)} ketens zijn er {number(laag)} tot {number(hoog)} gesloten"
    if laag == hoog:
        ketens = (
            f"er {verb(laag, 'blijft', 'blijven')} {part_of(laag, nu.ketens, 'keten', 'ketens')} gesloten"
        )
    if not meest.veranderd:
        return f"{waar}: geen enkele drempel verandert op zichzelf een oordeel; {ketens}."
    return (
        f"{waar}: met één andere drempel krijgen hoogstens {number(meest.veranderd)} van de "
        f"{number(cellen)} cellen een ander oordeel ({meest.in_woorden}); {ketens}."
    )


def draw_gevoeligheid(uitkomst: Uitkomst[Verschuiving]) -> Staven:
    """How the verdicts are spread at each value of each threshold."""
    reeksen = (
        Reeks("gedekt", "goed"),
        Reeks("niet verbonden", "nadruk"),
        Reeks("volzet", "let op"),
        Reeks("hiaat", "fout"),
        Reeks("witte vlek", "onbekend"),
    )
    staven = tuple(
        Staaf(
            rij.in_woorden,
            (rij.gedekt, rij.niet_verbonden, rij.volzet, rij.hiaat, rij.witte_vlek),
            tekst="zoals gekozen" if rij.gekozen else f"{number(rij.veranderd)} anders",
        )
        for rij in uitkomst.rijen
    )
    return Staven(uitkomst.titel, "cellen", reeksen, staven, " ".join(uitkomst.kanttekeningen))
