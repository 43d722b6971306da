"""How a file was read: all that a user chose, as JSON on the import, so that it travels with the graph."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from netwerkkaart.importers import Leeskeuzes
from netwerkkaart.plan.wijziging import Voorrang

VERSIE = 1
"""Version of this description; one that is not known cannot be repeated."""


@dataclass(frozen=True, slots=True)
class Inleeskeuzes:
    """The choices with which a file was read and its plan was made.

    Args:
        importer: name of the importer.
        naam: name of the file as the user knew it.
        bron: name of the source.
        datum: date of the source.
        kolommen: our column → header in the file.
        waarden: (our column, folded foreign value) → our value.
        vast: our column → one value for all rows.
        lezen: how the file was opened.
        zonder_foute_rijen: whether rows with a fault were left out.
        met_voorstellen: whether what the source only suggested was accepted.
        voorrang: who was right in a conflict.
    """

    importer: str
    naam: str
    bron: str
    datum: date
    kolommen: Mapping[str, str] = field(default_factory=dict)
    waarden: Mapping[tuple[str, str], str] = field(default_factory=dict)
    vast: Mapping[str, str] = field(default_factory=dict)
    lezen: Leeskeuzes = field(default_factory=Leeskeuzes)
    zonder_foute_rijen: bool = False
    met_voorstellen: bool = False
    voorrang: Voorrang = Voorrang.GRAAF

    def to_json(self) -> str:
        """One line of JSON, with sorted keys; what was left at its default is left out.

        >>> Inleeskeuzes("fora", "fora.csv", "fora.csv", date(2026, 3, 1)).to_json()
        '{"bron":"fora.csv","datum":"2026-03-01","importer":"fora","naam":"fora.csv","versie":1}'
        """
        delen: dict[str, object] = {
            "versie": VERSIE,
            "importer": self.importer,
            "naam": self.naam,
            "bron": self.bron,
            "datum": self.datum.isoformat(),
            "kolommen": dict(self.kolommen),
            "waarden": [[kolom, vreemd, ons] for (kolom, vreemd), ons in self.waarden.items()],
            "vast": dict(self.vast),
            "blad": self.lezen.blad,
            "codering": self.lezen.codering,
            "scheidingsteken": self.lezen.scheidingsteken,
            "zonder_foute_rijen": self.zonder_foute_rijen,
            "met_voorstellen": self.met_voorstellen,
            "voorrang": "" if self.voorrang is Voorrang.GRAAF else str(self.voorrang),
        }
        gevuld = {naam: deel for naam, deel in delen.items() if deel}
        return json.dumps(gevuld, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_json(cls, tekst: str) -> Inleeskeuzes:
        """The choices from their JSON.

        Raises:
            ValueError: it is not ours, or of a version that is not known.
        """
        try:
            delen: dict[str, Any] = json.loads(tekst)
            if delen["versie"] != VERSIE:
                raise ValueError(f"version {delen['versie']} of choices is not known")
            return cls(
                importer=str(delen["importer"]),
                naam=str(delen["naam"]),
                bron=str(delen["bron"]),
                datum=date.fromisoformat(delen["datum"]),
                kolommen={str(ons): str(kop) for ons, kop in delen.get("kolommen", {}).items()},
                waarden={(str(k), str(v)): str(ons) for k, v, ons in delen.get("waarden", [])},
                vast={str(ons): str(waarde) for ons, waarde in delen.get("vast", {}).items()},
                lezen=Leeskeuzes(delen.get("blad"), delen.get("codering"), delen.get("scheidingsteken")),
                zonder_foute_rijen=bool(delen.get("zonder_foute_rijen")),
                met_voorstellen=bool(delen.get("met_voorstellen")),
                voorrang=Voorrang(delen.get("voorrang") or Voorrang.GRAAF),
            )
        except (KeyError, TypeError, AttributeError) as fout:
            raise ValueError("these are no choices of ours") from fout
