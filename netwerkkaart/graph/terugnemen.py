"""Taking an import back, on a store: read what is needed, and make the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from netwerkkaart.fouten import GebruikersFout, NietGevonden
from netwerkkaart.graph.bulk import paused_collector
from netwerkkaart.graph.geschiedenis import Filter, ImportKop, find_import, read_koppen, read_wijzigingen
from netwerkkaart.graph.lezen import read_bekend, version_by
from netwerkkaart.graph.opslagfouten import changed_meanwhile
from netwerkkaart.graph.store import Reader, Store, snapshot
from netwerkkaart.graph.terugdraaien import (
    Beletsel,
    Zacht,
    find_bouwsel,
    key_of,
    soft_fields,
)
from netwerkkaart.graph.terugplan import make_terugplan
from netwerkkaart.plan.grondslag import only_follows
from netwerkkaart.plan.wijziging import KnoopWijziging, Plan, Wijziging


@dataclass(frozen=True, slots=True)
class Terugdraaiing:
    """One import on its way back, not carried out yet.

    Args:
        doel: the import.
        imports: all that goes: the import, and what builds on it when that was allowed; the oldest first.
        beletselen: the changes by which later imports build on it.
        plan: what would change; empty when something stands in the way.
        toegestaan: true when nothing stands in the way, or the later imports may go along.
    """

    doel: ImportKop
    imports: tuple[ImportKop, ...]
    beletselen: tuple[Beletsel, ...]
    plan: Plan
    toegestaan: bool


def choose_import(koppen: list[ImportKop], tekst: str) -> ImportKop:
    """The one import that a user means by its number, its id, or the beginning of its id.

    Raises:
        NietGevonden: there is none, or there are several.
    """
    gevonden = find_import(koppen, tekst)
    if len(gevonden) == 1:
        return gevonden[0]
    if not gevonden:
        raise NietGevonden(
            f'Er is geen import "{tekst}".', hulp="Zie netwerkkaart import lijst voor de nummers."
        )
    raise NietGevonden(
        f'"{tekst}" kan {len(gevonden)} imports zijn: {", ".join(str(kop.versie) for kop in gevonden[:10])}.',
        hulp="Geef het nummer uit netwerkkaart import lijst.",
    )


def prepare_undo(store: Store, tekst: str, *, ook_latere: bool = False) -> Terugdraaiing:
    """Work out how to take an import back. Writes nothing.

    O(changes of the import, of all later ones, and nodes); the whole history is read only when an import
    that stays touched the same things.

    Args:
        store: an open store.
        tekst: number, id, or beginning of the id of the import.
        ook_latere: whether later imports that build on it may be taken back along with it.

    Raises:
        NietGevonden: there is no such import.
        GebruikersFout: it was taken back already.
        OpslagFout: somebody wrote meanwhile.
    """
    with paused_collector():
        with snapshot(store) as read:
            versie, koppen = version_by(read), read_koppen(read)
            doel = choose_import(koppen, tekst)
            _check_in_effect(doel, koppen)
            bouwsel = find_bouwsel(koppen, doel, lambda id_, wanneer: _stated(read, id_, wanneer))
            toegestaan = ook_latere or not bouwsel.beletselen
            if not toegestaan:
                return Terugdraaiing(doel, bouwsel.imports, bouwsel.beletselen, Plan(versie=versie), False)
            weg = [w for kop in reversed(bouwsel.imports) for w in reversed([*_stated(read, kop.id)])]
            zacht = soft_fields(
                koppen, bouwsel, weg, lambda id_, wanneer: read_wijzigingen(read, id_, wanneer)
            )
        plan, buitenom = _plan(store, weg, zacht, versie)
        toegestaan = ook_latere or not buitenom
        beletselen = (*bouwsel.beletselen, *buitenom)
        return Terugdraaiing(doel, bouwsel.imports, beletselen, plan, toegestaan)


def read_beletselen(store: Store, doel: ImportKop) -> tuple[Beletsel, ...]:
    """What later imports did to what an import in effect brought; see :func:`find_bouwsel`."""
    with paused_collector(), snapshot(store) as read:
        return find_bouwsel(
            read_koppen(read), doel, lambda id_, wanneer: _stated(read, id_, wanneer)
        ).beletselen


def _stated(read: Reader, imp: str, wanneer: Filter | None = None) -> Iterator[Wijziging]:
    """The changes of an import, but for ties that only followed from answers: nobody builds on these."""
    return (w for w in read_wijzigingen(read, imp, wanneer) if not only_follows(w))


def _check_in_effect(doel: ImportKop, koppen: list[ImportKop]) -> None:
    if doel.geldt:
        return
    door = next((str(kop.versie) for kop in koppen if kop.id == doel.teruggedraaid_door), "?")
    raise GebruikersFout(
        f"Import {doel.versie} is al teruggedraaid, door import {door}.",
        hulp=f"Met netwerkkaart import terugdraaien {door} komt ze terug.",
    )


def _plan(
    store: Store, weg: Iterable[Wijziging], zacht: Mapping[str, Zacht], versie: int
) -> tuple[Plan, tuple[Beletsel, ...]]:
    alle = [*weg]
    ids = {w.id for w in alle if isinstance(w, KnoopWijziging)}
    rids = {key_of(w) for w in alle if not isinstance(w, KnoopWijziging)}
    bekend = read_bekend(store, ids, rids)
    if bekend.versie != versie:
        raise changed_meanwhile()
    gemaakt = make_terugplan(alle, bekend, zacht)
    return gemaakt.plan, tuple(Beletsel(None, "veranderde", w) for w in gemaakt.afwijkingen)
