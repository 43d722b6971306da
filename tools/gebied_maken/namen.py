"""Make ``gemeenten.json``: municipalities, parts, former names, and what lies outside."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass

import bronnen
from shapely.geometry import Point, shape
from shapely.prepared import prep
from tabellen import AANVULLINGEN, FUSIES, PUNTEN

from netwerkkaart.gebied.sleutel import sleutel, sleutels

REGIO_VAN_PROVINCIE = {
    "10000": "antwerpen",
    "20001": "vlaams-brabant",
    "30000": "west-vlaanderen",
    "40000": "oost-vlaanderen",
    "70000": "limburg",
}
# A village lies a few metres over the line now and then: about 200 m.
SPELING = 0.002


@dataclass(frozen=True, slots=True)
class Plaats:
    """A part of a municipality: name, NIS code, postcode, and its point where GeoNames knows one."""

    naam: str
    nis: str
    postcode: str
    punt: bronnen.Punt | None


class Puntenboek:
    """Finds the point of GeoNames for a name within a municipality, through the cantons."""

    def __init__(self) -> None:
        self._per_naam: defaultdict[str, list[bronnen.Punt]] = defaultdict(list)
        for punt in bronnen.punten():
            for naam in punt.namen:
                for een in sleutels(naam):
                    self._per_naam[een].append(punt)
        self._vormen: defaultdict[str, list[object]] = defaultdict(list)
        for vorm, leden in bronnen.kantons().values():
            klaar = prep(shape(vorm).buffer(SPELING))
            for nis in leden:
                self._vormen[nis].append(klaar)

    def vind(self, naam: str, nis: str) -> bronnen.Punt | None:
        """The largest place of that name in a canton of that municipality."""
        kandidaten = self._per_naam.get(sleutel(naam), [])
        eigen = [p for p in kandidaten if sleutel(p.naam) == sleutel(naam)]
        for punt in [*eigen, *kandidaten]:
            if any(vorm.contains(Point(punt.lon, punt.lat)) for vorm in self._vormen[nis]):
                return punt
        return None


def _eigen_sleutels(nis: str) -> set[str]:
    naam = bronnen.gemeenten()[nis]["name"]
    return {sleutel(naam["nl"]), sleutel(naam["fr"])}


def _nis_van_rij(rij: bronnen.PostRij) -> str:
    """A shared postcode goes to the municipality that bears the name of the row."""
    mogelijk = bronnen.postcodes()[rij.postcode]
    if len(mogelijk) == 1:
        return mogelijk[0]
    return next(nis for nis in mogelijk if sleutel(rij.naam) in _eigen_sleutels(nis))


def make_plaatsen(boek: Puntenboek) -> list[Plaats]:
    """All parts, the municipality's own name among them, sorted by NIS code, postcode, name."""
    uit: dict[tuple[str, str, str], Plaats] = {}
    rijen = [(r.naam, _nis_van_rij(r), r.postcode) for r in bronnen.postrijen() if r.in_vlaanderen_of_brussel]
    for naam, nis, postcode in [*rijen, *AANVULLINGEN]:
        uit.setdefault((sleutel(naam), nis, postcode), Plaats(naam, nis, postcode, boek.vind(naam, nis)))
    return sorted(uit.values(), key=lambda p: (p.nis, p.postcode, sleutel(p.naam)))


def _postcodes(nis: str, plaatsen: list[Plaats]) -> list[str]:
    """The postcode that bears the municipality's own name first, the others in order.

    A shared postcode stands last with the municipality that does not bear its name.
    """
    alle = sorted(p for p, leden in bronnen.postcodes().items() if nis in leden)
    eigen = [p.postcode for p in plaatsen if p.nis == nis and sleutel(p.naam) in _eigen_sleutels(nis)]
    gebruikt = {p.postcode for p in plaatsen if p.nis == nis}
    return sorted(alle, key=lambda p: (p not in eigen[:1], p not in gebruikt, p))


def _midden(nis: str, plaatsen: list[Plaats], boek: Puntenboek) -> tuple[float, float]:
    """The place that bears the name; else the middle of the places, weighed by inhabitants."""
    eigen = boek.vind(bronnen.gemeenten()[nis]["name"]["nl"], nis)
    if eigen:
        return eigen.lon, eigen.lat
    met_de_hand = next(((lon, lat) for code, lon, lat in PUNTEN if code == nis), None)
    if met_de_hand:
        return met_de_hand
    punten = {p.punt for p in plaatsen if p.nis == nis and p.punt}
    gewicht = sum(p.inwoners for p in punten)
    return sum(p.lon * p.inwoners for p in punten) / gewicht, sum(
        p.lat * p.inwoners for p in punten
    ) / gewicht


def _regio(nis: str) -> str:
    rij = bronnen.gemeenten()[nis]
    return "brussel" if rij["region"] == bronnen.BRUSSEL else REGIO_VAN_PROVINCIE[rij["province"]]


def _buiten() -> dict[str, str]:
    """Walloon postcodes with their names: enough to say that a place lies outside."""
    uit: defaultdict[str, set[str]] = defaultdict(set)
    for rij in bronnen.postrijen():
        if not rij.in_vlaanderen_of_brussel:
            uit[rij.postcode].add(rij.naam)
    for postcode, leden in bronnen.postcodes().items():
        for nis in leden:
            if not bronnen.is_van_ons(nis):
                uit[postcode].update(bronnen.gemeenten()[nis]["name"].values())
    return {postcode: "|".join(sorted(namen)) for postcode, namen in sorted(uit.items())}


def _rond(getal: float) -> float:
    return round(getal, 4)


def make_namen() -> tuple[str, list[Plaats]]:
    """The text of the file, and the parts (the outlines are made from them)."""
    boek = Puntenboek()
    plaatsen = make_plaatsen(boek)
    onze = sorted(nis for nis in bronnen.gemeenten() if bronnen.is_van_ons(nis))
    gemeenten = []
    for nis in onze:
        naam = bronnen.gemeenten()[nis]["name"]
        frans = naam["fr"] if naam["fr"] != naam["nl"] else ""
        lon, lat = _midden(nis, plaatsen, boek)
        postcodes = " ".join(_postcodes(nis, plaatsen))
        gemeenten.append([nis, naam["nl"], frans, _regio(nis), _rond(lon), _rond(lat), postcodes])
    delen = [
        [p.naam, p.nis, p.postcode, *([_rond(p.punt.lon), _rond(p.punt.lat)] if p.punt else [])]
        for p in plaatsen
        if sleutel(p.naam) not in _eigen_sleutels(p.nis)
    ]
    fusies = [[jaar, oud, naam, nieuw] for jaar, oud, naam, nieuw in sorted(FUSIES)]
    gedeelten = {
        "bron": list(map(list, bronnen.versies().items())),
        "gemeenten": gemeenten,
        "deelgemeenten": delen,
        "fusies": fusies,
        "buiten": list(map(list, _buiten().items())),
    }
    return _write(gedeelten), plaatsen


def _write(gedeelten: dict[str, list[list[object]]]) -> str:
    """One record a line, so that a change of the data can be read in a diff."""
    stukken = []
    for naam, rijen in gedeelten.items():
        regels = ",\n".join(json.dumps(rij, ensure_ascii=False, separators=(",", ":")) for rij in rijen)
        stukken.append(f'"{naam}":[\n{regels}\n]')
    return "{" + ",\n".join(stukken) + "}\n"
