"""A graph as two dictionaries, through the same pure steps as a store; and answers by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from netwerkkaart.plan.antwoordstand import ANTWOORD, ANTWOORDRELATIES, Antwoordstand, apply_change
from netwerkkaart.plan.grondslag import BRON
from netwerkkaart.plan.herleiden import complete_plan, without_answers_only
from netwerkkaart.plan.maak import make_plan
from netwerkkaart.plan.wijziging import (
    Bekend,
    BekendeKnoop,
    BekendeRelatie,
    KnoopWijziging,
    Plan,
    RelatieWijziging,
)
from netwerkkaart.schema.register import TYPEN, Waarde, relation_id
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak

ORGS = {"s": "School", "t": "School", "c": "Clb", "j": "Jeugdhulpaanbieder", "n": "NaftAanbieder"}
RONDE = "bevraging:1"


def organisations() -> list[Uitspraak]:
    return [
        *(KnoopUitspraak(label, id_, {"naam": id_.upper()}) for id_, label in ORGS.items()),
        KnoopUitspraak("Bevraging", RONDE, {"naam": "Ronde 1"}),
        KnoopUitspraak("Bevraging", "bevraging:2", {"naam": "Ronde 2"}),
    ]


def band(type_: str, van: str, naar: str, **velden: Waarde) -> RelatieUitspraak:
    model = TYPEN[type_]
    if model.soort.ongericht and naar < van:
        van, naar = naar, van
    velden.setdefault("bron", "lijst")
    return RelatieUitspraak(type_, relation_id(model, van, naar, velden), van, naar, velden)


@dataclass(frozen=True)
class Zegt:
    """One line of an answer: ``Zegt("j", True)``: we work together with j."""

    doel: str
    ja: bool | None
    relatie: str = "WERKT_SAMEN_MET"
    richting: str = ""
    stap: str = ""
    sterkte: int | None = None


def answer(
    door: str,
    zegt: Sequence[Zegt] = (),
    *,
    namens: str = "",
    dag: int = 1,
    bevraging: str = RONDE,
    nr: int = 1,
    kloppen: bool | None = None,
) -> list[Uitspraak]:
    """The statements of one answer, as its importer makes them."""
    namens = namens or door
    id_ = f"antwoord:{bevraging[-1]}:{door}:{namens}:{nr}"
    datum = date(2026, 11, dag)
    eigen: dict[str, Waarde] = {"datum": datum, "tijdstip": f"2026-11-{dag:02}T10:00:{nr:02}Z"}
    if kloppen is not None:
        eigen["gegevens_kloppen"] = kloppen
    uit: list[Uitspraak] = [KnoopUitspraak(ANTWOORD, id_, eigen)]
    for type_, naar in (("ANTWOORD_OP", bevraging), ("GEGEVEN_DOOR", door), ("NAMENS", namens)):
        uit.append(RelatieUitspraak(type_, relation_id(TYPEN[type_], id_, naar, {}), id_, naar))
    for z in zegt:
        velden: dict[str, Any] = {
            "relatie": z.relatie,
            "richting": z.richting or None,
            "stap": z.stap or None,
            "ja": z.ja,
            "sterkte": z.sterkte,
            "datum": datum,
        }
        velden = {naam: waarde for naam, waarde in velden.items() if waarde is not None}
        uit.append(
            RelatieUitspraak("NOEMT", relation_id(TYPEN["NOEMT"], id_, z.doel, velden), id_, z.doel, velden)
        )
    return uit


@dataclass
class Wereld:
    """Nodes and relations, changed by plans alone."""

    knopen: dict[str, BekendeKnoop] = field(default_factory=dict)
    relaties: dict[str, BekendeRelatie] = field(default_factory=dict)

    @property
    def bekend(self) -> Bekend:
        labels = {id_: k.label for id_, k in self.knopen.items()}
        return Bekend(dict(self.knopen), dict(self.relaties), labels)

    @property
    def answers(self) -> Antwoordstand:
        return Antwoordstand(
            {id_: k.eigenschappen for id_, k in self.knopen.items() if k.label == ANTWOORD},
            {rid: r for rid, r in self.relaties.items() if r.type in ANTWOORDRELATIES},
        )

    def state(self, uitspraken: Iterable[Uitspraak]) -> Plan:
        """Read statements in, and give the plan by which it was done."""
        uitspraken = list(uitspraken)
        anders = [
            u.rid
            for u in uitspraken
            if isinstance(u, RelatieUitspraak) and u.eigenschappen.get("bron") != BRON
        ]
        plan = make_plan(uitspraken, without_answers_only(self.bekend, anders))
        return self.carry_out(plan)

    def carry_out(self, plan: Plan) -> Plan:
        plan = complete_plan(plan, self.answers, self.bekend)
        for w in plan.knopen:
            self._put(self.knopen, w.id, w, lambda p, w=w: BekendeKnoop(w.label, p))
        for r in plan.relaties:
            self._put(self.relaties, r.rid, r, lambda p, r=r: BekendeRelatie(r.type, r.van, r.naar, p))
        return plan

    @staticmethod
    def _put(stand: dict[str, Any], sleutel: str, w: KnoopWijziging | RelatieWijziging, make: Any) -> None:
        oud = stand.get(sleutel)
        if w.voor is None:
            assert oud is None, f"{sleutel} bestaat al"
        else:
            assert oud is not None, f"{sleutel} bestaat niet"
            for naam, waarde in w.voor.items():
                assert oud.eigenschappen.get(naam) == waarde, (sleutel, naam)
        velden = apply_change(w, oud.eigenschappen if oud else None)
        if velden is None:
            del stand[sleutel]
        else:
            stand[sleutel] = make(velden)

    def bands(self) -> dict[str, dict[str, Waarde]]:
        """Every tie with its properties."""
        return {
            rid: dict(r.eigenschappen) for rid, r in sorted(self.relaties.items()) if TYPEN[r.type].soort.band
        }


def world(*lijsten: Iterable[Uitspraak]) -> Wereld:
    """A world in which these lists were read, in this order."""
    wereld = Wereld()
    wereld.state(organisations())
    for uitspraken in lijsten:
        wereld.state(uitspraken)
    return wereld
