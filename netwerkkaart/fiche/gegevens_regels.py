"""The lines of the page "dit staat over u": fields, ties, offers, seats, own answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass

from netwerkkaart.analyse.basis import enumerate_words, municipality_name
from netwerkkaart.fiche.gegevens_model import Regel, Wie
from netwerkkaart.fiche.gegevens_velden import day_text, field_name, fields_of, in_words
from netwerkkaart.fiche.gegevens_zicht import Gezegd, Plaats, Zicht
from netwerkkaart.graph.afscherming import BLIJFT
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.herkomst import Veldherkomst
from netwerkkaart.plan.bevestiging import Bandsleutel
from netwerkkaart.schema.register import TYPEN
from netwerkkaart.schema.vocabularia import STAP

BANDKOPPEN: Mapping[str, str] = {
    "BEGELEIDT": "Begeleiding door het CLB",
    "ONDERSTEUNT": "Leersteun",
    "ADVISEERT": "Pedagogische begeleiding",
    "WERKT_SAMEN_MET": "Samenwerking",
    "VERWIJST_NAAR": "Doorverwijzing",
}
"""Headings of the types of ties, in the order of the page."""
DEELNAMEKOPPEN: Mapping[str, str] = {
    "NEEMT_DEEL_AAN": "Fora",
    "LID_VAN": "Lerende netwerken",
    "PARTIJ_BIJ": "Afspraken",
    "PAST_TOE": "Goede praktijken",
    "ONDERDEEL_VAN": "Bestuur",
    "VERANTWOORDELIJK_VOOR": "Acties",
    "AANWEZIG_OP": "Bijeenkomsten",
    "CONTACT_MET": "Contact met coördinatoren",
    "WERKT_VOOR": "Coördinatoren die voor u werken",
}
"""The same of relations that are no ties."""


@dataclass(frozen=True)
class Bedrading:
    """What every line of one page needs.

    Args:
        zicht: the graph as each profile sees it.
        id: the organisation.
        nummers: the number of the next line.
        schuilnaam: what partners read instead of the name of a sole practitioner; empty for others.
    """

    zicht: Zicht
    id: str
    nummers: Iterator[int]
    schuilnaam: str = ""

    def other(self, plaats: Plaats) -> int:
        """The other end of a relation, as a node of the partners' view."""
        van, naar = int(plaats.tabel.van[plaats.plek]), int(plaats.tabel.naar[plaats.plek])
        return naar if self.zicht.partners.ids[van] == self.id else van

    def in_order(self, plaatsen: Iterable[Plaats]) -> list[Plaats]:
        """Relations by the name of the other end, then by their keys."""
        return sorted(plaatsen, key=lambda p: (self.zicht.partners.naam(self.other(p)), p.rid))

    def sentence(self, plaats: Plaats) -> str:
        """A relation in a sentence that speaks to the organisation."""
        beeld, ander = self.zicht.partners, self.other(plaats)
        eigen = beeld.ids[int(plaats.tabel.van[plaats.plek])] == self.id
        return _to_you(plaats.tabel.type, _place_name(beeld, ander), eigen=eigen)


def _place_name(beeld: Beeld, knoop: int) -> str:
    gemeente = municipality_name(beeld, knoop)
    return f"{beeld.naam(knoop)}{f', {gemeente}' if gemeente else ''}"


def _to_you(type_: str, ander: str, *, eigen: bool) -> str:
    lezing = TYPEN[type_].soort.lezing
    if eigen:
        zin = lezing.format(van="U", naar=ander)
        return f"U bent{zin[4:]}" if zin.startswith("U is ") else zin
    return lezing.format(van=ander, naar="u")


def field_lines(b: Bedrading, herkomst: Iterable[Veldherkomst]) -> tuple[Regel, ...]:
    """The organisation's own fields that are filled, its municipality among them."""
    beeld, knoop = b.zicht.vol, b.zicht.vol.nummer[b.id]
    gesteld = {van.veld: van for van in herkomst}
    zelf, wie = _source(beeld, knoop), b.zicht.who_sees(b.id)
    uit = []
    waarden = [("naam", beeld.naam(knoop)), ("code", b.id), *fields_of(beeld, knoop)]
    gemeente = municipality_name(beeld, knoop)
    for veld, waarde in waarden:
        if waarde:
            van = gesteld.get("id" if veld == "code" else veld)
            bron, datum = (van.bron, day_text(van.datum)) if van and van.bron else zelf
            ziet = Wie.COORDINATOREN if b.schuilnaam and veld not in BLIJFT else wie
            uit.append(Regel(next(b.nummers), field_name(veld), waarde, bron, datum, ziet))
        if veld == "postcode" and gemeente:
            uit.append(Regel(next(b.nummers), "Gemeente", gemeente, *zelf, wie))
    return tuple(uit)


def _source(beeld: Beeld, knoop: int) -> tuple[str, str]:
    """Who states a node, and when."""
    bron, datum, precisie = (beeld.kolom(n)[knoop] for n in ("bron", "bron_datum", "bron_datum_precisie"))
    return str(bron or ""), day_text(datum, precisie)


def tie_line(b: Bedrading, plaats: Plaats, gezegd: MutableMapping[Bandsleutel, Gezegd]) -> Regel:
    """A tie that partners see, with what the organisation itself answered of it.

    Args:
        b: the page.
        plaats: the tie.
        gezegd: what the organisation answered; what is told here is taken out.
    """
    ids, type_ = b.zicht.partners.ids, plaats.tabel.type
    van, naar = ids[int(plaats.tabel.van[plaats.plek])], ids[int(plaats.tabel.naar[plaats.plek])]
    stap = str(plaats.get("stap") or "")
    eigen = gezegd.pop((type_, van, naar, stap), None)
    return Regel(
        next(b.nummers),
        b.sentence(plaats),
        ", ".join(filter(None, (f"voor {in_words(stap, STAP)}" if stap else "", _since(plaats)))),
        str(plaats.get("bron") or ""),
        day_text(plaats.get("bron_datum"), plaats.get("bron_datum_precisie")),
        b.zicht.who_sees_relation(plaats.rid),
        _standing(plaats, eigen),
        _answer(eigen) if eigen else "",
    )


def _standing(plaats: Plaats, eigen: Gezegd | None) -> str:
    """Whether both ends name a tie.

    Who names a tie herself is told that one end does, also where the other denies it: "not confirmed yet", or
    a day that is lacking, would give the denial away.
    """
    bevestiging = plaats.get("bevestiging")
    if bevestiging == "bevestigd":
        dag = day_text(plaats.get("bevestigd_op"), plaats.get("bevestigd_op_precisie"))
        return f"Beide kanten noemen deze band{f' (op {dag})' if dag else ''}."
    if bevestiging == "eenzijdig" or (eigen is not None and eigen.ja):
        return "Eén kant noemt deze band."
    return "Nog niet bevestigd."


def _since(plaats: Plaats) -> str:
    sinds = day_text(plaats.get("sinds"), plaats.get("sinds_precisie"))
    return f"sinds {sinds}" if sinds else ""


def _answer(gezegd: Gezegd) -> str:
    woord = {True: "ja", False: "nee", None: "niet geweten"}[gezegd.ja]
    dag = day_text(gezegd.datum, gezegd.precisie)
    return f"{woord}, {dag}" if dag else woord


def offer_lines(b: Bedrading) -> tuple[Regel, ...]:
    """What the organisation offers, internal offers too: they are its own."""
    beeld, knoop = b.zicht.vol, b.zicht.vol.nummer[b.id]
    tabel, bereikt = beeld.van_type("BIEDT"), beeld.van_type("BEREIKT")
    uit = []
    for plek in (tabel.van == knoop).nonzero()[0].tolist():
        aanbod = int(tabel.naar[plek])
        delen = [
            f"{field_name(veld).lower()}: {waarde}" for veld, waarde in fields_of(beeld, aanbod) if waarde
        ]
        waar = sorted({beeld.naam(int(g)) for g in bereikt.naar[bereikt.van == aanbod].tolist()})
        if waar:
            delen.append(f"bereikt {enumerate_words(waar, 12)}")
        rid = tabel.rids[plek]
        wie = b.zicht.who_sees_relation(rid) if rid in b.zicht.offered else Wie.COORDINATOREN
        uit.append((beeld.naam(aanbod), beeld.ids[aanbod], delen, _source(beeld, aanbod), wie))
    return tuple(
        Regel(next(b.nummers), naam, "; ".join(delen), *bron, wie)
        for naam, _, delen, bron, wie in sorted(uit)
    )


def seat_line(b: Bedrading, plaats: Plaats) -> Regel:
    """A seat, membership, agreement or the like that partners see."""
    details = [str(w) for w in (plaats.get("engagement"),) if w]
    if zetels := plaats.get("zetels"):
        details.append(f"{zetels} zetels" if zetels != 1 else "1 zetel")
    if sinds := _since(plaats):
        details.append(sinds)
    return Regel(
        next(b.nummers),
        b.sentence(plaats),
        ", ".join(details),
        str(plaats.get("bron") or ""),
        day_text(plaats.get("bron_datum"), plaats.get("bron_datum_precisie")),
        b.zicht.who_sees_relation(plaats.rid),
    )


def answer_lines(b: Bedrading, gezegd: Mapping[Bandsleutel, Gezegd]) -> tuple[Regel, ...]:
    """What the organisation answered of ties that are no line above: only the coordinators see it."""
    beeld = b.zicht.vol
    uit = []
    for (type_, van, naar, stap), wat in gezegd.items():
        ander = beeld.nummer.get(naar if van == b.id else van)
        if ander is None:
            continue
        zin = _to_you(type_, _place_name(beeld, ander), eigen=van == b.id)
        uit.append((zin, f"voor {in_words(stap, STAP)}" if stap else "", _answer(wat)))
    return tuple(
        Regel(next(b.nummers), zin, details, "uw antwoord", "", Wie.COORDINATOREN, "", antwoord)
        for zin, details, antwoord in sorted(uit)
    )
