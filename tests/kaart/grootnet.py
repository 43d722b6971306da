"""A small network with all that the sums of a large one tell apart, and these sums counted one by one."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from netwerkkaart.graph.beeld import Beeld, KnoopRij, RelatieRij
from netwerkkaart.kaart.soorten import BANDGROEPEN, KAARTSOORTEN

PLAATSEN = {
    "71016": ("Genk", "limburg"),
    "71022": ("Hasselt", "limburg"),
    "72004": ("Bree", "limburg"),
    "11002": ("Antwerpen", "antwerpen"),
    "12025": ("Mechelen", "antwerpen"),
    "13040": ("Turnhout", "antwerpen"),
}
"""Name and region by NIS code."""
STAPPEN = ("voorkomen", "heroriënteren", "toeleiden naar werk", "alternatieve dagbesteding")
_LABELS = {
    "clb": "Clb", "begeleiding": "Begeleidingsdienst", "ondersteuning": "Ondersteuningsnetwerk",
    "naft": "NaftAanbieder", "jeugdhulp": "Jeugdhulpaanbieder", "ggz": "GeestelijkeGezondheidszorg",
    "werk": "Werkactor", "lokaal": "LokaalBestuur", "andere": "AndereOrganisatie",
}  # fmt: skip
_SCHOLEN = {"basis": ["lager"], "secundair": ["secundair"], "basis-secundair": ["alle"], "school": []}
_KLEUR = {soort.code: soort.kleur for soort in KAARTSOORTEN}


@dataclass
class Org:
    """What is stated of one organisation."""

    id: str
    soort: str
    nis: str
    themas: frozenset[str]
    stappen: frozenset[int]


@dataclass
class Grootnet:
    """A network, and its organisations and ties as the sums should count them."""

    beeld: Beeld
    orgs: list[Org]
    banden: list[tuple[Org, Org, str]]


@dataclass
class Gezien:
    """What a page shows under its filters, by name of municipality."""

    organisaties: int = 0
    banden: int = 0
    orgs: Counter[str] = field(default_factory=Counter)
    binnen: Counter[str] = field(default_factory=Counter)
    buiten: Counter[str] = field(default_factory=Counter)
    paren: Counter[tuple[str, ...]] = field(default_factory=Counter)
    over: Counter[tuple[str, ...]] = field(default_factory=Counter)


def make_net(zaad: int, aantal: int = 90, banden: int = 500) -> Grootnet:
    """Organisations of every kind, in six municipalities or none, with and without themes and steps."""
    kans = random.Random(zaad)
    knopen: list[KnoopRij] = []
    relaties: dict[str, RelatieRij] = {}

    def rel(type_: str, van: str, naar: str) -> bool:
        rid = f"{type_}|{van}|{naar}"
        if van == naar or rid in relaties:
            return False
        relaties[rid] = (type_, van, naar, {"rid": rid, "bron": "proef"})
        return True

    for code in ("limburg", "antwerpen"):
        knopen.append(("Regio", f"regio:{code}", {"naam": code, "code": code}))
    for nis, (naam, regio) in PLAATSEN.items():
        knopen.append(("Gemeente", f"nis:{nis}", {"naam": naam, "nis": nis}))
        rel("DEEL_VAN", f"nis:{nis}", f"regio:{regio}")
    orgs = []
    for i in range(aantal):
        soort = kans.choice([*_LABELS, *_SCHOLEN])
        themas = kans.choice((["1"], ["2"], ["1", "2"], ["alle"], []))
        eigen = kans.sample(range(4), kans.choice((0, 0, 1, 2)))
        geeft = kans.sample(range(4), kans.choice((0, 0, 1)))
        id_, nis = f"o{i:03d}", kans.choice([*PLAATSEN, *PLAATSEN, ""])
        velden: dict[str, object] = {
            "naam": f"Organisatie {i}",
            "themas": themas,
            "continuum": [STAPPEN[s] for s in eigen],
        }
        if soort in _SCHOLEN:
            velden["niveaus"] = _SCHOLEN[soort]
        knopen.append((_LABELS.get(soort, "School"), id_, velden))
        if nis:
            rel("LIGT_IN", id_, f"nis:{nis}")
        for s in geeft:
            knopen.append(("Aanbod", f"a{i}-{s}", {"naam": "aanbod", "continuum": [STAPPEN[s]]}))
            rel("BIEDT", id_, f"a{i}-{s}")
        vast = {"basis": {"1"}, "secundair": {"2"}, "basis-secundair": {"1", "2"}}.get(soort)
        genoemd = {"1", "2"} if "alle" in themas else set(themas)
        orgs.append(Org(id_, soort, nis, frozenset(vast or genoemd), frozenset({*eigen, *geeft})))
    knopen.append(("Forum", "forum", {"naam": "Tafel", "regio": "limburg"}))
    rel("NEEMT_DEEL_AAN", "o000", "forum")
    typen = {type_: groep.code for groep in BANDGROEPEN if not groep.overleg for type_ in groep.typen}
    gemaakt = []
    for _ in range(banden):
        type_, (een, ander) = kans.choice(list(typen)), kans.choices(orgs, k=2)
        if rel(type_, een.id, ander.id) and een.nis and ander.nis:
            gemaakt.append((een, ander, typen[type_]))
    beeld = Beeld.from_rows(knopen, relaties.values()).op(date(2026, 11, 24))
    return Grootnet(beeld, orgs, gemaakt)


def count(
    net: Grootnet,
    soorten: Collection[str] = (),
    groepen: Collection[str] = (),
    thema: str = "",
    stappen: Collection[int] = (),
    regio: str = "",
) -> Gezien:
    """What is seen under some filters, one by one; empty ones let all through."""

    def in_thema(org: Org) -> bool:
        return not thema or not org.themas or thema in org.themas

    def in_regio(nis: str) -> bool:
        return not regio or PLAATSEN[nis][1] == regio

    uit = Gezien()
    for org in net.orgs:
        past = in_thema(org) and (not soorten or org.soort in soorten)
        past = past and (not stappen or bool(org.stappen & set(stappen)))
        # Without a filter on organisations those that lie nowhere count too.
        nergens = not (soorten or thema or stappen or regio)
        if past and (in_regio(org.nis) if org.nis else nergens):
            uit.organisaties += 1
            uit.orgs[PLAATSEN[org.nis][0] if org.nis else ""] += 1
    for een, ander, groep in net.banden:
        if (groepen and groep not in groepen) or not (in_thema(een) and in_thema(ander)):
            continue
        # One end passes every filter, as on the map that shows each organisation.
        if not any((not soorten or org.soort in soorten) and in_regio(org.nis) for org in (een, ander)):
            continue
        uit.banden += 1
        p, q = (PLAATSEN[org.nis][0] for org in (een, ander))
        if p == q:
            uit.binnen[p] += 1
            continue
        for org in (een, ander):
            if in_regio(org.nis):
                uit.buiten[PLAATSEN[org.nis][0]] += 1
        uit.paren[tuple(sorted((p, q)))] += 1
        uit.over[tuple(sorted((p, q)))] += _KLEUR[een.soort] != _KLEUR[ander.soort]
    return uit
