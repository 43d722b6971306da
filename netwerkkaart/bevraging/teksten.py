"""The sentences of a form and of the letter with it; workbook and page say the same."""

from __future__ import annotations

from datetime import date

from netwerkkaart.bevraging.formulier import Formulier
from netwerkkaart.bevraging.ronde import Ronde
from netwerkkaart.schema.vocabularia import REGIO, STAP

_MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september"),
    *("oktober", "november", "december"),
)


def day(dag: date) -> str:
    """A day as people write it.

    >>> day(date(2026, 12, 15))
    '15 december 2026'
    """
    return f"{dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"


def _lower(zin: str) -> str:
    return zin[:1].lower() + zin[1:]


def purpose(ronde: Ronde) -> str:
    """Why it is asked, in one or two sentences."""
    return (
        f"We brengen in kaart wie in {REGIO.woord(ronde.regio)} samenwerkt rond (dreigende) schooluitval, "
        "zodat scholen en jongeren sneller de juiste hulp vinden. Wie er middenin staat, weet dat het best."
    )


def introduction(formulier: Formulier) -> list[tuple[str, str]]:
    """Heading and text, for the first sheet and the top of the page."""
    ronde = formulier.ronde
    uit = [
        ("Waarom", purpose(ronde)),
        (
            "Wat vragen we",
            "Met wie werkt u samen, en hoe nauw? Naar wie verwijst u door, en voor welke stap? "
            + ("Wat biedt u aan? " if formulier.aanbod is not None else "")
            + "Wat ontbreekt er? Het kost een kwartier tot een halfuur.",
        ),
        (
            "Hoe vult u in",
            "Kies ja, nee of weet niet. Wat u openlaat, telt als niet gevraagd. Ontbreekt er iemand? "
            "Kies de naam onderaan uit de lijst; wie u toevoegt, telt als ja.",
        ),
        (
            "De stappen",
            " ".join(f"{term.woord.capitalize()}: {_lower(term.uitleg)}" for term in STAP.termen),
        ),
        (
            "Waarvoor het dient",
            f"{ronde.purposes()} Voor rapport en onderzoek vragen we uw toestemming op het formulier. "
            "Wie wat zei, blijft bij de coördinatoren; partners zien op de kaart alleen dát er een band is.",
        ),
        (
            "Geen leerlingen",
            "Zet nergens namen of gegevens van leerlingen of ouders. Uw eigen naam is niet nodig.",
        ),
        ("Tegen wanneer", f"Stuur het ingevulde formulier terug tegen {day(ronde.deadline)}."),
    ]
    if formulier.schoolnamen:
        uit.insert(
            3,
            (
                "Voor uw scholen",
                f"U antwoordt ook voor de {len(formulier.schoolnamen)} scholen die u begeleidt: zij krijgen "
                "niet elk een formulier. Vul in wat u weet; wat een school zelf zegt, gaat voor.",
            ),
        )
    return uit


QUESTIONS: tuple[tuple[str, str, str], ...] = (
    ("functie", "Uw functie", "Bijvoorbeeld zorgcoördinator. Geen naam."),
    ("datum", "Ingevuld op", "Leeg: de dag waarop u het bewaart."),
    ("rapport", "Mag dit in een rapport voor Opgroeien?", "Zonder namen van personen. Leeg is nee."),
    (
        "onderzoek",
        "Mag dit dienen voor wetenschappelijk onderzoek?",
        "Zonder namen van personen. Leeg is nee.",
    ),
    ("kloppen", "Kloppen de gegevens hieronder?", "Wat niet klopt, verbetert u ernaast."),
)
"""Code, question and explanation, at the top of the sheet about the organisation itself."""

OWN_WORDS = {
    "straat": "Straat",
    "huisnummer": "Huisnummer",
    "postcode": "Postcode",
    "email": "E-mail",
    "telefoon": "Telefoon",
    "website": "Website",
}
"""What is known of the organisation itself, by property."""
