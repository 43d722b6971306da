"""Random edits of a random workbook: what she changed changes, what she took away is proposed, no more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from netwerkkaart.omzetten.werkboek import Werkboek
from netwerkkaart.omzetten.werkboekbladen import find_blad
from netwerkkaart.omzetten.werkboekstand import Stand, Standrij
from netwerkkaart.omzetten.werkboektekst import as_read, value_cell
from netwerkkaart.omzetten.werkboekvorm import Kolom, columns
from netwerkkaart.plan.maak import make_plan
from netwerkkaart.plan.wijziging import Bekend
from netwerkkaart.schema.register import SOORTEN, TYPEN, Waarde
from tests.voorbeelden import aantal
from tests.werkboek.hulp import DAG, apply_plan, as_boek, export, graphs, known, read, values, weigh

HERKOMST: dict[str, Waarde] = {"bron": "werkboek.xlsx", "bron_datum": DAG}
_MET_REST = frozenset(
    {"bron", "bron_datum", "sinds", "tot", "naam", "stap", "postcode", "deelgemeente", "via"}
)
"""Columns whose change is more than a change of one property; they have tests of their own."""


@dataclass
class Verwacht:
    """What the graph should say of each row afterwards: by key the properties; and what was taken away."""

    velden: dict[str, dict[str, Waarde]] = field(default_factory=dict)
    weg: dict[str, dict[str, Waarde]] = field(default_factory=dict)


@st.composite
def edited(draw: st.DrawFn, stand: Stand) -> tuple[Werkboek, Verwacht]:
    boek = as_boek(stand)
    verwacht = Verwacht()
    bladen = []
    for tabel in boek.bladen:
        blad = find_blad(tabel.blad)
        assert blad is not None
        kolommen = columns(blad, stand.merk.personen)
        rijen: list[tuple[str, ...]] = [tabel.rijen[0]]
        for oud, cellen in zip(stand.bladen[blad.naam], tabel.rijen[1:], strict=True):
            wat = draw(st.sampled_from(["zo", "zo", "weg", "anders"]))
            if wat == "weg":
                verwacht.weg[oud.sleutel] = {**_open(oud.velden), **HERKOMST, "tot": DAG}
            else:
                rijen.append(draw(_changed(cellen, oud, kolommen, verwacht)) if wat == "anders" else cellen)
        volgorde = draw(st.permutations(rijen))
        bladen.append(replace(tabel, rijen=volgorde, rijnummers=range(2, len(volgorde) + 2)))
    return replace(boek, bladen=bladen), verwacht


@st.composite
def _changed(
    draw: st.DrawFn, cellen: tuple[str, ...], oud: Standrij, kolommen: tuple[Kolom, ...], verwacht: Verwacht
) -> tuple[str, ...]:
    model: type[BaseModel] = SOORTEN[oud.soort] if oud.soort in SOORTEN else TYPEN[oud.soort]
    mag = [
        (plaats, kolom)
        for plaats, kolom in enumerate(kolommen)
        if kolom.eigenschap and kolom.naam in model.model_fields and kolom.naam not in _MET_REST
    ]
    nieuw, velden = [*cellen], dict(oud.velden)
    for plaats, kolom in draw(st.lists(st.sampled_from(mag), max_size=3, unique_by=lambda m: m[0])):
        assert kolom.eigenschap is not None
        leeg = not kolom.verplicht and draw(st.booleans())
        waarde = {} if leeg else draw(values(kolom.eigenschap, wild=False))
        ((nieuw[plaats],),) = as_read([[value_cell(kolom.eigenschap, waarde)]])
        if nieuw[plaats] != cellen[plaats]:
            velden = {n: w for n, w in velden.items() if n not in (kolom.naam, f"{kolom.naam}_precisie")}
            velden |= waarde | HERKOMST
            velden.pop("bron_datum_precisie", None)
    verwacht.velden[oud.sleutel] = velden
    return tuple(nieuw)


def _open(velden: Mapping[str, Waarde]) -> dict[str, Waarde]:
    weg = ("tot_precisie", "bron_datum_precisie")
    return {n: w for n, w in velden.items() if n not in weg}


@settings(max_examples=aantal(25))
@given(st.data(), graphs(wild=False))
def test_what_she_did_is_what_happens(data: st.DataObject, bekend: Bekend) -> None:
    boek, verwacht = data.draw(edited(export(bekend, datum=DAG, personen=True)))
    oogst = read(boek, known(bekend))
    na = apply_plan(bekend, weigh(oogst, bekend))
    assert _of(na) == _of(bekend) | verwacht.velden
    alles = apply_plan(bekend, make_plan(oogst.with_proposals().uitspraken, bekend))
    assert _of(alles) == _of(bekend) | verwacht.velden | verwacht.weg


def _of(bekend: Bekend) -> dict[str, dict[str, Waarde]]:
    knopen = {id_: {**k.eigenschappen} for id_, k in bekend.knopen.items()}
    return knopen | {rid: {**r.eigenschappen} for rid, r in bekend.relaties.items()}
