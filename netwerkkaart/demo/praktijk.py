"""What partners do and agree: good practices, agreements, meetings and actions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random

from netwerkkaart.demo.catalogus import CLB, GGZ, JH, NAFT, WERK, D, H, V, W
from netwerkkaart.demo.model import Organisatie, Relatie, Rij
from netwerkkaart.demo.overleg import Forum, Tandem
from netwerkkaart.demo.tijd import Kalender

Tabel = tuple[list[Rij], list[Relatie]]

_PRAKTIJKEN: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "Rustklas met hulp van buiten",
        "1",
        V,
        "leerling|leerkracht",
        "Een hulpverlener is twee voormiddagen per week in de school.",
    ),
    (
        "Koffie voor de poort",
        "1",
        V,
        "ouder",
        "Ouders en hulpverleners ontmoeten elkaar informeel, vóór er problemen zijn.",
    ),
    (
        "Stap voor stap terug naar de klas",
        "1",
        H,
        "leerling|ouder",
        "Een kind komt terug met korte dagen en een vaste begeleider.",
    ),
    (
        "Zorgteam in gesprek",
        "1",
        H,
        "leerkracht|school",
        "Het zorgteam bespreekt elke maand een situatie met een hulpverlener.",
    ),
    (
        "Herstelkring na een conflict",
        "2",
        V,
        "leerling|school",
        "Binnen de week zit iedereen rond de tafel; schorsen wordt zeldzaam.",
    ),
    (
        "Eén aanspreekpunt per school",
        "2",
        V,
        "school",
        "Elke school heeft één vaste persoon bij NAFT en bij het CLB.",
    ),
    (
        "Brug terug",
        "2",
        H,
        "leerling|leerkracht",
        "Een leerkracht houdt wekelijks contact met wie in een traject zit.",
    ),
    (
        "Ouders als bondgenoot",
        "2",
        H,
        "ouder",
        "Ouders starten samen met een groep en een ervaringsdeskundige.",
    ),
    ("Proefdagen op de werkvloer", "2", W, "leerling", "Drie dagen meedraaien, met een nagesprek op school."),
    (
        "Werkgever aan de klastafel",
        "2",
        W,
        "school|leerkracht",
        "Werkgevers bekijken met de school wat een jongere wel kan.",
    ),
    (
        "Dagatelier met einddatum",
        "2",
        D,
        "leerling",
        "Elke dagbesteding begint met een plan om er weer uit te geraken.",
    ),
    (
        "Samen koken, samen kijken",
        "2",
        D,
        "leerling|ouder",
        "Koken als opstap naar een gesprek over wat daarna komt.",
    ),
)
_AFSPRAKEN: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "Binnen vijf dagen rond de tafel",
        "2",
        V,
        "leerling|ouder",
        "Bij een dreigende schorsing zitten school, CLB en NAFT binnen vijf schooldagen samen.",
    ),
    (
        "Eén telefoonnummer voor scholen",
        "1|2",
        V,
        "school",
        "Scholen bellen één nummer; wie opneemt, zoekt de juiste hulp.",
    ),
    ("Warme overdracht", "1|2", H, "leerling", "Niemand wordt doorverwezen zonder gesprek met drie."),
    (
        "Hulp in de klas binnen twee weken",
        "1",
        V,
        "leerling|leerkracht",
        "Een hulpverlener komt binnen twee weken kijken.",
    ),
    (
        "Samen beslissen over terugkeer",
        "2",
        H,
        "leerling|school",
        "School, jongere en begeleider leggen samen de eerste weken vast.",
    ),
    ("Ouders zijn erbij", "1", H, "ouder", "Er is geen overleg over een kind zonder de ouders."),
    ("Naar werk, niet uit beeld", "2", W, "leerling", "Het CLB volgt nog zes maanden op."),
    (
        "Dagbesteding met een plan",
        "2",
        D,
        "leerling",
        "Na acht weken bekijken we samen wat de volgende stap is.",
    ),
)
_ACTIES = (
    "Wachttijden samen bekijken", "Lijst van aanspreekpunten maken", "Proefproject in drie scholen starten",
    "Nieuwe partner uitnodigen", "Aanbod voor ouders bespreken", "Vervoer naar het dagatelier uitzoeken",
    "Afspraak over schorsing herlezen", "Werkgevers in de buurt bezoeken", "Witte vlek in kaart brengen",
)  # fmt: skip
_TOESTANDEN = ("open", "bezig", "bezig", "klaar", "gestopt", "open", "klaar")


def praktijken(
    rng: Random,
    kalender: Kalender,
    regio: str,
    organisaties: Sequence[Organisatie],
    buren: Sequence[Organisatie],
) -> Tabel:
    """Good practices; those of the neighbours are used elsewhere, the others by some here."""
    rijen: list[Rij] = []
    relaties: list[Relatie] = []
    hier = [o for o in organisaties if o.label in (JH, GGZ, NAFT, WERK, "School")]
    for nr, (naam, thema, stap, groepen, tekst) in enumerate(_PRAKTIJKEN, start=1):
        id_ = f"praktijk:{regio}-{nr:02}"
        rijen.append(
            {
                "id": id_, "naam": naam, "themas": thema, "continuum": stap, "doelgroepen": groepen,
                "omschrijving": tekst, "vrijgave": "openbaar",
                **kalender.geldt(rng, 200, 2000, ("praktijkbeschrijving",)),
            }
        )  # fmt: skip
        wie = (
            rng.sample(buren, min(2, len(buren)))
            if nr % 2 == 0 and buren
            else rng.sample(hier, rng.randint(1, 3))
        )
        relaties += [Relatie(org.id, id_, "PAST_TOE", {"sinds": kalender.begin(rng, 30, 900)}) for org in wie]
    return rijen, relaties


def afspraken(
    rng: Random, kalender: Kalender, regio: str, organisaties: Sequence[Organisatie], fora: Sequence[Forum]
) -> Tabel:
    """Agreements between members of one forum."""
    clbs = [org.id for org in organisaties if org.label == CLB]
    rijen: list[Rij] = []
    relaties: list[Relatie] = []
    for nr, (naam, themas, stap, groepen, tekst) in enumerate(_AFSPRAKEN, start=1):
        id_ = f"afspraak:{regio}-{nr:02}"
        rijen.append(
            {
                "id": id_, "naam": naam, "themas": themas, "continuum": stap, "doelgroepen": groepen,
                "omschrijving": tekst, **kalender.geldt(rng, 30, 700, ("verslag van overleg",)),
                "tot": kalender.vooruit(rng, 90, 700).isoformat() if nr % 3 == 0 else "",
            }
        )  # fmt: skip
        leden = rng.choice([forum.leden for forum in fora if len(forum.leden) > 3])
        partijen = rng.sample(leden, min(rng.randint(3, 8), len(leden)))
        partijen = list(dict.fromkeys([*partijen, *([rng.choice(clbs)] if nr % 2 else [])]))
        relaties += [
            Relatie(lid, id_, "PARTIJ_BIJ", {"sinds": kalender.begin(rng, 30, 400)}) for lid in partijen
        ]
    return rijen, relaties


def overleggen(
    rng: Random,
    kalender: Kalender,
    regio: str,
    fora: Sequence[Forum],
    tandem: Tandem,
    onderwerpen: Sequence[str],
) -> tuple[list[Rij], list[Rij], list[Relatie]]:
    """Meetings of the fora and the network, with who came and what was put on the agenda; and actions.

    What is put on the agenda are actions and ``onderwerpen``: ids of gaps, practices and agreements.

    Returns:
        Rows of meetings, rows of actions, relations.
    """
    acties = [_actie(rng, kalender, regio, nr) for nr in range(1, 15)]
    op_tafel = [*onderwerpen, *(actie["id"] for actie in acties)]
    rijen: list[Rij] = []
    relaties: list[Relatie] = []
    plaatsen: list[tuple[str, str, tuple[str, ...]]] = [
        (f.id, f.naam, f.leden) for f in fora if len(f.leden) > 2
    ]
    plaatsen.append((tandem.netwerk, "Lerend netwerk", ()))
    for nr in range(1, 25):
        van, naam, leden = plaatsen[nr % len(plaatsen)]
        komt = nr % 8 == 0
        dag = kalender.werkdag(kalender.vooruit(rng, 8, 60) if komt else kalender.terug(rng, 5, 420))
        id_ = f"overleg:{regio}-{nr:02}"
        rijen.append(_bijeenkomst(rng, id_, naam, dag, komt))
        relaties.append(Relatie(id_, van, "OVERLEG_VAN"))
        if not komt:
            aanwezig = (
                rng.sample(leden, max(1, len(leden) * 2 // 3)) if leden else [tandem.lerend, tandem.sts]
            )
            relaties += [Relatie(lid, id_, "AANWEZIG_OP") for lid in aanwezig]
        relaties += [Relatie(id_, wat, "AGENDEERT") for wat in rng.sample(op_tafel, rng.randint(1, 3))]
    leden_samen = sorted({lid for forum in fora for lid in forum.leden})
    for actie in acties:
        wie = tandem.lerend if rng.random() < 0.3 else rng.choice(leden_samen)
        relaties.append(Relatie(wie, actie["id"], "VERANTWOORDELIJK_VOOR"))
    return rijen, acties, relaties


def _bijeenkomst(rng: Random, id_: str, naam: str, dag: date, komt: bool) -> Rij:
    return {
        "id": id_,
        "naam": f"{naam}, {dag:%d-%m-%Y}",
        "datum": dag.isoformat(),
        "agenda": rng.choice(
            ("Wachttijden en doorverwijzing", "Nieuwe afspraken", "Wie ontbreekt nog?", "Stand van zaken")
        ),
        "uitkomst": ""
        if komt
        else rng.choice(("We volgen dit op.", "Twee acties afgesproken.", "Geen besluit.")),
    }


def _actie(rng: Random, kalender: Kalender, regio: str, nr: int) -> Rij:
    toestand = _TOESTANDEN[nr % len(_TOESTANDEN)]
    af = toestand in ("klaar", "gestopt")
    deadline = kalender.terug(rng, 5, 200) if af else kalender.vooruit(rng, -40, 150)
    return {
        "id": f"actie:{regio}-{nr:02}",
        "naam": _ACTIES[nr % len(_ACTIES)],
        "toestand": toestand,
        "deadline": deadline.isoformat(),
        "uitkomst": rng.choice(("Gelukt.", "Deels gelukt.", "Niet haalbaar.")) if af else "",
    }
