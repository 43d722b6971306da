"""What is measured on: the Flanders demo in a store, and the same network as a plain pair of CSV files."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from netwerkkaart.demo import generate_demo
from netwerkkaart.demo.inlezen import import_demo
from netwerkkaart.graph import open_store
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.lezen import read_beeld
from netwerkkaart.schema.register import BANDEN

DATUM = date(2026, 3, 31)
NU = datetime(2026, 3, 31, 12, tzinfo=UTC)
_VAN_ORGANISATIE = (
    "naam", "straat", "huisnummer", "postcode", "telefoon", "email", "website", "themas", "continuum",
    "niveaus", "leerlingen", "instellingsnummer", "sinds",
)  # fmt: skip
_VAN_BAND = ("sinds", "bron", "sterkte", "stap", "bevestiging", "bevestigd_op", "vrijgave")


@dataclass(frozen=True, slots=True)
class Gegevens:
    """Everything that the measurements share.

    Args:
        map: a folder for files.
        demo: store with the whole demo.
        beeld: view of that store, at no date.
        organisaties, relaties: the plain pair of tables.
        aantal_organisaties, aantal_relaties: rows of these two.
    """

    map: Path
    demo: Path
    beeld: Beeld
    organisaties: Path
    relaties: Path
    aantal_organisaties: int
    aantal_relaties: int

    def fresh(self) -> Beeld:
        """A view at the reference date of which nothing was worked out yet."""
        return self.beeld.op(DATUM)


def make_gegevens(map_: Path) -> Gegevens:
    """Make the demo, read it into a store, and write the plain pair. About twenty seconds."""
    bestanden = generate_demo(map_ / "demo", omvang="vlaanderen", datum=DATUM)
    pad = map_ / "demo.kgl"
    store = open_store(str(pad), schrijven=True)
    try:
        import_demo(store, bestanden, NU)
        beeld = read_beeld(store)
    finally:
        store.close()
    organisaties, relaties = map_ / "organisaties.csv", map_ / "relaties.csv"
    nu = beeld.op(DATUM)
    aantal = _write(organisaties, _organisation_rows(nu))
    return Gegevens(map_, pad, beeld, organisaties, relaties, aantal, _write(relaties, _band_rows(nu)))


def _organisation_rows(beeld: Beeld) -> Iterator[list[object]]:
    yield ["id", "soort", "gemeente", *_VAN_ORGANISATIE]
    kolommen = [beeld.kolom(naam) for naam in _VAN_ORGANISATIE]
    for knoop in range(beeld.aantal_organisaties):
        if beeld.label(knoop) == "Bestuur":  # has no sector and is never the end of a band
            continue
        gemeente = int(beeld.gemeente[knoop])
        plaats = beeld.naam(gemeente) if gemeente >= 0 else ""
        yield [beeld.ids[knoop], beeld.label(knoop), plaats, *(kolom[knoop] for kolom in kolommen)]


def _band_rows(beeld: Beeld) -> Iterator[list[object]]:
    yield ["van", "naar", "relatie", *_VAN_BAND]
    for type_ in BANDEN:
        tabel = beeld.van_type(type_)
        kolommen = [tabel.kolom(naam) for naam in _VAN_BAND]
        for plek, (van, naar) in enumerate(zip(tabel.van.tolist(), tabel.naar.tolist(), strict=True)):
            yield [beeld.ids[van], beeld.ids[naar], type_, *(kolom[plek] for kolom in kolommen)]


def _write(pad: Path, rijen: Iterator[list[object]]) -> int:
    """Write a table as a coordinator's CSV; the number of rows beneath the header."""
    aantal = -1
    with pad.open("w", encoding="utf-8-sig", newline="") as bestand:
        schrijver = csv.writer(bestand, delimiter=";")
        for rij in rijen:
            schrijver.writerow([_cell(waarde) for waarde in rij])
            aantal += 1
    return aantal


def _cell(waarde: object) -> object:
    return (
        "|".join(map(str, waarde)) if isinstance(waarde, Sequence) and not isinstance(waarde, str) else waarde
    )
