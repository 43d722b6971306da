"""The demo from seed to files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Literal

from netwerkkaart.bestanden import write_atomic
from netwerkkaart.demo import bevestiging, kennis, praktijk, rijen
from netwerkkaart.demo.aanbod import Aanbodmaker
from netwerkkaart.demo.banden import Weefsel
from netwerkkaart.demo.bedoeling import Bedoeling, make_bedoeling
from netwerkkaart.demo.catalogus import GGZ, JH, LOKAAL, NAFT, WERK
from netwerkkaart.demo.leesmij import leesmij
from netwerkkaart.demo.model import Dienst, Organisatie, Relatie, Rij, School
from netwerkkaart.demo.namen import Naamgever
from netwerkkaart.demo.organisaties import make_buren, make_organisaties
from netwerkkaart.demo.overleg import forumrijen, make_fora, make_tandem
from netwerkkaart.demo.plaatsen import Plaats, load_plaatsen
from netwerkkaart.demo.routes import Routes
from netwerkkaart.demo.schaal import EEN_REGIO, VLAANDEREN, Schaal, schalen
from netwerkkaart.demo.scholen import EERSTE_NUMMER, make_scholen
from netwerkkaart.demo.schrijven import DemoBestand, relatierijen, write_tabel
from netwerkkaart.demo.tijd import Kalender
from netwerkkaart.demo.zelfstandigen import with_zelfstandigen
from netwerkkaart.fouten import NietGevonden
from netwerkkaart.schema.vocabularia import REGIO, REGIOS

Omvang = Literal["regio", "vlaanderen"]

BESTANDEN: Mapping[str, tuple[str, str]] = {
    "scholen": ("scholen.csv", "scholen"),
    "organisaties": ("organisaties.xlsx", "organisaties"),
    "bevestigingen": ("bevestigingen.csv", "organisaties"),
    "contacten": ("contacten.csv", "contacten"),
    "coordinatoren": ("coordinatoren.csv", "coordinatoren"),
    "netwerken": ("netwerken.csv", "netwerken"),
    "fora": ("fora.csv", "fora"),
    "overleg": ("overleg.csv", "overleg"),
    "acties": ("acties.csv", "acties"),
    "aanbod": ("aanbod.csv", "aanbod"),
    "praktijken": ("praktijken.csv", "praktijken"),
    "afspraken": ("afspraken.csv", "afspraken"),
    "hiaten": ("hiaten.csv", "hiaten"),
    "inventarisaties": ("inventarisaties.csv", "inventarisaties"),
    "bevragingen": ("bevragingen.csv", "bevragingen"),
    "relaties": ("relaties.csv", "relaties"),
}
"""Table → file name and importer, in the order in which they must be read."""

_AANBIEDERS = (JH, GGZ, NAFT, WERK, LOKAAL)


@dataclass(frozen=True, slots=True)
class DemoBestanden:
    """What was written.

    Args:
        map: the folder.
        bestanden: the files in the order in which they must be imported; relations last.
        leesmij: the text that says that all is invented.
        organisaties: organisations per label, sites included, boards (named by the list) not.
        banden: ties that hold at the reference date.
    """

    map: Path
    bestanden: tuple[DemoBestand, ...]
    leesmij: Path
    organisaties: Mapping[str, int]
    banden: int


@dataclass
class _Regio:
    """One region while it grows."""

    regio: str
    plaatsen: list[Plaats]
    organisaties: list[Organisatie]
    scholen: list[School]
    bedoeling: Bedoeling
    diensten: list[Dienst]

    @property
    def leden(self) -> list[Organisatie]:
        """Everybody of the region, sites included."""
        return [*self.organisaties, *self.scholen]


def generate_demo(
    map: Path,
    *,
    regio: str = "limburg",
    omvang: Omvang = "regio",
    zaad: int = 2026,
    datum: date,
) -> DemoBestanden:
    """Write the files of an invented, lifelike demo on real municipalities.

    The same arguments give the same bytes. One region has about 600 organisations and 2,400 ties;
    ``vlaanderen`` has six regions, 10,000 organisations and 100,000 ties.

    Args:
        map: folder to write to; made when it does not exist. Files of the same name are replaced.
        regio: region of the demo; not used for ``vlaanderen``.
        omvang: one region or all six.
        zaad: seed of all chance.
        datum: reference date; all dates in the files are relative to it.

    Raises:
        NietGevonden: there is no such region.
        GebruikersFout: a file cannot be written.
    """
    if regio not in REGIOS:
        raise NietGevonden(f'De regio "{regio}" bestaat niet.', hulp=f"Kies uit: {', '.join(REGIOS)}.")
    per_regio = schalen() if omvang == "vlaanderen" else {regio: EEN_REGIO}
    kalender = Kalender(datum)
    namen = Naamgever(_rng(zaad, "namen"))
    regios: list[_Regio] = []
    eerste = EERSTE_NUMMER
    for code, schaal in per_regio.items():
        zelf = _rng(zaad, f"zelfstandigen {code}")
        nieuw = _maak_regio(_rng(zaad, f"regio {code}"), zelf, namen, kalender, code, schaal, eerste)
        eerste += len(nieuw.scholen)
        regios.append(nieuw)
    buren = _buren(namen, regio) if omvang == "regio" else []
    banden = VLAANDEREN.banden if omvang == "vlaanderen" else EEN_REGIO.banden
    weefsel = _weef(_rng(zaad, "banden"), regios, banden)
    tabellen = _tabellen(_rng(zaad, "tabellen"), namen, kalender, regios, buren, weefsel)
    return _schrijf(map, tabellen, regios, buren, weefsel, datum, zaad)


def _rng(zaad: int, deel: str) -> Random:
    """A stream of its own for each part, so that a change in one does not shift all others."""
    return Random(f"{zaad}|{deel}")


def _maak_regio(
    rng: Random, zelf: Random, namen: Naamgever, kalender: Kalender, regio: str, schaal: Schaal, eerste: int
) -> _Regio:
    plaatsen = load_plaatsen(regio)
    organisaties = with_zelfstandigen(zelf, make_organisaties(rng, namen, plaatsen, schaal))
    scholen = make_scholen(rng, namen, plaatsen, schaal, organisaties, eerste)
    telling: dict[str, Counter[str]] = {"1": Counter(), "2": Counter()}
    for school in scholen:
        telling[school.thema][school.nis] += 1
    bedoeling = make_bedoeling(rng, plaatsen, telling)
    per_nis = {plaats.nis: plaats for plaats in plaatsen}
    maker = Aanbodmaker(rng, regio, per_nis, bedoeling, kalender)
    aanbieders = [org for org in organisaties if org.label in _AANBIEDERS]
    maker.voor_de_regio(organisaties, scholen)
    maker.spontaan(aanbieders)
    maker.dek(aanbieders)
    maker.buiten_de_tijd(aanbieders)
    return _Regio(regio, plaatsen, organisaties, scholen, bedoeling, maker.diensten)


def _buren(namen: Naamgever, regio: str) -> list[Organisatie]:
    grootste = [max(load_plaatsen(r), key=lambda p: (p.gewicht, p.nis)) for r in REGIOS if r != regio]
    return make_buren(namen, grootste)


def _weef(rng: Random, regios: Sequence[_Regio], doel: int) -> Weefsel:
    organisaties = {org.id: org for regio in regios for org in regio.leden}
    plaatsen = {plaats.nis: plaats for regio in regios for plaats in regio.plaatsen}
    scholen = [school for regio in regios for school in regio.scholen]
    weefsel = Weefsel(rng, organisaties, plaatsen, Routes({id_: o.label for id_, o in organisaties.items()}))
    weefsel.serveer(scholen)
    weefsel.vul(scholen, (len(weefsel) + doel) // 2)
    for regio in regios:
        weefsel.verbind(regio.bedoeling, regio.scholen, regio.diensten)
    weefsel.apart()
    weefsel.vul(scholen, doel)
    for regio in regios:
        weefsel.bewaak(regio.bedoeling, regio.scholen, regio.diensten)
    weefsel.vul(scholen, doel, met_scholen=False)
    return weefsel


def _tabellen(
    rng: Random,
    namen: Naamgever,
    kalender: Kalender,
    regios: Sequence[_Regio],
    buren: Sequence[Organisatie],
    weefsel: Weefsel,
) -> dict[str, list[Rij]]:
    plaatsen = {p.nis: p for regio in regios for p in regio.plaatsen} | _plaatsen_van(buren)
    per_id = weefsel.organisaties
    scholen = [school for regio in regios for school in regio.scholen]
    overige = [org for regio in regios for org in regio.organisaties] + list(buren)
    diensten = [dienst for regio in regios for dienst in regio.diensten]
    banden = list(weefsel.paren.values())
    bevestiging.beschrijf(rng, kalender, banden)
    contacten = bevestiging.via_contacten(rng, namen, per_id, banden, 14 * len(regios))
    tabellen: dict[str, list[Rij]] = {naam: [] for naam in BESTANDEN}
    tabellen["scholen"] = rijen.schoolrijen(rng, kalender, scholen, {o.id: o.naam for o in overige}, plaatsen)
    tabellen["organisaties"] = rijen.organisatierijen(rng, kalender, overige, diensten, plaatsen)
    tabellen["bevestigingen"] = rijen.bevestigingsrijen(rng, kalender, scholen)
    tabellen["contacten"], werkt_voor = bevestiging.contactrijen(rng, contacten, per_id)
    tabellen["aanbod"], van_aanbod = rijen.aanbodrijen(diensten)
    relaties = [
        *banden,
        *bevestiging.gestopte_banden(rng, kalender, weefsel, max(60, len(banden) // 40)),
        *bevestiging.bevestig_scholen(rng, kalender, scholen),
        *werkt_voor,
        *van_aanbod,
    ]
    for regio in regios:
        relaties += _van_regio(rng, namen, kalender, regio, buren, tabellen)
    tabellen["relaties"] = relatierijen(relaties)
    return tabellen


def _plaatsen_van(buren: Sequence[Organisatie]) -> dict[str, Plaats]:
    nissen = {org.nis for org in buren}
    return {p.nis: p for code in REGIOS for p in load_plaatsen(code) if p.nis in nissen} if nissen else {}


def _van_regio(
    rng: Random,
    namen: Naamgever,
    kalender: Kalender,
    regio: _Regio,
    buren: Sequence[Organisatie],
    tabellen: dict[str, list[Rij]],
) -> list[Relatie]:
    """Add what belongs to one region to the tables; its relations are returned."""
    code, leden, nooit = regio.regio, regio.leden, regio.bedoeling.nooit
    fora = make_fora(rng, namen, code, regio.plaatsen, leden)
    tandem = make_tandem(rng, namen, kalender, code, regio.plaatsen, leden, fora, nooit)
    nieuw = {
        "fora": forumrijen(rng, kalender, code, fora),
        "praktijken": praktijk.praktijken(rng, kalender, code, leden, buren),
        "afspraken": praktijk.afspraken(rng, kalender, code, leden, fora),
        "hiaten": kennis.hiaten(rng, kalender, code, regio.bedoeling, regio.scholen),
        "bevragingen": kennis.bevragingen(rng, kalender, code, leden, nooit),
    }
    onderwerpen = [rij["id"] for naam in ("hiaten", "praktijken", "afspraken") for rij in nieuw[naam][0]]
    overleg, acties, relaties = praktijk.overleggen(rng, kalender, code, fora, tandem, onderwerpen)
    tabellen["overleg"] += overleg
    tabellen["acties"] += acties
    tabellen["inventarisaties"] += kennis.inventarisaties(rng, kalender, code, regio.bedoeling)
    for naam, rijen_ in tandem.rijen.items():
        tabellen[naam] += rijen_
    for naam, (rijen_, eigen) in nieuw.items():
        tabellen[naam] += rijen_
        relaties += eigen
    return [*tandem.relaties, *relaties]


def _schrijf(
    map_: Path,
    tabellen: Mapping[str, list[Rij]],
    regios: Sequence[_Regio],
    buren: Sequence[Organisatie],
    weefsel: Weefsel,
    datum: date,
    zaad: int,
) -> DemoBestanden:
    map_.mkdir(parents=True, exist_ok=True)
    bestanden = tuple(
        write_tabel(map_ / naam, importer, tabellen[tabel], datum)
        for tabel, (naam, importer) in BESTANDEN.items()
    )
    telling = Counter(org.label for org in (*weefsel.organisaties.values(), *buren))
    pad = map_ / "LEESMIJ.txt"
    woorden = [REGIO.woord(regio.regio) for regio in regios]
    tekst = leesmij(woorden, [(b.pad.name, b.importer, b.rijen) for b in bestanden], datum, zaad)
    write_atomic(pad, tekst)
    return DemoBestanden(map_, bestanden, pad, dict(sorted(telling.items())), len(weefsel))
