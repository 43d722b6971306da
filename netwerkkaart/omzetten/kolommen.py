"""Matching the headers of a file with the columns that an importer knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from netwerkkaart.fouten import Ernst, Melding
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.context import Context, Koppeling
from netwerkkaart.schema.vocabularia import fold


def match_columns(
    tabel: Tabel, bekend: Mapping[str, tuple[str, ...]], verplicht: Iterable[str], context: Context
) -> tuple[Koppeling, list[Melding]]:
    """Find for each column of ours the header that feeds it.

    The user's own mapping goes first, then our name, then the known variants, in order; comparing
    ignores case, accents and punctuation. A column with a fixed value (``--vast``) needs no header.

    Args:
        tabel: the table.
        bekend: our column name → known variants of its header.
        verplicht: columns that must be there.
        context: the user's mapping.

    Returns:
        The match, and messages: those of the reader, a fault per missing column, a warning per header
        that is not read.
    """
    plaats = {fold(kop): nummer for nummer, kop in reversed(list(enumerate(tabel.kolommen)))}
    meldingen = list(tabel.meldingen)  # what the reader has to tell travels with the rows
    gevonden: dict[str, int] = {}
    for naam, kop in context.kolommen.items():
        if naam not in bekend:
            meldingen.append(
                tabel.melding(f'"{naam}" is geen kolom van deze import.', verwacht=", ".join(bekend))
            )
        elif fold(kop) not in plaats:
            meldingen.append(
                tabel.melding(f'Er is geen kolom "{kop}" in het bestand.', verwacht=", ".join(tabel.kolommen))
            )
        else:
            gevonden[naam] = plaats[fold(kop)]
    bezet = set(gevonden.values())
    for naam, varianten in bekend.items():
        if naam in gevonden or naam in context.vast:
            continue
        treffer = next((plaats[fold(v)] for v in (naam, *varianten) if fold(v) in plaats), None)
        if treffer is not None and treffer not in bezet:
            gevonden[naam] = treffer
    meldingen += _missing(tabel, verplicht, set(gevonden) | set(context.vast))
    gebruikt = set(gevonden.values())
    over = tuple(kop for nummer, kop in enumerate(tabel.kolommen) if nummer not in gebruikt)
    meldingen += [_unused(tabel, kop) for kop in over]
    return Koppeling(gevonden, over), meldingen


_WAT = {"id": " met een eigen, blijvende code voor elke rij (in een werkboek mag ze leeg blijven)"}
"""What a column is, when its name alone does not tell."""


def _missing(tabel: Tabel, verplicht: Iterable[str], er_is: set[str]) -> list[Melding]:
    return [
        tabel.melding(
            f'De kolom "{naam}" ontbreekt.',
            verwacht=f'een kolom "{naam}"{_WAT.get(naam, "")}, of zeg welke kolom het is met'
            f' --kolom "Kop in het bestand={naam}"',
        )
        for naam in verplicht
        if naam not in er_is
    ]


def _unused(tabel: Tabel, kop: str) -> Melding:
    return tabel.melding("Deze kolom wordt niet gelezen.", kolom=kop, ernst=Ernst.WAARSCHUWING)


def describe_match(tabel: Tabel, koppeling: Koppeling) -> tuple[tuple[str, str], ...]:
    """Pairs ``(header in the file, our column)``, read ones first in the order of the file.

    A header that is not read has an empty text beside it.
    """
    paren = [(nummer, naam) for naam, nummer in koppeling.kolommen.items()]
    gelezen = [(tabel.kolommen[nummer], naam) for nummer, naam in sorted(paren)]
    return (*gelezen, *((kop, "") for kop in koppeling.ongebruikt))
