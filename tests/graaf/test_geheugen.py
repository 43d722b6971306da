"""A mapping once made is remembered per source, in the graph: it travels, is taken back, can be wiped."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerkkaart.cli.hoofd import run
from netwerkkaart.fouten import Afsluitcode, GebruikersFout
from netwerkkaart.geheugen import read_geheugen, recall, remember, shape_of
from netwerkkaart.graph.archief import herstel, write_archief
from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.graph.lezen import read_beeld, read_names
from netwerkkaart.graph.store import Store
from netwerkkaart.importers import Leeskeuzes, load_importer
from netwerkkaart.inlezen import read_bladen
from netwerkkaart.invoeren import carry_out_import, prepare_import
from netwerkkaart.omzetten.context import Context, Gekend
from netwerkkaart.omzetten.koppeltabel import Koppelregel, Koppeltabel, read_koppeltabel
from netwerkkaart.schema.vocabularia import fold
from netwerkkaart.terugdraaien import prepare_take_back, take_back
from netwerkkaart.uitvoer.koppeltabel import Koppelrij, write_koppeltabel
from tests.graaf.schrijvers import TEKSTEN, Proefgraaf, as_graphml, as_kumu, write_kumu_xlsx

NU = datetime(2026, 11, 12, 9, 0, tzinfo=UTC)
GRAAF = Proefgraaf(
    {
        "clb-x": {"label": "CLB Kantelbrug", "soort": "begeleidingscentrum"},
        "003772": {"label": "Café Zoë 👩‍🏫", "soort": "School", "postcode": "3600", "gemeente": "Genk"},
    },
    [("clb-x", "003772", {"relatie": "volgt op"})],
)
KEUZES = Koppeltabel(
    (
        Koppelregel("soort", "Begeleidingscentrum", "Clb"),
        Koppelregel("relatie", "volgt op", "BEGELEIDT"),
        Koppelregel("vast", "themas", "1"),
    )
)


def lees_in(store: Store, pad: Path, tabel: Koppeltabel, bron: str = "oude kaart") -> None:
    """Import a graph as the command does."""
    importer = load_importer("graaf")

    def context(gekend: Gekend) -> Context:
        return Context(gekend, NU.date(), bron, tabel.kolommen, tabel.waarden, tabel.vast)

    voorbereid = prepare_import(store, importer, importer.open(pad, Leeskeuzes()), context)
    assert not voorbereid.oogst.fouten, [str(m) for m in voorbereid.oogst.fouten]
    carry_out_import(store, voorbereid, nu=NU)


@pytest.mark.parametrize("formaat", ["graphml", "json", "xlsx"])
def test_a_graph_goes_into_either_store_and_its_mapping_with_it(
    store: Store, tmp_path: Path, formaat: str
) -> None:
    pad = tmp_path / f"kaart.{formaat}"
    if formaat == "xlsx":
        elementen = [{"ID": id_, **velden} for id_, velden in GRAAF.knopen.items()]
        banden = [{"From": van, "To": naar, **velden} for van, naar, velden in GRAAF.verbindingen]
        write_kumu_xlsx(pad, elementen, banden)
    else:
        pad.write_bytes(as_graphml(GRAAF) if formaat == "graphml" else as_kumu(GRAAF, export=True))
    lees_in(store, pad, KEUZES)
    namen = {id_: (label, naam) for id_, label, naam in read_names(store)}
    assert namen["clb-x"] == ("Clb", "CLB Kantelbrug")
    assert namen["003772"] == ("School", "Café Zoë 👩‍🏫"), "zeros, accents and signs as they were"
    beeld = read_beeld(store)
    assert beeld.relaties["BEGELEIDT"].rids == ["BEGELEIDT|clb-x|003772"]
    assert beeld.kolom("themas")[beeld.nummer["003772"]] == ["1"]
    (onthouden,) = read_geheugen(store)
    assert (onthouden.importer, onthouden.bron, onthouden.op) == ("graaf", "oude kaart", date(2026, 11, 12))
    assert onthouden.tabel.waarden == KEUZES.waarden
    assert onthouden.tabel.vast == KEUZES.vast

    weer = onthouden.tabel
    voor = len(read_names(store))
    lees_in(store, pad, weer)
    assert len(read_names(store)) == voor, "the same graph with what is remembered changes nothing"


def test_the_mapping_travels_with_the_archive_and_goes_with_the_import(store: Store, tmp_path: Path) -> None:
    pad = tmp_path / "kaart.graphml"
    pad.write_bytes(as_graphml(GRAAF))
    lees_in(store, pad, KEUZES)
    write_archief(store, tmp_path / "a.zip", gemaakt=NU)
    ander = IngebedStore(tmp_path / "ander.kgl", schrijven=True)
    try:
        herstel(ander, tmp_path / "a.zip")
        assert read_geheugen(ander) == read_geheugen(store)
    finally:
        ander.close()
    take_back(store, prepare_take_back(store, "1"), nu=NU)
    assert read_geheugen(store) == []
    assert "clb-x" not in {id_ for id_, _, _ in read_names(store)}


# ---- choices ----------------------------------------------------------------------------------------

REGELS = st.lists(
    st.builds(
        Koppelregel,
        st.sampled_from(["soort", "relatie", "kolom", "vast", "knoop", "themas"]),
        st.sampled_from(["naam", "OCMW", "Zoë's kop", "x", "(leeg)", "+", "Ocmw"]),
        st.sampled_from(["School", "overslaan", "BEGELEIDT omgekeerd", "naam", "1"]),
    ),
    max_size=8,
)


@given(REGELS)
def test_what_is_remembered_means_the_same(regels: list[Koppelregel]) -> None:
    tabel = Koppeltabel().changed(regels)
    context = Context(bron="b", kolommen=tabel.kolommen, waarden=tabel.waarden, vast=tabel.vast)
    weer = Koppeltabel.from_context(context.kolommen, context.waarden, context.vast)
    assert (weer.kolommen, weer.waarden, weer.vast) == (tabel.kolommen, tabel.waarden, tabel.vast)
    assert bool(list(remember("graaf", context, ["a"]))) == bool(
        tabel.kolommen or tabel.waarden or tabel.vast
    )


@given(REGELS, REGELS)
def test_the_choice_of_now_goes_before_that_of_then(toen: list[Koppelregel], nu: list[Koppelregel]) -> None:
    samen = Koppeltabel().changed(toen).changed(nu)
    alleen = Koppeltabel().changed(nu)
    assert set(alleen.regels) <= set(samen.regels)
    sleutels = [regel.sleutel for regel in samen.regels]
    assert len(sleutels) == len(set(sleutels)), "one choice about one thing"
    doelen = [
        r.onze for r in samen.regels if r.wat == "kolom" and r.onze != "overslaan" and r not in alleen.regels
    ]
    assert not set(doelen) & {r.onze for r in alleen.regels if r.wat == "kolom"}, "one header feeds a column"


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_mapping_that_was_written_is_read_as_it_was(ending: str, tmp_path: Path) -> None:
    pad = tmp_path / f"koppeling.{ending}"
    regels = [
        Koppelregel("soort", 'OCMW\'s & co; "x"', "LokaalBestuur"),
        Koppelregel("relatie", "=1+1", "BEGELEIDT omgekeerd"),
        Koppelregel("relatie", "(leeg)", "overslaan"),
        Koppelregel("kolom", "Zoë 👩‍🏫", "naam"),
        Koppelregel("knoop", "003772", "school:1"),
        Koppelregel("vast", "themas", "2"),
        Koppelregel("soort", "nog open", ""),
    ]
    write_koppeltabel(pad, [Koppelrij(regel, 3, "=uitleg") for regel in regels])
    gelezen = read_koppeltabel(read_bladen(pad)[0])
    assert list(gelezen.regels) == [regel for regel in regels if regel.onze]


@given(st.lists(st.tuples(TEKSTEN, TEKSTEN, TEKSTEN), max_size=5))
def test_any_table_is_a_mapping_or_is_refused_row_by_row(rijen: list[tuple[str, str, str]]) -> None:
    from netwerkkaart.inlezen import Tabel

    tabel = Tabel("k.csv", "", ("wat", "hun", "onze"), rijen, range(2, len(rijen) + 2))
    try:
        read_koppeltabel(tabel)
    except GebruikersFout as fout:
        assert fout.meldingen  # noqa: PT017 - a refusal is one of the two outcomes


def test_shape_of_a_file_does_not_depend_on_order_or_case() -> None:
    assert shape_of(["Naam", "Soort"]) == shape_of(["soort", "NAAM"]) != shape_of(["naam"])


# ---- the commands -----------------------------------------------------------------------------------


@pytest.fixture
def map_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NETWERKKAART_STORE", str(tmp_path / "g.kgl"))
    monkeypatch.setenv("COLUMNS", "300")
    monkeypatch.chdir(tmp_path)
    Path("kaart.json").write_bytes(as_kumu(GRAAF, export=True))
    return tmp_path


def _fill_in(pad: Path, antwoorden: dict[str, str]) -> None:
    """What a coordinator does in Excel: fill in the empty cells under ``onze``."""
    with pad.open(encoding="utf-8-sig", newline="") as bron:
        kop, *rijen = csv.reader(bron, delimiter=";")
    with pad.open("w", encoding="utf-8-sig", newline="") as uit:
        schrijver = csv.writer(uit, delimiter=";")
        schrijver.writerow(kop)
        for wat, hun, onze, *rest in rijen:
            schrijver.writerow([wat, hun, onze or antwoorden.get(fold(hun), ""), *rest])


def test_the_walk_of_a_coordinator(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "graaf", "kaart.json", "--ja"]) == Afsluitcode.FOUTE_INVOER
    assert "netwerkkaart koppeling maak kaart.json" in " ".join(capsys.readouterr().err.split())

    assert run(["koppeling", "maak", "kaart.json", "--uit", "k.csv"]) == Afsluitcode.GOED
    assert "1 nog in te vullen" in capsys.readouterr().out
    _fill_in(Path("k.csv"), {"begeleidingscentrum": "Clb", "volgt op": "BEGELEIDT"})
    assert (
        run(["import", "graaf", "kaart.json", "--koppeling", "k.csv", "--bron", "kumu", "--ja"])
        == Afsluitcode.GOED
    )
    capsys.readouterr()

    assert run(["import", "graaf", "kaart.json", "--bron", "kumu", "--ja"]) == Afsluitcode.GOED
    uit = capsys.readouterr().out
    assert "Onthouden van" in uit
    assert "soort begeleidingscentrum → Clb" in uit
    assert "Alles stond er al" in uit

    assert run(["import", "graaf", "kaart.json", "--droog"]) == Afsluitcode.GOED
    assert 'bron "kumu", met dezelfde koppen' in capsys.readouterr().out

    anders = [
        "import",
        "graaf",
        "kaart.json",
        "--bron",
        "kumu",
        "--waarde",
        "relatie:volgt op=overslaan",
        "--droog",
    ]
    assert run(anders) == Afsluitcode.GOED
    uit, fout = capsys.readouterr()
    assert "relatie volgt op" not in uit, "what is chosen otherwise is not shown as remembered"
    assert "Overgeslagen" in fout

    zonder = ["import", "graaf", "kaart.json", "--bron", "kumu", "--zonder-geheugen", "--droog"]
    assert run(zonder) == Afsluitcode.FOUTE_INVOER
    capsys.readouterr()

    assert run(["koppeling", "lijst"]) == Afsluitcode.GOED
    assert "kumu" in capsys.readouterr().out
    assert run(["koppeling", "toon", "kumu", "--uit", "weer.xlsx"]) == Afsluitcode.GOED
    assert run(["koppeling", "wis", "kumu", "--ja"]) == Afsluitcode.GOED
    assert run(["koppeling", "toon"]) == Afsluitcode.NIET_GEVONDEN
    assert run([*zonder[:-2], "--koppeling", "weer.xlsx", "--droog"]) == Afsluitcode.GOED


def test_a_mapping_that_was_filled_in_is_not_overwritten(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["koppeling", "maak", "kaart.json"]) == Afsluitcode.GOED
    assert Path("kaart-koppeling.xlsx").exists()
    assert run(["koppeling", "maak", "kaart.json"]) == Afsluitcode.FOUTE_INVOER
    assert "mag niet verloren gaan" in capsys.readouterr().err


def test_columns_of_a_plain_table_are_remembered_as_well(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tabel = "nr;Benaming;wat\na1;De Ark;Basisschool\n"
    Path("org.csv").write_text(tabel, encoding="utf-8")
    kiezen = ["--kolom", "nr=id", "--kolom", "Benaming=naam", "--kolom", "wat=soort", "--vast", "themas=1"]
    assert run(["import", "organisaties", "org.csv", *kiezen, "--ja"]) == Afsluitcode.GOED
    Path("org2026.csv").write_text(tabel.replace("a1;De Ark", "a2;De Boot"), encoding="utf-8")
    assert run(["import", "organisaties", "org2026.csv", "--ja"]) == Afsluitcode.GOED
    uit = capsys.readouterr().out
    assert "kop Benaming → naam" in uit
    assert "overal themas = 1" in uit
    Path("org.csv").write_text("nr;Benaming;soort\na1;De Ark;School\n", encoding="utf-8")
    assert run(["import", "organisaties", "org.csv", "--droog"]) == Afsluitcode.GOED
    assert "Niet gebruikt, want die kop is er niet: kop wat → soort" in capsys.readouterr().out


def test_who_is_who_among_persons_is_not_remembered() -> None:
    gekend = Gekend([("p:1", "Contactpersoon", "Jan"), ("s:1", "School", "De Ark")])
    waarden = {("knoop", "jan"): "p:1", ("knoop", "de ark"): "s:1"}
    (uitspraak,) = remember("graaf", Context(gekend, bron="b", waarden=waarden), [])
    assert uitspraak.eigenschappen["keuzes"] == '[["knoop","de ark","s:1"]]'


def test_recall_goes_by_name_before_shape() -> None:
    def keuze(bron: str, koppen: list[str]) -> list[object]:
        return list(remember("graaf", Context(bron=bron, vast={"themas": "1"}), koppen))

    assert keuze("a", ["x"]) != keuze("b", ["x"])
    from netwerkkaart.geheugen.keuzes import revive

    herinneringen = [
        h
        for bron, koppen, dag in (("a", ["x"], 1), ("b", ["y"], 2), ("c", ["y"], 3))
        for u in remember("graaf", Context(bron=bron, vast={"themas": "1"}), koppen)
        if (h := revive(u.id, u.eigenschappen, date(2026, 1, dag)))
    ]

    def bron(naam: str, koppen: list[str], importer: str = "graaf") -> str:
        gevonden = recall(herinneringen, importer, naam, koppen)
        return gevonden.bron if gevonden else ""

    assert bron("a", ["y"]) == "a"
    assert bron("nieuw", ["Y"]) == "c", "of files with the same headers the latest"
    assert bron("nieuw", ["z"]) == ""
    assert bron("a", ["x"], "scholen") == ""
