"""Free texts of respondents: what seems to speak of one pupil stays out of the graph."""

from __future__ import annotations

import re
from typing import Final

from netwerkkaart.inlezen.privacy import bevat_rijksregisternummer

_KIND: Final = r"(?:leerling(?:e)?|kind|jongen|meisje|jongere|zoon|dochter|broer|zus|moeder|vader|mama|papa)"
# A word for a child followed by a given name, or by a name with an initial; "leerling van 3B" as well.
_GENOEMD: Final = re.compile(
    rf"\b(?:de |het |onze |een |die )?{_KIND}(?: uit| van)?(?: de| het)? (?:klas )?"
    r"(?:\d\s?[A-Z]\b|[A-Z][a-zà-ÿ'’-]+(?: [A-Z](?:\.|[a-zà-ÿ'’-]+))?)"
)
_GEBOREN: Final = re.compile(
    r"\b(?:geboren|geb\.?|°|geboortedatum)\s*(?:op|in)?\s*\d|\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d\b",
    re.IGNORECASE,
)
# Names of organisations and programmes that begin with such a word.
_GEEN_KIND: Final = re.compile(
    r"\b(?:Kind (?:en|&) (?:Gezin|Taal|Preventie|Samenleving|Maatschappij)|Huis van het Kind"
    r"|Huizen van het Kind|kind Jeugd|Jongere(?:n)? (?:Welzijn|Centraal))\b",
    re.IGNORECASE,
)


def seems_about_pupil(tekst: str) -> bool:
    """True when a free text seems to name one pupil or parent: then it is not taken over.

    Rather a text too few than a child too many: who wrote it can say it again without the name.

    >>> seems_about_pupil("Voor leerling Jan uit 3B is er niets."), seems_about_pupil("geboren 3/4/2012")
    (True, True)
    >>> seems_about_pupil("Voor leerlingen in Genk is er niets."), seems_about_pupil("Kind en Gezin helpt.")
    (False, False)
    """
    rest = _GEEN_KIND.sub(" ", tekst)
    return bool(_GENOEMD.search(rest) or _GEBOREN.search(rest)) or bevat_rijksregisternummer(tekst)
