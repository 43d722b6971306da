"""Views for the tests of exports, and what every reader must give back of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date

from netwerkkaart.export.formaten import FORMATEN
from netwerkkaart.export.gegevens import Gegevens, Kop
from netwerkkaart.export.keuze import choose
from netwerkkaart.export.schrijven import write_zip
from netwerkkaart.graph.beeld import Beeld, KnoopRij, RelatieRij
from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.schema.uitspraken import KnoopUitspraak
from tests.graph.test_schema_rond import alles
from tests.voorbeelden import DIEP

DAG = date(2026, 3, 31)
VIJANDIG = (
    "=1+1", "+32 11 22 33 44", "-2", "@SOM(A1)", "\tx", "'=1", "a,b;c|d", 'een "citaat" en \'nog een\'',
    "</node><script>alert(1)</script>", "&amp; <b>", "]]>", "regel 1\nregel 2\r\nregel 3", "\\u0041\\n\\", "'}) DETACH DELETE n //",
    "`; DROP", "${7*7} {{7*7}}", "École «De Ÿlse» — ’s-Gravenvoeren 🏫", "\u202ealet\u202c", "\x01\x0b\x1b", "\u2028\x85",
    "null", "NaN", "TRUE", "001", "1e5", "2024-01-01", "_x0041_", " rand ",
)  # fmt: skip
IDS = (
    "=1+1",
    "a<b>&\"'",
    "é/ñ?#",
    "-2",
    "\\u0041",
    "`x`",
    "it's",
    "{a:1}",
    "a,b;c",
    "+x",
    "@y",
    "nis:x",
    "//z",
)

Velden = dict[str, object]
Feiten = tuple[dict[str, tuple[str, Velden]], dict[str, tuple[str, str, str, Velden]]]
"""Nodes by id: ``(label, properties)``; relations by rid: ``(type, van, naar, properties)``."""


def rijen(namen: Sequence[str] = VIJANDIG) -> tuple[list[KnoopRij], list[RelatieRij]]:
    """Every kind, type and property of the schema, and organisations with hostile names and ids."""
    knopen: list[KnoopRij] = []
    relaties: list[RelatieRij] = []
    for uitspraak in alles():
        if isinstance(uitspraak, KnoopUitspraak):
            velden = {**uitspraak.eigenschappen, "tot": date(2027, 1, 1)}
            knopen.append((uitspraak.label, uitspraak.id, velden))
        else:
            eigen = {**uitspraak.eigenschappen, "rid": uitspraak.rid, "tot": date(2027, 1, 1)}
            relaties.append((uitspraak.type, uitspraak.van, uitspraak.naar, eigen))
    for nummer, naam in enumerate(namen):
        id_ = IDS[nummer] if nummer < len(IDS) else f"v{nummer}"
        knopen.append(("Werkactor", id_, {"naam": naam, "straat": naam, "ook_bekend_als": [naam, "tweede"]}))
        rid = f"VERWIJST_NAAR|{id_}|School-1"
        relaties.append(
            ("VERWIJST_NAAR", id_, "School-1", {"rid": rid, "bron": naam, "vrijgave": "openbaar"})
        )
    return knopen, relaties


def vol(namen: Sequence[str] = VIJANDIG) -> Beeld:
    """The view of :func:`rijen`."""
    return Beeld.from_rows(*rijen(namen))


def some(*soorten: str) -> Beeld:
    """The part of :func:`vol` with some kinds and all their properties (in depth: all kinds).

    Each kind and type more costs a server or a reader of packages a tenth of a second or more.
    """
    knopen, relaties = rijen()
    ids = {id_ for label, id_, _ in knopen if DIEP or label in soorten}
    return Beeld.from_rows(
        [knoop for knoop in knopen if knoop[1] in ids], [r for r in relaties if r[1] in ids and r[2] in ids]
    )


def geheel(beeld: Beeld, datum: date | None = None, regio: str | None = None) -> Gegevens:
    """All that coordinators may see, people too."""
    return choose(beeld, Kop(datum, Profiel.INTERN, regio, personen=True))


def facts(gegevens: Gegevens) -> Feiten:
    """What is exported, straight from the view and from no table."""
    beeld = gegevens.beeld
    knopen = {
        id_: (
            beeld.label(nummer),
            {n: kolom[nummer] for n, kolom in beeld.kolommen.items() if kolom[nummer] is not None},
        )
        for nummer, id_ in enumerate(beeld.ids)
    }
    relaties = {
        rid: (
            naam,
            beeld.ids[t.van[rij]],
            beeld.ids[t.naar[rij]],
            {n: kolom[rij] for n, kolom in t.kolommen.items() if kolom[rij] is not None},
        )
        for naam, t in beeld.relaties.items()
        for rij, rid in enumerate(t.rids)
    }
    return knopen, relaties


def write(formaat: str, gegevens: Gegevens) -> bytes:
    """The bytes of one format; of a package its ZIP."""
    doel = io.BytesIO()
    gekozen = FORMATEN[formaat]
    if gekozen.pakket:
        write_zip(gekozen.files(gegevens), doel)
    else:
        gekozen.write(gegevens, doel)
    return doel.getvalue()


def parts(formaat: str, gegevens: Gegevens) -> dict[str, bytes]:
    """Every file of one format, unpacked (of a workbook its sheets)."""
    inhoud = write(formaat, gegevens)
    if zipfile.is_zipfile(io.BytesIO(inhoud)):
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            return {naam: archief.read(naam) for naam in archief.namelist()}
    return {formaat: inhoud}


def as_plain(velden: Mapping[str, object], *, zonder: frozenset[str] = frozenset()) -> dict[str, str]:
    """Properties as the texts of a format that has only texts; empty ones are left out."""
    uit: dict[str, str] = {}
    for naam, waarde in velden.items():
        if isinstance(waarde, list):
            tekst = "|".join(deel.replace("|", "/") for deel in waarde)
        elif isinstance(waarde, bool):
            tekst = str(waarde).lower()
        else:
            tekst = waarde.isoformat() if isinstance(waarde, date) else str(waarde)
        if tekst and naam not in zonder:
            uit[naam] = tekst
    return uit
