"""How Neo4j Browser draws our graph: kinds in the colours of the map, their names beneath them (GraSS).

GraSS is the style sheet of Neo4j Browser (``:style`` in it); a node is styled by one of its labels, and
the most specific one wins, so every kind is named.
"""

from __future__ import annotations

from collections.abc import Iterator

from netwerkkaart.schema.register import BANDEN, SOORTEN

SECTORKLEUREN: dict[str, tuple[str, str, str]] = {
    "onderwijs": ("#0072B2", "#00517F", "#FFFFFF"),
    "naft": ("#CC79A7", "#96527A", "#1F2A33"),
    "welzijn": ("#009E73", "#006B4E", "#FFFFFF"),
    "gezondheid": ("#E69F00", "#9A6A00", "#1F2A33"),
    "werk": ("#D55E00", "#963F00", "#FFFFFF"),
    "lokaal": ("#6B7280", "#454B57", "#FFFFFF"),
    "andere": ("#56B4E9", "#2277A8", "#1F2A33"),
}
"""Fill, outline and colour of the text per sector: those of the map (Okabe and Ito 2008)."""
_OVERLEG = ("#FFFFFF", "#1F2A33", "#1F2A33")
_REST = ("#E5E1D6", "#8A8577", "#1F2A33")
_OVERLEGSOORTEN = ("Forum", "LerendNetwerk", "Coordinator", "Overleg")
_GROOT = ("School", "Clb", "Forum", "LerendNetwerk", "Coordinator")


def grass() -> str:
    """The style sheet; the same every time.

    >>> "node.Clb {" in grass()
    True
    """
    return "\n".join(_rules()) + "\n"


def kind_colours(label: str) -> tuple[str, str, str]:
    """Fill, outline and colour of the text of a kind."""
    sector = SOORTEN[label].soort.sector
    return SECTORKLEUREN[sector] if sector else _OVERLEG if label in _OVERLEGSOORTEN else _REST


def _rules() -> Iterator[str]:
    yield _rule(
        "node", {"diameter": "50px", "border-width": "2px", "font-size": "10px", "caption": "'{naam}'"}
    )
    for label in SOORTEN:
        vul, rand, tekst = kind_colours(label)
        yield _rule(
            f"node.{label}",
            {
                "color": vul,
                "border-color": rand,
                "text-color-internal": tekst,
                "diameter": "65px" if label in _GROOT else "50px",
                "defaultCaption": "<id>",
                "caption": "'{naam}'",
            },
        )
    yield _rule(
        "relationship",
        {
            "color": "#A8A395",
            "shaft-width": "1px",
            "font-size": "8px",
            "padding": "3px",
            "text-color-external": "#1F2A33",
            "caption": "'<type>'",
        },
    )
    for band in BANDEN:
        yield _rule(f"relationship.{band}", {"color": "#1F2A33", "shaft-width": "2px", "caption": "'<type>'"})


def _rule(kiezer: str, velden: dict[str, str]) -> str:
    regels = "\n".join(f"  {naam}: {waarde};" for naam, waarde in velden.items())
    return f"{kiezer} {{\n{regels}\n}}"
