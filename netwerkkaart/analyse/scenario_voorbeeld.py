"""An example of a scenario to fill in: its columns, rows about the region at hand, and what they mean."""

from __future__ import annotations

import numpy as np

from netwerkkaart.analyse.basis import in_region, municipality_name
from netwerkkaart.analyse.bereik import compute_reach
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.ketenherstel_samen import ketenherstel_samen
from netwerkkaart.analyse.routes import is_kind
from netwerkkaart.graph.beeld import Beeld

KOLOMMEN: tuple[str, ...] = (
    "doe", "wat", "id", "naam", "soort", "gemeente", "niveaus", "van", "naar", "relatie", "themas",
    "continuum", "doelgroepen", "capaciteit", "bezet", "wachttijd_weken", "opmerking",
)  # fmt: skip
"""The columns of the example; others of the plain tables may be added."""

UITLEG: tuple[str, ...] = (
    "Elke rij is één ingreep. De rijen gelden in volgorde. Er wordt niets in de graaf geschreven.",
    "doe: toevoegen, weghalen of wijzigen.",
    "wat: band, organisatie, aanbod, of een andere soort zoals forum of inventarisatie.",
    "Een band toevoegen: vul van en naar in (code of naam). Is relatie leeg, dan is het WERKT_SAMEN_MET.",
    "Een band weghalen: vul van en naar in. Is relatie leeg, dan gaan alle banden tussen die twee weg.",
    "Een aanbod toevoegen: vul naam, van (wie het biedt), naar (gemeenten of regio's die het bereikt, "
    "gescheiden door ;), themas, continuum (stappen) en doelgroepen in.",
    "Een organisatie toevoegen: vul naam, soort en gemeente in; bij een school ook niveaus.",
    "Weghalen: vul de code (id) of de naam in. Met een organisatie gaan ook haar banden weg, en het "
    "aanbod dat alleen zij biedt.",
    "Wijzigen: vul de code (id) of de naam in, en alleen wat verandert, bijvoorbeeld capaciteit of "
    "wachttijd_weken.",
    "Haal de voorbeeldrijen weg die u niet nodig hebt.",
)


def example_rows(
    beeld: Beeld, drempels: Drempels = STANDAARD, *, regio: str | None = None
) -> list[tuple[str, ...]]:
    """Rows that can be tried at once: a new tie, offer and organisation, and an offer with more room.

    Args:
        beeld: the view at a date; what stands in it gives the names.
        drempels: the thresholds.
        regio: where the rows are about.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    bereik = compute_reach(beeld, drempels)
    rijen: list[dict[str, str]] = []
    for band in ketenherstel_samen(beeld, drempels, regio=regio, aantal=1, bereik=bereik).rijen:
        opmerking = f"{band.van_naam} – {band.naar_naam}: sluit {band.ketens} ketens (ketenherstel-samen)."
        rijen.append({"wat": "band", "van": band.van, "naar": band.naar, "opmerking": opmerking})
    hier = in_region(beeld, regio)
    scholen = bereik.start[hier[bereik.start] & (bereik.plaats >= 0)].tolist()
    biedt = np.diff(bereik.aanbod.aanbieders.indptr) > 0
    aanbieders = np.flatnonzero(biedt & ~is_kind(beeld, "School", "Clb"))
    aanbieders = aanbieders[hier[aanbieders]] if hier[aanbieders].any() else aanbieders
    if scholen and len(aanbieders):
        nieuw = {
            "naam": "Nieuw aanbod", "van": beeld.ids[int(aanbieders[0])],
            "naar": municipality_name(beeld, scholen[0]), "themas": "1;2",
            "continuum": "voorkomen;heroriënteren", "doelgroepen": "leerling", "capaciteit": "20",
        }  # fmt: skip
        rijen.append({"wat": "aanbod", **nieuw})
    if scholen:
        plaats = municipality_name(beeld, scholen[0])
        rijen.append(
            {
                "wat": "organisatie",
                "naam": "Nieuwe partner",
                "soort": "Jeugdhulpaanbieder",
                "gemeente": plaats,
            }
        )
    vol = bereik.aanbod.knopen[bereik.aanbod.vol]
    if len(vol):
        rijen.append(
            {"doe": "wijzigen", "wat": "aanbod", "id": beeld.ids[int(vol[0])], "capaciteit": "50",
             "bezet": "0", "wachttijd_weken": "0", "opmerking": "Zit nu vol."}
        )  # fmt: skip
    return [tuple({"doe": "toevoegen", **rij}.get(kolom, "") for kolom in KOLOMMEN) for rij in rijen]
