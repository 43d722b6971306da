"""Two issues of one list, as next year's school list beside this year's: what came, went, moved.

Both issues are what an importer makes of their files, so that a difference is one of what they say and
not of how they are written. What the new one leaves out is proposed to end; nothing is ever deleted, and
ties stay. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from netwerkkaart.schema.register import TYPEN, Waarde, is_organisatie
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak, Voorstel

AANDEEL_OPVOLGER = 0.5
"""From this share of common ids on (of the shorter list), a list is an issue of the other."""
AANDEEL_RIJEN = 0.9
"""Below this share of the former number, a new list is likely to be cut off."""

_ADRES = ("straat", "huisnummer", "postcode")


@dataclass(frozen=True, slots=True)
class Verhuis:
    """An address that changed: id, name, where it was, where it is."""

    id: str
    naam: str
    van: str
    naar: str


@dataclass(frozen=True, slots=True)
class Opvolging:
    """An organisation that went, and the one that stands at its address now.

    Args:
        weg: id of what went.
        naam: its name.
        door: id of what stands there.
        door_naam: its name.
        was_er_al: true when that one was in the former list too: then they merged; else it is the same
            site under another number.
    """

    weg: str
    naam: str
    door: str
    door_naam: str
    was_er_al: bool


@dataclass(frozen=True, slots=True)
class Lijstverschil:
    """What two issues of a list differ in.

    Args:
        vorige, nu: number of organisations in either.
        nieuw: ids that came.
        weg: ids that went.
        hernoemd: (id, former name, name).
        verhuisd: changed addresses.
        opvolgingen: what went, and what stands in its place.
        voorstellen: the ends that the new list suggests.
    """

    vorige: int
    nu: int
    nieuw: tuple[str, ...]
    weg: tuple[str, ...]
    hernoemd: tuple[tuple[str, str, str], ...]
    verhuisd: tuple[Verhuis, ...]
    opvolgingen: tuple[Opvolging, ...]
    voorstellen: tuple[Voorstel, ...]

    @property
    def is_te_kort(self) -> bool:
        """True when the new list has suspiciously few organisations."""
        return self.nu < AANDEEL_RIJEN * self.vorige


def is_successor(vorige: Iterable[Uitspraak], nieuw: Iterable[Uitspraak]) -> bool:
    """Whether two lists are issues of one another: they name the same organisations for the most part."""
    a, b = _stated(vorige).keys(), _stated(nieuw).keys()
    return bool(a and b) and len(a & b) >= AANDEEL_OPVOLGER * min(len(a), len(b))


def compare_lists(
    vorige: Sequence[Uitspraak], nieuw: Sequence[Uitspraak], *, op: date, bron: str
) -> Lijstverschil:
    """Compare two issues. O(n).

    Args:
        vorige: what the former list stated.
        nieuw: what the new list states.
        op: first day on which what it leaves out no longer holds.
        bron: source of the proposed ends.
    """
    toen, nu = _stated(vorige), _stated(nieuw)
    weg = [id_ for id_ in toen if id_ not in nu]
    gebleven = [id_ for id_ in toen if id_ in nu]
    return Lijstverschil(
        vorige=len(toen),
        nu=len(nu),
        nieuw=tuple(id_ for id_ in nu if id_ not in toen),
        weg=tuple(weg),
        hernoemd=tuple(
            (id_, _name(toen[id_]), _name(nu[id_]))
            for id_ in gebleven
            if _name(nu[id_]) and _name(toen[id_]) != _name(nu[id_])
        ),
        verhuisd=tuple(_moves(toen, nu, gebleven)),
        opvolgingen=tuple(_successions(toen, nu, weg)),
        voorstellen=tuple(_proposals(vorige, nieuw, nu, weg, op, bron)),
    )


def _stated(uitspraken: Iterable[Uitspraak]) -> dict[str, KnoopUitspraak]:
    """The organisations that a list is about; what it only names beside these is left out."""
    return {
        u.id: u
        for u in uitspraken
        if isinstance(u, KnoopUitspraak) and not u.aanvulling and is_organisatie(u.label)
    }


def _name(uitspraak: KnoopUitspraak) -> str:
    return str(uitspraak.eigenschappen.get("naam") or "")


def _address(uitspraak: KnoopUitspraak) -> str:
    straat, nummer, postcode = (str(uitspraak.eigenschappen.get(veld) or "") for veld in _ADRES)
    return " ".join(deel for deel in (f"{straat} {nummer}".strip(), postcode) if deel) if straat else ""


def _moves(
    toen: Mapping[str, KnoopUitspraak], nu: Mapping[str, KnoopUitspraak], ids: Iterable[str]
) -> Iterable[Verhuis]:
    for id_ in ids:
        van, naar = _address(toen[id_]), _address(nu[id_])
        if van and naar and van.casefold() != naar.casefold():
            yield Verhuis(id_, _name(nu[id_]), van, naar)


def _successions(
    toen: Mapping[str, KnoopUitspraak], nu: Mapping[str, KnoopUitspraak], weg: Iterable[str]
) -> Iterable[Opvolging]:
    """What went and whose address another of its kind has now; of several the new one, then by id."""
    plaats: dict[tuple[str, str], list[str]] = {}
    for id_, u in nu.items():
        if adres := _address(u):
            plaats.setdefault((u.label, adres.casefold()), []).append(id_)
    for id_ in weg:
        kandidaten = plaats.get((toen[id_].label, _address(toen[id_]).casefold()), [])
        if kandidaten:
            door = min(kandidaten, key=lambda ander: (ander in toen, ander))
            yield Opvolging(id_, _name(toen[id_]), door, _name(nu[door]), door in toen)


def _proposals(
    vorige: Sequence[Uitspraak],
    nieuw: Sequence[Uitspraak],
    nu: Mapping[str, KnoopUitspraak],
    weg: Iterable[str],
    op: date,
    bron: str,
) -> Iterable[Voorstel]:
    labels = _stated(vorige)
    einde: dict[str, Waarde] = {"tot": op, "bron": bron, "bron_datum": op}
    for id_ in weg:
        uitspraak = KnoopUitspraak(labels[id_].label, id_, {**einde})
        yield Voorstel(uitspraak, f"{_name(labels[id_]) or id_} staat niet meer in de lijst.")
    blijft = {u.rid for u in nieuw if isinstance(u, RelatieUitspraak)}
    for u in vorige:
        # Of what went itself the ties stay as they were: they hold no longer because an end does not.
        if (
            isinstance(u, RelatieUitspraak)
            and u.rid not in blijft
            and (u.van in nu or u.naar in nu)
            and u.van not in weg
            and u.naar not in weg
        ):
            lezing = TYPEN[u.type].soort.lezing.format(van=u.van, naar=u.naar)
            yield Voorstel(
                RelatieUitspraak(u.type, u.rid, u.van, u.naar, {**einde}),
                f"De lijst zegt niet meer: {lezing}.",
            )
