"""``netwerkkaart stand``: what the graph holds, and a good next step."""

from __future__ import annotations

from collections import Counter

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.nederlands import Opdracht


@click.command(cls=Opdracht)
@opties.store_option
def stand(store: str | None) -> None:
    """Toon wat er in de graaf staat, en wat een goede volgende stap is."""
    from netwerkkaart.cli.scherm import show_rooster, tell_next
    from netwerkkaart.graph.lezen import read_beeld
    from netwerkkaart.graph.openen import open_store
    from netwerkkaart.schema.register import SOORTEN
    from netwerkkaart.uitvoer.tabel import Rooster

    graaf = open_store(store)
    try:
        beeld = read_beeld(graaf)
        adres = graaf.adres
    finally:
        graaf.close()
    telling = Counter(beeld.label(knoop) for knoop in range(len(beeld)))
    knopen = [(SOORTEN[label].soort.meervoud, telling[label]) for label in SOORTEN if telling[label]]
    relaties = [(naam, len(tabel)) for naam, tabel in beeld.relaties.items()]
    koppen = ("wat", "aantal")
    show_rooster(Rooster(f"Graaf: {adres}", koppen, koppen, knopen), maximum=99)
    show_rooster(Rooster("Relaties", koppen, koppen, relaties), maximum=99)
    tell_next(_advice(telling, {naam for naam, _ in relaties}))


def _advice(telling: Counter[str], relaties: set[str]) -> list[str]:
    if not telling["School"]:
        return ["netwerkkaart import scholen BESTAND    begin met de officiële lijst van vestigingsplaatsen"]
    if not telling["Aanbod"]:
        return ["netwerkkaart import organisaties BESTAND en import aanbod BESTAND    wie helpt, en waarmee"]
    if "BIEDT" not in relaties or "BEREIKT" not in relaties:
        return ["netwerkkaart import relaties BESTAND    wie biedt welk aanbod (BIEDT), en waar (BEREIKT)"]
    if not telling["Inventarisatie"]:
        return ["netwerkkaart import inventarisaties BESTAND    zeg wat u in kaart bracht"]
    return [
        "netwerkkaart analyse hiaten    waar ontbreekt hulp",
        "netwerkkaart kaart             bekijk de kaart",
    ]
