"""What every row about one organisation begins with: who it is, of what kind, and where."""

from __future__ import annotations

from dataclasses import dataclass, field

from netwerkkaart.analyse.basis import municipality_name
from netwerkkaart.analyse.uitkomst import kop
from netwerkkaart.graph.beeld import Beeld


@dataclass(frozen=True, slots=True)
class OrganisatieRij:
    """The first columns of a row about one organisation."""

    id: str = field(metadata=kop("Code"))
    naam: str = field(metadata=kop("Naam"))
    soort: str = field(metadata=kop("Soort"))
    gemeente: str = field(metadata=kop("Gemeente"))


def describe(beeld: Beeld, knoop: int) -> tuple[str, str, str, str]:
    """The values of these columns: id, name, label of the kind, name of the municipality."""
    return beeld.ids[knoop], beeld.naam(knoop), beeld.label(knoop), municipality_name(beeld, knoop)
