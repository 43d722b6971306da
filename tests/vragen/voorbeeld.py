"""A region of a hand's breadth, on which the answer to every query can be worked out on paper."""

from __future__ import annotations

from datetime import date

from netwerkkaart.schema.register import Waarde
from netwerkkaart.schema.uitspraken import Uitspraak
from tests.graph.hulp import knoop, relatie

DATUM = date(2026, 11, 24)
TOEN = date(2024, 9, 1)
"""Long ago."""


def _org(label: str, id_: str, naam: str, gemeente: str, **velden: Waarde) -> list[Uitspraak]:
    waar = [relatie("LIGT_IN", id_, f"nis:{gemeente}")] if gemeente else []
    return [knoop(label, id_, naam=naam, **velden), *waar]


def example() -> list[Uitspraak]:
    """Everything that holds at ``DATUM``, and some that no longer does: what ended is named after that."""
    return [*_places(), *_organisations(), *_ties(), *_offers(), *_coordinators(), *_knowledge(), *_round()]


def _places() -> list[Uitspraak]:
    uit: list[Uitspraak] = [knoop("Regio", f"regio:{c}", naam=c, code=c) for c in ("limburg", "antwerpen")]
    for nis, naam, regio in (
        ("71016", "Genk", "limburg"),
        ("72004", "Bree", "limburg"),
        ("13040", "Turnhout", "antwerpen"),
    ):
        uit.append(knoop("Gemeente", f"nis:{nis}", naam=naam, nis=nis))
        uit.append(relatie("DEEL_VAN", f"nis:{nis}", f"regio:{regio}"))
    return uit


def _organisations() -> list[Uitspraak]:
    return [
        *_org("School", "ark", "De Ark", "71016", niveaus=["lager"], leerlingen=200, bevestigd_op=date(2026, 5, 1)),
        *_org("School", "brug", "De Brug", "72004", niveaus=["secundair"]),
        *_org("School", "col", "College", "13040", niveaus=["secundair"], sinds=date(2025, 9, 1)),
        *_org("School", "oud", "Oude School", "72004", niveaus=["lager"], tot=date(2025, 9, 1)),
        *_org("Clb", "clb", "CLB Kantelbrug", "71016"),
        *_org("Ondersteuningsnetwerk", "lsc", "Leersteun Noord", "71016"),
        *_org("Jeugdhulpaanbieder", "jh", "Appelhuis", "71016"),
        *_org("GeestelijkeGezondheidszorg", "ggz", "Luwte", "72004"),
        *_org("NaftAanbieder", "naft", "NAFT Pad", "72004"),
        *_org("Werkactor", "werk", "Werkplaats Zes", "71016"),
        *_org("LokaalBestuur", "stad", "Stad Genk", "71016"),
        *_org("AndereOrganisatie", "los", "Los Zand", ""),
        *_org("Bestuur", "vzw", "vzw Mussen", "71016"),
    ]  # fmt: skip


def _ties() -> list[Uitspraak]:
    return [
        relatie(
            "BEGELEIDT", "clb", "ark", bevestiging="bevestigd", bron="ronde", bron_datum=date(2026, 3, 1)
        ),
        relatie("BEGELEIDT", "clb", "oud"),
        relatie("ONDERSTEUNT", "lsc", "ark", bron="lijst", bron_datum=date(2025, 1, 1), sinds=TOEN),
        relatie("WERKT_SAMEN_MET", "clb", "jh", bevestiging="eenzijdig", via="an-p"),
        relatie("WERKT_SAMEN_MET", "ggz", "jh", via="an-p", sinds=date(2026, 2, 1)),
        relatie("WERKT_SAMEN_MET", "naft", "werk", bron="lijst", bron_datum=date(2026, 1, 1)),
        relatie("WERKT_SAMEN_MET", "jh", "stad", tot=date(2026, 6, 1)),
        relatie("VERWIJST_NAAR", "brug", "naft", stap="heroriënteren", bevestiging="betwist"),
        relatie("VERWIJST_NAAR", "jh", "naft"),
    ]


def _offers() -> list[Uitspraak]:
    return [
        knoop("Aanbod", "time-out", naam="Time-out", continuum=["voorkomen"], themas=["1"],
              doelgroepen=["leerling"], capaciteit=12, bezet=4),
        knoop("Aanbod", "traject", naam="Traject", continuum=["heroriënteren", "toeleiden naar werk"],
              themas=["2"], doelgroepen=["leerling"], capaciteit=6, bezet=6),
        knoop("Aanbod", "dag", naam="Dagatelier", continuum=["alternatieve dagbesteding"], themas=["2"],
              doelgroepen=["alle"], wachttijd_weken=20),
        knoop("Aanbod", "wees", naam="Zonder huis", continuum=["voorkomen"], themas=["alle"],
              doelgroepen=["ouder"]),
        knoop("Aanbod", "gesprek", naam="Gesprek", continuum=["voorkomen"], themas=["2"],
              doelgroepen=["leerling"]),
        relatie("BIEDT", "naft", "gesprek"),
        relatie("BEREIKT", "gesprek", "regio:limburg"),
        relatie("BIEDT", "jh", "time-out"),
        relatie("BIEDT", "naft", "traject"),
        relatie("BIEDT", "ggz", "dag"),
        relatie("BEREIKT", "time-out", "nis:71016"),
        relatie("BEREIKT", "traject", "regio:limburg"),
        relatie("BEREIKT", "dag", "nis:72004"),
    ]  # fmt: skip


def _coordinators() -> list[Uitspraak]:
    return [
        knoop("Coordinator", "an", naam="An", rol="lerend-netwerk", regio="limburg"),
        knoop("Coordinator", "bo", naam="Bo", rol="sts", regio="limburg"),
        relatie("TANDEM_MET", "an", "bo"),
        *(relatie("CONTACT_MET", "an", o) for o in ("ark", "jh", "stad")),
        *(relatie("CONTACT_MET", "bo", o) for o in ("ark", "clb")),
        knoop("LerendNetwerk", "net", naam="Netwerk Limburg", regio="limburg"),
        relatie("LID_VAN", "jh", "net", engagement="trekker"),
        relatie("LID_VAN", "clb", "net", engagement="deelnemer"),
        relatie("LID_VAN", "ggz", "net", engagement="deelnemer"),
        relatie("COORDINEERT", "an", "net"),
        knoop("Forum", "tafel", naam="Tafel Genk", regio="limburg"),
        knoop("Forum", "kring", naam="Kring Bree", regio="limburg"),
        relatie("COORDINEERT", "an", "tafel"),
        relatie("COORDINEERT", "bo", "tafel"),
        *(relatie("NEEMT_DEEL_AAN", o, "tafel") for o in ("an", "bo", "jh", "clb", "stad", "werk")),
        *(relatie("NEEMT_DEEL_AAN", o, "kring") for o in ("brug", "naft")),
        relatie("NEEMT_DEEL_AAN", "ark", "kring", tot=date(2025, 9, 1)),
        knoop("Overleg", "o1", naam="Maart", datum=date(2026, 3, 5)),
        knoop("Overleg", "o2", naam="Juni", datum=date(2026, 6, 4)),
        knoop("Overleg", "o3", naam="Lang geleden", datum=date(2019, 6, 4)),
        *(relatie("OVERLEG_VAN", o, "tafel") for o in ("o1", "o2", "o3")),
        relatie("AGENDEERT", "o1", "h1"),
        relatie("AGENDEERT", "o2", "h1"),
    ]


def _knowledge() -> list[Uitspraak]:
    return [
        knoop("Hiaat", "h1", naam="Geen plaats in Bree", thema="2", stap="heroriënteren", regio="limburg"),
        knoop("Hiaat", "h2", naam="Niets voor ouders", thema="1", stap="voorkomen", regio="limburg"),
        relatie("GEMELD_DOOR", "h1", "brug"),
        relatie("GEMELD_DOOR", "h1", "naft"),
        *(
            knoop("Inventarisatie", f"i{nr}", naam=f"Telling {nr}", regio="limburg", gemeenten=["alle"], thema="1",
                  stap="voorkomen", doelgroepen=["alle"], volledig=volledig, datum=dag)
            for nr, (volledig, dag) in enumerate(
                [(True, date(2025, 5, 1)), (True, date(2026, 5, 1)), (False, date(2026, 8, 1)), (True, TOEN.replace(year=2021))]
            )
        ),
        knoop("GoedePraktijk", "p1", naam="Warme overdracht", continuum=["heroriënteren"], themas=["alle"]),
        knoop("GoedePraktijk", "p2", naam="Ouderkoffie", continuum=["alle"], themas=["1"]),
        relatie("PAST_TOE", "naft", "p1"),
        knoop("Afspraak", "af", naam="Binnen de week", continuum=["voorkomen"]),
        knoop("Afspraak", "leeg", naam="Nog niemand", continuum=["voorkomen"]),
        *(relatie("PARTIJ_BIJ", o, "af") for o in ("ark", "clb", "jh")),
        knoop("Actie", "bel", naam="Bellen", toestand="open", deadline=date(2026, 9, 1)),
        knoop("Actie", "schrijf", naam="Schrijven", toestand="bezig", deadline=date(2026, 12, 24)),
        knoop("Actie", "klaar", naam="Gedaan", toestand="klaar", deadline=date(2026, 9, 1)),
        relatie("VERANTWOORDELIJK_VOOR", "an", "bel"),
        knoop("Contactpersoon", "an-p", naam="Iemand", functie="intake"),
        relatie("WERKT_VOOR", "an-p", "jh"),
    ]  # fmt: skip


def _round() -> list[Uitspraak]:
    """A round in which the support network answered, the CLB answered for a school, and two said nothing."""
    ja: dict[str, Waarde] = {"relatie": "VERWIJST_NAAR", "datum": date(2026, 5, 1), "stap": "heroriënteren"}
    return [
        knoop("Bevraging", "q", naam="Ronde 2026", regio="limburg", datum=date(2026, 4, 1)),
        *(relatie("BEVRAAGD_IN", o, "q") for o in ("brug", "naft", "ark", "ggz")),
        relatie("BEVRAAGD_IN", "lsc", "q", antwoord_op=date(2026, 5, 2)),
        *(knoop("Antwoord", f"a-{o}", naam=f"Antwoord {o}", datum=date(2026, 5, 1)) for o in ("brug", "naft", "ark")),
        *(relatie("ANTWOORD_OP", f"a-{o}", "q") for o in ("brug", "naft", "ark")),
        *(relatie("NAMENS", f"a-{o}", o) for o in ("brug", "naft", "ark")),
        relatie("GEGEVEN_DOOR", "a-brug", "brug"),
        relatie("GEGEVEN_DOOR", "a-naft", "naft"),
        relatie("GEGEVEN_DOOR", "a-ark", "clb"),
        relatie("NOEMT", "a-brug", "naft", **ja, ja=True, richting="uit"),
        relatie("NOEMT", "a-naft", "brug", **ja, ja=False, richting="in"),
    ]  # fmt: skip
