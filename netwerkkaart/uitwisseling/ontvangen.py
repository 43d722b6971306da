"""Receive another's archive into a store: prepare, look, carry out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import cast

from netwerkkaart.graph.archief_delen import Inhoud, read_content
from netwerkkaart.graph.archief_lezen import read_archief
from netwerkkaart.graph.bulk import paused_collector
from netwerkkaart.graph.cypher import basis_of
from netwerkkaart.graph.gewist import erased_in, find_erased, without_people
from netwerkkaart.graph.herleiden import complete_from_answers
from netwerkkaart.graph.lezen import read_version
from netwerkkaart.graph.store import Store, snapshot
from netwerkkaart.graph.uitvoeren import ImportGegevens, ImportVerslag, Voortgang, carry_out
from netwerkkaart.plan.wijziging import Plan, RelatieWijziging, Velden
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
        gewist: ids of people here whom the other side erased: they are to be erased here as well, after
            :func:`receive`.
        aan_gewist: the end of each relation of these people.
        geweerd: number of people in the archive who were erased, and stay away.
    """

    ons: Kant
    hun: Kant
    verschillen: tuple[Verschil, ...]
    voorstel: Voorstel
    omvat: tuple[str, ...]
    versie: int
    gewist: tuple[str, ...] = ()
    aan_gewist: tuple[RelatieWijziging, ...] = ()
    geweerd: int = 0

    @property
    def is_leeg(self) -> bool:
        """True when there is nothing to take over, and nothing new that was seen."""
        return self.voorstel.plan.is_leeg and not self.omvat and not self.gewist

    def decided(self, store: Store, keuzes: Keuzes, standaard: Keuze = Keuze.NIEUWSTE) -> Uitwisseling:
        """The same exchange with decisions about its conflicts."""
        gemaakt = make_voorstel(
            self.ons, self.hun, self.verschillen, versie=self.versie, keuzes=keuzes, standaard=standaard
        )
        plan = complete_from_answers(_let_go(gemaakt.plan, self.aan_gewist), store)
        return replace(self, voorstel=replace(gemaakt, plan=plan))


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
        aan_gewist = tuple(_ends_of(eigen, te_wissen))
        verschillen = tuple(compare(ons, hun))
        gewogen = Uitwisseling(
            ons,
            hun,
            verschillen,
            Voorstel(Plan(versie=versie), ()),
            tuple(sorted(hun.kent - ons.kent)),
            versie,
            tuple(sorted(te_wissen)),
            aan_gewist,
            len(geweerd),
        )
        return gewogen.decided(store, {}, standaard)


def _ends_of(inhoud: Inhoud, ids: AbstractSet[str]) -> Iterator[RelatieWijziging]:
    """The end of every relation of some nodes. O(size), only when there are such nodes."""
    bases = {id_: basis_of(label) for label, id_, _ in inhoud.knopen} if ids else {}
    for type_, rid, van, naar, velden in inhoud.relaties if ids else ():
        if {van, naar} & ids:
            voor = cast(Velden, {naam: waarde for naam, waarde in velden.items() if naam != "imp"})
            yield RelatieWijziging(type_, rid, van, naar, bases[van], bases[naar], voor, {})


def _let_go(plan: Plan, aan_gewist: Sequence[RelatieWijziging]) -> Plan:
    """The plan, with the relations of people who are to be erased at nodes that go.

    They are no part of the comparison, and a node goes only when nothing hangs on it any more.
    """
    weg = {w.id for w in plan.knopen if w.voor is not None and not w.na}
    los = [w for w in aan_gewist if {w.van, w.naar} & weg]
    return replace(plan, relaties=(*plan.relaties, *los)) if los else plan


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
