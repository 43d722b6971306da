"""Random graphs of every kind on the workbook, and a model of what a store would know after a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from hypothesis import strategies as st
from pydantic import BaseModel

from netwerkkaart.gebied import gemeenten
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.importers import Leeskeuzes, load_importer
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.context import Context, Gekend, Oogst
from netwerkkaart.omzetten.plaatsen import area_statements
from netwerkkaart.omzetten.werkboek import Werkboek, read_werkboek
from netwerkkaart.omzetten.werkboekbladen import BLADEN, Knoopblad, Relatieblad
from netwerkkaart.omzetten.werkboekstand import Stand, write_stand
from netwerkkaart.omzetten.werkboektekst import Cel, as_read, make_cells
from netwerkkaart.omzetten.werkboekvoorbeeld import example_cells
from netwerkkaart.omzetten.werkboekvorm import columns
from netwerkkaart.plan.maak import make_plan
from netwerkkaart.plan.wijziging import Bekend, BekendeKnoop, BekendeRelatie, Plan
from netwerkkaart.schema.register import (
    SOORTEN,
    TYPEN,
    Eigenschap,
    Misvorming,
    Waarde,
    flatten,
    may_connect,
    properties_of,
    read_value,
    relation_id,
)
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak
from netwerkkaart.werkboek.boek import make_werkboek
from netwerkkaart.werkboek.stand import Herkomst, make_stand

NU = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
DAG = date(2026, 3, 2)
GRAAF = "imp:eerste"
HERKOMST = Herkomst(NU, GRAAF, 3)

SOORTEN_OP_BLAD = tuple(label for b in BLADEN if isinstance(b, Knoopblad) for label in b.labels)
TYPEN_OP_BLAD = tuple(
    dict.fromkeys(
        type_
        for b in BLADEN
        for type_ in (b.types if isinstance(b, Relatieblad) else [v.type for v in b.verbanden])
    )
)
_NISSEN = sorted(nis for nis, g in gemeenten().items() if g.regio in ("limburg", "antwerpen", "brussel"))[::9]
_MONSTERS = (
    "3000", "24062", "012345", "0206684927", "a@b.be", "016 11 22 33", "+32 16 11", "https://a.be/?q=1&r=<2>",
    "2025-2026", "x", "=1+1", "-3", "@SUM(A1)", "<r><t>rijk</t></r>", "'=x", "a;b|c", "Zoë  & co", "_x0041_",
    "regel een\nregel twee", "3,5", "1/2", "TRUE", "1E5", "007", "[s1]", "naam [s1]",
)  # fmt: skip
_WILD = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=14)
_TAM = st.text("abcdefgh éè ABC", min_size=1, max_size=10).map(lambda tekst: f"t{tekst.strip()}x")


@cache  # to build a strategy costs more than to draw from it
def values(eigenschap: Eigenschap, wild: bool) -> st.SearchStrategy[dict[str, Waarde]]:
    """Everything that a property may hold, as it is stored."""
    vorm = eigenschap.vorm
    if vorm.naam == "datum":
        return _dates(eigenschap, wild)
    if vorm.naam in ("keuze", "keuzes") and vorm.vocabularium:
        codes = st.sampled_from(vorm.vocabularium.codes)
        ruw: st.SearchStrategy[object] = codes
        if vorm.naam == "keuzes":
            ruw = st.one_of(st.just(["alle"]), st.lists(codes, min_size=1, max_size=3))
    elif vorm.naam == "ja/nee":
        ruw = st.booleans()
    elif vorm.naam == "getal":
        ruw = st.sampled_from([1, 2, 3, 12])
    elif vorm.naam == "kommagetal":
        ruw = st.floats(-50, 50, allow_nan=False, width=32).map(lambda f: format(f, ".6f"))
    elif vorm.naam == "gemeenten":
        lijst = st.lists(st.sampled_from(_NISSEN), min_size=1, max_size=3, unique=True).map(sorted)
        ruw = st.one_of(st.just(["alle"]), lijst)
    elif vorm.naam == "teksten":
        ruw = st.lists(_WILD if wild else _TAM, min_size=1, max_size=3)
    else:
        monsters = [m for m in _MONSTERS if _fits(eigenschap, m)]
        if not _fits(eigenschap, "gewone tekst"):
            ruw = st.sampled_from(monsters)
        else:
            ruw = st.one_of(_WILD, st.sampled_from(monsters)) if wild else _TAM
    goed = ruw.filter(lambda waarde: _fits(eigenschap, waarde))
    return goed.map(lambda waarde: flatten(eigenschap.naam, read_value(eigenschap, waarde)))


def _fits(eigenschap: Eigenschap, waarde: object) -> bool:
    gelezen = read_value(eigenschap, waarde)
    return not isinstance(gelezen, Misvorming) and gelezen != []


def _dates(eigenschap: Eigenschap, wild: bool) -> st.SearchStrategy[dict[str, Waarde]]:
    teksten = st.dates(date(2010, 1, 1), date(2040, 1, 1)).flatmap(
        lambda d: st.sampled_from([f"{d:%Y}", f"{d:%Y-%m}", d.isoformat()])
    )
    gewoon = teksten.map(lambda tekst: flatten(eigenschap.naam, read_value(eigenschap, tekst)))
    if not wild:
        return gewoon
    # An archive may hold what no cell can say: the third of a month, known to the year.
    vreemd: st.SearchStrategy[dict[str, Waarde]] = st.dates(date(2010, 1, 1), date(2040, 1, 1)).map(
        lambda d: {eigenschap.naam: d, f"{eigenschap.naam}_precisie": "jaar"}
    )
    return st.one_of(gewoon, gewoon, vreemd)


def fields(
    draw: st.DrawFn, model: type[BaseModel], sleutel: str, wild: bool, vol: bool = False
) -> dict[str, Waarde]:
    """Properties of one node or relation: what is required, and some of the rest."""
    uit: dict[str, Waarde] = {}
    for naam, eigenschap in properties_of(model).items():
        if naam in (sleutel, "imp", "via", "vroegere_ids", "ook_bekend_als"):
            continue
        if eigenschap.verplicht or (vol and naam in ("bron", "bron_datum")) or draw(st.integers(0, 3)) == 0:
            uit |= draw(values(eigenschap, wild))
    if "sinds" in uit and "tot" in uit and str(uit["sinds"]) >= str(uit["tot"]):
        uit = {n: w for n, w in uit.items() if not n.startswith("tot")}
    if "naam" in uit:
        uit["naam"] = " ".join(str(uit["naam"]).split()) or "naam"
    if not wild:
        uit.pop("postcode", None)  # a postcode alone says where an organisation lies
    return uit


@st.composite
def graphs(draw: st.DrawFn, wild: bool = True, per_soort: int = 2) -> Bekend:
    """A graph with nodes of every kind that the workbook has, and relations of every type between them."""
    labels = draw(st.lists(st.sampled_from(SOORTEN_OP_BLAD), min_size=3, max_size=9))
    labels += ["School", "Clb", "Forum", "Overleg", "Contactpersoon", "Coordinator"][
        : draw(st.integers(0, 6))
    ]
    vreemde = ["voorbeeld", "a;b", "x[1]", "'=id", "Zoë"] if wild else []
    knopen: list[KnoopUitspraak] = []
    for nr, label in enumerate(labels):
        id_ = f"{vreemde[nr]}-{nr}" if nr < len(vreemde) and draw(st.booleans()) else f"{label.lower()}:{nr}"
        id_ = "voorbeeld" if id_ == "voorbeeld-0" else id_
        velden = fields(draw, SOORTEN[label], "id", wild, vol=not wild)
        if not wild:
            velden["naam"] = f"{velden.get('naam', 'n')} {nr}"
        knopen.append(KnoopUitspraak(label, id_, velden))
    nissen = draw(st.lists(st.sampled_from(_NISSEN), min_size=1, max_size=3, unique=True))
    gebieden = area_statements([*(f"nis:{nis}" for nis in nissen), "regio:limburg"])
    alle = {u.id: u.label for u in [*knopen, *gebieden] if isinstance(u, KnoopUitspraak)}
    relaties = [draw(_relations(type_, alle, wild)) for type_ in TYPEN_OP_BLAD]
    uitspraken: list[Uitspraak] = [*gebieden, *knopen, *(r for groep in relaties for r in groep)]
    return apply_plan(Bekend(), make_plan(uitspraken, Bekend()))


@st.composite
def _relations(draw: st.DrawFn, type_: str, labels: dict[str, str], wild: bool) -> list[RelatieUitspraak]:
    relatie = TYPEN[type_]
    paren = [(a, b) for a in labels for b in labels if a != b and may_connect(relatie, labels[a], labels[b])]
    if not paren:
        return []
    uit: dict[str, RelatieUitspraak] = {}
    op_rij = any(isinstance(b, Relatieblad) and type_ in b.types for b in BLADEN)
    for van, naar in draw(st.lists(st.sampled_from(paren), max_size=3, unique=True)):
        if relatie.soort.ongericht and naar < van:
            van, naar = naar, van
        velden = fields(draw, relatie, "rid", wild, vol=True) if wild or op_rij else {}
        rid = relation_id(relatie, van, naar, velden)
        uit[rid] = RelatieUitspraak(type_, rid, van, naar, velden)
    return [*uit.values()]


def apply_plan(bekend: Bekend, plan: Plan) -> Bekend:
    """What a store would know after a plan."""
    knopen = dict(bekend.knopen)
    for k in plan.knopen:
        oud = dict(knopen[k.id].eigenschappen) if k.id in knopen else {}
        knopen[k.id] = BekendeKnoop(k.label, {s: w for s, w in (oud | k.na).items() if w is not None})
    relaties = dict(bekend.relaties)
    for r in sorted(plan.relaties, key=lambda w: bool(w.na)):
        if not r.na and r.voor is not None:
            del relaties[r.rid]
            continue
        oud = dict(relaties[r.rid].eigenschappen) if r.rid in relaties else {}
        nieuw = {s: w for s, w in (oud | r.na).items() if w is not None}
        relaties[r.rid] = BekendeRelatie(r.type, r.van, r.naar, nieuw)
    return Bekend(knopen, relaties, {id_: k.label for id_, k in knopen.items()}, bekend.versie + 1)


def view(bekend: Bekend) -> Beeld:
    """The columnar view of a model."""
    knopen = [(k.label, id_, k.eigenschappen) for id_, k in bekend.knopen.items()]
    relaties = [
        (r.type, r.van, r.naar, {**r.eigenschappen, "rid": rid}) for rid, r in bekend.relaties.items()
    ]
    return Beeld.from_rows(knopen, relaties)


def known(bekend: Bekend, graaf: str = GRAAF) -> Gekend:
    """What an importer may look up in a model."""
    knopen = [(id_, k.label, str(k.eigenschappen.get("naam") or "")) for id_, k in bekend.knopen.items()]
    return Gekend([*knopen, *([(graaf, "Import", "Import 1")] if graaf and bekend.knopen else [])])


def export(bekend: Bekend, **keuzes: object) -> Stand:
    """What the workbook of a model holds."""
    return make_stand(view(bekend), HERKOMST, **keuzes)  # type: ignore[arg-type]


def open_boek(pad: Path, stand: Stand) -> Werkboek:
    """Write a workbook and open it as an import does."""
    pad.write_bytes(make_werkboek(stand))
    return reopen(pad)


def as_boek(stand: Stand) -> Werkboek:
    """The workbook as it would be opened, without a file: much quicker, for many cases."""
    getoond = {naam.id: naam.getoond for naam in stand.namen}
    bladen = []
    for blad in BLADEN:
        if blad.naam in stand.bladen:
            kolommen = columns(blad, stand.merk.personen)
            cellen: list[Sequence[Cel]] = [example_cells(blad, kolommen)]
            cellen += make_cells(kolommen, stand.bladen[blad.naam], getoond)
            koppen = tuple(kolom.kop for kolom in kolommen)
            rijen = as_read(cellen)
            bladen.append(Tabel("w.xlsx", blad.naam, koppen, rijen, range(2, len(rijen) + 2)))
    regels = as_read([[blad, tekst] for blad, tekst in write_stand(stand)])
    rijen_stand = [(regel[0], regel[1]) for regel in regels]
    return Werkboek("w.xlsx", bladen, rijen_stand)


def reopen(pad: Path) -> Werkboek:
    """Open a workbook as an import does."""
    boek = load_importer("werkboek").open(pad, Leeskeuzes())
    assert isinstance(boek, Werkboek)
    return boek


def read(boek: Werkboek, gekend: Gekend, dag: date = DAG) -> Oogst:
    """Read a workbook as an import does."""
    return read_werkboek(boek, Context(gekend=gekend, datum=dag, bron="werkboek.xlsx"))


def weigh(oogst: Oogst, bekend: Bekend) -> Plan:
    """The plan of a harvest against a model."""
    assert not oogst.fouten, [str(m) for m in oogst.fouten]
    return make_plan(oogst.uitspraken, bekend)


def edit(boek: Werkboek, blad: str, change: Callable[[list[list[str]], dict[str, int]], None]) -> Werkboek:
    """A workbook in which one sheet was changed: its rows, and where each header stands."""
    bladen = []
    for tabel in boek.bladen:
        if tabel.blad == blad:
            rijen = [list(rij) for rij in tabel.rijen]
            koppen = {kop.removesuffix(" *"): nr for nr, kop in enumerate(tabel.kolommen)}
            change(rijen, koppen)
            tabel = replace(tabel, rijen=[tuple(r) for r in rijen], rijnummers=range(2, len(rijen) + 2))
        bladen.append(tabel)
    return replace(boek, bladen=bladen)


def content(
    boek: Werkboek, zonder: Iterable[str] = ()
) -> list[tuple[str, tuple[str, ...], Sequence[object]]]:
    """What stands on the sheets of rows."""
    weg = set(zonder)
    uit: list[tuple[str, tuple[str, ...], Sequence[object]]] = []
    for tabel in boek.bladen:
        houden = [nr for nr, kop in enumerate(tabel.kolommen) if kop not in weg]
        rijen = [tuple(rij[nr] for nr in houden) for rij in tabel.rijen]
        uit.append((tabel.blad, tuple(tabel.kolommen[nr] for nr in houden), rijen))
    return uit


def rich() -> Bekend:
    """A graph with every kind and type of the workbook, every property filled, each text an awkward one."""
    teller = iter(range(10**6))

    def velden(model: type[BaseModel], sleutel: str) -> dict[str, Waarde]:
        uit: dict[str, Waarde] = {}
        for naam, eigenschap in properties_of(model).items():
            if naam in (sleutel, "imp", "via", "vroegere_ids", "tot"):
                continue
            woorden = eigenschap.vorm.vocabularium.codes if eigenschap.vorm.vocabularium else ()
            goed = [w for w in (*woorden, *_MONSTERS, "ja", "2024-09", "2", "alle") if _fits(eigenschap, w)]
            uit |= flatten(naam, read_value(eigenschap, goed[next(teller) % len(goed)]))
        return uit

    gebieden = area_statements(["nis:71016", "nis:11002", "regio:limburg"])
    knopen = [
        KnoopUitspraak(
            label, f"{label.lower()}:{nr}", velden(SOORTEN[label], "id") | {"naam": f"{label} {nr}"}
        )
        for label in SOORTEN_OP_BLAD
        for nr in (1, 2)
    ]
    labels = {u.id: u.label for u in [*gebieden, *knopen] if isinstance(u, KnoopUitspraak)}
    uit: dict[str, Uitspraak] = {}
    for type_ in TYPEN_OP_BLAD:
        relatie = TYPEN[type_]
        paren = [
            (a, b) for a in labels for b in labels if a < b and may_connect(relatie, labels[a], labels[b])
        ]
        paren += [
            (a, b) for a in labels for b in labels if a > b and may_connect(relatie, labels[a], labels[b])
        ]
        for van, naar in paren[:: max(1, len(paren) // 4)]:
            if relatie.soort.ongericht and naar < van:
                van, naar = naar, van
            eigen = velden(relatie, "rid")
            rid = relation_id(relatie, van, naar, eigen)
            uit.setdefault(rid, RelatieUitspraak(type_, rid, van, naar, eigen))
    return apply_plan(Bekend(), make_plan([*gebieden, *knopen, *uit.values()], Bekend()))
