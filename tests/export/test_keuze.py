"""What is exported: nothing that the profile may not show, no names of people, and a region by its definition."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.export.formaten import FORMATEN
from netwerkkaart.export.gegevens import Gegevens, Kop
from netwerkkaart.export.keuze import BOEKHOUDING, choose
from netwerkkaart.fouten import Afsluitcode, GebruikersFout
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.vrijgave import Profiel, beperk
from netwerkkaart.schema.register import BANDEN
from tests.analyse.grafen import DATUM, Rijen, view, worlds
from tests.export.hulp import DAG, facts, geheel, parts, vol
from tests.voorbeelden import aantal

MENSEN = ("Griet Vandeputte", "griet.vandeputte@clb.be", "0477 11 22 33", "An Peeters", "Griet V. Putte")
PROFIELEN = [Profiel.INTERN, Profiel.PARTNERS, Profiel.OPENBAAR]


def people() -> Beeld:
    """A graph in which people are named wherever a text can name them."""
    wie = "Besproken met Griet Vandeputte en an peeters (0477 11 22 33)."
    alle = dict.fromkeys(("vrijgave",), "openbaar")
    return Beeld.from_rows(
        [
            ("School", "s1", {"naam": "De Ark", "bron": wie, "opmerking": wie, **alle}),
            ("Clb", "c1", {"naam": "CLB", **alle}),
            ("Aanbod", "o1", {"naam": "Hulp van Griet Vandeputte", "themas": ["1"], **alle}),
            ("Coordinator", "an-peeters", {
                "naam": "An Peeters", "rol": "sts", "regio": "limburg", "email": "griet.vandeputte@clb.be",
                "vroegere_ids": ["an"], "ook_bekend_als": ["Griet V. Putte"], **alle}),
            ("Coordinator", "bea-an-peeters", {"naam": "Bea An Peeters", "rol": "lerend-netwerk", "regio": "limburg", **alle}),
            ("Contactpersoon", "griet", {"naam": "Griet Vandeputte", "telefoon": "0477 11 22 33", **alle}),
            ("Inventarisatie", "i1", {"door": "An Peeters", "regio": "limburg", **alle}),
            ("Antwoord", "a1", {"rol": "Griet Vandeputte, directeur", "naam": wie, **alle}),
            ("Bron", "bron:x", {"naam": wie, **alle}),
        ],
        [
            ("BEGELEIDT", "c1", "s1", {"rid": "BEGELEIDT|c1|s1", "via": "griet", "bron": wie, **alle}),
            ("WERKT_VOOR", "griet", "c1", {"rid": "WERKT_VOOR|griet|c1", **alle}),
            ("CONTACT_MET", "an-peeters", "c1", {"rid": "CONTACT_MET|an-peeters|c1", **alle}),
            ("TANDEM_MET", "an-peeters", "bea-an-peeters", {"rid": "TANDEM_MET|an-peeters|bea-an-peeters", **alle}),
            ("NIET_HETZELFDE_ALS", "c1", "s1", {"rid": "NIET_HETZELFDE_ALS|c1|s1", **alle}),
        ],
    )  # fmt: skip


@pytest.mark.parametrize("formaat", FORMATEN)
@pytest.mark.parametrize("profiel", PROFIELEN)
def test_no_format_names_anybody(formaat: str, profiel: Profiel) -> None:
    bytes_ = b"".join(parts(formaat, choose(people(), Kop(DAG, profiel))).values()).decode("utf-8", "replace")
    gevonden = [
        wie
        for wie in (*MENSEN, "an-peeters", "griet", "Besproken met Griet")
        if wie.casefold() in bytes_.casefold()
    ]
    assert gevonden == []
    assert ("Hulp van [persoon]" if formaat == "hsds" else "De Ark") in bytes_  # HSDS holds offers only


def test_coordinators_keep_their_place_in_the_network_under_a_number() -> None:
    gegevens = choose(people(), Kop(DAG, Profiel.PARTNERS))
    knopen, relaties = facts(gegevens)
    wie = {id_: velden for id_, (label, velden) in knopen.items() if label == "Coordinator"}
    assert sorted(wie) == ["coordinator:1", "coordinator:2"]
    assert {str(v["naam"]) for v in wie.values()} == {"Coördinator 1", "Coördinator 2"}
    assert "email" not in str(wie)
    sts = next(id_ for id_, velden in wie.items() if velden["rol"] == "sts")
    assert relaties[f"CONTACT_MET|{sts}|c1"][:3] == ("CONTACT_MET", sts, "c1")
    assert relaties["TANDEM_MET|coordinator:1|coordinator:2"][1:3] == ("coordinator:1", "coordinator:2")
    assert set(relaties) >= {"BEGELEIDT|c1|s1"}
    assert not {t for t, *_ in relaties.values()} & {"NIET_HETZELFDE_ALS", "WERKT_VOOR"}
    assert not {label for label, _ in knopen.values()} & BOEKHOUDING
    opnieuw = Beeld.from_rows(
        [(label, id_, velden) for id_, (label, velden) in knopen.items()],
        [(t, a, b, {"rid": rid, **v}) for rid, (t, a, b, v) in relaties.items()],
    )
    assert list(gegevens.beeld.ids) == list(opnieuw.ids), "numbered as any view"
    assert all(list(t.rids) == list(opnieuw.van_type(n).rids) for n, t in gegevens.beeld.relaties.items())


def test_people_are_in_it_only_when_asked_and_only_for_coordinators() -> None:
    met = "".join(map(str, facts(geheel(people()))))
    assert all(wie in met for wie in MENSEN)
    for profiel in (Profiel.PARTNERS, Profiel.OPENBAAR):
        with pytest.raises(GebruikersFout) as fout:
            choose(people(), Kop(DAG, profiel, personen=True))
        assert fout.value.code is Afsluitcode.NIET_TOEGELATEN


@settings(max_examples=aantal(25))
@given(worlds(), st.sampled_from(PROFIELEN))
def test_it_is_the_view_of_the_profile_without_people(rijen: Rijen, profiel: Profiel) -> None:
    beeld = view(rijen)
    knopen, relaties = facts(choose(beeld, Kop(DATUM, profiel)))
    klein = beperk(beeld, profiel)
    over = {
        i
        for n, i in enumerate(klein.ids)
        if klein.label(n) not in {"Contactpersoon", "Coordinator", *BOEKHOUDING}
    }
    assert {i for i in knopen if not i.startswith("coordinator:")} == over
    assert sum(i.startswith("coordinator:") for i in knopen) == len(klein.van_soort("Coordinator"))
    for naam in BANDEN:
        assert {r for r, (t, *_) in relaties.items() if t == naam} == set(klein.van_type(naam).rids)


def brute_region(gegevens: Gegevens, regio: str) -> tuple[set[str], set[str], set[str]]:
    """What lies in a region, and the nodes and relations of its export, straight from the definition in docs/export.md."""
    knopen, relaties = facts(gegevens)
    in_gemeente = {a: b for t, a, b, _ in relaties.values() if t == "LIGT_IN"}
    deel_van = {a: b for t, a, b, _ in relaties.values() if t == "DEEL_VAN"}
    kern = set()
    for id_, (_, velden) in knopen.items():
        eigen = velden.get("code") or velden.get("regio")
        via = deel_van.get(in_gemeente.get(id_, ""), "") or deel_van.get(id_, "")
        waar = via.removeprefix("regio:") or eigen
        if waar == regio:
            kern.add(id_)
    raakt = kern | ({"regio:vlaanderen"} if regio != "brussel" else set())
    erin, neem = set(kern), set()
    for rid, (type_, van, naar, _) in relaties.items():
        doel = raakt if type_ == "BEREIKT" else kern
        if van in kern or (naar in doel and type_ not in ("LIGT_IN", "DEEL_VAN")):
            neem.add(rid)
            erin |= {van, naar}
    for groep in ({"BIEDT", "BEREIKT"}, {"LIGT_IN"}, {"DEEL_VAN"}):
        basis = {i for i in erin if groep != {"BIEDT", "BEREIKT"} or knopen[i][0] == "Aanbod"}
        for rid, (type_, van, naar, _) in relaties.items():
            if type_ in groep and (van in basis or (type_ == "BIEDT" and naar in basis)):
                neem.add(rid)
        erin |= {einde for rid in neem for einde in relaties[rid][1:3]}
    return kern, erin, neem


@settings(max_examples=aantal(30))
@given(worlds(), st.sampled_from(["limburg", "antwerpen", "brussel", "oost-vlaanderen"]))
def test_a_region_is_what_lies_in_it_and_what_is_joined_to_it(rijen: Rijen, regio: str) -> None:
    beeld = view(rijen)
    alles, deel = geheel(beeld), geheel(beeld, regio=regio)
    knopen, relaties = facts(deel)
    kern, erin, neem = brute_region(alles, regio)
    assert set(knopen) == erin
    assert set(relaties) == neem
    alle_knopen, alle_relaties = facts(alles)
    assert all(alle_knopen[i] == knopen[i] for i in knopen)
    assert all(alle_relaties[r] == relaties[r] for r in relaties)
    binnen = {i for t in deel.knopen for i, ja in zip(t.ids, t.kolommen["in_regio"], strict=True) if ja}
    assert binnen == kern


def test_a_period_that_is_over_is_in_all_and_not_in_a_day() -> None:
    beeld = vol()
    assert len(geheel(beeld.op(date(2030, 1, 1))).beeld) < len(geheel(beeld).beeld)
    assert geheel(beeld).kop.titel.endswith("met alles wat ooit gold")
