"""Small random graphs in which every verdict occurs often, as rows; and the view of them."""

from __future__ import annotations

import random
from datetime import date

from hypothesis import strategies as st

from netwerkkaart.graph.beeld import Beeld, KnoopRij, RelatieRij

DATUM = date(2026, 3, 31)
Rijen = tuple[list[KnoopRij], list[RelatieRij]]
ANDERE = [
    "Jeugdhulpaanbieder",
    "NaftAanbieder",
    "Werkactor",
    "GeestelijkeGezondheidszorg",
    "Begeleidingsdienst",
]
STAPPEN = ["voorkomen", "heroriënteren", "toeleiden naar werk", "alternatieve dagbesteding"]
DOELGROEPEN = ["leerling", "ouder", "leerkracht", "school"]


def view(rijen: Rijen, datum: date = DATUM) -> Beeld:
    return Beeld.from_rows(*rijen).op(datum)


class Bouwer:
    """Collects rows; makes the keys of relations."""

    def __init__(self) -> None:
        self.knopen: list[KnoopRij] = []
        self.relaties: dict[str, RelatieRij] = {}

    def node(self, label: str, id_: str, **p: object) -> str:
        self.knopen.append((label, id_, {"naam": id_.upper(), **p}))
        return id_

    def rel(self, type_: str, van: str, naar: str, **p: object) -> None:
        if type_ in ("WERKT_SAMEN_MET", "TANDEM_MET") and naar < van:
            van, naar = naar, van
        rid = "|".join([type_, van, naar, *([str(p["stap"])] if p.get("stap") else [])])
        self.relaties[rid] = (type_, van, naar, {"rid": rid, **p})

    @property
    def rijen(self) -> Rijen:
        return self.knopen, list(self.relaties.values())


def geography(b: Bouwer, aantal: int = 4) -> list[str]:
    for code in ("limburg", "antwerpen", "brussel", "vlaanderen"):
        b.node("Regio", f"regio:{code}", code=code)
    gemeenten = []
    for nr in range(aantal):
        g = b.node("Gemeente", f"nis:{71001 + nr}", nis=f"{71001 + nr}")
        b.rel("DEEL_VAN", g, f"regio:{('limburg', 'limburg', 'antwerpen', 'brussel')[nr % 4]}")
        gemeenten.append(g)
    return gemeenten


def small(seed: int) -> Rijen:
    """One random world of some twenty organisations."""
    r = random.Random(seed)
    b = Bouwer()
    gemeenten = geography(b)
    scholen = [
        b.node(
            "School", f"s{nr}", niveaus=r.choice([["kleuter"], ["lager"], ["secundair"], ["alle"], []]),
            instellingsnummer=f"00000{nr // 2}", leerlingen=r.choice([None, 100, 250]),
        )
        for nr in range(r.randint(1, 6))
    ]  # fmt: skip
    clbs = [b.node("Clb", f"c{nr}") for nr in range(2)]
    andere = [b.node(r.choice(ANDERE), f"a{nr}") for nr in range(r.randint(1, 7))]
    orgs = [*scholen, *clbs, *andere]
    for org in orgs:
        if r.random() < 0.95:
            b.rel("LIGT_IN", org, r.choice(gemeenten))
    _ties(b, r, scholen, clbs, andere)
    _offers(b, r, orgs, gemeenten)
    _inventories(b, r)
    _fora(b, r, orgs)
    return b.rijen


def _ties(b: Bouwer, r: random.Random, scholen: list[str], clbs: list[str], andere: list[str]) -> None:
    orgs = [*scholen, *clbs, *andere]
    persoon = b.node("Contactpersoon", "p1")
    for school in scholen:
        if r.random() < 0.8:
            b.rel("BEGELEIDT", r.choice(clbs), school, **_props(r, persoon))
    for _ in range(r.randint(0, 3 * len(orgs))):
        van, naar = r.choice(orgs), r.choice(orgs)
        if van == naar:
            continue
        type_ = r.choice(["WERKT_SAMEN_MET", "VERWIJST_NAAR"])
        stap = {"stap": r.choice(STAPPEN)} if type_ == "VERWIJST_NAAR" and r.random() < 0.3 else {}
        b.rel(type_, van, naar, **stap, **_props(r, persoon))


def _props(r: random.Random, persoon: str) -> dict[str, object]:
    p: dict[str, object] = {}
    if r.random() < 0.1:
        p["tot"] = r.choice([DATUM, date(2026, 4, 1)])
    if r.random() < 0.4:
        p["via"] = persoon
    if r.random() < 0.4:
        p["bevestiging"] = r.choice(["bevestigd", "eenzijdig"])
    return p


STAAT: list[dict[str, object]] = [
    {}, {}, {}, {"wachttijd_weken": 8}, {"wachttijd_weken": 9}, {"capaciteit": 0},
    {"capaciteit": 3, "bezet": 3}, {"capaciteit": 3, "bezet": 1}, {"bezet": 5}, {"capaciteit": 1},
    {"sinds": date(2026, 4, 1)},
]  # fmt: skip


def _offers(b: Bouwer, r: random.Random, orgs: list[str], gemeenten: list[str]) -> None:
    for nr in range(r.randint(0, 14)):
        aanbod = b.node(
            "Aanbod", f"o{nr}",
            themas=r.choice([["1"], ["2"], ["alle"], ["1", "2"], []]),
            continuum=r.choice([["alle"], *([s] for s in STAPPEN), STAPPEN[:2]]),
            doelgroepen=r.choice([["alle"], ["leerling"], ["leerling", "ouder"], ["leerkracht"]]),
            **r.choice(STAAT),
        )  # fmt: skip
        for _ in range(r.randint(0, 2)):
            b.rel("BIEDT", r.choice(orgs), aanbod)
        for _ in range(r.randint(1, 2)):
            b.rel("BEREIKT", aanbod, r.choice([*gemeenten, "regio:limburg", "regio:vlaanderen"]))


def _inventories(b: Bouwer, r: random.Random) -> None:
    for nr in range(r.randint(0, 12)):
        b.node(
            "Inventarisatie", f"i{nr}", regio=r.choice(["limburg", "antwerpen", "brussel"]),
            gemeenten=r.choice([["alle"], ["alle"], ["71001"], ["71002"], ["71001", "71003"]]),
            thema=r.choice("12"), stap=r.choice(STAPPEN),
            doelgroepen=r.choice([["alle"], ["leerling"], ["ouder", "leerkracht"]]),
            volledig=r.random() < 0.85,
            datum=r.choice([date(2026, 1, 1), date(2024, 3, 31), date(2024, 3, 30), date(2026, 4, 1)]),
        )  # fmt: skip


def _fora(b: Bouwer, r: random.Random, orgs: list[str]) -> None:
    ln = b.node("Coordinator", "ln", rol="lerend-netwerk", regio="limburg")
    sts = b.node("Coordinator", "sts", rol="sts", regio="limburg")
    netwerk = b.node("LerendNetwerk", "n1", regio="limburg")
    b.rel("COORDINEERT", ln, netwerk)
    for nr in range(r.randint(0, 6)):
        forum = b.node("Forum", f"f{nr}", regio=r.choice(["limburg", "limburg", "antwerpen"]))
        for org in r.sample(orgs, min(len(orgs), r.randint(0, 5))):
            b.rel("NEEMT_DEEL_AAN", org, forum, **r.choice([{}, {"zetels": 2}]))
        for wie in (ln, sts):
            if r.random() < 0.4:
                b.rel("NEEMT_DEEL_AAN", wie, forum)
    for org in orgs:
        if r.random() < 0.2:
            b.rel("LID_VAN", org, netwerk)
        if r.random() < 0.2:
            b.rel("CONTACT_MET", r.choice([ln, sts]), org)


def worlds() -> st.SearchStrategy[Rijen]:
    return st.integers(0, 10**9).map(small)
