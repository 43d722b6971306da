"""The surroundings of one organisation as a page of its own, or in a notebook; drawn by vis-network.

pyvis gives the model of nodes, edges and options, and the files of vis-network in its package. The page
is ours: offline, escaped, with a policy, physics off and places from :mod:`netwerkkaart.kaart.omgeving`.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from pathlib import Path

from netwerkkaart.fouten import NietGevonden
from netwerkkaart.graph.afscherming import Afscherming
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.vrijgave import Profiel, beperk
from netwerkkaart.kaart.code import page_code
from netwerkkaart.kaart.keuze import Keuze
from netwerkkaart.kaart.notebook import Kaartpagina
from netwerkkaart.kaart.omgeving import Omgeving, positions, surroundings
from netwerkkaart.kaart.richting import isolate, isolate_names
from netwerkkaart.kaart.sjabloon import make_page
from netwerkkaart.kaart.soorten import BANDGROEPEN, KAARTSOORTEN
from netwerkkaart.kaart.woorden import datum_tekst, tekst

Blok = dict[str, object]

_LIJF = """<header class="balk"><b>Netwerkkaart</b> <span id="stand"></span></header>
<main><h1 id="titel"></h1><p id="ondertitel"></p><div id="doek" role="img"></div></main>
<aside><h2 id="lijstkop"></h2><ul id="lijst"></ul></aside>
<noscript>Deze pagina heeft JavaScript nodig.</noscript>"""


def toon(
    beeld: Beeld,
    id_: str,
    *,
    diepte: int = 1,
    maximum: int = 300,
    profiel: Profiel = Profiel.PARTNERS,
    editie: str = "",
) -> Kaartpagina:
    """The surroundings of one organisation, forum, network or coordinator.

    Args:
        beeld: the view at its reference date.
        id_: id of the node in the middle; of a sole practitioner whom the profile does not name, her own
            or that of her stand-in.
        diepte: how many ties or seats away, at least 1.
        maximum: most nodes; the page says how many there are more.
        profiel: for whom; what the profile may not show is not in the page.
        editie: quotation of the edition that it is made from; empty: the living graph.

    Raises:
        NietGevonden: there is no such node, or the profile may not show it.
        ValueError: ``diepte`` or ``maximum`` below 1.
    """
    if diepte < 1 or maximum < 1:
        raise ValueError("diepte and maximum must be at least 1")
    wie = Afscherming.of(profiel, beeld)
    keuze = Keuze(isolate_names(beperk(beeld, profiel, wie)))
    nummers = keuze.beeld.nummer
    # Who makes the page knows her by her own code; what it shows is her stand-in.
    knoop = nummers[id_] if id_ in nummers else nummers.get(wie.schuilcodes.get(id_, ""), -1)
    midden = int(keuze.nummer[knoop]) if knoop >= 0 else -1
    if midden < 0:
        raise NietGevonden(
            f'Er is geen organisatie met de code "{id_}" op deze kaart.',
            hulp="Kijk de code na in de kaart. Is de organisatie intern? Gebruik dan het profiel intern.",
        )
    omgeving = surroundings(keuze, midden, diepte, maximum)
    naam = keuze.beeld.naam(keuze.knopen[midden])
    script, stijl = page_code("rond")
    pagina = make_page(
        f"{naam} · Netwerkkaart",
        _LIJF,
        _data(keuze, omgeving, profiel, editie),
        [_vis_network(), script],
        stijl,
    )
    return Kaartpagina(pagina, naam)


def write_rond(
    beeld: Beeld,
    id_: str,
    pad: Path,
    diepte: int = 1,
    maximum: int = 300,
    *,
    profiel: Profiel = Profiel.PARTNERS,
    editie: str = "",
) -> Path:
    """Write the surroundings of one organisation as a page; arguments as for :func:`toon`.

    Raises:
        NietGevonden: as for :func:`toon`.
        GebruikersFout: the file cannot be written.
    """
    pagina = toon(beeld, id_, diepte=diepte, maximum=maximum, profiel=profiel, editie=editie)
    return pagina.write(pad)


def _data(keuze: Keuze, omgeving: Omgeving, profiel: Profiel, editie: str) -> Blok:
    nodes, edges, opties = _vis_model(keuze, omgeving)
    dag = keuze.beeld.datum
    return {
        "titel": keuze.beeld.naam(keuze.knopen[omgeving.knopen[0]]),
        "datum": " · ".join(filter(None, (datum_tekst(dag, None), editie))),
        "profiel": str(profiel),
        "geheel": omgeving.geheel,
        "soorten": [asdict(soort) for soort in KAARTSOORTEN],
        "groepen": [groep.naam for groep in BANDGROEPEN],
        "nodes": nodes,
        "edges": edges,
        "opties": opties,
    }


def _vis_model(keuze: Keuze, omgeving: Omgeving) -> tuple[list[Blok], list[Blok], Blok]:
    """Nodes, edges and options by pyvis's model. Ids are our numbers, so that no text of a user is code."""
    from pyvis.network import Network  # heavy, and only needed here

    # Directed, because pyvis otherwise compares each new edge with all others.
    netwerk = Network(directed=True)
    plaats = positions(omgeving, keuze.soort.tolist())
    beeld = keuze.beeld
    for knoop in omgeving.knopen:
        nummer = keuze.knopen[knoop]
        gemeente = int(keuze.gemeente[knoop])
        x, y = plaats[knoop]
        netwerk.add_node(
            knoop,
            label=beeld.naam(nummer),
            shape="custom",
            x=x,
            y=y,
            soort=int(keuze.soort[knoop]),
            afstand=omgeving.afstand[knoop],
            plaats=beeld.naam(keuze.gemeenten[gemeente]) if gemeente >= 0 else "",
        )
    status = keuze.lijnen.kolom(beeld, "bevestiging")
    bron = keuze.lijnen.kolom(beeld, "bron")
    for rij in omgeving.lijnen:
        van, naar = int(keuze.lijnen.van[rij]), int(keuze.lijnen.naar[rij])
        groep = int(keuze.lijnen.groep[rij])
        netwerk.add_edge(
            van,
            naar,
            arrows="to" if BANDGROEPEN[groep].code == "doorverwijzing" else "",
            dashes=status[rij] != "bevestigd",
            groep=groep,
            bron=isolate(tekst(bron[rij])),
        )
    netwerk.toggle_physics(False)
    nodes, edges, _, _, _, opties = netwerk.get_network_data()
    return [_without_style(node) for node in nodes], edges, json.loads(opties)


def _without_style(node: Blok) -> Blok:
    """Pyvis adds a colour and font of its own; the page draws the marks of the map."""
    return {sleutel: waarde for sleutel, waarde in node.items() if sleutel not in ("color", "font")}


@cache
def _vis_network() -> str:
    """vis-network as pyvis ships it; its licence stands at its top."""
    pad = files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js"
    return pad.read_text("utf-8").rstrip("\n")
