"""A correction is told apart from what happened after the day; figures of that day move by corrections only."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netwerkkaart.editie import make_editie
from netwerkkaart.editie.maken import view_of
from netwerkkaart.editie.vergelijken import Verschil, compare_editie
from netwerkkaart.editie.verschil import Aard, Feit, compare_contents, corrected
from netwerkkaart.graph.archief import read_archief
from netwerkkaart.graph.archief_delen import Inhoud, read_content
from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.graph.store import Store
from netwerkkaart.graph.uitvoeren import ImportGegevens, carry_out
from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.rapport.zicht import limit_view
from netwerkkaart.schema.uitspraken import KnoopUitspraak, Uitspraak
from netwerkkaart.terugdraaien import prepare_take_back, take_back
from tests.analyse.test_evolutie import facts
from tests.graph.hulp import knoop, plan_voor, relatie, voer_in
from tests.voorbeelden import aantal
from tests.vragen.voorbeeld import DATUM, example

NU = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
VROEG, LAAT = DATUM - timedelta(days=30), DATUM + timedelta(days=30)


def later(store: Store, uitspraken: list[Uitspraak], bron_datum: date, nr: int = 2) -> None:
    gegevens = ImportGegevens("proef", NU + timedelta(days=60), bron=f"lijst {nr}", bron_datum=bron_datum, id=f"imp:{nr}")  # fmt: skip
    assert carry_out(store, plan_voor(store, uitspraken), gegevens) is not None


def since(toen: Inhoud, store: Store) -> dict[tuple[str, str], Feit]:
    return {(f.sleutel, f.veld): f for f in compare_contents(toen, read_content(store.read), DATUM)}


def test_what_is_about_the_day_and_what_came_after(store: Store) -> None:
    voer_in(store, example())
    toen = read_content(store.read)
    later(
        store,
        [
            knoop("School", "ark", naam="De Ark van Genk"),
            KnoopUitspraak("School", "brug", {"tot": VROEG}),
            KnoopUitspraak("School", "col", {"tot": LAAT}),
            knoop("School", "vroeger", sinds=VROEG),
            knoop("School", "nieuw", sinds=LAAT),
            relatie("WERKT_SAMEN_MET", "nieuw", "jh"),
            relatie("WERKT_SAMEN_MET", "ark", "jh", sinds=VROEG),
            relatie("WERKT_SAMEN_MET", "ark", "ggz"),
        ],
        VROEG,
    )
    later(store, [knoop("Clb", "clb", naam="CLB Nieuw"), knoop("Clb", "clb2")], LAAT, 3)
    feiten = since(toen, store)
    verwacht = {
        ("ark", "naam"): Aard.GECORRIGEERD,
        ("brug", "tot"): Aard.IN_KAART,
        ("col", "tot"): Aard.NADIEN,
        ("vroeger", ""): Aard.IN_KAART,
        ("nieuw", ""): Aard.NADIEN,
        ("WERKT_SAMEN_MET|jh|nieuw", ""): Aard.NADIEN,
        ("WERKT_SAMEN_MET|ark|jh", ""): Aard.IN_KAART,
        ("WERKT_SAMEN_MET|ark|ggz", ""): Aard.IN_KAART,
        ("clb", "naam"): Aard.NADIEN,
        ("clb2", ""): Aard.ONGEDATEERD,
    }
    assert {sleutel: feit.aard for sleutel, feit in feiten.items()} == verwacht
    ark = feiten["ark", "naam"]
    assert (ark.toen, ark.nu, ark.bron, ark.bron_datum) == ("De Ark", "De Ark van Genk", "lijst 2", VROEG)


def test_what_is_taken_back_was_wrong_then(ingebed_store: IngebedStore) -> None:
    store = ingebed_store
    voer_in(store, example())
    later(store, [knoop("School", "ark", naam="Fout"), knoop("School", "spook", sinds=VROEG)], VROEG)
    toen = read_content(store.read)
    take_back(store, prepare_take_back(store, "2"), nu=NU + timedelta(days=90))
    feiten = since(toen, store)
    assert {k: (f.aard, f.toen, f.nu) for k, f in feiten.items()} == {
        ("ark", "naam"): (Aard.GECORRIGEERD, "Fout", "De Ark"),
        ("spook", ""): (Aard.GECORRIGEERD, "ja", None),
    }


Ingreep = tuple[str, Callable[[int], list[Uitspraak]], bool, Aard]
INGREPEN: list[Ingreep] = [
    ("nieuw, begon eerder", lambda i: [knoop("School", f"x{i}", sinds=VROEG)], True, Aard.IN_KAART),
    ("nieuw, begon nadien", lambda i: [knoop("School", f"x{i}", sinds=LAAT)], True, Aard.NADIEN),
    ("nieuw, geen datum", lambda i: [knoop("School", f"x{i}")], True, Aard.ONGEDATEERD),
    ("einde vroeger", lambda i: [KnoopUitspraak("School", f"s{i}", {"tot": VROEG})], True, Aard.IN_KAART),
    ("einde later", lambda i: [KnoopUitspraak("School", f"s{i}", {"tot": LAAT})], True, Aard.NADIEN),
    ("begin verbeterd", lambda i: [KnoopUitspraak("School", f"s{i}", {"sinds": VROEG})], False, Aard.GECORRIGEERD),
    ("telling verbeterd", lambda i: [KnoopUitspraak("School", f"s{i}", {"leerlingen": 7})], False, Aard.GECORRIGEERD),
    ("telling van nadien", lambda i: [KnoopUitspraak("School", f"s{i}", {"leerlingen": 8})], True, Aard.NADIEN),
]  # fmt: skip


@given(st.lists(st.integers(0, len(INGREPEN) - 1), min_size=1, max_size=5), st.integers(0, 99))
@settings(max_examples=aantal(12), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_change_gets_its_nature_and_only_corrections_stay(
    tmp_path_factory: pytest.TempPathFactory, keuze: list[int], zaad: int
) -> None:
    """An oracle: each change is made with its nature; the corrected state is made by the corrections alone."""
    scholen: list[Uitspraak] = [
        knoop("School", f"s{i}", leerlingen=1, sinds=date(2020, 1, 1)) for i in range(len(keuze))
    ]
    map_ = tmp_path_factory.mktemp("graaf")
    alles, alleen = (IngebedStore(map_ / f"{naam}.kgl", schrijven=True) for naam in ("alles", "alleen"))
    for store in (alles, alleen):
        voer_in(store, scholen)
    toen = read_content(alles.read)
    verwacht = []
    for nr, plek in random.Random(zaad).sample([*enumerate(keuze)], len(keuze)):
        _, make, laat, aard = INGREPEN[plek]
        uitspraken = make(nr)
        for store in (alles, alleen):
            if store is alles or aard is not Aard.NADIEN:
                later(store, uitspraken, LAAT if laat else VROEG, nr + 2)
        verwacht.append((nr, aard))
    nu = read_content(alles.read)
    feiten = compare_contents(toen, nu, DATUM)
    assert sorted((int(f.sleutel[1:]), f.aard) for f in feiten) == sorted(verwacht)
    beter = view_of(corrected(toen, nu, feiten)).op(DATUM)
    assert facts(beter) == facts(view_of(read_content(alleen.read)).op(DATUM))
    assert compare_contents(nu, nu, DATUM) == []
    for store in (alles, alleen):
        store.close()


def test_figures_of_the_day_move_by_corrections_and_not_by_what_came_after(
    ingebed_store: IngebedStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETWERKKAART_BEWAARD", str(tmp_path / "b"))
    store = ingebed_store
    voer_in(store, example())
    editie = make_editie(store, "najaar", nu=NU)
    toen = read_archief(editie.pad)
    later(store, [KnoopUitspraak("School", s, {"tot": LAAT}) for s in ("ark", "brug", "col")], LAAT)
    gelijk = compare_editie(editie.manifest, toen, read_content(store.read), "nu")
    assert {rij.deel for rij in gelijk.rijen} == {"feit"}
    assert "niets verbeterd; 3 verschillen gaan over nadien" in gelijk.titel
    later(store, [KnoopUitspraak("School", "ark", {"tot": VROEG})], VROEG, 3)
    anders = compare_editie(editie.manifest, toen, read_content(store.read), "nu")
    delen = {rij.deel for rij in anders.rijen}
    assert "indicator" in delen
    assert anders.cijfers["in kaart gebracht"] == 1
    assert "waarvan 1 over toen" in anders.titel
    for rij in anders.rijen:
        assert isinstance(rij, Verschil)
        assert rij.bewijs or rij.deel != "feit"
    feit = next(rij for rij in anders.rijen if rij.sleutel == "ark")
    assert (feit.wat, feit.veld, feit.toen, feit.nu) == ("De Ark (School)", "tot", "–", VROEG.isoformat())
    niets = compare_editie(editie.manifest, toen, toen, "nu")
    assert niets.titel.endswith("niets is anders.")
    assert not niets.rijen
    assert not niets.kanttekeningen


def test_a_figure_that_the_program_computes_otherwise_is_said(
    ingebed_store: IngebedStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETWERKKAART_BEWAARD", str(tmp_path / "b"))
    voer_in(ingebed_store, example())
    editie = make_editie(ingebed_store, "najaar", nu=NU)
    toen = read_archief(editie.pad)
    cijfers = editie.manifest.cijfers
    gewijzigd = (replace(cijfers[0], teller=cijfers[0].teller + 1), *cijfers[1:])
    manifest = editie.manifest.model_copy(update={"cijfers": gewijzigd})
    (noot,) = compare_editie(manifest, toen, toen, "nu").kanttekeningen
    assert noot.startswith(f"1 van de {len(cijfers)} indicatoren")
    vreemd = compare_editie(editie.manifest, toen, replace(toen, imports=()), "editie 9").kanttekeningen
    assert vreemd == ("Let op: 1 van de 1 import van de editie staat niet in editie 9. Is het dezelfde graaf, en is de editie de oudste van de twee?",)  # fmt: skip


def test_what_a_reader_may_not_see_now_moves_no_figure_and_no_count(
    ingebed_store: IngebedStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETWERKKAART_BEWAARD", str(tmp_path / "b"))
    store = ingebed_store
    voer_in(store, example())
    editie = make_editie(store, "najaar", nu=NU)
    toen = read_archief(editie.pad)
    later(store, [KnoopUitspraak("School", "ark", {"vrijgave": "intern", "tot": VROEG}), knoop("School", "geheim", sinds=VROEG, vrijgave="intern")], VROEG)  # fmt: skip
    alles = compare_editie(editie.manifest, toen, read_content(store.read), "nu")
    assert {rij.sleutel for rij in alles.rijen} >= {"ark", "geheim"}
    zicht = partial(limit_view, profiel=Profiel.PARTNERS)
    gezien = compare_editie(editie.manifest, toen, read_content(store.read), "nu", zicht=zicht)
    assert gezien.titel.endswith("niets is anders.")
    assert not gezien.rijen
