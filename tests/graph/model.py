"""A graph as two dicts, and a history folded by hand: the oracle of taking back.

Nothing here knows plans or journals. An import is what it did to the dicts; the graph is the fold of the
imports in effect, in order. Taking back is allowed when that fold still goes strictly: every field had
the value that the import found, what it made was not there, what it removed was.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from tests.voorbeelden import DIEP

ZACHT = {"bron", "bevestiging"}
ORGANISATIES = {"s0": "School", "s1": "School", "s2": "School", "c0": "Clb", "n0": "NaftAanbieder"}
GEMEENTEN = {"nis:71016": "Genk", "nis:71072": "Hasselt"}
REGIOS = {"regio:limburg": "Limburg", "regio:vlaanderen": "Vlaanderen"}
SOORTEN = {
    **ORGANISATIES,
    "s3": "School",
    "s4": "School",
    **dict.fromkeys(GEMEENTEN, "Gemeente"),
    **dict.fromkeys(REGIOS, "Regio"),
}
BRON_GEBIED = "gemeenten na de fusies van 2025"

Ding = dict[str, Any]
Staat = dict[str, Ding]
"""By id or rid: ``{"soort", "van", "naar", "velden"}``; a node has no ends."""


class Botst(Exception):
    """An import no longer fits what stands before it."""


@dataclass
class Stap:
    """What one import did to one key: made, dropped, or set fields ``{name: (old, new)}``."""

    hoe: str
    sleutel: str
    ding: Ding = field(default_factory=dict)
    velden: dict[str, tuple[Any, Any]] = field(default_factory=dict)

    def do(self, staat: Staat) -> None:
        nu = staat.get(self.sleutel)
        if self.hoe == "maak":
            einden = [e for e in (self.ding["van"], self.ding["naar"]) if e and not is_ground(e)]
            if nu is not None or any(einde not in staat for einde in einden):
                raise Botst
            staat[self.sleutel] = {**self.ding, "velden": dict(self.ding["velden"])}
        elif self.hoe == "weg":
            if nu is None or any(self.sleutel in (d["van"], d["naar"]) for d in staat.values()):
                raise Botst
            einden = [(d["van"], d["naar"]) for d in (nu, self.ding)]
            if einden[0] != einden[1] or _hard(nu["velden"]) != _hard(self.ding["velden"]):
                raise Botst
            del staat[self.sleutel]
        elif nu is None:
            if set(self.velden) - ZACHT:
                raise Botst
        else:
            for naam, (oud, nieuw) in self.velden.items():
                if naam not in ZACHT and nu["velden"].get(naam) != oud:
                    raise Botst
                nu["velden"][naam] = nieuw
                if nieuw is None:
                    del nu["velden"][naam]


def is_ground(sleutel: str) -> bool:
    """Municipalities, regions, and what is part of what: nobody's, and there as long as it is needed."""
    return sleutel in GEMEENTEN or sleutel in REGIOS or sleutel.startswith("DEEL_VAN|")


def ground(id_: str) -> list[tuple[str, Ding]]:
    """A municipality or region with all that it is part of, as every list states them."""
    naam = GEMEENTEN.get(id_) or REGIOS[id_]
    soort, code = SOORTEN[id_], id_.partition(":")[2]
    eigen = {"nis" if soort == "Gemeente" else "code": code, "naam": naam, "bron": BRON_GEBIED}
    uit = [(id_, {"soort": soort, "van": "", "naar": "", "velden": eigen})]
    boven = {"nis:71016": "regio:limburg", "nis:71072": "regio:limburg", "regio:limburg": "regio:vlaanderen"}
    if id_ in boven:
        deel = {"soort": "DEEL_VAN", "van": id_, "naar": boven[id_], "velden": {"bron": BRON_GEBIED}}
        uit += [*ground(boven[id_]), (f"DEEL_VAN|{id_}", deel)]
    return uit


def _hard(velden: Ding) -> Ding:
    return {naam: waarde for naam, waarde in velden.items() if naam not in ZACHT}


@dataclass
class Ingevoerd:
    """One import of the model: what it did, or what it takes back."""

    stappen: list[Stap] = field(default_factory=list)
    terug: tuple[int, ...] = ()


@dataclass
class Model:
    imports: list[Ingevoerd] = field(default_factory=list)

    def fold(self, anders: set[int] | None = None) -> Staat:
        """The graph; or the graph if exactly these imports counted."""
        telt = anders if anders is not None else self.in_effect()
        staat: Staat = {}
        nodig: set[str] = set()
        for nr, imp in enumerate(self.imports):
            if nr in telt:
                for stap in imp.stappen:
                    if not is_ground(stap.sleutel):
                        stap.do(staat)
                    elif stap.sleutel in SOORTEN:
                        nodig.add(stap.sleutel)
        nodig |= {d["naar"] for d in staat.values() if is_ground(d["naar"])}
        return staat | {s: d for id_ in nodig for s, d in ground(id_)}

    def holds(self, nr: int, weg: set[int] | None = None) -> bool:
        """Whether an import holds: no later one that holds takes it back (nor does ``weg`` say so)."""
        if nr in (weg or ()):
            return False
        later = range(nr + 1, len(self.imports))
        return not any(nr in self.imports[t].terug and self.holds(t, weg) for t in later)

    def in_effect(self) -> set[int]:
        return self.without(set())

    def without(self, weg: set[int]) -> set[int]:
        return {nr for nr, imp in enumerate(self.imports) if not imp.terug and self.holds(nr, weg)}

    def fits(self, weg: set[int]) -> bool:
        try:
            self.fold(self.without(weg))
        except Botst:
            return False
        return True

    def builders(self, doel: int) -> set[int]:
        """The import and what must go along: whatever does not fit any more, one after another."""
        weg = {doel}
        while True:
            telt, staat = self.without(weg), dict[str, Ding]()
            for nr in sorted(telt):
                try:
                    for stap in self.imports[nr].stappen:
                        if not is_ground(stap.sleutel):
                            stap.do(staat)
                except Botst:
                    weg.add(nr)
                    break
            else:
                return weg

    def left_ground(self) -> bool:
        """Whether an import in effect took something away from its ground."""
        stappen = [stap for nr in self.in_effect() for stap in self.imports[nr].stappen]
        return any(stap.hoe == "weg" and is_ground(stap.ding["naar"]) for stap in stappen)

    def repeats(self) -> bool:
        """Whether anything was removed, or a field got a value that it had before.

        What stands on it may then go along needlessly: a later change fits with and without the earlier.
        """
        stappen = [stap for imp in self.imports for stap in imp.stappen]
        if any(stap.hoe == "weg" for stap in stappen):
            return True
        waarden = [
            (stap.sleutel, naam, repr(nieuw))
            for stap in stappen
            for naam, (_, nieuw) in stap.velden.items()
            if naam not in ZACHT
        ]
        waarden += [
            (stap.sleutel, naam, repr(w))
            for stap in stappen
            if stap.hoe == "maak"
            for naam, w in stap.ding["velden"].items()
            if naam not in ZACHT
        ]
        return len(set(waarden)) < len(waarden)

    def take_back(self, weg: set[int]) -> None:
        self.imports.append(Ingevoerd(terug=tuple(sorted(weg))))

    def bring_in(self, uitspraken: list[Any], bron: str) -> list[Stap]:
        """Work out by hand what statements do to the graph, and remember it as one import."""
        staat, stappen = self.fold(), list[Stap]()
        for sleutel, soort, van, naar, velden in uitspraken:
            nu = staat.get(sleutel)
            gesteld = {**velden, "bron": BRON_GEBIED if is_ground(sleutel) else bron}
            if nu is not None and (nu["van"], nu["naar"]) != (van, naar):
                stappen.append(Stap("weg", sleutel, nu))
                nu = None
            if nu is None:
                stappen.append(
                    Stap("maak", sleutel, {"soort": soort, "van": van, "naar": naar, "velden": gesteld})
                )
                continue
            oud = nu["velden"]
            anders = {n: (oud.get(n), w) for n, w in gesteld.items() if oud.get(n) != w}
            if set(anders) - {"bron"}:
                stappen.append(Stap("zet", sleutel, velden=anders))
        if stappen:
            self.imports.append(Ingevoerd(stappen))
        return stappen

    def remove(self, id_: str) -> list[Stap]:
        """A node goes with all its relations, as a merge does."""
        staat = self.fold()
        weg = [rid for rid, d in staat.items() if id_ in (d["van"], d["naar"])]
        stappen = [Stap("weg", sleutel, staat[sleutel]) for sleutel in [*weg, id_]]
        self.imports.append(Ingevoerd(stappen))
        return stappen

    def provenance(self, sleutel: str) -> dict[str, int]:
        """Which import in effect last stated each field that stands."""
        van: dict[str, int] = {}
        for nr, imp in enumerate(self.imports):
            for stap in imp.stappen if nr in self.in_effect() else ():
                if stap.sleutel == sleutel:
                    if stap.hoe == "maak":
                        van = dict.fromkeys(stap.ding["velden"], nr)
                    else:
                        van |= dict.fromkeys(stap.velden, nr)
        staat = self.fold().get(sleutel, {"velden": {}})
        return {naam: nr for naam, nr in van.items() if naam in staat["velden"]}


_OP_KNOOP = {"naam": st.sampled_from("ABCDE"), "opmerking": st.sampled_from("vwxyz")}
_OP_BAND = {"opmerking": st.sampled_from(["x", "y"]),
            "bevestiging": st.sampled_from(["bevestigd", "eenzijdig"])}  # fmt: skip


@st.composite
def beweringen(draw: st.DrawFn) -> tuple[list[Any], str]:
    """Statements of one list: nodes with a few fields, relations between them, and the list's name."""
    knopen = []
    for id_ in draw(st.lists(st.sampled_from(sorted(ORGANISATIES)), min_size=1, max_size=4, unique=True)):
        velden = draw(st.fixed_dictionaries({}, optional=_OP_KNOOP))
        knopen.append((id_, SOORTEN[id_], "", "", velden))
    banden: dict[str, Any] = {}
    gronden = set(draw(st.lists(st.sampled_from(sorted({**GEMEENTEN, **REGIOS})), max_size=1)))
    einden = st.tuples(st.sampled_from(sorted(ORGANISATIES)), st.sampled_from([*ORGANISATIES, *GEMEENTEN]))
    for van, naar in draw(st.lists(einden, max_size=3)):
        velden = draw(st.fixed_dictionaries({}, optional=_OP_BAND))
        if naar in GEMEENTEN:
            gronden.add(naar)
            velden.pop("bevestiging", None)
            banden[f"LIGT_IN|{van}"] = (f"LIGT_IN|{van}", "LIGT_IN", van, naar, velden)
        elif van != naar:
            a, b = sorted((van, naar))
            rid = f"WERKT_SAMEN_MET|{a}|{b}"
            banden[rid] = (rid, "WERKT_SAMEN_MET", a, b, velden)
    # As importers do: whoever names a place states it with all that it is part of.
    grond = {sleutel: ding for id_ in sorted(gronden) for sleutel, ding in ground(id_)}
    vast = [
        (sleutel, d["soort"], d["van"], d["naar"], {n: w for n, w in d["velden"].items() if n != "bron"})
        for sleutel, d in sorted(grond.items(), key=lambda paar: bool(paar[1]["van"]))
    ]
    return [*knopen, *vast, *banden.values()], draw(st.sampled_from(["lijst 1", "lijst 2", "lijst 3"]))


handelingen = st.lists(
    st.one_of(
        st.tuples(st.just("import"), beweringen()),
        st.tuples(st.just("weg"), st.integers(0, 9)),
        st.tuples(st.just("terug"), st.tuples(st.integers(0, 20), st.booleans())),
    ),
    min_size=2,
    max_size=50 if DIEP else 14,
)
"""A random life of a graph: lists go in, nodes are merged away, imports are taken back; in depth a long one."""
