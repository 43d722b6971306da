"""Fora, learning network and coordinators: who sits where, and who knows whom."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from netwerkkaart.demo.catalogus import CLB, GGZ, JH, LOKAAL, NAFT, WERK
from netwerkkaart.demo.model import Organisatie, Relatie, Rij, School
from netwerkkaart.demo.namen import Naamgever, domein, gemiddeld, slug, telefoon
from netwerkkaart.demo.plaatsen import Plaats, afstand, kernen
from netwerkkaart.demo.tijd import Kalender
from netwerkkaart.schema.vocabularia import REGIO

_ZORG = (JH, GGZ, CLB, NAFT)
_FREQUENTIES = ("elke maand", "om de twee maanden", "vier keer per jaar", "twee keer per jaar")


@dataclass(frozen=True, slots=True)
class Forum:
    """A consultation body and its participants (ids)."""

    id: str
    naam: str
    leden: tuple[str, ...]
    themas: str


@dataclass(frozen=True, slots=True)
class _Plan:
    naam: str
    plaats: Plaats
    labels: tuple[str, ...]
    km: float
    themas: str
    leden: tuple[int, int] = (10, 28)


def trek_gewogen(
    rng: Random, orgs: Sequence[Organisatie], gewicht: Callable[[Organisatie], float], aantal: int
) -> list[Organisatie]:
    """Draw without putting back, by weight (Efraimidis and Spirakis 2006); weight 0 is never drawn."""
    sleutels = [(math.log(1 - rng.random()) / g, o.id, o) for o in orgs if (g := gewicht(o)) > 0]
    return [drie[2] for drie in sorted(sleutels, key=lambda drie: drie[:2], reverse=True)[:aantal]]


def make_fora(
    rng: Random, namen: Naamgever, regio: str, plaatsen: Sequence[Plaats], organisaties: Sequence[Organisatie]
) -> list[Forum]:
    """Twenty fora whose participants overlap; towns and hubs sit in several."""
    per_nis = {plaats.nis: plaats for plaats in plaatsen}
    uit: list[Forum] = []
    for plan in _plannen(namen, regio, plaatsen):

        def gewicht(org: Organisatie, plan: _Plan = plan) -> float:
            if org.label not in plan.labels:
                return 0.0
            nabij = math.exp(-afstand(per_nis[org.nis], plan.plaats) / plan.km)
            return (0.25 if org.label == "School" else 1.0) * (0.5 + math.sqrt(org.trek)) * nabij

        leden = trek_gewogen(rng, organisaties, gewicht, gemiddeld(rng, *plan.leden))
        uit.append(Forum(f"forum:{slug(plan.naam)}", plan.naam, tuple(o.id for o in leden), plan.themas))
    return uit


def _plannen(namen: Naamgever, regio: str, plaatsen: Sequence[Plaats]) -> list[_Plan]:
    steden = sorted(plaatsen, key=lambda p: (-p.gewicht, p.nis))[:12]
    woord = REGIO.woord(regio)
    breed = (*_ZORG, LOKAAL, "School")
    uit = [
        _Plan(f"Lokaal overleg schooluitval {p.naam}", p, (*breed, WERK), 7, "2", (14, 32))
        for p in steden[:4]
    ]
    uit += [_Plan(f"Netwerktafel jeugdhulp {p.naam}", p, (*_ZORG, LOKAAL), 9, "1|2") for p in steden[1:4]]
    uit += [_Plan(f"Gezinstafel {p.naam}", p, (JH, GGZ, LOKAAL), 8, "1", (6, 16)) for p in steden[4:6]]
    uit += [_Plan(f"Scholentafel {p.naam}", p, ("School", CLB), 4, "1|2", (4, 24)) for p in steden[6:8]]
    uit += [_Plan(f"Zorgraad {p.naam}", p, (GGZ, JH, LOKAAL), 5, "1|2", (2, 12)) for p in steden[8:10]]
    uit += [_Plan(f"Overleg {namen.woord()}", p, breed, 8, "1|2") for p in steden[10:12]]
    midden = steden[0]
    uit += [
        _Plan(f"Arbeidsmarkttafel jongeren {woord}", midden, (WERK, LOKAAL, NAFT), 30, "2"),
        _Plan(f"Directeurenforum basisonderwijs {woord}", midden, ("School", "Begeleidingsdienst"), 30, "1"),
        _Plan(
            f"Directeurenforum secundair onderwijs {woord}", midden, ("School", "Begeleidingsdienst"), 30, "2"
        ),
        _Plan(f"CLB-NAFT-overleg {woord}", midden, (CLB, NAFT, "Ondersteuningsnetwerk"), 60, "2", (8, 16)),
        _Plan(f"GGZ-tafel kinderen en jongeren {woord}", midden, (GGZ, CLB, JH), 40, "1|2"),
    ]
    return uit


def forumrijen(
    rng: Random, kalender: Kalender, regio: str, fora: Sequence[Forum]
) -> tuple[list[Rij], list[Relatie]]:
    """Rows of the fora and of who takes part; here and there somebody left."""
    rijen = [
        {
            "id": forum.id,
            "naam": forum.naam,
            "regio": regio,
            "frequentie": rng.choice(_FREQUENTIES),
            "themas": forum.themas,
            **kalender.geldt(rng, 300, 3600, ("ledenlijst",)),
        }
        for forum in fora
    ]
    deelnames: list[Relatie] = []
    for forum in fora:
        for nr, lid in enumerate(forum.leden):
            eigen = kalender.geldt(rng, 20, 2000, ("ledenlijst",))
            if nr % 9 == 7:
                eigen["zetels"] = "2"
            if rng.random() < 0.03:
                eigen |= kalender.gestopt(rng)
            deelnames.append(Relatie(lid, forum.id, "NEEMT_DEEL_AAN", eigen))
    return rijen, deelnames


@dataclass(frozen=True, slots=True)
class Tandem:
    """The two coordinators of a region and the learning network."""

    lerend: str
    sts: str
    netwerk: str
    rijen: dict[str, list[Rij]]
    relaties: list[Relatie]


def make_tandem(
    rng: Random,
    namen: Naamgever,
    kalender: Kalender,
    regio: str,
    plaatsen: Sequence[Plaats],
    organisaties: Sequence[Organisatie],
    fora: Sequence[Forum],
    nooit: Sequence[str],
) -> Tandem:
    """Two coordinators: one known to help, one to schools; some they both know, some nobody.

    In municipalities that nobody mapped (``nooit``) nobody knows anyone either.
    """
    lerend, sts, netwerk = f"coordinator:lerend-{regio}", f"coordinator:sts-{regio}", f"netwerk:{regio}"
    woord = REGIO.woord(regio)
    rijen: dict[str, list[Rij]] = {
        "coordinatoren": [
            _coordinator(rng, namen, kalender, lerend, "lerend-netwerk", regio),
            _coordinator(rng, namen, kalender, sts, "sts", regio),
        ],
        "netwerken": [
            {
                "id": netwerk,
                "naam": f"Lerend netwerk schooluitval {woord}",
                "regio": regio,
                "themas": "1|2",
                "sinds": kalender.terug(rng, 500, 800).isoformat(),
                "bron": "oproep",
            }
        ],
    }
    relaties = [
        Relatie(lerend, sts, "TANDEM_MET", {"sinds": kalender.begin(rng, 100, 500)}),
        Relatie(lerend, netwerk, "COORDINEERT", {"sinds": kalender.begin(rng, 300, 500)}),
    ]
    for wie, mee, leidt in (
        (lerend, (1, 4, 5, 6, 8, 13, 19), (6, 8)),
        (sts, (0, 1, 2, 3, 9, 15, 17, 18), (0, 17)),
    ):
        for nr in mee:
            eigen = kalender.geldt(rng, 30, 600, ("ledenlijst",))
            relaties.append(Relatie(wie, fora[nr].id, "NEEMT_DEEL_AAN", eigen))
        relaties += [
            Relatie(wie, fora[nr].id, "COORDINEERT", {"sinds": kalender.begin(rng, 30, 600)}) for nr in leidt
        ]
    relaties += _kennissen(rng, kalender, lerend, plaatsen, organisaties, nooit, _help_gewicht, 0.14)
    relaties += _kennissen(rng, kalender, sts, plaatsen, organisaties, nooit, _school_gewicht, 0.16)
    relaties += _leden(rng, kalender, netwerk, organisaties, nooit)
    werkgevers = ((lerend, JH), (sts, CLB))
    for wie, label in werkgevers:
        eerste = max(
            (o for o in organisaties if o.label == label and not o.los), key=lambda o: (o.trek, o.id)
        )
        relaties.append(Relatie(wie, eerste.id, "WERKT_VOOR", {"sinds": kalender.begin(rng, 300, 500)}))
    return Tandem(lerend, sts, netwerk, rijen, relaties)


def _coordinator(rng: Random, namen: Naamgever, kalender: Kalender, id_: str, rol: str, regio: str) -> Rij:
    naam = namen.persoon()
    return {
        "id": id_,
        "naam": naam,
        "rol": rol,
        "regio": regio,
        "email": f"{slug(naam)}@{domein('coordinatoren ' + regio)}",
        "telefoon": telefoon(rng),
        "sinds": kalender.terug(rng, 500, 800).isoformat(),
    }


def _help_gewicht(org: Organisatie) -> float:
    return {JH: 3.0, GGZ: 2.0, NAFT: 6.0, LOKAAL: 1.0, CLB: 3.0, WERK: 0.5, "School": 0.15}.get(
        org.label, 1.0
    )


def _school_gewicht(org: Organisatie) -> float:
    if isinstance(org, School):
        return 1.2 if org.thema == "2" else 0.35
    return {CLB: 8.0, NAFT: 6.0, WERK: 1.0, JH: 0.4, GGZ: 0.4, LOKAAL: 0.5}.get(org.label, 4.0)


def _kennissen(
    rng: Random,
    kalender: Kalender,
    wie: str,
    plaatsen: Sequence[Plaats],
    organisaties: Sequence[Organisatie],
    nooit: Sequence[str],
    soort: Callable[[Organisatie], float],
    aandeel: float,
) -> list[Relatie]:
    """Contacts, mostly in and around the towns; none in the white spots."""
    steden = {plaats.nis for plaats in kernen(plaatsen)}

    def gewicht(org: Organisatie) -> float:
        if org.nis in nooit:
            return 0.0
        return soort(org) * math.sqrt(org.trek) * (1.0 if org.nis in steden else 0.4)

    gekend = trek_gewogen(rng, organisaties, gewicht, round(aandeel * len(organisaties)))
    return [
        Relatie(
            wie,
            org.id,
            "CONTACT_MET",
            kalender.geldt(rng, 20, 700, ("contactenlijst",)),
        )
        for org in gekend
    ]


def _leden(
    rng: Random, kalender: Kalender, netwerk: str, organisaties: Sequence[Organisatie], nooit: Sequence[str]
) -> list[Relatie]:
    """A coalition of the willing that grew over the last year; one in twenty left."""

    def gewicht(org: Organisatie) -> float:
        return 0.0 if org.nis in nooit else _help_gewicht(org) * math.sqrt(org.trek)

    uit: list[Relatie] = []
    for org in trek_gewogen(rng, organisaties, gewicht, max(20, round(0.09 * len(organisaties)))):
        dag = kalender.terug(rng, 10, 480)
        eigen = {
            "sinds": dag.isoformat(),
            "engagement": rng.choice(("geïnteresseerd", "deelnemer", "deelnemer", "trekker")),
            **kalender.bron(rng, ("verslag lerend netwerk",), dag),
        }
        if rng.random() < 0.05:
            eigen |= kalender.gestopt(rng)
        uit.append(Relatie(org.id, netwerk, "LID_VAN", eigen))
    return uit
