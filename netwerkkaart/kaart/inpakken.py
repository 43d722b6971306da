"""What repeats itself in the data of a page, said once: the page unpacks it (``data/gegevens.ts``)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

SITES = ("https://www.", "https://", "http://www.", "http://", "www.")
"""What may stand before the domain of a website; the page knows the same ones."""


def runs(kolom: Sequence[int]) -> list[int]:
    """Value and how often, value and how often, …

    >>> runs([0, 0, 0, 2, -1, -1])
    [0, 3, 2, 1, -1, 2]
    """
    uit: list[int] = []
    for waarde, groep in groupby(kolom):
        uit += [waarde, sum(1 for _ in groep)]
    return uit


def pack_sites(websites: Sequence[str], adressen: Sequence[str]) -> list[str | int]:
    """Websites, as the place in :data:`SITES` of what comes before the domain where that is the mail's.

    Args:
        websites: address of the site of each organisation; empty for none.
        adressen: its mail address; empty for none.

    >>> pack_sites(["https://www.ark.be", "https://ark.be/nl", ""], ["info@ark.be"] * 3)
    [0, 'https://ark.be/nl', '']
    """
    uit: list[str | int] = []
    for website, adres in zip(websites, adressen, strict=True):
        _, teken, domein = adres.partition("@")
        mogelijk = [voor + domein for voor in SITES] if teken and domein and "@" not in domein else []
        uit.append(mogelijk.index(website) if website in mogelijk else website)
    return uit
