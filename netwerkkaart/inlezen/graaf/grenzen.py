"""How large a graph may be, beside what holds for every file (:mod:`netwerkkaart.inlezen.grenzen`).

The largest map that we make ourselves has 10,000 nodes and 100,000 connections: 20 to 40 MB as XML or JSON.
"""

from __future__ import annotations

from typing import Final

MAX_JSON: Final = 64 * 2**20
"""Bytes of a JSON file: it is parsed whole, in some seven times its size."""

GEHEUGEN: Final = 512 * 2**20
"""Address space of the child (bytes). XML takes next to nothing of it, the largest JSON some 300 MB."""

MAX_KOPPEN: Final = 500
"""Different attributes: a real map has ten to fifty."""
