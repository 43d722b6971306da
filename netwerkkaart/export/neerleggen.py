"""A deposit: one ZIP with the chosen formats, checksums, licence, README and DataCite metadata.

The same data and the same choice give the same bytes.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Mapping
from functools import partial
from typing import BinaryIO, cast

from netwerkkaart.export.datacite_xml import datacite_xml
from netwerkkaart.export.formaten import Schrijver
from netwerkkaart.export.gegevens import Gegevens
from netwerkkaart.export.neerleggen_keuze import Neerlegging, check_deposit
from netwerkkaart.export.neerleggen_teksten import MANIFEST, datacite, licence, metadata, readme
from netwerkkaart.export.schrijven import write_zip
from netwerkkaart.export.teksten import write_text


def write_deposit(gegevens: Gegevens, neerlegging: Neerlegging, doel: BinaryIO) -> None:
    """Write the ZIP; the same data and deposit give the same bytes.

    Raises:
        GebruikersFout: as :func:`check_deposit`.
    """
    check_deposit(gegevens.kop, neerlegging)
    write_zip(deposit_files(gegevens, neerlegging), doel)


def deposit_files(gegevens: Gegevens, neerlegging: Neerlegging) -> Mapping[str, Schrijver]:
    """A writer by the name of each file; the last one lists the checksums of all that were written before."""
    teksten = {
        "LEESMIJ.md": readme(gegevens, neerlegging),
        "LICENTIE.txt": licence(neerlegging),
        "datacite.json": datacite(gegevens, neerlegging),
        "datacite.xml": datacite_xml(metadata(gegevens, neerlegging)).decode(),
    }
    bestanden: dict[str, Schrijver] = {
        naam: partial(write_text, tekst) for naam, tekst in teksten.items()
    } | dict(_data(gegevens, neerlegging))
    sommen: dict[str, str] = {}
    uit: dict[str, Schrijver] = {
        naam: partial(_summed, sommen, naam, write) for naam, write in bestanden.items()
    }
    uit[MANIFEST] = lambda doel: write_text(
        "".join(f"{som}  {naam}\n" for naam, som in sorted(sommen.items())), doel
    )
    return uit


def _data(gegevens: Gegevens, neerlegging: Neerlegging) -> Iterator[tuple[str, Schrijver]]:
    for formaat in neerlegging.formaten:
        for naam, write in formaat.files(gegevens).items():
            yield f"{formaat.naam}/{naam}", write


def _summed(sommen: dict[str, str], naam: str, write: Schrijver, doel: BinaryIO) -> None:
    """Write a file, and remember its checksum."""
    teller = _Teller(doel)
    write(cast(BinaryIO, teller))
    sommen[naam] = teller.som.hexdigest()


class _Teller(io.BufferedIOBase):
    """Passes bytes on and works out their SHA-256."""

    def __init__(self, doel: BinaryIO) -> None:
        self._doel = doel
        self._plek = 0
        self.som = hashlib.sha256()

    def writable(self) -> bool:
        return True

    def write(self, inhoud: object, /) -> int:
        stuk = bytes(cast(bytes, inhoud))
        self.som.update(stuk)
        self._plek += len(stuk)
        return self._doel.write(stuk)

    def tell(self) -> int:
        return self._plek
