"""From a graph to the page "dit staat over u" of one organisation: pure.

What stands on it: all that partners see of the organisation, and of what only the coordinators see its own
fields, its own offers and its own answers. Nothing that somebody else said in confidence is on it, not even
whether there is any: what is left out is told by kind, in the same words for everybody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import count

from netwerkkaart.analyse.basis import counted, enumerate_words, municipality_name, number, reference_date
from netwerkkaart.fiche.gegevens_model import Contact, Gegevensblad, Groep, Wie
from netwerkkaart.fiche.gegevens_regels import (
    BANDKOPPEN,
    DEELNAMEKOPPEN,
    Bedrading,
    answer_lines,
    field_lines,
    offer_lines,
    seat_line,
    tie_line,
)
from netwerkkaart.fiche.gegevens_velden import GEVRAAGD, field_name, fields_of, kind_name
from netwerkkaart.fiche.gegevens_zicht import Plaats, Zicht
from netwerkkaart.graph.herkomst import Veldherkomst
from netwerkkaart.schema.vocabularia import REGIO, ROL

Herkomst = Callable[[str], Iterable[Veldherkomst]]
"""Who stated each field of a node, by its id."""


def make_gegevens(zicht: Zicht, id_: str, herkomst: Herkomst | None = None) -> Gegevensblad:
    """The page of one organisation. O(its relations), after the first.

    Args:
        zicht: the graph at its reference date, as each profile sees it.
        id_: id of the organisation.
        herkomst: looks up who stated each of its fields; without it the source of the node itself counts.

    Raises:
        KeyError: there is no such node.
        ValueError: the view is not tied to a date.
    """
    beeld, knoop = zicht.vol, zicht.vol.nummer[id_]
    schuilnaam = zicht.stand_in(id_)
    zicht = zicht.for_reader(id_)
    bedrading = Bedrading(zicht, id_, count(1), schuilnaam)
    velden = field_lines(bedrading, tuple(herkomst(id_)) if herkomst else ())
    per_type: dict[str, list[Plaats]] = {}
    for plaats in bedrading.in_order(zicht.relations(id_)):
        per_type.setdefault(plaats.tabel.type, []).append(plaats)
    gezegd = dict(zicht.own_answers(id_))
    banden = tuple(
        Groep(kop, tuple(tie_line(bedrading, plaats, gezegd) for plaats in rij))
        for type_, kop in BANDKOPPEN.items()
        if (rij := per_type.get(type_))
    )
    aanbod = offer_lines(bedrading)
    deelname = tuple(
        Groep(kop, tuple(seat_line(bedrading, plaats) for plaats in rij))
        for type_, kop in DEELNAMEKOPPEN.items()
        if (rij := per_type.get(type_))
    )
    regio = int(beeld.regio[knoop])
    blad = Gegevensblad(
        id_,
        beeld.naam(knoop),
        kind_name(beeld.label(knoop)),
        municipality_name(beeld, knoop),
        REGIO.woord(REGIO.codes[regio]) if regio >= 0 else "",
        reference_date(beeld),
        "",
        velden,
        tuple(
            field_name(veld) for veld, waarde in fields_of(beeld, knoop) if veld in GEVRAAGD and not waarde
        ),
        banden,
        aanbod,
        deelname,
        answer_lines(bedrading, gezegd),
        contacts(zicht, regio),
        schuilnaam=schuilnaam,
    )
    return replace(blad, zin=summary(blad))


def summary(blad: Gegevensblad) -> str:
    """How much there is on a page, and who sees it."""
    banden, deelname = (sum(len(groep.regels) for groep in deel) for deel in (blad.banden, blad.deelname))
    delen = [
        (len(blad.velden), "eigen gegeven", "eigen gegevens"),
        (banden, "band", "banden"),
        (len(blad.aanbod), "keer aanbod", "keer aanbod"),
        (deelname, "deelname", "deelnames"),
    ]
    wie = [regel.wie for regel in blad.regels]
    intern, openbaar = wie.count(Wie.COORDINATOREN), wie.count(Wie.IEDEREEN)
    zinnen = [f"Over u staan {enumerate_words([counted(*d) for d in delen if d[0]])} in de netwerkkaart."]
    if not intern:
        zinnen.append("Partners zien dat allemaal.")
    else:
        partners = len(wie) - intern
        zinnen.append(f"Partners zien {f'er {number(partners)} van' if partners else 'er niets van'}.")
    zinnen.append(
        f"{number(openbaar) if openbaar else 'Niets'} daarvan {'is' if openbaar < 2 else 'zijn'} openbaar."
    )
    return " ".join(zinnen)


def contacts(zicht: Zicht, regio: int) -> tuple[Contact, ...]:
    """The coordinators of a region whom partners may know, of the learning network first."""
    beeld = zicht.partners
    rollen, email, telefoon = (beeld.kolom(naam) for naam in ("rol", "email", "telefoon"))
    uit = [
        (
            ROL.codes.index(str(rollen[knoop])) if rollen[knoop] in ROL.codes else len(ROL.codes),
            Contact(
                beeld.naam(knoop),
                ROL.woord(str(rollen[knoop])) if rollen[knoop] in ROL.codes else "coördinator",
                str(email[knoop] or ""),
                str(telefoon[knoop] or ""),
            ),
        )
        for knoop in beeld.van_soort("Coordinator").tolist()
        if regio >= 0 and int(beeld.regio[knoop]) == regio
    ]
    return tuple(contact for _, contact in sorted(uit, key=lambda paar: (paar[0], paar[1].naam)))
