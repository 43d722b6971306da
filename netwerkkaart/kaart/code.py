"""The built code of the pages, as it ships in ``web/dist``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from netwerkkaart.fouten import Afsluitcode, GebruikersFout

_DIST = Path(__file__).resolve().parent / "web" / "dist"


@cache
def page_code(naam: str) -> tuple[str, str]:
    """Script and style sheet of a page: ``kaart``, ``rond``, ``formulier`` or ``verdicht``.

    Raises:
        GebruikersFout: they were never built, which happens in a checkout alone.
    """
    try:
        script = (_DIST / f"{naam}.js").read_text(encoding="utf-8")
        stijl = (_DIST / f"{naam}.css").read_text(encoding="utf-8")
    except FileNotFoundError as fout:
        raise GebruikersFout(
            "De code van de kaart is niet gebouwd.",
            hulp="Voer eerst uit: python -m netwerkkaart.kaart.bouw",
            code=Afsluitcode.ONLEESBAAR_BESTAND,
        ) from fout
    return script.rstrip("\n"), stijl.rstrip("\n")
