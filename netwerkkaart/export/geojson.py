"""GeoJSON (RFC 7946): organisations as points, ties as lines between municipalities.

An organisation stands at its own coordinates where it has them, else in its part of the municipality, else in
the centre; ``plaats`` says which. Ties are counted per pair of municipalities: a line for each organisation
would hide the map. Ties inside one municipality are counted at its point. Coordinates are WGS84, longitude
first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import BinaryIO

import numpy as np

from netwerkkaart.export.gegevens import Gegevens, Knopen
from netwerkkaart.export.jsontekst import encode, members, parted
from netwerkkaart.export.teksten import as_text
from netwerkkaart.gebied import gemeenten, plaats
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.register import BANDEN

Aantallen = list[tuple[str, int]]
"""Types of ties with their numbers, in the order of the schema."""
Telling = dict[tuple[str, str], Aantallen]
"""Ties by two municipalities, the first code first; twice the same for those inside one."""

_COORDINATEN = frozenset({"lengte", "breedte"})


def write(gegevens: Gegevens, doel: BinaryIO) -> None:
    """Write points and lines. O(organisations + ties)."""
    telling, los = _count_ties(gegevens.beeld)
    kop = {"titel": gegevens.kop.titel, "noten": list(gegevens.kop.noten), "banden_zonder_plaats": los}
    with as_text(doel) as uit:
        uit.write('{"type":"FeatureCollection",\n')
        uit.write(f'"netwerkkaart":{encode(kop)},\n"features":[\n')
        uit.writelines(parted(_features(gegevens, telling)))
        uit.write("\n]}\n")


def _features(gegevens: Gegevens, telling: Telling) -> Iterator[str]:
    organisaties = gegevens.organisaties
    yield from _points(organisaties)
    aantallen = Counter(nis for nis in organisaties.kolommen.get("nis", ()) if nis in gemeenten())
    for nis in sorted({str(n) for n in aantallen} | {a for a, b in telling if a == b}):
        binnen = telling.get((nis, nis), [])
        waarden = {
            "laag": "gemeente",
            "naam": gemeenten()[nis].naam,
            "nis": nis,
            "organisaties": aantallen[nis],
            "banden_binnen": sum(aantal for _, aantal in binnen),
            **dict(binnen),
        }
        yield _feature(f'"nis:{nis}"', _point(_centre(nis)), encode(waarden))
    yield from _lines(telling)


def _points(tabel: Knopen) -> Iterator[str]:
    leeg = [None] * len(tabel)
    waar = [tabel.kolommen.get(n) or leeg for n in ("lengte", "breedte", "nis", "postcode", "deelgemeente")]
    for id_, soort, lon, lat, nis, postcode, deel, *cellen in zip(
        tabel.ids, tabel.soort, *waar, *members(tabel, _COORDINATEN), strict=True
    ):
        punt, hoe = _place(lon, lat) or _assumed(str(nis or ""), str(postcode or ""), str(deel or ""))
        sleutel = encode(id_)
        eerst = f'"laag":"organisatie","id":{sleutel},"soort":"{soort}","plaats":"{hoe}"'
        yield _feature(sleutel, punt, f"{{{eerst}{''.join(cellen)}}}")


def _place(lon: object, lat: object) -> tuple[str, str] | None:
    """The point of an organisation that has coordinates of its own, and how well it is known."""
    if isinstance(lon, int | float) and isinstance(lat, int | float):
        return _point((float(lon), float(lat))), "coördinaten"
    return None


@lru_cache(maxsize=4096)
def _assumed(nis: str, postcode: str, deel: str) -> tuple[str, str]:
    """The best known point of an organisation without coordinates, and how well it is known."""
    punt = plaats(nis, postcode, deel)
    if punt is None:
        return "null", "ongekend"
    return _point(punt), "gemeente" if punt == _centre(nis) else "deelgemeente"


def _centre(nis: str) -> tuple[float, float]:
    gemeente = gemeenten()[nis]
    return gemeente.lon, gemeente.lat


def _count_ties(beeld: Beeld) -> tuple[Telling, int]:
    """Ties inside each municipality and between each two, by type; and how many have an end without place."""
    codes = sorted(gemeenten())
    plek = {nis: nummer for nummer, nis in enumerate(codes)}
    kolom = beeld.kolom("nis")
    # One more for -1: no municipality.
    van_knoop = np.array([*(plek.get(str(nis), -1) for nis in kolom), -1])[beeld.gemeente]
    banden = beeld.banden
    a, b = (np.sort(van_knoop[np.stack([banden.van, banden.naar])], axis=0)).astype(np.int64)
    met = a >= 0
    sleutels, keer = np.unique(((a * len(codes) + b) * len(BANDEN) + banden.type)[met], return_counts=True)
    paren, types = np.divmod(sleutels, len(BANDEN))
    namen = [type_.lower() for type_ in BANDEN]
    telling: Telling = {}
    for van, naar, type_, aantal in zip(
        *(deel.tolist() for deel in (*np.divmod(paren, len(codes)), types, keer)), strict=True
    ):
        telling.setdefault((codes[van], codes[naar]), []).append((namen[type_], aantal))
    return telling, len(banden) - int(np.count_nonzero(met))


def _lines(telling: Telling) -> Iterator[str]:
    # Tens of thousands of lines between a few hundred municipalities: what says a municipality is made once.
    plek = {nis: encode(_centre(nis)) for nis in {nis for paar in telling for nis in paar}}
    naam = {nis: encode(gemeenten()[nis].naam) for nis in plek}
    for (a, b), per_type in telling.items():
        if a != b:
            aantallen = "".join([f',"{type_}":{aantal}' for type_, aantal in per_type])
            yield _feature(
                f'"banden:{a}-{b}"',
                f'{{"type":"LineString","coordinates":[{plek[a]},{plek[b]}]}}',
                f'{{"laag":"banden","van":{naam[a]},"van_nis":"{a}","naar":{naam[b]},"naar_nis":"{b}",'
                f'"banden":{sum([aantal for _, aantal in per_type])}{aantallen}}}',
            )


def _point(punt: tuple[float, float]) -> str:
    return f'{{"type":"Point","coordinates":[{punt[0]!r},{punt[1]!r}]}}'


def _feature(id_: str, vorm: str, velden: str) -> str:
    """One feature; all three are JSON already."""
    return f'{{"type":"Feature","id":{id_},"geometry":{vorm},"properties":{velden}}}'
