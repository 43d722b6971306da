"""Fixtures of sheets."""

from tests.fiche.hulp import graaf, open_

__all__ = ["graaf", "open_"]
