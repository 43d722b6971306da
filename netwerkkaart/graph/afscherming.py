"""Sole practitioners without their names: who they are, and the same graph with a stand-in for each.

An organisation of one person says of a person whatever it says of itself. Who stands as ``zelfstandige`` and
did not release her own name (by filling in ``vrijgave``) keeps her place in the graph, her kind and her
municipality; all else that names her goes, from her own node, from the ids, and from the texts of others.
"""

from __future__ import annotations

import hmac
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from hashlib import sha256

from netwerkkaart.graph.beeld import Beeld, Kolom
from netwerkkaart.graph.hernoemen import rename_nodes
from netwerkkaart.graph.schuilteksten import Schoonmaak
from netwerkkaart.schema.vocabularia import VRIJGAVE

ZELFSTANDIGE = "zelfstandige"
BLIJFT: frozenset[str] = frozenset(
    {"themas", "continuum", "vrijgave"}
    | {f"{veld}{deel}" for veld in ("sinds", "tot", "bevestigd_op") for deel in ("", "_precisie")}
)
"""Of her own fields only these stay, and in the place of ``naam`` that of the stand-in."""
_GROND = ("Gemeente", "Regio")
_WOORDEN: Mapping[str, str] = {
    "Begeleidingsdienst": "Zelfstandige schoolbegeleider",
    "Jeugdhulpaanbieder": "Zelfstandige jeugdhulpaanbieder",
    "GeestelijkeGezondheidszorg": "Zelfstandige in de geestelijke gezondheidszorg",
    "NaftAanbieder": "Zelfstandige NAFT-aanbieder",
    "Werkactor": "Zelfstandige werkactor",
}
_CONTACT = ("email", "telefoon", "website", "kbo")
_NAMEN = ("naam", *_CONTACT)
_LIJSTEN = ("ook_bekend_als", "vroegere_ids")
_CIJFERS = 12
_SCHUILCODE = re.compile(rf"{ZELFSTANDIGE}:[0-9a-f]{{{_CIJFERS}}}")


@dataclass(frozen=True)
class Afscherming:
    """Whose names are kept back, in a graph and in its former states alike.

    Args:
        ids: the practitioners who stand in under another name.
        vrij: those who stand under their own, because they released it or because they read it themselves.
        teksten: by id, what names a practitioner who is not ``vrij``: her names, codes, address, numbers.
        aanbod: ids of what those who are not ``vrij`` offer; who is left out leaves her offers behind.
        sleutel: what makes stand-ins that nobody can compute from a code alone.
    """

    ids: frozenset[str]
    vrij: frozenset[str]
    teksten: Mapping[str, frozenset[str]]
    aanbod: frozenset[str]
    sleutel: str

    @classmethod
    def of(cls, profiel: str, nu: Beeld, *gekend: Beeld, ken: Iterable[str] = ()) -> Afscherming:
        """Whom to shield. O(n) for each view; next to nothing where nobody is a ``zelfstandige``.

        What is known now decides for all states: who became one since, was never somebody to name.

        Args:
            profiel: for whom, as a code of ``VRIJGAVE``: who released her name for these, is not shielded.
            nu: the graph as it is, or a view of it at a date.
            gekend: former states of it.
            ken: ids of those who read the output and may see their own name.
        """
        gekend = (*gekend, *(beeld.geheel for beeld in (nu, *gekend) if beeld.geheel is not None))
        genoeg = VRIJGAVE.codes[VRIJGAVE.codes.index(profiel) :]
        ids: set[str] = set()
        vrij: set[str] = set(ken)
        teksten: dict[str, set[str]] = {}
        for nummer, beeld in enumerate((nu, *gekend)):
            vrijgave = beeld.kolom("vrijgave")
            for knoop, waarde in enumerate(beeld.kolommen.get(ZELFSTANDIGE, ())):
                id_ = beeld.ids[knoop]
                if waarde is True and id_ not in ids and (nummer == 0 or id_ not in nu.nummer):
                    ids.add(id_)
                    if vrijgave[knoop] in genoeg:
                        vrij.add(id_)
        aanbod: set[str] = set()
        for beeld in (nu, *gekend) if ids - vrij else ():
            aanbod |= _offers(beeld, ids - vrij)
            for id_ in ids - vrij:
                if (gevonden := beeld.nummer.get(id_)) is not None:
                    teksten.setdefault(id_, set()).update(_names(beeld, gevonden))
        gedeeld = {id_: frozenset(waarden) for id_, waarden in teksten.items()}
        sleutel = _key(nu) if ids else ""
        return cls(frozenset(ids - vrij), frozenset(vrij), gedeeld, frozenset(aanbod), sleutel)

    def stand_in(self, id_: str, voor: str = ZELFSTANDIGE) -> str:
        """The id that takes the place of another: the same in every output of one graph. O(1)."""
        return f"{voor}:{hmac.new(self.sleutel.encode(), id_.encode(), sha256).hexdigest()[:_CIJFERS]}"

    @property
    def schuilcodes(self) -> dict[str, str]:
        """The stand-in of each practitioner, by her id."""
        return {id_: self.stand_in(id_) for id_ in sorted(self.ids)}


def is_stand_in(id_: str) -> bool:
    """True for the code of somebody who is there without her name.

    >>> is_stand_in("zelfstandige:652ec74c7431"), is_stand_in("zelfstandige:jan")
    (True, False)
    """
    return _SCHUILCODE.fullmatch(id_) is not None


def _key(beeld: Beeld) -> str:
    """A secret that the graph itself holds: the first import, of which the mark leaves in no output.

    It stays the same while lists are added, and no reader of an output knows it. A graph that was never
    imported has none.
    """
    imports = beeld.kolommen.get("imp")
    if imports is None:
        return ""
    grond = [knoop for label in _GROND for knoop in beeld.van_soort(label).tolist()]
    alle = {str(imports[knoop]) for knoop in grond if imports[knoop] is not None}
    return min(alle or {str(imp) for imp in imports if imp is not None})


def _names(beeld: Beeld, knoop: int) -> Iterator[str]:
    """All that names a node: texts as they may stand elsewhere."""
    yield beeld.ids[knoop]
    for veld in _NAMEN:
        if waarde := beeld.kolom(veld)[knoop]:
            yield str(waarde)
    for veld in _LIJSTEN:
        lijst = beeld.kolom(veld)[knoop]
        yield from map(str, lijst if isinstance(lijst, list) else ())
    straat, nummer = beeld.kolom("straat")[knoop], beeld.kolom("huisnummer")[knoop]
    if straat and nummer:
        yield f"{straat} {nummer}"


def shield(beeld: Beeld, wie: Afscherming) -> Beeld:
    """The same graph in which nothing names those who are shielded. O(n + m) where there are any.

    Args:
        beeld: a view that is limited to what may be shown already, ``wie`` made from the whole.
        wie: whom to shield.
    """
    if not wie.teksten:
        return beeld
    erin = [id_ for id_ in wie.ids if id_ in beeld.nummer]
    eigen = [beeld.nummer[id_] for id_ in wie.aanbod if id_ in beeld.nummer]
    schoon = Schoonmaak(wie.teksten.values(), (beeld.naam(k) for k in beeld.van_soort("Gemeente").tolist()))
    codes = {id_: wie.stand_in(id_) for id_ in erin}
    codes |= {beeld.ids[k]: wie.stand_in(beeld.ids[k], "aanbod") for k in eigen}
    vast = {beeld.ids[k] for label in _GROND for k in beeld.van_soort(label).tolist()}
    for id_ in beeld.ids[beeld.aantal_organisaties :]:
        if id_ not in codes and id_ not in vast and schoon.names_somebody(id_):
            codes[id_] = wie.stand_in(id_, beeld.label(beeld.nummer[id_]).lower())
    kolommen = _clean_nodes(beeld, schoon, erin, eigen)
    tabellen = {
        type_: replace(tabel, kolommen={n: schoon.column(k) for n, k in tabel.kolommen.items()})
        for type_, tabel in beeld.relaties.items()
    }
    return _named(rename_nodes(replace(beeld, kolommen=kolommen, relaties=tabellen), codes), wie)


def _offers(beeld: Beeld, ids: Set[str]) -> set[str]:
    """What practitioners offer: its name is more often theirs than not, and so is its code."""
    wie = {beeld.nummer[id_] for id_ in ids if id_ in beeld.nummer}
    tabel = beeld.van_type("BIEDT")
    paren = zip(tabel.van.tolist(), tabel.naar.tolist(), strict=True)
    return {beeld.ids[naar] for van, naar in paren if van in wie}


def _clean_nodes(
    beeld: Beeld, schoon: Schoonmaak, ids: Sequence[str], eigen: Sequence[int]
) -> dict[str, Kolom]:
    """The properties of all nodes; another organisation keeps a name of her own, whomever it is after."""
    knopen = [beeld.nummer[id_] for id_ in ids]
    uit: dict[str, Kolom] = {}
    for naam, kolom in beeld.kolommen.items():
        nieuw = list(schoon.column(kolom))
        if naam in _CONTACT:
            # Half an address is of no use to anybody.
            nieuw = [na if na == voor else None for voor, na in zip(kolom, nieuw, strict=True)]
        if naam == "naam":
            nieuw[: beeld.aantal_organisaties] = kolom[: beeld.aantal_organisaties]
            for label in _GROND:
                for knoop in beeld.van_soort(label).tolist():
                    nieuw[knoop] = kolom[knoop]
        for knoop in eigen:
            if isinstance(waarde := nieuw[knoop], str):
                nieuw[knoop] = schoon.parts(waarde)
        for knoop in knopen:
            if naam not in BLIJFT:
                nieuw[knoop] = None
        if any(waarde is not None for waarde in nieuw):
            uit[naam] = nieuw
    return uit


def _named(beeld: Beeld, wie: Afscherming) -> Beeld:
    """The names of the stand-ins: kind and municipality, with a number where several have the same."""
    knopen = [beeld.nummer[c] for c in sorted(wie.schuilcodes.values()) if c in beeld.nummer]
    namen = list(beeld.kolom("naam"))
    kaal = {knoop: stand_in_name(beeld, knoop) for knoop in knopen}
    keer, nummer = Counter(kaal.values()), Counter[str]()
    for knoop, naam in kaal.items():
        nummer[naam] += 1
        namen[knoop] = f"{naam} ({nummer[naam]})" if keer[naam] > 1 else naam
    return replace(beeld, kolommen={**beeld.kolommen, "naam": namen}) if knopen else beeld


def stand_in_name(beeld: Beeld, knoop: int) -> str:
    """What others read in the place of a name.

    >>> beeld = Beeld.from_rows([("NaftAanbieder", "n", {}), ("Gemeente", "g", {"naam": "Genk"})],
    ...     [("LIGT_IN", "n", "g", {"rid": "LIGT_IN|n"})])
    >>> stand_in_name(beeld, 0)
    'Zelfstandige NAFT-aanbieder in Genk'
    """
    woord = _WOORDEN.get(beeld.label(knoop), "Zelfstandige")
    gemeente = int(beeld.gemeente[knoop])
    return f"{woord} in {beeld.naam(gemeente)}" if gemeente >= 0 else woord
