"""Exports of the whole of Flanders, beside the writer of each format's own library on data that are ready."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.gegevens import DATUM, Gegevens
from benchmarks.meten import Hoofdstuk, Taak, count, paired, ratio_row, ready
from netwerkkaart.export.formaten import FORMATEN
from netwerkkaart.export.gegevens import Gegevens as Export
from netwerkkaart.export.gegevens import Kop, Tabel
from netwerkkaart.export.keuze import choose
from netwerkkaart.export.schrijven import write_export
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.uitvoer.grafen import as_networkx

KEER = 2.0
_KOP = Kop(DATUM, Profiel.PARTNERS)


def measure_exports(gegevens: Gegevens, keer: int = 3) -> Hoofdstuk:
    """Each format from a view to a file, and its library from ready data to a file."""
    uitleg = (
        "Van beeld tot bestand, met de keuze van wat erin mag, naast de schrijver van de bibliotheek zelf op "
        "gegevens die al klaarstaan: xlsxwriter, csv, networkx, json (bij GeoJSON, "
        "JSON-LD en HSDS van precies die inhoud). Voor Cypher is er geen bibliotheek; "
        "daar staat json van dezelfde rijen."
    )
    klaar = choose(gegevens.fresh(), _KOP)
    uitslagen = []
    for naam, raw in _RAUW.items():
        pad = gegevens.map / f"export{FORMATEN[naam].ending}"
        rauw = ready(raw(klaar, gegevens.map / "rauw"))
        # A view that was looked at before knows more than one from the store: each run has its own.
        paar = paired(lambda naam=naam, pad=pad: ready(_ours(naam, gegevens.fresh(), pad))(), rauw, keer)  # type: ignore[misc]
        uitslagen.append(ratio_row(naam, paar, KEER))
    knopen, relaties = klaar.count()
    return Hoofdstuk(
        "Exports schrijven",
        uitleg,
        tuple(uitslagen),
        (f"{count(knopen)} knopen en {count(relaties)} relaties.",),
    )


def _ours(naam: str, beeld: Beeld, pad: Path) -> Taak:
    formaat = FORMATEN[naam]

    def write() -> None:
        keuze = choose(beeld, _KOP, leest=formaat.leest)
        write_export(formaat, keuze, pad)

    return write


def _tables(klaar: Export) -> Iterator[tuple[str, list[str], list[tuple[object, ...]]]]:
    """Name, headers and rows of each table."""
    for knopen in klaar.knopen:
        yield (
            knopen.naam,
            ["id", *(v.naam for v in knopen.velden)],
            list(zip(knopen.ids, *_values(knopen), strict=True)),
        )
    for t in klaar.relaties:
        koppen = ["rid", "van", "naar", *(v.naam for v in t.velden)]
        yield t.naam, koppen, list(zip(t.rids, t.van, t.naar, *_values(t), strict=True))


def _values(tabel: Tabel) -> list[list[object]]:
    """Columns as values that any library takes."""
    return [["; ".join(w) if isinstance(w, list) else w for w in kolom] for _, kolom in tabel.columns()]


def _raw_xlsx(klaar: Export, pad: Path) -> Taak:
    import xlsxwriter

    tabellen = list(_tables(klaar))

    def write() -> None:
        opties = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
                  "default_date_format": "yyyy-mm-dd"}  # fmt: skip
        with xlsxwriter.Workbook(pad, opties) as boek:
            for naam, koppen, rijen in tabellen:
                blad = boek.add_worksheet(naam[:31])
                blad.write_row(0, 0, koppen)
                for nummer, rij in enumerate(rijen, start=1):
                    blad.write_row(nummer, 0, rij)

    return write


def _raw_csv(klaar: Export, pad: Path) -> Taak:
    tabellen = list(_tables(klaar))

    def write() -> None:
        with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as archief:
            for naam, koppen, rijen in tabellen:
                with archief.open(f"{naam}.csv", "w") as deel, io.TextIOWrapper(deel, "utf-8") as tekst:
                    schrijver = csv.writer(tekst)
                    schrijver.writerow(koppen)
                    schrijver.writerows(rijen)

    return write


def _raw_networkx(write: str) -> Callable[[Export, Path], Taak]:
    def raw(klaar: Export, pad: Path) -> Taak:
        import networkx as nx

        graaf = as_networkx(klaar.beeld)
        for *_, velden in (*graaf.nodes(data=True), *graaf.edges(data=True)):
            velden |= {n: w if isinstance(w, str | int | float) else str(w) for n, w in velden.items()}
            velden.pop("type", None)  # GEXF takes it for a direction
        return lambda: getattr(nx, write)(graaf, pad)

    return raw


def _raw_json(klaar: Export, pad: Path) -> Taak:
    inhoud: dict[str, list[dict[str, Any]]] = {
        naam: [
            {k: w for k, w in zip(koppen, map(_plain, rij), strict=True) if w is not None} for rij in rijen
        ]
        for naam, koppen, rijen in _tables(klaar)
    }
    return lambda: pad.write_text(json.dumps(inhoud, ensure_ascii=False), "utf-8")


def _raw_own_json(naam: str) -> Callable[[Export, Path], Taak]:
    """What the format holds, ready as Python values, for the json of Python; a package in a ZIP."""

    def raw(klaar: Export, pad: Path) -> Taak:
        formaat = FORMATEN[naam]
        delen: dict[str, Any] = {}
        for bestand, write in formaat.files(klaar).items():
            doel = io.BytesIO()
            write(doel)
            tekst = doel.getvalue().decode()
            delen[bestand] = tekst if bestand.endswith(".ttl") else json.loads(tekst)

        def write_all() -> None:
            teksten = {
                bestand: deel if isinstance(deel, str) else json.dumps(deel, ensure_ascii=False)
                for bestand, deel in delen.items()
            }
            if not formaat.pakket:
                pad.write_text("".join(teksten.values()), "utf-8")
                return
            with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as archief:
                for bestand, tekst in teksten.items():
                    archief.writestr(bestand, tekst)

        return write_all

    return raw


def _plain(waarde: object) -> object:
    return waarde if isinstance(waarde, str | int | float | None) else str(waarde)


_RAUW: dict[str, Callable[[Export, Path], Taak]] = {
    "xlsx": _raw_xlsx,
    "csv": _raw_csv,
    "graphml": _raw_networkx("write_graphml"),
    "gexf": _raw_networkx("write_gexf"),
    "geojson": _raw_own_json("geojson"),
    "kumu": _raw_json,
    "cypher": _raw_json,
    "neo4j-csv": _raw_csv,
    "jsonld": _raw_own_json("jsonld"),
    "hsds": _raw_own_json("hsds"),
}
