"""What an importer is given beside its table, and what it gives back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from netwerkkaart.fouten import Melding
from netwerkkaart.schema.uitspraken import Uitspraak, Voorstel
from netwerkkaart.schema.vocabularia import fold


@dataclass(frozen=True)
class Gekend:
    """The nodes that the store knows, for looking up ends.

    A node into which another was merged is found by the former id and name of that other as well: a
    former id stands for itself here, with the label of its node, and :func:`omzetten.aliassen.land`
    brings every statement about it to that node. So a table in which both still stand is read as it is.

    Args:
        knopen: ``(id, label, name)`` of each node.
        bijnamen: ``(id, label, former ids, other names)`` of the nodes that have some.
    """

    knopen: Sequence[tuple[str, str, str]] = ()
    bijnamen: Sequence[tuple[str, str, tuple[str, ...], tuple[str, ...]]] = ()

    @cached_property
    def nu(self) -> Mapping[str, tuple[str, int]]:
        """Former id → the node that it is now, and the how-manieth of its former ids it is (from 1)."""
        bestaat = {id_ for id_, _, _ in self.knopen}
        uit: dict[str, tuple[str, int]] = {}
        for id_, _, vroeger, _ in self.bijnamen:
            for rang, oud in enumerate(vroeger, start=1):
                if oud not in bestaat:
                    uit.setdefault(oud, (id_, rang))
        return uit

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """Label of a node by its id, or by a former id."""
        echt = {id_: label for id_, label, _ in self.knopen}
        return {oud: echt[id_] for oud, (id_, _) in self.nu.items() if id_ in echt} | echt

    @cached_property
    def per_naam(self) -> Mapping[str, tuple[str, ...]]:
        """Ids by folded name; several when the name is ambiguous. An other name gives a former id."""
        gevonden: dict[str, dict[str, str]] = {}
        for id_, _, naam in self.knopen:
            if naam:
                gevonden.setdefault(fold(naam), {})[id_] = id_
        for id_, _, vroeger, namen in self.bijnamen:
            over = [oud for oud in vroeger if oud in self.nu]
            for plaats, naam in enumerate(namen):
                anders = over[min(plaats, len(over) - 1)] if over else id_
                gevonden.setdefault(fold(naam), {}).setdefault(id_, anders)
        return {naam: tuple(ids.values()) for naam, ids in gevonden.items()}

    @cached_property
    def per_kleine_letters(self) -> Mapping[str, str]:
        """Id by its case-folded form: two ids that differ in case alone are a fault."""
        return {id_.casefold(): id_ for id_ in self.labels}

    @cached_property
    def alle_namen(self) -> Mapping[str, frozenset[str]]:
        """Every folded name, the present one too, of each node that has other names or former ids."""
        anders = {id_: {fold(naam) for naam in namen} for id_, _, _, namen in self.bijnamen}
        return {id_: frozenset(anders[id_] | {fold(naam)}) for id_, _, naam in self.knopen if id_ in anders}

    def names_of(self, label: str) -> Mapping[str, frozenset[str]]:
        """Folded names of each node of a kind by its id; of a former id, all that its node goes by. O(n)."""
        uit = {id_: frozenset({fold(naam)}) for id_, soort, naam in self.knopen if soort == label}
        uit |= {id_: namen for id_, namen in self.alle_namen.items() if id_ in uit}
        return {oud: uit[id_] for oud, (id_, _) in self.nu.items() if id_ in uit} | uit


@dataclass(frozen=True)
class Context:
    """Choices of the user and knowledge of the store.

    Args:
        gekend: what the store knows.
        datum: date of the import; the date of a source that states none.
        bron: name of the source, where rows do not name one.
        kolommen: our column name → header in the file, as the user mapped them.
        waarden: (our column name, folded foreign value) → value of ours.
        vast: our column name → one value for every row.
    """

    gekend: Gekend = field(default_factory=Gekend)
    datum: date = date(1970, 1, 1)
    bron: str = ""
    kolommen: Mapping[str, str] = field(default_factory=dict)
    waarden: Mapping[tuple[str, str], str] = field(default_factory=dict)
    vast: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Koppeling:
    """Which header feeds which column of ours.

    Args:
        kolommen: our column name → position in the table.
        ongebruikt: headers that nothing reads.
    """

    kolommen: Mapping[str, int]
    ongebruikt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bladtelling:
    """One sheet of a source that has several: how many rows are new, changed, or taken away.

    Args:
        blad: name of the sheet.
        rijen, nieuw, gewijzigd: rows that were read, and those among them.
        weg: how much is taken away, and proposed to end.
    """

    blad: str
    rijen: int
    nieuw: int
    gewijzigd: int
    weg: int


@dataclass(frozen=True)
class Oogst:
    """What an importer yields: statements, messages, and how the columns were matched.

    Args:
        uitspraken: what the source states.
        meldingen: faults and warnings.
        koppeling: pairs (header in the file, our column), for showing.
        rijen: number of rows that were read.
        gemeenten: how municipalities were found → how often.
        voorstellen: what the source suggests by leaving something out; see :class:`Voorstel`.
        bladen: of a source with several sheets, what each held.
    """

    uitspraken: Sequence[Uitspraak]
    meldingen: tuple[Melding, ...] = ()
    koppeling: tuple[tuple[str, str], ...] = ()
    rijen: int = 0
    gemeenten: Mapping[str, int] = field(default_factory=dict)
    voorstellen: tuple[Voorstel, ...] = ()
    bladen: tuple[Bladtelling, ...] = ()

    @property
    def fouten(self) -> tuple[Melding, ...]:
        """The messages that stop the import."""
        return tuple(m for m in self.meldingen if m.is_fout)

    def without_faulty_rows(self) -> Oogst:
        """The same harvest without the statements of rows that have a fault. O(n)."""
        fout = {m.rij for m in self.fouten}
        per_blad = {(m.blad, m.rij) for m in self.fouten}
        goed = [
            u for u in self.uitspraken if ((u.blad, u.rij) not in per_blad if u.blad else u.rij not in fout)
        ]
        return replace(self, uitspraken=goed)

    def with_proposals(self) -> Oogst:
        """The same harvest with everything that was proposed stated as well."""
        return replace(
            self, uitspraken=[*self.uitspraken, *(v.uitspraak for v in self.voorstellen)], voorstellen=()
        )


def faulty_file(meldingen: Iterable[Melding]) -> bool:
    """True when a fault concerns the file as a whole, so that no row of it can be trusted."""
    return any(m.is_fout and not m.rij for m in meldingen)
