"""Worlds for sheets: every verdict by hand, and one in which every text is as bad as it gets."""

from __future__ import annotations

from datetime import date

from netwerkkaart.fiche.maken import make_fiches, schools_of
from netwerkkaart.fiche.model import Fiche
from netwerkkaart.graph.beeld import Beeld
from tests.analyse.grafen import DATUM, Bouwer, geography, view

VIJANDIG = [
    "<script>alert(1)</script>",
    "{{7*7}} {% raw %}",
    "\u202egnaL\u202c " + "x" * 500,
    "Contextbegeleiding " * 25,
    "👩‍🏫🏫" * 60,
    "../../etc/passwd\x00",
]
STAPPEN = ["voorkomen", "heroriënteren", "toeleiden naar werk", "alternatieve dagbesteding"]


def by_hand() -> Beeld:
    """A secondary school that reaches step 1, is not tied to step 2, finds step 3 full and step 4 lacking."""
    b = Bouwer()
    genk, pelt = geography(b)[:2]
    for soort, id_, waar in (
        ("School", "school", genk),
        ("Clb", "clb", genk),
        ("Jeugdhulpaanbieder", "huis", genk),
        ("NaftAanbieder", "naft", genk),
        ("Werkactor", "werk", genk),
        ("LokaalBestuur", "stad", pelt),
    ):
        velden = {"niveaus": ["secundair"]} if soort == "School" else {}
        b.node(soort, id_, **velden, **({"bevestigd_op": date(2026, 1, 1)} if id_ == "huis" else {}))
        b.rel("LIGT_IN", id_, waar)
    b.rel("BEGELEIDT", "clb", "school", bevestiging="bevestigd", bron="lijst")
    b.rel("WERKT_SAMEN_MET", "clb", "huis")
    b.rel("VERWIJST_NAAR", "huis", "werk")
    aanbiedingen: list[tuple[str, str, int, str, dict[str, object]]] = [
        ("praten", "huis", 0, genk, {"capaciteit": 8, "bezet": 3}),
        ("terug", "naft", 1, genk, {}),
        ("jobs", "werk", 2, genk, {"wachttijd_weken": 26}),
        ("atelier", "stad", 3, pelt, {}),
    ]
    for aanbod, wie, stap, waar, meer in aanbiedingen:
        b.node("Aanbod", aanbod, themas=["2"], continuum=[STAPPEN[stap]], doelgroepen=["leerling"], **meer)
        b.rel("BIEDT", wie, aanbod)
        b.rel("BEREIKT", aanbod, waar)
    b.node("Forum", "tafel", regio="limburg")
    for wie in ("clb", "naft", "werk"):
        b.rel("NEEMT_DEEL_AAN", wie, "tafel")
    for nr, dag in enumerate((date(2026, 3, 1), date(2026, 5, 2), date(2026, 4, 3))):
        b.node("Overleg", f"o{nr}", datum=dag)
        b.rel("OVERLEG_VAN", f"o{nr}", "tafel")
    b.node(
        "Inventarisatie", "telling", regio="limburg", gemeenten=["alle"], thema="2", stap=STAPPEN[3],
        doelgroepen=["alle"], volledig=True, datum=date(2026, 1, 1),
    )  # fmt: skip
    return view(b.rijen)


def hostile() -> Beeld:
    """Schools of every shape, with names that break pages, and more offers than fit."""
    b = Bouwer()
    gemeente = geography(b)[0]
    b.knopen = [
        (soort, id_, {**p, "naam": VIJANDIG[3]} if soort == "Gemeente" else p) for soort, id_, p in b.knopen
    ]
    soorten = ["Clb", "Jeugdhulpaanbieder", "NaftAanbieder", "GeestelijkeGezondheidszorg", "Werkactor"]
    vormen = [["lager"], ["secundair"], ["lager", "secundair"], [], ["kleuter", "secundair"], ["secundair"]]
    for nr, naam in enumerate(VIJANDIG):
        b.node("School", f"s{nr}", naam=naam, niveaus=vormen[nr])
        b.node(soorten[nr % 5], f"x{nr}", naam=naam)
        if nr != 4:
            b.rel("LIGT_IN", f"s{nr}", gemeente)
        b.rel("BEGELEIDT" if nr % 5 == 0 else "WERKT_SAMEN_MET", f"x{nr}", f"s{nr}", bron=naam)
    for nr in range(60):
        velden = {"wachttijd_weken": 30} if nr % 3 else {}
        b.node(
            "Aanbod", f"a{nr:02d}", naam=VIJANDIG[nr % 6], themas=["alle"], doelgroepen=["leerling"],
            continuum=[STAPPEN[nr % 4]], **velden,
        )  # fmt: skip
        b.rel("BIEDT", f"x{nr % 6}", f"a{nr:02d}")
        b.rel("BEREIKT", f"a{nr:02d}", gemeente)
    return view(b.rijen)


def sheets(beeld: Beeld, **opties: object) -> list[Fiche]:
    return list(make_fiches(beeld, schools_of(beeld), **opties))  # type: ignore[arg-type]


__all__ = ["DATUM", "VIJANDIG", "by_hand", "hostile", "sheets"]
