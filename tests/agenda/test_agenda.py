"""What stands on an agenda: by hand, and what never does."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from netwerkkaart.agenda.maken import TOONT
from netwerkkaart.agenda.pagina import as_rooster, make_page
from netwerkkaart.agenda.verslag import as_document
from netwerkkaart.cli.hoofd import run
from netwerkkaart.fouten import Afsluitcode
from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.rapport.schrijven import render
from tests.agenda.wereld import GEHEIM, VOLGENDE, VORIGE, agenda_of, hostile, with_past
from tests.analyse.test_tafel import example


def test_who_sits_there_and_when_they_met() -> None:
    agenda = agenda_of(with_past())
    assert agenda.leden == ("CLB", "HUIS", "NAFT")
    assert agenda.volgende == VOLGENDE
    assert agenda.vorige is not None
    assert (agenda.vorige.datum, agenda.vorige.uitkomst) == (VORIGE, "Twee acties.")
    assert agenda.zin == (
        "Op tafel: 4 acties op te volgen, 1 voorbij haar datum; 1 nieuwe band voor 1 open stap van scholen "
        "en 1 hiaat om aan te pakken."
    )


def test_actions_of_this_table_by_their_deadline() -> None:
    punten = agenda_of(with_past()).rubriek("acties").punten
    assert [(p.kop, p.tekst, p.merk) for p in punten] == [
        ("LAAT", "An, open, tegen 30-03-2026", "datum voorbij"),
        ("VANDAAG", "NAFT, open, tegen 31-03-2026", ""),
        ("LATER", "CLB, bezig, tegen 01-06-2026", ""),
        ("WANNEER", "niemand aangeduid, open, zonder datum", ""),
    ]
    assert punten[3].vraag == "Wie neemt dit op?"


def test_gaps_ties_and_practices_that_fit_them() -> None:
    agenda = agenda_of(with_past())
    (band,) = agenda.rubriek("banden").punten
    assert band.kop == "CLB met NAFT"
    assert "maakt 1 open stap bereikbaar, voor 1 school, en sluit 1 keten" in band.tekst
    (hiaat,) = agenda.rubriek("hiaten").punten
    assert (hiaat.kop, hiaat.tekst, hiaat.vraag, hiaat.merk) == (
        "Heroriënteren naar onderwijs, thema 1 (−12)",
        "In NIS:71001 is er plaats, maar geraken te weinig scholen er, voor leerling (1 school zonder).",
        "Kunnen CLB en NAFT samenwerken? Zie de voorstellen.",
        "niet verbonden",
    )
    (praktijk,) = agenda.rubriek("praktijken").punten
    assert praktijk.tekst == "Past bij heroriënteren naar onderwijs, thema 1 (−12). Zo."
    assert praktijk.vraag == "Bel VER (NIS:71003): 000 11 22 33."


def test_a_tie_of_which_one_end_still_has_to_be_invited() -> None:
    """What a finding says to raise at a forum, the agenda of that forum raises."""
    b = example()
    b.node("Forum", "tafel", regio="limburg")
    b.rel("NEEMT_DEEL_AAN", "clb", "tafel")
    agenda = agenda_of(b)
    (band,) = agenda.rubriek("banden").punten
    assert (band.kop, band.vraag) == ("CLB met NAFT", "NAFT zit nog niet aan tafel: wie nodigt uit?")
    assert agenda.zin.startswith("Op tafel: 1 nieuwe band met wie u eerst uitnodigt")
    # At another table neither sits.
    b.node("Forum", "ander", regio="limburg")
    b.rel("NEEMT_DEEL_AAN", "school", "ander")
    assert agenda_of(b, forum="ander").rubriek("banden").punten == ()


def test_a_practice_that_somebody_at_the_table_uses_is_asked_of_them() -> None:
    b = with_past()
    b.rel("NEEMT_DEEL_AAN", "ver", "tafel")
    (praktijk,) = agenda_of(b).rubriek("praktijken").punten
    assert praktijk.vraag == "VER past dit al toe: vraag naar de ervaring."


def test_news_is_what_came_since_by_the_dates_of_the_facts() -> None:
    punten = agenda_of(with_past()).rubriek("nieuws").punten
    assert [(p.kop, p.tekst) for p in punten] == [
        ("Nieuw aan tafel", "HUIS."),
        ("Nieuwe band", "HUIS verwijst naar CLB."),
        ("Bevestigd", "1 band tussen wie hier zit, is sindsdien door beide kanten bevestigd."),
        ("Afgewerkt", "KLAAR."),
    ]


def test_secrets_are_on_no_agenda_and_what_was_lost_neither() -> None:
    for profiel in (Profiel.PARTNERS, Profiel.INTERN):
        agenda = agenda_of(with_past(), profiel=profiel)
        alles = make_page(agenda) + repr(as_rooster(agenda))
        assert GEHEIM not in alles
        assert "000 99 99 99" not in alles
        assert "CLB verwijst naar HUIS" not in alles
        assert ("Intern: alleen voor coördinatoren" in alles) == (profiel is Profiel.INTERN)


def test_a_disputed_tie_and_an_internal_action_do_not_count_for_partners() -> None:
    b = with_past()
    b.knopen = [(s, i, {**p, "vrijgave": "intern"} if i in ("laat", "naft") else p) for s, i, p in b.knopen]
    agenda = agenda_of(b)
    assert agenda.leden == ("CLB", "HUIS")
    assert "LAAT" not in make_page(agenda)
    assert "NAFT" not in make_page(agenda)


def test_a_forum_of_which_nothing_is_known() -> None:
    agenda = agenda_of(with_past(), "ander")
    assert agenda.zin.startswith("Er is nog niemand van dit forum gekend")
    assert "nog niet gekend" in make_page(agenda)


def test_hostile_names_are_text_and_the_same_data_are_the_same_bytes() -> None:
    agenda = agenda_of(hostile())
    pagina = make_page(agenda)
    assert "<script" not in pagina
    assert "&lt;script&gt;" in pagina
    assert pagina == make_page(agenda_of(hostile()))
    assert all(len(r.getoond) <= TOONT[r.naam] for r in agenda.rubrieken)
    assert len(as_rooster(agenda).rijen) == sum(len(r.punten) for r in agenda.rubrieken)


@pytest.mark.usefixtures("graaf")
def test_the_command_writes_a_page_and_shows_what_is_on_it(capsys: pytest.CaptureFixture[str]) -> None:
    for map_ in ("een", "twee"):
        assert run(["agenda", "tafel genk", "--map", map_, "--datum", "2026-11-24", "--uit", "a.csv"]) == 0
    een, twee = (next(Path(m).iterdir()) for m in ("een", "twee"))
    assert een.name.startswith("agenda-tafel-genk-")
    assert een.read_bytes() == twee.read_bytes()
    assert "Bellen" in capsys.readouterr().out
    assert "VERANTWOORDELIJK_VOOR|an|bel" in Path("a.csv").read_text("utf-8")


@pytest.mark.usefixtures("graaf")
def test_the_word_document_has_every_point_and_is_not_written_over(
    capsys: pytest.CaptureFixture[str],
) -> None:
    woorden = ["agenda", "tafel genk", "--docx", "--datum", "2026-11-24"]
    assert run(woorden) == 0
    (pad,) = Path("exports").glob("*.docx")
    eerst = pad.read_bytes()
    assert run(woorden) == 0
    assert pad.read_bytes() == eerst
    document = docx.Document(str(pad))
    assert "Bellen" in "".join(cel.text for tabel in document.tables for cel in tabel.column_cells(0))
    document.add_paragraph("Wij spraken af dat …")
    document.save(str(pad))
    assert run(woorden) != 0
    assert "is gewijzigd" in capsys.readouterr().err
    assert "Wij spraken af" in docx.Document(str(pad)).paragraphs[-1].text


def test_the_word_document_takes_every_name() -> None:
    agenda = agenda_of(hostile())
    assert render(as_document(agenda), ".docx") == render(as_document(agenda), ".docx")


@pytest.mark.usefixtures("graaf")
def test_a_learning_network_is_a_table_too() -> None:
    assert run(["agenda", "Netwerk Limburg", "--datum", "2026-11-24"]) == 0
    assert "3 organisaties" in next(Path("exports").iterdir()).read_text("utf-8")


@pytest.mark.usefixtures("graaf")
@pytest.mark.parametrize(
    ("wie", "zin"),
    [("Tafel", "Tafel Genk (tafel)"), ("clb", "is geen forum of netwerk"), ("x", "Er is geen")],
)
def test_an_unknown_forum_is_told(wie: str, zin: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["agenda", wie]) == Afsluitcode.NIET_GEVONDEN
    assert zin in capsys.readouterr().err.replace("\n", " ")
    assert not Path("exports").exists()
