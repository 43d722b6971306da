"""Answers and results as data frames of pandas or polars; both are extras, loaded only here."""

from __future__ import annotations

import io
from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any

from netwerkkaart.analyse.uitkomst import Uitkomst, plain
from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.graph.store import Resultaat

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

Tabel = Resultaat | Uitkomst[Any]
"""The answer to a query, or the result of an analysis."""


def as_pandas(tabel: Tabel) -> pd.DataFrame:
    """A frame of pandas with the columns of a table; the finding and notes of a result are in ``attrs``.

    Raises:
        GebruikersFout: pandas is not installed.
    """
    try:
        import pandas as pd
    except ModuleNotFoundError:
        raise _missing("pandas") from None
    frame = pd.DataFrame(columns_of(tabel))
    if isinstance(tabel, Uitkomst):
        frame.attrs = {"titel": tabel.titel, "kanttekeningen": list(tabel.kanttekeningen)}
    return frame


def as_polars(tabel: Tabel) -> pl.DataFrame:
    """A frame of polars with the columns of a table.

    Raises:
        GebruikersFout: polars is not installed.
    """
    return _polars(columns_of(tabel))


def as_bytes(namen: Sequence[str], rijen: Sequence[Sequence[object]], ending: str) -> bytes:
    """A table as the bytes of a Parquet file, or of an Arrow file (IPC) for the ending ``.arrow``.

    Raises:
        GebruikersFout: polars is not installed.
    """
    frame = _polars({naam: [_plain(rij[plek]) for rij in rijen] for plek, naam in enumerate(namen)})
    uit = io.BytesIO()
    if ending == ".arrow":
        frame.write_ipc(uit)
    else:
        frame.write_parquet(uit)
    return uit.getvalue()


def _polars(kolommen: dict[str, list[object]]) -> pl.DataFrame:
    try:
        import polars as pl
    except ModuleNotFoundError:
        raise _missing("polars") from None
    return pl.DataFrame(kolommen, strict=False, infer_schema_length=None)


def columns_of(tabel: Tabel) -> dict[str, list[object]]:
    """The columns by name: dates stay dates, lists stay lists, what has parts becomes a dictionary.

    >>> columns_of(Resultaat(("a", "b"), [(1, "x"), (2, None)]))
    {'a': [1, 2], 'b': ['x', None]}
    """
    if isinstance(tabel, Uitkomst):
        namen = [kolom.naam for kolom in tabel.kolommen]
        rijen = [[_plain(getattr(rij, naam)) for naam in namen] for rij in tabel.rijen]
    else:
        namen, rijen = list(tabel.kolommen), [list(rij) for rij in tabel.rijen]
    return {naam: [rij[plek] for rij in rijen] for plek, naam in enumerate(namen)}


def _plain(waarde: object) -> object:
    if isinstance(waarde, Enum):
        return waarde.value
    return (
        plain(waarde)
        if isinstance(waarde, tuple | list) or hasattr(waarde, "__dataclass_fields__")
        else waarde
    )


def _missing(pakket: str) -> GebruikersFout:
    return GebruikersFout(
        f"Het pakket {pakket} is niet geïnstalleerd.",
        hulp='Installeer het met: pip install "netwerkkaart[onderzoek]"',
    )
