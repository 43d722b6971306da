"""Fields of an organisation and of an offer, and dates and codes, as people read them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netwerkkaart.analyse.basis import listed
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.plan.grondslag import BEWAARD
from netwerkkaart.schema.register import SOORTEN, properties_of
from netwerkkaart.schema.vocabularia import ALLE, Vocabularium

STIL: frozenset[str] = frozenset(
    {"id", "naam", "bron", "bron_datum", "opmerking", "imp", "vrijgave", "vroegere_ids", *BEWAARD.values()}
)
"""Fields that are no line of their own: they stand elsewhere on the page, or are work of the program or of
the coordinator and go to nobody."""

GEVRAAGD: frozenset[str] = frozenset(
    {"straat", "postcode", "email", "telefoon", "website", "themas", "continuum", "niveaus", "leerlingen"}
)
"""Fields that an organisation is asked to fill in where they are empty."""

_NAMEN = {
    "email": "E-mail", "kbo": "Ondernemingsnummer", "ovo": "OVO-code", "themas": "Thema's",
    "net": "Onderwijsnet",
    "continuum": "Stappen", "bevestigd_op": "U bevestigde uw gegevens op", "leeftijd_van": "Vanaf (jaar)",
    "leeftijd_tot": "Tot (jaar)", "wachttijd_weken": "Wachttijd (weken)", "duur_weken": "Duur (weken)",
    "capaciteit": "Plaatsen", "leerlingen": "Aantal leerlingen",
    "leerlingen_schooljaar": "Schooljaar van dat aantal",
}  # fmt: skip
_SOORTEN = {
    "School": "School", "Clb": "CLB", "Begeleidingsdienst": "Pedagogische begeleidingsdienst",
    "Ondersteuningsnetwerk": "Leersteuncentrum", "Jeugdhulpaanbieder": "Aanbieder van jeugdhulp",
    "GeestelijkeGezondheidszorg": "Geestelijke gezondheidszorg", "NaftAanbieder": "NAFT-aanbieder",
    "Werkactor": "Werkactor", "LokaalBestuur": "Lokaal bestuur", "AndereOrganisatie": "Organisatie",
    "Bestuur": "Bestuur",
}  # fmt: skip


def kind_name(label: str) -> str:
    """A kind of organisation, at the beginning of a line.

    >>> kind_name("Clb")
    'CLB'
    """
    return _SOORTEN.get(label, label)


def field_name(veld: str) -> str:
    """The name of a field as people read it.

    >>> field_name("ook_bekend_als"), field_name("kbo")
    ('Ook bekend als', 'Ondernemingsnummer')
    """
    return _NAMEN.get(veld, veld[:1].upper() + veld[1:].replace("_", " "))


def fields_of(beeld: Beeld, knoop: int) -> Iterator[tuple[str, str]]:
    """Each field of a node and its value in words, in the order of the schema; empty where it is absent."""
    for veld, eigenschap in properties_of(SOORTEN[beeld.label(knoop)]).items():
        if veld not in STIL:
            waarde, precisie = beeld.kolom(veld)[knoop], beeld.kolom(f"{veld}_precisie")[knoop]
            yield veld, in_words(waarde, eigenschap.vorm.vocabularium, precisie)


def in_words(waarde: object, vocabularium: Vocabularium | None = None, precisie: object = None) -> str:
    """A stored value as people read it; empty when absent.

    >>> in_words(["a", "b"]), in_words(True), in_words(date(2024, 1, 1), None, "jaar"), in_words(None)
    ('a, b', 'ja', '2024', '')
    """
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return day_text(waarde, precisie)
    if isinstance(waarde, float):
        return f"{waarde:.5f}".rstrip("0").rstrip(".").replace(".", ",")
    return ", ".join(_word(deel, vocabularium) for deel in listed(waarde) or [str(waarde)])


def _word(code: str, vocabularium: Vocabularium | None) -> str:
    if vocabularium is None or code == ALLE or code not in vocabularium.codes:
        return code
    return vocabularium.woord(code)


def day_text(dag: object, precisie: object = None) -> str:
    """A date as precisely as it is known; empty when it is not known.

    >>> day_text(date(2024, 9, 1), "maand"), day_text(None)
    ('09-2024', '')
    """
    if not isinstance(dag, date):
        return ""
    return dag.strftime({"jaar": "%Y", "maand": "%m-%Y"}.get(str(precisie), "%d-%m-%Y"))
