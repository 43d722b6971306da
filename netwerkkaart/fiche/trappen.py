"""The ladder of one step: which organisations are drawn, in which column, and how each link stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from netwerkkaart.analyse.basis import STAPPEN, municipality_name
from netwerkkaart.analyse.ketenhulp import positions, theme_bits
from netwerkkaart.analyse.ketenkeuze import Gekozen
from netwerkkaart.analyse.ketenoordeel import OORDELEN, Ketenoordeel
from netwerkkaart.fiche import zinnen
from netwerkkaart.fiche.banden import Stap
from netwerkkaart.fiche.bron import Naaste, Schoolzicht
from netwerkkaart.fiche.model import Schakelstaat, Stapblad, Trede
from netwerkkaart.schema.vocabularia import STAP, STAPPEN_PER_THEMA

_KORT = {
    "voorkomen": "Voorkomen",
    "heroriënteren": "Heroriënteren",
    "toeleiden naar werk": "Naar werk toeleiden",
    "alternatieve dagbesteding": "Dagbesteding",
}


@dataclass(frozen=True)
class Trap:
    """The steps of one school, with what is drawn of each.

    Args:
        zicht: the school.
    """

    zicht: Schoolzicht

    def steps(self) -> tuple[Stapblad, ...]:
        """Every step that applies, in order of theme and step."""
        past = self.zicht.bron.bereik.past[self.zicht.plek]
        return tuple(self._step(stap) for stap in range(len(STAPPEN)) if past[stap])

    def _step(self, stap: int) -> Stapblad:
        thema, code = STAPPEN[stap]
        oordeel = OORDELEN[self.zicht.bron.oordelen[self.zicht.plek, stap]]
        treden, schakels, (kop, advies) = self._drawn(stap, oordeel)
        woord = STAP.woord(code)
        return Stapblad(
            thema,
            step_number(stap),
            woord[0].upper() + woord[1:],
            _KORT[code],
            oordeel,
            zinnen.reason(self.zicht, oordeel, stap, schakels),
            (self._self(), *treden),
            kop,
            advies,
        )

    def _drawn(self, stap: int, oordeel: Ketenoordeel) -> tuple[Sequence[Trede], int | None, zinnen.Advies]:
        if oordeel is Ketenoordeel.GESLOTEN:
            return self._reached(stap)
        if oordeel is Ketenoordeel.NIET_VERBONDEN:
            return self._mended(stap)
        if oordeel is Ketenoordeel.VOLZET:
            return self._full(stap)
        if self.zicht.bron.bereik.plaats[self.zicht.plek] < 0:
            return (), None, zinnen.NERGENS
        naaste = self.zicht.elsewhere(stap)
        gemeente = municipality_name(self.zicht.bron.beeld, self.zicht.knoop)
        advies = zinnen.missing(naaste, self.zicht, gemeente, gekend=oordeel is Ketenoordeel.HIAAT)
        return self._beyond(naaste, Schakelstaat.ELDERS), None, advies

    def _reached(self, stap: int) -> tuple[Sequence[Trede], int | None, zinnen.Advies]:
        """The shown route of the analysis ``keten``."""
        zicht, bron = self.zicht, self.zicht.bron
        weg = bron.wegen.of_step(zicht.plek, stap)
        stappen = bron.banden.follow(zicht.knoop, weg.bewijs[: weg.schakels])
        treden = self._on_the_way(stappen, weg.aanbod)
        onbevestigd = next((t.naam for t in treden if t.schakel is Schakelstaat.ONBEVESTIGD), "")
        passend = zicht.fitting(stap)
        open_ = [self.zicht.provider(plek) for plek in passend if not bron.bereik.aanbod.vol[plek]]
        meest = bron.bereik.drempels.schakels
        dicht = sum(n is not None and n.schakels is not None and n.schakels <= meest for n in open_)
        return treden, weg.schakels, zinnen.reached(dicht, len(passend), onbevestigd)

    def _mended(self, stap: int) -> tuple[Sequence[Trede], int | None, zinnen.Advies]:
        """The new tie that opens the step, on the way that it makes."""
        zicht, bron = self.zicht, self.zicht.bron
        band = self._voorstel.get(stap)
        if band is None:
            vrij = [plek for plek in zicht.fitting(stap) if not bron.bereik.aanbod.vol[plek]]
            naaste = zicht.nearest(vrij)
            return self._beyond(naaste), None, zinnen.no_tie(naaste, zicht)
        *rids, biedt = bron.hulp.evidence(zicht.plek, band.van, band.naar, stap)
        heen = bron.banden.follow(zicht.knoop, rids[: self._links_to(band.van)])
        verder = bron.banden.follow(band.naar, rids[len(heen) :])
        aanbod = bron.beeld.ids[bron.banden.offer_of(biedt)]
        treden = [*self._on_the_way(heen, "")]
        nieuw = self._trede(len(heen) + 1, band.naar, bereikt=False, schakel=Schakelstaat.NIEUW)
        rest = self._on_the_way(verder, "", begin=len(heen) + 1, bereikt=False)
        treden += [nieuw, *rest]
        treden[-1] = self._offering(treden[-1], aanbod)
        ook = [
            step_number(s) for s in positions(band.stappen) if s != stap and STAPPEN[s][0] == STAPPEN[stap][0]
        ]
        return treden, None, zinnen.tie(zicht, band, ook)

    def _full(self, stap: int) -> tuple[Sequence[Trede], int | None, zinnen.Advies]:
        """The nearest offer, which is full as all are."""
        zicht, bron = self.zicht, self.zicht.bron
        naaste = zicht.nearest(zicht.fitting(stap))
        weken = None
        if naaste is not None:
            waarde = bron.beeld.kolom("wachttijd_weken")[int(bron.bereik.aanbod.knopen[naaste.aanbod])]
            weken = int(waarde) if isinstance(waarde, int | float) and waarde else None
        return self._towards(naaste), None, zinnen.full(naaste, zicht, weken)

    @cached_property
    def _voorstel(self) -> dict[int, Gekozen]:
        """The new tie for each step that ties can mend: per theme the fewest, as in ``ketenherstel``."""
        bron, plek = self.zicht.bron, self.zicht.plek
        uit: dict[int, Gekozen] = {}
        for thema in STAPPEN_PER_THEMA:
            kan = int(bron.hulp.te_herstellen[plek]) & theme_bits(thema)
            for band in bron.keuze.best(plek, kan) if kan else ():
                for stap in positions(band.stappen & kan):
                    uit.setdefault(stap, band)
        return uit

    def _links_to(self, knoop: int) -> int:
        return self.zicht.paden.links(knoop) or 0

    def _on_the_way(
        self, stappen: Iterable[Stap], aanbod: str, *, begin: int = 0, bereikt: bool = True
    ) -> list[Trede]:
        banden = self.zicht.bron.banden
        treden = [
            self._trede(
                begin + nr,
                knoop,
                bereikt=bereikt,
                schakel=Schakelstaat.BEVESTIGD if banden.confirmed(band) else Schakelstaat.ONBEVESTIGD,
            )
            for nr, (knoop, band) in enumerate(stappen, start=1)
        ]
        if aanbod and treden:
            treden[-1] = self._offering(treden[-1], aanbod)
        return treden

    def _towards(self, naaste: Naaste | None) -> list[Trede]:
        """The path to an offer when it is short enough; else only its end, beyond the limit."""
        bron, meest = self.zicht.bron, self.zicht.bron.bereik.drempels.schakels
        if naaste is None or naaste.schakels is None or not 0 < naaste.schakels <= meest:
            return self._beyond(naaste)
        pad = self.zicht.paden.nodes(naaste.aanbieder) or ()
        stappen = [
            (naar, bron.banden.band_of(van, naar, eerste=van == self.zicht.knoop))
            for van, naar in pairwise(pad)
        ]
        return self._on_the_way(stappen, bron.beeld.ids[int(bron.bereik.aanbod.knopen[naaste.aanbod])])

    def _beyond(self, naaste: Naaste | None, staat: Schakelstaat | None = None) -> list[Trede]:
        """Only the end, beyond the limit: not reached."""
        if naaste is None or naaste.aanbieder == self.zicht.knoop:
            return []
        bron = self.zicht.bron
        staat = staat or (Schakelstaat.GEEN if naaste.schakels is None else Schakelstaat.TE_VER)
        trede = self._trede(bron.bereik.drempels.schakels + 1, naaste.aanbieder, bereikt=False, schakel=staat)
        return [self._offering(trede, bron.beeld.ids[int(bron.bereik.aanbod.knopen[naaste.aanbod])])]

    def _self(self) -> Trede:
        beeld = self.zicht.bron.beeld
        return Trede(0, beeld.label(self.zicht.knoop), "school")

    def _trede(self, kolom: int, knoop: int, *, bereikt: bool, schakel: Schakelstaat) -> Trede:
        beeld = self.zicht.bron.beeld
        return Trede(kolom, beeld.label(knoop), beeld.naam(knoop), "", bereikt, schakel)

    def _offering(self, trede: Trede, aanbod: str) -> Trede:
        beeld = self.zicht.bron.beeld
        naam = beeld.naam(beeld.nummer[aanbod])
        return Trede(trede.kolom, trede.soort, trede.naam, naam, trede.bereikt, trede.schakel)


def step_number(stap: int) -> int:
    """Place of a step (a position in ``STAPPEN``) in the continuum, 1–4."""
    return STAP.codes.index(STAPPEN[stap][1]) + 1
