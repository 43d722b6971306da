"""GEXF 1.2 and 1.3, also as Gephi and networkx write it.

Definition: https://gexf.net/schema.html. Attributes get their titles, and their defaults are filled in;
the times of a node or connection become ``sinds`` and ``tot``. What belongs to the drawing (``viz``) is
not read. Nodes within nodes have no counterpart here and are refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from netwerkkaart.inlezen.graaf.model import Richting
from netwerkkaart.inlezen.graaf.vangst import Ruw, Vangst
from netwerkkaart.inlezen.graaf.xml import XmlLezer
from netwerkkaart.inlezen.grenzen import MAX_CEL

_TIJDEN: Final = ("start", "startopen", "end", "endopen")
_GEKEND: Final = {
    "node": frozenset({"id", *_TIJDEN, "pid"}),
    "edge": frozenset({"id", "source", "target", "type", "kind", *_TIJDEN}),
}
_RICHTING: Final = {"directed": Richting.HEEN, "undirected": Richting.GEEN, "mutual": Richting.BEIDE}
_HEFT_OP: Final = "Hef de groepen op in het programma waarin de graaf gemaakt is, en exporteer opnieuw."
_DAG: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ][0-9:.]*(?:Z|[+-]\d\d:?\d\d)?)?")


@dataclass(slots=True)
class _Attribuut:
    titel: str
    standaard: str = ""


@dataclass(slots=True)
class _Waarde:
    """One stated value; ``vanaf`` is the moment from which it holds."""

    tekst: str
    vanaf: str


@dataclass(slots=True)
class _Deel:
    """The node or connection that is being read."""

    soort: str
    rij: int
    attributen: dict[str, str]
    waarden: dict[str, _Waarde] = field(default_factory=dict)
    perioden: list[dict[str, str]] = field(default_factory=list)


class GexfLezer(XmlLezer):
    """Reads one GEXF file; see :class:`~.xml.XmlLezer`."""

    def __init__(self, vangst: Vangst) -> None:
        super().__init__(vangst)
        self.versie = ""
        self._attributen: dict[str, dict[str, _Attribuut]] = {"node": {}, "edge": {}}
        self._klasse = ""
        self._attribuut: _Attribuut | None = None
        self._richting = Richting.GEEN
        self._grafen = 0
        self._deel: _Deel | None = None

    def begin(self, naam: str, attributen: dict[str, str]) -> None:
        """See :class:`~.xml.XmlLezer`."""
        ouder = self.pad[-1] if self.pad else ""
        if naam == "gexf" and not ouder:
            self.versie = attributen.get("version", "")[:10]
        elif naam in ("node", "edge") and ouder in ("nodes", "edges"):
            self._begin_deel(naam, attributen)
        elif naam == "attvalue" and self._deel is not None:
            self._neem_waarde(self._deel, attributen)
        elif naam in ("spell", "slice") and self._deel is not None:
            self._deel.perioden.append(attributen)
        elif naam == "graph":
            self._begin_graaf(attributen)
        elif naam == "attributes":
            self._klasse = attributen.get("class", "")
        elif naam == "attribute" and ouder == "attributes":
            self._begin_attribuut(attributen)
        elif naam in ("nodes", "edges", "parents") and self._deel is not None:
            raise self.weiger("knopen binnen een knoop (groepen) kunnen niet gelezen worden.", _HEFT_OP)

    def einde(self, naam: str) -> None:
        """See :class:`~.xml.XmlLezer`."""
        if self._deel is not None and naam == self._deel.soort:
            self._einde_deel(self._deel)
            self._deel = None
        elif naam == "attribute":
            self._attribuut = None
        elif naam == "gexf" and not self.pad and not self._grafen:
            raise self.weiger("er staat geen graaf in dit bestand (geen element graph).")

    def tekst(self, tekst: str) -> None:
        """See :class:`~.xml.XmlLezer`."""
        if self._attribuut is not None and self.pad[-1] == "default":
            self._attribuut.standaard += tekst
            if len(self._attribuut.standaard) > MAX_CEL:
                raise self.weiger(f"een tekst is langer dan {MAX_CEL} tekens.")

    # ---- graph and attributes ------------------------------------------------------------------------

    def _begin_graaf(self, attributen: dict[str, str]) -> None:
        self._grafen += 1
        if self._grafen > 1:
            raise self.weiger("er staat een tweede graaf in dit bestand.", "Bewaar elke graaf apart.")
        soort = attributen.get("defaultedgetype", "undirected")
        self._richting = self._read_direction(soort, "defaultedgetype", self.rij)

    def _read_direction(self, soort: str, kolom: str, rij: int) -> Richting:
        if soort not in _RICHTING:
            self.vangst.fout(
                "De richting is niet gekend.",
                plaats=rij,
                kolom=kolom,
                waarde=soort,
                verwacht="directed, undirected of mutual",
            )
        return _RICHTING.get(soort, Richting.GEEN)

    def _begin_attribuut(self, attributen: dict[str, str]) -> None:
        id_ = attributen.get("id", "")
        self._attribuut = _Attribuut(attributen.get("title") or id_)
        van = self._attributen.get(self._klasse)
        if van is None:
            return  # of the graph itself
        if not id_ or id_ in van:
            self.vangst.fout(
                "Dit attribuut heeft geen id." if not id_ else "Dit attribuut staat er twee keer.",
                plaats=self.rij,
                kolom="id",
                waarde=id_,
                verwacht="een eigen id voor elk attribuut",
            )
            return
        van[id_] = self._attribuut

    # ---- nodes and connections -----------------------------------------------------------------------

    def _begin_deel(self, naam: str, attributen: dict[str, str]) -> None:
        if self._deel is not None or attributen.get("pid"):
            raise self.weiger("knopen binnen een knoop (groepen) kunnen niet gelezen worden.", _HEFT_OP)
        self._deel = _Deel(naam, self.rij, attributen)

    def _neem_waarde(self, deel: _Deel, attributen: dict[str, str]) -> None:
        id_ = attributen.get("for", attributen.get("id", ""))
        attribuut = self._attributen[deel.soort].get(id_)
        if attribuut is None:
            self.vangst.fout(
                "Deze waarde verwijst naar een attribuut dat bovenaan niet staat.",
                plaats=self.rij,
                kolom="for",
                waarde=id_,
                verwacht="een attribuut dat bovenaan het bestand staat",
            )
            return
        titel = attribuut.titel
        nieuw = _Waarde(attributen.get("value", ""), attributen.get("start", attributen.get("startopen", "")))
        eerder = deel.waarden.get(titel)
        if eerder is not None and not (eerder.vanaf or nieuw.vanaf):
            self.vangst.fout(
                "Deze eigenschap staat er twee keer.",
                plaats=self.rij,
                kolom=titel,
                waarde=nieuw.tekst,
                verwacht="één waarde",
            )
        elif eerder is not None:
            self.vangst.waarschuwing(
                "Deze eigenschap verandert in de tijd; alleen de laatste waarde is gelezen.",
                plaats=self.rij,
                kolom=titel,
            )
        if eerder is None or nieuw.vanaf >= eerder.vanaf:
            deel.waarden[titel] = nieuw

    def _einde_deel(self, deel: _Deel) -> None:
        eigen = {
            kop.rpartition("}")[2]: tekst
            for kop, tekst in deel.attributen.items()
            if kop not in _GEKEND[deel.soort]
        }
        alles: Ruw = eigen | self._period(deel)
        for titel, waarde in deel.waarden.items():
            alles[titel if titel not in alles else f"{titel} (attribuut)"] = waarde.tekst
        for attribuut in self._attributen[deel.soort].values():
            if attribuut.standaard and attribuut.titel not in deel.waarden:
                alles.setdefault(attribuut.titel, attribuut.standaard)
        if deel.soort == "edge":
            # What Gephi calls the kind of an edge is its type; under its own name it would pass for a child.
            alles.setdefault("type", deel.attributen.get("kind", ""))
        alles = {kop: tekst for kop, tekst in alles.items() if tekst}
        for tekst in deel.attributen.values():
            self.vangst.eis_tekst(tekst, deel.rij)
        attributen = deel.attributen
        if deel.soort == "node":
            self.vangst.knoop(deel.rij, attributen.get("id", ""), alles)
            return
        soort = attributen.get("type")
        richting = self._richting if soort is None else self._read_direction(soort, "type", deel.rij)
        self.vangst.verbinding(
            deel.rij, attributen.get("source", ""), attributen.get("target", ""), richting, alles
        )

    def _period(self, deel: _Deel) -> Ruw:
        """``sinds`` and ``tot`` of a node or connection; of several periods the last one."""
        perioden = [p for p in (deel.attributen, *deel.perioden) if any(p.get(naam) for naam in _TIJDEN)]
        if len(perioden) > 1:
            self.vangst.waarschuwing(
                "Hier staan verschillende periodes; alleen de laatste is gelezen.", plaats=deel.rij
            )
        if not perioden:
            return {}
        laatste = max(perioden, key=lambda p: p.get("start") or p.get("startopen") or "")
        einde, open_einde = laatste.get("end", ""), laatste.get("endopen", "")
        return {
            "sinds": plain_moment(laatste.get("start") or laatste.get("startopen") or ""),
            "tot": plain_moment(open_einde) if open_einde else day_after(plain_moment(einde)),
        }


def plain_moment(tekst: str) -> str:
    """A moment without its hours; a number without decimals that are nought.

    >>> plain_moment("2024-06-30T00:00:00"), plain_moment("2024.0"), plain_moment("2024-06")
    ('2024-06-30', '2024', '2024-06')
    """
    dag = _DAG.fullmatch(tekst)
    return dag[1] if dag else re.sub(r"\.0+$", "", tekst)


def day_after(tekst: str) -> str:
    """The first day on which it no longer holds, of a last day on which it does.

    A month or a year stays as it is: as an end it means the whole of it already.

    >>> day_after("2024-06-30"), day_after("2024"), day_after("")
    ('2024-07-01', '2024', '')
    """
    try:
        return (date.fromisoformat(tekst) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return tekst
