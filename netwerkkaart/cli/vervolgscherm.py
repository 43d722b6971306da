"""The differences between two issues of a list, in the terminal."""

from __future__ import annotations

from netwerkkaart.cli.scherm import ask, scherm, show_rooster
from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.plan.vervolglijst import AANDEEL_RIJEN, Lijstverschil
from netwerkkaart.uitvoer.tabel import Rooster
from netwerkkaart.vervolglijst import Vervolg

_TOON = 12
"""Organisations of each kind of difference that are named."""


def show_vervolg(vervolg: Vervolg) -> None:
    """Say which list a list follows, and what came, went, moved, merged and was renamed."""
    verschil, kop = vervolg.verschil, vervolg.vorige
    scherm.print(
        f"Deze lijst volgt op import {kop.versie} ({kop.bron}, {kop.tijdstip[:10]}): "
        f"toen {verschil.vorige}, nu {verschil.nu}.",
        markup=False,
    )
    show_rooster(_table(verschil))


def _table(verschil: Lijstverschil) -> Rooster:
    rijen: list[tuple[object, ...]] = []
    weg_naar = {o.weg for o in verschil.opvolgingen}
    delen: list[tuple[str, list[tuple[str, str]]]] = [
        ("nieuw", [(id_, "") for id_ in verschil.nieuw]),
        (
            "samen of hernummerd",
            [
                (o.weg, f"{o.naam} → {o.door} {o.door_naam}" + ("" if o.was_er_al else " (nieuw nummer)"))
                for o in verschil.opvolgingen
            ],
        ),
        ("weg", [(id_, "") for id_ in verschil.weg if id_ not in weg_naar]),
        ("hernoemd", [(id_, f"{toen} → {nu}") for id_, toen, nu in verschil.hernoemd]),
        ("verhuisd", [(v.id, f"{v.naam}: {v.van} → {v.naar}") for v in verschil.verhuisd]),
    ]
    for wat, gevallen in delen:
        rijen += [(wat, id_, uitleg) for id_, uitleg in gevallen[:_TOON]]
        if len(gevallen) > _TOON:
            rijen.append((wat, "…", f"en nog {len(gevallen) - _TOON}"))
    kolommen = ("wat", "code", "uitleg")
    noten = (
        ("Wat weg is, blijft staan tot u het beëindigt; zijn banden blijven bewaard.",)
        if verschil.weg
        else ()
    )
    return Rooster("Verschillen met de vorige lijst", kolommen, kolommen, rijen, noten)


def refuse_short(vervolg: Vervolg, *, toch: bool, vraag: bool) -> None:
    """Stop a list that has suspiciously few rows, unless the user confirms it.

    Raises:
        GebruikersFout: it has, and nobody confirmed it.
    """
    verschil = vervolg.verschil
    if not verschil.is_te_kort or toch:
        return
    zin = (
        f"Deze lijst heeft {verschil.nu} organisaties, de vorige lijst {verschil.vorige}: "
        f"minder dan {AANDEEL_RIJEN:.0%}."
    )
    if vraag and ask(f"{zin} Klopt dat, en wilt u verdergaan?", standaard=False):
        return
    raise GebruikersFout(
        f"{zin} Er is niets ingelezen.",
        hulp="Is het bestand afgekapt? Is het maar een deel van de lijst: voeg --deel toe. "
        "Klopt het: voeg --toch toe.",
    )
