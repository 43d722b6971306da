"""The shipped data on municipalities, read once when first asked for."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from netwerkkaart.gebied.sleutel import sleutel, sleutels
from netwerkkaart.schema.vocabularia import REGIO


@dataclass(frozen=True, slots=True)
class Gemeente:
    """A municipality of Flanders or Brussels, as it is since the mergers of 2025.

    Args:
        nis: NIS code of Statbel, five digits.
        naam: official Dutch name.
        regio: a code of :data:`netwerkkaart.schema.vocabularia.REGIOS`.
        lon: longitude of the centre of the main place, degrees WGS84.
        lat: latitude of it.
        postcodes: its postcodes; the one that bears its name first. A postcode may belong to two
            municipalities (1040, 1050, 1804).
    """

    nis: str
    naam: str
    regio: str
    lon: float
    lat: float
    postcodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deelgemeente:
    """A part of a municipality (often a municipality before 1977) or an everyday name of one.

    Args:
        naam: its name.
        nis: NIS code of the municipality it lies in.
        postcode: its postcode.
        punt: ``(lon, lat)``, or None when no source knows it.
    """

    naam: str
    nis: str
    postcode: str
    punt: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Fusie:
    """A municipality that was merged away or got another code.

    Args:
        jaar: the merger held from 1 January of this year.
        nis_oud: its NIS code before.
        naam_oud: its name before.
        nis: NIS code of the municipality it belongs to now.
    """

    jaar: int
    nis_oud: str
    naam_oud: str
    nis: str


@dataclass(frozen=True, slots=True)
class Gegevens:
    """All of ``data/gemeenten.json``."""

    gemeenten: Mapping[str, Gemeente]
    franse_namen: Mapping[str, str]
    deelgemeenten: tuple[Deelgemeente, ...]
    fusies: tuple[Fusie, ...]
    buiten: Mapping[str, tuple[str, ...]]


@cache
def gegevens() -> Gegevens:
    """Read the file; some milliseconds, once."""
    tekst = (files("netwerkkaart.gebied") / "data" / "gemeenten.json").read_text("utf-8")
    ruw: dict[str, list[list[Any]]] = json.loads(tekst)
    lijst = [
        Gemeente(nis, naam, regio, lon, lat, tuple(codes.split()))
        for nis, naam, _, regio, lon, lat, codes in ruw["gemeenten"]
    ]
    return Gegevens(
        gemeenten=MappingProxyType({een.nis: een for een in lijst}),
        franse_namen=MappingProxyType({rij[0]: rij[2] for rij in ruw["gemeenten"] if rij[2]}),
        deelgemeenten=tuple(
            Deelgemeente(naam, nis, code, (punt[0], punt[1]) if punt else None)
            for naam, nis, code, *punt in ruw["deelgemeenten"]
        ),
        fusies=tuple(Fusie(*rij) for rij in ruw["fusies"]),
        buiten=MappingProxyType({code: tuple(namen.split("|")) for code, namen in ruw["buiten"]}),
    )


def gemeenten() -> Mapping[str, Gemeente]:
    """All 304 municipalities by NIS code: 285 in Flanders, 19 in Brussels.

    >>> len(gemeenten()), gemeenten()["24062"].naam
    (304, 'Leuven')
    """
    return gegevens().gemeenten


def fusies() -> tuple[Fusie, ...]:
    """The mergers of 2019 and 2025, sorted by year and old NIS code."""
    return gegevens().fusies


def regio_naam(code: str) -> str:
    """The name of a region as people write it; an unknown code comes back as it is.

    >>> regio_naam("oost-vlaanderen")
    'Oost-Vlaanderen'
    """
    return REGIO.woord(code) if code in REGIO.codes else code


def regio_van(nis: str) -> str:
    """The code of the region of a municipality; ``""`` when the NIS code is not one of ours (or is old).

    >>> regio_van("41002")
    'oost-vlaanderen'
    """
    gemeente = gemeenten().get(nis)
    return gemeente.regio if gemeente else ""


@cache
def _punten() -> tuple[
    dict[tuple[str, str], tuple[float, float]], dict[tuple[str, str], tuple[float, float]]
]:
    """Points by ``(nis, key of the part)`` and by ``(nis, postcode)``."""
    per_naam: dict[tuple[str, str], tuple[float, float]] = {}
    per_code: defaultdict[tuple[str, str], set[tuple[float, float]]] = defaultdict(set)
    for deel in gegevens().deelgemeenten:
        if deel.punt:
            per_code[deel.nis, deel.postcode].add(deel.punt)
            for vorm in sleutels(deel.naam):
                per_naam.setdefault((deel.nis, vorm), deel.punt)
    midden = {
        plek: (
            round(sum(p[0] for p in punten) / len(punten), 4),
            round(sum(p[1] for p in punten) / len(punten), 4),
        )
        for plek, punten in per_code.items()
    }
    return per_naam, midden


def plaats(nis: str, postcode: str = "", deelgemeente: str = "") -> tuple[float, float] | None:
    """The best known point of an address without coordinates.

    The part of the municipality; else the middle of the parts with that postcode (unless it is the
    postcode of the main place); else the centre of the municipality.

    Args:
        nis: a current NIS code.
        postcode: four digits.
        deelgemeente: name of the part, any spelling.

    Returns:
        ``(lon, lat)`` in degrees WGS84; None when the NIS code is not one of ours.

    >>> plaats("24062"), plaats("24062", deelgemeente="heverlee")
    ((4.7009, 50.8796), (4.696, 50.8643))
    """
    gemeente = gemeenten().get(nis)
    if gemeente is None:
        return None
    per_naam, per_code = _punten()
    midden = (gemeente.lon, gemeente.lat)
    if deelgemeente and (punt := per_naam.get((nis, sleutel(deelgemeente)))):
        return punt
    if postcode and postcode != gemeente.postcodes[0]:
        return per_code.get((nis, postcode), midden)
    return midden
