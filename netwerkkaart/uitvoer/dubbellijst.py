"""The list of doubles as a table, for a file that one works through in Excel."""

from __future__ import annotations

from netwerkkaart.dubbels.vergelijken import Vergelijking
from netwerkkaart.dubbels.zoeken import Dubbel, Dubbels
from netwerkkaart.uitvoer.tabel import Rooster

_KOLOMMEN = (
    ("score", "score"),
    ("soort", "soort"),
    ("a", "code die blijft"),
    ("a_naam", "naam die blijft"),
    ("a_gemeente", "gemeente"),
    ("a_adres", "adres"),
    ("a_relaties", "relaties"),
    ("b", "code die gaat"),
    ("b_naam", "naam die gaat"),
    ("b_gemeente", "gemeente (gaat)"),
    ("b_adres", "adres (gaat)"),
    ("b_relaties", "relaties (gaat)"),
    ("voor", "waarom"),
    ("tegen", "wat ertegen spreekt"),
    ("opbouw", "opbouw van de score, in bits"),
    ("afgewezen", "afgewezen"),
    ("opdracht", "samenvoegen"),
)


def title(gevonden: Dubbels) -> str:
    """How many pairs there are, as a sentence.

    >>> title(Dubbels(None, 0.5, (), 12, 30, 0, ()))
    'Geen dubbels gevonden bij 30 organisaties, aanbod, fora en personen.'
    """
    aantal = len(gevonden.rijen)
    wat = f"bij {gevonden.knopen} organisaties, aanbod, fora en personen."
    if not aantal:
        return f"Geen dubbels gevonden {wat}"
    if aantal == 1:
        return f"{_pairs(aantal)} dat waarschijnlijk dubbel is, {wat}"
    return f"{_pairs(aantal)} die waarschijnlijk dubbel zijn, {wat}"


def notes(gevonden: Dubbels) -> tuple[str, ...]:
    """What must be said with a list of doubles: threshold, and what was not looked at."""
    uit = [
        "De score is de kans dat het om één en dezelfde gaat, als de velden onafhankelijk van elkaar fout "
        f"kunnen zijn; getoond vanaf {as_getal(gevonden.drempel)}. Uitleg: docs/dubbels.md",
    ]
    if gevonden.afgewezen:
        paren = _pairs(gevonden.afgewezen)
        uit.append(f"Niet getoond: {paren} waarvan u zei dat het er twee zijn (--ook-afgewezen).")
    if gevonden.overvol:
        grootste = max(gevonden.overvol, key=lambda groep: groep.aantal)
        uit.append(
            f"{len(gevonden.overvol)} groepen zijn te groot om elk paar te vergelijken (de grootste: "
            f"{grootste.aantal} keer {grootste.label} met {grootste.sleutel}); daarin zijn alleen paren "
            "met dezelfde postcode of gemeente vergeleken."
        )
    if gevonden.drempel < 0.5:
        uit.append("Onder 0,5 is de lijst niet volledig: zulke paren worden niet allemaal vergeleken.")
    return tuple(uit)


def _pairs(aantal: int) -> str:
    return "1 paar" if aantal == 1 else f"{aantal} paren"


def as_getal(waarde: float) -> str:
    """A score as people write it, rounded down: 0,999 is not 1.

    >>> as_getal(0.964), as_getal(0.999), as_getal(0.5)
    ('0,96', '0,99', '0,50')
    """
    return f"{int(waarde * 100 + 1e-9) / 100:.2f}".replace(".", ",")


def explain(vergelijking: Vergelijking) -> str:
    """The weights that make a score, as one text."""
    delen = [("vooraf", vergelijking.start), *((deel.veld, deel.bits) for deel in vergelijking.delen)]
    return "; ".join(f"{veld} {bits:+.1f}".replace(".", ",") for veld, bits in delen)


def as_rooster(gevonden: Dubbels, *, met_contactpersonen: bool = False) -> Rooster:
    """All pairs with all that is known of them.

    Contact persons leave the program only when they are asked for; how many are left out is told.
    """
    rijen = [rij for rij in gevonden.rijen if met_contactpersonen or rij.soort != "Contactpersoon"]
    noten = list(notes(gevonden))
    if len(rijen) < len(gevonden.rijen):
        over = len(gevonden.rijen) - len(rijen)
        noten.append(f"Niet in het bestand: {_pairs(over)} contactpersonen (--contactpersonen).")
    namen = tuple(naam for naam, _ in _KOLOMMEN)
    koppen = tuple(kop for _, kop in _KOLOMMEN)
    return Rooster(title(gevonden), namen, koppen, [_row(rij) for rij in rijen], tuple(noten))


def _row(rij: Dubbel) -> tuple[object, ...]:
    gezichten = [
        waarde
        for gezicht in (rij.a, rij.b)
        for waarde in (gezicht.id, gezicht.naam, gezicht.gemeente, gezicht.adres, gezicht.relaties)
    ]
    return (
        rij.score,
        rij.soort,
        *gezichten,
        list(rij.voor),
        list(rij.tegen),
        explain(rij.vergelijking),
        rij.afgewezen,
        f"netwerkkaart dubbels voegsamen {rij.a.id} {rij.b.id}",
    )
