"""A first mapping for a foreign graph: its own words, how often, and what they most likely mean.

A guess is only written down: the coordinator sees it in her table, and the import shows it again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from netwerkkaart.inlezen.graaf import Graaf, GraafKnoop, GraafVerbinding
from netwerkkaart.omzetten import knopen, relaties
from netwerkkaart.omzetten.context import Context, Gekend
from netwerkkaart.omzetten.graafcodes import make_code, source_prefix
from netwerkkaart.omzetten.graafwoorden import Woord, count_words, find_header, folded_word
from netwerkkaart.omzetten.koppeltabel import (
    KNOOP,
    KOLOM,
    LEEG,
    OVERSLAAN,
    RELATIE,
    SOORT,
    VAST,
    Koppelregel,
    find_kind,
)
from netwerkkaart.omzetten.relatiewoord import Loop, fits
from netwerkkaart.omzetten.woordgissing import MEER_RELATIES, MEER_SOORTEN, NIVEAUS, guess_level, look_up
from netwerkkaart.schema.basis import Knoop, Relatie
from netwerkkaart.schema.register import (
    SOORTEN,
    Eigenschap,
    Misvorming,
    find_type,
    properties_of,
    read_value,
)
from netwerkkaart.schema.vocabularia import fold

_VOORBEELDEN = 3
_PERSONEN = ("Contactpersoon", "Coordinator")


@dataclass(frozen=True, slots=True)
class Gok:
    """One row of a first mapping.

    Args:
        regel: the choice; ``onze`` is empty where nothing could be guessed.
        aantal: how many nodes or connections it is about.
        uitleg: why, or what the reader should decide.
    """

    regel: Koppelregel
    aantal: int
    uitleg: str = ""


def guess_koppeling(graaf: Graaf, context: Context) -> list[Gok]:
    """All rows of a first mapping: kinds, relations, headers, values, nodes that may be known already.

    Args:
        graaf: the graph.
        context: what the store knows, and what was chosen before: that goes before any guess.
    """
    kop = find_header(SOORT, graaf.knoopkoppen, context, knopen.KOPPEN)
    relatiekop = find_header(RELATIE, graaf.verbindingkoppen, context, relaties.KOPPEN)
    soorten = [_kind(woord, graaf, context) for woord in _by_use(graaf.knopen, kop)]
    labels = _labels(graaf, kop, soorten)
    return [
        *soorten,
        *_levels(soorten, kop, graaf, context),
        *_required(graaf, context, labels),
        *(
            _relation(woord, graaf, relatiekop, labels, context)
            for woord in _by_use(graaf.verbindingen, relatiekop)
        ),
        *_unread_headers(graaf, context, {kop, relatiekop}),
        *_odd_values(graaf, context),
        *_namesakes(graaf, context, labels),
    ]


def _by_use(delen: Sequence[GraafKnoop] | Sequence[GraafVerbinding], kop: str) -> list[Woord]:
    return sorted(count_words(delen, kop).values(), key=lambda woord: (-woord.keer, woord.tekst))


# ---- kinds and relations ----------------------------------------------------------------------------


def _kind(woord: Woord, graaf: Graaf, context: Context) -> Gok:
    eerder = context.waarden.get((SOORT, folded_word(woord.tekst)))
    if eerder is not None:
        onze, uitleg = eerder, "zoals eerder gekozen"
    else:
        model, uitleg = look_up(woord.tekst, find_kind, MEER_SOORTEN)
        if model is not None and _missing(model, graaf, context):
            model = _easier(woord.tekst, graaf, context) or model
        onze = "" if model is None else model.soort.label
    return Gok(Koppelregel(SOORT, woord.tekst or LEEG, onze), woord.keer, uitleg)


def _missing(model: type[Knoop], graaf: Graaf, context: Context) -> list[str]:
    """What a kind requires beside an id and a name, and nothing in the graph feeds."""
    return [
        naam
        for naam, eigenschap in properties_of(model).items()
        if eigenschap.verplicht
        and naam not in ("id", "naam", *context.vast)
        and not find_header(naam, graaf.knoopkoppen, context, knopen.KOPPEN)
    ]


def _easier(tekst: str, graaf: Graaf, context: Context) -> type[Knoop] | None:
    """Another kind that goes by the same everyday word, and of which the graph says enough.

    "Overleg" on a map is mostly a forum (a meeting has a date), and "Gemeente" the local government (an
    area has a code).
    """
    woord = fold(tekst)
    meer = find_kind(MEER_SOORTEN.get(woord, ""))
    soorten = [kind for kind in SOORTEN.values() if woord in map(fold, kind.soort.woorden)]
    passend = [k for k in (*([meer] if meer else []), *soorten) if not _missing(k, graaf, context)]
    return passend[0] if passend else None


def _levels(soorten: Sequence[Gok], kop: str, graaf: Graaf, context: Context) -> Iterator[Gok]:
    """The level of a school, where only the word for its kind tells it: a map without it counts no school."""
    scholen = [gok for gok in soorten if gok.regel.onze == "School" and gok.regel.hun != LEEG]
    niveaus = {gok.regel.hun: guess_level(gok.regel.hun) for gok in scholen}
    elders = find_header(NIVEAUS, graaf.knoopkoppen, context, knopen.KOPPEN)
    if not any(niveaus.values()) or elders not in ("", kop) or NIVEAUS in context.vast:
        return
    yield Gok(Koppelregel(KOLOM, kop, NIVEAUS), sum(gok.aantal for gok in scholen), "zegt ook het niveau")
    for gok in scholen:
        eerder = context.waarden.get((NIVEAUS, folded_word(gok.regel.hun)))
        onze = eerder or niveaus[gok.regel.hun] or OVERSLAAN
        yield Gok(Koppelregel(NIVEAUS, gok.regel.hun, onze), gok.aantal, "gok: kleuter, lager of secundair")


def _required(graaf: Graaf, context: Context, labels: Mapping[str, str]) -> Iterator[Gok]:
    """What the kinds in the graph require, and nothing feeds: to be given one value everywhere."""
    vragers: dict[str, dict[str, int]] = {}
    for label, keer in Counter(labels.values()).items():
        for naam in _missing(SOORTEN[label], graaf, context):
            vragers.setdefault(naam, {})[label] = keer
    for naam, wie in vragers.items():
        vorm = properties_of(SOORTEN[next(iter(wie))])[naam].vorm
        uitleg = f"moet bij {', '.join(wie)}; geldt dan overal waar niets staat; {vorm.verwacht}"
        yield Gok(Koppelregel(VAST, naam, ""), sum(wie.values()), uitleg)


def _labels(graaf: Graaf, kop: str, soorten: Sequence[Gok]) -> dict[str, str]:
    """Guessed label of each node by its id."""
    per_woord = {folded_word("" if g.regel.hun == LEEG else g.regel.hun): g.regel.onze for g in soorten}
    uit: dict[str, str] = {}
    for knoop in graaf.knopen:
        model = find_kind(per_woord.get(folded_word(knoop.attributen.get(kop, "")), ""))
        if model is not None:
            uit[knoop.id] = model.soort.label
    return uit


def _relation(woord: Woord, graaf: Graaf, kop: str, labels: Mapping[str, str], context: Context) -> Gok:
    hun, gevouwen = woord.tekst or LEEG, folded_word(woord.tekst)
    eerder = context.waarden.get((RELATIE, gevouwen))
    if eerder is not None:
        return Gok(Koppelregel(RELATIE, hun, eerder), woord.keer, "zoals eerder gekozen")
    relatie, uitleg = look_up(woord.tekst, find_type, MEER_RELATIES)
    if relatie is None:
        return Gok(Koppelregel(RELATIE, hun, ""), woord.keer, uitleg)
    onze = relatie.soort.type
    loop, waarom = _direction(relatie, graaf, kop, gevouwen, labels)
    if loop is not None:
        onze = f"{onze} {loop}"
    return Gok(Koppelregel(RELATIE, hun, onze), woord.keer, "; ".join(filter(None, (uitleg, waarom))))


def _direction(
    relatie: type[Relatie], graaf: Graaf, kop: str, gevouwen: str, labels: Mapping[str, str]
) -> tuple[Loop | None, str]:
    """Which way the connections of a word run, and what that says to the reader."""
    telling: Counter[tuple[bool, bool]] = Counter()
    for v in graaf.verbindingen:
        if folded_word(v.attributen.get(kop, "")) == gevouwen and v.van in labels and v.naar in labels:
            telling[fits(relatie, labels[v.van], labels[v.naar])] += 1
    heen = sum(keer for (past, _), keer in telling.items() if past)
    terug = sum(keer for (_, past), keer in telling.items() if past)
    if relatie.soort.ongericht or not telling:
        return None, ""
    if not heen and not terug:
        return None, "past niet tussen deze soorten: kies een andere"
    if heen:
        return None, ""
    return Loop.OMGEKEERD, "ze lopen andersom"


# ---- headers and values -----------------------------------------------------------------------------


def _feeding(graaf: Graaf, context: Context) -> dict[str, tuple[str, Eigenschap]]:
    """Header → our column with its property, for the attributes of nodes that are read by themselves."""
    modellen: list[type[Knoop]] = [kind for kind in SOORTEN.values() if not kind.soort.intern]
    uit: dict[str, tuple[str, Eigenschap]] = {}
    for naam, eigenschap in knopen.columns_of(modellen).items():
        kop = find_header(naam, graaf.knoopkoppen, context, knopen.KOPPEN)
        if kop:
            uit.setdefault(kop, (naam, eigenschap))
    return uit


def _unread_headers(graaf: Graaf, context: Context, gebruikt: set[str]) -> Iterator[Gok]:
    """Headers that nothing reads yet, with examples of what stands under them."""
    van_knopen = {*gebruikt, *_feeding(graaf, context)}
    van_knopen |= {
        find_header(naam, graaf.knoopkoppen, context, knopen.KOPPEN) for naam in ("gemeente", "nis")
    }
    van_relaties = {*gebruikt}
    for naam in relaties.columns_of():
        van_relaties.add(find_header(naam, graaf.verbindingkoppen, context, relaties.KOPPEN))
    gezien: set[str] = set()
    for koppen, gelezen, delen in (
        (graaf.knoopkoppen, van_knopen, graaf.knopen),
        (graaf.verbindingkoppen, van_relaties, graaf.verbindingen),
    ):
        for kop in koppen:
            if kop not in gelezen and fold(kop) not in gezien:
                gezien.add(fold(kop))
                yield _header(
                    kop, [deel.attributen[kop] for deel in delen if kop in deel.attributen], context
                )


def _header(kop: str, waarden: Sequence[str], context: Context) -> Gok:
    eerder = context.waarden.get((KOLOM, fold(kop)), "")
    voorbeelden = "; ".join(dict.fromkeys(" ".join(w.split())[:40] for w in waarden[:200]))
    kort = "; ".join(voorbeelden.split("; ")[:_VOORBEELDEN])
    return Gok(Koppelregel(KOLOM, kop, eerder), len(waarden), f"wordt nu niet gelezen; bv. {kort}")


def _odd_values(graaf: Graaf, context: Context) -> Iterator[Gok]:
    """Values that are not in the list that their column asks."""
    for kop, (naam, eigenschap) in _feeding(graaf, context).items():
        if eigenschap.vorm.vocabularium is None:
            continue
        for woord in _by_use([k for k in graaf.knopen if k.attributen.get(kop)], kop):
            onze = context.waarden.get((naam, folded_word(woord.tekst)), "")
            if onze or isinstance(read_value(eigenschap, woord.tekst), Misvorming):
                codes = ", ".join(eigenschap.vorm.vocabularium.codes)
                yield Gok(Koppelregel(naam, woord.tekst, onze), woord.keer, f"kies uit: {codes}")


# ---- nodes that the store may know already ----------------------------------------------------------


def _namesakes(graaf: Graaf, context: Context, labels: Mapping[str, str]) -> Iterator[Gok]:
    """Nodes with the name of exactly one node of the same kind in the store. Persons are left out."""
    gekend = context.gekend
    kop = find_header("naam", graaf.knoopkoppen, context, knopen.KOPPEN)
    namen = Counter(fold(knoop.attributen.get(kop, "")) for knoop in graaf.knopen)
    voorvoegsel = source_prefix(context.bron)
    for knoop in graaf.knopen:
        naam, label = knoop.attributen.get(kop, "").strip(), labels.get(knoop.id, "")
        eerder = context.waarden.get((KNOOP, fold(knoop.id))) or context.waarden.get((KNOOP, fold(naam)))
        zelfde = _same(naam, label, gekend)
        eigen = {knoop.id, make_code(voorvoegsel, knoop.id)}  # it came in by an earlier import of this map
        if label in _PERSONEN or not eigen.isdisjoint(gekend.labels) or not (eerder or zelfde):
            continue
        hun = naam if naam and namen[fold(naam)] == 1 else knoop.id
        uitleg = f"een {label} met dezelfde naam staat al in de graaf; maak leeg als het een andere is"
        yield Gok(Koppelregel(KNOOP, hun, eerder or zelfde), 1, "zoals eerder gekozen" if eerder else uitleg)


def _same(naam: str, label: str, gekend: Gekend) -> str:
    passend = [id_ for id_ in gekend.per_naam.get(fold(naam), ()) if gekend.labels[id_] == label]
    return passend[0] if naam and len(passend) == 1 else ""
