"""The words of a foreign graph: what its headers mean, and its words for kinds and relations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from netwerkkaart.fouten import Melding
from netwerkkaart.inlezen.graaf import Graaf, GraafKnoop, GraafVerbinding
from netwerkkaart.omzetten import knopen
from netwerkkaart.omzetten.context import Context
from netwerkkaart.omzetten.koppeltabel import KOLOM, LEEG, OVERSLAAN, SOORT
from netwerkkaart.schema.vocabularia import fold

GRAAFKOPPEN: Mapping[str, tuple[str, ...]] = {
    "naam": ("label", "name", "title"),
    "soort": ("element type", "kind", "class", "soort knoop"),
    "relatie": ("connection type", "kind", "relation", "relationship", "interaction", "label"),
    "opmerking": ("description", "beschrijving", "desc", "notes", "notities"),
    "omschrijving": ("description", "beschrijving", "desc"),
    "website": ("link", "homepage"),
    "telefoon": ("phone", "telephone"),
    "gemeente": ("city", "municipality"),
    "postcode": ("zip", "postal code"),
    "sinds": ("start", "start date", "since"),
    "tot": ("end", "end date", "until"),
}
"""Headers of drawing programs for our columns, beside those that tables have."""

_TONEN = 30


@dataclass(frozen=True, slots=True)
class Woord:
    """A word of theirs for a kind or relation, with how often and where first.

    Args:
        tekst: the word; ``""``: nothing stands.
        keer: how many nodes or connections have it.
        eerste: the first of these.
    """

    tekst: str
    keer: int
    eerste: GraafKnoop | GraafVerbinding


def find_header(
    naam: str, koppen: Sequence[str], context: Context, van_tabellen: Mapping[str, tuple[str, ...]]
) -> str:
    """The header that feeds a column of ours; ``""`` when none does.

    The user's own choice goes first, then our word, then those of tables, then those of drawing programs.

    Args:
        naam: our column.
        koppen: the headers.
        context: the user's choices.
        van_tabellen: headers that tables have for our columns.
    """
    gekozen = context.kolommen.get(naam)
    woorden = (naam, *van_tabellen.get(naam, ()), *GRAAFKOPPEN.get(naam, ()))
    gevouwen = {fold(kop): kop for kop in reversed(koppen)}
    treffers = (fold(woord) for woord in ((gekozen,) if gekozen is not None else woorden))
    return next((gevouwen[woord] for woord in treffers if woord in gevouwen), "")


def default_columns(
    koppen: Sequence[str], bekend: Iterable[str], context: Context, bezet: Iterable[str]
) -> dict[str, str]:
    """Our column → header of a drawing program, for columns that nothing else feeds.

    Args:
        koppen: headers of the table.
        bekend: our columns.
        context: choices of the user.
        bezet: headers that something else reads.
    """
    gevouwen = {fold(kop): kop for kop in reversed(koppen)}
    vrij = {fold(kop) for kop in bezet}
    gekozen = {fold(kop) for kop in context.kolommen.values()}
    weg = {hun for (wat, hun), onze in context.waarden.items() if wat == KOLOM and onze == OVERSLAAN}
    uit: dict[str, str] = {}
    for naam in bekend:
        gewoon = (naam, *knopen.KOPPEN.get(naam, ()))
        if naam in context.kolommen or naam in context.vast or any(fold(k) in gevouwen for k in gewoon):
            continue
        for woord in GRAAFKOPPEN.get(naam, ()):
            if woord in gevouwen and woord not in vrij | gekozen | weg:
                uit[naam] = gevouwen[woord]
                vrij.add(woord)
                break
    return uit


@lru_cache(maxsize=10_000)
def folded_word(tekst: str) -> str:
    """A word for comparing; what consists of signs alone stays as it is. Cached: many share few words."""
    schoon = " ".join(tekst.split())
    return fold(schoon) or schoon


def count_words(delen: Iterable[GraafKnoop | GraafVerbinding], kop: str) -> dict[str, Woord]:
    """Every word under a header, folded, in order of first use. O(n)."""
    telling: Counter[str] = Counter()
    eerste: dict[str, tuple[str, GraafKnoop | GraafVerbinding]] = {}
    for deel in delen:
        tekst = deel.attributen.get(kop, "")
        gevouwen = folded_word(tekst)
        telling[gevouwen] += 1
        if gevouwen not in eerste:
            eerste[gevouwen] = (" ".join(tekst.split()), deel)
    return {woord: Woord(eerste[woord][0], keer, eerste[woord][1]) for woord, keer in telling.items()}


def amount(keer: int, enkel: str, meer: str) -> str:
    """How many of something.

    >>> amount(1, "knoop", "knopen"), amount(3, "knoop", "knopen")
    ('1 knoop', '3 knopen')
    """
    return f"{keer} {enkel if keer == 1 else meer}"


def unmapped(graaf: Graaf, wat: str, kop: str, woorden: Sequence[Woord]) -> Iterator[Melding]:
    """One fault that lists all words without a meaning, the most used first, and how to give them one."""
    if not woorden:
        return
    gesorteerd = sorted(woorden, key=lambda woord: (-woord.keer, woord.tekst))
    delen = [f'"{woord.tekst or LEEG}" ({woord.keer} keer)' for woord in gesorteerd[:_TONEN]]
    over = f" en nog {len(woorden) - _TONEN} andere" if len(woorden) > _TONEN else ""
    naam = "soorten" if wat == SOORT else "relaties"
    begin = f"{len(woorden)} {naam} zijn niet gekend" if len(woorden) > 1 else f"Eén {wat} is niet gekend"
    yield graaf.melding(
        f"{begin}: {', '.join(delen)}{over}.",
        kolom=kop,
        verwacht=f"een koppeling; maak ze met: netwerkkaart koppeling maak {graaf.bestand}",
    )
