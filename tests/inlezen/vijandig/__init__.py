"""A corpus of hostile and odd files, each with what must happen beside it.

The files are not kept: small builders make them, the same bytes each time. A new case is one
:class:`~tests.inlezen.vijandig.geval.Geval` in the list of a module; a module with another kind of file
is added to ``MODULES``.
"""

from __future__ import annotations

from tests.inlezen.vijandig import graven, hoeken, ods, persoonsgegevens, tekst, vreemd, werkmappen, zipwerk
from tests.inlezen.vijandig.geval import Geval

MODULES = (vreemd, tekst, werkmappen, zipwerk, ods, persoonsgegevens, hoeken, graven)
GEVALLEN: tuple[Geval, ...] = tuple(geval for module in MODULES for geval in module.GEVALLEN)
