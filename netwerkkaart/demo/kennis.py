"""What was mapped and asked: inventories, reported gaps, question rounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from netwerkkaart.demo.bedoeling import LEERLING, Bedoeling
from netwerkkaart.demo.model import Cel, Organisatie, Relatie, Rij, School, Stand
from netwerkkaart.demo.overleg import trek_gewogen
from netwerkkaart.demo.tijd import Kalender
from netwerkkaart.schema.vocabularia import DOELGROEP, REGIO, STAP, THEMA

_DOOR = ("coördinator lerend netwerk", "coördinator Samen tegen Schooluitval", "beide coördinatoren")
_HIAATZIN: Mapping[str, str] = {
    STAP.codes[0]: "Er is te weinig hulp in de klas wanneer het begint te wringen.",
    STAP.codes[1]: "Wie thuis valt, vindt moeilijk de weg terug naar school.",
    STAP.codes[2]: "Er is geen leerwerkplek in de buurt voor wie schoolmoe is.",
    STAP.codes[3]: "Voor een dagbesteding moeten jongeren te ver reizen.",
}


def inventarisaties(rng: Random, kalender: Kalender, regio: str, bedoeling: Bedoeling) -> list[Rij]:
    """The inventories behind what was mapped, and some that count for nothing.

    Per theme and step the municipalities with the same mapped target groups stand together. Beside
    them an incomplete and an outdated one over white spots: neither maps anything today.
    """
    uit: list[Rij] = []
    for thema, stap in dict.fromkeys(cel[:2] for cel in bedoeling.stand):
        groepen: dict[tuple[str, ...], list[str]] = {}
        for nis in sorted(
            {nis for cel in bedoeling.gekaart if cel[:2] == (thema, stap) for nis in bedoeling.gekaart[cel]}
        ):
            gekaart = tuple(
                groep
                for groep in DOELGROEP.codes
                if (thema, stap, groep) not in bedoeling.volledig
                and nis in bedoeling.gekaart[thema, stap, groep]
            )
            groepen.setdefault(gekaart, []).append(nis)
        for groepen_, nissen in groepen.items():
            if groepen_:
                uit.append(_inventaris(rng, kalender, regio, (thema, stap), groepen_, nissen))
    for thema, stap, groep in bedoeling.volledig:
        uit.append(_inventaris(rng, kalender, regio, (thema, stap), (groep,), ["alle"]))
    for thema in THEMA.codes:
        stap = STAP.codes[1]
        half = _inventaris(rng, kalender, regio, (thema, stap), ("alle",), bedoeling.nooit)
        oud = _inventaris(rng, kalender, regio, (thema, stap), ("alle",), bedoeling.nooit)
        uit.append(half | {"volledig": "nee"})
        uit.append(oud | {"datum": kalender.terug(rng, 800, 1500).isoformat()})
    return [{"id": f"inventarisatie:{regio}-{nr:03}", **rij} for nr, rij in enumerate(uit, start=1)]


def _inventaris(
    rng: Random,
    kalender: Kalender,
    regio: str,
    wat: tuple[str, str],
    groepen: Sequence[str],
    nissen: Sequence[str],
) -> Rij:
    thema, stap = wat
    return {
        "naam": f"{REGIO.woord(regio)}, thema {thema}: {stap}",
        "regio": regio,
        "gemeenten": "|".join(nissen),
        "thema": thema,
        "stap": stap,
        "doelgroepen": "|".join(groepen),
        "volledig": "ja",
        "datum": kalender.terug(rng, 10, 600).isoformat(),
        "door": rng.choice(_DOOR),
    }


def hiaten(
    rng: Random, kalender: Kalender, regio: str, bedoeling: Bedoeling, scholen: Sequence[School]
) -> tuple[list[Rij], list[Relatie]]:
    """Gaps that schools and CLBs report; some about white spots, where a complaint maps nothing."""
    leeg: list[tuple[Cel, str]] = [
        (cel, nis)
        for cel, standen in bedoeling.stand.items()
        for nis, stand in standen.items()
        if stand in (Stand.GEEN, Stand.VOL) and cel[2] == LEERLING
    ]
    rijen: list[Rij] = []
    relaties: list[Relatie] = []
    for nr, ((thema, stap, groep), nis) in enumerate(rng.sample(leeg, min(12, len(leeg))), start=1):
        id_ = f"hiaat:{regio}-{nr:02}"
        rijen.append(
            {
                "id": id_,
                "naam": f"Gemeld: {stap} (thema {thema})",
                "thema": thema,
                "stap": stap,
                "doelgroepen": groep,
                "regio": regio,
                "gemeenten": nis,
                "omschrijving": _HIAATZIN[stap],
                **kalender.geldt(rng, 10, 400, ("melding", "verslag van overleg")),
            }
        )
        daar = [s for s in scholen if s.nis == nis and s.thema == thema]
        for school in rng.sample(daar, min(rng.randint(1, 2), len(daar))):
            melder = school.clb if school.clb and rng.random() < 0.3 else school.id
            relaties.append(Relatie(id_, melder, "GEMELD_DOOR"))
    return rijen, list({(r.van, r.naar): r for r in relaties}.values())


def bevragingen(
    rng: Random, kalender: Kalender, regio: str, organisaties: Sequence[Organisatie], nooit: Sequence[str]
) -> tuple[list[Rij], list[Relatie]]:
    """Two question rounds: who was asked, and who answered."""
    rijen: list[Rij] = []
    relaties: list[Relatie] = []
    for nr, (dagen, aandeel) in enumerate(((430, 0.2), (95, 0.35)), start=1):
        dag = kalender.terug(rng, dagen, dagen + 20)
        id_ = f"bevraging:{regio}-{nr}"
        gevraagd = trek_gewogen(
            rng, organisaties, lambda o: 0.0 if o.nis in nooit else 1.0, round(aandeel * len(organisaties))
        )
        antwoorden = 0
        for org in gevraagd:
            eigen: Rij = {}
            if rng.random() < 0.64:
                antwoorden += 1
                eigen["antwoord_op"] = kalender.terug(rng, 5, dagen - 2).isoformat()
            relaties.append(Relatie(org.id, id_, "BEVRAAGD_IN", eigen))
        rijen.append(
            {
                "id": id_,
                "naam": f"Bevraging {nr} {REGIO.woord(regio)}",
                "vraag": "Met wie werken jullie samen rond schooluitval?",
                "datum": dag.isoformat(),
                "uitgenodigd": str(len(gevraagd)),
                "beantwoord": str(antwoorden),
            }
        )
    return rijen, relaties
