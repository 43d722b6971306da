"""A small region with a CLB and three schools, as statements, as a view, and in a store; and filled forms."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from netwerkkaart.bevraging.formulier import Formulier, Formuliermaker
from netwerkkaart.bevraging.ronde import Ronde
from netwerkkaart.bevraging.werkmap import make_werkmap
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.store import Store
from netwerkkaart.graph.uitvoeren import ImportGegevens, carry_out
from netwerkkaart.importers import Leeskeuzes, load_importer
from netwerkkaart.invoeren import weigh
from netwerkkaart.omzetten.antwoordvorm import FORMAAT, KOPPEN, VERSIE, Blad
from netwerkkaart.omzetten.context import Context, Gekend, Oogst
from netwerkkaart.omzetten.plaatsen import area_statements, lies_in
from netwerkkaart.schema.register import TYPEN, relation_id
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak

VANDAAG = date(2026, 11, 24)
NU = datetime(2026, 11, 24, 12, tzinfo=UTC)
RONDE = Ronde("Najaar 2026", "limburg", VANDAAG, date(2026, 12, 15))
GENK = "71016"

ORGANISATIES = {
    "s1": ("School", "De Ark"),
    "s2": ("School", "De Regenboog"),
    "s3": ("School", "Atheneum"),
    "clb:x": ("Clb", "CLB Kantelbrug"),
    "j1": ("Jeugdhulpaanbieder", "Ooievaar"),
    "j2": ("Jeugdhulpaanbieder", "Windklok"),
    "n1": ("NaftAanbieder", "NAFT De Brug"),
    "g1": ("GeestelijkeGezondheidszorg", "GGZ Tegel"),
    "w1": ("Werkactor", "Jobpunt"),
}
BANDEN: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("BEGELEIDT", "clb:x", "s1", {}),
    ("BEGELEIDT", "clb:x", "s2", {}),
    ("WERKT_SAMEN_MET", "j1", "s1", {"sterkte": 1}),
    ("WERKT_SAMEN_MET", "j1", "s2", {"bevestiging": "bevestigd", "bevestigd_op": date(2026, 3, 1)}),
    ("WERKT_SAMEN_MET", "clb:x", "j1", {}),
    ("WERKT_SAMEN_MET", "j1", "n1", {}),
    ("VERWIJST_NAAR", "s1", "n1", {"stap": "voorkomen"}),
    ("WERKT_SAMEN_MET", "g1", "j2", {}),
)


def relation(type_: str, van: str, naar: str, **velden: Any) -> RelatieUitspraak:
    if TYPEN[type_].soort.ongericht and naar < van:
        van, naar = naar, van
    rid = relation_id(TYPEN[type_], van, naar, velden)
    return RelatieUitspraak(type_, rid, van, naar, {"bron": "lijst", **velden})


def statements() -> list[Uitspraak]:
    uit: list[Uitspraak] = [
        KnoopUitspraak(label, id_, {"naam": naam, "email": f"info@{id_.replace(':', '-')}.example"})
        for id_, (label, naam) in ORGANISATIES.items()
    ]
    uit += area_statements([f"nis:{GENK}"])
    uit += [lies_in(id_, GENK, {}, 0) for id_ in ORGANISATIES]
    uit += [relation(type_, van, naar, **velden) for type_, van, naar, velden in BANDEN]
    uit += [
        KnoopUitspraak("Aanbod", "a1", {"naam": "Time-out", "continuum": ["voorkomen"], "themas": ["2"],
                                        "doelgroepen": ["leerling"]}),
        relation("BIEDT", "n1", "a1"),
        KnoopUitspraak("Forum", "f1", {"naam": "Overlegtafel", "regio": "limburg"}),
        *(relation("NEEMT_DEEL_AAN", id_, "f1") for id_ in ("j1", "j2", "w1")),
        KnoopUitspraak("Coordinator", "co", {"naam": "An", "rol": "sts", "regio": "limburg"}),
        *(relation("CONTACT_MET", "co", id_) for id_ in ORGANISATIES if id_ not in ("g1", "s3")),
        KnoopUitspraak("Contactpersoon", "p1", {"naam": "Bea Peeters", "functie": "teamcoach",
                                                "email": "bea@ooievaar.example"}),
        relation("WERKT_VOOR", "p1", "j1"),
        KnoopUitspraak("Bevraging", RONDE.id, {"naam": RONDE.naam, "regio": "limburg", "datum": VANDAAG,
                                               "deadline": RONDE.deadline}),
    ]  # fmt: skip
    return uit


def as_view(uitspraken: Iterable[Uitspraak], datum: date = VANDAAG) -> Beeld:
    uitspraken = list(uitspraken)
    knopen = {u.id: (u.label, u.id, u.eigenschappen) for u in uitspraken if isinstance(u, KnoopUitspraak)}
    relaties = {
        u.rid: (u.type, u.van, u.naar, {"rid": u.rid, **u.eigenschappen})
        for u in uitspraken
        if isinstance(u, RelatieUitspraak)
    }
    return Beeld.from_rows(knopen.values(), relaties.values()).op(datum)


def state(store: Store, uitspraken: Iterable[Uitspraak], soort: str = "lijst") -> None:
    """Read statements into a store as one import."""
    plan = weigh(store, Oogst(list(uitspraken)))
    carry_out(store, plan, ImportGegevens(soort, NU, bron="lijst"))


def form(id_: str, beeld: Beeld | None = None) -> Formulier:
    return Formuliermaker(beeld or as_view(statements()), RONDE).make(id_)


Invulling = Mapping[str, Mapping[str, str]]
"""Sheet → what is filled in: by code (a printed row) or ``+n`` (an added one), our column → text."""


def fill_workbook(
    formulier: Formulier, pad: Path, invulling: Mapping[Blad, Mapping[str, Mapping[str, str]]],
    bewaard: datetime | None = datetime(2026, 11, 20, 9, 30),
) -> Path:  # fmt: skip
    """Fill a form in with openpyxl, as Excel would: known rows by their code, others below."""
    import openpyxl

    boek = openpyxl.load_workbook(io.BytesIO(make_werkmap(formulier)))
    for blad, rijen in invulling.items():
        werk, koppen = boek[blad], list(KOPPEN[blad])
        codes = {}
        if "code" in koppen:
            codes = {r[koppen.index("code")].value: r[0].row for r in werk.iter_rows(min_row=2)}
        eerste = 2 + sum(code is not None for code in codes)
        for nr, (code, cellen) in enumerate(rijen.items()):
            rij = codes[code] if code in codes else eerste + nr
            for naam, tekst in cellen.items():
                werk.cell(rij, koppen.index(naam) + 1).value = tekst
    boek.save(pad)
    if bewaard is not None:
        _saved_at(pad, bewaard)
    return pad


def _saved_at(pad: Path, dag: datetime) -> None:
    """Put when it was saved, which openpyxl itself fills in on saving."""
    with zipfile.ZipFile(pad) as archief:
        delen = {deel: archief.read(deel) for deel in archief.namelist()}
    kern = delen["docProps/core.xml"]
    delen["docProps/core.xml"] = re.sub(
        rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + f"{dag:%Y-%m-%dT%H:%M:%SZ}".encode(), kern
    )
    with zipfile.ZipFile(pad, "w") as archief:
        for naam, inhoud in delen.items():
            archief.writestr(naam, inhoud)


def fill_json(
    formulier: Formulier, pad: Path, invulling: Mapping[Blad, Mapping[str, Mapping[str, str]]],
    tijdstip: str = "2026-11-20T09:30:00.000Z",
) -> Path:  # fmt: skip
    """The file that the page saves, for the same answers."""
    f = formulier
    gedrukt: dict[Blad, dict[str, dict[str, str]]] = {
        Blad.ORGANISATIE: {
            code: {"code": code}
            for code in (f"bevraging={f.ronde.id}", f"organisatie={f.id}", f"regio={f.ronde.regio}")
        },
        Blad.SAMENWERKEN: {r.code: {"organisatie": r.organisatie, "code": r.code} for r in f.banden},
        Blad.SCHOLEN: {
            r.code: {"school": r.school, "organisatie": r.organisatie, "code": r.code} for r in f.scholen
        },
        Blad.AANBOD: {r.code: {"naam": r.naam, "code": r.code} for r in f.aanbod or ()},
    }
    bladen = []
    for blad, koppen in KOPPEN.items():
        if blad is Blad.LIJST:
            rijen = [dict(zip(koppen, paar, strict=True)) for paar in f.lijst]
        else:
            gevuld = invulling.get(blad, {})
            basis = gedrukt[blad] if blad is Blad.ORGANISATIE else {}
            rijen = [
                *basis.values(),
                *({**gedrukt.get(blad, {}).get(code, _own(blad, code)), **cellen}
                  for code, cellen in gevuld.items()),
            ]  # fmt: skip
        bladen.append(
            {"naam": blad, "rijen": [list(koppen.values()), *([r.get(n, "") for n in koppen] for r in rijen)]}
        )
    inhoud = {"formaat": FORMAAT, "versie": VERSIE, "tijdstip": tijdstip, "bladen": bladen}
    pad.write_text(json.dumps(inhoud), encoding="utf-8")
    return pad


def _own(blad: Blad, code: str) -> dict[str, str]:
    return {"code": code} if blad is Blad.ORGANISATIE else {}


def read_form(pad: Path, uitspraken: Iterable[Uitspraak] | None = None, datum: date = VANDAAG) -> Oogst:
    """Read a filled form as the command line does."""
    alle = list(uitspraken or statements())
    knopen = [
        (u.id, u.label, str(u.eigenschappen.get("naam", ""))) for u in alle if isinstance(u, KnoopUitspraak)
    ]
    importer = load_importer("antwoorden")
    context = Context(gekend=Gekend(knopen), datum=datum, bron=pad.name)
    return importer.read(importer.open(pad, Leeskeuzes()), context)


def mentions(oogst: Oogst) -> set[tuple[object, ...]]:
    """What the statements say of ties: for whom, of whom, and what."""
    namens = {
        u.van: u.naar for u in oogst.uitspraken if isinstance(u, RelatieUitspraak) and u.type == "NAMENS"
    }
    return {
        (
            namens[u.van],
            u.naar,
            *(u.eigenschappen.get(n) for n in ("relatie", "richting", "stap", "ja", "sterkte")),
        )
        for u in oogst.uitspraken
        if isinstance(u, RelatieUitspraak) and u.type == "NOEMT"
    }


def nodes(oogst: Oogst, label: str) -> list[dict[str, Any]]:
    """The properties of every node of a kind that is stated."""
    return [
        {"id": u.id, **u.eigenschappen}
        for u in oogst.uitspraken
        if isinstance(u, KnoopUitspraak) and u.label == label
    ]


Vuller = Callable[..., Path]
