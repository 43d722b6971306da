"""What the search over all regions finds: organisations, fora, offers, practices and municipalities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from netwerkkaart.analyse.basis import municipality_name
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.kaart.soorten import KAARTSOORTEN, SOORT_VAN_LABEL, SOORTCODE
from netwerkkaart.kaart.woorden import Woordenlijst
from netwerkkaart.schema.register import SOORTEN
from netwerkkaart.schema.vocabularia import REGIO

Rij = list[object]
"""Name, number of the kind, number of the municipality, number of the region, and the end of the address."""


def _kind(label: str) -> str:
    """What one of a kind is called; of a school without its level."""
    return "School" if label == "School" else KAARTSOORTEN[SOORTCODE[SOORT_VAN_LABEL[label]]].enkel


_WOORDEN = {label: _kind(label) for label in SOORT_VAN_LABEL} | {
    "Aanbod": "Aanbod", "GoedePraktijk": "Goede praktijk", "Gemeente": "Gemeente",
}  # fmt: skip
_MEERVOUD = {woord: SOORTEN[label].soort.meervoud for label, woord in _WOORDEN.items()}
"""The plural by the singular: who types "scholen" finds each school."""


def make_search(beeld: Beeld, regios: Iterable[str], opgeteld: Iterable[str] = ()) -> dict[str, object]:
    """The index of the search, as plain values for the page. O(nodes).

    An organisation, forum or network opens on the map of its region, an offer with its provider, a
    municipality on the map of places, a practice on the page of practices of whoever applies it.

    Args:
        beeld: the view, limited to what may be shown.
        regios: codes of the regions that have pages.
        opgeteld: those of which the map is summed: whoever is not on it leads to her municipality there.
    """
    soorten, gemeenten, mappen = Woordenlijst(), Woordenlijst(), Woordenlijst()
    mag = set(regios)
    rijen: list[Rij] = []
    for knoop, soort, regio, doel in _entries(beeld, frozenset(opgeteld)):
        if regio in mag:
            waar = municipality_name(beeld, knoop)
            rijen.append(
                [beeld.naam(knoop), soorten.nummer(soort), gemeenten.nummer(waar), mappen.nummer(regio), doel]
            )
    rijen.sort(key=lambda rij: (str(rij[0]).casefold(), *map(str, rij[1:])))
    return {
        "soorten": soorten.teksten,
        "meervoud": ["", *(_MEERVOUD[soort] for soort in soorten.teksten[1:])],
        "gemeenten": gemeenten.teksten,
        "mappen": mappen.teksten,
        "regios": ["", *(REGIO.woord(code) for code in mappen.teksten[1:])],
        "rijen": rijen,
    }


def _entries(beeld: Beeld, opgeteld: frozenset[str]) -> Iterator[tuple[int, str, str, str]]:
    """Node, kind in words, region, and the address within the folder of that region."""
    aanbieder, past_toe = _first_source(beeld, "BIEDT"), _first_source(beeld, "PAST_TOE")
    for knoop in range(len(beeld)):
        label = beeld.label(knoop)
        if label in SOORT_VAN_LABEL:
            regio = _region(beeld, knoop)
            yield knoop, _WOORDEN[label], regio, _on_map(beeld, knoop, regio in opgeteld)
        elif label == "Aanbod" and knoop in aanbieder:
            wie = aanbieder[knoop]
            regio = _region(beeld, wie)
            yield knoop, _WOORDEN[label], regio, _on_map(beeld, wie, regio in opgeteld)
        elif label == "GoedePraktijk" and knoop in past_toe:
            yield knoop, _WOORDEN[label], _region(beeld, past_toe[knoop]), "praktijken.html"
        elif label == "Gemeente" and beeld.kolom("nis")[knoop]:
            yield knoop, _WOORDEN[label], _region(beeld, knoop), _municipality(beeld, knoop)


def _first_source(beeld: Beeld, type_: str) -> dict[int, int]:
    """Who stands at the other end of each node to which relations of a type lead: by the first key."""
    tabel = beeld.van_type(type_)
    # Backwards, so that the first key is written last and wins.
    return dict(zip(tabel.naar.tolist()[::-1], tabel.van.tolist()[::-1], strict=True))


def _municipality(beeld: Beeld, gemeente: int) -> str:
    """The address of a municipality on the map of its region; the whole map where there is none."""
    nis = beeld.kolom("nis")[gemeente] if gemeente >= 0 else None
    return f"kaart.html#geografisch&gemeente={nis}" if nis else "kaart.html"


def _on_map(beeld: Beeld, knoop: int, opgeteld: bool) -> str:
    """The address of a node on the map of its region, or of its municipality where that map is summed."""
    if opgeteld:
        return _municipality(beeld, int(beeld.gemeente[knoop]))
    return f"kaart.html#netwerk&kies={quote(beeld.ids[knoop], safe='')}"


def _region(beeld: Beeld, knoop: int) -> str:
    code = int(beeld.regio[knoop])
    return REGIO.codes[code] if code >= 0 else ""
