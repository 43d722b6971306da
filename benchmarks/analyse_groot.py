"""A synthetic region-wide network, and how long each analysis takes on it.

Run: ``python benchmarks/analyse_groot.py [organisations] [ties]``. Sizes and shares follow Flanders: schools
with one Clb each, a support network, advice, offers that reach a few municipalities or a whole region,
and ties that mostly stay in the municipality.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from datetime import date

from netwerkkaart.graph.beeld import Beeld, KnoopRij, RelatieRij
from netwerkkaart.graph.toen import Tijden
from netwerkkaart.schema.vocabularia import DOELGROEP, REGIOS, STAP

DATUM = date(2026, 3, 31)
SOORTEN = [
    ("School", 0.45), ("Clb", 0.02), ("Begeleidingsdienst", 0.005), ("Ondersteuningsnetwerk", 0.005),
    ("Jeugdhulpaanbieder", 0.2), ("GeestelijkeGezondheidszorg", 0.08), ("NaftAanbieder", 0.02),
    ("Werkactor", 0.1), ("LokaalBestuur", 0.03), ("AndereOrganisatie", 0.09),
]  # fmt: skip


def synthetic(
    organisaties: int = 10_000, banden: int = 100_000, seed: int = 1
) -> tuple[list[KnoopRij], list[RelatieRij]]:
    """Rows of a network with so many organisations and about so many ties."""
    r = random.Random(seed)
    knopen: list[KnoopRij] = [
        ("Regio", f"regio:{c}", {"code": c, "naam": c}) for c in (*REGIOS, "vlaanderen")
    ]
    relaties: dict[str, RelatieRij] = {}

    def rel(type_: str, van: str, naar: str, **p: object) -> None:
        if type_ == "WERKT_SAMEN_MET" and naar < van:
            van, naar = naar, van
        rid = f"{type_}|{van}|{naar}"
        relaties[rid] = (type_, van, naar, {"rid": rid, **p})

    gemeenten = [f"nis:{10000 + nr}" for nr in range(300)]
    for nr, g in enumerate(gemeenten):
        knopen.append(("Gemeente", g, {"nis": g[4:], "naam": f"Gemeente {nr}"}))
        rel("DEEL_VAN", g, f"regio:{REGIOS[nr * 6 // 300]}")
    per_soort: dict[str, list[str]] = {}
    plaats: dict[str, int] = {}
    for soort, aandeel in SOORTEN:
        for nr in range(round(organisaties * aandeel)):
            id_ = f"{soort[:4].lower()}{nr:05d}"
            eigen: dict[str, object] = {"naam": f"{soort} {nr}"}
            if soort == "School":
                eigen |= {
                    "niveaus": r.choice([["kleuter", "lager"], ["lager"], ["secundair"], ["alle"]]),
                    "leerlingen": r.randint(50, 800),
                    "instellingsnummer": f"{nr // 3:06d}",
                }
            knopen.append((soort, id_, eigen))
            per_soort.setdefault(soort, []).append(id_)
            plaats[id_] = min(int(r.random() ** 1.5 * 300), 299)
            rel("LIGT_IN", id_, gemeenten[plaats[id_]])
    _served(r, per_soort, plaats, rel)
    _offers(r, knopen, per_soort, plaats, gemeenten, rel)
    _other(r, knopen, per_soort, gemeenten, rel)
    _ties(r, per_soort, plaats, relaties, rel, banden)
    return knopen, list(relaties.values())


def _served(
    r: random.Random, per_soort: dict[str, list[str]], plaats: dict[str, int], rel: Callable[..., None]
) -> None:
    for school in per_soort["School"]:
        for soort, type_ in (("Clb", "BEGELEIDT"), ("Ondersteuningsnetwerk", "ONDERSTEUNT"),
                             ("Begeleidingsdienst", "ADVISEERT")):  # fmt: skip
            lijst = per_soort[soort]
            nabij = lijst[min(plaats[school] * len(lijst) // 300 + r.randint(-1, 1), len(lijst) - 1)]
            rel(type_, nabij, school, bevestiging=r.choice([None, "bevestigd", "eenzijdig"]))


def _offers(
    r: random.Random, knopen: list[KnoopRij], per_soort: dict[str, list[str]], plaats: dict[str, int],
    gemeenten: list[str], rel: Callable[..., None],
) -> None:  # fmt: skip
    aanbieders = [
        o for s in ("Jeugdhulpaanbieder", "GeestelijkeGezondheidszorg", "NaftAanbieder", "Werkactor")
        for o in per_soort[s]
    ]  # fmt: skip
    for nr, aanbieder in enumerate(r.sample(aanbieders, len(aanbieders) // 3)):
        aanbod = f"aanbod{nr:05d}"
        eigen = {
            "naam": aanbod,
            "themas": r.choice([["1"], ["2"], ["alle"]]),
            "continuum": r.sample(STAP.codes, r.randint(1, 2)),
            "doelgroepen": r.choice([["alle"], ["leerling"], r.sample(DOELGROEP.codes, 2)]),
            **r.choice([{}, {}, {"wachttijd_weken": 12}, {"capaciteit": 10, "bezet": 4}]),
        }
        knopen.append(("Aanbod", aanbod, eigen))
        rel("BIEDT", aanbieder, aanbod)
        if r.random() < 0.15:
            rel("BEREIKT", aanbod, f"regio:{REGIOS[plaats[aanbieder] * 6 // 300]}")
        else:
            for _ in range(r.randint(1, 12)):
                rel("BEREIKT", aanbod, gemeenten[min(max(plaats[aanbieder] + r.randint(-8, 8), 0), 299)])


def _other(
    r: random.Random, knopen: list[KnoopRij], per_soort: dict[str, list[str]], gemeenten: list[str],
    rel: Callable[..., None],
) -> None:  # fmt: skip
    for nr in range(600):
        p = {
            "regio": REGIOS[nr % 6], "gemeenten": r.sample([g[4:] for g in gemeenten], 40),
            "thema": r.choice("12"), "stap": r.choice(STAP.codes), "doelgroepen": ["alle"],
            "volledig": True, "datum": date(2025, 10, 1),
        }  # fmt: skip
        knopen.append(("Inventarisatie", f"inv{nr:04d}", p))
    orgs = [o for soort in per_soort.values() for o in soort]
    for regio in REGIOS:
        for rol in ("lerend-netwerk", "sts"):
            knopen.append(("Coordinator", f"{rol}-{regio}", {"naam": rol, "rol": rol, "regio": regio}))
    for nr in range(180):
        knopen.append(("Forum", f"forum{nr:03d}", {"naam": f"Forum {nr}", "regio": REGIOS[nr % 6]}))
        for org in r.sample(orgs, 25):
            rel("NEEMT_DEEL_AAN", org, f"forum{nr:03d}")
        rel("NEEMT_DEEL_AAN", f"{r.choice(['lerend-netwerk', 'sts'])}-{REGIOS[nr % 6]}", f"forum{nr:03d}")


def _ties(
    r: random.Random, per_soort: dict[str, list[str]], plaats: dict[str, int],
    relaties: dict[str, RelatieRij], rel: Callable[..., None], banden: int,
) -> None:  # fmt: skip
    orgs = [o for soort in per_soort.values() for o in soort]
    orgs.sort(key=lambda o: plaats[o])
    gewone = len(relaties) - sum(
        t in ("BEGELEIDT", "ONDERSTEUNT", "ADVISEERT") for t, *_ in relaties.values()
    )
    while len(relaties) - gewone < banden:
        waar = r.randrange(len(orgs))
        ver = r.randint(-60, 60) if r.random() < 0.9 else r.randrange(-len(orgs), len(orgs))
        van, naar = orgs[waar], orgs[(waar + ver) % len(orgs)]
        if van != naar:
            rel(r.choice(["WERKT_SAMEN_MET", "WERKT_SAMEN_MET", "VERWIJST_NAAR"]), van, naar)


def _timed(naam: str, taak: Callable[[], object]) -> None:
    begin = time.perf_counter()
    uit = taak()
    titel = getattr(uit, "titel", "")
    print(f"{naam:28s} {time.perf_counter() - begin:6.2f} s  {titel}")


def main() -> None:
    """Build, and time each analysis."""
    from netwerkkaart.analyse import ANALYSES

    organisaties, banden = (int(a) for a in (*sys.argv[1:], "10000", "100000")[:2])
    begin = time.perf_counter()
    beeld = Beeld.from_rows(*synthetic(organisaties, banden)).op(DATUM)
    print(beeld.aantal_organisaties, "organisaties", len(beeld.banden), "banden")
    print(f"beeld gebouwd in {time.perf_counter() - begin:.1f} s")
    jaar = Tijden((DATUM.replace(year=DATUM.year - 1), DATUM), (beeld, beeld), beeld)
    for analyse in ANALYSES.values():
        opties = {"regio": "limburg"} if analyse.regio_verplicht else {}
        functie = analyse.load()
        invoer = beeld if analyse.invoer == "beeld" else jaar
        _timed(analyse.naam, lambda functie=functie, opties=opties, invoer=invoer: functie(invoer, **opties))  # type: ignore[misc]


if __name__ == "__main__":
    main()
