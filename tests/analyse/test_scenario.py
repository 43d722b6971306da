"""A scenario against building the world with its rows; the table of one, with all its faults at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.analyse.keten import keten
from netwerkkaart.analyse.scenario import Ingreep, Scenario, apply_scenario
from netwerkkaart.analyse.scenario_lezen import read_scenario
from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.graph.beeld import Beeld, KnoopRij, RelatieRij
from netwerkkaart.inlezen import read_tabel
from tests.analyse.brute import ORG
from tests.analyse.grafen import Rijen, view, worlds
from tests.analyse.voorbeeld import example
from tests.voorbeelden import aantal

dertig = settings(max_examples=aantal(30), deadline=None)
Inhoud = tuple[dict[str, tuple[object, ...]], dict[str, tuple[object, ...]]]


def content(beeld: Beeld) -> Inhoud:
    """Everything that a view says, whatever the order of its columns."""
    knopen: dict[str, tuple[object, ...]] = {
        id_: (beeld.label(nr), {n: k[nr] for n, k in beeld.kolommen.items() if k[nr] is not None})
        for nr, id_ in enumerate(beeld.ids)
    }
    relaties: dict[str, tuple[object, ...]] = {
        rid: (
            tabel.type,
            beeld.ids[tabel.van[nr]],
            beeld.ids[tabel.naar[nr]],
            {n: k[nr] for n, k in tabel.kolommen.items() if k[nr] is not None},
        )
        for tabel in beeld.relaties.values()
        for nr, rid in enumerate(tabel.rids)
    }
    return knopen, relaties


class Wereldboek:
    """The oracle: rows in dictionaries, changed as one reads an intervention."""

    def __init__(self, rijen: Rijen) -> None:
        self.knopen = {rij[1]: rij for rij in rijen[0]}
        self.relaties = {str(rij[3]["rid"]): rij for rij in rijen[1]}

    def do(self, ingreep: Ingreep) -> None:
        for id_ in ingreep.weg:
            self.knopen.pop(id_, None)
        self.relaties = {
            rid: rij
            for rid, rij in self.relaties.items()
            if rid not in ingreep.weg_relaties and not {rij[1], rij[2]} & ingreep.weg
        }
        self.knopen |= {rij[1]: rij for rij in ingreep.knopen}
        self.relaties |= {str(rij[3]["rid"]): rij for rij in ingreep.relaties}

    @property
    def rijen(self) -> Rijen:
        return list(self.knopen.values()), list(self.relaties.values())


@st.composite
def scenarios(draw: st.DrawFn) -> tuple[Rijen, Scenario]:
    """A world and interventions that can be carried out on it, in order."""
    rijen = draw(worlds())
    boek = Wereldboek(rijen)
    ingrepen = []
    for nr in range(draw(st.integers(1, 6))):
        ingreep = draw(_intervention(boek, nr))
        boek.do(ingreep)
        ingrepen.append(ingreep)
    return rijen, Scenario(tuple(ingrepen))


def _intervention(boek: Wereldboek, nr: int) -> st.SearchStrategy[Ingreep]:
    ids, rids = sorted(boek.knopen), sorted(boek.relaties)
    orgs = [id_ for id_ in ids if boek.knopen[id_][0] in ORG]

    def tie(einden: tuple[str, str]) -> Ingreep:
        van, naar = sorted(einden)
        rij: RelatieRij = ("WERKT_SAMEN_MET", van, naar, {"rid": f"WERKT_SAMEN_MET|{van}|{naar}"})
        return Ingreep("band", relaties=(rij,))

    def node(label: str) -> Ingreep:
        rij: KnoopRij = (
            label,
            f"nieuw{nr}",
            {"naam": "Nieuw", "niveaus": ["lager"]} if label == "School" else {},
        )
        return Ingreep("knoop", knopen=(rij,))

    def full(id_: str) -> Ingreep:
        label, _, p = boek.knopen[id_]
        return Ingreep("vol", knopen=((label, id_, {**p, "capaciteit": 0}),))

    kan = [st.sampled_from(["School", "NaftAanbieder", "Forum"]).map(node)]
    if len(orgs) > 1:
        kan.append(
            st.tuples(st.sampled_from(orgs), st.sampled_from(orgs)).filter(lambda p: p[0] != p[1]).map(tie)
        )
    if ids:
        kan.append(st.sampled_from(ids).map(lambda id_: Ingreep("weg", weg=frozenset({id_}))))
    if rids:
        kan.append(st.sampled_from(rids).map(lambda rid: Ingreep("weg", weg_relaties=frozenset({rid}))))
    if aanbod := [id_ for id_ in ids if boek.knopen[id_][0] == "Aanbod"]:
        kan.append(st.sampled_from(aanbod).map(full))
    return st.one_of(kan)


@dertig
@given(scenarios())
def test_a_scenario_is_the_world_with_its_rows_in_it(geval: tuple[Rijen, Scenario]) -> None:
    rijen, scenario = geval
    boek = Wereldboek(rijen)
    for ingreep in scenario.ingrepen:
        boek.do(ingreep)
    beeld = view(rijen)
    voor = content(beeld)
    straks = apply_scenario(beeld, scenario)
    assert content(straks) == content(view(boek.rijen))
    assert straks.ids == view(boek.rijen).ids
    assert straks.datum == beeld.datum
    assert content(beeld) == voor  # nothing is written, not in the view either
    assert [(r.id, r.thema, r.oordeel) for r in keten(straks).rijen] == [
        (r.id, r.thema, r.oordeel) for r in keten(view(boek.rijen)).rijen
    ]


@dertig
@given(scenarios())
def test_interventions_one_after_another_or_all_at_once_are_the_same(geval: tuple[Rijen, Scenario]) -> None:
    rijen, scenario = geval
    stap = view(rijen)
    for ingreep in scenario.ingrepen:
        stap = apply_scenario(stap, Scenario((ingreep,)))
    assert content(stap) == content(apply_scenario(view(rijen), scenario))


@dertig
@given(worlds(), st.data())
def test_to_add_and_take_away_is_to_do_nothing(rijen: Rijen, data: st.DataObject) -> None:
    beeld = view(rijen)
    assert apply_scenario(beeld, Scenario()) is beeld
    orgs = [id_ for label, id_, _ in rijen[0] if label in ORG and id_ in beeld.nummer]
    ander = data.draw(st.sampled_from(orgs))
    knoop: KnoopRij = ("NaftAanbieder", "nieuw", {"naam": "Nieuw"})
    band: RelatieRij = ("WERKT_SAMEN_MET", ander, "nieuw", {"rid": "nieuwe band"})
    erbij = Ingreep("erbij", knopen=(knoop,), relaties=(band,))
    for weg in (
        Ingreep("weg", weg=frozenset({"nieuw"})),
        Ingreep("weg", weg=frozenset({"nieuw"}), weg_relaties=frozenset({"nieuwe band"})),
    ):
        assert content(apply_scenario(beeld, Scenario((erbij, weg)))) == content(beeld)


@dertig
@given(worlds(), st.data())
def test_a_new_tie_never_opens_a_closed_chain(rijen: Rijen, data: st.DataObject) -> None:
    beeld = view(rijen)
    orgs = [id_ for label, id_, _ in rijen[0] if label in ORG and id_ in beeld.nummer]
    een, ander = data.draw(st.sampled_from(orgs)), data.draw(st.sampled_from(orgs))
    band: RelatieRij = ("WERKT_SAMEN_MET", een, ander, {"rid": "nieuw"})
    straks = apply_scenario(beeld, Scenario((Ingreep("band", relaties=(band,)),)))
    dicht, later = (
        {(r.id, r.thema) for r in keten(b).rijen if r.oordeel == "gesloten"} for b in (beeld, straks)
    )
    assert dicht <= later


# --- the table
KOP = "doe;wat;id;naam;soort;gemeente;niveaus;van;naar;relatie;themas;continuum;doelgroepen;capaciteit;wachttijd_weken;opmerking"


def read(pad: Path, *rijen: str, kop: str = KOP) -> Scenario:
    bestand = pad / "scenario.csv"
    bestand.write_text("\n".join([kop, *rijen]) + "\n", encoding="utf-8")
    return read_scenario(read_tabel(bestand), view(example()))


def row(**cellen: str) -> str:
    return ";".join(f'"{cellen.get(kop, "")}"' for kop in KOP.split(";"))


def verdicts(scenario: Scenario) -> dict[str, str]:
    return {r.id: str(r.oordeel) for r in keten(apply_scenario(view(example()), scenario)).rijen}


def test_a_tie_is_added_by_name_and_taken_away_by_code(tmp_path: Path) -> None:
    erbij = row(doe="toevoegen", wat="band", van="VRIJ", naar="jh", opmerking="voorstel van het overleg")
    scenario = read(tmp_path, erbij)
    (ingreep,) = scenario.ingrepen
    assert ingreep.zin == "nieuwe band WERKT_SAMEN_MET, JH – VRIJ"
    assert ingreep.rij == 2
    assert verdicts(scenario)["vrij"] == "volzet"  # voorkomen is reached; heroriënteren stays full
    weg = row(doe="weg", wat="band", van="clb", naar="ark")
    assert verdicts(read(tmp_path, weg))["ark"] == "niet verbonden"
    samen = read(tmp_path, erbij, row(doe="weghalen", wat="band", van="jh", naar="vrij"))
    assert content(apply_scenario(view(example()), samen)) == content(view(example()))
    # What was taken away may come back.
    heen_en_weer = read(
        tmp_path, weg, row(doe="toevoegen", wat="band", van="clb", naar="ark", relatie="BEGELEIDT")
    )
    assert verdicts(heen_en_weer)["ark"] == "gesloten"


def test_an_offer_is_added_with_who_provides_it_and_where_it_reaches(tmp_path: Path) -> None:
    scenario = read(
        tmp_path,
        row(
            doe="toevoegen", wat="aanbod", naam="Werkervaring", van="naft", naar="Bree;Peer", themas="2",
            continuum="toeleiden naar werk;alternatieve dagbesteding", doelgroepen="leerling", capaciteit="10",
        ),
    )  # fmt: skip
    assert verdicts(scenario)["ath"] == "gesloten"
    assert verdicts(scenario)["col"] == "gesloten"


def test_more_room_is_a_change_of_what_is_filled_in_only(tmp_path: Path) -> None:
    scenario = read(
        tmp_path, row(doe="wijzigen", wat="aanbod", naam="THERAPIE", wachttijd_weken="4", opmerking="x")
    )
    assert scenario.ingrepen[0].zin == "THERAPIE: wachttijd_weken gewijzigd"
    assert verdicts(scenario)["brug"] == "niet verbonden"
    straks = apply_scenario(view(example()), scenario)
    assert straks.kolom("continuum")[straks.nummer["therapie"]] == ["heroriënteren"]


def test_an_organisation_goes_with_its_ties_and_what_it_alone_provides(tmp_path: Path) -> None:
    scenario = read(tmp_path, row(doe="weghalen", wat="organisatie", naam="jh"))
    assert scenario.ingrepen[0].zin == "weg: JH, met 2 aanbod dat zij alleen biedt"
    straks = apply_scenario(view(example()), scenario)
    assert not {"jh", "hulp-in-klas", "terug-naar-school"} & set(straks.ids)


def test_a_school_is_added_where_it_lies_and_can_be_named_by_other_rows(tmp_path: Path) -> None:
    scenario = read(
        tmp_path,
        row(doe="toevoegen", wat="school", id="nieuw", naam="De Zeppelin", gemeente="Bree", niveaus="lager"),
        row(doe="toevoegen", wat="band", van="clb", naar="De Zeppelin", relatie="BEGELEIDT"),
    )
    assert verdicts(scenario)["nieuw"] == "gesloten"
    elders = read(tmp_path, row(doe="toevoegen", wat="school", naam="Ver", gemeente="Gent", niveaus="lager"))
    straks = apply_scenario(view(example()), elders)
    assert "scenario-2" in straks.ids
    assert "nis:44021" in straks.ids
    assert "regio:oost-vlaanderen" in straks.ids


def faults(pad: Path, *rijen: str, kop: str = KOP) -> Iterator[tuple[int, str, str]]:
    with pytest.raises(GebruikersFout) as fout:
        read(pad, *rijen, kop=kop)
    for melding in fout.value.meldingen:
        yield melding.rij, melding.kolom, melding.tekst


def test_every_fault_is_told_at_once_with_its_row_and_column(tmp_path: Path) -> None:
    gevonden = list(
        faults(
            tmp_path,
            row(doe="bouwen", wat="band", van="clb", naar="ark"),
            row(doe="toevoegen", wat="brug", van="clb", naar="ark"),
            row(doe="toevoegen", wat="band", van="clb", naar="bestaat niet"),
            row(doe="toevoegen", wat="band", van="clb", naar="ark", relatie="BEGELEIDT"),
            row(doe="toevoegen", wat="band", van="clb", naar="jh", capaciteit="3"),
            row(doe="weghalen", wat="band", van="ark", naar="naft"),
            row(doe="weghalen", wat="organisatie", naam="THERAPIE"),
            row(doe="wijzigen", wat="aanbod", naam="THERAPIE"),
            row(doe="wijzigen", wat="aanbod", naam="THERAPIE", capaciteit="veel"),
            row(doe="toevoegen", wat="organisatie", naam="Nieuw", soort="Iets", gemeente="Bree"),
            row(doe="toevoegen", wat="organisatie", id="jh", naam="Nieuw", soort="Clb", gemeente="Bree"),
            row(doe="weghalen", wat="organisatie", naam="naft"),
            row(doe="toevoegen", wat="band", van="naft", naar="ark"),
            row(doe="wijzigen", wat="band", van="clb", naar="jh"),
            row(
                doe="toevoegen",
                wat="aanbod",
                naam="N",
                themas="1",
                continuum="voorkomen",
                doelgroepen="ouder",
            ),
        )
    )
    assert [(rij, kolom) for rij, kolom, _ in gevonden] == [
        (2, "doe"), (3, "wat"), (4, "naar"), (5, "naar"), (6, "capaciteit"), (7, "naar"), (8, "naam"),
        (9, "doe"), (10, "capaciteit"), (11, "soort"), (12, "id"), (14, "van"), (15, "doe"),
        (16, "van"), (16, "naar"),
    ]  # fmt: skip
    teksten = {rij: tekst for rij, _, tekst in gevonden}
    assert teksten[5] == "Deze band bestaat al."
    assert teksten[6] == 'Bij "band" hoort hier niets.'
    assert teksten[8] == "Dit is een Aanbod."
    assert teksten[14] == "Dit bestaat hier niet (meer)."


def test_a_table_that_is_no_scenario_is_refused(tmp_path: Path) -> None:
    assert [t for _, _, t in faults(tmp_path, "a;b", kop="van;naar")] == [
        'De kolom "doe" ontbreekt.',
        'De kolom "wat" ontbreekt.',
    ]
    eerste, *_ = faults(tmp_path, "toevoegen;band;clb;vrij;1", kop="doe;wat;van;naar;kleur")
    assert eerste == (0, "kleur", "Deze kolom is niet gekend.")
