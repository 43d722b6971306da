"""When the page's code must be built again, and what is said when it cannot."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from netwerkkaart.kaart import bouw


@pytest.fixture
def web(tmp_path: Path) -> Path:
    doel = tmp_path / "web"
    shutil.copytree(bouw.WEB, doel, ignore=shutil.ignore_patterns("node_modules"))
    return doel


def test_the_stamp_follows_the_sources_and_not_their_line_ends(web: Path) -> None:
    voor = bouw.stamp(web)
    bron = web / "src" / "hoofd.ts"
    bron.write_bytes(bron.read_bytes().replace(b"\n", b"\r\n"))
    assert bouw.stamp(web) == voor
    bron.write_bytes(bron.read_bytes() + b"// anders\n")
    assert bouw.stamp(web) != voor


def test_current_only_with_all_files_and_the_right_stamp(web: Path) -> None:
    assert bouw.is_current(web)
    (web / "package-lock.json").write_text("{}", encoding="utf-8")
    assert not bouw.is_current(web)


def test_an_installed_package_without_sources_is_current(web: Path) -> None:
    shutil.rmtree(web / "src")
    assert bouw.is_current(web)
    (web / "dist" / "kaart.js").unlink()
    assert not bouw.is_current(web)


def test_without_registry_the_message_says_what_to_do(web: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Port 9 discards: npm is refused at once, as on a machine without a network.
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    monkeypatch.setenv("npm_config_cache", str(web / "leeg"))
    with pytest.raises(bouw.BouwFout, match="registry"):
        bouw.build(web)
