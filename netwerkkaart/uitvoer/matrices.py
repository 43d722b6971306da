"""The answers of a question round as matrices, in which who was not asked is not a no.

Three CSV files that R, Python and every tool for network analysis read: what each organisation says of each
other, the same per pair, and an attribute table in the same order. ``1`` is yes, ``0`` no, and ``NA`` means
that nobody said a word, or did not know. Definitions: ``docs/onderzoek.md``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.analyse.basis import municipality_name
from netwerkkaart.analyse.respons import Antwoord, compute_response, current_answers
from netwerkkaart.bestanden import csv_safe, make_folder, write_atomic
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.vocabularia import REGIO, SECTOR

GEZEGD, PAREN, ORGANISATIES, UITLEG = "gezegd.csv", "paren.csv", "organisaties.csv", "LEESMIJ.txt"
"""Names of the files."""
NA = -1
"""What stands in a matrix for a pair of which nothing was said."""
ATTRIBUTEN = (
    "id", "naam", "soort", "sector", "gemeente", "regio", "niveaus", "themas",
    "gevraagd", "antwoordde", "door_ander",
)  # fmt: skip
"""Columns of the attribute table."""

Woorden = NDArray[np.int8]


@dataclass(frozen=True)
class Matrix:
    """What a round says of ties between organisations.

    Args:
        ronde: name of the round.
        ids: the organisations, in the order of rows and columns: who was asked, spoke or was named.
        gezegd: ``gezegd[i, j]``: what organisation i says of a tie with j: 1, 0 or :data:`NA`.
        attributen: per organisation the values of :data:`ATTRIBUTEN`.
        weggelaten: answers of the round that were left out because of their purpose.
    """

    ronde: str
    ids: tuple[str, ...]
    gezegd: Woorden
    attributen: tuple[tuple[str, ...], ...]
    weggelaten: int = 0

    @property
    def paren(self) -> Woorden:
        """Per pair, symmetric: 1 when an end says yes, 0 when one says no and none yes, else NA."""
        # As numbers NA < 0 < 1, which is the order in which a word outweighs another.
        return np.maximum(self.gezegd, self.gezegd.T)


def make_matrix(beeld: Beeld, bevraging: int, *, doel: str | None = "onderzoek") -> Matrix:
    """The matrices of a round. O(answers + n²) for n organisations in it.

    Of who answered more than once the newest answer counts, for its words and for its purpose. A row holds
    what was said in the name of an organisation, by itself or by another; of several kinds of ties one
    yes makes a yes.

    Args:
        beeld: a view at a date; later answers do not count.
        bevraging: number of the round.
        doel: only answers that may be used for this; None: all of them.
    """
    alle = [a for a in current_answers(beeld).values() if a.bevraging == bevraging]
    doelen = beeld.kolom("doelen")
    mag = [a for a in alle if doel is None or doel in _list(doelen[a.knoop])]
    respons = compute_response(beeld, bevraging)
    woorden = list(_words(beeld, mag))
    telt = {*respons.gevraagd, *(a.namens for a in mag), *(a.door for a in mag)}
    knopen = sorted(telt.union(*((wie, wat) for wie, wat, _ in woorden)))
    plek = {knoop: rij for rij, knoop in enumerate(knopen)}
    gezegd = np.full((len(knopen), len(knopen)), NA, dtype=np.int8)
    for wie, wat, woord in woorden:
        if wie != wat:
            cel = plek[wie], plek[wat]
            gezegd[cel] = max(int(gezegd[cel]), int(woord))
    gevraagd = set(respons.gevraagd)
    zelf, door_ander = {a.door for a in mag}, {a.namens for a in mag if a.namens != a.door}
    if doel is None:
        zelf |= respons.antwoord_op.keys()
    attributen = tuple(_attributes(beeld, k, (k in gevraagd, k in zelf, k in door_ander)) for k in knopen)
    ids = tuple(beeld.ids[k] for k in knopen)
    return Matrix(beeld.naam(bevraging), ids, gezegd, attributen, len(alle) - len(mag))


def _words(beeld: Beeld, antwoorden: Iterable[Antwoord]) -> Iterable[tuple[int, int, bool]]:
    namens = {a.knoop: a.namens for a in antwoorden}
    tabel = beeld.van_type("NOEMT")
    for wie, doel, woord in zip(tabel.van.tolist(), tabel.naar.tolist(), tabel.kolom("ja"), strict=True):
        if wie in namens and isinstance(woord, bool):
            yield namens[wie], doel, woord


def _list(waarde: object) -> Collection[object]:
    return waarde if isinstance(waarde, list) else ()


def _attributes(beeld: Beeld, knoop: int, rol: tuple[bool, bool, bool]) -> tuple[str, ...]:
    sector, regio = int(beeld.sector[knoop]), int(beeld.regio[knoop])
    lijsten = ("|".join(map(str, _list(beeld.kolom(naam)[knoop]))) for naam in ("niveaus", "themas"))
    return (
        beeld.ids[knoop],
        beeld.naam(knoop),
        beeld.label(knoop),
        SECTOR.codes[sector] if sector >= 0 else "",
        municipality_name(beeld, knoop),
        REGIO.codes[regio] if regio >= 0 else "",
        *lijsten,
        *("1" if waar else "0" for waar in rol),
    )


def write_matrix(matrix: Matrix, map_: Path) -> tuple[Path, ...]:
    """Write the three tables and what they mean into a folder; gives the paths.

    Comma and point, UTF-8, ids as texts: as R's ``read.csv`` takes them.

    Raises:
        GebruikersFout: the folder or a file cannot be written.
    """
    make_folder(map_)
    inhoud = {
        GEZEGD: _square(matrix.ids, matrix.gezegd),
        PAREN: _square(matrix.ids, matrix.paren),
        ORGANISATIES: _csv([ATTRIBUTEN, *matrix.attributen]),
        UITLEG: _explain(matrix),
    }
    for naam, tekst in inhoud.items():
        write_atomic(map_ / naam, tekst)
    return tuple(map_ / naam for naam in inhoud)


def _square(ids: Sequence[str], waarden: Woorden) -> str:
    woord = {NA: "NA", 0: "0", 1: "1"}
    rijen = ([id_, *(woord[w] for w in rij)] for id_, rij in zip(ids, waarden.tolist(), strict=True))
    return _csv([["id", *ids], *rijen])


def _csv(rijen: Iterable[Sequence[str]]) -> str:
    uit = io.StringIO()
    schrijver = csv.writer(uit, lineterminator="\n")
    schrijver.writerows([csv_safe(cel) for cel in rij] for rij in rijen)
    return uit.getvalue()


def left_out(aantal: int) -> str:
    """How many answers are not in a matrix, as the begin of a sentence.

    >>> left_out(1)
    '1 antwoord staat er niet in: het is niet'
    """
    return (
        "1 antwoord staat er niet in: het is niet"
        if aantal == 1
        else f"{aantal} antwoorden staan er niet in: ze zijn niet"
    )


def _explain(matrix: Matrix) -> str:
    paren = matrix.paren[np.triu_indices(len(matrix.ids), 1)]
    ja, nee, open_ = (int(np.count_nonzero(paren == woord)) for woord in (1, 0, NA))
    weg = f"{left_out(matrix.weggelaten)} voor dit doel gegeven.\n" if matrix.weggelaten else ""
    return (
        f"Bevraging: {matrix.ronde}\n"
        f"{len(matrix.ids)} organisaties; {ja} paren met een band, {nee} zonder, {open_} niet gevraagd.\n"
        f"{weg}\n"
        f"{GEZEGD}: wat elke organisatie (rij) zegt over een band met elke andere (kolom).\n"
        f"{PAREN}: hetzelfde per paar: 1 als een kant ja zegt, 0 als een kant nee zegt en geen kant ja.\n"
        f"{ORGANISATIES}: de kenmerken, in dezelfde volgorde.\n\n"
        "1 is ja, 0 is nee, NA is niet gevraagd of niet geweten. NA is geen 0.\n"
        "Komma tussen de cellen, UTF-8. Codes zijn tekst: lees ze niet als getal.\n"
        "In R: notebooks/lees_matrix.R. Definities: docs/onderzoek.md.\n"
    )
