"""Contact persons in a handover pack: only when asked for, and only where everything internal may stand."""

from __future__ import annotations

from netwerkkaart.analyse.basis import in_region
from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.rapport.bron import Bron
from netwerkkaart.rapport.model import Alinea, Deel, Tabel


def contact_table(bron: Bron) -> tuple[Deel, ...]:
    """Whom to call at which organisation of the region; none unless persons were asked for."""
    if not bron.personen or bron.profiel is not Profiel.INTERN:
        return ()
    beeld, hier = bron.beeld, in_region(bron.beeld, bron.regio)
    functies, email, telefoon = (beeld.kolom(veld) for veld in ("functie", "email", "telefoon"))
    tabel = beeld.van_type("WERKT_VOOR")
    rijen = sorted(
        (
            beeld.naam(naar),
            beeld.naam(van),
            str(functies[van] or ""),
            str(email[van] or ""),
            str(telefoon[van] or ""),
        )
        for van, naar in zip(tabel.van.tolist(), tabel.naar.tolist(), strict=True)
        if beeld.label(van) == "Contactpersoon" and hier[naar]
    )
    titel = "Contactpersonen"
    if not rijen:
        return (Deel(titel, (Alinea("Er staan geen contactpersonen in de graaf."),)),)
    koppen = ("Organisatie", "Naam", "Functie", "E-mail", "Telefoon")
    return (Deel(titel, (Tabel("Wie u kunt bellen", koppen, tuple(rijen)),)),)
