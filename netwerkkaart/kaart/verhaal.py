"""A story: views of the map in an order, with text, made in the page and put into the next file.

The file is JSON: ``{"formaat": "netwerkkaart-verhaal", "versie": 1, "titel": …, "stukken": [{"beeld":
"#netwerk&kies=…", "kop": …, "tekst": …}]}``. A ``beeld`` is the address of a view within the page. The
page reads it by the same rules (``web/src/verhaal/stuk.ts``); texts are shown as text alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast
from urllib.parse import unquote

from netwerkkaart.fouten import GebruikersFout, Melding, OnleesbaarBestand
from netwerkkaart.kaart.resultaten import Blok

FORMAAT = "netwerkkaart-verhaal"
VERSIE = 1
WEERGAVEN = (
    "overzicht", "geografisch", "netwerk", "matrix", "keten", "tandem", "tijd", "bruggen", "tabel",
)  # fmt: skip
"""The views that an address may name."""
MEESTE_STUKKEN = 200
MEESTE_BYTES = 1_000_000
_LENGTE = {"beeld": 4000, "kop": 200, "tekst": 4000}
_VERWACHT = "een bestand dat de kaart bewaarde met Verhaal, Bewaar als bestand"


@dataclass(frozen=True, slots=True)
class Stuk:
    """One view of a story.

    Args:
        beeld: its address within the page, from ``#`` on.
        kop, tekst: what is told over it.
    """

    beeld: str
    kop: str = ""
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class Verhaal:
    """Views in order.

    Args:
        titel: name of the story.
        stukken: the views.
        bestand: name of the file it came from, for messages.
    """

    titel: str
    stukken: tuple[Stuk, ...]
    bestand: str = ""

    def block(self) -> Blok:
        """What the page reads, and what a file holds."""
        stukken = [{"beeld": s.beeld, "kop": s.kop, "tekst": s.tekst} for s in self.stukken]
        return {"formaat": FORMAAT, "versie": VERSIE, "titel": self.titel, "stukken": stukken}


def read_verhaal(pad: Path) -> Verhaal:
    """Read a story from a file; all faults at once.

    Raises:
        OnleesbaarBestand: it cannot be read, is no JSON, or is no story.
        GebruikersFout: a piece is not as it should be.
    """
    gelezen = _load(pad)
    if not isinstance(gelezen, dict) or gelezen.get("formaat") != FORMAAT:
        raise _onleesbaar(pad, "Dit is geen verhaal van Netwerkkaart.")
    if gelezen.get("versie") != VERSIE:
        raise _onleesbaar(pad, "Dit verhaal komt van een andere versie van Netwerkkaart.")
    stukken, titel = gelezen.get("stukken"), gelezen.get("titel", "")
    meldingen = []
    if not isinstance(titel, str) or len(titel) > _LENGTE["kop"]:
        verwacht = f"een tekst van hoogstens {_LENGTE['kop']} tekens"
        meldingen.append(Melding("De titel klopt niet.", verwacht, pad.name))
    if not isinstance(stukken, list) or not 1 <= len(stukken) <= MEESTE_STUKKEN:
        verwacht = f"een lijst van 1 tot {MEESTE_STUKKEN} stukken"
        meldingen.append(Melding('"stukken" klopt niet.', verwacht, pad.name))
        stukken = []
    goed = [stuk for nr, ruw in enumerate(stukken, 1) if (stuk := _piece(ruw, nr, pad.name, meldingen))]
    if meldingen:
        raise GebruikersFout("Het verhaal heeft fouten.", meldingen=meldingen)
    return Verhaal(str(titel), tuple(goed), pad.name)


def _load(pad: Path) -> object:
    try:
        if pad.stat().st_size > MEESTE_BYTES:
            raise _onleesbaar(pad, "Dit bestand is te groot voor een verhaal.")
        return json.loads(pad.read_text("utf-8-sig"))
    except FileNotFoundError:
        raise _onleesbaar(pad, "Dit bestand bestaat niet.") from None
    except json.JSONDecodeError as fout:
        plaats = f"regel {fout.lineno}, teken {fout.colno}"
        raise _onleesbaar(pad, f"Dit is geen JSON: het loopt fout op {plaats}.") from fout
    except (OSError, UnicodeDecodeError, RecursionError) as fout:
        raise _onleesbaar(pad, "Dit bestand kan niet gelezen worden.") from fout


def _onleesbaar(pad: Path, tekst: str) -> OnleesbaarBestand:
    return OnleesbaarBestand(tekst, meldingen=[Melding(tekst, _VERWACHT, pad.name)])


def _piece(ruw: object, nr: int, bestand: str, meldingen: list[Melding]) -> Stuk | None:
    """One piece as it stands; what is wrong with it is gathered."""
    if not isinstance(ruw, dict) or not isinstance(ruw.get("beeld"), str):
        verwacht = 'een stuk met "beeld", "kop" en "tekst"'
        meldingen.append(Melding(f"Stuk {nr} heeft geen beeld.", verwacht, bestand))
        return None
    delen = {naam: ruw.get(naam, "") for naam in _LENGTE}
    for naam, meest in _LENGTE.items():
        if not isinstance(delen[naam], str) or len(delen[naam]) > meest:
            tekst = f'Stuk {nr}: "{naam}" klopt niet.'
            meldingen.append(Melding(tekst, f"een tekst van hoogstens {meest} tekens", bestand))
    return Stuk(**{naam: str(waarde) for naam, waarde in delen.items()})


def check_verhaal(verhaal: Verhaal, gegevens: Blok) -> None:
    """Check that a map has what a story shows: views, organisations, municipalities.

    Args:
        verhaal: the story.
        gegevens: the data of the page (:func:`netwerkkaart.kaart.gegevens.make_gegevens`).

    Raises:
        GebruikersFout: a piece asks for what is not there; every such place is told.
    """
    kent = {
        "organisatie": set(_column(gegevens, "organisaties", "id")),
        "gemeente": set(_column(gegevens, "gemeenten", "nis")),
    }
    meldingen = []
    for nr, stuk in enumerate(verhaal.stukken, 1):
        wie = f"Stuk {nr} ({stuk.kop})" if stuk.kop else f"Stuk {nr}"
        view, delen = _parts(stuk.beeld)
        if view not in WEERGAVEN:
            tekst = f"{wie}: deze weergave bestaat niet."
            meldingen.append(Melding(tekst, ", ".join(WEERGAVEN), verhaal.bestand, waarde=view))
        for soort, code in _asked(delen):
            if code not in kent[soort]:
                tekst = f"{wie}: deze {soort} staat niet op de kaart."
                verwacht = "wat in deze regio en dit profiel zichtbaar is"
                meldingen.append(Melding(tekst, verwacht, verhaal.bestand, waarde=code))
    if meldingen:
        raise GebruikersFout(
            "Het verhaal past niet bij deze kaart.",
            hulp="Open de kaart zonder --verhaal, laad het verhaal daar en zet de stukken goed.",
            meldingen=meldingen,
        )


def too_large(verhaal: Verhaal) -> GebruikersFout:
    """What to raise when a network is too large to show apart, so that no story fits it."""
    tekst = "Dit netwerk is te groot voor een verhaal: de kaart toont dan alleen cijfers per gemeente."
    return GebruikersFout(
        tekst, hulp="Kies één regio met --regio.", meldingen=[Melding(tekst, bestand=verhaal.bestand)]
    )


def _column(gegevens: Blok, blok: str, kolom: str) -> list[str]:
    return cast(dict[str, list[str]], gegevens[blok])[kolom]


def _parts(beeld: str) -> tuple[str, dict[str, str]]:
    """View and parts of an address, as they stand in it.

    >>> _parts("#netwerk&kies=a%20b&thema=2")
    ('netwerk', {'kies': 'a%20b', 'thema': '2'})
    """
    view, *rest = beeld.removeprefix("#").split("&")
    return view, {deel.partition("=")[0]: deel.partition("=")[2] for deel in rest}


def _asked(delen: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The organisations and municipalities that an address names.

    >>> list(_asked({"kies": "a%3Ab", "hand": "vergelijk", "greep": "x,@clb.71016...;$y"}))
    [('organisatie', 'a:b'), ('organisatie', 'x'), ('gemeente', '71016')]
    """
    if kies := delen.get("kies"):
        yield "organisatie", unquote(kies)
    if gemeente := delen.get("gemeente"):
        yield "gemeente", unquote(gemeente)
    for term in re.split("[,;]", delen.get("greep", "")):
        if term.startswith("@") and delen.get("hand", "").startswith("vergelijk"):
            if nis := ([*term.split("."), ""])[1]:
                yield "gemeente", nis
        elif term and not term.startswith(("$", "@")):
            yield "organisatie", unquote(term)
