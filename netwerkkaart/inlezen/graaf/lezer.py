"""The door: one file named by a user becomes a graph, or a refusal."""

from __future__ import annotations

import hashlib
import html
import json
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from netwerkkaart.fouten import Afsluitcode, Ernst, GebruikersFout, Melding, OnleesbaarBestand
from netwerkkaart.inlezen import grenzen
from netwerkkaart.inlezen.codering import decodeer
from netwerkkaart.inlezen.formaat import read_raw
from netwerkkaart.inlezen.graaf.grenzen import GEHEUGEN, MAX_JSON, MAX_KOPPEN
from netwerkkaart.inlezen.graaf.herkennen import recognize
from netwerkkaart.inlezen.graaf.keuring import check_structure
from netwerkkaart.inlezen.graaf.kumutabel import read_kumu_tabellen
from netwerkkaart.inlezen.graaf.model import Graaf, GraafKnoop, GraafVerbinding, Richting
from netwerkkaart.inlezen.kindproces import run_child
from netwerkkaart.inlezen.lezer import read_bladen
from netwerkkaart.inlezen.privacy import discreet, weiger_leerlinggegevens
from netwerkkaart.inlezen.raster import RuwBlad, mojibake
from netwerkkaart.inlezen.restanten import Restant
from netwerkkaart.inlezen.rijksregister import may_hold_number, numbers_in

_MODULE: Final = "netwerkkaart.inlezen.graaf.kind"
_HULP: Final = "Laat weg wat niet nodig is, of verdeel de graaf over bestanden."
_NAAST: Final = "Een opmerking, beschrijving of ander deel van het bestand bevat een rijksregisternummer."


def read_graaf(pad: Path, *, codering: str | None = None, scheidingsteken: str | None = None) -> Graaf:
    """Read a graph: GraphML, GEXF, the JSON of Kumu, or a spreadsheet of Kumu.

    Everything in the file is searched for pupil data, also what is not read.

    Args:
        pad: the file; what it is, is told by its content.
        codering: encoding of a CSV file, where it should not be guessed.
        scheidingsteken: what parts the cells of a CSV file, where it should not be guessed.

    Returns:
        The graph, with at least one node or connection; ``meldingen`` holds warnings only.

    Raises:
        OnleesbaarBestand: missing, empty, of another kind, damaged, unsafe.
        NietToegelaten: pupil data.
        GebruikersFout: faults in the graph, all in ``meldingen``.
    """
    with discreet(pad):
        inhoud = read_raw(pad)
        soort = recognize(inhoud, pad.name)
        if soort == "tabel":
            graaf = read_kumu_tabellen(read_bladen(pad, codering=codering, scheidingsteken=scheidingsteken))
            fouten = sum(melding.is_fout for melding in graaf.meldingen)
        else:
            if codering is not None or scheidingsteken is not None:
                raise GebruikersFout(
                    f"--codering en --scheidingsteken gelden alleen voor CSV, en {pad.name} is dat niet.",
                    hulp="Laat deze opties weg.",
                    code=Afsluitcode.VERKEERD_GEBRUIK,
                )
            graaf, fouten = _read_in_child(inhoud, soort, pad.name)
        return _judged(graaf, fouten)


def _judged(graaf: Graaf, fouten: int) -> Graaf:
    """The graph, or a refusal with all its faults."""
    structuur = check_structure(graaf)
    fouten += len(structuur)
    if fouten:
        meldingen = [melding for melding in graaf.meldingen if melding.is_fout] + structuur
        meldingen.sort(key=lambda melding: (melding.blad, melding.rij))
        wat = "zit 1 fout" if fouten == 1 else f"zitten {fouten} fouten"
        hulp = "Verbeter de graaf in het programma waarin ze gemaakt is, en probeer opnieuw."
        if fouten > grenzen.MAX_MELDINGEN:
            hulp = f"Alleen de eerste {grenzen.MAX_MELDINGEN} fouten zijn getoond. {hulp}"
        raise GebruikersFout(
            f"In {graaf.bestand} {wat}.", hulp=hulp, meldingen=meldingen[: grenzen.MAX_MELDINGEN]
        )
    if not graaf.knopen and not graaf.verbindingen:
        raise OnleesbaarBestand(
            f"{graaf.bestand} is leeg: er staat geen enkele knoop in.", hulp="Kies een ander bestand."
        )
    return graaf


# ---- XML and JSON, in a process of its own ----------------------------------------------------------


def _read_in_child(inhoud: bytes, soort: str, bestand: str) -> tuple[Graaf, int]:
    """The graph as the child found it, free of pupil data, and the number of faults that it saw."""
    if soort == "json" and len(inhoud) > MAX_JSON:
        raise OnleesbaarBestand(
            f"{bestand} is te groot: {len(inhoud) // 2**20} MB. Hoogstens {MAX_JSON // 2**20} MB mag.",
            hulp=_HULP,
        )
    with tempfile.TemporaryDirectory(prefix="netwerkkaart-", ignore_cleanup_errors=True) as map_:
        kopie, antwoord = Path(map_, "in"), Path(map_, "uit.jsonl")
        kopie.write_bytes(inhoud)
        begrenzing = (GEHEUGEN, grenzen.KIND_REKENTIJD, grenzen.MAX_UITVOER)
        einde = run_child(["-m", _MODULE, soort, str(kopie), str(antwoord), bestand, *map(str, begrenzing)])
        if einde is None:
            raise OnleesbaarBestand(f"{bestand} is onleesbaar: het lezen duurt te lang.", hulp=_HULP)
        if einde != 0:
            raise _onleesbaar(bestand)
        graaf, fouten = _assemble(antwoord, bestand)
    _check_size(graaf)
    graaf = replace(graaf, inhoud_sha256=hashlib.sha256(inhoud).hexdigest())
    bladen = _as_sheets(graaf)
    weiger_leerlinggegevens(bladen, bestand, _beside(inhoud, soort, bestand, bladen))
    verminkt = [melding for blad in bladen for melding in mojibake(blad, bestand)]
    return replace(graaf, meldingen=(*graaf.meldingen, *verminkt)), fouten


def _check_size(graaf: Graaf) -> None:
    koppen = len(graaf.kolommen)
    rechthoek = len(graaf.knopen) * len(graaf.knoopkoppen) + len(graaf.verbindingen) * len(
        graaf.verbindingkoppen
    )
    if koppen > MAX_KOPPEN or rechthoek > grenzen.MAX_CELLEN:
        raise OnleesbaarBestand(
            f"{graaf.bestand} is te groot: er zijn {koppen} verschillende eigenschappen"
            f" op {len(graaf.knopen)} knopen en {len(graaf.verbindingen)} verbindingen.",
            hulp=_HULP,
        )


def _onleesbaar(bestand: str) -> OnleesbaarBestand:
    return OnleesbaarBestand(f"{bestand} is onleesbaar: beschadigd, of te zwaar om te lezen.", hulp=_HULP)


def _assemble(antwoord: Path, bestand: str) -> tuple[Graaf, int]:
    """The graph in the answer of the child, and how many faults it saw."""
    knopen: list[GraafKnoop] = []
    verbindingen: list[GraafVerbinding] = []
    meldingen: list[Melding] = []
    try:
        if antwoord.stat().st_size > grenzen.MAX_UITVOER:
            raise _onleesbaar(bestand)
        with antwoord.open(encoding="ascii") as regels:
            for regel in regels:
                wat, *deel = json.loads(regel)
                if wat == "knopen":
                    knopen += [GraafKnoop(*rij) for rij in deel[0]]
                elif wat == "verbindingen":
                    verbindingen += map(_verbinding, deel[0])
                elif wat == "meldingen":
                    meldingen += [_melding(rij, bestand) for rij in deel[0]]
                elif wat == "weigering":
                    raise OnleesbaarBestand(deel[0], hulp=deel[1])
                elif wat == "einde":
                    graaf = Graaf(bestand, deel[0], knopen, verbindingen, tuple(meldingen))
                    return graaf, deel[1]
    except (OSError, ValueError, TypeError) as fout:
        raise _onleesbaar(bestand) from fout
    raise _onleesbaar(bestand)


def _verbinding(rij: list[Any]) -> GraafVerbinding:
    plaats, van, naar, richting, attributen, blad = rij
    return GraafVerbinding(plaats, van, naar, Richting(richting), attributen, blad)


def _melding(rij: list[Any], bestand: str) -> Melding:
    tekst, verwacht, blad, plaats, kolom, waarde, ernst = rij
    return Melding(tekst, verwacht, bestand, blad, plaats, kolom, waarde, Ernst(ernst))


# ---- pupil data -------------------------------------------------------------------------------------


def _as_sheets(graaf: Graaf) -> list[RuwBlad]:
    """Nodes and connections as sheets, so that what is refused in a table is refused in a graph."""
    uit: list[RuwBlad] = []
    for vast, koppen, delen in (
        (("id",), graaf.knoopkoppen, ((k, (k.id,)) for k in graaf.knopen)),
        (("van", "naar"), graaf.verbindingkoppen, ((v, (v.van, v.naar)) for v in graaf.verbindingen)),
    ):
        uit += _sheet(vast, koppen, delen)
    return uit


def _sheet(
    vast: tuple[str, ...],
    koppen: tuple[str, ...],
    delen: Iterable[tuple[GraafKnoop | GraafVerbinding, tuple[str, ...]]],
) -> list[RuwBlad]:
    rijen: list[tuple[str, ...]] = [(*vast, *koppen)]
    nummers = [0]
    blad = ""
    for deel, eigen in delen:
        rijen.append((*eigen, *(deel.attributen.get(kop, "") for kop in koppen)))
        nummers.append(deel.plaats)
        blad = deel.blad
    tekst = "\x1f".join(map("\x1f".join, rijen))
    return [RuwBlad(blad, rijen, nummers, tekst)] if len(rijen) > 1 else []


def _beside(inhoud: bytes, soort: str, bestand: str, bladen: list[RuwBlad]) -> list[Restant]:
    """Register numbers in what is not read: comments, descriptions, drawings, views."""
    if soort == "json":
        tekst = decodeer(inhoud, bestand).tekst
    else:
        codering = "utf-16" if inhoud[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
        tekst = html.unescape(inhoud.decode(codering, "replace"))
    if not may_hold_number(tekst):
        return []
    gezien = {nummer for blad in bladen for nummer in numbers_in(blad.tekst)}
    return [Restant(_NAAST)] if any(nummer not in gezien for nummer in numbers_in(tekst)) else []
