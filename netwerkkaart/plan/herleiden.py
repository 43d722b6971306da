"""Complete a plan with what follows from answers to question rounds: pure.

Answers stand in the graph as statements. ``bevestiging``, ``bevestigd_op`` and ``sterkte`` of a tie, the
ties that only answers state, and ``bevestigd_op`` of an organisation follow from them. Every plan that
touches either side passes here, so that the outcome depends on what is stated and not on the order in
which it came, and taking an answer back needs no rule of its own.

What a list says beside the answers is kept in ``…_lijst`` for as long as answers bear on the same tie.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from netwerkkaart.plan.antwoordstand import (
    ANTWOORD,
    ANTWOORDRELATIES,
    Antwoordstand,
    Eigenschappen,
    Paar,
    apply_change,
    differing,
    make_pair,
)
from netwerkkaart.plan.bevestiging import Bandsleutel, Grondslag, Vermelding, derive_bands
from netwerkkaart.plan.grondslag import (
    AFGELEIDE_VELDEN,
    BEWAARD,
    DAG,
    answers_alone,
    answers_only,
    as_ground,
    difference,
    said,
    said_of_band,
    with_lists,
)
from netwerkkaart.plan.wijziging import (
    Bekend,
    BekendeRelatie,
    KnoopWijziging,
    Plan,
    RelatieWijziging,
    Velden,
)
from netwerkkaart.schema.basis import ORGANISATIE
from netwerkkaart.schema.register import (
    BANDEN,
    TYPEN,
    is_organisatie,
    may_connect,
    relation_id,
    stored_keys,
)
from netwerkkaart.schema.vocabularia import STAP


def touches_answers(plan: Plan) -> bool:
    """Whether a plan adds, changes or removes answers."""
    return any(w.label == ANTWOORD for w in plan.knopen) or any(
        r.type in ANTWOORDRELATIES for r in plan.relaties
    )


def touches_derived(plan: Plan) -> bool:
    """Whether a plan says something in which answers may have a say."""
    return any(r.type in BANDEN for r in plan.relaties) or any(
        not AFGELEIDE_VELDEN.isdisjoint(w.na) for w in plan.knopen
    )


def affected(plan: Plan, voor: Antwoordstand, na: Antwoordstand) -> tuple[set[Paar], set[str]]:
    """The pairs and the organisations whose derived properties a plan may change. O(answers + changes).

    Args:
        plan: the plan.
        voor: all answers before it.
        na: all answers after it.
    """
    oud, nieuw = voor.mentions, na.mentions
    gezegd = oud.keys() | nieuw.keys()
    banden = [r for r in plan.relaties if r.type in BANDEN]
    paren = differing(oud, nieuw)
    if gezegd:
        paren |= gezegd & {make_pair(r.van, r.naar) for r in banden}
    # A list that is taken back leaves a tie of answers, of which none may be left.
    paren |= {make_pair(r.van, r.naar) for r in banden if answers_only(r.na)}
    dag_oud, dag_nieuw = voor.confirmed_on, na.confirmed_on
    dagen = dag_oud.keys() | dag_nieuw.keys()
    orgs = {id_ for id_ in dagen if dag_oud.get(id_) != dag_nieuw.get(id_)}
    orgs |= dagen & {w.id for w in plan.knopen if not AFGELEIDE_VELDEN.isdisjoint(w.na)}
    return paren, orgs


def possible_rids(paar: Paar) -> list[str]:
    """The keys of every tie that may run between two organisations."""
    uit: list[str] = []
    for type_ in BANDEN:
        stappen = ("", *STAP.codes) if "stap" in TYPEN[type_].soort.sleutel else ("",)
        einden = (paar,) if TYPEN[type_].soort.ongericht else (paar, paar[::-1])
        uit += [_rid((type_, *einde, stap)) for einde in einden for stap in stappen]
    return uit


def without_answers_only(bekend: Bekend, rids: Iterable[str]) -> Bekend:
    """What is known, less the ties among ``rids`` that only answers state.

    A list that names such a tie says something new, even when it says nothing else of it.
    """
    bij_naam = ((rid, bekend.relaties.get(rid)) for rid in rids)
    weg = {rid for rid, r in bij_naam if r is not None and answers_only(r.eigenschappen)}
    if not weg:
        return bekend
    return replace(bekend, relaties={rid: r for rid, r in bekend.relaties.items() if rid not in weg})


def changes_of_known(plan: Plan, bekend: Bekend) -> Plan:
    """A plan in which no tie is new that stands in the store: what :func:`without_answers_only` hid.

    Only needed for a tie of answers of which no answer is left, as in an archive without them.
    """
    relaties: list[RelatieWijziging] = []
    for r in plan.relaties:
        nu = bekend.relaties.get(r.rid) if r.voor is None and r.type in BANDEN else None
        if nu is None:
            relaties.append(r)
            continue
        voor, na = difference(nu.eigenschappen, r.na)
        if na:
            relaties.append(replace(r, voor=voor, na=na))
    return replace(plan, relaties=tuple(relaties))


def complete_plan(
    plan: Plan,
    voor: Antwoordstand,
    bekend: Bekend,
    gronden: Mapping[str, Velden] | None = None,
    na: Antwoordstand | None = None,
) -> Plan:
    """A plan with what follows from the answers, in place of what it says of that itself.

    Args:
        plan: any plan: of an answer, of a list, of something that is taken back.
        voor: all answers in the store.
        bekend: the ties of :func:`affected` pairs (by :func:`possible_rids`), the affected
            organisations, and the labels of all nodes.
        gronden: by key what lists say, where that does not follow from the plan; see
            :func:`fold_grounds`.
        na: the answers once it is carried out, when they were worked out already.

    O(changes + answers + affected ties).
    """
    na = na or voor.after(plan)
    paren, orgs = affected(plan, voor, na)
    if not paren and not orgs:
        return plan
    erbij = na.antwoorden.keys() >= voor.antwoorden.keys()
    stand = _Stand(plan, bekend, gronden or {}, erbij=erbij)
    oud, nieuw = voor.mentions, na.mentions
    for paar in sorted(paren):
        stand.complete_pair(paar, oud.get(paar, frozenset()), nieuw.get(paar, frozenset()))
    dag_oud, dag_nieuw = voor.confirmed_on, na.confirmed_on
    for id_ in sorted(orgs):
        stand.complete_organisation(id_, dag_oud.get(id_), dag_nieuw.get(id_))
    return replace(plan, knopen=tuple(stand.knopen.values()), relaties=tuple(stand.relaties.values()))


class _Stand:
    """The changes of a plan while they are completed.

    Args:
        plan: the plan.
        bekend: what the store knows.
        gronden: what lists say, where it is known from elsewhere.
        erbij: the plan takes no answer away; what it says of ``…_lijst`` then comes from another graph.
    """

    def __init__(self, plan: Plan, bekend: Bekend, gronden: Mapping[str, Velden], *, erbij: bool) -> None:
        self.knopen = {w.id: w for w in plan.knopen}
        self.relaties: dict[object, RelatieWijziging] = {}
        self._bekend, self._gronden, self._erbij = bekend, gronden, erbij
        self._banden: dict[Paar, set[Bandsleutel]] = {}
        for r in plan.relaties:
            # A unique relation that moves is two changes with one key; a tie is never unique.
            self.relaties[r.rid if r.type in BANDEN else (r.rid, r.naar, r.voor is None)] = r
            self._note(r)
        for relatie in bekend.relaties.values():
            self._note(relatie)

    def _note(self, relatie: BekendeRelatie | RelatieWijziging) -> None:
        if relatie.type in BANDEN:
            velden = relatie.na if isinstance(relatie, RelatieWijziging) else relatie.eigenschappen
            oud = (relatie.voor or {}) if isinstance(relatie, RelatieWijziging) else {}
            stap = str(velden.get("stap") or oud.get("stap") or "")
            sleutel = (relatie.type, relatie.van, relatie.naar, stap)
            if not isinstance(relatie, RelatieWijziging) or _rid(sleutel) == relatie.rid:
                self._banden.setdefault(make_pair(relatie.van, relatie.naar), set()).add(sleutel)

    def complete_pair(self, paar: Paar, oud: frozenset[Vermelding], nieuw: frozenset[Vermelding]) -> None:
        """Put the ties between two organisations as they follow from what is said of them."""
        labels = {id_: self._label(id_) for id_ in paar}
        if not all(labels.values()):
            return
        sleutels = self._banden.get(paar, set())
        eerder = derive_bands(sorted(oud, key=_rank), dict.fromkeys(sleutels, Grondslag()))
        lijsten: dict[Bandsleutel, tuple[Eigenschappen, Grondslag]] = {}
        for sleutel in sleutels:
            nu, eigen = self._now(sleutel), self._own(sleutel, opnieuw=oud != nieuw)
            velden = _fields_then(nu, eigen)
            if velden is not None and not answers_only(velden):
                gezegd = self._gronden.get(_rid(sleutel))
                if gezegd is None:
                    gezegd = said_of_band(velden, nu, eigen, gesproken=eerder[sleutel].gesproken)
                lijsten[sleutel] = velden, as_ground(gezegd)
        banden = derive_bands(sorted(nieuw, key=_rank), {s: grond for s, (_, grond) in lijsten.items()})
        for sleutel in sorted(sleutels | banden.keys()):
            type_, van, naar, _ = sleutel
            band = banden.get(sleutel)
            mag = may_connect(TYPEN[type_], str(labels[van]), str(labels[naar]))
            if band is None or not mag:
                self._put(sleutel, None)
            elif sleutel in lijsten:
                self._put(sleutel, with_lists(*lijsten[sleutel], band))
            else:
                self._put(sleutel, answers_alone(band, sleutel))

    def complete_organisation(self, id_: str, oud: date | None, nieuw: date | None) -> None:
        """Put the day on which an organisation confirmed its own data: the newest that is said."""
        knoop, eigen, label = self._bekend.knopen.get(id_), self.knopen.get(id_), self._label(id_)
        if label is None or (knoop is None and eigen is None):
            return
        nu: Eigenschappen = {} if knoop is None else knoop.eigenschappen
        if eigen is not None and oud != nieuw:
            na = self._allowed(eigen.na)
            eigen = replace(eigen, na=na) if na or eigen.voor is None else None
        velden = {**nu} if eigen is None else (apply_change(eigen, nu) or {})
        grond = self._gronden.get(id_)
        if grond is None:
            grond = said(velden, nu, eigen, DAG, gesproken=oud is not None)
        grond = {naam: grond.get(naam) for naam in DAG}
        uit: Velden = {naam: w for naam, w in velden.items() if naam not in AFGELEIDE_VELDEN}
        lijst, dagen = grond["bevestigd_op"], [nieuw] if nieuw else []
        if isinstance(lijst, date) and (nieuw is None or lijst > nieuw):
            uit |= grond
        else:
            uit["bevestigd_op"] = max(dagen, default=None)
        if nieuw is not None:
            uit |= {BEWAARD[naam]: waarde for naam, waarde in grond.items()}
        voor, anders = difference(nu, uit)
        if knoop is None:
            self.knopen[id_] = KnoopWijziging(label, id_, None, anders)
        elif anders:
            self.knopen[id_] = KnoopWijziging(label, id_, voor, anders)
        else:
            self.knopen.pop(id_, None)

    def _now(self, sleutel: Bandsleutel) -> BekendeRelatie | None:
        return self._bekend.relaties.get(_rid(sleutel))

    def _label(self, id_: str) -> str | None:
        """Kind of an organisation once the plan is carried out; None when it is not there."""
        wijziging = self.knopen.get(id_)
        if wijziging is not None:
            return None if wijziging.voor is not None and not wijziging.na else wijziging.label
        label = self._bekend.labels.get(id_)
        return label if label is not None and is_organisatie(label) else None

    def _own(self, sleutel: Bandsleutel, *, opnieuw: bool) -> RelatieWijziging | None:
        """What the plan itself says of a tie, less what follows from answers that it brings or takes."""
        eigen, nu = self.relaties.get(_rid(sleutel)), self._now(sleutel)
        if eigen is None or not opnieuw:
            return eigen
        if nu is not None and answers_only(nu.eigenschappen) and "bron" not in eigen.na:
            return None
        if eigen.voor is not None and not eigen.na:
            return eigen
        na = self._allowed(eigen.na)
        return replace(eigen, na=na) if na or eigen.voor is None else None

    def _allowed(self, na: Velden) -> Velden:
        mag = BEWAARD.values() if self._erbij else ()
        return {naam: w for naam, w in na.items() if naam not in AFGELEIDE_VELDEN or naam in mag}

    def _put(self, sleutel: Bandsleutel, doel: Velden | None) -> None:
        rid, nu = _rid(sleutel), self._now(sleutel)
        type_, van, naar, _ = sleutel
        voor: Velden | None
        na: Velden
        if doel is None:
            voor, na = ({**nu.eigenschappen} if nu else None), {}
        else:
            voor, na = difference(nu.eigenschappen if nu else {}, doel)
            if nu is None or "bron" in na:
                # A list begins to state the tie: what it does not say of it is told, for the way back.
                mag = stored_keys(TYPEN[type_])
                na |= {naam: None for naam, waarde in doel.items() if waarde is None and naam in mag}
            voor = None if nu is None else {naam: nu.eigenschappen.get(naam) for naam in na}
        if (doel is None and nu is None) or (doel is not None and not na):
            self.relaties.pop(rid, None)
        else:
            self.relaties[rid] = RelatieWijziging(type_, rid, van, naar, ORGANISATIE, ORGANISATIE, voor, na)


def _fields_then(nu: BekendeRelatie | None, eigen: RelatieWijziging | None) -> Eigenschappen | None:
    """Properties of a tie once the plan's own change of it is carried out; None: it is not there."""
    if eigen is None:
        return None if nu is None else nu.eigenschappen
    return apply_change(eigen, nu.eigenschappen if nu is not None and eigen.voor is not None else None)


def _rank(vermelding: Vermelding) -> tuple[object, ...]:
    return (*vermelding.sleutel, *vermelding.kop.volgorde)


def _rid(sleutel: Bandsleutel) -> str:
    type_, van, naar, stap = sleutel
    return relation_id(TYPEN[type_], van, naar, {"stap": stap})
