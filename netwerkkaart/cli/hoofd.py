"""The top of the command line: the list of commands, and what happens when one fails."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

import click

from netwerkkaart.cli.lui import LuieGroep
from netwerkkaart.fouten import Afsluitcode, GebruikersFout

OPDRACHTEN = {
    "demo": (
        "netwerkkaart.cli.demo:demo",
        "Maak een voorbeeldregio met verzonnen organisaties, en toon de kaart.",
    ),
    "import": (
        "netwerkkaart.cli.invoer:invoer",
        "Lees een lijst in: scholen, organisaties, relaties, aanbod …",
    ),
    "werkboek": (
        "netwerkkaart.cli.werkboek:werkboek",
        "Schrijf een Excel-werkboek van een regio, om aan te vullen en weer in te lezen.",
    ),
    "analyse": ("netwerkkaart.cli.analyse:analyse", "Zoek hiaten, gesloten ketens, bruggen en tandems."),
    "drempels": ("netwerkkaart.cli.drempels:drempels", "Toon of verander de drempels van de analyses."),
    "kaart": ("netwerkkaart.cli.kaart:kaart", "Schrijf de kaart als één HTML-bestand."),
    "portaal": (
        "netwerkkaart.cli.portaal:portaal",
        "Schrijf een map met bladzijden over alle regio's, om offline te delen.",
    ),
    "fiche": (
        "netwerkkaart.cli.fiche:fiche",
        "Schrijf een blad over de keten van een school, of «dit staat over u».",
    ),
    "agenda": (
        "netwerkkaart.cli.agenda:agenda",
        "Schrijf één blad A4 voor de volgende bijeenkomst van een forum.",
    ),
    "rapport": (
        "netwerkkaart.cli.rapport:rapport",
        "Maak een rapport in Word, als webpagina of als PDF, of een overdrachtspakket.",
    ),
    "export": (
        "netwerkkaart.cli.export:export",
        "Schrijf de graaf voor een ander programma: Excel, Gephi, Kumu, QGIS, Neo4j …",
    ),
    "neerleggen": (
        "netwerkkaart.cli.neerleggen:neerleggen",
        "Maak één ZIP voor een data-archief, met controlesommen, licentie en metadata.",
    ),
    "pseudoniem": (
        "netwerkkaart.cli.pseudoniem:pseudoniem",
        "Schrijf het netwerk onder pseudoniem, voor onderzoekers.",
    ),
    "editie": (
        "netwerkkaart.cli.editie:editie",
        "Leg een stand vast als editie die niet verandert, en zie wat sindsdien verbeterd is.",
    ),
    "query": (
        "netwerkkaart.cli.query:query",
        "Stel een vraag in Cypher, uit de bibliotheek of zelf geschreven.",
    ),
    "stand": (
        "netwerkkaart.cli.stand:stand",
        "Toon wat er in de graaf staat, en wat een goede volgende stap is.",
    ),
    "toon": (
        "netwerkkaart.cli.toon:toon",
        "Toon alles wat van één organisatie bekend is, en waar het vandaan komt.",
    ),
    "dubbels": (
        "netwerkkaart.cli.dubbels:dubbels",
        "Zoek wat dubbel in de graaf staat, en voeg het samen.",
    ),
    "koppeling": (
        "netwerkkaart.cli.koppeling:koppeling",
        "Zeg wat de koppen en woorden van een bron betekenen.",
    ),
    "bevraging": (
        "netwerkkaart.cli.bevraging:bevraging",
        "Vraag partners met wie ze werken: kies wie, maak formulieren, lees antwoorden.",
    ),
    "gebied": (
        "netwerkkaart.cli.gebied:gebied_groep",
        "Laad officiële gemeentegrenzen, of zoek een gemeente op.",
    ),
    "archief": ("netwerkkaart.cli.archief:archief", "Bewaar de hele graaf in één neutraal archief."),
    "persoon": (
        "netwerkkaart.cli.persoon:persoon",
        "Toon welke personen bewaard zijn, of wis er een met bewijs.",
    ),
    "levering": (
        "netwerkkaart.cli.uitwisseling:levering",
        "Toon wie wat leverde, hoe oud het is, en wat nog niet in kaart is.",
    ),
    "herstel": ("netwerkkaart.cli.archief:herstel", "Vul een lege graaf uit een archief."),
    "stijl": ("netwerkkaart.cli.stijl:stijl", "Schrijf een stijlblad voor Neo4j Browser of Bloom."),
    "kopieer": ("netwerkkaart.cli.kopieer:kopieer", "Kopieer een hele graaf naar een andere opslag."),
    "herbouw": (
        "netwerkkaart.cli.herbouw:herbouw",
        "Maak dezelfde graaf opnieuw, uit de bewaarde bestanden en het journaal.",
    ),
}


@click.group(
    cls=LuieGroep,
    lui=OPDRACHTEN,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
    epilog="Begin met: netwerkkaart demo",
)
@click.version_option(
    package_name="netwerkkaart",
    prog_name="netwerkkaart",
    message="%(prog)s %(version)s",
    help="Toon de versie.",
)
def hoofd() -> None:
    """Netwerkkaart: wie werkt samen rond schooluitval, waar ontbreekt hulp, en wat helpt het meest."""


def run(argumenten: Sequence[str]) -> int:
    """Run one command; every failure becomes a Dutch sentence and an exit code."""
    for stroom in (sys.stdout, sys.stderr):
        # A Windows console may be cp1252: a name with an unknown sign must not stop the command.
        if hasattr(stroom, "reconfigure"):
            stroom.reconfigure(errors="replace")
    try:
        uitkomst = hoofd.main(list(argumenten), prog_name="netwerkkaart", standalone_mode=False)
    except GebruikersFout as fout:
        _tell(fout)
        return int(fout.code)
    except click.exceptions.NoArgsIsHelpError as fout:
        click.echo(fout.format_message())
        return int(Afsluitcode.VERKEERD_GEBRUIK)
    except click.ClickException as fout:
        from netwerkkaart.cli.gebruik import usage_sentence

        click.secho(usage_sentence(fout), fg="red", err=True)
        return int(Afsluitcode.VERKEERD_GEBRUIK)
    except (KeyboardInterrupt, click.Abort):
        click.echo("Afgebroken. Er is niets gewijzigd.", err=True)
        return int(Afsluitcode.AFGEBROKEN)
    except BrokenPipeError:
        # The reader of a pipe (head, less) went away: that is no fault.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(Afsluitcode.GOED)
    except Exception:
        traceback.print_exc()
        click.secho("Dit had niet mogen gebeuren: een fout in het programma, niet bij u.", fg="red", err=True)
        click.echo("Stuur de tekst hierboven naar wie het programma onderhoudt.", err=True)
        return int(Afsluitcode.ONVERWACHT)
    return uitkomst if isinstance(uitkomst, int) else int(Afsluitcode.GOED)


def _tell(fout: GebruikersFout) -> None:
    from netwerkkaart.cli.scherm import tell_meldingen

    if fout.meldingen:
        tell_meldingen(fout.meldingen)
    click.secho(fout.tekst, fg="red", err=True)
    if fout.hulp:
        click.echo(fout.hulp, err=True)
