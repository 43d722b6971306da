"""``netwerkkaart bevraging``: whom to ask, forms to send, answers to read, and who is to be reminded."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.nederlands import Groep

_REGIO = click.option("--regio", type=click.Choice(opties.REGIOS), required=True, help="Welke regio.")


@click.group(cls=Groep)
def bevraging() -> None:
    """Vraag partners met wie ze werken: kies wie, maak formulieren, lees de antwoorden.

    Uitleg voor een hele ronde: docs/bevraging.md
    """


@bevraging.command()
@_REGIO
@click.option("--aantal", default=30, show_default=True, help="Hoeveel respondenten.")
@click.option("--maanden", type=int, help="Zo lang telt een bevestiging of antwoord mee [24].")
@opties.datum_option
@opties.uit_option
@opties.store_option
def kies(
    regio: str, aantal: int, maanden: int | None, datum: date | None, uit: Path | None, store: str | None
) -> None:
    """Toon wie het meest zou vertellen, en waarom.

    Voorbeeld: netwerkkaart bevraging kies --regio limburg --uit respondenten.csv
    """
    from netwerkkaart.bevraging.kies import choose_respondents
    from netwerkkaart.cli.bevragingen import as_table, read_view
    from netwerkkaart.cli.scherm import busy, tell_next
    from netwerkkaart.cli.uitkomsten import choose_drempels

    beeld = read_view(store, datum or date.today())
    with busy("Kiezen wie het meest vertelt"):
        keuze = choose_respondents(
            beeld, choose_drempels(beeld, None, None, maanden, None), regio=regio, aantal=aantal
        )
    opties.give(as_table(keuze, alles=uit is not None), uit)
    lijst = f" --respondenten {uit}" if uit else ""
    tell_next([f'netwerkkaart bevraging maak --regio {regio} --naam "Najaar 2026"{lijst}'])


@bevraging.command()
@_REGIO
@click.option("--naam", required=True, help="Naam van de ronde, zoals de respondenten ze lezen.")
@click.option(
    "--respondenten", type=opties.BESTAND, help="Lijst met codes of namen; anders kiest bevraging kies."
)
@click.option("--aantal", default=30, show_default=True, help="Hoeveel respondenten, als er geen lijst is.")
@click.option("--vorm", type=click.Choice(["xlsx", "html", "beide"]), default="xlsx", show_default=True,
              help="Werkmap, webpagina zonder internet, of allebei.")  # fmt: skip
@click.option("--deadline", type=opties.Dag(), help="Tegen wanneer [drie weken na vandaag].")
@click.option("--met-personen", is_flag=True, help="Zet namen en adressen van contactpersonen in de lijst.")
@click.option("--uit", type=opties.BESTAND, help="Map voor de formulieren [exports/bevraging-…].")
@click.option("--ja", is_flag=True, help="Vraag niets, schrijf meteen.")
@opties.datum_option
@opties.store_option
def maak(
    regio: str,
    naam: str,
    respondenten: Path | None,
    aantal: int,
    vorm: str,
    deadline: date | None,
    met_personen: bool,
    uit: Path | None,
    ja: bool,
    datum: date | None,
    store: str | None,
) -> None:
    """Schrijf per respondent één formulier, en de verzendlijst; bewaar wie bevraagd is.

    Voorbeeld: netwerkkaart bevraging maak --regio limburg --naam "Najaar 2026"
    """
    from netwerkkaart.bevraging.ronde import TERMIJN, Ronde, slug
    from netwerkkaart.cli.bevragingen import make_round

    dag = datum or date.today()
    ronde = Ronde(naam, regio, dag, deadline or dag + TERMIJN)
    map_ = uit or Path("exports") / f"bevraging-{slug(naam)}"
    make_round(
        ronde, map_, respondenten=respondenten, aantal=aantal, vorm=vorm, met_personen=met_personen, ja=ja,
        store=store, nu=datetime.now(UTC),
    )  # fmt: skip


@bevraging.command()
@click.argument("map_", metavar="MAP", type=opties.BESTAND)
@click.option("--alles-of-niets", is_flag=True, help="Lees niets in als er één antwoord met fouten bij is.")
@click.option("--beeindig", is_flag=True, help="Beëindig wat volgens de antwoorden niet (meer) bestaat.")
@click.option("--ja", is_flag=True, help="Vraag niets, schrijf meteen.")
@click.option("--droog", is_flag=True, help="Toon alleen wat erin staat.")
@click.option(
    "--meldingen", type=opties.BESTAND, help="Schrijf alle meldingen naar een .csv, .json of .xlsx."
)
@opties.store_option
def lees(
    map_: Path,
    alles_of_niets: bool,
    beeindig: bool,
    ja: bool,
    droog: bool,
    meldingen: Path | None,
    store: str | None,
) -> None:
    """Lees een map met antwoorden in: elk antwoord is één import, en kan apart teruggedraaid worden.

    Voorbeeld: netwerkkaart bevraging lees antwoorden
    """
    from netwerkkaart.cli.bevragingen import read_answers

    read_answers(
        map_, alles_of_niets=alles_of_niets, beeindig=beeindig, ja=ja, droog=droog, meldingen=meldingen,
        store=store, nu=datetime.now(UTC),
    )  # fmt: skip


@bevraging.command()
@click.argument("naam")
@click.option(
    "--herinner", type=opties.BESTAND, help="Schrijf een verzendlijst van wie nog niet antwoordde (.xlsx)."
)
@click.option("--met-personen", is_flag=True, help="Zet namen en adressen van contactpersonen in die lijst.")
@opties.datum_option
@opties.uit_option
@opties.store_option
def stand(
    naam: str,
    herinner: Path | None,
    met_personen: bool,
    datum: date | None,
    uit: Path | None,
    store: str | None,
) -> None:
    """Toon wie antwoordde en wie nog niet, en wat de ronde zegt over paren.

    Voorbeeld: netwerkkaart bevraging stand "Najaar 2026" --herinner herinneringen.xlsx
    """
    from netwerkkaart.cli.bevragingen import show_round

    show_round(
        naam, datum or date.today(), herinner=herinner, met_personen=met_personen, uit=uit, store=store
    )


@bevraging.command()
@click.argument("naam")
@click.option("--map", "map_", type=opties.BESTAND, help="Waar de tabellen komen [exports/matrix-…].")
@click.option(
    "--alle-doelen",
    is_flag=True,
    help="Ook antwoorden die niet voor onderzoek gegeven zijn: alleen voor eigen werking.",
)
@opties.datum_option
@opties.store_option
def matrix(naam: str, map_: Path | None, alle_doelen: bool, datum: date | None, store: str | None) -> None:
    """Schrijf wie wat over wie zei als tabellen voor R of Python: ja, nee, of niet gevraagd (NA).

    Alleen antwoorden die voor onderzoek gegeven zijn. Uitleg: docs/onderzoek.md

    Voorbeeld: netwerkkaart bevraging matrix "Najaar 2026" --map matrix
    """
    from netwerkkaart.analyse.respons import find_round
    from netwerkkaart.bevraging.ronde import slug
    from netwerkkaart.cli.bevragingen import read_view
    from netwerkkaart.cli.scherm import scherm, tell_next
    from netwerkkaart.uitvoer.matrices import UITLEG, left_out, make_matrix, write_matrix

    beeld = read_view(store, datum or date.today())
    tabellen = make_matrix(beeld, find_round(beeld, naam), doel=None if alle_doelen else "onderzoek")
    doel = map_ or Path("exports") / f"matrix-{slug(tabellen.ronde)}"
    paden = write_matrix(tabellen, doel)
    scherm.print(f"Geschreven in {doel}: {', '.join(pad.name for pad in paden)}", markup=False)
    scherm.print(f"{len(tabellen.ids)} organisaties. Niet gevraagd is NA, en dus geen nee.")
    if tabellen.weggelaten:
        scherm.print(f"{left_out(tabellen.weggelaten)} voor onderzoek gegeven.")
    tell_next([f"lees {doel / UITLEG}    wat er staat, en hoe u het in R leest"])
