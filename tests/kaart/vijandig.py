"""The small region with its past, in which every text that somebody can give is as hostile as it gets."""

from __future__ import annotations

from pathlib import Path

from netwerkkaart.graph.beeld import Beeld, KnoopRij, RelatieRij
from netwerkkaart.graph.toen import Tijden
from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.kaart.meta import Opties
from netwerkkaart.kaart.pagina import write_kaart
from tests.kaart.verleden import MOMENTEN, past_rows

LANG = "Zorgnetwerk" * 45 + "einde"
OMGEKEERD = "\u202ereedrov moo\u2067\u202d"
NAMEN = {
    "nis:71016": LANG[:500],
    "nis:72004": "Bree\u202e <img src=x onerror=globalThis.boos=2>",
    "ark": "<script>globalThis.boos=3</script>",
    "berk": "=1+1;\"'{{7*7}}",
    "linde": OMGEKEERD,
    "merel": "Merel\nzit\top -->",
    "zaad": "👩‍🏫👨‍👩‍👧‍👦🏳️‍🌈 " * 12,
    "clb": LANG,
    "huis": "<img src=x onerror=globalThis.boos=4>",
    "werf": "${7*7} {{constructor.constructor('globalThis.boos=5')()}}",
    "naft": "\u2066\u202eTFAN مركز </text><script>globalThis.boos=6</script>",
    "oud": "@SUM(1;1)\u202b",
    "a1": LANG,
    "a2": "<svg onload=globalThis.boos=7>",
    "a3": OMGEKEERD,
    "a4": "Begeleiding van leerlingen en hun ouders op school, thuis en daarbuiten " * 7,
    "forum": "<script>globalThis.boos=8</script>\u202e",
    "raad": LANG,
    "ln": "\u202eAdnil </b><script>globalThis.boos=9</script>",
    "sts": "+32 {{7*7}} 👩🏽‍🏫",
}
BRON = '<img src=x onerror=globalThis.boos=10> "\u202e' + "b" * 300


def hostile() -> Tijden:
    """The graph at three moments; what is hidden in :func:`past_rows` stays out."""
    knopen, relaties, fout = past_rows()
    om: list[KnoopRij] = [
        (soort, id_, {**p, "naam": NAMEN[id_], "straat": NAMEN[id_]} if id_ in NAMEN else p)
        for soort, id_, p in knopen
    ]
    banden: list[RelatieRij] = [(t, v, n, {**p, "bron": BRON}) for t, v, n, p in relaties]
    later = {"BEGELEIDT|clb|berk", "BIEDT|huis|a2", "NEEMT_DEEL_AAN|linde|raad"}
    eerst = Beeld.from_rows(om, [r for r in banden if r[3]["rid"] not in later] + fout)
    nu = Beeld.from_rows(om, banden)
    return Tijden(MOMENTEN, (eerst, Beeld.from_rows(om, banden + fout), nu), nu)


def write_hostile(pad: Path) -> Path:
    """The map of it, under a hostile title."""
    tijden = hostile()
    opties = Opties("limburg", Profiel.INTERN, titel=NAMEN["ark"] + OMGEKEERD + LANG)
    return write_kaart(tijden.achteraf(-1), pad, opties=opties, tijden=tijden)
