"""Every kind, type and property of the schema goes into a store, into an archive, and back."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel

from netwerkkaart.graph.archief import herstel, write_archief
from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.graph.store import Store
from netwerkkaart.schema.register import (
    SOORTEN,
    TYPEN,
    Eigenschap,
    Misvorming,
    Waarde,
    flatten,
    may_connect,
    properties_of,
    read_value,
    relation_id,
)
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak
from tests.graph.hulp import NU, staat, voer_in

PROEFWAARDEN = (
    "2024", "3000", "24062", "012345", "0206684927", "a@b.be", "016 11 22 33", "https://a.be", "ja",
    "2025-2026", "2", "50,5", "0,4", "Zoë's \"tekst\"; met = en é",
)  # fmt: skip


def voorbeeld(eigenschap: Eigenschap) -> object:
    """A value that the property takes, as text: the last of its vocabulary, or the first that fits."""
    woorden = eigenschap.vorm.vocabularium.codes[::-1] if eigenschap.vorm.vocabularium else ()
    for waarde in (*woorden, *PROEFWAARDEN):
        gelezen = read_value(eigenschap, waarde)
        if not isinstance(gelezen, Misvorming):
            return gelezen
    raise AssertionError(f"no example for {eigenschap.naam}")


def velden(model: type[BaseModel], behalve: str) -> dict[str, Waarde]:
    plat: dict[str, Waarde] = {}
    for naam, eigenschap in properties_of(model).items():
        if naam not in (behalve, "imp"):
            plat |= flatten(naam, voorbeeld(eigenschap))
    return plat


def alles() -> list[Uitspraak]:
    knopen: dict[str, list[KnoopUitspraak]] = {}
    for label, kind in SOORTEN.items():
        if not kind.soort.intern:
            knopen[label] = [KnoopUitspraak(label, f"{label}-{nr}", velden(kind, "id")) for nr in (1, 2)]
    relaties: list[Uitspraak] = []
    for naam, soort in TYPEN.items():
        if soort.soort.intern:
            continue
        paren = [(a, b) for a in knopen for b in knopen if may_connect(soort, a, b)]
        assert paren, naam
        for a, b in paren[:3]:
            van, naar = sorted((knopen[a][0].id, knopen[b][1].id))
            if not soort.soort.ongericht:
                van, naar = knopen[a][0].id, knopen[b][1].id
            eigen = velden(soort, "rid")
            rid = relation_id(soort, van, naar, eigen)
            if not any(isinstance(r, RelatieUitspraak) and r.rid == rid for r in relaties):
                relaties.append(RelatieUitspraak(naam, rid, van, naar, eigen))
    return [knoop for groep in knopen.values() for knoop in groep] + relaties


def test_the_whole_schema_survives_store_and_archive(store: Store, tmp_path: Path) -> None:
    voer_in(store, alles())
    assert voer_in(store, alles(), "imp:2") is None
    write_archief(store, tmp_path / "a.zip", gemaakt=NU)
    terug = IngebedStore(tmp_path / "terug.kgl", schrijven=True)
    herstel(terug, tmp_path / "a.zip")
    assert staat(terug) == staat(store)
    terug.close()
