"""What the ends of a tie say of it in question rounds, and what follows for the tie: pure.

An answer speaks for one organisation, mostly itself; a CLB may speak for its schools. Of each end the
newest word counts, its own before what another said for it. Both ends yes: ``bevestigd``; one:
``eenzijdig``; one yes and one no, or a no where a list says that there is a tie: ``betwist``. A tie
that no list names exists as long as somebody says yes. The whole table stands in ``docs/bevraging.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from netwerkkaart.schema.register import TYPEN

BEVESTIGD, EENZIJDIG, BETWIST = "bevestigd", "eenzijdig", "betwist"

Bandsleutel = tuple[str, str, str, str]
"""``(type, van, naar, stap)`` of a tie, as its ``rid`` tells them apart; ``stap`` empty: none."""


@dataclass(frozen=True, slots=True)
class Antwoordkop:
    """Who answered, for whom, in which round, and when.

    Args:
        id: id of the answer.
        bevraging: id of the round.
        door: id of the organisation that answered.
        namens: id of the organisation for which it speaks; mostly the same.
        datum: day of the answer.
        tijdstip: moment at which it was saved, in UTC as ISO 8601; empty: unknown.
        gegevens_kloppen: the organisation confirmed its own data.
    """

    id: str
    bevraging: str
    door: str
    namens: str
    datum: date
    tijdstip: str = ""
    gegevens_kloppen: bool = False

    @property
    def volgorde(self) -> tuple[bool, date, str, str]:
        """The later in this order goes before: an end's own word first, then the newest."""
        return self.door == self.namens, self.datum, self.tijdstip, self.id


@dataclass(frozen=True, slots=True)
class Vermelding:
    """What one answer says of one tie.

    Args:
        kop: the answer.
        doel: id of the organisation at the other end.
        relatie: type of the tie.
        richting: ``uit`` from the one that speaks, ``in`` towards it; empty when undirected.
        stap: step of the continuum; empty: none named.
        ja: there is (not) such a tie; None: asked, not known.
        sterkte: how close, 1–3.
    """

    kop: Antwoordkop
    doel: str
    relatie: str
    richting: str = ""
    stap: str = ""
    ja: bool | None = None
    sterkte: int | None = None

    @property
    def sleutel(self) -> Bandsleutel:
        """The tie that it is about."""
        van, naar = self.kop.namens, self.doel
        if TYPEN[self.relatie].soort.ongericht:
            van, naar = min(van, naar), max(van, naar)
        elif self.richting == "in":
            van, naar = naar, van
        return self.relatie, van, naar, self.stap


@dataclass(frozen=True, slots=True)
class Grondslag:
    """What sources other than answers say of a tie; it exists in a list."""

    bevestiging: str | None = None
    bevestigd_op: date | None = None
    precisie: str | None = None
    sterkte: int | None = None


@dataclass(frozen=True, slots=True)
class Afgeleid:
    """A tie as it follows from answers and lists.

    Args:
        bevestiging, bevestigd_op, precisie, sterkte: what is stored.
        gesproken: at least one answer bears on it.
        laatst: day of the newest answer that bears on it.
        ontkend: both ends say that it is not there (a list says that it is).
    """

    bevestiging: str | None
    bevestigd_op: date | None = None
    precisie: str | None = None
    sterkte: int | None = None
    gesproken: bool = False
    laatst: date | None = None
    ontkend: bool = False


def newest_answers(koppen: Iterable[Antwoordkop]) -> frozenset[str]:
    """Ids of the answers that count: per round, answering organisation and subject the newest one.

    An answer that was sent again replaces the former whole. O(n).
    """
    laatste: dict[tuple[str, str, str], Antwoordkop] = {}
    for kop in koppen:
        sleutel = (kop.bevraging, kop.door, kop.namens)
        vorige = laatste.get(sleutel)
        if vorige is None or kop.volgorde > vorige.volgorde:
            laatste[sleutel] = kop
    return frozenset(kop.id for kop in laatste.values())


def derive_bands(
    vermeldingen: Sequence[Vermelding], bekend: Mapping[Bandsleutel, Grondslag]
) -> dict[Bandsleutel, Afgeleid]:
    """The ties between two organisations, from all that counts of what was said of the pair.

    Args:
        vermeldingen: mentions of one end by the other, of answers that count (:func:`newest_answers`);
            the order does not matter.
        bekend: the ties between the two that a list states, with what it says of them.

    Returns:
        Every tie that there is. A known one is always among them; one that only answers state, as long
        as an end says yes. O(mentions × ties), both a handful.
    """
    telt = [v for v in vermeldingen if v.ja is not None and v.kop.door != v.doel]
    uit: dict[Bandsleutel, Afgeleid] = {}
    for sleutel in sorted({*bekend, *_named(telt, bekend)}):
        _, van, naar, _ = sleutel
        meningen = (_opinion(telt, van, sleutel), _opinion(telt, naar, sleutel))
        grond = bekend.get(sleutel)
        band = _judge(meningen, (van, naar), grond)
        if band is not None:
            uit[sleutel] = band
    return uit


def _named(telt: Sequence[Vermelding], bekend: Iterable[Bandsleutel]) -> set[Bandsleutel]:
    """Ties that somebody says there are. A referral without a step only where no step is named."""
    genoemd = {v.sleutel for v in telt if v.ja}
    met_stap = {sleutel[:3] for sleutel in (*genoemd, *bekend) if sleutel[3]}
    return {sleutel for sleutel in genoemd if sleutel[3] or sleutel[:3] not in met_stap}


def _opinion(telt: Sequence[Vermelding], einde: str, sleutel: Bandsleutel) -> Vermelding | None:
    """The last word of one end on a tie; on the same day the one that names the very step."""
    eigen = [v for v in telt if v.kop.namens == einde and _bears(v, sleutel)]
    return max(
        eigen,
        key=lambda v: (*v.kop.volgorde[:3], v.stap == sleutel[3], v.kop.id, v.stap, bool(v.ja)),
        default=None,
    )


def _bears(vermelding: Vermelding, sleutel: Bandsleutel) -> bool:
    """Whether a mention says something of a tie.

    Without a step it is about every step; a yes to one step also says that there are referrals.
    """
    eigen = vermelding.sleutel
    if eigen[:3] != sleutel[:3]:
        return False
    return eigen[3] in ("", sleutel[3]) or (not sleutel[3] and bool(vermelding.ja))


@dataclass(frozen=True, slots=True)
class _Stem:
    """One end's yes or no: by whom it was said, and when (None: some day)."""

    ja: bool
    door: str
    datum: date | None


def _judge(
    meningen: tuple[Vermelding | None, Vermelding | None], einden: tuple[str, str], grond: Grondslag | None
) -> Afgeleid | None:
    gezegd = [v for v in meningen if v is not None]
    if not gezegd:
        return (
            None
            if grond is None
            else Afgeleid(grond.bevestiging, grond.bevestigd_op, grond.precisie, grond.sterkte)
        )
    stemmen = [_vote(v, einde, grond) for v, einde in zip(meningen, einden, strict=True)]
    ja = [s for s in stemmen if s is not None and s.ja]
    nee = [s for s in stemmen if s is not None and not s.ja]
    if not ja and grond is None:
        return None
    bevestiging = _verdict(ja, nee, grond)
    op = max((s.datum for s in ja if s.datum), default=None) if bevestiging == BEVESTIGD else None
    sterktes = [v.sterkte for v in gezegd if v.ja and v.sterkte is not None]
    return Afgeleid(
        bevestiging,
        op,
        grond.precisie if grond is not None and op is not None and op == grond.bevestigd_op else None,
        min(sterktes, default=grond.sterkte if grond else None),
        gesproken=True,
        laatst=max(v.kop.datum for v in gezegd),
        ontkend=len(nee) == 2,
    )


def _vote(vermelding: Vermelding | None, einde: str, grond: Grondslag | None) -> _Stem | None:
    """What an end says: its answer, or the yes of a confirmation in a list that is newer."""
    lijst = _Stem(True, einde, grond.bevestigd_op) if grond and grond.bevestiging == BEVESTIGD else None
    if vermelding is None:
        return lijst
    if lijst is not None and lijst.datum is not None and lijst.datum > vermelding.kop.datum:
        return lijst
    return _Stem(bool(vermelding.ja), vermelding.kop.door, vermelding.kop.datum)


def _verdict(ja: Sequence[_Stem], nee: Sequence[_Stem], grond: Grondslag | None) -> str:
    if nee:
        return BETWIST
    # One mouth that speaks for both ends is one witness.
    if len({stem.door for stem in ja}) == 2:
        return BEVESTIGD
    return BETWIST if grond is not None and grond.bevestiging == BETWIST else EENZIJDIG
