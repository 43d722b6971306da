"""CSV tables with a ``datapackage.json`` that says what every column holds.

Definition: Data Package 2.0, https://datapackage.org. A comma parts the cells, ``|`` the values of a list.
Texts that a spreadsheet would run as a formula get an apostrophe in front, as everywhere in the house.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import BinaryIO

from netwerkkaart.bestanden import csv_safe
from netwerkkaart.export.formaten import Schrijver
from netwerkkaart.export.gegevens import Gegevens, Knopen, Relaties, Tabel, Veld
from netwerkkaart.export.teksten import SCHEIDING, as_text, plain, render, write_csv
from netwerkkaart.graph.beeld import Kolom
from netwerkkaart.schema.basis import ORGANISATIE
from netwerkkaart.schema.register import SOORTEN, TYPEN

_TYPE = {"getal": "integer", "kommagetal": "number", "ja/nee": "boolean", "datum": "date", "teksten": "list"}
_ID = Veld("id", omschrijving="Vaste code, uniek in het hele pakket.", verplicht=True)
_SOORT = Veld("soort", omschrijving="Soort organisatie.", verplicht=True)
_RID = Veld("rid", omschrijving="Vaste sleutel van de relatie.", verplicht=True)
_TYPE_VELD = Veld("type", omschrijving="Type van de band.", verplicht=True)
_VAN = Veld("van", omschrijving="Code van het begin.", verplicht=True)
_NAAR = Veld("naar", omschrijving="Code van het einde.", verplicht=True)
_NOOT = (
    f"Lijsten staan in één cel, gescheiden door {SCHEIDING}. Een tekst die met =, +, - of @ begint, heeft "
    "een ' vooraan, zodat geen rekenblad hem als formule uitvoert: haal die weg bij het lezen."
)


def files(gegevens: Gegevens) -> Mapping[str, Schrijver]:
    """The description, and a file for each table."""
    tabellen = _tables(gegevens)
    uit: dict[str, Schrijver] = {"datapackage.json": partial(_write_description, gegevens, tabellen)}
    for naam, tabel in tabellen.items():
        uit[f"{naam}.csv"] = partial(_write_table, tabel)
    return uit


def _tables(gegevens: Gegevens) -> dict[str, Knopen | Relaties]:
    tabellen: dict[str, Knopen | Relaties] = {}
    if organisaties := gegevens.organisaties:
        tabellen["organisaties"] = organisaties
    tabellen |= {_name(tabel.naam): tabel for tabel in gegevens.overige}
    if banden := gegevens.banden:
        tabellen["banden"] = banden
    tabellen |= {_name(tabel.naam): tabel for tabel in gegevens.andere_relaties}
    return tabellen


def _name(naam: str) -> str:
    """Name of a table of one kind or type; the key of a kind is its label in small letters."""
    return naam.lower().replace("_", "-")


def _write_table(tabel: Knopen | Relaties, doel: BinaryIO) -> None:
    velden = _all_fields(tabel)
    kolommen = [render(kolom, _form(veld)) for veld, kolom in velden]
    write_csv([veld.naam for veld, _ in velden], zip(*kolommen, strict=True), doel)


def _form(veld: Veld) -> Callable[[object], str]:
    return (lambda waarde: csv_safe(plain(waarde))) if veld.vorm in ("tekst", "teksten") else plain


def _all_fields(tabel: Knopen | Relaties) -> list[tuple[Veld, Kolom]]:
    """The key, the kind or the ends, and then the columns."""
    eigen: list[tuple[Veld, Kolom]]
    if isinstance(tabel, Knopen):
        eigen = [(_ID, tabel.ids)]
        if tabel.naam == ORGANISATIE:
            eigen.append((_SOORT, tabel.soort))
    else:
        eigen = [(_RID, tabel.rids)]
        if tabel.naam not in TYPEN:
            eigen.append((_TYPE_VELD, tabel.type))
        eigen += [(_VAN, tabel.van), (_NAAR, tabel.naar)]
    return eigen + list(tabel.columns())


# ---- the description --------------------------------------------------------------------------------


def _write_description(gegevens: Gegevens, tabellen: Mapping[str, Knopen | Relaties], doel: BinaryIO) -> None:
    waar = {id_: naam for naam, tabel in tabellen.items() if isinstance(tabel, Knopen) for id_ in tabel.ids}
    inhoud = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "netwerkkaart",
        "title": gegevens.kop.titel,
        "description": " ".join((*gegevens.kop.noten, _NOOT)),
        "resources": [_resource(naam, tabel, waar) for naam, tabel in tabellen.items()],
    }
    with as_text(doel) as uit:
        uit.write(json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n")


def _resource(naam: str, tabel: Knopen | Relaties, waar: Mapping[str, str]) -> dict[str, object]:
    sleutel = "id" if isinstance(tabel, Knopen) else "rid"
    schema: dict[str, object] = {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": [_field(veld, kolom) for veld, kolom in _all_fields(tabel)],
        "missingValues": [""],
        "primaryKey": [sleutel],
    }
    if isinstance(tabel, Relaties) and (naar := _foreign_keys(tabel, waar)):
        schema["foreignKeys"] = naar
    return {
        "$schema": "https://datapackage.org/profiles/2.0/dataresource.json",
        "name": naam,
        "type": "table",
        "path": f"{naam}.csv",
        "title": _title(tabel),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _title(tabel: Tabel) -> str:
    if tabel.naam in SOORTEN:
        return SOORTEN[tabel.naam].soort.meervoud.capitalize()
    if tabel.naam in TYPEN:
        return str(TYPEN[tabel.naam].__doc__ or tabel.naam)
    return "Organisaties" if tabel.naam == ORGANISATIE else "Banden tussen organisaties"


def _field(veld: Veld, kolom: Kolom) -> dict[str, object]:
    uit: dict[str, object] = {"name": veld.naam, "type": _TYPE.get(veld.vorm, "string")}
    if veld.omschrijving:
        uit["description"] = veld.omschrijving
    if veld.vorm == "teksten":
        uit["delimiter"] = SCHEIDING
    eisen: dict[str, object] = {}
    if veld.verplicht and all(
        waarde or waarde in (0, False) for waarde in kolom
    ):  # an empty list is no value
        eisen["required"] = True
    if veld.keuzes:
        eisen["enum"] = list(veld.keuzes)
    if eisen:
        uit["constraints"] = eisen
    return uit


def _foreign_keys(relaties: Relaties, waar: Mapping[str, str]) -> list[dict[str, object]]:
    """An end that always lies in the same table names it."""
    sleutels: list[dict[str, object]] = []
    for kop, einden in (("van", relaties.van), ("naar", relaties.naar)):
        tabellen = {waar[id_] for id_ in einden}
        if len(tabellen) == 1:
            sleutels.append({"fields": [kop], "reference": {"resource": tabellen.pop(), "fields": ["id"]}})
    return sleutels
