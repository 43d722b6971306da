"""Every hostile file goes through the real command, and does what is written beside it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from netwerkkaart.cli.hoofd import run
from netwerkkaart.fouten import Afsluitcode
from netwerkkaart.graph.lezen import read_names
from netwerkkaart.graph.openen import open_store
from tests.inlezen.vijandig import GEVALLEN
from tests.inlezen.vijandig.geval import Aanvaard, Geval, Geweigerd
from tests.inlezen.vijandig.waker import waak
from tests.voorbeelden import DIEP

_HIER = [geval for geval in GEVALLEN if DIEP or not geval.zwaar]
_SOORTEN = ("School", "Clb", "AndereOrganisatie")


@pytest.mark.parametrize("geval", _HIER, ids=[geval.id for geval in _HIER])
def test_hostile_file(
    geval: Geval, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    map_, graaf = tmp_path / "in", tmp_path / "graaf"
    map_.mkdir()
    graaf.mkdir()
    monkeypatch.setenv("NETWERKKAART_STORE", str(graaf / "g.kgl"))
    monkeypatch.setenv("COLUMNS", "400")
    monkeypatch.chdir(graaf)
    pad = geval.leg(map_)
    voor = {buur.name for buur in map_.iterdir()}

    with waak(tmp_path / "waker") as gezien:
        code = run(["import", geval.importer, str(pad), "--ja", *geval.opties])

    uit, fout = capsys.readouterr()
    alles = " ".join((uit + fout).split())
    verwacht = geval.verwacht
    assert "Traceback" not in alles
    assert "\x1b[2J" not in uit + fout
    for geheim in geval.geheim:
        assert geheim not in alles, "what is refused is not repeated"
    if isinstance(verwacht, Geweigerd):
        assert code == verwacht.code, alles
        assert " ".join(verwacht.woorden.split()) in alles
        assert _graph(graaf / "g.kgl") == {}, "nothing of a refused file stands in the graph"
    else:
        assert code == Afsluitcode.GOED, alles
        assert verwacht.melding in alles
        assert _graph(graaf / "g.kgl") == dict(verwacht.namen)
    _judge_writes(gezien, tmp_path)
    nieuw = {buur.name for buur in map_.iterdir()} - voor
    boek = {pad.stem + "-fouten.xlsx"} if code == Afsluitcode.FOUTE_INVOER else set()
    assert nieuw <= boek, "beside the file comes an error workbook, and nothing else"


def _graph(pad: Path) -> dict[str, str]:
    """Organisations in the graph: name by id."""
    if not pad.exists():
        return {}
    store = open_store(str(pad), schrijven=False)
    try:
        return {id_: naam for id_, label, naam in read_names(store) if label in _SOORTEN}
    finally:
        store.close()


def _judge_writes(gezien: list[str], map_: Path) -> None:
    """No connection was tried, and nothing was opened for writing outside the test's own folders."""
    mag = (str(map_), str(Path(tempfile.gettempdir(), "netwerkkaart-")), "/dev/null")
    for regel in gezien:
        wat, _, pad = regel.partition(" ")
        assert wat in ("open", "os.rename", "os.mkdir"), f"nothing of this kind may be tried: {regel}"
        eigen_python = pad.endswith(".pyc") or "__pycache__" in pad
        assert eigen_python or pad.startswith(mag), f"written outside: {regel}"


def test_the_corpus_is_large_and_its_cases_have_names_of_their_own() -> None:
    assert len(GEVALLEN) >= 80
    assert len({geval.id for geval in GEVALLEN}) == len(GEVALLEN)
    assert all(geval.verwacht.woorden for geval in GEVALLEN if isinstance(geval.verwacht, Geweigerd))
    assert {type(geval.verwacht) for geval in GEVALLEN} == {Aanvaard, Geweigerd}


def test_the_corpus_is_the_same_each_time() -> None:
    for geval in _HIER if DIEP else _HIER[::10]:
        if not geval.zet:
            assert geval.maak() == geval.maak(), geval.id  # type: ignore[call-arg]
