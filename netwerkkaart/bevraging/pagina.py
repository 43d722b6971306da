"""The form as one page that opens offline."""

from __future__ import annotations

from netwerkkaart.bevraging.formulier import Formulier


def make_pagina(formulier: Formulier) -> str:
    """The form as the text of a page."""
    raise NotImplementedError(formulier.id)
