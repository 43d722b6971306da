"""The texts of a deposit: README, licence and DataCite metadata (schema 4.5), as pure functions.

Definition of the metadata: DataCite Metadata Schema 4.5, https://datacite-metadata-schema.readthedocs.io/en/4.5/.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from netwerkkaart.export.gegevens import Gegevens
from netwerkkaart.export.neerleggen_keuze import Neerlegging, Toegang
from netwerkkaart.export.teksten import first_paragraph
from netwerkkaart.gebied import regio_naam
from netwerkkaart.schema.register import SOORTEN, TYPEN

MANIFEST = "sha256.txt"
"""The file that lists the checksums of all others."""

_ONDERWERPEN = ("schooluitval", "onderwijs", "jeugdhulp", "samenwerking", "sociale netwerkanalyse")
_NIET = (
    "Wat er niet in staat, kan er wel zijn: alleen wat bevraagd en vrijgegeven is, staat erin. Dat er tussen "
    "twee organisaties geen band staat, betekent niet dat ze niet samenwerken."
)


def readme(gegevens: Gegevens, neerlegging: Neerlegging) -> str:
    """What it is, what is in it, how to check it and how to cite it, in Dutch Markdown."""
    return "\n".join(_readme(gegevens, neerlegging)) + "\n"


def _readme(gegevens: Gegevens, neerlegging: Neerlegging) -> Iterator[str]:
    kop, licentie = gegevens.kop, neerlegging.licentie
    knopen, relaties = gegevens.count()
    yield f"# {kop.titel}\n"
    yield (
        "Wie werkt samen rond schooluitval: scholen, CLB's, jeugdhulp en andere diensten, hun aanbod, en de "
        f"banden tussen hen. {knopen} knopen en {relaties} relaties.\n"
    )
    yield from (f"- {noot}" for noot in kop.noten)
    yield f"- {_NIET}"
    yield "\n## Bestanden\n\n| bestand | wat | voor |\n|---|---|---|"
    for formaat in neerlegging.formaten:
        naam = "" if formaat.pakket else f"netwerkkaart{formaat.ending}"
        yield f"| `{formaat.naam}/{naam}` | {formaat.kort} {formaat.inhoud} | {formaat.voor} |"
    yield "| `datacite.json`, `datacite.xml` | Dezelfde metadata, volgens DataCite 4.5. | archieven, DOI |"
    yield "| `LICENTIE.txt` | Wat u met de gegevens mag doen. | iedereen |"
    yield f"| `{MANIFEST}` | SHA-256 van elk ander bestand. | nagaan |"
    yield f"\nNagaan, na uitpakken: `sha256sum -c {MANIFEST}`. Dezelfde gegevens geven dezelfde bestanden."
    yield "\n## Wat erin staat\n\n| soort | wat het is | aantal |\n|---|---|---|"
    for tabel in gegevens.knopen:
        yield f"| {tabel.naam} | {first_paragraph(SOORTEN[tabel.naam].__doc__)} | {len(tabel)} |"
    yield "\n| relatie | wat ze is | aantal |\n|---|---|---|"
    for tabel_ in gegevens.relaties:
        yield f"| {tabel_.naam} | {first_paragraph(TYPEN[tabel_.naam].__doc__)} | {len(tabel_)} |"
    yield "\nDatums: `sinds` is de eerste dag waarop iets geldt, `tot` de eerste waarop het niet meer geldt."
    yield f"\n## Licentie\n\n{licentie.naam} ({licentie.code}). {licentie.uitleg}"
    yield f"\n## Verwijzen\n\n> {citation(gegevens, neerlegging)}"


def citation(gegevens: Gegevens, neerlegging: Neerlegging) -> str:
    """How to cite it, in the form that DataCite recommends."""
    wie = "; ".join(neerlegging.makers)
    return f"{wie} ({neerlegging.jaar}). {gegevens.kop.titel} [Dataset]. {neerlegging.uitgever}."


def licence(neerlegging: Neerlegging) -> str:
    """What others may do with it; the text of an open licence stands at its address."""
    licentie = neerlegging.licentie
    regels = [
        f"{licentie.naam} ({licentie.code})",
        "",
        licentie.uitleg,
        *([f"De volledige tekst: {licentie.url}"] if licentie.url else []),
        "",
        f"Makers: {'; '.join(neerlegging.makers)}",
    ]
    return "\n".join(regels) + "\n"


def metadata(gegevens: Gegevens, neerlegging: Neerlegging) -> dict[str, Any]:
    """The metadata as the values of DataCite's JSON; without a DOI, which the archive gives."""
    kop, licentie = gegevens.kop, neerlegging.licentie
    knopen, relaties = gegevens.count()
    open_ = neerlegging.toegang is Toegang.OPEN
    rechten: dict[str, str] = {"rights": licentie.naam, "lang": "nl"}
    if open_:
        rechten |= {
            "rightsUri": licentie.url,
            "rightsIdentifier": licentie.code,
            "rightsIdentifierScheme": "SPDX",
            "schemeUri": "https://spdx.org/licenses/",
        }
    return {
        "schemaVersion": "http://datacite.org/schema/kernel-4",
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": "Netwerk van organisaties"},
        "creators": [
            {"name": maker, "nameType": "Personal" if "," in maker else "Organizational"}
            for maker in neerlegging.makers
        ],
        "titles": [{"title": kop.titel, "lang": "nl"}],
        "publisher": {"name": neerlegging.uitgever, "lang": "nl"},
        "publicationYear": str(neerlegging.jaar),
        "language": "nl",
        "subjects": [{"subject": onderwerp, "lang": "nl"} for onderwerp in _ONDERWERPEN],
        "dates": [{"date": kop.datum.isoformat(), "dateType": "Valid"}] if kop.datum else [],
        "descriptions": [
            {"description": f"{kop.toelichting} {_NIET}", "descriptionType": "Abstract", "lang": "nl"}
        ],
        "geoLocations": [
            {"geoLocationPlace": regio_naam(kop.regio) if kop.regio else "Vlaanderen en Brussel"}
        ],
        "rightsList": [
            rechten,
            {
                "rights": "Open Access" if open_ else "Restricted Access",
                "rightsUri": f"http://purl.org/coar/access_right/{'c_abf2' if open_ else 'c_16ec'}",
            },
        ],
        "sizes": [f"{knopen} knopen", f"{relaties} relaties"],
        "formats": [formaat.naam for formaat in neerlegging.formaten],
        **({"version": neerlegging.versie} if neerlegging.versie else {}),
    }


def datacite(gegevens: Gegevens, neerlegging: Neerlegging) -> str:
    """The metadata as DataCite's own JSON."""
    return json.dumps(metadata(gegevens, neerlegging), ensure_ascii=False, indent=1) + "\n"
