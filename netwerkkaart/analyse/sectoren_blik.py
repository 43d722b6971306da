"""The E-I index (Krackhardt and Stern 1988): does a region, or a sector in it, look inward or outward?"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import (
    part_of,
    reference_date,
    region_code,
    region_name,
    regions_in,
    verb,
)
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.nulmodel import Waarden
from netwerkkaart.analyse.sectoren import AANTAL, Sectorgraaf
from netwerkkaart.analyse.uitkomst import Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.vocabularia import SECTOR

ALLE_SECTOREN = "alle"


@dataclass(frozen=True, slots=True)
class Blik:
    """A region, or one sector of it; or the whole network."""

    gebied: str = field(metadata=kop("Code", "Code van de regio; leeg voor alles samen."))
    gebied_naam: str = field(metadata=kop("Gebied"))
    sector: str = field(metadata=kop("Sector", "Een sector, of alle samen."))
    organisaties: int = field(metadata=kop("Organisaties"))
    extern: int = field(metadata=kop("Naar buiten", "Banden tussen twee sectoren."))
    intern: int = field(
        metadata=kop("Binnen", "Banden binnen de sector; per sector tellen de twee uiteinden elk één keer.")
    )
    ei: float | None = field(
        metadata=kop(
            "E-I", "Van −1 (alles binnen de eigen sector) tot +1 (alles erbuiten); leeg zonder banden."
        )
    )
    verwacht: float | None = field(metadata=kop("Verwacht", "E-I als de sectoren willekeurig verdeeld zijn."))
    z: float | None = field(
        metadata=kop("z", "Onder −2: duidelijk meer naar binnen dan toeval; boven 2: meer naar buiten.")
    )
    bewijs: tuple[str, ...] = field(
        metadata=kop("Bewijs", "Sleutels van wat naar buiten gaat (hoogstens 25).")
    )
    bewijs_totaal: int = field(metadata=kop("Bewijs (aantal)", "Hoeveel er in het geheel zijn."))


def ei_index(beeld: Beeld, drempels: Drempels = STANDAARD, *, regio: str | None = None) -> Uitkomst[Blik]:
    """The E-I index of all together, of every region, and of every sector in it.

    Args:
        beeld: the view at a date.
        drempels: not used; kept with the result.
        regio: only this region.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    datum, graaf = reference_date(beeld), Bandgraaf.of(beeld)
    gebieden = (region_code(regio),) if regio is not None else (None, *regions_in(beeld))
    rijen = tuple(rij for gebied in gebieden for rij in _rows(graaf, gebied))
    eerste = rijen[0]
    cijfers = {"extern": eerste.extern, "intern": eerste.intern, "ei": eerste.ei, "verwacht": eerste.verwacht}
    return Uitkomst("ei-index", _title(eerste), datum, drempels, Blik, rijen, (), cijfers)


def _rows(graaf: Bandgraaf, gebied: str | None) -> list[Blik]:
    """One area: all sectors together, then each that has an organisation there."""
    deel = Sectorgraaf.of(graaf, gebied)
    return [
        _row(deel, gebied, None),
        *(_row(deel, gebied, sector) for sector in np.flatnonzero(deel.aantallen).tolist()),
    ]


def _row(deel: Sectorgraaf, gebied: str | None, sector: int | None) -> Blik:
    """Of one sector, or of all: which ties go out, and the sum under chance whose z is told."""
    gelijk, banden, totaal = np.eye(AANTAL, dtype=np.bool_), deel.banden, int(deel.aantallen.sum())
    buiten = deel.einden[:, 0] != deel.einden[:, 1]
    if sector is None:
        aantal = totaal
        extern, intern = int(np.triu(banden, 1).sum()), int(np.trace(banden))
        gewicht: Waarden = (~gelijk).astype(np.float64)
        gezien, kans = float(extern), deel.chance(gewicht)
        verwacht = 2 * float(kans.verwacht) / len(deel.randen) - 1 if len(deel.randen) else None
    else:
        aantal = int(deel.aantallen[sector])
        buiten = buiten & (deel.einden == sector).any(axis=1)
        intern = 2 * int(banden[sector, sector])
        extern = int(banden[sector].sum()) - intern // 2
        # By chance the share of its ends that go out is (N − nₛ) / (N − 1). Its number of ends varies too, so
        # the z is of a sum with expectation zero: ends that go out less that share of all its ends.
        deelt = (totaal - aantal) / max(totaal - 1, 1)
        gewicht = np.zeros((AANTAL, AANTAL))
        gewicht[sector], gewicht[:, sector] = 1 - deelt, 1 - deelt
        gewicht[sector, sector] = -2 * deelt
        gezien, kans = (1 - deelt) * extern - deelt * intern, deel.chance(gewicht)
        verwacht = 2 * deelt - 1 if totaal > 1 else None
    samen, z = extern + intern, float(kans.z(np.array(gezien)))
    rids, hoeveel = deel.rids(deel.randen[buiten])
    return Blik(
        gebied or "",
        region_name(gebied),
        ALLE_SECTOREN if sector is None else SECTOR.codes[sector],
        aantal,
        extern,
        intern,
        round((extern - intern) / samen, 4) if samen else None,
        None if verwacht is None else round(verwacht, 4),
        None if z != z else round(z, 2) + 0.0,  # never −0
        rids,
        hoeveel,
    )


def _title(rij: Blik) -> str:
    samen = rij.extern + rij.intern
    if rij.ei is None or rij.verwacht is None:
        return f"{rij.gebied_naam}: er zijn nog geen banden tussen organisaties."
    zin = (
        f"{rij.gebied_naam}: {part_of(rij.extern, samen, 'band', 'banden')} "
        f"{verb(rij.extern, 'gaat', 'gaan')} naar een andere sector (E-I {decimal(rij.ei)})"
    )
    if rij.z is None:
        return f"{zin}; toeval zou hetzelfde geven."
    richting = "naar binnen" if rij.ei < rij.verwacht else "naar buiten"
    if abs(rij.z) < 2:
        return f"{zin}; dat wijkt niet duidelijk af van toeval ({decimal(rij.verwacht)})."
    return f"{zin}; dat is meer {richting} gericht dan toeval ({decimal(rij.verwacht)})."


def decimal(waarde: float) -> str:
    """A number with two decimals, as people write it: ``−0,25``."""
    return f"{waarde:.2f}".replace(".", ",").replace("-", "−")
