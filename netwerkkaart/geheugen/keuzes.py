"""Choices as something to remember: from the context of an import to a statement, and back. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from netwerkkaart.omzetten.context import Context
from netwerkkaart.omzetten.koppeltabel import KNOOP, Koppelregel, Koppeltabel
from netwerkkaart.plan.wijziging import BekendeKnoop, KnoopWijziging
from netwerkkaart.schema.register import Waarde
from netwerkkaart.schema.uitspraken import KnoopUitspraak
from netwerkkaart.schema.vocabularia import fold

LABEL = "Koppeling"
_PERSONEN = frozenset({"Contactpersoon", "Coordinator"})


@dataclass(frozen=True, slots=True)
class Herinnering:
    """What is remembered of one source.

    Args:
        id: id of its node.
        importer: name of the importer.
        bron: name of the source.
        vorm: shape of the file; see :func:`shape_of`.
        tabel: the choices.
        op: day on which they were last chosen; None: not known.
    """

    id: str
    importer: str
    bron: str
    vorm: str
    tabel: Koppeltabel
    op: date | None = None


def shape_of(koppen: Iterable[str]) -> str:
    """What files of one make have in common: their headers, whatever their order; ``""`` without any.

    >>> shape_of(["Label", "Type"]) == shape_of(["type", "label"]), shape_of([])
    (True, '')
    """
    gevouwen = sorted({fold(kop) for kop in koppen})
    return sha256("\n".join(gevouwen).encode()).hexdigest()[:16] if gevouwen else ""


def remember(importer: str, context: Context, koppen: Iterable[str]) -> Iterator[KnoopUitspraak]:
    """The statement that keeps the choices of an import; none when nothing was chosen.

    Which person of theirs is which of ours is not kept: an erased name must not live on here.

    Args:
        importer: name of the importer.
        context: the choices.
        koppen: headers of the file.
    """
    labels = context.gekend.labels
    tabel = Koppeltabel.from_context(context.kolommen, context.waarden, context.vast)
    regels = [r for r in tabel.regels if r.wat != KNOOP or labels.get(r.onze) not in _PERSONEN]
    if not regels:
        return
    eigenschappen: dict[str, Waarde] = {
        "naam": f"{importer}: {context.bron}"[:500],
        "importer": importer,
        "vorm": shape_of(koppen),
        "keuzes": json.dumps([list(r) for r in regels], ensure_ascii=False, separators=(",", ":")),
        "bron": context.bron,
        "bron_datum": context.datum,
    }
    gevuld = {naam: waarde for naam, waarde in eigenschappen.items() if waarde}
    yield KnoopUitspraak(LABEL, memory_id(importer, context.bron), gevuld)


def memory_id(importer: str, bron: str) -> str:
    """Id of the node that remembers a source; the same everywhere, so that two graphs agree on it."""
    return f"koppeling:{importer}:{sha256(bron.encode()).hexdigest()[:12]}"


def recall(
    herinneringen: Iterable[Herinnering], importer: str, bron: str, koppen: Iterable[str]
) -> Herinnering | None:
    """What is remembered of a source: by its name, else the latest of a file with the same headers."""
    van_importer = [h for h in herinneringen if h.importer == importer]
    for herinnering in van_importer:
        if herinnering.bron == bron:
            return herinnering
    vorm = shape_of(koppen)
    gelijk = [h for h in van_importer if vorm and h.vorm == vorm]
    return max(gelijk, key=lambda h: (h.op or date.min, h.id), default=None)


def revive(id_: str, velden: Mapping[str, Waarde], op: date | None) -> Herinnering | None:
    """What a node remembers; None when it holds nothing that can be read."""
    try:
        regels = tuple(Koppelregel(*map(str, rij)) for rij in json.loads(str(velden.get("keuzes", ""))))
    except (ValueError, TypeError):
        return None
    bron, importer, vorm = (str(velden.get(naam, "")) for naam in ("bron", "importer", "vorm"))
    return Herinnering(id_, importer, bron, vorm, Koppeltabel(regels), op)


def forget(knopen: Mapping[str, BekendeKnoop]) -> Sequence[KnoopWijziging]:
    """The changes that remove what was remembered; they can be taken back like any other."""
    return [KnoopWijziging(knoop.label, id_, {**knoop.eigenschappen}, {}) for id_, knoop in knopen.items()]
