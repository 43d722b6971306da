"""Who is in the workbook of a region, and what of contact persons comes along."""

from __future__ import annotations

from datetime import date

import pytest

from netwerkkaart.omzetten.plaatsen import area_statements, lies_in
from netwerkkaart.omzetten.werkboekstand import Stand
from netwerkkaart.plan.maak import make_plan
from netwerkkaart.plan.wijziging import Bekend
from netwerkkaart.schema.register import TYPEN, Waarde, relation_id
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak
from tests.werkboek.hulp import DAG, apply_plan, as_boek, edit, export, known, read, weigh


def _node(label: str, id_: str, **velden: Waarde) -> KnoopUitspraak:
    return KnoopUitspraak(label, id_, {"naam": f"Naam van {id_}", **velden})


def _tie(type_: str, van: str, naar: str, **velden: Waarde) -> RelatieUitspraak:
    return RelatieUitspraak(type_, relation_id(TYPEN[type_], van, naar, velden), van, naar, {**velden})


_AANBOD: dict[str, Waarde] = {"continuum": ["voorkomen"], "themas": ["1"], "doelgroepen": ["leerling"]}
UITSPRAKEN: list[Uitspraak] = [
    *area_statements(["nis:71016", "nis:44021", "regio:vlaanderen"]),
    _node("School", "genk"),
    _node("School", "gent"),
    _node("Clb", "gents-clb"),
    _node("Clb", "los"),
    _node("School", "weg", tot=date(2020, 1, 1)),
    lies_in("genk", "71016", {}, 0),
    lies_in("gent", "44021", {}, 0),
    lies_in("gents-clb", "44021", {}, 0),
    lies_in("weg", "71016", {}, 0),
    _tie("BEGELEIDT", "gents-clb", "genk", via="jan"),
    _tie("BEGELEIDT", "gents-clb", "gent"),
    _tie("BEGELEIDT", "gents-clb", "weg"),
    _node("Aanbod", "gents", **_AANBOD),
    _node("Aanbod", "overal", **_AANBOD),
    _node("Aanbod", "nergens", **_AANBOD),
    _tie("BIEDT", "gents-clb", "gents"),
    _tie("BEREIKT", "overal", "regio:vlaanderen"),
    _node("Forum", "f-gent", regio="oost-vlaanderen"),
    _node("Forum", "f-genk", regio="limburg"),
    _node("Overleg", "o1", datum=DAG),
    _tie("OVERLEG_VAN", "o1", "f-genk"),
    _node("Hiaat", "h1"),
    _tie("AGENDEERT", "o1", "h1"),
    _node("Coordinator", "an", rol="sts", regio="oost-vlaanderen"),
    _node("Coordinator", "bo", rol="sts", regio="oost-vlaanderen"),
    _tie("NEEMT_DEEL_AAN", "an", "f-genk"),
    _node("Contactpersoon", "jan"),
    _node("Contactpersoon", "piet"),
    _tie("WERKT_VOOR", "jan", "genk"),
    _tie("AANWEZIG_OP", "jan", "o1"),
]


@pytest.fixture
def bekend() -> Bekend:
    return apply_plan(Bekend(), make_plan(UITSPRAKEN, Bekend()))


def _keys(stand: Stand, blad: str) -> set[str]:
    return {rij.sleutel for rij in stand.bladen[blad]}


def test_a_region_has_its_own_what_serves_it_and_what_belongs_nowhere(bekend: Bekend) -> None:
    stand = export(bekend, regio="limburg", datum=DAG)
    assert _keys(stand, "Organisaties") == {"genk", "los"}
    assert _keys(stand, "Relaties") == {"BEGELEIDT|gents-clb|genk"}
    assert _keys(stand, "Aanbod") == {"overal", "nergens"}
    assert _keys(stand, "Fora") == {"f-genk"}
    assert _keys(stand, "Overleg") == {"o1"}
    assert _keys(stand, "Hiaten") == {"h1"}
    assert _keys(stand, "Coördinatoren") == {"an"}
    assert "gents-clb" in {naam.id for naam in stand.namen}
    assert _keys(export(bekend, regio="brussel"), "Aanbod") == {"nergens"}


def test_what_ended_is_left_out_with_its_ties_unless_asked(bekend: Bekend) -> None:
    assert "weg" not in _keys(export(bekend, datum=DAG), "Organisaties")
    assert "BEGELEIDT|gents-clb|weg" not in _keys(export(bekend, datum=DAG), "Relaties")
    assert "weg" in _keys(export(bekend), "Organisaties")


def test_a_region_goes_into_an_empty_graph_with_the_ends_that_lie_elsewhere(bekend: Bekend) -> None:
    stand = export(bekend, regio="limburg", datum=DAG, personen=True)
    na = apply_plan(Bekend(), weigh(read(as_boek(stand), known(Bekend())), Bekend()))
    assert na.knopen["gents-clb"].eigenschappen["naam"] == "Naam van gents-clb"
    assert na.relaties["BEGELEIDT|gents-clb|genk"] == bekend.relaties["BEGELEIDT|gents-clb|genk"]


def test_contact_persons_are_named_only_on_request_and_stay_as_they_are_otherwise(bekend: Bekend) -> None:
    zonder = as_boek(export(bekend))
    assert not any(tekst in repr(zonder) for tekst in ("Naam van jan", "|jan", '"jan"'))
    boek = edit(zonder, "Relaties", lambda rijen, koppen: rijen[1].__setitem__(koppen["bron"], "ik"))
    boek = edit(boek, "Relaties", lambda rijen, koppen: rijen[1].__setitem__(koppen["sinds"], "2025"))
    boek = edit(boek, "Overleg", lambda rijen, koppen: rijen[1].__setitem__(koppen["aanwezig"], "genk"))
    oogst = read(boek, known(bekend))
    na = apply_plan(bekend, make_plan(oogst.with_proposals().uitspraken, bekend))
    assert na.relaties["BEGELEIDT|gents-clb|genk"].eigenschappen["via"] == "jan"
    assert "tot" not in na.relaties["AANWEZIG_OP|jan|o1"].eigenschappen


def test_a_tie_runs_through_a_contact_person_by_name(bekend: Bekend) -> None:
    boek = as_boek(export(bekend, personen=True))
    (rij,) = [r for t in boek.bladen for r in t.rijen if "BEGELEIDT|gents-clb|genk" in r]
    assert "Naam van jan" in rij

    def change(tekst: str) -> Bekend:
        def put(rijen: list[list[str]], koppen: dict[str, int]) -> None:
            next(r for r in rijen if "BEGELEIDT|gents-clb|genk" in r)[koppen["via"]] = tekst

        return apply_plan(bekend, weigh(read(edit(boek, "Relaties", put), known(bekend)), bekend))

    rid = "BEGELEIDT|gents-clb|genk"
    assert change("naam van PIET").relaties[rid].eigenschappen["via"] == "piet"
    assert "via" not in change("").relaties[rid].eigenschappen
    with pytest.raises(AssertionError, match="Deze naam is niet gekend"):
        change("Niemand")
