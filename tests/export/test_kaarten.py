"""Kumu's JSON by our own importer and by its definition; GeoJSON by counting anew, and by RFC 7946."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.export.gegevens import Gegevens, Kop
from netwerkkaart.export.keuze import choose
from netwerkkaart.gebied import gemeenten
from netwerkkaart.graph.beeld import Beeld, KnoopRij, RelatieRij
from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.inlezen.graaf import read_graaf
from netwerkkaart.inlezen.graaf.model import Richting
from netwerkkaart.schema.register import BANDEN, SOORTEN, TYPEN, find_type
from tests.analyse.grafen import DATUM, Rijen, view, worlds
from tests.export.hulp import VIJANDIG, facts, geheel, vol, write
from tests.voorbeelden import aantal

AFGELEID = frozenset({"sector", "gemeente", "nis", "regio"})


def _loaded(formaat: str, gegevens: Gegevens) -> Any:
    return json.loads(write(formaat, gegevens))


# ---- Kumu -------------------------------------------------------------------------------------------


def test_the_blueprint_says_all_that_the_view_says() -> None:
    gegevens = geheel(vol())
    blauwdruk = _loaded("kumu", gegevens)
    knopen, relaties = facts(gegevens)
    assert blauwdruk.keys() == {"elements", "connections"}
    for element in blauwdruk["elements"]:
        label, velden = knopen.pop(element.pop("id"))
        assert element.pop("type") == label
        naam = element.pop("label")
        weg = AFGELEID if SOORTEN[label].soort.basis == "Organisatie" else frozenset()
        eigen = {n: w for n, w in element.items() if n not in weg}
        assert {"naam": naam, **eigen} == {"naam": naam, **_json(velden)}
    for verbinding in blauwdruk["connections"]:
        type_, van, naar, velden = relaties.pop(verbinding.pop("id"))
        gevonden = find_type(verbinding.pop("type"))
        assert gevonden is not None
        assert (gevonden.soort.type, verbinding.pop("from"), verbinding.pop("to")) == (type_, van, naar)
        assert verbinding.pop("direction") == ("undirected" if TYPEN[type_].soort.ongericht else "directed")
        assert verbinding == _json(velden)
    assert not knopen
    assert not relaties


def _json(velden: dict[str, object]) -> dict[str, object]:
    return {n: w.isoformat() if isinstance(w, date) else w for n, w in velden.items()}


def test_our_own_importer_reads_the_blueprint(tmp_path: Path) -> None:
    # It refuses control characters, so that none can have come in by it.
    gegevens = geheel(vol([naam for naam in VIJANDIG if "\x01" not in naam]))
    pad = tmp_path / "a.json"
    pad.write_bytes(write("kumu", gegevens))
    graaf = read_graaf(pad)
    knopen, relaties = facts(gegevens)
    assert {k.id: k.attributen["type"] for k in graaf.knopen} == {
        i: label for i, (label, _) in knopen.items()
    }
    assert Counter((v.van, v.naar, v.richting) for v in graaf.verbindingen) == Counter(
        (van, naar, Richting.GEEN if TYPEN[t].soort.ongericht else Richting.HEEN)
        for t, van, naar, _ in relaties.values()
    )


# ---- GeoJSON ----------------------------------------------------------------------------------------


@settings(max_examples=aantal(25))
@given(worlds(), st.sampled_from([None, "limburg"]))
def test_points_and_lines_are_those_of_the_view(rijen: Rijen, regio: str | None) -> None:
    gegevens = geheel(view(rijen), DATUM, regio)
    beeld = gegevens.beeld
    inhoud = _loaded("geojson", gegevens)
    delen = inhoud["features"]
    lagen: dict[str, list[Any]] = {"organisatie": [], "gemeente": [], "banden": []}
    for deel in delen:
        lagen[deel["properties"]["laag"]].append(deel)
    assert [deel["id"] for deel in lagen["organisatie"]] == list(beeld.ids[: beeld.aantal_organisaties])
    nis = [str(beeld.kolom("nis")[g]) if g >= 0 else "" for g in beeld.gemeente.tolist()]
    nis = [
        code if code in gemeenten() else "" for code in nis
    ]  # some worlds name municipalities of before 2025
    los = 0
    tussen: Counter[tuple[str, str]] = Counter()
    binnen: Counter[str] = Counter()
    for type_ in BANDEN:
        for van, naar in zip(beeld.van_type(type_).van, beeld.van_type(type_).naar, strict=True):
            a, b = sorted((nis[van], nis[naar]))
            if a and a == b:
                binnen[a] += 1
            elif a:
                tussen[a, b] += 1
            los += not a
    assert inhoud["netwerkkaart"]["banden_zonder_plaats"] == los
    velden = [deel["properties"] for deel in lagen["banden"]]
    assert {(v["van_nis"], v["naar_nis"]): v["banden"] for v in velden} == tussen
    assert all(v["banden"] == sum(v.get(t.lower(), 0) for t in BANDEN) for v in velden)
    assert {d["properties"]["nis"]: d["properties"]["banden_binnen"] for d in lagen["gemeente"]} == {
        n: binnen[n] for n in {*nis[: beeld.aantal_organisaties], *binnen} if n
    }
    assert sum(d["properties"]["organisaties"] for d in lagen["gemeente"]) == sum(
        d["geometry"] is not None for d in lagen["organisatie"]
    )


def test_it_is_geojson_by_rfc_7946() -> None:
    inhoud = _loaded("geojson", geheel(vol()))
    assert inhoud["type"] == "FeatureCollection"
    assert "crs" not in inhoud
    ids = [deel["id"] for deel in inhoud["features"]]
    assert len(set(ids)) == len(ids)
    for deel in inhoud["features"]:
        assert deel.keys() == {"type", "id", "geometry", "properties"}
        vorm = deel["geometry"]
        if vorm is None:
            assert deel["properties"]["plaats"] == "ongekend"
            continue
        punten = [vorm["coordinates"]] if vorm["type"] == "Point" else vorm["coordinates"]
        assert vorm["type"] in ("Point", "LineString")
        assert len(punten) == (1 if vorm["type"] == "Point" else 2)
        assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in punten)


def test_an_organisation_stands_at_the_best_known_place() -> None:
    rijen: list[KnoopRij] = [
        ("Gemeente", "nis:24062", {"nis": "24062", "naam": "Leuven"}),
        ("Clb", "c1", {"naam": "A", "lengte": 4.71, "breedte": 50.88}),
        ("Clb", "c2", {"naam": "B", "deelgemeente": "Heverlee"}),
        ("Clb", "c3", {"naam": "C"}),
        ("Clb", "c4", {"naam": "D"}),
    ]
    ligt: list[RelatieRij] = [
        ("LIGT_IN", c, "nis:24062", {"rid": f"LIGT_IN|{c}"}) for c in ("c1", "c2", "c3")
    ]
    delen = _loaded("geojson", choose(Beeld.from_rows(rijen, ligt), Kop(DATUM, Profiel.PARTNERS)))["features"]
    waar = {
        d["id"]: (d["geometry"] and d["geometry"]["coordinates"], d["properties"].get("plaats"))
        for d in delen
    }
    leuven = gemeenten()["24062"]
    assert waar == {
        "c1": ([4.71, 50.88], "coördinaten"),
        "c2": ([4.696, 50.8643], "deelgemeente"),
        "c3": ([leuven.lon, leuven.lat], "gemeente"),
        "c4": (None, "ongekend"),
        "nis:24062": ([leuven.lon, leuven.lat], None),
    }
