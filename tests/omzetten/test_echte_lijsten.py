"""Real lists that nobody here made up, with all their dirt: what goes in, and what is refused and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from netwerkkaart.inlezen import read_tabel
from netwerkkaart.schema.uitspraken import KnoopUitspraak
from tests.omzetten.tabellen import read

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="the real lists are not here: put them in ../shared/data"
)
SOORTEN = {
    ("soort", "gemeente"): "LokaalBestuur",
    ("soort", "ocmw"): "LokaalBestuur",
    ("soort", "provincie"): "LokaalBestuur",
    ("soort", "ocmw vereniging privaat"): "AndereOrganisatie",
    ("soort", "ocmw vereniging publiek"): "AndereOrganisatie",
}


def test_287_school_sites() -> None:
    tabel = read_tabel(DATA / "scholen_limburg_hageland_2021" / "vestigingen.csv")
    oogst = read("scholen", tabel)
    assert len(tabel) == 287
    scholen = [u for u in oogst.uitspraken if isinstance(u, KnoopUitspraak) and u.label == "School"]
    assert len({s.id for s in scholen}) == 287
    assert sum(s.eigenschappen["niveaus"] == ["lager"] for s in scholen) == 196
    assert sum(s.eigenschappen["niveaus"] == ["secundair"] for s in scholen) == 91
    # One test record without any place; six cells hold several numbers; four places are doubtful.
    assert [(m.rij, m.kolom) for m in oogst.fouten] == [(242, "gemeente")]
    assert sum("meer nummers" in m.tekst for m in oogst.meldingen) == 6
    assert sum(m.kolom == "gemeente" and not m.is_fout for m in oogst.meldingen) == 4


def test_735_welfare_organisations_and_their_457_memberships() -> None:
    map_ = DATA / "welzijnsverenigingen"
    tabel = read_tabel(map_ / "organisaties.csv")
    oogst = read(
        "organisaties", tabel, kolommen={"id": "kbo", "kbo": "kbo", "soort": "type"}, waarden=SOORTEN
    )
    assert len(tabel) == 735
    assert [(m.rij, m.kolom) for m in oogst.fouten] == [(694, "kbo")]
    knopen = [u for u in oogst.without_faulty_rows().uitspraken if isinstance(u, KnoopUitspraak) and u.rij]
    assert len(knopen) == 734
    gekend = [(k.id, k.label, str(k.eigenschappen["naam"])) for k in knopen]

    deelnames = read_tabel(map_ / "deelnames.csv")
    kolommen = {"van": "deelnemer_kbo", "naar": "vereniging_kbo"}
    relaties = read("relaties", deelnames, gekend, kolommen=kolommen, vast={"relatie": "WERKT_SAMEN_MET"})
    assert len(deelnames) == 457
    assert len(relaties.fouten) == 14
    assert len(relaties.uitspraken) == 443
