"""Which school somebody means: by its code, a former code, its name, or else a list to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process, utils

from netwerkkaart.analyse.basis import municipality_name
from netwerkkaart.fouten import NietGevonden
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.vocabularia import fold

KANDIDATEN = 8
"""Most schools that are named when it is not clear which one is meant."""
_LIJKT = 60.0

Bijnaam = tuple[str, str, Sequence[str], Sequence[str]]
"""Id, label, former ids and other names of a node, as the store keeps them."""


def find_school(beeld: Beeld, wie: str, bijnamen: Iterable[Bijnaam] = ()) -> int:
    """The node of the school that is meant.

    Args:
        beeld: the view, limited to what may be shown.
        wie: id (or former id) or whole name (or other name, or name and municipality); case, accents and
            signs do not matter in a name.
        bijnamen: former ids and other names of merged nodes.

    Raises:
        NietGevonden: no school or several fit; the sentence names what comes near, with codes.
    """
    scholen = beeld.van_soort("School").tolist()
    toegelaten = set(scholen)
    knoop = beeld.nummer.get(wie)
    if knoop is not None and knoop in toegelaten:
        return knoop
    if knoop is not None:
        raise NietGevonden(
            f'"{wie}" is geen school maar: {beeld.naam(knoop)} ({beeld.label(knoop)}).',
            hulp="Een fiche is er per school. Voor andere organisaties: netwerkkaart toon CODE",
        )
    gezocht = fold(wie)
    gevonden = {
        school
        for school in scholen
        if gezocht
        in (fold(beeld.naam(school)), fold(f"{beeld.naam(school)} {municipality_name(beeld, school)}"))
    }
    for id_, _, ids, namen in bijnamen:
        school = beeld.nummer.get(id_)
        if school is not None and school in toegelaten and (wie in ids or gezocht in map(fold, namen)):
            gevonden.add(school)
    if len(gevonden) == 1:
        return int(gevonden.pop())
    if gevonden:
        raise NietGevonden(
            f'"{wie}" is de naam van {len(gevonden)} scholen: {_list(beeld, sorted(gevonden))}.',
            hulp="Geef de code van de school die u bedoelt.",
        )
    bijna = _near(beeld, scholen, wie)
    raise NietGevonden(
        f'Er is geen school "{wie}".' + (f" Bedoelt u: {_list(beeld, bijna)}?" if bijna else ""),
        hulp="Geef de code of de hele naam, tussen aanhalingstekens."
        + ("" if scholen else " Er staat nog geen enkele school in de graaf."),
    )


def _near(beeld: Beeld, scholen: Sequence[int], wie: str) -> list[int]:
    """Schools of which the name (with the municipality) is most like a text."""
    namen = {school: f"{beeld.naam(school)} {municipality_name(beeld, school)}" for school in scholen}
    treffers = process.extract(
        wie, namen, scorer=fuzz.token_set_ratio, processor=utils.default_process, limit=KANDIDATEN,
        score_cutoff=_LIJKT,
    )  # fmt: skip
    return [school for _, _, school in treffers]


def _list(beeld: Beeld, scholen: Sequence[int]) -> str:
    delen = [
        f"{', '.join(filter(None, (beeld.naam(s), municipality_name(beeld, s))))} ({beeld.ids[s]})"
        for s in scholen[:KANDIDATEN]
    ]
    over = len(scholen) - len(delen)
    return "; ".join(delen) + (f"; en nog {over}" if over > 0 else "")
