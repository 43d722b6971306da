"""Names of columns that hold data of pupils, children or their parents. The words are curated."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_TOTAAL: Final = re.compile(
    r"\b(aantal|aantallen|totaal|totalen|tot|som|gemiddeld\w*|percentage|procent|pct|aandeel|max|min|maximum|minimum"
    r"|capaciteit|plaatsen|doelgroep\w*|per|prijs|kost\w*)\b"
)
# Organisations and services whose name holds the word for a child.
_GEEN_KIND: Final = re.compile(
    r"\b(kind (en )?(gezin|preventie|samenleving|maatschappij)|huis van het kind|huizen van het kind"
    r"|(school|centrum|stichting|fonds) (van het|voor het|voor) kind"
    r"|ouder ?(vereniging|raad|comite|contact)\w*)\b"
)
_PERSOON: Final = (
    r"(?:[a-z]*leerlingen|[a-z]*leerling|lln|ll|kinderen|[a-z]*kind|jongere|scholieren|scholier|student|studente"
    r"|cursist|pupil|minderjarige|client|eleve|eleves|ouders|ouder|moeder|vader|mama|papa|voogd|zoon|dochter"
    r"|broer|zus|stiefvader|stiefmoeder|plusouder|pleegouder|pleegouders)"
)
_KENMERK: Final = (
    r"(?:naam|namen|voornaam|voornamen|achternaam|achternamen|familienaam|familienamen|initialen|roepnaam|vnaam"
    r"|fnaam|anaam|nom|prenom|id|nr|nummer|nummers|code|adres|adressen|straat|woonplaats|domicilie\w*|gsm"
    r"|gsmnummer|gsmnr|tel|telefoon|telefoonnummer|mail|email|e mail|mailadres|emailadres|e mailadres"
    r"|contactgegevens|gegevens|persoonsgegevens|geslacht|leeftijd|klas|klasgroep|geboortejaar|geboren"
    r"|nationaliteit|thuistaal|moedertaal|diagnose|diagnoses|handicap|medicatie|medisch|medische info\w*"
    r"|medische gegevens|attest|attesten|afwezigheid|afwezigheden|thuissituatie|gezinssituatie|zorgnood"
    r"|dossier|dossiernummer|problematiek|foto|pasfoto)"
)
_KLEINE_WOORDEN: Final = (
    r"(?: (?:en|of|van|de|het|een|d|l|vd|v|vande|deze|voornaam|naam|familienaam|achternaam|\d))*"
)
# Always about one person.
_ALTIJD: Final = (
    r"(?:rijks ?register\w*|rijks ?reg ?(?:nr|nummer|num)?|rr ?(?:nr|nummer)|(?:nr|nummer) rr|rrn|niss|nrn"
    r"|numero national|no national|registre national|insz|insz ?(?:nr|nummer)|bis ?(?:nr|nummer)"
    r"|nationaal ?nummer|identiteits ?kaart ?(?:nr|nummer)?|e ?id ?(?:nr|nummer|kaart)|stam ?(?:nr|nummer)"
    r"|stamboek ?(?:nr|nummer)|gezins ?(?:nr|nummer)|geboorte ?(?:datum|dag|plaats|land|jaar|dat|jr)"
    r"|geb ?(?:datum|dat|dd|jaar)|datum (?:van )?geboorte|date of birth|birth ?date|birth ?day|dob"
    r"|date de naissance|lieu de naissance)"
)
_LEERLINGKOLOM: Final = re.compile(
    rf"\b{_ALTIJD}\b"
    # a person and a trait, in either order
    rf"|\b{_PERSOON}{_KLEINE_WOORDEN} {_KENMERK}\b|\b{_KENMERK}{_KLEINE_WOORDEN} {_PERSOON}\b"
    # the same, written as one word
    r"|\b(?:leerling(?:en)?|lln|kind|kinder|scholier(?:en)?|pupil|client|jongeren?|ouder|moeder|vader)"
    r"(?:naam|namen|voornaam|achternaam|familienaam|id|nr|nummer|code|adres|gsm|tel|telefoon|mail|email|dossier"
    r"|gegevens|geboortedatum|geboortejaar|geslacht|leeftijd|klas)\b"
    rf"|\b(?:naam|voornaam|achternaam|familienaam|adres|geboortedatum){_PERSOON}\b"
)
# Bare words that stand above names of pupils, or above ticks and totals: the cells decide.
_ALLEEN: Final = re.compile(
    r"(?:de |het )?(?:leerling|kind|jongere|scholier|student|cursist|minderjarige|moeder|vader|ouder|ouders"
    r"|ouder s|eleve)(?: \d+| [a-z])?|rr|r r|bis|geb|geboorte|geboren|geboren op|geboren te"
)
_LIJST_WIE: Final = frozenset(
    {"voornaam", "achternaam", "familienaam", "naam en voornaam", "voornaam en naam", "initialen", "roepnaam"}
)
_LIJST_WAT: Final = frozenset(
    {"klas", "klasgroep", "leerjaar", "thuistaal", "moedertaal", "nationaliteit", "diagnose", "zorgvraag"}
)


def is_leerlingkolom(naam: str) -> bool:
    """True when a column of this name holds data of single pupils, children or their parents.

    The words are curated: what people write above such columns, not every column about children.

    >>> [is_leerlingkolom(naam) for naam in ("Naam leerling", "leerling_nr", "Geboortedatum", "INSZ")]
    [True, True, True, True]
    >>> [is_leerlingkolom(naam) for naam in ("aantal_leerlingen", "leerlingen", "naam Huis van het Kind")]
    [False, False, False]
    """
    vlak = flatten(naam)
    return _LEERLINGKOLOM.search(_GEEN_KIND.sub(" ", vlak)) is not None and _TOTAAL.search(vlak) is None


def may_be_leerlingkolom(naam: str) -> bool:
    """True for a bare "leerling" or "ouders": what stands below decides (names, or ticks and totals)."""
    return _ALLEEN.fullmatch(flatten(naam)) is not None


def class_list_columns(koppen: tuple[str, ...]) -> list[int]:
    """Columns that only together make a list of pupils: a name of a person beside a class or a diagnosis.

    >>> class_list_columns(("Voornaam", "Klas", "school")), class_list_columns(("voornaam", "functie"))
    ([0, 1], [])
    """
    vlak = [flatten(kop) for kop in koppen]
    wie = [plaats for plaats, naam in enumerate(vlak) if naam in _LIJST_WIE]
    wat = [plaats for plaats, naam in enumerate(vlak) if naam in _LIJST_WAT]
    return sorted(wie + wat) if wie and wat else []


def safe_header(naam: str) -> str:
    """The header, if it holds nothing but the words by which it was recognised; else ``""``.

    Somebody may write the name of a child in the header itself.

    >>> safe_header("Naam leerling"), safe_header("geboortedatum Piet Pienter")
    ('Naam leerling', '')
    """
    rest = _LEERLINGKOLOM.sub(" ", flatten(naam))
    rest = re.sub(rf"\b(?:{_KENMERK}|{_PERSOON}|s|van|de|het|en|of|een|\d)\b", " ", rest)
    return " ".join(naam.split()) if not rest.strip() or may_be_leerlingkolom(naam) else ""


def flatten(naam: str) -> str:
    """A name in small letters without accents, its words parted by one space (also ``naamLeerling``)."""
    gesplitst = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", naam)
    letters = unicodedata.normalize("NFKD", gesplitst.casefold())
    return " ".join(
        re.sub(r"[^a-z0-9]+", " ", "".join(c for c in letters if not unicodedata.combining(c))).split()
    )
