"""GeoJSON of municipalities to rings on the grid, by NIS code of today; faults are told all at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from netwerkkaart.fouten import Ernst, GebruikersFout, Melding, OnleesbaarBestand
from netwerkkaart.gebied.gegevens import gemeenten
from netwerkkaart.gebied.lambert import Omzetting, herken
from netwerkkaart.gebied.samenvoegen import gericht
from netwerkkaart.gebied.topologie import RoosterRing, op_rooster
from netwerkkaart.gebied.zoek import find_gemeente

# As the files of Statbel, NGI, Digitaal Vlaanderen and OpenStreetMap write it, in lower case.
_NIS_NAMEN = (
    "nis",
    "niscode",
    "nis_code",
    "nis5",
    "nis_5",
    "code_ins",
    "codeins",
    "ins",
    "ins_code",
    "insnr",
    "cd_munty_refnis",
    "mun_code",
    "refnis",
    "ref:ins",
)
_HULP = (
    "Gebruik een GeoJSON met per gemeente een veld NISCODE, in graden (WGS84), Lambert 72 of Lambert 2008."
)


@dataclass(slots=True)
class Gelezen:
    """What a file held: polygons on the grid per NIS code, which of them are in pieces, messages."""

    vormen: dict[str, list[list[RoosterRing]]]
    samengesteld: set[str]
    meldingen: tuple[Melding, ...]


def lees(inhoud: Mapping[str, Any], bestand: str) -> Gelezen:
    """Read a FeatureCollection.

    Raises:
        OnleesbaarBestand: when it is no FeatureCollection.
        GebruikersFout: when a feature is broken, coordinates are not Belgian, or none is of Flanders or
            Brussels.
    """
    kenmerken = inhoud.get("features")
    if inhoud.get("type") != "FeatureCollection" or not isinstance(kenmerken, list):
        raise OnleesbaarBestand(f"{bestand} is geen GeoJSON met gemeenten (FeatureCollection).", hulp=_HULP)
    fouten: list[Melding] = []
    vormen: defaultdict[str, list[list[RoosterRing]]] = defaultdict(list)
    bronnen: defaultdict[str, list[str]] = defaultdict(list)
    for nummer, kenmerk in enumerate(kenmerken, start=1):
        try:
            nis = _nis(kenmerk)
            gemeente = find_gemeente(nis=nis).gemeente
            if gemeente is None:
                continue
            vormen[gemeente.nis].extend(_polygons(kenmerk["geometry"]))
            bronnen[gemeente.nis].append(nis)
        except (AttributeError, KeyError, TypeError, ValueError, IndexError, OverflowError) as fout:
            reden = str(fout) if isinstance(fout, _Onbruikbaar) else "De vorm is beschadigd of ontbreekt."
            fouten.append(Melding(f"Kenmerk {nummer}: {reden}", bestand=bestand))
    if fouten:
        raise GebruikersFout(
            f"{bestand} heeft omtrekken die niet bruikbaar zijn.", hulp=_HULP, meldingen=fouten
        )
    if not vormen:
        raise GebruikersFout(f"{bestand} heeft geen gemeenten van Vlaanderen of Brussel.", hulp=_HULP)
    meldingen = tuple(_merged(nis, oud, bestand) for nis, oud in bronnen.items() if set(oud) != {nis})
    return Gelezen(dict(vormen), {nis for nis, oud in bronnen.items() if len(oud) > 1}, meldingen)


class _Onbruikbaar(ValueError):
    """A reason, as a Dutch sentence."""


def _merged(nis: str, oud: Sequence[str], bestand: str) -> Melding:
    codes = ", ".join(sorted(set(oud) - {nis}))
    tekst = f"De omtrek van {gemeenten()[nis].naam} komt van gemeenten van vóór de fusie (NIS {codes})."
    return Melding(tekst, bestand=bestand, ernst=Ernst.WAARSCHUWING)


def _nis(kenmerk: Mapping[str, Any]) -> str:
    """The NIS code of a feature; numbers may come as 11002, 11002.0 or text."""
    velden = {str(naam).casefold(): waarde for naam, waarde in (kenmerk.get("properties") or {}).items()}
    for naam in _NIS_NAMEN:
        waarde = velden.get(naam)
        if waarde is not None and str(waarde).strip():
            return str(waarde).strip().removesuffix(".0")
    raise _Onbruikbaar("Er is geen veld met een NIS-code.")


def _polygons(vorm: Mapping[str, Any]) -> list[list[RoosterRing]]:
    soort, punten = vorm["type"], vorm["coordinates"]
    if soort not in ("Polygon", "MultiPolygon"):
        raise _Onbruikbaar(f'De vorm "{soort}" is geen Polygon of MultiPolygon.')
    uit = []
    for veelhoek in [punten] if soort == "Polygon" else punten:
        ringen = [op_rooster(_degrees(ring)) for ring in veelhoek]
        if ringen and ringen[0]:
            uit.append(gericht(ring for ring in ringen if ring))
    if not uit:
        raise _Onbruikbaar("De vorm heeft geen oppervlakte.")
    return uit


def _degrees(ring: Sequence[Sequence[float]]) -> list[tuple[float, float]]:
    """A ring in degrees; its first point tells in which coordinates it stands."""
    omzetting = _conversion(ring[0])
    uit = [omzetting(float(punt[0]), float(punt[1])) for punt in ring]
    if not all(2.0 < lon < 7.0 and 49.0 < lat < 52.0 for lon, lat in uit):
        raise _Onbruikbaar("Een punt ligt niet in België.")
    return uit


def _conversion(punt: Sequence[float]) -> Omzetting:
    omzetting = herken(float(punt[0]), float(punt[1]))
    if omzetting is None:
        omgewisseld = herken(float(punt[1]), float(punt[0])) is not None
        waarom = "Lengte en breedte staan omgewisseld." if omgewisseld else "Verwacht: graden of Lambert."
        raise _Onbruikbaar(f"De coördinaten ({punt[0]}, {punt[1]}) liggen niet in België. {waarom}")
    return omzetting
