"""New bridges: which ties that do not exist yet would make most steps reached.

A candidate is a ``WERKT_SAMEN_MET`` that by itself, with the bands there are, makes at least one
(school, theme, step) reached. The value of a set of ties is the number of triples that at least one of
them makes reached: coverage, so monotone and submodular, and the greedy choice is within 1 − 1/e of the
best set of that size (Nemhauser, Wolsey and Fisher 1978). The choice is lazy (Minoux 1978; CELF, Leskovec
et al. 2007): a gain is worked out again only where what it was before could still be the best; see
:mod:`~netwerkkaart.analyse.winst`. Ties in gain: pairs that meet in a forum first, then the ids, the lower
one first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.analyse.basis import (
    STAPPEN,
    Getallen,
    counted,
    id_rank,
    in_region,
    number,
    part_of,
    region_name,
    steps_of,
)
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.fora import Ontmoetingen
from netwerkkaart.analyse.nieuwe_bruggen_grens import bound_note, upper_bounds
from netwerkkaart.analyse.nieuwe_bruggen_optimum import KANDIDATEN_TOT, Optimum, as_matrix, best_set
from netwerkkaart.analyse.nieuwe_bruggen_voorwaarden import Voorwaarden, read_voorwaarden
from netwerkkaart.analyse.routes import rids_of
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, Uitkomst, kop
from netwerkkaart.analyse.winst import Winst
from netwerkkaart.fouten import Afsluitcode, GebruikersFout
from netwerkkaart.graph.beeld import Beeld, Masker
from netwerkkaart.schema.vocabularia import STAPPEN_PER_THEMA


@dataclass(frozen=True, slots=True)
class NieuweBrug:
    """One proposed tie."""

    rang: int = field(metadata=kop("Rang", "De volgorde waarin de banden gekozen zijn."))
    van: str = field(metadata=kop("Van", "Code van de ene organisatie."))
    van_naam: str = field(metadata=kop("Naam", "Naam van de ene organisatie."))
    naar: str = field(metadata=kop("Naar", "Code van de andere organisatie."))
    naar_naam: str = field(metadata=kop("Naam (naar)", "Naam van de andere organisatie."))
    winst: int = field(
        metadata=kop("Winst", "Stappen die scholen hierdoor bereiken, boven op de banden hierboven.")
    )
    winst_alleen: int = field(metadata=kop("Winst alleen", "Hetzelfde als alleen deze band er komt."))
    samen: int = field(metadata=kop("Samen", "Winst van deze band en alle banden hierboven."))
    grens: int = field(
        metadata=kop("Kan niet meer dan", "Meer dan dit levert geen enkele keuze van evenveel banden op.")
    )
    scholen: tuple[str, ...] = field(metadata=kop("Scholen", "Codes van de scholen die winnen."))
    ketens_gesloten: int = field(
        metadata=kop("Ketens gesloten", "Ketens (school en thema) die deze band alleen al sluit.")
    )
    scholen_gesloten: tuple[str, ...] = field(metadata=kop("Scholen gesloten", "Codes van die scholen."))
    stappen: tuple[str, ...] = field(metadata=kop("Stappen", "Thema en stap, met het aantal scholen."))
    fora: tuple[str, ...] = field(metadata=kop("Fora", "Codes van de fora waarin beide al zitten."))
    forum: str = field(metadata=kop("Forum", "Naam van het eerste van die fora; leeg als er geen is."))
    bewijs: tuple[str, ...] = field(
        metadata=kop("Bewijs", "Uiteinden, aanbod en banden waarop de winst steunt (hoogstens 25).")
    )
    bewijs_totaal: int = field(metadata=kop("Bewijs (aantal)", "Hoeveel er in het geheel zijn."))


def nieuwe_bruggen(
    beeld: Beeld,
    k: int = 3,
    drempels: Drempels = STANDAARD,
    *,
    regio: str | None = None,
    bereik: Bereik | None = None,
    hoogstens: int | None = None,
    niet: Sequence[str] = (),
    binnen: bool = False,
    optimum: bool = False,
    tussen: Masker | None = None,
) -> Uitkomst[NieuweBrug]:
    """The (at most) *k* ties that together make most steps reached, best first.

    Args:
        beeld: the view at a date.
        k: how many ties.
        drempels: the thresholds.
        regio: only gains of schools of this region count.
        bereik: the reach, when it was computed already with the same thresholds.
        hoogstens: most new ties for one organisation.
        niet: ids of organisations that get no new tie, and pairs ``A|B`` that are not to be joined.
        binnen: both ends must lie in the region.
        optimum: seek the best set too, exactly; where there are few enough possible ties.
        tussen: both ends must be among these organisations, shape ``(n,)``; all for None.

    Raises:
        NietGevonden: there is no such region or organisation.
        GebruikersFout: options that exclude each other, or less than one tie.
        ValueError: the view is not tied to a date.
    """
    if k < 1:
        raise GebruikersFout(
            f"Er zijn {k} nieuwe banden gevraagd: dan valt er niets te kiezen.",
            hulp="Vraag er minstens 1.",
            code=Afsluitcode.VERKEERD_GEBRUIK,
        )
    bereik = bereik or compute_reach(beeld, drempels)
    voorwaarden = read_voorwaarden(beeld, regio=regio, binnen=binnen, niet=niet, hoogstens=hoogstens)
    if tussen is not None:
        voorwaarden = replace(voorwaarden, mag=voorwaarden.mag & tussen)
    telt = in_region(beeld, regio)[bereik.start]
    winst = Winst(bereik, telt, voorwaarden.mag, voorwaarden.verboden)
    begin = winst.open
    keuzes, toppen = _choose(winst, k, voorwaarden, beeld)
    waarden = tuple(accumulate((int(np.count_nonzero(keuze.nieuw)) for keuze in keuzes), initial=0))
    grenzen = upper_bounds(waarden, toppen, hoogstens)
    ontmoetingen = Ontmoetingen(beeld)
    rijen = tuple(
        _row(rang, keuze, winst.triples(*keuze.einden, begin), (waarde, grens), bereik, ontmoetingen)
        for rang, (keuze, waarde, grens) in enumerate(zip(keuzes, waarden[1:], grenzen, strict=True), start=1)
    )
    aantal_open = int(np.count_nonzero(begin))
    noten = [*voorwaarden.zinnen]
    cijfers: dict[str, float | int | str | None] = {"winst": waarden[-1], "open": aantal_open}
    if rijen:
        noten.append(bound_note(len(rijen), waarden[-1], grenzen[-1], hoogstens))
        cijfers["bovengrens"] = grenzen[-1]
    if optimum and rijen:
        beste, noot = _optimum(bereik, telt, k, voorwaarden)
        noten.append(noot)
        cijfers["beste"] = None if beste is None else beste.waarde
        cijfers["beste_bovengrens"] = None if beste is None else beste.grens
    return Uitkomst(
        "nieuwe-bruggen",
        _title(rijen, waarden[-1], aantal_open, regio),
        bereik.datum,
        bereik.drempels,
        NieuweBrug,
        rijen,
        tuple(noten),
        cijfers,
    )


@dataclass(frozen=True)
class _Keuze:
    """One chosen tie: both ends, and the triples that it makes reached on top of those before it."""

    einden: tuple[int, int]
    nieuw: Masker


def _choose(
    winst: Winst, k: int, voorwaarden: Voorwaarden, beeld: Beeld
) -> tuple[list[_Keuze], list[list[int]]]:
    """The greedy choice; and before each pick, and after the last, the highest gains there are."""
    eerste = partial(_first, ontmoetingen=Ontmoetingen(beeld), rang=id_rank(beeld))
    keuzes: list[_Keuze] = []
    toppen = [winst.top(k)]
    gekregen = np.zeros(beeld.aantal_organisaties, dtype=np.int64)
    while len(keuzes) < k:
        _, eens, anders = winst.best(eerste)
        if not len(eens):
            break
        u, v = int(eens[0]), int(anders[0])
        keuzes.append(_Keuze((u, v), winst.triples(u, v)))
        winst.cover(keuzes[-1].nieuw)
        toppen.append(winst.top(k))
        if voorwaarden.hoogstens is not None:
            gekregen[[u, v]] += 1
            winst.fill(gekregen >= voorwaarden.hoogstens)
    return keuzes, toppen


def _optimum(bereik: Bereik, telt: Masker, k: int, voorwaarden: Voorwaarden) -> tuple[Optimum | None, str]:
    """The best set of ties where there are few enough to try, and what to tell of it."""
    winst = Winst(bereik, telt, voorwaarden.mag, voorwaarden.verboden)
    mogelijk = winst.count()
    if mogelijk > KANDIDATEN_TOT:
        return None, (
            f"De allerbeste keuze is niet gezocht: er zijn {number(mogelijk)} mogelijke banden, en dat kan "
            f"tot {number(KANDIDATEN_TOT)}. Kies een kleiner gebied, of laat er weg met --niet."
        )
    paren = winst.candidates()
    dekt = as_matrix([winst.triples(u, v) for u, v in paren.tolist()])
    beste = best_set(dekt, paren, k, voorwaarden.hoogstens)
    beeld = bereik.beeld
    namen = "; ".join(" met ".join(beeld.naam(knoop) for knoop in paren[plek]) for plek in beste.keuze)
    zeker = (
        "bewezen, met een exacte oplosser"
        if beste.bewezen
        else f"de tijd was op, meer dan {number(beste.grens)} kan niet"
    )
    return beste, f"De beste keuze bereikt {counted(beste.waarde, 'stap', 'stappen')} ({zeker}): {namen}."


def _first(
    eens: Getallen, anders: Getallen, ontmoetingen: Ontmoetingen, rang: Getallen
) -> tuple[Getallen, Getallen]:
    """Of ties with equal gain one: whose ends meet in a forum, then by ids; the lower id first."""
    if not len(eens):
        return eens, anders
    samen = ontmoetingen.meet(eens, anders)
    if samen.any():
        eens, anders = eens[samen], anders[samen]
    laag, hoog = np.minimum(rang[eens], rang[anders]), np.maximum(rang[eens], rang[anders])
    plek = slice(keuze := int(np.lexsort((hoog, laag))[0]), keuze + 1)
    u, v = eens[plek], anders[plek]
    return (u, v) if rang[u] < rang[v] else (v, u)


def _row(
    rang: int,
    keuze: _Keuze,
    alleen: Masker,
    samen_en_grens: tuple[int, int],
    bereik: Bereik,
    ontmoetingen: Ontmoetingen,
) -> NieuweBrug:
    beeld, (u, v), nieuw = bereik.beeld, keuze.einden, keuze.nieuw
    fora = ontmoetingen.shared(u, v)
    dicht = _newly_closed(bereik, alleen)
    bewijs = _evidence(bereik, u, v, nieuw)
    per_stap = np.count_nonzero(nieuw, axis=0).tolist()
    return NieuweBrug(
        rang,
        beeld.ids[u],
        beeld.naam(u),
        beeld.ids[v],
        beeld.naam(v),
        int(np.count_nonzero(nieuw)),
        int(np.count_nonzero(alleen)),
        *samen_en_grens,
        _ids(bereik, nieuw.any(axis=1)),
        int(np.count_nonzero(dicht)),
        _ids(bereik, dicht.any(axis=1)),
        tuple(
            f"thema {thema}, {stap}: {aantal}"
            for (thema, stap), aantal in zip(STAPPEN, per_stap, strict=True)
            if aantal
        ),
        tuple(beeld.ids[f] for f in fora),
        beeld.naam(fora[0]) if fora else "",
        tuple(bewijs[:BEWIJS_MAX]),
        len(bewijs),
    )


def _ids(bereik: Bereik, masker: NDArray[np.bool_] | np.bool_) -> tuple[str, ...]:
    return tuple(bereik.beeld.ids[knoop] for knoop in bereik.start[np.asarray(masker)].tolist())


def _newly_closed(bereik: Bereik, nieuw: Masker) -> Masker:
    """Which chains (school, theme) these triples close; shape ``(S, 2)``."""
    uit = []
    for thema in STAPPEN_PER_THEMA:
        stappen = steps_of(thema)
        past = bereik.past[:, stappen].any(axis=1)
        nu = bereik.bereikt[:, stappen]
        uit.append(past & ~nu.all(axis=1) & (nu | nieuw[:, stappen]).all(axis=1))
    return np.column_stack(uit)


def _evidence(bereik: Bereik, u: int, v: int, nieuw: Masker) -> list[str]:
    """Both ends, the offers at either end that fit, and the bands by which the schools come to it."""
    beeld, aanbod = bereik.beeld, bereik.aanbod
    stappen = nieuw.any(axis=0)
    plaatsen = np.unique(bereik.plaats[nieuw.any(axis=1)])
    past = np.asarray(aanbod.gebied[plaatsen].any(axis=0) & aanbod.vrij_per_stap[:, stappen].any(axis=1))
    wie, wat = (kant.astype(np.int64) for kant in aanbod.aanbieders.tocoo().coords)
    telt = np.flatnonzero(past[wat] & np.isin(wie, (u, v)))
    telt = telt[np.lexsort((wie[telt], wat[telt]))]
    biedt = beeld.van_type("BIEDT").rids
    eerste, scholen = bereik.routes.eerste, bereik.start[np.flatnonzero(nieuw.any(axis=1))].astype(np.int64)
    schakels = eerste.place(np.repeat(scholen, 2), np.tile([u, v], len(scholen)))
    return [
        beeld.ids[u],
        beeld.ids[v],
        *(biedt[plek] for plek in aanbod.providing(wie[telt], wat[telt]).tolist()),
        *rids_of(beeld, eerste.band[schakels[schakels >= 0]].tolist()),
    ]


def _title(rijen: Sequence[NieuweBrug], totaal: int, aantal_open: int, regio: str | None) -> str:
    waar = region_name(regio)
    if not aantal_open:
        return f"{waar}: er zijn geen open stappen die een nieuwe band zou kunnen bereiken."
    if not rijen:
        welke = "de enige open stap" if aantal_open == 1 else f"een van de {number(aantal_open)} open stappen"
        return f"{waar}: geen enkele nieuwe band maakt {welke} bereikt."
    return (
        f"{waar}: {counted(len(rijen), 'nieuwe band bereikt', 'nieuwe banden bereiken samen')} "
        f"{part_of(totaal, aantal_open, 'open stap', 'open stappen')} van scholen."
    )
