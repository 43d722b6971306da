"""The neutral archive: write a whole store to a ZIP or folder, and fill an empty store from it.

It is tied to no engine: the road from laptop to server and back, and what is left when an engine would
fail. The format is in ``docs/archief.md``.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from itertools import groupby, islice
from pathlib import Path
from typing import cast

from netwerkkaart.bestanden import open_atomic, write_atomic
from netwerkkaart.fouten import OpslagFout
from netwerkkaart.graph import cypher
from netwerkkaart.graph.archief_delen import (
    DELEN,
    FORMAAT_NAAM,
    META,
    VERSIE,
    Inhoud,
    encode,
    hashes,
    read_content,
)
from netwerkkaart.graph.archief_lezen import read_archief
from netwerkkaart.graph.bulk import paused_collector
from netwerkkaart.graph.initialiseren import create_mark, next_version, prepare_schema
from netwerkkaart.graph.lezen import read_version
from netwerkkaart.graph.store import Store, Transactie, snapshot
from netwerkkaart.graph.uitvoeren import REEKS
from netwerkkaart.graph.wegschrijven import write_changes
from netwerkkaart.plan.wijziging import KnoopWijziging, RelatieWijziging, Velden
from netwerkkaart.schema.register import FORMAAT, SOORTEN, TYPEN, relation_id

__all__ = ["archive_files", "fill_store", "herstel", "read_archief", "write_archief", "write_zip"]

# ZIP cannot say less than 1980; a fixed time makes equal content equal bytes.
_TIJD = (1980, 1, 1, 0, 0, 0)


def write_archief(store: Store, pad: Path, *, gemaakt: datetime) -> dict[str, int]:
    """Write the whole store: a ZIP when the name ends in ``.zip``, else a folder with the same files.

    The same content and time give the same bytes, so that two archives can be compared by ``diff``.

    Args:
        store: an open store.
        pad: where to; a folder is made when it is missing, its parent must exist.
        gemaakt: when, with a time zone.

    Returns:
        Number of lines of each part.

    Raises:
        GebruikersFout: the file cannot be written.
    """
    with paused_collector(), snapshot(store) as read:
        inhoud = read_content(read)
        bestanden = archive_files(inhoud, gemaakt=gemaakt)
    if pad.suffix.lower() == ".zip":
        write_zip(pad, bestanden)
    else:
        pad.mkdir(exist_ok=True)
        for naam in (*DELEN, META):
            write_atomic(pad / naam, bestanden[naam])
    return inhoud.count()


def archive_files(inhoud: Inhoud, *, gemaakt: datetime) -> dict[str, bytes]:
    """The files of an archive by name, the one that describes the others first.

    Args:
        inhoud: what stands in it.
        gemaakt: when, with a time zone.
    """
    delen = encode(inhoud)
    meta = {
        "formaat": FORMAAT_NAAM,
        "versie": VERSIE,
        "schema": FORMAAT,
        "gemaakt": gemaakt.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "aantallen": inhoud.count(),
        "sha256": hashes(delen),
    }
    tekst = json.dumps(meta, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    return {META: tekst.encode("utf-8"), **delen}


def write_zip(pad: Path, bestanden: Mapping[str, bytes]) -> None:
    """Write files as one ZIP, whole or not at all; the same files give the same bytes.

    Raises:
        GebruikersFout: the file cannot be written.
    """
    with open_atomic(pad) as doel, zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in bestanden.items():
            kop = zipfile.ZipInfo(naam, _TIJD)
            kop.compress_type = zipfile.ZIP_DEFLATED
            kop.create_system, kop.external_attr = 3, 0o644 << 16  # as on Unix, whatever wrote it
            archief.writestr(kop, inhoud)


def herstel(store: Store, pad: Path) -> dict[str, int]:
    """Fill an empty store from an archive, in one transaction.

    Before the transaction commits, the store is read back and compared with the archive.

    Args:
        store: an empty store, open to write.
        pad: a ZIP or a folder; ``imports.jsonl`` and ``wijzigingen.jsonl`` may be absent.

    Returns:
        Number of lines of each part.

    Raises:
        OnleesbaarBestand: no archive, or unsafe to open.
        GebruikersFout: the archive has faults; all of them are in ``meldingen``.
        OpslagFout: the store is not empty; nothing is changed.
    """
    return fill_store(store, read_archief(pad))


def fill_store(
    store: Store, inhoud: Inhoud, daarna: Callable[[Transactie], None] | None = None
) -> dict[str, int]:
    """Fill an empty store with content, in one transaction, and read it back before that commits.

    Args:
        store: an empty store, open to write.
        inhoud: what goes in.
        daarna: writes in the same transaction what is derived from it.

    Returns:
        Number of lines of each part.

    Raises:
        OpslagFout: the store is not empty, or does not give back what was written; nothing is changed.
    """
    _check_empty(store)
    zonder_merk = prepare_schema(store)
    versie = 0 if zonder_merk else read_version(store)
    with paused_collector(), store.write() as transactie:
        if zonder_merk:
            create_mark(transactie)
        next_version(transactie, versie)
        _fill(transactie, inhoud)
        versies = [v for _, velden, _ in inhoud.imports or () if isinstance(v := velden.get("versie"), int)]
        transactie.run(cypher.SET_VERSION, {"versie": max([versie + 1, *versies])})
        _compare(inhoud, read_content(transactie.run))
        if daarna is not None:
            daarna(transactie)
    return inhoud.count()


def _check_empty(store: Store) -> None:
    aantal = len(store.read(cypher.LABELS).rijen)
    if aantal:
        raise OpslagFout(
            f"{store.adres} is niet leeg: er staan {aantal} knopen in.",
            hulp="Kies een nieuwe opslag (--store nieuw.kgl); vullen kan alleen in een lege.",
        )


def _fill(transactie: Transactie, inhoud: Inhoud) -> None:
    basis = {id_: SOORTEN[label].soort.basis for label, id_, _ in inhoud.knopen}
    knopen = [KnoopWijziging(label, id_, None, cast(Velden, velden)) for label, id_, velden in inhoud.knopen]
    relaties = [
        RelatieWijziging(type_, rid, van, naar, basis[van], basis[naar], None, cast(Velden, velden))
        for type_, rid, van, naar, velden in inhoud.relaties
    ]
    write_changes(transactie, knopen, relaties, None)
    for id_, velden, bronnen in inhoud.imports or ():
        transactie.run(cypher.CREATE_IMPORT, {"id": id_, "p": dict(velden)})
        for bron in bronnen:
            rid = relation_id(TYPEN["GEBRUIKT"], id_, bron, {})
            transactie.run(cypher.GEBRUIKT, {"van": id_, "naar": bron, "rid": rid, "p": {"imp": id_}})
    for imp, groep in groupby(inhoud.wijzigingen or (), key=lambda rij: rij[0]):
        regels = (regel for _, regel in groep)
        nr = 0
        while reeks := list(islice(regels, REEKS)):
            nr += 1
            eigenschappen = {"imp": imp, "nr": nr, "regels": "\n".join(reeks)}
            transactie.run(cypher.CREATE_WIJZIGING, {"id": f"{imp}:{nr}", "p": eigenschappen})


def _compare(archief: Inhoud, opslag: Inhoud) -> None:
    """Make sure that the store gives back what the archive holds, part by part."""
    anders = [naam for naam, kenmerk in archief.kenmerken.items() if opslag.kenmerken[naam] != kenmerk]
    if anders:
        raise OpslagFout(
            f"De opslag bewaarde niet precies wat in het archief staat ({', '.join(anders)}).",
            hulp="Er is niets bewaard. Dit is een fout van het programma; meld ze met het archief erbij.",
        )
