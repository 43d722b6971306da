"""What a graph holds at one moment, as things that can be compared with another moment.

Things are named by keys that do not change: ids of organisations and offers, keys of relations, and for what
is computed (a chain, a cell) the key of what it is about. Each has a value: a verdict for what is
computed, and just *ja* for what is there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

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
GOED = {"keten": "gesloten", "cel": "gedekt"}
"""Of what is computed: the value that figures count."""
RELATIES = {"band": BANDEN, "lid": ("LID_VAN",), "zetel": ("NEEMT_DEEL_AAN",)}
"""Sorts of relations, and the types of each."""


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
        goede: how many there are; of what is computed: how many have the good verdict (``GOED``).
        make: the value of each, by key.
        describe: tells of one that is there.
        has_begin: whether somebody said since when one that is there holds; of what is computed never.
    """

    goede: int
    make: Callable[[], Mapping[str, str]]
    describe: Callable[[str], Omschrijving]
    has_begin: Callable[[str], bool]

    @cached_property
    def waarde(self) -> Mapping[str, str]:
        """Value of each, by key. Whoever only counts does not need it."""
        return self.make()


class Toestand:
    """What a graph holds at the date of a view.

    Args:
        beeld: the view at a date.
        drempels: the thresholds.
        regio: only what touches this region.
        per: cells per region or per municipality.
        bereik: what the schools of that view reach, when it was computed already with the same thresholds.
    """

    def __init__(
        self, beeld: Beeld, drempels: Drempels, regio: str | None, per: Per, bereik: Bereik | None = None
    ) -> None:
        self.beeld, self.drempels, self.regio, self.per = beeld, drempels, regio, per
        self._hier, self._klaar = in_region(beeld, regio), bereik
        self._gemaakt: dict[str, Dingen] = {}

    def things(self, soort: str) -> Dingen:
        """The things of one of ``SOORTEN``, made once. O(nodes + relations) beside the analyses."""
        if soort not in self._gemaakt:
            self._gemaakt[soort] = self._make(soort)
        return self._gemaakt[soort]

    def _make(self, soort: str) -> Dingen:
        match soort:
            case "organisatie" | "aanbod":
                return self._nodes(self.nodes(soort))
            case "keten":
                return self._chains()
            case "cel":
                return self._cells()
        return self._relations(soort)

    def nodes(self, soort: str) -> Getallen:
        """The nodes that are things of a sort, ``organisatie`` or ``aanbod``, in order. O(nodes)."""
        if soort == "aanbod":
            return self._offers()
        eigen = self._hier[: self.beeld.aantal_organisaties] & ~is_kind(self.beeld, "Bestuur")
        return np.flatnonzero(eigen)

    def relations(self, soort: str) -> list[tuple[str, Getallen]]:
        """The relations that are things of a sort of ``RELATIES``: rows of each type. O(relations)."""
        beeld, hier = self.beeld, self._hier
        is_org = np.arange(len(beeld)) < beeld.aantal_organisaties
        geraakt: list[tuple[str, Getallen]] = []
        for type_ in RELATIES[soort]:
            tabel = beeld.van_type(type_)
            # A band touches the region by either end; a seat or a membership by the organisation.
            raakt: Masker = hier[tabel.van] & is_org[tabel.van]
            if type_ in BANDEN:
                raakt = (hier[tabel.van] | hier[tabel.naar]) & (tabel.van != tabel.naar)
            geraakt.append((type_, np.flatnonzero(raakt)))
        return geraakt

    def _nodes(self, knopen: Getallen) -> Dingen:
        beeld = self.beeld

        def describe(id_: str) -> Omschrijving:
            knoop = beeld.nummer[id_]
            return Omschrijving(beeld.naam(knoop), _text(bron[knoop]), _text(imp[knoop]), (id_,))

        bron, imp, sinds = (beeld.kolom(naam) for naam in ("bron", "imp", "sinds"))
        return Dingen(
            len(knopen),
            lambda: {beeld.ids[knoop]: JA for knoop in knopen.tolist()},
            describe,
            lambda id_: sinds[beeld.nummer[id_]] is not None,
        )

    def _offers(self) -> Getallen:
        """Offers of a provider of the region, or that reach it or a municipality of it."""
        beeld, hier = self.beeld, self._hier
        raakt = np.zeros(len(beeld), dtype=np.bool_)
        biedt, bereikt = beeld.van_type("BIEDT"), beeld.van_type("BEREIKT")
        raakt[biedt.naar[hier[biedt.van]]] = True
        raakt[bereikt.van[hier[bereikt.naar]]] = True
        knopen = beeld.van_soort("Aanbod").astype(np.int64)
        return knopen if self.regio is None else knopen[raakt[knopen]]

    def _relations(self, soort: str) -> Dingen:
        beeld, geraakt = self.beeld, self.relations(soort)
        kolommen = {
            type_: [beeld.van_type(type_).kolom(naam) for naam in ("bron", "imp", "sinds")]
            for type_, _ in geraakt
        }

        @cache
        def places() -> dict[str, tuple[str, int]]:
            """Where each stands: made when the first one is told about, for most never are."""
            uit: dict[str, tuple[str, int]] = {}
            for type_, plekken in geraakt:
                rids = beeld.van_type(type_).rids
                uit |= {rids[plek]: (type_, plek) for plek in plekken.tolist()}
            return uit

        def describe(rid: str) -> Omschrijving:
            type_, plek = places()[rid]
            tabel = beeld.van_type(type_)
            van, naar = int(tabel.van[plek]), int(tabel.naar[plek])
            bron, imp, _ = (_text(kolom[plek]) for kolom in kolommen[type_])
            naam = f"{beeld.naam(van)} – {beeld.naam(naar)}"
            return Omschrijving(naam, bron, imp, (rid, beeld.ids[van], beeld.ids[naar]))

        def has_begin(rid: str) -> bool:
            type_, plek = places()[rid]
            return kolommen[type_][2][plek] is not None

        def make() -> dict[str, str]:
            waarde: dict[str, str] = {}
            for type_, plekken in geraakt:
                rids = beeld.van_type(type_).rids
                waarde |= dict.fromkeys([rids[plek] for plek in plekken.tolist()], JA)
            return waarde

        return Dingen(sum(len(plekken) for _, plekken in geraakt), make, describe, has_begin)

    def _chains(self) -> Dingen:
        bereik, beeld = self._bereik, self.beeld
        codes, hier = bereik.once(step_verdicts), self._hier[bereik.start]
        per_thema = []
        for thema in STAPPEN_PER_THEMA:
            telt = np.flatnonzero(hier & bereik.past[:, steps_of(thema)].any(axis=1))
            per_thema.append((thema, bereik.start[telt], chain_verdicts(codes[telt], thema)))

        @cache
        def make() -> dict[str, str]:
            return {
                f"{beeld.ids[school]}|{thema}": str(KETENOORDELEN[code])
                for thema, scholen, oordeel in per_thema
                for school, code in zip(scholen.tolist(), oordeel.tolist(), strict=True)
            }

        @cache
        def places() -> dict[str, int]:
            return {sleutel: plek for plek, sleutel in enumerate(make())}

        def describe(sleutel: str) -> Omschrijving:
            rij = self._ketens.rijen[places()[sleutel]]
            return Omschrijving(f"{rij.naam}, thema {rij.thema}", "", "", (rij.id, *rij.bewijs))

        goed = KETENOORDELEN.index(GOED["keten"])
        goede = sum(int(np.count_nonzero(oordeel == goed)) for _, _, oordeel in per_thema)
        return Dingen(goede, make, describe, lambda _: False)

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
        goede = list(waarde.values()).count(GOED["cel"])
        return Dingen(goede, lambda: waarde, describe, lambda _: False)

    @cached_property
    def _bereik(self) -> Bereik:
        return self._klaar or compute_reach(self.beeld, self.drempels)

    @cached_property
    def _ketens(self) -> Uitkomst[KetenRij]:
        return keten(self.beeld, self.drempels, regio=self.regio, bereik=self._bereik)


def _text(waarde: object) -> str:
    return str(waarde or "")
