"""One node or relation out of two that mean the same: which value goes before which.

Merging doubles and reading a list that still names both stand on the same rule, so that the same list
read again after a merge changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from netwerkkaart.schema.basis import Knoop, Relatie
from netwerkkaart.schema.register import Waarde, properties_of
from netwerkkaart.schema.vocabularia import ALLE, VRIJGAVE, fold

EENHEDEN: tuple[tuple[str, ...], ...] = (
    ("straat", "huisnummer", "postcode"),
    ("lengte", "breedte"),
    ("leerlingen", "leerlingen_schooljaar"),
    ("capaciteit", "bezet"),
    ("leeftijd_van", "leeftijd_tot"),
    ("bron", "bron_datum"),
)
"""Fields that mean something together: a house number of the one does not go with a street of the other."""

EIGEN = frozenset({"id", "rid", "imp", "naam", "vroegere_ids"})
"""Fields to which this rule does not apply: keys, bookkeeping, and the name, of which both are kept."""

Velden = dict[str, Waarde]


def join_velden(
    model: type[Knoop] | type[Relatie], eerst: Mapping[str, Waarde], dan: Mapping[str, Waarde]
) -> Velden:
    """The fields of two that mean the same; ``eerst`` goes before ``dan``.

    What ``eerst`` lacks is taken from ``dan``, but of fields that belong together (:data:`EENHEDEN`) only
    when the two do not contradict each other there. Lists are united. It began at the earliest known
    ``sinds``, and ended at the latest ``tot``; when either has no end, neither has the outcome. Of
    ``vrijgave`` the strictest counts, so that a merge shows nobody more than before. O(fields).

    >>> from netwerkkaart.schema.register import SOORTEN
    >>> join_velden(SOORTEN["Clb"], {"straat": "Markt", "themas": ["2"]},
    ...             {"straat": "markt", "huisnummer": "5", "themas": ["1"]})
    {'straat': 'Markt', 'themas': ['1', '2'], 'huisnummer': '5'}
    >>> join_velden(SOORTEN["Clb"], {"straat": "Markt"}, {"straat": "Dorp", "huisnummer": "5"})
    {'straat': 'Markt'}
    """
    uit: Velden = {**eerst}
    for naam in properties_of(model):
        if naam in dan and naam not in eerst and naam not in EIGEN and not _contradicts(naam, eerst, dan):
            _take(uit, naam, dan)
    if "naam" not in uit and "naam" in dan:
        uit["naam"] = dan["naam"]
    _join_lists(model, uit, dan)
    _join_period(uit, eerst, dan)
    _join_vrijgave(model, uit, eerst, dan)
    return uit


def unit_of(naam: str) -> tuple[str, ...]:
    """The fields that a field means something together with, itself included.

    >>> unit_of("huisnummer"), unit_of("telefoon")
    (('straat', 'huisnummer', 'postcode'), ('telefoon',))
    """
    return next((eenheid for eenheid in EENHEDEN if naam in eenheid), (naam,))


def unite(lijsten: Iterable[Iterable[str]], volgorde: tuple[str, ...] = ()) -> list[str]:
    """All distinct values, in the order of a vocabulary, else as they come; ``alle`` swallows the others.

    >>> unite([["2"], ["1", "2"]], ("1", "2")), unite([["b"], ["a"]]), unite([["1"], ["alle"]], ("1", "2"))
    (['1', '2'], ['b', 'a'], ['alle'])
    """
    alle = dict.fromkeys(waarde for lijst in lijsten for waarde in lijst)
    if volgorde and ALLE in alle:
        return [ALLE]
    return [code for code in volgorde if code in alle] or [*alle]


def _take(uit: Velden, naam: str, bron: Mapping[str, Waarde]) -> None:
    """Take a field, a date with its precision."""
    precisie = f"{naam}_precisie"
    uit.pop(precisie, None)
    uit[naam] = bron[naam]
    if precisie in bron:
        uit[precisie] = bron[precisie]


def _contradicts(naam: str, eerst: Mapping[str, Waarde], dan: Mapping[str, Waarde]) -> bool:
    return any(_plain(eerst[n]) != _plain(dan[n]) for n in unit_of(naam) if n in eerst and n in dan)


def _plain(waarde: Waarde) -> object:
    return fold(waarde) if isinstance(waarde, str) else waarde


def _join_lists(model: type[Knoop] | type[Relatie], uit: Velden, dan: Mapping[str, Waarde]) -> None:
    for naam, eigenschap in properties_of(model).items():
        een, ander = uit.get(naam), dan.get(naam)
        if naam not in EIGEN and isinstance(een, list) and isinstance(ander, list):
            woorden = eigenschap.vorm.vocabularium
            uit[naam] = unite((een, ander), woorden.codes if woorden else ())


def _join_period(uit: Velden, eerst: Mapping[str, Waarde], dan: Mapping[str, Waarde]) -> None:
    begin, ander = eerst.get("sinds"), dan.get("sinds")
    if isinstance(begin, date) and isinstance(ander, date) and ander < begin:
        _take(uit, "sinds", dan)
    einde, ander = eerst.get("tot"), dan.get("tot")
    if einde is None or ander is None:
        uit.pop("tot", None)
        uit.pop("tot_precisie", None)
    elif isinstance(einde, date) and isinstance(ander, date) and ander > einde:
        _take(uit, "tot", dan)


def _join_vrijgave(
    model: type[Knoop] | type[Relatie], uit: Velden, eerst: Mapping[str, Waarde], dan: Mapping[str, Waarde]
) -> None:
    streng = min(
        (str(deel.get("vrijgave", model.standaard_vrijgave)) for deel in (eerst, dan)),
        key=VRIJGAVE.codes.index,
    )
    if "vrijgave" in eerst or streng != model.standaard_vrijgave:
        uit["vrijgave"] = streng
    else:
        uit.pop("vrijgave", None)
