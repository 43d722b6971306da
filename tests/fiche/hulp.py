"""What tests of printed pages share: a small graph to give the commands, and windows to open the pages in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netwerkkaart.graph.ingebed import IngebedStore
from tests.browser import Vensters, offline_pages
from tests.graph.hulp import voer_in
from tests.vragen.voorbeeld import example

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.fixture
def graaf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The example, as the store of every command, in a folder of its own."""
    pad = tmp_path / "klein.kgl"
    store = IngebedStore(pad, schrijven=True)
    voer_in(store, example())
    store.close()
    monkeypatch.setenv("NETWERKKAART_STORE", str(pad))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def open_(vensters: Vensters) -> Iterator[Callable[..., Page]]:
    """Open a file in a window somewhat larger than one A4; see :func:`~tests.browser.offline_pages`."""
    with offline_pages(vensters, 1000, 1300) as openen:
        yield openen
