"""XLSX and ODS: judged by :mod:`.archief`, parsed in a child process, given back as raw sheets."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from netwerkkaart.fouten import Melding, OnleesbaarBestand
from netwerkkaart.inlezen import grenzen, kind
from netwerkkaart.inlezen.archief import Bevinding, herpak
from netwerkkaart.inlezen.cellen import Celfout
from netwerkkaart.inlezen.formaat import Formaat
from netwerkkaart.inlezen.kindproces import run_child
from netwerkkaart.inlezen.raster import RuwBlad, genormaliseerd, kolomindex, schoon
from netwerkkaart.inlezen.restanten import Restant

_HERSTEL: Final = (
    "Open het bestand in Excel of LibreOffice en bewaar het opnieuw als .xlsx."
    " Helpt dat niet, bewaar dan het blad als CSV UTF-8."
)

_PLAATS: Final = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")


def read_werkmap(inhoud: bytes, formaat: Formaat, bestand: str) -> tuple[list[RuwBlad], list[Restant]]:
    """All sheets of a workbook, hidden ones too, in order; and what beside them looks like pupil data.

    The cells stand for a moment in a folder for temporary files that only this user can read.

    Args:
        inhoud: all bytes of the file.
        formaat: XLSX or ODS.
        bestand: name of the file, for the sentences.

    Raises:
        OnleesbaarBestand: refused by :func:`~netwerkkaart.inlezen.archief.herpak`, or the child died,
            refused, or took too long.
    """
    with tempfile.TemporaryDirectory(prefix="netwerkkaart-", ignore_cleanup_errors=True) as map_:
        plat, antwoord = Path(map_, f"in.{formaat}"), Path(map_, "uit.jsonl")
        bevinding = herpak(inhoud, formaat, bestand, plat)
        try:
            _ontleed_in_kind(plat, antwoord, bestand)
        except OnleesbaarBestand as fout:
            # calamine stops at an error that it does not know (#SPILL!): then at least say where.
            fout.meldingen = tuple(_als_melding(None, cel, bestand) for cel in bevinding.fouten)
            raise
        bladen = list(_bladen(antwoord, bestand))
    _verdeel_fouten(bladen, bevinding, bestand)
    return bladen, bevinding.restanten


def _ontleed_in_kind(plat: Path, antwoord: Path, bestand: str) -> None:
    """Run the child and judge how it ended."""
    begrenzing = (grenzen.KIND_GEHEUGEN, grenzen.KIND_REKENTIJD, grenzen.MAX_UITVOER)
    einde = run_child([kind.__file__, str(plat), str(antwoord), *map(str, begrenzing)])
    if einde is None:
        raise OnleesbaarBestand(f"{bestand} is onleesbaar: het lezen duurt te lang.", hulp=_HERSTEL)
    if einde != 0:
        raise _onleesbaar(bestand)


def _onleesbaar(bestand: str) -> OnleesbaarBestand:
    return OnleesbaarBestand(f"{bestand} is onleesbaar: de werkmap is beschadigd of te zwaar.", hulp=_HERSTEL)


def _bladen(antwoord: Path, bestand: str) -> Iterator[RuwBlad]:
    """The sheets in the answer of the child."""
    try:
        if antwoord.stat().st_size > grenzen.MAX_UITVOER:
            raise _onleesbaar(bestand)
        with antwoord.open(encoding="utf-8") as regels:
            kop, rijen, nummers = None, [], []
            for regel in regels:
                deel = json.loads(regel)
                if isinstance(deel, list):
                    nummers += [nummer for nummer, _ in deel]
                    rijen += [cellen for _, cellen in deel]
                    continue
                if kop is not None:
                    yield _ruw_blad(kop, rijen, nummers)
                if deel == "einde":
                    return
                kop, rijen, nummers = deel, [], []
    except (OSError, ValueError, KeyError) as fout:
        raise _onleesbaar(bestand) from fout
    raise _onleesbaar(bestand)


def _ruw_blad(kop: dict[str, str | int | bool], rijen: list[list[str]], nummers: list[int]) -> RuwBlad:
    tekst = "\x1f".join(map("\x1f".join, rijen))  # a sign that parts no number
    schone, nummers = schoon(zip(nummers, rijen, strict=True), tekst)
    schone = genormaliseerd(schone, tekst)
    return RuwBlad(
        str(kop["naam"]), schone, nummers, tekst, int(kop["kolom_vanaf"]), verborgen=bool(kop["verborgen"])
    )


def _verdeel_fouten(bladen: list[RuwBlad], bevinding: Bevinding, bestand: str) -> None:
    """Put the cells without a value with their sheets, as faults with row and column."""
    op_naam = {blad.naam: blad for blad in bladen}
    for fout in bevinding.fouten:
        blad = op_naam.get(fout.blad)
        if blad is not None:
            blad.fouten.append(_als_melding(blad, fout, bestand))
            if treffer := _PLAATS.fullmatch(fout.plaats):
                blad.onbekend.append((int(treffer[2]), kolomindex(treffer[1])))
    meer = bevinding.fouten_geteld - len(bevinding.fouten)
    if meer > 0:
        laatste = op_naam.get(bevinding.fouten[-1].blad)
        if laatste is not None and laatste.fouten:
            vorige = laatste.fouten[-1]
            laatste.fouten[-1] = replace(vorige, tekst=f"{vorige.tekst} En nog {meer} zulke cellen.")


def _als_melding(blad: RuwBlad | None, fout: Celfout, bestand: str) -> Melding:
    """A message about a cell; ``blad`` is for its header, where the sheet could be read."""
    plaats = _PLAATS.fullmatch(fout.plaats)
    tekst = (
        f"Cel {fout.plaats} bevat een fout van het rekenblad."
        if fout.waarde
        else f"Cel {fout.plaats} bevat een formule waarvan het resultaat niet bewaard is."
    )
    verwacht = (
        "een gewone waarde of een lege cel"
        if fout.waarde
        else "een gewone waarde; open het bestand in Excel, laat het herrekenen en bewaar het"
    )
    return Melding(
        tekst,
        verwacht=verwacht,
        bestand=bestand,
        blad=fout.blad,
        rij=int(plaats[2]) if plaats else 0,
        kolom=_kop_boven(blad, plaats[1].upper()) if plaats and blad is not None else "",
        waarde=fout.waarde,
    )


def _kop_boven(blad: RuwBlad, letters: str) -> str:
    """Header above a cell, or its letter."""
    index = kolomindex(letters) - blad.kolom_vanaf
    kop = blad.rijen[0] if blad.rijen else ()
    return (" ".join(kop[index].split()) if 0 <= index < len(kop) else "") or letters
