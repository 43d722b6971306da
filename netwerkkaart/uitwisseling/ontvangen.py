"""Receive another's archive into a store: prepare, look, carry out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from netwerkkaart.graph.archief_delen import read_content
from netwerkkaart.graph.archief_lezen import read_archief
from netwerkkaart.graph.bulk import paused_collector
from netwerkkaart.graph.gewist import erased_in, find_erased, without_people
from netwerkkaart.graph.herleiden import complete_from_answers
from netwerkkaart.graph.lezen import read_version
from netwerkkaart.graph.store import Store, snapshot
from netwerkkaart.graph.uitvoeren import ImportGegevens, ImportVerslag, Voortgang, carry_out
from netwerkkaart.plan.wijziging import Plan
from netwerkkaart.uitwisseling.kant import Kant
from netwerkkaart.uitwisseling.vergelijken import Verschil, compare
from netwerkkaart.uitwisseling.voorstel import Keuze, Keuzes, Voorstel, make_voorstel

SOORT = "archief"
"""Kind of import under which an exchange is remembered."""


@dataclass(frozen=True)
class Uitwisseling:
    """An archive that is compared with a store, but not received.

    Args:
        ons, hun: the two sides.
        verschillen: everything in which they differ.
        voorstel: what would change here.
        omvat: ids of imports that this side sees for the first time.
        versie: version of the store.
        gewist: ids of people here whom the other side erased: they are to be erased here as well.
        geweerd: number of people in the archive who were erased, and stay away.
    """

    ons: Kant
    hun: Kant
    verschillen: tuple[Verschil, ...]
    voorstel: Voorstel
    omvat: tuple[str, ...]
    versie: int
    gewist: tuple[str, ...] = ()
    geweerd: int = 0

    @property
    def is_leeg(self) -> bool:
        """True when there is nothing to take over, and nothing new that was seen."""
        return self.voorstel.plan.is_leeg and not self.omvat and not self.gewist

    def decided(self, store: Store, keuzes: Keuzes, standaard: Keuze = Keuze.NIEUWSTE) -> Uitwisseling:
        """The same exchange with decisions about its conflicts."""
        voorstel = _propose(store, self.ons, self.hun, self.verschillen, self.versie, keuzes, standaard)
        return replace(self, voorstel=voorstel)


def prepare_receipt(store: Store, pad: Path, *, standaard: Keuze = Keuze.NIEUWSTE) -> Uitwisseling:
    """Compare an archive with a store. Writes nothing. O(size of both).

    Raises:
        OnleesbaarBestand, GebruikersFout: the archive is not one, or has faults.
    """
    gelezen = read_archief(pad)
    with paused_collector():
        with snapshot(store) as read:
            eigen = read_content(read)
        gewist = erased_in(eigen) | erased_in(gelezen)
        te_wissen, geweerd = find_erased(eigen, gewist), find_erased(gelezen, gewist)
        # Who is to be erased is no part of the comparison: a plan would write her into the history.
        weg = te_wissen | geweerd
        ons, hun = Kant(without_people(eigen, weg)), Kant(without_people(gelezen, weg))
        versie = read_version(store)
        verschillen = tuple(compare(ons, hun))
        voorstel = _propose(store, ons, hun, verschillen, versie, {}, standaard)
    omvat = tuple(sorted(hun.kent - ons.kent))
    return Uitwisseling(
        ons, hun, verschillen, voorstel, omvat, versie, tuple(sorted(te_wissen)), len(geweerd)
    )


def _propose(
    store: Store,
    ons: Kant,
    hun: Kant,
    verschillen: tuple[Verschil, ...],
    versie: int,
    keuzes: Keuzes,
    standaard: Keuze,
) -> Voorstel:
    voorstel = make_voorstel(ons, hun, verschillen, versie=versie, keuzes=keuzes, standaard=standaard)
    plan: Plan = complete_from_answers(voorstel.plan, store)
    return Voorstel(plan, voorstel.conflicten, voorstel.hangend, voorstel.soorten)


def receive(
    store: Store,
    uitwisseling: Uitwisseling,
    *,
    nu: datetime,
    bron: str,
    sha256: str = "",
    voortgang: Voortgang | None = None,
) -> ImportVerslag | None:
    """Carry out an exchange, as one import that can be taken back as one.

    Its work counts as seen from then on, also where ours stayed: a conflict is shown once.

    Returns:
        What was done; None when there was nothing to take over and nothing new to see.

    Raises:
        OpslagFout: somebody wrote since it was prepared. Nothing is changed.
    """
    gegevens = ImportGegevens(
        SOORT, nu, bron=bron, bron_datum=nu.date(), bestand_sha256=sha256, omvat=uitwisseling.omvat
    )
    return carry_out(store, uitwisseling.voorstel.plan, gegevens, voortgang)
