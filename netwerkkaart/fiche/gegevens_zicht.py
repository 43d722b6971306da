"""The three views that outputs of a graph are made from, and who sees what of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from netwerkkaart.fiche.gegevens_model import Wie
from netwerkkaart.graph.beeld import Beeld, Relaties
from netwerkkaart.graph.vrijgave import Profiel, beperk
from netwerkkaart.plan.bevestiging import Antwoordkop, newest_answers


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


Sleutel = tuple[str, str, str, str]
"""Type of a tie, ids of its ends (of an undirected one the lower first), and its step or nothing."""


@dataclass(frozen=True)
class Zicht:
    """One graph at a date, as each profile sees it.

    Args:
        vol: with everything in it.
        partners, openbaar: with what partners, and what everybody, may see.
    """

    vol: Beeld
    partners: Beeld
    openbaar: Beeld

    @classmethod
    def of(cls, beeld: Beeld) -> Zicht:
        """Limit a view, with the same filter as every output. O(n + m)."""
        return cls(beeld, beperk(beeld, Profiel.PARTNERS), beperk(beeld, Profiel.OPENBAAR))

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

    def own_answers(self, id_: str) -> dict[Sleutel, Gezegd]:
        """What an organisation itself said of its ties, the latest that counts; never what others said."""
        return self._antwoorden.get(id_, {})

    @cached_property
    def _antwoorden(self) -> dict[str, dict[Sleutel, Gezegd]]:
        koppen = list(self._heads())
        telt = newest_answers(koppen)
        van = {kop.id: kop for kop in sorted(koppen, key=_order) if kop.id in telt and kop.door == kop.namens}
        volgorde = {id_: nr for nr, id_ in enumerate(van)}
        noemt, ids = self.vol.van_type("NOEMT"), self.vol.ids
        gezegd = [
            Plaats(noemt, plek) for plek, antwoord in enumerate(noemt.van.tolist()) if ids[antwoord] in van
        ]
        uit: dict[str, dict[Sleutel, Gezegd]] = {}
        for plaats in sorted(gezegd, key=lambda p: (volgorde[ids[int(noemt.van[p.plek])]], p.rid)):
            wie, ander = van[ids[int(noemt.van[plaats.plek])]].namens, ids[int(noemt.naar[plaats.plek])]
            een, twee = _ends(wie, ander, str(plaats.get("relatie")), plaats.get("richting"))
            sleutel = (str(plaats.get("relatie")), een, twee, str(plaats.get("stap") or ""))
            ja = plaats.get("ja")
            uit.setdefault(wie, {})[sleutel] = Gezegd(
                ja if isinstance(ja, bool) else None, plaats.get("datum"), plaats.get("datum_precisie")
            )
        return uit

    def _heads(self) -> Iterator[Antwoordkop]:
        beeld = self.vol
        eind: dict[str, dict[int, str]] = {}
        for type_ in ("ANTWOORD_OP", "GEGEVEN_DOOR", "NAMENS"):
            tabel = beeld.van_type(type_)
            paren = zip(tabel.van.tolist(), tabel.naar.tolist(), strict=True)
            eind[type_] = {van: beeld.ids[naar] for van, naar in paren}
        datum, tijdstip, klopt = (beeld.kolom(n) for n in ("datum", "tijdstip", "gegevens_kloppen"))
        for knoop in beeld.van_soort("Antwoord").tolist():
            door = eind["GEGEVEN_DOOR"].get(knoop) or eind["NAMENS"].get(knoop)
            dag = datum[knoop]
            if door and dag is not None:
                yield Antwoordkop(
                    beeld.ids[knoop],
                    eind["ANTWOORD_OP"].get(knoop, ""),
                    door,
                    eind["NAMENS"].get(knoop, door),
                    dag,
                    str(tijdstip[knoop] or ""),
                    klopt[knoop] is True,
                )


def _order(kop: Antwoordkop) -> tuple[object, ...]:
    return kop.volgorde


def _ends(wie: str, ander: str, type_: str, richting: object) -> tuple[str, str]:
    if type_ == "WERKT_SAMEN_MET":
        return min(wie, ander), max(wie, ander)
    return (ander, wie) if richting == "in" else (wie, ander)
