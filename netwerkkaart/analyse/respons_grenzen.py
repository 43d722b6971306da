"""Bounds on figures about ties: what they would be if everything that nobody was asked were no, or yes.

A pair of organisations is *ja* when the newest round that speaks of it says that they have a tie, *nee* when
it says that they have none, else unasked. Where no round speaks of it, a tie that a list calls confirmed, by
both ends or by one, is *ja* too. A tie that stands in the graph against a *nee* counts until it is
ended, as everywhere. So the pairs with a tie are at least those that have one and are *ja*, and at most
all pairs but those that are *nee* and have none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

import numpy as np

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import (
    Getallen,
    counted,
    in_region,
    percentage,
    reference_date,
    region_name,
)
from netwerkkaart.analyse.bereik import compute_reach
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.kolommen import find, pair_keys
from netwerkkaart.analyse.respons import answered_pairs, current_answers
from netwerkkaart.analyse.respons_keten import closed_at_most, closed_chains
from netwerkkaart.analyse.respons_rondes import rounds_in_order
from netwerkkaart.analyse.tandems import nodes_of
from netwerkkaart.analyse.tekening import Reeks, Staaf, Staven
from netwerkkaart.analyse.uitkomst import Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld, Masker, Relaties
from netwerkkaart.schema.register import BANDEN


@dataclass(frozen=True, slots=True)
class GrensRij:
    """One figure with its bounds."""

    cijfer: str = field(metadata=kop("Cijfer"))
    laag: int = field(metadata=kop("Minstens", "Als alles wat niet bevraagd is, nee zou zijn."))
    nu: int = field(metadata=kop("Zoals gekend", "Zoals de andere analyses het tellen."))
    hoog: int = field(metadata=kop("Hoogstens", "Als alles wat niet bevraagd is, ja zou zijn."))
    noemer: int = field(metadata=kop("Van", "Hoeveel er zouden kunnen zijn."))
    laag_aandeel: float | None = field(metadata=kop("Minstens (aandeel)"))
    aandeel: float | None = field(metadata=kop("Zoals gekend (aandeel)"))
    hoog_aandeel: float | None = field(metadata=kop("Hoogstens (aandeel)"))
    bewijs: tuple[str, ...] = field(metadata=kop("Bewijs", "Codes van de bevragingen."))


def respons_grenzen(
    beeld: Beeld, drempels: Drempels = STANDAARD, *, regio: str | None = None
) -> Uitkomst[GrensRij]:
    """The figures on ties with their bounds. O(answers + ties), and two reaches.

    Args:
        beeld: the view at a date; later answers do not count.
        drempels: the thresholds.
        regio: pairs within this region, and chains of its schools.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    datum, hier = reference_date(beeld), in_region(beeld, regio)
    paren = Paarstand.of(beeld)
    bewijs = tuple(beeld.ids[k] for k in rounds_in_order(beeld))
    rijen = tuple(
        _row(naam, tellingen, bewijs)
        for naam, tellingen in (*paren.figures(hier), *_chains(beeld, drempels, paren, hier))
    )
    cijfers: dict[str, float | int | str | None] = {
        f"{rij.cijfer} {naam}": waarde
        for rij in rijen
        for naam, waarde in (("minstens", rij.laag), ("gekend", rij.nu), ("hoogstens", rij.hoog))
    }
    noten = [
        "Minstens: alleen banden waarop iemand ja zei. Hoogstens: elk paar, behalve waar iemand nee zei.",
    ]
    if drempels.schakels > 2:
        noten.append("Bij meer dan 2 schakels kan het hoogste aantal ketens een onderschatting zijn.")
    return Uitkomst(
        "respons-grenzen", _title(rijen, regio), datum, drempels, GrensRij, rijen, tuple(noten), cijfers
    )


@dataclass(frozen=True)
class Paarstand:
    """Pairs of organisations as sorted keys ``lower × n + higher``.

    Args:
        beeld: the view.
        band: pairs with a tie.
        ja: those among them of which the answers say so.
        nee: pairs without a tie of which the answers say that there is none.
    """

    beeld: Beeld
    band: Getallen
    ja: Getallen
    nee: Getallen

    @classmethod
    def of(cls, beeld: Beeld) -> Paarstand:
        """Weigh the answers of all rounds. O(answers + ties)."""
        antwoorden = list(current_answers(beeld).values())
        oordeel: dict[tuple[int, int], bool] = {}
        for ronde in (-1, *rounds_in_order(beeld)):
            ja, nee = answered_pairs(beeld, [a for a in antwoorden if a.bevraging == ronde])
            oordeel |= dict.fromkeys(nee, False) | dict.fromkeys(ja, True)
        n = beeld.aantal_organisaties
        mag = np.zeros(len(beeld), dtype=np.bool_)
        mag[_all_nodes(beeld)] = True
        wel, niet = (
            np.array(
                sorted(
                    u * n + v for (u, v), w in oordeel.items() if w is woord and u != v and mag[u] and mag[v]
                ),
                dtype=np.int64,
            )
            for woord in (True, False)
        )
        graaf = Bandgraaf.of(beeld)
        band = graaf.randen[:, 0] * n + graaf.randen[:, 1]
        zeker = (_confirmed(graaf) & (find(niet, band) < 0)) | (find(wel, band) >= 0)
        return cls(beeld, band, band[zeker], niet[find(band, niet) < 0])

    def figures(self, hier: Masker) -> list[tuple[str, tuple[int, int, int, int]]]:
        """Per figure: least, as known, most, and of how many."""
        n = self.beeld.aantal_organisaties
        knopen = nodes_of(self.beeld, hier)
        binnen = np.zeros(n, dtype=np.bool_)
        binnen[knopen] = True
        sector = self.beeld.sector[:n].astype(np.int64)
        grootte = np.bincount(sector[knopen] + 1)
        alle = len(knopen) * (len(knopen) - 1) // 2
        tussen = (len(knopen) ** 2 - int((grootte**2).sum())) // 2
        uit = []
        for naam, geheel, brug in (
            ("paren met een band", alle, False),
            ("bruggen tussen sectoren", tussen, True),
        ):
            aantal = []
            for paren in (self.ja, self.band, self.nee):
                u, v = paren // n, paren % n
                telt = binnen[u] & binnen[v] & (~brug | (sector[u] != sector[v]))
                aantal.append(int(np.count_nonzero(telt)))
            uit.append((naam, (aantal[0], aantal[1], geheel - aantal[2], geheel)))
        graden = [
            np.bincount(np.concatenate([p // n, p % n]), minlength=n)[knopen]
            for p in (self.ja, self.band, self.nee)
        ]
        ander = len(_all_nodes(self.beeld)) - 1
        zeker, nu = (int(np.count_nonzero(graad)) for graad in graden[:2])
        kan = len(knopen) - int(np.count_nonzero(graden[2] == ander)) if ander else 0
        uit.append(("organisaties met een band", (zeker, nu, kan, len(knopen))))
        return uit

    def only_yes(self) -> Beeld:
        """The same graph with only the ties of pairs that are *ja*."""
        n, tabellen = self.beeld.aantal_organisaties, dict(self.beeld.relaties)
        for naam in BANDEN:
            tabel = self.beeld.van_type(naam)
            blijft = np.flatnonzero(find(self.ja, pair_keys(n, tabel.van, tabel.naar)) >= 0)
            plekken = blijft.tolist()
            kolommen = {k: [kolom[p] for p in plekken] for k, kolom in tabel.kolommen.items()}
            rids = [tabel.rids[p] for p in plekken]
            tabellen[naam] = Relaties(naam, rids, tabel.van[blijft], tabel.naar[blijft], kolommen)
        return Beeld(self.beeld.datum, self.beeld.ids, self.beeld.soort, self.beeld.kolommen, tabellen)


def _confirmed(graaf: Bandgraaf) -> Masker:
    """Which edges have a tie of which an end says so, as the tie itself states."""
    waarden = chain.from_iterable(graaf.beeld.van_type(naam).kolom("bevestiging") for naam in BANDEN)
    zegt_ja = np.fromiter(
        (w in ("bevestigd", "eenzijdig") for w in waarden), np.bool_, len(graaf.rand_van_band)
    )
    randen = graaf.rand_van_band[zegt_ja]
    uit = np.zeros(len(graaf), dtype=np.bool_)
    uit[randen[randen >= 0]] = True
    return uit


def _all_nodes(beeld: Beeld) -> Getallen:
    """The organisations that can have a tie."""
    return nodes_of(beeld, np.ones(len(beeld), dtype=np.bool_))


def _chains(
    beeld: Beeld, drempels: Drempels, paren: Paarstand, hier: Masker
) -> list[tuple[str, tuple[int, int, int, int]]]:
    bereik = compute_reach(beeld, drempels)
    telt = hier[bereik.start]
    nu, hoog = closed_chains(bereik, bereik.bereikt, telt), closed_at_most(bereik, paren.nee, telt)
    zeker = compute_reach(paren.only_yes(), drempels)
    laag = closed_chains(zeker, zeker.bereikt, telt)
    return [
        (f"gesloten ketens, thema {thema}", (laag[thema][0], nu[thema][0], hoog[thema][0], nu[thema][1]))
        for thema in nu
    ]


def _row(naam: str, tellingen: tuple[int, int, int, int], bewijs: tuple[str, ...]) -> GrensRij:
    laag, nu, hoog, noemer = tellingen
    aandelen = [deel / noemer if noemer else None for deel in (laag, nu, hoog)]
    return GrensRij(naam, laag, nu, hoog, noemer, aandelen[0], aandelen[1], aandelen[2], bewijs)


def _title(rijen: Sequence[GrensRij], regio: str | None) -> str:
    waar = region_name(regio)
    ketens = [rij for rij in rijen if rij.cijfer.startswith("gesloten") and rij.noemer]
    delen = [
        f"{rij.cijfer.partition(', ')[2]}: minstens {percentage(rij.laag, rij.noemer)}, zoals gekend "
        f"{percentage(rij.nu, rij.noemer)}, hoogstens {percentage(rij.hoog, rij.noemer)} "
        f"van {counted(rij.noemer, 'keten', 'ketens')}"
        for rij in ketens
    ]
    if not delen:
        return f"{waar}: er zijn nog geen ketens om grenzen van te geven."
    return f"{waar}, gesloten ketens als het niet-bevraagde nee of ja was: {'; '.join(delen)}."


def draw_grenzen(uitkomst: Uitkomst[GrensRij]) -> Staven:
    """Each figure in per cent as it is known, with its bounds as a margin."""
    return Staven(
        uitkomst.titel,
        "%",
        (Reeks("zoals gekend", "goed"),),
        tuple(
            Staaf(
                rij.cijfer,
                (100 * rij.nu / rij.noemer,),
                (100 * rij.laag / rij.noemer, 100 * rij.hoog / rij.noemer),
            )
            for rij in uitkomst.rijen
            if rij.noemer
        ),
        "De marge: als alles wat niet bevraagd is, nee of ja zou zijn.",
    )
