"""What stands on a sheet: by hand, against the analyses, and against walking the definitions."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings

from netwerkkaart.analyse.drempels import STANDAARD
from netwerkkaart.analyse.keten import keten
from netwerkkaart.analyse.ketenherstel import ketenherstel
from netwerkkaart.analyse.ketenoordeel import Ketenoordeel
from netwerkkaart.fiche.aanbodlijst import choose_rows
from netwerkkaart.fiche.banden import Banden
from netwerkkaart.fiche.bron import Bron
from netwerkkaart.fiche.model import Schakelstaat
from netwerkkaart.fiche.schrijven import file_name
from netwerkkaart.fiche.zoeken import Gezocht, find_node
from netwerkkaart.fouten import NietGevonden
from netwerkkaart.graph.vrijgave import Profiel, beperk
from tests.analyse.brute import STAPPEN, Wereld
from tests.analyse.grafen import DATUM, Bouwer, Rijen, geography, view, worlds
from tests.fiche.wereld import by_hand, hostile, sheets
from tests.voorbeelden import aantal

enkele = settings(max_examples=aantal(30), deadline=None)


def test_each_verdict_with_its_ladder_and_what_to_do() -> None:
    (fiche,) = sheets(by_hand())
    een, twee, drie, vier = fiche.stappen
    assert [s.oordeel for s in fiche.stappen] == ["gesloten", "niet verbonden", "volzet", "hiaat"]
    assert [(t.naam, t.aanbod, t.schakel) for t in een.treden[1:]] == [
        ("CLB", "", "bevestigd"),
        ("HUIS", "PRATEN", "nog te bevestigen"),
    ]
    assert een.advies.startswith("Het enige passende aanbod is bereikbaar.")
    assert "HUIS" in een.advies, "the tie that nobody confirmed is named"
    # The CLB and the NAFT meet at the table, so that tie costs least, though the school could go there itself.
    assert [(t.naam, t.schakel, t.bereikt) for t in twee.treden[1:]] == [
        ("CLB", "bevestigd", True),
        ("NAFT", "nieuwe band", False),
    ]
    assert (twee.kop, twee.advies) == (
        "Leg het op tafel",
        "bij TAFEL op 03-04-2026. CLB en NAFT zitten er al samen.",
    )
    assert "geen gekend pad" in twee.uitleg
    assert [(t.kolom, t.naam, t.schakel) for t in drie.treden[1:]] == [(3, "WERK", "te ver")]
    assert drie.advies == "bij TAFEL op 03-04-2026. WERK: 26 weken wachten."
    assert [(t.kolom, t.naam, t.schakel) for t in vier.treden[1:]] == [(3, "STAD", "werkt elders")]
    assert vier.kop == "Meld dit aan de coördinator."
    assert "ATELIER van STAD" in vier.advies


def test_the_table_says_how_far_and_whether_there_is_room() -> None:
    (fiche,) = sheets(by_hand())
    assert [(r.naam, r.plaats, r.vol, r.schakels, r.te_ver, r.bevestigd) for r in fiche.aanbod] == [
        ("PRATEN", "plaats vrij", False, 2, False, True),
        ("TERUG", "niet gekend", False, None, True, False),
        ("JOBS", "26 weken wachten", True, 3, True, False),
    ]
    assert fiche.bronnen == ("lijst",)


@given(worlds())
@enkele
def test_verdicts_and_routes_are_those_of_the_analyses(rijen: Rijen) -> None:
    beeld = view(rijen)
    ketens = {(rij.id, rij.thema): rij for rij in keten(beeld).rijen}
    herstel = {(rij.id, rij.thema): rij for rij in ketenherstel(beeld).rijen}
    for fiche in sheets(beeld):
        for thema in fiche.themas:
            stappen = [s for s in fiche.stappen if s.thema == thema]
            rij = ketens[fiche.id, thema]
            assert [s.oordeel for s in stappen] == [s.oordeel for s in rij.stappen]
            for stap, stand in zip(stappen, rij.stappen, strict=True):
                if stand.schakels is not None:
                    assert len(stap.treden) == stand.schakels + 1
                    assert all(t.bereikt for t in stap.treden)
                    if stand.schakels:
                        assert (stap.treden[-1].naam, stap.treden[-1].aanbod) == (
                            stand.aanbieder.upper(),
                            stand.aanbod.upper(),
                        )
            nieuw = {
                (stap.treden[nr - 1].naam if nr > 1 else fiche.naam, trede.naam)
                for stap in stappen
                for nr, trede in enumerate(stap.treden)
                if trede.schakel is Schakelstaat.NIEUW
            }
            voorstel = herstel[fiche.id, thema].nieuwe_banden if (fiche.id, thema) in herstel else ()
            assert nieuw == {(band.van_naam, band.naar_naam) for band in voorstel}


@given(worlds())
@enkele
def test_a_drawn_new_tie_opens_its_step(rijen: Rijen) -> None:
    knopen, relaties = rijen
    for fiche in sheets(view(rijen)):
        for stap in fiche.stappen:
            for nr, trede in enumerate(stap.treden):
                if trede.schakel is Schakelstaat.NIEUW:
                    van = stap.treden[nr - 1].naam.lower() if nr > 1 else fiche.id
                    erbij = ("WERKT_SAMEN_MET", van, trede.naam.lower(), {"rid": "nieuw"})
                    wereld = Wereld(knopen, [*relaties, erbij], DATUM)
                    code = STAPPEN[stap.thema][stap.nummer - 1]
                    assert stap.oordeel == "niet verbonden"
                    assert wereld.reached_offers(fiche.id, stap.thema, code)


@given(worlds())
@enkele
def test_distances_are_routes_without_a_limit(rijen: Rijen) -> None:
    beeld, wereld = view(rijen), Wereld(*rijen, DATUM, schakels=99)
    banden = Banden(Bron.of(beeld, STANDAARD).bereik)
    for school in beeld.van_soort("School").tolist():
        paden, afstand = banden.paths_from(school), wereld.distance(beeld.ids[school])
        for knoop in range(beeld.aantal_organisaties):
            assert paden.links(knoop) == afstand.get(beeld.ids[knoop])


@given(worlds())
@enkele
def test_the_table_holds_every_fitting_offer_once(rijen: Rijen) -> None:
    beeld, wereld = view(rijen), Wereld(*rijen, DATUM)
    for fiche in sheets(beeld):
        passend = [
            a
            for a in wereld.nodes("Aanbod")
            if any(wereld.fits(a, fiche.id, t, s) for t in wereld.themes(fiche.id) for s in STAPPEN[t])
        ]
        assert sorted(r.naam for r in fiche.aanbod) == sorted(a.upper() for a in passend)
        assert sum(r.vol for r in fiche.aanbod) == sum(map(wereld.full, passend))


@pytest.mark.parametrize("ruimte", [2, 5, 11, 200])
def test_what_is_left_out_of_the_table_is_counted_and_no_step_is_forgotten(ruimte: int) -> None:
    for fiche in sheets(hostile()):
        regels, weg = choose_rows(fiche.aanbod, ruimte)
        assert len(regels) + weg == len(fiche.aanbod)
        assert list(regels) == [r for r in fiche.aanbod if any(r is g for g in regels)], "in the same order"
        if len(regels) >= len({r.stappen[0] for r in fiche.aanbod}):
            assert {r.stappen[0] for r in regels} == {r.stappen[0] for r in fiche.aanbod}


def test_what_partners_may_not_see_is_nowhere_on_the_sheet() -> None:
    b = Bouwer()
    gemeente = geography(b)[0]
    b.node("School", "s", niveaus=["lager"])
    b.node("Jeugdhulpaanbieder", "geheim", vrijgave="intern")
    b.node("Aanbod", "stil", themas=["1"], continuum=["voorkomen"], doelgroepen=["leerling"])
    b.rel("LIGT_IN", "s", gemeente)
    b.rel("WERKT_SAMEN_MET", "geheim", "s")
    b.rel("BIEDT", "geheim", "stil")
    b.rel("BEREIKT", "stil", gemeente)
    beeld = view(b.rijen)
    (intern,), (partners,) = sheets(beeld), sheets(beperk(beeld, Profiel.PARTNERS))
    assert "GEHEIM" in str(intern)
    assert "GEHEIM" not in str(partners)
    assert partners.stappen[0].oordeel is Ketenoordeel.NIET_VERBONDEN


def test_a_school_is_found_by_code_name_or_former_name_and_else_candidates_are_named() -> None:
    b = Bouwer()
    genk, pelt = geography(b)[:2]
    for id_, naam, waar in (("1", "De Ark", genk), ("2", "De Ark", pelt), ("3", "Sint-Jozef", genk)):
        b.node("School", id_, naam=naam)
        b.rel("LIGT_IN", id_, waar)
    b.node("Clb", "c", naam="CLB")
    beeld = view(b.rijen)
    bijnamen = [("3", "School", ("oud-3",), ("Het Klooster",))]

    scholen = beeld.van_soort("School").tolist()
    school = Gezocht("school", "scholen", "de school die u bedoelt", "Kies een school.", "Er is er geen.")

    def gevonden(wie: str) -> str:
        return beeld.ids[find_node(beeld, scholen, wie, bijnamen, school)]

    assert [gevonden(w) for w in ("3", "sint jozef", "oud-3", "het KLOOSTER", f"De Ark, {beeld.naam(beeld.nummer[pelt])}")] == [
        "3", "3", "3", "3", "2",
    ]  # fmt: skip
    for wie, zinnen in (
        ("De Ark", ("2 scholen", "(1)", "(2)")),
        ("Sint Josef", ("Bedoelt u", "(3)")),
        ("zzzz", ("geen school",)),
        ("c", ("geen school maar: CLB",)),
    ):
        with pytest.raises(NietGevonden) as fout:
            gevonden(wie)
        assert all(zin in fout.value.tekst for zin in zinnen), fout.value.tekst


def test_file_names_are_safe_and_never_shared() -> None:
    namen = [file_name(fiche) for fiche in sheets(hostile())]
    assert len(set(namen)) == len(namen)
    assert all(
        set(naam) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.") and len(naam) < 80 for naam in namen
    )


def test_a_school_of_which_little_is_known_says_so() -> None:
    b = Bouwer()
    geography(b)
    b.node("School", "los", niveaus=["lager"])
    b.node("School", "kaal")
    kaal, los = sheets(view(b.rijen))
    assert "niet gekend welk onderwijs" in kaal.noten[0]
    assert "gemeente niet gekend" in los.noten[0]
    assert {stap.kop for stap in los.stappen} == {"Geef jullie gemeente door."}
    assert los.datum == date(2026, 3, 31)
