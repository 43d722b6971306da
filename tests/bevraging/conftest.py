"""A real Chromium for the page of a form."""

from tests.kaart.conftest import browser

__all__ = ["browser"]
