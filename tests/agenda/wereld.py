"""A table with a past: two meetings, actions of every sort, and what came since."""

from __future__ import annotations

from datetime import date

from netwerkkaart.agenda.maken import make_agenda
from netwerkkaart.agenda.model import Agenda
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.vrijgave import Profiel, beperk
from tests.analyse.grafen import DATUM, Bouwer
from tests.analyse.test_tafel import example
from tests.fiche.wereld import STAPPEN, VIJANDIG

VORIGE, VOLGENDE = date(2026, 2, 10), date(2026, 4, 20)
GEHEIM = "GEHEIM-WOORD"


def with_past() -> Bouwer:
    """CLB, HUIS and NAFT at TAFEL; a coordinator leads it; HUIS came after the last meeting."""
    b = example()
    b.node("Forum", "tafel", regio="limburg")
    b.node("Forum", "ander", regio="limburg")
    b.node("Coordinator", "an", naam="An", rol="lerend-netwerk", regio="limburg")
    b.rel("COORDINEERT", "an", "tafel")
    for wie in ("clb", "naft"):
        b.rel("NEEMT_DEEL_AAN", wie, "tafel")
    b.rel("NEEMT_DEEL_AAN", "huis", "tafel", sinds=date(2026, 3, 1))
    for id_, forum, dag in (
        ("o1", "tafel", date(2025, 9, 1)), ("o2", "tafel", VORIGE), ("o3", "tafel", VOLGENDE), ("o9", "ander", VORIGE),
    ):  # fmt: skip
        b.node("Overleg", id_, datum=dag, agenda="Wachttijden", uitkomst="Twee acties.", opmerking=GEHEIM)
        b.rel("OVERLEG_VAN", id_, forum)
    for id_, toestand, deadline, wie in (
        ("later", "bezig", date(2026, 6, 1), "clb"),
        ("laat", "open", date(2026, 3, 30), "an"),
        ("vandaag", "open", DATUM, "naft"),
        ("klaar", "klaar", date(2026, 3, 1), "naft"),
        ("elders", "open", date(2026, 3, 1), "clb"),
        ("vreemd", "open", date(2026, 3, 1), "school"),
    ):
        b.node("Actie", id_, toestand=toestand, deadline=deadline, opmerking=GEHEIM)
        b.rel("VERANTWOORDELIJK_VOOR", wie, id_)
    b.node("Actie", "wanneer", toestand="open")
    for overleg, wat in (("o2", "wanneer"), ("o2", "klaar"), ("o1", "later"), ("o9", "elders")):
        b.rel("AGENDEERT", overleg, wat)
    b.rel(
        "VERWIJST_NAAR",
        "huis",
        "clb",
        sinds=date(2026, 3, 5),
        bevestiging="bevestigd",
        bevestigd_op=date(2026, 3, 6),
    )
    b.rel("VERWIJST_NAAR", "clb", "huis", tot=date(2026, 3, 5))
    b.node(
        "GoedePraktijk",
        "brug",
        themas=["1"],
        continuum=[STAPPEN[1]],
        doelgroepen=["leerling"],
        omschrijving="Zo.",
    )
    b.node("Werkactor", "ver", telefoon="000 11 22 33")
    b.rel("LIGT_IN", "ver", "nis:71003")
    b.rel("PAST_TOE", "ver", "brug")
    b.node("Contactpersoon", "mens", naam=GEHEIM, telefoon="000 99 99 99")
    b.rel("WERKT_VOOR", "mens", "ver")
    b.node(
        "Hiaat",
        "h",
        naam=GEHEIM,
        thema="1",
        stap=STAPPEN[1],
        regio="limburg",
        gemeenten=["alle"],
        doelgroepen=["alle"],
    )
    b.rel("GEMELD_DOOR", "h", "naft")
    b.rel("AGENDEERT", "o2", "h")
    return b


def agenda_of(b: Bouwer, forum: str = "tafel", profiel: Profiel = Profiel.PARTNERS) -> Agenda:
    gezien = beperk(Beeld.from_rows(*b.rijen), profiel)
    beeld = gezien.op(DATUM)
    return make_agenda(beeld, gezien.op, beeld.nummer[forum], profiel=profiel)


def hostile() -> Bouwer:
    """The same with names, agenda and outcomes that break pages, and more of everything than fits."""
    b = with_past()
    for nr in range(24):
        naam = VIJANDIG[nr % len(VIJANDIG)]
        b.node("Jeugdhulpaanbieder", f"x{nr}", naam=naam)
        b.rel("LIGT_IN", f"x{nr}", f"nis:{71001 + nr % 3}")
        b.rel("NEEMT_DEEL_AAN", f"x{nr}", "tafel", **({"sinds": date(2026, 3, 1)} if nr % 2 else {}))
        b.node("School", f"y{nr}", naam=naam, niveaus=["lager", "secundair"])
        b.rel("LIGT_IN", f"y{nr}", f"nis:{71001 + nr % 3}")
        b.node("Clb", f"c{nr}", naam=naam)
        b.rel("NEEMT_DEEL_AAN", f"c{nr}", "tafel")
        b.rel("BEGELEIDT", f"c{nr}", f"y{nr}", sinds=date(2026, 3, 1))
        b.rel("WERKT_SAMEN_MET", f"x{nr}", f"x{(nr + 1) % 24}", sinds=date(2026, 3, 1))
        b.node(
            "Aanbod", f"a{nr}", naam=naam, themas=["alle"], continuum=[STAPPEN[nr % 4]], doelgroepen=["alle"]
        )
        b.rel("BIEDT", f"x{nr}", f"a{nr}")
        b.rel("BEREIKT", f"a{nr}", f"nis:{71001 + nr % 3}")
        b.node("Actie", f"d{nr}", naam=naam, toestand="open", deadline=date(2026, 1, 1))
        b.rel("VERANTWOORDELIJK_VOOR", f"x{nr}", f"d{nr}")
        b.node(
            "GoedePraktijk",
            f"p{nr}",
            naam=naam,
            themas=["alle"],
            continuum=[STAPPEN[nr % 4]],
            doelgroepen=["alle"],
            omschrijving=naam,
        )
        b.rel("PAST_TOE", f"y{nr}", f"p{nr}")
    b.knopen = [
        (soort, id_, {**p, "naam": VIJANDIG[2]} if id_ in ("tafel", "nis:71001") else {**p, "uitkomst": VIJANDIG[3]} if soort == "Overleg" else p)
        for soort, id_, p in b.knopen
    ]  # fmt: skip
    return b
