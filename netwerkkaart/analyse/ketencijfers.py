"""The closed chain as a figure: per region or municipality, with its range and what it rests on.

* low: chains that are closed as far as is known; high: the same when every step whose cell (target group
  leerling, the school's municipality) is not mapped counted as reached;
* on one unconfirmed band: closed chains that open when one band that both ends did not confirm falls away;
* on too few places: closed chains that open when offers fall away that more schools reach than they have
  places (``capaciteit``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from netwerkkaart.analyse.basis import (
    STAPPEN,
    Getallen,
    in_region,
    part_of,
    percentage,
    region_name,
    steps_of,
)
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.gebieden import Gebied, Per, areas
from netwerkkaart.analyse.kanttekeningen import data_notes
from netwerkkaart.analyse.ketenoordeel import known_cells
from netwerkkaart.analyse.knelpunten import bottlenecks
from netwerkkaart.analyse.kolommen import bounds, sort_rows, spread
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld, Masker
from netwerkkaart.schema.register import BANDEN
from netwerkkaart.schema.vocabularia import STAPPEN_PER_THEMA


@dataclass(frozen=True, slots=True)
class KetenCijfer:
    """The figure of one area and theme."""

    gebied: str = field(metadata=kop("Gebied", "Code van de regio, of nis: en de NIS-code."))
    gebied_naam: str = field(metadata=kop("Naam"))
    thema: str = field(metadata=kop("Thema", "1 (−12) of 2 (+12)."))
    scholen: int = field(metadata=kop("Scholen", "Vestigingsplaatsen met dit thema."))
    gesloten: int = field(metadata=kop("Gesloten", "Scholen met een gesloten keten; de lage schatting."))
    hoogstens: int = field(
        metadata=kop("Hoogstens", "Als elke stap die niet in kaart gebracht is, toch bereikt zou zijn.")
    )
    onbevestigd: int = field(
        metadata=kop(
            "Op één onbevestigde band", "Gesloten ketens die opengaan als één onbevestigde band wegvalt."
        )
    )
    te_weinig_plaatsen: int = field(
        metadata=kop(
            "Op te weinig plaatsen",
            "Gesloten ketens op aanbod dat meer scholen bereiken dan er plaatsen zijn.",
        )
    )
    leerlingen: int = field(metadata=kop("Leerlingen", "Leerlingen van deze scholen, waar gekend."))
    leerlingen_gesloten: int = field(
        metadata=kop("Leerlingen gesloten", "Leerlingen van scholen met een gesloten keten.")
    )
    leerlingen_onbekend: int = field(
        metadata=kop("Scholen zonder aantal", "Scholen waarvan het aantal leerlingen niet gekend is.")
    )
    bewijs: tuple[str, ...] = field(
        metadata=kop("Bewijs", "Codes van scholen met een gesloten keten (hoogstens 25).")
    )


def keten_cijfers(
    beeld: Beeld,
    drempels: Drempels = STANDAARD,
    *,
    per: Per = "regio",
    regio: str | None = None,
    bereik: Bereik | None = None,
) -> Uitkomst[KetenCijfer]:
    """The share of closed chains per area and theme. Arguments as :func:`~.hiaten.hiaten`.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    bereik = bereik or compute_reach(beeld, drempels)
    telling = bereik.once(_Telling.of)
    rijen = tuple(
        telling.row(gebied, thema) for gebied in areas(beeld, per, regio) for thema in STAPPEN_PER_THEMA
    )
    totaal = telling.total(in_region(beeld, regio)[bereik.start])
    notities = data_notes(bereik, regio)
    if drempels.schakels > 2:
        notities += ("Bij meer dan 2 schakels is het cijfer over één onbevestigde band een ondergrens.",)
    return Uitkomst(
        "ketencijfers",
        _title(totaal, regio),
        bereik.datum,
        bereik.drempels,
        KetenCijfer,
        rijen,
        notities,
        totaal,
    )


@dataclass(frozen=True)
class _Telling:
    """Masks per school and theme, shape ``(2, S)``, from which every figure is counted."""

    bereik: Bereik
    thema: Masker
    gesloten: Masker
    hoogstens: Masker
    onbevestigd: Masker
    te_weinig: Masker
    leerlingen: np.ndarray[tuple[int, ...], np.dtype[np.float64]]

    @classmethod
    def of(cls, bereik: Bereik) -> _Telling:
        leerlingen = bereik.beeld.kolom("leerlingen")
        aantallen = [leerlingen[knoop] for knoop in bereik.start.tolist()]
        gesloten = _closed(bereik, bereik.bereikt)
        return cls(
            bereik,
            np.stack([bereik.past[:, steps_of(t)].any(axis=1) for t in STAPPEN_PER_THEMA]),
            gesloten,
            _closed(bereik, bereik.bereikt | ~known_cells(bereik)[bereik.plaats]),
            gesloten & ~_closed(bereik, bereik.bereikt & ~_on_one_unconfirmed(bereik)),
            gesloten & ~_closed(bereik, _reached_with_room(bereik)),
            np.array([float(a) if isinstance(a, int | float) else np.nan for a in aantallen]),
        )

    @cached_property
    def _per_gemeente(self) -> tuple[Getallen, Getallen]:
        """Schools in the order of their municipalities, and where each municipality begins."""
        plaats, school = sort_rows(self.bereik.plaats + 1, np.arange(len(self.bereik.plaats)))
        return school, bounds(plaats, len(self.bereik.aanbod.gebied) + 1)

    def _schools_of(self, gebied: Gebied) -> Getallen:
        """Schools of an area, ascending: O(schools of the area)."""
        scholen, grenzen = self._per_gemeente
        return np.sort(scholen[spread(grenzen, gebied.gemeenten + 1)[1]])

    def row(self, gebied: Gebied, thema: str) -> KetenCijfer:
        """The figure of one area and theme."""
        t = list(STAPPEN_PER_THEMA).index(thema)
        hier = self._schools_of(gebied)
        hier = hier[self.thema[t, hier]]
        dicht = hier[self.gesloten[t, hier]]
        codes = [self.bereik.beeld.ids[k] for k in self.bereik.start[dicht][:BEWIJS_MAX].tolist()]
        return KetenCijfer(
            gebied.code, gebied.naam, thema, len(hier), len(dicht), _sum(self.hoogstens[t, hier]),
            _sum(self.onbevestigd[t, hier]), _sum(self.te_weinig[t, hier]),
            int(np.nansum(self.leerlingen[hier])), int(np.nansum(self.leerlingen[dicht])),
            _sum(np.isnan(self.leerlingen[hier])), tuple(codes),
        )  # fmt: skip

    def total(self, hier: Masker) -> dict[str, float | int | str | None]:
        """Key figures over all schools of the region."""
        uit: dict[str, float | int | str | None] = {}
        for t, thema in enumerate(STAPPEN_PER_THEMA):
            for naam, masker in (
                ("scholen", self.thema), ("gesloten", self.gesloten), ("hoogstens", self.hoogstens),
                ("onbevestigd", self.onbevestigd), ("te_weinig_plaatsen", self.te_weinig),
            ):  # fmt: skip
                uit[f"thema {thema} {naam}"] = _sum(masker[t] & hier)
        return uit


def _sum(masker: Masker) -> int:
    return int(np.count_nonzero(masker))


def _closed(bereik: Bereik, bereikt: Masker) -> Masker:
    """Which chains are closed if these steps were reached; shape ``(2, S)``."""
    per_thema = []
    for thema in STAPPEN_PER_THEMA:
        past = bereik.past[:, steps_of(thema)]
        per_thema.append(past.any(axis=1) & (bereikt[:, steps_of(thema)] | ~past).all(axis=1))
    return np.stack(per_thema)


def _on_one_unconfirmed(bereik: Bereik) -> Masker:
    """Which (school, step) falls away with one band that is not confirmed; shape ``(S, 6)``."""
    knel = bereik.once(bottlenecks)
    enige = np.flatnonzero(knel.aantal == 1)
    telt = enige[_unconfirmed(bereik.beeld, knel.band[enige])]
    uit = np.zeros((len(bereik.start), len(STAPPEN)), dtype=np.bool_)
    uit[knel.start[telt], knel.stap[telt]] = True
    return uit


def _unconfirmed(beeld: Beeld, banden: Getallen) -> Masker:
    """Which of some bands (positions in ``beeld.banden``) both ends did not confirm."""
    per_type = [beeld.van_type(naam).kolom("bevestiging") for naam in BANDEN]
    begin = np.cumsum([0, *map(len, per_type)])[:-1]
    types = beeld.banden.type[banden]
    waarden = [
        per_type[type_][plek]
        for type_, plek in zip(types.tolist(), (banden - begin[types]).tolist(), strict=True)
    ]
    return np.fromiter((w != "bevestigd" for w in waarden), np.bool_, len(waarden))


def _reached_with_room(bereik: Bereik) -> Masker:
    """What is reached by offers with at least as many places as schools that reach them."""
    aanbod = bereik.aanbod
    capaciteit = bereik.beeld.kolom("capaciteit")
    plaatsen = [capaciteit[k] for k in aanbod.knopen.tolist()]
    ruimte = np.array([float(p) if isinstance(p, int | float) else np.inf for p in plaatsen])
    genoeg = np.bincount(bereik.raak.alle.indices, minlength=len(aanbod)) <= ruimte
    return bereik.past & bereik.reaching(aanbod.stappen & genoeg[:, None])


def _title(totaal: dict[str, float | int | str | None], regio: str | None) -> str:
    delen: Sequence[str] = [
        f"thema {thema}: bij {part_of(dicht, alle, 'school', 'scholen')} is "
        f"de keten gesloten ({_range(dicht, hoog, alle)})"
        for thema in STAPPEN_PER_THEMA
        if (alle := int(totaal[f"thema {thema} scholen"] or 0))
        for dicht in [int(totaal[f"thema {thema} gesloten"] or 0)]
        for hoog in [int(totaal[f"thema {thema} hoogstens"] or 0)]
    ]
    waar = region_name(regio)
    if not delen:
        return f"In {waar} staan nog geen scholen met een thema: er is geen keten te beoordelen."
    # Said once, however many themes have a range.
    marge = (
        " Niet alles is in kaart gebracht: vandaar de marge."
        if any("tussen" in deel for deel in delen)
        else ""
    )
    return f"{waar}, {'; '.join(delen)}.{marge}"


def _range(laag: int, hoog: int, alle: int) -> str:
    if laag == hoog:
        return percentage(laag, alle)
    return f"tussen {percentage(laag, alle)} en {percentage(hoog, alle)}"
