"""Which new ties may be proposed: only within a region, not with these, at most so many for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from netwerkkaart.analyse.basis import Getallen, in_region, region_name
from netwerkkaart.fouten import Afsluitcode, GebruikersFout, NietGevonden
from netwerkkaart.graph.beeld import Beeld, Masker

SCHEIDING = "|"
"""Parts the two ends of a pair that is not to be proposed."""


@dataclass(frozen=True)
class Voorwaarden:
    """What a proposed tie must hold to.

    Args:
        mag: which organisations may get a new tie, shape ``(n,)``.
        verboden: pairs that are not to be proposed, in either order; shape ``(p, 2)``.
        hoogstens: most new ties for one organisation; None: no limit.
        zinnen: what was asked, as Dutch sentences.
    """

    mag: Masker
    verboden: Getallen
    hoogstens: int | None = None
    zinnen: tuple[str, ...] = ()


def read_voorwaarden(
    beeld: Beeld,
    *,
    regio: str | None = None,
    binnen: bool = False,
    niet: Sequence[str] = (),
    hoogstens: int | None = None,
) -> Voorwaarden:
    """Conditions from the options of a user.

    Args:
        beeld: the view.
        regio: the region that is told about.
        binnen: both ends must lie in that region.
        niet: ids of organisations that get no new tie, and pairs ``A|B`` that are not to be joined.
        hoogstens: most new ties for one organisation.

    Raises:
        GebruikersFout: a limit below one, or ``binnen`` without a region.
        NietGevonden: ids that are no organisation of the view; all of them at once.
    """
    if hoogstens is not None and hoogstens < 1:
        raise GebruikersFout(
            f"Hoogstens {hoogstens} nieuwe banden per organisatie laat geen enkele band over.",
            hulp="Geef 1 of meer, of laat --hoogstens weg.",
            code=Afsluitcode.VERKEERD_GEBRUIK,
        )
    if binnen and regio is None:
        raise GebruikersFout(
            "Binnen welke regio moeten beide organisaties liggen?",
            hulp="Geef --regio erbij, of laat --binnen weg.",
            code=Afsluitcode.VERKEERD_GEBRUIK,
        )
    n = beeld.aantal_organisaties
    mag = in_region(beeld, regio)[:n].copy() if binnen else np.ones(n, dtype=np.bool_)
    delen = [tuple(deel.strip() for deel in tekst.split(SCHEIDING)) for tekst in niet]
    _check(beeld, niet, delen)
    nummers = [[beeld.nummer[id_] for id_ in deel] for deel in delen]
    mag[[deel[0] for deel in nummers if len(deel) == 1]] = False
    paren = [deel for deel in nummers if len(deel) == 2]
    return Voorwaarden(
        mag,
        np.array(paren, dtype=np.int64).reshape(-1, 2),
        hoogstens,
        _sentences(beeld, regio if binnen else None, nummers, hoogstens),
    )


def _check(beeld: Beeld, niet: Sequence[str], delen: Sequence[tuple[str, ...]]) -> None:
    """Every text names one organisation, or two."""
    teveel = [tekst for tekst, deel in zip(niet, delen, strict=True) if len(deel) > 2]
    n, nummer = beeld.aantal_organisaties, beeld.nummer
    onbekend = [id_ for deel in delen if len(deel) < 3 for id_ in deel if nummer.get(id_, n) >= n]
    if teveel or onbekend:
        namen = ", ".join(f'"{tekst}"' for tekst in (*teveel, *dict.fromkeys(onbekend)))
        raise NietGevonden(
            f"Geen organisatie heeft deze code: {namen}.",
            hulp="Geef bij --niet de code van een organisatie, of twee codes met | ertussen.",
        )


def _sentences(
    beeld: Beeld, regio: str | None, nummers: Sequence[Sequence[int]], hoogstens: int | None
) -> tuple[str, ...]:
    uit = []
    if regio is not None:
        uit.append(f"Alleen banden waarvan beide organisaties in {region_name(regio)} liggen.")
    if hoogstens is not None:
        banden = "nieuwe band" if hoogstens == 1 else "nieuwe banden"
        uit.append(f"Elke organisatie krijgt hoogstens {hoogstens} {banden}.")
    if nummers:
        namen = "; ".join(" met ".join(beeld.naam(knoop) for knoop in deel) for deel in nummers)
        uit.append(f"Niet voorgesteld, op uw vraag: {namen}.")
    return tuple(uit)
