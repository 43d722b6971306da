"""Indicators on the network itself: who confirmed, members, meetings, actions, practices taken over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np

from netwerkkaart.analyse.basis import Getallen, months_before, reference_date
from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.analyse.indicatoren_maat import CODE_BEVESTIGD, Bewijs, Maat, per_region
from netwerkkaart.analyse.routes import is_kind
from netwerkkaart.graph.beeld import Beeld, Indexen, Masker, Relaties
from netwerkkaart.schema.vocabularia import REGIOS, SECTOR

MAANDEN = 12
"""Meetings of so many months before the reference date count."""


def confirmed(beeld: Beeld, drempels: Drempels) -> Maat:
    """Organisations that confirmed their own data within the threshold."""
    datum, n = reference_date(beeld), beeld.aantal_organisaties
    vroegst = months_before(datum, drempels.maanden_inventarisatie)
    dagen = beeld.kolom("bevestigd_op")[:n]
    telt = np.array([isinstance(dag, date) and vroegst <= dag <= datum for dag in dagen], dtype=np.bool_)
    return _of_organisations(
        beeld,
        CODE_BEVESTIGD,
        "organisaties die hun eigen gegevens bevestigden",
        telt,
        np.ones(n, dtype=np.bool_),
        "query voer bevestigd_per_regio",
        ("maanden_inventarisatie",),
    )


def network_measures(beeld: Beeld) -> Iterator[Maat]:
    """Progress of the network: members by sector, meetings, actions, practices."""
    n, lid = beeld.aantal_organisaties, beeld.van_type("LID_VAN")
    is_lid = np.zeros(n, dtype=np.bool_)
    is_lid[lid.van] = True
    vraag = "query voer leden_per_sector"
    yield _of_organisations(
        beeld,
        "leden",
        "organisaties die lid zijn van het lerend netwerk",
        is_lid,
        np.ones(n, dtype=np.bool_),
        vraag,
    )
    for nummer, sector in enumerate(SECTOR.termen):
        in_sector = np.asarray(beeld.sector[:n] == nummer)
        naam = f"leden uit de sector {sector.woord}"
        yield _of_organisations(beeld, f"leden {sector.woord}", naam, is_lid & in_sector, in_sector, vraag)
    yield _meetings(beeld)
    yield _actions(beeld)
    yield _taken_over(beeld)


def _of_organisations(
    beeld: Beeld, code: str, naam: str, telt: Masker, alle: Masker, bron: str, drempels: tuple[str, ...] = ()
) -> Maat:
    """An indicator that counts organisations; boards are none."""
    regio = beeld.regio[: beeld.aantal_organisaties].astype(np.int64)
    alle = alle & ~is_kind(beeld, "Bestuur")
    telt = telt & alle
    ids = [beeld.ids[knoop] for knoop in np.flatnonzero(telt).tolist()]
    bewijs = Bewijs(ids, regio[telt])
    return Maat(code, naam, "alle", bron, drempels, per_region(regio, telt), per_region(regio, alle), bewijs)


def _meetings(beeld: Beeld) -> Maat:
    datum, knopen = reference_date(beeld), beeld.van_soort("Overleg")
    vroegst = months_before(datum, MAANDEN)
    dagen = [beeld.kolom("datum")[knoop] for knoop in knopen.tolist()]
    telt = np.array([isinstance(dag, date) and vroegst < dag <= datum for dag in dagen], dtype=np.bool_)
    regio = _region_of_meeting(beeld)[knopen[telt]]
    ids = [beeld.ids[knoop] for knoop in knopen[telt].tolist()]
    naam = f"bijeenkomsten in de laatste {MAANDEN} maanden"
    return Maat(
        "bijeenkomsten",
        naam,
        "alle",
        "query voer bijeenkomsten",
        (),
        per_region(regio),
        None,
        Bewijs(ids, regio),
    )


def _region_of_meeting(beeld: Beeld) -> Getallen:
    """Region of the forum or network of which each node is a meeting; −1 for all others."""
    tabel = beeld.van_type("OVERLEG_VAN")
    return _most(len(beeld), tabel.van, beeld.regio[tabel.naar].astype(np.int64))


def _most(n: int, wie: Indexen, regio: Getallen) -> Getallen:
    """Of each of *n* nodes the region that it gets most often; of equals the first; −1: none of the six."""
    telling = np.zeros((n, len(REGIOS)), dtype=np.int64)
    telt = (regio >= 0) & (regio < len(REGIOS))
    np.add.at(telling, (wie[telt], regio[telt]), 1)
    return np.where(telling.any(axis=1), telling.argmax(axis=1), -1)


def _actions(beeld: Beeld) -> Maat:
    knopen = beeld.van_soort("Actie")
    wie, agenda = beeld.van_type("VERANTWOORDELIJK_VOOR"), beeld.van_type("AGENDEERT")
    van_wie = _most(len(beeld), wie.naar, beeld.regio[wie.van].astype(np.int64))
    van_agenda = _most(len(beeld), agenda.naar, _region_of_meeting(beeld)[agenda.van])
    regio = np.where(van_wie >= 0, van_wie, van_agenda)[knopen]
    telt = np.array([beeld.kolom("toestand")[k] == "klaar" for k in knopen.tolist()], dtype=np.bool_)
    ids = [beeld.ids[knoop] for knoop in knopen[telt].tolist()]
    bewijs = Bewijs(ids, regio[telt])
    return Maat(
        "acties klaar", "acties die klaar zijn", "alle", "query voer acties", (), per_region(regio, telt),
        per_region(regio), bewijs,
    )  # fmt: skip


def _taken_over(beeld: Beeld) -> Maat:
    """Practices that an organisation began to apply after another one had.

    Where a date lacks, it may be so: hence the range.
    """
    tabel = beeld.van_type("PAST_TOE")
    regio = beeld.regio[tabel.van].astype(np.int64)
    zeker, mogelijk = _later(tabel)
    rids = [tabel.rids[r] for r in np.flatnonzero(zeker).tolist()]
    return Maat(
        "praktijken overgenomen", "toepassingen van een goede praktijk, na een ander begonnen", "alle",
        "query voer praktijken_overgenomen", (), per_region(regio, zeker), per_region(regio),
        Bewijs(rids, regio[zeker]), per_region(regio, mogelijk),
    )  # fmt: skip


def _later(tabel: Relaties) -> tuple[Masker, Masker]:
    """Which relations certainly began after another to the same end; and which certainly or possibly."""
    dagen = [dag if isinstance(dag, date) else None for dag in tabel.kolom("sinds")]
    per_doel: dict[int, list[date | None]] = {}
    for doel, dag in zip(tabel.naar.tolist(), dagen, strict=True):
        per_doel.setdefault(doel, []).append(dag)
    eerst = {doel: min(gekend) for doel, alle in per_doel.items() if (gekend := [d for d in alle if d])}
    zeker, mogelijk = (np.zeros(len(tabel), dtype=np.bool_) for _ in range(2))
    for r, (doel, dag) in enumerate(zip(tabel.naar.tolist(), dagen, strict=True)):
        open_ = per_doel[doel].count(None) - (dag is None)  # others of which the date is not known
        zeker[r] = dag is not None and eerst[doel] < dag
        mogelijk[r] = zeker[r] or open_ > 0 or (dag is None and len(per_doel[doel]) > 1)
    return zeker, mogelijk
