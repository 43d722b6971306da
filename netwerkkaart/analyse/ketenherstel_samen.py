"""The ties that close most chains at once: between two organisations that are no schools.

A tie of a school mends that school alone and stands in :mod:`~netwerkkaart.analyse.ketenherstel`; a tie of
who serves schools (a CLB, a support network, …) with who helps mends all of them. Exact for every pair: with
chains gathered by municipality and open steps, the chains that a tie from *u* to *v* closes are
(organisation × chains of each group near it) · (group × who helps with all its open steps), a sparse product.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from scipy.sparse import csr_array

from netwerkkaart.analyse.aanbod import Matrix
from netwerkkaart.analyse.basis import STAPPEN, Getallen, counted, id_rank, in_region, number, region_name
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.keten import pupils
from netwerkkaart.analyse.ketenafstand import Gemeten
from netwerkkaart.analyse.ketenhulp import Hulp, Stappen, positions, theme_bits
from netwerkkaart.analyse.ketenkeuze import Keuze
from netwerkkaart.analyse.tekening import Reeks, Staaf, Staven
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld, Masker
from netwerkkaart.schema.vocabularia import STAPPEN_PER_THEMA


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
    hulp = Hulp(bereik)
    hier = in_region(beeld, regio)[bereik.start]
    open_ = sum(int(np.count_nonzero(hulp.open[hier] & np.uint8(theme_bits(t)))) for t in STAPPEN_PER_THEMA)
    keuze = Keuze(hulp)
    gedekt = np.zeros(len(bereik.start), dtype=np.uint8)
    rijen: list[SamenBand] = []
    for u, v, winst in _best(keuze, hier, aantal):
        nieuw = np.where(hier, hulp.mended(u, v), 0).astype(np.uint8)
        gedekt |= nieuw
        samen = sum(int(np.count_nonzero(dicht)) for dicht in _closed(hulp, gedekt))
        rijen.append(_row(keuze, len(rijen) + 1, (u, v), winst, nieuw, samen))
    return Uitkomst(
        "ketenherstel-samen",
        _title(rijen, open_, regio),
        bereik.datum,
        bereik.drempels,
        SamenBand,
        tuple(rijen),
        (
            "Alleen banden tussen twee organisaties die geen school zijn: de band van een school zelf "
            "herstelt alleen die school (zie ketenherstel).",
        ),
        {"open": open_, "beste": rijen[0].ketens if rijen else 0, "samen": rijen[-1].samen if rijen else 0},
    )


def _best(keuze: Keuze, hier: Masker, aantal: int) -> list[tuple[int, int, int]]:
    """Both ends and gain of the best ties; the lower id first."""
    winst = _gains(keuze.hulp, hier).tocoo()
    u, v = (kant.astype(np.int64) for kant in winst.coords)
    telt = (u < v) & (winst.data > 0)
    u, v, data = u[telt], v[telt], winst.data[telt].astype(np.int64)
    if len(data) > aantal > 0:  # only what can stand among the best is put in order
        ondergrens = np.partition(data, -aantal)[-aantal]
        u, v, data = u[data >= ondergrens], v[data >= ondergrens], data[data >= ondergrens]
    rang = id_rank(keuze.hulp.bereik.beeld)
    laag, hoog = np.minimum(rang[u], rang[v]), np.maximum(rang[u], rang[v])
    orde = np.lexsort((hoog, laag, ~keuze.ontmoetingen.meet(u, v), -data))[: max(aantal, 0)]
    paren = [(a, b) if rang[a] < rang[b] else (b, a) for a, b in zip(u[orde], v[orde], strict=True)]
    return [(int(a), int(b), int(w)) for (a, b), w in zip(paren, data[orde], strict=True)]


def _gains(hulp: Hulp, hier: Masker) -> Matrix:
    """Chains that each new tie closes, organisation × organisation, symmetric."""
    bereik, diepte = hulp.bereik, hulp.bereik.routes.schakels
    n = bereik.beeld.aantal_organisaties
    school, open_ = _mendable(hulp, hier)
    groepen, groep = np.unique(
        bereik.plaats[school].astype(np.int64) << len(STAPPEN) | open_, return_inverse=True
    )
    plaats, stappen = groepen >> len(STAPPEN), (groepen & (1 << len(STAPPEN)) - 1).astype(np.uint8)
    een = np.ones(len(school), dtype=np.float32)
    in_groep = csr_array((een, (school, groep)), shape=(len(bereik.start), len(groepen)))
    som = csr_array((n, n), dtype=np.float32)
    for afstand, niveau in enumerate(hulp.niveaus, start=1):
        bij = csr_array(niveau[bereik.start].astype(np.float32).T) @ in_groep
        helpt = hulp.helpt[diepte - 1 - afstand][plaats] & stappen[:, None] == stappen[:, None]
        som = som + bij @ csr_array(helpt.astype(np.float32))
    return csr_array(som + som.T)


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


def _row(keuze: Keuze, rang: int, paar: tuple[int, int], winst: int, nieuw: Stappen, samen: int) -> SamenBand:
    hulp, beeld = keuze.hulp, keuze.hulp.bereik.beeld
    u, v = paar
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
        winst,
        tuple(beeld.ids[knoop] for knoop in knopen),
        pupils(beeld, knopen),
        tuple(f"thema {t}, {s}: {a}" for (t, s), a in zip(STAPPEN, per_stap, strict=True) if a),
        samen,
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


def _title(rijen: list[SamenBand], open_: int, regio: str | None) -> str:
    waar = region_name(regio)
    if not open_:
        return f"{waar}: er zijn geen open ketens te herstellen."
    if not rijen:
        return (
            f"{waar}: geen enkele nieuwe band tussen twee diensten sluit alleen een van de "
            f"{counted(open_, 'open keten', 'open ketens')}."
        )
    beste = rijen[0]
    return (
        f"{waar}: één band, {beste.van_naam} met {beste.naar_naam}, sluit "
        f"{number(beste.ketens)} van de {counted(open_, 'open keten', 'open ketens')}; "
        f"de {counted(len(rijen), 'band', 'banden')} hier samen minstens {number(rijen[-1].samen)}."
    )


def draw_samen(uitkomst: Uitkomst[SamenBand]) -> Staven:
    """A bar per tie: the chains that it closes by itself."""
    staven = tuple(Staaf(f"{r.van_naam} – {r.naar_naam}", (float(r.ketens),)) for r in uitkomst.rijen)
    onder = "Elke band alleen: wat er twee sluiten, telt bij beide."
    return Staven(uitkomst.titel, "ketens die sluiten", (Reeks("ketens", "goed"),), staven, onder)
