"""Views and random graphs in which something stands twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from hypothesis import strategies as st

from netwerkkaart.graph.beeld import Beeld, KnoopRij, RelatieRij
from netwerkkaart.schema.register import TYPEN, Waarde, relation_id
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak
from tests.graph.hulp import knoop, relatie

DATUM = date(2026, 11, 24)
GEMEENTEN = {"nis:71016": "Genk", "nis:71022": "Hasselt"}


def org(id_: str, naam: str, label: str = "School", nis: str = "", **velden: Any) -> tuple[KnoopRij, str]:
    return (label, id_, {"naam": naam, **velden}), nis


def make_beeld(*orgs: tuple[KnoopRij, str], relaties: Sequence[RelatieRij] = ()) -> Beeld:
    """A view of these nodes, each in its municipality."""
    rijen: list[KnoopRij] = [rij for rij, _ in orgs]
    banden: list[RelatieRij] = list(relaties)
    for nis in sorted({nis for _, nis in orgs if nis}):
        rijen.append(("Gemeente", nis, {"naam": GEMEENTEN.get(nis, nis), "nis": nis[4:]}))
    for (_, id_, _), nis in orgs:
        if nis:
            banden.append(("LIGT_IN", id_, nis, {"rid": f"LIGT_IN|{id_}"}))
    return Beeld.from_rows(rijen, banden).op(DATUM)


NAMEN = (
    "De Ark", "VBS De Ark", "Arck", "Basisschool De Ark Genk", "De Regenboog", "Regenboog campus noord",
    "Regenboog campus zuid", "Sint-Jozefscollege", "Sint Jozef", "CLB Kantelbrug", "C.L.B. Kantelbrug vzw",
    "Kantelbrug", "KB", "Onze-Lieve-Vrouw 1", "OLV 2", "Kleuterschool Mos", "Lagere school Mos", "OCMW Genk",
    "Genk", "Algemeen Stedelijk Ziekenhuis", "A.S.Z.",
)  # fmt: skip
_TELEFOONS = ("011 22 33 44", "+32 11 22 33 44", "089 10 20 30")
_MAILS = ("info@deark.be", "hulp@deark.be", "deark@gmail.com", "ander@gmail.com")

_OP_ORG: Mapping[str, st.SearchStrategy[Any]] = {
    "straat": st.sampled_from(["Stationsstraat", "Stationsstr.", "Markt"]),
    "huisnummer": st.sampled_from(["1", "1 A", "12"]),
    "postcode": st.sampled_from(["3600", "3500"]),
    "telefoon": st.sampled_from(_TELEFOONS),
    "email": st.sampled_from(_MAILS),
    "website": st.sampled_from(["https://www.deark.be", "https://facebook.com/deark"]),
    "kbo": st.sampled_from(["0206684927", "0207437468"]),
}
_OP_SCHOOL: Mapping[str, st.SearchStrategy[Any]] = {
    "instellingsnummer": st.sampled_from(["012345", "054321"]),
    "vestigingsnummer": st.sampled_from(["1", "2"]),
    "niveaus": st.sampled_from([["kleuter", "lager"], ["lager"], ["secundair"]]),
    "net": st.sampled_from(["Vrij gesubsidieerd onderwijs", "Gemeenschapsonderwijs"]),
    "ook_bekend_als": st.lists(st.sampled_from(NAMEN), max_size=2, unique=True),
}


@st.composite
def graven(draw: st.DrawFn, meeste: int = 12) -> Beeld:
    """A small view full of things that are alike, of several kinds."""
    orgs: list[tuple[KnoopRij, str]] = []
    aantal = draw(st.integers(2, meeste))
    for nr in range(aantal):
        label = draw(
            st.sampled_from(["School", "School", "Clb", "LokaalBestuur", "Forum", "Aanbod", "Contactpersoon"])
        )
        naam = draw(st.sampled_from(NAMEN))
        if label in ("Forum", "Aanbod", "Contactpersoon"):
            velden = {"regio": draw(st.sampled_from(["limburg", "brussel"]))} if label == "Forum" else {}
            if label == "Contactpersoon":
                velden = draw(st.fixed_dictionaries({}, optional={"email": st.sampled_from(_MAILS)}))
            orgs.append(org(f"x{nr}", naam, label, **velden))
            continue
        velden = draw(st.fixed_dictionaries({}, optional=dict(_OP_ORG)))
        if label == "School":
            velden |= draw(st.fixed_dictionaries({}, optional=dict(_OP_SCHOOL)))
        orgs.append(org(f"x{nr}", naam, label, draw(st.sampled_from(["", *GEMEENTEN])), **velden))
    ids = {
        label: [rij[1] for rij, _ in orgs if rij[0] == label]
        for label in ("School", "Clb", "Aanbod", "Forum")
    }
    banden: dict[str, RelatieRij] = {}
    for type_, van, naar in (
        ("BIEDT", ids["School"] + ids["Clb"], ids["Aanbod"]),
        ("NEEMT_DEEL_AAN", ids["School"] + ids["Clb"], ids["Forum"]),
    ):
        for doel in naar:
            for begin in draw(st.lists(st.sampled_from(van), max_size=3, unique=True)) if van else []:
                rid = relation_id(TYPEN[type_], begin, doel, {})
                banden[rid] = (type_, begin, doel, {"rid": rid})
    return make_beeld(*orgs, relaties=list(banden.values()))


_DATUMS = st.dates(date(2015, 1, 1), date(2030, 1, 1))
_OP_BAND: Mapping[str, st.SearchStrategy[Any]] = {
    "sterkte": st.integers(1, 3),
    "sinds": _DATUMS,
    "tot": _DATUMS,
    "opmerking": st.sampled_from(["x", "y"]),
    "vrijgave": st.sampled_from(["intern", "openbaar"]),
    "via": st.sampled_from(["p0", "p1"]),
}


@st.composite
def netten(draw: st.DrawFn) -> list[Uitspraak]:
    """A random network with two of a kind to merge: ``a`` and ``b``, and two persons, ``p0`` and ``p1``."""
    uit: list[Uitspraak] = [knoop("Contactpersoon", "p0"), knoop("Contactpersoon", "p1")]
    op_org: dict[str, st.SearchStrategy[Any]] = {
        **_OP_ORG,
        "themas": st.sampled_from([["1"], ["2"], ["1", "2"]]),
        "sinds": _DATUMS,
        "tot": _DATUMS,
        "vrijgave": st.sampled_from(["intern", "partners", "openbaar"]),
        "ook_bekend_als": st.lists(st.sampled_from(["Oud", "Ouder"]), min_size=1, unique=True),
        "vroegere_ids": st.lists(st.sampled_from(["o1", "o2"]), min_size=1, unique=True),
    }
    orgs = ["a", "b", *(f"c{nr}" for nr in range(draw(st.integers(0, 3))))]
    for id_ in orgs:
        velden: dict[str, Waarde] = draw(st.fixed_dictionaries({}, optional=op_org))
        if id_ not in ("a", "b"):
            velden.pop("vroegere_ids", None)
        uit.append(
            KnoopUitspraak("Clb", id_, {"naam": draw(st.sampled_from(["Naam", "naam", "Ander"])), **velden})
        )
    uit += [
        knoop("School", "s0"),
        knoop("Forum", "f0"),
        knoop("Gemeente", "nis:71016"),
        knoop("Gemeente", "nis:71022"),
    ]
    banden: dict[str, RelatieUitspraak] = {}
    for type_, van, naar in draw(
        st.lists(
            st.one_of(
                st.tuples(st.just("WERKT_SAMEN_MET"), st.sampled_from(orgs), st.sampled_from([*orgs, "s0"])),
                st.tuples(st.just("VERWIJST_NAAR"), st.sampled_from([*orgs, "s0"]), st.sampled_from(orgs)),
                st.tuples(st.just("BEGELEIDT"), st.sampled_from(orgs), st.just("s0")),
                st.tuples(st.just("NEEMT_DEEL_AAN"), st.sampled_from(orgs), st.just("f0")),
                st.tuples(
                    st.just("LIGT_IN"), st.sampled_from(orgs), st.sampled_from(["nis:71016", "nis:71022"])
                ),
                st.tuples(st.just("WERKT_VOOR"), st.sampled_from(["p0", "p1"]), st.sampled_from(orgs)),
                st.tuples(st.just("NIET_HETZELFDE_ALS"), st.sampled_from(orgs), st.sampled_from(orgs)),
            ),
            max_size=14,
        )
    ):
        if van == naar:
            continue
        mag = {n: s for n, s in _OP_BAND.items() if n in TYPEN[type_].model_fields}
        eigen = draw(st.fixed_dictionaries({}, optional=mag))
        if type_ == "VERWIJST_NAAR" and draw(st.booleans()):
            eigen["stap"] = "voorkomen"
        band = relatie(type_, van, naar, **eigen)
        banden.setdefault(band.rid, band)
    return [*uit, *banden.values()]
