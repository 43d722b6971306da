"""``netwerkkaart neerleggen``: one ZIP for a data archive."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.leesbron import editie_option, read_bron
from netwerkkaart.cli.nederlands import Opdracht
from netwerkkaart.fouten import Afsluitcode, GebruikersFout


@click.command(cls=Opdracht)
@click.option("--maker", "makers", multiple=True, required=True, help="Wie de gegevens maakte; herhaalbaar.")
@click.option("--uitgever", default=None, help="Wie ze uitgeeft, bv. het archief [de eerste maker].")
@click.option(
    "--licentie",
    type=click.Choice(["CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0"]),
    default=None,
    help="Wat anderen ermee mogen [CC-BY-4.0].",
)
@click.option(
    "--toegang",
    type=click.Choice(["open", "besloten"]),
    default="open",
    show_default=True,
    help="Open voor iedereen, of alleen na overeenkomst.",
)
@click.option(
    "--formaten",
    default="csv,graphml,jsonld",
    show_default=True,
    help="Welke formaten, met komma's ertussen; zie netwerkkaart export --lijst.",
)
@click.option("--uit", type=opties.BESTAND, default=None, help="ZIP-bestand [exports/neerlegging.zip].")
@opties.regio_option
@opties.datum_option
@opties.alles_option
@opties.profiel_option("Partners kan alleen besloten; intern kan nooit.", standaard="openbaar")
@editie_option
@opties.store_option
def neerleggen(
    makers: tuple[str, ...],
    uitgever: str | None,
    licentie: str | None,
    toegang: str,
    formaten: str,
    uit: Path | None,
    regio: str | None,
    datum: date | None,
    alles: bool,
    profiel: str,
    editie: str | None,
    store: str | None,
) -> None:
    """Maak één ZIP voor een data-archief: formaten, controlesommen, licentie, LEESMIJ en DataCite-metadata.

    Voorbeeld: netwerkkaart neerleggen --maker "LNW Limburg" --regio limburg --uit neerlegging.zip
    """
    from netwerkkaart.bestanden import open_atomic
    from netwerkkaart.cli.scherm import busy, scherm, tell_next
    from netwerkkaart.export.formaten import find_formaat
    from netwerkkaart.export.gegevens import Kop
    from netwerkkaart.export.keuze import choose
    from netwerkkaart.export.neerleggen import write_deposit
    from netwerkkaart.export.neerleggen_keuze import (
        GEEN_LICENTIE,
        LICENTIES,
        Neerlegging,
        Toegang,
        check_deposit,
    )
    from netwerkkaart.graph.vrijgave import Profiel

    dag = opties.exported_day(alles, datum)
    if uit is not None and uit.suffix.lower() != ".zip":
        raise GebruikersFout(
            f'Een neerlegging heet niet "{uit.name}".',
            hulp="Kies een naam die eindigt op .zip.",
            code=Afsluitcode.VERKEERD_GEBRUIK,
        )
    open_ = Toegang(toegang) is Toegang.OPEN
    kop = Kop(dag, Profiel(profiel), regio)
    neerlegging = Neerlegging(
        makers=makers,
        uitgever=uitgever or makers[0],
        jaar=date.today().year,
        formaten=tuple(
            find_formaat(naam) for naam in dict.fromkeys(formaten.replace(" ", "").split(",")) if naam
        ),
        licentie=LICENTIES[licentie or "CC-BY-4.0"] if open_ or licentie else GEEN_LICENTIE,
        toegang=Toegang(toegang),
    )
    check_deposit(kop, neerlegging)
    pad = uit or Path("exports") / "neerlegging.zip"
    if uit is None:
        pad.parent.mkdir(exist_ok=True)
    bron, beeld = read_bron(store, editie, datum, alles=alles)
    kop = replace(kop, datum=beeld.datum, herkomst=bron.quote(dag=beeld.datum))
    if bron.editie is not None:
        neerlegging = replace(neerlegging, versie=bron.editie.kort)
    with busy("De neerlegging schrijven"):
        gegevens = choose(beeld, kop)
        with open_atomic(pad) as doel:
            write_deposit(gegevens, neerlegging, doel)
    knopen, relaties = gegevens.count()
    scherm.print(f"{kop.titel}.", markup=False)
    scherm.print(
        f"Geschreven: {pad} ({knopen} knopen, {relaties} relaties, {pad.stat().st_size / 1000:.0f} kB)",
        markup=False,
    )
    bron.tell(beeld.datum)
    scherm.print(f"Licentie: {neerlegging.licentie.naam} ({neerlegging.licentie.code}).", markup=False)
    tell_next(
        [
            "Lees vrije teksten na vóór u het bestand afgeeft: wat neergelegd is, komt niet terug.",
            "Hoe u het neerlegt (Zenodo, SODHA), en wat u eerst nagaat: docs/export.md",
        ]
    )
