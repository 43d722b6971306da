"""Free texts: what seems to speak of one pupil stays out of the graph, whoever wrote it."""

from __future__ import annotations

import re
from typing import Final

from netwerkkaart.inlezen.privacy import bevat_rijksregisternummer

_KIND: Final = r"(?:leerling(?:e)?|kind|jongen|meisje|jongere|zoon|dochter|broer|zus|moeder|vader|mama|papa)"
# A word for a child followed by a given name, or by a name with an initial; "leerling van 3B" as well.
_GENOEMD: Final = re.compile(
    rf"\b(?i:{_KIND})(?: uit| van)?(?: de| het)? (?:klas )?"
    r"(?:\d\s?[A-Z]\b|[A-Z][a-zà-ÿ'’-]+(?: [A-Z](?:\.|[a-zà-ÿ'’-]+))?)"
)
_GEBOREN: Final = re.compile(
    r"(?:\b(?:geboren|geb\.|geboortedatum)|(?<!\w)°)\s*:?\s*(?:op|in)?\s*\d", re.IGNORECASE
)
_DAG: Final = re.compile(r"\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d\b")
# Names of organisations and programmes that begin with such a word.
_GEEN_KIND: Final = re.compile(
    r"\b(?:Kind (?:en|&) (?:Gezin|Taal|Preventie|Samenleving|Maatschappij)|Huis van het Kind"
    r"|Huizen van het Kind|kind Jeugd|Jongere(?:n)? (?:Welzijn|Centraal))\b",
    re.IGNORECASE,
)


ZONDER: Final = "een tekst zonder namen, klassen of geboortedata"
# Columns in which people write sentences; a street or a school may well be called "Moeder Teresa".
VRIJ: Final = frozenset({"opmerking", "omschrijving", "agenda", "uitkomst"})


def names_pupil(tekst: str) -> bool:
    """True when a free text of a coordinator seems to name one pupil or parent: then it is refused.

    Days are no sign here: "gebeld op 3/4/2025" is what such remarks are for.

    >>> names_pupil("Leerling Jan Peeters, 3B, geschorst"), names_pupil("Moeder Els belde op 3/4/2025")
    (True, True)
    >>> names_pupil("Overleg op 3/4/2025 over leerlingen in Genk"), names_pupil("Via Huis van het Kind Genk")
    (False, False)
    """
    rest = _GEEN_KIND.sub(" ", tekst)
    return bool(_GENOEMD.search(rest) or _GEBOREN.search(rest)) or bevat_rijksregisternummer(tekst)


def seems_about_pupil(tekst: str) -> bool:
    """True when a free text of a respondent may be about one pupil or parent: then it is not taken over.

    Stricter than :func:`names_pupil`, for nobody of the house reads it first: a day may be a birthday.
    Rather a text too few than a child too many: who wrote it can say it again without the name.

    >>> seems_about_pupil("Voor leerling Jan uit 3B is er niets."), seems_about_pupil("sinds 3/4/2012")
    (True, True)
    >>> seems_about_pupil("Voor leerlingen in Genk is er niets."), seems_about_pupil("Kind en Gezin helpt.")
    (False, False)
    """
    return names_pupil(tekst) or bool(_DAG.search(tekst))
