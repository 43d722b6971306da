"""Islands and the bridges between them: firm, fragile, broken and proposed, as the page draws them."""

from __future__ import annotations

import numpy as np

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.bruggen_groepen import fragile
from netwerkkaart.analyse.gemeenschappen_indeling import find_communities
from netwerkkaart.analyse.kolommen import pair_keys
from netwerkkaart.kaart.blokken.afgebroken import broken_bridges
from netwerkkaart.kaart.blokken.eilanden import Eilanden
from netwerkkaart.kaart.blokken.elders import Elders
from netwerkkaart.kaart.blokken.schakels import Schakels
from netwerkkaart.kaart.inpakken import runs
from netwerkkaart.kaart.invoer import KaartInvoer
from netwerkkaart.kaart.keuze import Keuze
from netwerkkaart.kaart.resultaten import Blok, places_of
from netwerkkaart.kaart.woorden import Woordenlijst, datum_tekst, tekst

STEVIG, ENIG, PERSOON, ORGANISATIE = range(4)
"""On what the bridges between two islands hang: on several, one tie, one person, one organisation."""
_AFGEBROKEN = 50


def bridge_block(
    keuze: Keuze,
    invoer: KaartInvoer,
    woorden: tuple[Woordenlijst, Woordenlijst],
    elders: Elders,
    schakels: Schakels,
) -> Blok:
    """The blocks of the view *bruggen*, as columns.

    ``eilanden`` names the islands and tells of each node on which it lies, as runs. ``tussen`` has a place
    for each two islands with a bridge: how many, and on what they hang. The rest are single ties: the
    worst fragile ones, broken ones, and proposals, as the analyses give them.

    Args:
        keuze: what the map shows.
        invoer: results over the same view.
        woorden: numbered texts and days.
        elders: numbers organisations; who is met is added.
        schakels: numbers ties; which are met are added.
    """
    indeling = invoer.indeling or find_communities(Bandgraaf.of(keuze.beeld))
    graaf, eilanden = indeling.graaf, Eilanden(keuze, indeling)
    cijfers = invoer.brugcijfers
    return {
        "eilanden": {"naam": eilanden.namen, "van": runs(eilanden.van)},
        "tussen": _between(graaf, eilanden, elders),
        "breekbaar": _fragile(keuze, invoer, woorden[0], elders, schakels),
        "afgebroken": _broken(keuze, graaf, invoer, woorden, elders),
        "voorstellen": _proposals(keuze, invoer, woorden[0], elders),
        "cijfers": {
            "bruggen": cijfers.bruggen,
            "breekbaar": cijfers.breekbaar,
            "organisatie": cijfers.organisatie,
            "snijdend": cijfers.snijdend,
            "scholen": places_of(keuze, cijfers.scholen),
        },
    }


def _between(graaf: Bandgraaf, eilanden: Eilanden, elders: Elders) -> Blok:
    """Bridges summed per two islands; a pair of organisations counts once, as in the analysis."""
    groep = eilanden.groep
    hangt = fragile(graaf, groep)
    een, ander = groep[graaf.randen[:, 0]], groep[graaf.randen[:, 1]]
    telt = np.flatnonzero(graaf.is_brug & (een >= 0) & (ander >= 0) & (een != ander))
    breed = max(len(eilanden), 1)
    sleutels = pair_keys(breed, een[telt], ander[telt])
    uniek, eerste, aantal = np.unique(sleutels, return_index=True, return_counts=True)
    rand = telt[eerste]
    soort = np.select(
        [hangt.enig[rand], hangt.persoon[rand], hangt.organisatie[rand] >= 0],
        [ENIG, PERSOON, ORGANISATIE],
        STEVIG,
    )
    return {
        "a": (uniek // breed).tolist(),
        "b": (uniek % breed).tolist(),
        "aantal": aantal.tolist(),
        "hangt": soort.tolist(),
        "aan": [elders.nummer(w) if w >= 0 else -1 for w in hangt.organisatie[rand].tolist()],
    }


def _fragile(
    keuze: Keuze, invoer: KaartInvoer, teksten: Woordenlijst, elders: Elders, schakels: Schakels
) -> Blok:
    rijen = invoer.breekbaar
    return {
        "van": [elders.van_id(rij.van) for rij in rijen],
        "naar": [elders.van_id(rij.naar) for rij in rijen],
        "reden": [teksten.nummer(rij.reden) for rij in rijen],
        "scholen": [places_of(keuze, rij.scholen) for rij in rijen],
        "aan": [elders.van_id(rij.organisatie) for rij in rijen],
        "banden": [[schakels.nummer(rid) for rid in rij.bewijs] for rij in rijen],
    }


def _broken(
    keuze: Keuze,
    graaf: Bandgraaf,
    invoer: KaartInvoer,
    woorden: tuple[Woordenlijst, Woordenlijst],
    elders: Elders,
) -> Blok | None:
    """None when the map does not know the past."""
    if invoer.tijden is None or keuze.beeld.datum is None:
        return None
    alles = invoer.tijden.nu
    rijen = broken_bridges(graaf, alles, keuze.beeld.datum, keuze.regio)
    teksten, datums = woorden
    getoond = rijen[:_AFGEBROKEN]

    def kolom(naam: str) -> list[object]:
        return [alles.van_type(rij.type).kolom(naam)[rij.plek] for rij in getoond]

    def dagen(naam: str) -> list[int]:
        paren = zip(kolom(naam), kolom(f"{naam}_precisie"), strict=True)
        return [datums.nummer(datum_tekst(dag, precisie)) for dag, precisie in paren]

    return {
        "van": [elders.nummer(rij.van) for rij in getoond],
        "naar": [elders.nummer(rij.naar) for rij in getoond],
        "groep": [keuze.group_of(rij.type) for rij in getoond],
        "sinds": dagen("sinds"),
        "tot": [datums.nummer(datum_tekst(rij.tot, None)) for rij in getoond],
        "bron": [teksten.nummer(tekst(w)) for w in kolom("bron")],
        "totaal": len(rijen),
    }


def _proposals(keuze: Keuze, invoer: KaartInvoer, teksten: Woordenlijst, elders: Elders) -> Blok:
    rijen = invoer.nieuw
    return {
        "van": [elders.van_id(rij.van) for rij in rijen],
        "naar": [elders.van_id(rij.naar) for rij in rijen],
        "winst": [rij.winst or len(rij.scholen) for rij in rijen],
        "scholen": [places_of(keuze, rij.scholen) for rij in rijen],
        "gesloten": [places_of(keuze, rij.gesloten) for rij in rijen],
        "stappen": [[teksten.nummer(stap) for stap in rij.stappen] for rij in rijen],
        "fora": [[elders.van_id(id_) for id_ in rij.fora] for rij in rijen],
        "forum": [rij.forum for rij in rijen],
    }
