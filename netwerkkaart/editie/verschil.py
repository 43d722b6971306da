"""What is told otherwise since an edition: corrections of what was, apart from what happened after it. Pure.

Two contents are compared key by key and field by field. Whether a difference is about the reference date or
before it follows from the dates of the thing itself (``sinds``, ``tot``, the day of a meeting), and for a
field that has no date of its own (a waiting time, a name) from the date of the source that changed it. What
nobody dated is said to be undated: it counts on the reference date, and whether it was so then nobody says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import cast

from netwerkkaart.graph.archief_delen import Inhoud, Velden, holds_at
from netwerkkaart.graph.geschiedenis import to_kop
from netwerkkaart.graph.regels import date_keys, read_line
from netwerkkaart.graph.samengevoegd import VOEGSAMEN
from netwerkkaart.plan.wijziging import KnoopWijziging
from netwerkkaart.schema.register import SOORTEN, TYPEN


class Aard(StrEnum):
    """What a difference says of the reference date."""

    GECORRIGEERD = "gecorrigeerd"
    IN_KAART = "in kaart gebracht"
    ONGEDATEERD = "niet gedateerd"
    NADIEN = "gaat over nadien"


ADMINISTRATIE = frozenset({"Bron", "Koppeling", "Wissing", "Drempelkeuze"})
"""Kinds that say nothing of the field."""
_HERKOMST = frozenset({"imp", "bron", "bron_datum"})
_BEGIN = ("sinds", "datum")
"""Fields that say when a thing began or took place, the first that is there."""
_ALTIJD = date.min


@dataclass(frozen=True, slots=True)
class Feit:
    """One difference.

    Args:
        aard: what it says of the reference date.
        soort: label of the node or type of the relation.
        sleutel: id or rid.
        einden: ids of both ends of a relation; empty for a node.
        veld: the field; empty: the whole thing came or went.
        toen, nu: the value in the edition and now; None: absent.
        bron: who says it now; empty: not known.
        bron_datum: date of that source.
        versie: number of the import that brought it; 0: not known.
    """

    aard: Aard
    soort: str
    sleutel: str
    einden: tuple[str, ...]
    veld: str
    toen: object
    nu: object
    bron: str = ""
    bron_datum: date | None = None
    versie: int = 0

    @property
    def verbetert(self) -> bool:
        """Whether it is about the reference date or before: what makes a figure of that day another."""
        return self.aard is not Aard.NADIEN


@dataclass(frozen=True, slots=True)
class _Ding:
    soort: str
    einden: tuple[str, ...]
    velden: Velden


@dataclass(frozen=True, slots=True)
class _Zegging:
    """Who stated something last; ``herziet``: an import that only takes back or merges what was stated."""

    bron: str
    datum: date | None
    versie: int
    herziet: bool = False

    def is_by(self, dag: date) -> bool:
        """Whether the source is of that day or before."""
        return self.datum is not None and self.datum <= dag


@dataclass(frozen=True, slots=True)
class _Wanneer:
    """The reference date, the first day on which a thing can hold, and whether somebody says since when."""

    dag: date
    begin: date | None
    gedateerd: bool

    @property
    def is_later(self) -> bool:
        """Whether it can only hold after the reference date."""
        return self.begin is not None and self.begin > self.dag


def compare_contents(toen: Inhoud, nu: Inhoud, dag: date) -> list[Feit]:
    """All that differs, nodes first, in order of key. O(n + m + changes since).

    Args:
        toen: the content of the edition.
        nu: that of a later state of the same graph.
        dag: the reference date.
    """
    een, ander = _things(toen), _things(nu)
    gezegd = _statements(toen, nu)
    feiten: list[Feit] = []
    sleutels = een.keys() | ander.keys()
    for sleutel in sorted(sleutels, key=lambda s: (bool((een.get(s) or ander[s]).einden), s)):
        was, werd = een.get(sleutel), ander.get(sleutel)
        if was is None or werd is None or was.velden != werd.velden:
            ding = werd or cast(_Ding, was)
            wanneer = _Wanneer(dag, _begin(ding, een, ander), _is_dated(ding, een, ander))
            feiten += _differences(sleutel, was, werd, wanneer, gezegd)
    return feiten


def _things(inhoud: Inhoud) -> dict[str, _Ding]:
    dingen = {
        id_: _Ding(label, (), velden) for label, id_, velden in inhoud.knopen if label not in ADMINISTRATIE
    }
    dingen |= {rid: _Ding(type_, (van, naar), velden) for type_, rid, van, naar, velden in inhoud.relaties}
    return dingen


def _own_begin(ding: _Ding | None) -> date | None:
    if ding is None:
        return None
    return next((w for naam in _BEGIN if isinstance(w := ding.velden.get(naam), date)), None)


def _is_dated(ding: _Ding, een: Mapping[str, _Ding], ander: Mapping[str, _Ding]) -> bool:
    """Whether somebody says since when; where a thing lies is as old as the thing."""
    if _own_begin(ding) is not None:
        return True
    van = ding.einden[0] if ding.einden and TYPEN[ding.soort].soort.uniek else ""
    return _own_begin(ander.get(van) or een.get(van)) is not None


def _begin(ding: _Ding, een: Mapping[str, _Ding], ander: Mapping[str, _Ding]) -> date | None:
    """The first day on which it can hold: its own, and that of its ends; None: nobody says."""
    dagen = [_own_begin(ding), *(_own_begin(ander.get(e) or een.get(e)) for e in ding.einden)]
    return max((dag for dag in dagen if dag is not None), default=None)


def _differences(
    sleutel: str,
    was: _Ding | None,
    werd: _Ding | None,
    wanneer: _Wanneer,
    gezegd: Mapping[tuple[str, str], _Zegging],
) -> Iterator[Feit]:
    ding = werd or cast(_Ding, was)

    def said(veld: str) -> _Zegging:
        return gezegd.get((sleutel, veld)) or _own_source(ding.velden)

    def fact(aard: Aard, veld: str, toen: object, nu: object, z: _Zegging) -> Feit:
        return Feit(aard, ding.soort, sleutel, ding.einden, veld, toen, nu, z.bron, z.datum, z.versie)

    if was is None or werd is None:
        zegging = said("")
        aard = _came(ding, wanneer, zegging) if was is None else _went(wanneer)
        yield fact(aard, "", None if was is None else "ja", None if werd is None else "ja", zegging)
        return
    for veld in sorted(was.velden.keys() | werd.velden.keys()):
        toen, nu = was.velden.get(veld), werd.velden.get(veld)
        if toen == nu or veld in _HERKOMST or veld.endswith("_precisie"):
            continue
        zegging = said(veld)
        yield fact(_changed(ding.soort, veld, toen, nu, wanneer, zegging), veld, toen, nu, zegging)


def _came(ding: _Ding, wanneer: _Wanneer, zegging: _Zegging) -> Aard:
    """What it says that something is there that the edition did not know."""
    if wanneer.is_later:
        return Aard.NADIEN
    if wanneer.gedateerd or not holds_at(ding.velden, wanneer.dag):
        return Aard.IN_KAART
    # Undated counts as always; only a source of that day or before makes it sure.
    return Aard.IN_KAART if zegging.is_by(wanneer.dag) else Aard.ONGEDATEERD


def _went(wanneer: _Wanneer) -> Aard:
    """What it says that something is not stated any more at all: an end would have had a date."""
    return Aard.NADIEN if wanneer.is_later else Aard.GECORRIGEERD


def _changed(soort: str, veld: str, toen: object, nu: object, wanneer: _Wanneer, zegging: _Zegging) -> Aard:
    """What it says that a field is another."""
    dag = wanneer.dag
    aanvulling = Aard.IN_KAART if toen is None else Aard.GECORRIGEERD
    if veld in date_keys(SOORTEN[soort] if soort in SOORTEN else TYPEN[soort]):
        # Two dates after the reference date (none for an end is one such) say the same of that day.
        anders = _seen_from(veld, toen, dag) != _seen_from(veld, nu, dag)
        return aanvulling if anders else Aard.NADIEN
    if wanneer.is_later:
        return Aard.NADIEN
    if zegging.herziet:
        return aanvulling
    if zegging.datum is None:
        return Aard.ONGEDATEERD
    return aanvulling if zegging.is_by(dag) else Aard.NADIEN


def _seen_from(veld: str, waarde: object, dag: date) -> date | None:
    """What a date says on a day: itself when it came, else that it did not come yet."""
    if isinstance(waarde, date):
        return waarde if waarde <= dag else None
    return _ALTIJD if veld == "sinds" else None


def _own_source(velden: Velden) -> _Zegging:
    datum = velden.get("bron_datum")
    return _Zegging(str(velden.get("bron") or ""), datum if isinstance(datum, date) else None, 0)


def _statements(toen: Inhoud, nu: Inhoud) -> dict[tuple[str, str], _Zegging]:
    """Who stated each field last, of the imports that the edition does not have; ``""`` for the whole."""
    gekend = {id_ for id_, _, _ in toen.imports or ()}
    bronnen = {id_: velden.get("datum") for label, id_, velden in nu.knopen if label == "Bron"}
    koppen = {}
    for id_, velden, gebruikt in nu.imports or ():
        if id_ not in gekend:
            datum = next((d for bron in gebruikt if isinstance(d := bronnen.get(bron), date)), None)
            koppen[id_] = to_kop({"id": id_, **velden}, bron_datum=datum)
    uit: dict[tuple[str, str], _Zegging] = {}
    for imp, regel in nu.wijzigingen or ():
        if (kop := koppen.get(imp)) is None:
            continue
        w = read_line(regel)
        sleutel = w.id if isinstance(w, KnoopWijziging) else w.rid
        eigen = w.na.get("bron_datum")
        datum = eigen if isinstance(eigen, date) else kop.bron_datum
        herziet = bool(kop.draait_terug) or kop.soort_import == VOEGSAMEN
        zegging = _Zegging(str(w.na.get("bron") or kop.bron), datum, kop.versie, herziet)
        anders = w.na.keys() | (w.voor or {}).keys()
        heel = {""} if w.voor is None or not w.na else set()
        uit |= {(sleutel, veld): zegging for veld in anders | heel}
    return uit


def corrected(toen: Inhoud, nu: Inhoud, feiten: list[Feit]) -> Inhoud:
    """The later state without what is about after the reference date: for figures of that day. O(n + m).

    Fields without a date of their own keep what the edition says, when a later source changed them. Things
    that began after that day are left out.
    """
    terug: dict[str, dict[str, object]] = {}
    for feit in feiten:
        if feit.veld and not feit.verbetert:
            terug.setdefault(feit.sleutel, {})[feit.veld] = feit.toen
    weg = {feit.sleutel for feit in feiten if not feit.veld and not feit.verbetert and feit.nu is not None}
    blijft = without(nu, weg)
    return replace(
        blijft,
        knopen=[(s, k, _restored(v, terug.get(k))) for s, k, v in blijft.knopen],
        relaties=[
            (s, rid, van, naar, _restored(v, terug.get(rid))) for s, rid, van, naar, v in blijft.relaties
        ],
        imports=toen.imports,
        wijzigingen=toen.wijzigingen,
    )


def without(inhoud: Inhoud, weg: set[str]) -> Inhoud:
    """The same without what has these keys; a relation goes with either of its ends. O(n + m)."""
    return replace(
        inhoud,
        knopen=[knoop for knoop in inhoud.knopen if knoop[1] not in weg],
        relaties=[relatie for relatie in inhoud.relaties if weg.isdisjoint(relatie[1:4])],
    )


def _restored(velden: Velden, terug: Mapping[str, object] | None) -> Velden:
    if not terug:
        return velden
    return {naam: waarde for naam, waarde in {**velden, **terug}.items() if waarde is not None}
