"""Making a round: one form per respondent in a folder, and the list by which they are sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path

from netwerkkaart.bestanden import write_atomic
from netwerkkaart.bevraging.formulier import Formuliermaker
from netwerkkaart.bevraging.pagina import make_pagina
from netwerkkaart.bevraging.ronde import Ronde, file_names
from netwerkkaart.bevraging.verzending import KOPPEN, merge_rows, write_list
from netwerkkaart.bevraging.werkmap import make_werkmap
from netwerkkaart.fouten import GebruikersFout, NietGevonden
from netwerkkaart.graph.afscherming import Afscherming
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.vrijgave import Profiel, beperk_zonder
from netwerkkaart.schema.vocabularia import fold

VERZENDLIJST = "verzendlijst.xlsx"
VORMEN = ("xlsx", "html", "beide")


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """What was written.

    Args:
        map: the folder.
        verzendlijst: the mail-merge list in it.
        formulieren: number of forms.
        zonder_adres: names of the respondents of whom no e-mail address is known.
    """

    map: Path
    verzendlijst: Path
    formulieren: int
    zonder_adres: tuple[str, ...]


def find_respondents(beeld: Beeld, teksten: Sequence[str]) -> list[str]:
    """Ids of the organisations that a list names, by id or by a name that only one of them has.

    Raises:
        NietGevonden: a text that means none or several; all of them are named.
    """
    namen: dict[str, list[str]] = {}
    for knoop in range(beeld.aantal_organisaties):
        if beeld.label(knoop) != "Bestuur":
            namen.setdefault(fold(beeld.naam(knoop)), []).append(beeld.ids[knoop])
    uit, fout = dict[str, None](), []
    for tekst in teksten:
        knoop_ = beeld.nummer.get(tekst)
        bekend = knoop_ is not None and knoop_ < beeld.aantal_organisaties
        gevonden = [tekst] if bekend else namen.get(fold(tekst), [])
        if len(gevonden) == 1:
            uit[gevonden[0]] = None
        else:
            fout.append(f'"{tekst}"' + (f" ({len(gevonden)} organisaties)" if gevonden else ""))
    if fout:
        raise NietGevonden(
            f"{len(fout)} respondenten zijn niet gevonden: {', '.join(fout[:10])}.",
            hulp="Geef codes, of namen die maar één keer voorkomen; zo'n lijst maakt: bevraging kies --uit "
            "lijst.csv",
        )
    return list(uit)


def write_forms(
    beeld: Beeld,
    ronde: Ronde,
    respondenten: Sequence[str],
    map_: Path,
    *,
    vorm: str = "xlsx",
    met_personen: bool = False,
) -> Gemaakt:
    """Write the forms and the list of a round into a folder of its own.

    Args:
        beeld: the view at a date, with all that coordinators may see; forms hold what partners may see.
        ronde: the round.
        respondenten: ids of organisations.
        map_: the folder; made when it does not exist, and refused when there is anything in it.
        vorm: ``xlsx``, ``html`` or ``beide``.
        met_personen: whether the list names contact persons.

    Raises:
        GebruikersFout: the folder is not empty, a respondent may not be shown to partners, or a file
            cannot be written.
    """
    if map_.is_dir() and any(map_.iterdir()):
        raise GebruikersFout(
            f"De map {map_} is niet leeg.", hulp="Kies een andere met --uit, of maak ze eerst leeg."
        )
    klein = beperk_zonder(beeld)
    # A sole practitioner is in nobody's form but her own.
    afgeschermd = Afscherming.of(Profiel.PARTNERS, beeld).ids
    eigen = {id_: beperk_zonder(beeld, id_) for id_ in respondenten if id_ in afgeschermd}
    intern = [
        beeld.naam(beeld.nummer[id_]) for id_ in respondenten if id_ not in eigen.get(id_, klein).nummer
    ]
    if intern:
        raise GebruikersFout(
            f"Voor {', '.join(intern[:5])} kan geen formulier gemaakt worden: de gegevens zijn intern.",
            hulp="Zet de vrijgave op partners, of laat deze organisaties weg.",
        )
    map_.mkdir(parents=True, exist_ok=True)
    maker = Formuliermaker(klein, ronde)
    namen = file_names([(id_, beeld.naam(beeld.nummer[id_])) for id_ in respondenten])
    bestanden: dict[str, str] = {}
    for id_, naam in namen.items():
        formulier = (Formuliermaker(eigen[id_], ronde) if id_ in eigen else maker).make(id_)
        gemaakt = []
        if vorm in ("xlsx", "beide"):
            write_atomic(map_ / f"{naam}.xlsx", make_werkmap(formulier))
            gemaakt.append(f"{naam}.xlsx")
        if vorm in ("html", "beide"):
            write_atomic(map_ / f"{naam}.html", make_pagina(formulier))
            gemaakt.append(f"{naam}.html")
        bestanden[id_] = "; ".join(gemaakt)
    rijen = merge_rows(beeld, ronde, bestanden, met_personen=met_personen)
    lijst = map_ / VERZENDLIJST
    write_list(KOPPEN, rijen, lijst, datetime.combine(ronde.datum, time()))
    email = KOPPEN.index("e-mail")
    return Gemaakt(map_, lijst, len(bestanden), tuple(rij[0] for rij in rijen if not rij[email]))
