"""How many of each kind: one region as in the pictures, or six regions with 10,000 organisations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from netwerkkaart.demo.plaatsen import verdeel
from netwerkkaart.schema.vocabularia import REGIOS


@dataclass(frozen=True, slots=True)
class Schaal:
    """Numbers for one region; local governments follow from its municipalities.

    Args:
        basis, secundair: school sites.
        clb, pbd, osn, naft, jeugdhulp, ggz, werk: organisations of these kinds.
        banden: ties that hold at the reference date, all five types together.
    """

    basis: int
    secundair: int
    clb: int
    pbd: int
    osn: int
    naft: int
    jeugdhulp: int
    ggz: int
    werk: int
    banden: int


EEN_REGIO = Schaal(302, 78, 8, 3, 3, 10, 70, 25, 40, 2400)
VLAANDEREN = Schaal(5800, 1408, 72, 18, 18, 60, 1180, 440, 700, 100_000)
"""Totals over six regions: with 304 local governments 10,000 organisations."""

_AANDELEN: Mapping[str, float] = {
    "antwerpen": 0.28,
    "limburg": 0.13,
    "oost-vlaanderen": 0.22,
    "vlaams-brabant": 0.16,
    "west-vlaanderen": 0.17,
    "brussel": 0.04,
}


def schalen() -> Mapping[str, Schaal]:
    """The totals of :data:`VLAANDEREN` split over the six regions."""
    gewichten = [_AANDELEN[regio] for regio in REGIOS]
    kolommen = [
        verdeel(int(getattr(VLAANDEREN, veld)), gewichten, 1 if veld in ("pbd", "osn", "clb") else 0)
        for veld in Schaal.__dataclass_fields__
    ]
    return {regio: Schaal(*aantallen) for regio, *aantallen in zip(REGIOS, *kolommen, strict=True)}
