"""Reported gaps weighed against the computed verdicts, by plain loops."""

from __future__ import annotations

import random
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.analyse.hiaten import hiaten
from netwerkkaart.analyse.hiaten_gemeld import gemelde_hiaten
from tests.analyse.brute import Wereld
from tests.analyse.grafen import DATUM, DOELGROEPEN, STAPPEN, Rijen, small, view
from tests.voorbeelden import aantal

OPEN = {"hiaat", "volzet", "niet verbonden"}


def reported(seed: int) -> Rijen:
    """A small world with reports that state more or less."""
    r = random.Random(seed)
    knopen, relaties = small(seed)
    orgs = [id_ for label, id_, _ in knopen if label == "School"]
    for nr in range(r.randint(1, 4)):
        p: dict[str, object] = {
            "thema": r.choice([None, "1", "2"]),
            "stap": r.choice([None, *STAPPEN]),
            "doelgroepen": r.choice([None, ["ouder"], ["alle"], []]),
            "gemeenten": r.choice([None, ["alle"], ["71001"], ["71002", "71003"]]),
            "regio": r.choice([None, "limburg", "antwerpen"]),
        }
        knopen.append(
            ("Hiaat", f"h{nr}", {"naam": f"H{nr}", **{k: v for k, v in p.items() if v is not None}})
        )
        relaties.append(("GEMELD_DOOR", f"h{nr}", orgs[0], {"rid": f"GEMELD_DOOR|h{nr}|{orgs[0]}"}))
    return knopen, relaties


def named(wereld: Wereld, hiaat: str) -> list[tuple[str, str, str, str]]:
    """Municipality, theme, step and target group of each cell that a report names."""
    p = wereld.p[hiaat]
    genoemd = p.get("gemeenten", ["alle"])
    assert isinstance(genoemd, list)
    groepen = p.get("doelgroepen", ["alle"])
    assert isinstance(groepen, list)
    uit = []
    for g in wereld.nodes("Gemeente"):
        overal = "alle" in genoemd and p.get("regio") in (None, wereld.region_of(g))
        if not overal and wereld.p[g]["nis"] not in genoemd:
            continue
        for thema, stappen in (("1", STAPPEN[:2]), ("2", STAPPEN)):
            uit += [
                (g, thema, stap, groep)
                for stap in stappen
                for groep in DOELGROEPEN
                if p.get("thema") in (None, thema)
                and p.get("stap") in (None, stap)
                and ("alle" in groepen or groep in groepen)
            ]
    return uit


def expected(oordelen: Counter[str]) -> str:
    if not sum(oordelen.values()):
        return "buiten beeld"
    if OPEN & set(oordelen):
        return "teruggevonden"
    return "witte vlek" if oordelen["witte vlek"] else "niet teruggevonden"


@settings(max_examples=aantal(40), deadline=None)
@given(st.integers(0, 10**9).map(reported))
def test_a_report_is_weighed_on_the_cells_that_it_names(rijen: Rijen) -> None:
    wereld = Wereld(*rijen, DATUM)
    uitkomst = gemelde_hiaten(view(rijen))
    assert [rij.id for rij in uitkomst.rijen] == wereld.nodes("Hiaat")
    for rij in uitkomst.rijen:
        cellen = named(wereld, rij.id)
        oordelen = Counter(wereld.cell([g], *cel) for g, *cel in cellen)
        del oordelen["geen scholen"]
        assert rij.oordeel == expected(oordelen)
        assert rij.cellen == sum(oordelen.values())
        assert Counter({d.split(" ", 1)[1]: int(d.split(" ")[0]) for d in rij.verdeling}) == oordelen
        assert (rij.gemeld_door, rij.bewijs) == (("S0",), (rij.id, f"GEMELD_DOOR|{rij.id}|s0"))
    assert sum(int(n or 0) for n in uitkomst.cijfers.values()) == len(uitkomst.rijen)
    noemen = {rij.id for rij in gemelde_hiaten(view(rijen), regio="antwerpen").rijen}
    assert noemen == {h for h in wereld.nodes("Hiaat") if raises(wereld, h, "nis:71003")}
    for cel in hiaten(view(rijen), per="gemeente").rijen:
        deze = (cel.gebied, cel.thema, cel.stap, cel.doelgroep)
        assert list(cel.gemelde_hiaten) == [h for h in wereld.nodes("Hiaat") if deze in named(wereld, h)]


def raises(wereld: Wereld, hiaat: str, gemeente: str) -> bool:
    """Whether a report names a municipality, also when its target groups leave nothing to name."""
    p = wereld.p[hiaat]
    genoemd = p.get("gemeenten", ["alle"])
    assert isinstance(genoemd, list)
    overal = "alle" in genoemd and p.get("regio") in (None, wereld.region_of(gemeente))
    return overal or wereld.p[gemeente]["nis"] in genoemd
