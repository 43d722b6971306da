"""The style sheet for Neo4j Browser: every kind, in the colours of the map."""

from __future__ import annotations

import re
from pathlib import Path

from netwerkkaart.schema.register import BANDEN, SOORTEN
from netwerkkaart.uitvoer import neo4jstijl
from netwerkkaart.uitvoer.neo4jstijl import SECTORKLEUREN, grass

KLEUREN_TS = Path(neo4jstijl.__file__).resolve().parents[1] / "kaart" / "web" / "src" / "data" / "kleuren.ts"


def test_every_kind_and_tie_has_a_rule() -> None:
    kiezers = re.findall(r"^(\S+) \{$", grass(), re.MULTILINE)
    assert len(kiezers) == len(set(kiezers))
    assert set(kiezers) == {
        "node",
        "relationship",
        *(f"node.{label}" for label in SOORTEN),
        *(f"relationship.{band}" for band in BANDEN),
    }


def test_it_is_a_list_of_rules_and_nothing_else() -> None:
    regel = re.compile(r"\S+ \{\n(?:  [a-zA-Z-]+: [^;\n]+;\n)+\}\n")
    assert regel.sub("", grass()) == ""


def test_the_colours_are_those_of_the_map() -> None:
    gevonden = re.findall(r'(\w+): \{ vul: "(#\w{6})", rand: "(#\w{6})"', KLEUREN_TS.read_text("utf-8"))
    kaart = {sector: (vul, rand) for sector, vul, rand in gevonden}
    assert {sector: kleuren[:2] for sector, kleuren in SECTORKLEUREN.items()} == {
        sector: kaart[sector] for sector in SECTORKLEUREN
    }


def test_text_can_be_read_on_its_fill() -> None:
    for vul, _, tekst in SECTORKLEUREN.values():
        helder, donker = sorted((_luminance(vul), _luminance(tekst)), reverse=True)
        assert (helder + 0.05) / (donker + 0.05) >= 3  # WCAG 2.2, 1.4.11 and large text of 1.4.3


def _luminance(hexkleur: str) -> float:
    delen = [int(hexkleur[plek : plek + 2], 16) / 255 for plek in (1, 3, 5)]
    lineair = [d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in delen]
    return 0.2126 * lineair[0] + 0.7152 * lineair[1] + 0.0722 * lineair[2]
