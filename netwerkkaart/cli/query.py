"""``netwerkkaart query``: the library of questions, and reading Cypher of one's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.leesbron import editie_option, open_leesbron
from netwerkkaart.cli.nederlands import Groep
from netwerkkaart.fouten import NietGevonden, OnleesbaarBestand


@click.group(cls=Groep)
def query() -> None:
    """Stel een vraag aan de graaf in Cypher: uit de bibliotheek, of een eigen vraag die alleen leest."""


@query.command()
def lijst() -> None:
    """Toon alle vragen van de bibliotheek."""
    from netwerkkaart.cli.scherm import show_rooster, tell_next
    from netwerkkaart.uitvoer.tabel import Rooster
    from netwerkkaart.vragen.bibliotheek import load_library

    rijen = [(v.map, v.naam, v.vraag) for v in load_library().values()]
    show_rooster(
        Rooster("De bibliotheek", ("map", "naam", "vraag"), ("over", "naam", "vraag"), rijen), maximum=999
    )
    tell_next(
        [
            "netwerkkaart query toon NAAM    de vraag, haar parameters en de Cypher",
            "netwerkkaart query voer NAAM    het antwoord",
        ]
    )


@query.command()
@click.argument("naam")
def toon(naam: str) -> None:
    """Toon één vraag: wat ze vraagt, welke parameters ze heeft, en de Cypher."""
    from netwerkkaart.cli.scherm import scherm, show_rooster
    from netwerkkaart.uitvoer.tabel import Rooster
    from netwerkkaart.vragen.bibliotheek import find_query

    vraag = find_query(naam)
    scherm.print(f"[bold]{vraag.titel}[/]\n{vraag.vraag}\nBron: {vraag.bron}")
    if vraag.grenzen:
        scherm.print(f"Let op: {vraag.grenzen}")
    parameters = [(p.naam, p.soort, p.standaard or "—", p.uitleg) for p in vraag.parameters]
    koppen = ("naam", "soort", "als u niets zegt", "uitleg")
    show_rooster(Rooster("Parameters (--param naam=waarde)", koppen, koppen, parameters))
    show_rooster(Rooster("Kolommen", ("naam", "uitleg"), ("naam", "uitleg"), list(vraag.kolommen.items())))
    namen = tuple(vraag.kolommen)
    show_rooster(Rooster("Een voorbeeld van een antwoord", namen, namen, vraag.voorbeeld))
    scherm.print(f"\n{vraag.cypher}", markup=False)


@query.command()
@click.argument("naam")
@click.option("--param", "parameters", multiple=True, metavar="NAAM=WAARDE", help="Waarde van een parameter.")
@opties.uit_option
@editie_option
@opties.store_option
def voer(
    naam: str, parameters: tuple[str, ...], uit: Path | None, editie: str | None, store: str | None
) -> None:
    """Voer één vraag van de bibliotheek uit."""
    from netwerkkaart.cli.scherm import busy
    from netwerkkaart.uitvoer.tabel import Rooster
    from netwerkkaart.vragen.bibliotheek import find_query

    vraag = find_query(naam)
    gegeven = dict(opties.params(parameters))
    vraag.bind(gegeven, date.today())  # what cannot be answered is told before anything is opened
    with busy(vraag.titel), open_leesbron(store, editie) as bron:
        waarden = vraag.bind(gegeven, bron.day(None) or date.today())
        uitslag = bron.store.read(vraag.cypher, waarden)
    noten = (*bron.quote(()), *(f"{sleutel}: {waarde}" for sleutel, waarde in waarden.items()))
    koppen = tuple(vraag.kolommen.get(kolom, kolom) for kolom in uitslag.kolommen)
    opties.give(Rooster(vraag.titel, uitslag.kolommen, koppen, uitslag.rijen, noten), uit)


@query.command()
@click.argument("cypher")
@click.option(
    "--param", "parameters", multiple=True, metavar="NAAM=WAARDE", help="Waarde van een parameter (tekst)."
)
@click.option("--max-rijen", default=10_000, show_default=True, help="Hoogstens zoveel rijen.")
@click.option("--max-seconden", default=30, show_default=True, help="Hoogstens zoveel seconden.")
@opties.uit_option
@editie_option
@opties.store_option
def cypher(
    cypher: str,
    parameters: tuple[str, ...],
    max_rijen: int,
    max_seconden: int,
    uit: Path | None,
    editie: str | None,
    store: str | None,
) -> None:
    """Voer een eigen vraag uit, als tekst of uit een bestand dat op .cypher eindigt.

    Alleen lezen: wie schrijft of bestanden opent, wordt geweigerd.

    Voorbeelden: netwerkkaart query cypher "MATCH (s:School) RETURN count(s) AS scholen";
    netwerkkaart query cypher mijnvraag.cypher --uit antwoord.arrow
    """
    from netwerkkaart.cli.scherm import busy
    from netwerkkaart.graph.vreemd import run_foreign
    from netwerkkaart.uitvoer.tabel import Rooster

    tekst = _from_file(Path(cypher)) if cypher.casefold().endswith(".cypher") else cypher
    gegeven = dict(opties.params(parameters))
    with busy("Vraag uitvoeren"), open_leesbron(store, editie) as bron:
        uitslag = run_foreign(bron.store, tekst, gegeven, max_rijen=max_rijen, max_seconden=max_seconden)
    noten = (
        (f"Er zijn meer rijen dan {max_rijen}; de rest is weggelaten (--max-rijen).",)
        if uitslag.afgekapt
        else ()
    )
    opties.give(
        Rooster("", uitslag.kolommen, uitslag.kolommen, uitslag.rijen, (*bron.quote(()), *noten)), uit
    )


def _from_file(pad: Path) -> str:
    try:
        return pad.read_text("utf-8-sig")
    except FileNotFoundError as fout:
        raise NietGevonden(f"{pad} bestaat niet.", hulp="Geef het juiste pad, of de vraag zelf.") from fout
    except (OSError, UnicodeDecodeError) as fout:
        raise OnleesbaarBestand(
            f"{pad} kon niet gelezen worden.", hulp="Bewaar de vraag als gewone tekst (UTF-8)."
        ) from fout
