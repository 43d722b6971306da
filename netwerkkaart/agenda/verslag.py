"""The agenda as a Word document, to go on writing in at the table: all points, as reports are written."""

from __future__ import annotations

import re
from pathlib import Path

from netwerkkaart.agenda.model import Agenda, Rubriek
from netwerkkaart.bestanden import write_atomic
from netwerkkaart.fiche.zinnen import day
from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.rapport.model import Alinea, Blok, Deel, Document, Tabel
from netwerkkaart.rapport.schrijven import is_edited, render

_KOPPEN = ("Punt", "Wat", "Vraag of afspraak")
_GEEN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TITEL = 200
"""Signs of a name that stand in the title; Word keeps 255 in the properties of a document."""


def as_document(agenda: Agenda) -> Document:
    """The agenda as a neutral document; pure."""
    wanneer = f"Bijeenkomst van {day(agenda.volgende)}. " if agenda.volgende else ""
    aan_tafel = _clean(f"{wanneer}Aan tafel: {', '.join(agenda.leden) or 'nog niemand gekend'}.")
    begin: list[Blok] = [Alinea(agenda.zin, soort="inleiding"), Alinea(aan_tafel)]
    if agenda.vorige:
        delen = (agenda.vorige.agenda, agenda.vorige.uitkomst)
        begin.append(
            Alinea(
                _clean(" ".join(f"{deel.rstrip('.')}." for deel in delen if deel)),
                kop=f"Vorige keer, {day(agenda.vorige.datum)}.",
            )
        )
    leeg = tuple(("", "", "") for _ in range(3))
    return Document(
        "Agenda",
        _clean(agenda.naam if len(agenda.naam) <= _TITEL else f"{agenda.naam[: _TITEL - 1]}…"),
        agenda.regio,
        agenda.datum,
        agenda.profiel,
        (
            Deel("Op tafel", tuple(begin)),
            *(_section(rubriek) for rubriek in agenda.rubrieken),
            Deel("Nieuwe afspraken", (Tabel("Wat we afspreken", ("Wat", "Wie", "Tegen wanneer"), leeg),)),
            Deel("Hoe dit berekend is", tuple(Alinea(noot, soort="noot") for noot in agenda.noten)),
        ),
    )


def _section(rubriek: Rubriek) -> Deel:
    if not rubriek.punten:
        return Deel(rubriek.kop, (Alinea(rubriek.leeg),))
    rijen = tuple(
        (
            _clean(f"{punt.kop} ({punt.merk})" if punt.merk else punt.kop),
            _clean(punt.tekst),
            _clean(punt.vraag),
        )
        for punt in rubriek.punten
    )
    return Deel(rubriek.kop, (Tabel(rubriek.kop, _KOPPEN, rijen),))


def _clean(tekst: str) -> str:
    """A text without the signs that no XML can hold."""
    return _GEEN_XML.sub("", tekst)


def check_docx(pad: Path) -> None:
    """Refuse to write over what somebody wrote in a document.

    Raises:
        GebruikersFout: the document was edited since it was made.
    """
    if is_edited(pad):
        raise GebruikersFout(
            f"{pad.name} is gewijzigd sinds het gemaakt werd: dat zou verloren gaan.",
            hulp="Geef het een andere naam, of kies met --map een andere map.",
        )


def write_docx(agenda: Agenda, pad: Path) -> Path:
    """Write the document.

    Raises:
        GebruikersFout: the document that stands there was edited, or it cannot be written.
    """
    check_docx(pad)
    write_atomic(pad, render(as_document(agenda), ".docx"))
    return pad
