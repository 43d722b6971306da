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

Binnen = dict[tuple[str, str], int]
"""Number of ties by municipality and type."""
Tussen = dict[tuple[str, str, str], int]
"""Number of ties by two municipalities and type."""

_COORDINATEN = frozenset({"lengte", "breedte"})


def write(gegevens: Gegevens, doel: BinaryIO) -> None:
    """Write points and lines. O(organisations + ties)."""
    binnen, tussen, los = _count_ties(gegevens.beeld)
    kop = {"titel": gegevens.kop.titel, "noten": list(gegevens.kop.noten), "banden_zonder_plaats": los}
    with as_text(doel) as uit:
        uit.write('{"type":"FeatureCollection",\n')
        uit.write(f'"netwerkkaart":{encode(kop)},\n"features":[\n')
        uit.writelines(parted(_features(gegevens, binnen, tussen)))
        uit.write("\n]}\n")


def _features(gegevens: Gegevens, binnen: Binnen, tussen: Tussen) -> Iterator[str]:
    organisaties = gegevens.organisaties
    yield from _points(organisaties)
    aantallen = Counter(nis for nis in organisaties.kolommen.get("nis", ()) if nis in gemeenten())
    for nis in sorted({str(n) for n in aantallen} | {n for n, _ in binnen}):
        per_type = {type_.lower(): binnen[nis, type_] for type_ in BANDEN if (nis, type_) in binnen}
        waarden = {
            "laag": "gemeente",
            "naam": gemeenten()[nis].naam,
            "nis": nis,
            "organisaties": aantallen[nis],
            "banden_binnen": sum(per_type.values()),
            **per_type,
        }
        yield _feature(f'"nis:{nis}"', _point(_centre(nis)), encode(waarden))
    yield from _lines(tussen)


def _points(tabel: Knopen) -> Iterator[str]:
    leeg = [None] * len(tabel)
    waar = [tabel.kolommen.get(n) or leeg for n in ("lengte", "breedte", "nis", "postcode", "deelgemeente")]
    for id_, soort, lon, lat, nis, postcode, deel, *cellen in zip(
        tabel.ids, tabel.soort, *waar, *members(tabel, _COORDINATEN), strict=True
    ):
        punt, hoe = _place(lon, lat, str(nis or ""), str(postcode or ""), str(deel or ""))
        sleutel = encode(id_)
        eerst = f'"laag":"organisatie","id":{sleutel},"soort":"{soort}","plaats":"{hoe}"'
        yield _feature(sleutel, _point(punt) if punt else "null", f"{{{eerst}{''.join(cellen)}}}")


def _place(
    lon: object, lat: object, nis: str, postcode: str, deel: str
) -> tuple[tuple[float, float] | None, str]:
    """The best known point of an organisation, and how well it is known."""
    if isinstance(lon, int | float) and isinstance(lat, int | float):
        return (float(lon), float(lat)), "coördinaten"
    punt = plaats(nis, postcode, deel)
    if punt is None:
        return None, "ongekend"
    return punt, "gemeente" if punt == _centre(nis) else "deelgemeente"


def _centre(nis: str) -> tuple[float, float]:
    gemeente = gemeenten()[nis]
    return gemeente.lon, gemeente.lat


def _count_ties(beeld: Beeld) -> tuple[Binnen, Tussen, int]:
    """Ties inside each municipality and between each two, by type; and how many have an end without place."""
    codes = sorted(gemeenten())
    plek = {nis: nummer for nummer, nis in enumerate(codes)}
    kolom = beeld.kolom("nis")
    van_knoop = np.array([plek.get(str(kolom[g]), -1) if g >= 0 else -1 for g in beeld.gemeente.tolist()])
    binnen: Binnen = {}
    tussen: Tussen = {}
    los = 0
    for type_ in BANDEN:
        tabel = beeld.van_type(type_)
        if not len(tabel):
            continue
        einden = np.stack([van_knoop[tabel.van], van_knoop[tabel.naar]])
        met = einden[:, (einden >= 0).all(axis=0)]
        los += len(tabel) - met.shape[1]
        paren, keer = np.unique(np.sort(met, axis=0), axis=1, return_counts=True)
        for a, b, aantal in zip(*paren.tolist(), keer.tolist(), strict=True):
            if a == b:
                binnen[codes[a], type_] = aantal
            else:
                tussen[codes[a], codes[b], type_] = aantal
    return binnen, tussen, los


def _lines(tussen: Tussen) -> Iterator[str]:
    # Tens of thousands of lines between a few hundred municipalities: what says a municipality is made once.
    plek = {nis: encode(_centre(nis)) for paar in {(a, b) for a, b, _ in tussen} for nis in paar}
    naam = {nis: encode(gemeenten()[nis].naam) for nis in plek}
    for a, b in sorted({(a, b) for a, b, _ in tussen}):
        per_type = [(type_.lower(), tussen[a, b, type_]) for type_ in BANDEN if (a, b, type_) in tussen]
        aantallen = "".join(f',"{type_}":{aantal}' for type_, aantal in per_type)
        yield _feature(
            f'"banden:{a}-{b}"',
            f'{{"type":"LineString","coordinates":[{plek[a]},{plek[b]}]}}',
            f'{{"laag":"banden","van":{naam[a]},"van_nis":"{a}","naar":{naam[b]},"naar_nis":"{b}",'
            f'"banden":{sum(aantal for _, aantal in per_type)}{aantallen}}}',
        )


@lru_cache(maxsize=4096)
def _point(punt: tuple[float, float]) -> str:
    return f'{{"type":"Point","coordinates":{encode(punt)}}}'


def _feature(id_: str, vorm: str, velden: str) -> str:
    """One feature; all three are JSON already."""
    return f'{{"type":"Feature","id":{id_},"geometry":{vorm},"properties":{velden}}}'
