"""The table of all offers that fit a school, with how far each is and whether there is room."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netwerkkaart.analyse.basis import STAPPEN, months_before, municipality_name
from netwerkkaart.fiche.bron import Schoolzicht
from netwerkkaart.fiche.model import Aanbodregel
from netwerkkaart.fiche.trappen import step_number

VERS_MAANDEN = 24
"""A confirmation of an organisation's own data counts for so many months (design, §3)."""


def list_offers(zicht: Schoolzicht) -> tuple[Aanbodregel, ...]:
    """Every fitting offer once: by its first step, then what has room and is in reach, then what is near."""
    bereik = zicht.bron.bereik
    per_aanbod: dict[int, list[int]] = {}
    for stap in range(len(STAPPEN)):
        if bereik.past[zicht.plek, stap]:
            for plek in zicht.fitting(stap):
                per_aanbod.setdefault(plek, []).append(stap)
    regels = [_line(zicht, plek, stappen) for plek, stappen in per_aanbod.items()]
    return tuple(sorted(regels, key=_order))


def _line(zicht: Schoolzicht, plek: int, stappen: Sequence[int]) -> Aanbodregel:
    bron, beeld = zicht.bron, zicht.bron.beeld
    knoop, naaste = int(bron.bereik.aanbod.knopen[plek]), zicht.provider(plek)
    vol = bool(bron.bereik.aanbod.vol[plek])
    wie = -1 if naaste is None else naaste.aanbieder
    schakels = None if naaste is None else naaste.schakels
    stand = beeld.kolom("bron_datum")[knoop]
    zelf = beeld.kolom("bevestigd_op")[wie] if wie >= 0 else None
    vers = isinstance(zelf, date) and zelf >= months_before(bron.bereik.datum, VERS_MAANDEN)
    gemeente = municipality_name(beeld, wie) if wie >= 0 else ""
    return Aanbodregel(
        tuple((STAPPEN[s][0], step_number(s)) for s in stappen),
        beeld.label(wie) if wie >= 0 else "",
        beeld.naam(knoop),
        f"{beeld.naam(wie)}{f', {gemeente}' if gemeente else ''}" if wie >= 0 else "aanbieder niet gekend",
        _room(zicht, knoop, vol=vol),
        vol,
        schakels,
        schakels is None or schakels > bron.bereik.drempels.schakels,
        None if naaste is None else naaste.km,
        stand if isinstance(stand, date) else None,
        vers,
    )


def _room(zicht: Schoolzicht, knoop: int, *, vol: bool) -> str:
    """Whether there is room, in words; what nobody stated is said to be unknown."""
    beeld = zicht.bron.beeld
    weken, plaatsen, bezet = (
        _number(beeld.kolom(n)[knoop]) for n in ("wachttijd_weken", "capaciteit", "bezet")
    )
    if weken:
        return f"{weken:.0f} {'week' if weken == 1 else 'weken'} wachten"
    if vol:
        return "geen plaats"
    return "plaats vrij" if weken == 0 or (plaatsen is not None and bezet is not None) else "niet gekend"


def _number(waarde: object) -> float | None:
    return float(waarde) if isinstance(waarde, int | float) and not isinstance(waarde, bool) else None


def _order(regel: Aanbodregel) -> tuple[object, ...]:
    ver = float("inf")
    return (
        regel.stappen[0],
        regel.vol or regel.te_ver,
        ver if regel.schakels is None else regel.schakels,
        ver if regel.km is None else regel.km,
        regel.naam,
        regel.aanbieder,
    )


def choose_rows(regels: Sequence[Aanbodregel], ruimte: int) -> tuple[list[Aanbodregel], int]:
    """What fits in a table of so many lines, fairly over the steps, and how many are left out.

    A row of which the names wrap takes two lines; when rows are left out, one line says so.

    Args:
        regels: all rows, in order.
        ruimte: lines that fit.
    """
    if sum(map(_lines, regels)) <= ruimte:
        return list(regels), 0
    per_stap: dict[tuple[str, int], list[Aanbodregel]] = {}
    for regel in regels:
        per_stap.setdefault(regel.stappen[0], []).append(regel)
    gekozen: set[int] = set()
    over = ruimte - 1
    rijen = [list(groep) for groep in per_stap.values()]
    while any(rijen):
        for rij in rijen:
            if rij:
                eerste = rij.pop(0)
                if _lines(eerste) > over:
                    rijen = []
                    break
                over -= _lines(eerste)
                gekozen.add(id(eerste))
    return [regel for regel in regels if id(regel) in gekozen], len(regels) - len(gekozen)


def _lines(regel: Aanbodregel) -> int:
    return 2 if len(regel.naam) > _NAAM_LANG or len(regel.aanbieder) > _WIE_LANG else 1


_NAAM_LANG, _WIE_LANG = 25, 36
"""Signs of a name, and of a provider, that are sure to fit on one line of the table."""
