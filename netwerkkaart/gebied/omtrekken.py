"""Outlines of the municipalities: the approximate ones that ship, or official ones from a file."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from netwerkkaart.bestanden import write_atomic
from netwerkkaart.fouten import Ernst, Melding, OnleesbaarBestand
from netwerkkaart.gebied import geojson
from netwerkkaart.gebied.gegevens import gemeenten
from netwerkkaart.gebied.samenvoegen import voeg_samen
from netwerkkaart.gebied.topologie import (
    Omtrek,
    Topologie,
    make_topologie,
    naar_topojson,
    ontvouw,
    van_topojson,
    vereenvoudig,
)

FORMAAT = "netwerkkaart-omtrekken"
DREMPEL_M2 = 4000.0
"""Points whose triangle is smaller than this are left out of an official file, in square metres."""
_GROOTSTE_BESTAND = 200_000_000
_KM_PER_GRAAD = 6371.0088 * math.pi / 180
_MIDDEN = (4.37, 50.9)


class Omtrekken(Mapping[str, Omtrek]):
    """The outline of each municipality by NIS code, as polygons of rings of ``(lon, lat)``.

    Args:
        topologie: the arcs.
        bron: a Dutch sentence that says where they come from, to print below a map.
        benaderd: True when they are approximate.
        meldingen: what was noticed while loading.
    """

    def __init__(
        self, topologie: Topologie, *, bron: str, benaderd: bool = False, meldingen: tuple[Melding, ...] = ()
    ) -> None:
        self._topologie = topologie
        self._omtrekken = ontvouw(topologie)
        self.bron = bron
        self.benaderd = benaderd
        self.meldingen = meldingen

    def __getitem__(self, nis: str) -> Omtrek:
        return self._omtrekken[nis]

    def __iter__(self) -> Iterator[str]:
        return iter(self._omtrekken)

    def __len__(self) -> int:
        return len(self._omtrekken)

    def topojson(self) -> dict[str, object]:
        """The outlines as TopoJSON (object ``gemeenten``, ids are NIS codes), for the map page."""
        return naar_topojson(self._topologie)

    def tekst(self) -> str:
        """What is stored: TopoJSON with the source and the format beside it; same data, same text."""
        kop = {"formaat": FORMAAT, "versie": 1, "benaderd": self.benaderd, "bron": self.bron}
        return json.dumps({**kop, **self.topojson()}, ensure_ascii=False, separators=(",", ":")) + "\n"


@cache
def omtrekken() -> Omtrekken:
    """The outlines that ship with the package: approximate, of all 304 municipalities.

    >>> len(omtrekken()), omtrekken().benaderd
    (304, True)
    """
    tekst = (files("netwerkkaart.gebied") / "data" / "omtrekken.json").read_text("utf-8")
    return _stored(json.loads(tekst), ())


def omtrekken_bron() -> str:
    """The sentence that belongs below a map with the outlines that ship."""
    return omtrekken().bron


def _stored(inhoud: Mapping[str, Any], meldingen: tuple[Melding, ...]) -> Omtrekken:
    return Omtrekken(
        van_topojson(inhoud), bron=str(inhoud["bron"]), benaderd=bool(inhoud["benaderd"]), meldingen=meldingen
    )


def load_omtrekken(pad: Path, *, bron: str = "", drempel_m2: float = DREMPEL_M2) -> Omtrekken:
    """Load outlines from a GeoJSON file with NIS codes, or from a file of :func:`save_omtrekken`.

    A GeoJSON file may cover all of Belgium (the rest is left out), be in degrees, Lambert 72 or
    Lambert 2008, and be from before the mergers: outlines of old municipalities are joined. Its shared
    borders stay shared when they are simplified.

    Args:
        pad: the file.
        bron: where it comes from, to print below the map; default: the name of the file.
        drempel_m2: how much detail goes, see :data:`DREMPEL_M2`; 0 keeps every point.

    Raises:
        OnleesbaarBestand: the file is missing, too large, or no GeoJSON.
        GebruikersFout: it has no outlines that we can use; ``meldingen`` say why.
    """
    inhoud = _read(pad)
    if inhoud.get("formaat") == FORMAAT:
        try:
            return _stored(inhoud, _missing(van_topojson(inhoud).vormen, pad.name))
        except (KeyError, TypeError, ValueError, IndexError) as fout:
            raise OnleesbaarBestand(f"{pad.name} is beschadigd.", hulp="Laad de omtrekken opnieuw.") from fout
    gelezen = geojson.lees(inhoud, pad.name)
    topologie = make_topologie(gelezen.vormen)
    topologie = voeg_samen(topologie, gelezen.samengesteld)
    meldingen = (*gelezen.meldingen, *_missing(gelezen.vormen, pad.name))
    return Omtrekken(
        vereenvoudig(topologie, drempel_m2), bron=bron or f"Grenzen uit {pad.name}.", meldingen=meldingen
    )


def _read(pad: Path) -> dict[str, Any]:
    hulp = "Kies een GeoJSON-bestand met de gemeenten en hun NIS-code."
    if not pad.is_file():
        raise OnleesbaarBestand(f"Het bestand {pad.name} bestaat niet.", hulp=hulp)
    if pad.stat().st_size > _GROOTSTE_BESTAND:
        raise OnleesbaarBestand(f"{pad.name} is te groot (meer dan 200 MB).", hulp=hulp)
    try:
        inhoud = json.loads(pad.read_text("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as fout:
        raise OnleesbaarBestand(f"{pad.name} is geen leesbaar JSON-bestand.", hulp=hulp) from fout
    if not isinstance(inhoud, dict):
        raise OnleesbaarBestand(f"{pad.name} is geen GeoJSON.", hulp=hulp)
    return inhoud


def _missing(vormen: Mapping[str, object], bestand: str) -> tuple[Melding, ...]:
    """One warning per region for the municipalities without an outline."""
    per_regio: defaultdict[str, list[str]] = defaultdict(list)
    for nis, gemeente in gemeenten().items():
        if nis not in vormen:
            per_regio[gemeente.regio].append(gemeente.naam)
    return tuple(
        Melding(
            f"Er is geen omtrek van {len(namen)} gemeente{'n' * (len(namen) > 1)} in de regio {regio}: "
            + ", ".join(sorted(namen)[:10])
            + (" …" if len(namen) > 10 else "."),
            bestand=bestand,
            ernst=Ernst.WAARSCHUWING,
        )
        for regio, namen in per_regio.items()
    )


def save_omtrekken(omtrekken: Omtrekken, pad: Path) -> None:
    """Write outlines so that :func:`load_omtrekken` reads them back: whole, or not at all.

    Raises:
        GebruikersFout: when the folder does not exist or the file cannot be written.
    """
    write_atomic(pad, omtrekken.tekst())


def project(lon: float, lat: float) -> tuple[float, float]:
    """A point on the flat map: kilometres east and north of (4.37, 50.9), in the middle of the country.

    Equirectangular around 50.9 degrees north: over Flanders distances are right to 0.6%. ``y`` grows to the
    north; a screen that counts downward takes ``-y``.

    >>> project(4.37, 50.9)
    (0.0, 0.0)
    >>> [round(km) for km in project(5.37, 51.9)]
    [70, 111]
    """
    lon_0, lat_0 = _MIDDEN
    return (lon - lon_0) * _KM_PER_GRAAD * math.cos(math.radians(lat_0)), (lat - lat_0) * _KM_PER_GRAAD
