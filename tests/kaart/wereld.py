"""A small region that fits on paper, with every verdict on cells and steps, for the deeper views."""

from __future__ import annotations

from datetime import date

from netwerkkaart.graph.beeld import Beeld, KnoopRij, RelatieRij

DATUM = date(2026, 11, 24)
ALLE = ["alle"]


def _aanbod(id_: str, naam: str, stap: str, **meer: object) -> KnoopRij:
    vast = {"naam": naam, "themas": ["2"], "continuum": [stap], "doelgroepen": ["leerling"]}
    return ("Aanbod", id_, vast | meer)


def rows() -> tuple[list[KnoopRij], list[RelatieRij]]:
    """Four secondary schools in Genk and Bree, one primary school, and who helps them.

    Ark reaches step 1 over its CLB, and step 2 over the CLB and a youth care provider. Step 3 is full;
    of step 4 there is no offer: mapped in Genk, not in Bree.
    """
    plaatsen = {"71016": "Genk", "72004": "Bree"}
    knopen: list[KnoopRij] = [("Regio", "regio:limburg", {"naam": "Limburg", "code": "limburg"})]
    knopen += [("Gemeente", f"nis:{nis}", {"naam": naam, "nis": nis}) for nis, naam in plaatsen.items()]
    waar = {"ark": "71016", "berk": "71016", "linde": "72004", "merel": "72004", "zaad": "71016"}
    for id_ in ("ark", "berk", "linde", "merel"):
        knopen.append(("School", id_, {"naam": f"School {id_.title()}", "niveaus": ["secundair"]}))
    knopen.append(("School", "zaad", {"naam": "Basisschool Zaad", "niveaus": ["lager"]}))
    wie = {
        "clb": ("Clb", "CLB Noord", "71016"),
        "huis": ("Jeugdhulpaanbieder", "Huis Waterval", "71016"),
        "werf": ("Werkactor", "Leerwerf Zuid", "72004"),
        "naft": ("NaftAanbieder", "NAFT Omweg", "72004"),
    }
    for id_, (label, naam, nis) in wie.items():
        bel = {"telefoon": "+32 89 00 00 01", "email": "hulp@noord.example"} if id_ == "clb" else {}
        knopen.append((label, id_, {"naam": naam, "themas": ALLE, **bel}))
        waar[id_] = nis
    knopen += [
        _aanbod("a1", "Gesprek op school", "voorkomen", wachttijd_weken=2),
        _aanbod("a2", "Time-out", "heroriënteren"),
        _aanbod("a3", "Proefdagen", "toeleiden naar werk", capaciteit=4, bezet=4),
        _aanbod("a4", "Omweg samen", "heroriënteren", doelgroepen=["ouder"]),
        ("Inventarisatie", "inv-1", {
            "regio": "limburg", "gemeenten": ["71016"], "thema": "2", "stap": "alternatieve dagbesteding",
            "doelgroepen": ALLE, "volledig": True, "datum": date(2026, 3, 5), "door": "Jan Janssens",
        }),
        ("Forum", "forum", {"naam": "Tafel Genk", "regio": "limburg"}),
        ("Forum", "raad", {"naam": "Raad Bree", "regio": "limburg"}),
        ("Coordinator", "ln", {"naam": "Coördinator LN", "regio": "limburg", "rol": "lerend-netwerk"}),
        ("Coordinator", "sts", {"naam": "Coördinator STS", "regio": "limburg", "rol": "sts"}),
    ]  # fmt: skip
    relaties: list[RelatieRij] = []

    def rel(type_: str, van: str, naar: str, **meer: object) -> None:
        relaties.append((type_, van, naar, {"rid": f"{type_}|{van}|{naar}", "bron": "proef", **meer}))

    for nis in plaatsen:
        rel("DEEL_VAN", f"nis:{nis}", "regio:limburg")
    for id_, nis in waar.items():
        rel("LIGT_IN", id_, f"nis:{nis}")
    for school in ("ark", "berk", "linde"):
        rel("BEGELEIDT", "clb", school, bevestiging="bevestigd", bevestigd_op=date(2026, 5, 1))
    rel("WERKT_SAMEN_MET", "clb", "huis", bron_datum=date(2026, 6, 2))
    rel("WERKT_SAMEN_MET", "werf", "linde")
    for aanbieder, aanbod in (("clb", "a1"), ("huis", "a2"), ("werf", "a3"), ("naft", "a4")):
        rel("BIEDT", aanbieder, aanbod)
        rel("BEREIKT", aanbod, "regio:limburg")
    for org, forum in (
        ("clb", "forum"),
        ("huis", "forum"),
        ("naft", "raad"),
        ("linde", "raad"),
        ("sts", "raad"),
    ):
        rel("NEEMT_DEEL_AAN", org, forum)
    rel("CONTACT_MET", "ln", "clb")
    rel("CONTACT_MET", "ln", "naft")
    return knopen, relaties


def small_world() -> Beeld:
    """The view at its date."""
    return Beeld.from_rows(*rows()).op(DATUM)
