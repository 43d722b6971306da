"""What every kind of node and every type of relation shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field

from netwerkkaart.schema import typen as t

ORGANISATIE = "Organisatie"


@dataclass(frozen=True, slots=True)
class Soort:
    """What the schema says of a kind of node, beside its properties.

    Args:
        label: the label of this kind, unique.
        meervoud: the plural that people read.
        woorden: everyday words that an import accepts for this kind.
        basislabel: the first label; ``id`` is unique among nodes that carry it.
        sector: code of the sector; empty when it has none.
        uitlijning: the term in a public standard that means the same.
        intern: bookkeeping of the graph itself, never imported by hand.
    """

    label: str
    meervoud: str
    woorden: tuple[str, ...] = ()
    basislabel: str = ""
    sector: str = ""
    uitlijning: str = ""
    intern: bool = False

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that a node of this kind carries, the constrained one first."""
        return (self.basis, self.label) if self.basis != self.label else (self.label,)

    @property
    def basis(self) -> str:
        """The label under which ``id`` is unique."""
        return self.basislabel or self.label


@dataclass(frozen=True, slots=True)
class RelatieSoort:
    """What the schema says of a type of relation, beside its properties.

    Args:
        type: name of the relation type.
        van, naar: labels that are allowed at either end; a base label allows each of its kinds.
        woorden: everyday words that an import accepts for this type.
        lezing: how to read it aloud, with ``{van}`` and ``{naar}``.
        band: true when it makes a tie between two organisations.
        ongericht: undirected in meaning; stored once, from the lower id to the higher.
        sleutel: properties that, beside type and ends, tell two relations apart.
        uniek: a node has at most one of this type, so that another target replaces the former.
    """

    type: str
    van: tuple[str, ...]
    naar: tuple[str, ...]
    woorden: tuple[str, ...] = ()
    lezing: str = ""
    band: bool = False
    ongericht: bool = False
    sleutel: tuple[str, ...] = ()
    uniek: bool = False
    uitlijning: str = ""
    intern: bool = False


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Herkomst(_Model):
    """Provenance and period, on every node and every relation."""

    bron: t.Tekst | None = Field(
        None, description="Waar het gegeven vandaan komt: een lijst, een persoon, een verslag."
    )
    bron_datum: t.Sinds | None = Field(None, description="Datum van de bron; leeg: de datum van de import.")
    sinds: t.Sinds | None = Field(None, description="Eerste dag waarop het geldt; leeg: altijd al.")
    tot: t.Tot | None = Field(None, description="Eerste dag waarop het niet meer geldt; leeg: het geldt nog.")
    vrijgave: t.Vrijgave | None = Field(
        None, description="Wie het mag zien; leeg: de standaard van de soort."
    )
    opmerking: t.Tekst | None = Field(
        None, description="Vrije opmerking; komt nooit in een kaart of rapport voor anderen."
    )
    imp: t.Tekst | None = Field(
        None, description="Kenmerk van de import die dit het laatst wijzigde (door het programma)."
    )


class Knoop(Herkomst):
    """Any node: an id that is unique in the whole graph, and a name."""

    soort: ClassVar[Soort]
    standaard_vrijgave: ClassVar[str] = "partners"

    id: t.Id = Field(description="Vaste code, uniek in de hele graaf.")
    naam: t.Naam = Field(description="Naam zoals mensen haar gebruiken.")


class Samenvoegbaar(Knoop):
    """A node of which doubles occur: it keeps the names and ids of those that were merged into it."""

    ook_bekend_als: t.Teksten | None = Field(
        None, description="Andere namen waaronder ze bekend is; een lijst mag ze ook zo noemen."
    )
    vroegere_ids: t.Teksten | None = Field(
        None,
        description="Codes van wat ermee samengevoegd werd; een lijst mag ze nog gebruiken "
        "(door het programma).",
    )


class Relatie(Herkomst):
    """Any relation: a ``rid`` that is unique in the whole graph."""

    soort: ClassVar[RelatieSoort]
    standaard_vrijgave: ClassVar[str] = "partners"

    rid: t.Tekst = Field(description="Vaste sleutel: type, beide uiteinden en wat er verder onderscheidt.")


class Band(Relatie):
    """A tie between two organisations, with what its ends say of it."""

    bevestiging: t.Bevestiging | None = Field(
        None, description="Of beide kanten de band bevestigen; leeg: nooit gevraagd."
    )
    bevestigd_op: t.Sinds | None = Field(None, description="Datum waarop de band het laatst bevestigd werd.")
    bevestiging_lijst: t.Bevestiging | None = Field(
        None, description="Wat een lijst over de bevestiging zegt, naast de antwoorden (door het programma)."
    )
    bevestigd_op_lijst: t.Sinds | None = Field(
        None, description="Wanneer de band volgens die lijst bevestigd werd (door het programma)."
    )
    via: t.Id | None = Field(None, description="Code van de contactpersoon door wie de band loopt.")
