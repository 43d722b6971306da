"""Who works alone, under her own name: so that the demo shows what partners then read in its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random

from netwerkkaart.demo.catalogus import GGZ, JH, WERK
from netwerkkaart.demo.model import Organisatie
from netwerkkaart.demo.namen import slug, voornaam

_EEN_OP: Mapping[str, int] = {GGZ: 8, JH: 35, WERK: 20}
"""Of so many organisations of a kind one is a person."""
_VORMEN: Mapping[str, tuple[str, ...]] = {
    GGZ: ("Psycholoog {}", "Psychotherapeut {}", "Psychologenpraktijk {}"),
    JH: ("Trajectbegeleider {}", "Schoolcoach {}", "Jeugdcoach {}"),
    WERK: ("Jobcoach {}", "Loopbaancoach {}"),
}
_SOORT: Mapping[str, str] = {GGZ: "GGZ", JH: "jeugdhulp", WERK: "werkactor"}
"""A centre, a team or an employer is more than one person."""
_VOORAAN = 2
"""The first of a kind give what a whole region is offered: more than one person can."""
_VRIJ_OP = 6


def with_zelfstandigen(rng: Random, organisaties: Sequence[Organisatie]) -> list[Organisatie]:
    """The same organisations, of which some weak ones are people: «Psycholoog Lotte Wolkentrein».

    Each keeps her place, her weight and the invented word of her name, so that with a ``rng`` of its own
    hardly anything else in a demo moves. One in six, and at least one, released her name to partners.

    Args:
        rng: source of chance, for this alone.
        organisaties: of one region; not changed.
    """
    gekozen: dict[int, str] = {}
    for label, een_op in _EEN_OP.items():
        plekken = [plek for plek, org in enumerate(organisaties) if org.label == label]
        zwak = sorted(
            (plek for plek in plekken[_VOORAAN:] if not organisaties[plek].los),
            key=lambda plek: (organisaties[plek].trek, organisaties[plek].id),
        )[: len(plekken) // 2]
        for plek in sorted(rng.sample(zwak, min(max(1, len(plekken) // een_op), len(zwak)))):
            gekozen[plek] = rng.choice(_VORMEN[label]).format(
                f"{voornaam(rng)} {organisaties[plek].naam.split()[-1]}"
            )
    uit = list(organisaties)
    for nr, (plek, naam) in enumerate(gekozen.items()):
        uit[plek] = _person(organisaties[plek], naam, vrij=nr % _VRIJ_OP == 1)
    return uit


def _person(org: Organisatie, naam: str, *, vrij: bool) -> Organisatie:
    voor = org.id.partition(":")[0]
    return replace(
        org,
        id=f"{voor}:{slug(naam)}",
        naam=naam,
        soort=_SOORT[org.label],
        zelfstandig=True,
        vrijgave="partners" if vrij else "",
    )
