"""The demo files as plain cells, read without our importers: an independent look at what was written."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from openpyxl import load_workbook

from netwerkkaart import gebied
from netwerkkaart.demo import DemoBestand, DemoBestanden
from netwerkkaart.schema.register import SOORTEN, find_soort
from netwerkkaart.schema.vocabularia import REGIO, fold

LABEL_VAN_IMPORTER = {
    "contacten": "Contactpersoon",
    "coordinatoren": "Coordinator",
    "netwerken": "LerendNetwerk",
    "fora": "Forum",
    "overleg": "Overleg",
    "acties": "Actie",
    "aanbod": "Aanbod",
    "praktijken": "GoedePraktijk",
    "afspraken": "Afspraak",
    "hiaten": "Hiaat",
    "inventarisaties": "Inventarisatie",
    "bevragingen": "Bevraging",
}


@dataclass(frozen=True)
class Cel:
    bestand: str
    rij: int
    kolom: str
    tekst: str


def rijen(bestand: DemoBestand) -> list[dict[str, str]]:
    if bestand.pad.suffix == ".xlsx":
        blad = load_workbook(bestand.pad).worksheets[0]
        koppen, *rest = [[str(cel or "") for cel in rij] for rij in blad.iter_rows(values_only=True)]
        return [dict(zip(koppen, rij, strict=True)) for rij in rest]
    with bestand.pad.open(encoding="utf-8-sig", newline="") as stroom:
        return list(csv.DictReader(stroom, delimiter=";", strict=True))


def cellen(demo: DemoBestanden) -> Iterator[Cel]:
    for bestand in demo.bestanden:
        for nr, rij in enumerate(rijen(bestand), start=2):
            for kolom, tekst in rij.items():
                yield Cel(bestand.pad.name, nr, kolom, tekst)


def label(bestand: DemoBestand, rij: dict[str, str]) -> str:
    if bestand.importer == "organisaties":
        soort = find_soort(rij["soort"])
        assert soort is not None, rij["soort"]
        return soort.soort.label
    return LABEL_VAN_IMPORTER[bestand.importer]


def labels(demo: DemoBestanden) -> dict[str, str]:
    """Label by id of everything that the files state or name, by the rules of the brief alone."""
    uit = {f"nis:{nis}": "Gemeente" for nis in gebied.gemeenten()}
    uit |= {f"regio:{code}": "Regio" for code in REGIO.codes}
    for bestand in demo.bestanden:
        if bestand.importer == "relaties":
            continue
        for rij in rijen(bestand):
            if bestand.importer == "scholen":
                uit[f"{rij['schoolnummer']}-{rij['intern_vplnummer']}"] = "School"
                for kolom, voor, kind in (
                    ("clb", "clb", "Clb"),
                    ("leersteuncentrum", "osn", "Ondersteuningsnetwerk"),
                ):
                    if rij[kolom]:
                        uit[f"{voor}:{fold(rij[kolom]).replace(' ', '-')}"] = kind
            else:
                gevonden = label(bestand, rij)
                assert uit.setdefault(rij["id"], gevonden) == gevonden
    assert set(uit.values()) <= set(SOORTEN)
    return uit
