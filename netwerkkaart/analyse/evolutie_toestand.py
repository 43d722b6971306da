"""What a graph holds at one moment, as things that can be compared with another moment.

Things are named by keys that do not change: ids of organisations and offers, keys of relations, and for what
is computed (a chain, a cell) the key of what it is about. Each has a value: a verdict for what is
computed, and just *ja* for what is there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from netwerkkaart.analyse.basis import (
    DOELGROEPEN,
    STAPPEN,
    Getallen,
    in_region,
    steps_of,
)
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.analyse.cellen import Cellen
from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.analyse.gebieden import Per, areas
from netwerkkaart.analyse.hiaten import OORDELEN as CELOORDELEN
from netwerkkaart.analyse.hiaten import verdicts
from netwerkkaart.analyse.keten import KetenRij, keten
from netwerkkaart.analyse.ketenoordeel import OORDELEN as KETENOORDELEN
from netwerkkaart.analyse.ketenoordeel import chain_verdicts, step_verdicts
from netwerkkaart.analyse.routes import is_kind
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, Uitkomst
from netwerkkaart.graph.beeld import Beeld, Masker
from netwerkkaart.schema.register import BANDEN
from netwerkkaart.schema.vocabularia import STAPPEN_PER_THEMA

JA, NEE = "ja", "nee"
"""The value of a thing that is there, and of one that is not."""
SOORTEN = ("organisatie", "band", "lid", "zetel", "aanbod", "keten", "cel")
"""What is compared, in the order in which it is told."""
BEREKEND = ("keten", "cel")
_RELATIES = {"band": BANDEN, "lid": ("LID_VAN",), "zetel": ("NEEMT_DEEL_AAN",)}


@dataclass(frozen=True, slots=True)
class Omschrijving:
    """What is told of one thing.

    Args:
        naam: what it is, as people read it.
        bron: who said so; empty for what is computed.
        imp: the last import that touched it; empty when that is not known.
        bewijs: ids and keys that it rests on.
    """

    naam: str
    bron: str
    imp: str
    bewijs: tuple[str, ...]


@dataclass(frozen=True)
class Dingen:
    """The things of one sort.

    Args:
        waarde: value of each, by key.
        describe: tells of one that is there.
        has_begin: whether somebody said since when one that is there holds; of what is computed never.
    """

    waarde: Mapping[str, str]
    describe: Callable[[str], Omschrijving]
    has_begin: Callable[[str], bool]


class Toestand:
    """What a graph holds at the date of a view.

    Args:
        beeld: the view at a date.
        drempels: the thresholds.
        regio: only what touches this region.
        per: cells per region or per municipality.
    """

    def __init__(self, beeld: Beeld, drempels: Drempels, regio: str | None, per: Per) -> None:
        self.beeld, self.drempels, self.regio, self.per = beeld, drempels, regio, per
        self._hier = in_region(beeld, regio)

    @cached_property
    def dingen(self) -> Mapping[str, Dingen]:
        """The things by sort, in the order of ``SOORTEN``. O(nodes + relations) beside the analyses."""
        n = self.beeld.aantal_organisaties
        return {
            "organisatie": self._nodes(np.flatnonzero(self._hier[:n] & ~is_kind(self.beeld, "Bestuur"))),
            **{soort: self._relations(types) for soort, types in _RELATIES.items()},
            "aanbod": self._nodes(self._offers()),
            "keten": self._chains(),
            "cel": self._cells(),
        }

    def _nodes(self, knopen: Getallen) -> Dingen:
        beeld = self.beeld

        def describe(id_: str) -> Omschrijving:
            knoop = beeld.nummer[id_]
            return Omschrijving(beeld.naam(knoop), _text(bron[knoop]), _text(imp[knoop]), (id_,))

        bron, imp, sinds = (beeld.kolom(naam) for naam in ("bron", "imp", "sinds"))
        waarde = {beeld.ids[knoop]: JA for knoop in knopen.tolist()}
        return Dingen(waarde, describe, lambda id_: sinds[beeld.nummer[id_]] is not None)

    def _offers(self) -> Getallen:
        """Offers of a provider of the region, or that reach it or a municipality of it."""
        beeld, hier = self.beeld, self._hier
        raakt = np.zeros(len(beeld), dtype=np.bool_)
        biedt, bereikt = beeld.van_type("BIEDT"), beeld.van_type("BEREIKT")
        raakt[biedt.naar[hier[biedt.van]]] = True
        raakt[bereikt.van[hier[bereikt.naar]]] = True
        knopen = beeld.van_soort("Aanbod").astype(np.int64)
        return knopen if self.regio is None else knopen[raakt[knopen]]

    def _relations(self, types: tuple[str, ...]) -> Dingen:
        beeld, hier = self.beeld, self._hier
        is_org = np.arange(len(beeld)) < beeld.aantal_organisaties
        plekken: dict[str, tuple[str, int]] = {}
        for type_ in types:
            tabel = beeld.van_type(type_)
            # A band touches the region by either end; a seat or a membership by the organisation.
            raakt: Masker = hier[tabel.van] & is_org[tabel.van]
            if type_ in BANDEN:
                raakt = (hier[tabel.van] | hier[tabel.naar]) & (tabel.van != tabel.naar)
            plekken |= {tabel.rids[plek]: (type_, plek) for plek in np.flatnonzero(raakt).tolist()}

        def describe(rid: str) -> Omschrijving:
            type_, plek = plekken[rid]
            tabel = beeld.van_type(type_)
            van, naar = int(tabel.van[plek]), int(tabel.naar[plek])
            bron, imp, _ = (_text(kolom[plek]) for kolom in kolommen[type_])
            naam = f"{beeld.naam(van)} – {beeld.naam(naar)}"
            return Omschrijving(naam, bron, imp, (rid, beeld.ids[van], beeld.ids[naar]))

        kolommen = {
            type_: [beeld.van_type(type_).kolom(naam) for naam in ("bron", "imp", "sinds")] for type_ in types
        }

        def has_begin(rid: str) -> bool:
            type_, plek = plekken[rid]
            return kolommen[type_][2][plek] is not None

        return Dingen(dict.fromkeys(plekken, JA), describe, has_begin)

    def _chains(self) -> Dingen:
        bereik, beeld = self._bereik, self.beeld
        codes, hier = step_verdicts(bereik), self._hier[bereik.start]
        waarde: dict[str, str] = {}
        for thema in STAPPEN_PER_THEMA:
            telt = np.flatnonzero(hier & bereik.past[:, steps_of(thema)].any(axis=1))
            oordeel = chain_verdicts(codes[telt], thema).tolist()
            scholen = bereik.start[telt].tolist()
            waarde |= {
                f"{beeld.ids[school]}|{thema}": str(KETENOORDELEN[code])
                for school, code in zip(scholen, oordeel, strict=True)
            }
        plekken = {sleutel: plek for plek, sleutel in enumerate(waarde)}

        def describe(sleutel: str) -> Omschrijving:
            rij = self._ketens.rijen[plekken[sleutel]]
            return Omschrijving(f"{rij.naam}, thema {rij.thema}", "", "", (rij.id, *rij.bewijs))

        return Dingen(waarde, describe, lambda _: False)

    def _cells(self) -> Dingen:
        cellen = Cellen.of(self._bereik, areas(self.beeld, self.per, self.regio))
        codes = verdicts(cellen, self.drempels)
        plekken = {
            f"{gebied.code}|{thema}|{stap}|{groep}": (g, s, d)
            for g, gebied in enumerate(cellen.gebieden)
            for s, (thema, stap) in enumerate(STAPPEN)
            for d, groep in enumerate(DOELGROEPEN)
        }

        def describe(sleutel: str) -> Omschrijving:
            g, s, d = plekken[sleutel]
            thema, stap = STAPPEN[s]
            gebied = cellen.gebieden[g]
            plaats = gebied.code if gebied.code.startswith("nis:") else f"regio:{gebied.code}"
            bewijs = (self.beeld.ids[k] for k in cellen.evidence(g, s, d)[:BEWIJS_MAX])
            naam = f"{gebied.naam}: {stap}, thema {thema}, {DOELGROEPEN[d]}"
            return Omschrijving(naam, "", "", (plaats, *bewijs))

        waarde = {sleutel: str(CELOORDELEN[codes[plek]]) for sleutel, plek in plekken.items()}
        return Dingen(waarde, describe, lambda _: False)

    @cached_property
    def _bereik(self) -> Bereik:
        return compute_reach(self.beeld, self.drempels)

    @cached_property
    def _ketens(self) -> Uitkomst[KetenRij]:
        return keten(self.beeld, self.drempels, regio=self.regio, bereik=self._bereik)


def _text(waarde: object) -> str:
    return str(waarde or "")
