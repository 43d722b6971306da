"""How large a file may be, and why. The numbers leave ample room above the largest real file.

The largest file that we know of is the yearly list of pupil numbers of all schools: some 100,000
rows by 25 columns, 10–16 MB as XLSX, 100 MB unpacked.
"""

from __future__ import annotations

from typing import Final

MAX_BESTAND: Final = 200 * 2**20
"""Bytes of a file on disk: ten times the largest real one; it is read into memory whole."""

MAX_TEKST: Final = 50 * 2**20
"""Bytes of a CSV file: three times the largest real one. Its text stands in memory two or three times."""

MAX_ONDERDELEN: Final = 2_000
"""Parts of a workbook archive: a part per sheet, drawing and comment; real ones have 10 to 200."""

MAX_UITGEPAKT: Final = 500 * 2**20
"""Unpacked bytes of all parts together: five times the largest real file."""

MAX_ELEMENTEN: Final = 30_000_000
"""Tags in one part: each costs time, also when the cells fit in a small rectangle. Three times the largest
real file."""

MAX_VERHOUDING: Final = 200
"""Unpacked over packed size of one part: real sheets reach 10 to 60, a zip bomb 1,000."""

VERHOUDING_VANAF: Final = 10 * 2**20
"""Parts smaller than this (unpacked bytes) can do no harm and may be packed as tightly as they like."""

MAX_RIJEN: Final = 500_000
"""Row number of the last filled cell: five times the largest real file."""

MAX_KOLOMMEN: Final = 702
"""Column of the last filled cell (ZZ): no table of ours has a hundred."""

MAX_CELLEN: Final = 3_000_000
"""Cells in the rectangle around the filled ones, all sheets together: calamine allocates it whole,
some 32 bytes a cell beside the text, so this fits in the memory of the child. The largest real file has
2.5 million; so many as this take ten seconds."""

KIND_GEHEUGEN: Final = 470 * 2**20
"""Address space of the child (bytes), some 100 MB of which is never touched. The largest real file takes
half of it; a file that needs more has cells full of prose, or was made to do harm."""

KIND_REKENTIJD: Final = 30
"""Processor seconds of the child: the largest real file takes 3, on a slow laptop 10."""

KIND_WACHTTIJD: Final = 120
"""Seconds that we wait for the child, on every system: a slow laptop included."""

MAX_UITVOER: Final = 120 * 2**20
"""Bytes that the child may answer: four times the text of the largest real file."""

MAX_CEL: Final = 1_000_000
"""Characters in one CSV cell: Excel allows 32,767; more means a quote that is never closed."""

MAX_MELDINGEN: Final = 200
"""Places with pupil data that are told one by one. Nobody reads more in one go."""

MAX_CELFOUTEN: Final = 20_000
"""Cells without a value that are told one by one; of the rest the number is told."""
