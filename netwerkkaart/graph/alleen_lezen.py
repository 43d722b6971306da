"""Guard for queries of others: only what reads this graph gets through, and the reason is told.

Neither engine is enough by itself: the read-only mode of both still lets ``LOAD CSV`` read any file or
web page, and a Community server has no roles. So the text is cut into tokens (strings, comments and
quoted names aside) and refused on the first word that does more than read. It rather refuses too
much: a property or variable that is called as a clause goes in backticks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from netwerkkaart.fouten import NietToegelaten

PROCEDURES: frozenset[str] = frozenset(
    {
        "db.labels",
        "db.relationshiptypes",
        "db.propertykeys",
        "db.schema.nodetypeproperties",
        "db.schema.reltypeproperties",
    }
)
"""Procedures that a query may ``CALL``, in lower case: they only name what is in the graph."""

_BEGIN = frozenset({"match", "optional", "unwind", "with", "return", "call"})
_SCHRIJFT = frozenset(
    (
        *("create", "merge", "set", "delete", "detach", "nodetach", "remove", "insert", "foreach"),
        *("drop", "alter", "grant", "revoke", "terminate", "transactions"),
    )
)
_ANDERS = {
    "load": "LOAD leest bestanden of webpagina's van buiten de graaf",
    "use": "USE kiest een andere database",
    "show": "SHOW toont gegevens van de server",
    "format": "FORMAT verandert de vorm van het antwoord",
}
_OPENT = frozenset({"(", "[", "{", "case"})
_SLUIT = frozenset({")", "]", "}", "end"})
_NAAMRUIMTEN = frozenset({"date", "datetime", "localdatetime", "time", "localtime", "duration", "point"})

_TEKENS = re.compile(
    r"""(?P<wit>\s+|//[^\n\r]*|/\*.*?\*/)
    |(?P<tekst>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
    |(?P<naam>`(?:[^`]|``)*`)
    |(?P<getal>\d\w*)
    |(?P<woord>\$?[^\W\d]\w*)
    |(?P<open>['"`]|/\*)
    |(?P<rest>.)""",
    re.VERBOSE | re.DOTALL,
)
_GETAL = re.compile(r"0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|[0-9][0-9_]*([eE][0-9]*)?[fFdD]?")

MAX_TEKENS = 20_000
"""Longest statement: a longer one keeps the planner of an engine busy before any limit on time works."""

MAX_DIEPTE = 50
"""Deepest nesting of brackets and ``CASE``, for the same reason: Neo4j takes minutes to read 1,000 levels."""


class _Stuk(NamedTuple):
    soort: str
    tekst: str


def check_read_only(cypher: str) -> None:
    """Refuse a statement that does more than read this graph. O(length).

    Raises:
        NietToegelaten: with the reason, and what to do, in Dutch.

    >>> check_read_only("MATCH (n:School) WHERE n.naam CONTAINS 'DELETE' RETURN n.id // SET")
    >>> check_read_only("MATCH (n) DETACH DELETE n")
    Traceback (most recent call last):
    ...
    netwerkkaart.fouten.NietToegelaten: De vraag is geweigerd: DETACH verandert gegevens.
    """
    if len(cypher) > MAX_TEKENS:
        raise _refused(
            f"ze telt meer dan {MAX_TEKENS} tekens",
            "Geef lange lijsten mee als parameter, of stel de vraag korter.",
        )
    if any("\ud800" <= teken <= "\udfff" for teken in cypher):
        raise _refused("er staat een teken in dat geen tekst is", "Bewaar de vraag als UTF-8.")
    if re.search(r"\\u", cypher, re.IGNORECASE):
        # Neo4j reads these before anything else, so that one can close a string or a name.
        raise _refused("een teken als \\u0027 kan iets anders verbergen", "Schrijf het teken zelf.")
    stukken = _tokens(cypher)
    if not stukken:
        raise _refused("er staat geen vraag", "Begin met MATCH … RETURN ….")
    _check_depth(stukken)
    _check_words(stukken)
    eerste = stukken[0].tekst.casefold()
    if eerste not in _BEGIN:
        raise _refused(
            f"ze begint met {stukken[0].tekst}", "Begin met MATCH, OPTIONAL MATCH, UNWIND, WITH of RETURN."
        )
    _check_calls(stukken)


def without_comments(cypher: str) -> str:
    """The same statement without comments and closing semicolon, on which engines may differ.

    >>> without_comments("RETURN 1 /* een */ AS x; // klaar")
    'RETURN 1   AS x'
    """
    delen = [
        " " if treffer[0].startswith(("//", "/*")) else treffer[0] for treffer in _TEKENS.finditer(cypher)
    ]
    return "".join(delen).strip().rstrip("; \t\r\n")


def _refused(reden: str, hulp: str = "") -> NietToegelaten:
    return NietToegelaten(
        f"De vraag is geweigerd: {reden}.",
        hulp=hulp or "Hier kan alleen gelezen worden; gegevens wijzigt u met netwerkkaart import.",
    )


def _tokens(cypher: str) -> list[_Stuk]:
    stukken = []
    for treffer in _TEKENS.finditer(cypher):
        soort = treffer.lastgroup or "rest"
        if soort == "open":  # at once: to look for the end of each one again takes the square of the length
            raise _refused("een aanhaling of commentaar is niet gesloten", "Sluit ze af.")
        if soort != "wit":
            stukken.append(_Stuk(soort, treffer[0]))
    for stuk, volgend in pairwise([*stukken, _Stuk("rest", "")]):
        if stuk.soort == "getal" and not _GETAL.fullmatch(stuk.tekst):
            # Engines read 1SET as a number and a clause.
            raise _refused(
                f"{stuk.tekst[:40]} is geen getal", "Zet een spatie tussen een getal en een woord."
            )
        if stuk.tekst == ";" and volgend.tekst:
            raise _refused("er staan verscheidene opdrachten in", "Stel één vraag tegelijk.")
    while stukken and stukken[-1].tekst == ";":
        stukken.pop()
    return stukken


def _check_depth(stukken: Sequence[_Stuk]) -> None:
    diepte = rij_niet = 0
    for stuk in stukken:
        woord = stuk.tekst.casefold() if stuk.soort in ("woord", "rest") else ""
        diepte += (woord in _OPENT) - (woord in _SLUIT)
        rij_niet = rij_niet + 1 if woord in ("not", "-", "+") else 0
        if max(diepte, rij_niet) > MAX_DIEPTE:
            raise _refused(
                f"ze is meer dan {MAX_DIEPTE} niveaus diep genest", "Haal haar uit elkaar met WITH."
            )


def _check_words(stukken: Sequence[_Stuk]) -> None:
    for plaats, stuk in enumerate(stukken):
        if stuk.soort != "woord" or _is_property(stukken, plaats):
            continue
        woord = stuk.tekst.casefold()
        if woord in _SCHRIJFT:
            raise _refused(
                f"{stuk.tekst.upper()} verandert gegevens",
                "Hier kan alleen gelezen worden. Is het een naam? Zet die dan tussen `accenten`.",
            )
        if woord in _ANDERS:
            raise _refused(_ANDERS[woord])


def _is_property(stukken: Sequence[_Stuk], plaats: int) -> bool:
    """A word behind a dot that itself stands behind a name, bracket or brace: ``n.set``."""
    if plaats < 2 or stukken[plaats - 1].tekst != ".":
        return False
    voor = stukken[plaats - 2]
    return voor.soort in ("woord", "naam") or voor.tekst in (")", "]", "}")


def _check_calls(stukken: Sequence[_Stuk]) -> None:
    for plaats, stuk in enumerate(stukken):
        if stuk.soort not in ("woord", "naam") or (plaats and stukken[plaats - 1].tekst == "."):
            continue
        naam, volgend = _dotted(stukken, plaats)
        if stuk.soort == "woord" and stuk.tekst.casefold() == "call":
            naam, _ = _dotted(stukken, plaats + 1)
            if naam and naam.casefold() not in PROCEDURES:
                raise _refused(
                    f"CALL {naam} mag hier niet",
                    f"Wel toegelaten: {', '.join(sorted(PROCEDURES))} en CALL {{ … }}.",
                )
        elif plaats and stukken[plaats - 1].tekst.casefold() == "call":
            continue
        elif volgend == "(" and "." in naam and naam.partition(".")[0].casefold() not in _NAAMRUIMTEN:
            # Functions of extensions can do anything, as fetch a web page.
            raise _refused(f"de functie {naam} is niet gekend", "Gebruik alleen gewone functies van Cypher.")


def _dotted(stukken: Sequence[_Stuk], plaats: int) -> tuple[str, str]:
    """The dotted name that begins at a place, and the token behind it."""
    delen: list[str] = []
    while plaats < len(stukken) and stukken[plaats].soort in ("woord", "naam"):
        delen.append(stukken[plaats].tekst)
        plaats += 1
        if plaats >= len(stukken) or stukken[plaats].tekst != ".":
            break
        plaats += 1
    return ".".join(delen), stukken[plaats].tekst if plaats < len(stukken) else ""
