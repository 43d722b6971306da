"""From sheets to pages: HTML that needs no network and no script, and prints one A4 page per school."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from netwerkkaart.analyse.basis import SCHOLEN, counted, number
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.fiche import tekens, zinnen
from netwerkkaart.fiche.aanbodlijst import choose_rows
from netwerkkaart.fiche.model import Aanbodregel, Fiche, Stapblad
from netwerkkaart.graph.vrijgave import Profiel

_KAMER = "netwerkkaart.fiche"
RAIL_BREED = 706
_RUIMTE = {0: 0, 1: 31, 2: 24, 3: 17, 4: 10, 5: 9, 6: 5}
"""Lines of the table that fit on one page beside so many steps; the styles fix the height of all else."""
_TITEL = 42
"""Signs that are sure to fit on one line of the heading; a second line takes two of the table."""


@dataclass(frozen=True, slots=True)
class Blad:
    """A sheet, laid out for the template.

    Args:
        fiche: the sheet.
        anker: id of its element.
        zinnen: theme and what is found of it.
        stations: the rail: step, where its segment begins, where its station stands.
        ladders: step, its organisations as drawn, and the same in a sentence.
        grens: where the dotted line stands that no route passes.
        regels, weg: rows of the table, and how many offers are left out.
        breed, ladderbreed: widths of the rail and of a ladder.
        drempels: the thresholds in words.
    """

    fiche: Fiche
    anker: str
    zinnen: list[tuple[str, str]]
    stations: list[tuple[Stapblad, float, float]]
    ladders: list[tuple[Stapblad, list[tekens.Plek], str]]
    grens: float
    regels: list[Aanbodregel]
    weg: int
    breed: int
    ladderbreed: int
    drempels: str


def lay_out(fiche: Fiche, drempels: Drempels, anker: str) -> Blad:
    """Lay one sheet out. Pure."""
    per_thema = {thema: [stap for stap in fiche.stappen if stap.thema == thema] for thema in fiche.themas}
    ruimte = _RUIMTE[len(fiche.stappen)] - 2 * (
        len(fiche.noten)
        + (fiche.profiel is Profiel.INTERN)
        + (len(fiche.stappen) < 5 and len(fiche.naam + fiche.gemeente) > _TITEL)
    )
    regels, weg = choose_rows(fiche.aanbod, max(ruimte, 2))
    return Blad(
        fiche,
        anker,
        [
            (t, zinnen.summary(sum(s.oordeel == "gesloten" for s in ss), len(ss)))
            for t, ss in per_thema.items()
        ],
        tekens.rail(fiche.stappen, RAIL_BREED),
        [(s, tekens.place(s, fiche.schakels), tekens.ladder_text(s)) for s in fiche.stappen],
        round(tekens.BREED * (fiche.schakels + 1) / (fiche.schakels + 2), 1),
        regels,
        weg,
        RAIL_BREED,
        tekens.BREED,
        f"{drempels.zinnen()['schakels']} {drempels.zinnen()['wachttijd_weken']}",
    )


def make_page(fiches: Sequence[Fiche], drempels: Drempels = STANDAARD, *, terug: str = "") -> str:
    """One page with a sheet for each school; the same sheets give the same bytes.

    Args:
        fiches: the sheets.
        drempels: the thresholds that they were computed with.
        terug: address of the list of schools; empty: there is none.
    """
    bladen = [lay_out(fiche, drempels, f"s{nr}") for nr, fiche in enumerate(fiches, start=1)]
    naam = fiches[0].naam if len(fiches) == 1 else counted(len(fiches), *SCHOLEN)
    return render(
        "fiche.html.j2", read_style("fiche.css"), titel=f"Schoolfiche: {naam}", bladen=bladen, terug=terug
    )


@dataclass(frozen=True, slots=True)
class Indexrij:
    """One school in the list: its name, its file, and the steps of theme 1 and of theme 2."""

    naam: str
    bestand: str
    themas: tuple[list[Stapblad], list[Stapblad]]


def make_index(fiches: Sequence[Fiche], bestanden: Sequence[str], samen: str, waar: str) -> str:
    """The list of schools by municipality, each with a link to its file.

    Args:
        fiches: the sheets, in order of municipality.
        bestanden: name of the file of each.
        samen: name of the file that has them all.
        waar: name of the area.
    """
    groepen: dict[str, list[Indexrij]] = {}
    for fiche, bestand in zip(fiches, bestanden, strict=True):
        een, twee = ([s for s in fiche.stappen if s.thema == thema] for thema in ("1", "2"))
        groepen.setdefault(fiche.gemeente or "Gemeente niet gekend", []).append(
            Indexrij(fiche.naam, bestand, (een, twee))
        )
    dicht = sum(bool(f.stappen) and f.gesloten == len(f.stappen) for f in fiches)
    return render(
        "index.html.j2",
        read_style("fiche.css") + read_style("index.css"),
        titel=f"Schoolfiches {waar}",
        zin=f"{waar}: bij {number(dicht)} van de {counted(len(fiches), *SCHOLEN)} is elke stap bereikbaar.",
        datum=fiches[0].datum,
        intern=fiches[0].profiel is Profiel.INTERN,
        aantal=len(fiches),
        samen=samen,
        groepen=[(naam, f"g{nr}", rijen) for nr, (naam, rijen) in enumerate(groepen.items(), start=1)],
    )


def render(sjabloon: str, stijl: str, *, kamer: str = _KAMER, **waarden: object) -> str:
    """Fill a template of a room; the policy in it allows this style sheet and nothing else."""
    tekst = _environment(kamer).get_template(sjabloon).render(
        stijl=stijl,
        beleid=_policy(stijl),
        woorden=tekens.OORDEELWOORD,
        codes=tekens.OORDEELCODE,
        tekens=tekens.TEKENS,
        **waarden,
    )  # fmt: skip
    return tekst + "\n"


@cache
def _environment(kamer: str) -> Environment:
    omgeving = Environment(
        loader=PackageLoader(kamer, "sjablonen"),
        autoescape=select_autoescape(["html.j2"]),
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    omgeving.filters |= {"dag": _day, "breekbaar": tekens.breakable}
    return omgeving


def _day(dag: date | None) -> str:
    return zinnen.day(dag) if dag else ""


@cache
def read_style(naam: str, *, kamer: str = _KAMER) -> str:
    """A style sheet of a room, the same bytes on every platform."""
    return files(kamer).joinpath("sjablonen", naam).read_text("utf-8").replace("\r\n", "\n")


def _policy(stijl: str) -> str:
    """Content-Security-Policy that allows this one style sheet and nothing else."""
    hash_ = base64.b64encode(hashlib.sha256(stijl.encode()).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{hash_}'; base-uri 'none'; form-action 'none'"
