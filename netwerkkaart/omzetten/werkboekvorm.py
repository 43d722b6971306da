"""The columns of each sheet of the workbook, as the schema has them.

Writing (:mod:`netwerkkaart.werkboek`) and reading (:mod:`netwerkkaart.omzetten.werkboek`) both stand on
this module: every property, its name, its meaning and what a cell may hold come from the schema.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from netwerkkaart.omzetten.werkboekbladen import GEMEENTE, Blad, Relatieblad, Verbandkolom
from netwerkkaart.schema.basis import ORGANISATIE, Knoop
from netwerkkaart.schema.register import SOORTEN, TYPEN, Eigenschap, properties_of, relation_word
from netwerkkaart.schema.vocabularia import Vocabularium

SLEUTEL = "sleutel"
"""Hidden column of a sheet of relations: the key of the relation as it was exported."""

_STAART = ("sinds", "tot", "bron", "bron_datum", "vrijgave", "opmerking")
_BEHEERD = "door het programma"
_PERSOONLIJK = frozenset({"via"})


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column of a sheet.

    Args:
        naam: our name of the column.
        aard: ``id``, ``soort``, ``eigenschap``, ``verband``, ``einde``, ``relatie`` or ``sleutel``.
        kop: header as it is shown.
        uitleg: what it means.
        verwacht: what a cell may hold.
        verplicht: whether it may not be empty.
        eigenschap: the property that it holds, if any.
        verband: the relations whose ends it names, if any.
    """

    naam: str
    aard: str
    kop: str
    uitleg: str
    verwacht: str
    verplicht: bool = False
    eigenschap: Eigenschap | None = None
    verband: Verbandkolom | None = None

    @property
    def vocabularium(self) -> Vocabularium | None:
        """The closed list of values, if there is one."""
        return self.eigenschap.vorm.vocabularium if self.eigenschap else None

    @property
    def is_getal(self) -> bool:
        """True when its cells are numbers."""
        return self.eigenschap is not None and self.eigenschap.vorm.naam in ("getal", "kommagetal")


@cache
def columns(blad: Blad, personen: bool = True) -> tuple[Kolom, ...]:
    """The columns of a sheet, in order.

    Args:
        blad: the sheet.
        personen: whether columns that point at contact persons are there too.

    >>> from netwerkkaart.omzetten.werkboekbladen import find_blad
    >>> [kolom.kop for kolom in columns(find_blad("Leden"))][:4]
    ['lid *', 'netwerk *', 'engagement', 'sinds']
    """
    if isinstance(blad, Relatieblad):
        return _relation_columns(blad, personen)
    eigen: dict[str, Kolom] = {}
    if len(blad.modellen) > 1:
        verwacht = f"een van: {', '.join(blad.labels)}"
        eigen["soort"] = Kolom("soort", "soort", "soort *", "Soort organisatie.", verwacht, True)
    for kolom in blad.verbanden:
        verwacht = "namen uit de lijst, gescheiden door ;"
        if kolom is GEMEENTE:
            verwacht = "een gemeente"
        elif kolom.type == "BEREIKT":
            verwacht = "gemeenten of regio's, gescheiden door ;"
        eigen[kolom.naam] = Kolom(kolom.naam, "verband", kolom.naam, kolom.uitleg, verwacht, verband=kolom)
    for naam, eigenschap in _properties(blad.modellen).items():
        if naam != "id" and not is_managed(eigenschap):
            verplicht = all(_required(model, naam) for model in blad.modellen)
            eigen[naam] = _property_column(naam, eigenschap, verplicht)
    code = Kolom("id", "id", "code", "Vaste code. Laat ze leeg op een nieuwe rij.", "leeg op een nieuwe rij")
    return (code, *_ordered(eigen, blad.eerst))


def _relation_columns(blad: Relatieblad, personen: bool) -> tuple[Kolom, ...]:
    modellen = [TYPEN[type_] for type_ in blad.types]
    eigen: dict[str, Kolom] = {}
    for naam, eigenschap in _properties(modellen).items():
        if naam == "rid" or is_managed(eigenschap) or (naam in _PERSOONLIJK and not personen):
            continue
        eigen[naam] = _property_column(naam, eigenschap, False)
    van = Kolom("van", "einde", f"{blad.van} *", "Waar de relatie begint.", "een naam uit de lijst", True)
    naar = Kolom("naar", "einde", f"{blad.naar} *", "Naar wie ze loopt.", "een naam uit de lijst", True)
    if len(blad.types) == 1:
        soort = modellen[0].soort
        uitleg = {"van": f"Wie: {_kinds(soort.van)}.", "naar": f"Waarvan: {_kinds(soort.naar)}."}
        van = Kolom("van", "einde", f"{blad.van} *", uitleg["van"], "een naam uit de lijst", True)
        naar = Kolom("naar", "einde", f"{blad.naar} *", uitleg["naar"], "een naam uit de lijst", True)
        midden: tuple[Kolom, ...] = (van, naar)
    else:
        verwacht = f"een van: {', '.join(relation_word(type_) for type_ in blad.types)}"
        relatie = Kolom("relatie", "relatie", "relatie *", "Wat de ene met de andere doet.", verwacht, True)
        midden = (van, relatie, naar)
    sleutel = Kolom(SLEUTEL, "sleutel", SLEUTEL, "Voor het programma: laat deze kolom staan.", "")
    return (*midden, *_ordered(eigen, blad.eerst), sleutel)


def _kinds(labels: Iterable[str]) -> str:
    namen = [
        "organisatie" if label == ORGANISATIE else SOORTEN[label].soort.woorden[0]
        if SOORTEN[label].soort.woorden else label.lower()
        for label in labels
    ]  # fmt: skip
    return " of ".join(namen)


def _ordered(kolommen: dict[str, Kolom], eerst: Sequence[str]) -> list[Kolom]:
    """First what is named, then the rest, the provenance and the remark last."""
    staart = [naam for naam in _STAART if naam in kolommen and naam not in eerst]
    rest = [naam for naam in kolommen if naam not in (*eerst, *staart)]
    return [kolommen[naam] for naam in (*eerst, *rest, *staart) if naam in kolommen]


def _property_column(naam: str, eigenschap: Eigenschap, verplicht: bool) -> Kolom:
    kop = naam.replace("_", " ") + (" *" if verplicht else "")
    return Kolom(
        naam, "eigenschap", kop, eigenschap.omschrijving, eigenschap.vorm.verwacht, verplicht, eigenschap
    )


def _properties(modellen: Iterable[type]) -> dict[str, Eigenschap]:
    samen: dict[str, Eigenschap] = {}
    for model in modellen:
        for naam, eigenschap in properties_of(model).items():
            samen.setdefault(naam, eigenschap)
    return samen


def _required(model: type[Knoop], naam: str) -> bool:
    eigenschappen = properties_of(model)
    return naam in eigenschappen and eigenschappen[naam].verplicht


def is_managed(eigenschap: Eigenschap) -> bool:
    """True for a property that the program keeps and no person fills in: it is no column.

    >>> is_managed(properties_of(SOORTEN["School"])["imp"])
    True
    """
    return _BEHEERD in eigenschap.omschrijving
