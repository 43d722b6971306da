"""The relations of a question round: who was asked, who answered for whom, and what an answer says."""

from __future__ import annotations

from pydantic import Field

from netwerkkaart.schema import typen as t
from netwerkkaart.schema.basis import ORGANISATIE, Relatie, RelatieSoort


class Bevraagd(Relatie):
    """Een organisatie is bevraagd in een vraagronde."""

    soort = RelatieSoort(
        "BEVRAAGD_IN", (ORGANISATIE,), ("Bevraging",), ("bevraagd in",), "{van} is bevraagd in {naar}"
    )
    standaard_vrijgave = "intern"
    antwoord_op: t.Sinds | None = Field(
        None,
        description="Datum van het antwoord, als het niet zelf als Antwoord in de graaf staat; "
        "leeg: nog niet geantwoord.",
    )
    bestand: t.Tekst | None = Field(None, description="Naam van het formulier dat verstuurd is.")


class AntwoordOp(Relatie):
    """Een antwoord hoort bij een bevraging."""

    soort = RelatieSoort(
        "ANTWOORD_OP",
        ("Antwoord",),
        ("Bevraging",),
        ("antwoord op",),
        "{van} is een antwoord op {naar}",
        uniek=True,
    )
    standaard_vrijgave = "intern"


class GegevenDoor(Relatie):
    """Een antwoord is gegeven door een organisatie."""

    soort = RelatieSoort(
        "GEGEVEN_DOOR",
        ("Antwoord",),
        (ORGANISATIE,),
        ("gegeven door",),
        "{van} is gegeven door {naar}",
        uniek=True,
    )
    standaard_vrijgave = "intern"


class Namens(Relatie):
    """Namens wie een antwoord spreekt: de organisatie zelf, of een school waarvoor haar CLB antwoordt."""

    soort = RelatieSoort(
        "NAMENS", ("Antwoord",), (ORGANISATIE,), ("namens",), "{van} spreekt namens {naar}", uniek=True
    )
    standaard_vrijgave = "intern"


class Noemt(Relatie):
    """Wat een antwoord zegt over de band met één andere organisatie: er is er een, of er is er geen."""

    soort = RelatieSoort(
        "NOEMT",
        ("Antwoord",),
        (ORGANISATIE,),
        ("noemt",),
        "{van} noemt {naar}",
        sleutel=("relatie", "richting", "stap"),
    )
    standaard_vrijgave = "intern"
    relatie: t.Bandsoort = Field(description="Type van de band.")
    richting: t.Richting | None = Field(
        None, description="Van wie naar wie de band loopt; leeg bij een samenwerking."
    )
    stap: t.Stap | None = Field(None, description="Stap waarvoor verwezen wordt; leeg: zonder stap.")
    ja: t.JaNee | None = Field(
        None, description="Ja: de band is er. Nee: hij is er niet. Leeg: gevraagd, maar niet geweten."
    )
    sterkte: t.EenTotDrie | None = Field(None, description="Hoe nauw: 1 (af en toe) tot 3 (wekelijks).")
    datum: t.Sinds = Field(description="Dag waarop het gezegd is.")


class Meldt(Relatie):
    """Een antwoord meldt een hiaat."""

    soort = RelatieSoort("MELDT", ("Antwoord",), ("Hiaat",), ("meldt",), "{van} meldt {naar}")
    standaard_vrijgave = "intern"


BEVRAGINGSRELATIES: tuple[type[Relatie], ...] = (Bevraagd, AntwoordOp, GegevenDoor, Namens, Noemt, Meldt)
