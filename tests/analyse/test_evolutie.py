"""What was known on a day is what stood there that day; and the three states add up."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netwerkkaart.analyse.drempels import STANDAARD
from netwerkkaart.analyse.evolutie import Aard, EvolutieRij, Overgang, draw_evolutie, evolutie
from netwerkkaart.analyse.evolutie_reeks import draw_reeks, evolutie_reeks
from netwerkkaart.analyse.evolutie_toestand import GOED, JA, NEE, SOORTEN, Toestand
from netwerkkaart.analyse.opgave import moments
from netwerkkaart.analyse.uitkomst import Uitkomst
from netwerkkaart.cli.hoofd import run
from netwerkkaart.fouten import Afsluitcode, GebruikersFout
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.graph.lezen import read_beeld
from netwerkkaart.graph.store import Store
from netwerkkaart.graph.toen import Tijden, read_tijden
from netwerkkaart.graph.uitvoeren import ImportGegevens, carry_out
from netwerkkaart.netwerk import open_netwerk
from netwerkkaart.omzetten.plaatsen import area_statements
from netwerkkaart.schema.uitspraken import Uitspraak
from netwerkkaart.terugdraaien import prepare_take_back, take_back
from tests.analyse.brute import Wereld
from tests.analyse.grafen import DATUM, Bouwer, Rijen, geography, small
from tests.graph.hulp import knoop, plan_voor, relatie
from tests.voorbeelden import aantal

EERDER = date(2025, 3, 31)
BEGIN = datetime(2026, 1, 1, 12, 0, tzinfo=UTC)
ORGS = {"s0": "School", "s1": "School", "c0": "Clb", "j0": "Jeugdhulpaanbieder"}
GEMEENTEN = ("nis:71016", "nis:71072")


def facts(beeld: Beeld) -> tuple[set[str], set[str]]:
    """All that a view holds, bookkeeping aside, as texts."""
    velden = {naam: kolom for naam, kolom in beeld.kolommen.items() if naam != "imp"}
    knopen = {
        repr((beeld.ids[k], beeld.label(k), sorted((n, w[k]) for n, w in velden.items() if w[k] is not None)))
        for k in range(len(beeld))
        if beeld.label(k) != "Bron"
    }
    relaties = {
        repr((rid, beeld.ids[v], beeld.ids[n], sorted((m, w[plek]) for m, w in t.kolommen.items() if m != "imp" and w[plek] is not None)))
        for t in beeld.relaties.values()
        for plek, (rid, v, n) in enumerate(zip(t.rids, t.van.tolist(), t.naar.tolist(), strict=True))
    }  # fmt: skip
    return knopen, relaties


def random_list(r: random.Random) -> list[Uitspraak]:
    wie = r.sample(sorted(ORGS), r.randint(2, 4))
    uit: list[Uitspraak] = [
        knoop(ORGS[id_], id_, opmerking=r.choice("ab"), **r.choice([{}, {"sinds": date(2025, r.randint(1, 12), 1)}]))
        for id_ in wie
    ]  # fmt: skip
    uit += area_statements([*GEMEENTEN])
    uit += [relatie("LIGT_IN", id_, r.choice(GEMEENTEN)) for id_ in wie]
    for een, ander in pairwise(wie):
        uit.append(relatie("WERKT_SAMEN_MET", een, ander, sterkte=r.randint(1, 3), **r.choice([{}, {"tot": date(2026, 1, 3)}])))  # fmt: skip
    return uit


def live(store: Store, r: random.Random, dagen: int) -> list[Beeld]:
    """One import or taking-back a day; the graph at the end of each day."""
    uit = []
    for dag in range(dagen):
        nu = BEGIN + timedelta(days=dag)
        terug = dag > 1 and r.random() < 0.4
        if terug:
            try:
                plan = prepare_take_back(store, str(r.randint(1, dag)), ook_latere=r.random() < 0.5)
                if plan.toegestaan and not plan.plan.is_leeg:
                    take_back(store, plan, nu=nu)
            except GebruikersFout:
                pass  # taken back already
        else:
            gegevens = ImportGegevens("proef", nu, bron=f"lijst {dag}", id=f"imp:{dag}")
            carry_out(store, plan_voor(store, random_list(r)), gegevens)
        uit.append(read_beeld(store))
    return uit


def check_history(store: Store, seed: int, aantal_dagen: int) -> None:
    r = random.Random(seed)
    per_dag = live(store, r, aantal_dagen)
    dagen = [(BEGIN + timedelta(days=dag)).date() for dag in range(aantal_dagen)]
    tijden = read_tijden(store, [date(2025, 12, 31), *dagen])
    assert not facts(tijden.gekend[0])[0]
    for toen, gekend in zip(per_dag, tijden.gekend[1:], strict=True):
        assert facts(gekend) == facts(toen)
    assert facts(tijden.nu) == facts(per_dag[-1])
    assert facts(read_beeld(store)) == facts(per_dag[-1])
    check_sums(evolutie(tijden, per="gemeente"), tijden)


def check_sums(uitkomst: Uitkomst[EvolutieRij], tijden: Tijden) -> None:
    """The first state with the first rows is the second, and with the others the third."""
    beelden = (tijden.toen(0), tijden.achteraf(0), tijden.achteraf(-1))
    toestanden = [Toestand(beeld, STANDAARD, None, "gemeente") for beeld in beelden]
    staten = [
        {
            (soort, sleutel): waarde
            for soort in SOORTEN
            for sleutel, waarde in toestand.things(soort).waarde.items()
        }
        for toestand in toestanden
    ]
    for toestand in toestanden:
        for soort in SOORTEN:
            dingen = toestand.things(soort)
            assert dingen.goede == list(dingen.waarde.values()).count(GOED.get(soort, JA))
    nu = dict(staten[0])
    for overgang, straks in zip(Overgang, staten[1:], strict=False):
        for rij in uitkomst.rijen:
            if rij.overgang == overgang:
                assert nu.pop((rij.soort, rij.sleutel), NEE) == rij.was
                if rij.werd != NEE:
                    nu[rij.soort, rij.sleutel] = rij.werd
        assert nu == straks
    totaal = sum(int(w or 0) for naam, w in uitkomst.cijfers.items() if naam.endswith(tuple(map(str, Aard))))
    assert totaal == len(uitkomst.rijen)
    for wat in ("organisaties", "banden", "ketens gesloten", "cellen gedekt"):
        c = {naam.removeprefix(f"{wat}: "): int(w or 0) for naam, w in uitkomst.cijfers.items()}
        assert c["toen, nu gekend"] == c["toen, toen gekend"] + c["erbij door kennis"] - c["eraf door kennis"]
        assert c["nu"] == c["toen, nu gekend"] + c["erbij door tijd"] - c["eraf door tijd"]


@settings(
    max_examples=aantal(8), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(seed=st.integers(0, 10**9))
def test_what_was_known_is_what_stood_there(tmp_path: Path, seed: int) -> None:
    store = IngebedStore(tmp_path / f"{uuid4().hex}.kgl", schrijven=True)
    try:
        check_history(store, seed, 6)
    finally:
        store.close()


def test_what_was_known_on_either_store(store: Store) -> None:
    check_history(store, 7, 4)


def tijden_of(toen: Rijen, nu: Rijen) -> Tijden:
    gekend, alles = Beeld.from_rows(*toen), Beeld.from_rows(*nu)
    return Tijden((EERDER, DATUM), (gekend, alles), alles)


@settings(max_examples=aantal(40))
@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_the_three_states_add_up_and_chains_are_those_of_the_definition(een: int, ander: int) -> None:
    toen, nu = small(een), small(ander)
    uitkomst = evolutie(tijden_of(toen, nu), per="gemeente")
    check_sums(uitkomst, tijden_of(toen, nu))
    for rij in uitkomst.rijen:
        if rij.soort == "keten" and rij.werd != NEE:
            wereld = Wereld(*nu, EERDER if rij.overgang == Overgang.KENNIS else DATUM)
            school, thema = rij.sleutel.split("|")
            assert rij.werd == wereld.chain(school, thema)


def _world(met_band: bool, met_inventaris: date | None, **band: object) -> Rijen:
    b = Bouwer()
    genk = geography(b)[0]
    b.node("School", "s", niveaus=["lager"], sinds=date(2020, 1, 1))
    b.node("Jeugdhulpaanbieder", "j", sinds=date(2020, 1, 1))
    for org in "sj":
        b.rel("LIGT_IN", org, genk)
    if met_band:
        b.rel("WERKT_SAMEN_MET", "s", "j", **band)
    if met_inventaris:
        b.node(
            "Inventarisatie", "i", regio="limburg", gemeenten=["alle"], thema="1", stap="voorkomen",
            doelgroepen=["leerling"], volledig=True, datum=met_inventaris,
        )  # fmt: skip
    return b.rijen


@pytest.mark.parametrize(
    ("band", "aard", "was"),
    [
        ({"sinds": date(2024, 1, 1)}, Aard.IN_KAART, "nee"),
        ({}, Aard.IN_KAART, "nee"),
        ({"sinds": date(2025, 9, 1)}, Aard.GEBEURD, "nee"),
    ],
)
def test_a_band_that_came_in_later_happened_or_was_mapped(
    band: dict[str, object], aard: Aard, was: str
) -> None:
    uitkomst = evolutie(tijden_of(_world(False, None), _world(True, None, **band)))
    (rij,) = (rij for rij in uitkomst.rijen if rij.soort == "band")
    assert (rij.was, rij.werd, rij.aard, rij.naam) == (was, "ja", aard, "J – S")
    assert any("Zonder begindatum" in noot for noot in uitkomst.kanttekeningen) == (band == {})


def test_a_band_that_was_wrong_is_corrected_and_one_that_ended_happened() -> None:
    (rij,) = (
        r for r in evolutie(tijden_of(_world(True, None), _world(False, None))).rijen if r.soort == "band"
    )
    assert (rij.werd, rij.aard) == ("nee", Aard.GECORRIGEERD)
    eindigde = _world(True, None, tot=date(2025, 12, 1))
    (rij,) = (r for r in evolutie(tijden_of(eindigde, eindigde)).rijen if r.soort == "band")
    assert (rij.werd, rij.aard) == ("nee", Aard.GEBEURD)


@pytest.mark.parametrize(
    ("dag", "aard"), [(date(2025, 6, 1), Aard.IN_KAART), (date(2023, 6, 1), Aard.VEROUDERD)]
)
def test_an_inventory_maps_and_ages_but_nothing_happens(dag: date, aard: Aard) -> None:
    wereld = _world(False, dag)
    rijen = evolutie(tijden_of(wereld, wereld)).rijen
    assert {(r.soort, r.aard, r.overgang) for r in rijen} == {
        (s, aard, Overgang.TIJD) for s in ("keten", "cel")
    }


def test_pictures_and_series() -> None:
    tijden = tijden_of(small(3), small(4))
    staven = draw_evolutie(evolutie(tijden))
    assert sum(sum(staaf.waarden) for staaf in staven.staven) == len(evolutie(tijden).rijen)
    reeks = evolutie_reeks(tijden)
    lijnen = draw_reeks(reeks)
    wereld = Wereld(*small(4), DATUM)
    banden = [r for r in wereld.rel if r[0] in {"BEGELEIDT", "WERKT_SAMEN_MET", "VERWIJST_NAAR"}]
    assert reeks.rijen[-1].banden == len(banden)
    assert lijnen.lijnen[0].punten[-1] == (DATUM.toordinal(), len(banden))


def test_the_moments_are_checked() -> None:
    with pytest.raises(GebruikersFout, match="niet vóór"):
        moments(date(2026, 1, 2), date(2026, 1, 1), 2)
    with pytest.raises(GebruikersFout, match="momenten"):
        moments(date(2026, 1, 1), date(2026, 1, 2), 5)
    assert len(moments(date(2024, 1, 1), date(2026, 1, 1), 9)) == 9


def test_the_command_tells_what_came_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(tmp_path)
    Path("o.csv").write_text("id;naam;soort;gemeente;sinds\ns1;De Ark;School;Genk;2020\n", encoding="utf-8")
    opslag = ["--store", str(tmp_path / "g.kgl")]
    assert run(["import", "organisaties", "o.csv", "--ja", *opslag]) == Afsluitcode.GOED
    capsys.readouterr()
    assert run(["analyse", "evolutie", "--van", "2022-01-01", *opslag]) == Afsluitcode.GOED
    uit = capsys.readouterr().out
    assert "De Ark" in uit
    assert "in kaart gebracht" in uit
    assert "was nog niets ingevoerd" in uit
    assert run(["analyse", "evolutie", "--van", "2032-01-01", *opslag]) != Afsluitcode.GOED


def test_what_was_erased_stays_erased_and_what_has_no_journal_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NETWERKKAART_STORE", str(tmp_path / "g.kgl"))
    for naam, tekst in {
        "o.csv": "id;naam;soort;gemeente\nc1;CLB;Clb;Genk\ns1;De Ark;School;Genk\n",
        "p.csv": "id;naam\np1;An Peeters\n",
        "r.csv": "van;naar;relatie;via\nc1;s1;begeleidt;p1\n",
    }.items():
        Path(naam).write_text(tekst, encoding="utf-8")
    for wat, naam in (("organisaties", "o.csv"), ("contacten", "p.csv"), ("relaties", "r.csv")):
        assert run(["import", wat, naam, "--ja"]) == Afsluitcode.GOED
    assert run(["persoon", "wis", "p1", "--ja"]) == Afsluitcode.GOED
    dagen = (date(2020, 1, 1), date.today())
    with open_netwerk() as netwerk:
        tijden = netwerk.tijden(*dagen)
    assert tijden.gekend[0].aantal_organisaties == 0
    assert "p1" not in {*tijden.gekend[0].ids, *tijden.nu.ids}
    assert tijden.zonder_journaal == 0
    assert run(["archief", "a"]) == Afsluitcode.GOED
    Path("a", "wijzigingen.jsonl").unlink()
    assert run(["herstel", "a", "--store", "h.kgl"]) == Afsluitcode.GOED
    with open_netwerk("h.kgl") as netwerk:
        zonder = netwerk.tijden(*dagen)
    assert zonder.gekend[0].aantal_organisaties == 2
    assert any("niet bewaard" in noot for noot in evolutie(zonder).kanttekeningen)
    with pytest.raises(ValueError, match="two moments"), open_netwerk() as netwerk:
        netwerk.tijden(dagen[0])
