"""Plain tables of relations: ends by code or unambiguous name, kinds that fit, every fault told."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.schema.register import SOORTEN, TYPEN, may_connect
from netwerkkaart.schema.uitspraken import RelatieUitspraak
from tests.omzetten.tabellen import make_tabel, read
from tests.voorbeelden import aantal

KOPPEN = ("van", "naar", "relatie")
Knopen = list[tuple[str, str, str]]


def _relations(oogst: object) -> list[RelatieUitspraak]:
    return [u for u in oogst.uitspraken if isinstance(u, RelatieUitspraak)]  # type: ignore[attr-defined]


def test_ends_go_by_code_or_by_name(knopen: Knopen) -> None:
    oogst = read("relaties", make_tabel(KOPPEN, ("CLB kantelbrug", "De Ark", "begeleidt")), knopen)
    assert not oogst.fouten
    assert [(r.type, r.van, r.naar) for r in _relations(oogst)] == [("BEGELEIDT", "clb:x", "s1")]


def test_a_name_that_fits_two_is_refused_with_both_codes(knopen: Knopen) -> None:
    fout = read("relaties", make_tabel(KOPPEN, ("clb:x", "De Regenboog", "begeleidt")), knopen).fouten[0]
    assert (fout.rij, fout.kolom) == (2, "naar")
    assert "s2" in fout.verwacht
    assert "s3" in fout.verwacht


def test_an_unknown_end_an_unknown_type_and_a_wrong_way_are_all_told(knopen: Knopen) -> None:
    tabel = make_tabel(
        KOPPEN,
        ("s1", "weg", "begeleidt"),
        ("s1", "j1", "bemint"),
        ("s1", "clb:x", "begeleidt"),
        ("s1", "s1", "werkt samen"),
    )
    oogst = read("relaties", tabel, knopen)
    assert [(m.rij, m.kolom) for m in oogst.fouten] == [
        (3, "relatie"),
        (2, "naar"),
        (4, "relatie"),
        (5, "naar"),
    ]
    assert "Wissel van en naar om" in oogst.fouten[2].tekst


def test_an_unknown_type_is_answered_in_the_words_of_the_sheet(knopen: Knopen) -> None:
    tabel = make_tabel(KOPPEN, ("s1", "j1", "verwijst door"), ("s1", "j1", "bemint"))
    bijna, ver = read("relaties", tabel, knopen).fouten
    assert bijna.tekst == "Deze relatie is niet gekend. Bedoelde u verwijst naar?"
    assert ver.tekst == "Deze relatie is niet gekend."
    assert "werkt samen met, verwijst naar" in ver.verwacht


def test_an_offer_reaches_a_municipality_by_name_code_or_region(knopen: Knopen) -> None:
    rijen = [("a1", doel, "bereikt") for doel in ("Genk", "nis:71022", "regio:limburg", "Borgloon")]
    oogst = read("relaties", make_tabel(KOPPEN, *rijen), knopen)
    assert not oogst.fouten
    doelen = [r.naar for r in _relations(oogst) if r.type == "BEREIKT"]
    assert doelen == ["nis:71016", "nis:71072", "regio:limburg", "nis:73111"]


def test_an_undirected_tie_said_twice_counts_once(knopen: Knopen) -> None:
    oogst = read(
        "relaties", make_tabel(KOPPEN, ("s1", "j1", "werkt samen"), ("j1", "s1", "werkt samen")), knopen
    )
    assert not oogst.fouten
    assert [(r.van, r.naar) for r in _relations(oogst)] == [("j1", "s1")]
    assert any("herhalen" in m.tekst for m in oogst.meldingen)


def test_two_rows_that_contradict_each_other_are_a_fault(knopen: Knopen) -> None:
    koppen = (*KOPPEN, "sterkte")
    tabel = make_tabel(koppen, ("s1", "j1", "werkt samen", "1"), ("j1", "s1", "werkt samen", "3"))
    assert [m.rij for m in read("relaties", tabel, knopen).fouten] == [3]


def test_one_type_for_the_whole_file(knopen: Knopen) -> None:
    oogst = read(
        "relaties", make_tabel(("van", "naar"), ("s1", "j1")), knopen, vast={"relatie": "WERKT_SAMEN_MET"}
    )
    assert [r.type for r in _relations(oogst)] == ["WERKT_SAMEN_MET"]


paren = st.lists(
    st.tuples(
        st.sampled_from(["s1", "s2", "clb:x", "j1", "a1", "weg", ""]),
        st.sampled_from(["s1", "clb:x", "j1", "a1", "nis:71016"]),
        st.sampled_from(sorted(TYPEN)),
    ),
    max_size=15,
)


@settings(max_examples=aantal(80))
@given(paren)
def test_a_relation_is_let_through_exactly_when_the_schema_allows_it(
    rijen: list[tuple[str, str, str]],
) -> None:
    knopen = [
        ("s1", "School", "A"),
        ("s2", "School", "B"),
        ("clb:x", "Clb", "C"),
        ("j1", "Jeugdhulpaanbieder", "J"),
        ("a1", "Aanbod", "T"),
    ]
    labels = {id_: label for id_, label, _ in knopen} | {"nis:71016": "Gemeente"}
    oogst = read("relaties", make_tabel(KOPPEN, *rijen), knopen)
    fout = {m.rij for m in oogst.fouten}
    for nummer, (van, naar, type_) in enumerate(rijen, start=2):
        soort = TYPEN[type_]
        mag = (
            van in labels
            and van != naar
            and not soort.soort.intern
            and may_connect(soort, labels[van], labels[naar])
        )
        if not mag:
            assert nummer in fout
    aantal = len({_key(rij) for n, rij in enumerate(rijen, start=2) if n not in fout})
    eigen = [r for r in _relations(oogst) if r.rij]
    assert len(eigen) == aantal
    assert all(label in SOORTEN for label in labels.values())


def _key(rij: tuple[str, str, str]) -> tuple[str, ...]:
    van, naar, type_ = rij
    soort = TYPEN[type_].soort
    if soort.ongericht:
        van, naar = sorted((van, naar))
    return (type_, van) if soort.uniek else (type_, van, naar)
