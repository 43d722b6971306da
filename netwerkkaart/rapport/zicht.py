"""What a report may see: limited to a profile first, and without names of persons unless asked for.

All analyses of a report read these views, so that no sentence, table or annex can speak of what was
left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from netwerkkaart.graph.afscherming import Afscherming
from netwerkkaart.graph.beeld import Beeld, Kolom
from netwerkkaart.graph.toen import Tijden
from netwerkkaart.graph.vrijgave import Profiel, beperk
from netwerkkaart.schema.vocabularia import ROL

_VRIJGAVE, _NAAM = "vrijgave", "naam"
_PERSOONLIJK = ("email", "telefoon", "functie", "website")
PERSOON = "een contactpersoon"
"""What stands in the place of the name of a contact person."""


def limit_view(
    beeld: Beeld, profiel: Profiel, *, personen: bool = False, afscherming: Afscherming | None = None
) -> Beeld:
    """A view with what a profile may show; persons by what they do, unless their names are asked for.

    >>> beeld = Beeld.from_rows(
    ...     [("Coordinator", "c", {"naam": "An", "rol": "sts"}), ("Clb", "k", {"naam": "CLB"})], [])
    >>> limit_view(beeld, Profiel.PARTNERS).kolom("naam")
    ['CLB', 'de coördinator Samen tegen Schooluitval']
    """
    klein = beperk(beeld, profiel, afscherming)
    return klein if personen else _without_names(klein)


def limit_times(tijden: Tijden, profiel: Profiel, *, personen: bool = False) -> Tijden:
    """The same for the graph as it was known on several days.

    What may not be shown now is not shown as it was known then either: else it would stand in the report
    as something that disappeared.
    """
    nu, wie = tijden.nu, Afscherming.of(profiel, tijden.nu, *tijden.gekend)
    tijden = tijden if profiel is Profiel.INTERN else tijden.met_nummers()

    def limited(beeld: Beeld) -> Beeld:
        return limit_view(beeld, profiel, personen=personen, afscherming=wie)

    gekend = tuple(limited(_released_as_now(beeld, nu)) for beeld in tijden.gekend)
    return replace(tijden, gekend=gekend, nu=limited(nu))


def _without_names(beeld: Beeld) -> Beeld:
    namen = list(beeld.kolom(_NAAM))
    for knoop in beeld.van_soort("Contactpersoon").tolist():
        namen[knoop] = PERSOON
    coordinatoren = beeld.van_soort("Coordinator").tolist()
    rollen, regios = beeld.kolom("rol"), beeld.kolom("regio")
    keer: dict[tuple[object, object], int] = {}
    for knoop in coordinatoren:
        wie = rollen[knoop], regios[knoop]
        keer[wie] = keer.get(wie, 0) + 1
        rol = str(rollen[knoop] or "")
        woord = ROL.woord(rol) if rol in ROL.codes else "coördinator"
        volgnummer = f" ({keer[wie]})" if keer[wie] > 1 else ""
        namen[knoop] = f"de {woord}{volgnummer}"
    personen = [*beeld.van_soort("Contactpersoon").tolist(), *coordinatoren]
    kolommen: dict[str, Kolom] = {**beeld.kolommen, _NAAM: namen}
    for veld in _PERSOONLIJK:
        if veld in kolommen:
            kolommen[veld] = waarden = list(kolommen[veld])
            for knoop in personen:
                waarden[knoop] = None
    return replace(beeld, kolommen=kolommen)


def _released_as_now(toen: Beeld, nu: Beeld) -> Beeld:
    """A former view, with the release of everything as it is now; what is gone since keeps its own."""
    vrijgave = nu.kolom(_VRIJGAVE)
    knopen = _overwritten(
        toen.kolom(_VRIJGAVE), toen.ids, {id_: vrijgave[plek] for id_, plek in nu.nummer.items()}
    )
    tabellen = {
        type_: replace(
            tabel,
            kolommen={
                **tabel.kolommen,
                _VRIJGAVE: _overwritten(
                    tabel.kolom(_VRIJGAVE),
                    tabel.rids,
                    dict(zip(nu.van_type(type_).rids, nu.van_type(type_).kolom(_VRIJGAVE), strict=True)),
                ),
            },
        )
        for type_, tabel in toen.relaties.items()
    }
    return replace(toen, kolommen={**toen.kolommen, _VRIJGAVE: knopen}, relaties=tabellen)


def _overwritten(kolom: Kolom, sleutels: Sequence[str], nu: dict[str, object]) -> list[object]:
    return [nu.get(sleutel, waarde) for sleutel, waarde in zip(sleutels, kolom, strict=True)]
