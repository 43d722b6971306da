"""What of a view is exported: for whom, of which region, with or without people."""

from __future__ import annotations

import numpy as np

from netwerkkaart.export.formaten import Leest
from netwerkkaart.export.gegevens import Gegevens, Kop, make_tables
from netwerkkaart.export.personen import known_people, without_names
from netwerkkaart.fouten import Afsluitcode, GebruikersFout
from netwerkkaart.graph.afscherming import Afscherming
from netwerkkaart.graph.beeld import LABELS, Beeld, Masker, Relaties
from netwerkkaart.graph.vrijgave import Profiel, beperk, pick_rows
from netwerkkaart.plan.grondslag import BEWAARD
from netwerkkaart.schema.vocabularia import REGIO

BOEKHOUDING: frozenset[str] = frozenset({"Bron", "Drempelkeuze", "Koppeling", "Wissing"})
"""Kinds that are about keeping the graph, not about the network."""
_BOEKHOUDING_TYPEN = frozenset({"NIET_HETZELFDE_ALS"})
_BOEKHOUDING_VELDEN = frozenset({"imp", *BEWAARD.values()})
_BESLIST = frozenset({"vrijgave", "bevestiging", "bron"})
"""Properties by which a relation may be shown or not."""
_BESLIST_KNOOP = frozenset({"naam", "vrijgave", "zelfstandige", "code", "nis", "regio"})
"""Properties by which a node is shown, under which name, and in which region."""
_PLAATS = ("LIGT_IN", "DEEL_VAN")
_AANBOD = ("BIEDT", "BEREIKT")
_VLAANDEREN, _BRUSSEL = "vlaanderen", "brussel"


def check_people(kop: Kop) -> None:
    """Refuse people in what leaves the circle of coordinators.

    Raises:
        GebruikersFout: people are asked for with another profile than ``intern``.
    """
    if kop.personen and kop.profiel is not Profiel.INTERN:
        raise GebruikersFout(
            f"Personen gaan niet mee in een export voor het profiel {kop.profiel}.",
            hulp="Laat --personen weg, of kies --profiel intern en geef het bestand niet door.",
            code=Afsluitcode.NIET_TOEGELATEN,
        )


def choose(beeld: Beeld, kop: Kop, leest: Leest | None = None) -> Gegevens:
    """What is exported of a view. O(n + m, times the columns).

    Taken out, in this order: what the profile may not show, the program's own bookkeeping, contact persons
    (coordinators get a number) unless they are asked for, and what lies outside the region.

    Args:
        beeld: the whole view, at the reference date.
        kop: what was chosen.
        leest: all that the format looks at; None: everything. Without the properties of relations it is done
            in half the time. A region is chosen by all relations.

    Raises:
        GebruikersFout: as :func:`check_people`.
    """
    check_people(kop)
    nodig = beeld if leest is None else _with_what_is_read(beeld, leest, alle_typen=kop.regio is not None)
    # Whose names are kept back is seen in the whole view alone.
    gezien = beperk(nodig, kop.profiel, Afscherming.of(kop.profiel, beeld))
    if leest is not None:
        gezien = _with_fields(gezien, frozenset())
    klein = _without_bookkeeping(gezien, personen=kop.personen)
    if not kop.personen:
        klein = without_names(klein, known_people(beeld))
    if kop.regio is None:
        return make_tables(klein, kop, None)
    kern = klein.regio == REGIO.codes.index(kop.regio)
    deel, blijft = _of_region(klein, kern, kop.regio)
    return make_tables(deel, kop, kern[blijft])


def _with_fields(beeld: Beeld, velden: frozenset[str]) -> Beeld:
    """The same nodes and relations; of the properties of relations only some."""
    relaties = {
        n: Relaties(n, t.rids, t.van, t.naar, {v: k for v, k in t.kolommen.items() if v in velden})
        for n, t in beeld.relaties.items()
    }
    return Beeld(beeld.datum, beeld.ids, beeld.soort, beeld.kolommen, relaties)


def _with_what_is_read(beeld: Beeld, leest: Leest, *, alle_typen: bool) -> Beeld:
    """The same nodes with fewer properties, and fewer relations; of these what decides whether they show."""
    velden, typen = leest.velden, None if alle_typen else leest.typen
    kolommen = {
        naam: kolom
        for naam, kolom in beeld.kolommen.items()
        if velden is None or naam in velden | _BESLIST_KNOOP
    }
    relaties = {naam: tabel for naam, tabel in beeld.relaties.items() if typen is None or naam in typen}
    return _with_fields(Beeld(beeld.datum, beeld.ids, beeld.soort, kolommen, relaties), _BESLIST)


def _without_bookkeeping(beeld: Beeld, *, personen: bool) -> Beeld:
    weg = BOEKHOUDING if personen else BOEKHOUDING | {"Contactpersoon"}
    mag = ~np.isin(beeld.soort, [LABELS.index(label) for label in weg])
    kolommen = {naam: kolom for naam, kolom in beeld.kolommen.items() if naam not in _BOEKHOUDING_VELDEN}
    relaties = {
        naam: Relaties(
            naam, t.rids, t.van, t.naar, {n: k for n, k in t.kolommen.items() if n not in _BOEKHOUDING_VELDEN}
        )
        for naam, t in beeld.relaties.items()
        if naam not in _BOEKHOUDING_TYPEN
    }
    kaal = Beeld(beeld.datum, beeld.ids, beeld.soort, kolommen, relaties)
    return take(kaal, mag, {naam: mag[t.van] & mag[t.naar] for naam, t in relaties.items()})


def _of_region(beeld: Beeld, kern: Masker, regio: str) -> tuple[Beeld, Masker]:
    """What lies in a region, and what a relation joins to it; also which nodes of the view stay.

    A relation is in it when it touches what lies in the region. Of everything that is in it, where it lies is
    in it too, and of an offer who gives it and what it reaches; an offer for all of Flanders reaches the
    region as well.
    """
    raakt = kern.copy()
    if regio != _BRUSSEL:
        raakt |= _nodes(beeld, f"regio:{_VLAANDEREN}")
    neem: dict[str, Masker] = {}
    erin = kern.copy()
    for naam, t in beeld.relaties.items():
        doel = raakt if naam == "BEREIKT" else kern
        neem[naam] = kern[t.van] | doel[t.naar]
        if naam in _PLAATS:
            neem[naam] = kern[t.van]
        erin[t.van[neem[naam]]] = erin[t.naar[neem[naam]]] = True
    for groep, einde in ((_AANBOD, "Aanbod"), (_PLAATS[:1], ""), (_PLAATS[1:], "")):
        aanbod = erin & (beeld.soort == LABELS.index(einde)) if einde else erin.copy()
        for naam in groep:
            t = beeld.van_type(naam)
            extra = aanbod[t.van] | (aanbod[t.naar] if einde else False)
            neem[naam] = neem.get(naam, np.zeros(len(t), np.bool_)) | extra
            erin[t.van[neem[naam]]] = erin[t.naar[neem[naam]]] = True
    return take(beeld, erin, {naam: m & erin[beeld.van_type(naam).van] for naam, m in neem.items()}), erin


def _nodes(beeld: Beeld, id_: str) -> Masker:
    masker = np.zeros(len(beeld), np.bool_)
    if id_ in beeld.nummer:
        masker[beeld.nummer[id_]] = True
    return masker


def take(beeld: Beeld, knopen: Masker, relaties: dict[str, Masker]) -> Beeld:
    """A part of a view: some nodes, and some relations between them. O(n + m)."""
    nieuw = np.cumsum(knopen, dtype=np.int32) - 1
    tabellen: dict[str, Relaties] = {}
    for naam, t in beeld.relaties.items():
        blijft = relaties.get(naam, np.zeros(len(t), np.bool_))
        if blijft.any():
            tabellen[naam] = Relaties(
                naam,
                pick_rows(t.rids, blijft),
                nieuw[t.van[blijft]],
                nieuw[t.naar[blijft]],
                {veld: pick_rows(kolom, blijft) for veld, kolom in t.kolommen.items()},
            )
    return Beeld(
        beeld.datum,
        pick_rows(beeld.ids, knopen),
        beeld.soort[knopen],
        {veld: pick_rows(kolom, knopen) for veld, kolom in beeld.kolommen.items()},
        tabellen,
    )
