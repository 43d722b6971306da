"""``netwerkkaart agenda``: one page for the next meeting of a forum."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.leesbron import editie_option, open_leesbron
from netwerkkaart.cli.nederlands import Opdracht


@click.command(cls=Opdracht)
@click.argument("forum")
@click.option("--map", "map_", type=opties.BESTAND, default=None, help="Waar het komt; anders in exports.")
@opties.datum_option
@opties.profiel_option("Voor wie: wat die niet mag zien, staat niet op het blad.", openbaar=False)
@click.option("--docx", is_flag=True, help="Ook als Word-document, om in verder te schrijven.")
@opties.uit_option
@editie_option
@opties.store_option
def agenda(
    forum: str,
    map_: Path | None,
    datum: date | None,
    profiel: str,
    docx: bool,
    uit: Path | None,
    editie: str | None,
    store: str | None,
) -> None:
    """Schrijf één blad A4 voor de volgende bijeenkomst van een forum of lerend netwerk.

    Open acties, nieuwe banden tussen wie aan tafel zit, hiaten waar zij iets aan kunnen doen, goede
    praktijken die daarbij passen, en wat er sinds de vorige keer gebeurde. Met --uit komen alle punten in een
    tabel, ook wat niet op het blad past, met het bewijs bij elk.

    Voorbeeld: netwerkkaart agenda "Lokaal overleg Genk"
    """
    from rich.markup import escape

    from netwerkkaart.agenda.deelnemers import find_forum
    from netwerkkaart.agenda.maken import make_agenda
    from netwerkkaart.agenda.pagina import as_rooster, on_screen, page_path, write_agenda
    from netwerkkaart.agenda.verslag import check_docx, write_docx
    from netwerkkaart.cli.scherm import busy, scherm, show_rooster, tell_next
    from netwerkkaart.graph.lezen import read_beeld, read_bijnamen
    from netwerkkaart.graph.vrijgave import Profiel, beperk

    voor = Profiel(profiel)
    with busy("De graaf lezen"), open_leesbron(store, editie) as bron:
        alles, bijnamen = read_beeld(bron.store), read_bijnamen(bron.store)
    dag = bron.day(datum) or date.today()
    drempels = bron.thresholds(alles.op(dag))
    gezien = beperk(alles, voor)
    beeld = gezien.op(dag)
    knoop = find_forum(beeld, forum, bijnamen)
    with busy("De agenda maken"):
        blad = make_agenda(beeld, gezien.op, knoop, drempels, voor)
        blad = replace(blad, noten=(*bron.quote_short(dag), *blad.noten))
        map_ = map_ or Path("exports")
        word = page_path(blad, map_).with_suffix(".docx") if docx else None
        if word is not None:
            check_docx(word)
        pad = write_agenda(blad, map_)
        if word is not None:
            write_docx(blad, word)
    for rooster in on_screen(blad):
        show_rooster(rooster)
    if uit is not None:
        opties.give(as_rooster(blad), uit)
    scherm.print(f"[green]✓[/] Agenda geschreven: {escape(str(pad))}")
    bron.tell(dag)
    if word is not None:
        scherm.print(f"[green]✓[/] Om in te schrijven: {escape(str(word))}")
    if voor is Profiel.INTERN:
        tell_next(["Dit is intern: geef het niet door. Voor aan tafel: laat --profiel weg."])
    else:
        tell_next(["Open het in een browser en druk af met Ctrl+P: de agenda past op één blad A4."])
