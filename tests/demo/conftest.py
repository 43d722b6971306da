from __future__ import annotations

import pytest

from netwerkkaart.demo import DemoBestanden, generate_demo
from tests.demo.inlees import DATUM, Ingelezen, lees_in


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoBestanden:
    return generate_demo(tmp_path_factory.mktemp("demo"), datum=DATUM)


@pytest.fixture(scope="session")
def ingelezen(demo: DemoBestanden) -> Ingelezen:
    return lees_in(demo, DATUM)
