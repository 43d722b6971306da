"""The text beside the demo files: all is invented, and how to read them in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

_KOP = """Voorbeeldgegevens voor Netwerkkaart
===================================

Alles in deze map is verzonnen: scholen, schoolnummers, organisaties, mensen, e-mailadressen,
telefoonnummers, aanbod, wachttijden en banden. Alleen de gemeenten en hun postcodes zijn echt.
Ook wat er over een lokaal bestuur staat, is verzonnen. Lijkt een naam op een echte naam, dan is
dat toeval. Gebruik deze gegevens niet om iets over een gemeente te besluiten.

- Schoolnummers beginnen met 9: zes cijfers, maar geen enkele echte school heeft zo'n nummer.
- Websites en e-mailadressen eindigen op .example: die bestaan nooit.
- Telefoonnummers beginnen met 000: daar neemt niemand op.
"""


def leesmij(regios: Sequence[str], bestanden: Sequence[tuple[str, str, int]], datum: date, zaad: int) -> str:
    """The text.

    Args:
        regios: names of the regions.
        bestanden: file name, importer and number of rows, in the order of importing.
        datum: reference date.
        zaad: seed.
    """
    regels = [
        _KOP,
        f"Regio: {', '.join(regios)}. Stand van {datum:%d-%m-%Y}. Zaad {zaad}: met hetzelfde zaad en",
        "dezelfde datum krijgt u precies dezelfde bestanden.",
        "",
        "Zo leest u ze in, in deze volgorde:",
        "",
    ]
    regels += [
        f"  netwerkkaart import {imp} {naam}    ({rijen} {'rij' if rijen == 1 else 'rijen'})"
        for naam, imp, rijen in bestanden
    ]
    return "\n".join([*regels, ""])
