"""What must come out, worked out by hand from the definitions in the design before anything was run.

Reference date 2026-11-24, standard thresholds: waiting time over 8 weeks is full, over 25% unconnected is
``niet verbonden``, an inventory counts for 24 months, a route has at most 2 links.
"""

from __future__ import annotations

from typing import NamedTuple

VOORKOMEN, HERORIENTEREN, WERK, DAG = (
    "voorkomen",
    "heroriënteren",
    "toeleiden naar werk",
    "alternatieve dagbesteding",
)


class Cel(NamedTuple):
    """A cell: where and for whom, the verdict, its counts, and why by the definitions."""

    gebied: str
    thema: str
    stap: str
    doelgroep: str
    oordeel: str
    scholen: int
    bereikt: int
    aanbod: int
    vrij: int
    reden: str


CELLEN = (
    Cel(
        "Houthalen-Helchteren", "2", VOORKOMEN, "leerling", "gedekt", 4, 3, 1, 1,
        "three sites reach v-o01 over their CLB to De Kade; Lucerna does not: 1 of 4 is exactly 25%, not more",
    ),
    Cel(
        "Hechtel-Eksel", "2", VOORKOMEN, "leerling", "gedekt", 1, 1, 1, 1,
        "v-o02 has a waiting time of exactly 8 weeks and 9 of 10 places taken: not full",
    ),
    Cel(
        "Lummen", "2", VOORKOMEN, "leerling", "volzet", 1, 0, 3, 0,
        "v-o03 waits 9 weeks, v-o04 has 12 of 12 taken, v-o16 has capacity 0: all full, tie or no tie",
    ),
    Cel(
        "Sint-Katelijne-Waver", "2", HERORIENTEREN, "leerling", "niet verbonden", 3, 0, 1, 1,
        "v-o05 reaches all of Flanders; Kompas refers to the three schools, but a referral does not run back",
    ),
    Cel(
        "Keerbergen", "2", HERORIENTEREN, "leerling", "niet verbonden", 3, 2, 1, 1,
        "two sites over their own CLB; Sint-Michiel works with CLB Dijleland, which is somebody else's: 1 of 3",
    ),
    Cel(
        "Haacht", "2", HERORIENTEREN, "leerling", "niet verbonden", 2, 1, 1, 1,
        "Don Bosco works with Kompas; Sint-Angela works with, and refers to, Don Bosco: a school is no passage",
    ),
    Cel(
        "Rotselaar", "2", HERORIENTEREN, "leerling", "gedekt", 1, 1, 1, 1,
        "v-o05 reaches all of Flanders; the school's own CLB works with Kompas: 2 links",
    ),
    Cel(
        "Diest", "2", WERK, "leerling", "witte vlek", 5, 0, 0, 0,
        "mapped one day too long ago (2024-11-23); v-o14 reaches Brussels only, v-o15 is for parents",
    ),
    Cel(
        "Aarschot", "2", WERK, "leerling", "hiaat", 6, 0, 0, 0,
        "mapped exactly 24 months ago; v-o18 reaches Aarschot from tomorrow on",
    ),
    Cel(
        "Beringen", "2", WERK, "leerling", "witte vlek", 5, 0, 0, 0,
        "the inventory is not complete; v-o17 reaches the province of Antwerp only",
    ),
    Cel(
        "Leopoldsburg", "2", DAG, "ouder", "hiaat", 6, 0, 0, 0,
        "all of Limburg was mapped for all groups; v-o10 is for pupils only",
    ),
    Cel(
        "Aalst", "1", HERORIENTEREN, "leerling", "hiaat", 46, 0, 0, 0,
        "mapped for pupils; v-o13 holds no longer on its end date",
    ),
    Cel(
        "Aalst", "1", HERORIENTEREN, "ouder", "witte vlek", 46, 0, 0, 0,
        "mapped for pupils only: what is not named does not count",
    ),
    Cel(
        "Leopoldsburg", "1", VOORKOMEN, "school", "gedekt", 9, 7, 1, 1,
        "the leersteuncentrum supports seven of nine sites and gives v-o11 itself: 2 of 9 is 22%",
    ),
    Cel(
        "Hasselt", "2", WERK, "ouder", "hiaat", 16, 0, 0, 0,
        "mapped under the code that Hasselt had before the merger with Kortessem",
    ),
    Cel(
        "Mechelen", "2", WERK, "ouder", "hiaat", 14, 0, 0, 0,
        "one of the two municipalities that the inventory names",
    ),
)  # fmt: skip
"""Cells per municipality."""

REGIOCELLEN = (
    Cel(
        "Antwerpen", "2", WERK, "ouder", "witte vlek", 17, 0, 0, 0,
        "the inventory names two municipalities, the province has more",
    ),
    Cel(
        "Limburg", "2", DAG, "ouder", "hiaat", 56, 0, 0, 0,
        "all of Limburg was mapped; v-o07, v-o09 and v-o10 are for pupils",
    ),
    Cel(
        "Limburg", "2", VOORKOMEN, "leerling", "niet verbonden", 56, 4, 6, 3,
        "free are v-o01 (3 sites), v-o02 (1) and v-o19, for which no secondary site has a route",
    ),
    Cel(
        "Brussel", "2", VOORKOMEN, "leerling", "geen scholen", 0, 0, 0, 0,
        "only a provider lies there",
    ),
)  # fmt: skip
"""Cells per region."""


class Stap(NamedTuple):
    """A step of a chain: its verdict, and who reaches it with which offer over how many links."""

    stap: str
    oordeel: str
    aanbod: str = ""
    aanbieder: str = ""
    schakels: int | None = None


class Keten(NamedTuple):
    """The chain of one school for one theme."""

    school: str
    thema: str
    oordeel: str
    stappen: tuple[Stap, ...]


KETENS = {
    "Don Bosco Technisch Instituut, Houthalen: closed, each step in another way": Keten(
        "039305", "2", "gesloten",
        (
            Stap(VOORKOMEN, "gesloten", "v-o01", "v-naft-kade", 2),  # own CLB, which works with De Kade
            Stap(HERORIENTEREN, "gesloten", "v-o05", "v-jeugd-kompas", 1),  # refers to Kompas itself
            Stap(WERK, "gesloten", "v-o06", "v-werk-spoor", 2),  # own CLB refers to Spoorslag
            Stap(DAG, "gesloten", "v-o07", "039305", 0),  # its own workshop
        ),
    ),
    "Lucerna, Houthalen: ties that are none": Keten(
        "122382", "2", "niet verbonden",
        # It works with a school; De Kade and Kompas refer to it, not it to them; the tie with Kompas ended
        # on the reference date.
        tuple(Stap(stap, "niet verbonden") for stap in (VOORKOMEN, HERORIENTEREN, WERK, DAG)),
    ),
    "Sint-Michiel, Keerbergen: somebody else's CLB": Keten(
        "032839", "2", "niet verbonden",
        (
            Stap(VOORKOMEN, "witte vlek"),  # no offer reaches Keerbergen, nobody mapped it
            Stap(HERORIENTEREN, "niet verbonden"),  # CLB Dijleland knows Kompas, but is not its own
            Stap(WERK, "gesloten", "v-o08", "v-werk-dijle", 1),
            Stap(DAG, "witte vlek"),  # the inventory of step 4 is of Limburg
        ),
    ),
    "Don Bosco, Hechtel-Eksel: over a real membership; three links are too many": Keten(
        "039289", "2", "niet verbonden",
        (
            Stap(VOORKOMEN, "gesloten", "v-o02", "v-jeugd-zonnedauw", 1),
            # OCMW Hechtel-Eksel – Welzijnsregio – OCMW Lommel (v-o20) is three links; no way to Kompas.
            Stap(HERORIENTEREN, "niet verbonden"),
            Stap(WERK, "gesloten", "v-o06", "v-werk-spoor", 2),
            Stap(DAG, "gesloten", "v-o09", "0267393663", 2),
        ),
    ),
    "De Heppening, Leopoldsburg: theme 1 has two steps; a second link to a CLB is none": Keten(
        "016683-bron137", "1", "niet verbonden",
        (
            Stap(VOORKOMEN, "gesloten", "v-o11", "v-osn-noord", 1),
            Stap(HERORIENTEREN, "niet verbonden"),  # v-o12 is of a CLB that does not guide this school
        ),
    ),
    "BuSo Sint-Ferdinand, Lummen: each step open for another reason; the gravest names the chain": Keten(
        "027946", "2", "hiaat",
        (
            Stap(VOORKOMEN, "volzet"),
            Stap(HERORIENTEREN, "niet verbonden"),  # v-o05 reaches all of Flanders
            Stap(WERK, "witte vlek"),
            Stap(DAG, "hiaat"),  # all of Limburg was mapped
        ),
    ),
}  # fmt: skip
"""Chains, by what they show."""

BEREIKT = {
    # 7 sites over the leersteuncentrum, 1 in Genk refers to De Merel (v-o19 serves both themes).
    ("1", VOORKOMEN): {"limburg": (123, 8), "oost-vlaanderen": (46, 0), "vlaams-brabant": (27, 0)},
    ("1", HERORIENTEREN): {"limburg": (123, 0), "oost-vlaanderen": (46, 0), "vlaams-brabant": (27, 0)},
    # 3 sites in Houthalen, 1 in Hechtel-Eksel.
    ("2", VOORKOMEN): {"antwerpen": (17, 0), "limburg": (56, 4), "vlaams-brabant": (17, 0)},
    # Don Bosco Houthalen; Keerbergen 2, Haacht 1, Rotselaar 1.
    ("2", HERORIENTEREN): {"antwerpen": (17, 0), "limburg": (56, 1), "vlaams-brabant": (17, 4)},
    # The four sites of CLB Kruispunt; Sint-Michiel.
    ("2", WERK): {"antwerpen": (17, 0), "limburg": (56, 4), "vlaams-brabant": (17, 1)},
    # Don Bosco Houthalen at home, Don Bosco Hechtel-Eksel over the OCMW.
    ("2", DAG): {"antwerpen": (17, 0), "limburg": (56, 2), "vlaams-brabant": (17, 0)},
}
"""(theme, step) → region → (schools, schools that reach it)."""

TANDEM_LIMBURG = {
    "v-jeugd-zonnedauw": "beide",  # at the forum with her; contact with him
    "039289": "alleen lerend netwerk",  # forum
    "0216772927": "alleen lerend netwerk",  # forum
    "v-naft-kade": "alleen lerend netwerk",  # contact
    "0267393663": "alleen lerend netwerk",  # contact
    "039305": "alleen STS",  # contact
}
"""Whom the tandem of Limburg reaches; all others are blind spots.

Spoorslag knew a coordinator who left; De Merel knows the coordinator of another region.
"""
