"""The hand-worked example of ``docs/analyses.md``: two municipalities, twelve cells, five chains."""

from __future__ import annotations

from datetime import date

from tests.analyse.grafen import Bouwer, Rijen

LEERLING: dict[str, object] = {"doelgroepen": ["leerling"]}


def example() -> Rijen:
    b = Bouwer()
    b.node("Regio", "regio:limburg", code="limburg")
    b.node("Gemeente", "nis:72004", nis="72004")
    b.node("Gemeente", "nis:72030", nis="72030")
    for gemeente in ("nis:72004", "nis:72030"):
        b.rel("DEEL_VAN", gemeente, "regio:limburg")
    bree, peer = "nis:72004", "nis:72030"
    plekken: list[tuple[str, str, str, dict[str, object]]] = [
        ("ark", "School", bree, {"niveaus": ["lager"], "leerlingen": 200}),
        ("brug", "School", peer, {"niveaus": ["kleuter", "lager"], "leerlingen": 150}),
        ("vrij", "School", peer, {"niveaus": ["lager"]}),
        ("ath", "School", bree, {"niveaus": ["secundair"], "leerlingen": 600}),
        ("col", "School", peer, {"niveaus": ["secundair"], "leerlingen": 500}),
        ("clb", "Clb", bree, {}),
        ("jh", "Jeugdhulpaanbieder", bree, {}),
        ("ggz", "GeestelijkeGezondheidszorg", peer, {}),
        ("naft", "NaftAanbieder", peer, {}),
    ]
    for id_, label, gemeente, p in plekken:
        b.node(label, id_, **p)
        b.rel("LIGT_IN", id_, gemeente)
    for school in ("ark", "brug", "ath", "col"):
        b.rel("BEGELEIDT", "clb", school, bevestiging="bevestigd")
    b.rel("WERKT_SAMEN_MET", "clb", "jh")
    b.rel("WERKT_SAMEN_MET", "clb", "naft", bevestiging="bevestigd")
    b.rel("VERWIJST_NAAR", "ath", "naft")
    aanbod: list[tuple[str, str, str, list[str], list[str], dict[str, object]]] = [
        ("hulp-in-klas", "jh", "1", ["voorkomen"], [bree, peer], {}),
        ("terug-naar-school", "jh", "1", ["heroriënteren"], [bree], {}),
        ("therapie", "ggz", "1", ["heroriënteren"], [peer], {"wachttijd_weken": 12}),
        ("traject", "naft", "2", ["voorkomen", "heroriënteren"], ["regio:limburg"], {}),
    ]
    for id_, aanbieder, thema, stappen, gebieden, p in aanbod:
        b.node("Aanbod", id_, themas=[thema], continuum=stappen, **LEERLING, **p)
        b.rel("BIEDT", aanbieder, id_)
        for gebied in gebieden:
            b.rel("BEREIKT", id_, gebied)
    for nr, (gemeente, thema, stap) in enumerate(
        [("72004", "2", "toeleiden naar werk"), ("72030", "1", "voorkomen"), ("72030", "1", "heroriënteren")]
    ):
        b.node(
            "Inventarisatie", f"inv{nr}", regio="limburg", gemeenten=[gemeente], thema=thema, stap=stap,
            volledig=True, datum=date(2026, 1, 15), **LEERLING,
        )  # fmt: skip
    b.node("Forum", "tafel", regio="limburg")
    for org in ("jh", "vrij"):
        b.rel("NEEMT_DEEL_AAN", org, "tafel")
    return b.rijen
