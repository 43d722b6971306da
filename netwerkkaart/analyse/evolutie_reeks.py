"""The graph at a series of moments: each as it was known at that moment, and as it is known now."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from netwerkkaart.analyse.basis import counted, number, region_name
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.evolutie_toestand import Toestand
from netwerkkaart.analyse.tekening import Lijn, Lijnen, Reeks
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, Uitkomst, kop
from netwerkkaart.graph.toen import Tijden


@dataclass(frozen=True, slots=True)
class ReeksRij:
    """The graph at one moment."""

    datum: date = field(metadata=kop("Datum"))
    banden_toen: int = field(metadata=kop("Banden, toen gekend", "Zoals op die dag geweten was."))
    banden: int = field(metadata=kop("Banden, nu gekend", "Zoals nu geweten is."))
    leden_toen: int = field(metadata=kop("Leden, toen gekend", "Leden van een lerend netwerk."))
    leden: int = field(metadata=kop("Leden, nu gekend"))
    aanbod_toen: int = field(metadata=kop("Aanbod, toen gekend"))
    aanbod: int = field(metadata=kop("Aanbod, nu gekend"))
    gesloten_toen: int = field(metadata=kop("Gesloten ketens, toen gekend"))
    gesloten: int = field(metadata=kop("Gesloten ketens, nu gekend"))
    ketens: int = field(metadata=kop("Ketens", "Alle ketens op die dag, zoals nu geweten is."))
    imports: int = field(metadata=kop("Imports", "Imports sinds de vorige datum."))
    bewijs: tuple[str, ...] = field(
        metadata=kop("Bewijs", "Codes van die imports (hoogstens 25); voor partners hun volgnummer.")
    )


def evolutie_reeks(
    tijden: Tijden, drempels: Drempels = STANDAARD, *, regio: str | None = None
) -> Uitkomst[ReeksRij]:
    """What there was at each moment. The analyses of two states for each.

    Args:
        tijden: the graph as it was known at the moments.
        drempels: the thresholds; the same for all.
        regio: only what touches this region.

    Raises:
        NietGevonden: there is no such region.
    """
    rijen = tuple(_row(tijden, plek, drempels, regio) for plek in range(len(tijden.momenten)))
    eerst, laatst = rijen[0], rijen[-1]
    titel = (
        f"{region_name(regio)}: {counted(eerst.banden, 'band', 'banden')} op {eerst.datum.isoformat()} "
        f"(toen gekend: {number(eerst.banden_toen)}), {number(laatst.banden)} op {laatst.datum.isoformat()}."
    )
    noot = "Wat nog niet ingevoerd is, ontbreekt ook in de lijn zoals nu gekend."
    cijfers = {"momenten": len(rijen), "banden begin": eerst.banden, "banden einde": laatst.banden}
    return Uitkomst("evolutie-reeks", titel, laatst.datum, drempels, ReeksRij, rijen, (noot,), cijfers)


def _row(tijden: Tijden, plek: int, drempels: Drempels, regio: str | None) -> ReeksRij:
    toen, nu = (Toestand(b, drempels, regio, "regio") for b in (tijden.toen(plek), tijden.achteraf(plek)))
    imports = tijden.imports[plek] if tijden.imports else ()
    return ReeksRij(
        tijden.momenten[plek],
        toen.things("band").goede,
        nu.things("band").goede,
        toen.things("lid").goede,
        nu.things("lid").goede,
        toen.things("aanbod").goede,
        nu.things("aanbod").goede,
        toen.things("keten").goede,
        nu.things("keten").goede,
        len(nu.things("keten").waarde),
        len(imports),
        imports[:BEWIJS_MAX],
    )


def draw_reeks(uitkomst: Uitkomst[ReeksRij]) -> Lijnen:
    """The ties at each moment: as they were known then, and as they are known now."""
    rijen = uitkomst.rijen
    return Lijnen(
        uitkomst.titel,
        "datum",
        "banden",
        (
            Lijn(Reeks("zoals nu gekend", "goed"), tuple((r.datum.toordinal(), r.banden) for r in rijen)),
            Lijn(
                Reeks("zoals toen gekend", "onbekend"),
                tuple((r.datum.toordinal(), r.banden_toen) for r in rijen),
            ),
        ),
        tuple((r.datum.toordinal(), r.datum.isoformat()) for r in rijen),
        "Het verschil tussen de lijnen is wat later in kaart gebracht of gecorrigeerd is.",
    )
