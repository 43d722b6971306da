"""Pages of the portal as text: relative links, an inline style, and an inline script where one searches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from netwerkkaart.analyse.bevinding import Bevinding
from netwerkkaart.analyse.indicatoren import ALLES, Indicator
from netwerkkaart.analyse.uitkomst import Uitkomst
from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.kaart.sjabloon import json_block, policy, script_text
from netwerkkaart.portaal.hoofdstukken import HOOFDSTUKKEN, Deel, Hoofdstuk
from netwerkkaart.portaal.koppen import make_kop
from netwerkkaart.portaal.panelen import make_panels
from netwerkkaart.schema.vocabularia import REGIO
from netwerkkaart.uitvoer.tabel import as_text
from netwerkkaart.uitvoer.tekening_woorden import written

_VOET = (
    "Berekend met Netwerkkaart uit wat in de graaf staat. "
    "Elke bladzijde werkt zonder internet; houd de map bij elkaar."
)


@dataclass(frozen=True, slots=True)
class Regio:
    """A region on the first page.

    Args:
        code, naam: the region.
        zinnen: what is found of it.
        leeg: nothing is known of it.
    """

    code: str
    naam: str
    zinnen: tuple[str, ...] = ()
    leeg: bool = False


@dataclass(frozen=True, slots=True)
class Wegen:
    """Where one goes from the first page of a region.

    Args:
        fiches: the folder of its sheets; empty when there are none.
        samengevat: its map is summed per municipality, so that no finding can be shown on it.
    """

    fiches: str = ""
    samengevat: bool = False


@dataclass(frozen=True, slots=True)
class Kader:
    """What all pages share.

    Args:
        datum: reference date.
        profiel: for whom they are.
        editie: sentences about the edition that they are made from; none: the living graph.
    """

    datum: date
    profiel: Profiel
    editie: tuple[str, ...] = ()


def make_front(
    kader: Kader,
    uitkomst: Uitkomst[Indicator],
    regios: Sequence[Regio],
    zoeklijst: Mapping[str, object],
    *,
    apart: bool = True,
) -> str:
    """The first page: regions, indicators, and the search over all.

    ``apart`` says that the map of every region shows each organisation.
    """
    script = script_text(_asset("zoek.js"))
    nav = [("index.html", "Overzicht", True), ("kaart.html", "Kaart", False)]
    nav += [(f"{r.code}/index.html", r.naam, False) for r in regios if not r.leeg]
    rijen = list(uitkomst.rijen)
    gebieden = list(dict.fromkeys((rij.gebied, rij.gebied_naam) for rij in rijen))
    return _render(
        "index.html.j2",
        kader,
        titel="Netwerkkaart: Vlaanderen en Brussel",
        navnaam="Regio's",
        nav=nav,
        op="",
        scripts=[script],
        hoofd=make_kop(uitkomst, ALLES, "Vlaanderen en Brussel"),
        regios=regios,
        apart=apart,
        hoofdstukken=HOOFDSTUKKEN,
        panelen=make_panels(rijen),
        gebieden=[naam for _, naam in gebieden],
        cijfers=_figures(rijen, [code for code, _ in gebieden]),
        noten=uitkomst.kanttekeningen,
        gegevens=json_block(zoeklijst),
        script=script,
    )


def make_region(
    kader: Kader,
    regio: str,
    uitkomst: Uitkomst[Indicator],
    bevindingen: Sequence[Bevinding],
    wegen: Wegen = Wegen(),
) -> str:
    """The first page of a region."""
    geheel = {(r.code, r.leeftijd): r.in_woorden for r in uitkomst.rijen if r.gebied == ALLES}
    return _render(
        "regio.html.j2",
        kader,
        titel=f"Netwerkkaart {REGIO.woord(regio)}",
        navnaam=REGIO.woord(regio),
        nav=_nav("index"),
        op="../",
        scripts=[],
        hoofd=make_kop(uitkomst, regio, REGIO.woord(regio)),
        naam=REGIO.woord(regio),
        bevindingen=bevindingen,
        wegen=wegen,
        hoofdstukken=HOOFDSTUKKEN,
        indicatoren=[(r, geheel[r.code, r.leeftijd]) for r in uitkomst.rijen if r.gebied == regio],
    )


def make_chapter(kader: Kader, regio: str, hoofdstuk: Hoofdstuk, delen: Sequence[Deel]) -> str:
    """One further page of a region."""
    return _render(
        "hoofdstuk.html.j2",
        kader,
        titel=f"{hoofdstuk.titel}: {REGIO.woord(regio)}",
        navnaam=REGIO.woord(regio),
        nav=_nav(hoofdstuk.naam),
        op="../",
        scripts=[],
        kop=f"{hoofdstuk.titel} in {REGIO.woord(regio)}",
        inleiding=hoofdstuk.inleiding,
        delen=delen,
    )


def _nav(hier: str) -> list[tuple[str, str, bool]]:
    """Links on each page of a region; the map is a page of its own, without these."""
    paginas = [("index", "Regio"), *((h.naam, h.titel) for h in HOOFDSTUKKEN)]
    uit = [("../index.html", "Vlaanderen en Brussel", False)]
    uit += [(f"{naam}.html", woord, naam == hier) for naam, woord in paginas]
    return [*uit[:2], ("kaart.html", "Kaart", False), *uit[2:]]


def _figures(rijen: Sequence[Indicator], gebieden: Sequence[str]) -> list[tuple[str, str, list[str]]]:
    """A row per indicator, with what each area has of it in words."""
    per_vak = {(r.code, r.leeftijd, r.gebied): r.in_woorden for r in rijen}
    soorten = dict.fromkeys((r.code, r.leeftijd, r.indicator) for r in rijen)
    return [
        (naam, leeftijd, [per_vak.get((code, leeftijd, g), "") for g in gebieden])
        for code, leeftijd, naam in soorten
    ]


def _render(sjabloon: str, kader: Kader, *, scripts: list[str], **waarden: object) -> str:
    stijl = _asset("portaal.css")
    tekst = _environment().get_template(sjabloon).render(
        stijl=stijl,
        beleid=policy(scripts, [stijl]),
        datum=kader.datum,
        intern=kader.profiel is Profiel.INTERN,
        voet=" ".join((*kader.editie, _VOET)),
        **waarden,
    )  # fmt: skip
    return tekst + "\n"


@cache
def _environment() -> Environment:
    omgeving = Environment(
        loader=PackageLoader("netwerkkaart.portaal", "sjablonen"),
        autoescape=select_autoescape(["html.j2"]),
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    omgeving.filters |= {"tekst": as_text, "getal": written, "dag": lambda dag: f"{dag:%d-%m-%Y}"}
    return omgeving


@cache
def _asset(naam: str) -> str:
    return (Path(__file__).parent / "sjablonen" / naam).read_text("utf-8").replace("\r\n", "\n")
