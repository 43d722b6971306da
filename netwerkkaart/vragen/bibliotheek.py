"""Finding and reading the queries: each file says in its header what it asks, takes and gives.

A header line is ``// sleutel: waarde``. ``parameter`` and ``kolom`` may stand more than once; their
parts are parted by ``|``::

    // titel: Scholen zonder CLB
    // vraag: Welke scholen hebben geen CLB?
    // parameter: regio | tekst | limburg | Code van de regio; leeg: overal.
    // kolom: school | Naam van de school
    // bron: oproep lerende netwerken, mei 2020
    // grenzen: Geen band bekend is niet hetzelfde als geen band.
    // voorbeeld: De Ark

``voorbeeld`` is the whole answer, one line per row, on the small region of ``docs/queries.md``; a test runs
each query there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from netwerkkaart.fouten import GebruikersFout, NetwerkkaartError, NietGevonden

SOORTEN = ("tekst", "getal", "kommagetal", "datum", "teksten")


class VraagError(NetwerkkaartError):
    """A query file with a wrong header: a fault of its author."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: name, kind of value, default as text, explanation."""

    naam: str
    soort: str
    standaard: str
    uitleg: str

    def read(self, tekst: str, vandaag: date) -> object:
        """The value that a text means.

        Raises:
            GebruikersFout: the text is not of this kind.
        """
        try:
            if self.soort == "getal":
                return int(tekst)
            if self.soort == "kommagetal":
                return float(tekst.replace(",", "."))
            if self.soort == "datum":
                return vandaag if tekst in ("", "vandaag") else date.fromisoformat(tekst)
        except ValueError:
            raise GebruikersFout(
                f'De waarde "{tekst}" past niet bij {self.naam}: verwacht een {self.soort}.'
            ) from None
        return (
            [deel.strip() for deel in tekst.split(";") if deel.strip()] if self.soort == "teksten" else tekst
        )


@dataclass(frozen=True, slots=True)
class Vraag:
    """One query of the library.

    Args:
        naam, map: name and folder of its file.
        titel, vraag: what it is called, and what it asks.
        parameters: in the order of the file.
        kolommen: what each column of the answer means.
        bron: where the question or its definition comes from.
        grenzen: what the answer cannot know; empty: nothing that the question does not say.
        voorbeeld: the answer on the example region, as texts.
        cypher: the query itself, without its header.
    """

    naam: str
    map: str
    titel: str
    vraag: str
    parameters: tuple[Parameter, ...]
    kolommen: Mapping[str, str]
    bron: str
    grenzen: str
    voorbeeld: tuple[tuple[str, ...], ...]
    cypher: str

    def bind(self, gegeven: Mapping[str, str], vandaag: date) -> dict[str, object]:
        """Values of all parameters, from texts and defaults.

        Raises:
            GebruikersFout: an unknown parameter, or a value that is not of its kind.
        """
        namen = {p.naam for p in self.parameters}
        for naam in gegeven:
            if naam not in namen:
                raise GebruikersFout(
                    f'De vraag "{self.naam}" heeft geen parameter "{naam}".',
                    hulp=f"Ze heeft: {', '.join(sorted(namen)) or 'geen parameters'}.",
                )
        return {p.naam: p.read(gegeven.get(p.naam, p.standaard), vandaag) for p in self.parameters}


def library_folder() -> Path:
    """The folder of queries: inside the installed package, else at the root of a checkout."""
    pakket = Path(__file__).parent.parent
    in_pakket = pakket / "queries"
    return in_pakket if in_pakket.is_dir() else pakket.parent / "queries"


@cache
def load_library() -> Mapping[str, Vraag]:
    """All queries by name, in order of folder and name.

    Raises:
        VraagError: two files of the same name, or a faulty header.
    """
    vragen: dict[str, Vraag] = {}
    for pad in sorted(library_folder().rglob("*.cypher")):
        vraag = parse_query(pad.stem, pad.parent.name, pad.read_text(encoding="utf-8"))
        if vraag.naam in vragen:
            raise VraagError(f"two queries are named {vraag.naam}")
        vragen[vraag.naam] = vraag
    return vragen


def find_query(naam: str) -> Vraag:
    """One query by name.

    Raises:
        NietGevonden: there is none of that name.
    """
    vragen = load_library()
    if naam not in vragen:
        raise NietGevonden(f'Er is geen vraag "{naam}".', hulp="Zie: netwerkkaart query lijst")
    return vragen[naam]


def parse_query(naam: str, map_: str, tekst: str) -> Vraag:
    """Read one query file.

    Raises:
        VraagError: a required line is missing or has the wrong number of parts.
    """
    kop: dict[str, list[str]] = {}
    regels = tekst.splitlines()
    for regel in regels:
        treffer = re.fullmatch(r"//\s*(\w+):\s*(.*\S)\s*", regel)
        if treffer:
            kop.setdefault(treffer[1], []).append(treffer[2])
    try:
        return Vraag(
            naam,
            map_,
            kop["titel"][0],
            kop["vraag"][0],
            tuple(_parameter(regel) for regel in kop.get("parameter", [])),
            dict(_two(regel) for regel in kop["kolom"]),
            kop["bron"][0],
            " ".join(kop.get("grenzen", [])),
            tuple(tuple(deel.strip() for deel in regel.split("|")) for regel in kop["voorbeeld"]),
            "\n".join(regel for regel in regels if not regel.startswith("//")).strip(),
        )
    except (KeyError, ValueError) as fout:
        raise VraagError(f"header of query {naam}: {fout}") from fout


def _parameter(regel: str) -> Parameter:
    naam, soort, standaard, uitleg = (deel.strip() for deel in regel.split("|"))
    if soort not in SOORTEN:
        raise ValueError(f"kind of parameter {soort!r}")
    return Parameter(naam, soort, standaard, uitleg)


def _two(regel: str) -> tuple[str, str]:
    naam, uitleg = (deel.strip() for deel in regel.split("|"))
    return naam, uitleg
