"""What a respondent offers, and what she misses: rows of the sheets Aanbod and Wat ontbreekt."""

from __future__ import annotations

import hashlib

from netwerkkaart.omzetten.antwoordlezer import Lezing, Rij, Woord
from netwerkkaart.omzetten.antwoordvorm import Blad
from netwerkkaart.omzetten.plaatsen import area_statements, resolve_list
from netwerkkaart.omzetten.vrijetekst import ZONDER, seems_about_pupil
from netwerkkaart.schema.register import SOORTEN, TYPEN, Waarde, properties_of, relation_id
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Voorstel
from netwerkkaart.schema.vocabularia import ALLE, fold

_AANBOD = properties_of(SOORTEN["Aanbod"])
_HIAAT = properties_of(SOORTEN["Hiaat"])
_NODIG = ("continuum", "themas", "doelgroepen")
_GEVOELIG = "Deze tekst lijkt over één leerling of ouder te gaan; hij is niet overgenomen."


def read_offers(lezing: Lezing) -> tuple[Voorstel, ...]:
    """State what is offered; an offer that is said to be gone is proposed to end."""
    voorstellen: list[Voorstel] = []
    for rij in lezing.rows(Blad.AANBOD):
        bestaat = lezing.word(rij, "bestaat")
        wachttijd = lezing.read(rij, "wachttijd_weken", _AANBOD["wachttijd_weken"])
        if not rij.code:
            _new_offer(lezing, rij, wachttijd)
        elif lezing.context.gekend.labels.get(rij.code[0]) != "Aanbod":
            if bestaat is not None or wachttijd:
                lezing.warn(rij, "naam", "Dit aanbod is er niet meer; de rij is niet overgenomen.")
        elif bestaat is Woord.NEE:
            einde = KnoopUitspraak("Aanbod", rij.code[0], {"tot": lezing.datum, **lezing.herkomst})
            voorstellen.append(Voorstel(einde, "De aanbieder zegt dat dit aanbod niet meer bestaat."))
        elif wachttijd:
            lezing.uitspraken.append(
                KnoopUitspraak("Aanbod", rij.code[0], {**wachttijd, **lezing.herkomst}, rij.nummer)
            )
    return tuple(voorstellen)


def _new_offer(lezing: Lezing, rij: Rij, wachttijd: dict[str, Waarde]) -> None:
    if not rij["naam"]:
        if any(rij[naam] for naam in ("bestaat", "wachttijd_weken", *_NODIG)):
            lezing.tell(rij, "naam", "Hier ontbreekt de naam van het aanbod.", verwacht="een naam")
        return
    velden = dict(wachttijd)
    for naam in _NODIG:
        if not rij[naam]:
            lezing.tell(rij, naam, "Deze cel is leeg.", verwacht=_AANBOD[naam].vorm.verwacht)
        velden |= lezing.read(rij, naam, _AANBOD[naam])
    if seems_about_pupil(rij["naam"]):
        lezing.warn(rij, "naam", _GEVOELIG, verwacht=ZONDER, waarde="")
        return
    if any(naam not in velden for naam in _NODIG):
        return
    id_ = _id("aanbod", lezing.door, rij["naam"])
    velden["naam"] = rij["naam"]
    lezing.uitspraken.append(KnoopUitspraak("Aanbod", id_, {**velden, **lezing.herkomst}, rij.nummer))
    _relate(lezing, "BIEDT", lezing.door, id_)
    if lezing.regio:
        gebied = f"regio:{lezing.regio}"
        lezing.uitspraken += area_statements([gebied])
        _relate(lezing, "BEREIKT", id_, gebied)


def read_gaps(lezing: Lezing) -> list[str]:
    """State what is missed as reported gaps, and give their ids."""
    uit: list[str] = []
    for rij in lezing.rows(Blad.ONTBREEKT):
        tekst = rij["omschrijving"]
        if not tekst:
            if any(rij[naam] for naam in ("thema", "stap", "doelgroepen", "gemeenten")):
                lezing.tell(rij, "omschrijving", "Hier ontbreekt wat er ontbreekt.", verwacht="een zin")
            continue
        if seems_about_pupil(tekst):
            lezing.warn(rij, "omschrijving", _GEVOELIG, verwacht=ZONDER, waarde="")
            continue
        velden: dict[str, Waarde] = {"naam": _short(tekst)}
        for naam in ("omschrijving", "thema", "stap", "doelgroepen"):
            velden |= lezing.read(rij, naam, _HIAAT[naam])
        velden |= _municipalities(lezing, rij)
        if lezing.regio:
            velden["regio"] = lezing.regio
        id_ = _id("hiaat", lezing.bevraging, lezing.door, tekst)
        velden |= lezing.herkomst
        lezing.uitspraken.append(KnoopUitspraak("Hiaat", id_, velden, rij.nummer, blad=rij.tabel.blad))
        _relate(lezing, "GEMELD_DOOR", id_, lezing.door)
        uit.append(id_)
    return list(dict.fromkeys(uit))


def _municipalities(lezing: Lezing, rij: Rij) -> dict[str, Waarde]:
    gelezen = lezing.read(rij, "gemeenten", _HIAAT["gemeenten"]).get("gemeenten")
    if not isinstance(gelezen, list):
        return {"gemeenten": [ALLE]} if lezing.regio else {}
    goed, fout = resolve_list(gelezen)
    for tekst in fout:
        lezing.tell(
            rij,
            "gemeenten",
            "Deze gemeente is niet herkend.",
            waarde=tekst,
            verwacht="namen gescheiden door ;, of alle",
        )
    return {"gemeenten": goed} if goed else {}


def _relate(lezing: Lezing, type_: str, van: str, naar: str) -> None:
    rid = relation_id(TYPEN[type_], van, naar, {})
    lezing.uitspraken.append(RelatieUitspraak(type_, rid, van, naar, lezing.herkomst))


def _id(soort: str, *delen: str) -> str:
    """What is said again in other letters is the same: an answer that comes again makes no doubles."""
    kenmerk = "\n".join((*delen[:-1], fold(delen[-1])))
    return f"{soort}:{hashlib.sha256(kenmerk.encode()).hexdigest()[:16]}"


def _short(tekst: str, lengte: int = 80) -> str:
    regel = " ".join(tekst.split())
    return regel if len(regel) <= lengte else regel[: lengte - 1].rsplit(" ", 1)[0] + " …"
