"""Nodes that the store is said to know."""

from __future__ import annotations

import pytest


@pytest.fixture
def knopen() -> list[tuple[str, str, str]]:
    return [
        ("s1", "School", "De Ark"),
        ("s2", "School", "De Regenboog"),
        ("s3", "School", "De Regenboog"),
        ("clb:x", "Clb", "CLB Kantelbrug"),
        ("j1", "Jeugdhulpaanbieder", "Ooievaar"),
        ("a1", "Aanbod", "Time-out"),
    ]
