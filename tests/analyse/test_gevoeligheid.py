"""Thresholds moved one at a time, against worlds that are worked out anew with each."""

from __future__ import annotations

from hypothesis import given, settings

from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.analyse.gevoeligheid import WAARDEN, draw_gevoeligheid, gevoeligheid
from netwerkkaart.analyse.hiaten import hiaten
from netwerkkaart.analyse.keten import keten
from tests.analyse.brute import DOELGROEPEN, STAPPEN, Wereld
from tests.analyse.grafen import DATUM, Rijen, small, view, worlds
from tests.analyse.voorbeeld import example
from tests.voorbeelden import aantal

_OPTIE = {
    "wachttijd_weken": "weken",
    "aandeel_niet_verbonden": "aandeel",
    "maanden_inventarisatie": "maanden",
    "schakels": "schakels",
}


def verdicts(wereld: Wereld) -> list[str]:
    return [
        wereld.cell([gemeente], thema, stap, groep)
        for gemeente in wereld.nodes("Gemeente")
        for thema, stappen in STAPPEN.items()
        for stap in stappen
        for groep in DOELGROEPEN
    ]


def closed(wereld: Wereld) -> int:
    ketens = [(s, t) for s in wereld.nodes("School") for t in wereld.themes(s)]
    return sum(wereld.chain(*deel) == "gesloten" for deel in ketens)


@settings(max_examples=aantal(10), deadline=None)
@given(worlds())
def test_every_value_of_every_threshold(rijen: Rijen) -> None:
    nu = Wereld(*rijen, DATUM)
    eerst, dicht = verdicts(nu), closed(nu)
    for rij in gevoeligheid(view(rijen), per="gemeente").rijen:
        wereld = Wereld(*rijen, DATUM, **{_OPTIE[rij.drempel]: rij.waarde})  # type: ignore[arg-type]
        later = verdicts(wereld)
        assert rij.veranderd == sum(een != ander for een, ander in zip(eerst, later, strict=True))
        assert rij.veranderd == sum(int(deel.split(" ")[0]) for deel in rij.overgangen)
        telling = (rij.hiaat, rij.volzet, rij.niet_verbonden, rij.witte_vlek, rij.gedekt)
        woorden = ("hiaat", "volzet", "niet verbonden", "witte vlek", "gedekt")
        assert telling == tuple(later.count(woord) for woord in woorden)
        assert rij.cellen == sum(telling)
        assert (rij.gesloten, rij.verschil) == (closed(wereld), closed(wereld) - dicht)


def test_the_chosen_value_stands_among_the_others_and_changes_nothing() -> None:
    beeld, drempels = view(small(7)), Drempels(wachttijd_weken=10, aandeel_niet_verbonden=0.333)
    uitkomst = gevoeligheid(beeld, drempels)
    gekozen = {rij.drempel: rij for rij in uitkomst.rijen if rij.gekozen}
    assert {naam: rij.waarde for naam, rij in gekozen.items()} == {
        naam: getattr(drempels, naam) for naam in WAARDEN
    }
    gesloten = sum(rij.oordeel == "gesloten" for rij in keten(beeld, drempels).rijen)
    cellen = hiaten(beeld, drempels).cijfers
    for rij in gekozen.values():
        assert (rij.veranderd, rij.verschil, rij.gesloten) == (0, 0, gesloten)
        assert (rij.hiaat, rij.gedekt) == (cellen["hiaat"], cellen["gedekt"])
    assert gekozen["aandeel_niet_verbonden"].in_woorden == "aandeel niet verbonden 33,3%"
    assert [rij.waarde for rij in uitkomst.rijen if rij.drempel == "wachttijd_weken"] == [4, 8, 10, 13, 26]


def test_the_example_of_the_documentation() -> None:
    uitkomst = gevoeligheid(view(example()), per="gemeente")
    anders = {(rij.drempel, rij.waarde): rij for rij in uitkomst.rijen if rij.veranderd}
    assert {sleutel: rij.overgangen for sleutel, rij in anders.items()} == {
        ("wachttijd_weken", 13): ("1 volzet → niet verbonden",),
        ("wachttijd_weken", 26): ("1 volzet → niet verbonden",),
        ("aandeel_niet_verbonden", 0.5): ("1 niet verbonden → gedekt",),
        ("schakels", 1): ("4 gedekt → niet verbonden",),
    }
    assert anders["wachttijd_weken", 13].bewijs == ("therapie",)
    assert anders["aandeel_niet_verbonden", 0.5].bewijs == ("nis:72030",)
    tekening = draw_gevoeligheid(uitkomst)
    assert len(tekening.staven) == len(uitkomst.rijen)
    assert {sum(staaf.waarden) for staaf in tekening.staven} == {uitkomst.rijen[0].cellen}
