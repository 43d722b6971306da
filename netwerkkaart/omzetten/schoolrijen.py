"""Rows of a school list → sites, with the bodies that the list names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from netwerkkaart.fouten import Ernst, Melding
from netwerkkaart.omzetten.context import Context, Gekend, Oogst
from netwerkkaart.omzetten.omgeving import Omgeving
from netwerkkaart.omzetten.plaatsen import Plaatsbepaling, area_statements, lies_in
from netwerkkaart.omzetten.waarden import Cel, Cellen, pad_number, read_all, report_padding
from netwerkkaart.schema.organisaties import School
from netwerkkaart.schema.register import Waarde, properties_of
from netwerkkaart.schema.uitspraken import KnoopUitspraak, Uitspraak
from netwerkkaart.schema.vocabularia import NIVEAU, THEMA, THEMA_VAN_NIVEAU, fold

_NIVEAU_VAN_HOOFDSTRUCTUUR = {"1": "kleuter", "2": "lager", "3": "secundair"}
_VELDEN = (
    "naam",
    "straat",
    "huisnummer",
    "postcode",
    "telefoon",
    "email",
    "website",
    "kbo",
    "net",
    "sinds",
    "tot",
)
_PLAATS = ("gemeente", "fusiegemeente", "postcode", "nis")
_ADRES = re.compile(r"(?P<straat>.*?\D)[\s,]+(?P<nummer>\d+\s?[A-Za-z]?(?:[-/+ ]\s?\d*[A-Za-z]?)*)\s*$")


class _Nummers(NamedTuple):
    """School number, site number and id of one row; empty where unknown."""

    instelling: str
    volg: str
    id: str


@dataclass
class _Site:
    """What the rows of one site say together."""

    rij: int
    cel: Cel
    nummers: _Nummers
    niveaus: set[str] = field(default_factory=set)
    leerlingen: int = 0
    telt: bool = False
    nis: str = ""
    namen: dict[str, str] = field(default_factory=dict)


def read_schoolrijen(cellen: Cellen, context: Context) -> Oogst:
    """Join the rows of each site and state what they say. O(rows × columns)."""
    eigenschappen = {naam: e for naam, e in properties_of(School).items() if naam in _VELDEN}
    gelezen, meldingen = read_all(cellen, eigenschappen, {})
    meldingen += report_padding(cellen, "nummer")
    _split_addresses(cellen, gelezen)
    _keep_places(cellen, gelezen)
    nummers = _numbers(cellen, meldingen, context.gekend)
    plaats = Plaatsbepaling(cellen.tabel, cellen.header("gemeente"))
    sites = _join_rows(cellen, gelezen, nummers, plaats, meldingen)
    meldingen += plaats.meldingen
    uit = _statements(sites, context, cellen, meldingen)
    return Oogst(uit, tuple(meldingen), rijen=len(cellen), gemeenten=plaats.telling)


def split_address(adres: str) -> tuple[str, str]:
    """Street and house number of one text.

    >>> split_address("Herseltsesteenweg 221"), split_address("Theresialei 12 A"), split_address("Markt")
    (('Herseltsesteenweg', '221'), ('Theresialei', '12 A'), ('Markt', ''))
    """
    treffer = _ADRES.fullmatch(adres)
    return (treffer["straat"].rstrip(" ,"), treffer["nummer"].strip()) if treffer else (adres, "")


def _split_addresses(cellen: Cellen, gelezen: list[Cel]) -> None:
    if not cellen.has("adres") or cellen.has("straat"):
        return
    for cel, adres in zip(gelezen, cellen.texts("adres"), strict=True):
        straat, nummer = split_address(adres)
        if straat:
            cel["straat"] = straat
        if nummer:
            cel["huisnummer"] = nummer


def _keep_places(cellen: Cellen, gelezen: list[Cel]) -> None:
    """Keep the place name and the box as the source gave them."""
    for cel, plaats, bus in zip(gelezen, cellen.texts("gemeente"), cellen.texts("bus"), strict=True):
        if plaats:
            cel["deelgemeente"] = plaats
        if bus and "huisnummer" in cel:
            cel["huisnummer"] = f"{cel['huisnummer']} bus {bus}"


def _numbers(cellen: Cellen, meldingen: list[Melding], gekend: Gekend) -> list[_Nummers]:
    """The id of each row: ``number-site``, else the number, else the source's own id.

    Where a list without site numbers gives several sites the same school number, the source's id
    tells them apart: ``013111-bron12``. An id that the store knows already for the same site goes
    first, so that a school keeps its id when next year's list has more rows, or fewer. A cell with
    several numbers keeps the first.
    """
    teksten = cellen.texts("nummer")
    ruw = [pad_number(re.split(r"[^0-9]+", tekst)[0]) if tekst else "" for tekst in teksten]
    for rij, tekst in zip(cellen.tabel.rijnummers, teksten, strict=True):
        if tekst and not tekst.isdigit():
            _tell_number(cellen, meldingen, rij, tekst)
    volgnummers = cellen.texts("volgnummer")
    # A row without any place is refused; it must not change the ids of the others.
    geplaatst = [any(delen) for delen in zip(*(cellen.texts(naam) for naam in _PLAATS), strict=True)]
    vaak = Counter(n for n, volg, telt in zip(ruw, volgnummers, geplaatst, strict=True) if telt and not volg)
    namen = gekend.names_of("School")
    uit: list[_Nummers] = []
    kolommen = zip(ruw, volgnummers, cellen.texts("bron_id"), cellen.texts("naam"), geplaatst, strict=True)
    for nummer, volg, bron_id, naam, telt in kolommen:
        goed = nummer if len(nummer) == 6 else ""
        deelt = vaak[nummer] > 1 or not telt
        uit.append(_Nummers(goed, volg, _site_id(goed, volg, bron_id, fold(naam), deelt, namen)))
    return uit


def _site_id(
    nummer: str, volg: str, bron_id: str, naam: str, deelt: bool, namen: Mapping[str, frozenset[str]]
) -> str:
    if nummer and volg:
        return f"{nummer}-{volg}"
    met_bron = f"{nummer or 'school'}-bron{re.sub(r'[^0-9A-Za-z]+', '-', bron_id)}" if bron_id else ""
    if met_bron in namen:
        return met_bron
    if naam in namen.get(nummer, ()):
        return nummer
    return nummer if nummer and not (deelt and bron_id) else met_bron or nummer


def _tell_number(cellen: Cellen, meldingen: list[Melding], rij: int, tekst: str) -> None:
    eerste = re.split(r"[^0-9]+", tekst)[0]
    goed = bool(eerste) and len(eerste) <= 6
    meldingen.append(
        cellen.tabel.melding(
            f"In deze cel staan meer nummers; het eerste telt ({pad_number(eerste)})."
            if goed
            else "Dit is geen nummer.",
            rij=rij,
            kolom=cellen.header("nummer"),
            waarde=tekst,
            verwacht="" if goed else "een instellingsnummer van zes cijfers",
            ernst=Ernst.WAARSCHUWING if goed else Ernst.FOUT,
        )
    )


def _join_rows(
    cellen: Cellen,
    gelezen: list[Cel],
    nummers: list[_Nummers],
    plaats: Plaatsbepaling,
    meldingen: list[Melding],
) -> dict[str, _Site]:
    namen = {
        soort: cellen.texts(soort) for soort in ("clb", "leersteuncentrum", "bestuur", "scholengemeenschap")
    }
    kolommen = {k: cellen.texts(k) for k in ("niveaus", "hoofdstructuren", "leerlingen", "schooljaar")}
    gemeenten, fusies = cellen.texts("gemeente"), cellen.texts("fusiegemeente")
    postcodes, nissen = cellen.texts("postcode"), cellen.texts("nis")
    sites: dict[str, _Site] = {}
    for nr, rij in enumerate(cellen.tabel.rijnummers):
        if "naam" not in gelezen[nr]:
            meldingen.append(_row_fault(cellen, rij, "naam", "Deze cel is leeg.", "de naam van de school"))
        if not nummers[nr].id:
            meldingen.append(
                _row_fault(cellen, rij, "nummer", "Deze rij heeft geen nummer.", "een instellingsnummer")
            )
            continue
        site = sites.get(nummers[nr].id)
        if site is None:
            site = sites[nummers[nr].id] = _Site(rij, gelezen[nr], nummers[nr])
            if not (gemeenten[nr] or fusies[nr] or postcodes[nr] or nissen[nr]):
                meldingen.append(
                    _row_fault(
                        cellen,
                        rij,
                        "gemeente",
                        "Deze rij heeft geen gemeente en geen postcode.",
                        "een plaats",
                    )
                )
            site.nis = plaats.resolve(rij, (gemeenten[nr], fusies[nr]), postcodes[nr], nissen[nr])
            site.namen = {soort: lijst[nr] for soort, lijst in namen.items() if lijst[nr]}
        _add_row(cellen, site, rij, {k: v[nr] for k, v in kolommen.items()}, meldingen)
    return sites


def _row_fault(cellen: Cellen, rij: int, kolom: str, tekst: str, verwacht: str) -> Melding:
    return cellen.tabel.melding(tekst, rij=rij, kolom=cellen.header(kolom), verwacht=verwacht)


def _add_row(
    cellen: Cellen, site: _Site, rij: int, waarden: dict[str, str], meldingen: list[Melding]
) -> None:
    for deel in re.split(r"[;|,/ ]+", waarden["hoofdstructuren"]):
        niveau = _NIVEAU_VAN_HOOFDSTRUCTUUR.get(deel[:1])
        if niveau:
            site.niveaus.add(niveau)
    for deel in re.split(r"[;|,]+", waarden["niveaus"]):
        niveaus = _levels(deel)
        site.niveaus |= niveaus
        if deel.strip() and not niveaus:
            meldingen.append(
                cellen.tabel.melding(
                    "Dit niveau is niet herkend.",
                    rij=rij,
                    kolom=cellen.header("niveaus"),
                    waarde=deel.strip(),
                    verwacht=", ".join(NIVEAU.codes),
                    ernst=Ernst.WAARSCHUWING,
                )
            )
    telling = waarden["leerlingen"]
    if telling.isdigit():
        site.leerlingen += int(telling)
        site.telt = True
    elif telling and telling not in ("-", "."):
        meldingen.append(
            cellen.tabel.melding(
                "Dit is geen aantal leerlingen.",
                rij=rij,
                kolom=cellen.header("leerlingen"),
                waarde=telling,
                verwacht="een geheel getal",
            )
        )
    if re.fullmatch(r"\d{4}-\d{4}", waarden["schooljaar"]):
        site.cel["leerlingen_schooljaar"] = waarden["schooljaar"]


def _levels(tekst: str) -> set[str]:
    klein = tekst.casefold()
    if "basis" in klein:
        return {"kleuter", "lager"}
    gevonden = {code for code in NIVEAU.codes if code in klein}
    code = NIVEAU.find(tekst)
    return gevonden | ({code} if code else set())


def _statements(
    sites: dict[str, _Site], context: Context, cellen: Cellen, meldingen: list[Melding]
) -> list[Uitspraak]:
    omgeving = Omgeving(context)
    scholen: list[Uitspraak] = []
    zonder: list[int] = []
    for id_, site in sites.items():
        if not site.niveaus:
            zonder.append(site.rij)
        herkomst: dict[str, Waarde] = {"bron": context.bron, "bron_datum": context.datum}
        scholen.append(KnoopUitspraak("School", id_, _school(site) | herkomst, site.rij))
        if site.nis:
            scholen.append(lies_in(id_, site.nis, {**herkomst}, site.rij))
        omgeving.connect(id_, site.namen, herkomst, site.rij)
    if zonder:
        meldingen.append(
            cellen.tabel.melding(
                f"{len(zonder)} scholen hebben geen niveau (de eerste op rij {zonder[0]}); "
                "zij tellen in geen enkel thema mee.",
                ernst=Ernst.WAARSCHUWING,
            )
        )
    gebieden = area_statements({f"nis:{site.nis}" for site in sites.values() if site.nis})
    return [*gebieden, *omgeving.knopen.values(), *scholen, *omgeving.relaties]


def _school(site: _Site) -> Cel:
    uit: Cel = {**site.cel}
    if site.nummers.instelling:
        uit["instellingsnummer"] = site.nummers.instelling
    if site.nummers.volg:
        uit["vestigingsnummer"] = site.nummers.volg
    if site.niveaus:
        uit["niveaus"] = [code for code in NIVEAU.codes if code in site.niveaus]
        themas = {THEMA_VAN_NIVEAU[niveau] for niveau in site.niveaus}
        uit["themas"] = [code for code in THEMA.codes if code in themas]
    if site.telt:
        uit["leerlingen"] = site.leerlingen
    return uit
