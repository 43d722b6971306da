"""The network under pseudonyms as a package: two CSV tables, their description, and an honest README."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import partial

from netwerkkaart.export.formaten import Schrijver
from netwerkkaart.export.pseudoniem import BAND, Pseudonetwerk
from netwerkkaart.export.teksten import write_csv, write_text
from netwerkkaart.schema.register import TYPEN

_ORGANISATIES = {
    "pseudoniem": "Pseudoniem van de organisatie; hetzelfde in elke uitvoer met dezelfde sleutel.",
    "sector": "Sector; leeg: verborgen.",
    "soort": "Soort organisatie; leeg: verborgen.",
    "regio": "Provincie of Brussel; ongekend: niet in een gemeente geplaatst; leeg: verborgen.",
    "grootte": "Klasse van het aantal leerlingen; ongekend: niet gekend of geen school; leeg: verborgen.",
}
_BANDEN = {
    "van": "Pseudoniem van het begin; zonder richting: van het eerste in volgorde.",
    "naar": "Pseudoniem van het einde.",
    "type": f"Type van de band; {BAND}: verborgen, omdat het zou zeggen welke soort een einde is.",
    "gericht": "true: de richting betekent iets.",
    "stap": "Stap van het continuüm waarvoor verwezen wordt; leeg: elke, of niet van toepassing.",
    "sterkte": "1 (af en toe) tot 3 (wekelijks); leeg: ongekend.",
    "bevestiging": "Of beide kanten de band bevestigen; leeg: nooit gevraagd.",
}
_KENMERKEN = ("grootte", "grootte en regio", "grootte, regio en soort", "alle kenmerken")


def files(net: Pseudonetwerk, citaat: Sequence[str] = ()) -> Mapping[str, Schrijver]:
    """A writer by the name of each file; the same network gives the same bytes.

    Args:
        net: the network.
        citaat: sentences about the edition that it was made from.
    """
    organisaties = [
        (naam, cel.sector, cel.soort, cel.regio, cel.grootte) for naam, cel in net.organisaties.items()
    ]
    banden = [
        (b.van, b.naar, b.type, _directed(b.type), b.stap, b.sterkte, b.bevestiging) for b in net.banden
    ]
    return {
        "LEESMIJ.md": partial(write_text, readme(net, citaat)),
        "datapackage.json": partial(write_text, _description()),
        "organisaties.csv": partial(write_csv, tuple(_ORGANISATIES), organisaties),
        "banden.csv": partial(write_csv, tuple(_BANDEN), banden),
    }


def _directed(type_: str) -> str:
    return "false" if type_ == BAND or TYPEN[type_].soort.ongericht else "true"


def _description() -> str:
    tabellen = (("organisaties", _ORGANISATIES), ("banden", _BANDEN))
    sleutels = [
        {"fields": [einde], "reference": {"resource": "organisaties", "fields": ["pseudoniem"]}}
        for einde in ("van", "naar")
    ]
    inhoud = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "netwerkkaart-pseudoniem",
        "resources": [
            {
                "name": naam,
                "type": "table",
                "path": f"{naam}.csv",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {
                    "fields": [
                        {"name": veld, "type": _type(veld), "description": uitleg}
                        for veld, uitleg in velden.items()
                    ],
                    "missingValues": [""],
                    **(
                        {"primaryKey": ["pseudoniem"]}
                        if naam == "organisaties"
                        else {"foreignKeys": sleutels}
                    ),
                },
            }
            for naam, velden in tabellen
        ],
    }
    return json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n"


def _type(veld: str) -> str:
    return {"gericht": "boolean", "sterkte": "integer"}.get(veld, "string")


def told(net: Pseudonetwerk) -> tuple[str, ...]:
    """How many of what are hidden or left out, in Dutch sentences."""
    return (
        f"Elke combinatie van sector, soort, regio en grootte die erin staat, is er minstens {net.k} keer.",
        *(
            f"Van {net.vergroofd[stap]} organisaties zijn verborgen: {_KENMERKEN[stap - 1]}."
            for stap in sorted(net.vergroofd)
        ),
        *(
            [f"{net.banden_zonder_type} banden staan er zonder type in, als {BAND}, één keer per paar."]
            if net.banden_zonder_type
            else []
        ),
        f"Weggelaten: {net.organisaties_weg} organisaties, en {net.banden_weg} banden met hen.",
    )


def readme(net: Pseudonetwerk, citaat: Sequence[str] = ()) -> str:
    """What it is, what is hidden, and what it does not protect against."""
    return _LEESMIJ.format(
        wanneer=f", zoals het gold op {net.datum.isoformat()}" if net.datum else "",
        organisaties=len(net.organisaties),
        banden=len(net.banden),
        citaat="".join(f"\n{zin}" for zin in citaat),
        verborgen="\n".join(f"- {zin}" for zin in told(net)),
        k=net.k,
    )


_LEESMIJ = """# Netwerk van organisaties rond schooluitval, onder pseudoniem{wanneer}

{organisaties} organisaties (`organisaties.csv`) en {banden} banden (`banden.csv`).
Wat elke kolom betekent, staat in `datapackage.json`.{citaat}

## Wat verborgen is

{verborgen}
- Nooit erin: namen, codes, adressen, gemeenten, bronnen, datums, teksten, aanbod, overleg, personen,
  en wat niet voor onderzoek gegeven is.

Verbergen gaat in stappen: een te kleine combinatie verliest eerst de grootte, dan de regio, dan de
soort (de sector blijft), dan de sector. Wat dan nog met te weinig is, is weggelaten.

## Waartegen dit niet beschermt

Dit is gepseudonimiseerd, niet anoniem. Voor zover het over personen gaat, blijft de AVG gelden.

- **De vorm van het netwerk.** De grens van {k} geldt voor kenmerken, niet voor banden. Wie een deel
  van het netwerk kent (hoeveel banden een organisatie heeft, met welke soorten, wie met wie), kan haar
  terugvinden, en vandaar de rest (Backstrom, Dwork en Kleinberg 2007; Narayanan en Shmatikov 2009).
  Een organisatie met uitzonderlijk veel banden is bijna altijd te herkennen.
- **De regio van de buren.** Is de regio van een organisatie verborgen, dan zeggen haar buren ze vaak.
- **Gelijke waarden.** Hebben alle organisaties van een combinatie dezelfde eigenschap in het netwerk,
  dan weet men die van elk (geen l-diversiteit).
- **Twee uitvoeren naast elkaar.** Dezelfde sleutel geeft dezelfde pseudoniemen: wat in de ene verborgen
  is, kan in de andere staan. Gebruik voor elke ontvanger een eigen sleutel.
- **Wie de sleutel heeft,** kan elk pseudoniem opnieuw maken.

Gebruik het alleen zoals overeengekomen: geen pogingen tot herkenning, niet doorgeven, geen publicatie
over groepen van minder dan {k}.
"""
