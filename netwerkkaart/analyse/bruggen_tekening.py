"""The picture of the bridges: which two sectors hang together by a thread."""

from __future__ import annotations

from netwerkkaart.analyse.basis import number
from netwerkkaart.analyse.bruggen import BrugRij
from netwerkkaart.analyse.tekening import Reeks, Staaf, Staven
from netwerkkaart.analyse.uitkomst import Uitkomst
from netwerkkaart.schema.vocabularia import SECTOR


def draw_bruggen(uitkomst: Uitkomst[BrugRij]) -> Staven:
    """For each two sectors the bridges, by what they hang on; most bridges first."""
    cijfers = uitkomst.cijfers
    staven = []
    for sleutel in cijfers:
        paar, _, reden = sleutel.partition(": ")
        if reden != "bruggen":
            continue
        totaal, enig, persoon, organisatie = (
            int(cijfers[f"{paar}: {deel}"] or 0)
            for deel in ("bruggen", "enige band", "één persoon", "één organisatie")
        )
        woorden = " – ".join(SECTOR.woord(code) for code in paar.split(" – "))
        waarden = tuple(map(float, (enig, persoon, organisatie, totaal - enig - persoon - organisatie)))
        tekst = f"{number(enig + persoon)} van {number(totaal)} breekbaar"
        staven.append(Staaf(woorden, waarden, tekst=tekst))
    reeksen = (
        Reeks("de enige band", "fout"),
        Reeks("via één persoon", "let op"),
        Reeks("aan één organisatie", "neutraal"),
        Reeks("de andere", "onbekend"),
    )
    staven.sort(key=lambda staaf: (-sum(staaf.waarden), staaf.label))
    return Staven(
        uitkomst.titel,
        "bruggen",
        reeksen,
        tuple(staven),
        "Breekbaar: de enige band tussen die twee sectoren van die twee gemeenten, of alles via één persoon.",
    )
