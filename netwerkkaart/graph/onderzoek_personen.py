"""What may say who somebody is, out of the content of a graph: pure.

Contact persons go, coordinators get a number, and free texts lose the names of both. What nobody
entered as a person cannot be recognised: who gives a copy away still reads the texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256

from netwerkkaart.graph.archief_delen import Inhoud, Velden
from netwerkkaart.graph.gewist import PERSONEN
from netwerkkaart.plan.grondslag import BRON
from netwerkkaart.schema.register import TYPEN, is_organisatie, relation_id

WEG: frozenset[str] = frozenset({"Contactpersoon", "Bron", "Koppeling", "Wissing"})
"""Kinds that are not copied: people, and the bookkeeping of imports (a source may be named after one)."""
EIGENSCHAPPEN_WEG: frozenset[str] = frozenset(
    {"imp", "opmerking", "via", "email", "telefoon", "bestand", "door"}
)
"""Properties that are not copied, of whatever kind."""
_PER_SOORT: Mapping[str, frozenset[str]] = {"Antwoord": frozenset({"rol", "naam"})}
PERSOON = "[persoon]"
"""What stands in a text where a name stood."""
_KORT = 5
"""Shorter names are not looked for in texts: they would be found in too many words."""


def without_people(inhoud: Inhoud) -> Inhoud:
    """The content without people, and with a number for each coordinator and each source.

    The numbers follow from hashes and from the order of texts, so that the same graph gives the same copy.
    O(n + m), and (distinct texts × people) for the texts.
    """
    codes = number_people(id_ for label, id_, _ in inhoud.knopen if label == "Coordinator")
    weg = {id_ for label, id_, _ in inhoud.knopen if label in WEG}
    schoon = _Schoonmaak(inhoud)
    knopen = [
        (label, codes.get(id_, id_), schoon.node(label, velden, codes.get(id_)))
        for label, id_, velden in inhoud.knopen
        if label not in WEG
    ]
    relaties = []
    for type_, rid, van, naar, velden in inhoud.relaties:
        if van not in weg and naar not in weg:
            nieuw = schoon.relation(velden)
            relaties.append(_renamed(type_, rid, van, naar, nieuw, codes))
    return replace(inhoud, knopen=knopen, relaties=relaties)


def number_people(ids: Iterable[str]) -> dict[str, str]:
    """A new id for each, in an order that tells nothing of the old ones."""
    volgorde = sorted(ids, key=lambda id_: sha256(id_.encode()).digest())
    return {id_: f"coordinator:{nr}" for nr, id_ in enumerate(volgorde, 1)}


def _renamed(
    type_: str, rid: str, van: str, naar: str, velden: Velden, codes: Mapping[str, str]
) -> tuple[str, str, str, str, Velden]:
    if van not in codes and naar not in codes:
        return type_, rid, van, naar, velden
    model = TYPEN[type_]
    begin, einde = codes.get(van, van), codes.get(naar, naar)
    if model.soort.ongericht:
        begin, einde = min(begin, einde), max(begin, einde)
    return type_, relation_id(model, begin, einde, velden), begin, einde, velden


class _Schoonmaak:
    """Cleans properties; each distinct text once."""

    def __init__(self, inhoud: Inhoud) -> None:
        self._patroon = name_pattern((label, velden) for label, _, velden in inhoud.knopen)
        self._teksten: dict[str, str] = {}
        alle = [velden.get("bron") for _, _, velden in inhoud.knopen]
        alle += [velden.get("bron") for *_, velden in inhoud.relaties]
        bronnen = sorted({str(bron) for bron in alle if bron is not None} - {BRON})
        self._bronnen = {BRON: BRON} | {bron: f"bron {nr}" for nr, bron in enumerate(bronnen, 1)}

    def node(self, label: str, velden: Velden, code: str | None) -> Velden:
        """Properties of a node; ``code`` is the new id of a coordinator."""
        organisatie = is_organisatie(label)
        uit = self._clean(velden, _PER_SOORT.get(label, frozenset()), teksten=not organisatie)
        if code is not None:
            uit["naam"] = f"Coördinator {code.partition(':')[2]}"
            for naam in ("ook_bekend_als", "vroegere_ids"):
                uit.pop(naam, None)
        return uit

    def relation(self, velden: Velden) -> Velden:
        """Properties of a relation."""
        return self._clean(velden, frozenset(), teksten=True)

    def _clean(self, velden: Velden, ook_weg: frozenset[str], *, teksten: bool) -> dict[str, object]:
        uit = {n: w for n, w in velden.items() if n not in EIGENSCHAPPEN_WEG and n not in ook_weg}
        if teksten and self._patroon is not None:
            uit = {n: self._text(w) if isinstance(w, str) else w for n, w in uit.items()}
        if "bron" in velden:
            uit["bron"] = self._bronnen[str(velden["bron"])]
        return uit

    def _text(self, tekst: str) -> str:
        if tekst not in self._teksten:
            assert self._patroon is not None
            self._teksten[tekst] = self._patroon.sub(PERSOON, tekst)
        return self._teksten[tekst]


def name_pattern(knopen: Iterable[tuple[str, Velden]]) -> re.Pattern[str] | None:
    """Finds the names, addresses and numbers of all people in a text; None when there are none.

    Args:
        knopen: ``(label, properties)``; only people count.
    """
    namen: set[str] = set()
    for label, velden in knopen:
        if label in PERSONEN:
            ook = velden.get("ook_bekend_als")
            waarden = [*(velden.get(n) for n in ("naam", "email", "telefoon"))]
            waarden += ook if isinstance(ook, list) else []
            namen |= {str(w) for w in waarden if w and len(str(w)) >= _KORT}
    if not namen:
        return None
    delen = "|".join(re.escape(naam) for naam in sorted(namen, key=lambda n: (-len(n), n)))
    return re.compile(rf"(?<!\w)(?:{delen})(?!\w)", re.IGNORECASE)
