"""The map of very large networks, on real municipalities: time, memory, size of the file.

A view of a million organisations and ten million ties is made in columns at once, so that making it up costs
nothing beside what is measured::

    python -m benchmarks.kaart_groot 1000000 kaart.html
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import overload

import numpy as np

from benchmarks.meten import count, duration, number, seconds
from netwerkkaart.gebied import gemeenten
from netwerkkaart.graph.beeld import LABELS, Beeld, Relaties
from netwerkkaart.kaart.pagina import write_kaart
from netwerkkaart.schema.vocabularia import REGIOS

DATUM = date(2026, 11, 24)
SOORTEN = {
    "School": 0.63,
    "Clb": 0.02,
    "NaftAanbieder": 0.02,
    "Jeugdhulpaanbieder": 0.14,
    "GeestelijkeGezondheidszorg": 0.06,
    "Werkactor": 0.08,
    "LokaalBestuur": 0.05,
}
BANDEN = {"BEGELEIDT": 0.1, "WERKT_SAMEN_MET": 0.7, "VERWIJST_NAAR": 0.2}


class Nummers(Sequence[str]):
    """Texts that are made when somebody reads them: ``o0000007``."""

    def __init__(self, letter: str, begin: int, eind: int) -> None:
        self._letter, self._reeks = letter, range(begin, eind)

    def __len__(self) -> int:
        return len(self._reeks)

    @overload
    def __getitem__(self, plaats: int) -> str: ...
    @overload
    def __getitem__(self, plaats: slice) -> list[str]: ...
    def __getitem__(self, plaats: int | slice) -> str | list[str]:
        if isinstance(plaats, slice):
            return [f"{self._letter}{n:08d}" for n in self._reeks[plaats]]
        return f"{self._letter}{self._reeks[plaats]:08d}"


def make_large(organisaties: int, banden: int, seed: int = 1) -> Beeld:
    """A view with so many organisations and ties; most ties stay near."""
    r = np.random.default_rng(seed)
    plaatsen = sorted(gemeenten().values(), key=lambda gemeente: gemeente.nis)
    plaatsen = [gemeente for gemeente in plaatsen if gemeente.regio in REGIOS]
    aantallen = {soort: round(organisaties * deel) for soort, deel in SOORTEN.items()}
    labels = sorted(aantallen, key=LABELS.index)
    soort = np.concatenate([np.full(aantallen[label], LABELS.index(label), np.int8) for label in labels])
    n, g = len(soort), len(plaatsen)
    # Large towns hold many, as in life; the neighbours in the list lie near.
    waar = np.sort((r.random(n) ** 1.6 * g).astype(np.int32))[r.permutation(n)]
    volgorde = np.argsort(waar, kind="stable")
    tabellen: dict[str, Relaties] = {}
    for type_, deel in BANDEN.items():
        m = round(banden * deel)
        a = r.integers(0, n, m)
        ver = np.rint(r.standard_t(1.5, m) * n / g).astype(np.int64)
        b = np.clip(a + ver, 0, n - 1)
        tabellen[type_] = Relaties(type_, Nummers(type_, 0, m), _int(volgorde[a]), _int(volgorde[b]), {})
    knopen = np.arange(n, dtype=np.int32)
    tabellen["LIGT_IN"] = Relaties("LIGT_IN", Nummers("l", 0, n), knopen, _int(waar + n), {})
    regios = _int(np.array([REGIOS.index(p.regio) for p in plaatsen]) + n + g)
    tabellen["DEEL_VAN"] = Relaties(
        "DEEL_VAN", Nummers("d", 0, g), np.arange(g, dtype=np.int32) + n, regios, {}
    )
    rest = len(REGIOS)
    kop = np.full(g, LABELS.index("Gemeente"), np.int8), np.full(rest, LABELS.index("Regio"), np.int8)
    ids = Nummers("o", 0, n + g + rest)
    leeg: list[object] = [None] * n
    return Beeld(
        DATUM,
        ids,
        np.concatenate([soort, *kop]),
        {
            "naam": [*leeg, *(p.naam for p in plaatsen), *REGIOS],
            "nis": [*leeg, *(p.nis for p in plaatsen), *[None] * rest],
            "code": [*leeg, *[None] * g, *REGIOS],
        },
        tabellen,
    )


def _int(
    waarden: np.ndarray[tuple[int, ...], np.dtype[np.generic]],
) -> np.ndarray[tuple[int, ...], np.dtype[np.int32]]:
    return waarden.astype(np.int32)


def main() -> None:
    """Write the map of so many organisations, and say what it took."""
    from benchmarks.groei import _memory

    aantal, pad = int(sys.argv[1]), Path(sys.argv[2])
    beeld = make_large(aantal, 10 * aantal)
    geladen = _memory("VmRSS")
    duur = seconds(lambda: write_kaart(beeld, pad))
    print(
        f"{count(aantal)} organisaties, {count(10 * aantal)} banden: {duration(duur)}, "
        f"{number(pad.stat().st_size / 1e6)} MB; beeld {number(geladen)} MB, "
        f"piek {number(_memory('VmHWM'))} MB"
    )


if __name__ == "__main__":
    main()
