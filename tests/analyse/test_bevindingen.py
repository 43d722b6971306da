"""The three findings: true on any seed, checked by doing what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from netwerkkaart.analyse.bevinding import Bevinding, BevindingSoort
from netwerkkaart.analyse.bevindingen import drie_bevindingen
from netwerkkaart.analyse.fora import forum_to_raise
from netwerkkaart.analyse.keten import keten
from netwerkkaart.demo import generate_demo
from netwerkkaart.graph.beeld import Beeld
from tests.demo.inlees import DATUM, lees_in


def _closed(beeld: Beeld, regio: str) -> set[tuple[str, str]]:
    return {(rij.id, rij.thema) for rij in keten(beeld, regio=regio).rijen if not rij.ontbreekt}


def _rows(
    beeld: Beeld,
) -> tuple[list[tuple[str, str, dict[str, object]]], list[tuple[str, str, str, dict[str, object]]]]:
    knopen = [
        (
            beeld.label(i),
            id_,
            {naam: kolom[i] for naam, kolom in beeld.kolommen.items() if kolom[i] is not None},
        )
        for i, id_ in enumerate(beeld.ids)
    ]
    relaties: list[tuple[str, str, str, dict[str, object]]] = [
        (naam, beeld.ids[int(van)], beeld.ids[int(naar)], {"rid": rid})
        for naam, tabel in beeld.relaties.items()
        for rid, van, naar in zip(tabel.rids, tabel.van, tabel.naar, strict=True)
    ]
    return knopen, relaties


def _of(bevindingen: tuple[Bevinding, ...], soort: BevindingSoort) -> Bevinding:
    return next(b for b in bevindingen if b.soort is soort)


@pytest.mark.parametrize(("zaad", "regio"), [(1, "limburg"), (7, "west-vlaanderen"), (42, "brussel")])
def test_findings_hold_when_they_are_done(tmp_path: Path, zaad: int, regio: str) -> None:
    beeld = lees_in(generate_demo(tmp_path, regio=regio, zaad=zaad, datum=DATUM), DATUM).beeld(DATUM)
    bevindingen = drie_bevindingen(beeld, regio=regio)
    assert len(bevindingen) == 3
    geraakt = [len(b.scholen) for b in bevindingen]
    assert geraakt == sorted(geraakt, reverse=True)
    knopen, relaties = _rows(beeld)

    nieuw = _of(bevindingen, BevindingSoort.NIEUWE_BAND)
    assert nieuw.verbinding is not None
    van, naar = sorted(nieuw.verbinding)
    erbij = Beeld.from_rows(
        knopen, [*relaties, ("WERKT_SAMEN_MET", van, naar, {"rid": f"WERKT_SAMEN_MET|{van}|{naar}"})]
    )
    dicht = _closed(erbij.op(DATUM), regio) - _closed(beeld, regio)
    winst = next(deel.tekst for deel in nieuw.delen if deel.nadruk == "winst")
    if "gesloten keten" in nieuw.zin:
        assert winst.split(" ")[0] == f"+{len({id_ for id_, _ in dicht})}"

    brug = _of(bevindingen, BevindingSoort.BREEKBARE_BRUG)
    assert brug.verbinding is not None
    einden = set(brug.verbinding)
    zonder = [
        r
        for r in relaties
        if not (
            {r[1], r[2]} == einden
            and r[0] in ("WERKT_SAMEN_MET", "VERWIJST_NAAR", "BEGELEIDT", "ONDERSTEUNT", "ADVISEERT")
        )
    ]
    assert len(zonder) < len(relaties)
    kapot = _closed(beeld, regio) - _closed(Beeld.from_rows(knopen, zonder).op(DATUM), regio)
    assert {id_ for id_, _ in kapot} <= set(brug.scholen)


def test_a_pair_without_a_common_forum_is_sent_to_the_largest_in_which_one_sits() -> None:
    knopen = [("Clb", "c", {"naam": "C"}), ("Werkactor", "w", {"naam": "W"}), ("School", "s", {"naam": "S"})]
    knopen += [("Forum", "f1", {"naam": "Klein"}), ("Forum", "f2", {"naam": "Groot"})]
    zetels = [("c", "f1"), ("c", "f2"), ("s", "f2")]
    beeld = Beeld.from_rows(knopen, [("NEEMT_DEEL_AAN", v, n, {"rid": f"{v}|{n}"}) for v, n in zetels])
    nummer = beeld.nummer
    assert forum_to_raise(beeld, nummer["w"], nummer["c"]) == (nummer["f2"], nummer["w"])
    assert forum_to_raise(beeld, nummer["w"], nummer["w"]) is None
