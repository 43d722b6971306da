"""Every question round: who was asked, who answered, and what that says of pairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from netwerkkaart.analyse.basis import in_region, part_of, percentage, reference_date, region_name, verb
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.respons import compute_response
from netwerkkaart.analyse.tekening import Reeks, Staaf, Staven
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld, Masker


@dataclass(frozen=True, slots=True)
class RondeRij:
    """One question round."""

    id: str = field(metadata=kop("Code"))
    naam: str = field(metadata=kop("Bevraging"))
    datum: date | None = field(metadata=kop("Datum"))
    gevraagd: int = field(metadata=kop("Gevraagd", "Organisaties die gevraagd zijn."))
    beantwoord: int = field(metadata=kop("Antwoordden", "Hoeveel daarvan antwoordden."))
    aandeel: float | None = field(metadata=kop("Respons", "Antwoordden / gevraagd."))
    ongevraagd: int = field(
        metadata=kop("Ongevraagd", "Organisaties die antwoordden zonder gevraagd te zijn.")
    )
    namens: int = field(metadata=kop("Namens", "Organisaties voor wie een andere antwoordde."))
    paren_ja: int = field(metadata=kop("Paren ja", "Minstens één einde zegt dat er een band is."))
    paren_nee: int = field(metadata=kop("Paren nee", "Een einde zegt van niet, en geen einde van wel."))
    paren_open: int = field(
        metadata=kop("Paren niet gevraagd", "Banden bij wie gevraagd is of sprak, waarover niemand iets zei.")
    )
    laag: float = field(metadata=kop("Minstens", "Aandeel paren met een band, als alle open paren nee zijn."))
    hoog: float = field(metadata=kop("Hoogstens", "Hetzelfde, als alle open paren ja zijn."))
    bewijs: tuple[str, ...] = field(
        metadata=kop("Bewijs", "Codes van wie nog niet antwoordde (hoogstens 25).")
    )


def respons(beeld: Beeld, drempels: Drempels = STANDAARD, *, regio: str | None = None) -> Uitkomst[RondeRij]:
    """The response of every round, the newest first. O(rounds × (answers + ties)).

    Args:
        beeld: the view at a date; later answers do not count.
        drempels: not used; kept with the result.
        regio: only who was asked in this region, and pairs with an end in it.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    datum, hier = reference_date(beeld), in_region(beeld, regio)
    rijen = tuple(_row(beeld, ronde, hier) for ronde in reversed(rounds_in_order(beeld)))
    gevraagd, beantwoord = sum(r.gevraagd for r in rijen), sum(r.beantwoord for r in rijen)
    cijfers: dict[str, float | int | str | None] = {
        "rondes": len(rijen),
        "gevraagd": gevraagd,
        "beantwoord": beantwoord,
    }
    noten = (
        "Over paren waarover niemand iets zei, weten we niets: kijk naar minstens en hoogstens samen.",
        "Wat een lijst zelf over bevestiging zegt, hoort bij geen bevraging en telt hier niet.",
    )
    return Uitkomst("respons", _title(rijen, regio), datum, drempels, RondeRij, rijen, noten, cijfers)


def rounds_in_order(beeld: Beeld) -> list[int]:
    """The rounds by date (those without one first), then by id."""
    datums = beeld.kolom("datum")
    rondes: list[int] = beeld.van_soort("Bevraging").tolist()
    return sorted(rondes, key=lambda k: (str(datums[k] or ""), beeld.ids[k]))


def _row(beeld: Beeld, ronde: int, hier: Masker) -> RondeRij:
    uit, datum = compute_response(beeld, ronde, hier), beeld.kolom("datum")[ronde]
    gevraagd = set(uit.gevraagd)
    laag, hoog = uit.grenzen
    return RondeRij(
        beeld.ids[ronde],
        beeld.naam(ronde),
        datum if isinstance(datum, date) else None,
        len(uit.gevraagd),
        uit.beantwoord,
        uit.beantwoord / len(uit.gevraagd) if uit.gevraagd else None,
        sum(bool(hier[k]) and k not in gevraagd for k in uit.antwoord_op),
        sum(bool(hier[k]) for k in uit.namens),
        uit.paren_ja,
        uit.paren_nee,
        uit.paren_open,
        laag,
        hoog,
        tuple(beeld.ids[k] for k in uit.open[:BEWIJS_MAX]),
    )


def _title(rijen: Sequence[RondeRij], regio: str | None) -> str:
    waar = region_name(regio)
    if not rijen:
        return f"{waar}: er is nog geen bevraging."
    nieuwste = rijen[0]
    if not nieuwste.gevraagd:
        return f"{waar}: in de bevraging {nieuwste.naam} is nog niemand gevraagd."
    paren = nieuwste.paren_ja + nieuwste.paren_nee
    wie = part_of(nieuwste.beantwoord, nieuwste.gevraagd, "organisatie", "organisaties")
    antwoordden = verb(nieuwste.beantwoord, "antwoordde", "antwoordden")
    return (
        f"{waar}: in de bevraging {nieuwste.naam} {antwoordden} "
        f"{wie} ({percentage(nieuwste.beantwoord, nieuwste.gevraagd)}); over "
        f"{part_of(paren, paren + nieuwste.paren_open, 'paar', 'paren', het=True)} zei iemand iets."
    )


def draw_respons(uitkomst: Uitkomst[RondeRij]) -> Staven:
    """Per round what is said of pairs: yes, no, or nothing."""
    return Staven(
        uitkomst.titel,
        "paren",
        (Reeks("ja", "goed"), Reeks("nee", "fout"), Reeks("niet gevraagd", "onbekend")),
        tuple(
            Staaf(r.naam, (float(r.paren_ja), float(r.paren_nee), float(r.paren_open)))
            for r in uitkomst.rijen
        ),
    )
