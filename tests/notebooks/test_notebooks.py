"""Every notebook runs from top to bottom on a graph as `netwerkkaart demo` makes it, in a kernel of its own."""

from __future__ import annotations

import doctest
import json
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

import netwerkkaart as nk
from netwerkkaart.demo import generate_demo
from netwerkkaart.demo.inlezen import import_demo
from netwerkkaart.graph.ingebed import IngebedStore

MAP = Path(__file__).parents[2] / "notebooks"
BOEKEN = sorted(MAP.glob("*.ipynb"))
SECONDEN = 60
"""A cell that hangs is a fault; a busy machine is not."""


@pytest.fixture(scope="module")
def graaf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example region of today, once for all notebooks."""
    map_ = tmp_path_factory.mktemp("demo")
    vandaag = date.today()
    store = IngebedStore(map_ / "netwerkkaart.kgl", schrijven=True)
    bestanden = generate_demo(map_ / "invoer", datum=vandaag)
    import_demo(store, bestanden, datetime(vandaag.year, vandaag.month, vandaag.day, 12, tzinfo=UTC))
    store.close()
    return map_ / "netwerkkaart.kgl"


def run(pad: Path, graaf: Path, map_: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The notebook with its outputs."""
    import nbclient
    import nbformat

    monkeypatch.setenv("NETWERKKAART_STORE", str(graaf))
    for naam in ("IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "MPLCONFIGDIR"):
        monkeypatch.setenv(naam, str(map_ / naam.lower()))
    boek = nbformat.read(pad, as_version=4)  # type: ignore[no-untyped-call]
    plek = {"metadata": {"path": str(map_)}}
    return nbclient.NotebookClient(boek, kernel_name="python3", timeout=SECONDEN, resources=plek).execute()


@pytest.mark.parametrize("pad", BOEKEN, ids=lambda pad: pad.stem)
def test_it_runs_and_shows_what_the_analyses_find(
    pad: Path, graaf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    boek = run(pad, graaf, tmp_path, monkeypatch)
    uitvoer = [deel for cel in boek.cells for deel in cel.get("outputs", [])]
    fouten = [deel for deel in uitvoer if deel.output_type == "stream" and deel.name == "stderr"]
    assert not fouten, fouten
    soorten = {soort for deel in uitvoer for soort in deel.get("data", {})}
    assert {"text/html", "image/png"} <= soorten
    code = "\n".join(cel.source for cel in boek.cells if cel.cell_type == "code")
    getoond = json.dumps(uitvoer, ensure_ascii=False)
    gevraagd = re.findall(r"print\((\w+)\.titel\)", code)
    namen = dict(re.findall(r'^(\w+) = netwerk\.analyse\("([\w-]+)", regio=regio\)', code, re.MULTILINE))
    with nk.open_netwerk(str(graaf)) as netwerk:
        for waar in gevraagd:
            if waar in namen:
                assert netwerk.analyse(namen[waar], regio="limburg").titel in getoond


def test_they_are_kept_small_and_without_outputs() -> None:
    assert len(BOEKEN) == 5
    for pad in BOEKEN:
        boek = json.loads(pad.read_text(encoding="utf-8"))
        assert pad.stat().st_size < 20_000
        assert boek["metadata"]["kernelspec"]["name"] == "python3"
        for cel in boek["cells"]:
            assert not cel.get("outputs")
            assert cel.get("execution_count") is None
            if cel["cell_type"] == "code":
                assert "http" not in "".join(cel["source"])


def test_the_examples_of_the_documentation_run(graaf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETWERKKAART_STORE", str(graaf))
    uitleg = MAP.parent / "docs" / "python.md"
    soort = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL
    fouten, geprobeerd = doctest.testfile(
        str(uitleg), module_relative=False, optionflags=soort, encoding="utf-8"
    )
    assert geprobeerd > 20
    assert not fouten
    assert all(f"`{pad.name}`" in uitleg.read_text(encoding="utf-8") for pad in BOEKEN)
