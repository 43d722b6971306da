"""Finding doubles: what is told of a pair, what never is one, and that blocking loses nothing."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings

from netwerkkaart.dubbels.blokken import find_paren
from netwerkkaart.dubbels.fiche import Telling, make_fiches
from netwerkkaart.dubbels.vergelijken import Vergelijking, compare
from netwerkkaart.dubbels.zoeken import Dubbel, find_dubbels
from netwerkkaart.graph.beeld import Beeld
from tests.dubbels.hulp import GEMEENTEN, graven, make_beeld, org

GENK, HASSELT = GEMEENTEN
ADRES = {"straat": "Stationsstraat", "huisnummer": "5", "postcode": "3600"}


def pair(beeld: Beeld, **keuzes: Any) -> Dubbel:
    (rij,) = find_dubbels(beeld, **keuzes).rijen
    return rij


def score_of(een: dict[str, Any], ander: dict[str, Any], label: str = "School") -> float:
    """Score of two that bear the same name in the same municipality, and differ in these."""
    orgs = [org("x1", "De Ark", label, GENK, **een), org("x2", "De Ark", label, GENK, **ander)]
    return pair(make_beeld(*orgs), drempel=0.0).score


def test_a_double_is_told_with_its_reasons_and_who_would_stay() -> None:
    beeld = make_beeld(
        org(
            "mijn-1",
            "C.L.B. Kantelbrug vzw",
            "Clb",
            GENK,
            straat="Stationsstr.",
            huisnummer="5 bus 2",
            telefoon="011/22.33.44",
        ),
        org(
            "clb:kantelbrug",
            "CLB Kantelbrug",
            "Clb",
            GENK,
            **ADRES,
            telefoon="+32 11 22 33 44",
            kbo="0206684927",
        ),
        org("clb:ander", "CLB Ander", "Clb", GENK),
    )
    rij = pair(beeld)
    assert (rij.a.id, rij.b.id) == ("clb:kantelbrug", "mijn-1")
    assert set(rij.voor) == {
        "zelfde naam",
        "zelfde telefoonnummer",
        "zelfde straat en nummer",
        "zelfde gemeente",
    }
    assert rij.tegen == ()
    assert rij.score > 0.99


def test_a_name_that_is_almost_the_same_is_told_in_per_cent() -> None:
    een = org("a", "Contextbegeleiding Appelbron", "Jeugdhulpaanbieder", GENK, **ADRES)
    ander = org("b", "Context-begeleiding Appelbrom", "Jeugdhulpaanbieder", GENK, **ADRES)
    rij = pair(make_beeld(een, ander))
    assert any(reden.startswith("naam lijkt 9") for reden in rij.voor)


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("V.B.S. Sint-Jozef vzw", "Vrije basisschool St. Jozef"),
        ("CLB Kantelbrug", "Kantelbrug CLB"),
        ("Leersteuncentrum Éénhoorn", "LSC Eenhoorn"),
        ("Onze-Lieve-Vrouw van Lourdes", "O.L.V. van Lourdes"),
        ("De Ark - campus", "De Ark"),
        ("Algemeen Stedelijk Ziekenhuis", "A.S.Z."),
    ],
)
def test_spellings_of_one_name_meet(een: str, ander: str) -> None:
    label = "AndereOrganisatie"
    rij = pair(make_beeld(org("a", een, label, GENK, **ADRES), org("b", ander, label, GENK, **ADRES)))
    assert rij.score > 0.9


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("De Ark kleuterschool", "De Ark lagere school"),
        ("De Ark 1", "De Ark 2"),
        ("De Ark Noord", "De Ark Zuid"),
        ("De Ark", "Internaat De Ark"),
    ],
)
def test_what_sets_two_names_apart_counts_against(een: str, ander: str) -> None:
    def weigh(links: str, rechts: str) -> Vergelijking:
        fiches = make_fiches(make_beeld(org("a", links, "School", GENK), org("b", rechts, "School", GENK)))
        return compare(fiches[0], fiches[1], Telling.of(fiches))

    assert weigh(een, ander).score < 0.5 < weigh(een, een).score
    assert any(not deel.is_voor for deel in weigh(een, ander).delen)


def test_sites_of_one_institution_are_never_doubles() -> None:
    alles = {**ADRES, "telefoon": "011 22 33 44", "instellingsnummer": "012345"}
    een, ander = {**alles, "vestigingsnummer": "1"}, {**alles, "vestigingsnummer": "2"}
    assert score_of(een, ander) == 0.0
    assert score_of(een, {**alles, "vestigingsnummer": "01"}) > 0.99


def test_a_site_of_the_same_institution_elsewhere_is_another_site() -> None:
    nummer = {"instellingsnummer": "012345"}
    assert score_of({**ADRES, **nummer}, {**ADRES, **nummer, "straat": "Markt"}) < 0.5


def test_two_official_numbers_speak_against() -> None:
    een, ander = {**ADRES, "instellingsnummer": "012345"}, {**ADRES, "instellingsnummer": "054321"}
    assert score_of(een, ander) < score_of(ADRES, ADRES)
    assert score_of({**ADRES, "kbo": "0206684927"}, {**ADRES, "kbo": "0207437468"}, "Clb") < score_of(
        ADRES, ADRES, "Clb"
    )


@pytest.mark.parametrize("veld", ["kbo", "ovo"])
def test_a_municipality_and_its_ocmw_are_never_doubles(veld: str) -> None:
    gelijk = {**ADRES, "email": "info@genk.be", "website": "https://www.genk.be"}
    een, ander = {**gelijk, veld: "0206684927"}, {**gelijk, veld: "0207437468"}
    assert score_of(een, ander, "LokaalBestuur") == 0.0
    beeld = make_beeld(
        org("a", "OCMW Genk", "LokaalBestuur", GENK, **gelijk),
        org("b", "Stad Genk", "LokaalBestuur", GENK, **gelijk),
    )
    assert find_dubbels(beeld, drempel=0.01).rijen == ()


def test_other_kinds_are_never_compared() -> None:
    beeld = make_beeld(org("a", "De Ark", "School", GENK, **ADRES), org("b", "De Ark", "Clb", GENK, **ADRES))
    assert find_dubbels(beeld, drempel=0.0).rijen == ()


def test_what_many_share_says_little() -> None:
    twee = [
        org(f"x{nr}", naam, "Clb", GENK, telefoon="011 22 33 44") for nr, naam in enumerate(("Aap", "Noot"))
    ]
    veel = [org(f"y{nr}", f"Mies{nr:02}", "Clb", HASSELT, telefoon="011 22 33 44") for nr in range(40)]
    weinig = pair(make_beeld(*twee), drempel=0.0).score
    beeld = make_beeld(*twee, *veel)
    druk = next(r for r in find_dubbels(beeld, drempel=0.0).rijen if {r.a.id, r.b.id} == {"x0", "x1"})
    assert druk.score < weinig
    assert any("en nog 40 andere" in reden for reden in druk.voor)


def test_what_ended_is_no_double_of_what_goes_on() -> None:
    from datetime import date

    oud = org("a", "De Ark", "School", GENK, **ADRES, tot=date(2020, 1, 1))
    assert find_dubbels(make_beeld(oud, org("b", "De Ark", "School", GENK, **ADRES))).rijen == ()


def test_a_former_name_is_compared_too() -> None:
    een = org("a", "Campus Nieuw", "Clb", GENK, ook_bekend_als=["Kantelbrug"], **ADRES)
    rij = pair(make_beeld(een, org("b", "Kantelbrug", "Clb", GENK, **ADRES)))
    assert "zelfde naam" in rij.voor


def test_people_offers_and_fora_are_looked_at_as_well() -> None:
    biedt = [("BIEDT", "s", f"o{nr}", {"rid": f"BIEDT|s|o{nr}"}) for nr in (1, 2)]
    beeld = make_beeld(
        org("p1", "Sofie Peeters", "Contactpersoon", email="s@x.be"),
        org("p2", "Peeters Sofie", "Contactpersoon", email="s@x.be"),
        org("f1", "Overleg Jeugd Genk", "Forum", regio="limburg"),
        org("f2", "Overleg jeugd (Genk)", "Forum", regio="limburg"),
        org("o1", "Time-out op maat", "Aanbod"),
        org("o2", "Time out op maat", "Aanbod"),
        org("s", "De Ark", "School"),
        relaties=biedt,
    )
    assert {frozenset((r.a.id, r.b.id)) for r in find_dubbels(beeld).rijen} == {
        frozenset(("p1", "p2")),
        frozenset(("f1", "f2")),
        frozenset(("o1", "o2")),
    }


def test_a_rejected_pair_never_comes_back_unless_asked_for() -> None:
    orgs = [org("a", "De Ark", "School", GENK, **ADRES), org("b", "De Ark", "School", GENK, **ADRES)]
    niet = ("NIET_HETZELFDE_ALS", "a", "b", {"rid": "NIET_HETZELFDE_ALS|a|b"})
    beeld = make_beeld(*orgs, relaties=[niet])
    gevonden = find_dubbels(beeld)
    assert (gevonden.rijen, gevonden.afgewezen) == ((), 1)
    assert pair(beeld, ook_afgewezen=True).afgewezen
    ver = make_beeld(org("a", "De Ark"), org("b", "Iets anders"), relaties=[niet])
    assert pair(ver, ook_afgewezen=True).score < 0.5, "a rejected pair is shown whatever its score"


def test_a_region_selects_pairs_of_which_one_lies_there() -> None:
    orgs = [org("a", "De Ark", "School", GENK, **ADRES), org("b", "De Ark", "School", GENK, **ADRES)]
    regio = [("Regio", "regio:limburg", {"naam": "Limburg", "code": "limburg"})]
    deel = ("DEEL_VAN", GENK, "regio:limburg", {"rid": f"DEEL_VAN|{GENK}"})
    beeld = make_beeld(*orgs, (regio[0], ""), relaties=[deel])
    assert len(find_dubbels(beeld, regio="limburg").rijen) == 1
    assert find_dubbels(beeld, regio="antwerpen").rijen == ()


@settings(max_examples=150)
@given(graven())
def test_blocking_loses_no_pair_from_a_half_on(beeld: Beeld) -> None:
    """The oracle: every pair of one kind, compared."""
    fiches = make_fiches(beeld)
    telling = Telling.of(fiches)
    alle = {
        frozenset((een.id, ander.id)): compare(een, ander, telling).score
        for een, ander in combinations(fiches, 2)
        if een.label == ander.label
    }
    gevonden = find_dubbels(beeld)
    assert not gevonden.overvol
    assert {frozenset((r.a.id, r.b.id)): r.score for r in gevonden.rijen} == {
        paar: score for paar, score in alle.items() if score >= 0.5
    }
    assert all(
        compare(b, a, telling).bits == pytest.approx(compare(a, b, telling).bits)
        for a, b in combinations(fiches, 2)
        if a.label == b.label
    )


@settings(max_examples=40)
@given(graven(meeste=14))
def test_the_same_graph_gives_the_same_list_in_any_order(beeld: Beeld) -> None:
    rijen = [
        (beeld.label(k), id_, {n: kolom[k] for n, kolom in beeld.kolommen.items() if kolom[k] is not None})
        for k, id_ in enumerate(beeld.ids)
    ]
    banden = [
        (naam, beeld.ids[t.van[i]], beeld.ids[t.naar[i]], {"rid": rid})
        for naam, t in beeld.relaties.items()
        for i, rid in enumerate(t.rids)
    ]
    assert beeld.datum is not None
    ander = Beeld.from_rows(reversed(rijen), reversed(banden)).op(beeld.datum)
    assert find_dubbels(ander, drempel=0.1).rijen == find_dubbels(beeld, drempel=0.1).rijen


def test_in_a_large_kind_no_pair_from_a_half_on_is_lost_either() -> None:
    """Names are then compared within one place only: that place is the rest of the promise."""
    straten = ("Markt", "Stationsstraat", "Kerkstraat", "Dorp")
    gegevens = [
        org(
            f"x{nr:04}",
            f"{('De', 'Het', 'BS', '')[nr % 4]} {('Ark', 'Ooievaar', 'Mozaiek', 'Zonnebloem')[nr % 3]}{nr // 9}",
            "Clb",
            ("nis:71016", "nis:71022", "")[nr % 3],
            **({"straat": straten[nr % 4], "huisnummer": str(nr % 7 + 1)} if nr % 2 else {}),
            **({"telefoon": f"011 22 {nr % 50:02} 00"} if nr % 5 == 0 else {}),
        )
        for nr in range(1100)
    ]
    beeld = make_beeld(*gegevens)
    fiches = make_fiches(beeld)
    telling = Telling.of(fiches)
    gevonden = find_paren(fiches, max_sleutel=2000, max_plaats=1000)
    assert not gevonden.overvol
    paren = set(gevonden.paren)
    rest = [paar for paar in combinations(range(0, len(fiches), 7), 2) if paar not in paren]
    assert len(rest) > 10_000
    assert max(compare(fiches[i], fiches[j], telling).score for i, j in rest) < 0.5


def test_a_group_that_is_too_large_is_told_and_not_squared() -> None:
    fiches = make_fiches(
        make_beeld(
            *(
                org(f"x{nr}", f"Naam{nr:02}", "Clb", telefoon="011 22 33 44", postcode=f"{3500 + nr // 5}")
                for nr in range(40)
            )
        )
    )
    gevonden = find_paren(fiches, max_sleutel=10, max_plaats=1000)
    telefoon = next(groep for groep in gevonden.overvol if groep.sleutel.startswith("telefoon"))
    assert (telefoon.aantal, telefoon.over) == (40, 0), "within one postcode they are still compared"
