"""The first sheet: what to do in half an hour, what the colours mean, what each sheet is, the words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from netwerkkaart.omzetten.werkboekbladen import BLADEN, UITLEG, Knoopblad
from netwerkkaart.omzetten.werkboekstand import Merkteken
from netwerkkaart.schema.register import SOORTEN, TYPEN, relation_word
from netwerkkaart.schema.vocabularia import REGIO, VOCABULARIA
from netwerkkaart.werkboek.opmaak import KLEUREN

STAPPEN: tuple[tuple[str, str], ...] = (
    ("5 min", "Blad Organisaties: staat iedereen erin? Voeg toe wie ontbreekt. De code laat u leeg."),
    ("5 min", "Blad Aanbod: wie biedt wat aan, waar, voor wie, en is er plaats? Geel is nog niet geweten."),
    ("5 min", "Blad Relaties: wie werkt met wie? Kies de namen uit de lijst."),
    ("5 min", "Bladen Overleg en Acties: wat is er sinds de vorige keer besproken en afgesproken?"),
    ("5 min", "Bladen Hiaten en Inventarisaties: wat melden partners, en wat hebt u helemaal nagegaan?"),
    ("5 min", "Bewaar het bestand en lees het in: netwerkkaart import werkboek BESTAND. U ziet eerst wat er "
              "zal veranderen; pas na uw ja wordt er geschreven."),
)  # fmt: skip

REGELS: tuple[str, ...] = (
    "Iets wijzigen: typ er gewoon over. Een cel leegmaken maakt ook het gegeven leeg.",
    "Iets nieuws: typ het onder de laatste rij. De code vult het programma in.",
    "Iets weghalen: verwijder de hele rij. Het programma stelt dan voor om het te beëindigen op de dag van "
    "de import; er wordt nooit iets gewist.",
    "Meer dan één waarde in een cel: zet er een puntkomma tussen.",
    "Een datum: 2024-09-01, 01/09/2024, 09/2024 of gewoon 2024.",
    "Dezelfde naam twee keer? Dan staat de code erachter, als in De Ark [s1]. Neem haar mee over.",
    "Een kop met * is verplicht. Ga met de muis op een kop staan voor uitleg.",
    "Sorteren en filteren mag. De koppen zijn beveiligd, zonder wachtwoord.",
    "Zet geen namen of gegevens van leerlingen of ouders in dit werkboek: het wordt dan geweigerd.",
)


def write_uitleg(boek: Any, merk: Merkteken, aantallen: Mapping[str, int], personen: bool) -> None:
    """Write the explanation; nothing on it is ever read back."""
    werk = boek.add_worksheet(UITLEG)
    werk.hide_gridlines(2)
    werk.set_column(0, 0, 2)
    werk.set_column(1, 1, 26)
    werk.set_column(2, 2, 104)
    werk.set_column(3, 3, 9)
    _Schrijver(boek, werk).write(merk, aantallen, personen)
    werk.protect("", {"format_columns": True, "format_rows": True})
    werk.set_landscape()
    werk.set_paper(9)
    werk.fit_to_pages(1, 0)
    werk.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)


class _Schrijver:
    """Writes line after line."""

    def __init__(self, boek: Any, werk: Any) -> None:
        self._werk = werk
        self._rij = 0
        basis = {"text_wrap": True, "valign": "top"}
        self._titel = boek.add_format({"bold": True, "font_size": 18, "font_color": "#1F3A4D"})
        self._kop = boek.add_format(
            {"bold": True, "font_size": 12, "font_color": "#1F3A4D", "bottom": 1, "bottom_color": "#8CA3B0"}
        )
        self._onder = boek.add_format({"font_color": "#5A5A5A"})
        self._rechts = boek.add_format({**basis, "align": "right", "font_color": "#5A5A5A", "indent": 1})
        self._gewoon = boek.add_format(basis)
        self._vet = boek.add_format({**basis, "bold": True})
        self._rood = boek.add_format({**basis, "bold": True, "font_color": "#A3261D"})
        self._link = boek.add_format({**basis, "font_color": "#1A5FA8", "underline": 1})
        self._getal = boek.add_format({**basis, "align": "right", "font_color": "#5A5A5A"})
        self._kleur = {kleur: boek.add_format({"bg_color": kleur, "border": 1, "border_color": "#B0B0B0"})
                       for kleur, _ in KLEUREN}  # fmt: skip

    def write(self, merk: Merkteken, aantallen: Mapping[str, int], personen: bool) -> None:
        """The whole sheet, from top to bottom."""
        regio = REGIO.woord(merk.regio) if merk.regio else "alle regio's"
        self._werk.set_row(0, 30)
        self._line("Werkboek Netwerkkaart", self._titel)
        self._line(f"{regio} · gemaakt op {merk.gemaakt[:10]}", self._onder)
        intern = "Dit werkboek is voor coördinatoren: ook interne gegevens staan erin. Stuur het niet door."
        if personen:
            intern += " Het bevat contactpersonen."
        self._pair("", intern, links=None, rechts=self._rood)
        self._heading("Een half uur")
        for duur, tekst in STAPPEN:
            self._pair(duur, tekst, links=self._rechts)
        self._heading("Zo werkt het")
        for tekst in REGELS:
            self._pair("•", tekst, links=self._rechts)
        self._heading("Kleuren")
        for kleur, tekst in KLEUREN:
            self._pair("", tekst, links=self._kleur[kleur])
        self._heading("Bladen", "rijen")
        for blad in BLADEN:
            if personen or not blad.personen:
                self._sheet(blad.naam, blad.uitleg, aantallen.get(blad.naam, 0))
        self._words()

    def _words(self) -> None:
        self._heading("Soorten organisaties en andere")
        for blad in BLADEN:
            if isinstance(blad, Knoopblad):
                for label in blad.labels:
                    self._pair(label, _first_line(SOORTEN[label].__doc__))
        self._heading("Relaties")
        for type_ in (t for b in BLADEN if not isinstance(b, Knoopblad) for t in b.types):
            self._pair(relation_word(type_), _first_line(TYPEN[type_].__doc__))
        for vocabularium in VOCABULARIA:
            if vocabularium.naam in _gebruikt():
                self._heading(f"Keuzelijst {vocabularium.naam}", uitleg=vocabularium.uitleg)
                eigen = [t for t in vocabularium.termen if t.uitleg or t.woord != t.code]
                gewoon = [t.code for t in vocabularium.termen if t not in eigen]
                for term in eigen:
                    self._pair(term.code, term.uitleg or term.woord)
                if gewoon:
                    self._pair("", "; ".join(gewoon), links=None)

    def _line(self, tekst: str, stijl: Any) -> None:
        self._werk.write_string(self._rij, 1, tekst, stijl)
        self._rij += 1

    def _heading(self, tekst: str, rechts: str = "", uitleg: str = "") -> None:
        self._rij += 1
        self._werk.write_string(self._rij, 1, tekst, self._kop)
        self._werk.write_string(self._rij, 2, uitleg, self._kop)
        self._werk.write_string(self._rij, 3, rechts, self._kop)
        self._rij += 1

    def _pair(self, links_tekst: str, tekst: str, links: Any = "vet", rechts: Any = None) -> None:
        stijl = self._vet if links == "vet" else links
        if stijl is not None:
            self._werk.write_string(
                self._rij, 1, links_tekst, stijl
            ) if links_tekst else self._werk.write_blank(self._rij, 1, None, stijl)
        self._werk.write_string(self._rij, 2, tekst, rechts or self._gewoon)
        self._werk.set_row(self._rij, 15 * (1 + len(tekst) // (80 if rechts else 100)))
        self._rij += 1

    def _sheet(self, naam: str, uitleg: str, aantal: int) -> None:
        self._werk.write_url(self._rij, 1, f"internal:'{naam}'!A1", self._link, naam)
        self._werk.write_string(self._rij, 2, uitleg, self._gewoon)
        self._werk.write_number(self._rij, 3, aantal, self._getal)
        self._rij += 1


def _gebruikt() -> frozenset[str]:
    from netwerkkaart.omzetten.werkboekvorm import columns

    return frozenset(
        kolom.vocabularium.naam
        for blad in BLADEN
        for kolom in columns(blad)
        if kolom.vocabularium is not None
    )


def _first_line(tekst: str | None) -> str:
    return (tekst or "").strip().split("\n")[0]
