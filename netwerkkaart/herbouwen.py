"""Make an equal graph from nothing: replay every import, from its kept file where that says the same.

It shows that nothing of the graph hangs on the engine's own file, and it is the way out when that file
would be lost: the journal beside it is then the source.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from netwerkkaart.bewaard import Bewaarmap, Inleeskeuzes, open_bewaarmap
from netwerkkaart.fouten import GebruikersFout, OpslagFout
from netwerkkaart.graph import cypher
from netwerkkaart.graph.archief_delen import DELEN, encode, read_content
from netwerkkaart.graph.geschiedenis import ImportKop, read_koppen, read_regels
from netwerkkaart.graph.initialiseren import jump_to_version
from netwerkkaart.graph.journaal import read_journaal
from netwerkkaart.graph.lezen import read_version
from netwerkkaart.graph.regels import read_line
from netwerkkaart.graph.store import Store, snapshot
from netwerkkaart.graph.uitvoeren import ImportGegevens, carry_out
from netwerkkaart.invoeren import read_again
from netwerkkaart.plan.wijziging import KnoopWijziging, Plan, RelatieWijziging, Wijziging

_TOON = 5
"""Differing lines of each part that are shown."""

Gedaan = Callable[[int, int], None]
"""Called with the number of imports done and the total."""


@dataclass(frozen=True, slots=True)
class Verleden:
    """The imports of a graph, wherever they are read from.

    Args:
        koppen: every import, in order.
        regels: gives the changes of an import as lines of JSON.
        bestanden: the kept files.
    """

    koppen: Sequence[ImportKop]
    regels: Callable[[str], Iterable[str]]
    bestanden: Bewaarmap


def from_store(store: Store) -> Verleden:
    """The past of a graph as the graph tells it."""
    return Verleden(
        read_koppen(store.read), lambda id_: read_regels(store.read, id_), open_bewaarmap(store.adres)
    )


def from_journaal(pad: Path) -> Verleden:
    """The past of an embedded graph as the journal beside it tells it; the graph itself may be lost.

    Raises:
        OnleesbaarBestand: there is no such file, or it is no journal.
    """
    koppen, regels = read_journaal(pad)
    graaf = pad.with_name(pad.name.removesuffix(".wijzigingen.jsonl"))
    return Verleden(koppen, regels, open_bewaarmap(str(graaf)))


@dataclass(frozen=True, slots=True)
class Stap:
    """How one import was repeated.

    Args:
        kop: the import.
        herlezen: true when its file was read again and said the same.
        reden: why not, in Dutch; empty when it was.
    """

    kop: ImportKop
    herlezen: bool
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """One part of the archives of both graphs.

    Args:
        deel: name of the part.
        regels: number of lines.
        verschillen: lines that only one of both has.
        voorbeelden: keys of the nodes or relations in the first of these; nothing that they hold.
    """

    deel: str
    regels: int
    verschillen: int = 0
    voorbeelden: tuple[str, ...] = ()


def rebuild(verleden: Verleden, doel: Store, gedaan: Gedaan | None = None) -> list[Stap]:
    """Repeat every import into an empty store; ids, numbers and moments stay what they were.

    What is written are the changes as they were remembered. Where the file is kept it is read again
    first, with the choices of then, and it is told whether it says the same today.

    Raises:
        OpslagFout: the store is not empty.
        GebruikersFout: an import refers to what no import made. What was repeated before it stays.
    """
    aantal = len(doel.read(cypher.LABELS).rijen)
    if aantal:
        raise OpslagFout(
            f"{doel.adres} is niet leeg: er staan {aantal} knopen in.",
            hulp="Kies met --naar een nieuwe graaf; herbouwen kan alleen in een lege.",
        )
    herhaling = _Herhaling(verleden, doel, open_bewaarmap(doel.adres))
    stappen = []
    for nr, kop in enumerate(verleden.koppen, start=1):
        stappen.append(herhaling.repeat(kop))
        if gedaan is not None:
            gedaan(nr, len(verleden.koppen))
    return stappen


@dataclass
class _Herhaling:
    verleden: Verleden
    doel: Store
    bestanden: Bewaarmap
    labels: dict[str, str] = field(default_factory=dict)

    def repeat(self, kop: ImportKop) -> Stap:
        wijzigingen = [read_line(regel) for regel in self.verleden.regels(kop.id)]
        self.labels |= {w.id: w.label for w in wijzigingen if isinstance(w, KnoopWijziging)}
        pad = self.verleden.bestanden.find(kop.bestand) if kop.bestand else None
        reden = "er is geen bestand bij" if not kop.bestand else "het bestand is er niet meer"
        if pad is not None:
            reden = self._read_again(kop, pad, wijzigingen)
            self.bestanden.keep(pad, kop.bestand[:64])
        versie = read_version(self.doel)
        if kop.versie > versie + 1:  # something was written in between that was no import
            versie = kop.versie - 1
            jump_to_version(self.doel, versie)
        carry_out(self.doel, self._plan(wijzigingen, versie), _gegevens(kop))
        if pad is not None:
            self.bestanden.settle(kop.bestand)
        return Stap(kop, not reden, reden)

    def _read_again(self, kop: ImportKop, pad: Path, toen: Sequence[Wijziging]) -> str:
        """Empty when the file says today what it said then; else why not."""
        try:
            keuzes = Inleeskeuzes.from_json(kop.keuzes)
            plan = read_again(self.doel, pad, keuzes).plan
        except ValueError:
            return "hoe het gelezen werd, is niet gekend"
        except GebruikersFout as fout:
            return f"het bestand is niet meer zo te lezen: {fout.tekst}"
        zelfde = [_bare(w) for w in plan.wijzigingen] == list(toen)
        return "" if zelfde else "het bestand geeft vandaag andere wijzigingen dan toen"

    def _plan(self, wijzigingen: Sequence[Wijziging], versie: int) -> Plan:
        relaties = [
            replace(w, van_basis=self._basis(w.van, w), naar_basis=self._basis(w.naar, w))
            for w in wijzigingen
            if isinstance(w, RelatieWijziging)
        ]
        knopen = tuple(w for w in wijzigingen if isinstance(w, KnoopWijziging))
        return Plan(knopen, tuple(relaties), versie=versie)

    def _basis(self, id_: str, wijziging: RelatieWijziging) -> str:
        if id_ not in self.labels:
            raise GebruikersFout(
                f"De relatie {wijziging.rid} loopt naar {id_}, en geen enkele import maakte die knoop.",
                hulp="Deze graaf is ooit teruggezet zonder geschiedenis. Maak een archief: dat is volledig.",
            )
        return cypher.basis_of(self.labels[id_])


def _bare(w: Wijziging) -> Wijziging:
    """As it is remembered: without the base labels at the ends of a relation."""
    return replace(w, van_basis="", naar_basis="") if isinstance(w, RelatieWijziging) else w


def _gegevens(kop: ImportKop) -> ImportGegevens:
    return ImportGegevens(
        soort_import=kop.soort_import,
        tijdstip=datetime.fromisoformat(kop.tijdstip),
        bron=kop.bron,
        bron_datum=kop.bron_datum,
        bestand_sha256=kop.sha256,
        id=kop.id,
        bestand=kop.bestand,
        keuzes=kop.keuzes,
        draait_terug=kop.draait_terug,
        omvat=kop.omvat,
    )


def compare(een: Store, ander: Store) -> list[Vergelijking]:
    """Compare two graphs by the parts of their archives. O(size of both)."""
    delen = [_parts(store) for store in (een, ander)]
    return [_compare_part(naam, delen[0][naam], delen[1][naam]) for naam in DELEN]


def _parts(store: Store) -> Mapping[str, bytes]:
    with snapshot(store) as read:
        return encode(read_content(read))


def _compare_part(naam: str, een: bytes, ander: bytes) -> Vergelijking:
    deel = naam.removesuffix(".jsonl")
    regels = een.decode("utf-8").split("\n")[:-1]  # not splitlines: a text may hold other line ends
    if een == ander:
        return Vergelijking(deel, len(regels))
    verschil = sorted({*regels} ^ {*ander.decode("utf-8").split("\n")[:-1]})
    sleutels = dict.fromkeys(
        str(d.get("rid") or d.get("id") or d.get("sleutel")) for d in map(json.loads, verschil)
    )
    return Vergelijking(deel, len(regels), max(1, len(verschil)), tuple(sleutels)[:_TOON])


def has_same_facts(vergelijkingen: Iterable[Vergelijking]) -> bool:
    """Whether all nodes and relations are equal, down to the last byte of their archives."""
    feiten = {"knopen", "relaties"}
    return not any(v.verschillen for v in vergelijkingen if v.deel in feiten)
