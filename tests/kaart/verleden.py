"""The small region with a past: what was mapped later, what happened, what stopped, what proved wrong."""

from __future__ import annotations

from datetime import date

from netwerkkaart.graph.beeld import Beeld, KnoopRij, RelatieRij
from netwerkkaart.graph.toen import Tijden
from tests.kaart.wereld import DATUM, rows

MOMENTEN = (date(2025, 11, 24), date(2026, 4, 1), DATUM)


def past_rows() -> tuple[list[KnoopRij], list[RelatieRij], list[RelatieRij]]:
    """Nodes and relations as they are stated now, and a relation that was taken back since."""
    knopen, relaties = rows()
    knopen += [
        ("Jeugdhulpaanbieder", "stil", {"naam": "GEHEIM-HUIS", "vrijgave": "intern"}),
        ("Werkactor", "oud", {"naam": "Oude Werf", "tot": date(2026, 2, 1)}),
    ]

    def rel(type_: str, van: str, naar: str, **meer: object) -> RelatieRij:
        return (type_, van, naar, {"rid": f"{type_}|{van}|{naar}", "bron": "proef", **meer})

    sinds = {"WERKT_SAMEN_MET|werf|linde": date(2026, 5, 1), "BEGELEIDT|clb|linde": date(2026, 3, 1)}
    relaties = [
        (t, v, n, {**p, "sinds": sinds[str(p["rid"])]} if p["rid"] in sinds else p) for t, v, n, p in relaties
    ]
    relaties += [
        rel("LIGT_IN", "stil", "nis:71016"),
        rel("LIGT_IN", "oud", "nis:72004"),
        rel("WERKT_SAMEN_MET", "clb", "stil"),
        rel("WERKT_SAMEN_MET", "oud", "merel", sinds=date(2024, 1, 1)),
        rel("VERWIJST_NAAR", "linde", "huis", sinds=date(2024, 9, 1), tot=date(2026, 3, 15)),
    ]
    return knopen, relaties, [rel("WERKT_SAMEN_MET", "berk", "naft")]


def past() -> Tijden:
    """The graph as it was known at three moments."""
    knopen, relaties, fout = past_rows()
    later = {"BEGELEIDT|clb|berk", "BIEDT|huis|a2", "NEEMT_DEEL_AAN|linde|raad"}
    open_ = [(soort, id_, {**p, "vrijgave": "partners"} if id_ == "stil" else p) for soort, id_, p in knopen]
    eerst = Beeld.from_rows(open_, [r for r in relaties if r[3]["rid"] not in later] + fout)
    dan = Beeld.from_rows(open_, relaties + fout)
    nu = Beeld.from_rows(knopen, relaties)
    return Tijden(MOMENTEN, (eerst, dan, nu), nu)


def part(tijden: Tijden, van: int, tot: int) -> Tijden:
    """Two of the moments."""
    momenten = (tijden.momenten[van], tijden.momenten[tot])
    return Tijden(momenten, (tijden.gekend[van], tijden.gekend[tot]), tijden.nu)
