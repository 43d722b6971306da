"""What must hold for any graph, whatever its format: every id once, every end there, every text readable."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from netwerkkaart.fouten import Melding
from netwerkkaart.inlezen.graaf.model import Graaf, GraafKnoop, GraafVerbinding

# Signs that no store and no spreadsheet takes: control signs, halves of a pair.
_ONLEESBAAR: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def check_structure(graaf: Graaf) -> list[Melding]:
    """All faults in the structure of a graph, in the order of the file. O(nodes + connections + texts)."""
    return [*_ids(graaf), *_ends(graaf), *_texts(graaf, (*graaf.knopen, *graaf.verbindingen))]


def _ids(graaf: Graaf) -> Iterator[Melding]:
    eerder: dict[str, GraafKnoop] = {}
    for knoop in graaf.knopen:
        if not knoop.id.strip():
            yield graaf.melding("Deze knoop heeft geen id.", waar=knoop, verwacht="een id voor elke knoop")
            continue
        vorige = eerder.setdefault(knoop.id, knoop)
        if vorige is not knoop:
            plek = f' op blad "{vorige.blad}"' if vorige.blad != knoop.blad else ""
            yield graaf.melding(
                f"Deze knoop staat al op rij {vorige.plaats}{plek}.",
                waar=knoop,
                waarde=knoop.id,
                verwacht="een id per knoop",
            )


def _ends(graaf: Graaf) -> Iterator[Melding]:
    ids = {knoop.id for knoop in graaf.knopen}
    for verbinding in graaf.verbindingen:
        for wat, einde in (("begin", verbinding.van), ("einde", verbinding.naar)):
            if not einde.strip():
                yield graaf.melding(
                    f"Deze verbinding heeft geen {wat}.", waar=verbinding, verwacht="het id van een knoop"
                )
            elif einde not in ids and not graaf.los:
                yield graaf.melding(
                    f"Het {wat} van deze verbinding is geen knoop in dit bestand.",
                    waar=verbinding,
                    waarde=einde,
                    verwacht="een knoop die in het bestand staat",
                )


def _texts(graaf: Graaf, delen: Iterable[GraafKnoop | GraafVerbinding]) -> Iterator[Melding]:
    for deel in delen:
        namen = (deel.id,) if isinstance(deel, GraafKnoop) else (deel.van, deel.naar)
        if _ONLEESBAAR.search("".join((*namen, *deel.attributen.values()))) is None:
            continue
        if any(map(_ONLEESBAAR.search, namen)):
            yield _unreadable(graaf, deel, "id")
        for kop, tekst in deel.attributen.items():
            if _ONLEESBAAR.search(tekst):
                yield _unreadable(graaf, deel, _ONLEESBAAR.sub("·", kop))
    for kop in graaf.kolommen:
        if _ONLEESBAAR.search(kop):
            yield graaf.melding(
                "De naam van deze eigenschap bevat een onleesbaar teken.", kolom=_ONLEESBAAR.sub("·", kop)
            )


def _unreadable(graaf: Graaf, deel: GraafKnoop | GraafVerbinding, kolom: str) -> Melding:
    return graaf.melding(
        "Deze tekst bevat een onleesbaar teken.", waar=deel, kolom=kolom, verwacht="gewone tekst"
    )
