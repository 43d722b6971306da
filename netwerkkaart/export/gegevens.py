"""The one neutral form that every writer reads: what is exported, as tables of columns.

A table holds all nodes of one kind, or all relations of one type. Its columns come straight from the view,
in the order of the schema, and only those that occur. What a graph says by its relations and a table cannot
(in which municipality an organisation lies, in which sector it works) stands beside them as derived columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import pairwise

import numpy as np
from pydantic import BaseModel

from netwerkkaart.gebied import regio_naam
from netwerkkaart.graph.beeld import LABELS, Beeld, Kolom, Masker
from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.schema.basis import ORGANISATIE
from netwerkkaart.schema.register import BANDEN, SOORTEN, TYPEN, is_organisatie, properties_of
from netwerkkaart.schema.vocabularia import PRECISIE, REGIO, SECTOR

_VORM = {"keuze": "tekst", "keuzes": "teksten", "gemeenten": "teksten"}
BUITEN = "in_regio"
"""Derived column: whether a node lies in the chosen region, or stands beside it."""


@dataclass(frozen=True, slots=True)
class Veld:
    """One column.

    Args:
        naam: its name, as in the schema.
        vorm: ``tekst``, ``teksten``, ``getal``, ``kommagetal``, ``ja/nee`` or ``datum``.
        omschrijving: what it means, in Dutch.
        keuzes: the only values it can have; empty: any.
        verplicht: every row has it.
        afgeleid: follows from relations or from the kind; a graph database needs it not.
    """

    naam: str
    vorm: str = "tekst"
    omschrijving: str = ""
    keuzes: tuple[str, ...] = ()
    verplicht: bool = False
    afgeleid: bool = False


@dataclass(frozen=True)
class Tabel:
    """Columns of equal length; ``None`` where a row has no value.

    Args:
        naam: label of the kind or name of the type; of several together, what they are called.
        velden: the columns, in order; keys and ends are not among them.
        kolommen: the values by the name of the column.
    """

    naam: str
    velden: tuple[Veld, ...]
    kolommen: Mapping[str, Kolom]

    def columns(self, *, afgeleid: bool = True) -> list[tuple[Veld, Kolom]]:
        """Each column with its values; without the derived ones where they are not wanted."""
        return [(veld, self.kolommen[veld.naam]) for veld in self.velden if afgeleid or not veld.afgeleid]


@dataclass(frozen=True)
class Knopen(Tabel):
    """The nodes of one kind (or of several), in order of id; ``soort`` has the label of each."""

    ids: Sequence[str]
    soort: Sequence[str]

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True)
class Relaties(Tabel):
    """The relations of one type (or of several), in order of key; ends are ids."""

    rids: Sequence[str]
    type: Sequence[str]
    van: Sequence[str]
    naar: Sequence[str]

    def __len__(self) -> int:
        return len(self.rids)


@dataclass(frozen=True, slots=True)
class Kop:
    """What was chosen for an export, and must be said with it.

    Args:
        datum: reference date; None: all that was ever stated.
        profiel: for whom.
        regio: code of one region; None: all.
        personen: names of persons are in it.
        herkomst: sentences about the edition that it is made from; none: the living graph.
    """

    datum: date | None = None
    profiel: Profiel = Profiel.PARTNERS
    regio: str | None = None
    personen: bool = False
    herkomst: tuple[str, ...] = ()

    @property
    def titel(self) -> str:
        """What it is, as a sentence without a full stop.

        >>> Kop(date(2026, 3, 31), regio="limburg").titel
        'Netwerkkaart van Limburg, zoals ze gold op 2026-03-31'
        """
        waar = regio_naam(self.regio) if self.regio else "Vlaanderen en Brussel"
        wanneer = f"zoals ze gold op {self.datum.isoformat()}" if self.datum else "met alles wat ooit gold"
        return f"Netwerkkaart van {waar}, {wanneer}"

    @property
    def noten(self) -> tuple[str, ...]:
        """What a reader must know before she uses it, in Dutch sentences."""
        voor = {
            Profiel.INTERN: "Intern: alleen voor coördinatoren. Geef dit niet door.",
            Profiel.PARTNERS: "Voor partners: zonder wat intern is.",
            Profiel.OPENBAAR: "Openbaar: alleen wat uitdrukkelijk openbaar is.",
        }
        wie = (
            "Met namen van personen."
            if self.personen
            else "Zonder contactpersonen; coördinatoren hebben een nummer in plaats van een naam."
        )
        rand = (
            (
                "Wie buiten de regio ligt, staat erin als een relatie haar met de regio verbindt "
                f"(kolom {BUITEN}: nee).",
            )
            if self.regio
            else ()
        )
        return (voor[self.profiel], wie, *rand, *self.herkomst)

    @property
    def toelichting(self) -> str:
        """Title and notes as one text."""
        return " ".join((f"{self.titel}.", *self.noten))


@dataclass(frozen=True)
class Gegevens:
    """All that is exported.

    Args:
        kop: what was chosen.
        beeld: the view, with what may not leave taken out.
        knopen: one table for each kind that occurs, organisations first.
        relaties: one table for each type that occurs, in the order of the schema.
    """

    kop: Kop
    beeld: Beeld = field(repr=False)
    knopen: tuple[Knopen, ...] = field(repr=False)
    relaties: tuple[Relaties, ...] = field(repr=False)

    @cached_property
    def organisaties(self) -> Knopen:
        """All organisations as one table."""
        return stack_nodes(ORGANISATIE, [t for t in self.knopen if is_organisatie(t.naam)])

    @cached_property
    def overige(self) -> tuple[Knopen, ...]:
        """One table for each other kind."""
        return tuple(t for t in self.knopen if not is_organisatie(t.naam))

    @cached_property
    def banden(self) -> Relaties:
        """All ties between organisations as one table."""
        return stack_relations("BANDEN", [t for t in self.relaties if t.naam in BANDEN])

    @cached_property
    def andere_relaties(self) -> tuple[Relaties, ...]:
        """One table for each type that is not a tie."""
        return tuple(t for t in self.relaties if t.naam not in BANDEN)

    @cached_property
    def namen(self) -> Mapping[str, str]:
        """What each node is called, by its id; its id where it has no name. O(n)."""
        namen = self.beeld.kolom("naam")
        return {id_: str(naam or id_) for id_, naam in zip(self.beeld.ids, namen, strict=True)}

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The kind of each node, by its id. O(n)."""
        return {
            id_: LABELS[code] for id_, code in zip(self.beeld.ids, self.beeld.soort.tolist(), strict=True)
        }

    def count(self) -> tuple[int, int]:
        """Number of nodes and of relations."""
        return sum(map(len, self.knopen)), sum(map(len, self.relaties))


def make_tables(beeld: Beeld, kop: Kop, kern: Masker | None) -> Gegevens:
    """The tables of a view. O(n + m, times the columns).

    Args:
        beeld: the view, with what may not leave taken out already.
        kop: what was chosen.
        kern: which nodes lie in the chosen region; None when none was chosen.
    """
    knopen = tuple(_node_tables(beeld, kern))
    ids = beeld.ids
    relaties = tuple(
        Relaties(
            naam,
            *_fields(TYPEN[naam], tabel.kolommen, "rid"),
            rids=tabel.rids,
            type=[naam] * len(tabel),
            van=[ids[i] for i in tabel.van.tolist()],
            naar=[ids[i] for i in tabel.naar.tolist()],
        )
        for naam, tabel in beeld.relaties.items()
        if len(tabel)
    )
    return Gegevens(kop, beeld, knopen, relaties)


def _node_tables(beeld: Beeld, kern: Masker | None) -> Iterator[Knopen]:
    # The view numbers nodes kind by kind, so each table is a slice.
    grenzen = [0, *(np.flatnonzero(np.diff(beeld.soort)) + 1).tolist(), len(beeld)] if len(beeld) else [0]
    for begin, einde in pairwise(grenzen):
        label = beeld.label(begin)
        stuk = slice(begin, einde)
        velden, kolommen = _fields(
            SOORTEN[label], {naam: kolom[stuk] for naam, kolom in beeld.kolommen.items()}, "id"
        )
        if is_organisatie(label):
            velden, kolommen = _with_place(beeld, label, stuk, velden, kolommen)
        if kern is not None:
            veld = Veld(
                BUITEN, "ja/nee", "Ja: ligt in de gekozen regio; nee: ermee verbonden.", afgeleid=True
            )
            velden, kolommen = (*velden, veld), {**kolommen, BUITEN: kern[stuk].tolist()}
        ids = beeld.ids[stuk]
        yield Knopen(label, velden, kolommen, ids, [label] * len(ids))


def _fields(
    model: type[BaseModel], kolommen: Mapping[str, Kolom], sleutel: str
) -> tuple[tuple[Veld, ...], dict[str, Kolom]]:
    """The columns of the schema that occur, in its order; a precision follows its date."""
    velden: list[Veld] = []
    uit: dict[str, Kolom] = {}
    for naam, e in properties_of(model).items():
        if naam == sleutel:
            continue
        woorden = e.vorm.vocabularium
        keuzes = woorden.codes if woorden is not None and e.vorm.naam == "keuze" else ()
        kandidaten = [
            Veld(naam, _VORM.get(e.vorm.naam, e.vorm.naam), e.omschrijving, keuzes, e.verplicht),
            Veld(
                f"{naam}_precisie",
                "tekst",
                f"Hoe precies {naam} gekend is; leeg: tot op de dag.",
                PRECISIE.codes,
            ),
        ]
        for veld in kandidaten[: 1 + (e.vorm.naam == "datum")]:
            kolom = kolommen.get(veld.naam)
            if kolom is not None and kolom.count(None) < len(kolom):
                velden.append(veld)
                uit[veld.naam] = kolom
    return tuple(velden), uit


def _with_place(
    beeld: Beeld, label: str, stuk: slice, velden: tuple[Veld, ...], kolommen: dict[str, Kolom]
) -> tuple[tuple[Veld, ...], dict[str, Kolom]]:
    """Sector, municipality and region of organisations, right after their name."""
    gemeenten = beeld.gemeente[stuk].tolist()
    nis, regios = beeld.kolom("nis"), (*REGIO.codes, None)  # the region −1 is the last: None
    sector = SOORTEN[label].soort.sector or None
    nieuw: list[tuple[Veld, list[object]]] = [
        (
            Veld("sector", "tekst", "Sector, volgt uit de soort.", SECTOR.codes, afgeleid=True),
            [sector] * len(gemeenten),
        ),
        (
            Veld("gemeente", "tekst", "Gemeente waarin ze ligt.", afgeleid=True),
            [beeld.naam(g) if g >= 0 else None for g in gemeenten],
        ),
        (
            Veld("nis", "tekst", "NIS-code van die gemeente.", afgeleid=True),
            [nis[g] if g >= 0 else None for g in gemeenten],
        ),
        (
            Veld("regio", "tekst", "Regio van die gemeente.", REGIO.codes, afgeleid=True),
            [regios[code] for code in beeld.regio[stuk].tolist()],
        ),
    ]
    gevonden = [(veld, kolom) for veld, kolom in nieuw if kolom.count(None) < len(kolom)]
    erbij = {veld.naam: kolom for veld, kolom in gevonden}
    plek = 1 if velden and velden[0].naam == "naam" else 0
    return (*velden[:plek], *(veld for veld, _ in gevonden), *velden[plek:]), {**kolommen, **erbij}


def union_fields(tabellen: Iterable[Tabel]) -> tuple[Veld, ...]:
    """The columns of several tables together, each once, in order of first use.

    What only some tables have is not required of all, nor is a closed list that they do not share.
    """
    delen = list(tabellen)
    velden: dict[str, Veld] = {}
    keer: dict[str, int] = {}
    for tabel in delen:
        for veld in tabel.velden:
            eerder = velden.setdefault(veld.naam, veld)
            keer[veld.naam] = keer.get(veld.naam, 0) + 1
            if eerder != veld:
                velden[veld.naam] = Veld(
                    veld.naam, veld.vorm, eerder.omschrijving, afgeleid=eerder.afgeleid and veld.afgeleid
                )
    return tuple(
        Veld(v.naam, v.vorm, v.omschrijving, v.keuzes, v.verplicht and keer[v.naam] == len(delen), v.afgeleid)
        for v in velden.values()
    )


def stack_nodes(naam: str, tabellen: Sequence[Knopen]) -> Knopen:
    """Several tables of nodes as one, one after the other."""
    velden, kolommen = _stacked(tabellen)
    return Knopen(
        naam, velden, kolommen, [i for t in tabellen for i in t.ids], [s for t in tabellen for s in t.soort]
    )


def stack_relations(naam: str, tabellen: Sequence[Relaties]) -> Relaties:
    """Several tables of relations as one, one after the other."""
    velden, kolommen = _stacked(tabellen)
    return Relaties(
        naam,
        velden,
        kolommen,
        rids=[r for t in tabellen for r in t.rids],
        type=[s for t in tabellen for s in t.type],
        van=[v for t in tabellen for v in t.van],
        naar=[n for t in tabellen for n in t.naar],
    )


def _stacked(tabellen: Sequence[Knopen] | Sequence[Relaties]) -> tuple[tuple[Veld, ...], dict[str, Kolom]]:
    velden = union_fields(tabellen)
    kolommen: dict[str, Kolom] = {}
    for veld in velden:
        kolom: list[object] = []
        for tabel in tabellen:
            kolom += tabel.kolommen.get(veld.naam) or [None] * len(tabel)
        kolommen[veld.naam] = kolom
    return velden, kolommen
