"""What a word of another program most likely means in ours: a guess, for a reader to confirm."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from netwerkkaart.schema.vocabularia import fold

T = TypeVar("T")

MEER_SOORTEN: Mapping[str, str] = {
    **dict.fromkeys(("persoon", "personen", "person", "people", "medewerker"), "Contactpersoon"),
    **dict.fromkeys(
        ("organisatie", "organisaties", "organization", "organisation", "company", "partner", "partners"),
        "AndereOrganisatie",
    ),
    **dict.fromkeys(("werkgroep", "stuurgroep", "platform", "forum"), "Forum"),
    **dict.fromkeys(("gemeente", "stad", "lokaal"), "LokaalBestuur"),
    "project": "",
}
MEER_RELATIES: Mapping[str, str] = {
    **dict.fromkeys(
        ("samenwerken", "samenwerkingsverband", "partnerschap", "partner", "works with", "collaborates"),
        "WERKT_SAMEN_MET",
    ),
    **dict.fromkeys(("verwijst", "verwijzing", "verwijzen", "refers", "refers to"), "VERWIJST_NAAR"),
    **dict.fromkeys(("lid", "member", "member of"), "LID_VAN"),
    **dict.fromkeys(("deelnemer", "neemt deel"), "NEEMT_DEEL_AAN"),
}
"""Words of drawing programs and of everyday that mean a kind or type only as a guess."""

NIVEAUS = "niveaus"
_NIVEAUS: Mapping[str, str] = {
    "basis": "kleuter;lager",
    "kleuter": "kleuter",
    "lager": "lager",
    **dict.fromkeys(("secundair", "middelbar", "atheneum", "lyceum", "college"), "secundair"),
}
_KORTSTE = 5
"""Letters of the shortest part of a compound that tells something."""


def look_up(tekst: str, find: Callable[[str], T | None], meer: Mapping[str, str]) -> tuple[T | None, str]:
    """What a text means, and why: the whole of it, or the longest part of it that means something."""
    gevonden = find(tekst)
    if gevonden is not None:
        return gevonden, ""
    for deel in _parts(fold(tekst).split()[:12]):
        for vorm in (deel, deel.removesuffix("s"), deel.removesuffix("en")):
            gevonden = find(meer[vorm]) if meer.get(vorm) else find(vorm)
            if gevonden is not None:
                return gevonden, f'gok: door "{deel}"'
    return None, "vul aan, of schrijf overslaan"


def _parts(woorden: Sequence[str]) -> Iterator[str]:
    """Parts of a text, the most telling first: runs of words, words apart, beginnings and ends of words.

    >>> list(_parts(["werkt", "goed", "samen"]))[:6]
    ['werkt goed samen', 'werkt goed', 'goed samen', 'werkt samen', 'werkt', 'goed']
    """
    for lengte in range(len(woorden), 0, -1):
        if lengte == 1:
            yield from (f"{a} {b}" for i, a in enumerate(woorden) for b in woorden[i + 2 :])
        yield from (" ".join(woorden[i : i + lengte]) for i in range(len(woorden) - lengte + 1))
    for woord in woorden:  # Dutch writes compounds as one word: jeugdhulporganisatie, zorgschool
        yield from (woord[:lengte] for lengte in range(len(woord) - 1, _KORTSTE - 1, -1))
        yield from (woord[-lengte:] for lengte in range(len(woord) - 1, _KORTSTE, -1))


def guess_level(tekst: str) -> str:
    """The levels of a school that a word for it tells; ``""`` when it tells none.

    >>> guess_level("Basisschool"), guess_level("Secundaire school"), guess_level("School")
    ('kleuter;lager', 'secundair', '')
    """
    gevouwen = fold(tekst)
    for deel, niveaus in _NIVEAUS.items():
        if deel in gevouwen:
            return niveaus
    return ""
