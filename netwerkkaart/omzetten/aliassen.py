"""Statements about what was merged land on the node into which it was merged.

Next month's list still names both; it must neither make the second again nor undo the choice that was
made. So every statement about a former id is about the node of today, and where a source speaks of
both, the rows are joined by the rule of the merge itself (:func:`schema.samen.join_velden`): the same
list read again changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from netwerkkaart.fouten import Ernst, Melding
from netwerkkaart.omzetten.context import Gekend
from netwerkkaart.schema.basis import Knoop, Relatie
from netwerkkaart.schema.register import SOORTEN, TYPEN, Waarde, relation_id
from netwerkkaart.schema.samen import join_velden
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak
from netwerkkaart.schema.vocabularia import fold

U = TypeVar("U", KnoopUitspraak, RelatieUitspraak)
_HERKOMST = frozenset({"bron", "bron_datum", "bron_datum_precisie"})


Velden = Mapping[str, Waarde | None]


def land(
    uitspraken: Sequence[Uitspraak],
    gekend: Gekend,
    knopen: Mapping[str, Velden] | None = None,
    relaties: Mapping[str, tuple[str, Velden]] | None = None,
) -> list[Uitspraak]:
    """The same statements, about the nodes as they are now. Nothing is changed in place. O(n).

    What a row says of a former id goes to its node. Beside a row of the node itself it only adds. Alone
    it counts for what it says anew since the merge, where that is known: the choice that was made then
    stands. A relation between two that are one now falls away.

    Args:
        uitspraken: the statements, in the order of the source.
        gekend: what the store knows.
        knopen: what stood at each former id when it was merged.
        relaties: target and properties of each relation of theirs, by its former rid.
    """
    if not gekend.nu:
        return [*uitspraken]
    raak = _touched(uitspraken, gekend)
    toen = _Toen(knopen or {}, relaties or {})
    groepen: dict[str, list[_Geland]] = {}
    uit: list[Uitspraak | str] = []
    for uitspraak in uitspraken:
        sleutel, rang, nieuw = _move(uitspraak, gekend)
        if sleutel not in raak:
            uit.append(uitspraak)
        elif nieuw is not None:
            if sleutel not in groepen:
                uit.append(sleutel)
            groepen.setdefault(sleutel, []).append((rang, uitspraak, nieuw))
    klaar: list[Uitspraak] = []
    for deel in uit:
        klaar += _join_group(toen.seen(groepen[deel]), gekend) if isinstance(deel, str) else [deel]
    return klaar


def former_ids(uitspraken: Iterable[Uitspraak], gekend: Gekend) -> set[str]:
    """The former ids that statements speak of. O(n)."""
    uit: set[str] = set()
    for u in uitspraken:
        namen = (u.id,) if isinstance(u, KnoopUitspraak) else (u.van, u.naar)
        uit.update(id_ for id_ in namen if id_ in gekend.nu)
    return uit


def landing_meldingen(uitspraken: Iterable[Uitspraak], gekend: Gekend) -> list[Melding]:
    """What must be told of statements that land elsewhere: how many, with an example."""
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
                f"{len(lussen)} relaties lopen tussen twee die samengevoegd werden; die vallen weg "
                f"(de eerste: {lussen[0].van} en {lussen[0].naar}).",
                ernst=Ernst.WAARSCHUWING,
            )
        )
    return uit


def _touched(uitspraken: Iterable[Uitspraak], gekend: Gekend) -> set[str]:
    """Keys of the nodes and relations about which at least one statement uses a former id."""
    return {sleutel for u in uitspraken for sleutel, rang, _ in [_move(u, gekend)] if rang}


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


_Geland = tuple[int, Uitspraak, Uitspraak]
"""Rank of a statement, the statement as it was made, and as it lands."""


@dataclass(frozen=True, slots=True)
class _Toen:
    """What stood at what was merged, at that moment."""

    knopen: Mapping[str, Velden]
    relaties: Mapping[str, tuple[str, Velden]]

    def seen(self, groep: Sequence[_Geland]) -> list[tuple[int, Uitspraak]]:
        """A group of which rows of former ids, when they stand alone, know what stood there."""
        eigen = any(rang == 0 and not _is_addition(nieuw) for rang, _, nieuw in groep)
        uit: list[tuple[int, Uitspraak]] = []
        for rang, gemaakt, nieuw in groep:
            if not rang or eigen or nieuw.gezien is not None:
                uit.append((rang, nieuw))
            elif isinstance(gemaakt, KnoopUitspraak):
                uit.append((rang, _with_seen(nieuw, self.knopen.get(gemaakt.id))))
            else:
                naar, velden = self.relaties.get(gemaakt.rid, ("", None))
                # A unique relation that says the same as then does not move to its target after all.
                if not (TYPEN[gemaakt.type].soort.uniek and naar == gemaakt.naar):
                    uit.append((rang, _with_seen(nieuw, velden if naar == gemaakt.naar else None)))
        return uit


def _is_addition(uitspraak: Uitspraak) -> bool:
    return isinstance(uitspraak, KnoopUitspraak) and uitspraak.aanvulling


def _with_seen(uitspraak: Uitspraak, velden: Velden | None) -> Uitspraak:
    """The statement of a writer who saw these fields; who says it is nothing that one sees."""
    if velden is None:
        return uitspraak
    gezegd = _stated(uitspraak)
    gezien = {
        naam: waarde
        for naam, gesteld in gezegd.items()
        if (waarde := gesteld if naam in _HERKOMST else velden.get(naam)) is not None
    }
    return replace(uitspraak, gezien=gezien)


def _join_group(groep: Sequence[tuple[int, Uitspraak]], gekend: Gekend) -> list[Uitspraak]:
    """One statement for all of a node or relation; additions stay apart, as they never overwrite."""
    if not groep:
        return []
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
    for naam, waarde in _stated(ander).items():
        vrij = al_gezien is None or _stated(eerste).get(naam) == al_gezien.get(naam)
        if waarde != gezien.get(naam) and vrij and (al_gezien is not None or naam not in _stated(eerste)):
            velden.pop(naam, None)
            leeg.discard(naam)
            if waarde is None:
                leeg.add(naam)
            else:
                velden[naam] = waarde
    return replace(eerste, eigenschappen=velden, leeg=frozenset(leeg))


def _stated(uitspraak: Uitspraak) -> Mapping[str, Waarde | None]:
    """Every field that a statement speaks of; None: it says that the field is empty."""
    return {**uitspraak.eigenschappen, **dict.fromkeys(uitspraak.leeg)}


def _without(velden: Mapping[str, Waarde], namen: frozenset[str]) -> dict[str, Waarde]:
    return {naam: waarde for naam, waarde in velden.items() if naam not in namen}


def _without_known_name(uitspraak: KnoopUitspraak, gekend: Gekend) -> KnoopUitspraak:
    """A row of a former id does not give its name back to what goes by another name now."""
    naam = uitspraak.eigenschappen.get("naam")
    if not isinstance(naam, str) or fold(naam) not in gekend.alle_namen.get(uitspraak.id, ()):
        return uitspraak
    return replace(uitspraak, eigenschappen=_without(uitspraak.eigenschappen, frozenset({"naam"})))
