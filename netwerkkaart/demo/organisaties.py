"""Invented organisations other than schools, on real municipalities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from netwerkkaart.demo.model import Organisatie
from netwerkkaart.demo.namen import Naamgever, kies_gewogen, slug
from netwerkkaart.demo.plaatsen import KLEINST, Plaats, kernen
from netwerkkaart.demo.schaal import Schaal

Vorm = tuple[str, str, float]
"""Form of a name, everyday word for the kind, weight."""

_VORMEN: Mapping[str, tuple[Vorm, ...]] = {
    "NaftAanbieder": (("NAFT {}", "NAFT", 1.0),),
    "Jeugdhulpaanbieder": (
        ("Contextbegeleiding {}", "jeugdhulp", 4.0),
        ("Jeugdhulp {}", "jeugdhulp", 4.0),
        ("Dagcentrum {}", "jeugdhulp", 2.0),
        ("Thuisbegeleiding {}", "jeugdhulp", 2.0),
        ("Jongerenhuis {}", "jeugdhulp", 2.0),
        ("Gezinsteam {}", "CIG", 1.0),
        ("Onthaal {}", "CAW", 1.0),
    ),
    "GeestelijkeGezondheidszorg": (
        ("GGZ-team {}", "GGZ", 3.0),
        ("Mobiel team {}", "GGZ", 2.0),
        ("Ambulant centrum {}", "CGG", 2.0),
        ("Kinderpsychiatrie {}", "geestelijke gezondheidszorg", 1.0),
        ("Praatpunt {}", "GGZ", 1.0),
    ),
    "Werkactor": (
        ("Leerwerkplek {}", "werk", 3.0),
        ("Jobhuis {}", "arbeidsbemiddeling", 2.0),
        ("Sociale werkplaats {}", "werkgever", 2.0),
        ("Leerwerf {}", "werkactor", 1.0),
    ),
}
_VOORVOEGSEL: Mapping[str, str] = {
    "NaftAanbieder": "naft",
    "Jeugdhulpaanbieder": "jeugdhulp",
    "GeestelijkeGezondheidszorg": "ggz",
    "Werkactor": "werk",
}
LOS_LABELS = ("Jeugdhulpaanbieder", "GeestelijkeGezondheidszorg", "Werkactor")
"""Kinds of which some stand apart from schools and those who serve them."""

NETTEN: Mapping[str, str] = {
    "vrij": "Vrij gesubsidieerd onderwijs",
    "go": "Gemeenschapsonderwijs",
    "ogo": "Officieel gesubsidieerd onderwijs",
}
"""The three networks of schools, by our short code, as the official lists write them."""


def trek(rng: Random) -> float:
    """How much an organisation attracts ties: few hubs, many small ones (Pareto, capped)."""
    return min(25.0, rng.paretovariate(1.25))


def make_organisaties(
    rng: Random, namen: Naamgever, plaatsen: Sequence[Plaats], schaal: Schaal
) -> list[Organisatie]:
    """All organisations of a region but its schools."""
    uit = _van_scholen(rng, namen, plaatsen, schaal)
    for label, aantal in (
        ("NaftAanbieder", schaal.naft),
        ("Jeugdhulpaanbieder", schaal.jeugdhulp),
        ("GeestelijkeGezondheidszorg", schaal.ggz),
        ("Werkactor", schaal.werk),
    ):
        uit += _aanbieders(rng, namen, plaatsen, label, aantal)
    uit += [_lokaal(rng, plaats) for plaats in plaatsen]
    return uit


def _lokaal(rng: Random, plaats: Plaats) -> Organisatie:
    woord = rng.choice(("gemeentebestuur", "OCMW", "lokaal bestuur"))
    naam = f"Lokaal bestuur {plaats.naam}"
    kracht = max(0.2, plaats.gewicht / 12) * trek(rng)
    return Organisatie(
        f"lokaal:{slug(plaats.naam)}", naam, "LokaalBestuur", woord, plaats.nis, plaats.postcodes[0], kracht
    )


def _van_scholen(
    rng: Random, namen: Naamgever, plaatsen: Sequence[Plaats], schaal: Schaal
) -> list[Organisatie]:
    """CLBs, pedagogical guidance services and leersteuncentra; CLB and guidance belong to a network."""
    steden = kernen(plaatsen)
    soorten = (
        ("CLB {}", "clb", "Clb", "CLB", schaal.clb, ("vrij", "go", "vrij", "ogo", "vrij")),
        (
            "Begeleidingsdienst {}",
            "pbd",
            "Begeleidingsdienst",
            "pedagogische begeleidingsdienst",
            schaal.pbd,
            ("vrij", "go", "ogo"),
        ),
        ("Leersteuncentrum {}", "osn", "Ondersteuningsnetwerk", "leersteuncentrum", schaal.osn, ("",)),
    )
    uit: list[Organisatie] = []
    for vorm, voor, label, woord, aantal, netten in soorten:
        for nr in range(aantal):
            plaats = steden[nr % len(steden)]
            naam = vorm.format(namen.woord())
            net = netten[nr % len(netten)]
            id_ = f"{voor}:{slug(naam)}"
            uit.append(
                Organisatie(id_, naam, label, woord, plaats.nis, plaats.postcodes[0], 4 + trek(rng), net=net)
            )
    return uit


def _aanbieders(
    rng: Random, namen: Naamgever, plaatsen: Sequence[Plaats], label: str, aantal: int
) -> list[Organisatie]:
    """Providers sit in towns; about one in six of the kinds that may, stands apart."""
    steden = {plaats.nis for plaats in kernen(plaatsen)}
    gewichten = [
        0.0 if p.gewicht < KLEINST else p.gewicht**1.1 * (2.0 if p.nis in steden else 1.0) for p in plaatsen
    ]
    vormen = _VORMEN[label]
    uit: list[Organisatie] = []
    for nr in range(aantal):
        plaats = rng.choices(plaatsen, gewichten)[0]
        vorm = kies_gewogen(rng, [(vorm, gewicht) for vorm, _, gewicht in vormen])
        woord = next(woord for v, woord, _ in vormen if v == vorm)
        naam = vorm.format(namen.woord())
        uit.append(
            Organisatie(
                f"{_VOORVOEGSEL[label]}:{slug(naam)}",
                naam,
                label,
                woord,
                plaats.nis,
                rng.choice(plaats.postcodes),
                trek(rng),
                los=label in LOS_LABELS and nr % 6 == 2,
            )
        )
    return uit


def make_buren(namen: Naamgever, plaatsen: Sequence[Plaats]) -> list[Organisatie]:
    """One organisation in the largest place of each other region, from which practices come."""
    uit: list[Organisatie] = []
    for plaats in plaatsen:
        naam = f"Leerhuis {namen.woord()}"
        uit.append(
            Organisatie(
                f"andere:{slug(naam)}",
                naam,
                "AndereOrganisatie",
                "andere organisatie",
                plaats.nis,
                plaats.postcodes[0],
            )
        )
    return uit
