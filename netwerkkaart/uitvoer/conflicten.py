"""The conflicts of an exchange as a table that a coordinator fills in, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from netwerkkaart.fouten import GebruikersFout, Melding
from netwerkkaart.inlezen import read_tabel
from netwerkkaart.uitvoer.tabel import Rooster
from netwerkkaart.uitwisseling.vergelijken import Verschil
from netwerkkaart.uitwisseling.voorstel import Keuze

_KOPPEN = ("keuze", "wat", "code", "naam", "veld", "bij u", "bij hen", "laatst veranderd door")
GEHEEL = "(het geheel)"
"""What stands for a whole node or relation in the column of the field."""


def list_conflicts(conflicten: Sequence[Verschil], namen: Mapping[str, str]) -> Rooster:
    """One row per conflict; the first column is to be filled in. O(conflicts)."""
    rijen = [
        (
            "",
            c.soort,
            c.sleutel,
            namen.get(c.sleutel, ""),
            c.veld or GEHEEL,
            shown(c, c.ons),
            shown(c, c.hun),
            "hen" if c.laatste_is_hun else "u",
        )
        for c in conflicten
    ]
    noten = ("Vul in de kolom keuze in: nieuwste, graaf (u) of bron (hen). Leeg: nieuwste.",)
    return Rooster(f"{len(rijen)} keer veranderden u en zij hetzelfde", _KOPPEN, _KOPPEN, rijen, noten)


def shown(conflict: Verschil, waarde: object) -> object:
    """A value of one side as people read it: of a whole, whether it is there."""
    if conflict.veld:
        return waarde
    return "is er" if waarde else "geschrapt"


def read_keuzes(pad: Path, conflicten: Sequence[Verschil]) -> dict[tuple[str, str], Keuze]:
    """Read the filled table back.

    Raises:
        GebruikersFout: a choice that does not exist, or a row that is no conflict; all are told.
        OnleesbaarBestand: the file cannot be read.
    """
    tabel = read_tabel(pad)
    ontbreekt = [kop for kop in ("keuze", "code", "veld") if kop not in tabel.kolommen]
    if ontbreekt:
        raise GebruikersFout(
            f"In {pad.name} ontbreekt de kolom {' en '.join(ontbreekt)}.",
            hulp="Maak de tabel met --conflicten PAD, en vul alleen de kolom keuze in.",
        )
    bekend = {(c.sleutel, c.veld) for c in conflicten}
    meldingen: list[Melding] = []
    keuzes: dict[tuple[str, str], Keuze] = {}
    plaats = [tabel.kolommen.index(kop) for kop in ("keuze", "code", "veld")]
    for nr, rij in tabel:
        keuze, code, veld = (rij[p] for p in plaats)
        waar = code, "" if veld == GEHEEL else veld
        if waar not in bekend:
            meldingen.append(
                tabel.melding("Dit is geen conflict (meer).", rij=nr, kolom="code", waarde=f"{code} {veld}")
            )
        elif keuze and keuze.casefold() not in set(Keuze):
            meldingen.append(
                tabel.melding(
                    "Deze keuze bestaat niet.",
                    rij=nr,
                    kolom="keuze",
                    waarde=keuze,
                    verwacht="nieuwste, graaf of bron",
                )
            )
        elif keuze:
            keuzes[waar] = Keuze(keuze.casefold())
    if meldingen:
        raise GebruikersFout(
            f"In {pad.name} kloppen {len(meldingen)} rijen niet; er is niets geschreven.",
            hulp="Verbeter de tabel en doe het opnieuw.",
            meldingen=meldingen,
        )
    return keuzes
