"""Two graphs that grow apart by deeds, an exchange between them, and a conflict by its definition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from netwerkkaart.graph.archief import herstel, write_archief
from netwerkkaart.graph.archief_delen import read_content
from netwerkkaart.graph.cypher import basis_of
from netwerkkaart.graph.geschiedenis import read_koppen
from netwerkkaart.graph.gewist import hash_id
from netwerkkaart.graph.lezen import read_bekend, read_changes
from netwerkkaart.graph.openen import open_store
from netwerkkaart.graph.store import Store, snapshot
from netwerkkaart.graph.uitvoeren import ImportGegevens, carry_out
from netwerkkaart.plan.wijziging import Bekend, KnoopWijziging, Plan, RelatieWijziging, Velden, Wijziging
from netwerkkaart.schema.register import TYPEN, Waarde, relation_id
from netwerkkaart.uitwisseling.kant import Feit, Kant
from netwerkkaart.uitwisseling.ontvangen import Uitwisseling, prepare_receipt, receive
from netwerkkaart.wissen.doen import erase_person, read_erased
from netwerkkaart.wissen.persoon import find_person
from tests.graph.hulp import NU

Daad = tuple[str, int, int, str]
"""What somebody does: how, to which node, with which other, and a value."""

_HOE = ["knoop", "veld", "band", "sterkte", "band weg", "knoop weg", "persoon", "via", "functie", "wis"]


def maanden() -> st.SearchStrategy[list[Daad]]:
    """What somebody does in a month, in which people come and are erased as well."""
    een = st.tuples(
        st.sampled_from(_HOE), st.integers(0, 3), st.integers(0, 3), st.sampled_from(["a", "b", "c"])
    )
    return st.lists(een, max_size=10)


_klok = count()


def moment() -> timedelta:
    """Later than every moment before."""
    return timedelta(seconds=next(_klok))


def do(store: Store, daad: Daad, wie: str) -> None:
    """Carry out one deed as an import of its own; what makes no sense at that moment does nothing."""
    bekend, nr = read_bekend(store), next(_klok)
    nu = NU + timedelta(seconds=nr)
    if daad[0] == "wis":
        if f"p{daad[1]}" in bekend.knopen:
            erase_person(store, find_person(store, f"p{daad[1]}"), nu=nu)
        return
    plan = _plan(bekend, daad)
    carry_out(store, plan, ImportGegevens("proef", nu, bron=f"bron {nr % 3}", id=f"imp:{wie}-{nr:06d}"))


def _node(label: str, id_: str, voor: Velden | None, na: Velden, bekend: Bekend) -> Plan:
    return Plan((KnoopWijziging(label, id_, voor, na),), versie=bekend.versie)


def _relation(
    rid: str, van: str, naar: str, bekend: Bekend, voor: Velden | None, na: Velden
) -> RelatieWijziging:
    bases = basis_of(bekend.knopen[van].label), basis_of(bekend.knopen[naar].label)
    return RelatieWijziging(rid.partition("|")[0], rid, van, naar, *bases, voor, na)


def _plan(bekend: Bekend, daad: Daad) -> Plan:
    hoe, een, ander, waarde = daad
    if hoe in ("persoon", "functie"):
        return _person(bekend, daad)
    a, b = sorted((f"o{een}", f"o{ander}"))
    rid = relation_id(TYPEN["WERKT_SAMEN_MET"], a, b, {})
    knoop, band = bekend.knopen.get(a), bekend.relaties.get(rid)

    def tie(voor: Velden | None, na: Velden) -> Plan:
        return Plan((), (_relation(rid, a, b, bekend, voor, na),), versie=bekend.versie)

    if hoe == "knoop" and knoop is None:
        return _node("Clb", a, None, {"naam": waarde, "bron": waarde}, bekend)
    if hoe == "veld" and knoop is not None and knoop.eigenschappen.get("straat") != waarde:
        return _node("Clb", a, {"straat": knoop.eigenschappen.get("straat")}, {"straat": waarde}, bekend)
    if hoe == "band" and a != b and band is None and {a, b} <= bekend.knopen.keys():
        return tie(None, {"opmerking": waarde})
    if hoe == "sterkte" and band is not None and band.eigenschappen.get("opmerking") != waarde:
        return tie({"opmerking": band.eigenschappen["opmerking"]}, {"opmerking": waarde})
    if hoe == "via" and band is not None and f"p{ander}" in bekend.knopen:
        return tie({"via": band.eigenschappen.get("via")}, {"via": f"p{ander}"})
    if hoe == "band weg" and band is not None:
        return tie(_no_imp(band.eigenschappen), {})
    if hoe == "knoop weg" and knoop is not None:
        weg = [
            _relation(rid_, r.van, r.naar, bekend, _no_imp(r.eigenschappen), {})
            for rid_, r in bekend.relaties.items()
            if a in (r.van, r.naar)
        ]
        kaal = KnoopWijziging("Clb", a, _no_imp(knoop.eigenschappen), {})
        return Plan((kaal,), tuple(weg), versie=bekend.versie)
    return Plan(versie=bekend.versie)


def _person(bekend: Bekend, daad: Daad) -> Plan:
    hoe, een, ander, waarde = daad
    id_, werk = f"p{een}", f"o{ander}"
    er = bekend.knopen.get(id_)
    if hoe == "functie" and er is not None and er.eigenschappen.get("functie") != waarde:
        return _node(
            "Contactpersoon",
            id_,
            {"functie": er.eigenschappen.get("functie")},
            {"functie": waarde},
            bekend,
        )
    if hoe == "persoon" and er is None and werk in bekend.knopen:
        nieuw = KnoopWijziging("Contactpersoon", id_, None, {"naam": person_name(id_)})
        bases = basis_of("Contactpersoon"), basis_of("Clb")
        band = RelatieWijziging("WERKT_VOOR", f"WERKT_VOOR|{id_}|{werk}", id_, werk, *bases, None, {})
        return Plan((nieuw,), (band,), versie=bekend.versie)
    return Plan(versie=bekend.versie)


def person_name(id_: str) -> str:
    """What a person is called."""
    return f"Persoon nummer {id_[1:]}"


def _no_imp(velden: Mapping[str, Waarde]) -> Velden:
    return {naam: waarde for naam, waarde in velden.items() if naam != "imp"}


def facts(store: Store) -> dict[str, Feit]:
    """All that a graph states."""
    with snapshot(store) as read:
        return dict(Kant(read_content(read)).feiten)


def exchange(naar: Store, van: Store, map_: Path) -> Uitwisseling:
    """Send an archive, receive it as the command does; what was weighed is returned."""
    nr = next(_klok)
    pad = map_ / f"{nr}.zip"
    write_archief(van, pad, gemaakt=NU)
    gewogen = prepare_receipt(naar, pad)
    nu = NU + timedelta(seconds=nr)
    receive(naar, gewogen, nu=nu, bron="collega")
    for id_ in gewogen.gewist:
        erase_person(naar, find_person(naar, id_), nu=nu)
    return gewogen


@contextmanager
def two_stores(
    samen: list[Daad], a: list[Daad], b: list[Daad], server: Store | None = None
) -> Iterator[tuple[Store, Store, Path]]:
    """Two graphs with a shared beginning, and then a month each; the first on a server if one is given."""
    with TemporaryDirectory() as naam, ExitStack() as stapel:
        map_ = Path(naam)
        een = server or open_store(str(map_ / "een.kgl"), schrijven=True)
        ander = open_store(str(map_ / "ander.kgl"), schrijven=True)
        for store in (ander,) if server else (een, ander):
            stapel.callback(store.close)
        for daad in samen:
            do(een, daad, "samen")
        pad = map_ / "begin.zip"
        write_archief(een, pad, gemaakt=NU)
        herstel(ander, pad)
        # Turn about, so that neither is always the later one.
        for nr in range(max(len(a), len(b))):
            for store, wie, eigen in ((een, "een", a), (ander, "ander", b)):
                if nr < len(eigen):
                    do(store, eigen[nr], wie)
        yield een, ander, map_


def real_conflicts(een: Store, ander: Store) -> set[tuple[str, str]]:
    """By the table in ``docs/uitwisselen.md``: what both changed since they parted, and now differs.

    Of a whole that one of both has no more, whatever touched it counts, also a relation at it.
    """
    feiten, gewist = (facts(een), facts(ander)), erased(een) | erased(ander)
    samen = {kop.id for kop in read_koppen(een.read)} & {kop.id for kop in read_koppen(ander.read)}
    daden_ = [
        [w for kop in read_koppen(s.read) if kop.id not in samen for w in read_changes(s, kop.id)]
        for s in (een, ander)
    ]
    uit = set()
    for sleutel in feiten[0].keys() | feiten[1].keys():
        x, y = (f.get(sleutel) for f in feiten)
        if ({sleutel} | _ends(x, y)) & gewist:
            continue
        if x is None or y is None:
            velden = {""}
        else:
            velden = {v for v in {**x.velden, **y.velden} if x.velden.get(v) != y.velden.get(v)}
            velden = {v for v in velden if x.velden.get(v) not in gewist and y.velden.get(v) not in gewist}
        for veld in velden - {"bron", "bron_datum"}:
            if all(any(_touches(w, sleutel, veld) for w in eigen) for eigen in daden_):
                uit.add((sleutel, veld))
    return uit


def _ends(*feiten: Feit | None) -> set[str]:
    return {einde for f in feiten if f for einde in (f.van, f.naar)}


def _touches(w: Wijziging, sleutel: str, veld: str) -> bool:
    eigen = w.id if isinstance(w, KnoopWijziging) else w.rid
    if eigen == sleutel:
        return not veld or w.voor is None or not w.na or veld in w.na
    return not veld and isinstance(w, RelatieWijziging) and sleutel in (w.van, w.naar)


def erased(store: Store) -> set[str]:
    """Ids of the people who were erased from a graph."""
    return {f"p{nr}" for nr in range(4) if hash_id(f"p{nr}") in read_erased(store)}
