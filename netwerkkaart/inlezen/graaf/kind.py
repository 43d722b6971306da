"""The child process in which a foreign graph is parsed, within limits of memory, time and output.

``python -P -m … SOORT IN OUT NAME MEMORY SECONDS OUTPUT``. The answer is a file of
JSON lines, see :mod:`.vangst`; the last is ``["einde", formaat, faults]`` or ``["weigering", tekst, hulp]``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from netwerkkaart.fouten import OnleesbaarBestand
from netwerkkaart.inlezen.codering import decodeer
from netwerkkaart.inlezen.graaf.gexf import GexfLezer
from netwerkkaart.inlezen.graaf.graphml import GraphmlLezer
from netwerkkaart.inlezen.graaf.kumujson import read_kumu_json
from netwerkkaart.inlezen.graaf.vangst import Vangst
from netwerkkaart.inlezen.graaf.xml import walk_xml
from netwerkkaart.inlezen.kind import limit_process


def main(argumenten: list[str]) -> int:
    """Read the graph IN and write the answer to OUT."""
    soort, pad_in, pad_uit, bestand, *grenzen = argumenten
    limit_process(*map(int, grenzen))
    with Path(pad_uit).open("w", encoding="ascii") as uit:
        vangst = Vangst(uit, bestand)
        try:
            formaat = _read(soort, Path(pad_in), vangst)
        except OnleesbaarBestand as fout:
            vangst.weiger(fout)
        else:
            vangst.sluit(formaat)
    return 0


def _read(soort: str, pad: Path, vangst: Vangst) -> str:
    """Read one file; what it is, as people call it."""
    if soort == "graphml":
        walk_xml(pad, GraphmlLezer(vangst))
        return "GraphML"
    if soort == "gexf":
        lezer = GexfLezer(vangst)
        walk_xml(pad, lezer)
        return f"GEXF {lezer.versie}".strip()
    read_kumu_json(decodeer(pad.read_bytes(), vangst.bestand).tekst, vangst)
    return "Kumu"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
