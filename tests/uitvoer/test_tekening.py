"""Pictures: what they show is in them, in every form, for whoever cannot see colours or anything."""

from __future__ import annotations

import io
from string import ascii_letters
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from netwerkkaart.analyse.tekening import Lijn, Lijnen, Raster, Reeks, Staaf, Staven, Tekening, Vak
from netwerkkaart.uitvoer.tekening_svg import ARCERING, KLEUR, to_svg
from netwerkkaart.uitvoer.tekening_terminal import STIJL, render
from tests.voorbeelden import aantal

STAVEN = Staven(
    "3 van de 5 scholen <gesloten>",
    "scholen",
    (Reeks("gesloten", "goed"), Reeks("open", "fout")),
    (Staaf("Genk & co", (3, 1), (3, 5)), Staaf("Bree", (0, 0)), Staaf("Peer", (0, 1), tekst="één")),
    "Peildatum 2026-11-24.",
)
RASTER = Raster(
    "Eén hiaat.",
    ("voorkomen", "heroriënteren"),
    ("leerling", "ouder"),
    ((Vak("gedekt", "goed"), Vak("hiaat", "fout")), (Vak("witte vlek", "onbekend"), Vak("gedekt", "goed"))),
    (("goed", "er is aanbod"), ("fout", "er is geen aanbod")),
)
LIJNEN = Lijnen(
    "Het netwerk groeit.",
    "maand",
    "banden",
    (
        Lijn(Reeks("echt", "nadruk"), ((1, 2), (2, 4), (3, 8)), ((1, 3), (3, 5), (7, 9))),
        Lijn(Reeks("leeg"), ()),
    ),
    ((1, "jan"), (3, "mrt")),
)
ALLE = [STAVEN, RASTER, LIJNEN]


def as_text(tekening: Tekening, breedte: int = 80) -> str:
    uit = io.StringIO()
    Console(file=uit, width=breedte, color_system=None).print(render(tekening, breedte))
    return uit.getvalue()


@pytest.mark.parametrize("tekening", ALLE)
def test_an_svg_is_well_formed_the_same_every_time_and_asks_for_nothing(tekening: Tekening) -> None:
    svg = to_svg(tekening)
    assert svg == to_svg(tekening)
    wortel = ElementTree.fromstring(svg)
    assert wortel.get("role") == "img"
    assert wortel.findtext("{http://www.w3.org/2000/svg}title") == tekening.titel
    assert not [e for e in wortel.iter() if (e.get("href") or "").startswith("http")]


@pytest.mark.parametrize("tekening", ALLE)
def test_without_its_title_a_picture_still_tells_it_to_a_screen_reader(tekening: Tekening) -> None:
    svg = to_svg(tekening, met_titel=False)
    assert ElementTree.fromstring(svg).findtext("{http://www.w3.org/2000/svg}title") == tekening.titel
    assert len(svg) < len(to_svg(tekening))


def test_bars_carry_their_labels_numbers_and_range_without_colour() -> None:
    tekst = as_text(STAVEN)
    for deel in ("3 van de 5 scholen <gesloten>", "Genk & co", "4 (3–5)", "één", "█", "▒", "┄", "Peildatum"):
        assert deel in tekst, deel
    assert "Genk &amp; co" in to_svg(STAVEN)


def test_a_grid_carries_every_word() -> None:
    for deel in ("voorkomen", "ouder", "hiaat", "witte vlek", "er is geen aanbod"):
        assert deel in as_text(RASTER)
        assert deel in to_svg(RASTER)


def test_lines_say_where_they_begin_and_end() -> None:
    tekst = as_text(LIJNEN)
    assert "jan: 2 → mrt: 8" in tekst
    assert "banden, tegenover maand" in tekst


def test_every_meaning_of_a_colour_has_its_own_shade_and_most_a_hatch() -> None:
    assert len(set(KLEUR.values())) == len(KLEUR) == len(STIJL)
    zonder = [toon for toon, arcering in ARCERING.items() if not arcering]
    assert zonder == ["goed", "neutraal"]


def test_bars_that_miss_a_value_are_a_fault_of_the_programmer() -> None:
    with pytest.raises(ValueError, match="one"):
        Staven("x", "y", (Reeks("a"),), (Staaf("b", (1, 2)),))
    with pytest.raises(ValueError, match="one"):
        Raster("x", ("a",), ("b",), ())


@settings(max_examples=aantal(30))
@given(
    st.lists(
        st.tuples(
            st.text(ascii_letters + " ést.text(max_size=40), st.floats<[", max_size=40),
            st.floats(0, 1e6),
            st.floats(0, 1e6),
        ),
        min_size=1,
        max_size=8,
    ),
    st.integers(60, 200),
)
def test_any_bars_fit_the_terminal(rijen: list[tuple[str, float, float]], breedte: int) -> None:
    staven = tuple(Staaf(" ".join(label.split()), (een, twee)) for label, een, twee in rijen)
    tekst = as_text(Staven("titel", "stuks", (Reeks("a"), Reeks("b", "fout")), staven), breedte)
    assert all(len(regel.rstrip()) <= breedte for regel in tekst.splitlines())
