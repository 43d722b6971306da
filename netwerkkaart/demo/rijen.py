"""From what exists to rows of tables: the columns that the importers know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from random import Random

from netwerkkaart.demo.model import Dienst, Organisatie, Relatie, Rij, School, Stand
from netwerkkaart.demo.namen import adres, domein, telefoon, webadres
from netwerkkaart.demo.organisaties import NETTEN
from netwerkkaart.demo.plaatsen import Plaats
from netwerkkaart.demo.tijd import Kalender
from netwerkkaart.schema.vocabularia import STAP

BEVESTIGD = 0.62
"""Share of organisations that confirmed their own data (some longer than 24 months ago)."""


def _adres(rng: Random, org: Organisatie, plaatsen: Mapping[str, Plaats]) -> Rij:
    straat, nummer = adres(rng)
    return {
        "straat": straat,
        "huisnummer": nummer,
        "postcode": org.postcode,
        "gemeente": plaatsen[org.nis].naam,
    }


def schoolrijen(
    rng: Random,
    kalender: Kalender,
    scholen: Iterable[School],
    namen: Mapping[str, str],
    plaatsen: Mapping[str, Plaats],
) -> list[Rij]:
    """Rows of the official list of sites."""
    jaar = kalender.datum.year if kalender.datum.month >= 9 else kalender.datum.year - 1
    return [
        {
            "schoolnummer": school.nummer,
            "intern_vplnummer": school.volgnummer,
            "naam": school.naam,
            **_adres(rng, school, plaatsen),
            "niscode": school.nis,
            "telefoon": telefoon(rng),
            "e-mail": f"info@{domein(school.naam)}",
            "website": webadres(school.naam),
            "net": NETTEN[school.net],
            "ingerichte hoofdstructuren": school.hoofdstructuren,
            "clb": namen.get(school.clb, ""),
            "bestuur": school.bestuur,
            "scholengemeenschap": school.gemeenschap,
            "leersteuncentrum": namen.get(school.osn, ""),
            "schooljaar": f"{jaar}-{jaar + 1}",
            "aantal leerlingen": str(school.leerlingen) if school.leerlingen else "",
        }
        for school in scholen
    ]


def organisatierijen(
    rng: Random,
    kalender: Kalender,
    organisaties: Iterable[Organisatie],
    diensten: Sequence[Dienst],
    plaatsen: Mapping[str, Plaats],
) -> list[Rij]:
    """Rows of the plain table of organisations; themes and steps follow from what they offer."""
    themas: dict[str, set[str]] = {}
    stappen: dict[str, set[str]] = {}
    for dienst in diensten:
        if dienst.stand is not Stand.GEEN:
            themas.setdefault(dienst.aanbieder, set()).update(dienst.themas)
            stappen.setdefault(dienst.aanbieder, set()).update(dienst.stappen)
    uit: list[Rij] = []
    for org in organisaties:
        bevestigd = kalender.terug(rng, 5, 800).isoformat() if rng.random() < BEVESTIGD else ""
        uit.append(
            {
                "id": org.id,
                "naam": org.naam,
                "soort": org.soort,
                **_adres(rng, org, plaatsen),
                "email": f"info@{domein(org.naam)}",
                "telefoon": telefoon(rng),
                "website": webadres(org.naam),
                "themas": "; ".join(sorted(themas.get(org.id, ()))),
                "continuum": "; ".join(s for s in STAP.codes if s in stappen.get(org.id, ())),
                "zelfstandige": "ja" if org.zelfstandig else "",
                "vrijgave": org.vrijgave,
                "bevestigd_op": bevestigd,
                **kalender.bron(rng, ("sociale kaart", "bevraging", "website")),
            }
        )
    return uit


def bevestigingsrijen(rng: Random, kalender: Kalender, scholen: Iterable[School]) -> list[Rij]:
    """Schools that confirmed their own data: the official list has no column for that."""
    return [
        {
            "id": school.id,
            "naam": school.naam,
            "soort": "school",
            "bevestigd_op": kalender.terug(rng, 5, 800).isoformat(),
        }
        for school in scholen
        if rng.random() < BEVESTIGD
    ]


def aanbodrijen(diensten: Iterable[Dienst]) -> tuple[list[Rij], list[Relatie]]:
    """Rows of the offers, who gives them and what they reach."""
    rijen: list[Rij] = []
    relaties: list[Relatie] = []
    for dienst in diensten:
        rijen.append(
            {
                "id": dienst.id,
                "naam": dienst.naam,
                "themas": "|".join(dienst.themas),
                "continuum": "|".join(dienst.stappen),
                "doelgroepen": "|".join(dienst.doelgroepen),
                **dienst.eigenschappen,
            }
        )
        relaties.append(Relatie(dienst.aanbieder, dienst.id, "BIEDT"))
        doelen = [dienst.gebied] if dienst.gebied else [f"nis:{nis}" for nis in sorted(set(dienst.bereik))]
        relaties += [Relatie(dienst.id, doel, "BEREIKT") for doel in doelen]
    return rijen, relaties
