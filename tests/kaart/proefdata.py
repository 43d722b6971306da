"""Invented organisations on real municipalities: the same seed gives the same graph."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from netwerkkaart.analyse.bevinding import Bevinding, BevindingSoort, Nadruk, Zinsdeel
from netwerkkaart.analyse.ketenoordeel import Ketenoordeel
from netwerkkaart.gebied import Gemeente, gemeenten
from netwerkkaart.graph.beeld import Beeld, KnoopRij, RelatieRij
from netwerkkaart.kaart.invoer import BreekbareBrug, KaartInvoer, NieuweBand, SchoolOordeel
from netwerkkaart.schema.register import TYPEN, relation_id

DATUM = date(2026, 11, 24)
_VOOR = [
    "De Ark",
    "Windroos",
    "Zonnebloem",
    "Regenboog",
    "Speelweide",
    "Klimop",
    "Meerpaal",
    "Kantelbrug",
    "Ooievaar",
    "Kompas",
    "Krekel",
    "Vuurvlieg",
    "Beekje",
    "Talent",
    "Zevensprong",
    "Grensmark",
    "Boomhut",
    "Duizendpoot",
    "Schacht",
    "Tuimelaar",
    "Vlieger",
    "Toverberg",
    "Kwikstaart",
    "Akkerwinde",
    "Lindehof",
    "Pluim",
    "Kiezel",
    "Springplank",
    "Wegwijzer",
    "Horizon",
    "Kameleon",
    "Merel",
    "Zilverberk",
    "Sleutelbloem",
    "Molenwiek",
    "Driesprong",
    "Bosuil",
    "Vonk",
    "Koraal",
    "Anker",
]  # a list of forty names reads worse
_SOORTEN: Mapping[str, tuple[str, float, tuple[str, ...]]] = {
    "Clb": ("CLB", 8 / 603, ("CLB",)),
    "Begeleidingsdienst": ("Begeleidingsdienst", 3 / 603, ("Begeleidingsdienst",)),
    "Ondersteuningsnetwerk": ("Leersteuncentrum", 3 / 603, ("Leersteuncentrum",)),
    "NaftAanbieder": ("NAFT", 10 / 603, ("NAFT-werking",)),
    "Jeugdhulpaanbieder": (
        "",
        70 / 603,
        ("Contextbegeleiding", "Thuisbegeleiding", "Leefgroep", "Dagcentrum"),
    ),
    "GeestelijkeGezondheidszorg": ("", 25 / 603, ("GGZ-team", "Mobiel team", "Kinderpsych. praktijk")),
    "Werkactor": ("", 40 / 603, ("Leerwerkplek", "Jobcoaching", "Leerwinkel")),
}
_SCHOLEN = {"basis": 302 / 603, "secundair": 78 / 603}


@dataclass
class Proef:
    """A trial graph and results to go with it."""

    beeld: Beeld
    invoer: KaartInvoer


class _Maker:
    def __init__(self, gemeenten: Sequence[Gemeente], aantal: int, banden: int, zaad: int) -> None:
        self.kans = random.Random(zaad)
        self.gemeenten = list(gemeenten)
        self.aantal, self.banden = aantal, banden
        self.gewicht = [self.kans.lognormvariate(0, 0.85) for _ in gemeenten]
        self.knopen: list[KnoopRij] = []
        self.relaties: dict[str, RelatieRij] = {}
        self.per_soort: dict[str, list[tuple[str, int]]] = {}
        self.tel = 0

    def run(self) -> Proef:
        self._gebieden()
        self._organisaties()
        self._overleg()
        self._vaste_banden()
        self._samenwerking()
        beeld = Beeld.from_rows(self.knopen, self.relaties.values()).op(DATUM)
        return Proef(beeld, self._invoer())

    def _gebieden(self) -> None:
        for regio in sorted({g.regio for g in self.gemeenten}):
            self.knopen.append(("Regio", f"regio:{regio}", {"naam": regio, "code": regio}))
        for g in self.gemeenten:
            self.knopen.append(("Gemeente", f"nis:{g.nis}", {"naam": g.naam, "nis": g.nis}))
            self._relatie("DEEL_VAN", f"nis:{g.nis}", f"regio:{g.regio}")

    def _knoop(self, label: str, naam: str, g: int, **eigenschappen: object) -> str:
        self.tel += 1
        id_ = f"{label[:3].lower()}-{self.tel:05d}"
        if self.kans.random() < 0.62:
            eigenschappen["bevestigd_op"] = DATUM - timedelta(days=self.kans.randrange(20, 700))
        self.knopen.append((label, id_, {"naam": naam, **eigenschappen}))
        self._relatie("LIGT_IN", id_, f"nis:{self.gemeenten[g].nis}")
        self.per_soort.setdefault(label, []).append((id_, g))
        return id_

    def _relatie(self, type_: str, van: str, naar: str, **eigenschappen: object) -> bool:
        rid = relation_id(TYPEN[type_], van, naar, eigenschappen)
        if rid in self.relaties or van == naar:
            return False
        self.relaties[rid] = (type_, van, naar, {"rid": rid, **eigenschappen})
        return True

    def _bewijs(self, bevestigd: float = 0.55) -> dict[str, object]:
        dag = DATUM - timedelta(days=self.kans.randrange(10, 640))
        bron = self.kans.choice(("bevraging scholen", "verslag overleg", "coördinator", "openbaar register"))
        if self.kans.random() < bevestigd:
            return {"bron": bron, "bron_datum": dag, "bevestiging": "bevestigd", "bevestigd_op": dag}
        return {"bron": bron, "bron_datum": dag}

    def _organisaties(self) -> None:
        for i in range(round(self.aantal * _SCHOLEN["basis"])):
            g = i % len(self.gemeenten) if i < len(self.gemeenten) else self._gemeente()
            woord = self.kans.choice(("Basisschool", "Vrije Basisschool", "Freinetschool", "Gemeenteschool"))
            self._school(f"{woord} {self.kans.choice(_VOOR)}", g, ["kleuter", "lager"])
        for _ in range(round(self.aantal * _SCHOLEN["secundair"])):
            woord = self.kans.choice(
                ("Technisch Instituut", "College", "Atheneum", "Middenschool", "Instituut")
            )
            self._school(f"{woord} {self.kans.choice(_VOOR)}", self._gemeente(2.0), ["secundair"])
        for label, (_, deel, woorden) in _SOORTEN.items():
            for _ in range(max(1, round(self.aantal * deel))):
                naam = f"{self.kans.choice(woorden)} {self.kans.choice(_VOOR)}"
                self._knoop(label, naam, self._gemeente(1.8), themas=["alle"])
        for g in range(len(self.gemeenten)):
            self._knoop("LokaalBestuur", f"Gemeentebestuur {self.gemeenten[g].naam}", g)

    def _school(self, naam: str, g: int, niveaus: list[str]) -> None:
        straat = self.kans.choice(("Schoolstraat", "Kerkplein", "Dorpsstraat", "Stationslaan"))
        self._knoop(
            "School",
            naam,
            g,
            niveaus=niveaus,
            straat=straat,
            huisnummer=str(self.kans.randrange(1, 120)),
            leerlingen=self.kans.randrange(60, 900),
        )

    def _gemeente(self, macht: float = 1.0) -> int:
        gewicht = [w**macht for w in self.gewicht]
        return self.kans.choices(range(len(self.gemeenten)), gewicht)[0]

    def _overleg(self) -> None:
        for regio in sorted({g.regio for g in self.gemeenten}):
            for i in range(18):
                naam = f"{self.kans.choice(('Tafel', 'Overleg', 'Jeugdtafel'))} {_VOOR[i]}"
                self.knopen.append(("Forum", f"forum-{regio}-{i:02d}", {"naam": naam, "regio": regio}))
            self.knopen.append(
                ("LerendNetwerk", f"net-{regio}", {"naam": f"Lerend netwerk {regio}", "regio": regio})
            )
            for rol in ("lerend-netwerk", "sts"):
                rij = {"naam": f"Coördinator {rol}", "regio": regio, "rol": rol}
                self.knopen.append(("Coordinator", f"coord-{regio}-{rol}", rij))

    def _afstand(self, a: int, b: int) -> float:
        een, ander = self.gemeenten[a], self.gemeenten[b]
        return ((een.lon - ander.lon) * 70) ** 2 + ((een.lat - ander.lat) * 111) ** 2

    def _vaste_banden(self) -> None:
        for label, type_ in (
            ("Clb", "BEGELEIDT"),
            ("Ondersteuningsnetwerk", "ONDERSTEUNT"),
            ("Begeleidingsdienst", "ADVISEERT"),
        ):
            diensten = self.per_soort[label]
            for school, g in self.per_soort["School"]:
                if type_ == "ADVISEERT" and self.kans.random() > 0.3:
                    continue
                dienst = min(diensten, key=lambda d: self._afstand(d[1], g) + self.kans.random())
                self._relatie(type_, dienst[0], school, **self._bewijs(0.7))

    def _samenwerking(self) -> None:
        alle = [(id_, g) for lijst in self.per_soort.values() for id_, g in lijst]
        per_gemeente: dict[int, list[str]] = {}
        for id_, g in alle:
            per_gemeente.setdefault(g, []).append(id_)
        buren = [
            sorted(range(len(self.gemeenten)), key=lambda b: self._afstand(a, b))[:7]
            for a in range(len(self.gemeenten))
        ]
        diensten = [(id_, g) for id_, g in alle if not id_.startswith("sch")]
        te_gaan = self.banden - sum(1 for r in self.relaties.values() if r[0] in ("BEGELEIDT", "ONDERSTEUNT"))
        while te_gaan > 0:
            van, g = self.kans.choice(diensten)
            if self.kans.random() < 0.22:
                regio = self.gemeenten[g].regio
                forum = f"forum-{regio}-{self.kans.randrange(18):02d}"
                te_gaan -= self._relatie("NEEMT_DEEL_AAN", van, forum, **self._bewijs())
                continue
            doel = self.kans.choice(buren[g][: self.kans.choice((1, 1, 2, 4, 7))])
            naar = self.kans.choice(per_gemeente[doel])
            type_ = "VERWIJST_NAAR" if self.kans.random() < 0.14 else "WERKT_SAMEN_MET"
            te_gaan -= self._relatie(type_, van, naar, **self._bewijs())

    def _invoer(self) -> KaartInvoer:
        scholen = self.per_soort["School"]
        kern = self.kans.randrange(len(self.gemeenten))
        dichtbij = sorted(range(len(self.gemeenten)), key=lambda b: self._afstand(kern, b))
        hiaat = set(dichtbij[:3])
        wit = set(self.kans.sample(dichtbij[3:], max(1, len(dichtbij) // 8)))
        aandeel = {g: min(1.0, max(0.0, self.kans.gauss(0.72, 0.34))) for g in range(len(self.gemeenten))}
        niveaus = {k[1]: k[2].get("niveaus") for k in self.knopen}
        oordelen = []
        for id_, g in scholen:
            if g in hiaat:
                oordeel, reden = Ketenoordeel.HIAAT, "Voor deze stap is er geen passend aanbod."
            elif g in wit:
                oordeel, reden = Ketenoordeel.WITTE_VLEK, "Nog niemand bracht dit in kaart."
            elif self.kans.random() < aandeel[g]:
                oordeel, reden = Ketenoordeel.GESLOTEN, ""
            elif self.kans.random() < 0.4:
                oordeel, reden = Ketenoordeel.VOLZET, "Er is aanbod, maar geen plaats binnen acht weken."
            else:
                oordeel, reden = Ketenoordeel.NIET_VERBONDEN, "Er is aanbod, maar geen pad van twee schakels."
            thema = "2" if niveaus[id_] == ["secundair"] else "1"
            oordelen.append(SchoolOordeel(id_, thema, oordeel, reden))
        return KaartInvoer(tuple(oordelen), self._bevindingen(sorted(hiaat), oordelen), *self._voorstellen())

    def _voorstellen(self) -> tuple[tuple[BreekbareBrug, ...], tuple[NieuweBand, ...]]:
        clb = self.per_soort["Clb"]
        ggz = self.per_soort["GeestelijkeGezondheidszorg"]
        lokaal = self.per_soort["LokaalBestuur"]
        werk = self.per_soort["Werkactor"]
        self.breekbaar = BreekbareBrug(lokaal[-3][0], werk[1][0], "de enige band tussen beide")
        scholen = [id_ for id_, g in self.per_soort["School"] if g in (4, 5)]
        self.nieuw = NieuweBand(clb[0][0], ggz[0][0], tuple(scholen), "Overleg Windroos")
        return (self.breekbaar,), (self.nieuw,)

    def _bevindingen(self, hiaat: list[int], oordelen: list[SchoolOordeel]) -> tuple[Bevinding, ...]:
        self._voorstellen()
        naam = {rij[1]: str(rij[2]["naam"]) for rij in self.knopen}
        plaats = {id_: g for lijst in self.per_soort.values() for id_, g in lijst}
        namen = ", ".join(self.gemeenten[g].naam for g in hiaat)
        getroffen = [o.school for o in oordelen if o.oordeel is Ketenoordeel.HIAAT]
        a, b = self.breekbaar.van, self.breekbaar.naar
        c, d = self.nieuw.van, self.nieuw.naar
        vet, winst = Nadruk.VET, Nadruk.WINST
        return (
            Bevinding(
                BevindingSoort.HIAAT,
                "Grootste hiaat",
                (
                    Zinsdeel(f"{len(getroffen)} scholen", vet),
                    Zinsdeel(f" in {namen} hebben "),
                    Zinsdeel("geen passend aanbod", vet),
                    Zinsdeel("."),
                ),
                "Dit is in kaart gebracht: het ontbreekt echt.",
                "Toon deze scholen",
                gemeenten=tuple(self.gemeenten[g].nis for g in hiaat),
                organisaties=tuple(getroffen),
            ),
            Bevinding(
                BevindingSoort.BREEKBARE_BRUG,
                "Breekbare brug",
                (
                    Zinsdeel("Tussen "),
                    Zinsdeel(self.gemeenten[plaats[a]].naam, vet),
                    Zinsdeel(" en "),
                    Zinsdeel(self.gemeenten[plaats[b]].naam, vet),
                    Zinsdeel(" hangt alles aan "),
                    Zinsdeel("één band", vet),
                    Zinsdeel("."),
                ),
                "Valt die ene band weg, dan is er geen brug meer tussen lokaal bestuur en werk.",
                "Toon de brug",
                organisaties=(a, b),
                verbinding=(a, b),
            ),
            Bevinding(
                BevindingSoort.NIEUWE_BAND,
                "Beste nieuwe band",
                (
                    Zinsdeel("Breng "),
                    Zinsdeel(naam[c], vet),
                    Zinsdeel(" en "),
                    Zinsdeel(naam[d], vet),
                    Zinsdeel(" samen: "),
                    Zinsdeel(f"+{len(self.nieuw.scholen)} scholen", winst),
                    Zinsdeel(" met een gesloten keten."),
                ),
                "Kaart het aan op Overleg Windroos. Beide zitten daar al aan tafel.",
                "Toon de nieuwe band",
                gemeenten=tuple(self.gemeenten[g].nis for g in (4, 5)),
                organisaties=(c, d, *self.nieuw.scholen),
                verbinding=(c, d),
            ),
        )


def make_proef(regio: str | None = "limburg", aantal: int = 603, banden: int = 2500, zaad: int = 7) -> Proef:
    """Make a trial graph of about so many organisations and ties; all six regions for None."""
    plaatsen = [g for g in gemeenten().values() if regio is None or g.regio == regio]
    return _Maker(plaatsen, aantal, banden, zaad).run()
