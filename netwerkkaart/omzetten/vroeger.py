"""What a row says anew since its node was merged: only that counts, so that the choice of then stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from netwerkkaart.schema.register import TYPEN, Waarde
from netwerkkaart.schema.uitspraken import KnoopUitspraak, Uitspraak

Velden = Mapping[str, Waarde | None]
_HERKOMST = frozenset({"bron", "bron_datum", "bron_datum_precisie"})


@dataclass(frozen=True, slots=True)
class Vroeger:
    """How nodes and relations stood when they were merged.

    Args:
        knopen: properties of each node that went, by its former id.
        relaties: target and properties of each relation that went, by its former rid.
        blijvers: of each node and relation that stayed, the fields that a merge changed, with the values
            that they had before it.
    """

    knopen: Mapping[str, Velden] = field(default_factory=dict)
    relaties: Mapping[str, tuple[str, Velden]] = field(default_factory=dict)
    blijvers: Mapping[str, Mapping[str, Collection[Waarde | None]]] = field(default_factory=dict)

    def said_anew(self, uitspraak: Uitspraak) -> Uitspraak | None:
        """The statement without what its row said already at the merge; None when nothing is left of it.

        A statement that knows itself what its writer saw is left as it is.
        """
        if uitspraak.gezien is not None:
            return uitspraak
        if isinstance(uitspraak, KnoopUitspraak):
            sleutel, toen = uitspraak.id, self.knopen.get(uitspraak.id)
        else:
            sleutel = uitspraak.rid
            naar, toen = self.relaties.get(sleutel, ("", None))
            if toen is not None and naar == uitspraak.naar and TYPEN[uitspraak.type].soort.uniek:
                return None  # it does not move to the target of then after all
            toen = toen if naar == uitspraak.naar else None
        if toen is not None:
            return _with_seen(uitspraak, toen)
        waren = self.blijvers.get(sleutel)
        return uitspraak if waren is None else _without_then(uitspraak, waren)


def stated(uitspraak: Uitspraak) -> Velden:
    """Every field that a statement speaks of; None: it says that the field is empty."""
    return {**uitspraak.eigenschappen, **dict.fromkeys(uitspraak.leeg)}


def _with_seen(uitspraak: Uitspraak, toen: Velden) -> Uitspraak:
    """The statement of a writer who saw these fields; who says it is nothing that one sees."""
    gezien = {
        naam: waarde
        for naam, gesteld in stated(uitspraak).items()
        if (waarde := gesteld if naam in _HERKOMST else toen.get(naam)) is not None
    }
    return replace(uitspraak, gezien=gezien)


def _without_then(uitspraak: Uitspraak, waren: Mapping[str, Collection[Waarde | None]]) -> Uitspraak:
    weg = {naam for naam, waarde in stated(uitspraak).items() if naam in waren and waarde in waren[naam]}
    weg |= {f"{naam}_precisie" for naam in weg}
    over = {naam: waarde for naam, waarde in uitspraak.eigenschappen.items() if naam not in weg}
    return replace(uitspraak, eigenschappen=over, leeg=uitspraak.leeg - weg)
