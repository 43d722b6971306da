"""The form as a workbook: drop-downs everywhere, room to add, and nothing to break."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

import xlsxwriter

from netwerkkaart.bestanden import TEKST_BLIJFT_TEKST
from netwerkkaart.bevraging.formulier import Formulier
from netwerkkaart.bevraging.teksten import OWN_WORDS, QUESTIONS, introduction
from netwerkkaart.omzetten.antwoordvorm import EIGEN, JA_NEE, KOPPEN, STERKTE_UITLEG, STERKTES, Blad
from netwerkkaart.schema.vocabularia import DOELGROEP, REGIO, STAP, THEMA

EXTRA = 15
"""Empty rows beneath what is known, on each sheet."""
EXTRA_SCHOLEN = 40

_BREEDTE: Mapping[str, int] = {
    **{"organisatie": 40, "school": 36, "weten": 38, "omschrijving": 70, "naam": 38, "vraag": 44},
    **{"antwoord": 34, "toelichting": 60, "gemeenten": 26, "stap": 24, "continuum": 24},
}
_KEUZES: Mapping[str, Sequence[str]] = {
    **dict.fromkeys(("samen", "verwijst", "ontvangt", "bestaat"), JA_NEE),
    "sterkte": STERKTES,
    "stap": STAP.codes,
    "continuum": STAP.codes,
    "thema": THEMA.codes,
    "themas": THEMA.codes,
    "doelgroepen": DOELGROEP.codes,
}
_MEER = frozenset({"stap", "continuum", "themas", "doelgroepen"})
"""Columns in which several values may stand, parted by a semicolon."""
_UITLEG: Mapping[str, str] = {
    "samen": "ja, nee of weet niet. Tussen een school en haar CLB, leersteuncentrum of begeleidingsdienst is "
    "samenwerken: dat die haar begeleidt.",
    "sterkte": STERKTE_UITLEG,
    "stap": "Leeg: voor elke stap. Meer dan één: zet er een puntkomma tussen.",
    "themas": "1 = basisonderwijs (−12), 2 = secundair (+12). Beide: 1; 2.",
    "thema": "1 = basisonderwijs (−12), 2 = secundair (+12).",
    "doelgroepen": "Meer dan één: zet er een puntkomma tussen.",
    "gemeenten": "Leeg: de hele regio. Meer dan één: zet er een puntkomma tussen.",
    "bestaat": "nee: we stellen voor het te beëindigen.",
}


def make_werkmap(formulier: Formulier) -> bytes:
    """The form as the bytes of an XLSX; the same form gives the same bytes.

    Texts stay texts: nothing is taken for a formula or a link.
    """
    buffer = io.BytesIO()
    opties = {"in_memory": True, **TEKST_BLIJFT_TEKST}
    with xlsxwriter.Workbook(buffer, opties) as boek:
        dag = datetime.combine(formulier.ronde.datum, time())
        boek.set_properties({"title": f"{formulier.ronde.naam}: {formulier.naam}"[:250], "created": dag})
        boek.set_size(2200, 1300)
        _Boek(boek, formulier).write()
    return buffer.getvalue()


@dataclass(slots=True)
class _Rij:
    """A row of a sheet: texts by column, and which columns a respondent may not change."""

    cellen: Mapping[str, str]
    vast: frozenset[str] = frozenset()


class _Boek:
    def __init__(self, boek: Any, formulier: Formulier) -> None:
        self._boek, self._f = boek, formulier
        vast = {"valign": "top", "text_wrap": True, "num_format": "@", "border": 1, "border_color": "#D5DCE0"}
        vrij = {**vast, "locked": False, "bg_color": "#FFF8DC"}
        self._kop = boek.add_format(
            {"bold": True, "font_color": "#FFFFFF", "bg_color": "#3D5A6C", "text_wrap": True,
             "valign": "vcenter", "border": 1, "border_color": "#8CA3B0"}
        )  # fmt: skip
        self._vast, self._vrij = boek.add_format(vast), boek.add_format(vrij)
        self._ingevuld = boek.add_format({"bg_color": "#E3F1E3"})

    def write(self) -> None:
        f = self._f
        self._explanation()
        self._table(Blad.ORGANISATIE, list(self._own()), vrij={"antwoord"})
        self._table(
            Blad.SAMENWERKEN,
            [_Rij({"organisatie": r.organisatie, "weten": r.weten, "code": r.code}) for r in f.banden],
            extra=EXTRA,
        )
        if f.schoolnamen:
            rijen = [
                _Rij(
                    {"school": r.school, "organisatie": r.organisatie, "weten": r.weten, "code": r.code},
                    frozenset({"school"} if not r.organisatie else ()),
                )
                for r in f.scholen
            ]
            self._table(Blad.SCHOLEN, rijen, extra=EXTRA_SCHOLEN)
        if f.aanbod is not None:
            self._table(
                Blad.AANBOD,
                [
                    _Rij(
                        {"naam": r.naam, "weten": r.weten, "code": r.code},
                        frozenset({"continuum", "themas", "doelgroepen"}),
                    )
                    for r in f.aanbod
                ],
                extra=8,
            )
        self._table(Blad.ONTBREEKT, [], extra=EXTRA)
        self._list()

    def _explanation(self) -> None:
        f = self._f
        blad = self._boek.add_worksheet(Blad.UITLEG)
        groot = self._boek.add_format({"bold": True, "font_size": 18, "font_color": "#1F3A4D"})
        sub = self._boek.add_format({"font_size": 12, "font_color": "#3D5A6C"})
        kop = self._boek.add_format({"bold": True, "valign": "top", "font_color": "#1F3A4D"})
        tekst = self._boek.add_format({"text_wrap": True, "valign": "top"})
        blad.hide_gridlines(2)
        blad.set_column(0, 0, 2)
        blad.set_column(1, 1, 22)
        blad.set_column(2, 2, 92)
        blad.write_string(1, 1, f.ronde.naam, groot)
        plaats = f" ({f.gemeente})" if f.gemeente and f.gemeente not in f.naam else ""
        blad.write_string(2, 1, f"Formulier voor {f.naam}{plaats}", sub)
        for nr, (wat, hoe) in enumerate(introduction(f), start=4):
            blad.write_string(nr, 1, wat, kop)
            blad.write_string(nr, 2, hoe, tekst)
            blad.set_row(nr, 15 * (1 + len(hoe) // 95) + 6)
        blad.protect()
        self._print(blad, liggend=False)

    def _own(self) -> Iterable[_Rij]:
        f = self._f
        yield _Rij(_line("Bevraging", f.ronde.naam, "", f"bevraging={f.ronde.id}"), frozenset({"antwoord"}))
        yield _Rij(_line("Organisatie", f.naam, "", f"organisatie={f.id}"), frozenset({"antwoord"}))
        yield _Rij(
            _line("Regio", REGIO.woord(f.ronde.regio), "", f"regio={f.ronde.regio}"), frozenset({"antwoord"})
        )
        for code, vraag, uitleg in QUESTIONS:
            yield _Rij(_line(vraag, "", uitleg, code))
        for naam in EIGEN:
            bekend = f.eigen.get(naam, "")
            weten = f"Wij hebben: {bekend}" if bekend else "Wij hebben nog niets."
            yield _Rij(_line(f"{OWN_WORDS[naam]} (alleen als het anders is)", "", weten, naam))

    def _table(
        self, blad: Blad, rijen: Sequence[_Rij], *, extra: int = 0, vrij: set[str] | None = None
    ) -> None:
        """Write a sheet: what is known, then empty rows to add to."""
        koppen = KOPPEN[blad]
        werk = self._boek.add_worksheet(blad)
        alle = [*rijen, *(_Rij({}) for _ in range(extra))]
        printed = {"organisatie", "school", "weten", "naam", "code", "vraag", "toelichting"}
        for plaats, (naam, kop) in enumerate(koppen.items()):
            werk.write_string(0, plaats, kop, self._kop)
            verborgen = {"hidden": True} if naam == "code" else {}
            werk.set_column(plaats, plaats, _BREEDTE.get(naam, 16), None, verborgen)
            if naam in _UITLEG:
                werk.write_comment(0, plaats, _UITLEG[naam], {"x_scale": 1.6})
        for nr, rij in enumerate(alle, start=1):
            gekend = bool(rij.cellen.get("code"))
            for plaats, naam in enumerate(koppen):
                tekst = rij.cellen.get(naam, "")
                mag = naam in vrij if vrij is not None else naam not in ("weten", "code")
                mag = mag and naam not in rij.vast and not (gekend and naam in printed and tekst)
                opmaak = self._vrij if mag else self._vast
                if tekst:
                    werk.write_string(nr, plaats, tekst, opmaak)
                else:
                    werk.write_blank(nr, plaats, None, opmaak)
            werk.set_row(nr, 15 * _lines(rij.cellen))
        self._choices(werk, blad, koppen, len(rijen), len(alle))
        werk.set_row(0, 34)
        werk.freeze_panes(1, 2 if "school" in koppen else 1)
        if len(rijen) > 20:
            werk.autofilter(0, 0, len(alle), len(koppen) - 2)
        werk.protect("", {"autofilter": True, "format_columns": True, "format_rows": True})
        werk.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        self._print(werk, liggend=True)

    def _choices(self, werk: Any, blad: Blad, koppen: Mapping[str, str], bekend: int, totaal: int) -> None:
        if blad is Blad.ORGANISATIE:
            for nr, rij in enumerate(self._own(), start=1):
                if rij.cellen["code"] in ("rapport", "onderzoek", "kloppen"):
                    werk.data_validation(nr, 1, nr, 1, _list_of(("ja", "nee"), streng=True))
            werk.conditional_format(4, 1, totaal, 1, {"type": "no_blanks", "format": self._ingevuld})
            return
        for plaats, naam in enumerate(koppen):
            if naam in _KEUZES:
                regel = _list_of(_KEUZES[naam], streng=naam not in _MEER)
                werk.data_validation(1, plaats, totaal, plaats, regel)
            elif naam in ("organisatie", "school"):
                begin, lijst = bekend + 1, self._range(naam)
                if naam == "organisatie" and blad is Blad.SCHOLEN:
                    begin = 1  # of a school of which nothing is known the partner is still to be chosen
                werk.data_validation(
                    begin,
                    plaats,
                    totaal,
                    plaats,
                    {
                        "validate": "list",
                        "source": lijst,
                        "error_type": "warning",
                        "error_title": "Niet in de lijst",
                        "error_message": "Deze naam staat niet in de lijst. Toch gebruiken?",
                    },
                )
            if naam not in ("weten", "code", "school", "organisatie", "naam"):
                werk.conditional_format(
                    1, plaats, totaal, plaats, {"type": "no_blanks", "format": self._ingevuld}
                )

    def _range(self, naam: str) -> str:
        kolom, lijst = ("C", self._f.schoolnamen) if naam == "school" else ("A", self._f.lijst)
        return f"={Blad.LIJST}!${kolom}$2:${kolom}${len(lijst) + 1}"

    def _list(self) -> None:
        """The names that can be chosen; visible, so that they can be searched."""
        f = self._f
        werk = self._boek.add_worksheet(Blad.LIJST)
        for plaats, kop in enumerate(KOPPEN[Blad.LIJST].values()):
            werk.write_string(0, plaats, kop, self._kop)
        for nr, (naam, id_) in enumerate(f.lijst, start=1):
            werk.write_string(nr, 0, naam, self._vast)
            werk.write_string(nr, 1, id_, self._vast)
        werk.set_column(0, 0, 60)
        werk.set_column(1, 1, 20, None, {"hidden": True})
        if f.schoolnamen:
            werk.write_string(0, 2, "Uw scholen", self._kop)
            werk.set_column(2, 2, 50)
            for nr, naam in enumerate(f.schoolnamen, start=1):
                werk.write_string(nr, 2, naam, self._vast)
        werk.freeze_panes(1, 0)
        werk.protect("", {"autofilter": True})

    def _print(self, werk: Any, *, liggend: bool) -> None:
        if liggend:
            werk.set_landscape()
            werk.repeat_rows(0)
        werk.set_paper(9)
        werk.fit_to_pages(1, 0)
        werk.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        werk.set_footer(f"&L{self._f.ronde.naam.replace('&', '&&')}&RBlad &P van &N")


def _lines(cellen: Mapping[str, str]) -> int:
    """How many lines the fullest cell of a row takes; a row does not grow by itself in every program."""
    # A column is as wide as so many digits; letters are narrower.
    tekens = {naam: int(1.15 * _BREEDTE.get(naam, 16)) for naam in cellen if naam != "code"}
    regels = (-(-len(cellen[naam]) // ruimte) for naam, ruimte in tekens.items())
    return max(1, *regels, 1)


def _line(vraag: str, antwoord: str, toelichting: str, code: str) -> dict[str, str]:
    return {"vraag": vraag, "antwoord": antwoord, "toelichting": toelichting, "code": code}


def _list_of(keuzes: Sequence[str], *, streng: bool) -> dict[str, Any]:
    """A drop-down; where several values may stand, another text is only warned of."""
    return {
        "validate": "list",
        "source": list(keuzes),
        "error_type": "stop" if streng else "information",
        "error_title": "Kies uit de lijst" if streng else "Meer dan één?",
        "error_message": f"Kies uit: {', '.join(keuzes)}."
        if streng
        else f"Kies uit: {', '.join(keuzes)}. Meer dan één: met een puntkomma ertussen.",
    }
