"""What stays when an organisation falls away: bands, the largest connected part, closed chains, seats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import in_region
from netwerkkaart.analyse.bereik import compute_reach
from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.analyse.fora import seats
from netwerkkaart.analyse.ketenoordeel import GESLOTEN, chain_verdicts, step_verdicts
from netwerkkaart.analyse.verankering_rij import VerankeringRij, ids_of, make_row
from netwerkkaart.graph.beeld import Beeld, Masker, Relaties
from netwerkkaart.schema.vocabularia import REGIO, STAPPEN_PER_THEMA

_PAREN, _DEEL = "paren met een band", "grootste verbonden deel"
_KETENS, _DEELNAMES = "gesloten ketens van anderen", "deelnames aan fora"
WOORDEN: Mapping[str, tuple[str, str, bool]] = {
    _PAREN: ("paar met een band", _PAREN, True),
    _DEEL: (f"organisatie in het {_DEEL}", f"organisaties in het {_DEEL}", False),
    _KETENS: ("gesloten keten van anderen", _KETENS, False),
    _DEELNAMES: ("deelname aan een forum", _DEELNAMES, False),
}
"""How a sentence names one and more of each thing, and whether its article is ``het``."""


def without(beeld: Beeld, knoop: int) -> Beeld:
    """The same graph in which a node has no relations left; the numbers of the nodes stay. O(relations)."""
    tabellen: dict[str, Relaties] = {}
    for naam, tabel in beeld.relaties.items():
        blijft = np.flatnonzero((tabel.van != knoop) & (tabel.naar != knoop))
        if len(blijft) == len(tabel):
            tabellen[naam] = tabel
        elif len(blijft):
            plekken = blijft.tolist()
            kolommen = {n: [kolom[p] for p in plekken] for n, kolom in tabel.kolommen.items()}
            rids = [tabel.rids[p] for p in plekken]
            tabellen[naam] = Relaties(naam, rids, tabel.van[blijft], tabel.naar[blijft], kolommen)
    return replace(beeld, relaties=tabellen)


def organisation_rows(beeld: Beeld, drempels: Drempels, knoop: int) -> Iterator[VerankeringRij]:
    """What stays without an organisation, in its region; everywhere when that is unknown.

    The analyses of two graphs: with and without it.
    """
    code = int(beeld.regio[knoop])
    hier = in_region(beeld, REGIO.codes[code] if code >= 0 else None)
    zonder, graaf = without(beeld, knoop), Bandgraaf.of(beeld)
    van, naar = graaf.randen[:, 0], graaf.randen[:, 1]
    eigen = np.flatnonzero((van == knoop) | (naar == knoop)).tolist()
    banden = tuple(beeld.banden.rids[band] for rand in eigen for band in graaf.bands_of(rand))
    paren = int(np.count_nonzero(hier[van] | hier[naar]))
    yield make_row(beeld, knoop, _PAREN, paren, banden, len(eigen))
    voor, na = (_largest(g, hier) for g in (graaf, Bandgraaf.of(zonder)))
    yield make_row(beeld, knoop, _DEEL, int(voor.sum()), ids_of(beeld, voor & ~na))
    dicht, blijft = (_closed(b, drempels, hier, knoop) for b in (beeld, zonder))
    yield make_row(beeld, knoop, _KETENS, len(dicht), sorted(dicht - blijft))
    fora, tabel = beeld.van_soort("Forum"), beeld.van_type("NEEMT_DEEL_AAN")
    zit = seats(beeld, fora[hier[fora]])
    plekken = np.flatnonzero((tabel.van == knoop) & hier[tabel.naar]).tolist()
    weg: Sequence[str] = [tabel.rids[plek] for plek in plekken]
    yield make_row(beeld, knoop, _DEELNAMES, int(zit.nnz), weg)


def _largest(graaf: Bandgraaf, hier: Masker) -> Masker:
    """The organisations of the region in the connected part that holds most of them; of equals the first."""
    deel = np.array(graaf.graaf.connected_components().membership, dtype=np.int64)
    eigen = hier[: len(deel)]
    if not eigen.any():
        return np.zeros(len(deel), dtype=np.bool_)
    return np.asarray(eigen & (deel == np.bincount(deel[eigen]).argmax()))


def _closed(beeld: Beeld, drempels: Drempels, hier: Masker, knoop: int) -> set[str]:
    """Closed chains of schools of the region other than one: ``id|thema``."""
    bereik = compute_reach(beeld, drempels)
    codes = bereik.once(step_verdicts)
    # Who lost her municipality is still of the region: numbers of nodes are the same in both graphs.
    telt = hier[bereik.start] & (bereik.start != knoop)
    return {
        f"{beeld.ids[school]}|{thema}"
        for thema in STAPPEN_PER_THEMA
        for school in bereik.start[telt & (chain_verdicts(codes, thema) == GESLOTEN)].tolist()
    }
