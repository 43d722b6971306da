"""Invented names: «Kantelbrug», «Speelweide», «Wolkentrein». Any likeness to a real one is chance."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from netwerkkaart.schema.vocabularia import fold

_VOOR_TEKST = """
Kantel Speel Wolken Mijn Wind Grens Kruis Noord Spring Zand Klaver Vlinder Regen Zonne Sterren Water
Linde Beuken Eiken Berken Hazel Heide Kiezel Licht Morgen Avond Tover Veer Zilver Appel Kersen Peren
Bloesem Duin Echo Fluister Golf Honing Karren Knik Kolen Krekel Mees Merel Molen Mos Mussen Parel Pluim
Rivier Schaduw Schelp Sleutel Spiegel Tegel Trommel Uilen Vijver Wissel Zwaluw Ooievaars Egel Kastanje
Wilgen Vlier Braam Korenbloem Leem Turf Merg Lava Kamille Tijm Notelaar
"""
_ACHTER_TEKST = """
brug weide trein lamp roos mark peil wijzer boom bron hof huis kade laan licht pad plein poort ring
sprong spoor steen stap tuin veld vleugel vlieger wiel zeil kring haven hoek kamer kruin lint nest oever
raam schacht ster stroom tak toren venster vuur wending dal draad mijl berg klok anker baken blad korf
sluis tij dijk
"""
_VOORNAMEN_TEKST = """
An Bart Claire Dirk Els Fatima Geert Hilde Ibrahim Jana Karel Lotte Mehmet Nele Omar Pieter Riet Samira
Tom Uma Veerle Wim Yasmine Zeger
"""
_STRATEN_TEKST = """
Kerkstraat Schoolstraat Stationsstraat Dorpsplein Molenstraat Nieuwstraat Lindenlaan Beekstraat
Kapelstraat Veldstraat Kasteellaan Marktplein Bosstraat Heideweg Fabrieksstraat Parklaan Steenweg
Boomgaardstraat Kanaalstraat Industrielaan
"""
_VOOR, _ACHTER, _VOORNAMEN, _STRATEN = (
    tuple(tekst.split()) for tekst in (_VOOR_TEKST, _ACHTER_TEKST, _VOORNAMEN_TEKST, _STRATEN_TEKST)
)


def slug(tekst: str) -> str:
    """The form of a name in ids, as importers make it.

    >>> slug("CLB Kantelbrug (Genk)")
    'clb-kantelbrug-genk'
    """
    return fold(tekst).replace(" ", "-")


class Naamgever:
    """Deals compounds from shuffled decks, one deck for each purpose.

    No compound comes twice for a purpose before its deck of some 4,000 is empty.
    """

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._stapels: dict[str, list[str]] = {}

    def woord(self, waarvoor: str = "organisatie") -> str:
        """One compound for a purpose."""
        stapel = self._stapels.setdefault(waarvoor, [])
        if not stapel:
            stapel += [voor + achter for voor in _VOOR for achter in _ACHTER if achter not in voor.casefold()]
            self._rng.shuffle(stapel)
        return stapel.pop()

    def persoon(self) -> str:
        """Name of a person who is clearly invented: «Lotte Wolkentrein»."""
        return f"{voornaam(self._rng)} {self.woord('persoon')}"


def voornaam(rng: Random) -> str:
    """A first name."""
    return rng.choice(_VOORNAMEN)


def adres(rng: Random) -> tuple[str, str]:
    """A street that every place has, and a house number."""
    return rng.choice(_STRATEN), str(rng.randint(1, 240)) + rng.choice(("", "", "", "", "A", " bus 2"))


def telefoon(rng: Random) -> str:
    """A number that cannot be dialled: no Belgian zone begins with 000."""
    return f"000 {rng.randint(10, 99)} {rng.randint(10, 99)} {rng.randint(10, 99)}"


def webadres(naam: str) -> str:
    """A site under ``.example``, reserved by RFC 2606 so that it never exists."""
    return f"https://www.{domein(naam)}"


def domein(naam: str) -> str:
    """Domain of an organisation, at most 63 characters a label."""
    return f"{slug(naam)[:60].strip('-')}.example"


def gemiddeld(rng: Random, laag: int, hoog: int) -> int:
    """A whole number that lies rather in the middle than at the ends."""
    return round((rng.randint(laag, hoog) + rng.randint(laag, hoog)) / 2)


def kies_gewogen(rng: Random, keuzes: Sequence[tuple[str, float]]) -> str:
    """One of the choices, by weight."""
    return rng.choices([k for k, _ in keuzes], [g for _, g in keuzes])[0]
