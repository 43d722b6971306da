"""Plain tables of relations: one row is one relation; its ends are ids or unambiguous names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from netwerkkaart.fouten import Ernst, Melding
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.context import Context, Oogst, faulty_file
from netwerkkaart.omzetten.kolommen import describe_match, match_columns
from netwerkkaart.omzetten.plaatsen import area_statements
from netwerkkaart.omzetten.uiteinden import Einde, Uiteinden
from netwerkkaart.omzetten.waarden import Cel, Cellen, read_all
from netwerkkaart.schema.basis import Relatie
from netwerkkaart.schema.register import (
    TYPEN,
    Eigenschap,
    find_type,
    may_connect,
    properties_of,
    relation_id,
    stored_keys,
)
from netwerkkaart.schema.uitspraken import RelatieUitspraak

KOPPEN: Mapping[str, tuple[str, ...]] = {
    "van": ("from", "bron organisatie", "organisatie 1"),
    "naar": ("to", "doel", "organisatie 2"),
    "relatie": ("type", "soort", "soort band", "band"),
    "sinds": ("begin", "startdatum", "van datum"),
    "tot": ("einde", "einddatum", "tot datum"),
}


_GEEN_KOLOM = frozenset({"rid", "imp", "relatie"})
"""No columns of their own: what the program fills in, and the column that names the type."""


def columns_of() -> dict[str, Eigenschap]:
    """Every property of every type that may be a column, by name."""
    kolommen: dict[str, Eigenschap] = {}
    for relatie in TYPEN.values():
        if not relatie.soort.intern:
            for naam, eigenschap in properties_of(relatie).items():
                if naam not in _GEEN_KOLOM:
                    kolommen.setdefault(naam, eigenschap)
    return kolommen


@dataclass
class _Stand:
    """What is gathered while the rows of one table become statements."""

    cellen: Cellen
    context: Context
    meldingen: list[Melding] = field(default_factory=list)
    eerder: dict[str, RelatieUitspraak] = field(default_factory=dict)
    gebieden: set[str] = field(default_factory=set)
    dubbel: list[int] = field(default_factory=list)

    def tell(self, rij: int, kolom: str, tekst: str, waarde: str = "", verwacht: str = "") -> None:
        kop = self.cellen.header(kolom)
        self.meldingen.append(
            self.cellen.tabel.melding(tekst, rij=rij, kolom=kop, waarde=waarde, verwacht=verwacht)
        )


def read_relaties(tabel: Tabel, context: Context) -> Oogst:
    """Read a plain table of relations. All faults of all rows are collected. O(rows × columns)."""
    eigenschappen = columns_of()
    bekend = {naam: KOPPEN.get(naam, ()) for naam in ("van", "naar", "relatie", *eigenschappen)}
    koppeling, meldingen = match_columns(tabel, bekend, ("van", "naar", "relatie"), context)
    if faulty_file(meldingen):
        return Oogst([], tuple(meldingen), describe_match(tabel, koppeling), len(tabel))
    cellen = Cellen(tabel, koppeling, context)
    gelezen, fouten = read_all(cellen, eigenschappen, {})
    stand = _Stand(cellen, context, meldingen + fouten)
    uiteinden = Uiteinden(context.gekend)
    uit: list[RelatieUitspraak] = []
    kolommen = (cellen.texts(naam) for naam in ("relatie", "van", "naar"))
    for rij, relatie, woord, van, naar, cel in zip(
        tabel.rijnummers, _types(stand), *kolommen, gelezen, strict=True
    ):
        if relatie is not None:
            begin, einde = _ends(stand, uiteinden, rij, relatie, van, naar)
            if begin and einde and _fits(stand, rij, relatie, woord, begin, einde, cel):
                _add(stand, uit, rij, relatie, begin.id, einde.id, cel)
    if stand.dubbel:
        stand.meldingen.append(
            tabel.melding(
                f"{len(stand.dubbel)} rijen herhalen een eerdere rij; ze tellen één keer.",
                rij=0,
                ernst=Ernst.WAARSCHUWING,
            )
        )
    uitspraken = [*area_statements(stand.gebieden - set(context.gekend.labels)), *uit]
    return Oogst(uitspraken, tuple(stand.meldingen), describe_match(tabel, koppeling), len(tabel))


def _types(stand: _Stand) -> list[type[Relatie] | None]:
    """The type of each row; None where it is empty or unknown (a fault)."""
    uit: list[type[Relatie] | None] = []
    for rij, tekst in zip(stand.cellen.tabel.rijnummers, stand.cellen.texts("relatie"), strict=True):
        relatie = find_type(tekst) if tekst else None
        if relatie is None:
            stand.tell(
                rij,
                "relatie",
                f"Deze relatie is niet gekend.{_meant(tekst)}" if tekst else "De relatie is leeg.",
                tekst,
                f"een van: {_words()}",
            )
        uit.append(relatie)
    return uit


def _words() -> str:
    """The words for ties, as a coordinator says them; the few other types stand in the documentation."""
    return ", ".join(r.soort.woorden[0] for r in TYPEN.values() if r.soort.band)


def _meant(tekst: str) -> str:
    woorden = {w: r.soort.woorden[0] for r in TYPEN.values() if not r.soort.intern for w in r.soort.woorden}
    bijna = get_close_matches(tekst.strip().lower(), woorden, 1, 0.7)
    return f" Bedoelde u {woorden[bijna[0]]}?" if bijna else ""


def _ends(
    stand: _Stand, uiteinden: Uiteinden, rij: int, relatie: type[Relatie], van: str, naar: str
) -> tuple[Einde | None, Einde | None]:
    begin = (
        uiteinden.find(van, relatie.soort.van)
        if van
        else Einde(fout="Deze cel is leeg.", verwacht="een code of naam")
    )
    einde = (
        uiteinden.find(naar, relatie.soort.naar)
        if naar
        else Einde(fout="Deze cel is leeg.", verwacht="een code of naam")
    )
    for kolom, gevonden, tekst in (("van", begin, van), ("naar", einde, naar)):
        if gevonden.fout:
            stand.tell(rij, kolom, gevonden.fout, tekst, gevonden.verwacht)
    return (None if begin.fout else begin), (None if einde.fout else einde)


def _fits(
    stand: _Stand, rij: int, relatie: type[Relatie], woord: str, van: Einde, naar: Einde, cel: Cel
) -> bool:
    """True when a row may be a relation; ``woord`` is what the file calls it."""
    soort = relatie.soort
    if not may_connect(relatie, van.label, naar.label):
        draai = " Wissel van en naar om." if may_connect(relatie, naar.label, van.label) else ""
        tekst = f'"{soort.woorden[0]}" kan niet van {van.label} naar {naar.label} lopen.{draai}'
        verwacht = f"van {' of '.join(soort.van)} naar {' of '.join(soort.naar)}"
        stand.tell(rij, "relatie", tekst, woord, verwacht)
        return False
    if van.id == naar.id:
        stand.tell(
            rij,
            "naar",
            "Een relatie kan niet van een organisatie naar zichzelf lopen.",
            naar.id,
            "twee verschillende",
        )
        return False
    mag = stored_keys(relatie)
    vreemd = [naam for naam in cel if naam not in mag]
    for naam in vreemd:
        stand.tell(rij, naam, f'Bij "{soort.woorden[0]}" hoort geen {naam}.', str(cel[naam]), "een lege cel")
    sinds, tot = cel.get("sinds"), cel.get("tot")
    if sinds is not None and tot is not None and str(sinds) >= str(tot):
        stand.tell(rij, "tot", "Het einde ligt niet na het begin.", str(tot), f"een datum na {sinds}")
        return False
    return not vreemd


def _add(
    stand: _Stand,
    uit: list[RelatieUitspraak],
    rij: int,
    relatie: type[Relatie],
    van: str,
    naar: str,
    cel: Cel,
) -> None:
    cel.setdefault("bron", stand.context.bron)
    cel.setdefault("bron_datum", stand.context.datum)
    if relatie.soort.ongericht and naar < van:
        van, naar = naar, van
    rid = relation_id(relatie, van, naar, cel)
    vorige = stand.eerder.get(rid)
    if vorige is not None:
        if vorige.eigenschappen == cel:
            stand.dubbel.append(rij)
        else:
            stand.tell(
                rij,
                "relatie",
                f"Rij {vorige.rij} zegt iets anders over dezelfde relatie.",
                rid,
                "één rij per relatie",
            )
        return
    for id_ in (van, naar):
        if id_.startswith(("nis:", "regio:")):
            stand.gebieden.add(id_)
    uitspraak = RelatieUitspraak(relatie.soort.type, rid, van, naar, cel, rij)
    stand.eerder[rid] = uitspraak
    uit.append(uitspraak)
