"""Merging and rejecting in a store: find the two, work it out, and write it as an import of its own."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from netwerkkaart.dubbels.samenvoegen import Samenvoeging, make_merge
from netwerkkaart.fouten import GebruikersFout, NietGevonden
from netwerkkaart.graph.herleiden import complete_from_answers
from netwerkkaart.graph.lezen import read_around, read_bekend
from netwerkkaart.graph.samengevoegd import VOEGSAMEN
from netwerkkaart.graph.store import Store
from netwerkkaart.graph.uitvoeren import ImportGegevens, ImportVerslag, carry_out
from netwerkkaart.invoeren import read_gekend
from netwerkkaart.omzetten.context import Gekend
from netwerkkaart.plan.maak import make_plan
from netwerkkaart.plan.wijziging import Plan
from netwerkkaart.schema.register import TYPEN, Waarde, allows, relation_id
from netwerkkaart.schema.uitspraken import RelatieUitspraak
from netwerkkaart.schema.vocabularia import fold

NIETZELFDE = "nietzelfde"
"""Kind of import under which a rejection is remembered."""


def find_knoop(gekend: Gekend, tekst: str) -> str:
    """Id of the node that a code, a former code or an unambiguous name means.

    Raises:
        NietGevonden: none, or several by that name.
    """
    if tekst in gekend.labels:
        return gekend.nu.get(tekst, (tekst, 0))[0]
    ids = sorted({gekend.nu.get(id_, (id_, 0))[0] for id_ in gekend.per_naam.get(fold(tekst), ())})
    if len(ids) == 1:
        return ids[0]
    if ids:
        keuze = ", ".join(f"{id_} ({gekend.labels[id_]})" for id_ in ids[:5])
        raise NietGevonden(f'"{tekst}" past bij {len(ids)} codes.', hulp=f"Geef de code: {keuze}.")
    ander = gekend.per_kleine_letters.get(tekst.casefold())
    hulp = f"Bedoelt u {ander}?" if ander else "De codes staan in netwerkkaart dubbels lijst."
    raise NietGevonden(f'"{tekst}" is geen code en geen naam in de graaf.', hulp=hulp)


def _find_two(store: Store, een: str, ander: str) -> tuple[str, str, Gekend]:
    gekend = read_gekend(store)
    a, b = find_knoop(gekend, een), find_knoop(gekend, ander)
    if a == b and een != ander:
        raise GebruikersFout(
            f'"{een}" en "{ander}" zijn al dezelfde: {a}.', hulp="Ze werden eerder samengevoegd."
        )
    return a, b, gekend


def prepare_merge(
    store: Store, a: str, b: str, *, van_a: Collection[str] = (), van_b: Collection[str] = ()
) -> Samenvoeging:
    """Work out how ``b`` goes into ``a``; both by code or unambiguous name. Writes nothing.

    Raises:
        NietGevonden: one of the two is not there.
        GebruikersFout: they cannot be merged; see :func:`~netwerkkaart.dubbels.samenvoegen.make_merge`.
    """
    id_a, id_b, _ = _find_two(store, a, b)
    gemaakt = make_merge(read_around(store, [id_a, id_b]), id_a, id_b, van_a=van_a, van_b=van_b)
    return replace(gemaakt, plan=complete_from_answers(gemaakt.plan, store))


def carry_out_merge(store: Store, samenvoeging: Samenvoeging, nu: datetime) -> ImportVerslag:
    """Carry out a merge, in one transaction; it can be undone as any import.

    Raises:
        OpslagFout: the store is down, or somebody wrote since the merge was worked out.
    """
    verslag = carry_out(store, samenvoeging.plan, ImportGegevens(VOEGSAMEN, nu))
    assert verslag is not None  # a merge always removes a node
    return verslag


def prepare_rejection(store: Store, een: str, ander: str, nu: datetime) -> Plan:
    """The plan that remembers that two are not the same; empty when it was said before.

    Raises:
        NietGevonden: one of the two is not there.
        GebruikersFout: they are one, or of different kinds and so never doubles.
    """
    a, b, gekend = _find_two(store, een, ander)
    if a == b:
        raise GebruikersFout(
            f"{a} en zichzelf: dat is één en dezelfde.", hulp="Geef twee verschillende codes."
        )
    model = TYPEN["NIET_HETZELFDE_ALS"]
    labels = gekend.labels[a], gekend.labels[b]
    if labels[0] != labels[1] or not allows(model.soort.van, labels[0]):
        raise GebruikersFout(
            f"{a} is een {labels[0]}, {b} een {labels[1]}: zulke twee komen nooit in de lijst van dubbels.",
            hulp="Er is niets te onthouden.",
        )
    van, naar = sorted((a, b))
    rid = relation_id(model, van, naar, {})
    velden: dict[str, Waarde] = {"bron": "dubbels nagekeken", "bron_datum": nu.date()}
    uitspraak = RelatieUitspraak("NIET_HETZELFDE_ALS", rid, van, naar, velden)
    return make_plan([uitspraak], read_bekend(store, [van, naar], [rid]))


def carry_out_rejection(store: Store, plan: Plan, nu: datetime) -> ImportVerslag | None:
    """Remember that two are not the same; None when it was said before."""
    return carry_out(store, plan, ImportGegevens(NIETZELFDE, nu))
