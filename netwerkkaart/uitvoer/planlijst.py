"""A plan as people read it, before anything is written: counted, and change by change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from netwerkkaart.plan.grondslag import BEWAARD
from netwerkkaart.plan.wijziging import KnoopWijziging, Plan, Wijziging
from netwerkkaart.schema.register import TYPEN, relation_word
from netwerkkaart.schema.uitspraken import KnoopUitspraak, Voorstel
from netwerkkaart.uitvoer.tabel import Rooster

HOE = ("nieuw", "gewijzigd", "beëindigd", "verwijderd")
"""What may happen to a node or relation, in the order in which it is told."""

_STIL = frozenset({"bron", "bron_datum", "bron_datum_precisie", *BEWAARD.values()})


def kind_of_change(wijziging: Wijziging) -> str:
    """One of :data:`HOE`. Ended is what gets a last day and had none.

    >>> kind_of_change(KnoopWijziging("School", "s", {"tot": None}, {"tot": "2026-09-01"}))
    'beëindigd'
    """
    if wijziging.voor is None:
        return "nieuw"
    if not wijziging.na:
        return "verwijderd"
    if wijziging.na.get("tot") is not None and wijziging.voor.get("tot") is None:
        return "beëindigd"
    return "gewijzigd"


def summarize_plan(
    plan: Plan, voorstellen: Sequence[Voorstel] = (), titel: str = "Dit verandert er:"
) -> Rooster:
    """How much of each kind is new, changed, ended, removed; doubts below. O(changes)."""
    telling: Counter[tuple[str, str]] = Counter()
    for wijziging in plan.wijzigingen:
        telling[_kind(wijziging), kind_of_change(wijziging)] += 1
    namen = dict.fromkeys(naam for naam, _ in telling)
    hoe = [h for h in HOE if h in ("nieuw", "gewijzigd") or any(telling[n, h] for n in namen)]
    noten = [f"{plan.ongewijzigd} keer stond het er al."] if plan.ongewijzigd else []
    if voorstellen:
        noten.append(
            f"{len(voorstellen)} keer ontbreekt iets wat er eerder wel stond: dat blijft staan, "
            "tenzij u het beëindigt."
        )
    if plan.conflicten:
        noten.append(
            f"{len(plan.conflicten)} keer veranderde hetzelfde ook in de graaf: kies wie gelijk heeft."
        )
    return Rooster(
        titel,
        ("wat", *hoe),
        ("wat", *hoe),
        [(naam, *(telling[naam, h] for h in hoe)) for naam in namen],
        tuple(noten),
    )


def list_changes(plan: Plan, namen: Mapping[str, str], voorstellen: Sequence[Voorstel] = ()) -> Rooster:
    """Every change, field by field, with proposals and conflicts after them. O(changed fields).

    Args:
        plan: the plan.
        namen: name of each known node by id.
        voorstellen: what the source only suggests.
    """
    alle = {**namen, **names_in(plan.wijzigingen)}
    kolommen = ("hoe", "wat", "code", "naam", "veld", "was", "wordt")
    rijen = [*_changes(plan, alle), *_proposals(voorstellen, alle), *_conflicts(plan, alle)]
    return Rooster(f"{len(rijen)} wijzigingen, veld per veld", kolommen, kolommen, rijen)


def names_in(wijzigingen: Iterable[Wijziging]) -> dict[str, str]:
    """The names that changes of nodes give, or take away."""
    knopen = [w for w in wijzigingen if isinstance(w, KnoopWijziging)]
    namen = ((w.id, w.na.get("naam") or (w.voor or {}).get("naam")) for w in knopen)
    return {id_: str(naam) for id_, naam in namen if naam}


def describe(wijziging: Wijziging, namen: Mapping[str, str]) -> str:
    """What a change is about, as people call it.

    >>> describe(KnoopWijziging("Clb", "c1", None, {"naam": "CLB Genk"}), {"c1": "CLB Genk"})
    'Clb c1 (CLB Genk)'
    """
    naam = _name(wijziging, namen)
    if isinstance(wijziging, KnoopWijziging):
        return f"{wijziging.label} {wijziging.id}" + (f" ({naam})" if naam else "")
    return f"{relation_word(wijziging.type)}: {naam}"


def _changes(plan: Plan, namen: Mapping[str, str]) -> Iterator[tuple[object, ...]]:
    for wijziging in plan.wijzigingen:
        hoe, sleutel = kind_of_change(wijziging), _key(wijziging)
        kop = (hoe, _kind(wijziging), sleutel, _name(wijziging, namen))
        velden = [veld for veld in {**(wijziging.voor or {}), **wijziging.na} if veld not in _STIL]
        if hoe == "verwijderd" or not velden:
            yield (*kop, "", None, None)
            continue
        for veld in velden:
            yield (*kop, veld, (wijziging.voor or {}).get(veld), wijziging.na.get(veld))


def _proposals(voorstellen: Sequence[Voorstel], namen: Mapping[str, str]) -> Iterator[tuple[object, ...]]:
    for voorstel in voorstellen:
        u = voorstel.uitspraak
        if isinstance(u, KnoopUitspraak):
            kop = ("voorstel", u.label, u.id, namen.get(u.id, ""))
        else:
            kop = ("voorstel", relation_word(u.type), u.rid, _ends(u.van, u.naar, namen))
        yield (*kop, "tot", None, u.eigenschappen.get("tot"))


def _conflicts(plan: Plan, namen: Mapping[str, str]) -> Iterator[tuple[object, ...]]:
    for c in plan.conflicten:
        wat = c.veld or "is in de graaf verdwenen"
        soort = relation_word(c.soort) if c.soort in TYPEN else c.soort
        yield ("conflict", soort, c.sleutel, namen.get(c.sleutel, ""), wat, c.nu, c.gesteld)


def _kind(wijziging: Wijziging) -> str:
    return wijziging.label if isinstance(wijziging, KnoopWijziging) else relation_word(wijziging.type)


def _key(wijziging: Wijziging) -> str:
    return wijziging.id if isinstance(wijziging, KnoopWijziging) else wijziging.rid


def _name(wijziging: Wijziging, namen: Mapping[str, str]) -> str:
    if isinstance(wijziging, KnoopWijziging):
        return namen.get(wijziging.id, "")
    return _ends(wijziging.van, wijziging.naar, namen)


def _ends(van: str, naar: str, namen: Mapping[str, str]) -> str:
    return f"{namen.get(van, van)} → {namen.get(naar, naar)}"
