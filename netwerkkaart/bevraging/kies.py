"""Whom to ask: the respondents that together would tell most.

A question pair (:mod:`.vraagparen`) is worth its weight when a first end speaks of it, and half of that
more when the second does. A respondent speaks for herself, and a CLB for the schools that it guides,
except of the tie between the two. The worth of a set of respondents is concave in what each pair gets to
know, so monotone and submodular: the greedy choice has at least 1 − 1/e of the worth of the best set of
that size (Nemhauser, Wolsey & Fisher 1978). How near it came can be said for the case at hand: no set of
*k* is worth more than what was chosen plus the *k* best gains that are left (Leskovec et al. 2007, §3.2).

Organisations that neither coordinator of the tandem reaches go first, schools aside: these are spoken
for by their CLB.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from netwerkkaart.analyse.basis import (
    ORGANISATIES,
    SCHOLEN,
    counted,
    in_region,
    municipality_name,
    number,
    percentage,
    region_name,
)
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.tandems import Tandemoordeel, tandem
from netwerkkaart.analyse.uitkomst import kop
from netwerkkaart.bevraging.dekking import Dekking, Sprekers
from netwerkkaart.bevraging.vraagparen import Vraagpaar, find_questions
from netwerkkaart.graph.beeld import Beeld

DEEL_BLIND = 0.5
"""Most of the respondents that are chosen only because nobody of the tandem reaches them."""


@dataclass(frozen=True, slots=True)
class Respondent:
    """One organisation that is proposed, and why."""

    rang: int = field(metadata=kop("Rang"))
    id: str = field(metadata=kop("id"))
    naam: str = field(metadata=kop("Naam"))
    soort: str = field(metadata=kop("Soort"))
    gemeente: str = field(metadata=kop("Gemeente"))
    email: str = field(metadata=kop("E-mail", "Algemeen adres van de organisatie; leeg: zoek het op."))
    vragen: int = field(
        metadata=kop("Vragen", "Paren waarover ze iets kan zeggen, boven op wie hoger staat.")
    )
    winst: float = field(metadata=kop("Winst", "Wat dat waard is: scholen die het raakt, gewogen."))
    antwoordt_voor: int = field(metadata=kop("Antwoordt voor", "Scholen waarvoor een CLB mee antwoordt."))
    waarom: str = field(metadata=kop("Waarom"))


@dataclass(frozen=True, slots=True)
class Keuze:
    """The proposed respondents.

    Args:
        rijen: best first.
        titel: the finding as a sentence.
        noten: how it was counted, and what is left out.
        waarde: worth of the set.
        hoogstens: no set of this size that holds the same blind spots is worth more.
    """

    rijen: tuple[Respondent, ...]
    titel: str
    noten: tuple[str, ...]
    waarde: float
    hoogstens: float


def choose_respondents(
    beeld: Beeld, drempels: Drempels = STANDAARD, *, regio: str, aantal: int = 30
) -> Keuze:
    """The respondents of a region that would tell most, greedily. Ties in gain: the lower id first.

    O((questions + respondents) × log) for the start, then lazily (Minoux 1978): seconds for ten thousand
    organisations.

    Args:
        beeld: the view at a date, with all that coordinators may see.
        drempels: how long a confirmation counts.
        regio: the region.
        aantal: how many.

    Raises:
        NietGevonden: there is no such region.
    """
    paren = find_questions(beeld, drempels, regio=regio)
    clb = guiding_clb(beeld)
    keuze = Dekking(paren, _speakers(paren, clb, _candidates(beeld, regio)))
    blind = _blind_spots(beeld, regio)
    verplicht = sorted(
        (k for k in blind if beeld.label(k) != "School"),
        key=lambda k: (-keuze.gain(k), beeld.ids[k]),
    )
    eerst = verplicht[: int(aantal * DEEL_BLIND)]
    gekozen = [(knoop, *keuze.take(knoop)) for knoop in eerst]
    rest = aantal - len(eerst)
    for knoop in keuze.greedy(rest, eerst, beeld.ids):
        gekozen.append((knoop, *keuze.take(knoop)))
    stand = _Gekozen(beeld, regio, clb, blind, tuple(gekozen), len(verplicht) - len(eerst))
    hoogstens = keuze.waarde + keuze.best_left(rest, gekozen)
    return Keuze(
        tuple(stand.rows()),
        stand.title(keuze.covered, len(paren)),
        stand.notes(drempels, keuze.waarde, hoogstens),
        keuze.waarde,
        hoogstens,
    )


def _candidates(beeld: Beeld, regio: str) -> set[int]:
    binnen = in_region(beeld, regio)
    return {k for k in range(beeld.aantal_organisaties) if binnen[k] and beeld.label(k) != "Bestuur"}


def _blind_spots(beeld: Beeld, regio: str) -> frozenset[int]:
    """The organisations of a region that neither coordinator of the tandem reaches."""
    rijen = tandem(beeld, regio=regio).rijen
    return frozenset(beeld.nummer[rij.id] for rij in rijen if rij.oordeel is Tandemoordeel.GEEN)


def guiding_clb(beeld: Beeld) -> dict[int, int]:
    """The CLB of each school; where several guide it, the first by id."""
    tabel = beeld.van_type("BEGELEIDT")
    uit: dict[int, int] = {}
    for van, naar in zip(tabel.van.tolist(), tabel.naar.tolist(), strict=True):
        if naar not in uit or beeld.ids[van] < beeld.ids[uit[naar]]:
            uit[naar] = van
    return uit


def _speakers(paren: Sequence[Vraagpaar], clb: Mapping[int, int], mag: set[int]) -> Sprekers:
    """Who may be asked for each end of each pair: itself, and the CLB of a school."""
    uit = []
    for paar in paren:
        einden = []
        for einde in paar.spreken_nog:
            ander = paar.ander if einde == paar.een else paar.een
            wie = {einde, clb.get(einde, einde)} - {ander}
            einden.append((einde, tuple(sorted(wie & mag))))
        uit.append(einden)
    return uit


@dataclass(frozen=True, slots=True)
class _Gekozen:
    """What was chosen, as rows and sentences.

    Args:
        clb: the CLB of each school.
        blind: organisations that the tandem does not reach.
        gekozen: number, gain and number of pairs of each, best first.
        te_veel: blind spots for which there was no room.
    """

    beeld: Beeld
    regio: str
    clb: Mapping[int, int]
    blind: frozenset[int]
    gekozen: tuple[tuple[int, float, int], ...]
    te_veel: int

    def rows(self) -> Iterator[Respondent]:
        beeld = self.beeld
        emails = beeld.kolom("email")
        per_clb: dict[int, list[int]] = {}
        for school, centrum in self.clb.items():
            per_clb.setdefault(centrum, []).append(school)
        for rang, (knoop, winst, vragen) in enumerate(self.gekozen, start=1):
            scholen = per_clb.get(knoop, [])
            yield Respondent(
                rang,
                beeld.ids[knoop],
                beeld.naam(knoop),
                beeld.label(knoop),
                municipality_name(beeld, knoop),
                str(emails[knoop] or ""),
                vragen,
                winst,
                len(scholen),
                self._why(knoop, vragen, scholen),
            )

    def _why(self, knoop: int, vragen: int, scholen: Sequence[int]) -> str:
        delen = []
        if knoop in self.blind:
            delen.append("geen van beide coördinatoren bereikt haar")
        delen.append(f"kan iets zeggen over {counted(vragen, 'paar', 'paren')}")
        if scholen:
            blind = sum(school in self.blind for school in scholen)
            deel = f"antwoordt voor {counted(len(scholen), *SCHOLEN)}"
            delen.append(f"{deel}, waarvan {blind} door niemand bereikt" if blind else deel)
        zin = "; ".join(delen)
        return f"{zin[:1].upper()}{zin[1:]}."

    def title(self, gedekt: int, paren: int) -> str:
        """How much these may tell, of how much is not known."""
        waar = region_name(self.regio)
        if not self.gekozen:
            return f"{waar}: er is niemand te bevragen; er zijn geen open vragen over banden."
        return (
            f"{waar}: {counted(len(self.gekozen), *ORGANISATIES)} kunnen samen iets zeggen over "
            f"{number(gedekt)} van de {counted(paren, 'paar', 'paren')} die nog een vraag zijn."
        )

    def notes(self, drempels: Drempels, waarde: float, hoogstens: float) -> tuple[str, ...]:
        """How it was counted, how near it comes to the best, and who is left out."""
        noten = [
            f"Een bevestiging of een antwoord telt {drempels.maanden_inventarisatie} maanden mee.",
            f"Deze keuze is minstens {percentage(waarde, hoogstens)} waard van de best mogelijke van deze "
            "omvang; hoe ze gemaakt is, staat in docs/bevraging.md.",
        ]
        wie = {knoop for knoop, _, _ in self.gekozen}
        zonder = [
            k
            for k in self.blind
            if self.beeld.label(k) == "School" and k not in wie and self.clb.get(k, -1) not in wie
        ]
        if self.te_veel:
            noten.append(
                f"Nog {counted(self.te_veel, *ORGANISATIES)} die niemand bereikt, vielen buiten de "
                f"{len(self.gekozen)}: vraag er meer met --aantal."
            )
        if zonder:
            noten.append(
                f"Voor {counted(len(zonder), *SCHOLEN)} die geen van beide coördinatoren bereikt, antwoordt "
                "niemand in deze lijst."
            )
        return tuple(noten)
