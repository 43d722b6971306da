"""The catalogue of analyses: every module here tells of some, by a tuple ``ANALYSES``.

Nothing heavy is imported: an analysis is loaded when it is run, so that help stays quick. Who adds an
analysis adds an entry in one of these modules, or a module.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules

from netwerkkaart.analyse.catalogus.basis import Analyse, Optie

__all__ = ["ANALYSES", "Analyse", "Optie"]


def _collect() -> dict[str, Analyse]:
    modules = [import_module(f"{__name__}.{m.name}") for m in iter_modules(__path__) if m.name != "basis"]
    alle = [a for module in sorted(modules, key=lambda m: int(m.PLAATS)) for a in module.ANALYSES]
    return {analyse.naam: analyse for analyse in alle}


ANALYSES: Mapping[str, Analyse] = _collect()
"""Every analysis by name, in the order in which they are shown (``PLAATS`` of each module)."""
