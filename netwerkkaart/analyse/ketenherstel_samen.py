"""The ties that close most chains at once: between two organisations that are no schools.

A tie of a school mends that school alone and stands in :mod:`~netwerkkaart.analyse.ketenherstel`; a tie of
who serves schools (a CLB, a support network, …) with who helps mends all of them. Exact for every pair: with
chains gathered by municipality and open steps, the chains that a tie from *u* to *v* closes are
(organisation × chains of each group near it) · (group × who helps with all its open steps), a sparse product
of which only the rows are made that can hold one of the best.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from scipy.sparse import csr_array

from netwerkkaart.analyse.aanbod import Matrix
from netwerkkaart.analyse.basis import (
    STAPPEN,
    Getallen,
    id_rank,
    in_region,
    number,
    part_of,
    region_name,
)
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.hulplagen import Helpers, Stappen
from netwerkkaart.analyse.keten import pupils
from netwerkkaart.analyse.ketenafstand import Gemeten
from netwerkkaart.analyse.ketenhulp import Hulp, positions, theme_bits
from netwerkkaart.analyse.ketenkeuze import Keuze
from netwerkkaart.analyse.kolommen import spread
from netwerkkaart.analyse.rijen import Rijen
from netwerkkaart.analyse.tekening import Reeks, Staaf, Staven
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld, Masker
from netwerkkaart.schema.vocabularia import STAPPEN_PER_THEMA

_BLOK = 64
"""Organisations whose ties are looked at together."""


@dataclass(frozen=True, slots=True)
class SamenBand:
    """One new tie, and the chains that it closes by itself."""

    rang: int = field(metadata=kop("Rang"))
    van: str = field(metadata=kop("Van", "Code van de ene organisatie."))
    van_naam: str = field(metadata=kop("Naam (van)"))
    naar: str = field(metadata=kop("Naar", "Code van de andere organisatie."))
    naar_naam: str = field(metadata=kop("Naam (naar)"))
    ketens: int = field(
        metadata=kop("Ketens gesloten", "Open ketens (school en thema) die deze band alleen sluit.")
    )
    scholen: tuple[str, ...] = field(metadata=kop("Scholen", "Codes van die scholen."))
    leerlingen: int | None = field(metadata=kop("Leerlingen", "Van die scholen, waar gekend."))
    stappen: tuple[str, ...] = field(
        metadata=kop("Stappen", "Thema en stap, met het aantal scholen dat die hierdoor bereikt.")
    )
    samen: int = field(
        metadata=kop("Samen", "Ketens die deze band en alle banden erboven samen minstens sluiten.")
    )
    afstand_km: float | None = field(metadata=kop("Afstand (km)", "Tussen beide, in vogelvlucht."))
    gemeten: Gemeten = field(metadata=kop("Gemeten", "Tussen adressen of tussen gemeentecentra."))
    fora: tuple[str, ...] = field(metadata=kop("Fora", "Codes van de fora waarin beide al zitten."))
    forum: str = field(metadata=kop("Forum", "Naam van het eerste van die fora; leeg als er geen is."))
    bewijs: tuple[str, ...] = field(
        metadata=kop(
            "Bewijs", "Uiteinden, en per school de banden en BIEDT waarop het steunt (hoogstens 25)."
        )
    )
    bewijs_totaal: int = field(metadata=kop("Bewijs (aantal)", "Hoeveel er in het geheel zijn."))


@dataclass(frozen=True)
class _Band:
    """A tie as numbers.

    Args:
        u, v: nodes of its ends.
        winst: chains that it closes by itself.
        nieuw: steps of each school that it makes reached.
        samen: chains that it and those before it close together, at least.
    """

    u: int
    v: int
    winst: int
    nieuw: Stappen
    samen: int


def ketenherstel_samen(
    beeld: Beeld,
    drempels: Drempels = STANDAARD,
    *,
    regio: str | None = None,
    aantal: int = 10,
    bereik: Bereik | None = None,
) -> Uitkomst[SamenBand]:
    """The new ties that by themselves close most chains, the best first.

    Ties in gain: pairs that meet in a forum first, then the ids.

    Args:
        beeld: the view at a date.
        drempels: the thresholds.
        regio: only chains of schools of this region count.
        aantal: how many ties.
        bereik: the reach, when it was computed already with the same thresholds.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    bereik = bereik or compute_reach(beeld, drempels)
    hulp = bereik.once(Hulp)
    hier = in_region(beeld, regio)[bereik.start]
    open_ = sum(int(np.count_nonzero(hulp.open[hier] & np.uint8(theme_bits(t)))) for t in STAPPEN_PER_THEMA)
    keuze = Keuze(hulp)
    gedekt = np.zeros(len(bereik.start), dtype=np.uint8)
    keuzes: list[_Band] = []
    for u, v, winst in _best(keuze, hier, aantal):
        nieuw = np.where(hier, hulp.mended(u, v), 0).astype(np.uint8)
        gedekt |= nieuw
        samen = sum(int(np.count_nonzero(dicht)) for dicht in _closed(hulp, gedekt))
        keuzes.append(_Band(u, v, winst, nieuw, samen))
    return Uitkomst(
        "ketenherstel-samen",
        _title(beeld, keuzes, open_, regio),
        bereik.datum,
        bereik.drempels,
        SamenBand,
        Rijen(len(keuzes), lambda plek: _row(keuze, plek + 1, keuzes[plek])),
        (
            "Alleen banden tussen twee organisaties die geen school zijn: de band van een school zelf "
            "herstelt alleen die school (zie ketenherstel).",
        ),
        {
            "open": open_,
            "beste": keuzes[0].winst if keuzes else 0,
            "samen": keuzes[-1].samen if keuzes else 0,
        },
    )


def _best(keuze: Keuze, hier: Masker, aantal: int) -> list[tuple[int, int, int]]:
    """Both ends and gain of the best ties; the lower id first.

    No tie gains more than twice the chains that stand near the end that has most of them. So who has most
    is looked at first, and no further than where that bound falls below the worst of the best so far.
    """
    winst = _Winst.of(keuze.hulp, hier)
    u, v, data = (np.empty(0, dtype=np.int64) for _ in range(3))
    orde = np.argsort(-winst.bij, kind="stable")
    for begin in range(0, len(orde), _BLOK):
        blok = orde[begin : begin + _BLOK]
        ondergrens = int(np.partition(data, -aantal)[-aantal]) if len(data) >= aantal > 0 else 1
        if aantal < 1 or 2 * winst.bij[blok[0]] < ondergrens:
            break
        nieuw = winst.of_block(blok)
        alle = [np.concatenate(paar) for paar in zip((u, v, data), nieuw, strict=True)]
        u, v, data = (kolom[alle[2] >= ondergrens] for kolom in alle)
    rang = id_rank(keuze.hulp.bereik.beeld)
    laag, hoog = np.minimum(rang[u], rang[v]), np.maximum(rang[u], rang[v])
    paar = laag * len(rang) + hoog
    _, eerste = np.unique(paar, return_index=True)  # a pair of two blocks stands in both
    volgorde = np.lexsort((hoog, laag, ~keuze.ontmoetingen.meet(u, v), -data))
    beste = volgorde[np.isin(volgorde, eerste)][: max(aantal, 0)]
    return [
        (int(a), int(b), int(w)) if rang[a] < rang[b] else (int(b), int(a), int(w))
        for a, b, w in zip(u[beste], v[beste], data[beste], strict=True)
    ]


@dataclass(frozen=True)
class _Winst:
    """Chains that new ties close, as factors of a product that is never written out whole.

    Args:
        staat: at each distance, organisation × group: chains of the group that stand near it.
        helpt: for each distance, group × organisation: helps with all open steps of the group.
        bij: chains near each organisation, at any distance.
    """

    staat: tuple[Matrix, ...]
    helpt: tuple[Matrix, ...]
    bij: Getallen

    @classmethod
    def of(cls, hulp: Hulp, hier: Masker) -> _Winst:
        """Gather the chains that ties can close by municipality and open steps."""
        bereik, diepte = hulp.bereik, hulp.bereik.routes.schakels
        school, open_ = _mendable(hulp, hier)
        groepen, groep = np.unique(
            bereik.plaats[school].astype(np.int64) << len(STAPPEN) | open_, return_inverse=True
        )
        plaats, stappen = groepen >> len(STAPPEN), (groepen & (1 << len(STAPPEN)) - 1).astype(np.uint8)
        een = np.ones(len(school), dtype=np.float32)
        in_groep = csr_array((een, (school, groep)), shape=(len(bereik.start), len(groepen)))
        staat, helpt = [], []
        for afstand, niveau in enumerate(hulp.niveaus, start=1):
            staat.append(csr_array(csr_array(niveau[bereik.start].astype(np.float32).T) @ in_groep))
            helpt.append(_helping(hulp.helpt[diepte - 1 - afstand], plaats, stappen))
        bij = np.zeros(bereik.beeld.aantal_organisaties, dtype=np.int64)
        for deel in staat:
            bij += deel.sum(axis=1).astype(np.int64)
        return cls(tuple(staat), tuple(helpt), bij)

    def of_block(self, blok: Getallen) -> tuple[Getallen, Getallen, Getallen]:
        """Both ends and gain of every tie of some organisations that closes a chain."""
        som = csr_array((len(blok), len(self.bij)), dtype=np.float32)
        for staat, helpt in zip(self.staat, self.helpt, strict=True):
            som = som + staat[blok] @ helpt + (staat @ helpt[:, blok]).T
        rij, ander = som.tocoo().coords
        telt = (som.tocoo().data > 0) & (blok[rij] != ander)
        return blok[rij[telt]], ander[telt].astype(np.int64), som.tocoo().data[telt].astype(np.int64)


def _helping(laag: Stappen, plaats: Getallen, stappen: Stappen) -> Matrix:
    """Group × organisation: helps with all steps of the group in its municipality."""
    helpers = Helpers.of(laag)
    groep, plek = spread(helpers.grenzen, plaats % len(laag))
    telt = helpers.stappen[plek] & stappen[groep] == stappen[groep]
    een = np.ones(int(np.count_nonzero(telt)), dtype=np.float32)
    return csr_array((een, (groep[telt], helpers.wie[plek[telt]])), shape=(len(plaats), laag.shape[1]))


def _mendable(hulp: Hulp, hier: Masker) -> tuple[Getallen, Stappen]:
    """School and open steps of each chain that ties can close."""
    scholen, stappen = [], []
    for thema in STAPPEN_PER_THEMA:
        open_ = hulp.open & np.uint8(theme_bits(thema))
        kan = np.flatnonzero(hier & (open_ > 0) & (open_ & ~hulp.te_herstellen == 0))
        scholen.append(kan.astype(np.int64))
        stappen.append(open_[kan])
    return np.concatenate(scholen), np.concatenate(stappen)


def _closed(hulp: Hulp, nieuw: Stappen) -> list[Masker]:
    """Which open chains these steps close, per theme."""
    per_thema = [hulp.open & np.uint8(theme_bits(thema)) for thema in STAPPEN_PER_THEMA]
    return [np.asarray((open_ > 0) & (open_ & ~nieuw == 0)) for open_ in per_thema]


def _row(keuze: Keuze, rang: int, band: _Band) -> SamenBand:
    hulp, beeld = keuze.hulp, keuze.hulp.bereik.beeld
    u, v, nieuw = band.u, band.v, band.nieuw
    dicht = np.flatnonzero(np.any(_closed(hulp, nieuw), axis=0)).tolist()
    knopen = hulp.bereik.start[dicht].tolist()
    per_stap = np.count_nonzero(nieuw[:, None] >> np.arange(len(STAPPEN)) & 1, axis=0).tolist()
    fora = keuze.ontmoetingen.shared(u, v)
    bewijs = _evidence(keuze, u, v, dicht, nieuw)
    return SamenBand(
        rang,
        beeld.ids[u],
        beeld.naam(u),
        beeld.ids[v],
        beeld.naam(v),
        band.winst,
        tuple(beeld.ids[knoop] for knoop in knopen),
        pupils(beeld, knopen),
        tuple(f"thema {t}, {s}: {a}" for (t, s), a in zip(STAPPEN, per_stap, strict=True) if a),
        band.samen,
        *keuze.ligging.between(u, v),
        tuple(beeld.ids[f] for f in fora),
        beeld.naam(fora[0]) if fora else "",
        tuple(bewijs[:BEWIJS_MAX]),
        len(bewijs),
    )


def _evidence(keuze: Keuze, u: int, v: int, scholen: list[int], nieuw: Stappen) -> list[str]:
    """Both ends, and for each school whose chain closes what its steps rest on."""
    hulp, beeld = keuze.hulp, keuze.hulp.bereik.beeld
    uit = [beeld.ids[u], beeld.ids[v]]
    for school in scholen:
        for stap in positions(int(nieuw[school])):
            for van, naar in ((u, v), (v, u)):
                if hulp.mends(school, van, naar, stap):
                    uit += hulp.evidence(school, van, naar, stap)
                    break
    return list(dict.fromkeys(uit))


def _title(beeld: Beeld, keuzes: list[_Band], open_: int, regio: str | None) -> str:
    waar = region_name(regio)
    if not open_:
        return f"{waar}: er zijn geen open ketens te herstellen."
    if not keuzes:
        welke = "de enige open keten" if open_ == 1 else f"een van de {number(open_)} open ketens"
        return f"{waar}: geen enkele nieuwe band tussen twee diensten sluit alleen {welke}."
    beste, aantal = keuzes[0], len(keuzes)
    rest = (
        f"; de {number(aantal)} banden hier samen minstens {number(keuzes[-1].samen)}" if aantal > 1 else ""
    )
    return (
        f"{waar}: één band, {beeld.naam(beste.u)} met {beeld.naam(beste.v)}, sluit "
        f"{part_of(beste.winst, open_, 'open keten', 'open ketens')}{rest}."
    )


def draw_samen(uitkomst: Uitkomst[SamenBand]) -> Staven:
    """A bar per tie: the chains that it closes by itself."""
    staven = tuple(Staaf(f"{r.van_naam} – {r.naar_naam}", (float(r.ketens),)) for r in uitkomst.rijen)
    onder = "Elke band alleen: wat er twee sluiten, telt bij beide."
    return Staven(uitkomst.titel, "ketens die sluiten", (Reeks("ketens", "goed"),), staven, onder)
