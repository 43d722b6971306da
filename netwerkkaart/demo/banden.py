"""Ties: near, hub-heavy, and such that the cells show what they are meant to show.

Order matters: what serves schools, half of the chance ties, then what open cells still lack, then the
ties of those who stand apart, the rest of the chance ties, and last the guard over cells that must not
be reached.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from random import Random

from netwerkkaart.demo.bedoeling import Bedoeling
from netwerkkaart.demo.catalogus import CLB, GGZ, JH, LOKAAL, NAFT, WERK
from netwerkkaart.demo.model import Cel, Dienst, Organisatie, Relatie, School, Stand
from netwerkkaart.demo.nabij import Nabij
from netwerkkaart.demo.plaatsen import Plaats, afstand
from netwerkkaart.demo.routes import Routes
from netwerkkaart.schema.vocabularia import STAP

SAMEN, VERWIJST, ADVISEERT = "WERKT_SAMEN_MET", "VERWIJST_NAAR", "ADVISEERT"

_OPEN_MAG_MISSEN = 0.15  # of the schools of an open cell: well under the 25% of "niet verbonden"
_LOS_MOET_MISSEN = 0.34  # of the schools of a loose cell: well over it
_HULP = (JH, GGZ, NAFT, WERK, LOKAAL, CLB)
_NIET_VOOR_BASIS = (NAFT, WERK)
_POGINGEN = 60


@dataclass
class Weefsel:
    """The ties of one demo while they are made.

    Args:
        rng: source of chance.
        organisaties: everybody, by id.
        plaatsen: municipalities by NIS code.
    """

    rng: Random
    organisaties: Mapping[str, Organisatie]
    plaatsen: Mapping[str, Plaats]
    routes: Routes
    paren: dict[tuple[str, str], Relatie] = field(default_factory=dict)
    vast: int = 0

    def __len__(self) -> int:
        """Ties that hold: those of this table, and those that the list of schools states."""
        return self.vast + len(self.paren)

    def bind(self, type_: str, van: str, naar: str, stap: str = "") -> bool:
        """Add one tie; False when the two are tied already, or are one."""
        paar = (van, naar) if van < naar else (naar, van)
        if van == naar or paar in self.paren:
            return False
        self.paren[paar] = Relatie(van, naar, type_, {"stap": stap} if stap else {})
        if type_ == SAMEN:
            self.routes.samen(van, naar)
        elif type_ == VERWIJST:
            self.routes.verwijst(van, naar)
        return True

    def verbreek(self, a: str, b: str) -> None:
        """Take a tie between two providers away."""
        del self.paren[(a, b) if a < b else (b, a)]
        self.routes.verbreek(a, b)

    def serveer(self, scholen: Sequence[School]) -> None:
        """Ties that the list of schools states (counted, not written), and advice."""
        for school in scholen:
            for dienst in (school.clb, school.osn):
                if dienst:
                    self.vast += 1
                    self.routes.serveert(dienst, school.id)
            if school.pbd and self.bind(ADVISEERT, school.pbd, school.id):
                self.routes.serveert(school.pbd, school.id)

    def vul(self, scholen: Sequence[School], tot: int, *, met_scholen: bool = True) -> None:
        """Chance ties until there are ``tot``: 45% of schools with help, the rest among helpers.

        Args:
            scholen: all sites.
            tot: number of ties that must hold.
            met_scholen: False: only ties that change no route to those who stand apart.
        """
        hulp = [o for o in self.organisaties.values() if o.label in _HULP and not o.los]
        partners = Nabij([o for o in hulp if o.label != CLB], self.plaatsen)
        iedereen, buren = Nabij(hulp, self.plaatsen), Nabij(scholen, self.plaatsen)
        gewichten = list(accumulate(org.trek for org in hulp))
        niets = 0
        while len(self) < tot and niets < 20_000:
            lot = self.rng.random()
            if met_scholen and lot < 0.56:
                school = self.rng.choice(scholen)
                gelukt = self._van_school(school, lot, partners, buren)
            else:
                eerste = self.rng.choices(hulp, cum_weights=gewichten)[0]
                gelukt = self._tussen_hulp(eerste, iedereen.kies(self.rng, eerste.nis))
            niets = 0 if gelukt else niets + 1

    def _van_school(self, school: School, lot: float, partners: Nabij, buren: Nabij) -> bool:
        if lot < 0.14:
            ander = buren.kies(self.rng, school.nis)
            return self.bind(SAMEN, school.id, ander.id)
        partner = partners.kies(self.rng, school.nis)
        if school.thema == "1" and partner.label in _NIET_VOOR_BASIS:
            return False
        if lot < 0.24 and partner.label != LOKAAL:
            return self.bind(VERWIJST, school.id, partner.id, self._stap(partner.label))
        return self.bind(SAMEN, school.id, partner.id)

    def _tussen_hulp(self, een: Organisatie, ander: Organisatie) -> bool:
        if self.rng.random() < 0.12 and ander.label in (JH, GGZ, NAFT, WERK):
            return self.bind(VERWIJST, een.id, ander.id, self._stap(ander.label))
        return self.bind(SAMEN, een.id, ander.id)

    def _stap(self, label: str) -> str:
        """The step for which one refers; often not said."""
        if self.rng.random() < 0.4:
            return ""
        keuzes = {NAFT: STAP.codes[:2], WERK: STAP.codes[2:]}.get(
            label, (STAP.codes[0], STAP.codes[1], STAP.codes[3])
        )
        return self.rng.choice(keuzes)

    def verbind(self, bedoeling: Bedoeling, scholen: Sequence[School], diensten: Sequence[Dienst]) -> None:
        """Give open cells the routes that they lack: a CLB with a provider, or a school with one."""
        per_plek = _per_plek(scholen)
        open_ = [d for d in diensten if d.stand is Stand.OPEN]
        for cel, standen in bedoeling.stand.items():
            van_cel = [d for d in open_ if cel in d.cellen]
            for nis, stand in standen.items():
                if stand is Stand.OPEN:
                    aanbieders = list(dict.fromkeys(d.aanbieder for d in van_cel if d.bereikt(nis)))
                    self._verbind_cel(per_plek[nis, cel[0]], aanbieders, nis, cel)

    def _verbind_cel(self, scholen: Sequence[School], aanbieders: Sequence[str], nis: str, cel: Cel) -> None:
        hier = self.plaatsen[nis]
        nuttig = [org for id_ in aanbieders if (org := self.organisaties[id_]).label not in (CLB, "School")]
        nuttig.sort(key=lambda o: (afstand(self.plaatsen[o.nis], hier) - 1.5 * o.trek, o.id))
        for _ in range(_POGINGEN):
            via = self.routes.via(aanbieders)
            mist = [s for s in scholen if not self.routes.bereikt(s.id, aanbieders, via)]
            if not nuttig or len(mist) <= _OPEN_MAG_MISSEN * len(scholen):
                return
            doel = nuttig[0] if self.rng.random() < 0.7 else self.rng.choice(nuttig)
            (clb, aantal), *_ = Counter(s.clb for s in mist).most_common(1)
            if clb and aantal >= 2 and self.rng.random() < 0.85:
                self.bind(SAMEN if self.rng.random() < 0.7 else VERWIJST, clb, doel.id)
            elif self.rng.random() < 0.5:
                self.bind(SAMEN, mist[0].id, doel.id)
            else:
                self.bind(VERWIJST, mist[0].id, doel.id, cel[1])

    def apart(self) -> None:
        """Ties of those who stand apart: with each other, now and then with another provider nearby."""
        los = [org for org in self.organisaties.values() if org.los]
        ander = [o for o in self.organisaties.values() if o.label in (JH, GGZ, WERK) and not o.los]
        onderling, buiten = Nabij(los, self.plaatsen), Nabij(ander, self.plaatsen)
        for org in los:
            for _ in range(self.rng.randint(1, 3)):
                groep = onderling if self.rng.random() < 0.6 else buiten
                self.bind(SAMEN, org.id, groep.kies(self.rng, org.nis).id)

    def bewaak(self, bedoeling: Bedoeling, scholen: Sequence[School], diensten: Sequence[Dienst]) -> None:
        """Break ties by which too many schools reach a loose cell; those are few."""
        per_plek = _per_plek(scholen)
        los = [d for d in diensten if d.stand is Stand.LOS]
        for cel, standen in bedoeling.stand.items():
            van_cel = [d for d in los if cel in d.cellen]
            for nis, stand in standen.items():
                if stand is Stand.LOS:
                    aanbieders = sorted({d.aanbieder for d in van_cel if d.bereikt(nis)})
                    self._bewaak_cel(per_plek[nis, cel[0]], aanbieders)

    def _bewaak_cel(self, scholen: Sequence[School], aanbieders: Sequence[str]) -> None:
        while True:
            via = self.routes.via(aanbieders)
            raakt = [s for s in scholen if self.routes.bereikt(s.id, aanbieders, via)]
            if len(raakt) <= (1 - _LOS_MOET_MISSEN) * len(scholen):
                return
            schakel = Counter(x for s in raakt for x in sorted(self.routes.eerste[s.id] & via))
            x = schakel.most_common(1)[0][0]
            for aanbieder in aanbieders:
                if x in self.routes.dragers[aanbieder]:
                    self.verbreek(aanbieder, x)


def _per_plek(scholen: Iterable[School]) -> dict[tuple[str, str], list[School]]:
    uit: dict[tuple[str, str], list[School]] = {}
    for school in scholen:
        uit.setdefault((school.nis, school.thema), []).append(school)
    return uit
