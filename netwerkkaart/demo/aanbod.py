"""From what is meant to offers: who gives what, where it reaches, and whether there is room."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from netwerkkaart.demo.bedoeling import Bedoeling
from netwerkkaart.demo.catalogus import (
    CLB_GESPREK,
    EIGEN_SCHOOL,
    SOORTEN,
    VOOR_LEERKRACHTEN,
    VOOR_OUDERS,
    VOOR_VLAANDEREN,
    Soortaanbod,
)
from netwerkkaart.demo.model import Cel, Dienst, Organisatie, School, Stand
from netwerkkaart.demo.namen import slug
from netwerkkaart.demo.plaatsen import Plaats, afstand
from netwerkkaart.demo.tijd import Kalender

_MAG: Mapping[Stand, tuple[Stand, ...]] = {
    Stand.OPEN: (Stand.OPEN,),
    Stand.VOL: (Stand.OPEN, Stand.VOL, Stand.LOS),
    Stand.LOS: (Stand.OPEN, Stand.LOS),
}
"""In which cells an offer of a state may be without spoiling the verdict that is meant."""

_UITBREIDEN = 30.0  # km: further away a new offer is made rather than an old one stretched
_KM_PER_AANBOD = 7.0  # a provider with many offers is passed by for one a little further away


@dataclass
class Aanbodmaker:
    """Gathers the offers of one region.

    Args:
        rng: source of chance.
        plaatsen: municipalities by NIS code.
        bedoeling: what is meant.
        kalender: dates.
    """

    rng: Random
    regio: str
    plaatsen: Mapping[str, Plaats]
    bedoeling: Bedoeling
    kalender: Kalender
    diensten: list[Dienst] = field(default_factory=list)
    _per_cel: defaultdict[tuple[Cel, Stand], list[Dienst]] = field(default_factory=lambda: defaultdict(list))
    _ids: Counter[str] = field(default_factory=Counter)
    _last: Counter[str] = field(default_factory=Counter)

    def mag(self, cellen: frozenset[Cel], stand: Stand, nis: str) -> bool:
        """May an offer for these cells, in this state, reach this municipality?"""
        goed = _MAG[stand]
        return all(
            (bedoeld := self.bedoeling.stand[cel].get(nis)) is None or bedoeld in goed for cel in cellen
        )

    def voeg_toe(
        self,
        soort: Soortaanbod,
        aanbieder: Organisatie,
        stand: Stand,
        bereik: Sequence[str],
        gebied: str = "",
    ) -> Dienst:
        """Make one offer."""
        naam = self.rng.choice(soort.namen)
        stam = f"aanbod:{slug(naam)}-{aanbieder.id.replace(':', '-')}"
        self._ids[stam] += 1
        dienst = Dienst(
            stam if self._ids[stam] == 1 else f"{stam}-{self._ids[stam]}",
            naam,
            aanbieder.id,
            stand,
            soort.themas,
            soort.stappen,
            soort.doelgroepen,
            soort.cellen,
            list(bereik),
            gebied,
            {
                **_kenmerken(self.rng, soort),
                **_plaatsen_vrij(self.rng, stand),
                **self.kalender.aanbod(self.rng),
            },
        )
        self.diensten.append(dienst)
        self._last[aanbieder.id] += 1
        for cel in soort.cellen:
            self._per_cel[cel, stand].append(dienst)
        return dienst

    def spontaan(self, aanbieders: Sequence[Organisatie]) -> None:
        """What providers offer of themselves: around home, where it is meant to be."""
        for org in aanbieders:
            soorten = [soort for soort in SOORTEN if org.label in soort.labels]
            if org.label == "LokaalBestuur":
                aantal = int(self.rng.random() < 0.2)
            else:
                aantal = self.rng.randint(2, 3) if org.label == "NaftAanbieder" else self.rng.randint(0, 2)
            for soort in self.rng.sample(soorten, min(aantal, len(soorten))):
                stand = self._stand(soort, org)
                bereik = self._rondom(soort, stand, org) if stand else []
                if stand and bereik:
                    self.voeg_toe(soort, org, stand, bereik)

    def _stand(self, soort: Soortaanbod, org: Organisatie) -> Stand | None:
        if org.los:
            return Stand.LOS if Stand.LOS in soort.standen else None
        keuzes = [stand for stand in soort.standen if stand is not Stand.LOS]
        if not keuzes:
            return None
        return (
            Stand.VOL if Stand.VOL in keuzes and (len(keuzes) == 1 or self.rng.random() < 0.3) else keuzes[0]
        )

    def _rondom(self, soort: Soortaanbod, stand: Stand, org: Organisatie) -> list[str]:
        ver = 1.0 if org.label == "LokaalBestuur" else soort.ver * self.rng.uniform(0.7, 1.3)
        thuis = self.plaatsen[org.nis]
        return [
            nis
            for nis, plaats in self.plaatsen.items()
            if afstand(plaats, thuis) <= ver and self.mag(soort.cellen, stand, nis)
        ]

    def voor_de_regio(self, organisaties: Sequence[Organisatie], scholen: Sequence[School]) -> None:
        """Offers for the whole region, a CLB's own for its surroundings, and a few by schools themselves."""
        for soort in VOOR_LEERKRACHTEN:
            for org in organisaties:
                if org.label in soort.labels:
                    self.voeg_toe(soort, org, Stand.OPEN, [], f"regio:{self.regio}")
        if self.regio != "brussel":
            pbd = next(org for org in organisaties if org.label == "Begeleidingsdienst")
            self.voeg_toe(VOOR_VLAANDEREN, pbd, Stand.OPEN, [], "regio:vlaanderen")
        ggz = [org for org in organisaties if org.label in VOOR_OUDERS.labels and not org.los]
        for org in ggz[:2]:
            self.voeg_toe(VOOR_OUDERS, org, Stand.VOL, [], f"regio:{self.regio}")
        for org in (org for org in organisaties if org.label == "Clb"):
            if self.rng.random() < 0.35 and (bereik := self._rondom(CLB_GESPREK, Stand.OPEN, org)):
                self.voeg_toe(CLB_GESPREK, org, Stand.OPEN, bereik)
        eigen = [s for s in scholen if s.thema == "2" and self.mag(EIGEN_SCHOOL.cellen, Stand.OPEN, s.nis)]
        for school in self.rng.sample(eigen, min(3, len(eigen))):
            self.voeg_toe(EIGEN_SCHOOL, school, Stand.OPEN, [school.nis])

    def dek(self, aanbieders: Sequence[Organisatie]) -> None:
        """See to it that every cell that is meant to have offers has one of its state."""
        for cel, standen in self.bedoeling.stand.items():
            for nis, stand in standen.items():
                if stand is not Stand.GEEN and not self._gedekt(cel, stand, nis, aanbieders):
                    self._los_op(cel, stand, nis, aanbieders)

    def _gedekt(self, cel: Cel, stand: Stand, nis: str, aanbieders: Sequence[Organisatie]) -> bool:
        telt = {org.id for org in aanbieders}
        return any(
            dienst.bereikt(nis) and (dienst.gebied or dienst.aanbieder in telt)
            for dienst in self._per_cel[cel, stand]
        )

    def _los_op(self, cel: Cel, stand: Stand, nis: str, aanbieders: Sequence[Organisatie]) -> None:
        """Stretch a nearby offer, or make a new one at the nearest fitting provider."""
        hier = self.plaatsen[nis]
        per_id = {org.id: org for org in aanbieders}
        beste = min(
            (
                (afstand(self.plaatsen[per_id[d.aanbieder].nis], hier), d.id, d)
                for d in self._per_cel[cel, stand]
                if d.aanbieder in per_id
                and not d.gebied
                and per_id[d.aanbieder].label != "LokaalBestuur"
                and self.mag(d.cellen, stand, nis)
            ),
            default=None,
            key=lambda drie: drie[:2],
        )
        if beste and beste[0] <= _UITBREIDEN and self.rng.random() < 0.75:
            beste[2].bereik.append(nis)
            return
        keuzes = list(self._nieuw(cel, stand, nis, aanbieders))
        if keuzes:
            _, _, org, soort = min(keuzes, key=lambda vier: vier[:2])
            self.voeg_toe(soort, org, stand, [nis])
        elif beste:
            beste[2].bereik.append(nis)

    def _nieuw(
        self, cel: Cel, stand: Stand, nis: str, aanbieders: Sequence[Organisatie]
    ) -> Iterator[tuple[float, str, Organisatie, Soortaanbod]]:
        hier = self.plaatsen[nis]
        soorten = [
            s for s in SOORTEN if cel in s.cellen and stand in s.standen and self.mag(s.cellen, stand, nis)
        ]
        for org in aanbieders:
            if org.los is not (stand is Stand.LOS) or (org.label == "LokaalBestuur" and org.nis != nis):
                continue
            passend = [soort for soort in soorten if org.label in soort.labels]
            if passend:
                kosten = afstand(self.plaatsen[org.nis], hier) + _KM_PER_AANBOD * self._last[org.id]
                yield kosten, org.id, org, self.rng.choice(passend)

    def buiten_de_tijd(self, aanbieders: Sequence[Organisatie]) -> None:
        """Offers that start after the reference date, and some that stopped: they count for nothing today."""
        soorten = [
            soort for soort in SOORTEN if "leerling" in soort.doelgroepen and Stand.OPEN in soort.standen
        ]
        kandidaten = [org for org in aanbieders if not org.los and org.label != "LokaalBestuur"]
        for nr in range(max(6, len(kandidaten) // 25)):
            org = self.rng.choice(kandidaten)
            soort = self.rng.choice([s for s in soorten if org.label in s.labels])
            dienst = self.voeg_toe(soort, org, Stand.OPEN, [org.nis])
            for cel in soort.cellen:
                self._per_cel[cel, Stand.OPEN].remove(dienst)
            dienst.stand = Stand.GEEN
            dienst.eigenschappen |= (
                self.kalender.later(self.rng) if nr % 2 else self.kalender.gestopt(self.rng)
            )


def _kenmerken(rng: Random, soort: Soortaanbod) -> dict[str, str]:
    laag, hoog = soort.leeftijd
    return {
        "leeftijd_van": str(laag),
        "leeftijd_tot": str(hoog),
        "ingrijpendheid": str(soort.ingrijpendheid),
        "duur_weken": str(max(1, soort.duur + rng.randint(-2, 4))),
        "vrijgave": rng.choice(("openbaar", "openbaar", "partners")),
    }


def _plaatsen_vrij(rng: Random, stand: Stand) -> dict[str, str]:
    """Room and waiting time; an offer is full in one of three ways, and of some nothing is known."""
    plaatsen = rng.randint(6, 40)
    if stand is Stand.VOL:
        hoe = rng.randrange(3)
        if hoe == 0:
            return {"capaciteit": str(plaatsen), "bezet": str(plaatsen + rng.choice((0, 0, 1, 2)))}
        if hoe == 1:
            return {"capaciteit": str(plaatsen), "wachttijd_weken": str(rng.randint(9, 40))}
        return {"capaciteit": "0", "bezet": "0"}
    if rng.random() < 0.25:
        return {}
    vrij = {"capaciteit": str(plaatsen), "bezet": str(rng.randint(plaatsen // 3, plaatsen - 1))}
    return vrij | ({"wachttijd_weken": str(rng.randint(0, 8))} if rng.random() < 0.6 else {})
