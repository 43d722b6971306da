"""The table of a scenario: which columns it has, and each row as a table that an importer can read.

One row is one intervention: ``doe`` (toevoegen, weghalen, wijzigen) and ``wat`` (band, organisatie, aanbod,
or any other kind). The further columns are those of the plain tables of nodes and relations; what a row
fills in must belong to what it is about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache

from netwerkkaart.fouten import Melding
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten import knopen, relaties
from netwerkkaart.schema.basis import ORGANISATIE, Knoop
from netwerkkaart.schema.organisaties import ORGANISATIES
from netwerkkaart.schema.register import SOORTEN, find_soort
from netwerkkaart.schema.vocabularia import fold

KOPPEN: Mapping[str, tuple[str, ...]] = {
    "doe": ("actie", "wat doen", "ingreep"),
    "wat": ("waarover",),
    "opmerking": ("opmerkingen", "uitleg"),
}
"""The columns of a scenario itself, with their everyday headers."""
BAND = "band"
_BANDWOORDEN = frozenset({"band", "banden", "relatie", "relaties"})
_ORGANISATIEWOORDEN = frozenset({"organisatie", "organisaties", "partner"})


class Doe(StrEnum):
    """What an intervention does."""

    TOEVOEGEN = "toevoegen"
    WEGHALEN = "weghalen"
    WIJZIGEN = "wijzigen"


_DOEWOORDEN = {
    **{str(doe): doe for doe in Doe},
    "erbij": Doe.TOEVOEGEN, "nieuw": Doe.TOEVOEGEN, "plus": Doe.TOEVOEGEN,
    "weg": Doe.WEGHALEN, "verwijderen": Doe.WEGHALEN, "schrappen": Doe.WEGHALEN, "min": Doe.WEGHALEN,
    "wijzig": Doe.WIJZIGEN, "veranderen": Doe.WIJZIGEN, "aanpassen": Doe.WIJZIGEN,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Regel:
    """One row of a scenario.

    Args:
        rij: its number in the file.
        doe: what it does.
        wat: ``band``, ``Organisatie``, or the label of a kind of node that is no organisation.
        soort: label of the kind of organisation, when the row says it.
        cellen: header in the file → text, of the cells that are filled.
    """

    rij: int
    doe: Doe
    wat: str
    soort: str
    cellen: Mapping[str, str]


@dataclass
class Regels:
    """The rows of a scenario, and what is wrong with them.

    Args:
        tabel: the table.
        meldingen: faults, gathered.
        regels: the rows that can be read on.
    """

    tabel: Tabel
    meldingen: list[Melding] = field(default_factory=list)
    regels: list[Regel] = field(default_factory=list)

    def tell(self, rij: int, kolom: str, tekst: str, waarde: str = "", verwacht: str = "") -> None:
        """Keep a fault; ``kolom`` is our name or a header."""
        kop = self.header(kolom) or kolom
        self.meldingen.append(self.tabel.melding(tekst, rij=rij, kolom=kop, waarde=waarde, verwacht=verwacht))

    def header(self, naam: str, wat: str = "") -> str:
        """The header that feeds one of our columns, for what a row is about; empty when there is none."""
        namen = (naam, *_variants(wat).get(naam, ()))
        per_kop = {fold(kop): kop for kop in reversed(self.tabel.kolommen)}
        return next((per_kop[fold(n)] for n in namen if fold(n) in per_kop), "")

    def text(self, regel: Regel, naam: str) -> str:
        """The text of one of our columns in a row; empty when it is not filled."""
        return regel.cellen.get(self.header(naam, regel.wat), "")


def read_regels(tabel: Tabel) -> Regels:
    """The rows of a scenario: what each does and to what. All faults are gathered."""
    uit = Regels(tabel)
    for naam in ("doe", "wat"):
        if not uit.header(naam):
            uit.tell(0, "", f'De kolom "{naam}" ontbreekt.', verwacht=f'een kolom "{naam}"')
    if uit.meldingen:
        return uit
    for kop in tabel.kolommen:
        if not _is_known(kop):
            uit.tell(
                0, kop, "Deze kolom is niet gekend.", verwacht="een kolom als in --voorbeeld scenario.xlsx"
            )
    for rij, cellen in tabel:
        gevuld = {kop: cel for kop, cel in zip(tabel.kolommen, cellen, strict=True) if cel}
        doe, wat = (gevuld.get(uit.header(naam), "") for naam in ("doe", "wat"))
        gekozen, waarover = _DOEWOORDEN.get(fold(doe)), _about(wat)
        if gekozen is None:
            tekst = "Deze ingreep is niet gekend." if doe else "Deze cel is leeg."
            uit.tell(rij, "doe", tekst, doe, "toevoegen, weghalen of wijzigen")
        if waarover is None:
            tekst = "Dit is niet gekend." if wat else "Deze cel is leeg."
            uit.tell(rij, "wat", tekst, wat, "band, organisatie, aanbod, of een andere soort")
        if gekozen is not None and waarover is not None and _belongs(uit, rij, wat, waarover[0], gevuld):
            uit.regels.append(Regel(rij, gekozen, *waarover, gevuld))
    return uit


def _about(wat: str) -> tuple[str, str] | None:
    """What a row is about, and the kind of organisation that this says."""
    if fold(wat) in _BANDWOORDEN:
        return BAND, ""
    if fold(wat) in _ORGANISATIEWOORDEN:
        return ORGANISATIE, ""
    model = find_soort(wat) if wat else None
    if model is None:
        return None
    return (ORGANISATIE, model.soort.label) if model in ORGANISATIES else (model.soort.label, "")


def _belongs(uit: Regels, rij: int, wat: str, waarover: str, gevuld: Mapping[str, str]) -> bool:
    """Whether every filled cell belongs to what the row is about; a fault for each that does not."""
    mag = {uit.header(naam, soort) for soort in ("", waarover) for naam in _variants(soort)}
    vreemd = [kop for kop in gevuld if kop not in mag]
    for kop in vreemd:
        if _is_known(kop):
            uit.tell(rij, kop, f'Bij "{wat}" hoort hier niets.', gevuld[kop], "een lege cel")
    return not vreemd


def _is_known(kop: str) -> bool:
    """Whether any row could fill a column with this header."""
    return any(fold(kop) in _headers(wat) for wat in ("", BAND, ORGANISATIE, *_kinds()))


@cache
def _kinds() -> tuple[str, ...]:
    """Labels of the kinds that are no organisations and that people know."""
    return tuple(
        label
        for label, model in SOORTEN.items()
        if not model.soort.intern and model.soort.basis != ORGANISATIE
    )


@cache
def _variants(wat: str) -> Mapping[str, tuple[str, ...]]:
    """Our columns for what a row is about, each with its everyday headers."""
    if wat == BAND:
        namen = ("van", "naar", "relatie", *relaties.columns_of())
        return {naam: relaties.KOPPEN.get(naam, ()) for naam in namen}
    if not wat:
        return KOPPEN
    modellen = models_of(wat)
    extra = ("soort", "gemeente", "nis") if wat == ORGANISATIE else ("van", "naar") if wat == "Aanbod" else ()
    return {naam: knopen.KOPPEN.get(naam, ()) for naam in (*extra, *knopen.columns_of(modellen))}


@cache
def _headers(wat: str) -> frozenset[str]:
    """Every header, folded, that may be filled for what a row is about."""
    return frozenset(fold(n) for naam, anders in _variants(wat).items() for n in (naam, *anders))


def models_of(wat: str) -> Sequence[type[Knoop]]:
    """The kinds of node that a row may be about."""
    return ORGANISATIES if wat == ORGANISATIE else (SOORTEN[wat],)


def as_table(regels: Regels, regel: Regel, wat: str, aanvulling: Mapping[str, str]) -> Tabel:
    """One row as a table that an importer of plain tables reads, with its row number and headers.

    Args:
        regels: all rows.
        regel: the row.
        wat: what it is about; only columns of that are taken.
        aanvulling: our column → text that stands in where the row says nothing.
    """
    namen = [naam for naam in _variants(wat) if naam not in KOPPEN]  # a remark is about the scenario
    koppen = {regels.header(naam, wat) or naam: aanvulling.get(naam, "") for naam in namen}
    bestaat = {*regels.tabel.kolommen, *(kop for kop, anders in koppen.items() if anders)}
    kolommen = tuple(kop for kop in koppen if kop in bestaat)
    cellen = tuple(regel.cellen.get(kop) or koppen[kop] for kop in kolommen)
    return replace(regels.tabel, kolommen=kolommen, rijen=[cellen], rijnummers=[regel.rij], meldingen=())
