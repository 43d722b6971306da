"""From bytes to text: UTF-8 where it fits, else the likeliest encoding of a Flemish office."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from netwerkkaart.fouten import Afsluitcode, GebruikersFout, OnleesbaarBestand

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# In order of likelihood: Excel on Windows, Excel on an old Mac, Excel's "CSV (MS-DOS)".
_WESTERS: Final = ("cp1252", "mac_roman", "cp850")
_LEESBAAR: Final = {
    "cp1252": "Windows-1252",
    "mac_roman": "Mac Roman",
    "cp850": "MS-DOS (850)",
    "latin_1": "Latijns-1",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
}
# How usual a small accented letter is in Dutch and French; letters that are not here cost points.
_GEWICHT: Final = {
    **dict.fromkeys("éë", 3),
    **dict.fromkeys("èïöüçê", 2),
    **dict.fromkeys("äàâôîû", 1),
    **dict.fromkeys("áóíñß", 0),
}
_VREEMD: Final = -2
_PAAR_UTF8: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_BOVEN_ASCII: Final = re.compile(rb"[\x80-\xff]")
_REGELEINDE: Final = re.compile(rb"\r\n|\r|\n")
_MONSTER: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class Gedecodeerd:
    """Text of a file, in NFC.

    Args:
        tekst: the text, without byte order mark.
        codering: name of the encoding as Python knows it.
        geraden: how the encoding is called in a warning, when it was guessed; else empty.
    """

    tekst: str
    codering: str
    geraden: str = ""


def decodeer(inhoud: bytes, naam: str, codering: str | None = None) -> Gedecodeerd:
    """Turn the bytes of a text file into text.

    A byte order mark decides; then UTF-8; then, because nothing else says it, the Western encoding
    in which the accents look most like Dutch and French (of equals the one in which
    charset-normalizer sees least noise, then Windows-1252).

    Args:
        inhoud: all bytes of the file.
        naam: name of the file, for the sentences.
        codering: what the user says it is; then nothing is guessed.

    Raises:
        GebruikersFout: ``codering`` is no encoding, or the bytes do not fit it.
        OnleesbaarBestand: the file holds NUL characters: it is no text.
    """
    gelezen = _geraden(inhoud, naam) if codering is None else _als_gevraagd(inhoud, naam, codering)
    tekst = gelezen.tekst
    if "\x00" in tekst:
        rij = len(re.findall(r"\r\n|\r|\n", tekst[: tekst.index("\x00")])) + 1
        raise OnleesbaarBestand(
            f"{naam} bevat onleesbare tekens (NUL), voor het eerst op rij {rij}: dit is geen gewone tekst.",
            hulp="Bewaar de tabel opnieuw als CSV UTF-8 of als .xlsx.",
        )
    if not unicodedata.is_normalized("NFC", tekst):
        tekst = unicodedata.normalize("NFC", tekst)
    return Gedecodeerd(tekst, gelezen.codering, gelezen.geraden)


def _als_gevraagd(inhoud: bytes, naam: str, codering: str) -> Gedecodeerd:
    """Decode as the user said, or say why that cannot be."""
    try:
        info = codecs.lookup(codering)
        tekst = inhoud.decode(info.name).removeprefix("\ufeff")
    except LookupError as fout:
        raise GebruikersFout(
            f'De codering "{codering}" is niet gekend.',
            hulp="Gebruik bijvoorbeeld utf-8, cp1252 (Windows), mac-roman of utf-16.",
            code=Afsluitcode.VERKEERD_GEBRUIK,
        ) from fout
    except ValueError as fout:
        rij = inhoud[: fout.start].count(b"\n") + 1 if isinstance(fout, UnicodeDecodeError) else 1
        raise GebruikersFout(
            f"{naam} is niet geschreven in de codering {codering}: rij {rij} past er niet in.",
            hulp="Laat --codering weg, of kies een andere codering.",
        ) from fout
    return Gedecodeerd(tekst, info.name)


def _geraden(inhoud: bytes, naam: str) -> Gedecodeerd:
    """Decode by byte order mark, as UTF-8, or by the best guess."""
    for bom, codering in _BOMS:
        if inhoud.startswith(bom):
            try:
                return Gedecodeerd(inhoud.decode(codering).removeprefix("\ufeff"), codering)
            except UnicodeDecodeError as fout:
                raise OnleesbaarBestand(
                    f"{naam} is beschadigd: het begint als {codering.upper()}, maar is het verder niet.",
                    hulp="Bewaar de tabel opnieuw als CSV UTF-8 of als .xlsx.",
                ) from fout
    zonder_bom = _utf16_zonder_bom(inhoud)
    if zonder_bom:
        return Gedecodeerd(inhoud.decode(zonder_bom), zonder_bom, _LEESBAAR[zonder_bom])
    try:
        return Gedecodeerd(inhoud.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as fout:
        _weiger_kapot_utf8(inhoud, naam, fout.start)
        codering = _raad_westers(inhoud)
        return Gedecodeerd(inhoud.decode(codering), codering, _LEESBAAR[codering])


def _weiger_kapot_utf8(inhoud: bytes, naam: str, plaats: int) -> None:
    """Refuse what is UTF-8 but for a few bytes: in any other encoding all its accents would be broken.

    In a Western encoding an accented letter hardly ever stands where it makes a valid pair.
    """
    goed = len(_PAAR_UTF8.findall(inhoud))
    kapot = len(_BOVEN_ASCII.findall(_PAAR_UTF8.sub(b"", inhoud)))
    if goed >= 3 * kapot:
        rij = len(_REGELEINDE.findall(inhoud[:plaats])) + 1
        raise OnleesbaarBestand(
            f"{naam} is beschadigd: het is UTF-8, maar op rij {rij} staat een byte die daar niet in past.",
            hulp="Bewaar de tabel opnieuw als CSV UTF-8, of geef de codering zelf op met --codering.",
        )


def _utf16_zonder_bom(inhoud: bytes) -> str:
    """``utf-16-le`` or ``-be`` when every other byte is mostly NUL, as in Western UTF-16; else ``""``."""
    monster = inhoud[:4096]
    if len(inhoud) % 2 or b"\x00" not in monster:
        return ""
    paren = len(monster) // 2
    even, oneven = monster[0::2].count(0), monster[1::2].count(0)
    for codering, nullen, andere in (("utf-16-le", oneven, even), ("utf-16-be", even, oneven)):
        if nullen > 0.7 * paren and andere == 0:
            try:
                inhoud.decode(codering)
            except UnicodeDecodeError:
                return ""
            return codering
    return ""


def _raad_westers(inhoud: bytes) -> str:
    """The Western encoding that fits best; only lines with accents count, at most 64 kB of them."""
    from charset_normalizer import from_bytes  # heavy, and needed for odd files alone

    kandidaten = [codering for codering in _WESTERS if _past(inhoud, codering)]
    if not kandidaten:
        return "latin_1"
    regels = [regel for regel in inhoud.splitlines() if not regel.isascii()]
    monster = b"\n".join(regels)[:_MONSTER]
    ruis = {gevonden.encoding: gevonden.chaos for gevonden in from_bytes(monster, cp_isolation=kandidaten)}

    def punten(codering: str) -> tuple[int, float]:
        return _waarschijnlijkheid(monster.decode(codering)), -ruis.get(codering, 1.0)

    return max(kandidaten, key=punten)


def _past(inhoud: bytes, codering: str) -> bool:
    """True when every byte has a meaning in this encoding."""
    try:
        inhoud.decode(codering)
    except UnicodeDecodeError:
        return False
    return True


def _waarschijnlijkheid(tekst: str) -> int:
    """How Dutch or French the accents look: the usual ones in usual places, minus all other signs.

    charset-normalizer alone calls a single "Zoë" equally good in all three encodings.
    """
    omgeving = zip(" " + tekst, tekst, tekst[1:] + " ", strict=False)
    return sum(_punten(vorig, teken, volgend) for vorig, teken, volgend in omgeving if not teken.isascii())


def _punten(vorig: str, teken: str, volgend: str) -> int:
    """Points for one sign between its neighbours."""
    letters = vorig.isalpha(), volgend.isalpha()
    if teken in _GEWICHT:
        return _GEWICHT[teken] if any(letters) or teken == "à" else _VREEMD
    if teken.lower() in _GEWICHT:  # a capital stands at the beginning, or among capitals
        goed = not vorig.islower() and letters[1]
        return max(_GEWICHT[teken.lower()], 1) if goed else _VREEMD
    if teken == "’":
        return 2 if any(letters) else 0
    if teken in "‘“„«":
        return 1 if not letters[0] and volgend.isalnum() else _VREEMD
    if teken in "”»":
        return 1 if not letters[1] and not vorig.isspace() else _VREEMD
    if teken in "–—…€°²":
        return 1 if not all(letters) else _VREEMD
    return 0 if teken in "½¼×§\u00a0" else _VREEMD
