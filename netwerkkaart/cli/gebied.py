"""``netwerkkaart gebied``: official outlines, and looking up a municipality."""

from __future__ import annotations

from pathlib import Path

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.nederlands import Groep


@click.group(cls=Groep, name="gebied")
def gebied_groep() -> None:
    """Gemeenten: laad officiële grenzen, of zoek op onder welke naam en code een gemeente gekend is."""


@gebied_groep.command()
@click.argument("bestand", type=opties.BESTAND)
def laad(bestand: Path) -> None:
    """Laad officiële gemeentegrenzen (GeoJSON met NIS-codes). De kaart gebruikt ze vanaf dan."""
    from netwerkkaart import gebied
    from netwerkkaart.cli.plekken import outlines_path
    from netwerkkaart.cli.scherm import scherm, tell_next

    geladen = gebied.load_omtrekken(bestand)
    doel = outlines_path()
    doel.parent.mkdir(parents=True, exist_ok=True)
    gebied.save_omtrekken(geladen, doel)
    scherm.print(f"{len(geladen)} gemeentegrenzen geladen uit {bestand.name}.", markup=False)
    tell_next(["netwerkkaart kaart    de kaart met deze grenzen"])


@gebied_groep.command()
@click.argument("naam")
@click.option("--postcode", default="", help="Postcode, als de naam niet volstaat.")
def zoek(naam: str, postcode: str) -> None:
    """Zoek een gemeente: huidige of oude naam, deelgemeente, postcode of NIS-code."""
    from netwerkkaart import gebied
    from netwerkkaart.cli.scherm import scherm
    from netwerkkaart.fouten import NietGevonden

    cijfers = naam.removeprefix("nis:")
    nis = cijfers if cijfers.isdigit() and len(cijfers) == 5 else ""
    code = cijfers if cijfers.isdigit() and len(cijfers) == 4 else postcode
    gevonden = gebied.find_gemeente("" if nis or cijfers == code else naam, code, nis)
    if gevonden.gemeente is None:
        voorstel = f"Bedoelt u {' of '.join(gevonden.voorstellen)}?" if gevonden.voorstellen else ""
        raise NietGevonden(gevonden.twijfel or "Deze gemeente is niet gekend.", hulp=voorstel)
    g = gevonden.gemeente
    scherm.print(
        f"{g.naam} (nis:{g.nis}), {gebied.regio_naam(g.regio)}. Gevonden via: {gevonden.hoe}.", markup=False
    )
    if gevonden.twijfel:
        scherm.print(gevonden.twijfel, markup=False)
