"""The key that makes pseudonyms: a file that stays with the owner of the data.

Who has the key and the codes can make the pseudonyms again; who has the pseudonyms alone cannot. So it never
stands beside what is given away.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import secrets
from pathlib import Path

from netwerkkaart.bestanden import make_folder
from netwerkkaart.fouten import Afsluitcode, GebruikersFout

_BYTES = 32
_TEKENS = 16


def check_place(sleutel: Path, uit: Path) -> None:
    """Refuse a key that would travel with the export.

    Raises:
        GebruikersFout: the key lies in the folder of the export, or in a folder under it.
    """
    if sleutel.resolve().is_relative_to(uit.resolve().parent):
        raise GebruikersFout(
            f"De sleutel {sleutel} zou in de map van de uitvoer liggen.",
            hulp="Bewaar de sleutel op een plaats die u niet deelt, en schrijf de uitvoer in een andere map.",
            code=Afsluitcode.NIET_TOEGELATEN,
        )


def read_key(pad: Path) -> tuple[bytes, bool]:
    """The key in a file, and whether it was made just now; only the owner can read a new file.

    Raises:
        GebruikersFout: the file holds no key, or cannot be read or written.
    """
    try:
        if not pad.exists():
            return _make(pad), True
        tekst = pad.read_text("ascii").strip()
        sleutel = bytes.fromhex(tekst)
    except (ValueError, OSError) as fout:
        raise _no_key(pad) from fout
    if len(sleutel) != _BYTES:
        raise _no_key(pad)
    return sleutel, False


def _make(pad: Path) -> bytes:
    make_folder(pad.parent)
    sleutel = secrets.token_bytes(_BYTES)
    with os.fdopen(os.open(pad, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="ascii") as doel:
        doel.write(sleutel.hex() + "\n")
    return sleutel


def _no_key(pad: Path) -> GebruikersFout:
    return GebruikersFout(
        f"In {pad} staat geen sleutel.",
        hulp="Kies het bestand dat vroeger gemaakt werd (64 tekens 0-9 en a-f), of een nieuwe naam.",
    )


def pseudonym(sleutel: bytes, id_: str) -> str:
    """The pseudonym of an organisation: HMAC-SHA256 of its code, 80 bits of it.

    >>> een, ander = pseudonym(bytes(32), "900001-1"), pseudonym(bytes(32), "900001-2")
    >>> een == pseudonym(bytes(32), "900001-1"), een == ander
    (True, False)
    """
    som = hmac.digest(sleutel, b"organisatie\0" + id_.encode(errors="surrogatepass"), hashlib.sha256)
    return base64.b32encode(som).decode()[:_TEKENS].lower()
