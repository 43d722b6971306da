"""Merging two nodes into one, as a plan: pure, so that it can be shown first, carried out, and undone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.plan.grondslag import BRON as UIT_ANTWOORDEN
from netwerkkaart.plan.wijziging import Bekend, BekendeRelatie, KnoopWijziging, Plan, RelatieWijziging
from netwerkkaart.plan.wijziging import Velden as Wijzigingen
from netwerkkaart.schema.basis import Samenvoegbaar
from netwerkkaart.schema.register import SOORTEN, TYPEN, Waarde, properties_of, relation_id
from netwerkkaart.schema.samen import EIGEN, Velden, join_velden, unit_of, unite
from netwerkkaart.schema.vocabularia import fold

BIJGEHOUDEN = frozenset({"id", "imp", "vroegere_ids", "ook_bekend_als"})
"""Fields of which nobody chooses the value: both are kept."""


@dataclass(frozen=True, slots=True)
class Veldlot:
    """What becomes of one field in which the two differ.

    Args:
        veld: the property.
        van_a, van_b: the value of each; None: it has none.
        wordt: the value of the one that stays.
    """

    veld: str
    van_a: Waarde | None
    van_b: Waarde | None
    wordt: Waarde | None

    @property
    def is_conflict(self) -> bool:
        """True when both have a value and one of the two is lost."""
        return self.van_a is not None and self.van_b is not None and self.wordt in (self.van_a, self.van_b)


@dataclass(frozen=True, slots=True)
class Relatielot:
    """What becomes of one relation of the one that goes.

    Args:
        lot: ``verhuist``, ``samengenomen`` (the one that stays had it as well), ``vervalt`` (it ran
            between the two), ``blijft`` (the one that stays has another target, and may have one only), or
            ``via`` (it ran through the one that goes).
        type: type of the relation.
        ander: id at the other end.
        velden: fields in which two that were joined differed, and what they become.
    """

    lot: str
    type: str
    ander: str
    velden: tuple[Veldlot, ...] = ()


@dataclass(frozen=True, slots=True)
class Samenvoeging:
    """A merge that is worked out, but not carried out.

    Args:
        a: id of the node that stays.
        b: id of the node that goes.
        label: their kind.
        naam_a, naam_b: their names now.
        plan: the changes.
        velden: the fields in which they differ.
        relaties: what becomes of each relation of b.
        afgewezen: true when it was said before that they are not the same.
    """

    a: str
    b: str
    label: str
    naam_a: str
    naam_b: str
    plan: Plan
    velden: tuple[Veldlot, ...]
    relaties: tuple[Relatielot, ...]
    afgewezen: bool = False


def make_merge(
    bekend: Bekend, a: str, b: str, *, van_a: Collection[str] = (), van_b: Collection[str] = ()
) -> Samenvoeging:
    """Work out how node ``b`` goes into node ``a``. O(fields + relations of the two).

    ``a`` keeps its id. Fields and relations that both have are joined by
    :func:`~netwerkkaart.schema.samen.join_velden`; all other relations of ``b`` move. Its name and id
    stay findable: ``ook_bekend_als`` and ``vroegere_ids``.

    Args:
        bekend: both nodes, and every relation that touches them or runs ``via`` ``b``.
        a: id of the node that stays.
        b: id of the node that goes.
        van_a: fields of which the value of ``a`` counts, whatever the rule says.
        van_b: fields of which the value of ``b`` counts.

    Raises:
        GebruikersFout: they are one, of different kinds, of a kind that is never merged, or a field
            does not exist.
    """
    label = _check_kinds(bekend, a, b)
    _check_fields(label, van_a, van_b)
    velden_a, velden_b = _fields(bekend.knopen[a].eigenschappen), _fields(bekend.knopen[b].eigenschappen)
    samen = _choose(label, velden_a, velden_b, frozenset(van_a), frozenset(van_b))
    samen.pop("ook_bekend_als", None)  # when one is called today what the other was also known by
    samen |= _remember(samen, velden_a, velden_b, b)
    voor, na = _difference(velden_a, samen)
    verbanden = _Verbanden(bekend, a, b)
    relaties = tuple(verbanden.changes())
    weg = KnoopWijziging(label, b, {**bekend.knopen[b].eigenschappen}, {})
    return Samenvoeging(
        a,
        b,
        label,
        str(velden_a.get("naam", a)),
        str(velden_b.get("naam", b)),
        Plan((KnoopWijziging(label, a, voor, na), weg), relaties, versie=bekend.versie),
        tuple(_compared(velden_a, velden_b, samen, BIJGEHOUDEN)),
        tuple(verbanden.loten),
        any(r.lot == "vervalt" and r.type == "NIET_HETZELFDE_ALS" for r in verbanden.loten),
    )


def _check_kinds(bekend: Bekend, a: str, b: str) -> str:
    if a == b:
        raise GebruikersFout(
            f"{a} kan niet met zichzelf samengevoegd worden.", hulp="Geef twee verschillende codes."
        )
    label, ander = bekend.knopen[a].label, bekend.knopen[b].label
    if label != ander:
        raise GebruikersFout(
            f"{a} is een {label}, {b} een {ander}: alleen twee van dezelfde soort worden samengevoegd.",
            hulp="Staat een van beide bij de verkeerde soort, lees ze dan eerst in als de juiste.",
        )
    if not issubclass(SOORTEN[label], Samenvoegbaar):
        goed = ", ".join(naam for naam, kind in SOORTEN.items() if issubclass(kind, Samenvoegbaar))
        raise GebruikersFout(f"Een {label} wordt nooit samengevoegd.", hulp=f"Dat kan met: {goed}.")
    return label


def _check_fields(label: str, van_a: Iterable[str], van_b: Iterable[str]) -> None:
    mag = [naam for naam in properties_of(SOORTEN[label]) if naam not in BIJGEHOUDEN]
    for optie, namen in (("--van-a", van_a), ("--van-b", van_b)):
        for naam in namen:
            if naam not in mag:
                raise GebruikersFout(
                    f'Bij {optie} staat "{naam}"; dat is geen veld van een {label} waarover u kiest.',
                    hulp=f"Kies uit: {', '.join(mag)}.",
                )
    dubbel = set(van_a) & set(van_b)
    if dubbel:
        raise GebruikersFout(
            f"{', '.join(sorted(dubbel))} staat bij --van-a en bij --van-b.", hulp="Kies een van beide."
        )


def _fields(eigenschappen: Mapping[str, Waarde]) -> Velden:
    return {naam: waarde for naam, waarde in eigenschappen.items() if naam != "imp"}


def _choose(
    label: str, velden_a: Velden, velden_b: Velden, van_a: frozenset[str], van_b: frozenset[str]
) -> Velden:
    samen = join_velden(SOORTEN[label], velden_a, velden_b)
    for gekozen, bron, ander in ((van_a, velden_a, van_b), (van_b, velden_b, van_a)):
        for veld in sorted(gekozen):
            # A choice for one field of a unit is one for all of it, but for those chosen otherwise.
            for naam in {*unit_of(veld)} - ander:
                for sleutel in (naam, f"{naam}_precisie"):
                    samen.pop(sleutel, None)
                    if sleutel in bron:
                        samen[sleutel] = bron[sleutel]
    return samen


def _remember(samen: Velden, velden_a: Velden, velden_b: Velden, b: str) -> Velden:
    """Both names and ids: the name that is not used, and every former id, in the order of merging."""
    lijsten = [_listed(velden.get("ook_bekend_als")) for velden in (velden_a, velden_b)]
    namen = [str(velden["naam"]) for velden in (velden_a, velden_b) if "naam" in velden]
    eigen = {fold(str(samen.get("naam", "")))}
    anders: list[str] = []
    for naam in unite([lijsten[0], namen, lijsten[1]]):
        if fold(naam) not in eigen:
            eigen.add(fold(naam))
            anders.append(naam)
    ids = unite([_listed(velden_a.get("vroegere_ids")), [b], _listed(velden_b.get("vroegere_ids"))])
    uit: Velden = {"vroegere_ids": ids}
    if anders:
        uit["ook_bekend_als"] = anders
    return uit


def _listed(waarde: Waarde | None) -> list[str]:
    return waarde if isinstance(waarde, list) else []


def _difference(voor: Velden, na: Velden) -> tuple[Wijzigingen, Wijzigingen]:
    anders = [naam for naam in {**voor, **na} if voor.get(naam) != na.get(naam)]
    # A date and its precision are one: a list that is read later must find both as they were.
    anders += [dag for naam in anders if (dag := naam.removesuffix("_precisie")) not in anders]
    return {naam: voor.get(naam) for naam in anders}, {naam: na.get(naam) for naam in anders}


def _compared(
    velden_a: Velden, velden_b: Velden, samen: Velden, behalve: Collection[str]
) -> Iterator[Veldlot]:
    for naam in {**velden_a, **velden_b}:
        if naam not in behalve and naam in velden_b and velden_a.get(naam) != velden_b[naam]:
            yield Veldlot(naam, velden_a.get(naam), velden_b[naam], samen.get(naam))
        elif naam not in behalve and samen.get(naam) != velden_a.get(naam):
            yield Veldlot(naam, velden_a.get(naam), velden_b.get(naam), samen.get(naam))


@dataclass
class _Verbanden:
    """Moves the relations of b to a, and gathers what became of each."""

    bekend: Bekend
    a: str
    b: str
    loten: list[Relatielot] = field(default_factory=list)

    def changes(self) -> Iterator[RelatieWijziging]:
        """The changes: what goes, what is new, what changes. In order of key."""
        for rid, relatie in sorted(self.bekend.relaties.items()):
            if self.b in (relatie.van, relatie.naar):
                yield self._change(rid, relatie, {**relatie.eigenschappen}, {})
                yield from self._moved(relatie)
            elif relatie.eigenschappen.get("via") == self.b:
                self.loten.append(Relatielot("via", relatie.type, ""))
                yield self._change(rid, relatie, {"via": self.b}, {"via": self.a})

    def _moved(self, relatie: BekendeRelatie) -> Iterator[RelatieWijziging]:
        model = TYPEN[relatie.type]
        ander = relatie.naar if relatie.van == self.b else relatie.van
        van, naar = (self.a if id_ == self.b else id_ for id_ in (relatie.van, relatie.naar))
        if van == naar:
            self.loten.append(Relatielot("vervalt", relatie.type, ander))
            return
        if model.soort.ongericht and naar < van:
            van, naar = naar, van
        velden = _fields(relatie.eigenschappen)
        rid = relation_id(model, van, naar, velden)
        nu = self.bekend.relaties.get(rid)
        if nu is None or nu is relatie:  # the key of a unique relation leaves its target out
            self.loten.append(Relatielot("verhuist", relatie.type, ander))
            yield self._change(rid, BekendeRelatie(relatie.type, van, naar, velden), None, {**velden})
        elif nu.naar != naar:
            self.loten.append(Relatielot("blijft", relatie.type, ander))
        else:
            eigen = _fields(nu.eigenschappen)
            # A tie that only answers state goes when they are taken back: what a list states goes first.
            eerst, dan = (velden, eigen) if eigen.get("bron") == UIT_ANTWOORDEN else (eigen, velden)
            samen = join_velden(model, eerst, dan)
            lot = tuple(_compared(eigen, velden, samen, EIGEN))
            self.loten.append(Relatielot("samengenomen", relatie.type, ander, lot))
            voor, na = _difference(eigen, samen)
            if na:
                yield self._change(rid, nu, voor, na)

    def _change(
        self, rid: str, relatie: BekendeRelatie, voor: Wijzigingen | None, na: Wijzigingen
    ) -> RelatieWijziging:
        van, naar = (SOORTEN[self.bekend.labels[id_]].soort.basis for id_ in (relatie.van, relatie.naar))
        return RelatieWijziging(relatie.type, rid, relatie.van, relatie.naar, van, naar, voor, na)
