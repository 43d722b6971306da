"""Where each property of a node or relation comes from: which import, and which source, stated it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from netwerkkaart.fouten import NietGevonden
from netwerkkaart.graph.geschiedenis import ImportKop, in_effect, read_koppen, read_over
from netwerkkaart.graph.lezen import read_bekend, read_bijnamen, read_names
from netwerkkaart.graph.store import Store, snapshot
from netwerkkaart.plan.wijziging import Wijziging
from netwerkkaart.schema.register import Waarde
from netwerkkaart.schema.vocabularia import fold

_EIGEN = frozenset({"imp"})


@dataclass(frozen=True, slots=True)
class Veldherkomst:
    """One property as it stands, and who stated it.

    Args:
        veld: name of the property.
        waarde: its value now.
        bron: name of the source that stated it; empty: not known.
        datum: date of that source.
        imp: the import that brought it; None: no import that is remembered did.
    """

    veld: str
    waarde: Waarde
    bron: str = ""
    datum: date | None = None
    imp: ImportKop | None = None


def field_provenance(store: Store, sleutel: str) -> tuple[Veldherkomst, ...]:
    """Every property of one node or relation, with the import and source that last stated it.

    Imports that were taken back, and the taking-back itself, state nothing: a value that came back by it
    is of who stated it before. O(size of the journal) at the speed of a search for a text, plus what is
    known of this key.

    Args:
        store: an open store.
        sleutel: id of a node, or rid of a relation.

    Raises:
        NietGevonden: there is no such node or relation.
    """
    bekend = read_bekend(store, [sleutel], [sleutel])
    ding = bekend.knopen.get(sleutel) or bekend.relaties.get(sleutel)
    if ding is None:
        raise NietGevonden(
            f'Er is geen knoop of relatie met code "{sleutel}".', hulp="Zoek ze met netwerkkaart query."
        )
    with snapshot(store) as read:
        return trace(ding.eigenschappen, in_effect(read_koppen(read)), read_over(read, sleutel))


def trace(
    nu: Mapping[str, Waarde], koppen: Iterable[ImportKop], wijzigingen: Mapping[str, Sequence[Wijziging]]
) -> tuple[Veldherkomst, ...]:
    """Who stated each present property, by the changes of one key. Pure.

    Args:
        nu: the properties as they stand.
        koppen: the imports in effect, in order.
        wijzigingen: the changes of this key per import.
    """
    gesteld: dict[str, Veldherkomst] = {}
    velden: dict[str, Waarde | None] = {}
    for kop in koppen:
        for w in wijzigingen.get(kop.id, ()):
            if w.voor is None or not w.na:
                gesteld, velden = {}, {}
            velden |= w.na
            bron, datum = velden.get("bron"), velden.get("bron_datum")
            for veld, waarde in w.na.items():
                if waarde is not None:
                    gesteld[veld] = Veldherkomst(
                        veld,
                        waarde,
                        str(bron) if bron else kop.bron,
                        datum if isinstance(datum, date) else kop.bron_datum,
                        kop,
                    )
    return tuple(
        van if (van := gesteld.get(veld)) and van.waarde == waarde else _unknown(veld, waarde, nu)
        for veld, waarde in nu.items()
        if veld not in _EIGEN
    )


def _unknown(veld: str, waarde: Waarde, nu: Mapping[str, Waarde]) -> Veldherkomst:
    """Of what no import is known to have stated: what the node itself says of its source."""
    bron, datum = nu.get("bron"), nu.get("bron_datum")
    return Veldherkomst(veld, waarde, str(bron or ""), datum if isinstance(datum, date) else None)


def read_history(store: Store, id_: str) -> list[tuple[ImportKop, Wijziging]]:
    """All that ever happened to a node and to its relations, in order, what was taken back included."""
    with snapshot(store) as read:
        koppen, over = read_koppen(read), read_over(read, id_, met_relaties=True)
    return [(kop, w) for kop in koppen for w in over.get(kop.id, ())]


def find_knoop(store: Store, wie: str) -> str:
    """The id of the node that somebody means by its id, a former id, or its name.

    Raises:
        NietGevonden: there is none, or there are several of that name.
    """
    namen, bijnamen = read_names(store), read_bijnamen(store)
    if wie in {id_ for id_, _, _ in namen}:
        return wie
    gezocht = fold(wie)
    gevonden = {id_ for id_, _, naam in namen if fold(naam) == gezocht}
    gevonden |= {
        id_ for id_, _, ids, anders in bijnamen if wie in ids or gezocht in {fold(naam) for naam in anders}
    }
    if len(gevonden) == 1:
        return gevonden.pop()
    if not gevonden:
        raise NietGevonden(
            f'"{wie}" staat niet in de graaf.', hulp="Geef de code of de hele naam, tussen aanhalingstekens."
        )
    raise NietGevonden(
        f'"{wie}" is de naam van {len(gevonden)}: {", ".join(sorted(gevonden)[:10])}.',
        hulp="Geef de code van wie u bedoelt.",
    )
