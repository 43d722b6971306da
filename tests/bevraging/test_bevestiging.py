"""What both ends say of a tie, and what follows: the whole table, and that no order matters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.plan.antwoordstand import ANTWOORDRELATIES
from netwerkkaart.plan.bevestiging import (
    Antwoordkop,
    Grondslag,
    Vermelding,
    derive_bands,
    newest_answers,
)
from netwerkkaart.plan.grondslag import BEWAARD, BRON
from netwerkkaart.plan.herleiden import possible_rids
from netwerkkaart.plan.wijziging import KnoopWijziging, Plan, Wijziging
from netwerkkaart.schema.register import Waarde
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak
from tests.bevraging.wereld import ORGS, RONDE, Wereld, Zegt, answer, band, organisations, world
from tests.voorbeelden import aantal

SAMEN = ("WERKT_SAMEN_MET", "a", "b", "")
LIJST = (None, "eenzijdig", "bevestigd", "betwist")

# What one end says, what the other says, and what a list says → the tie. "-" is no word at all.
TABEL = """
    -    -    geen lijst   geen band
    ja   -    geen lijst   eenzijdig
    ja   ja   geen lijst   bevestigd
    ja   nee  geen lijst   betwist
    nee  -    geen lijst   geen band
    nee  nee  geen lijst   geen band
    -    -    None         None
    ja   -    None         eenzijdig
    ja   ja   None         bevestigd
    ja   nee  None         betwist
    nee  -    None         betwist
    nee  nee  None         betwist
    -    -    eenzijdig    eenzijdig
    ja   -    eenzijdig    eenzijdig
    ja   ja   eenzijdig    bevestigd
    ja   nee  eenzijdig    betwist
    nee  -    eenzijdig    betwist
    nee  nee  eenzijdig    betwist
    -    -    bevestigd    bevestigd
    ja   -    bevestigd    bevestigd
    ja   ja   bevestigd    bevestigd
    ja   nee  bevestigd    betwist
    nee  -    bevestigd    betwist
    nee  nee  bevestigd    betwist
    -    -    betwist      betwist
    ja   -    betwist      betwist
    ja   ja   betwist      bevestigd
    ja   nee  betwist      betwist
    nee  -    betwist      betwist
    nee  nee  betwist      betwist
"""
GEVALLEN = [
    (een, ander, lijst, uit)
    for een, ander, lijst, uit in (
        (r[:5].strip(), r[5:10].strip(), r[10:23].strip(), r[23:].strip())
        for r in (regel[4:] for regel in TABEL.strip("\n").splitlines())
        if r.strip()
    )
]
WOORD = {"ja": True, "nee": False, "weet niet": None}


def kop(door: str, namens: str = "", dag: int = 1, nr: int = 1) -> Antwoordkop:
    namens = namens or door
    return Antwoordkop(f"{door}{namens}{nr}", RONDE, door, namens, date(2026, 11, dag), f"{dag:02}:{nr:02}")


def says(einde: str, woord: str) -> list[Vermelding]:
    if woord == "-":
        return []
    doel = "b" if einde == "a" else "a"
    return [Vermelding(kop(einde), doel, SAMEN[0], ja=WOORD[woord])]


def verdict(vermeldingen: list[Vermelding], lijst: str) -> str:
    bekend = {} if lijst == "geen lijst" else {SAMEN: Grondslag(None if lijst == "None" else lijst)}
    band_ = derive_bands(vermeldingen, bekend).get(SAMEN)
    return "geen band" if band_ is None else str(band_.bevestiging)


def test_the_table_holds_every_case() -> None:
    woorden = ("-", "ja", "nee")
    paren = {tuple(sorted(paar)) for paar in product(woorden, woorden)}
    verwacht = {(*paar, lijst) for paar in paren for lijst in ("geen lijst", *map(str, LIJST))}
    assert {(*sorted((een, ander)), lijst) for een, ander, lijst, _ in GEVALLEN} == verwacht


@pytest.mark.parametrize(("een", "ander", "lijst", "uit"), GEVALLEN)
def test_the_table_either_way_round_and_with_an_end_that_does_not_know(
    een: str, ander: str, lijst: str, uit: str
) -> None:
    assert verdict(says("a", een) + says("b", ander), lijst) == uit
    assert verdict(says("a", ander) + says("b", een), lijst) == uit
    if "-" in (een, ander):
        stil = "weet niet"
        assert verdict(says("a", een.replace("-", stil)) + says("b", ander.replace("-", stil)), lijst) == uit


def test_one_mouth_for_both_ends_is_one_witness() -> None:
    clb_zegt_twee_keer = [
        Vermelding(kop("c", "a"), "b", SAMEN[0], ja=True),
        Vermelding(kop("c", "b"), "a", SAMEN[0], ja=True),
    ]
    assert verdict(clb_zegt_twee_keer, "None") == "eenzijdig"
    andere_mond = [clb_zegt_twee_keer[0], Vermelding(kop("b"), "a", SAMEN[0], ja=True)]
    assert verdict(andere_mond, "None") == "bevestigd"


def test_nobody_confirms_for_the_other_end() -> None:
    """A CLB that speaks for a school says nothing on the school's side of their own tie."""
    begeleidt = ("BEGELEIDT", "c", "s", "")
    zelf = Vermelding(kop("c"), "s", "BEGELEIDT", "uit", ja=True)
    voor_de_school = Vermelding(kop("c", "s"), "c", "BEGELEIDT", "in", ja=True)
    assert derive_bands([zelf, voor_de_school], {begeleidt: Grondslag()})[begeleidt].bevestiging == (
        "eenzijdig"
    )


def test_an_end_is_believed_before_who_speaks_for_it_and_its_newest_word_counts() -> None:
    clb = Vermelding(kop("c", "a", dag=20), "b", SAMEN[0], ja=True)
    zelf = Vermelding(kop("a", dag=2), "b", SAMEN[0], ja=False)
    later = Vermelding(kop("a", dag=9, nr=2), "b", SAMEN[0], ja=True, sterkte=3)
    assert verdict([clb, zelf], "None") == "betwist"
    assert verdict([clb, zelf, later], "None") == "eenzijdig"


def test_a_confirmation_in_a_list_stands_until_somebody_speaks_later() -> None:
    bekend = {SAMEN: Grondslag("bevestigd", date(2026, 11, 10), None, 2)}
    for dag, uit in ((9, "bevestigd"), (11, "betwist")):
        gezegd = [Vermelding(kop("a", dag=dag), "b", SAMEN[0], ja=False)]
        assert derive_bands(gezegd, bekend)[SAMEN].bevestiging == uit
    ja = derive_bands([Vermelding(kop("a", dag=12), "b", SAMEN[0], ja=True)], bekend)[SAMEN]
    assert (ja.bevestiging, ja.bevestigd_op, ja.sterkte) == ("bevestigd", date(2026, 11, 12), 2)


def test_how_close_is_the_least_that_both_say() -> None:
    gezegd = [
        Vermelding(kop("a"), "b", SAMEN[0], ja=True, sterkte=3),
        Vermelding(kop("b"), "a", SAMEN[0], ja=True, sterkte=2),
    ]
    assert derive_bands(gezegd, {SAMEN: Grondslag(sterkte=1)})[SAMEN].sterkte == 2


def refers(einde: str, richting: str, stap: str, ja: bool = True, dag: int = 1) -> Vermelding:
    doel = "b" if einde == "a" else "a"
    return Vermelding(kop(einde, dag=dag), doel, "VERWIJST_NAAR", richting, stap, ja=ja)


def test_a_referral_without_a_step_confirms_those_with_one() -> None:
    v = "voorkomen"
    met, zonder = ("VERWIJST_NAAR", "a", "b", v), ("VERWIJST_NAAR", "a", "b", "")
    assert derive_bands([refers("b", "in", "")], {}).keys() == {zonder}
    samen = derive_bands([refers("b", "in", ""), refers("a", "uit", v)], {})
    assert {sleutel: band_.bevestiging for sleutel, band_ in samen.items()} == {met: "bevestigd"}
    ontkend = derive_bands([refers("b", "in", "", ja=False)], {met: Grondslag(), zonder: Grondslag()})
    assert {band_.bevestiging for band_ in ontkend.values()} == {"betwist"}
    # A yes to one step also says that there are referrals; of another step it says nothing.
    eens = derive_bands([refers("a", "uit", v)], {zonder: Grondslag()})
    assert {s: b.bevestiging for s, b in eens.items()} == {met: "eenzijdig", zonder: "eenzijdig"}


def test_a_referral_has_a_direction() -> None:
    uit = derive_bands([refers("a", "uit", ""), refers("b", "uit", "", ja=False)], {})
    assert {s: b.bevestiging for s, b in uit.items()} == {("VERWIJST_NAAR", "a", "b", ""): "eenzijdig"}


def test_an_answer_that_comes_again_replaces_the_former_whole() -> None:
    eerste, tweede = kop("a", dag=1, nr=1), kop("a", dag=1, nr=2)
    assert newest_answers([tweede, eerste]) == {tweede.id}
    wereld = world(answer("j", [Zegt("n", True), Zegt("s", True)], nr=1))
    wereld.state(answer("j", [Zegt("n", True)], nr=2))
    assert list(wereld.bands()) == ["WERKT_SAMEN_MET|j|n"]
    assert sum(k.label == "Antwoord" for k in wereld.knopen.values()) == 2


def test_a_later_round_speaks_where_it_says_something() -> None:
    wereld = world(answer("j", [Zegt("n", True), Zegt("s", True)]))
    wereld.state(answer("j", [Zegt("s", False)], dag=20, bevraging="bevraging:2"))
    assert list(wereld.bands()) == ["WERKT_SAMEN_MET|j|n"]


def test_what_a_list_said_comes_back_with_the_last_answer() -> None:
    dag = date(2025, 3, 1)
    wereld = world([band("WERKT_SAMEN_MET", "j", "n", sterkte=1, bevestiging="bevestigd", bevestigd_op=dag)])
    voor = wereld.bands()
    plan = wereld.state(answer("j", [Zegt("n", False)]))
    assert wereld.bands()["WERKT_SAMEN_MET|j|n"]["bevestiging"] == "betwist"
    wereld.carry_out(undo(plan))
    assert wereld.bands() == voor


def test_an_organisation_that_confirms_its_own_data() -> None:
    wereld = world([KnoopUit("j", bevestigd_op=date(2026, 11, 5))])
    plan = wereld.state(answer("j", dag=9, kloppen=True))
    assert wereld.knopen["j"].eigenschappen["bevestigd_op"] == date(2026, 11, 9)
    wereld.state(answer("j", dag=2, kloppen=True, bevraging="bevraging:2"))
    wereld.carry_out(undo(plan))
    # The list is newer than the answer that is left.
    assert wereld.knopen["j"].eigenschappen["bevestigd_op"] == date(2026, 11, 5)
    wereld.state(answer("j", dag=20, bevraging="bevraging:2", nr=2))
    assert wereld.knopen["j"].eigenschappen == {"naam": "J", "bevestigd_op": date(2026, 11, 5)}


def KnoopUit(id_: str, **velden: Waarde) -> Uitspraak:  # noqa: N802 - reads as a statement
    return KnoopUitspraak(ORGS[id_], id_, velden)


def undo(plan: Plan) -> Plan:
    """The plain inverse, as taking back makes it before derived fields are worked out."""

    def inverse(w: Wijziging) -> Wijziging:
        if w.voor is None:
            return replace(w, voor={**w.na}, na={})
        return replace(w, voor={**w.na} if w.na else None, na={**w.voor})

    return Plan(
        tuple(w for w in map(inverse, reversed(plan.knopen)) if isinstance(w, KnoopWijziging)),
        tuple(w for w in map(inverse, reversed(plan.relaties)) if not isinstance(w, KnoopWijziging)),
    )


# ---- any lists and answers in any order give one graph -----------------------------------------------

einden = st.sampled_from(sorted(ORGS))
woorden = st.sampled_from([True, False, None])
stappen = st.sampled_from(["", "voorkomen", "heroriënteren"])


@st.composite
def zinnen(draw: st.DrawFn, eigen: str) -> Zegt:
    doel = draw(einden.filter(lambda e: e != eigen))
    ja = draw(woorden)
    relatie = draw(st.sampled_from(["WERKT_SAMEN_MET", "VERWIJST_NAAR", "BEGELEIDT"]))
    if (
        relatie == "BEGELEIDT"
        and "Clb" in (ORGS[eigen], ORGS[doel])
        and "School" in (ORGS[eigen], ORGS[doel])
    ):
        return Zegt(doel, ja, relatie, "uit" if ORGS[eigen] == "Clb" else "in")
    if relatie == "VERWIJST_NAAR":
        return Zegt(doel, ja, relatie, draw(st.sampled_from(["uit", "in"])), draw(stappen))
    return Zegt(doel, ja, sterkte=draw(st.sampled_from([None, 1, 2, 3])) if ja else None)


@st.composite
def antwoorden(draw: st.DrawFn) -> list[list[Uitspraak]]:
    uit = []
    for nr in range(int(draw(st.integers(1, 5)))):
        door = draw(einden)
        namens = draw(st.sampled_from(["s", "t"])) if door == "c" and draw(st.booleans()) else door
        zegt = {
            (z.doel, z.relatie, z.richting, z.stap): z for z in draw(st.lists(zinnen(namens), max_size=4))
        }
        uit.append(
            answer(
                door,
                list(zegt.values()),
                namens=namens,
                dag=int(draw(st.integers(1, 28))),
                bevraging=draw(st.sampled_from([RONDE, "bevraging:2"])),
                nr=nr,
                kloppen=draw(st.sampled_from([None, True, False])),
            )
        )
    return uit


@st.composite
def lijsten(draw: st.DrawFn) -> list[list[Uitspraak]]:
    """Lists that contradict one another in nothing, so that their own order does not matter."""
    rids: dict[str, Uitspraak] = {}
    for _ in range(int(draw(st.integers(0, 5)))):
        van, naar = draw(st.sampled_from(list(permutations("stjn", 2))))
        type_ = draw(st.sampled_from(["WERKT_SAMEN_MET", "VERWIJST_NAAR"]))
        velden: dict[str, Waarde] = {}
        if type_ == "VERWIJST_NAAR" and draw(st.booleans()):
            velden["stap"] = "voorkomen"
        if type_ == "WERKT_SAMEN_MET" and draw(st.booleans()):
            velden["sterkte"] = int(draw(st.integers(1, 3)))
        bevestiging = draw(st.sampled_from(LIJST))
        if bevestiging:
            velden["bevestiging"] = bevestiging
        if bevestiging == "bevestigd" and draw(st.booleans()):
            velden["bevestigd_op"] = date(2026, 11, int(draw(st.integers(1, 28))))
        uitspraak = band(type_, van, naar, **velden)
        rids.setdefault(uitspraak.rid, uitspraak)
    return [[u] for u in rids.values()]


def graph(wereld: Wereld) -> object:
    return wereld.knopen, wereld.relaties


@settings(max_examples=aantal(120))
@given(antwoorden(), lijsten(), st.randoms(use_true_random=False))
def test_the_order_of_lists_and_answers_does_not_matter(
    gezegd: list[list[Uitspraak]], bekend: list[list[Uitspraak]], rng: Random
) -> None:
    eerst = world(*bekend, *gezegd)
    alles = [*bekend, *gezegd]
    rng.shuffle(alles)
    assert graph(world(*alles)) == graph(eerst)


@settings(max_examples=aantal(120))
@given(antwoorden(), lijsten(), st.randoms(use_true_random=False), st.data())
def test_taking_back_any_answer_leaves_the_graph_as_if_it_never_came(
    gezegd: list[list[Uitspraak]], bekend: list[list[Uitspraak]], rng: Random, data: st.DataObject
) -> None:
    weg = data.draw(st.integers(0, len(gezegd) - 1))
    alles = [*bekend, *gezegd]
    rng.shuffle(alles)
    wereld, plannen = world(), {}
    for uitspraken in alles:
        plannen[id(uitspraken)] = wereld.state(uitspraken)
    eigen = plannen[id(gezegd[weg])]
    # Only what the answer itself stated; all that follows is worked out anew.
    terug = undo(eigen)
    alleen = Plan(
        tuple(w for w in terug.knopen if w.label == "Antwoord"),
        tuple(r for r in terug.relaties if r.type in ANTWOORDRELATIES),
    )
    wereld.carry_out(alleen)
    over = [uitspraken for uitspraken in alles if uitspraken is not gezegd[weg]]
    assert graph(wereld) == graph(world(*over))


@settings(max_examples=aantal(60))
@given(antwoorden(), lijsten())
def test_the_graph_says_what_the_ends_say(
    gezegd: list[list[Uitspraak]], bekend: list[list[Uitspraak]]
) -> None:
    """Brute force: each pair on its own, from all that counts."""
    wereld = world(*bekend, *gezegd)
    lijst = {u.rid: u for (u,) in bekend if isinstance(u, RelatieUitspraak)}
    for paar, vermeldingen in wereld.answers.mentions.items():
        gronden = {}
        for rid in possible_rids(paar):
            u = lijst.get(rid)
            if u is not None:
                e = u.eigenschappen
                sleutel = (u.type, u.van, u.naar, str(e.get("stap", "")))
                gronden[sleutel] = Grondslag(*(e.get(naam) for naam in BEWAARD))  # type: ignore[arg-type]
        verwacht = derive_bands(sorted(vermeldingen, key=repr), gronden)
        gevonden = {
            (r.type, r.van, r.naar, str(r.eigenschappen.get("stap", ""))): r.eigenschappen
            for rid in possible_rids(paar)
            if (r := wereld.relaties.get(rid)) is not None
        }
        assert gevonden.keys() == verwacht.keys()
        for sleutel, velden in gevonden.items():
            assert velden.get("bevestiging") == verwacht[sleutel].bevestiging
            assert (velden["bron"] == BRON) == (sleutel not in gronden)


def test_the_world_begins_with_organisations() -> None:
    assert len(world().knopen) == len(organisations())
