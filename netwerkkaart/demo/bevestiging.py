"""What is known of ties: since when, from whom, how close, confirmed or not, and through whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from netwerkkaart.demo.banden import SAMEN, Weefsel
from netwerkkaart.demo.model import Organisatie, Relatie, Rij, School
from netwerkkaart.demo.namen import Naamgever, domein, slug, telefoon
from netwerkkaart.demo.tijd import Kalender
from netwerkkaart.schema.register import SOORTEN

_BEVESTIGD, _EENZIJDIG, _BETWIST = 0.44, 0.60, 0.64  # cumulative; the rest was never asked
_FUNCTIES = ("brugfiguur", "zorgcoördinator", "teamverantwoordelijke", "casemanager", "stafmedewerker")


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact person (invented) of one organisation."""

    id: str
    naam: str
    organisatie: str


def beschrijf(rng: Random, kalender: Kalender, banden: Sequence[Relatie]) -> None:
    """Give every tie its period, source and confirmation."""
    for band in banden:
        eigen = band.eigenschappen
        dag = kalender.terug(rng, 20, 2600)
        eigen["sinds"] = kalender.schrijf(rng, dag) if rng.random() < 0.9 else ""
        eigen.update(kalender.bron(rng, na=dag))
        if band.type == SAMEN:
            eigen["sterkte"] = rng.choice("1122223")
        eigen.update(bevestiging(rng, kalender, dag))


def bevestiging(rng: Random, kalender: Kalender, na: date) -> Rij:
    """Confirmed by both (not before ``na``), told by one, disputed, or never asked."""
    lot = rng.random()
    if lot < _BEVESTIGD:
        # Some are older than the 24 months within which a confirmation counts.
        dag = kalender.terug(rng, 5, min(860, (kalender.datum - na).days))
        return {"bevestiging": "bevestigd", "bevestigd_op": dag.isoformat()}
    if lot < _EENZIJDIG:
        return {"bevestiging": "eenzijdig"}
    return {"bevestiging": "betwist", "vrijgave": "intern"} if lot < _BETWIST else {}


def bevestig_scholen(rng: Random, kalender: Kalender, scholen: Sequence[School]) -> list[Relatie]:
    """What schools say of their CLB, beside the official list: a third confirmed it."""
    uit: list[Relatie] = []
    for school in scholen:
        if school.clb and rng.random() < 0.35:
            dag = kalender.terug(rng, 5, 700).isoformat()
            eigen = {
                "bron": f"bevraging {dag[:4]}",
                "bron_datum": dag,
                "bevestiging": "bevestigd",
                "bevestigd_op": dag,
            }
            uit.append(Relatie(school.clb, school.id, "BEGELEIDT", eigen))
    return uit


def gestopte_banden(rng: Random, kalender: Kalender, weefsel: Weefsel, aantal: int) -> list[Relatie]:
    """Ties that are over, between organisations that are not tied today."""
    orgs = [o for o in weefsel.organisaties.values() if o.label not in ("School", "Clb")]
    uit: dict[tuple[str, str], Relatie] = {}
    for _ in range(aantal * 20):
        een, ander = sorted(rng.sample(orgs, 2), key=lambda o: o.id)
        paar = (een.id, ander.id)
        if paar in weefsel.paren or paar in uit:
            continue
        tot = kalender.terug(rng, 10, 700)
        sinds = tot - timedelta(days=rng.randint(200, 1400))
        eigen = {
            "sinds": sinds.isoformat(),
            "tot": tot.isoformat(),
            "sterkte": rng.choice("123"),
            "opmerking": rng.choice(("project gestopt", "functie niet ingevuld", "klopte niet meer")),
            **kalender.bron(rng, na=sinds),
        }
        uit[paar] = Relatie(een.id, ander.id, SAMEN, eigen)
        if len(uit) == aantal:
            break
    return list(uit.values())


def via_contacten(
    rng: Random,
    namen: Naamgever,
    organisaties: Mapping[str, Organisatie],
    banden: Sequence[Relatie],
    aantal: int,
) -> list[Contact]:
    """Let all ties between two groups (sector, municipality) run through one person, for some groups."""
    groepen: dict[tuple[tuple[str, str], tuple[str, str]], list[Relatie]] = {}
    for band in banden:
        van, naar = (_groep(organisaties[id_]) for id_ in (band.van, band.naar))
        if van[0] != naar[0]:
            groepen.setdefault((min(van, naar), max(van, naar)), []).append(band)
    contacten: dict[str, Contact] = {}
    geschikt = [groep for groep in groepen.values() if 2 <= len(groep) <= 4]
    for groep in rng.sample(geschikt, min(aantal, len(geschikt))):
        werkgever = next(
            (id_ for id_ in (groep[0].van, groep[0].naar) if organisaties[id_].label != "School"), ""
        )
        if werkgever not in contacten:
            naam = namen.persoon()
            contacten[werkgever] = Contact(f"contact:{slug(naam)}", naam, werkgever)
        for band in groep:
            band.eigenschappen["via"] = contacten[werkgever].id
    return list(contacten.values())


def _groep(org: Organisatie) -> tuple[str, str]:
    return SOORTEN[org.label].soort.sector, org.nis


def contactrijen(
    rng: Random, contacten: Sequence[Contact], organisaties: Mapping[str, Organisatie]
) -> tuple[list[Rij], list[Relatie]]:
    """Rows of the contact persons, and for whom they work."""
    rijen = [
        {
            "id": contact.id,
            "naam": contact.naam,
            "functie": rng.choice(_FUNCTIES),
            "email": f"{slug(contact.naam)}@{domein(organisaties[contact.organisatie].naam)}",
            "telefoon": telefoon(rng),
            "bron": "contactenlijst van de coördinator",
        }
        for contact in contacten
    ]
    return rijen, [Relatie(contact.id, contact.organisatie, "WERKT_VOOR") for contact in contacten]
