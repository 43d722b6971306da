"""The page that explains the score tells the weights that are used."""

from __future__ import annotations

import math
import re
from pathlib import Path

from netwerkkaart.dubbels import gewichten

PAGINA = Path(__file__).parents[2] / "docs" / "dubbels.md"
_RIJ = re.compile(r"\| [^|]+ \| [^|]+ \| (0,\d+) \| (0,\d+) \| ([+−]\d+,\d) \|")


def number(tekst: str) -> float:
    return float(tekst.replace(",", ".").replace("−", "-"))


def test_the_table_of_weights_is_fresh() -> None:
    rijen = [tuple(map(number, treffer)) for treffer in _RIJ.findall(PAGINA.read_text(encoding="utf-8"))]
    kansen = [kans for kans in vars(gewichten).values() if isinstance(kans, gewichten.Kans)]
    assert sorted((m, u) for m, u, _ in rijen) == sorted((kans.m, kans.u) for kans in kansen)
    assert all(abs(math.log2(m / u) - bits) < 0.06 for m, u, bits in rijen)


def test_the_chances_of_a_name_add_up_to_one() -> None:
    lang = {"NAAM_GELIJK_LANG", "NAAM_KERN_LANG", "NAAM_92_LANG", "NAAM_TEGENSTRIJD"}
    namen = [n for n in vars(gewichten) if n.startswith("NAAM_") and n not in lang]
    assert math.isclose(sum(getattr(gewichten, naam).m for naam in namen), 1)
