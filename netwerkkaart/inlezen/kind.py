"""The child process in which a workbook is parsed.

``python -P kind.py IN OUT MEMORY SECONDS OUTPUT``: run as a file and without imports of ours, because the
package around it would triple the time that a small workbook takes.

calamine aborts the whole process on some files, which Python cannot catch; so it runs here, where
nothing is lost. The child limits its own memory, processor time and output before it loads the parser
(macOS does not enforce the memory limit; Windows does it by a job object, and has none for the output).
The waiting time of the parent stops it on every system.

The answer is a file of JSON lines: for each sheet a line ``{"naam", "verborgen", "kolom_vanaf"}``, then
lists of rows ``[row number, cells]`` of text, wholly empty rows left out; at the end the line ``"einde"``.
"""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

Waarde = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta

_BLOK: Final = 1_000
_GEHEEL_TOT: Final = 1e21
"""Above this Excel itself shows nothing but an exponent."""


def main(argumenten: list[str]) -> int:
    """Read the workbook IN and write the answer to OUT, within bytes, seconds and bytes."""
    pad_in, pad_uit, *grenzen = argumenten
    limit_process(*map(int, grenzen))
    from python_calamine import SheetTypeEnum, SheetVisibleEnum, load_workbook

    with load_workbook(pad_in) as boek, open(pad_uit, "w", encoding="utf-8") as uit:  # noqa: PTH123
        for meta in boek.sheets_metadata:
            if meta.typ is SheetTypeEnum.WorkSheet:
                verborgen = meta.visible is not SheetVisibleEnum.Visible
                _schrijf_blad(boek.get_sheet_by_name(meta.name), meta.name, verborgen, uit)
        uit.write('"einde"\n')
    return 0


def limit_process(geheugen: int, rekentijd: int, uitvoer: int) -> None:
    """Set the limits of this process, as far as the system knows them.

    Args:
        geheugen: address space, in bytes.
        rekentijd: processor time, in seconds.
        uitvoer: size of a file that it writes, in bytes.
    """
    if sys.platform == "win32":
        _limit_on_windows(geheugen, rekentijd)
        return
    import resource

    for soort, grens in (
        (resource.RLIMIT_AS, geheugen),
        (resource.RLIMIT_CPU, rekentijd),
        (resource.RLIMIT_FSIZE, uitvoer),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(soort)[1]
        grens = grens if hard == resource.RLIM_INFINITY else min(grens, hard)
        try:
            resource.setrlimit(soort, (grens, grens))
        except (ValueError, OSError):
            continue  # a system that refuses one limit may still take the others


def _limit_on_windows(geheugen: int, rekentijd: int) -> None:
    """Put this process in a job object with limits; Windows has no limit on the size of a file.

    Not tried on Windows itself. Where it fails, only the waiting time of the parent stops the process.
    """
    import ctypes

    class Limieten(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION, as winnt.h gives it."""

        _fields_ = (
            ("tijd_proces", ctypes.c_int64),  # in units of 100 ns
            ("tijd_job", ctypes.c_int64),
            ("vlaggen", ctypes.c_uint32),
            ("werkset_min", ctypes.c_size_t),
            ("werkset_max", ctypes.c_size_t),
            ("processen", ctypes.c_uint32),
            ("affiniteit", ctypes.c_size_t),
            ("voorrang", ctypes.c_uint32),
            ("planning", ctypes.c_uint32),
            ("io", ctypes.c_uint64 * 6),
            ("geheugen_proces", ctypes.c_size_t),
            ("geheugen_job", ctypes.c_size_t),
            ("piek_proces", ctypes.c_size_t),
            ("piek_job", ctypes.c_size_t),
        )

    uitgebreid, tijd_en_geheugen, zonder_foutvenster = 9, 0x2 | 0x100, 0x1 | 0x2
    limieten = Limieten(tijd_proces=rekentijd * 10**7, vlaggen=tijd_en_geheugen, geheugen_proces=geheugen)
    try:
        kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
        kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = ctypes.c_void_p
        kernel.SetErrorMode(zonder_foutvenster)
        job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
        kernel.SetInformationJobObject(job, uitgebreid, ctypes.byref(limieten), ctypes.sizeof(limieten))
        kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess()))
    except (AttributeError, OSError):
        return


def _schrijf_blad(blad: CalamineSheet, naam: str, verborgen: bool, uit: TextIO) -> None:
    """Write one sheet to the answer."""
    begin = blad.start or (0, 0)
    kop = {"naam": naam, "verborgen": verborgen, "kolom_vanaf": begin[1]}
    uit.write(json.dumps(kop, ensure_ascii=False) + "\n")
    blok: list[tuple[int, list[str]]] = []
    for nummer, cellen in _rijen(blad):
        blok.append((nummer, cellen))
        if len(blok) == _BLOK:
            uit.write(json.dumps(blok, ensure_ascii=False, separators=(",", ":")) + "\n")
            blok = []
    uit.write(json.dumps(blok, ensure_ascii=False, separators=(",", ":")) + "\n")


def _rijen(blad: CalamineSheet) -> Iterator[tuple[int, list[str]]]:
    """The rows with something in them, numbered as Excel does."""
    if blad.start is None:
        return
    for nummer, rij in enumerate(blad.iter_rows(), start=1):
        cellen = [waarde if type(waarde) is str else als_tekst(waarde) for waarde in rij]
        if any(cellen):
            yield nummer, cellen


def als_tekst(waarde: Waarde) -> str:
    """The text of a cell, without the noise of binary fractions.

    Numbers keep the fifteen digits that Excel keeps, dates become ISO 8601.

    >>> als_tekst(3772.0), als_tekst(0.1 + 0.2), als_tekst(1e-7), als_tekst(12345678901234568.0)
    ('3772', '0.3', '0.0000001', '12345678901234568')
    >>> als_tekst(True), als_tekst(datetime.date(2024, 9, 1)), als_tekst(datetime.time(9, 30))
    ('ja', '2024-09-01', '09:30')
    """
    if isinstance(waarde, str):
        return waarde
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, float):
        return _getal(waarde)
    if isinstance(waarde, datetime.datetime):
        return _tijdstip(waarde)
    if isinstance(waarde, datetime.time):
        return waarde.isoformat("seconds").removesuffix(":00")
    if isinstance(waarde, datetime.date):
        return waarde.isoformat()
    return str(waarde)


def _getal(waarde: float) -> str:
    if waarde.is_integer() and abs(waarde) < _GEHEEL_TOT:
        return str(int(waarde))
    if waarde != waarde or waarde in (float("inf"), float("-inf")):
        return str(waarde)
    return format(Decimal(format(waarde, ".15g")), "f")


def _tijdstip(waarde: datetime.datetime) -> str:
    """A moment, rounded to the second (Excel counts days in fractions); midnight is a date."""
    if waarde.microsecond:
        waarde = (waarde + datetime.timedelta(microseconds=500_000)).replace(microsecond=0)
    if waarde.time() == datetime.time():
        return waarde.date().isoformat()
    return waarde.isoformat("T", "seconds")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
