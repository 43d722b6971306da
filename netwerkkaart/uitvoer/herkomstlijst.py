"""All that is known of one node, as people read it: its fields and who stated them, relations, history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from netwerkkaart.graph.geschiedenis import ImportKop
from netwerkkaart.graph.herkomst import Veldherkomst
from netwerkkaart.plan.wijziging import BekendeRelatie, Plan, RelatieWijziging, Wijziging
from netwerkkaart.uitvoer.importlijst import moment
from netwerkkaart.uitvoer.planlijst import list_changes
from netwerkkaart.uitvoer.tabel import Rooster, as_text

_STIL = frozenset({"bron", "bron_datum", "rid", "imp"})
"""Fields that stand in columns of their own."""


def list_fields(titel: str, herkomst: Iterable[Veldherkomst]) -> Rooster:
    """Each field with its value, and who stated it when."""
    alle = {van.veld: van for van in herkomst}
    rijen = [
        (van.veld, as_text(_with_precision(van, alle)), van.bron, as_text(van.datum), _number(van.imp))
        for van in alle.values()
        if van.veld not in _STIL and not van.veld.endswith("_precisie")
    ]
    koppen = ("veld", "waarde", "bron", "datum", "import")
    return Rooster(titel, koppen, koppen, rijen)


def _with_precision(van: Veldherkomst, alle: Mapping[str, Veldherkomst]) -> object:
    """A date as far as it is known: 2024 when only the year is."""
    precisie = alle.get(f"{van.veld}_precisie")
    lengte = {"jaar": 4, "maand": 7}.get(str(precisie.waarde), 10) if precisie else None
    return as_text(van.waarde)[:lengte] if lengte else van.waarde


def _number(kop: ImportKop | None) -> str:
    return str(kop.versie) if kop else ""


def list_relations(
    id_: str,
    relaties: Iterable[tuple[str, BekendeRelatie]],
    namen: Mapping[str, str],
    imports: Mapping[str, int],
) -> Rooster:
    """The relations of a node: type, other end, what is said of it, who says it.

    Args:
        id_: the node.
        relaties: rid and relation.
        namen: name of each node by id.
        imports: number of the import that last stated each relation, by rid.
    """
    rijen = []
    for rid, r in sorted(relaties, key=lambda paar: paar[0]):
        ander = r.naar if r.van == id_ else r.van
        e = r.eigenschappen
        velden = "; ".join(
            f"{n}: {as_text(w)}"
            for n, w in sorted(e.items())
            if n not in _STIL and not n.endswith("_precisie")
        )
        pijl = "→" if r.van == id_ else "←"
        wie = f"{namen.get(ander, ander)} ({ander})"
        imp = imports.get(rid, "")
        rijen.append(
            (f"{pijl} {r.type}", wie, velden, as_text(e.get("bron")), as_text(e.get("bron_datum")), str(imp))
        )
    koppen = ("relatie", "met", "gegevens", "bron", "datum", "import")
    return Rooster(f"{len(rijen)} relatie{'' if len(rijen) == 1 else 's'}", koppen, koppen, rijen)


def list_history(geschiedenis: Sequence[tuple[ImportKop, Wijziging]], namen: Mapping[str, str]) -> Rooster:
    """All that ever happened to a node and its relations, the first first."""
    rijen: list[tuple[object, ...]] = []
    for kop, wijziging in geschiedenis:
        is_relatie = isinstance(wijziging, RelatieWijziging)
        plan = Plan(relaties=(wijziging,)) if isinstance(wijziging, RelatieWijziging) else Plan((wijziging,))
        wat = kop.soort_import + (" (teruggedraaid)" if kop.teruggedraaid_door else "")
        for hoe, soort, _, naam, veld, was, wordt in list_changes(plan, namen).rijen:
            ding = f"{soort} {naam}" if is_relatie else ""
            rijen.append((str(kop.versie), moment(kop), wat, hoe, ding, veld, as_text(was), as_text(wordt)))
    koppen = ("import", "wanneer", "door", "hoe", "relatie", "veld", "was", "wordt")
    return Rooster(f"Geschiedenis: {len(geschiedenis)} wijzigingen", koppen, koppen, rijen)


def join(velden: Rooster, relaties: Rooster, geschiedenis: Rooster) -> Rooster:
    """All three as one table, for a file."""
    rijen: list[tuple[object, ...]] = []
    for veld, waarde, bron, datum, imp in velden.rijen:
        rijen.append(("gegeven", veld, "", "", waarde, bron, datum, imp))
    for relatie, met, gegevens, bron, datum, imp in relaties.rijen:
        rijen.append(("relatie", relatie, met, "", gegevens, bron, datum, imp))
    for imp, wanneer, door, hoe, relatie, veld, was, wordt in geschiedenis.rijen:
        rijen.append(("geschiedenis", f"{hoe} {veld}".strip(), relatie, was, wordt, door, wanneer, imp))
    koppen = ("deel", "wat", "met", "was", "waarde", "bron", "datum", "import")
    return Rooster(velden.titel, koppen, koppen, rijen)


def ends(wijziging: Wijziging) -> tuple[str, ...]:
    """The nodes that a change is about: itself, or both ends of a relation."""
    if isinstance(wijziging, RelatieWijziging):
        return wijziging.van, wijziging.naar
    return (wijziging.id,)
