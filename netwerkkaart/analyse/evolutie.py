"""What changed between two moments, and whether it happened or was only mapped.

Three states: the graph then as it was known then, then as it is known now, and the end as it is known now.
From the first to the second only knowledge changed; from the second to the third time passed. Every row
is one thing that differs between two states that follow each other, so that the first state with the
rows of the first passage is the second, and that with the rows of the second passage the third.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from netwerkkaart.analyse.basis import counted, enumerate_words, number, region_name
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.evolutie_toestand import BEREKEND, GOED, JA, NEE, SOORTEN, Toestand
from netwerkkaart.analyse.gebieden import Per
from netwerkkaart.analyse.rijen import Rijen
from netwerkkaart.analyse.tekening import Reeks, Staaf, Staven
from netwerkkaart.analyse.uitkomst import Uitkomst, kop
from netwerkkaart.graph.bulk import paused_collector
from netwerkkaart.graph.toen import Tijden


class Overgang(StrEnum):
    """Between which two states something differs."""

    KENNIS = "kennis"
    TIJD = "tijd"


class Aard(StrEnum):
    """What a difference says."""

    GEBEURD = "gebeurd"
    IN_KAART = "in kaart gebracht"
    GECORRIGEERD = "gecorrigeerd"
    VEROUDERD = "verouderd"


MEERVOUD = {
    "organisatie": "organisaties",
    "band": "banden",
    "lid": "leden van een lerend netwerk",
    "zetel": "zetels in een forum",
    "aanbod": "aanbod",
    "keten": "ketens",
    "cel": "cellen",
}
_ONGEWETEN = (NEE, "witte vlek", "geen scholen")
"""Values that say that nothing was known."""


@dataclass(frozen=True, slots=True)
class EvolutieRij:
    """One thing that differs."""

    soort: str = field(metadata=kop("Wat", "Organisatie, band, lid, zetel, aanbod, keten of cel."))
    naam: str = field(metadata=kop("Naam"))
    was: str = field(metadata=kop("Was", "Ja, nee, of het oordeel over de keten of cel."))
    werd: str = field(metadata=kop("Werd"))
    aard: Aard = field(
        metadata=kop("Aard", "Gebeurd, in kaart gebracht, gecorrigeerd, of verouderd (een inventarisatie).")
    )
    overgang: Overgang = field(
        metadata=kop("Overgang", "Kennis: toen, zoals toen en zoals nu gekend. Tijd: toen en nu.")
    )
    bron: str = field(metadata=kop("Bron", "Wie het zegt; leeg bij wat berekend is."))
    laatste_import: str = field(metadata=kop("Import", "De laatste import die eraan raakte."))
    sleutel: str = field(metadata=kop("Sleutel"))
    bewijs: tuple[str, ...] = field(metadata=kop("Bewijs", "Codes en sleutels waarop het steunt."))


@paused_collector()
def evolutie(
    tijden: Tijden,
    drempels: Drempels = STANDAARD,
    *,
    regio: str | None = None,
    per: Per = "regio",
) -> Uitkomst[EvolutieRij]:
    """What differs between the first and the last moment. O(things) and the analyses of three states.

    Args:
        tijden: the graph as it was known at the moments.
        drempels: the thresholds; the same for the three states.
        regio: only what touches this region.
        per: cells per region or per municipality.

    Raises:
        NietGevonden: there is no such region.
    """
    beelden = (tijden.toen(0), tijden.achteraf(0), tijden.achteraf(-1))
    staten = tuple(Toestand(beeld, drempels, regio, per) for beeld in beelden)
    verschillen: list[Verschil] = [
        (overgang, soort, sleutel, was, werd)
        for soort in SOORTEN
        for overgang, eerst, later in zip(Overgang, staten, staten[1:], strict=False)
        for sleutel, was, werd in differences(eerst.things(soort).waarde, later.things(soort).waarde)
    ]
    aarden = [nature(overgang, soort, was, werd) for overgang, soort, _, was, werd in verschillen]

    def make(plek: int) -> EvolutieRij:
        overgang, soort, sleutel, was, werd = verschillen[plek]
        begin = list(Overgang).index(overgang)
        waar = staten[begin if werd == NEE else begin + 1]
        wat = waar.things(soort).describe(sleutel)
        aard = aarden[plek]
        return EvolutieRij(soort, wat.naam, was, werd, aard, overgang, wat.bron, wat.imp, sleutel, wat.bewijs)

    cijfers = _figures(staten, verschillen, aarden)
    van, tot = tijden.momenten[0], tijden.momenten[-1]
    return Uitkomst(
        "evolutie",
        _title(cijfers, van, tot, regio),
        tot,
        drempels,
        EvolutieRij,
        Rijen(len(verschillen), make),
        _notes(tijden, staten, verschillen),
        cijfers,
    )


def differences(eerst: Mapping[str, str], later: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Key, value before and value after of all that differs, in order of key.

    >>> differences({"a": "ja", "b": "hiaat"}, {"b": "gedekt", "c": "ja"})
    [('a', 'ja', 'nee'), ('b', 'hiaat', 'gedekt'), ('c', 'nee', 'ja')]
    """
    if eerst == later:
        return []
    # By keys and then by values: pairs of both would be made anew for each thing that stayed.
    anders = eerst.keys() ^ later.keys()
    anders |= {s for s, waarde in eerst.items() if later.get(s, waarde) != waarde}
    return [(s, eerst.get(s, NEE), later.get(s, NEE)) for s in sorted(anders)]


def nature(overgang: Overgang, soort: str, was: str, werd: str) -> Aard:
    """What a difference says.

    Between knowing and not knowing whether something lacks nothing happens, also when time passes: a new
    inventory maps, an old one no longer counts.

    >>> str(nature(Overgang.TIJD, "cel", "witte vlek", "hiaat"))
    'in kaart gebracht'
    >>> str(nature(Overgang.TIJD, "band", "ja", "nee"))
    'gebeurd'
    """
    if overgang is Overgang.TIJD:
        if (was, werd) == ("witte vlek", "hiaat"):
            return Aard.IN_KAART
        return Aard.VEROUDERD if (was, werd) == ("hiaat", "witte vlek") else Aard.GEBEURD
    if was in _ONGEWETEN or (soort == "keten" and werd == GOED[soort]):
        return Aard.IN_KAART
    return Aard.GECORRIGEERD


Cijfers = dict[str, float | int | str | None]
Verschil = tuple[Overgang, str, str, str, str]
"""Passage, sort, key, value before, value after."""


def _figures(staten: Sequence[Toestand], verschillen: Sequence[Verschil], aarden: Sequence[Aard]) -> Cijfers:
    """Per sort: how many in each state (of what is computed: the good ones), and how many of each nature."""
    telling = Counter((v[1], aard) for v, aard in zip(verschillen, aarden, strict=True))
    op_weg = Counter(
        (v[1], v[0], v[4] == GOED.get(v[1], JA)) for v in verschillen if GOED.get(v[1], JA) in v[3:]
    )
    uit: Cijfers = {}
    for soort in SOORTEN:
        wat = MEERVOUD[soort] if soort not in GOED else f"{MEERVOUD[soort]} {GOED[soort]}"
        for naam, staat in zip(("toen, toen gekend", "toen, nu gekend", "nu"), staten, strict=True):
            uit[f"{wat}: {naam}"] = staat.things(soort).goede
        for overgang in Overgang:
            for erbij, teken in ((True, "erbij"), (False, "eraf")):
                uit[f"{wat}: {teken} door {overgang}"] = op_weg[soort, overgang, erbij]
        uit |= {f"{soort} {aard}": telling[soort, aard] for aard in Aard}
    return uit


_WOORDEN = {
    "banden": ("in kaart gebracht", "gecorrigeerd", "nieuw", "beëindigd"),
    "ketens gesloten": ("in kaart gebracht", "gecorrigeerd", "nieuw gesloten", "weer open"),
}
"""How gain and loss are told: by knowledge, then by time."""


def _title(cijfers: Cijfers, van: date, tot: date, regio: str | None) -> str:
    zinnen = []
    for wat, woorden in _WOORDEN.items():
        keer = [
            int(cijfers[f"{wat}: {teken} door {overgang}"] or 0)
            for overgang in Overgang
            for teken in ("erbij", "eraf")
        ]
        delen = [f"{number(aantal)} {woord}" for aantal, woord in zip(keer, woorden, strict=True) if aantal]
        toen, nu = (number(int(cijfers[f"{wat}: {n}"] or 0)) for n in ("toen, toen gekend", "nu"))
        naam = wat if wat == "banden" else "gesloten ketens"
        zinnen.append(f"{naam} van {toen} naar {nu} ({', '.join(delen) or 'niets veranderd'})")
    return f"{region_name(regio)}, van {van.isoformat()} tot {tot.isoformat()}: {'; '.join(zinnen)}."


def _notes(tijden: Tijden, staten: Sequence[Toestand], verschillen: Sequence[Verschil]) -> tuple[str, ...]:
    erbij: dict[str, list[str]] = {soort: [] for soort in SOORTEN if soort not in BEREKEND}
    for overgang, soort, sleutel, _, werd in verschillen:
        if overgang is Overgang.KENNIS and werd == JA and soort in erbij:
            erbij[soort].append(sleutel)
    zonder = {
        soort: len(sleutels) - sum(map(staten[1].things(soort).has_begin, sleutels))
        for soort, sleutels in erbij.items()
    }
    noten = []
    if not tijden.gekend[0].aantal_organisaties:
        noten.append(
            f"Op {tijden.momenten[0].isoformat()} was nog niets ingevoerd: alles kwam later in kaart."
        )
    if any(zonder.values()):
        wat = enumerate_words([f"{number(zonder[s])} {MEERVOUD[s]}" for s in zonder if zonder[s]], 5)
        noten.append(
            f"Zonder begindatum ingevoerd: {wat}. Die tellen als in kaart gebracht, ook als ze nieuw zijn."
        )
    if tijden.zonder_journaal:
        noten.append(
            f"Van {counted(tijden.zonder_journaal, 'latere import', 'latere imports')} is niet bewaard "
            "wat ze veranderden: dat lijkt toen al gekend."
        )
    noten.append(
        "Een band die eindigde en opnieuw begon, is één relatie met haar laatste periode: "
        "de vroegere is niet te zien."
    )
    return tuple(noten)


_REEKSEN = (
    (Aard.GEBEURD, Reeks("gebeurd", "goed")),
    (Aard.IN_KAART, Reeks("in kaart gebracht", "neutraal")),
    (Aard.GECORRIGEERD, Reeks("gecorrigeerd", "let op")),
    (Aard.VEROUDERD, Reeks("verouderd", "onbekend")),
)


def draw_evolutie(uitkomst: Uitkomst[EvolutieRij]) -> Staven:
    """Per sort of thing how many differences there are of each nature."""
    return Staven(
        uitkomst.titel,
        "verschillen",
        tuple(reeks for _, reeks in _REEKSEN),
        tuple(
            Staaf(
                MEERVOUD[soort],
                tuple(float(uitkomst.cijfers[f"{soort} {aard}"] or 0) for aard, _ in _REEKSEN),
            )
            for soort in SOORTEN
        ),
        "Verschillen tussen toen en nu. Wat erbij kwam en wat wegviel, telt allebei.",
    )
