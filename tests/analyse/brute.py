"""The slow oracle: the definitions of the design (§3) in plain Python, on rows and not on the view.

Nothing here imports the analyses or the view; it walks over lists and sets as one reads the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import combinations

Knoop = tuple[str, str, Mapping[str, object]]
Relatie = tuple[str, str, str, Mapping[str, object]]

STAPPEN = {
    "1": ["voorkomen", "heroriënteren"],
    "2": ["voorkomen", "heroriënteren", "toeleiden naar werk", "alternatieve dagbesteding"],
}
DOELGROEPEN = ["leerling", "ouder", "leerkracht", "school"]
BANDEN = {"BEGELEIDT", "ONDERSTEUNT", "ADVISEERT", "WERKT_SAMEN_MET", "VERWIJST_NAAR"}
ORG = {
    "School", "Clb", "Begeleidingsdienst", "Ondersteuningsnetwerk", "Jeugdhulpaanbieder",
    "GeestelijkeGezondheidszorg", "NaftAanbieder", "Werkactor", "LokaalBestuur", "AndereOrganisatie",
}  # fmt: skip
SECTOR = {
    "School": "onderwijs", "Clb": "onderwijs", "Begeleidingsdienst": "onderwijs",
    "Ondersteuningsnetwerk": "onderwijs", "Jeugdhulpaanbieder": "welzijn",
    "GeestelijkeGezondheidszorg": "gezondheid", "NaftAanbieder": "naft", "Werkactor": "werk",
    "LokaalBestuur": "lokaal", "AndereOrganisatie": "andere",
}  # fmt: skip


def lists(waarden: object, code: str) -> bool:
    return isinstance(waarden, list) and ("alle" in waarden or code in waarden)


class Wereld:
    """The rows that hold at a date."""

    def __init__(
        self,
        knopen: Iterable[Knoop],
        relaties: Iterable[Relatie],
        datum: date,
        *,
        schakels: int = 2,
        weken: int = 8,
        aandeel: float = 0.25,
        maanden: int = 24,
    ) -> None:
        def houdt(p: Mapping[str, object]) -> bool:
            sinds, tot = p.get("sinds"), p.get("tot")
            return (not isinstance(sinds, date) or sinds <= datum) and (
                not isinstance(tot, date) or tot > datum
            )

        self.datum, self.schakels, self.weken, self.aandeel = datum, schakels, weken, aandeel
        self.maanden = maanden
        self.p = {id_: props for _, id_, props in knopen if houdt(props)}
        self.soort = {id_: label for label, id_, props in knopen if houdt(props)}
        self.rel = [r for r in relaties if houdt(r[3]) and r[1] in self.p and r[2] in self.p]

    def of(self, type_: str) -> list[tuple[str, str]]:
        return [(van, naar) for t, van, naar, _ in self.rel if t == type_]

    def nodes(self, label: str) -> list[str]:
        return sorted(id_ for id_, soort in self.soort.items() if soort == label)

    def municipality(self, id_: str) -> str | None:
        return next((naar for van, naar in self.of("LIGT_IN") if van == id_), None)

    def region(self, id_: str) -> str | None:
        gemeente = self.municipality(id_)
        return self.region_of(gemeente) if gemeente else None

    def region_of(self, gemeente: str) -> str | None:
        doel = next((naar for van, naar in self.of("DEEL_VAN") if van == gemeente), None)
        return str(self.p[doel]["code"]) if doel else None

    # --- routes
    def first(self, school: str) -> set[str]:
        uit = set()
        for type_, van, naar, _ in self.rel:
            if type_ in ("BEGELEIDT", "ONDERSTEUNT", "ADVISEERT") and naar == school:
                if self.soort[van] != "Clb" or type_ == "BEGELEIDT":
                    uit.add(van)
            elif type_ == "WERKT_SAMEN_MET" and school in (van, naar):
                x = naar if van == school else van
                if self.soort[x] != "Clb":
                    uit.add(x)
            elif type_ == "VERWIJST_NAAR" and van == school and self.soort[naar] != "Clb":
                uit.add(naar)
        return {x for x in uit if self.soort[x] != "School"}

    def own_clbs(self, school: str) -> set[str]:
        return {van for van, naar in self.of("BEGELEIDT") if naar == school}

    def further(self, x: str, school: str) -> set[str]:
        uit = {naar for van, naar in self.of("WERKT_SAMEN_MET") if van == x}
        uit |= {van for van, naar in self.of("WERKT_SAMEN_MET") if naar == x}
        uit |= {naar for van, naar in self.of("VERWIJST_NAAR") if van == x}
        eigen = self.own_clbs(school)
        return {y for y in uit if self.soort[y] != "School" and (self.soort[y] != "Clb" or y in eigen)}

    def distance(self, school: str) -> dict[str, int]:
        afstand = {school: 0}
        rand = {school}
        for stap in range(1, self.schakels + 1):
            nieuw: set[str] = set()
            for x in rand:
                nieuw |= self.first(school) if x == school else self.further(x, school)
            rand = {y for y in nieuw if y not in afstand}
            afstand.update(dict.fromkeys(rand, stap))
        return afstand

    # --- offers
    def themes(self, school: str) -> list[str]:
        niveaus = self.p[school].get("niveaus")
        een = lists(niveaus, "kleuter") or lists(niveaus, "lager")
        return [t for t, ja in (("1", een), ("2", lists(niveaus, "secundair"))) if ja]

    def fits(self, aanbod: str, school: str, thema: str, stap: str) -> bool:
        p = self.p[aanbod]
        if not lists(p.get("themas"), thema) or not lists(p.get("continuum"), stap):
            return False
        gemeente, regio = self.municipality(school), self.region(school)
        for van, gebied in self.of("BEREIKT"):
            if van != aanbod:
                continue
            code = self.p[gebied].get("code")
            if gebied == gemeente or (regio is not None and code == regio):
                return True
            if code == "vlaanderen" and regio not in (None, "brussel"):
                return True
        return False

    def full(self, aanbod: str) -> bool:
        p = self.p[aanbod]
        w, c, b = p.get("wachttijd_weken"), p.get("capaciteit"), p.get("bezet")
        if isinstance(w, int) and w > self.weken:
            return True
        return isinstance(c, int) and (c == 0 or (isinstance(b, int) and b >= c))

    def reached_offers(self, school: str, thema: str, stap: str) -> set[str]:
        afstand = self.distance(school)
        return {
            aanbod
            for aanbieder, aanbod in self.of("BIEDT")
            if aanbieder in afstand and not self.full(aanbod) and self.fits(aanbod, school, thema, stap)
        }

    def triples(self) -> list[tuple[str, str, str]]:
        return [(s, t, st) for s in self.nodes("School") for t in self.themes(s) for st in STAPPEN[t]]

    def reached(self) -> set[tuple[str, str, str]]:
        return {drie for drie in self.triples() if self.reached_offers(*drie)}

    # --- cells
    def since(self) -> date:
        maand = self.datum.year * 12 + self.datum.month - 1 - self.maanden
        jaar, m = divmod(maand, 12)
        dag = self.datum.day
        while True:
            try:
                return date(jaar, m + 1, dag)
            except ValueError:
                dag -= 1

    def mapped(self, gemeenten: list[str], thema: str, stap: str, groep: str) -> bool:
        genoemd: set[str] = set()
        for inv in self.nodes("Inventarisatie"):
            p = self.p[inv]
            datum = p["datum"]
            assert isinstance(datum, date)
            telt = p.get("volledig") is True and self.since() <= datum <= self.datum
            if not telt or p["thema"] != thema or p["stap"] != stap or not lists(p.get("doelgroepen"), groep):
                continue
            namen = p.get("gemeenten")
            assert isinstance(namen, list)
            for g in self.nodes("Gemeente"):
                if self.p[g]["nis"] in namen or ("alle" in namen and self.region_of(g) == p["regio"]):
                    genoemd.add(g)
        return bool(gemeenten) and set(gemeenten) <= genoemd

    def cell(self, gemeenten: list[str], thema: str, stap: str, groep: str) -> str:
        scholen = [
            s for s in self.nodes("School") if thema in self.themes(s) and self.municipality(s) in gemeenten
        ]
        if not scholen:
            return "geen scholen"
        aanbod = {
            a
            for a in self.nodes("Aanbod")
            if lists(self.p[a].get("doelgroepen"), groep)
            and any(self.fits(a, s, thema, stap) for s in scholen)
        }
        in_kaart = self.mapped(gemeenten, thema, stap, groep)
        if not aanbod:
            return "hiaat" if in_kaart else "witte vlek"
        vrij = {a for a in aanbod if not self.full(a)}
        if not vrij:
            return "volzet"
        zonder = [s for s in scholen if not self.reached_offers(s, thema, stap) & vrij]
        return "niet verbonden" if len(zonder) / len(scholen) > self.aandeel else "gedekt"

    # --- chains
    def step(self, school: str, thema: str, stap: str) -> str:
        if self.reached_offers(school, thema, stap):
            return "gesloten"
        past = [a for a in self.nodes("Aanbod") if self.fits(a, school, thema, stap)]
        if any(not self.full(a) for a in past):
            return "niet verbonden"
        if past:
            return "volzet"
        gemeente = self.municipality(school)
        if gemeente and self.mapped([gemeente], thema, stap, "leerling"):
            return "hiaat"
        return "witte vlek"

    def chain(self, school: str, thema: str) -> str:
        ernst = ["gesloten", "witte vlek", "volzet", "niet verbonden", "hiaat"]
        return max((self.step(school, thema, st) for st in STAPPEN[thema]), key=ernst.index)

    # --- ties
    def pairs(self) -> set[tuple[str, str]]:
        return {
            (min(v, n), max(v, n))
            for t, v, n, _ in self.rel
            if t in BANDEN and v != n and self.soort[v] in ORG and self.soort[n] in ORG
        }

    def with_tie(self, u: str, v: str) -> Wereld:
        ander = Wereld([], [], self.datum, schakels=self.schakels, weken=self.weken)
        ander.p, ander.soort = self.p, self.soort
        ander.rel = [*self.rel, ("WERKT_SAMEN_MET", u, v, {"rid": "nieuw"})]
        return ander

    def gains(self) -> dict[tuple[str, str], set[tuple[str, str, str]]]:
        nu = self.reached()
        orgs = sorted(id_ for id_, s in self.soort.items() if s in ORG)
        winst = {(u, v): self.with_tie(u, v).reached() - nu for u, v in combinations(orgs, 2)}
        return {paar: drie for paar, drie in winst.items() if drie}
