"""Read an archive that somebody hands us: safely, and checked against the schema as a whole."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel

from netwerkkaart.fouten import GebruikersFout, Melding, OnleesbaarBestand
from netwerkkaart.graph import archief_delen as a
from netwerkkaart.graph.archief_delen import Inhoud, Velden
from netwerkkaart.graph.regels import read_line, to_json
from netwerkkaart.schema.register import (
    SOORTEN,
    TYPEN,
    Misvorming,
    flatten,
    may_connect,
    properties_of,
    read_value,
    relation_id,
    stored_keys,
)
from netwerkkaart.schema.vocabularia import PRECISIE

MAX_DEEL = 1 << 30
"""Largest part that is read, in bytes: some four million relations."""

_GEEN_ARCHIEF = "Geef een archief dat met netwerkkaart archief gemaakt is."


def read_archief(pad: Path) -> Inhoud:
    """Read a ZIP or a folder, and check all of it. O(size).

    Raises:
        OnleesbaarBestand: not there, no archive, of a newer version, damaged, or unsafe to open.
        GebruikersFout: parts contradict the schema or each other; all faults are in ``meldingen``.
    """
    delen = _read_folder(pad) if pad.is_dir() else _read_zip(pad)
    meta = _read_meta(pad, delen)
    lezer = _Lezer()
    lezer.check_hashes(delen, meta)
    knopen = lezer.nodes(delen[a.KNOPEN])
    relaties = lezer.relations(delen[a.RELATIES])
    imports = lezer.imports(delen[a.IMPORTS]) if a.IMPORTS in delen else None
    wijzigingen = lezer.changes(delen[a.WIJZIGINGEN]) if a.WIJZIGINGEN in delen else None
    if lezer.meldingen:
        raise GebruikersFout(
            f"{pad.name} heeft {len(lezer.meldingen)} fout(en); er is niets teruggezet.",
            hulp="Verbeter het archief, of neem een ander.",
            meldingen=lezer.meldingen,
        )
    return Inhoud(knopen, relaties, imports, wijzigingen, str(meta.get("gemaakt", "")))


def _read_folder(pad: Path) -> dict[str, bytes]:
    delen = {}
    for naam in (a.META, *a.DELEN):
        bestand = pad / naam
        if bestand.is_file():
            if bestand.stat().st_size > MAX_DEEL:
                raise _too_big(pad, naam)
            delen[naam] = bestand.read_bytes()
    return delen


def _read_zip(pad: Path) -> dict[str, bytes]:
    """Read the parts by their exact names: nothing is unpacked, so no name can lead elsewhere."""
    try:
        with zipfile.ZipFile(pad) as archief:
            namen = [deel.filename for deel in archief.infolist()]
            if len(set(namen)) != len(namen):
                raise OnleesbaarBestand(f"{pad.name} bevat tweemaal hetzelfde deel.", hulp=_GEEN_ARCHIEF)
            return {
                deel.filename: _read_part(archief, deel, pad)
                for deel in archief.infolist()
                if deel.filename in (a.META, *a.DELEN)
            }
    except FileNotFoundError as fout:
        raise OnleesbaarBestand(f"{pad} bestaat niet.", hulp=_GEEN_ARCHIEF) from fout
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError) as fout:
        raise OnleesbaarBestand(
            f"{pad.name} is geen ZIP-bestand, of het is beschadigd.", hulp=_GEEN_ARCHIEF
        ) from fout
    except Exception as fout:  # zlib.error has no common base with the others
        if type(fout).__module__ == "zlib":
            raise OnleesbaarBestand(f"{pad.name} is beschadigd.", hulp=_GEEN_ARCHIEF) from fout
        raise


def _read_part(archief: zipfile.ZipFile, deel: zipfile.ZipInfo, pad: Path) -> bytes:
    if deel.file_size > MAX_DEEL:
        raise _too_big(pad, deel.filename)
    with archief.open(deel) as stroom:
        # The size that a ZIP states may be a lie: never read further than the limit.
        inhoud = stroom.read(MAX_DEEL + 1)
    if len(inhoud) > MAX_DEEL:
        raise _too_big(pad, deel.filename)
    return inhoud


def _too_big(pad: Path, naam: str) -> OnleesbaarBestand:
    return OnleesbaarBestand(f"{naam} in {pad.name} is te groot om veilig te lezen.", hulp=_GEEN_ARCHIEF)


def _read_meta(pad: Path, delen: Mapping[str, bytes]) -> Mapping[str, object]:
    ontbreekt = [naam for naam in a.VERPLICHT if naam not in delen]
    if ontbreekt:
        raise OnleesbaarBestand(
            f"{pad.name} is geen archief van Netwerkkaart: {', '.join(ontbreekt)} ontbreekt.",
            hulp=_GEEN_ARCHIEF,
        )
    try:
        meta = json.loads(delen[a.META])
    except (ValueError, RecursionError) as fout:
        raise OnleesbaarBestand(f"{a.META} in {pad.name} is beschadigd.", hulp=_GEEN_ARCHIEF) from fout
    if not isinstance(meta, dict) or meta.get("formaat") != a.FORMAAT_NAAM:
        raise OnleesbaarBestand(f"{pad.name} is geen archief van Netwerkkaart.", hulp=_GEEN_ARCHIEF)
    if meta.get("versie") != a.VERSIE:
        raise OnleesbaarBestand(
            f"{pad.name} is een archief van versie {meta.get('versie')}; deze versie kent versie {a.VERSIE}.",
            hulp="Installeer de nieuwste versie van Netwerkkaart.",
        )
    return meta


@dataclass
class _Lezer:
    """Reads the parts one after the other; gathers every fault with its file and line."""

    meldingen: list[Melding] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    import_ids: set[str] = field(default_factory=set)

    def fault(
        self, bestand: str, rij: int, tekst: str, *, kolom: str = "", waarde: object = "", verwacht: str = ""
    ) -> None:
        self.meldingen.append(
            Melding(tekst, verwacht, bestand=bestand, rij=rij, kolom=kolom, waarde=str(waarde))
        )

    def check_hashes(self, delen: Mapping[str, bytes], meta: Mapping[str, object]) -> None:
        bekend = meta.get("sha256")
        for naam, kenmerk in bekend.items() if isinstance(bekend, dict) else ():
            if naam in delen and sha256(delen[naam]).hexdigest() != kenmerk:
                self.fault(
                    naam, 0, "Dit deel is veranderd sinds het archief gemaakt is: de controlesom klopt niet."
                )

    def _objects(self, naam: str, inhoud: bytes) -> Iterator[tuple[int, dict[str, object]]]:
        for rij, regel in enumerate(inhoud.split(b"\n"), start=1):
            if not regel.strip():
                continue
            try:
                gelezen = json.loads(regel.decode("utf-8"))
                if b"\\u" in regel:  # half of a pair, as "\ud800", is JSON but no text
                    to_json({"": gelezen}).encode("utf-8")
            except (ValueError, TypeError, RecursionError):
                gelezen = None
            if isinstance(gelezen, dict):
                yield rij, gelezen
            else:
                self.fault(naam, rij, "De regel is geen geldige JSON.", verwacht="een object per regel")

    def nodes(self, inhoud: bytes) -> list[tuple[str, str, Velden]]:
        knopen: list[tuple[str, str, Velden]] = []
        for rij, regel in self._objects(a.KNOPEN, inhoud):
            labels, id_, velden = regel.get("labels"), regel.get("id"), regel.get("eigenschappen")
            label = _kind(labels)
            if label is None:
                self.fault(a.KNOPEN, rij, "De labels zijn niet gekend.", kolom="labels", waarde=labels)
            elif not isinstance(id_, str) or not isinstance(velden, dict):
                self.fault(a.KNOPEN, rij, "De regel is onvolledig.", verwacht="labels, id en eigenschappen")
            elif id_ in self.labels:
                self.fault(a.KNOPEN, rij, "Deze id staat er al.", kolom="id", waarde=id_)
            else:
                self.labels[id_] = label
                gelezen = self._fields(a.KNOPEN, rij, SOORTEN[label], {"id": id_, **velden})
                gelezen.pop("id", None)
                knopen.append((label, id_, gelezen))
        return knopen

    def relations(self, inhoud: bytes) -> list[tuple[str, str, str, str, Velden]]:
        relaties: list[tuple[str, str, str, str, Velden]] = []
        gezien: set[str] = set()
        for rij, regel in self._objects(a.RELATIES, inhoud):
            rid, type_, van, naar = (regel.get(naam) for naam in ("rid", "type", "van", "naar"))
            velden = regel.get("eigenschappen")
            if not (isinstance(rid, str) and isinstance(van, str) and isinstance(naar, str)):
                self.fault(a.RELATIES, rij, "De regel is onvolledig.", verwacht="rid, type, van en naar")
            elif not isinstance(type_, str) or type_ not in TYPEN or TYPEN[type_].soort.intern:
                self.fault(a.RELATIES, rij, "Het type is niet gekend.", kolom="type", waarde=type_)
            elif not isinstance(velden, dict):
                self.fault(a.RELATIES, rij, "De regel is onvolledig.", verwacht="eigenschappen")
            elif rid in gezien:
                self.fault(a.RELATIES, rij, "Deze rid staat er al.", kolom="rid", waarde=rid)
            else:
                gezien.add(rid)
                gelezen = self._fields(a.RELATIES, rij, TYPEN[type_], {"rid": rid, **velden})
                gelezen.pop("rid", None)
                self._ends(rij, type_, rid, van, naar, gelezen)
                relaties.append((type_, rid, van, naar, gelezen))
        return relaties

    def _ends(self, rij: int, type_: str, rid: str, van: str, naar: str, velden: Velden) -> None:
        soort = TYPEN[type_]
        onbekend = [id_ for id_ in (van, naar) if id_ not in self.labels]
        for id_ in onbekend:
            self.fault(a.RELATIES, rij, "Deze knoop staat niet in knopen.jsonl.", waarde=id_)
        if not onbekend and not may_connect(soort, self.labels[van], self.labels[naar]):
            einden = f"{self.labels[van]} → {self.labels[naar]}"
            self.fault(a.RELATIES, rij, f"{type_} kan niet tussen deze soorten lopen.", waarde=einden)
        verwacht = relation_id(soort, van, naar, velden)
        if rid != verwacht or (soort.soort.ongericht and naar < van):
            self.fault(
                a.RELATIES, rij, "De sleutel past niet bij type en uiteinden.", kolom="rid", waarde=rid,
                verwacht=verwacht,
            )  # fmt: skip

    def imports(self, inhoud: bytes) -> list[tuple[str, Velden, list[str]]]:
        imports: list[tuple[str, Velden, list[str]]] = []
        for rij, regel in self._objects(a.IMPORTS, inhoud):
            id_, velden, bronnen = (regel.get(naam) for naam in ("id", "eigenschappen", "gebruikt"))
            if not isinstance(id_, str) or not isinstance(velden, dict) or not isinstance(bronnen, list):
                self.fault(
                    a.IMPORTS, rij, "De regel is onvolledig.", verwacht="id, eigenschappen en gebruikt"
                )
                continue
            if id_ in self.import_ids or id_ in self.labels:
                self.fault(a.IMPORTS, rij, "Deze id staat er al.", kolom="id", waarde=id_)
            for bron in bronnen:
                if self.labels.get(str(bron)) != "Bron":
                    self.fault(a.IMPORTS, rij, "Deze bron staat niet in knopen.jsonl.", waarde=bron)
            self.import_ids.add(id_)
            gelezen = self._fields(a.IMPORTS, rij, SOORTEN["Import"], {"id": id_, **velden})
            gelezen.pop("id", None)
            imports.append((id_, gelezen, [str(bron) for bron in bronnen]))
        return imports

    def changes(self, inhoud: bytes) -> list[tuple[str, str]]:
        wijzigingen: list[tuple[str, str]] = []
        klaar: set[str] = set()
        for rij, regel in self._objects(a.WIJZIGINGEN, inhoud):
            imp = regel.pop("imp", None)
            try:
                tekst = to_json(regel)
                read_line(tekst)
            except (ValueError, KeyError, TypeError, AttributeError):
                self.fault(a.WIJZIGINGEN, rij, "De regel is geen wijziging.")
                continue
            if imp not in self.import_ids:
                self.fault(
                    a.WIJZIGINGEN, rij, "Deze import staat niet in imports.jsonl.", kolom="imp", waarde=imp
                )
                continue
            if wijzigingen and wijzigingen[-1][0] != imp:
                klaar.add(wijzigingen[-1][0])
            if imp in klaar:
                self.fault(
                    a.WIJZIGINGEN, rij, "De wijzigingen van een import staan niet bij elkaar.", waarde=imp
                )
            wijzigingen.append((str(imp), tekst))
        return wijzigingen

    def _fields(
        self, bestand: str, rij: int, model: type[BaseModel], velden: Mapping[str, object]
    ) -> dict[str, object]:
        """The stored properties of one line, each checked by the schema."""
        eigenschappen, sleutels = properties_of(model), stored_keys(model)
        gelezen: dict[str, object] = {}
        for naam, waarde in velden.items():
            if naam not in sleutels:
                self.fault(bestand, rij, "Deze eigenschap is niet gekend.", kolom=naam, waarde=waarde)
            elif naam not in eigenschappen:  # the precision of a date
                if waarde not in PRECISIE.codes:
                    self.fault(bestand, rij, "De precisie is niet gekend.", kolom=naam, waarde=waarde)
                gelezen[naam] = waarde
            else:
                uitkomst = read_value(eigenschappen[naam], waarde)
                if isinstance(uitkomst, Misvorming):
                    self.fault(
                        bestand, rij, uitkomst.tekst, kolom=naam, waarde=waarde, verwacht=uitkomst.verwacht
                    )
                else:
                    gelezen.update(flatten(naam, uitkomst))
        for naam, eigenschap in eigenschappen.items():
            if eigenschap.verplicht and naam not in velden:
                self.fault(bestand, rij, "Een verplichte eigenschap ontbreekt.", kolom=naam)
        return gelezen


def _kind(labels: object) -> str | None:
    if not isinstance(labels, list):
        return None
    for label in labels:
        kind = SOORTEN.get(label) if isinstance(label, str) else None
        if kind is not None and not kind.soort.intern and set(kind.soort.labels) == set(labels):
            return kind.soort.label
    return None
