"""The lists behind the drop-downs: every vocabulary, the municipalities, and the names of nodes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from netwerkkaart.gebied import gemeenten
from netwerkkaart.omzetten.werkboekbladen import BLADEN, GEMEENTE, Blad, Relatieblad
from netwerkkaart.omzetten.werkboekstand import Naam, Stand
from netwerkkaart.omzetten.werkboekvorm import Kolom, columns
from netwerkkaart.schema.basis import ORGANISATIE
from netwerkkaart.schema.register import SOORTEN, TYPEN, is_organisatie, relation_word
from netwerkkaart.schema.vocabularia import VOCABULARIA, fold

JA_NEE = ("ja", "nee")

_GROEPEN: Mapping[str, tuple[str, ...]] = {
    "organisaties": (ORGANISATIE,),
    "partners": (ORGANISATIE, "Coordinator"),
    "fora": ("Forum",),
    "netwerken": ("LerendNetwerk",),
    "contactpersonen": ("Contactpersoon",),
}


def make_lists(stand: Stand) -> dict[str, Sequence[str]]:
    """Every list by its name; the names of nodes are those that the workbook holds."""
    uit: dict[str, Sequence[str]] = {v.naam: v.codes for v in VOCABULARIA}
    uit["ja_nee"] = JA_NEE
    for blad in BLADEN:
        for kolom in columns(blad):
            if kolom.aard == "soort":
                uit["soort"] = blad.labels if not isinstance(blad, Relatieblad) else ()
            elif kolom.aard == "relatie" and isinstance(blad, Relatieblad):
                uit[f"relatie_{fold(blad.naam)}"] = tuple(map(relation_word, blad.types))
    uit["gemeente"] = _municipalities(stand.merk.regio)
    uit |= {naam: _names(stand.namen, labels) for naam, labels in _GROEPEN.items()}
    return uit


def list_of(blad: Blad, kolom: Kolom) -> str:
    """Name of the list behind the cells of a column; empty when there is none, or a cell holds several."""
    if kolom.eigenschap is not None:
        vorm = kolom.eigenschap.vorm
        if kolom.naam == "via":
            return "contactpersonen"
        if vorm.naam == "ja/nee":
            return "ja_nee"
        return vorm.vocabularium.naam if vorm.naam == "keuze" and vorm.vocabularium else ""
    if kolom.verband is not None:
        return "gemeente" if kolom.verband is GEMEENTE else ""
    if kolom.aard == "relatie":
        return f"relatie_{fold(blad.naam)}"
    if kolom.aard == "einde" and isinstance(blad, Relatieblad):
        labels = {label for type_ in blad.types for label in _ends(type_, kolom.naam)}
        return next((naam for naam, mag in _GROEPEN.items() if labels <= set(mag)), "")
    return "soort" if kolom.aard == "soort" else ""


def is_open(naam: str) -> bool:
    """True for a list of names: another value is allowed, for it may be a new row elsewhere."""
    return naam in _GROEPEN or naam == "gemeente"


def _ends(type_: str, kant: str) -> Iterable[str]:
    """The labels at one end; a kind of organisation counts as an organisation."""
    soort = TYPEN[type_].soort
    for label in soort.van if kant == "van" else soort.naar:
        is_soort = label in SOORTEN and is_organisatie(label)
        yield ORGANISATIE if is_soort else label


def _names(namen: Sequence[Naam], labels: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        naam.getoond for naam in namen if naam.label in labels or SOORTEN[naam.label].soort.basis in labels
    )


def _municipalities(regio: str) -> tuple[str, ...]:
    alle = (g.naam for g in gemeenten().values() if not regio or g.regio == regio)
    return tuple(sorted(alle, key=fold))
