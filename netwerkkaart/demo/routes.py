"""Routes of at most two schakels while the demo grows: who is reached by which school.

The definition is that of ``docs/analyses.md``; here it is kept up to date band by band, so that the
generator can see what is still missing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass
class Routes:
    """First schakels of schools, and who passes on to whom.

    Args:
        labels: label of every organisation by id.
    """

    labels: Mapping[str, str]
    eerste: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    dragers: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def serveert(self, dienst: str, school: str) -> None:
        """A CLB, leersteuncentrum or guidance service serves a school."""
        self.eerste[school].add(dienst)

    def samen(self, a: str, b: str) -> None:
        """Two organisations work together: passable both ways."""
        self.verwijst(a, b)
        self.verwijst(b, a)

    def verwijst(self, van: str, naar: str) -> None:
        """One refers to another: passable one way; never to a school, nor to somebody else's CLB."""
        if self.labels[naar] in ("School", "Clb"):
            return
        if self.labels[van] == "School":
            self.eerste[van].add(naar)
        else:
            self.dragers[naar].add(van)

    def verbreek(self, a: str, b: str) -> None:
        """The band between two providers is taken away."""
        self.dragers[a].discard(b)
        self.dragers[b].discard(a)

    def via(self, aanbieders: Iterable[str]) -> set[str]:
        """The first schakels that lead to one of these providers, themselves included."""
        uit: set[str] = set()
        for aanbieder in aanbieders:
            uit.add(aanbieder)
            uit |= self.dragers[aanbieder]
        return uit

    def bereikt(self, school: str, aanbieders: Iterable[str], via: set[str]) -> bool:
        """Does this school reach one of the providers? ``via`` is :meth:`via` of them."""
        return not self.eerste[school].isdisjoint(via) or school in aanbieders
