"""The story from files to a filled graph, by the commands that a coordinator types."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from netwerkkaart.cli.hoofd import run
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.lezen import read_beeld
from netwerkkaart.graph.openen import open_store
from netwerkkaart.graph.store import Store
from tests.verhaal.tabellen import write_tables

DATUM = date(2026, 11, 24)
DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
_SOORTEN = {
    "gemeente": "LokaalBestuur",
    "ocmw": "LokaalBestuur",
    "provincie": "LokaalBestuur",
    "ocmw_vereniging_privaat": "AndereOrganisatie",
    "ocmw_vereniging_publiek": "AndereOrganisatie",
}


@dataclass(frozen=True)
class Verhaal:
    """The graph with the real lists alone, and with the invented tables over them."""

    store: Store
    echt: Beeld
    beeld: Beeld


def tell_story(adres: str, map_: Path) -> Verhaal:
    """Import everything into an empty store; the returned store is open to read."""
    _import_real(adres)
    echt = _view(adres)
    for importer, pad in write_tables(map_).items():
        _import(adres, importer, pad)
    store = open_store(adres)
    return Verhaal(store, echt, read_beeld(store).op(DATUM))


def _import_real(adres: str) -> None:
    # Each of these lists has rows that no import can take (a test record, a wrong number, unknown ends).
    _import(adres, "scholen", DATA / "scholen_limburg_hageland_2021" / "vestigingen.csv", fouten=True)
    welzijn = DATA / "welzijnsverenigingen"
    soorten = [deel for soort, onze in _SOORTEN.items() for deel in ("--waarde", f"soort:{soort}={onze}")]
    kolommen = ["--kolom", "kbo=id", "--kolom", "type=soort"]
    _import(adres, "organisaties", welzijn / "organisaties.csv", *kolommen, *soorten, fouten=True)
    _import(
        adres,
        "relaties",
        welzijn / "deelnames.csv",
        *("--kolom", "deelnemer_kbo=van", "--kolom", "vereniging_kbo=naar"),
        *("--vast", "relatie=WERKT_SAMEN_MET"),
        fouten=True,
    )


def _import(adres: str, importer: str, pad: Path, *opties: str, fouten: bool = False) -> None:
    opdracht = ["import", importer, str(pad), "--store", adres, "--bron-datum", DATUM.isoformat(), "--ja"]
    geweigerd = run([*opdracht, *opties]) != 0
    assert geweigerd is fouten, pad.name
    if fouten:
        assert run([*opdracht, *opties, "--sla-foute-rijen-over"]) == 0, pad.name


def _view(adres: str) -> Beeld:
    store = open_store(adres)
    try:
        return read_beeld(store).op(DATUM)
    finally:
        store.close()
