"""Who may see what: a view with only the data that a profile may show.

The filter works on the data, never on the picture: what a profile may not show is not in the view at
all, so that no map, report or search over it can let it slip.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import compress
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.graph.afscherming import Afscherming, shield
from netwerkkaart.graph.beeld import LABELS, Beeld, Kolom, Masker, Relaties
from netwerkkaart.graph.toen import Tijden
from netwerkkaart.plan.grondslag import BEWAARD, BRON
from netwerkkaart.schema.register import SOORTEN, TYPEN
from netwerkkaart.schema.vocabularia import VRIJGAVE


class Profiel(StrEnum):
    """For whom an output is made; the names are those of the vocabulary ``vrijgave``."""

    INTERN = "intern"
    PARTNERS = "partners"
    OPENBAAR = "openbaar"


NOOIT_BUITEN: frozenset[str] = frozenset({"Contactpersoon", "Hiaat", "Antwoord"})
"""Kinds that leave the circle of coordinators in no profile, whatever their ``vrijgave`` says."""

_GEWISTE_EIGENSCHAPPEN = frozenset({"opmerking", "imp", "via", *BEWAARD.values()})
_BETWIST = "betwist"
_T = TypeVar("_T")


def beperk(beeld: Beeld, profiel: Profiel, afscherming: Afscherming | None = None) -> Beeld:
    """The same graph with only what a profile may show. O(n + m).

    ``intern`` keeps everything. ``partners`` drops nodes and relations that are ``intern`` (by their
    own ``vrijgave``, else by the standard of their kind or type), contact persons, reported gaps, answers,
    disputed ties that only answers state, and the program's own bookkeeping; and of what stays: remarks,
    ``via``, and that a tie of a list is disputed (it then counts as never asked). ``openbaar`` keeps of
    that only what is ``openbaar``. A relation falls away with either of its ends. A sole practitioner who
    did not release her name is there under another one (:mod:`netwerkkaart.graph.afscherming`).

    Args:
        beeld: the whole view.
        profiel: for whom.
        afscherming: whose names are kept back; None: as this very view says. Give it where several views
            of one graph have to agree.

    >>> beeld = Beeld.from_rows(
    ...     [("School", "s", {"naam": "De Ark"}), ("Clb", "c", {"naam": "CLB", "vrijgave": "intern"})],
    ...     [("BEGELEIDT", "c", "s", {"rid": "BEGELEIDT|c|s"})])
    >>> klein = beperk(beeld, Profiel.PARTNERS)
    >>> klein.ids, len(klein.banden)
    (['s'], 0)
    """
    if profiel is Profiel.INTERN:
        return beeld
    drempel = VRIJGAVE.codes.index(profiel)
    maskers = {naam: _relations_allowed(tabel, drempel) for naam, tabel in beeld.relaties.items()}
    klein = _keep(beeld, _nodes_allowed(beeld, drempel), maskers)
    return shield(klein, Afscherming.of(profiel, beeld) if afscherming is None else afscherming)


def _keep(beeld: Beeld, mag: Masker, maskers: Mapping[str, Masker]) -> Beeld:
    """What stays of a view, without the properties that never leave; relations fall away with an end."""
    nieuw = np.cumsum(mag, dtype=np.int32) - 1
    tabellen: dict[str, Relaties] = {}
    for naam, tabel in beeld.relaties.items():
        masker = maskers[naam] & mag[tabel.van] & mag[tabel.naar]
        if masker.any():
            tabellen[naam] = _take_relations(tabel, masker, nieuw)
    kolommen = {
        naam: pick_rows(kolom, mag)
        for naam, kolom in beeld.kolommen.items()
        if naam not in _GEWISTE_EIGENSCHAPPEN
    }
    return Beeld(beeld.datum, pick_rows(beeld.ids, mag), beeld.soort[mag], _without_empty(kolommen), tabellen)


def beperk_zonder(beeld: Beeld, ken: str | None = None) -> Beeld:
    """What partners may see, without shielded practitioners instead of with their stand-ins. O(n + m).

    For what comes back and has to be found again by its code, as the form of a question round.

    Args:
        beeld: the whole view.
        ken: id of the practitioner who reads it herself: she is in it, under her own name.
    """
    wie = Afscherming.of(Profiel.PARTNERS, beeld, ken=() if ken is None else (ken,))
    klein = beperk(beeld, Profiel.PARTNERS, wie)
    weg = set(wie.schuilcodes.values())
    if weg.isdisjoint(klein.nummer):
        return klein
    mag = np.array([id_ not in weg for id_ in klein.ids], dtype=np.bool_)
    return _keep(klein, mag, {n: np.ones(len(tabel), np.bool_) for n, tabel in klein.relaties.items()})


def beperk_tijden(tijden: Tijden, profiel: Profiel) -> Tijden:
    """The same moments with only what a profile may show. O(n + m) for each.

    What is shut off now is shut off in every state, also in one of before somebody shut it; what is no
    longer there at all is judged by what was stated of it then.
    """
    if profiel is Profiel.INTERN:
        return tijden
    wie = Afscherming.of(profiel, tijden.nu, *tijden.gekend)
    nu = beperk(tijden.nu, profiel, wie)
    # Of what is shielded, the stand-in is there or not; its own id is in neither.
    al = shield(tijden.nu, wie)
    weg = set(al.ids) - set(nu.ids)
    banden_weg = _keys(al) - _keys(nu)
    gekend: list[Beeld] = []
    for volledig in tijden.gekend:
        if volledig is tijden.nu:
            gekend.append(nu)
            continue
        beeld = beperk(volledig, profiel, wie)
        if weg.isdisjoint(beeld.ids) and banden_weg.isdisjoint(_keys(beeld)):
            gekend.append(beeld)
            continue
        mag = np.array([id_ not in weg for id_ in beeld.ids], dtype=np.bool_)
        maskers = {
            naam: np.array([rid not in banden_weg for rid in tabel.rids], dtype=np.bool_)
            for naam, tabel in beeld.relaties.items()
        }
        gekend.append(_keep(beeld, mag, maskers))
    return replace(tijden.met_nummers(), gekend=tuple(gekend), nu=nu)


def _keys(beeld: Beeld) -> set[str]:
    return {rid for tabel in beeld.relaties.values() for rid in tabel.rids}


def _levels(kolom: Kolom, standaard: NDArray[np.int8]) -> NDArray[np.int8]:
    """Openness of each row: position in ``VRIJGAVE``, the standard where nothing valid is stated."""
    if kolom.count(None) == len(kolom):
        return standaard
    plaats: dict[object, int] = dict.fromkeys(set(kolom), 0)
    plaats |= {code: nummer for nummer, code in enumerate(VRIJGAVE.codes)} | {None: -1}
    eigen = np.fromiter(map(plaats.__getitem__, kolom), np.int8, len(kolom))
    return np.where(eigen < 0, standaard, eigen)


def _nodes_allowed(beeld: Beeld, drempel: int) -> Masker:
    per_soort = np.array([VRIJGAVE.codes.index(SOORTEN[n].standaard_vrijgave) for n in LABELS], np.int8)
    niveau = _levels(beeld.kolom("vrijgave"), per_soort[beeld.soort])
    weg = [code for code, label in enumerate(LABELS) if label in NOOIT_BUITEN or SOORTEN[label].soort.intern]
    mag: Masker = (niveau >= drempel) & ~np.isin(beeld.soort, weg)
    return mag


def _relations_allowed(tabel: Relaties, drempel: int) -> Masker:
    standaard = VRIJGAVE.codes.index(TYPEN[tabel.type].standaard_vrijgave)
    niveau = _levels(tabel.kolom("vrijgave"), np.full(len(tabel), standaard, np.int8))
    mag: Masker = niveau >= drempel
    bevestigingen = tabel.kolom("bevestiging")
    if _BETWIST in bevestigingen:
        # A tie that one end states and the other denies is a word against a word, and stands in no list.
        los = [
            bevestiging == _BETWIST and bron == BRON
            for bevestiging, bron in zip(bevestigingen, tabel.kolom("bron"), strict=True)
        ]
        mag &= ~np.array(los, dtype=np.bool_)
    return mag


def _take_relations(tabel: Relaties, blijft: Masker, nieuw: NDArray[np.int32]) -> Relaties:
    kolommen = {
        naam: pick_rows(kolom, blijft)
        for naam, kolom in tabel.kolommen.items()
        if naam not in _GEWISTE_EIGENSCHAPPEN
    }
    if _BETWIST in kolommen.get("bevestiging", ()):
        betwist = [waarde == _BETWIST for waarde in kolommen["bevestiging"]]
        # The day of a dispute would give the dispute away.
        for naam in ("bevestiging", "bevestigd_op", "bevestigd_op_precisie"):
            if naam in kolommen:
                kolommen[naam] = [
                    None if weg else waarde for weg, waarde in zip(betwist, kolommen[naam], strict=True)
                ]
    return Relaties(
        tabel.type,
        pick_rows(tabel.rids, blijft),
        nieuw[tabel.van[blijft]],
        nieuw[tabel.naar[blijft]],
        _without_empty(kolommen),
    )


def pick_rows(kolom: Sequence[_T], blijft: Masker) -> Sequence[_T]:
    """The rows of a column that stay; where all do the column itself, as columns are not changed.

    >>> pick_rows(["a", "b", "c"], np.array([True, False, True]))
    ['a', 'c']
    """
    return kolom if blijft.all() else list(compress(kolom, blijft.tolist()))


def _without_empty(kolommen: Mapping[str, Kolom]) -> dict[str, Kolom]:
    """Only properties that still occur, as :class:`Beeld` promises."""
    return {naam: kolom for naam, kolom in kolommen.items() if kolom.count(None) < len(kolom)}
