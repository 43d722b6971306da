"""How nodes are named in cells, and which node a cell means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from netwerkkaart import gebied
from netwerkkaart.omzetten.context import Gekend
from netwerkkaart.omzetten.uiteinden import Einde, Uiteinden
from netwerkkaart.omzetten.werkboekbladen import VOORBEELD
from netwerkkaart.omzetten.werkboektekst import cell_text
from netwerkkaart.schema.register import allows
from netwerkkaart.schema.vocabularia import fold

_HOOGSTENS = 100
"""Wrong names for which a likely one is looked up."""
_SCHEIDINGEN = re.compile(r"[;|\n]")


def shown_names(knopen: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """How each node is shown: its name, or ``name [id]`` where the name alone could mean another.

    Args:
        knopen: ``(id, label, name)`` of every node of the graph.

    >>> shown_names([("s1", "School", "De Ark"), ("s2", "School", "de ark"), ("c", "Clb", "CLB")])
    {'s1': 'De Ark [s1]', 's2': 'de ark [s2]', 'c': 'CLB'}
    """
    alle = list(knopen)
    keren = Counter(fold(naam) for _, _, naam in alle)
    ids = {fold(id_) for id_, _, _ in alle}
    uit: dict[str, str] = {}
    for id_, label, naam in alle:
        schoon = " ".join(cell_text(naam).split())
        gevouwen = fold(naam)
        if label == "Regio" or not schoon:
            uit[id_] = id_
        elif keren[gevouwen] > 1 or not gevouwen or gevouwen in ids or _misleads(schoon, naam):
            uit[id_] = f"{schoon} [{id_}]"
        else:
            uit[id_] = schoon
    return uit


def _misleads(schoon: str, naam: str) -> bool:
    """True for a name that a cell would not give back, or that means something else there."""
    klein = schoon.casefold()
    return (
        schoon != naam
        or klein.startswith(("nis:", "regio:", VOORBEELD, "("))
        or schoon.endswith("]")
        or _SCHEIDINGEN.search(schoon) is not None
        or not schoon[0].isalnum()
    )


class Naamzoeker:
    """Finds the nodes that a cell means.

    Args:
        gekend: the nodes of the store and of the workbook.
        getoond: how nodes were shown when the workbook was written → id.
        gebrekkig: folded name of a new node whose row has a fault → where that row stands.
    """

    def __init__(self, gekend: Gekend, getoond: Mapping[str, str], gebrekkig: Mapping[str, str]) -> None:
        self._gekend = gekend
        self._getoond = getoond
        self._gebrekkig = gebrekkig
        self._uiteinden = Uiteinden(gekend)
        self._eerder: dict[tuple[str, tuple[str, ...]], Einde] = {}
        self._gezocht = 0

    def find(self, tekst: str, mag: tuple[str, ...]) -> Einde:
        """The node that a text means; each distinct text and kind is looked up once."""
        sleutel = (tekst, mag)
        gevonden = self._eerder.get(sleutel)
        if gevonden is None:
            gevonden = self._eerder[sleutel] = self._find(tekst, mag)
        return gevonden

    def find_all(self, tekst: str, mag: tuple[str, ...]) -> list[tuple[str, Einde]]:
        """The nodes that a cell with several names means, each with its own text.

        A line is first taken as one name, so that a name with a separator in it is found as well.
        """
        uit: list[tuple[str, Einde]] = []
        for regel in filter(None, map(str.strip, tekst.split("\n"))):
            delen = [regel] if self._is_name(regel) else map(str.strip, re.split(r"[;|]", regel))
            uit += [(deel, self.find(deel, mag)) for deel in delen if deel]
        return uit

    def _is_name(self, tekst: str) -> bool:
        """True for a text that as a whole names a node; a municipality is found in less than that."""
        ids = (tekst, self._getoond.get(tekst, ""), _bracketed(tekst))
        return fold(tekst) in self._gekend.per_naam or any(id_ in self._gekend.labels for id_ in ids)

    def _find(self, tekst: str, mag: tuple[str, ...]) -> Einde:
        labels = self._gekend.labels
        for id_ in (tekst, self._getoond.get(tekst, ""), _bracketed(tekst)):
            if id_ in labels:
                return Einde(id_, labels[id_])
            if id_.startswith(("nis:", "regio:")):
                return self._uiteinden.find(id_, mag)
        gebrek = self._gebrekkig.get(fold(tekst))
        gevonden = self._uiteinden.find(tekst, mag)
        if not gevonden.fout:
            return self._doubtful(tekst, gevonden)
        if gebrek:
            return Einde("", "", f"Dit verwijst naar {gebrek}, en daar staat een fout.", "eerst die fout weg")
        if fold(tekst) in self._gekend.per_naam:
            return gevonden
        if "Gemeente" in mag:
            return gevonden
        return Einde(
            "",
            "",
            "Deze naam is niet gekend.",
            self._likely(tekst, mag) or "een naam uit de lijst, of een rij erbij op het blad waar hij hoort",
        )

    def _doubtful(self, tekst: str, gevonden: Einde) -> Einde:
        """A municipality out of a text that says more is a fault: "Genk en Hasselt" is not Genk."""
        if gevonden.label != "Gemeente" or fold(tekst) in self._gekend.per_naam:
            return gevonden
        twijfel = gebied.find_gemeente(tekst).twijfel
        return Einde("", "", twijfel, "gemeenten, gescheiden door ;") if twijfel else gevonden

    def _likely(self, tekst: str, mag: tuple[str, ...]) -> str:
        """Names that were perhaps meant. O(nodes), so not for every one of a long list of wrong names."""
        from rapidfuzz import fuzz, process

        self._gezocht += 1
        if self._gezocht > _HOOGSTENS:
            return ""
        namen = [naam for _, label, naam in self._gekend.knopen if naam and allows(mag, label)]
        beste = process.extract(tekst, namen, scorer=fuzz.WRatio, processor=fold, limit=3, score_cutoff=85)
        voorstellen = list(dict.fromkeys(f'"{naam}"' for naam, _, _ in beste))
        return f"misschien {' of '.join(voorstellen)}" if voorstellen else ""


def _bracketed(tekst: str) -> str:
    """The id in ``name [id]``; empty when there is none."""
    _, teken, rest = tekst.rpartition(" [")
    return rest[:-1] if teken and rest.endswith("]") else ""
