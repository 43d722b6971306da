"""``netwerkkaart drempels``: the thresholds that are kept with the graph."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.nederlands import Opdracht


def _run(
    wachttijd: int | None,
    aandeel: float | None,
    maanden: int | None,
    schakels: int | None,
    standaard: bool,
    store: str | None,
) -> None:
    from netwerkkaart.analyse.drempels import DREMPEL_ID, STANDAARD, kept_drempels
    from netwerkkaart.cli.scherm import scherm, tell_next
    from netwerkkaart.cli.uitkomsten import choose_drempels
    from netwerkkaart.graph.lezen import read_beeld, read_bekend
    from netwerkkaart.graph.openen import open_store
    from netwerkkaart.graph.uitvoeren import ImportGegevens, carry_out
    from netwerkkaart.plan.maak import make_plan
    from netwerkkaart.schema.uitspraken import KnoopUitspraak

    gekozen = {
        "wachttijd_weken": wachttijd,
        "aandeel_niet_verbonden": aandeel,
        "maanden_inventarisatie": maanden,
        "schakels": schakels,
    }
    gesteld = {naam: waarde for naam, waarde in gekozen.items() if waarde is not None}
    graaf = open_store(store, schrijven=bool(gesteld) or standaard)
    try:
        beeld = read_beeld(graaf)
        choose_drempels(beeld, wachttijd, aandeel, maanden, schakels)  # refuses what has no meaning
        if gesteld or standaard:
            nu = datetime.now(UTC)
            uitspraak = KnoopUitspraak(
                "Drempelkeuze",
                DREMPEL_ID,
                {"naam": "Drempels", "bron": "drempels", "bron_datum": nu.date(), **gesteld},
                leeg=frozenset(gekozen) - gesteld.keys() if standaard else frozenset(),
            )
            plan = make_plan([uitspraak], read_bekend(graaf, {DREMPEL_ID}, set()))
            carry_out(graaf, plan, ImportGegevens("drempels", nu))
            beeld = read_beeld(graaf)
    finally:
        graaf.close()
    drempels = kept_drempels(beeld)
    for naam, zin in drempels.zinnen().items():
        eigen = getattr(drempels, naam) != getattr(STANDAARD, naam)
        scherm.print(f"{'[bold]*[/]' if eigen else ' '} {zin}")
    scherm.print(
        "[dim]* anders dan de standaard[/]"
        if drempels != STANDAARD
        else "[dim]Alles staat op de standaard.[/]"
    )
    tell_next(
        [
            "netwerkkaart drempels --wachttijd 12    voortaan een andere grens, bewaard bij de gegevens",
            "netwerkkaart drempels --standaard       terug naar de standaard",
            "netwerkkaart analyse hiaten             zie wat dat verandert",
        ]
    )


drempels = Opdracht(
    "drempels",
    callback=_run,
    params=[
        *opties.drempel_params(),
        click.Option(["--standaard"], is_flag=True, help="Zet wat u niet noemt terug op de standaard."),
        click.Option(["--store"], metavar="PAD|URI", help="Welke graaf (anders NETWERKKAART_STORE)."),
    ],
    help="Toon of verander de drempels die bij deze graaf bewaard worden.\n\n"
    "Elke analyse en kaart gebruikt ze, tenzij u bij die analyse zelf iets anders kiest.",
    short_help="Toon of verander de drempels van de analyses.",
)
