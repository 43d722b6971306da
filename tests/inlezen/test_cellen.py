"""Plain cells are read in a quick way: it sees what the handlers of every tag see, however a part is cut."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netwerkkaart.fouten import OnleesbaarBestand
from netwerkkaart.inlezen.cellen import XlsxKijker

_KOP = '<?xml version="1.0" encoding="UTF-8"?>\n<worksheet><sheetData>'
_SLOT = "</sheetData></worksheet>"
_STUKKEN = st.sampled_from(
    [
        '<c r="B2" s="3" t="s"><v>12</v></c>',
        '<c r="C2"><v>1.5</v></c>',
        '<c r="D2" s="1"/>',
        '<c r="ZZ9" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>',
        '<c r="E4" t="e"><v>#N/A</v></c>',
        '<c r="F4"><f>A1</f></c>',
        '<c r="F5"><f>A1</f><v>2</v></c>',
        '<c r="G4" t="str"><f>A1</f><v></v></c>',
        "<c><v>3</v></c>",
        '<c t="s" r="H7"><v>3</v></c>',
        '<c r="b8"><v>3</v></c>',
        '<x:c xmlns:x="x" r="J12"><x:v>3</x:v></x:c>',
        '<c  r="K40"><v>3</v></c>',
        '<c r="L3"><v>]]></v></c>',
        '<c r="L4"><v>&nee;</v></c>',
        '<c r="L5"><v>\x01</v></c>',
        '<c r="L6" t="inlineStr"><is><t>Heroriënteren</t></is></c>',
        '<c r="A1"><v>',
        "</v></c>",
        '<c r="A1"><v>--></v></c>',
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?x ",
        "?>",
        '</row><row r="7">',
        "</row><row>",
        '<x a="',
        '"/>',
        "&amp;",
        "<",
        " ",
    ]
)


def look(tekst: str, sneden: list[int], snel: bool) -> object:
    """What is seen of a sheet that comes in pieces: the rectangle, the faults, or that it is refused."""
    ruw = tekst.encode()
    kijker = XlsxKijker("x.xlsx", "blad")
    kijker._is_snel = snel
    try:
        for begin, einde in zip([0, *sneden], [*sneden, len(ruw)], strict=True):
            kijker.voer(ruw[begin:einde])
        kijker.sluit()
    except OnleesbaarBestand as fout:
        return str(fout)
    return kijker._hoek, kijker.cellen, kijker.fouten, kijker.fouten_geteld


@given(st.lists(_STUKKEN, max_size=14), st.data())
@example(['<c r="A1"><v>', "<!--", '<c r="A1"><v>--></v></c>', '<c  r="K40"><v>3</v></c>'], None)
def test_the_quick_way_sees_the_same(stukken: list[str], data: st.DataObject | None) -> None:
    tekst = f'{_KOP}<row r="1">{"".join(stukken)}</row>{_SLOT}'
    sneden = sorted(data.draw(st.lists(st.integers(0, len(tekst)), max_size=6))) if data else []
    snel, traag = look(tekst, sneden, True), look(tekst, [], False)
    # What is told first of several faults depends on the pieces.
    assert snel == traag or (isinstance(snel, str) and isinstance(traag, str))


@pytest.mark.parametrize("plaats", ["AAA1", "A500001"])
def test_a_plain_cell_too_far_away_is_refused(plaats: str) -> None:
    tekst = f'{_KOP}<row><c r="{plaats}"><v>1</v></c></row>{_SLOT}'
    assert "te groot" in str(look(tekst, [], True))


def test_a_comment_that_begins_at_the_end_of_a_piece_hides_nothing() -> None:
    lang = '<c r="A1"><v>' + "x" * 2**20
    tekst = f'{_KOP}<row>{lang}<!-- --></v></c><c r="C3"><v>1</v></c></row>{_SLOT}'
    assert look(tekst, [tekst.index("<!--") + 1], True) == look(tekst, [], False)
