"""The mail-merge list of a round, and the list of who is to be reminded. Persons only when asked for."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import xlsxwriter

from netwerkkaart.analyse.basis import municipality_name
from netwerkkaart.bestanden import TEKST_BLIJFT_TEKST, write_atomic
from netwerkkaart.bevraging.kies import guiding_clb
from netwerkkaart.bevraging.ronde import VRAAG, Ronde
from netwerkkaart.bevraging.teksten import day, purpose
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.omzetten.verzendlijst import KOLOMMEN

_ROL: Mapping[str, str] = {
    "School": "directie of zorgcoördinator",
    "Clb": "directie of teamcoördinator",
    "LokaalBestuur": "dienst onderwijs of welzijn",
}
_ROL_ANDERS = "directie of coördinator"
KOPPEN = (
    *("organisatie", "soort", "gemeente", "e-mail", "rol", "aanhef", "bestand", "tegen", "doel"),
    *("antwoordt_voor", "code", "bevraging", "bevraging_naam", "bevraging_regio", "bevraging_datum"),
    *("bevraging_deadline", "bevraging_doelen", "bevraging_vraag"),
)
"""Headers of the list; those of :data:`~netwerkkaart.omzetten.verzendlijst.KOLOMMEN` are read back."""
assert set(KOLOMMEN.values()) <= set(KOPPEN)


@dataclass(frozen=True, slots=True)
class Contact:
    """To whom the form goes: a function, and where asked for a name and an address of that person."""

    rol: str
    naam: str = ""
    email: str = ""


def merge_rows(
    beeld: Beeld,
    ronde: Ronde,
    bestanden: Mapping[str, str],
    *,
    met_personen: bool = False,
) -> list[tuple[str, ...]]:
    """The rows of a mail-merge list, in the order of the given files.

    Args:
        beeld: the view with all that coordinators may see.
        ronde: the round.
        bestanden: id of each respondent → name of its form.
        met_personen: name the contact person, where there is one, and take her address.
    """
    contacten = _contacts(beeld, met_personen)
    scholen: dict[int, int] = {}
    for clb in guiding_clb(beeld).values():
        scholen[clb] = scholen.get(clb, 0) + 1
    emails = beeld.kolom("email")
    uit: list[tuple[str, ...]] = []
    for id_, bestand in bestanden.items():
        knoop = beeld.nummer[id_]
        label = beeld.label(knoop)
        contact = contacten.get(knoop, Contact(_ROL.get(label, _ROL_ANDERS)))
        uit.append(
            (
                beeld.naam(knoop),
                label,
                municipality_name(beeld, knoop),
                contact.email or str(emails[knoop] or ""),
                contact.rol or _ROL.get(label, _ROL_ANDERS),
                f"Beste {contact.naam}" if contact.naam else "Beste collega",
                bestand,
                day(ronde.deadline),
                purpose(ronde),
                str(scholen.get(knoop, 0) or "") if label == "Clb" else "",
                id_,
                ronde.id,
                ronde.naam,
                ronde.regio,
                ronde.datum.isoformat(),
                ronde.deadline.isoformat(),
                "; ".join(ronde.doelen),
                VRAAG,
            )
        )
    return uit


def _contacts(beeld: Beeld, met_personen: bool) -> dict[int, Contact]:
    """The contact person of each organisation, the first by id; without her name unless asked for."""
    tabel = beeld.van_type("WERKT_VOOR")
    functies, emails = beeld.kolom("functie"), beeld.kolom("email")
    uit: dict[int, Contact] = {}
    for wie, org in zip(tabel.van.tolist(), tabel.naar.tolist(), strict=True):
        if beeld.label(wie) == "Contactpersoon" and org not in uit:
            rol = str(functies[wie] or "")
            uit[org] = Contact(rol, beeld.naam(wie), str(emails[wie] or "")) if met_personen else Contact(rol)
    return uit


def write_list(koppen: Sequence[str], rijen: Iterable[Sequence[str]], pad: Path, dag: datetime) -> None:
    """Write a plain table as XLSX, its headers on the first row: as a mail merge wants it.

    Args:
        koppen: headers.
        rijen: texts.
        pad: the file; its folder exists.
        dag: moment to note in it, so that the same list gives the same bytes.

    Raises:
        GebruikersFout: it cannot be written.
    """
    buffer = io.BytesIO()
    opties = {"in_memory": True, **TEKST_BLIJFT_TEKST}
    gevuld = [tuple(rij) for rij in rijen]
    with xlsxwriter.Workbook(buffer, opties) as boek:
        boek.set_properties({"title": "Verzendlijst", "created": dag})
        blad = boek.add_worksheet("Verzendlijst")
        vet = boek.add_format({"bold": True, "bottom": 1})
        for kolom, kop in enumerate(koppen):
            blad.write_string(0, kolom, kop, vet)
            langst = max((len(rij[kolom]) for rij in gevuld), default=0)
            blad.set_column(kolom, kolom, max(len(kop), min(langst, 40)) + 2)
            for nr, rij in enumerate(gevuld, start=1):
                blad.write_string(nr, kolom, rij[kolom])
        blad.freeze_panes(1, 1)
        blad.autofilter(0, 0, max(1, len(gevuld)), len(koppen) - 1)
    write_atomic(pad, buffer.getvalue())
