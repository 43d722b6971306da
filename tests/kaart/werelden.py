"""Many small random worlds on one page, so that what the page computes can be held against Python."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.graph.beeld import Beeld, KnoopRij, RelatieRij
from netwerkkaart.graph.vrijgave import Profiel, beperk
from netwerkkaart.kaart.meta import Opties
from netwerkkaart.kaart.pagina import write_kaart
from tests.analyse.grafen import DATUM, small
from tests.kaart.conftest import Bezoek

_GEDEELD = ("Regio", "Gemeente")


def union(zaden: Iterable[int]) -> Beeld:
    """The worlds of these seeds beside each other, on the same ground; ids begin with their seed."""
    knopen: dict[str, KnoopRij] = {}
    relaties: dict[str, RelatieRij] = {}
    for zaad in zaden:
        eigen, banden = small(zaad)
        naam = {id_: id_ if label in _GEDEELD else f"{zaad}.{id_}" for label, id_, _ in eigen}
        for label, id_, waarden in eigen:
            meer = {} if label in _GEDEELD else {"naam": naam[id_].upper()}
            knopen[naam[id_]] = (label, naam[id_], {**waarden, **meer})
        for type_, van, naar, waarden in banden:
            rid = "|".join([type_, naam[van], naam[naar], str(waarden.get("stap", ""))])
            via = {"via": naam[str(waarden["via"])]} if waarden.get("via") else {}
            relaties[rid] = (type_, naam[van], naam[naar], {**waarden, **via, "rid": rid})
    return Beeld.from_rows(list(knopen.values()), list(relaties.values())).op(DATUM)


@dataclass(frozen=True)
class Wereld:
    """A page and the view that it was made from, limited as the page is."""

    beeld: Beeld
    pad: Path
    drempels: Drempels

    @cached_property
    def blok(self) -> dict[str, dict[str, list[str]]]:
        tekst = self.pad.read_text(encoding="utf-8").split('id="gegevens">')[1].split("</script>")[0]
        gelezen: dict[str, dict[str, list[str]]] = json.loads(tekst)
        return gelezen

    @cached_property
    def ids(self) -> list[str]:
        """Ids of the organisations that may have ties, as the page numbers them."""
        return [id_ for id_ in self.blok["organisaties"]["id"] if self._is_organisation(id_)]

    def _is_organisation(self, id_: str) -> bool:
        return self.beeld.nummer[id_] < self.beeld.aantal_organisaties


def make_wereld(
    map_: Path, zaden: Iterable[int], regio: str | None = None, drempels: Drempels = STANDAARD
) -> Wereld:
    beeld = beperk(union(zaden), Profiel.PARTNERS)
    pad = map_ / f"werelden-{regio or 'alles'}-{drempels.schakels}.html"
    write_kaart(beeld, pad, opties=Opties(regio), drempels=drempels)
    return Wereld(beeld, pad, drempels)


def go(bezoek: Bezoek, adres: str) -> None:
    """Go to an address of the page and wait until it answered."""
    bezoek.page.evaluate(
        "adres => new Promise(klaar => { if (location.hash === adres) return klaar();"
        " addEventListener('hashchange', klaar, { once: true }); location.hash = adres; })",
        adres,
    )
