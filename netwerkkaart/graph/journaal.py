"""The journal: every import's changes as JSON Lines beside the embedded store.

It is the road back when the engine or its file would fail: from it (or from an archive) any store can
be filled again. An import is one block: a line ``{"import":{…},"regels":n}`` and then n lines, one
change each. A block is written in one piece after the commit; what a kill left out or tore is mended
at the next writing open, from the same changes that stand in the graph.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from netwerkkaart.fouten import OnleesbaarBestand
from netwerkkaart.graph import cypher
from netwerkkaart.graph.geschiedenis import ImportKop, to_kop
from netwerkkaart.graph.regels import revive_dates, to_json
from netwerkkaart.graph.store import Reader
from netwerkkaart.schema.register import SOORTEN

logger = logging.getLogger(__name__)


_KOP = b'{"import":'
_STUK = 1 << 20


@dataclass(frozen=True, slots=True)
class Journaal:
    """The journal of one store; the file comes with the first import."""

    pad: Path

    def catch_up(self, read: Reader) -> None:
        """Append the imports that the graph has and the file lacks. In proportion to what is appended.

        A failure is told, not raised: the changes are safe in the graph and follow with the next write.
        """
        try:
            self._catch_up(read)
        except OSError:
            logger.warning(
                "De wijzigingen zijn bewaard, maar %s kon niet aangevuld worden (schijf vol?)."
                " Dat gebeurt vanzelf bij de volgende import.",
                self.pad.name,
            )

    def missing_in_graph(self, read: Reader) -> list[str]:
        """Ids of imports that the file has and the graph lacks: they were lost, or undone by a back-up."""
        in_graaf = {str(rij[0]) for rij in read(cypher.IMPORTS, None).rijen}
        return [id_ for id_ in self._all_ids() if id_ not in in_graaf]

    def _catch_up(self, read: Reader) -> None:
        imports = [dict(rij[1]) for rij in read(cypher.IMPORTS, None).rijen if isinstance(rij[1], dict)]
        if not imports:
            return
        laatste = self._mend()
        versies = {str(imp["id"]): int(str(imp["versie"])) for imp in imports}
        if laatste in versies:
            ontbreekt = [imp for imp in imports if versies[str(imp["id"])] > versies[laatste]]
        else:
            bekend = set(self._all_ids())
            ontbreekt = [imp for imp in imports if imp["id"] not in bekend]
        for imp in ontbreekt:
            self._append(_block(cypher.clean(imp), read))

    def _append(self, blok: bytes) -> None:
        with self.pad.open("ab") as bestand:
            bestand.write(blok)
            bestand.flush()
            os.fsync(bestand.fileno())

    def _mend(self) -> str | None:
        """Cut off a torn last block; the id of the last whole import, None when there is none."""
        while True:
            plaats = self._last_header()
            if plaats is None:
                return None
            with self.pad.open("r+b") as bestand:
                bestand.seek(plaats)
                regels = bestand.read().split(b"\n")
                kop = _header(regels[0]) if len(regels) > 1 else None
                # A whole block ends in a line end, so that the last piece is empty.
                if kop is not None and len(regels) == kop[1] + 2 and not regels[-1]:
                    return kop[0]
                bestand.truncate(plaats)

    def _last_header(self) -> int | None:
        """Where the last block begins. Reads backwards, so in proportion to that block."""
        try:
            grootte = self.pad.stat().st_size
        except FileNotFoundError:
            return None
        staart = b""
        with self.pad.open("rb") as bestand:
            einde = grootte
            while einde > 0:
                begin = max(0, einde - _STUK)
                bestand.seek(begin)
                staart = bestand.read(einde - begin) + staart[: len(_KOP)]
                gevonden = staart.rfind(b"\n" + _KOP)
                if gevonden >= 0:
                    return begin + gevonden + 1
                if begin == 0:
                    return 0
                einde = begin
        return None

    def _all_ids(self) -> list[str]:
        if not self.pad.is_file():
            return []
        with self.pad.open("rb") as bestand:
            koppen = (_header(regel) for regel in bestand if regel.startswith(_KOP))
            return [kop[0] for kop in koppen if kop is not None]


def _header(regel: bytes) -> tuple[str, int] | None:
    try:
        delen = json.loads(regel)
        return str(delen["import"]["id"]), int(delen["regels"])
    except (ValueError, KeyError, TypeError):
        return None


def _block(imp: dict[str, object], read: Reader) -> bytes:
    id_ = str(imp["id"])
    reeksen = read(cypher.WIJZIGINGEN, {"imp": id_}).rijen
    begin = '{"imp":' + json.dumps(id_, ensure_ascii=False) + ","
    regels = [begin + regel[1:] for rij in reeksen for regel in str(rij[1]).split("\n")]
    kop = to_json({"import": imp, "regels": len(regels)})
    return "\n".join([kop, *regels, ""]).encode("utf-8")


def read_journaal(pad: Path) -> tuple[list[ImportKop], Callable[[str], list[str]]]:
    """What a journal tells of the past: its imports in order, and a way to their lines. O(size).

    A last block that a kill tore is left out.

    Raises:
        OnleesbaarBestand: there is no such file, or no import in it.
    """
    plaatsen: dict[str, tuple[int, int]] = {}
    koppen: list[ImportKop] = []
    if pad.is_file():
        with pad.open("rb") as bestand:
            while regel := bestand.readline():
                kop = _header(regel) if regel.startswith(_KOP) else None
                if kop is None:
                    continue
                plaatsen[kop[0]] = (bestand.tell(), kop[1])
                velden = revive_dates(SOORTEN["Import"], json.loads(regel)["import"])
                koppen.append(replace(to_kop(velden), sha256=str(velden.get("bestand") or "")[:64]))
    if not koppen:
        raise OnleesbaarBestand(
            f"{pad.name} is er niet, of er staan geen imports in.",
            hulp="Het journaal staat naast de graaf, met een naam die eindigt op .wijzigingen.jsonl.",
        )

    def lines(imp: str) -> list[str]:
        plaats, aantal = plaatsen[imp]
        with pad.open("rb") as bestand:
            bestand.seek(plaats)
            return [bestand.readline().decode("utf-8") for _ in range(aantal)]

    laatste = koppen[-1].id
    regels = lines(laatste)
    if regels and not regels[-1].endswith("\n"):
        koppen.pop()
    return koppen, lines
