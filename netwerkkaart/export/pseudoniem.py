"""The network under pseudonyms, for research: organisations and ties, and of either only what is listed here.

Nothing leaves that is not on the list: no names, codes, addresses, sources, dates or texts, no offers,
networks or people. What it does not protect against stands in ``docs/privacy.md``: whoever knows a part of
the network can find it again by its shape.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from netwerkkaart.export.pseudoniem_cellen import Kenmerken, describe, protect
from netwerkkaart.export.pseudoniem_sleutel import pseudonym
from netwerkkaart.fouten import Afsluitcode, GebruikersFout
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.register import BANDEN, TYPEN
from netwerkkaart.schema.vocabularia import REGIO

STANDAARD_K = 5
KLEINSTE_K = 3
BAND = "BAND"
"""What a tie is called of which the type would tell the kind of an end that is not shown."""


@dataclass(frozen=True, slots=True, order=True)
class Pseudoband:
    """One tie: ends are pseudonyms; empty where nothing is stated, or where it is not shown."""

    van: str
    naar: str
    type: str
    stap: str
    sterkte: str
    bevestiging: str


@dataclass(frozen=True)
class Pseudonetwerk:
    """What a researcher gets, and how much of it is hidden.

    Args:
        datum: day at which it held.
        k: every cell that is shown has at least so many organisations.
        organisaties: what is shown of each, by pseudonym, in order of pseudonym.
        banden: all ties, sorted.
        vergroofd: number of organisations of which so many characteristics are hidden (1 to 4).
        organisaties_weg: how many are left out: fewer than ``k``, even without characteristics.
        banden_weg: how many ties go with them.
        banden_zonder_type: ties of which the type is hidden.
    """

    datum: date | None
    k: int
    organisaties: dict[str, Kenmerken]
    banden: tuple[Pseudoband, ...]
    vergroofd: Counter[int]
    organisaties_weg: int
    banden_weg: int
    banden_zonder_type: int


def pseudonymise(beeld: Beeld, sleutel: bytes, k: int = STANDAARD_K) -> Pseudonetwerk:
    """The network under pseudonyms. O(n + m log m).

    Args:
        beeld: the view, with what may not leave taken out already.
        sleutel: the key of the pseudonyms.
        k: smallest size of a cell.

    Raises:
        GebruikersFout: ``k`` is smaller than 3.
    """
    if k < KLEINSTE_K:
        raise GebruikersFout(
            f"Cellen van {k} beschermen niemand.",
            hulp=f"Kies minstens {KLEINSTE_K}; {STANDAARD_K} is gebruikelijk.",
            code=Afsluitcode.VERKEERD_GEBRUIK,
        )
    regios, leerlingen = (*REGIO.codes, None), beeld.kolom("leerlingen")  # the region −1 is the last: None
    # A legal person behind sites is never an end of a tie.
    welke = [n for n in range(beeld.aantal_organisaties) if beeld.label(n) != "Bestuur"]
    getoond = protect(
        [describe(beeld.label(n), regios[int(beeld.regio[n])], leerlingen[n]) for n in welke], k
    )
    namen = [pseudonym(sleutel, beeld.ids[n]) for n in welke]
    organisaties = dict(
        sorted((naam, cel) for naam, cel in zip(namen, getoond, strict=True) if cel is not None)
    )
    if len(organisaties) != sum(cel is not None for cel in getoond):
        raise GebruikersFout(
            "Twee organisaties kregen hetzelfde pseudoniem.", hulp="Kies een nieuwe sleutel."
        )
    banden, weg, zonder = _ties(
        beeld, dict(zip(welke, namen, strict=True)), dict(zip(welke, getoond, strict=True))
    )
    vergroofd = Counter(cel.verborgen for cel in getoond if cel is not None and cel.verborgen)
    return Pseudonetwerk(beeld.datum, k, organisaties, banden, vergroofd, getoond.count(None), weg, zonder)


def _ties(
    beeld: Beeld, namen: Mapping[int, str], getoond: Mapping[int, Kenmerken | None]
) -> tuple[tuple[Pseudoband, ...], int, int]:
    """The ties; how many go with an end, and of how many the type is hidden."""
    banden: list[Pseudoband] = []
    verborgen: set[Pseudoband] = set()
    weg = zonder = 0
    for type_ in BANDEN:
        tabel = beeld.van_type(type_)
        velden = [tabel.kolom(naam) for naam in ("stap", "sterkte", "bevestiging")]
        for van, naar, *cellen in zip(tabel.van.tolist(), tabel.naar.tolist(), *velden, strict=True):
            een, ander = getoond[van], getoond[naar]
            if een is None or ander is None:
                weg += 1
                continue
            einden = namen[van], namen[naar]
            laag, hoog = min(einden), max(einden)
            if not (een.soort and ander.soort):  # only a CLB guides: the type would say what is hidden
                zonder += 1
                verborgen.add(Pseudoband(laag, hoog, BAND, "", "", ""))
                continue
            if TYPEN[type_].soort.ongericht:
                einden = laag, hoog
            banden.append(Pseudoband(*einden, type_, *("" if c is None else str(c) for c in cellen)))
    return tuple(sorted([*banden, *verborgen])), weg, zonder
