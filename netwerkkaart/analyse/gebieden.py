"""The areas that figures are given for: regions, or municipalities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from netwerkkaart.analyse.basis import Getallen, in_region, region_code, regions_in
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.vocabularia import REGIO

Per = Literal["regio", "gemeente"]


@dataclass(frozen=True)
class Gebied:
    """A region or a municipality.

    Args:
        code: of the region, or ``nis:`` with the NIS code.
        naam: as people read it.
        regio: code of the region; empty when it is not known.
        gemeenten: positions of its municipalities.
    """

    code: str
    naam: str
    regio: str
    gemeenten: Getallen


def areas(beeld: Beeld, per: Per, regio: str | None) -> tuple[Gebied, ...]:
    """The areas, in the order of the regions or of the NIS codes."""
    knopen = beeld.van_soort("Gemeente")
    hier = in_region(beeld, regio)[knopen]
    codes = beeld.regio[knopen]
    if per == "gemeente":
        return tuple(
            Gebied(
                beeld.ids[int(knopen[g])],
                beeld.naam(int(knopen[g])),
                REGIO.codes[int(codes[g])] if codes[g] >= 0 else "",
                np.array([g], dtype=np.int64),
            )
            for g in np.flatnonzero(hier).tolist()
        )
    gekozen = regions_in(beeld) if regio is None else (region_code(regio),)
    return tuple(
        Gebied(code, REGIO.woord(code), code, np.flatnonzero(in_region(beeld, code)[knopen]).astype(np.int64))
        for code in gekozen
    )
