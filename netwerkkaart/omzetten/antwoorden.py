"""A filled form of a question round becomes statements: the answer, what it says of ties, and the rest.

One file is the answer of one organisation. What it says for another (a CLB for its schools) is an answer
of its own, with the same giver. The ties themselves are not stated here: they follow from all answers
together (:mod:`netwerkkaart.plan.herleiden`).
"""

from __future__ import annotations

import hashlib
from datetime import date

from netwerkkaart.fouten import Melding
from netwerkkaart.inlezen.antwoordbestand import Antwoordbestand
from netwerkkaart.omzetten.antwoordbanden import Banden, Gezegd
from netwerkkaart.omzetten.antwoordextra import read_gaps, read_offers
from netwerkkaart.omzetten.antwoordlezer import Lezing, Rij, Woord
from netwerkkaart.omzetten.antwoordvorm import EIGEN, Blad
from netwerkkaart.omzetten.context import Context, Oogst
from netwerkkaart.omzetten.vrijetekst import seems_about_pupil
from netwerkkaart.schema.register import SOORTEN, TYPEN, Waarde, properties_of, relation_id
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Voorstel
from netwerkkaart.schema.vocabularia import REGIO

_ANTWOORD = properties_of(SOORTEN["Antwoord"])
_DOELEN = ("rapport", "onderzoek")
NIETS = "In dit formulier is niets ingevuld."
"""What is said of a form that comes back as it was sent."""


def read_antwoord(bestand: Antwoordbestand, context: Context) -> Oogst:
    """Read one filled form. All faults of all sheets are collected. O(rows).

    Args:
        bestand: the sheets.
        context: what the store knows; ``datum`` is the day of the answer when the form states none.
    """
    lezing = Lezing(bestand, context)
    kop = {rij.code[0]: rij for rij in lezing.rows(Blad.ORGANISATIE) if rij.code}
    if not _who(lezing, kop):
        return _oogst(lezing)
    eigen = _own_data(lezing, kop)
    gezegd = Banden(lezing).read()
    per_namens: dict[str, list[Gezegd]] = {lezing.door: []}
    for deel in gezegd:
        per_namens.setdefault(deel.namens, []).append(deel)
    hiaten = read_gaps(lezing)
    for namens, delen in per_namens.items():
        id_ = _answer_id(lezing, namens)
        _state_answer(lezing, id_, namens, eigen if namens == lezing.door else _shared(eigen))
        for deel in delen:
            velden = {**deel.velden, "datum": lezing.datum}
            _relate(lezing, "NOEMT", id_, deel.doel, velden, deel.rij, deel.blad)
    for hiaat in hiaten:
        _relate(lezing, "MELDT", _answer_id(lezing, lezing.door), hiaat, {})
    voorstellen = read_offers(lezing)
    if not (gezegd or hiaten or voorstellen or lezing.meldingen or _says_more(lezing, eigen)):
        lezing.meldingen.append(Melding(NIETS, verwacht="minstens één antwoord", bestand=bestand.bestand))
    return _oogst(lezing, voorstellen)


def _says_more(lezing: Lezing, eigen: dict[str, Waarde]) -> bool:
    """Whether anything was filled in beside ties, gaps and ended offers."""
    iets = {**eigen, "tijdstip": None, "doelen": None}
    anders = any(isinstance(u, KnoopUitspraak) and u.label != "Antwoord" for u in lezing.uitspraken)
    return anders or eigen["doelen"] != ["werking"] or any(waarde is not None for waarde in iets.values())


def _oogst(lezing: Lezing, voorstellen: tuple[Voorstel, ...] = ()) -> Oogst:
    rijen = sum(len(t) for naam, t in lezing.bestand.bladen.items() if naam != Blad.LIJST)
    uniek = list(dict.fromkeys(lezing.meldingen))
    return Oogst(lezing.uitspraken, tuple(uniek), (), rijen, voorstellen=voorstellen)


def _who(lezing: Lezing, kop: dict[str, Rij]) -> bool:
    """Find the round and the organisation that answers; a fault when either is not known."""
    for sleutel, rij in kop.items():
        naam, teken, waarde = sleutel.partition("=")
        if teken and naam == "bevraging":
            lezing.bevraging = waarde
            if lezing.context.gekend.labels.get(waarde) != "Bevraging":
                lezing.tell(
                    rij,
                    "antwoord",
                    "Deze bevraging is niet gekend.",
                    verwacht="een formulier van een bevraging die in deze graaf gemaakt is",
                )
        elif teken and naam == "organisatie":
            lezing.door = waarde
            if not lezing.is_organisation(waarde):
                lezing.tell(rij, "antwoord", "Deze organisatie staat niet in de graaf.", verwacht=waarde)
        elif teken and naam == "regio":
            lezing.regio = REGIO.find(waarde) or ""
    tabel = lezing.bestand.bladen.get(Blad.ORGANISATIE)
    if not lezing.meldingen and not (lezing.bevraging and lezing.door):
        melding = f'Het blad "{Blad.ORGANISATIE}" zegt niet wie antwoordt, of op welke bevraging.'
        verwacht = "een ingevuld formulier, zoals het verstuurd is"
        if tabel is None:
            lezing.meldingen.append(Melding(melding, verwacht=verwacht, bestand=lezing.bestand.bestand))
        else:
            lezing.meldingen.append(tabel.melding(melding, verwacht=verwacht))
    return not any(m.is_fout for m in lezing.meldingen)


def _own_data(lezing: Lezing, kop: dict[str, Rij]) -> dict[str, Waarde]:
    """The answer's own properties, and corrections of what the organisation says of itself."""
    velden: dict[str, Waarde] = {}
    lezing.datum = _day(lezing, kop.get("datum"))
    if lezing.bestand.tijdstip:
        velden["tijdstip"] = lezing.bestand.tijdstip
    doelen = ["werking"]
    for doel in _DOELEN:
        if doel in kop and lezing.word(kop[doel], "antwoord") is Woord.JA:
            doelen.append(doel)
    velden["doelen"] = doelen
    if "functie" in kop:
        functie = lezing.read(kop["functie"], "antwoord", _ANTWOORD["rol"])
        if seems_about_pupil(str(functie.get("rol", ""))):
            functie = {}
        velden |= functie
    kloppen = lezing.word(kop["kloppen"], "antwoord") if "kloppen" in kop else None
    beter = _corrections(lezing, kop)
    if kloppen is Woord.JA or beter:
        velden["gegevens_kloppen"] = True
    elif kloppen is Woord.NEE:
        velden["gegevens_kloppen"] = False
        lezing.warn(
            kop["kloppen"], "antwoord", "De gegevens kloppen niet, maar er staat niet wat er beter is."
        )
    if beter:
        label = lezing.label(lezing.door)
        lezing.uitspraken.append(KnoopUitspraak(label, lezing.door, {**beter, **lezing.herkomst}))
    return velden


def _day(lezing: Lezing, rij: Rij | None) -> date:
    vandaag = lezing.context.datum
    if rij is not None and rij["antwoord"]:
        dag = lezing.read(rij, "antwoord", _ANTWOORD["datum"]).get("datum")
        if isinstance(dag, date) and dag > vandaag:
            lezing.tell(rij, "antwoord", "Deze dag moet nog komen.", verwacht=f"hoogstens {vandaag}")
        return dag if isinstance(dag, date) else vandaag
    bewaard = lezing.bestand.tijdstip[:10]
    return min(date.fromisoformat(bewaard), vandaag) if bewaard else vandaag


def _corrections(lezing: Lezing, kop: dict[str, Rij]) -> dict[str, Waarde]:
    eigenschappen = properties_of(SOORTEN[lezing.label(lezing.door)])
    beter: dict[str, Waarde] = {}
    for naam in EIGEN:
        if naam in kop:
            beter |= lezing.read(kop[naam], "antwoord", eigenschappen[naam])
    return beter


def _shared(eigen: dict[str, Waarde]) -> dict[str, Waarde]:
    """What an answer for another has in common with one's own."""
    return {naam: waarde for naam, waarde in eigen.items() if naam != "gegevens_kloppen"}


def _answer_id(lezing: Lezing, namens: str) -> str:
    """The same file gives the same id, so that reading it again changes nothing."""
    kenmerk = "\n".join((lezing.bestand.sha256, lezing.bevraging, lezing.door, namens))
    return f"antwoord:{hashlib.sha256(kenmerk.encode()).hexdigest()[:20]}"


def _state_answer(lezing: Lezing, id_: str, namens: str, velden: dict[str, Waarde]) -> None:
    lezing.uitspraken.append(
        KnoopUitspraak("Antwoord", id_, {**velden, "datum": lezing.datum, **lezing.herkomst})
    )
    for type_, naar in (
        ("ANTWOORD_OP", lezing.bevraging),
        ("GEGEVEN_DOOR", lezing.door),
        ("NAMENS", namens),
    ):
        _relate(lezing, type_, id_, naar, {})


def _relate(
    lezing: Lezing,
    type_: str,
    van: str,
    naar: str,
    velden: dict[str, Waarde],
    rij: int = 0,
    blad: str = "",
) -> None:
    rid = relation_id(TYPEN[type_], van, naar, velden)
    lezing.uitspraken.append(
        RelatieUitspraak(type_, rid, van, naar, {**velden, **lezing.herkomst}, rij, blad=blad)
    )
