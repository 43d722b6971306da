"""``netwerkkaart analyse vooruitblik SCENARIO``: what an analysis would say if …"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netwerkkaart.analyse import ANALYSES, Analyse
from netwerkkaart.cli import opties
from netwerkkaart.cli.leesbron import Leesbron, editie_option, read_bron
from netwerkkaart.cli.nederlands import Opdracht

if TYPE_CHECKING:
    from netwerkkaart.analyse.drempels import Drempels
    from netwerkkaart.graph.beeld import Beeld
    from netwerkkaart.inlezen.tabel import Tabel

_NAMEN = tuple(naam for naam, analyse in ANALYSES.items() if analyse.invoer == "beeld")
_VERSCHIL = Analyse(
    "vooruitblik",
    "Wat zou een analyse zeggen als er iets bij komt of wegvalt?",
    "", "", "",
    "vooruitblik",
    "compare",
    kern=("soort", "wie", "veld", "voor", "na"),
    tekening="vooruitblik.draw_vooruitblik",
)  # fmt: skip
"""How a comparison is shown; it is no analysis of one view, so it does not stand in the catalogue."""


@click.command("vooruitblik", cls=Opdracht, short_help=_VERSCHIL.kort)
@click.argument("scenario", type=opties.BESTAND, required=False)
@click.option(
    "--analyse", "namen", type=click.Choice(_NAMEN), multiple=True, help="Welke analyse; meer mag. [keten]"
)
@click.option(
    "--voorbeeld", type=opties.BESTAND, help="Schrijf een voorbeeld om in te vullen (.xlsx of .csv)."
)
@click.option("--optie", "keuzes", multiple=True, metavar="NAAM=WAARDE", help="Een optie van die analyse.")
@click.option("--blad", help="Op welk blad het scenario staat.")
@opties.regio_option
@opties.datum_option
@opties.uit_option
@click.option(
    "--figuur",
    is_flag=False,
    flag_value="-",
    metavar="[BESTAND.svg]",
    help="Teken de kerncijfers, nu en met het scenario.",
)
@editie_option
@opties.store_option
def vooruitblik(
    scenario: Path | None,
    namen: tuple[str, ...],
    voorbeeld: Path | None,
    keuzes: tuple[str, ...],
    blad: str | None,
    regio: str | None,
    datum: date | None,
    uit: Path | None,
    figuur: str | None,
    editie: str | None,
    store: str | None,
    wachttijd: int | None,
    aandeel: float | None,
    maanden: int | None,
    schakels: int | None,
) -> None:
    """Wat zou een analyse zeggen als er iets bij komt of wegvalt?

    Een scenario is een tabel (XLSX, ODS of CSV): elke rij voegt een band, aanbod of organisatie toe, haalt
    ze weg of wijzigt ze. De analyse wordt twee keer berekend, nu en met het scenario, en u ziet wat
    verschilt. Er wordt nooit iets in de graaf geschreven.

    Let op: een vooruitblik rekent alleen. Ze kent geen draagvlak, geen budget, en niet wat partners daarna
    zelf doen.

    Voorbeeld: netwerkkaart analyse vooruitblik --voorbeeld scenario.xlsx; vul het in, en dan
    netwerkkaart analyse vooruitblik scenario.xlsx --analyse ketencijfers --regio limburg

    Definitie, formule en bron: docs/analyses.md
    """
    from netwerkkaart.cli.uitkomsten import choose_drempels
    from netwerkkaart.fouten import Afsluitcode, GebruikersFout

    if scenario is None and voorbeeld is None:
        raise GebruikersFout(
            "Er is geen scenario gegeven.",
            hulp="Geef een bestand, of maak er een met --voorbeeld scenario.xlsx",
            code=Afsluitcode.VERKEERD_GEBRUIK,
        )
    gekozen = [(ANALYSES[naam], _options(ANALYSES[naam], keuzes, regio)) for naam in namen or ("keten",)]
    tabel = None if scenario is None else _read(scenario, blad)
    bron, beeld = read_bron(store, editie, datum)
    drempels = choose_drempels(beeld, wachttijd, aandeel, maanden, schakels, bron.drempels)
    if voorbeeld is not None:
        _write_example(beeld, voorbeeld, regio)
    if tabel is None:
        return
    _compare(bron, beeld, tabel, gekozen, drempels, uit, figuur)


vooruitblik.params.extend(opties.drempel_params())


_Gekozen = list[tuple[Analyse, dict[str, object]]]
"""Analyses, each with its keyword arguments."""


def _options(analyse: Analyse, keuzes: tuple[str, ...], regio: str | None) -> dict[str, object]:
    """The keyword arguments of an analysis from ``--optie name=value``.

    Raises:
        GebruikersFout: it has no such option, or it needs a region.
    """
    from netwerkkaart.cli.analyse import make_option
    from netwerkkaart.fouten import Afsluitcode, GebruikersFout

    if analyse.regio_verplicht and regio is None:
        raise GebruikersFout(
            f"{analyse.naam} gaat over één regio.",
            hulp="Voeg toe --regio limburg",
            code=Afsluitcode.VERKEERD_GEBRUIK,
        )
    gegeven = dict(opties.pairs(keuzes, "--optie", "niveau=instelling"))
    kent = {optie.naam: optie for optie in analyse.opties}
    if vreemd := [naam for naam in gegeven if naam not in kent]:
        raise GebruikersFout(
            f'{analyse.naam} heeft geen optie "{vreemd[0]}".',
            hulp=f"Kies uit: {', '.join(kent)}." if kent else "Laat --optie weg.",
            code=Afsluitcode.VERKEERD_GEBRUIK,
        )
    waarden: dict[str, object] = {}
    for naam, optie in kent.items():
        param = make_option(optie)
        waarden[naam] = param.get_default(click.get_current_context())
        if naam in gegeven:
            gelezen = param.type.convert(gegeven[naam], param, click.get_current_context())
            waarden[naam] = (gelezen,) if optie.meermaals else gelezen
        elif optie.meermaals:
            waarden[naam] = ()
    return {**waarden, "regio": regio}


def _read(pad: Path, blad: str | None) -> Tabel:
    """The table of a scenario: the one sheet with rows, the explanation aside.

    Raises:
        GebruikersFout: it cannot be read, or there are several sheets with rows.
    """
    from netwerkkaart.inlezen import read_bladen, read_tabel
    from netwerkkaart.uitvoer.scenarioboek import is_table_sheet

    if blad is None:
        gevuld = [tabel for tabel in read_bladen(pad, alleen=is_table_sheet) if len(tabel)]
        if len(gevuld) == 1:
            return gevuld[0]
    return read_tabel(pad, blad=blad)


def _write_example(beeld: Beeld, pad: Path, regio: str | None) -> None:
    from netwerkkaart.analyse.scenario_voorbeeld import example_rows
    from netwerkkaart.cli.scherm import scherm, tell_next
    from netwerkkaart.uitvoer.scenarioboek import write_example

    write_example(example_rows(beeld, regio=regio), pad)
    scherm.print(f"Voorbeeld geschreven in {pad}", markup=False)
    tell_next([f"netwerkkaart analyse vooruitblik {pad} --analyse ketencijfers"])


def _compare(
    bron: Leesbron,
    beeld: Beeld,
    tabel: Tabel,
    gekozen: _Gekozen,
    drempels: Drempels,
    uit: Path | None,
    figuur: str | None,
) -> None:
    """Run each analysis twice and show what differs."""
    from netwerkkaart.analyse.scenario import apply_scenario
    from netwerkkaart.analyse.scenario_lezen import read_scenario
    from netwerkkaart.analyse.vooruitblik import compare
    from netwerkkaart.cli.scherm import busy, tell_meldingen
    from netwerkkaart.cli.uitkomsten import give_figuur, give_uitkomst

    scenario = read_scenario(tabel, beeld)
    tell_meldingen(tabel.meldingen)
    straks = apply_scenario(beeld, scenario)
    zinnen = [f"rij {ingreep.rij}: {ingreep.zin}" for ingreep in scenario.ingrepen]
    for nummer, (analyse, waarden) in enumerate(gekozen):
        with busy(f"Analyse {analyse.naam}, nu en met het scenario"):
            voor, na = (analyse.load()(b, drempels=drempels, **waarden) for b in (beeld, straks))
            uitkomst = compare(voor, na, sleutel=analyse.sleutel, ingrepen=zinnen)
        if citaat := bron.quote([analyse.naam], beeld.datum):
            uitkomst = replace(uitkomst, kanttekeningen=(*citaat, *uitkomst.kanttekeningen))
        if figuur is not None:
            give_figuur(_VERSCHIL, uitkomst, figuur, bron.editie.citaat_kort if bron.editie else "")
        if figuur is None or uit is not None:
            deel = (
                uit if uit is None or not nummer else uit.with_name(f"{uit.stem}-{analyse.naam}{uit.suffix}")
            )
            give_uitkomst(_VERSCHIL, uitkomst, deel)
