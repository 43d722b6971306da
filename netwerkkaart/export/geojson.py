"""GeoJSON (RFC 7946): organisations as points, ties as lines between municipalities.

An organisation stands at its own coordinates where it has them, else in its part of the municipality, else in
the centre; ``plaats`` says which. Ties are counted per pair of municipalities: a line for each organisation
would hide the map. Ties inside one municipality are counted at its point. Coordinates are WGS84, longitude
first.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from netwerkkaart.export.gegevens import Gegevens, Knopen
from netwerkkaart.export.kumu import parted
from netwerkkaart.export.teksten import as_text
from netwerkkaart.gebied import gemeenten, plaats
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.register import BANDEN

Binnen = Counter[tuple[str, str]]
"""Number of ties by municipality and type."""
Tussen = Counter[tuple[str, str, str]]
"""Number of ties by two municipalities and type."""

_COORDINATEN = frozenset({"lengte", "breedte"})


def write(gegevens: Gegevens, doel: BinaryIO) -> None:
    """Write points and lines. O(organisations + ties)."""
    binnen, tussen, los = _count_ties(gegevens.beeld)
    kop = {"titel": gegevens.kop.titel, "noten": list(gegevens.kop.noten), "banden_zonder_plaats": los}
    with as_text(doel) as uit:
        uit.write('{"type":"FeatureCollection",\n')
        uit.write(f'"netwerkkaart":{json.dumps(kop, ensure_ascii=False)},\n"features":[\n')
        uit.writelines(parted(_features(gegevens, binnen, tussen)))
        uit.write("\n]}\n")


def _features(gegevens: Gegevens, binnen: Binnen, tussen: Tussen) -> Iterator[Mapping[str, object]]:
    organisaties = gegevens.organisaties
    yield from _points(organisaties)
    aantallen = Counter(nis for nis in organisaties.kolommen.get("nis", ()) if nis in gemeenten())
    for nis in sorted({str(n) for n in aantallen} | {n for n, _ in binnen}):
        per_type = {type_.lower(): binnen[nis, type_] for type_ in BANDEN if (nis, type_) in binnen}
        waarden = {
            "naam": gemeenten()[nis].naam,
            "nis": nis,
            "organisaties": aantallen[nis],
            "banden_binnen": sum(per_type.values()),
            **per_type,
        }
        yield _feature(f"nis:{nis}", _point(_centre(nis)), {"laag": "gemeente", **waarden})
    yield from _lines(tussen)


def _points(tabel: Knopen) -> Iterator[Mapping[str, object]]:
    kolommen = [(veld.naam, kolom) for veld, kolom in tabel.columns() if veld.naam not in _COORDINATEN]
    koppen = [naam for naam, _ in kolommen]
    leeg = [None] * len(tabel)
    waar = [tabel.kolommen.get(n) or leeg for n in ("lengte", "breedte", "nis", "postcode", "deelgemeente")]
    for id_, soort, lon, lat, nis, postcode, deel, *rij in zip(
        tabel.ids, tabel.soort, *waar, *(kolom for _, kolom in kolommen), strict=True
    ):
        punt, hoe = _place(lon, lat, str(nis or ""), str(postcode or ""), str(deel or ""))
        velden: dict[str, object] = {"laag": "organisatie", "id": id_, "soort": soort, "plaats": hoe}
        velden |= {kop: waarde for kop, waarde in zip(koppen, rij, strict=True) if waarde is not None}
        yield _feature(id_, _point(punt) if punt else None, velden)


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
    kolom = beeld.kolom("nis")
    nis = [str(kolom[g]) if g >= 0 else "" for g in beeld.gemeente.tolist()]
    binnen: Binnen = Counter()
    tussen: Tussen = Counter()
    los = 0
    for type_ in BANDEN:
        tabel = beeld.van_type(type_)
        for van, naar in zip(tabel.van.tolist(), tabel.naar.tolist(), strict=True):
            a, b = nis[van], nis[naar]
            if a in gemeenten() and b in gemeenten():
                if a == b:
                    binnen[a, type_] += 1
                else:
                    tussen[min(a, b), max(a, b), type_] += 1
            else:
                los += 1
    return binnen, tussen, los


def _lines(tussen: Tussen) -> Iterator[Mapping[str, object]]:
    for a, b in sorted({(a, b) for a, b, _ in tussen}):
        per_type = {type_.lower(): tussen[a, b, type_] for type_ in BANDEN if (a, b, type_) in tussen}
        lijn: dict[str, object] = {"type": "LineString", "coordinates": [list(_centre(a)), list(_centre(b))]}
        velden = {
            "laag": "banden",
            "van": gemeenten()[a].naam,
            "van_nis": a,
            "naar": gemeenten()[b].naam,
            "naar_nis": b,
            "banden": sum(per_type.values()),
            **per_type,
        }
        yield _feature(f"banden:{a}-{b}", lijn, velden)


def _point(punt: tuple[float, float]) -> dict[str, object]:
    return {"type": "Point", "coordinates": list(punt)}


def _feature(id_: str, vorm: dict[str, object] | None, velden: Mapping[str, object]) -> Mapping[str, object]:
    return {"type": "Feature", "id": id_, "geometry": vorm, "properties": velden}
