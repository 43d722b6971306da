"""The register of the schema: every kind and type by name, their properties, and the allow-lists.

All else derives from here: constraints, validation, documentation, import columns, and which labels,
types and keys may ever stand in a Cypher text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError

from netwerkkaart.schema.basis import ORGANISATIE, Knoop, Relatie
from netwerkkaart.schema.knopen import KNOPEN
from netwerkkaart.schema.organisaties import ORGANISATIES
from netwerkkaart.schema.relaties import RELATIES
from netwerkkaart.schema.typen import Datum, Vorm
from netwerkkaart.schema.vocabularia import fold

Waarde = str | int | float | bool | date | list[str]
"""What both engines store alike as a property."""

FORMAAT = 1
"""Version of the schema; written in the graph's mark and in every archive."""

SOORTEN: Mapping[str, type[Knoop]] = {k.soort.label: k for k in (*ORGANISATIES, *KNOPEN)}
"""Every kind of node by its own label, in the order of the documentation."""

TYPEN: Mapping[str, type[Relatie]] = {r.soort.type: r for r in RELATIES}
"""Every type of relation by its name."""

BASISLABELS: tuple[str, ...] = tuple(dict.fromkeys(k.soort.basis for k in SOORTEN.values()))
"""The labels under which ``id`` is unique, ``Organisatie`` first."""

BANDEN: tuple[str, ...] = tuple(naam for naam, r in TYPEN.items() if r.soort.band)
"""Types that make a tie between two organisations."""


@dataclass(frozen=True, slots=True)
class Eigenschap:
    """One property of a kind or type, as derived from its field.

    Args:
        naam: the key in the store, and the header of a column.
        omschrijving: what it means, in Dutch.
        vorm: kind of value, what is expected, and the vocabulary if any.
        verplicht: true when it must be there.
        adapter: validates a text or stored value; see :func:`read_value`.
    """

    naam: str
    omschrijving: str
    vorm: Vorm
    verplicht: bool
    adapter: TypeAdapter[Any]


@dataclass(frozen=True, slots=True)
class Misvorming:
    """A value that does not fit its property: what is wrong and what is expected, in Dutch."""

    tekst: str
    verwacht: str


@cache
def properties_of(model: type[BaseModel]) -> Mapping[str, Eigenschap]:
    """The properties of a kind or type by name, its own first, then the shared ones."""
    gedeeld = set(model.__mro__[1].model_fields) if issubclass(model.__mro__[1], BaseModel) else set()
    namen = sorted(model.model_fields, key=lambda naam: (naam != "id", naam != "naam", naam in gedeeld))
    return {naam: _property(model, naam) for naam in namen}


def _property(model: type[BaseModel], naam: str) -> Eigenschap:
    veld = model.model_fields[naam]
    vorm = next((m for m in _metadata(veld.annotation, veld.metadata) if isinstance(m, Vorm)), None)
    adapter: TypeAdapter[Any] = TypeAdapter(_annotated(model, naam))
    return Eigenschap(
        naam, veld.description or "", vorm or Vorm("tekst", "een tekst"), veld.is_required(), adapter
    )


def _metadata(annotatie: object, metadata: list[object]) -> list[object]:
    """Markers of a field: pydantic keeps them aside, or inside ``X | None``."""
    gevonden = list(metadata)
    for deel in get_args(annotatie):
        gevonden.extend(getattr(deel, "__metadata__", ()))
    return gevonden


def _annotated(model: type[BaseModel], naam: str) -> Any:
    veld = model.model_fields[naam]
    for deel in get_args(veld.annotation):
        if hasattr(deel, "__metadata__"):
            return deel
    return veld.rebuild_annotation()


def read_value(eigenschap: Eigenschap, waarde: object) -> object | Misvorming:
    """Read a text or stored value as the property's type; a wrong value is returned as a value.

    >>> read_value(properties_of(SOORTEN["School"])["postcode"], "30")
    Misvorming(tekst='De waarde heeft niet de juiste vorm.', verwacht='een postcode van vier cijfers')
    """
    try:
        gelezen: object = eigenschap.adapter.validate_python(waarde)
    except ValidationError as fout:
        eerste = fout.errors(include_url=False)[0]
        context = eerste.get("ctx") or {}
        return Misvorming(
            str(context.get("tekst", "De waarde past niet bij deze eigenschap.")),
            str(context.get("verwacht", eigenschap.vorm.verwacht)),
        )
    return gelezen


def flatten(naam: str, waarde: object) -> dict[str, Waarde]:
    """Turn a read value into stored properties: a date gets its precision beside it.

    >>> from datetime import date
    >>> flatten("sinds", Datum(date(2024, 1, 1), "jaar"))
    {'sinds': datetime.date(2024, 1, 1), 'sinds_precisie': 'jaar'}
    """
    if isinstance(waarde, Datum):
        plat: dict[str, Waarde] = {naam: waarde.datum}
        if waarde.precisie != "dag":
            plat[f"{naam}_precisie"] = waarde.precisie
        return plat
    if isinstance(waarde, str | int | float | bool | list):
        return {naam: waarde}
    raise TypeError(f"cannot store {type(waarde).__name__} as property {naam!r}")


@cache
def stored_keys(model: type[BaseModel]) -> frozenset[str]:
    """Every key that a node or relation may carry in the store, precisions included."""
    namen = properties_of(model)
    precisies = {f"{naam}_precisie" for naam, e in namen.items() if e.vorm.naam == "datum"}
    return frozenset(namen) | precisies


@cache
def find_soort(tekst: str) -> type[Knoop] | None:
    """The kind that a label or everyday word means; None when unknown. Bookkeeping kinds are not found.

    >>> find_soort("leersteuncentrum").soort.label, find_soort("OCMW").soort.label
    ('Ondersteuningsnetwerk', 'LokaalBestuur')
    """
    return _kind_words().get(fold(tekst))


@cache
def find_type(tekst: str) -> type[Relatie] | None:
    """The type of relation that a name or everyday word means; None when unknown."""
    return _type_words().get(fold(tekst))


def relation_word(type_: str) -> str:
    """The everyday word for a type of relation, which an import takes back.

    >>> relation_word("WERKT_SAMEN_MET")
    'werkt samen met'
    """
    woorden = TYPEN[type_].soort.woorden
    return woorden[0] if woorden else type_


@cache
def _kind_words() -> Mapping[str, type[Knoop]]:
    woorden: dict[str, type[Knoop]] = {}
    zichtbaar = [k for k in SOORTEN.values() if not k.soort.intern]
    for groep in ("label", "meervoud", "woorden"):
        for kind in zichtbaar:
            waarde = getattr(kind.soort, groep)
            for woord in (waarde,) if isinstance(waarde, str) else waarde:
                woorden.setdefault(fold(woord), kind)
    return woorden


@cache
def _type_words() -> Mapping[str, type[Relatie]]:
    woorden: dict[str, type[Relatie]] = {}
    for soort in (r for r in TYPEN.values() if not r.soort.intern):
        for woord in (soort.soort.type, *soort.soort.woorden):
            woorden.setdefault(fold(woord), soort)
    return woorden


def is_organisatie(label: str) -> bool:
    """True when nodes with this label are organisations.

    >>> is_organisatie("School"), is_organisatie("Forum")
    (True, False)
    """
    return SOORTEN[label].soort.basis == ORGANISATIE


def allows(einde: tuple[str, ...], label: str) -> bool:
    """True when a kind may stand at an end that lists these labels.

    A ``Bestuur`` is never an end of a tie; where an end lists ``Organisatie`` it is let through only by
    relations that are not ties, which the caller checks with :func:`may_connect`.
    """
    return label in einde or (ORGANISATIE in einde and is_organisatie(label))


@cache
def may_connect(relatie: type[Relatie], van: str, naar: str) -> bool:
    """True when the schema lets a relation of this type run between these two kinds.

    >>> may_connect(TYPEN["BEGELEIDT"], "Clb", "School"), may_connect(TYPEN["BEGELEIDT"], "School", "Clb")
    (True, False)
    >>> may_connect(TYPEN["WERKT_SAMEN_MET"], "School", "Bestuur")
    False
    """
    soort = relatie.soort
    if soort.band and "Bestuur" in (van, naar):
        return False
    return allows(soort.van, van) and allows(soort.naar, naar)


def relation_id(relatie: type[Relatie], van: str, naar: str, eigenschappen: Mapping[str, object]) -> str:
    """The key of a relation: type, ends (ordered when undirected), and what else tells two apart.

    Of a type that is ``uniek`` the key leaves the target out, so that a school has one municipality.

    >>> relation_id(TYPEN["WERKT_SAMEN_MET"], "b", "a", {})
    'WERKT_SAMEN_MET|a|b'
    >>> relation_id(TYPEN["VERWIJST_NAAR"], "b", "a", {"stap": "voorkomen"})
    'VERWIJST_NAAR|b|a|voorkomen'
    >>> relation_id(TYPEN["LIGT_IN"], "b", "nis:11002", {})
    'LIGT_IN|b'
    """
    soort = relatie.soort
    if soort.ongericht and naar < van:
        van, naar = naar, van
    delen = [soort.type, van] if soort.uniek else [soort.type, van, naar]
    delen += [str(waarde) for naam in soort.sleutel if (waarde := eigenschappen.get(naam))]
    return "|".join(delen)
