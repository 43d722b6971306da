"""Invented school sites: more where more people live, several sites to one institution."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from netwerkkaart.demo.model import Organisatie, School
from netwerkkaart.demo.namen import Naamgever, kies_gewogen
from netwerkkaart.demo.organisaties import trek
from netwerkkaart.demo.plaatsen import KLEINST, Plaats, afstand, verdeel
from netwerkkaart.demo.schaal import Schaal

EERSTE_NUMMER = 900_001
"""School numbers of six digits, in a range that no list of Onderwijs Vlaanderen uses."""

_BASIS = (("111, 211", 80.0), ("111", 6.0), ("211", 8.0), ("121, 221", 3.0), ("221", 3.0))
_SECUNDAIR = (("311", 82.0), ("311, 312", 8.0), ("321", 8.0), ("312", 2.0))
_NET = {"1": (("vrij", 58.0), ("ogo", 24.0), ("go", 18.0)), "2": (("vrij", 66.0), ("go", 26.0), ("ogo", 8.0))}
_NAMEN = {
    ("1", "vrij"): ("Basisschool {}", "Vrije Basisschool {}", "Leefschool {}"),
    ("1", "ogo"): ("Gemeentelijke Basisschool {}", "Gemeenteschool {}"),
    ("1", "go"): ("Basisschool GO! {}", "Freinetschool {}"),
    ("2", "vrij"): ("College {}", "Technisch Instituut {}", "Instituut {}", "Campus {}"),
    ("2", "go"): ("Atheneum {}", "Middenschool {}", "Campus GO! {}"),
    ("2", "ogo"): ("Provinciale School {}", "Stedelijk Instituut {}"),
}
_BIJZONDER = {
    "111": "Kleuterschool {}",
    "211": "Lagere School {}",
    "121, 221": "School voor Buitengewoon Onderwijs {}",
    "221": "School voor Buitengewoon Onderwijs {}",
    "321": "Buitengewoon Secundair {}",
    "312": "Centrum Leren en Werken {}",
}


def verdeel_scholen(plaatsen: Sequence[Plaats], schaal: Schaal) -> tuple[list[int], list[int]]:
    """Sites per place: primary in nearly every place, secondary where people come together."""
    basis = verdeel(schaal.basis, [0.0 if p.gewicht < KLEINST else p.gewicht for p in plaatsen], 1)
    zwaarte = [max(0.0, p.gewicht - 12.5) ** 1.15 for p in plaatsen]
    return basis, verdeel(schaal.secundair, zwaarte, 1)


def make_scholen(
    rng: Random,
    namen: Naamgever,
    plaatsen: Sequence[Plaats],
    schaal: Schaal,
    organisaties: Sequence[Organisatie],
    eerste: int,
) -> list[School]:
    """All sites of a region, with the bodies behind and around them; numbers run from ``eerste``."""
    per_nis = {plaats.nis: plaats for plaats in plaatsen}
    uit: list[School] = []
    for thema, aantallen in zip(("1", "2"), verdeel_scholen(plaatsen, schaal), strict=True):
        for plaats, aantal in zip(plaatsen, aantallen, strict=True):
            uit += _in_plaats(rng, namen, plaats, thema, aantal, eerste + len(uit))
    _zet_diensten(rng, uit, organisaties, per_nis)
    _zet_besturen(rng, namen, uit)
    return uit


def _in_plaats(
    rng: Random, namen: Naamgever, plaats: Plaats, thema: str, aantal: int, nummer: int
) -> list[School]:
    uit: list[School] = []
    for nr in range(aantal):
        if uit and rng.random() < 0.22:
            moeder = uit[-1]
            school = _vestiging(rng, namen, moeder, plaats)
        else:
            net = kies_gewogen(rng, _NET[thema])
            structuur = kies_gewogen(rng, _BASIS if thema == "1" else _SECUNDAIR)
            vorm = _BIJZONDER.get(structuur) or rng.choice(_NAMEN[thema, net])
            school = _school(
                rng, plaats, thema, net, structuur, vorm.format(namen.woord("school")), f"{nummer + nr}", "1"
            )
        uit.append(school)
    return uit


def _vestiging(rng: Random, namen: Naamgever, moeder: School, plaats: Plaats) -> School:
    """One more site of the same institution."""
    volg = str(int(moeder.volgnummer) + 1)
    naam = f"{moeder.naam.split(' - ')[0]} - {namen.woord('school')}"
    return _school(rng, plaats, moeder.thema, moeder.net, moeder.hoofdstructuren, naam, moeder.nummer, volg)


def _school(
    rng: Random, plaats: Plaats, thema: str, net: str, structuur: str, naam: str, nummer: str, volg: str
) -> School:
    midden = 190 if thema == "1" else 430
    leerlingen = 0 if rng.random() < 0.05 else round(min(1400.0, midden * rng.lognormvariate(-0.1, 0.45)))
    return School(
        f"{nummer}-{volg}",
        naam,
        "School",
        "school",
        plaats.nis,
        rng.choice(plaats.postcodes),
        min(6.0, trek(rng)),
        net=net,
        nummer=nummer,
        volgnummer=volg,
        thema=thema,
        hoofdstructuren=structuur,
        leerlingen=leerlingen,
    )


def _zet_diensten(
    rng: Random, scholen: Sequence[School], organisaties: Sequence[Organisatie], per_nis: dict[str, Plaats]
) -> None:
    """The CLB of the school's network that is nearest, its leersteuncentrum and guidance service.

    Some are not known: that too is lifelike.
    """

    def nabij(label: str, net: str, plaats: Plaats) -> Organisatie | None:
        alle = [o for o in organisaties if o.label == label]
        eigen = [o for o in alle if o.net == net] or alle
        return min(eigen, key=lambda o: (afstand(per_nis[o.nis], plaats), o.id), default=None)

    eerder: dict[tuple[str, str, str], str] = {}
    for school in scholen:
        plaats = per_nis[school.nis]
        for veld, label, net, gekend in (
            ("clb", "Clb", school.net, 0.98),
            ("osn", "Ondersteuningsnetwerk", "", 0.88),
            ("pbd", "Begeleidingsdienst", school.net, 0.45),
        ):
            sleutel = (label, net, plaats.nis)
            if sleutel not in eerder:
                gevonden = nabij(label, net, plaats)
                eerder[sleutel] = gevonden.id if gevonden else ""
            if rng.random() < gekend:
                setattr(school, veld, eerder[sleutel])


def _zet_besturen(rng: Random, namen: Naamgever, scholen: Sequence[School]) -> None:
    """One board to a handful of institutions of a network, one scholengemeenschap to some boards."""
    per_net: dict[tuple[str, str], list[School]] = {}
    for school in scholen:
        per_net.setdefault((school.net, school.thema if school.net == "vrij" else ""), []).append(school)
    for (net, _), groep in per_net.items():
        bestuur = gemeenschap = vorige = ""
        rest = 0
        for school in groep:
            if school.nummer != vorige:
                vorige = school.nummer
                rest -= 1
                if rest < 0:
                    rest = rng.randint(2, 8) if net != "go" else rng.randint(15, 30)
                    vorm = {"vrij": "vzw Onderwijs {}", "go": "Scholengroep {}", "ogo": "Schoolbestuur {}"}[
                        net
                    ]
                    bestuur = vorm.format(namen.woord("bestuur"))
                    if rng.random() < 0.5 or not gemeenschap:
                        gemeenschap = f"Scholengemeenschap {namen.woord('gemeenschap')}"
            school.bestuur = bestuur
            school.gemeenschap = gemeenschap if net != "ogo" else ""
