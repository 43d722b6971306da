"""How legible the ring is beside layouts of other programs: crossings, stress, neighbours, labels, calm.

    python -m benchmarks.indeling

All layouts get the same graph and the same ties: those between two sectors, single. Crossings are pairs of
drawn lines that cut each other (Purchase 1997, *Which aesthetic has the greatest effect on human
understanding?*): of the others one straight line per tie, of the ring what its page draws, read back from its
own SVG; a line that carries many ties counts once, as a reader sees it. They are estimated on :data:`PAREN`
random pairs of lines, the same number for each, so that it costs no more on a large graph.

Fruchterman–Reingold (1991), Kamada–Kawai (1989) and DrL (Martin e.a. 2011) are igraph's, ForceAtlas2 (Jacomy
e.a. 2014) is networkx'. Stress is Kruskal's first (1964) at the best scale; neighbours are the share of the k
nearest in the picture that are neighbours in the graph, k their number.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from statistics import mean
from typing import cast

import igraph
import networkx as nx
import numpy as np
from numpy.typing import NDArray

from benchmarks.getekend import drawn_lines
from benchmarks.meten import Hoofdstuk, Uitslag, number
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.vrijgave import Profiel, beperk
from netwerkkaart.kaart.gegevens import lay_out, make_gegevens
from netwerkkaart.kaart.invoer import KaartInvoer
from netwerkkaart.kaart.keuze import Keuze
from netwerkkaart.kaart.ondergrond import standard_ground
from tests.kaart.proefdata import make_proef

Punten = NDArray[np.float64]
NETTEN = {
    "een kleine regio": ("limburg", 300, 1_000),
    "een regio": ("limburg", 603, 2_500),
    "zes regio's": (None, 1_200, 6_000),
}
"""Name, region, organisations and ties of each invented graph."""
PAREN = 20_000
BRONNEN = 60
NAMEN = 40
STUKKEN = 10
TREKKINGEN = 10


@dataclass(frozen=True)
class Net:
    """One graph: places of the ring, distinct ties between sectors, sector by node."""

    ring: Punten
    van: NDArray[np.int64]
    naar: NDArray[np.int64]
    zone: NDArray[np.int64]

    @property
    def graaf(self) -> igraph.Graph:
        """The same as igraph takes it."""
        return igraph.Graph(len(self.ring), list(zip(self.van.tolist(), self.naar.tolist(), strict=True)))


def read_net(beeld: Beeld) -> Net:
    """What the map of a view draws."""
    g = make_gegevens(beeld, KaartInvoer(), standard_ground())
    org, ring, banden = (cast("dict[str, list[int]]", g[naam]) for naam in ("organisaties", "ring", "banden"))
    cellen = cast("dict[str, list[int]]", ring["cellen"])
    zone = np.array(cellen["zone"])[org["cel"]]
    ends = np.sort(np.array([banden["van"], banden["naar"]]).T, axis=1)
    paren = np.unique(ends[zone[ends[:, 0]] != zone[ends[:, 1]]], axis=0)
    punten = np.array([org["rx"], org["ry"]], float).T / 10
    return Net(punten, paren[:, 0], paren[:, 1], zone.astype(np.int64))


def crossings(lijnen: NDArray[np.float64], seed: int = 1) -> float:
    """Pairs of lines that cross, estimated; lines as points in a row, shape ``(n, points, 2)``."""
    n = len(lijnen)
    if n < 2:
        return 0.0
    r = np.random.default_rng(seed)
    i, j = r.integers(0, n, PAREN), r.integers(0, n, PAREN)
    i, j = i[i != j], j[i != j]
    p, q = lijnen[i], lijnen[j]
    kruist = np.zeros(len(i), bool)
    for s in range(lijnen.shape[1] - 1):
        for t in range(lijnen.shape[1] - 1):
            kruist |= _cross(p[:, s], p[:, s + 1], q[:, t], q[:, t + 1])
    return float(kruist.mean()) * n * (n - 1) / 2


def _cross(a: Punten, b: Punten, c: Punten, d: Punten) -> NDArray[np.bool_]:
    def kant(p: Punten, q: Punten, s: Punten) -> NDArray[np.float64]:
        return (q[:, 0] - p[:, 0]) * (s[:, 1] - p[:, 1]) - (q[:, 1] - p[:, 1]) * (s[:, 0] - p[:, 0])

    deelt = kant(a, b, c) * kant(a, b, d) < 0
    gedeeld: NDArray[np.bool_] = deelt & (kant(c, d, a) * kant(c, d, b) < 0)
    return gedeeld


def stress(punten: Punten, net: Net) -> float:
    """Kruskal's stress over distances in the graph from some sources; 0 is exact."""
    bronnen = np.random.default_rng(2).choice(len(punten), min(BRONNEN, len(punten)), replace=False)
    ver = np.array(net.graaf.distances(source=bronnen.tolist()))
    beeld = np.hypot(*(punten[bronnen][:, None] - punten[None]).transpose(2, 0, 1))
    telt = np.isfinite(ver) & (ver > 0)
    d, e = ver[telt], beeld[telt]
    schaal = (d * e).sum() / (e * e).sum()
    return float(np.sqrt(((schaal * e - d) ** 2).sum() / (d * d).sum()))


def preserved(punten: Punten, net: Net) -> float:
    """Share of the nearest in the picture that are neighbours in the graph."""
    buren = net.graaf.get_adjlist()
    delen = []
    for knoop in range(0, len(punten), max(1, len(punten) // 300)):
        eigen = set(buren[knoop])
        if not eigen:
            continue
        afstand = np.hypot(*(punten - punten[knoop]).T)
        afstand[knoop] = np.inf
        delen.append(len(eigen & set(np.argsort(afstand)[: len(eigen)].tolist())) / len(eigen))
    return mean(delen)


def same_sector(punten: Punten, net: Net) -> float:
    """Share of the eight nearest in the picture that are of the same sector: can one see who is who?"""
    delen = []
    for knoop in range(0, len(punten), max(1, len(punten) // 300)):
        afstand = np.hypot(*(punten - punten[knoop]).T)
        afstand[knoop] = np.inf
        delen.append(float(np.mean(net.zone[np.argsort(afstand)[:8]] == net.zone[knoop])))
    return mean(delen)


def label_overlaps(punten: Punten, net: Net) -> int:
    """Pairs that overlap among the labels of the best connected, each right of its dot, on 900 × 800."""
    graad = np.bincount(np.concatenate([net.van, net.naar]), minlength=len(punten))
    beste = np.argsort(-graad, kind="stable")[:NAMEN]
    laag, hoog = punten.min(0), punten.max(0)
    plek = (punten[beste] - laag) / np.maximum(hoog - laag, 1e-9).max() * 780
    dx, dy = (np.abs(plek[:, None, k] - plek[None, :, k]) for k in (0, 1))
    return int(np.triu((dx < 110) & (dy < 14), 1).sum())


def farthest(beeld: Beeld, samen: str = "") -> float:
    """Largest move of anyone over some additions of 1%, in shares of the width of the picture.

    Args:
        beeld: the view with the newcomers.
        samen: empty: they are drawn at random; "zone" or "gemeente": all from one sector or municipality.
    """
    verst = 0.0
    for seed in range(TREKKINGEN):
        klein, groot, blijft = without_some(beeld, seed=seed, samen=samen)
        verst = max(verst, _move(klein, groot, blijft))
    return verst


def _move(klein: Beeld, groot: Beeld, blijft: NDArray[np.intp]) -> float:
    plekken = []
    for beeld in (klein, groot):
        ring = lay_out(Keuze(beeld), standard_ground())
        plekken.append(np.array([ring.x, ring.y], float).T / (20 * ring.buiten))
    return float(np.hypot(*(plekken[0] - plekken[1][blijft]).T).max())


def shift(voor: Punten, na: Punten) -> float:
    """How far nodes moved on average, as a share of the width."""
    breed = float(np.ptp(voor, axis=0).max())
    return float(np.hypot(*(voor - na).T).mean()) / breed


def _igraph(naam: str) -> Callable[[Net], Punten]:
    def leg(net: Net) -> Punten:
        # igraph draws from Python's generator: the same start for each.
        import random

        igraph.set_random_number_generator(random.Random(1))
        return np.array(net.graaf.layout(naam).coords)

    return leg


def _fa2(net: Net) -> Punten:
    g = nx.Graph(list(zip(net.van.tolist(), net.naar.tolist(), strict=True)))
    g.add_nodes_from(range(len(net.ring)))
    plek = nx.forceatlas2_layout(g, max_iter=100, seed=1)
    return np.array([plek[i] for i in range(len(net.ring))])


INDELINGEN: dict[str, Callable[[Net], Punten]] = {
    "Fruchterman–Reingold": _igraph("fr"),
    "Kamada–Kawai": _igraph("kk"),
    "DrL": _igraph("drl"),
    "ForceAtlas2": _fa2,
}
_HOOGSTENS = {"Kamada–Kawai": 700}
"""Kamada–Kawai takes the distance of every pair; beyond this it would be most of the time."""


def measure_layout() -> Hoofdstuk:
    """The ring beside four others on three graphs."""
    beelden = {naam: make_proef(*maat).beeld for naam, maat in NETTEN.items()}
    klein = [without_some(beeld)[0] for beeld in beelden.values()]
    getekend = dict(zip(beelden, drawn_lines(klein, STUKKEN), strict=True))
    return Hoofdstuk(
        "De indeling van het netwerk",
        "De ring van de weergave Netwerk naast indelingen van igraph en networkx, op hetzelfde verzonnen "
        "netwerk met dezelfde banden tussen sectoren. Kruisingen: paren van getekende lijnen die elkaar "
        "snijden. De anderen tekenen elke band als een rechte lijn; de ring tekent één stroom per twee "
        "sectoren, die zich vertakt tot bij elke gemeente, geteld zoals de pagina ze tekent. Afstand: hoe "
        "slecht de afstand op het beeld die in het netwerk volgt (stress, 0 is volmaakt). Buren: deel van "
        "wie dichtst staat dat ook een band heeft. Sector: deel van de acht dichtste van dezelfde sector. "
        "Namen: paren die overlappen onder veertig namen rechts van hun stip; op de ring plaatst de "
        "pagina ze zonder overlap, dat kijkt een test na. Schuift: gemiddelde verplaatsing, in delen van "
        "de breedte, als er 1% organisaties bij komt.",
        tuple(rij for naam, beeld in beelden.items() for rij in _measure(naam, beeld, getekend[naam])),
        (
            "De ring is niet gemaakt om afstand in het netwerk te tonen: sector en gemeente houden er hun "
            "plaats, dus staan wie samenwerken er zelden naast elkaar. Dat ziet u aan afstand en buren.",
            "Een stroom toont hoeveel banden twee sectoren hebben en waar ze beginnen, niet wie met wie. Dat "
            "toont een klik: op de stroom (één lijn per twee gemeenten) of op een organisatie (elke band).",
        ),
    )


def _measure(naam: str, beeld: Beeld, getekend: Punten) -> list[Uitslag]:
    klein, groot, blijft = without_some(beeld)
    net, erbij = read_net(klein), read_net(groot)
    ring = crossings(getekend)
    anderen: list[Uitslag] = []
    minst = np.inf
    for andere, leg in INDELINGEN.items():
        if len(net.ring) > _HOOGSTENS.get(andere, len(net.ring)):
            continue
        punten = leg(net)
        telling = crossings(np.stack([punten[net.van], punten[net.naar]], axis=1))
        minst = min(minst, telling)
        schuift = shift(punten, leg(erbij)[blijft])
        anderen.append(
            Uitslag(
                f"{naam}: {andere}", "", _words(telling, punten, net, label_overlaps(punten, net), schuift)
            )
        )
    eigen = _words(ring, net.ring, net, 0, shift(net.ring, erbij.ring[blijft]))
    recht = crossings(np.stack([net.ring[net.van], net.ring[net.naar]], axis=1))
    wie = f"{naam}, {len(net.ring)} organisaties, {len(net.van)} banden: ring"
    verhouding = f"{number(ring / minst)} × de kruisingen van de beste ander"
    verst = farthest(beeld)
    return [
        Uitslag(wie, eigen, "", verhouding, "< 1 ×", ring < minst),
        Uitslag(
            f"{naam}: elke band van de ring als rechte lijn", f"{number(recht / 1000)} duizend kruisingen"
        ),
        Uitslag(
            f"{naam}: verste verplaatsing van één organisatie op de ring",
            f"{number(100 * verst)}% van de breedte, {TREKKINGEN} keer 1% erbij",
            "",
            "",
            "< 2%",
            verst < 0.02,
        ),
        Uitslag(
            f"{naam}: hetzelfde, als die 1% in één sector of in één gemeente komt",
            f"{number(100 * farthest(beeld, 'zone'))}% en {number(100 * farthest(beeld, 'gemeente'))}%",
        ),
        *anderen,
    ]


def without_some(
    beeld: Beeld, deel: float = 0.01, seed: int = 3, samen: str = ""
) -> tuple[Beeld, Beeld, NDArray[np.intp]]:
    """A view without one in a hundred of its organisations, the whole of it, and where those that stay stand.

    Both as partners see them; the places are numbers on the map of the whole; ``samen`` as in
    :func:`farthest`.
    """
    r = np.random.default_rng(seed)
    groot = beperk(beeld, Profiel.PARTNERS)
    keuze = Keuze(groot)
    op_kaart = {groot.ids[k]: i for i, k in enumerate(keuze.knopen)}
    ids = list(beeld.ids[: beeld.aantal_organisaties])
    keus = np.arange(len(ids))
    hoeveel = max(1, round(len(ids) * deel))
    if samen:
        groep = keuze.zone if samen == "zone" else keuze.gemeente
        van = np.array([groep[op_kaart[id_]] if id_ in op_kaart else -1 for id_ in ids])
        nummers, tellen = np.unique(van[van >= 0], return_counts=True)
        # Of a group that stays: one that had nobody before is a new sector or municipality.
        keus = np.flatnonzero(van == r.choice(nummers[tellen > hoeveel]))
    weg = set(r.choice(keus, hoeveel, replace=False).tolist())
    vrijgave = ["intern" if k in weg else waarde for k, waarde in enumerate(beeld.kolom("vrijgave"))]
    klein = beperk(replace(beeld, kolommen={**beeld.kolommen, "vrijgave": vrijgave}), Profiel.PARTNERS)
    return klein, groot, np.array([op_kaart[klein.ids[k]] for k in Keuze(klein).knopen], np.intp)


def _words(kruisingen: float, punten: Punten, net: Net, namen: int, schuift: float) -> str:
    return (
        f"{number(kruisingen / 1000)} duizend kruisingen · afstand {number(stress(punten, net))} · buren "
        f"{round(100 * preserved(punten, net))}% · sector {round(100 * same_sector(punten, net))}% · "
        f"namen {namen} · schuift {number(100 * schuift)}%"
    )


if __name__ == "__main__":
    from rich.console import Console

    from benchmarks.tabel import print_chapter

    print_chapter(Console(width=220), measure_layout())
