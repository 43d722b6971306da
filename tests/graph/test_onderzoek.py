"""A copy for research: as if what was not given for research had never come, and without people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.cli import main
from netwerkkaart.fouten import OpslagFout
from netwerkkaart.graph.archief_delen import Inhoud
from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.graph.kopieren import copy_for_research, copy_store
from netwerkkaart.graph.lezen import read_beeld
from netwerkkaart.graph.onderzoek import for_research
from netwerkkaart.graph.onderzoek_band import derive_band
from netwerkkaart.graph.openen import open_store
from netwerkkaart.graph.store import Store
from netwerkkaart.netwerk import Netwerk
from netwerkkaart.schema.register import Waarde
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak
from tests.bevraging.klein import RONDE, relation, state, statements
from tests.bevraging.test_bevestiging import antwoorden, lijsten
from tests.bevraging.wereld import Wereld, Zegt, answer, organisations
from tests.voorbeelden import aantal

DAG = date(2026, 11, 30)


def purpose(uitspraken: Iterable[Uitspraak], doelen: list[str] | None, bron: str = "") -> list[Uitspraak]:
    """An answer with what it may be used for, and with its file as its source."""
    uit: list[Uitspraak] = []
    for u in uitspraken:
        erbij: dict[str, Waarde] = {"bron": bron} if bron else {}
        if isinstance(u, KnoopUitspraak) and u.label == "Antwoord" and doelen is not None:
            erbij["doelen"] = doelen
        uit.append(replace(u, eigenschappen={**u.eigenschappen, **erbij}))
    return uit


def content(wereld: Wereld) -> Inhoud:
    return Inhoud(
        [(k.label, id_, dict(k.eigenschappen)) for id_, k in wereld.knopen.items()],
        [(r.type, rid, r.van, r.naar, dict(r.eigenschappen)) for rid, r in wereld.relaties.items()],
    )


def comparable(inhoud: Inhoud) -> object:
    """Which source has which number follows from all of them."""
    return (
        sorted(
            (id_, label, sorted((n, str(w)) for n, w in velden.items() if n != "bron"))
            for label, id_, velden in inhoud.knopen
        ),
        sorted(
            (rid, sorted((n, str(w)) for n, w in velden.items() if n != "bron"))
            for _, rid, _, _, velden in inhoud.relaties
        ),
    )


def subject(uitspraken: Iterable[Uitspraak]) -> tuple[str, ...]:
    """Round, giver and whom it speaks for."""
    return tuple(u.naar for u in uitspraken if isinstance(u, RelatieUitspraak) and u.type != "NOEMT")


@settings(max_examples=aantal(50))
@given(antwoorden(), lijsten(), st.data())
def test_what_was_not_given_for_research_is_as_if_it_never_came(
    gezegd: list[list[Uitspraak]], bekend: list[list[Uitspraak]], data: st.DataObject
) -> None:
    keuzes = st.sampled_from([["werking"], ["werking", "onderzoek"], None])
    mag = [data.draw(keuzes) for _ in gezegd]
    dag = date(2026, 11, data.draw(st.integers(10, 28)))
    with_all, zonder = Wereld(), Wereld()
    with_all.state(organisations())
    zonder.state(organisations())
    nieuwste = {subject(a): (_moment(a), doelen) for a, doelen in sorted(
        zip(gezegd, mag, strict=True), key=lambda paar: _moment(paar[0]))}  # fmt: skip
    for lijst in bekend:
        with_all.state(lijst)
        zonder.state(lijst)
    for antwoord, doelen in zip(gezegd, mag, strict=True):
        with_all.state(purpose(antwoord, doelen))
        laatste = nieuwste[subject(antwoord)][1]
        if "onderzoek" in (doelen or ()) and "onderzoek" in (laatste or ()) and _moment(antwoord)[0] <= dag:
            zonder.state(purpose(antwoord, doelen))
    uit = for_research(content(with_all), dag)
    assert comparable(uit.inhoud) == comparable(for_research(content(zonder), dag).inhoud)
    knopen = {label for label, _, _ in uit.inhoud.knopen}
    assert uit.antwoorden == len(with_all.answers.antwoorden) - len(zonder.answers.antwoorden)
    assert ("Antwoord" in knopen) == bool(zonder.answers.antwoorden)


def _moment(uitspraken: list[Uitspraak]) -> tuple[Any, ...]:
    kop = uitspraken[0]
    assert isinstance(kop, KnoopUitspraak)
    return kop.eigenschappen["datum"], str(kop.eigenschappen["tijdstip"]), kop.id


def filled(store: Store) -> Store:
    """A region with two answers, of which one may be used for research."""
    state(store, statements())
    ja = answer("s1", [Zegt("j1", True, sterkte=3), Zegt("w1", True)], bevraging=RONDE.id)
    nee = answer("j2", [Zegt("s3", True), Zegt("g1", True)], bevraging=RONDE.id, nr=2)
    erbij: list[Uitspraak] = [
        KnoopUitspraak("Jeugdhulpaanbieder", "j2", {"straat": "Geheime weg", "bron": "j2.xlsx"}),
        KnoopUitspraak(
            "Aanbod",
            "aanbod:j2",
            {
                "naam": "Nieuw van j2",
                "continuum": ["voorkomen"],
                "themas": ["1"],
                "doelgroepen": ["leerling"],
                "bron": "j2.xlsx",
            },
        ),
        relation("BIEDT", "j2", "aanbod:j2", bron="j2.xlsx"),
        KnoopUitspraak(
            "Hiaat", "hiaat:j2", {"naam": "Mist iets", "thema": "1", "stap": "voorkomen", "bron": "j2.xlsx"}
        ),
        relation("GEMELD_DOOR", "hiaat:j2", "j2", bron="j2.xlsx"),
        relation("MELDT", "antwoord:6:j2:j2:2", "hiaat:j2", bron="j2.xlsx"),
    ]
    state(store, purpose(ja, ["werking", "onderzoek"], "s1.xlsx"), "antwoorden")
    state(store, [*purpose(nee, ["werking", "rapport"], "j2.xlsx"), *erbij], "antwoorden")
    state(store, [
        KnoopUitspraak("Overleg", "o1", {"naam": "Maart", "datum": date(2026, 3, 5), "uitkomst": "bea peeters belt An; An Bea Peeters niet."}),
        relation("WERKT_SAMEN_MET", "j1", "s3", via="p1", opmerking="via Bea"),
        KnoopUitspraak("Werkactor", "geheim", {"naam": "Nog niet bekend", "vrijgave": "intern"}),
    ])  # fmt: skip
    return store


@pytest.fixture
def bron(tmp_path: Path) -> Store:
    return filled(IngebedStore(tmp_path / "bron.kgl", schrijven=True))


def test_the_copy_holds_what_was_given_and_one_band_per_pair(bron: Store, store: Store) -> None:
    kopie, weg = copy_for_research(bron, store, stand=DAG)
    beeld = read_beeld(store).op(DAG)
    assert "antwoord:6:j2:j2:2" not in beeld.nummer
    assert not {"aanbod:j2", "hiaat:j2", "p1", "geheim"} & set(beeld.ids)
    assert beeld.kolom("straat")[beeld.nummer["j2"]] is None
    rids = {rid for tabel in beeld.relaties.values() for rid in tabel.rids}
    assert {"WERKT_SAMEN_MET|s1|w1", "WERKT_SAMEN_MET|g1|j2"} <= rids
    assert "WERKT_SAMEN_MET|j2|s3" not in rids
    assert (weg.antwoorden, weg.banden, weg.personen) == (1, 1, 1)
    assert weg.overig == 5  # the offer, the gap, and the three relations of these
    assert kopie.aantallen.keys() == {"knopen", "relaties"}
    verwacht = {
        (min(v, n), max(v, n))
        for v, n in zip(beeld.banden.van.tolist(), beeld.banden.naar.tolist(), strict=True)
    }
    with Netwerk(store) as netwerk:
        rijen = netwerk.query(
            "MATCH (a)-[b:BAND]->(c) RETURN a.id, c.id, b.typen, b.aantal, b.bevestiging, b.sterkte ORDER BY a.id, c.id"
        ).rijen
        assert {(beeld.nummer[str(r[0])], beeld.nummer[str(r[1])]) for r in rijen} == {
            tuple(sorted(paar, key=lambda k: beeld.ids[k])) for paar in verwacht
        }
        assert ("clb:x", "s1", ["BEGELEIDT"], 1, None, None) in [tuple(r) for r in rijen]
        assert ("j1", "s1", ["WERKT_SAMEN_MET"], 1, "eenzijdig", 3) in [tuple(r) for r in rijen]


def test_nothing_says_who_somebody_is(bron: Store, tmp_path: Path) -> None:
    doel = IngebedStore(tmp_path / "doel.kgl", schrijven=True)
    copy_for_research(bron, doel, stand=DAG)
    alles = str(doel.read("MATCH (n) RETURN n.id, properties(n) AS p").rijen)
    alles += str(doel.read("MATCH (a)-[x]->(b) RETURN properties(x) AS p").rijen)
    for woord in ("Peeters", "peeters", "teamcoach", "@", "via Bea", "xlsx", "Geheime"):
        assert woord not in alles
    assert "[persoon] belt An; An [persoon] niet." in alles  # a name of two letters is in too many words
    coordinator = doel.read("MATCH (c:Coordinator) RETURN c.id, c.naam, c.rol").rijen
    assert [tuple(rij) for rij in coordinator] == [("coordinator:1", "Coördinator 1", "sts")]
    assert doel.read("MATCH (:Coordinator)-[x:CONTACT_MET]->() RETURN count(x) AS n").rijen[0][0] == 7
    assert "bron" not in doel.read("MATCH (n:Import) RETURN count(n) AS n").kolommen


def test_nobody_writes_in_it_and_it_can_be_copied_on(
    bron: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bron.close()
    een, twee = str(tmp_path / "een.kgl"), str(tmp_path / "twee.kgl")
    with pytest.raises(SystemExit) as klaar:
        main(["kopieer", str(tmp_path / "bron.kgl"), een, "--onderzoek", "--stand", "2026-11-30"])
    assert klaar.value.code == 0
    assert "1 antwoord, 1 band en 5 andere gegevens" in " ".join(capsys.readouterr().out.split())
    with pytest.raises(OpslagFout, match="kopie voor onderzoek"):
        open_store(een, schrijven=True)
    hier, daar = open_store(een), IngebedStore(Path(twee), schrijven=True)
    copy_store(hier, daar)
    vraag = "MATCH (a)-[b:BAND]->(c) RETURN a.id, c.id, b.typen, b.bevestiging ORDER BY a.id, c.id"
    assert daar.read(vraag).rijen == hier.read(vraag).rijen != []


def test_the_best_word_and_the_greatest_strength_of_a_pair() -> None:
    def band(*zegt: str | None) -> str | None:
        relaties = [("VERWIJST_NAAR", str(nr), "a", "b", {"bevestiging": z}) for nr, z in enumerate(zegt)]
        return derive_band(Inhoud(relaties=relaties))[0].bevestiging

    assert band("betwist", "bevestigd", None) == "bevestigd"
    assert band("betwist", "eenzijdig", None) == "eenzijdig"
    assert band("betwist", None) is None
    assert band("betwist") == "betwist"
