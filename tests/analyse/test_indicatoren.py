"""Indicators against plain counting; sums, ranges, places, and what stands beside each figure."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.analyse import ANALYSES
from netwerkkaart.analyse.indicatoren import ALLES, Indicator, indicatoren
from netwerkkaart.analyse.indicatoren_rang import rank_ranges
from netwerkkaart.analyse.indicatoren_tekening import draw_indicatoren
from netwerkkaart.analyse.ketencijfers import keten_cijfers
from netwerkkaart.demo import generate_demo
from netwerkkaart.demo.inlezen import import_demo
from netwerkkaart.graph.lezen import read_beeld
from netwerkkaart.graph.store import Store
from netwerkkaart.vragen.bibliotheek import find_query, load_library
from tests.analyse.brute import DOELGROEPEN, SECTOR, STAPPEN, Wereld, lists
from tests.analyse.grafen import DATUM, Rijen, small, view
from tests.analyse.test_eigenschappen import renamed
from tests.analyse.voorbeeld import example
from tests.voorbeelden import aantal

REGIOS = ("limburg", "antwerpen", "brussel")
LEEFTIJD = {"1": "−12", "2": "+12"}
SECTORWOORD = {"naft": "NAFT", "lokaal": "lokaal bestuur"}
Geteld = tuple[int, int | None, int | None]
"""Counted, out of what, at most."""
DAGEN = (None, date(2023, 1, 1), date(2024, 3, 31), date(2025, 3, 31), date(2025, 4, 1), DATUM)


def busy(seed: int) -> Rijen:
    """A small world with a network at work: agreements, practices, meetings, actions, confirmations."""
    r = random.Random(seed)
    knopen, relaties = small(seed)
    orgs = [id_ for label, id_, _ in knopen if label in SECTOR]
    for nr, (label, id_, p) in enumerate(knopen):
        dag = r.choice(DAGEN)
        if label in SECTOR and dag is not None:
            knopen[nr] = (label, id_, {**p, "bevestigd_op": dag})

    def rel(type_: str, van: str, naar: str, **p: object) -> None:
        relaties.append((type_, van, naar, {"rid": f"{type_}|{van}|{naar}", **p}))

    knopen.append(("Forum", "fx", {"naam": "FX", "regio": "antwerpen"}))
    for nr in range(4):
        knopen.append(("Overleg", f"ov{nr}", {"naam": f"OV{nr}", "datum": r.choice(DAGEN[1:])}))
        rel("OVERLEG_VAN", f"ov{nr}", r.choice(["fx", "n1"]))
        knopen.append(("Actie", f"ac{nr}", {"naam": f"AC{nr}", "toestand": r.choice(["klaar", "open"])}))
        for wie in r.sample([*orgs, "ln"], r.randint(0, 2)):
            rel("VERANTWOORDELIJK_VOOR", wie, f"ac{nr}")
        if r.random() < 0.5:
            rel("AGENDEERT", f"ov{r.randrange(nr + 1)}", f"ac{nr}")
        knopen.append(("GoedePraktijk", f"gp{nr}", {"naam": f"GP{nr}"}))
        for org in r.sample(orgs, min(len(orgs), r.randint(0, 3))):
            rel("PAST_TOE", org, f"gp{nr}", **{k: d for k, d in [("sinds", r.choice(DAGEN))] if d})
        stap = r.choice([["alle"], [r.choice(STAPPEN["2"])]])
        p = {
            "naam": f"AF{nr}",
            "themas": r.choice([["1"], ["2"]]),
            "continuum": stap,
            "doelgroepen": ["ouder"],
        }
        knopen.append(("Afspraak", f"af{nr}", p))
        for org in r.sample(orgs, min(len(orgs), r.randint(0, 2))):
            rel("PARTIJ_BIJ", org, f"af{nr}")
    return knopen, relaties


def count(dingen: Iterable[str], waar: Callable[[str], str | None], regio: str) -> int:
    return sum(waar(ding) == regio for ding in dingen)


def chain(wereld: Wereld, school: str, thema: str, *, gunstig: bool) -> bool:
    return all(step(wereld, school, thema, stap, gunstig=gunstig) for stap in STAPPEN[thema])


def step(wereld: Wereld, school: str, thema: str, stap: str, *, gunstig: bool) -> bool:
    gemeente = wereld.municipality(school)
    bekend = gemeente is not None and wereld.mapped([gemeente], thema, stap, "leerling")
    return bool(wereld.reached_offers(school, thema, stap)) or (gunstig and not bekend)


def of_schools(wereld: Wereld, regio: str, thema: str) -> dict[str, Geteld]:
    scholen = [s for s in wereld.nodes("School") if thema in wereld.themes(s) and wereld.region(s) == regio]
    n = len(scholen)
    uit: dict[str, Geteld] = {
        "gesloten keten": (
            sum(chain(wereld, s, thema, gunstig=False) for s in scholen), n,
            sum(chain(wereld, s, thema, gunstig=True) for s in scholen),
        ),
        "partij bij afspraak": (sum(signed(wereld, s, thema) for s in scholen), n, None),
    }  # fmt: skip
    for stap in STAPPEN[thema]:
        laag, hoog = (sum(step(wereld, s, thema, stap, gunstig=g) for s in scholen) for g in (False, True))
        uit[f"stap: {stap}"] = (laag, n, hoog)
    if thema == "2":
        naft = set(wereld.nodes("NaftAanbieder"))
        uit["NAFT"] = (sum(bool(naft & set(wereld.distance(s))) for s in scholen), n, None)
    return uit


def signed(wereld: Wereld, school: str, thema: str) -> bool:
    return any(
        lists(wereld.p[a]["themas"], thema)
        and any(lists(wereld.p[a]["continuum"], st) for st in STAPPEN[thema])
        for o, a in wereld.of("PARTIJ_BIJ")
        if o == school
    )


def of_cells(wereld: Wereld, regio: str, thema: str) -> dict[str, Geteld]:
    oordelen = Counter(
        wereld.cell([g], thema, stap, groep)
        for g in wereld.nodes("Gemeente")
        if wereld.region_of(g) == regio
        for stap in STAPPEN[thema]
        for groep in DOELGROEPEN
    )
    alle, wit = sum(oordelen.values()) - oordelen["geen scholen"], oordelen["witte vlek"]
    return {
        "gedekte cellen": (oordelen["gedekt"], alle, oordelen["gedekt"] + wit),
        "hiaten": (oordelen["hiaat"], alle, oordelen["hiaat"] + wit),
    }


def of_network(wereld: Wereld, regio: str) -> dict[str, Geteld]:
    orgs = [o for o, soort in wereld.soort.items() if soort in SECTOR and wereld.region(o) == regio]
    leden = {o for o, _ in wereld.of("LID_VAN")}
    dagen = {o: wereld.p[o].get("bevestigd_op") for o in orgs}
    zeker = sum(isinstance(d, date) and date(2024, 3, 31) <= d <= DATUM for d in dagen.values())
    uit: dict[str, Geteld] = {
        "bevestigd": (zeker, len(orgs), None),
        "leden": (len(leden & set(orgs)), len(orgs), None),
        "bijeenkomsten": (count(recent(wereld), lambda o: held_by(wereld, o), regio), None, None),
    }
    for sector in {*SECTOR.values()}:
        hier = {o for o in orgs if SECTOR[wereld.soort[o]] == sector}
        woord = SECTORWOORD.get(sector, sector)
        uit[f"leden {woord}"] = (len(hier & leden), len(hier), None)
    acties = [a for a in wereld.nodes("Actie") if place(wereld, a) == regio]
    uit["acties klaar"] = (sum(wereld.p[a]["toestand"] == "klaar" for a in acties), len(acties), None)
    past = [(o, p, props.get("sinds")) for t, o, p, props in wereld.rel if t == "PAST_TOE"]
    uit["praktijken overgenomen"] = taken_over(wereld, past, regio)
    return uit


def recent(wereld: Wereld) -> list[str]:
    dagen = {o: wereld.p[o]["datum"] for o in wereld.nodes("Overleg")}
    return [o for o, dag in dagen.items() if isinstance(dag, date) and date(2025, 3, 31) < dag <= DATUM]


def held_by(wereld: Wereld, overleg: str) -> str:
    (van,) = [naar for o, naar in wereld.of("OVERLEG_VAN") if o == overleg]
    return str(wereld.p[van]["regio"])


def place(wereld: Wereld, actie: str) -> str | None:
    wie = [o for o, a in wereld.of("VERANTWOORDELIJK_VOOR") if a == actie]
    regios = [str(wereld.p[o].get("regio") or wereld.region(o)) for o in wie]
    agenda = [held_by(wereld, o) for o, a in wereld.of("AGENDEERT") if a == actie]
    for lijst in (regios, agenda):
        telling = {r: lijst.count(r) for r in ("antwerpen", "limburg", "brussel")}
        if any(telling.values()):
            return max(telling, key=lambda r: telling[r])
    return None


def taken_over(wereld: Wereld, past: list[tuple[str, str, object]], regio: str) -> Geteld:
    zeker = mogelijk = alle = 0
    for org, praktijk, sinds in past:
        if wereld.region(org) != regio:
            continue
        andere = [d for o, p, d in past if p == praktijk and o != org]
        na = isinstance(sinds, date) and any(isinstance(d, date) and d < sinds for d in andere)
        kan = na or None in andere or (sinds is None and bool(andere))
        alle, zeker, mogelijk = alle + 1, zeker + na, mogelijk + kan
    return zeker, alle, mogelijk


def found(rij: Indicator) -> Geteld:
    hoog = None if rij.noemer is None or rij.hoog is None else round(rij.hoog * rij.noemer)
    return rij.teller, rij.noemer, hoog


@settings(max_examples=aantal(12), deadline=None)
@given(st.integers(0, 10**9).map(busy))
def test_every_indicator_of_every_region(rijen: Rijen) -> None:
    wereld = Wereld(*rijen, DATUM)
    uitkomst = indicatoren(view(rijen))
    gezien = {(r.gebied, r.leeftijd, r.code): r for r in uitkomst.rijen}
    assert len(gezien) == len(uitkomst.rijen)
    for regio in REGIOS:
        verwacht = {("alle", code): geteld for code, geteld in of_network(wereld, regio).items()}
        for thema, leeftijd in LEEFTIJD.items():
            per_thema = of_schools(wereld, regio, thema) | of_cells(wereld, regio, thema)
            verwacht |= {(leeftijd, code): geteld for code, geteld in per_thema.items()}
        hier = {sleutel[1:]: rij for sleutel, rij in gezien.items() if sleutel[0] == regio}
        assert set(hier) == set(verwacht)
        for sleutel, (teller, noemer, hoog) in verwacht.items():
            assert found(hier[sleutel]) == (teller, noemer, hoog if noemer else None), (regio, sleutel)
            assert len(hier[sleutel].bewijs) <= teller or sleutel[1] in ("gedekte cellen", "hiaten")
    for (gebied, leeftijd, code), rij in gezien.items():
        delen = {"vlaanderen": REGIOS[:2], ALLES: REGIOS}.get(gebied)
        if delen:
            samen = [gezien[deel, leeftijd, code] for deel in delen]
            for veld in ("teller", "noemer", "leerlingen", "leerlingen_van", "scholen_zonder_aantal"):
                if getattr(rij, veld) is not None:
                    assert getattr(rij, veld) == sum(getattr(deel, veld) for deel in samen)
        if rij.laag is not None:
            assert rij.hoog is not None
            assert rij.laag == rij.aandeel
            assert rij.laag <= rij.hoog
            assert rij.niet_in_kaart is None or rij.hoog - rij.laag <= rij.niet_in_kaart + 1e-9
        assert not rij.rang or (rij.niet_in_kaart or 0) <= 0.25
    limburg = [r for r in uitkomst.rijen if r.gebied in ("limburg", ALLES)]
    assert limburg == list(indicatoren(view(rijen), regio="limburg").rijen)


@settings(max_examples=aantal(12), deadline=None)
@given(st.integers(0, 10**9).map(busy))
def test_chains_are_those_of_the_analysis_that_is_named(rijen: Rijen) -> None:
    beeld = view(rijen)
    cijfers = {(c.gebied, LEEFTIJD[c.thema]): c for c in keten_cijfers(beeld).rijen}
    for rij in indicatoren(beeld).rijen:
        if rij.code == "gesloten keten" and (rij.gebied, rij.leeftijd) in cijfers:
            cijfer = cijfers[rij.gebied, rij.leeftijd]
            assert found(rij)[:2] == (cijfer.gesloten, cijfer.scholen)
            assert (rij.leerlingen, rij.leerlingen_van) == (cijfer.leerlingen_gesloten, cijfer.leerlingen)
            assert rij.hoog is None or round(rij.hoog * cijfer.scholen) == cijfer.hoogstens


def test_every_source_can_be_run() -> None:
    for rij in indicatoren(view(example())).rijen:
        soort, *rest = rij.bron.split()
        assert (rest[0] in ANALYSES) if soort == "analyse" else (rest[1] in load_library()), rij.bron


def test_the_example_of_the_documentation() -> None:
    uitkomst = indicatoren(view(example()), regio="limburg")
    rijen = {(r.leeftijd, r.code): r for r in uitkomst.rijen if r.gebied == "limburg"}
    assert rijen["−12", "gesloten keten"].in_woorden == "1 van 3 (33%)"
    assert rijen["+12", "gesloten keten"].in_woorden == "0 van 2 (0%; hoogstens 50%)"
    assert rijen["+12", "gesloten keten"].niet_in_kaart == 1.0
    assert rijen["−12", "gesloten keten"].niet_in_kaart == 1 / 3
    assert rijen["−12", "gesloten keten"].leerlingen_van == 350
    assert rijen["+12", "gedekte cellen"].in_woorden == "4 van 32 (12%; hoogstens 97%)"
    assert rijen["+12", "hiaten"].in_woorden == "1 van 32 (3%; hoogstens 88%)"
    tekening = draw_indicatoren(uitkomst)
    assert tekening.staven[0].label == "−12 gesloten keten"
    assert [staaf.label for staaf in draw_indicatoren(indicatoren(view(example()))).staven][:2] == [
        "−12 Limburg",
        "−12 Vlaanderen",
    ]


def test_no_place_below_the_mapped_share_and_as_wide_as_the_range() -> None:
    assert rank_ranges([(0.1, 0.3), None, (0.2, 0.4), (0.5, 0.5)], hoog_is_goed=True) == [
        "2–3 van 3",
        "",
        "2–3 van 3",
        "1 van 3",
    ]
    assert rank_ranges([(0.1, 0.1), (0.2, 0.2)], hoog_is_goed=False) == ["1 van 2", "2 van 2"]
    assert rank_ranges([(0.1, 0.1), None], hoog_is_goed=True) == ["", ""]
    geplaatst = [
        r for seed in range(40) for r in indicatoren(view(busy(seed)), minstens_in_kaart=0.0).rijen if r.rang
    ]
    assert len(geplaatst) > 100
    assert {r.gebied for r in geplaatst} == set(REGIOS)


@settings(max_examples=aantal(12), deadline=None)
@given(st.integers(0, 10**9).map(busy))
def test_names_decide_nothing(rijen: Rijen) -> None:
    eerst, later = (indicatoren(view(deel)).rijen for deel in (rijen, renamed(rijen)))
    assert [(r.gebied, r.code, r.teller, r.hoog, r.rang) for r in eerst] == [
        (r.gebied, r.code, r.teller, r.hoog, r.rang) for r in later
    ]


def test_the_named_queries_give_the_same_figures(
    ingebed_store: Store, tmp_path_factory: pytest.TempPathFactory
) -> None:
    dag = date(2026, 11, 24)
    bestanden = generate_demo(tmp_path_factory.mktemp("demo"), datum=dag)
    import_demo(ingebed_store, bestanden, datetime(2026, 11, 24, 12, tzinfo=UTC))
    rijen = indicatoren(read_beeld(ingebed_store).op(dag)).rijen
    hier = {(r.gebied, r.code): (r.noemer, r.teller) for r in rijen if r.leeftijd == "alle"}

    def asked(naam: str, **gegeven: str) -> list[tuple[object, ...]]:
        vraag = find_query(naam)
        return list(ingebed_store.read(vraag.cypher, vraag.bind(gegeven, dag)).rijen)

    for regio, sector, alle, leden in asked("leden_per_sector"):
        assert hier[str(regio), f"leden {SECTORWOORD.get(str(sector), sector)}"] == (alle, leden)
    for regio, alle, ja in asked("bevestigd_per_regio", sinds="2024-11-24"):
        assert hier[str(regio), "bevestigd"] == (alle, ja)
    for regio, alle, ja in asked("praktijken_overgenomen"):
        assert hier[str(regio), "praktijken overgenomen"] == (alle, ja)
    samen = sum(int(str(rij[2])) for rij in asked("bijeenkomsten", van="2025-11-25"))
    assert hier[ALLES, "bijeenkomsten"] == (None, samen)
    acties = {str(rij[0]): int(str(rij[1])) for rij in asked("acties")}
    assert hier[ALLES, "acties klaar"] == (sum(acties.values()), acties["klaar"])
    assert sum(hier["limburg", code][1] > 0 for _, code in hier if ("limburg", code) in hier) >= 8
