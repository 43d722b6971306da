"""The handover pack: what rests on one coordinator alone, what her partner covers, whom to introduce."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netwerkkaart.analyse.basis import ORGANISATIES, counted, in_region, number
from netwerkkaart.analyse.verankering import DELEN, ZELFSTURING
from netwerkkaart.rapport.bewijs import Namen
from netwerkkaart.rapport.bouwstenen import picture, rows_table, tell, written_date
from netwerkkaart.rapport.bron import Bron
from netwerkkaart.rapport.delen import by_kind
from netwerkkaart.rapport.model import Alinea, Blok, Deel, Kop, Lijst, Tabel
from netwerkkaart.rapport.personen import contact_table
from netwerkkaart.schema.vocabularia import TOESTAND

_ROLLEN = {
    "lerend-netwerk": ("alleen lerend netwerk", "weg_lerend_netwerk"),
    "sts": ("alleen STS", "weg_sts"),
}
"""Per role: the verdict of ``tandem`` on whom only she reaches, and the column with her ways."""
_HOOGSTENS = 25
_FORA = DELEN[0]
_KLAAR = ("klaar", "gestopt")


def handover_title(bron: Bron) -> str:
    """How many organisations only one of the tandem reaches."""
    telling = bron.run("tandem").cijfers
    alleen = sum(int(telling.get(oordeel) or 0) for oordeel, _ in _ROLLEN.values())
    alle = sum(int(waarde or 0) for waarde in telling.values())
    if not alle:
        return f"In {bron.gebied} staan {bron.geen} organisaties: er is niets over te dragen"
    wie = counted(alle, *ORGANISATIES)
    hangen = "hangt" if 1 in (alleen, alle) else "hangen"
    return f"{number(alleen)} van de {wie} {hangen} aan één coördinator van de tandem"


def handover_sections(bron: Bron) -> tuple[Deel, ...]:
    """The sections, in the order in which somebody who takes over needs them."""
    return (
        _summary(bron),
        _alone(bron),
        _partner(bron),
        _introductions(bron),
        _successors(bron),
        _running(bron),
        *contact_table(bron),
    )


def _summary(bron: Bron) -> Deel:
    return Deel(
        "In het kort",
        (
            Alinea(
                "Dit pakket is voor wie het werk overneemt, en voor de partner in de tandem. Het toont wat "
                "wegvalt als een coördinator stopt en niemand iets doet, en met welke kennismakingen u dat "
                "voorkomt.",
                soort="inleiding",
            ),
            tell(bron, "verankering"),
            *picture(bron, "verankering", "Wat blijft zonder elke coördinator"),
        ),
    )


def _alone(bron: Bron) -> Deel:
    blokken: list[Blok] = [tell(bron, "tandem")]
    for id_, naam, rol in _coordinators(bron):
        blokken += [Kop(_upper(naam)), *_parts(bron, id_), *_only_hers(bron, rol)]
    if len(blokken) == 1:
        blokken.append(
            Alinea("Er staat nog geen coördinator in de graaf: voeg ze toe met import coordinatoren.")
        )
    return Deel("Wat aan één coördinator hangt", tuple(blokken))


def _coordinators(bron: Bron) -> Iterator[tuple[str, str, str]]:
    """Id, name and role of each coordinator of the region."""
    beeld, hier = bron.beeld, in_region(bron.beeld, bron.regio)
    rollen = beeld.kolom("rol")
    for knoop in beeld.van_soort("Coordinator").tolist():
        if hier[knoop]:
            yield beeld.ids[knoop], beeld.naam(knoop), str(rollen[knoop] or "")


def _upper(naam: str) -> str:
    return naam[:1].upper() + naam[1:]


def _parts(bron: Bron, id_: str) -> Iterator[Blok]:
    """What there is, and what stays; the fora and networks that nobody else leads by name."""
    eigen = [rij for rij in bron.run("verankering").rijen if rij.id == id_ and rij.wat != ZELFSTURING]
    rijen = tuple(
        (_upper(rij.wat), number(rij.geheel), number(rij.blijft), number(rij.geheel - rij.blijft))
        for rij in eigen
        if rij.geheel
    )
    if not rijen:
        yield Alinea("Aan deze coördinator hangt nog niets.")
        return
    yield Tabel("Wat er is, en wat er blijft", ("Wat", "Nu", "Blijft", "Valt weg"), rijen)
    namen = Namen(bron.beeld)
    fora = next((rij.bewijs for rij in eigen if rij.wat == _FORA), ())
    if fora:
        yield Alinea("Deze fora en netwerken leidt niemand anders mee:")
        yield Lijst(tuple(namen.word(forum) for forum in fora))


def _only_hers(bron: Bron, rol: str) -> tuple[Tabel, ...]:
    if rol not in _ROLLEN:
        return ()
    oordeel, weg = _ROLLEN[rol]
    return rows_table(
        bron.run("tandem"),
        ("naam", "soort", "gemeente", weg),
        "Organisaties die de partner niet bereikt",
        [rij for rij in bron.run("tandem").rijen if str(rij.oordeel) == oordeel],
        hoogstens=_HOOGSTENS,
        koppen=("Naam", "Soort", "Gemeente", "Langs"),
    )


def _partner(bron: Bron) -> Deel:
    return Deel(
        "Wat de partner al dekt",
        (
            Alinea(
                "Wie door beide bereikt wordt, verliest niemand als één van beide stopt. Spreek daar af wie "
                "het contact houdt."
            ),
            *by_kind(bron),
            *rows_table(
                bron.run("tandem"),
                ("naam", "soort", "gemeente", "weg_lerend_netwerk", "weg_sts"),
                "Organisaties die beide bereiken",
                [rij for rij in bron.run("tandem").rijen if str(rij.oordeel) == "beide"],
                hoogstens=_HOOGSTENS,
                koppen=("Naam", "Soort", "Gemeente", "Lerend netwerk langs", "STS langs"),
            ),
            tell(bron, "tandem-verdeling"),
        ),
    )


def _introductions(bron: Bron) -> Deel:
    """Hers to the partner, pairs that meet only at her places to each other, the rest by a forum."""
    blokken: list[Blok] = []
    for id_, naam, rol in _coordinators(bron):
        paren = next((r for r in bron.run("verankering").rijen if r.id == id_ and r.wat == DELEN[2]), None)
        ander = next((n for _, n, r in _coordinators(bron) if r != rol), "")
        blokken += [
            Kop(f"Door {naam}"),
            *_to_partner(bron, rol, ander),
        ]
        if paren is not None and paren.bewijs:
            blokken += _pairs(bron, paren.bewijs, paren.bewijs_totaal)
    verdeling = bron.run("tandem-verdeling")
    blokken += [
        Kop("Wie niemand van de tandem bereikt"),
        *rows_table(
            verdeling,
            ("naam", "soort", "gemeente", "langs"),
            "Een weg naar wie niemand bereikt",
            [rij for rij in verdeling.rijen if str(rij.verdeling) == "niemand" and rij.langs],
            hoogstens=_HOOGSTENS,
            koppen=("Naam", "Soort", "Gemeente", "Langs"),
        ),
    ]
    return Deel("Wie stelt u aan wie voor?", tuple(blokken))


def _to_partner(bron: Bron, rol: str, ander: str) -> Iterator[Blok]:
    """For whom only she reaches: a table where the partner can meet them, or a contact to make."""
    if rol not in _ROLLEN:
        return
    oordeel, weg = _ROLLEN[rol]
    alleen = [rij for rij in bron.run("tandem").rijen if str(rij.oordeel) == oordeel]
    if not alleen:
        yield Alinea("Wie deze coördinator bereikt, bereikt de partner ook: voorstellen hoeft niet.")
        return
    per_plek: dict[str, list[str]] = {}
    for rij in alleen:
        tafels = [langs for langs in getattr(rij, weg) if langs != "contact"]
        per_plek.setdefault(tafels[0] if tafels else "", []).append(f"{rij.naam} ({rij.gemeente or '?'})")
    aan = ander or "wie het overneemt"
    rijen = tuple(
        (
            f"Neem {aan} mee naar {plek}" if plek else f"Maak een afspraak met {aan}",
            str(len(namen)),
            _some(namen),
        )
        for plek, namen in sorted(per_plek.items(), key=lambda deel: (-len(deel[1]), deel[0]))
    )
    yield Tabel(f"Stel deze organisaties voor aan {aan}", ("Hoe", "Organisaties", "Wie"), rijen)


def _some(namen: list[str]) -> str:
    rest = len(namen) - 12
    return "; ".join(namen[:12]) + (f"; en {rest} andere" if rest > 0 else "")


def _pairs(bron: Bron, paren: tuple[str, ...], alle: int) -> Iterator[Blok]:
    """Pairs that see each other only at her places: who, and with which others."""
    beeld = bron.beeld
    per_ene: dict[str, list[str]] = {}
    for paar in paren:
        een, _, ander = paar.partition("|")
        namen = [beeld.naam(beeld.nummer[id_]) for id_ in (een, ander) if id_ in beeld.nummer]
        if len(namen) == 2:
            per_ene.setdefault(namen[0], []).append(namen[1])
    rijen = tuple((een, "; ".join(andere)) for een, andere in per_ene.items())
    rest = alle - len(paren)
    yield Tabel(
        "Stel deze organisaties voor aan elkaar",
        ("Wie", "Aan wie"),
        rijen,
        f"De eerste {len(paren)} van {alle} paren die elkaar alleen door deze coördinator zien."
        if rest
        else "",
    )


def _successors(bron: Bron) -> Deel:
    uitkomst = bron.run("overname")
    return Deel(
        "Wie kan overnemen?",
        (
            tell(bron, "overname"),
            *rows_table(
                uitkomst,
                ("van", "naam", "soort", "aandeel", "waarom"),
                "De beste kandidaten",
                hoogstens=_HOOGSTENS,
                koppen=("Neemt over van", "Wie", "Soort", "Aandeel van de paren", "Waarom"),
            ),
        ),
    )


def _running(bron: Bron) -> Deel:
    """What the coordinators of the region still have to do, the first deadline first."""
    beeld, eigen = bron.beeld, {id_ for id_, _, _ in _coordinators(bron)}
    tabel, toestand, deadlines = (
        beeld.van_type("VERANTWOORDELIJK_VOOR"),
        beeld.kolom("toestand"),
        beeld.kolom("deadline"),
    )
    acties = []
    for van, naar in zip(tabel.van.tolist(), tabel.naar.tolist(), strict=True):
        if beeld.ids[van] in eigen and toestand[naar] not in _KLAAR:
            dag = deadlines[naar]
            acties.append(
                (
                    dag if isinstance(dag, date) else date.max,
                    beeld.naam(naar),
                    _upper(beeld.naam(van)),
                    TOESTAND.woord(str(toestand[naar])) if toestand[naar] in TOESTAND.codes else "",
                )
            )
    rijen = tuple(
        (
            actie,
            wie,
            "geen" if dag == date.max else written_date(dag),
            staat + (", te laat" if dag < bron.stand else ""),
        )
        for dag, actie, wie, staat in sorted(acties)
    )
    if not rijen:
        return Deel("Wat nog loopt", (Alinea("Er staan geen open acties op naam van een coördinator."),))
    return Deel("Wat nog loopt", (Tabel("Open acties", ("Actie", "Wie", "Tegen", "Toestand"), rijen),))
