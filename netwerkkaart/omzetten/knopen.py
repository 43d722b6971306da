"""Plain tables of nodes: one row is one node, and every property of the schema is a column."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from netwerkkaart import gebied
from netwerkkaart.fouten import Melding
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.context import Context, Oogst, faulty_file
from netwerkkaart.omzetten.kolommen import describe_match, match_columns
from netwerkkaart.omzetten.plaatsen import Plaatsbepaling, area_statements, lies_in, resolve_list
from netwerkkaart.omzetten.waarden import Cel, Cellen, pad_number, read_all, report_padding
from netwerkkaart.schema.basis import ORGANISATIE, Knoop
from netwerkkaart.schema.register import Eigenschap, find_soort, properties_of, stored_keys
from netwerkkaart.schema.uitspraken import KnoopUitspraak, Uitspraak
from netwerkkaart.schema.vocabularia import fold

KOPPEN: Mapping[str, tuple[str, ...]] = {
    "id": ("code", "identificatie", "nummer"),
    "naam": ("organisatie", "benaming", "titel"),
    "soort": ("type", "type organisatie", "categorie"),
    "gemeente": ("stad", "gemeente of stad", "plaats"),
    "huisnummer": ("huisnr", "nr"),
    "email": ("e-mail", "mail", "e-mailadres"),
    "telefoon": ("tel", "telefoonnummer", "gsm"),
    "website": ("url", "webadres", "site"),
    "themas": ("thema", "thema's"),
    "continuum": ("stap", "stappen", "continuüm"),
    "doelgroepen": ("doelgroep",),
    "niveaus": ("niveau", "onderwijsniveau"),
    "zelfstandige": ("zelfstandig", "natuurlijke persoon", "natuurlijk persoon", "eenmanszaak"),
    "opmerking": ("opmerkingen",),
}
"""Everyday headers of our columns; beside these a column is found by its own name."""

_BEHEERD = frozenset({"imp", "vroegere_ids"})
_NUMMERS: Mapping[str, Callable[[str], str]] = {"instellingsnummer": pad_number}


@dataclass
class _Rijen:
    """The rows of one table while they become statements."""

    cellen: Cellen
    context: Context
    modellen: Sequence[type[Knoop]]
    meldingen: list[Melding] = field(default_factory=list)

    def tell(self, rij: int, kolom: str, tekst: str, waarde: str = "", verwacht: str = "") -> None:
        kop = self.cellen.header(kolom)
        self.meldingen.append(
            self.cellen.tabel.melding(tekst, rij=rij, kolom=kop, waarde=waarde, verwacht=verwacht)
        )


def columns_of(modellen: Sequence[type[Knoop]]) -> dict[str, Eigenschap]:
    """Every column that a plain table of these kinds may have, by name."""
    kolommen: dict[str, Eigenschap] = {}
    for model in modellen:
        for naam, eigenschap in properties_of(model).items():
            if naam not in _BEHEERD:
                kolommen.setdefault(naam, eigenschap)
    return kolommen


def read_knopen(tabel: Tabel, modellen: Sequence[type[Knoop]], context: Context) -> Oogst:
    """Read a plain table of nodes of one kind, or of several with a column ``soort``.

    Organisations may also have ``gemeente`` and ``nis``: they become ``LIGT_IN``. All faults of all
    rows are collected. O(rows × columns).
    """
    gemengd = len(modellen) > 1
    is_organisatie = modellen[0].soort.basis == ORGANISATIE
    eigenschappen = columns_of(modellen)
    extra = [*(["soort"] if gemengd else []), *(["gemeente", "nis"] if is_organisatie else [])]
    bekend = {naam: KOPPEN.get(naam, ()) for naam in dict.fromkeys((*extra, *eigenschappen))}
    verplicht = [
        naam for naam, e in properties_of(modellen[0]).items() if e.verplicht and naam in _shared(modellen)
    ]
    koppeling, meldingen = match_columns(tabel, bekend, [*extra[: int(gemengd)], *verplicht], context)
    if faulty_file(meldingen):
        return Oogst([], tuple(meldingen), describe_match(tabel, koppeling), len(tabel))
    cellen = Cellen(tabel, koppeling, context)
    rijen = _Rijen(cellen, context, modellen, meldingen)
    gelezen, fouten = read_all(cellen, eigenschappen, _NUMMERS)
    rijen.meldingen += fouten + report_padding(cellen, "instellingsnummer")
    knopen = _statements(rijen, gelezen, eigenschappen, verplicht)
    uit: list[Uitspraak] = [*knopen]
    telling: Mapping[str, int] = {}
    if is_organisatie and any(cellen.has(naam) for naam in ("gemeente", "nis", "postcode")):
        plaats = Plaatsbepaling(tabel, cellen.header("gemeente"))
        uit += _places(cellen, knopen, plaats)
        rijen.meldingen += plaats.meldingen
        telling = plaats.telling
    return Oogst(uit, tuple(rijen.meldingen), describe_match(tabel, koppeling), len(tabel), telling)


def _shared(modellen: Sequence[type[Knoop]]) -> set[str]:
    """Names of the properties that every one of these kinds has."""
    return set.intersection(*(set(properties_of(model)) for model in modellen))


def _statements(
    rijen: _Rijen, gelezen: list[Cel], eigenschappen: Mapping[str, Eigenschap], verplicht: Sequence[str]
) -> list[KnoopUitspraak]:
    tabel = rijen.cellen.tabel
    kinds = _kinds(rijen)
    eerder: dict[str, tuple[int, str]] = {}
    gemeld = {(melding.rij, melding.kolom) for melding in rijen.meldingen}
    lijsten = [
        naam for naam, e in eigenschappen.items() if e.vorm.naam == "gemeenten" and rijen.cellen.has(naam)
    ]
    uit: list[KnoopUitspraak] = []
    for rij, model, cel in zip(tabel.rijnummers, kinds, gelezen, strict=True):
        id_ = str(cel.get("id", ""))
        for naam in verplicht:
            if naam not in cel and (rij, rijen.cellen.header(naam)) not in gemeld:
                rijen.tell(rij, naam, "Deze cel is leeg.", verwacht=eigenschappen[naam].vorm.verwacht)
        for naam in lijsten:
            _municipalities(rijen, rij, naam, cel)
        if model is None or not id_:
            continue
        _check_id(rijen, rij, id_, model, eerder)
        _check_fit(rijen, rij, model, cel)
        uit.append(KnoopUitspraak(model.soort.label, id_, _provenance(cel, rijen.context), rij))
    return uit


def _kinds(rijen: _Rijen) -> list[type[Knoop] | None]:
    """The kind of each row; None where it is empty or unknown (a fault)."""
    if len(rijen.modellen) == 1:
        return [rijen.modellen[0]] * len(rijen.cellen)
    labels = ", ".join(model.soort.label for model in rijen.modellen)
    uit: list[type[Knoop] | None] = []
    for rij, tekst in zip(rijen.cellen.tabel.rijnummers, rijen.cellen.texts("soort"), strict=True):
        model = find_soort(tekst) if tekst else None
        if model is None or model not in rijen.modellen:
            rijen.tell(
                rij,
                "soort",
                "De soort is leeg." if not tekst else "Deze soort is niet gekend.",
                tekst,
                f"een van: {labels}; een eigen woord vertaalt u met --waarde soort:{tekst or 'WOORD'}=School",
            )
            model = None
        uit.append(model)
    return uit


def _check_id(
    rijen: _Rijen, rij: int, id_: str, model: type[Knoop], eerder: dict[str, tuple[int, str]]
) -> None:
    klein = id_.casefold()
    if klein in eerder:
        vorige_rij, vorige = eerder[klein]
        verschil = "" if vorige == id_ else f' (daar als "{vorige}")'
        rijen.tell(rij, "id", f"Deze code staat al op rij {vorige_rij}{verschil}.", id_, "een code per rij")
        return
    eerder[klein] = (rij, id_)
    gekend = rijen.context.gekend
    bewaard = gekend.per_kleine_letters.get(klein)
    if bewaard is not None and bewaard != id_:
        rijen.tell(
            rij, "id", f'In de graaf bestaat deze code al als "{bewaard}".', id_, "dezelfde hoofdletters"
        )
    label = gekend.labels.get(id_)
    if label is not None and label != model.soort.label:
        rijen.tell(
            rij, "id", f"In de graaf is dit een {label}, hier een {model.soort.label}.", id_, "dezelfde soort"
        )


def _check_fit(rijen: _Rijen, rij: int, model: type[Knoop], cel: Cel) -> None:
    mag = stored_keys(model)
    for naam in cel:
        if naam not in mag:
            rijen.tell(
                rij,
                naam,
                f"Een {model.soort.label} heeft deze eigenschap niet.",
                str(cel[naam]),
                "een lege cel",
            )
    for naam, waarde in cel.items():
        if waarde == []:
            rijen.tell(rij, naam, "Deze lijst is leeg.", "", "een of meer waarden")
    sinds, tot = cel.get("sinds"), cel.get("tot")
    if sinds is not None and tot is not None and str(sinds) >= str(tot):
        rijen.tell(rij, "tot", "Het einde ligt niet na het begin.", str(tot), f"een datum na {sinds}")


def _municipalities(rijen: _Rijen, rij: int, naam: str, cel: Cel) -> None:
    waarden = cel.get(naam)
    if isinstance(waarden, list):
        goed, fout = resolve_list(waarden)
        for tekst in fout:
            rijen.tell(
                rij,
                naam,
                "Deze gemeente is niet herkend.",
                tekst,
                "namen of NIS-codes, gescheiden door ;, of alle",
            )
        cel[naam] = goed


def _provenance(cel: Cel, context: Context) -> Cel:
    """Fill in where it comes from, when the row does not say so itself; the id is no property."""
    cel.pop("id", None)
    cel.setdefault("bron", context.bron)
    cel.setdefault("bron_datum", context.datum)
    return cel


def _places(cellen: Cellen, knopen: Sequence[KnoopUitspraak], plaats: Plaatsbepaling) -> list[Uitspraak]:
    per_rij = {uitspraak.rij: uitspraak for uitspraak in knopen}
    kolommen = zip(
        cellen.tabel.rijnummers,
        cellen.texts("gemeente"),
        cellen.texts("nis"),
        cellen.texts("postcode"),
        strict=True,
    )
    uit: list[Uitspraak] = []
    nissen: set[str] = set()
    for rij, naam, nis, postcode in kolommen:
        uitspraak = per_rij.get(rij)
        code = plaats.resolve(rij, [naam], postcode, nis)
        if uitspraak is None or not code:
            continue
        nissen.add(f"nis:{code}")
        if naam and fold(naam) != fold(gebied.gemeenten()[code].naam):
            uitspraak.eigenschappen.setdefault("deelgemeente", naam)
        herkomst = {sleutel: uitspraak.eigenschappen[sleutel] for sleutel in ("bron", "bron_datum")}
        uit.append(lies_in(uitspraak.id, code, {**herkomst}, rij))
    return area_statements(nissen) + uit
