"""The form of one respondent as plain values: what is known of it, row by row. Pure.

Made from a view that partners may see, so that nothing in it is a secret of the coordinators. Who said
what is never in it: only what is known. Answers are left blank, as a yes that is filled in already is
confirmed too easily.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from netwerkkaart.analyse.basis import in_region, listed, municipality_name
from netwerkkaart.bevraging.ronde import Ronde
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.omzetten.antwoordvorm import EIGEN, band_type, row_code
from netwerkkaart.schema.register import BANDEN
from netwerkkaart.schema.vocabularia import STAP

PER_SCHOOL = 5
"""Ties that a CLB is shown of each of its schools; it can add others."""

_DIENST = ("BEGELEIDT", "ONDERSTEUNT", "ADVISEERT")
# Type → what is known, read by the one it starts from and by the one it runs to.
_VOOR_U: Mapping[str, tuple[str, str]] = {
    "BEGELEIDT": ("u begeleidt deze school", "is uw CLB"),
    "ONDERSTEUNT": ("u geeft deze school leersteun", "geeft u leersteun"),
    "ADVISEERT": ("u begeleidt deze school pedagogisch", "begeleidt u pedagogisch"),
    "WERKT_SAMEN_MET": ("werkt met u samen", "werkt met u samen"),
    "VERWIJST_NAAR": ("u verwijst naar hen door", "verwijst naar u door"),
}
_VOOR_SCHOOL: Mapping[str, tuple[str, str]] = {
    "WERKT_SAMEN_MET": ("werkt met de school samen", "werkt met de school samen"),
    "VERWIJST_NAAR": ("de school verwijst naar hen door", "verwijst naar de school door"),
}


@dataclass(frozen=True, slots=True)
class Bandrij:
    """One row about a tie.

    Args:
        organisatie: name of the other organisation, as in the list; empty: still to be chosen.
        weten: what is known, in a few words.
        code: what tells the program which tie it is.
        school: name of the school for which a CLB answers; empty: the respondent itself.
    """

    organisatie: str
    weten: str
    code: str
    school: str = ""


@dataclass(frozen=True, slots=True)
class Aanbodrij:
    """One offer of the respondent: its name, what is known of it, its id."""

    naam: str
    weten: str
    code: str


@dataclass(frozen=True, slots=True)
class Formulier:
    """The form of one respondent.

    Args:
        ronde: the round.
        id, naam, soort, gemeente: the respondent; ``soort`` is the label of its kind.
        eigen: what is known of itself, by property.
        banden: its own ties.
        scholen: the ties of the schools for which it answers; empty when it is no CLB.
        aanbod: its offers; None when its kind is not asked for any.
        lijst: name and id of every organisation that can be chosen.
        schoolnamen: names of the schools for which it answers.
    """

    ronde: Ronde
    id: str
    naam: str
    soort: str
    gemeente: str
    eigen: Mapping[str, str]
    banden: Sequence[Bandrij]
    scholen: Sequence[Bandrij]
    aanbod: Sequence[Aanbodrij] | None
    lijst: Sequence[tuple[str, str]]
    schoolnamen: Sequence[str] = ()


class Formuliermaker:
    """Makes the forms of one round; what they share is worked out once.

    Args:
        beeld: the view at a date, limited to what partners may see.
        ronde: the round.
    """

    def __init__(self, beeld: Beeld, ronde: Ronde) -> None:
        self._beeld, self._ronde = beeld, ronde
        self._namen = _shown_names(beeld)
        binnen = in_region(beeld, ronde.regio)
        self._regio = [k for k in self._namen if binnen[k]]
        self._banden: dict[int, dict[int, list[tuple[str, int]]]] = {}
        for type_ in BANDEN:
            tabel = beeld.van_type(type_)
            for plaats, (van, naar) in enumerate(zip(tabel.van.tolist(), tabel.naar.tolist(), strict=True)):
                self._banden.setdefault(van, {}).setdefault(naar, []).append((type_, plaats))
                self._banden.setdefault(naar, {}).setdefault(van, []).append((type_, plaats))
        self._aanbod: dict[int, list[int]] = {}
        biedt = beeld.van_type("BIEDT")
        for wie, wat in zip(biedt.van.tolist(), biedt.naar.tolist(), strict=True):
            self._aanbod.setdefault(wie, []).append(wat)

    def make(self, id_: str) -> Formulier:
        """The form of one organisation. O(its ties + size of the region).

        Raises:
            KeyError: the view holds no such organisation.
        """
        beeld, knoop = self._beeld, self._beeld.nummer[id_]
        label = beeld.label(knoop)
        scholen = self._guided(knoop) if label == "Clb" else []
        anderen = {ander for k in (knoop, *scholen) for ander in self._banden.get(k, ())}
        return Formulier(
            self._ronde,
            id_,
            beeld.naam(knoop),
            label,
            municipality_name(beeld, knoop),
            {naam: str(beeld.kolom(naam)[knoop] or "") for naam in EIGEN},
            list(self._own_rows(knoop)),
            [rij for school in scholen for rij in self._school_rows(knoop, school)],
            None if label == "School" else list(self._offers(knoop)),
            self._list({*self._regio, *anderen} - {knoop}),
            [self._namen[school] for school in scholen],
        )

    def _list(self, knopen: set[int]) -> list[tuple[str, str]]:
        paren = [(self._namen[k], self._beeld.ids[k]) for k in knopen if k in self._namen]
        return sorted(paren, key=lambda paar: (paar[0].casefold(), paar[1]))

    def _guided(self, clb: int) -> list[int]:
        """The schools that a CLB guides, by name."""
        scholen = [
            ander
            for ander, banden in self._banden.get(clb, {}).items()
            if any(type_ == "BEGELEIDT" for type_, _ in banden)
        ]
        return sorted(scholen, key=lambda k: (self._namen[k].casefold(), self._beeld.ids[k]))

    def _own_rows(self, knoop: int) -> Iterator[Bandrij]:
        """Its own ties: schools last, then by name."""
        beeld = self._beeld
        buren = self._banden.get(knoop, {})
        volgorde = sorted(
            (k for k in buren if k in self._namen),
            key=lambda k: (beeld.label(k) == "School", self._namen[k].casefold(), beeld.ids[k]),
        )
        for ander in volgorde:
            verwijzing = self._known(knoop, ander, ("VERWIJST_NAAR",), _VOOR_U)
            soorten = [t for t in (*_DIENST, "WERKT_SAMEN_MET") if any(s == t for s, _ in buren[ander])]
            standaard = band_type(beeld.label(knoop), beeld.label(ander))[0]
            for nr, type_ in enumerate(soorten or [standaard]):
                weten = self._known(knoop, ander, (type_,), _VOOR_U)
                tekst = "; ".join(filter(None, (weten, verwijzing if not nr else "")))
                yield Bandrij(self._namen[ander], tekst, row_code(beeld.ids[ander], type_))

    def _school_rows(self, clb: int, school: int) -> Iterator[Bandrij]:
        """Ties of one school that its CLB may know, the uncertain first; no schools, no other services."""
        beeld, naam = self._beeld, self._namen[school]
        buren = {
            ander: banden
            for ander, banden in self._banden.get(school, {}).items()
            if ander != clb
            and ander in self._namen
            and beeld.label(ander) != "School"
            and not any(t in _DIENST for t, _ in banden)
        }
        volgorde = sorted(
            buren,
            key=lambda k: (self._is_confirmed(buren[k]), self._namen[k].casefold(), beeld.ids[k]),
        )
        for ander in volgorde[:PER_SCHOOL]:
            weten = self._known(school, ander, tuple(_VOOR_SCHOOL), _VOOR_SCHOOL)
            code = row_code(beeld.ids[school], beeld.ids[ander], "WERKT_SAMEN_MET")
            yield Bandrij(self._namen[ander], weten, code, naam)
        if not volgorde:
            yield Bandrij("", "nog niets", row_code(beeld.ids[school]), naam)

    def _is_confirmed(self, banden: Sequence[tuple[str, int]]) -> bool:
        return all(
            self._beeld.van_type(type_).kolom("bevestiging")[plaats] == "bevestigd"
            for type_, plaats in banden
        )

    def _known(
        self, knoop: int, ander: int, types: Sequence[str], woorden: Mapping[str, tuple[str, str]]
    ) -> str:
        """What is known between two organisations, as the first one reads it."""
        stappen: dict[str, list[str]] = {}
        for type_, plaats in self._banden.get(knoop, {}).get(ander, ()):
            if type_ in types:
                tabel = self._beeld.van_type(type_)
                tekst = woorden[type_][0 if tabel.van[plaats] == knoop else 1]
                stap = tabel.kolom("stap")[plaats]
                stappen.setdefault(tekst, []).extend([str(stap)] if stap else [])
        return "; ".join(
            tekst + (f" ({', '.join(sorted(namen, key=STAP.codes.index))})" if namen else "")
            for tekst, namen in stappen.items()
        )

    def _offers(self, knoop: int) -> Iterator[Aanbodrij]:
        beeld = self._beeld
        stappen, wachttijd = beeld.kolom("continuum"), beeld.kolom("wachttijd_weken")
        for aanbod in sorted(self._aanbod.get(knoop, ()), key=lambda k: (beeld.naam(k), beeld.ids[k])):
            delen = [", ".join(listed(stappen[aanbod]))]
            if wachttijd[aanbod] is not None:
                delen.append(f"wachttijd {wachttijd[aanbod]} weken")
            yield Aanbodrij(beeld.naam(aanbod), "; ".join(filter(None, delen)), beeld.ids[aanbod])


def _shown_names(beeld: Beeld) -> dict[int, str]:
    """The name by which each organisation is chosen: with its municipality, and no two alike."""
    uit: dict[int, str] = {}
    for knoop in range(beeld.aantal_organisaties):
        if beeld.label(knoop) != "Bestuur":
            gemeente = municipality_name(beeld, knoop)
            naam = beeld.naam(knoop)
            uit[knoop] = f"{naam} ({gemeente})" if gemeente and gemeente not in naam else naam
    telling = Counter(naam.casefold() for naam in uit.values())
    return {
        knoop: naam if telling[naam.casefold()] == 1 else f"{naam} [{beeld.ids[knoop]}]"
        for knoop, naam in uit.items()
    }
