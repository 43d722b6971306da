"""Which node of ours each node of a foreign graph is: the ids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from netwerkkaart.fouten import Ernst, Melding
from netwerkkaart.inlezen.graaf import Graaf, GraafKnoop
from netwerkkaart.omzetten.context import Context, Gekend
from netwerkkaart.omzetten.graafwoorden import amount
from netwerkkaart.omzetten.koppeltabel import KNOOP, OVERSLAAN
from netwerkkaart.schema.organisaties import School
from netwerkkaart.schema.register import Misvorming, properties_of, read_value
from netwerkkaart.schema.vocabularia import fold

_VOLGNUMMER = re.compile(r"[a-z]?\d{1,5}(::[a-z]?\d{1,5})*")
"""Ids that a drawing program hands out: every file has its own n0, so that they mean nothing outside it."""
_EXTENSIE = re.compile(r"\.(graphml|gexf|xml|json|xlsx|ods|csv)$", re.IGNORECASE)
_LENGTE = 60
_EIGEN = ("nis:", "regio:", "imp:", "bron:", "koppeling:")
"""How ids begin that this program gives out itself."""


@dataclass
class Codes:
    """Ids of ours by ids of theirs.

    Args:
        per_id: id of ours by id of theirs, for every node of the graph.
        gemaakt: ids of theirs for which one had to be made.
        gekoppeld: ids of theirs that a mapping ties to a node of ours.
        meldingen: faults and warnings.
    """

    per_id: dict[str, str] = field(default_factory=dict)
    gemaakt: list[str] = field(default_factory=list)
    gekoppeld: set[str] = field(default_factory=set)
    meldingen: list[Melding] = field(default_factory=list)


def find_codes(graaf: Graaf, namen: Mapping[str, str], soorten: Mapping[str, str], context: Context) -> Codes:
    """The id of every node: what a mapping says, else its own where that can be an id, else a made one.

    A made id hangs on nothing but the source and their own id, so that the next import gives the same.
    O(nodes).

    Args:
        graaf: the graph.
        namen: name of each node by id of theirs; absent where there is none.
        soorten: label of each node by id of theirs.
        context: the source, the nodes of the store, and the mapping.
    """
    gekend = context.gekend
    codes = Codes()
    eigenaar: dict[str, GraafKnoop] = {}
    voorvoegsel = source_prefix(context.bron)
    koppeling = {hun: onze for (wat, hun), onze in context.waarden.items() if wat == KNOOP}
    for knoop in graaf.knopen:
        naam = namen.get(knoop.id, "")
        onze = koppeling.get(fold(knoop.id)) or koppeling.get(fold(naam))
        if onze is not None:
            codes.gekoppeld.add(knoop.id)
            codes.meldingen += _check_tie(graaf, knoop, onze, soorten[knoop.id], gekend)
        elif _may_stay(knoop.id, naam, soorten[knoop.id], gekend):
            onze = knoop.id.strip()
        else:
            onze = make_code(voorvoegsel, knoop.id)
            codes.gemaakt.append(knoop.id)
        codes.per_id[knoop.id] = onze
        vorige = eigenaar.setdefault(onze.casefold(), knoop)
        if vorige is not knoop:
            codes.meldingen.append(
                graaf.melding(
                    f"Deze knoop krijgt dezelfde code als die op rij {vorige.plaats}.",
                    waar=knoop,
                    waarde=onze,
                    verwacht="twee knopen die meer dan in hoofdletters verschillen",
                )
            )
    codes.meldingen += _tell_made(graaf, codes, context.bron)
    if codes.gekoppeld:
        keer = amount(len(codes.gekoppeld), "knoop", "knopen")
        codes.meldingen.append(
            graaf.melding(
                f"Al in de graaf, zoals de koppeling zegt: {keer}. Hun verbindingen komen mee; wat er verder"
                " van hen in de graaf staat, blijft.",
                ernst=Ernst.WAARSCHUWING,
            )
        )
    return codes


def _check_tie(graaf: Graaf, knoop: GraafKnoop, onze: str, label: str, gekend: Gekend) -> Iterator[Melding]:
    """The faults of a mapping that ties a node of theirs to one of ours."""
    bewaard = gekend.labels.get(onze)
    if bewaard is None:
        yield graaf.melding(
            "De koppeling wijst een knoop aan die niet in de graaf staat.",
            waar=knoop,
            waarde=onze,
            verwacht="de code van een knoop in de graaf",
        )
    elif label not in (bewaard, OVERSLAAN):
        yield graaf.melding(
            f"De koppeling wijst een {bewaard} aan, en hier is het een {label}.",
            waar=knoop,
            waarde=onze,
            verwacht="een knoop van dezelfde soort",
        )


def _may_stay(id_: str, naam: str, label: str, gekend: Gekend) -> bool:
    schoon = id_.strip()
    if schoon.startswith(_EIGEN) and label not in ("Gemeente", "Regio"):
        return False
    if isinstance(read_value(properties_of(School)["id"], schoon), Misvorming):
        return False
    if not _VOLGNUMMER.fullmatch(schoon):
        return True
    return schoon in gekend.per_naam.get(fold(naam), ())


def source_prefix(bron: str) -> str:
    """What stands before the ids that are made for a source.

    >>> source_prefix("Oude kaart (2021).json"), source_prefix("???")
    ('oude-kaart-2021', 'graaf')
    """
    naam = fold(_EXTENSIE.sub("", bron)).replace(" ", "-")[:40].strip("-") or "graaf"
    return f"graaf-{naam}" if f"{naam}:" in _EIGEN else naam


def make_code(voorvoegsel: str, id_: str) -> str:
    """An id of ours for one of theirs; two of theirs never give the same.

    >>> make_code("kaart", "n12"), make_code("kaart", "CLB Kantelbrug")
    ('kaart:n12', 'kaart:clb-kantelbrug-9a80da')
    """
    schoon = id_.strip()
    if _VOLGNUMMER.fullmatch(schoon):
        return f"{voorvoegsel}:{schoon}"
    kenmerk = sha256(schoon.encode()).hexdigest()[:6]
    slak = fold(schoon).replace(" ", "-")[:_LENGTE].strip("-")
    return f"{voorvoegsel}:{slak}-{kenmerk}" if slak else f"{voorvoegsel}:{kenmerk}"


def _tell_made(graaf: Graaf, codes: Codes, bron: str) -> Iterator[Melding]:
    if codes.gemaakt:
        eerste, keer = codes.gemaakt[0], amount(len(codes.gemaakt), "knoop", "knopen")
        yield graaf.melding(
            f"Met een nieuwe code, want de eigen kan niet blijven: {keer}"
            f' (zo werd "{eerste[:60]}" {codes.per_id[eerste]}). Ze hangt van de bron af: geef volgende keer'
            f' dezelfde, --bron "{bron}".',
            ernst=Ernst.WAARSCHUWING,
        )
