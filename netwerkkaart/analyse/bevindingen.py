"""Three findings: the biggest gap, the most fragile bridge, the best new tie, as sentences with numbers.

Every sentence is computed. What there is nothing to tell of is left out; where no gap is known the first
finding tells of the biggest white spot, and else of where the tie is missing.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from netwerkkaart.analyse.basis import SCHOLEN, STAPPEN, counted, enumerate_words, in_region, region_name
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.analyse.bevinding import Bevinding, BevindingSoort, sentence
from netwerkkaart.analyse.bruggen import BrugRij, bruggen
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.fora import forum_to_raise
from netwerkkaart.analyse.ketenoordeel import OORDELEN, Ketenoordeel, step_verdicts
from netwerkkaart.analyse.nieuwe_bruggen import NieuweBrug, nieuwe_bruggen
from netwerkkaart.analyse.uitkomst import Uitkomst
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.vocabularia import SECTOR, STAP


def drie_bevindingen(
    beeld: Beeld,
    drempels: Drempels = STANDAARD,
    *,
    regio: str | None = None,
    bereik: Bereik | None = None,
    breekbaar: Uitkomst[BrugRij] | None = None,
    nieuw: Uitkomst[NieuweBrug] | None = None,
) -> tuple[Bevinding, ...]:
    """At most three findings, those that touch most schools first.

    Args:
        beeld: the view at a date.
        drempels: the thresholds.
        regio: the region that is told about.
        bereik: the reach, when it was computed already with the same thresholds.
        breekbaar: the bridges of that region, when they were computed already.
        nieuw: the same for the new ties; only the first is told of.

    Returns:
        None of any kind when there are no schools: then there is nothing to tell.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    bereik = bereik or compute_reach(beeld, drempels)
    breekbaar = breekbaar or bruggen(beeld, drempels, regio=regio, bereik=bereik)
    nieuw = nieuw or nieuwe_bruggen(beeld, 1, drempels, regio=regio, bereik=bereik)
    kandidaten = (_gap(bereik, regio), _bridge(bereik, breekbaar.rijen), _new_tie(bereik, nieuw.rijen))
    gevonden = [bevinding for bevinding in kandidaten if bevinding is not None]
    return tuple(sorted(gevonden, key=lambda b: -len(b.scholen)))


_KOPPEN = {
    Ketenoordeel.HIAAT: (
        BevindingSoort.HIAAT,
        "Grootste hiaat",
        "**{aantal}** {waar} {hebben} **geen aanbod voor {wat}**.",
        "Dit is in kaart gebracht: er is daar geen enkel aanbod voor deze stap.",
    ),
    Ketenoordeel.WITTE_VLEK: (
        BevindingSoort.WITTE_VLEK,
        "Grootste witte vlek",
        "Voor **{aantal}** {waar} **weten we niets over {wat}**.",
        "Niemand bracht dit daar in kaart. Of er aanbod is, weten we niet: breng het eerst in kaart.",
    ),
    Ketenoordeel.NIET_VERBONDEN: (
        BevindingSoort.NIET_VERBONDEN,
        "Aanbod zonder band",
        "**{aantal}** {waar} {hebben} **geen weg naar het aanbod voor {wat}**.",
        "Er is aanbod dat niet vol is, maar binnen {schakels} schakels is er geen band naartoe.",
    ),
    Ketenoordeel.VOLZET: (
        BevindingSoort.VOLZET,
        "Alles volzet",
        "Voor **{aantal}** {waar} is **alle aanbod voor {wat} volzet**.",
        "Vol is: geen plaats meer, of meer dan {weken} weken wachten.",
    ),
}


def _gap(bereik: Bereik, regio: str | None) -> Bevinding | None:
    """The verdict and step with most schools: hiaten first, else the biggest of what else is open."""
    codes = bereik.once(step_verdicts)
    hier = in_region(bereik.beeld, regio)[bereik.start]
    andere = tuple(oordeel for oordeel in _KOPPEN if oordeel is not Ketenoordeel.HIAAT)
    for groep in ((Ketenoordeel.HIAAT,), andere):
        keuzes = [
            (oordeel, stap, np.flatnonzero(hier & (codes[:, stap] == OORDELEN.index(oordeel))).tolist())
            for oordeel in groep
            for stap in range(len(STAPPEN))
        ]
        oordeel, stap, scholen = max(keuzes, key=lambda keuze: len(keuze[2]))
        if scholen:
            return _gap_finding(bereik, oordeel, stap, scholen, regio)
    return None


def _gap_finding(
    bereik: Bereik, oordeel: Ketenoordeel, stap: int, scholen: Sequence[int], regio: str | None
) -> Bevinding:
    beeld = bereik.beeld
    knopen = [int(bereik.start[s]) for s in scholen]
    thema, naam_stap = STAPPEN[stap]
    soort, kop, zin, uitleg = _KOPPEN[oordeel]
    delen = sentence(
        zin,
        aantal=counted(len(knopen), *SCHOLEN),
        waar=_places(beeld, knopen, regio),
        hebben="heeft" if len(knopen) == 1 else "hebben",
        wat=f"{STAP.woord(naam_stap)} (thema {thema})",
    )
    drempels = bereik.drempels
    uitleg = uitleg.format(schakels=drempels.schakels, weken=drempels.wachttijd_weken)
    ids = tuple(beeld.ids[k] for k in knopen)
    nis = _nis(beeld, knopen)
    return Bevinding(soort, kop, delen, uitleg, "Toon deze scholen", ids, nis, ids, bewijs=ids)


def _bridge(bereik: Bereik, rijen: Sequence[BrugRij]) -> Bevinding | None:
    """The first fragile bridge: the rows stand in order of schools that hang on it."""
    rij = next((r for r in rijen if r.breekbaar), None)
    if rij is None:
        return None
    beeld = bereik.beeld
    plaatsen = [_group(rij.van_sector, rij.van_gemeente), _group(rij.naar_sector, rij.naar_gemeente)]
    een_persoon = "persoon" in rij.reden and "enige" not in rij.reden
    band = "één contactpersoon" if een_persoon else f"de band van {rij.van_naam} met {rij.naar_naam}"
    delen = sentence(
        "Tussen **{een}** en **{ander}** hangt alles aan **{band}**.",
        een=plaatsen[0],
        ander=plaatsen[1],
        band=band,
    )
    uitleg = "Valt die band weg, dan is er geen rechtstreekse band meer tussen beide."
    if rij.scholen:
        wie = counted(len(rij.scholen), *SCHOLEN)
        verliest = "verliest" if len(rij.scholen) == 1 else "verliezen"
        uitleg = f"Valt de band tussen beide weg, dan {verliest} {wie} minstens één stap van de keten."
    knopen = [beeld.nummer[id_] for id_ in rij.scholen]
    return Bevinding(
        BevindingSoort.BREEKBARE_BRUG,
        "Breekbare brug",
        delen,
        uitleg,
        "Toon de brug",
        rij.scholen,
        _nis(beeld, [*knopen, beeld.nummer[rij.van], beeld.nummer[rij.naar]]),
        (rij.van, rij.naar, *rij.scholen),
        (rij.van, rij.naar),
        bewijs=rij.bewijs,
    )


def _new_tie(bereik: Bereik, rijen: Sequence[NieuweBrug]) -> Bevinding | None:
    if not rijen:
        return None
    rij, beeld = rijen[0], bereik.beeld
    dicht = len(rij.scholen_gesloten)
    delen = sentence(
        "Breng **{een}** en **{ander}** samen: ++{winst}++ met {gevolg}.",
        een=rij.van_naam,
        ander=rij.naar_naam,
        winst=f"+{counted(dicht or len(rij.scholen), *SCHOLEN)}",
        gevolg="een gesloten keten" if dicht else "een stap meer in de keten",
    )
    wie = counted(len(rij.scholen), "school bereikt", "scholen bereiken")
    waar = _where(beeld, rij)
    uitleg = f"{wie} er {counted(rij.winst, 'stap', 'stappen')} meer mee. {waar}"
    knopen = [beeld.nummer[id_] for id_ in rij.scholen]
    einden = (rij.van, rij.naar)
    return Bevinding(
        BevindingSoort.NIEUWE_BAND,
        "Beste nieuwe band",
        delen,
        uitleg,
        "Toon de nieuwe band",
        rij.scholen,
        _nis(beeld, knopen),
        tuple(dict.fromkeys((*einden, *rij.scholen))),
        einden,
        rij.forum,
        rij.bewijs,
    )


def _where(beeld: Beeld, rij: NieuweBrug) -> str:
    """In which existing forum to raise it."""
    if rij.forum:
        return f"Kaart het aan op {rij.forum}. Beide zitten daar al aan tafel."
    gevonden = forum_to_raise(beeld, beeld.nummer[rij.van], beeld.nummer[rij.naar])
    if gevonden is None:
        return "Geen van beide zit in een gekend forum."
    forum, gast = gevonden
    return f"Kaart het aan op {beeld.naam(forum)}, en nodig {beeld.naam(gast)} daar uit."


def _places(beeld: Beeld, knopen: Sequence[int], regio: str | None) -> str:
    """``in Bree, Peer en Pelt``, most schools first; or the region when it is nearly everywhere."""
    per_gemeente: dict[int, int] = {}
    for knoop in knopen:
        gemeente = int(beeld.gemeente[knoop])
        per_gemeente[gemeente] = per_gemeente.get(gemeente, 0) + 1
    bekend = sorted((-aantal, beeld.ids[g], g) for g, aantal in per_gemeente.items() if g >= 0)
    if not bekend:
        return "zonder gekende gemeente"
    if len(bekend) > 6:
        return f"in {len(bekend)} gemeenten van {region_name(regio)}"
    return f"in {enumerate_words([beeld.naam(g) for _, _, g in bekend], 6)}"


def _nis(beeld: Beeld, knopen: Sequence[int]) -> tuple[str, ...]:
    """NIS codes of the municipalities of nodes, sorted."""
    gemeenten = {int(beeld.gemeente[k]) for k in knopen} - {-1}
    nis = beeld.kolom("nis")
    return tuple(sorted(str(nis[g] or beeld.ids[g].removeprefix("nis:")) for g in gemeenten))


def _group(sector: str, gemeente: str) -> str:
    return f"{SECTOR.woord(sector)} in {gemeente}" if gemeente else SECTOR.woord(sector)
