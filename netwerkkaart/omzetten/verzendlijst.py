"""The list by which forms are sent: what it says of the round, and of who is asked."""

from __future__ import annotations

from collections.abc import Mapping

from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.context import Context, Koppeling, Oogst
from netwerkkaart.omzetten.waarden import Cel, Cellen, read_all
from netwerkkaart.schema.basis import ORGANISATIE
from netwerkkaart.schema.register import SOORTEN, TYPEN, properties_of, relation_id
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak

KOLOMMEN: Mapping[str, str] = {
    "bevraging": "bevraging",
    "naam": "bevraging_naam",
    "regio": "bevraging_regio",
    "datum": "bevraging_datum",
    "deadline": "bevraging_deadline",
    "doelen": "bevraging_doelen",
    "vraag": "bevraging_vraag",
    "organisatie": "code",
    "bestand": "bestand",
}
"""Our name of a column → its header. The others are for the letter, and are not read."""

_RONDE = {n: e for n, e in properties_of(SOORTEN["Bevraging"]).items() if n in KOLOMMEN}
_BEVRAAGD = {"bestand": properties_of(TYPEN["BEVRAAGD_IN"])["bestand"]}


def read_verzendlijst(tabel: Tabel, context: Context) -> Oogst:
    """Read a mail-merge list: one row is one organisation that is asked. All faults at once. O(rows)."""
    plaats = {kop: nummer for nummer, kop in enumerate(tabel.kolommen)}
    meldingen = [
        tabel.melding(f'De kolom "{kop}" ontbreekt.', verwacht="een verzendlijst van bevraging maak")
        for kop in KOLOMMEN.values()
        if kop not in plaats
    ]
    if meldingen:
        return Oogst([], tuple(meldingen), (), len(tabel))
    koppeling = Koppeling({naam: plaats[kop] for naam, kop in KOLOMMEN.items()})
    cellen = Cellen(tabel, koppeling, context)
    rondes, fouten = read_all(cellen, _RONDE, {})
    bevraagd, meer = read_all(cellen, _BEVRAAGD, {})
    meldingen += fouten + meer
    uit: dict[str, Uitspraak] = {}
    for rij, id_, org, ronde, hoe in zip(
        tabel.rijnummers,
        cellen.texts("bevraging"),
        cellen.texts("organisatie"),
        rondes,
        bevraagd,
        strict=True,
    ):
        herkomst: Cel = {"bron": context.bron, "bron_datum": context.datum}
        if not id_ or "|" in id_ or " " in id_:
            meldingen.append(tabel.melding("De code van de bevraging past niet.", rij=rij, kolom="bevraging"))
            continue
        label = context.gekend.labels.get(org)
        if label is None or SOORTEN[label].soort.basis != ORGANISATIE:
            meldingen.append(
                tabel.melding(
                    "Deze organisatie staat niet in de graaf.",
                    rij=rij,
                    kolom=KOLOMMEN["organisatie"],
                    waarde=org,
                    verwacht="de code van een organisatie",
                )
            )
            continue
        uit.setdefault(id_, KnoopUitspraak("Bevraging", id_, {**ronde, **herkomst}, rij))
        rid = relation_id(TYPEN["BEVRAAGD_IN"], org, id_, {})
        uit.setdefault(rid, RelatieUitspraak("BEVRAAGD_IN", rid, org, id_, {**hoe, **herkomst}, rij))
    return Oogst(list(uit.values()), tuple(meldingen), (), len(tabel))
