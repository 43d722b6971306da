"""On the very edge of a threshold: which side a value falls, as docs/analyses.md says."""

from __future__ import annotations

from datetime import date

import pytest

from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.analyse.hiaten import hiaten
from tests.analyse.grafen import DATUM, Bouwer, geography, view


def region(aanbod: dict[str, object] | None = None, *, zonder: int = 0) -> Bouwer:
    """Four schools of one municipality, of which some are not joined to the only provider."""
    b = Bouwer()
    gemeente = geography(b, 1)[0]
    for org in ("jh", "s0", "s1", "s2", "s3"):
        b.node("School" if org[0] == "s" else "Jeugdhulpaanbieder", org, niveaus=["lager"])
        b.rel("LIGT_IN", org, gemeente)
    b.node("Aanbod", "o", themas=["1"], continuum=["voorkomen"], doelgroepen=["leerling"], **(aanbod or {}))
    b.rel("BIEDT", "jh", "o")
    b.rel("BEREIKT", "o", gemeente)
    for nr in range(zonder, 4):
        b.rel("WERKT_SAMEN_MET", "jh", f"s{nr}")
    return b


def verdict(b: Bouwer, drempels: Drempels | None = None) -> str:
    rijen = hiaten(view(b.rijen), drempels or Drempels(), regio="limburg").rijen
    (cel,) = (c for c in rijen if (c.thema, c.stap, c.doelgroep) == ("1", "voorkomen", "leerling"))
    return str(cel.oordeel)


def test_exactly_a_quarter_of_the_schools_is_not_more_than_a_quarter() -> None:
    assert verdict(region(zonder=1)) == "gedekt"
    assert verdict(region(zonder=1), Drempels(aandeel_niet_verbonden=0.24)) == "niet verbonden"
    assert verdict(region(zonder=2)) == "niet verbonden"
    assert verdict(region(), Drempels(aandeel_niet_verbonden=0)) == "gedekt"


@pytest.mark.parametrize(
    ("aanbod", "oordeel"),
    [
        ({"wachttijd_weken": 8}, "gedekt"),
        ({"wachttijd_weken": 9}, "volzet"),
        ({"capaciteit": 0}, "volzet"),
        ({"capaciteit": 2, "bezet": 1}, "gedekt"),
        ({"capaciteit": 2, "bezet": 2}, "volzet"),
        ({"bezet": 9}, "gedekt"),
        ({"sinds": DATUM}, "gedekt"),
        ({"sinds": date(2026, 4, 1)}, "witte vlek"),
        ({"tot": DATUM}, "witte vlek"),
        ({"tot": date(2026, 4, 1)}, "gedekt"),
    ],
)
def test_an_offer_is_there_or_full_from_its_very_number_or_day(
    aanbod: dict[str, object], oordeel: str
) -> None:
    assert verdict(region(aanbod)) == oordeel


@pytest.mark.parametrize(
    ("dag", "oordeel"),
    [(date(2024, 3, 31), "hiaat"), (date(2024, 3, 30), "witte vlek"), (DATUM, "hiaat")],
)
def test_an_inventory_counts_for_exactly_twenty_four_months(dag: date, oordeel: str) -> None:
    b = region({"sinds": date(2030, 1, 1)})
    b.node(
        "Inventarisatie", "i", regio="limburg", gemeenten=["alle"], thema="1", stap="voorkomen",
        doelgroepen=["leerling"], volledig=True, datum=dag,
    )  # fmt: skip
    assert verdict(b) == oordeel
