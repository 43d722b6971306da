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
    """The nodes that the store knows, for looking up ends: ``(id, label, name)`` of each."""

    knopen: Sequence[tuple[str, str, str]] = ()

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """Label of a node by its id."""
        return {id_: label for id_, label, _ in self.knopen}

    @cached_property
    def per_naam(self) -> Mapping[str, tuple[str, ...]]:
        """Ids by folded name; several when the name is ambiguous."""
        gevonden: dict[str, list[str]] = {}
        for id_, _, naam in self.knopen:
            if naam:
                gevonden.setdefault(fold(naam), []).append(id_)
        return {naam: tuple(ids) for naam, ids in gevonden.items()}

    @cached_property
    def per_kleine_letters(self) -> Mapping[str, str]:
        """Id by its case-folded form: two ids that differ in case alone are a fault."""
        return {id_.casefold(): id_ for id_, _, _ in self.knopen}


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
    """

    uitspraken: Sequence[Uitspraak]
    meldingen: tuple[Melding, ...] = ()
    koppeling: tuple[tuple[str, str], ...] = ()
    rijen: int = 0
    gemeenten: Mapping[str, int] = field(default_factory=dict)
    voorstellen: tuple[Voorstel, ...] = ()

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
