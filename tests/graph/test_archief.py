"""The archive: the same bytes from either engine, and back; what is wrong with one is told in full."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netwerkkaart.fouten import GebruikersFout, OnleesbaarBestand, OpslagFout
from netwerkkaart.graph.archief import herstel, read_archief, write_archief
from netwerkkaart.graph.bolt import BoltStore
from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.graph.lezen import read_beeld, read_bekend, read_version
from netwerkkaart.graph.store import Store
from netwerkkaart.schema.uitspraken import KnoopUitspraak, Uitspraak
from tests.graph.hulp import VOORBEELD, gegevens, knoop, plan_voor, relatie, staat, uitspraken, voer_in
from tests.neo4j_server.fixture import wipe
from tests.voorbeelden import aantal

TOEN = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def archief(ingebed_store: IngebedStore, tmp_path: Path) -> Path:
    """An archive, as a folder, of two imports."""
    vul(ingebed_store)
    pad = tmp_path / "archief"
    write_archief(ingebed_store, pad, gemaakt=TOEN)
    return pad


@pytest.fixture
def leeg(tmp_path: Path) -> IngebedStore:
    return IngebedStore(tmp_path / "leeg.kgl", schrijven=True)


def vul(store: Store) -> None:
    voer_in(store, VOORBEELD)
    voer_in(store, [KnoopUitspraak("School", "s1", {"tot": date(2026, 9, 1)}), knoop("Clb", "c2")], "imp:2")


def bytes_of(pad: Path) -> dict[str, bytes]:
    return {bestand.name: bestand.read_bytes() for bestand in pad.iterdir()}


def test_equal_stores_give_equal_bytes(store: Store, archief: Path, tmp_path: Path) -> None:
    vul(store) if isinstance(store, BoltStore) else None
    aantallen = write_archief(store, tmp_path / "nog", gemaakt=TOEN)
    assert bytes_of(tmp_path / "nog") == bytes_of(archief)
    assert aantallen == {"knopen": 8, "relaties": 6, "imports": 2, "wijzigingen": 14}
    write_archief(store, tmp_path / "een.zip", gemaakt=TOEN)
    write_archief(store, tmp_path / "twee.zip", gemaakt=TOEN)
    assert (tmp_path / "een.zip").read_bytes() == (tmp_path / "twee.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "een.zip") as gezien:
        assert {naam: gezien.read(naam) for naam in gezien.namelist()} == bytes_of(archief)


@pytest.mark.neo4j
@pytest.mark.parametrize("suffix", ["", ".zip"])
def test_from_laptop_to_server_and_back(
    ingebed_store: IngebedStore, neo4j_store: BoltStore, leeg: IngebedStore, tmp_path: Path, suffix: str
) -> None:
    vul(ingebed_store)
    write_archief(ingebed_store, tmp_path / f"a{suffix}", gemaakt=TOEN)
    herstel(neo4j_store, tmp_path / f"a{suffix}")
    write_archief(neo4j_store, tmp_path / f"b{suffix}", gemaakt=TOEN)
    herstel(leeg, tmp_path / f"b{suffix}")
    assert staat(leeg) == staat(neo4j_store) == staat(ingebed_store)
    write_archief(leeg, tmp_path / f"c{suffix}", gemaakt=TOEN)
    if suffix:
        assert (tmp_path / "c.zip").read_bytes() == (tmp_path / "a.zip").read_bytes()
    else:
        assert bytes_of(tmp_path / "c") == bytes_of(tmp_path / "a")


@pytest.mark.neo4j
@settings(max_examples=aantal(15), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(eerst=uitspraken(), dan=uitspraken())
def test_random_statements_give_the_same_view_and_archive_on_both_engines(
    neo4j_store: BoltStore,
    tmp_path_factory: pytest.TempPathFactory,
    eerst: list[Uitspraak],
    dan: list[Uitspraak],
) -> None:
    map_ = tmp_path_factory.mktemp("paar")
    klein = IngebedStore(map_ / "klein.kgl", schrijven=True)
    wipe(neo4j_store)
    paar: tuple[Store, Store] = (klein, neo4j_store)
    for store in paar:
        bekend = {u.id: u.label for u in eerst if isinstance(u, KnoopUitspraak)}
        voer_in(store, eerst)
        # A node keeps its kind, so only ids that are new or of the same kind are stated again.
        botst = {u.id for u in dan if isinstance(u, KnoopUitspraak) and bekend.get(u.id, u.label) != u.label}
        voer_in(store, [u for u in dan if not _touches(u, botst)], "imp:2")
    assert staat(klein) == staat(neo4j_store)
    een, ander = read_beeld(klein), read_beeld(neo4j_store)
    assert (een.ids, een.soort.tolist(), een.kolommen) == (ander.ids, ander.soort.tolist(), ander.kolommen)
    assert een.relaties.keys() == ander.relaties.keys()
    for naam, tabel in een.relaties.items():
        zus = ander.relaties[naam]
        assert (tabel.rids, tabel.van.tolist(), tabel.naar.tolist(), tabel.kolommen) == (
            zus.rids, zus.van.tolist(), zus.naar.tolist(), zus.kolommen,
        )  # fmt: skip
    for nr, store in enumerate(paar):
        write_archief(store, map_ / str(nr), gemaakt=TOEN)
    assert bytes_of(map_ / "0") == bytes_of(map_ / "1")
    terug = IngebedStore(map_ / "terug.kgl", schrijven=True)
    herstel(terug, map_ / "1")
    assert staat(terug) == staat(klein)
    for open_ in (klein, terug):
        open_.close()


def _touches(uitspraak: Uitspraak, ids: set[str]) -> bool:
    if isinstance(uitspraak, KnoopUitspraak):
        return uitspraak.id in ids
    return bool({uitspraak.van, uitspraak.naar} & ids)


def test_after_restoring_work_goes_on_where_it_was(archief: Path, store: Store, tmp_path: Path) -> None:
    if not isinstance(store, BoltStore):
        store = IngebedStore(tmp_path / "nieuw.kgl", schrijven=True)
    herstel(store, archief)
    assert read_version(store) == 2
    verslag = voer_in(store, [knoop("School", "s9")], "imp:3")
    assert verslag is not None
    assert verslag.versie == 3
    with pytest.raises(OpslagFout, match="niet leeg"):
        herstel(store, archief)


def test_the_journal_of_a_restored_store_is_whole(archief: Path, leeg: IngebedStore) -> None:
    herstel(leeg, archief)
    regels = leeg.journaal.pad.read_text("utf-8").splitlines()
    assert len(regels) == 2 + 14


def test_the_last_two_parts_may_be_absent(archief: Path, leeg: IngebedStore) -> None:
    (archief / "imports.jsonl").unlink()
    (archief / "wijzigingen.jsonl").unlink()
    assert herstel(leeg, archief) == {"knopen": 8, "relaties": 6}
    assert set(read_bekend(leeg).knopen) >= {"s1", "c2"}


def test_a_hand_made_archive_of_three_files_is_enough(tmp_path: Path, leeg: IngebedStore) -> None:
    pad = tmp_path / "hand"
    pad.mkdir()
    (pad / "meta.json").write_text('{"formaat": "netwerkkaart-archief", "versie": 1}')
    (pad / "knopen.jsonl").write_text(
        '{"labels": ["School", "Organisatie"], "id": "s", "eigenschappen": {"naam": "De Ark", "tot": "2024"}}\r\n'
        '{"labels": ["Organisatie", "Clb"], "id": "c", "eigenschappen": {"naam": "CLB", "themas": ["2", "1"]}}'
    )
    (pad / "relaties.jsonl").write_text(
        '{"rid": "BEGELEIDT|c|s", "type": "BEGELEIDT", "van": "c", "naar": "s", "eigenschappen": {}}\n'
    )
    herstel(leeg, pad)
    knopen = read_bekend(leeg).knopen
    assert knopen["s"].eigenschappen == {"naam": "De Ark", "tot": date(2025, 1, 1), "tot_precisie": "jaar"}
    assert knopen["c"].eigenschappen["themas"] == ["1", "2"]


def change_line(pad: Path, naam: str, regel: int, ander: Callable[[dict[str, object]], object]) -> None:
    """Change one line of a part, and leave its old hash out so that only the line itself is at fault."""
    regels = (pad / naam).read_text("utf-8").splitlines()
    delen = json.loads(regels[regel - 1])
    nieuw = ander(delen)
    regels[regel - 1] = nieuw if isinstance(nieuw, str) else json.dumps(delen)
    (pad / naam).write_text("\n".join(regels) + "\n", "utf-8")
    meta = json.loads((pad / "meta.json").read_text("utf-8"))
    meta.pop("sha256", None)
    (pad / "meta.json").write_text(json.dumps(meta), "utf-8")


FOUTEN: list[tuple[str, Callable[[dict[str, object]], object], str]] = [
    ("knopen.jsonl", lambda r: r.update(labels=["Persoon"]), "labels"),
    ("knopen.jsonl", lambda r: r.update(labels=["Merk"]), "labels"),
    ("knopen.jsonl", lambda r: r.update(id=7), "onvolledig"),
    ("knopen.jsonl", lambda r: r["eigenschappen"].update(rijksregisternummer="x"), "niet gekend"),  # type: ignore[attr-defined]
    ("knopen.jsonl", lambda r: r["eigenschappen"].update(sinds="morgen"), "geen datum"),  # type: ignore[attr-defined]
    ("knopen.jsonl", lambda r: r["eigenschappen"].pop("naam") and None, "verplichte"),  # type: ignore[attr-defined]
    ("knopen.jsonl", lambda r: "{half", "geldige JSON"),
    ("knopen.jsonl", lambda r: '{"id": "\\ud800"}', "geldige JSON"),
    ("relaties.jsonl", lambda r: r.update(type="KENT"), "type"),
    ("relaties.jsonl", lambda r: r.update(naar="nergens"), "niet in knopen.jsonl"),
    ("relaties.jsonl", lambda r: r.update(van=r["naar"], naar=r["van"]), "kan niet tussen"),
    ("relaties.jsonl", lambda r: r.update(rid="x"), "sleutel"),
    ("imports.jsonl", lambda r: r.update(gebruikt=["weg"]), "bron"),
    ("wijzigingen.jsonl", lambda r: r.update(imp="imp:9"), "imports.jsonl"),
    ("wijzigingen.jsonl", lambda r: r.update(soort="iets"), "geen wijziging"),
]


@pytest.mark.parametrize(("deel", "ander", "tekst"), FOUTEN)
def test_a_fault_is_told_with_its_file_and_line(
    archief: Path, leeg: IngebedStore, deel: str, ander: Callable[[dict[str, object]], object], tekst: str
) -> None:
    change_line(archief, deel, 2, ander)
    with pytest.raises(GebruikersFout) as gevangen:
        herstel(leeg, archief)
    treffers = [m for m in gevangen.value.meldingen if m.bestand == deel and m.rij == 2]
    assert any(tekst in m.tekst for m in treffers), gevangen.value.meldingen
    assert read_version(leeg) == 0


def test_all_faults_are_told_at_once(archief: Path) -> None:
    for regel in (1, 2):
        change_line(archief, "relaties.jsonl", regel, lambda r: r.update(rid=f"x{r['rid']}"))
    change_line(archief, "knopen.jsonl", 3, lambda r: "{")
    with pytest.raises(GebruikersFout) as gevangen:
        read_archief(archief)
    plaatsen = {(m.bestand, m.rij) for m in gevangen.value.meldingen}
    assert {("relaties.jsonl", 1), ("relaties.jsonl", 2), ("knopen.jsonl", 3)} <= plaatsen


def test_a_changed_part_no_longer_fits_its_hash(archief: Path) -> None:
    tekst = (archief / "knopen.jsonl").read_text("utf-8")
    (archief / "knopen.jsonl").write_text(tekst.replace("School s1", "School X1"), "utf-8")
    with pytest.raises(GebruikersFout) as gevangen:
        read_archief(archief)
    assert "controlesom" in gevangen.value.meldingen[0].tekst


@pytest.mark.parametrize(
    "maak",
    [
        lambda pad: None,
        lambda pad: pad.write_bytes(b""),
        lambda pad: pad.write_bytes(b"PK\x03\x04" + bytes(40)),
        lambda pad: pad.mkdir(),
        lambda pad: zipfile.ZipFile(pad, "w").writestr("../../boos.txt", "x"),
    ],
)
def test_what_is_no_archive_is_refused(tmp_path: Path, maak: Callable[[Path], object]) -> None:
    pad = tmp_path / "iets.zip"
    maak(pad)
    with pytest.raises(OnleesbaarBestand) as gevangen:
        read_archief(pad)
    assert gevangen.value.hulp
    assert not (tmp_path.parent.parent / "boos.txt").exists()


@settings(max_examples=aantal(50), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plaats=st.integers(0, 10_000), waarde=st.integers(1, 255))
def test_a_flipped_byte_in_the_zip_never_gives_another_graph(
    archief_zip: tuple[Path, bytes], plaats: int, waarde: int
) -> None:
    pad, goed = archief_zip
    stuk = bytearray(goed)
    stuk[plaats % len(stuk)] ^= waarde
    ander = pad.with_name("stuk.zip")
    ander.write_bytes(stuk)
    try:
        gelezen = read_archief(ander)
    except GebruikersFout:
        return
    # Where the flip hit nothing that counts (a time, an attribute), or a part that may be absent.
    heel = read_archief(pad)
    assert (gelezen.knopen, gelezen.relaties) == (heel.knopen, heel.relaties)
    assert gelezen.imports in (None, heel.imports)
    assert gelezen.wijzigingen in (None, heel.wijzigingen)


@pytest.fixture
def archief_zip(ingebed_store: IngebedStore, tmp_path: Path) -> tuple[Path, bytes]:
    vul(ingebed_store)
    pad = tmp_path / "goed.zip"
    write_archief(ingebed_store, pad, gemaakt=TOEN)
    return pad, pad.read_bytes()


def test_relations_of_one_key_with_another_target(store: Store, tmp_path: Path) -> None:
    """A unique relation that moved leaves no trace of the old target in the archive."""
    voer_in(store, VOORBEELD)
    verhuis: list[Uitspraak] = [
        knoop("Gemeente", "nis:11002", nis="11002"),
        relatie("LIGT_IN", "s1", "nis:11002"),
    ]
    voer_in(store, verhuis, "imp:2")
    write_archief(store, tmp_path / "a", gemaakt=TOEN)
    (ligt_in,) = [r for r in read_archief(tmp_path / "a").relaties if r[0] == "LIGT_IN"]
    assert ligt_in[3] == "nis:11002"


def test_plans_of_before_the_restore_do_not_fit(archief: Path, leeg: IngebedStore) -> None:
    plan = plan_voor(leeg, [knoop("School", "s9")])
    herstel(leeg, archief)
    from netwerkkaart.graph.uitvoeren import carry_out

    with pytest.raises(OpslagFout, match="intussen gewijzigd"):
        carry_out(leeg, plan, gegevens("imp:9"))
