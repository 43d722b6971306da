"""Taking an import back, on a store: read what is needed, and make the plan."""

from __future__ import annotations

from dataclasses import dataclass

from netwerkkaart.fouten import GebruikersFout, NietGevonden, NietToegelaten
from netwerkkaart.graph.bulk import paused_collector
from netwerkkaart.graph.geschiedenis import ImportKop, find_import, read_koppen, read_wijzigingen
from netwerkkaart.graph.grond import lays_ground
from netwerkkaart.graph.lezen import version_by
from netwerkkaart.graph.store import Store, snapshot
from netwerkkaart.graph.terugdraaien import Beletsel, find_bouwsel, soft_fields
from netwerkkaart.graph.teruglezen import Gezegd, own_memory, read_now, read_untouched, settle
from netwerkkaart.graph.terugplan import make_terugplan
from netwerkkaart.plan.wijziging import Plan

ONHERROEPELIJK = frozenset({"wissen"})
"""Kinds of import that cannot be taken back: what is left of them keeps what was erased away."""


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
            said = Gezegd(read, {kop.id: kop.nieuw + kop.gewijzigd for kop in koppen})
            bouwsel = find_bouwsel(koppen, doel, said.stated)
            if bouwsel.beletselen and not ook_latere:
                return Terugdraaiing(doel, bouwsel.imports, bouwsel.beletselen, Plan(versie=versie), False)
            alle = [w for kop in reversed(bouwsel.imports) for w in reversed(said.whole(kop.id))]
            weg = [w for w in alle if not lays_ground(w)]
            gaaf = read_untouched(read, weg, said, bouwsel)
            bekend = read_now(read, weg, gaaf)
            zacht = soft_fields(
                koppen, bouwsel, weg, lambda id_, wanneer: read_wijzigingen(read, id_, wanneer)
            )
        gemaakt = make_terugplan(own_memory(weg, bekend, bouwsel), bekend, zacht, gaaf.gemaakt)
        plan = settle(store, gemaakt.plan, koppen, bouwsel, alle)
        buitenom = tuple(Beletsel(None, "veranderde", w) for w in gemaakt.afwijkingen)
        beletselen = (*bouwsel.beletselen, *buitenom)
        return Terugdraaiing(doel, bouwsel.imports, beletselen, plan, ook_latere or not buitenom)


def read_beletselen(store: Store, doel: ImportKop) -> tuple[Beletsel, ...]:
    """What later imports did to what an import in effect brought; see :func:`find_bouwsel`."""
    with paused_collector(), snapshot(store) as read:
        return find_bouwsel(read_koppen(read), doel, Gezegd(read).stated).beletselen


def _check_in_effect(doel: ImportKop, koppen: list[ImportKop]) -> None:
    if doel.soort_import in ONHERROEPELIJK:
        raise NietToegelaten(
            f"Import {doel.versie} ({doel.soort_import}) kan niet teruggedraaid worden.",
            hulp="Wat gewist is, komt niet terug. Voer het zo nodig opnieuw in.",
        )
    if doel.geldt:
        return
    door = next((str(kop.versie) for kop in koppen if kop.id == doel.teruggedraaid_door), "?")
    raise GebruikersFout(
        f"Import {doel.versie} is al teruggedraaid, door import {door}.",
        hulp=f"Met netwerkkaart import terugdraaien {door} komt ze terug.",
    )
