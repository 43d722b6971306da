"""Statements about what was merged land on the node into which it was merged.

Next month's list still names both; it must neither make the second again nor undo the choice that was
made. So every statement about a former id is about the node of today, and of what was merged only what
is said anew since counts: the same list read again changes nothing. Where the journal does not tell what
was said then, the rows are joined by the rule of the merge itself (:func:`schema.samen.join_velden`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from netwerkkaart.fouten import Ernst, Melding
from netwerkkaart.omzetten.context import Gekend
from netwerkkaart.omzetten.vroeger import Vroeger, stated
from netwerkkaart.schema.basis import Knoop, Relatie
from netwerkkaart.schema.register import SOORTEN, TYPEN, Waarde, relation_id
from netwerkkaart.schema.samen import join_velden
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak
from netwerkkaart.schema.vocabularia import fold

U = TypeVar("U", KnoopUitspraak, RelatieUitspraak)


def land(uitspraken: Sequence[Uitspraak], gekend: Gekend, vroeger: Vroeger | None = None) -> list[Uitspraak]:
    """The same statements, about the nodes as they are now. Nothing is changed in place. O(n).

    What a row says of a former id goes to its node. Where it is known what stood at both when they were
    merged, only what is said anew counts, of either; else a row of a former id adds to a row of the node
    itself, or counts as any row does, but for a name that the node is known by already. A relation
    between two that are one now falls away.

    Args:
        uitspraken: the statements, in the order of the source.
        gekend: what the store knows.
        vroeger: what stood there when it was merged.
    """
    if not gekend.nu:
        return [*uitspraken]
    nieuws = [u for u in map((vroeger or Vroeger()).said_anew, uitspraken) if u is not None]
    gegaan = [_move(u, gekend) for u in nieuws]
    raak = {sleutel for sleutel, rang, _ in gegaan if rang}
    groepen: dict[str, list[tuple[int, Uitspraak]]] = {}
    uit: list[Uitspraak | str] = []
    for uitspraak, (sleutel, rang, nieuw) in zip(nieuws, gegaan, strict=True):
        if sleutel not in raak:
            uit.append(uitspraak)
        elif nieuw is not None:
            if sleutel not in groepen:
                uit.append(sleutel)
            groepen.setdefault(sleutel, []).append((rang, nieuw))
    klaar: list[Uitspraak] = []
    for deel in uit:
        klaar += _join_group(groepen[deel], gekend) if isinstance(deel, str) else [deel]
    return klaar


def merged_ids(uitspraken: Iterable[Uitspraak], gekend: Gekend) -> set[str]:
    """Ids in statements of what was merged: former ones, and of nodes that others went into. O(n)."""
    blijvers = {id_ for id_, _ in gekend.nu.values()}
    uit: set[str] = set()
    for u in uitspraken:
        namen = (u.id,) if isinstance(u, KnoopUitspraak) else (u.van, u.naar)
        uit.update(id_ for id_ in namen if id_ in gekend.nu or id_ in blijvers)
    return uit


def landing_meldingen(uitspraken: Iterable[Uitspraak], gekend: Gekend) -> list[Melding]:
    """What must be told of statements that land elsewhere: how many, with an example."""
    if not gekend.nu:
        return []
    knopen = [u for u in uitspraken if isinstance(u, KnoopUitspraak) and u.id in gekend.nu]
    lussen = [u for u in uitspraken if isinstance(u, RelatieUitspraak) and _move(u, gekend)[2] is None]
    uit: list[Melding] = []
    if knopen:
        eerste = knopen[0]
        uit.append(
            Melding(
                f"{len(knopen)} keer staat er een vroegere code van iets wat samengevoegd werd; het telt "
                f"voor wat het nu is ({eerste.id} is nu {gekend.nu[eerste.id][0]}).",
                ernst=Ernst.WAARSCHUWING,
            )
        )
    if lussen:
        uit.append(
            Melding(
                f"{len(lussen)} keer loopt een relatie tussen twee die samengevoegd werden; die valt weg "
                f"(de eerste: {lussen[0].van} en {lussen[0].naar}).",
                ernst=Ernst.WAARSCHUWING,
            )
        )
    return uit


def _move(uitspraak: Uitspraak, gekend: Gekend) -> tuple[str, int, Uitspraak | None]:
    """The key of today, how late it is in rank (0: no former id), and the statement; None: it falls away."""
    if isinstance(uitspraak, KnoopUitspraak):
        id_, rang = gekend.nu.get(uitspraak.id, (uitspraak.id, 0))
        return id_, rang, replace(uitspraak, id=id_) if rang else uitspraak
    van, rang_van = gekend.nu.get(uitspraak.van, (uitspraak.van, 0))
    naar, rang_naar = gekend.nu.get(uitspraak.naar, (uitspraak.naar, 0))
    rang = max(rang_van, rang_naar)
    if not rang:
        return uitspraak.rid, 0, uitspraak
    if van == naar:
        return uitspraak.rid, rang, None
    return _turn(uitspraak, van, naar, rang)


def _turn(uitspraak: RelatieUitspraak, van: str, naar: str, rang: int) -> tuple[str, int, Uitspraak]:
    relatie = TYPEN[uitspraak.type]
    if relatie.soort.ongericht and naar < van:
        van, naar = naar, van
    # What else tells two relations apart stands at the end of the key, also when it is not stated again.
    rest = uitspraak.rid.removeprefix(relation_id(relatie, uitspraak.van, uitspraak.naar, {}))
    rid = relation_id(relatie, van, naar, {}) + rest
    return rid, rang, replace(uitspraak, rid=rid, van=van, naar=naar)


def _join_group(groep: Sequence[tuple[int, Uitspraak]], gekend: Gekend) -> list[Uitspraak]:
    """One statement for all of a node or relation; additions stay apart, as they never overwrite."""
    # Within one rank a later row goes before an earlier one, as everywhere.
    op_volgorde = sorted(enumerate(groep), key=lambda deel: (deel[1][0], -deel[0]))
    geordend = [deel for _, deel in op_volgorde]
    relaties = [u for _, u in geordend if isinstance(u, RelatieUitspraak)]
    if relaties:
        eerste = relaties[0]
        # Of a unique type the first target counts.
        return [_join(eerste, [r for r in relaties[1:] if r.naar == eerste.naar], TYPEN[eerste.type])]
    knopen = [(rang, u) for rang, u in geordend if isinstance(u, KnoopUitspraak)]
    uit: list[Uitspraak] = [u for _, u in knopen if u.aanvulling]
    stellig = [(rang, u) for rang, u in knopen if not u.aanvulling]
    if stellig:
        eerste_k = stellig[0][1]
        samen = _join(eerste_k, [u for _, u in stellig[1:]], SOORTEN[eerste_k.label])
        uit.append(samen if stellig[0][0] == 0 else _without_known_name(samen, gekend))
    return uit


def _join(eerste: U, andere: Iterable[U], model: type[Knoop] | type[Relatie]) -> U:
    for ander in andere:
        eerste = _combine(eerste, ander, model)
    return eerste


def _combine(eerste: U, ander: U, model: type[Knoop] | type[Relatie]) -> U:
    """The first statement with what the other adds; of a writer who saw the other, only what she changed."""
    if ander.gezien is None:
        velden = join_velden(model, eerste.eigenschappen, _without(ander.eigenschappen, eerste.leeg))
        return replace(eerste, eigenschappen=velden)
    gezien, al_gezien = ander.gezien, eerste.gezien
    velden, leeg = {**eerste.eigenschappen}, set(eerste.leeg)
    for naam, waarde in stated(ander).items():
        vrij = al_gezien is None or stated(eerste).get(naam) == al_gezien.get(naam)
        if waarde != gezien.get(naam) and vrij and (al_gezien is not None or naam not in stated(eerste)):
            velden.pop(naam, None)
            leeg.discard(naam)
            if waarde is None:
                leeg.add(naam)
            else:
                velden[naam] = waarde
    return replace(eerste, eigenschappen=velden, leeg=frozenset(leeg))


def _without(velden: Mapping[str, Waarde], namen: frozenset[str]) -> dict[str, Waarde]:
    return {naam: waarde for naam, waarde in velden.items() if naam not in namen}


def _without_known_name(uitspraak: KnoopUitspraak, gekend: Gekend) -> KnoopUitspraak:
    """A row of a former id does not give its name back to what goes by another name now."""
    naam = uitspraak.eigenschappen.get("naam")
    if not isinstance(naam, str) or fold(naam) not in gekend.alle_namen.get(uitspraak.id, ()):
        return uitspraak
    return replace(uitspraak, eigenschappen=_without(uitspraak.eigenschappen, frozenset({"naam"})))
