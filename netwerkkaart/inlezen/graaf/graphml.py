"""GraphML, also as yEd, Gephi, Cytoscape and networkx write it.

Definition: http://graphml.graphdrawing.org/specification.html. Keys are resolved to their names, and
their defaults are filled in. Of yEd's drawing only the texts are read: they are the names of nodes and
connections. Nested graphs, hyperedges and ports have no counterpart here and are refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from netwerkkaart.inlezen.graaf.model import Richting
from netwerkkaart.inlezen.graaf.vangst import Ruw, Vangst
from netwerkkaart.inlezen.graaf.xml import XmlLezer
from netwerkkaart.inlezen.grenzen import MAX_CEL

LABEL: Final = "label"
_TEKENING: Final = {"nodegraphics", "edgegraphics"}
_LABELS: Final = {"NodeLabel", "EdgeLabel"}
_GEWEIGERD: Final = {
    "hyperedge": "een verbinding tussen meer dan twee knopen (hyperedge) kan niet gelezen worden.",
    "port": "poorten (port) kunnen niet gelezen worden.",
}
_TEKEN_OPNIEUW: Final = "Vervang dit in het programma waarin de graaf gemaakt is, en exporteer opnieuw."


@dataclass(slots=True)
class _Sleutel:
    """A declared attribute: its name, of what it is one, and its default."""

    naam: str
    van: str
    tekening: bool = False
    standaard: str = ""


@dataclass(slots=True)
class _Deel:
    """The node or connection that is being read."""

    rij: int
    attributen: dict[str, str]
    data: Ruw = field(default_factory=dict)
    label: str = ""


class GraphmlLezer(XmlLezer):
    """Reads one GraphML file; see :class:`~.xml.XmlLezer`."""

    def __init__(self, vangst: Vangst) -> None:
        super().__init__(vangst)
        self._sleutels: dict[str, _Sleutel] = {}
        self._gericht = False
        self._grafen = 0
        self._deel: _Deel | None = None
        self._sleutel: _Sleutel | None = None
        self._waarde = ""
        self._in_label = False

    def begin(self, naam: str, attributen: dict[str, str]) -> None:
        """See :class:`~.xml.XmlLezer`."""
        ouder = self.pad[-1] if self.pad else ""
        if "data" in self.pad:
            self._begin_tekening(naam)
        elif naam == "data" and self._deel is not None:
            self._begin_data(attributen.get("key", ""))
        elif naam in ("node", "edge") and ouder == "graph":
            self._deel = _Deel(self.rij, attributen)
        elif naam == "graph":
            self._begin_graaf(attributen)
        elif naam == "key":
            self._begin_sleutel(attributen)
        elif naam in _GEWEIGERD:
            raise self.weiger(_GEWEIGERD[naam], _TEKEN_OPNIEUW)

    def einde(self, naam: str) -> None:
        """See :class:`~.xml.XmlLezer`."""
        if "data" in self.pad:
            self._in_label = False
        elif naam == "data":
            self._einde_data()
        elif naam == "node" and self._deel is not None:
            self._einde_knoop(self._deel)
        elif naam == "edge" and self._deel is not None:
            self._einde_verbinding(self._deel)
        elif naam == "key":
            self._sleutel = None
        elif naam == "graphml" and not self._grafen:
            raise self.weiger("er staat geen graaf in dit bestand (geen element graph).")

    def tekst(self, tekst: str) -> None:
        """See :class:`~.xml.XmlLezer`."""
        laatste = self.pad[-1]
        if laatste == "data" and self._sleutel is not None:
            self._waarde = self._added(self._waarde, tekst)
        elif self._in_label and self._deel is not None:
            self._deel.label = self._added(self._deel.label, tekst)
        elif laatste == "default" and self._sleutel is not None:
            self._sleutel.standaard = self._added(self._sleutel.standaard, tekst)
        elif laatste == "desc" and self._deel is not None and self.pad[-2] in ("node", "edge"):
            data = self._deel.data
            data["desc"] = self._added(data.get("desc", ""), tekst)

    def _added(self, begin: str, tekst: str) -> str:
        if len(begin) + len(tekst) > MAX_CEL:
            raise self.weiger(f"een tekst is langer dan {MAX_CEL} tekens.")
        return begin + tekst

    # ---- graph and keys ------------------------------------------------------------------------------

    def _begin_graaf(self, attributen: dict[str, str]) -> None:
        if "node" in self.pad or "edge" in self.pad:
            raise self.weiger(
                "een graaf binnen een knoop (een groep) kan niet gelezen worden.",
                "Hef de groepen op in het programma waarin de graaf gemaakt is (in yEd: Ungroup), en bewaar.",
            )
        self._grafen += 1
        if self._grafen > 1:
            raise self.weiger("er staat een tweede graaf in dit bestand.", "Bewaar elke graaf apart.")
        soort = attributen.get("edgedefault", "undirected")
        if soort not in ("directed", "undirected"):
            self.vangst.fout(
                "De richting van de graaf is niet gekend.",
                plaats=self.rij,
                kolom="edgedefault",
                waarde=soort,
                verwacht="directed of undirected",
            )
        self._gericht = soort == "directed"

    def _begin_sleutel(self, attributen: dict[str, str]) -> None:
        id_ = attributen.get("id", "")
        tekening = attributen.get("yfiles.type", "") in _TEKENING
        naam = attributen.get("attr.name") or attributen.get("yfiles.type") or id_
        self._sleutel = _Sleutel(naam, attributen.get("for", "all"), tekening)
        if not id_ or id_ in self._sleutels:
            self.vangst.fout(
                "Deze key heeft geen id." if not id_ else "Deze key staat er twee keer.",
                plaats=self.rij,
                kolom="id",
                waarde=id_,
                verwacht="een eigen id voor elke key",
            )
            return
        self._sleutels[id_] = self._sleutel

    # ---- nodes and connections -----------------------------------------------------------------------

    def _begin_data(self, sleutel: str) -> None:
        self._waarde = ""
        self._in_label = False
        self._sleutel = self._sleutels.get(sleutel)
        if self._sleutel is None:
            self.vangst.fout(
                "Dit gegeven verwijst naar een key die bovenaan niet staat.",
                plaats=self.rij,
                kolom="key",
                waarde=sleutel,
                verwacht="een key die bovenaan het bestand staat",
            )

    def _begin_tekening(self, naam: str) -> None:
        """An element within data: a drawing of yEd, or something unknown."""
        self._in_label = naam in _LABELS and self._deel is not None
        if self._in_label and self._deel is not None and self._deel.label:
            self._deel.label += "\n"  # a node may have several texts

    def _einde_data(self) -> None:
        deel, sleutel = self._deel, self._sleutel
        self._sleutel = None
        if deel is None or sleutel is None or sleutel.tekening or not self._waarde:
            return
        if sleutel.naam in deel.data:
            self.vangst.fout(
                "Deze eigenschap staat er twee keer.",
                plaats=self.rij,
                kolom=sleutel.naam,
                waarde=self._waarde,
                verwacht="één waarde",
            )
        deel.data[sleutel.naam] = self._waarde

    def _complete(self, deel: _Deel, van: str) -> Ruw:
        """All attributes of a node or connection: its own, the text of its drawing, and the defaults."""
        data = deel.data
        label = deel.label.strip()
        if label:
            naam = LABEL if LABEL not in data else f"{LABEL} (tekening)"
            data[naam] = label
        for sleutel in self._sleutels.values():
            if sleutel.standaard and sleutel.van in (van, "all") and not sleutel.tekening:
                data.setdefault(sleutel.naam, sleutel.standaard)
        return data

    def _einde_knoop(self, deel: _Deel) -> None:
        self._deel = None
        self.vangst.eis_tekst(deel.attributen.get("id", ""), deel.rij)
        self.vangst.knoop(deel.rij, deel.attributen.get("id", ""), self._complete(deel, "node"))

    def _einde_verbinding(self, deel: _Deel) -> None:
        self._deel = None
        attributen = deel.attributen
        if "sourceport" in attributen or "targetport" in attributen:
            raise self.weiger(_GEWEIGERD["port"], _TEKEN_OPNIEUW)
        richting = Richting.HEEN if self._gericht else Richting.GEEN
        eigen = attributen.get("directed")
        if eigen is not None and eigen not in ("true", "false"):
            self.vangst.fout(
                "De richting is niet gekend.",
                plaats=deel.rij,
                kolom="directed",
                waarde=eigen,
                verwacht="true of false",
            )
        elif eigen is not None:
            richting = Richting.HEEN if eigen == "true" else Richting.GEEN
        einden = attributen.get("source", ""), attributen.get("target", "")
        for tekst in einden:
            self.vangst.eis_tekst(tekst, deel.rij)
        self.vangst.verbinding(deel.rij, *einden, richting, self._complete(deel, "edge"))
