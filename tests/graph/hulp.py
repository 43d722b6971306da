"""Statements, plans and whole states, for the tests of the stores."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st

from netwerkkaart.graph.lezen import read_bekend
from netwerkkaart.graph.store import Store, snapshot
from netwerkkaart.graph.uitvoeren import ImportGegevens, ImportVerslag, carry_out
from netwerkkaart.plan.maak import make_plan
from netwerkkaart.plan.wijziging import Plan
from netwerkkaart.schema.register import TYPEN, Waarde, relation_id
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak

NU = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


def knoop(label: str, id_: str, **velden: Waarde) -> KnoopUitspraak:
    return KnoopUitspraak(label, id_, {"naam": f"{label} {id_}", **velden})


def relatie(type_: str, van: str, naar: str, **velden: Waarde) -> RelatieUitspraak:
    soort = TYPEN[type_]
    if soort.soort.ongericht and naar < van:
        van, naar = naar, van
    return RelatieUitspraak(type_, relation_id(soort, van, naar, velden), van, naar, dict(velden))


def plan_voor(store: Store, uitspraken: Sequence[Uitspraak]) -> Plan:
    ids = [u.id for u in uitspraken if isinstance(u, KnoopUitspraak)]
    rids = [u.rid for u in uitspraken if isinstance(u, RelatieUitspraak)]
    return make_plan(uitspraken, read_bekend(store, ids, rids))


def gegevens(id_: str, bron: str = "lijst") -> ImportGegevens:
    return ImportGegevens("proef", NU, bron=bron, bron_datum=date(2026, 1, 1), id=id_)


def voer_in(store: Store, uitspraken: Sequence[Uitspraak], id_: str = "imp:1") -> ImportVerslag | None:
    return carry_out(store, plan_voor(store, uitspraken), gegevens(id_))


def staat(store: Store) -> tuple[list[object], list[object]]:
    """Everything in the store, bookkeeping too, in an order that does not depend on the engine."""
    with snapshot(store) as read:
        knopen = read("MATCH (n) RETURN labels(n) AS labels, properties(n) AS p", None).rijen
        relaties = read("MATCH (a)-[x]->(b) RETURN a.id, b.id, type(x), properties(x) AS p", None).rijen
    return sorted(map(_vast, knopen), key=repr), sorted(map(_vast, relaties), key=repr)


def _vast(rij: Sequence[object]) -> object:
    virtueel = {"title", "type"}
    return [
        sorted((k, v) for k, v in deel.items() if k not in virtueel)
        if isinstance(deel, dict)
        else sorted(deel)
        if isinstance(deel, list)
        else deel
        for deel in rij
    ]


VOORBEELD: tuple[Uitspraak, ...] = (
    knoop("School", "s1", niveaus=["kleuter", "lager"], sinds=date(2020, 9, 1), leerlingen=212),
    knoop("School", "s2", niveaus=["secundair"], sinds=date(2024, 1, 1), sinds_precisie="jaar"),
    knoop("Clb", "c1", postcode="3000"),
    knoop("NaftAanbieder", "n1"),
    knoop("Aanbod", "a1", continuum=["voorkomen"], themas=["1"], doelgroepen=["leerling"], capaciteit=0),
    knoop("Gemeente", "nis:24062", nis="24062"),
    relatie("BEGELEIDT", "c1", "s1", sinds=date(2021, 9, 1)),
    relatie("WERKT_SAMEN_MET", "s2", "n1", sterkte=2, opmerking='tekst met "aanhaling"\nen een regel'),
    relatie("VERWIJST_NAAR", "s2", "n1", stap="voorkomen"),
    relatie("VERWIJST_NAAR", "s2", "n1", stap="heroriënteren"),
    relatie("BIEDT", "n1", "a1"),
    relatie("LIGT_IN", "s1", "nis:24062"),
)

_TEKSTEN = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12).map(
    lambda tekst: tekst.strip() or "x"
)
_DATUMS = st.dates(date(1990, 1, 1), date(2040, 1, 1))
_SOORTEN = ("School", "Clb", "NaftAanbieder", "Bestuur")

_OP_KNOOP = {
    "opmerking": _TEKSTEN,
    "sinds": _DATUMS,
    "lengte": st.floats(2, 7, allow_nan=False).map(lambda f: round(f, 6)),
    "themas": st.lists(st.sampled_from(["1", "2"]), unique=True).map(sorted),
}
_OP_BAND = {"sterkte": st.integers(1, 3), "tot": _DATUMS}


@st.composite
def uitspraken(draw: st.DrawFn) -> list[Uitspraak]:
    """A random, valid set of statements: some nodes of a few kinds, and relations between them."""
    labels = draw(st.lists(st.sampled_from(_SOORTEN), min_size=1, max_size=6))
    knopen: list[Uitspraak] = []
    for nr, label in enumerate(labels):
        velden: dict[str, Any] = draw(st.fixed_dictionaries({}, optional=_OP_KNOOP))
        knopen.append(KnoopUitspraak(label, f"{label}-{nr}", {"naam": draw(_TEKSTEN), **velden}))
    banden: dict[str, Uitspraak] = {}
    ids = [u.id for u in knopen if isinstance(u, KnoopUitspraak) and u.label != "Bestuur"]
    for van in ids:
        for naar in draw(st.lists(st.sampled_from(ids), max_size=2, unique=True)):
            if van != naar:
                eigen: dict[str, Any] = draw(st.fixed_dictionaries({}, optional=_OP_BAND))
                band = relatie("WERKT_SAMEN_MET", van, naar, **eigen)
                banden[band.rid] = band
    return knopen + list(banden.values())
