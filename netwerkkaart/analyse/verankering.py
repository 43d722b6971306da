"""What stays when a coordinator, or any organisation, falls away.

Of a coordinator: the fora and networks that she coordinates, the organisations that she reaches, and the
pairs of organisations that meet at her places. The self-steering score is the plain mean of the shares of
these three that stay; the parts stand beside it. Of an organisation: bands, the largest connected part,
closed chains of others, and seats in fora.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from netwerkkaart.analyse.basis import (
    counted,
    enumerate_words,
    number,
    part_of,
    percentage,
    reference_date,
    region_name,
)
from netwerkkaart.analyse.contacten import Wegen
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.tekening import Reeks, Staaf, Staven
from netwerkkaart.analyse.uitkomst import Uitkomst
from netwerkkaart.analyse.verankering_organisatie import WOORDEN, organisation_rows
from netwerkkaart.analyse.verankering_plekken import Plekken, choose_coordinators
from netwerkkaart.analyse.verankering_rij import Paren, VerankeringRij, ids_of, make_row
from netwerkkaart.fouten import NietGevonden
from netwerkkaart.graph.beeld import Beeld

ZELFSTURING = "zelfsturing"
"""The row that is the mean of the parts."""
_PLEKKEN, _BEREIK, _PAREN = "fora en netwerken", "bereikte organisaties", "paren die elkaar zien"
DELEN = (_PLEKKEN, _BEREIK, _PAREN)
"""The parts of the self-steering score."""
_TANDEM = "bereikt door de tandem"
_WOORDEN: Mapping[str, tuple[str, str, bool]] = {
    _PLEKKEN: ("forum of netwerk", _PLEKKEN, True),
    _BEREIK: ("bereikte organisatie", _BEREIK, False),
    _PAREN: ("paar dat elkaar ziet", _PAREN, True),
    **WOORDEN,
}
"""How a sentence names one and more of each thing, and whether its article is ``het``."""
_KORT = {_PLEKKEN: "fora", _BEREIK: "bereik", _PAREN: "paren", _TANDEM: "tandem"}
"""What stands in a picture."""


def verankering(
    beeld: Beeld, drempels: Drempels = STANDAARD, *, regio: str | None = None, zonder: str | None = None
) -> Uitkomst[VerankeringRij]:
    """What stays without each coordinator, or without one coordinator or organisation.

    Args:
        beeld: the view at a date.
        drempels: the thresholds.
        regio: only coordinators of this region.
        zonder: id of the one coordinator or organisation to take out; None: each coordinator in turn.

    Raises:
        NietGevonden: there is no such region, coordinator or organisation.
        ValueError: the view is not tied to a date.
    """
    datum = reference_date(beeld)
    wie = choose_coordinators(beeld, regio) if zonder is None else [find_wie(beeld, zonder)]
    rijen: list[VerankeringRij] = []
    if wie and wie[0] < beeld.aantal_organisaties:
        rijen = list(organisation_rows(beeld, drempels, wie[0]))
    elif wie:
        plekken = Plekken.of(beeld)
        rijen = [rij for knoop in wie for rij in _coordinator(plekken, knoop)]
    cijfers: dict[str, float | int | str | None] = {
        f"{rij.id} {rij.wat}": rij.aandeel for rij in rijen if rij.aandeel is not None
    }
    noten = () if zonder is None else ("Zonder haar, met alles wat er verder is: niemand neemt iets over.",)
    return Uitkomst(
        "verankering", _title(rijen, regio), datum, drempels, VerankeringRij, tuple(rijen), noten, cijfers
    )


def find_wie(beeld: Beeld, tekst: str) -> int:
    """The coordinator or organisation with this id, or with this name when only one has it.

    Raises:
        NietGevonden: there is none, or there are several.
    """
    mogelijk: list[int] = [*range(beeld.aantal_organisaties), *beeld.van_soort("Coordinator").tolist()]
    gezocht = tekst.strip().casefold()
    gevonden = [k for k in mogelijk if beeld.ids[k] == tekst] or [
        k for k in mogelijk if beeld.naam(k).casefold() == gezocht
    ]
    if len(gevonden) == 1:
        return gevonden[0]
    if not gevonden:
        raise NietGevonden(
            f'"{tekst}" is geen coördinator of organisatie op deze datum.',
            hulp="Geef de code, of de hele naam tussen aanhalingstekens.",
        )
    codes = ", ".join(beeld.ids[k] for k in gevonden[:10])
    raise NietGevonden(f'"{tekst}" is de naam van {len(gevonden)}: {codes}.', hulp="Geef de code.")


def _coordinator(plekken: Plekken, knoop: int) -> Iterator[VerankeringRij]:
    beeld = plekken.graaf.beeld
    n, rollen, regios = beeld.aantal_organisaties, beeld.kolom("rol"), beeld.kolom("regio")
    van_haar, hangt = plekken.of_her(knoop), plekken.hanging(knoop)
    andere = [c for c in plekken.coordinatoren if c != knoop]
    partners = [c for c in andere if rollen[c] != rollen[knoop] and regios[c] == regios[knoop]]
    alle = np.arange(n)
    zij, ander, samen = (Wegen.of(beeld, wie).reaches(alle) for wie in ([knoop], andere, partners))
    paren, weg = plekken.pairs(van_haar), plekken.lost(knoop)
    delen = [
        make_row(beeld, knoop, _PLEKKEN, int(van_haar.sum()), plekken.ids(hangt)),
        make_row(beeld, knoop, _BEREIK, int(zij.sum()), ids_of(beeld, zij & ~ander)),
        make_row(beeld, knoop, _PAREN, len(paren), Paren(beeld, weg)),
    ]
    yield from delen
    aandelen = [deel.aandeel for deel in delen if deel.aandeel is not None]
    score = sum(aandelen) / len(aandelen) if aandelen else None
    yield VerankeringRij(
        beeld.ids[knoop], beeld.naam(knoop), beeld.label(knoop), ZELFSTURING, None, None, score,
        (beeld.ids[knoop],), 1,
    )  # fmt: skip
    yield make_row(beeld, knoop, _TANDEM, int(zij.sum()), ids_of(beeld, zij & ~samen))


def _title(rijen: Sequence[VerankeringRij], regio: str | None) -> str:
    waar = region_name(regio)
    if not rijen:
        return f"In {waar} staat nog geen coördinator."
    scores = [rij for rij in rijen if rij.wat == ZELFSTURING]
    if not scores:
        er_zijn = [rij for rij in rijen if rij.geheel]
        if not er_zijn:
            return f"Zonder {rijen[0].naam} blijft alles zoals het is."
        return f"Zonder {rijen[0].naam} {_stay(er_zijn)} {enumerate_words([_part(r) for r in er_zijn])}."
    gekend = [rij for rij in scores if rij.aandeel is not None]
    if not gekend:
        return f"{waar}: aan de {counted(len(scores), 'coördinator', 'coördinatoren')} hangt nog niets."
    zwakst = min(gekend, key=lambda rij: (rij.aandeel or 0.0, rij.id))
    van_haar = [rij for rij in rijen if rij.id == zwakst.id and rij.wat in DELEN and rij.geheel]
    return (
        f"{waar}: zonder {zwakst.naam} {_stay(van_haar)} {enumerate_words([_share(r) for r in van_haar])} "
        f"(zelfsturing {round(100 * (zwakst.aandeel or 0))}%)."
    )


def _part(rij: VerankeringRij) -> str:
    een, meer, het = _WOORDEN[rij.wat]
    return part_of(rij.blijft or 0, rij.geheel or 0, een, meer, het=het)


def _share(rij: VerankeringRij) -> str:
    """What stays as a share; in words where that is nothing or all."""
    blijft, geheel = rij.blijft or 0, rij.geheel or 0
    return _part(rij) if blijft in (0, geheel) else f"{percentage(blijft, geheel)} van de {rij.wat}"


def _stay(rijen: Sequence[VerankeringRij]) -> str:
    """The verb before an enumeration: that of its first part, when that is none or the only one."""
    eerste = rijen[0]
    enkel = not eerste.blijft or (len(rijen) == 1 and (eerste.blijft == 1 or eerste.blijft != eerste.geheel))
    return "blijft" if enkel else "blijven"


def draw_verankering(uitkomst: Uitkomst[VerankeringRij]) -> Staven:
    """Per thing how many of it stay and how many fall away, in per cent of the whole."""
    rijen = [rij for rij in uitkomst.rijen if rij.aandeel is not None]
    return Staven(
        uitkomst.titel,
        "%",
        (Reeks("blijft", "goed"), Reeks("valt weg", "fout")),
        tuple(
            Staaf(
                f"{rij.naam}: {_KORT.get(rij.wat, rij.wat)}",
                (100 * (rij.aandeel or 0), 100 - 100 * (rij.aandeel or 0)),
                tekst=f"{round(100 * (rij.aandeel or 0))}%"
                + (f" van {number(rij.geheel)}" if rij.geheel is not None else ""),
            )
            for rij in rijen
        ),
        "Zelfsturing is het gewone gemiddelde van de delen: wie een deel belangrijker vindt, leest dat deel.",
    )
