"""National register numbers in a text, however they are written; and how to hide them again.

A number is 11 digits: the date of birth (yymmdd), a count of three digits and two check digits. People
write it bare, with signs in any place, in full-width digits, with invisible signs inside, as Excel shows
a large number. :func:`numbers_in` finds all these; :func:`may_hold_number` tells in one quick pass over
a large text that there is nothing to find.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

# What people put between the parts. Not a comma, semicolon, tab or bar: these part cells of a CSV.
_S: Final = r"[ .\-/_:*~()\\\r\n]"
# 85.07.30-033.28, 850730 033 28, 1985.07.30-033.28: parted as only a register number is.
_DELEN: Final = re.compile(
    r"(?<![0-9+])(?<![0-9][.,])(?:(?:19|20)(?=[0-9]{2}))??"
    rf"(?:([0-9]{{2}}){_S}{{1,3}}([0-9]{{2}}){_S}{{1,3}}([0-9]{{2}}){_S}{{0,3}}|([0-9]{{6}}){_S}{{1,3}})"
    rf"([0-9]{{3}}){_S}{{0,3}}([0-9]{{2}})(?![0-9])"
)
# 85.073.003.328: a number as a spreadsheet shows it.
_DUIZEND: Final = re.compile(r"(?<![0-9+.,])([0-9]{2})([ .'])([0-9]{3})\2([0-9]{3})\2([0-9]{3})(?![0-9])")
# 8 5 0 7 3 0 0 3 3 2 8
_LOS: Final = re.compile(r"(?<![0-9])(?<![0-9][ .\-_])[0-9]([ .\-_])[0-9](?:\1[0-9]){9}(?!\1?[0-9])")
# 8,5073003328E+10
_EXPONENT: Final = re.compile(r"(?<![0-9])([0-9])[.,]([0-9]{5,10})[eE]\+?10(?![0-9])")
# Not after a digit, a plus (telephone) or a decimal sign; not before decimals, unless these are 0, as when
# a number went through a data program.
_KAAL: Final = re.compile(
    r"(?<![0-9+])(?<![0-9][.,])(?:(?:19|20)(?=[0-9]{11}(?![0-9])))?"
    r"([0-9]{11})(?![0-9])(?![.,][0-9]*[1-9])"
)
_HEX: Final = re.compile(r"[0-9A-Fa-f]*")
_IBAN: Final = re.compile(r"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b")

# The same forms over bytes whose digits are all 0 and whose signs are all blanks: a literal beginning
# lets the search skip fast.
_TEKENS: Final = " .-/_:*~()\\\r\n'"
_ZEEF: Final = re.compile(
    rb"00 {1,3}00 {1,3}00 {0,3}000 {0,3}00(?!0)|000000 {1,3}000 {0,3}00(?!0)|00 000 000 000(?!0)"
    rb"|0 0 0 0 0 0 0 0 0 0 0"
)
_ELF: Final = b"0" * 11
_PRECIES_ELF: Final = re.compile(rb"(?<!0)(?:00)?0{11}(?!0)")
_ZEEF_EXPONENT: Final = re.compile(rb"0[ ,]0{5,10}[eE]\+?00(?!0)")


class _Effen(dict[int, int | None]):
    """For ``str.translate``: odd digits, dashes and blanks as plain ones, invisible signs away."""

    def __missing__(self, code: int) -> int | None:
        teken = chr(code)
        soort = unicodedata.category(teken)
        uit: int | None = code
        if soort in ("Cf", "Mn", "Me"):
            uit = None
        elif (cijfer := unicodedata.digit(teken, None)) is not None:
            uit = ord(str(cijfer))
        elif soort == "Pd" or teken in "\u2212\u02d7\u00af":
            uit = ord("-")
        elif soort == "Zs":
            uit = ord(" ")
        elif teken in "\u00b7\u2022\u2219\u22c5\u2024\u30fb\uff0e\u3002\uff65\u2027":
            uit = ord(".")
        elif teken in "\u2018\u2019\u02bc\uff07":
            uit = ord("'")
        elif teken in "\u2044\u2215\uff0f":
            uit = ord("/")
        elif teken in "\uff1a\ufe55":
            uit = ord(":")
        elif teken in "\uff08\uff09":
            uit = ord("(")
        self[code] = uit
        return uit


_PLAT: Final = _Effen({code: code for code in range(128)})


def _effen_tabel(codering: str) -> bytes:
    """For ``bytes.translate``: digits to 0, signs to a blank, as :data:`_PLAT` sees the signs."""
    uit = bytearray(range(256))
    for byte in range(256):
        code = _PLAT[ord(bytes([byte]).decode(codering, "replace"))]
        teken = chr(code) if code is not None else "?"
        uit[byte] = 0x30 if teken in "0123456789" else 0x20 if teken in _TEKENS else byte
    return bytes(uit)


_EFFEN: Final = {codering: _effen_tabel(codering) for codering in ("latin-1", "cp1252")}
# Signs that _PLAT would change, as far as they can matter: texts without any need no translation.
_VREEMD: Final = re.compile(
    "[\u00a0\u00ad\u00af\u00b2\u00b3\u00b7\u00b9\u0300-\u036f\u0600-\u0605\u0660-\u0669\u06f0-\u06f9\u07c0-\u07c9"
    "\u0900-\u0dff\u0e50-\u0e59\u0ed0-\u0ed9\u0f20-\u0f33\u1040-\u1049\u1090-\u1099\u17e0-\u17e9\u180e"
    "\u1810-\u1819\u1946-\u194f\u19d0-\u19da\u1a80-\u1a99\u1b50-\u1b59\u1bb0-\u1bb9\u1c40-\u1c59\u2000-\u200f"
    "\u2010-\u2015\u2019\u2022\u2024\u2027\u202a-\u202f\u2044\u205f-\u209f\u20d0-\u20ff\u2212\u2215\u2219\u22c5"
    "\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3000\u3002\u30fb\ua620-\ua629\ua8d0-\ua909\ua9d0-\ua9f9\uaa50-\uaa59"
    "\uabf0-\uabf9\ufe00-\ufe0f\ufe55\ufeff\uff07-\uff1a\uff65\U000104a0-\U000104a9\U00011066-\U00011d59"
    "\U0001d7ce-\U0001d7ff\U0001e140-\U0001e959\U0001f100-\U0001f10a\U0001fbf0-\U0001fbf9\U000e0001-\U000e01ef]"
)


def is_rijksregisternummer(cijfers: str) -> bool:
    """True for 11 digits that are a national register number or a BIS number.

    The check (mod 97, with a 2 in front for who was born from 2000 on) and the months are those of
    python-stdnum; the day must exist as well, or be unknown. Some 0.15% of all 11-digit strings pass.

    >>> is_rijksregisternummer("85073003328"), is_rijksregisternummer("85073003329")
    (True, False)
    """
    from stdnum.be import bis, nn

    if not (nn.is_valid(cijfers) or bis.is_valid(cijfers)):
        return False
    # Without a whole date, the day is 00, or a count up to 9 for who has no known month.
    return nn.get_birth_date(cijfers) is not None or cijfers[4] == "0"


def as_plain(tekst: str) -> str:
    """A text with plain digits, dashes and blanks for the odd ones, and without invisible signs.

    >>> as_plain("85\u200b.07\u00a0３０")
    '85.07 30'
    """
    return tekst if tekst.isascii() or _VREEMD.search(tekst) is None else tekst.translate(_PLAT)


def may_hold_number(tekst: str) -> bool:
    """False when a text surely holds no register number; costs some 6 ms a megabyte."""
    effen = _effen_bytes(tekst)
    if _ELF in effen and _PRECIES_ELF.search(effen):
        return True
    return _ZEEF.search(effen) is not None or _ZEEF_EXPONENT.search(effen) is not None


def _effen_bytes(tekst: str) -> bytes:
    """The text with 0 for each digit and a blank for each sign that parts them, one byte a sign."""
    for codering in ("latin-1", "cp1252"):  # what Dutch texts are made of: no need to look at each sign
        try:
            return tekst.encode(codering).translate(_EFFEN[codering], b"\xad")
        except UnicodeEncodeError:
            continue
    return as_plain(tekst).encode("ascii", "replace").translate(_EFFEN["latin-1"])


def formatted_numbers(tekst: str) -> Iterator[str]:
    """Register numbers in a form that little else has, as 11 digits; ``tekst`` is :func:`as_plain`."""
    for vorm in (_DELEN, _DUIZEND, _LOS):
        for treffer in vorm.finditer(tekst):
            cijfers = re.sub("[^0-9]", "", treffer[0])[-11:]
            if not _is_mobiel(cijfers) and is_rijksregisternummer(cijfers):
                yield cijfers


def bare_numbers(tekst: str) -> Iterator[str]:
    """Runs of exactly 11 digits, register number or not; ``tekst`` is :func:`as_plain`.

    Left out are Belgian mobile numbers that lost their plus, parts of an IBAN, and of a hash.
    """
    zonder_iban = _IBAN.sub(_zonder_iban, tekst)
    for treffer in _KAAL.finditer(zonder_iban):
        if not _is_mobiel(treffer[1]) and not _in_hash(zonder_iban, treffer):
            yield treffer[1]
    for treffer in _EXPONENT.finditer(tekst):
        yield (treffer[1] + treffer[2]).ljust(11, "0")


def numbers_in(tekst: str) -> Iterator[str]:
    """All register numbers in a text, as 11 digits.

    >>> list(numbers_in("van 85.07.30-033.28 en 17073003384"))
    ['85073003328', '17073003384']
    """
    plat = as_plain(tekst)
    yield from formatted_numbers(plat)
    yield from filter(is_rijksregisternummer, bare_numbers(plat))


def bevat_rijksregisternummer(tekst: str) -> bool:
    """True when a text holds a national register number, in any form, bare digits too."""
    return len(tekst) >= 11 and next(numbers_in(tekst), None) is not None


def hide_numbers(tekst: str) -> str:
    """The text, or what may be told of it: with a register number in it, its digits become ``*``.

    >>> hide_numbers("blad 85.07.30-033.28 van 3"), hide_numbers("blad 3")
    ('blad **.**.**-***.** van *', 'blad 3')
    """
    if not bevat_rijksregisternummer(tekst):
        return tekst
    return "".join("*" if unicodedata.digit(teken, None) is not None else teken for teken in tekst)


def _zonder_iban(treffer: re.Match[str]) -> str:
    """A blank for a true IBAN; what only looks like one (``RR85073003328``) stays."""
    from stdnum import iban

    return " " if iban.is_valid(treffer[0]) else treffer[0]


def _is_mobiel(cijfers: str) -> bool:
    """True for +32 4…: a Belgian mobile number that lost its plus."""
    return cijfers.startswith("324")


def _in_hash(tekst: str, treffer: re.Match[str]) -> bool:
    """True when the digits are part of a hash or a uuid: hex letters at both sides, or a long run."""
    begin = treffer.start()
    while begin and tekst[begin - 1] in "0123456789abcdefABCDEF" and treffer.start() - begin < 8:
        begin -= 1
    rest = _HEX.match(tekst, treffer.end())
    na = len(rest[0]) if rest else 0
    voor = treffer.start() - begin
    return (voor > 0 and na > 0) or voor > 2 or na > 2
