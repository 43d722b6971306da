"""The demo through the real doors: readers and importers, in their order, into a view of the graph."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netwerkkaart.demo import DemoBestanden
from netwerkkaart.fouten import Melding
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.importers import load_importer
from netwerkkaart.inlezen import read_tabel
from netwerkkaart.omzetten.context import Context, Gekend
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak

DATUM = date(2026, 11, 24)


@dataclass
class Ingelezen:
    knopen: dict[str, KnoopUitspraak]
    relaties: dict[str, RelatieUitspraak]
    meldingen: list[Melding]

    def beeld(self, datum: date) -> Beeld:
        return Beeld.from_rows(
            [(k.label, k.id, {**k.eigenschappen}) for k in self.knopen.values()],
            [(r.type, r.van, r.naar, {**r.eigenschappen, "rid": r.rid}) for r in self.relaties.values()],
        ).op(datum)


def lees_in(demo: DemoBestanden, datum: date) -> Ingelezen:
    """Read every file with its importer; each sees what the earlier ones brought."""
    uit = Ingelezen({}, {}, [])
    for bestand in demo.bestanden:
        gekend = Gekend([(k.id, k.label, str(k.eigenschappen.get("naam", ""))) for k in uit.knopen.values()])
        context = Context(gekend, datum, bestand.pad.name)
        oogst = load_importer(bestand.importer).read(read_tabel(bestand.pad), context)
        uit.meldingen += oogst.meldingen
        for uitspraak in oogst.uitspraken:
            if isinstance(uitspraak, KnoopUitspraak):
                eerder = uit.knopen.get(uitspraak.id)
                assert eerder is None or eerder.label == uitspraak.label
                if eerder is None:
                    uit.knopen[uitspraak.id] = uitspraak
                elif not uitspraak.aanvulling:
                    eerder.eigenschappen.update(uitspraak.eigenschappen)
            else:
                al = uit.relaties.setdefault(uitspraak.rid, uitspraak)
                al.eigenschappen = {**al.eigenschappen, **uitspraak.eigenschappen}
    return uit
