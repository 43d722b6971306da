"""Kumu's spreadsheets: sheets with a column Label hold elements, sheets with From and To connections.

Definition: https://docs.kumu.io/guides/import/import. Sheets with ``(ignore)`` in their name are left out,
several ends in one cell are parted by ``|``. The columns decide, not the names of the sheets.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from netwerkkaart.fouten import Ernst, Melding, OnleesbaarBestand
from netwerkkaart.inlezen.graaf.model import Graaf, GraafKnoop, GraafVerbinding, Richting
from netwerkkaart.inlezen.tabel import Tabel

_LABEL: Final = ("label",)
_VAN: Final = ("from",)
_NAAR: Final = ("to",)
_NEGEER: Final = ("(ignore)", "(negeer)")
_RICHTING: Final = {
    "": Richting.GEEN,
    "directed": Richting.HEEN,
    "gericht": Richting.HEEN,
    "undirected": Richting.GEEN,
    "ongericht": Richting.GEEN,
    "mutual": Richting.BEIDE,
    "wederzijds": Richting.BEIDE,
}


@dataclass
class _Vondst:
    """What the sheets hold together."""

    knopen: list[GraafKnoop] = field(default_factory=list)
    verbindingen: list[GraafVerbinding] = field(default_factory=list)
    meldingen: list[Melding] = field(default_factory=list)


def read_kumu_tabellen(tabellen: list[Tabel]) -> Graaf:
    """The graph in the sheets of one workbook, or in one CSV file.

    Raises:
        OnleesbaarBestand: no sheet holds elements or connections.
    """
    vondst = _Vondst()
    gelezen = False
    for tabel in tabellen:
        vondst.meldingen += tabel.meldingen
        if any(woord in tabel.blad.casefold() for woord in _NEGEER):
            vondst.meldingen.append(_skipped(tabel, "Dit blad is overgeslagen, zoals zijn naam vraagt."))
        elif _column(tabel, _VAN) is not None and _column(tabel, _NAAR) is not None:
            _connections(tabel, vondst)
            gelezen = True
        elif _column(tabel, _LABEL) is not None:
            _elements(tabel, vondst)
            gelezen = True
        else:
            vondst.meldingen.append(
                _skipped(tabel, "Dit blad is niet gelezen: het heeft geen kolom Label, en geen From en To.")
            )
    bestand, sha256 = tabellen[0].bestand, tabellen[0].inhoud_sha256
    if not gelezen:
        raise OnleesbaarBestand(
            f"{bestand} is geen graaf: geen enkel blad heeft een kolom Label, of kolommen From en To.",
            hulp="Exporteer de kaart uit Kumu als XLSX. Voor andere tabellen is er import organisaties.",
        )
    graaf = Graaf(
        bestand, "Kumu (rekenblad)", vondst.knopen, vondst.verbindingen, tuple(vondst.meldingen), sha256
    )
    return replace(graaf, verbindingen=_by_id(graaf), los=not vondst.knopen)


def _skipped(tabel: Tabel, tekst: str) -> Melding:
    return tabel.melding(tekst, ernst=Ernst.WAARSCHUWING)


def _column(tabel: Tabel, namen: tuple[str, ...]) -> int | None:
    klein = [kop.casefold() for kop in tabel.kolommen]
    return next((klein.index(naam) for naam in namen if naam in klein), None)


def _elements(tabel: Tabel, vondst: _Vondst) -> None:
    label, id_ = _column(tabel, _LABEL), _column(tabel, ("id",))
    assert label is not None
    kop = tabel.kolommen[label]
    for rij, cellen in tabel:
        if not cellen[label]:
            vondst.meldingen.append(
                tabel.melding("Deze cel is leeg.", rij=rij, kolom=kop, verwacht="het label van een element")
            )
            continue
        if {cel.casefold() for cel in cellen} >= {"from", "to"}:
            vondst.meldingen.append(
                tabel.melding(
                    "Hier begint een nieuwe tabel op hetzelfde blad.",
                    rij=rij,
                    verwacht="een eigen blad voor elke tabel",
                )
            )
            return
        eigen = cellen[id_] if id_ is not None else ""
        over = _others(tabel, cellen, {id_})
        vondst.knopen.append(GraafKnoop(rij, eigen or cellen[label], over, tabel.blad))


def _connections(tabel: Tabel, vondst: _Vondst) -> None:
    van, naar, id_ = _column(tabel, _VAN), _column(tabel, _NAAR), _column(tabel, ("id",))
    richting = _column(tabel, ("direction", "richting"))
    assert van is not None
    assert naar is not None
    for rij, cellen in tabel:
        woord = cellen[richting] if richting is not None else ""
        soort = _RICHTING.get(woord.casefold())
        if soort is None and richting is not None:
            vondst.meldingen.append(
                tabel.melding(
                    "De richting is niet gekend.",
                    rij=rij,
                    kolom=tabel.kolommen[richting],
                    waarde=woord,
                    verwacht="directed, undirected of mutual",
                )
            )
        over = _others(tabel, cellen, {van, naar, id_, richting})
        for einde in [deel.strip() for deel in cellen[naar].split("|")]:
            vondst.verbindingen.append(
                GraafVerbinding(rij, cellen[van], einde, soort or Richting.GEEN, over, tabel.blad)
            )


def _others(tabel: Tabel, cellen: tuple[str, ...], behalve: set[int | None]) -> dict[str, str]:
    return {
        kop: cel
        for nummer, (kop, cel) in enumerate(zip(tabel.kolommen, cellen, strict=True))
        if cel and nummer not in behalve
    }


def _by_id(graaf: Graaf) -> list[GraafVerbinding]:
    """The connections with the id of an element wherever its label stands, if only one has that label."""
    ids = {knoop.id for knoop in graaf.knopen}
    labels: dict[str, set[str]] = {}
    for knoop in graaf.knopen:
        label = next((tekst for kop, tekst in knoop.attributen.items() if kop.casefold() in _LABEL), "")
        labels.setdefault(label, set()).add(knoop.id)
    enig = {label: next(iter(wie)) for label, wie in labels.items() if len(wie) == 1 and label not in ids}

    def change(verbindingen: Iterator[GraafVerbinding]) -> Iterator[GraafVerbinding]:
        for v in verbindingen:
            yield replace(v, van=enig.get(v.van, v.van), naar=enig.get(v.naar, v.naar))

    return list(change(iter(graaf.verbindingen))) if enig else list(graaf.verbindingen)
