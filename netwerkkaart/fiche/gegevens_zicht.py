"""The three views that outputs of a graph are made from, and who sees what of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, cast

from netwerkkaart.fiche.gegevens_model import Wie
from netwerkkaart.graph.afscherming import Afscherming
from netwerkkaart.graph.beeld import Beeld, Relaties
from netwerkkaart.graph.vrijgave import Profiel, beperk
from netwerkkaart.plan.antwoordstand import ANTWOORD, Antwoordstand
from netwerkkaart.plan.bevestiging import Antwoordkop, Bandsleutel, Vermelding, newest_answers
from netwerkkaart.plan.wijziging import BekendeRelatie
from netwerkkaart.schema.register import TYPEN, Waarde


class Plaats(NamedTuple):
    """One relation: its table and its place therein."""

    tabel: Relaties
    plek: int

    @property
    def rid(self) -> str:
        """Its key."""
        return self.tabel.rids[self.plek]

    def get(self, naam: str) -> object:
        """One property; None where it is absent."""
        return self.tabel.kolom(naam)[self.plek]


class Gezegd(NamedTuple):
    """What an organisation answered about one tie: there is one, there is none, or not known."""

    ja: bool | None
    datum: object
    precisie: object


@dataclass(frozen=True)
class Zicht:
    """One graph at a date, as each profile sees it.

    Args:
        vol: with everything in it.
        partners, openbaar: with what partners, and what everybody, may see.
        schuil: the stand-ins of shielded practitioners in these, by id.
    """

    vol: Beeld
    partners: Beeld
    openbaar: Beeld
    schuil: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, beeld: Beeld, ken: str | None = None) -> Zicht:
        """Limit a view, with the same filter as every output. O(n + m).

        Args:
            beeld: the whole view at a date.
            ken: id of a sole practitioner who reads the page herself: she sees her own name.
        """
        zelf = () if ken is None else (ken,)
        wie = {p: Afscherming.of(p, beeld, ken=zelf) for p in (Profiel.PARTNERS, Profiel.OPENBAAR)}
        return cls(
            beeld,
            beperk(beeld, Profiel.PARTNERS, wie[Profiel.PARTNERS]),
            beperk(beeld, Profiel.OPENBAAR, wie[Profiel.OPENBAAR]),
            wie[Profiel.PARTNERS].schuilcodes,
        )

    def for_reader(self, id_: str) -> Zicht:
        """The same for the page of this organisation: a shielded practitioner reads her own name."""
        return Zicht.of(self.vol, id_) if id_ in self.schuil else self

    def stand_in(self, id_: str) -> str:
        """Under what name partners see a shielded practitioner; empty for everybody else."""
        code = self.schuil.get(id_, "")
        return self.partners.naam(self.partners.nummer[code]) if code in self.partners.nummer else ""

    def who_sees(self, id_: str) -> Wie:
        """Who sees a node."""
        if id_ in self.openbaar.nummer:
            return Wie.IEDEREEN
        return Wie.PARTNERS if id_ in self.partners.nummer else Wie.COORDINATOREN

    def who_sees_relation(self, rid: str) -> Wie:
        """Who sees a relation that partners see."""
        return Wie.IEDEREEN if rid in self._openbaar else Wie.PARTNERS

    @cached_property
    def _openbaar(self) -> frozenset[str]:
        return frozenset(rid for tabel in self.openbaar.relaties.values() for rid in tabel.rids)

    @cached_property
    def offered(self) -> frozenset[str]:
        """Keys of what partners see being offered."""
        return frozenset(self.partners.van_type("BIEDT").rids)

    def relations(self, id_: str) -> list[Plaats]:
        """All relations at one node that partners see, type after type. The first call sorts them all."""
        return self._bij.get(id_, [])

    @cached_property
    def _bij(self) -> dict[str, list[Plaats]]:
        uit: dict[str, list[Plaats]] = {}
        for tabel in self.partners.relaties.values():
            for plek, einden in enumerate(zip(tabel.van.tolist(), tabel.naar.tolist(), strict=True)):
                for knoop in dict.fromkeys(einden):
                    uit.setdefault(self.partners.ids[knoop], []).append(Plaats(tabel, plek))
        return uit

    def own_answers(self, id_: str) -> dict[Bandsleutel, Gezegd]:
        """What an organisation itself said of its ties, the latest that counts; never what others said."""
        return self._antwoorden.get(id_, {})

    @cached_property
    def _antwoorden(self) -> dict[str, dict[Bandsleutel, Gezegd]]:
        koppen, ids, noemt = self._heads(), self.vol.ids, self.vol.van_type("NOEMT")
        telt = newest_answers(koppen.values())
        eigen = {id_: kop for id_, kop in koppen.items() if id_ in telt and kop.door == kop.namens}
        gezegd = [
            (eigen[ids[antwoord]], Plaats(noemt, plek))
            for plek, antwoord in enumerate(noemt.van.tolist())
            if ids[antwoord] in eigen and noemt.kolom("relatie")[plek] in TYPEN
        ]
        uit: dict[str, dict[Bandsleutel, Gezegd]] = {}
        for kop, plaats in sorted(gezegd, key=lambda paar: (paar[0].volgorde, paar[1].rid)):
            over = Vermelding(
                kop,
                ids[int(noemt.naar[plaats.plek])],
                str(plaats.get("relatie")),
                str(plaats.get("richting") or ""),
                str(plaats.get("stap") or ""),
            )
            ja = plaats.get("ja")
            uit.setdefault(kop.namens, {})[self._as_seen(over.sleutel)] = Gezegd(
                ja if isinstance(ja, bool) else None, plaats.get("datum"), plaats.get("datum_precisie")
            )
        return uit

    def _as_seen(self, sleutel: Bandsleutel) -> Bandsleutel:
        """The key of a tie as partners see it: also who answers for one, reads the stand-in of another."""
        type_, van, naar, stap = sleutel
        if van not in self.schuil and naar not in self.schuil:
            return sleutel
        van, naar = self.schuil.get(van, van), self.schuil.get(naar, naar)
        if TYPEN[type_].soort.ongericht:
            van, naar = min(van, naar), max(van, naar)
        return type_, van, naar, stap

    def _heads(self) -> dict[str, Antwoordkop]:
        beeld = self.vol
        velden = {naam: beeld.kolom(naam) for naam in ("datum", "tijdstip", "gegevens_kloppen")}
        antwoorden = {
            beeld.ids[knoop]: {n: cast(Waarde, k[knoop]) for n, k in velden.items() if k[knoop] is not None}
            for knoop in beeld.van_soort(ANTWOORD).tolist()
        }
        relaties = {
            rid: BekendeRelatie(tabel.type, beeld.ids[van], beeld.ids[naar], {})
            for tabel in map(beeld.van_type, ("ANTWOORD_OP", "GEGEVEN_DOOR", "NAMENS"))
            for rid, van, naar in zip(tabel.rids, tabel.van.tolist(), tabel.naar.tolist(), strict=True)
        }
        return Antwoordstand(antwoorden, relaties).koppen
