"""A proposed division of contacts between the two coordinators of a tandem.

Every organisation that the tandem reaches gets one of the two. Whom only one reaches, stays with her. Whom
both reach, are divided so that the numbers differ least (or at most by what is asked), and within that so
that most organisations stay with who has a contact of her own with them, then with who reaches them by most
ways. That is exact: with *k* of them to the one, the best *k* are those with the greatest difference, so it
is enough to compare every *k*.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from netwerkkaart.analyse.basis import ORGANISATIES, Getallen, counted, number, reference_date, region_name
from netwerkkaart.analyse.contacten import Wegen
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.organisatierij import OrganisatieRij, describe
from netwerkkaart.analyse.rijen import Rijen
from netwerkkaart.analyse.tandem_toegang import Toegang
from netwerkkaart.analyse.tandems import ROLLEN, coordinators, missing_roles, organisations_of
from netwerkkaart.analyse.uitkomst import Uitkomst, kop
from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.graph.beeld import LABELS, Beeld, Masker


class Verdeling(StrEnum):
    """Who of the tandem keeps contact with an organisation."""

    NIEMAND = "niemand"
    LEREND_NETWERK = "lerend netwerk"
    STS = "STS"
    SAMEN = "samen"


VERDELINGEN = tuple(Verdeling)
"""By code: 1 for the first role, plus 2 for the second."""
WOORD = ("lerend netwerk", "STS")


@dataclass(frozen=True, slots=True)
class VerdelingRij(OrganisatieRij):
    """One organisation of the region, and who keeps contact with it."""

    verdeling: Verdeling = field(metadata=kop("Wie", "Wie van de tandem het contact houdt."))
    bereikt_door: str = field(metadata=kop("Nu bereikt door", "Beide, een van beide, of niemand."))
    waarom: str = field(metadata=kop("Waarom"))
    langs: str = field(
        metadata=kop("Langs", "Voor wie niemand bereikt: het forum of de partner langs wie dat kan.")
    )
    bewijs: tuple[str, ...] = field(metadata=kop("Bewijs", "Sleutels van de relaties waarop het steunt."))


@dataclass(frozen=True)
class Sterkte:
    """How strongly one role reaches each organisation: a contact of her own, and the number of ways."""

    contact: Getallen
    wegen: Getallen

    @classmethod
    def of(cls, wegen: Wegen, knopen: Getallen) -> Sterkte:
        """Count the ways. O(ways + organisations)."""
        aantal = wegen.grenzen[knopen + 1] - wegen.grenzen[knopen]
        eerste = wegen.grenzen[knopen]
        soort = np.append(wegen.soort, -1)[eerste]  # the contact comes first among the ways
        return cls(((aantal > 0) & (soort == 0)).astype(np.int64), aantal)


def tandem_verdeling(
    beeld: Beeld,
    drempels: Drempels = STANDAARD,
    *,
    regio: str,
    verschil: int = 0,
    samen: Sequence[str] = (),
) -> Uitkomst[VerdelingRij]:
    """Divide the organisations of a region over its tandem. O(n log n + ties).

    Args:
        beeld: the view at a date.
        drempels: not used; kept with the result.
        regio: the region.
        verschil: how many organisations the one may have more than the other, for the sake of ties there are.
        samen: ids of organisations, or labels of kinds, with which both keep contact.

    Raises:
        GebruikersFout: a negative difference, or a name in ``samen`` that is none.
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    datum = reference_date(beeld)
    if verschil < 0:
        raise GebruikersFout("Een verschil is minstens 0.", hulp="Met 0 wordt zo gelijk mogelijk verdeeld.")
    knopen = organisations_of(beeld, regio)
    wegen = tuple(Wegen.of(beeld, coordinators(beeld, rol, regio)) for rol in ROLLEN)
    bereikt = np.stack([deel.reaches(knopen) for deel in wegen])
    sterkte = [Sterkte.of(deel, knopen) for deel in wegen]
    beide = bereikt.any(axis=0) & _asked(beeld, knopen, samen)
    vrij = np.flatnonzero(bereikt.all(axis=0) & ~beide)
    vast = [int(np.count_nonzero(bereikt[rol] & ~bereikt[1 - rol] & ~beide)) for rol in (0, 1)]
    voorkeur = [(s.contact[vrij], s.wegen[vrij]) for s in sterkte]
    winst = [eigen - ander for eigen, ander in zip(*voorkeur, strict=True)]
    eigen = divide(winst[0], winst[1], vast[0] - vast[1], verschil)
    codes = np.where(beide, 3, bereikt[0] + 2 * bereikt[1]).astype(np.int64)
    codes[vrij] = np.where(eigen, 1, 2)
    tegen = np.where(eigen, _sign(winst) < 0, _sign(winst) > 0)
    toegang = Toegang.of(beeld, knopen, wegen, bereikt)

    def make(plek: int) -> VerdelingRij:
        knoop, code = int(knopen[plek]), int(codes[plek])
        wie = [WOORD[rol] for rol in (0, 1) if bereikt[rol, plek]]
        rijen = [weg for rol in (0, 1) if code >> rol & 1 for weg in wegen[rol].to(knoop)]
        bewijs = tuple(dict.fromkeys(rid for weg in rijen for rid in weg.bewijs))
        langs, via = toegang.suggest(plek) if not code else ("", ())
        waarom = _reason(code, wie, [s.contact[plek] for s in sterkte], [s.wegen[plek] for s in sterkte])
        door = "beide" if len(wie) == 2 else "".join(wie) or "niemand"
        return VerdelingRij(
            *describe(beeld, knoop),
            VERDELINGEN[code],
            door,
            waarom,
            langs,
            bewijs or via or (beeld.ids[knoop],),
        )

    telling = np.bincount(codes, minlength=4).tolist()
    cijfers: dict[str, float | int | str | None] = {
        **{str(v): aantal for v, aantal in zip(VERDELINGEN, telling, strict=True)},
        "dubbel bereikt": len(vrij),
        "tegen de sterkste band": int(tegen.sum()),
        "verschil zonder dwang": abs(
            vast[0] - vast[1] + int((_sign(winst) > 0).sum()) - int((_sign(winst) < 0).sum())
        ),
        "niemand, wel een weg": toegang.aantal(codes == 0),
    }
    noten = (
        *missing_roles(beeld, regio),
        *_notes(cijfers, vast, verschil),
    )
    return Uitkomst(
        "tandem-verdeling",
        _title(cijfers, regio),
        datum,
        drempels,
        VerdelingRij,
        Rijen(len(knopen), make),
        noten,
        cijfers,
    )


def divide(contact: Getallen, wegen: Getallen, voorsprong: int, verschil: int) -> Masker:
    """Which of the organisations that both reach go to the first role.

    Of all divisions with the numbers at most ``verschil`` apart (or else as little apart as can be) the one
    with the greatest sum of ``contact``, then of ``wegen``; then the least difference, then the fewest.

    Args:
        contact: with which organisations the first role has a contact of her own and the second has not (1),
            or the other way round (−1).
        wegen: by how many more ways the first role reaches each.
        voorsprong: how many more organisations the first role has already.
        verschil: the greatest difference that is wanted.

    >>> divide(np.array([1, 0, -1]), np.array([0, 2, 0]), 0, 1).tolist()
    [True, True, False]
    """
    aantal = len(contact)
    orde = np.lexsort((np.arange(aantal), -wegen, -contact))
    som = np.zeros((2, aantal + 1), dtype=np.int64)
    som[0, 1:], som[1, 1:] = np.cumsum(contact[orde]), np.cumsum(wegen[orde])
    scheef = np.abs(voorsprong - aantal + 2 * np.arange(aantal + 1))
    mag = np.flatnonzero(scheef <= max(verschil, int(scheef.min())))
    k = int(mag[np.lexsort((scheef[mag], -som[1, mag], -som[0, mag]))[0]])
    uit = np.zeros(aantal, dtype=np.bool_)
    uit[orde[:k]] = True
    return uit


def _sign(winst: Sequence[Getallen]) -> Getallen:
    """Whose tie is the stronger: 1 the first role's, −1 the second's, 0 alike."""
    return np.where(winst[0], np.sign(winst[0]), np.sign(winst[1]))


def _asked(beeld: Beeld, knopen: Getallen, samen: Sequence[str]) -> Masker:
    """Which organisations both must keep."""
    uit = np.zeros(len(knopen), dtype=np.bool_)
    labels = {label.casefold(): code for code, label in enumerate(LABELS)}
    for tekst in samen:
        code = labels.get(tekst.strip().casefold())
        nummer = beeld.nummer.get(tekst.strip(), -1)
        hier = beeld.soort[knopen] == code if code is not None else knopen == nummer
        if code is None and nummer < 0:
            raise GebruikersFout(
                f'"{tekst}" is geen code van een organisatie en geen soort.',
                hulp="Geef een code, of een soort als Clb of Werkactor.",
            )
        uit |= hier
    return uit


def _reason(code: int, wie: Sequence[str], contact: Sequence[int], wegen: Sequence[int]) -> str:
    if not code:
        return "niemand bereikt haar"
    if code == 3:
        return "gevraagd: allebei" + ("" if len(wie) == 2 else f"; nu alleen {wie[0]}")
    if len(wie) == 1:
        return f"alleen {wie[0]} bereikt haar"
    rol = code - 1
    if contact[rol] > contact[1 - rol]:
        return "heeft een eigen contact, de ander niet"
    gelijk = contact[0] == contact[1]
    if gelijk and wegen[rol] > wegen[1 - rol]:
        return f"heeft meer wegen ({wegen[rol]} tegen {wegen[1 - rol]})"
    return "even sterk" if gelijk and wegen[0] == wegen[1] else "om gelijk te verdelen"


def _notes(
    cijfers: dict[str, float | int | str | None], vast: Sequence[int], verschil: int
) -> tuple[str, ...]:
    tegen = int(cijfers["tegen de sterkste band"] or 0)
    uit = [
        "Bewezen: beter kan het niet. Eerst telt het verschil in aantal, dan eigen contacten, dan de wegen."
    ]
    if tegen:
        uit.append(
            f"{counted(tegen, 'organisatie gaat', 'organisaties gaan')} naar wie de zwakste band heeft, om "
            f"gelijk te verdelen. Met --verschil {cijfers['verschil zonder dwang']} hoeft dat niet."
        )
    if abs(vast[0] - vast[1]) - int(cijfers["dubbel bereikt"] or 0) > max(verschil, 1):
        uit.append("Gelijk verdelen kan niet: te veel organisaties kent maar een van beide.")
    return tuple(uit)


def _title(cijfers: dict[str, float | int | str | None], regio: str) -> str:
    waar = region_name(regio)
    ln, sts, samen, niemand = (
        int(cijfers[v] or 0)
        for v in (Verdeling.LEREND_NETWERK, Verdeling.STS, Verdeling.SAMEN, Verdeling.NIEMAND)
    )
    alle = ln + sts + samen + niemand
    if not alle:
        return f"In {waar} staan nog geen organisaties."
    allebei = f", samen {number(samen)}" if samen else ""
    langs = int(cijfers["niemand, wel een weg"] or 0)
    return (
        f"{waar}: van de {counted(alle, *ORGANISATIES)} houdt het lerend netwerk er {number(ln)} en STS "
        f"{number(sts)}{allebei}; van de {number(niemand)} die niemand bereikt, "
        f"{'kan' if langs == 1 else 'kunnen'} er {number(langs)} langs een forum of partner."
    )
