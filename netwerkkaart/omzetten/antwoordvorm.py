"""The shape of the form of a question round: its sheets and headers, for who writes and who reads it.

The workbook and the page that saves a file have the same sheets, so that both are read back alike. A
``code`` says of what is printed beside it which node it is; what a respondent adds herself has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

FORMAAT = "netwerkkaart-antwoord"
"""Says of a JSON file that it is a filled form."""
VERSIE = 1

CODE = "code"
WEET_NIET = "weet niet"
JA_NEE = ("ja", "nee", WEET_NIET)
STERKTES = ("1", "2", "3")
STERKTE_UITLEG = "1 = af en toe, 2 = geregeld, 3 = wekelijks"


class Blad(StrEnum):
    """The sheets, in order."""

    UITLEG = "Lees mij"
    ORGANISATIE = "Uw organisatie"
    SAMENWERKEN = "Samenwerken"
    SCHOLEN = "Scholen"
    AANBOD = "Aanbod"
    ONTBREEKT = "Wat ontbreekt"
    LIJST = "Lijst"


KOPPEN: Mapping[Blad, Mapping[str, str]] = {
    Blad.ORGANISATIE: {
        "vraag": "Vraag",
        "antwoord": "Uw antwoord",
        "toelichting": "Toelichting",
        "code": CODE,
    },
    Blad.SAMENWERKEN: {
        "organisatie": "Organisatie",
        "weten": "Wat wij al weten",
        "samen": "Werkt u samen?",
        "sterkte": "Hoe nauw? (1–3)",
        "verwijst": "Verwijst u naar hen door?",
        "stap": "Voor welke stap?",
        "ontvangt": "Verwijzen zij naar u door?",
        "code": CODE,
    },
    Blad.SCHOLEN: {
        "school": "School",
        "organisatie": "Organisatie",
        "weten": "Wat wij al weten",
        "samen": "Werkt de school samen?",
        "sterkte": "Hoe nauw? (1–3)",
        "verwijst": "Verwijst de school naar hen door?",
        "stap": "Voor welke stap?",
        "code": CODE,
    },
    Blad.AANBOD: {
        "naam": "Aanbod",
        "weten": "Wat wij al weten",
        "bestaat": "Bestaat het nog?",
        "wachttijd_weken": "Wachttijd nu (weken)",
        "continuum": "Voor welke stap?",
        "themas": "Thema",
        "doelgroepen": "Voor wie?",
        "code": CODE,
    },
    Blad.ONTBREEKT: {
        "omschrijving": "Wat ontbreekt er?",
        "thema": "Thema",
        "stap": "Stap",
        "doelgroepen": "Voor wie?",
        "gemeenten": "In welke gemeenten?",
    },
    Blad.LIJST: {"organisatie": "Organisatie", "code": CODE},
}
"""Per sheet: our name of a column → its header."""

EIGEN: tuple[str, ...] = ("straat", "huisnummer", "postcode", "email", "telefoon", "website")
"""Properties of its own that a respondent may correct, as rows of :attr:`Blad.ORGANISATIE`."""


def band_type(namens: str, doel: str) -> tuple[str, str]:
    """Type and direction of "we work together" between two kinds, where nothing is said of it.

    Between a school and its CLB, leersteuncentrum or guidance service it is the tie by which these serve.

    Args:
        namens: label of the organisation that speaks.
        doel: label of the one that it names.

    >>> band_type("School", "Clb"), band_type("Clb", "School"), band_type("Clb", "Werkactor")
    (('BEGELEIDT', 'in'), ('BEGELEIDT', 'uit'), ('WERKT_SAMEN_MET', ''))
    """
    if doel == "School" and namens in _DIENSTEN:
        return _DIENSTEN[namens], "uit"
    if namens == "School" and doel in _DIENSTEN:
        return _DIENSTEN[doel], "in"
    return "WERKT_SAMEN_MET", ""


_DIENSTEN: Mapping[str, str] = {
    "Clb": "BEGELEIDT",
    "Ondersteuningsnetwerk": "ONDERSTEUNT",
    "Begeleidingsdienst": "ADVISEERT",
}


def row_code(*delen: str) -> str:
    """The code beside a row, from ids and a type of tie; neither holds a bar.

    >>> row_code("school:1", "clb:2", "BEGELEIDT")
    'school:1|clb:2|BEGELEIDT'
    """
    return "|".join(delen)
