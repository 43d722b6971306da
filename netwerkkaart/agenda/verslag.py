"""The agenda as a Word document, to go on writing in at the table: all points, as reports are written."""

from __future__ import annotations

from pathlib import Path

from netwerkkaart.agenda.model import Agenda, Rubriek
from netwerkkaart.bestanden import write_atomic
from netwerkkaart.fiche.zinnen import day
from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.rapport.model import Alinea, Blok, Deel, Document, Tabel
from netwerkkaart.rapport.schrijven import is_edited, render

_KOPPEN = ("Punt", "Wat", "Vraag of afspraak")


def as_document(agenda: Agenda) -> Document:
    """The agenda as a neutral document; pure."""
    wanneer = f"Bijeenkomst van {day(agenda.volgende)}. " if agenda.volgende else ""
    aan_tafel = f"{wanneer}Aan tafel: {', '.join(agenda.leden) or 'nog niemand gekend'}."
    begin: list[Blok] = [Alinea(agenda.zin, soort="inleiding"), Alinea(aan_tafel)]
    if agenda.vorige:
        delen = (agenda.vorige.agenda, agenda.vorige.uitkomst)
        begin.append(
            Alinea(
                " ".join(f"{deel.rstrip('.')}." for deel in delen if deel),
                kop=f"Vorige keer, {day(agenda.vorige.datum)}.",
            )
        )
    leeg = tuple(("", "", "") for _ in range(3))
    return Document(
        "Agenda",
        agenda.naam,
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
            f"{punt.kop} ({punt.merk})" if punt.merk else punt.kop,
            punt.tekst,
            punt.vraag,
        )
        for punt in rubriek.punten
    )
    return Deel(rubriek.kop, (Tabel(rubriek.kop, _KOPPEN, rijen),))


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
