"""``netwerkkaart pseudoniem``: the network under pseudonyms, for researchers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.leesbron import editie_option, open_leesbron
from netwerkkaart.cli.nederlands import Opdracht
from netwerkkaart.fouten import Afsluitcode, GebruikersFout


@click.command(cls=Opdracht)
@click.option(
    "--sleutel",
    type=opties.BESTAND,
    required=True,
    help="Bestand met de sleutel, buiten de map van de uitvoer; wordt gemaakt als het er niet is.",
)
@click.option("--k", "k", type=int, default=5, show_default=True, help="Kleinste groep die getoond wordt.")
@click.option("--uit", type=opties.BESTAND, required=True, help="ZIP-bestand.")
@opties.datum_option
@editie_option
@opties.store_option
def pseudoniem(
    sleutel: Path, k: int, uit: Path, datum: date | None, editie: str | None, store: str | None
) -> None:
    """Schrijf organisaties en banden onder pseudoniem, voor onderzoekers onder overeenkomst.

    Zonder namen, gemeenten, datums en bronnen, en zonder wat niet voor onderzoek gegeven is. Wie deze sleutel
    heeft, kan elk pseudoniem opnieuw maken: bewaar hem, en geef hem niet door.

    Voorbeeld: netwerkkaart pseudoniem --sleutel ~/netwerkkaart.sleutel --uit onderzoek/netwerk.zip
    """
    from netwerkkaart.bestanden import open_atomic
    from netwerkkaart.cli.scherm import busy, scherm, tell_next
    from netwerkkaart.export.pseudoniem import pseudonymise
    from netwerkkaart.export.pseudoniem_pakket import files, told
    from netwerkkaart.export.pseudoniem_sleutel import check_place, read_key
    from netwerkkaart.export.schrijven import write_zip
    from netwerkkaart.graph.archief_delen import read_content
    from netwerkkaart.graph.beeld import Beeld
    from netwerkkaart.graph.onderzoek import for_research
    from netwerkkaart.graph.store import snapshot
    from netwerkkaart.graph.vrijgave import Profiel, beperk

    if uit.suffix.lower() != ".zip":
        raise GebruikersFout(
            f'De uitvoer heet niet "{uit.name}".',
            hulp="Kies een naam die eindigt op .zip.",
            code=Afsluitcode.VERKEERD_GEBRUIK,
        )
    check_place(sleutel, uit)
    with busy("De graaf lezen"), open_leesbron(store, editie) as bron:
        dag = bron.day(datum) or date.today()
        with snapshot(bron.store) as read:
            inhoud = for_research(read_content(read), dag).inhoud
    with busy("Pseudoniemen maken"):
        relaties = [(t, van, naar, {**eigen, "rid": rid}) for t, rid, van, naar, eigen in inhoud.relaties]
        beeld = beperk(Beeld.from_rows(inhoud.knopen, relaties).op(dag), Profiel.PARTNERS)
        code, nieuw = read_key(sleutel)
        net = pseudonymise(beeld, code, k)
        with open_atomic(uit) as doel:
            write_zip(files(net, bron.quote(dag=dag)), doel)
    if nieuw:
        scherm.print(f"Nieuwe sleutel: {sleutel}. Bewaar hem goed, en geef hem nooit door.", markup=False)
    aantallen = f"{len(net.organisaties)} organisaties, {len(net.banden)} banden"
    scherm.print(f"Geschreven: {uit} ({aantallen})", markup=False)
    for zin in told(net):
        scherm.print(zin, markup=False)
    bron.tell(dag)
    tell_next(
        [
            "Dit is niet anoniem: wie een deel van het netwerk kent, kan het herkennen (docs/privacy.md).",
            "Geef het alleen met een overeenkomst; LEESMIJ.md in de ZIP zegt wat erin moet staan.",
        ]
    )
