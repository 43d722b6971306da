"""What a reader of one format gathers while it walks through a file, and the limits that it keeps.

A reader runs in a process of its own and says everything through a :class:`Vangst`, which writes it as
JSON lines: a block of nodes, of connections, of other texts, of messages. The parent reads them back.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from typing import Final, TextIO

from netwerkkaart.fouten import Ernst, OnleesbaarBestand
from netwerkkaart.inlezen.graaf.model import Richting
from netwerkkaart.inlezen.grenzen import MAX_CEL, MAX_CELLEN, MAX_MELDINGEN, MAX_RIJEN

_BLOK: Final = 1_000
_HULP: Final = "Laat weg wat niet nodig is, of verdeel de graaf over bestanden."

Ruw = dict[str, str]
"""Attributes by header."""


def composed(tekst: str) -> str:
    """A text in Unicode's composed form (NFC), as tables give it: two that look alike are equal."""
    return tekst if unicodedata.is_normalized("NFC", tekst) else unicodedata.normalize("NFC", tekst)


def _all_composed(attributen: Ruw) -> Ruw:
    if unicodedata.is_normalized("NFC", "\x1f".join((*attributen, *attributen.values()))):
        return attributen
    return {composed(kop): composed(tekst) for kop, tekst in attributen.items()}


class Vangst:
    """Takes what a reader finds, and writes it block by block.

    Args:
        uit: where the lines go.
        bestand: name of the file, for the sentences.

    Raises:
        OnleesbaarBestand: from every method: more than fits in :mod:`netwerkkaart.inlezen.grenzen`.
    """

    def __init__(self, uit: TextIO, bestand: str) -> None:
        self.bestand = bestand
        self._uit = uit
        self._blokken: dict[str, list[object]] = {
            "knopen": [],
            "verbindingen": [],
            "rest": [],
            "meldingen": [],
        }
        self._cellen = 0
        self._aantal = dict.fromkeys(self._blokken, 0)
        self._fouten = 0
        self._waarschuwingen: dict[tuple[str, str, str], list[int]] = {}

    def knoop(self, plaats: int, id_: str, attributen: Ruw, blad: str = "") -> None:
        """One node."""
        self._tel(plaats, attributen)
        self._neem("knopen", [plaats, composed(id_), _all_composed(attributen), blad])

    def verbinding(
        self, plaats: int, van: str, naar: str, richting: Richting, attributen: Ruw, blad: str = ""
    ) -> None:
        """One connection."""
        self._tel(plaats, attributen)
        delen = [plaats, composed(van), composed(naar), richting, _all_composed(attributen), blad]
        self._neem("verbindingen", delen)

    def fout(
        self,
        tekst: str,
        *,
        plaats: int,
        blad: str = "",
        kolom: str = "",
        waarde: str = "",
        verwacht: str = "",
    ) -> None:
        """A fault; the first ones are kept, the others are counted."""
        self._fouten += 1
        if self._fouten <= MAX_MELDINGEN:
            melding = [tekst, verwacht, blad, plaats, kolom[:200], waarde[:200], Ernst.FOUT]
            self._neem("meldingen", melding)

    def waarschuwing(self, tekst: str, *, plaats: int = 0, blad: str = "", kolom: str = "") -> None:
        """A warning; one that comes back is told once, with how often and where first."""
        self._waarschuwingen.setdefault((tekst, blad, kolom[:200]), []).append(plaats)

    def sluit(self, formaat: str) -> None:
        """Write what is left, and say that this was all."""
        for (tekst, blad, kolom), plaatsen in self._waarschuwingen.items():
            keer = f" Dat is {len(plaatsen)} keer zo; dit is de eerste." if len(plaatsen) > 1 else ""
            melding = [tekst + keer, "", blad, plaatsen[0], kolom, "", Ernst.WAARSCHUWING]
            self._neem("meldingen", melding)
        for soort in self._blokken:
            self._schrijf(soort)
        self._regel(["einde", formaat, self._fouten])

    def weiger(self, fout: OnleesbaarBestand) -> None:
        """Say that the file is refused, and why."""
        self._regel(["weigering", fout.tekst, fout.hulp])

    def eis_tekst(self, tekst: str, plaats: int) -> None:
        """Refuse a text that is longer than any real one."""
        if len(tekst) > MAX_CEL:
            raise OnleesbaarBestand(
                f"{self.bestand}, rij {plaats}: een tekst is langer dan {MAX_CEL} tekens.", hulp=_HULP
            )

    def _tel(self, plaats: int, attributen: Mapping[str, str]) -> None:
        self._cellen += len(attributen)
        if self._cellen > MAX_CELLEN:
            raise OnleesbaarBestand(
                f"{self.bestand} is te groot: er zijn meer dan {MAX_CELLEN} waarden.", hulp=_HULP
            )
        for kop, tekst in attributen.items():
            self.eis_tekst(tekst, plaats)
            self.eis_tekst(kop, plaats)

    def _neem(self, soort: str, rij: object) -> None:
        blok = self._blokken[soort]
        blok.append(rij)
        self._aantal[soort] += 1
        if self._aantal[soort] > MAX_RIJEN:
            raise OnleesbaarBestand(
                f"{self.bestand} is te groot: er zijn meer dan {MAX_RIJEN} {soort}.", hulp=_HULP
            )
        if len(blok) >= _BLOK:
            self._schrijf(soort)

    def _schrijf(self, soort: str) -> None:
        if self._blokken[soort]:
            self._regel([soort, self._blokken[soort]])
            self._blokken[soort] = []

    def _regel(self, inhoud: object) -> None:
        # ASCII, so that half a surrogate pair in a file cannot break the answer.
        self._uit.write(json.dumps(inhoud, separators=(",", ":")) + "\n")
