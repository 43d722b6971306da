"""What answers suggest of the end of a tie that a list states: proposed, never done by itself. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from netwerkkaart.plan.antwoordstand import Antwoordstand
from netwerkkaart.plan.bevestiging import BEVESTIGD, EENZIJDIG, Afgeleid, Bandsleutel, Grondslag, derive_bands
from netwerkkaart.plan.grondslag import answers_only
from netwerkkaart.plan.herleiden import possible_rids
from netwerkkaart.plan.wijziging import BekendeRelatie
from netwerkkaart.schema.register import Waarde
from netwerkkaart.schema.uitspraken import RelatieUitspraak, Voorstel

ONTKEND = "Beide kanten zeggen dat deze band er niet is."
HERNOMEN = "Deze band is beëindigd, maar een later antwoord zegt dat hij er is."


def propose_ends(stand: Antwoordstand, relaties: Mapping[str, BekendeRelatie], bron: str) -> list[Voorstel]:
    """Ties to end as both ends deny them, and ended ties to take up again. O(answers).

    Args:
        stand: all answers.
        relaties: what is known of every tie between organisations of which an answer speaks.
        bron: source to name on what is proposed.
    """
    uit: list[Voorstel] = []
    for paar, vermeldingen in sorted(stand.mentions.items()):
        lijst: dict[Bandsleutel, tuple[str, BekendeRelatie]] = {}
        for rid in possible_rids(paar):
            r = relaties.get(rid)
            if r is not None and not answers_only(r.eigenschappen):
                lijst[r.type, r.van, r.naar, str(r.eigenschappen.get("stap") or "")] = (rid, r)
        banden = derive_bands(sorted(vermeldingen, key=repr), dict.fromkeys(lijst, Grondslag()))
        for sleutel, (rid, r) in lijst.items():
            uit += _propose(rid, r, banden[sleutel], bron)
    return uit


def _propose(rid: str, r: BekendeRelatie, band: Afgeleid, bron: str) -> Iterator[Voorstel]:
    tot = r.eigenschappen.get("tot")
    if band.laatst is None:
        return
    herkomst: dict[str, Waarde] = {"bron": bron, "bron_datum": band.laatst}
    if band.ontkend and tot is None:
        einde = RelatieUitspraak(r.type, rid, r.van, r.naar, {"tot": band.laatst, **herkomst})
        yield Voorstel(einde, ONTKEND)
    elif band.bevestiging in (BEVESTIGD, EENZIJDIG) and isinstance(tot, date) and tot <= band.laatst:
        leeg = frozenset({"tot", "tot_precisie"})
        yield Voorstel(RelatieUitspraak(r.type, rid, r.van, r.naar, {**herkomst}, leeg=leeg), HERNOMEN)
