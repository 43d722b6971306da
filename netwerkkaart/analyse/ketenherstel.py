"""The shortest repair of each open chain: the fewest new ties that close it, each named.

Exact: see :mod:`~netwerkkaart.analyse.ketenhulp`. A step that no tie can mend (no offer fits, all are full)
leaves the chain open; the ties that mend the others are shown all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from netwerkkaart.analyse.basis import (
    STAPPEN,
    Getallen,
    in_region,
    municipality_name,
    number,
    part_of,
    percentage,
    region_name,
    verb,
)
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.hulplagen import Stappen
from netwerkkaart.analyse.kanttekeningen import data_notes
from netwerkkaart.analyse.keten import pupils
from netwerkkaart.analyse.ketenhulp import Hulp, positions, step_names, theme_bits
from netwerkkaart.analyse.ketenkeuze import Herstelband, Keuze, proposal
from netwerkkaart.analyse.ketenoordeel import OORDELEN, Codes, Ketenoordeel, chain_verdicts, step_verdicts
from netwerkkaart.analyse.rijen import Rijen
from netwerkkaart.analyse.uitkomst import Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld, Masker
from netwerkkaart.schema.vocabularia import STAPPEN_PER_THEMA


@dataclass(frozen=True, slots=True)
class HerstelRij:
    """An open chain (school and theme), and what closes it."""

    id: str = field(metadata=kop("Code", "Code van de school (vestiging)."))
    naam: str = field(metadata=kop("Naam"))
    gemeente: str = field(metadata=kop("Gemeente"))
    thema: str = field(metadata=kop("Thema", "1 (−12) of 2 (+12)."))
    oordeel: Ketenoordeel = field(metadata=kop("Oordeel", "Het zwaarste van de open stappen."))
    ontbreekt: tuple[str, ...] = field(metadata=kop("Open stappen"))
    banden: int | None = field(
        metadata=kop(
            "Nieuwe banden", "Het kleinste aantal dat de keten sluit; leeg: met banden lukt het niet."
        )
    )
    voorstel: str = field(metadata=kop("Voorstel", "De banden, in woorden."))
    nieuwe_banden: tuple[Herstelband, ...] = field(
        metadata=kop("Voorstel (codes)", "Dezelfde banden met hun codes, stappen, afstand en fora.")
    )
    blijft_open: tuple[str, ...] = field(
        metadata=kop("Blijft open", "Stappen die geen band kan sluiten, met waarom.")
    )
    leerlingen: int | None = field(metadata=kop("Leerlingen", "Van deze school, waar gekend."))
    bewijs: tuple[str, ...] = field(
        metadata=kop(
            "Bewijs", "School, uiteinden van de banden, en de banden en BIEDT waarop ze verder steunen."
        )
    )


def ketenherstel(
    beeld: Beeld, drempels: Drempels = STANDAARD, *, regio: str | None = None, bereik: Bereik | None = None
) -> Uitkomst[HerstelRij]:
    """The fewest new ties that close each open chain; the fewest first, then theme after theme.

    Args:
        beeld: the view at a date.
        drempels: the thresholds.
        regio: only schools of this region; offers and ties of everywhere count.
        bereik: the reach, when it was computed already with the same thresholds.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    bereik = bereik or compute_reach(beeld, drempels)
    deel = _Ketens.of(bereik.once(Hulp), in_region(beeld, regio)[bereik.start])
    telling = np.bincount(deel.banden + 1, minlength=4).tolist()  # 0: no ties close it
    return Uitkomst(
        "ketenherstel",
        _title(telling, regio),
        bereik.datum,
        bereik.drempels,
        HerstelRij,
        Rijen(len(deel.school), deel.row),
        (
            *data_notes(bereik, regio),
            "Het aantal nieuwe banden is exact: met minder kan het niet. Van even kleine voorstellen staat "
            "er dat waarvan de partners al samen in een forum zitten, dan het kortste en dichtste.",
        ),
        {
            "open": len(deel.school),
            "met één band": telling[2],
            "met meer banden": sum(telling[3:]),
            "niet met banden": telling[0],
        },
    )


@dataclass(frozen=True)
class _Ketens:
    """The open chains as columns.

    Args:
        hulp: who helps whom.
        school: position of the school.
        thema: its theme, as a position in ``STAPPEN_PER_THEMA``.
        open: the open steps.
        codes: verdict on each step of each school, shape ``(S, 6)``.
        banden: the fewest new ties that close it; −1: ties cannot.
    """

    hulp: Hulp
    school: Getallen
    thema: Getallen
    open: Stappen
    codes: Codes
    banden: Getallen

    @classmethod
    def of(cls, hulp: Hulp, hier: Masker) -> _Ketens:
        per_thema = np.stack([hulp.open & np.uint8(theme_bits(thema)) for thema in STAPPEN_PER_THEMA])
        thema, school = np.nonzero(per_thema * hier)
        open_ = per_thema[thema, school]
        kan = open_ & ~hulp.te_herstellen[school] == 0
        banden = np.full(len(school), -1, dtype=np.int64)
        banden[kan] = hulp.fewest(school[kan], open_[kan])
        orde = np.argsort(np.where(banden < 0, len(STAPPEN), banden), kind="stable")
        codes = hulp.bereik.once(step_verdicts)
        return cls(hulp, school[orde], thema[orde], open_[orde], codes, banden[orde])

    @cached_property
    def keuze(self) -> Keuze:
        return Keuze(self.hulp)

    @cached_property
    def oordelen(self) -> list[Codes]:
        return [chain_verdicts(self.codes, thema) for thema in STAPPEN_PER_THEMA]

    def row(self, plek: int) -> HerstelRij:
        beeld, bereik = self.hulp.bereik.beeld, self.hulp.bereik
        school, thema, open_ = int(self.school[plek]), int(self.thema[plek]), int(self.open[plek])
        knoop = int(bereik.start[school])
        kan = open_ & int(self.hulp.te_herstellen[school])
        gekozen = self.keuze.best(school, kan)
        banden = tuple(map(self.keuze.row, gekozen))
        aantal = int(self.banden[plek])
        return HerstelRij(
            beeld.ids[knoop],
            beeld.naam(knoop),
            municipality_name(beeld, knoop),
            tuple(STAPPEN_PER_THEMA)[thema],
            OORDELEN[self.oordelen[thema][school]],
            step_names(open_),
            aantal if aantal > 0 else None,
            proposal(banden),
            banden,
            self._left_open(school, open_ & ~kan),
            pupils(beeld, [knoop]),
            self.keuze.evidence(school, gekozen),
        )

    def _left_open(self, school: int, stappen: int) -> tuple[str, ...]:
        plekken = positions(stappen)
        oordelen = [OORDELEN[self.codes[school, stap]] for stap in plekken]
        zonder = Ketenoordeel.NIET_VERBONDEN  # an offer fits, but nobody can be tied to who provides it
        return tuple(
            f"{naam}: {'geen aanbieder om mee samen te werken' if oordeel is zonder else oordeel}"
            for naam, oordeel in zip(step_names(stappen), oordelen, strict=True)
        )


def _title(telling: Sequence[int], regio: str | None) -> str:
    waar, aantal = region_name(regio), sum(telling)
    if not aantal:
        return f"{waar}: er zijn geen open ketens te herstellen."
    een, meer, niet = telling[2], sum(telling[3:]), telling[0]
    ook = f" en {number(meer)} met meer" if meer else ""
    rest = f"; bij {number(niet)} helpt een band niet" if niet else ""
    return (
        f"{waar}: {part_of(een, aantal, 'open keten', 'open ketens')} {verb(een, 'sluit', 'sluiten')} "
        f"met één nieuwe band ({percentage(een, aantal)}){ook}{rest}."
    )
