"""What a profile may not show is not in the view."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.vrijgave import Profiel, beperk
from tests.voorbeelden import aantal


def _beeld() -> Beeld:
    return Beeld.from_rows(
        [
            ("School", "s", {"naam": "De Ark", "opmerking": "geheime noot"}),
            ("Clb", "c", {"naam": "CLB", "vrijgave": "openbaar"}),
            ("Jeugdhulpaanbieder", "j", {"naam": "Verborgen huis", "vrijgave": "intern"}),
            ("Contactpersoon", "p", {"naam": "An Peeters", "vrijgave": "openbaar"}),
            ("Hiaat", "h", {"naam": "Gemeld tekort", "vrijgave": "partners"}),
            ("Gemeente", "nis:71016", {"naam": "Genk", "nis": "71016"}),
        ],
        [
            (
                "BEGELEIDT",
                "c",
                "s",
                {
                    "rid": "BEGELEIDT|c|s",
                    "bevestiging": "betwist",
                    "bevestigd_op": date(2026, 1, 2),
                    "via": "p",
                    "opmerking": "ruzie",
                },
            ),
            ("WERKT_SAMEN_MET", "c", "j", {"rid": "WERKT_SAMEN_MET|c|j"}),
            ("LIGT_IN", "s", "nis:71016", {"rid": "LIGT_IN|s|nis:71016"}),
        ],
    )


def test_intern_keeps_everything() -> None:
    beeld = _beeld()
    assert beperk(beeld, Profiel.INTERN) is beeld


def test_partners_loses_persons_gaps_remarks_and_disputes() -> None:
    klein = beperk(_beeld(), Profiel.PARTNERS)
    assert set(klein.ids) == {"s", "c", "nis:71016"}
    tabel = klein.van_type("BEGELEIDT")
    assert tabel.rids == ["BEGELEIDT|c|s"]
    assert "opmerking" not in klein.kolommen
    assert not set(tabel.kolommen) & {"via", "opmerking", "bevestiging", "bevestigd_op"}
    assert len(klein.van_type("WERKT_SAMEN_MET")) == 0
    assert klein.naam(int(klein.gemeente[klein.nummer["s"]])) == "Genk"


def test_a_confirmation_that_is_no_dispute_stays() -> None:
    beeld = Beeld.from_rows(
        [("School", "s", {"naam": "A"}), ("Clb", "c", {"naam": "B"})],
        [("BEGELEIDT", "c", "s", {"rid": "BEGELEIDT|c|s", "bevestiging": "bevestigd"})],
    )
    assert beperk(beeld, Profiel.PARTNERS).van_type("BEGELEIDT").kolom("bevestiging") == ["bevestigd"]


def test_openbaar_keeps_only_what_is_said_to_be_open() -> None:
    klein = beperk(_beeld(), Profiel.OPENBAAR)
    assert set(klein.ids) == {"c", "nis:71016"}
    assert klein.relaties == {}


_NIVEAUS = st.sampled_from([None, "intern", "partners", "openbaar", "iets anders"])


@settings(max_examples=aantal(50))
@given(st.lists(_NIVEAUS, min_size=1, max_size=8), st.lists(_NIVEAUS, max_size=8))
def test_a_wider_circle_never_sees_more(knopen: list[str | None], banden: list[str | None]) -> None:
    rijen = [("School", f"s{i}", {"naam": "x", "vrijgave": niveau}) for i, niveau in enumerate(knopen)]
    relaties = [
        (
            "WERKT_SAMEN_MET",
            f"s{i % len(knopen)}",
            f"s{(i + 1) % len(knopen)}",
            {"rid": f"r{i}", "vrijgave": niveau},
        )
        for i, niveau in enumerate(banden)
    ]
    beeld = Beeld.from_rows(rijen, relaties)
    gezien = [set(beperk(beeld, p).ids) for p in (Profiel.OPENBAAR, Profiel.PARTNERS, Profiel.INTERN)]
    assert gezien[0] <= gezien[1] <= gezien[2]
    partners = beperk(beeld, Profiel.PARTNERS)
    assert gezien[1] == {f"s{i}" for i, n in enumerate(knopen) if n in (None, "partners", "openbaar")}
    for van, naar in zip(partners.banden.van.tolist(), partners.banden.naar.tolist(), strict=True):
        assert {partners.ids[van], partners.ids[naar]} <= gezien[1]
