"""A graph as plain values, and a merge written straight from the definition in ``docs/dubbels.md``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from netwerkkaart.plan.wijziging import Bekend
from netwerkkaart.schema.register import Waarde

Velden = dict[str, Waarde]
Sleutel = tuple[str, str, str, str]
"""Type, ends, and the step of a referral."""
ONGERICHT = {"WERKT_SAMEN_MET", "NIET_HETZELFDE_ALS"}
STANDAARD = {"Contactpersoon": "intern", "NIET_HETZELFDE_ALS": "intern", "LIGT_IN": "openbaar"}
NIVEAU = ["intern", "partners", "openbaar"]
SAMEN = [{"straat", "huisnummer", "postcode"}]


@dataclass(frozen=True)
class Graaf:
    knopen: Mapping[str, tuple[str, Velden]]
    relaties: Mapping[Sleutel, Velden]

    def neighbours(self, id_: str, type_: str) -> set[str]:
        return {a if b == id_ else b for t, a, b, _ in self.relaties if t == type_ and id_ in (a, b)}


def _less(velden: Mapping[str, Waarde], namen: set[str]) -> Velden:
    return {naam: waarde for naam, waarde in velden.items() if naam not in namen}


def picture(bekend: Bekend) -> Graaf:
    """All but the bookkeeping of imports."""
    knopen = {
        id_: (k.label, _less(k.eigenschappen, {"imp"}))
        for id_, k in bekend.knopen.items()
        if k.label not in ("Import", "Bron")
    }
    relaties = {
        (r.type, r.van, r.naar, str(r.eigenschappen.get("stap", ""))): _less(r.eigenschappen, {"imp"})
        for r in bekend.relaties.values()
        if r.type not in ("GEBRUIKT", "NOEMT")
    }
    return Graaf(knopen, relaties)


def _fields(soort: str, eerst: Velden, dan: Velden) -> Velden:
    uit = dict(eerst)
    for naam, waarde in dan.items():
        eenheid = next((groep for groep in SAMEN if naam in groep), {naam})
        botst = any(n in eerst and n in dan and str(eerst[n]).lower() != str(dan[n]).lower() for n in eenheid)
        if naam not in eerst and naam not in ("tot", "vrijgave", "vroegere_ids") and not botst:
            uit[naam] = waarde
        elif naam == "themas":
            uit[naam] = sorted({*eerst[naam], *dan[naam]})  # type: ignore[misc]
    begin = [w for w in (eerst.get("sinds"), dan.get("sinds")) if isinstance(w, date)]
    if begin:
        uit["sinds"] = min(begin)
    einde = [w for w in (eerst.get("tot"), dan.get("tot")) if isinstance(w, date)]
    uit.pop("tot", None)
    if len(einde) == 2:
        uit["tot"] = max(einde)
    gewoon = STANDAARD.get(soort, "partners")
    streng = min((str(v.get("vrijgave", gewoon)) for v in (eerst, dan)), key=NIVEAU.index)
    uit.pop("vrijgave", None)
    if "vrijgave" in eerst or streng != gewoon:
        uit["vrijgave"] = streng
    return uit


def merge(graaf: Graaf, a: str, b: str) -> Graaf:
    label, van_a = graaf.knopen[a]
    _, van_b = graaf.knopen[b]
    samen = _fields(label, van_a, van_b)
    samen["naam"] = van_a["naam"]
    namen: list[str] = []
    for naam in [*_lijst(van_a, "ook_bekend_als"), str(van_b["naam"]), *_lijst(van_b, "ook_bekend_als")]:
        if naam.lower() not in {n.lower() for n in [str(van_a["naam"]), *namen]}:
            namen.append(naam)
    samen.pop("ook_bekend_als", None)
    if namen:
        samen["ook_bekend_als"] = namen
    ids = [*_lijst(van_a, "vroegere_ids"), b, *_lijst(van_b, "vroegere_ids")]
    samen["vroegere_ids"] = list(dict.fromkeys(ids))
    knopen = {**graaf.knopen, a: (label, samen)}
    del knopen[b]
    relaties: dict[Sleutel, Velden] = {}
    for (type_, van, naar, stap), velden in sorted(graaf.relaties.items(), key=lambda r: b in r[0][1:3]):
        van, naar = (a if id_ == b else id_ for id_ in (van, naar))
        if type_ in ONGERICHT:
            van, naar = sorted((van, naar))
        schoon = {n: a if n == "via" and w == b else w for n, w in velden.items()}
        if van == naar or (
            type_ == "LIGT_IN" and any(s[0] == type_ and s[1] == van and s[2] != naar for s in relaties)
        ):
            continue
        sleutel = (type_, van, naar, stap)
        relaties[sleutel] = _fields(type_, relaties[sleutel], schoon) if sleutel in relaties else schoon
    return Graaf(knopen, relaties)


def _lijst(velden: Velden, naam: str) -> list[str]:
    waarde = velden.get(naam)
    return waarde if isinstance(waarde, list) else []
