"""What both stores may have to say, in Dutch, with what to do next."""

from __future__ import annotations

from pathlib import Path

from netwerkkaart.fouten import OpslagFout


def no_data(pad: Path) -> OpslagFout:
    """The store does not exist yet. The folder is told: a notebook runs in another than its reader thinks."""
    return OpslagFout(
        f"Er zijn nog geen gegevens ({pad.name} bestaat niet in de map {pad.absolute().parent}).",
        hulp="Begin met netwerkkaart import … of met netwerkkaart demo.",
    )


def not_ours(adres: str) -> OpslagFout:
    """There are data, but none of ours."""
    return OpslagFout(
        f"In {adres} staan gegevens die niet van Netwerkkaart zijn.",
        hulp="Kies een andere opslag met --store; deze is niet aangeraakt.",
    )


def other_format(adres: str, formaat: object, verwacht: int) -> OpslagFout:
    """The store was written with another version of the schema."""
    hulp = (
        "Installeer de nieuwste versie van Netwerkkaart."
        if isinstance(formaat, int) and formaat > verwacht
        else "Maak met de oude versie een archief, en zet het met deze versie terug in een nieuwe opslag."
    )
    return OpslagFout(
        f"{adres} is gemaakt met een andere versie van Netwerkkaart"
        f" (formaat {formaat}, deze versie kent formaat {verwacht}).",
        hulp=hulp,
    )


def changed_meanwhile() -> OpslagFout:
    """Somebody wrote between the plan and its execution."""
    return OpslagFout(
        "De gegevens zijn intussen gewijzigd door iemand anders.",
        hulp="Doe het commando opnieuw; er is niets bewaard.",
    )


def read_only(adres: str) -> OpslagFout:
    """The store was opened to read."""
    return OpslagFout(
        f"{adres} is alleen geopend om te lezen.",
        hulp="Open de opslag om te schrijven: open_store(adres, schrijven=True).",
    )


def closed(adres: str) -> OpslagFout:
    """The store was closed before."""
    return OpslagFout(f"De opslag {adres} is al gesloten.", hulp="Open ze opnieuw.")
