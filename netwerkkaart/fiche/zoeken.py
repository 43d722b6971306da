"""Which organisation or forum somebody means: by its code, a former code, its name, or a choice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process, utils

from netwerkkaart.analyse.basis import municipality_name
from netwerkkaart.fouten import NietGevonden
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.vocabularia import fold

KANDIDATEN = 8
"""Most names that are told when it is not clear which one is meant."""
_LIJKT = 60.0

Bijnaam = tuple[str, str, Sequence[str], Sequence[str]]
"""Id, label, former ids and other names of a node, as the store keeps them."""


class Gezocht(NamedTuple):
    """What is looked for, in words.

    Args:
        een, meer: article and singular for "is geen", and the plural.
        die: what stands after "Geef de code van".
        anders: what helps somebody who named a node of another kind.
        leeg: what is told when there is none of them at all.
    """

    een: str
    meer: str
    die: str
    anders: str
    leeg: str


ORGANISATIE = Gezocht(
    "organisatie",
    "organisaties",
    "de organisatie die u bedoelt",
    "Alles wat ervan bekend is: netwerkkaart toon CODE",
    "Er staat nog geen enkele organisatie in de graaf.",
)


def find_organisatie(beeld: Beeld, wie: str, bijnamen: Iterable[Bijnaam] = ()) -> int:
    """The node of the organisation, of any kind, that is meant; see :func:`find_node`."""
    return find_node(beeld, range(beeld.aantal_organisaties), wie, bijnamen, ORGANISATIE)


def find_node(
    beeld: Beeld, kandidaten: Sequence[int], wie: str, bijnamen: Iterable[Bijnaam], gezocht: Gezocht
) -> int:
    """The node that is meant.

    Args:
        beeld: the view, limited to what may be shown.
        kandidaten: the nodes among which is looked.
        wie: id (or former id) or whole name (or other name, or name and municipality); case, accents and
            signs do not matter in a name.
        bijnamen: former ids and other names of merged nodes.
        gezocht: what they are, in words.

    Raises:
        NietGevonden: none or several fit; the sentence names what comes near, with codes.
    """
    toegelaten = set(kandidaten)
    knoop = beeld.nummer.get(wie)
    if knoop is not None and knoop in toegelaten:
        return knoop
    if knoop is not None:
        raise NietGevonden(
            f'"{wie}" is geen {gezocht.een} maar: {beeld.naam(knoop)} ({beeld.label(knoop)}).',
            hulp=gezocht.anders,
        )
    naam = fold(wie)
    gevonden = {
        kandidaat
        for kandidaat in kandidaten
        if naam
        in (
            fold(beeld.naam(kandidaat)),
            fold(f"{beeld.naam(kandidaat)} {municipality_name(beeld, kandidaat)}"),
        )
    }
    for id_, _, ids, namen in bijnamen:
        kandidaat = beeld.nummer.get(id_, -1)
        if kandidaat in toegelaten and (wie in ids or naam in map(fold, namen)):
            gevonden.add(kandidaat)
    if len(gevonden) == 1:
        return int(gevonden.pop())
    if gevonden:
        raise NietGevonden(
            f'"{wie}" is de naam van {len(gevonden)} {gezocht.meer}: {_list(beeld, sorted(gevonden))}.',
            hulp=f"Geef de code van {gezocht.die}.",
        )
    bijna = _near(beeld, kandidaten, wie)
    raise NietGevonden(
        f'Er is geen {gezocht.een} "{wie}".' + (f" Bedoelt u: {_list(beeld, bijna)}?" if bijna else ""),
        hulp="Geef de code of de hele naam, tussen aanhalingstekens."
        + ("" if len(kandidaten) else f" {gezocht.leeg}"),
    )


def _near(beeld: Beeld, kandidaten: Sequence[int], wie: str) -> list[int]:
    """Nodes of which the name (with the municipality) is most like a text."""
    namen = {knoop: f"{beeld.naam(knoop)} {municipality_name(beeld, knoop)}" for knoop in kandidaten}
    treffers = process.extract(
        wie, namen, scorer=fuzz.token_set_ratio, processor=utils.default_process, limit=KANDIDATEN,
        score_cutoff=_LIJKT,
    )  # fmt: skip
    return [knoop for _, _, knoop in treffers]


def _list(beeld: Beeld, knopen: Sequence[int]) -> str:
    delen = [
        f"{', '.join(filter(None, (beeld.naam(k), municipality_name(beeld, k))))} ({beeld.ids[k]})"
        for k in knopen[:KANDIDATEN]
    ]
    over = len(knopen) - len(delen)
    return "; ".join(delen) + (f"; en nog {over}" if over > 0 else "")
