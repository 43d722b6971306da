"""Addresses and ways to reach somebody, as they are compared."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from netwerkkaart.gebied.sleutel import woorden

_OPENBARE_POST = """
    gmail.com googlemail.com hotmail.com hotmail.be outlook.com outlook.be live.com live.be msn.com yahoo.com
    yahoo.fr icloud.com me.com telenet.be skynet.be proximus.be scarlet.be pandora.be belgacom.net edpnet.be
    protonmail.com proton.me
"""
OPENBARE_POST = frozenset(_OPENBARE_POST.split())
"""Providers of mail for everybody: sharing one says nothing."""

_GEDEELDE_SITES = """
    facebook.com instagram.com linkedin.com linktr.ee sites.google.com google.com youtube.com twitter.com
    x.com socialekaart.be data-onderwijs.vlaanderen.be onderwijs.vlaanderen.be vlaanderen.be wordpress.com
    weebly.com
"""
GEDEELDE_SITES = frozenset(_GEDEELDE_SITES.split())
"""Sites on which many have a page."""

_STRAAT = {
    "str": "straat",
    "stw": "steenweg",
    "stwg": "steenweg",
    "stg": "steenweg",
    "ln": "laan",
    "pl": "plein",
    "pln": "plein",
    "dr": "dreef",
    "burg": "burgemeester",
    "kard": "kardinaal",
    "kan": "kanunnik",
    "prof": "professor",
    "past": "pastoor",
}
_EINDES = re.compile(r"(?<=\w{3})(str|stwg|stw|ln|pln)$")


def read_telefoon(tekst: str) -> str:
    """The digits of a Belgian telephone number as one dials them here; ``""`` when it is none.

    >>> read_telefoon("+32 (0)11 22.33.44"), read_telefoon("011/22 33 44 (secretariaat)")
    ('011223344', '011223344')
    """
    begin = re.match(r"[\d+()/.\s-]+", tekst.strip())
    if begin is None:
        return ""
    cijfers = re.sub(r"\D", "", begin[0].replace("(0)", ""))
    cijfers = re.sub(r"^(00)?32(?=\d{8,9}$)", "0", cijfers)
    return cijfers if 8 <= len(cijfers) <= 12 else ""


def read_email(tekst: str) -> str:
    """An e-mail address for comparing.

    >>> read_email(" Info@School.BE ")
    'info@school.be'
    """
    return tekst.strip().casefold()


def read_domeinen(email: str, website: str) -> frozenset[str]:
    """The domains that are somebody's own: of the mail and of the site.

    >>> sorted(read_domeinen("info@deark.be", "https://www.deark.be/contact"))
    ['deark.be']
    >>> read_domeinen("deark@gmail.com", "https://www.facebook.com/deark")
    frozenset({'facebook.com/deark'})
    """
    uit: set[str] = set()
    domein = read_email(email).rpartition("@")[2]
    if domein and domein not in OPENBARE_POST:
        uit.add(domein)
    if website:
        try:
            delen = urlsplit(website if "://" in website else f"https://{website}")
            gastheer = (delen.hostname or "").casefold().removeprefix("www.")
        except ValueError:  # an address that urlsplit refuses, as http://[
            return frozenset(uit)
        pad = delen.path.strip("/").casefold().split("/")[0]
        if gastheer and gastheer not in GEDEELDE_SITES:
            uit.add(gastheer)
        elif gastheer and pad:
            uit.add(f"{gastheer}/{pad}")
    return frozenset(uit)


def read_straat(tekst: str) -> str:
    """A street as one word, abbreviations written out.

    >>> read_straat("Kard. Mercierstr.") == read_straat("Kardinaal Mercierstraat")
    True
    >>> read_straat("Sint-Annarei") == read_straat("St. Annarei")
    True
    """
    delen = [_STRAAT.get(woord, woord) for woord in woorden(tekst)]
    if delen:
        delen[-1] = _EINDES.sub(lambda treffer: _STRAAT[treffer[0]], delen[-1])
    return "".join(delen)


def read_huisnummer(tekst: str) -> str:
    """The first number of a house number, with its letter; the box falls away.

    >>> read_huisnummer("12 A bus 3"), read_huisnummer("27-29"), read_huisnummer("z/n")
    ('12a', '27', '')
    """
    treffer = re.match(r"\s*(\d+)\s*([a-z](?![a-z]))?", tekst.casefold())
    return treffer[1] + (treffer[2] or "") if treffer else ""
