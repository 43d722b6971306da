"""The bodies that a school list names by name only: CLB, leersteuncentrum, board, scholengemeenschap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from netwerkkaart.omzetten.context import Context
from netwerkkaart.schema.register import TYPEN, Waarde, relation_id
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak
from netwerkkaart.schema.vocabularia import fold


@dataclass(frozen=True, slots=True)
class _Rol:
    label: str
    voorvoegsel: str
    type: str
    naar_school: bool
    aard: str = ""


_ROLLEN: Mapping[str, _Rol] = {
    "clb": _Rol("Clb", "clb", "BEGELEIDT", True),
    "leersteuncentrum": _Rol("Ondersteuningsnetwerk", "osn", "ONDERSTEUNT", True),
    "bestuur": _Rol("Bestuur", "bestuur", "ONDERDEEL_VAN", False, "schoolbestuur"),
    "scholengemeenschap": _Rol("Bestuur", "sg", "ONDERDEEL_VAN", False, "scholengemeenschap"),
}


def body_id(voorvoegsel: str, naam: str) -> str:
    """Id of a body that is known by name alone; the same name gives the same id.

    >>> body_id("clb", "CLB Kantelbrug (Genk)")
    'clb:clb-kantelbrug-genk'
    """
    return f"{voorvoegsel}:{fold(naam).replace(' ', '-')}"


@dataclass
class Omgeving:
    """Collects the bodies and the relations that bind schools to them.

    A body that the store knows already by the same name and kind is used as it is.
    """

    context: Context
    knopen: dict[str, KnoopUitspraak] = field(default_factory=dict)
    relaties: list[RelatieUitspraak] = field(default_factory=list)

    def connect(self, school: str, namen: Mapping[str, str], herkomst: dict[str, Waarde], rij: int) -> None:
        """Bind one school to the bodies that its row names (role → name)."""
        for soort, naam in namen.items():
            rol = _ROLLEN[soort]
            id_ = self._known(rol.label, naam) or body_id(rol.voorvoegsel, naam)
            if id_ not in self.knopen:
                eigenschappen: dict[str, Waarde] = {"naam": naam, **herkomst}
                if rol.aard:
                    eigenschappen["aard"] = rol.aard
                self.knopen[id_] = KnoopUitspraak(rol.label, id_, eigenschappen, aanvulling=True)
            van, naar = (id_, school) if rol.naar_school else (school, id_)
            rid = relation_id(TYPEN[rol.type], van, naar, {})
            self.relaties.append(RelatieUitspraak(rol.type, rid, van, naar, {**herkomst}, rij))

    def _known(self, label: str, naam: str) -> str:
        gekend = self.context.gekend
        passend = [id_ for id_ in gekend.per_naam.get(fold(naam), ()) if gekend.labels[id_] == label]
        return passend[0] if len(passend) == 1 else ""
