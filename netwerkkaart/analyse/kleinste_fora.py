"""The fora of a region: which the tandem shares, the fewest that reach everyone, and who sits in none.

The smallest set of the region's fora whose participants cover every organisation of the region that sits in
any of them is a minimum set cover, solved exactly. Equal sizes: most seats of organisations (``zetels``,
1 where it is not stated), then the ids.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

import numpy as np

from netwerkkaart.analyse.basis import (
    ORGANISATIES,
    Getallen,
    counted,
    number,
    part_of,
    reference_date,
    region_code,
    region_name,
    verb,
)
from netwerkkaart.analyse.dekking import Dekking, cover
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.kolommen import bounds, sort_rows
from netwerkkaart.analyse.organisatierij import OrganisatieRij, describe
from netwerkkaart.analyse.rijen import Rijen
from netwerkkaart.analyse.tandems import ROLLEN, coordinators, organisations_of
from netwerkkaart.analyse.uitkomst import Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld, Masker

DEELNAME = "NEEMT_DEEL_AAN"


@dataclass(frozen=True, slots=True)
class ForumRij:
    """One forum of the region."""

    id: str = field(metadata=kop("Code"))
    naam: str = field(metadata=kop("Naam"))
    frequentie: str = field(metadata=kop("Hoe vaak"))
    organisaties: int = field(metadata=kop("Organisaties", "Organisaties van de regio die er zitten."))
    zetels: int = field(metadata=kop("Zetels", "Zetels van organisaties, ook van buiten de regio."))
    lerend_netwerk: bool = field(metadata=kop("Lerend netwerk", "De coördinator lerend netwerk zit er ook."))
    sts: bool = field(metadata=kop("STS", "De coördinator Samen tegen Schooluitval zit er ook."))
    gekozen: bool = field(metadata=kop("Kleinste keuze", "Hoort bij het kleinste aantal fora."))
    bewijs: tuple[str, ...] = field(metadata=kop("Bewijs", "Sleutels van de deelnames."))


@dataclass(frozen=True, slots=True)
class ZonderForum(OrganisatieRij):
    """An organisation of the region that sits in none of its fora."""

    bewijs: tuple[str, ...] = field(metadata=kop("Bewijs", "De organisatie zelf: er is geen deelname."))


@dataclass(frozen=True)
class _Deelname:
    """Who sits in the fora of a region.

    Args:
        beeld: the view.
        fora: node of each forum, in order of id.
        zit: organisation of the region × forum: has a seat; shape ``(n, F)``.
        zetels: seats of organisations in each forum, also from outside the region.
        deelnames: positions of the participations, forum after forum.
        grenzen: where those of each forum begin, and where the last end.
    """

    beeld: Beeld
    fora: Getallen
    zit: Masker
    zetels: Getallen
    deelnames: Getallen
    grenzen: Getallen

    @classmethod
    def of(cls, beeld: Beeld, regio: str) -> _Deelname:
        regios, code, tabel = beeld.kolom("regio"), region_code(regio), beeld.van_type(DEELNAME)
        fora = np.array([f for f in beeld.van_soort("Forum").tolist() if regios[f] == code], dtype=np.int64)
        hier = organisations_of(beeld, regio)
        plek, rij = np.full(len(beeld), -1), np.full(len(beeld), -1)
        plek[fora], rij[hier] = np.arange(len(fora)), np.arange(len(hier))
        telt = np.flatnonzero((plek[tabel.naar] >= 0) & (tabel.van < beeld.aantal_organisaties))
        forum, deelnames = sort_rows(plek[tabel.naar[telt]], telt)
        gekend = tabel.kolom("zetels")
        aantal = [w if isinstance(w := gekend[deelname], int) else 1 for deelname in deelnames.tolist()]
        zit = np.zeros((len(hier), len(fora)), dtype=np.bool_)
        wie = rij[tabel.van[deelnames]]
        zit[wie[wie >= 0], forum[wie >= 0]] = True
        zetels = np.bincount(forum, weights=aantal, minlength=len(fora)).astype(np.int64)
        return cls(beeld, fora, zit, zetels, deelnames, bounds(forum, len(fora)))

    def rids(self, plek: int) -> tuple[str, ...]:
        """Keys of the participations in one forum."""
        rids, (begin, eind) = self.beeld.van_type(DEELNAME).rids, self.grenzen[plek : plek + 2].tolist()
        return tuple([rids[deelname] for deelname in self.deelnames[begin:eind].tolist()])


def fora_van_regio(beeld: Beeld, drempels: Drempels = STANDAARD, *, regio: str) -> Uitkomst[ForumRij]:
    """Every forum of the region: who of the tandem sits in it, and whether the smallest set holds it.

    Arguments and errors as :func:`~.tandems.tandem`.
    """
    datum = reference_date(beeld)
    deelname = _Deelname.of(beeld, regio)
    keuze = cover(deelname.zit, deelname.zetels)
    tandem_zit = np.stack([_with_coordinator(beeld, rol, regio)[deelname.fora] for rol in ROLLEN], axis=1)
    fora, gedekt = len(deelname.fora), int(np.count_nonzero(deelname.zit.any(axis=1)))
    samen = int(np.count_nonzero(tandem_zit.all(axis=1)))
    cijfers = {"fora": fora, "kleinste": len(keuze.fora), "organisaties": gedekt, "gedeeld": samen}
    return Uitkomst(
        "fora",
        _title(len(keuze.fora), fora, gedekt, samen, regio),
        datum,
        drempels,
        ForumRij,
        Rijen(fora, partial(_row, deelname, keuze, tandem_zit)),
        ("Bewezen: met minder fora kan het niet.",)
        if keuze.bewezen
        else ("De tijd was op: dit is de beste keuze die gevonden is, misschien kan het met minder.",),
        cijfers,
    )


def _row(deelname: _Deelname, keuze: Dekking, tandem_zit: Masker, plek: int) -> ForumRij:
    beeld, forum = deelname.beeld, int(deelname.fora[plek])
    lerend_netwerk, sts = tandem_zit[plek].tolist()
    return ForumRij(
        beeld.ids[forum],
        beeld.naam(forum),
        str(beeld.kolom("frequentie")[forum] or ""),
        int(np.count_nonzero(deelname.zit[:, plek])),
        int(deelname.zetels[plek]),
        lerend_netwerk,
        sts,
        plek in keuze.fora,
        deelname.rids(plek),
    )


def zonder_forum(beeld: Beeld, drempels: Drempels = STANDAARD, *, regio: str) -> Uitkomst[ZonderForum]:
    """The organisations that sit in none of the fora of their region. Arguments and errors as above."""
    datum = reference_date(beeld)
    alle = organisations_of(beeld, regio)
    over = outside_fora(beeld, regio).tolist()
    rijen = tuple(ZonderForum(*describe(beeld, k), (beeld.ids[k],)) for k in over)
    waar, aantal = region_name(regio), len(alle)
    titel = (
        f"{waar}: {part_of(len(rijen), aantal, *ORGANISATIES)} "
        f"{verb(len(rijen), 'zit', 'zitten')} in geen enkel forum van de regio."
    )
    if not aantal:
        titel = f"In {waar} staan nog geen organisaties."
    elif not rijen:
        titel = (
            f"{waar}: {part_of(aantal, aantal, *ORGANISATIES)} {verb(aantal, 'zit', 'zitten')} in een forum."
        )
    cijfers = {"zonder": len(rijen), "organisaties": aantal}
    return Uitkomst("zonder-forum", titel, datum, drempels, ZonderForum, rijen, (), cijfers)


def outside_fora(beeld: Beeld, regio: str) -> Getallen:
    """The organisations of a region that sit in none of its fora, by kind and id."""
    zit = _Deelname.of(beeld, regio).zit
    return organisations_of(beeld, regio)[~zit.any(axis=1)]


def _with_coordinator(beeld: Beeld, rol: str, regio: str) -> Masker:
    """In which nodes a coordinator of the region with a role takes part."""
    tabel, (zij, uit) = beeld.van_type(DEELNAME), np.zeros((2, len(beeld)), dtype=np.bool_)
    zij[coordinators(beeld, rol, regio)] = True
    uit[tabel.naar[zij[tabel.van]]] = True
    return uit


def _title(kleinste: int, fora: int, organisaties: int, samen: int, regio: str) -> str:
    waar = region_name(regio)
    if not fora:
        return f"In {waar} staan nog geen fora."
    if not organisaties:
        return f"{waar}: in de {counted(fora, 'forum', 'fora')} zit nog geen organisatie van de regio."
    if kleinste == fora > 1:
        nodig = f"alle {number(fora)} fora zijn nodig"
    else:
        volstaat = "volstaat" if kleinste == 1 else "volstaan"
        nodig = f"{part_of(kleinste, fora, 'forum', 'fora', het=True)} {volstaat}"
    zitten = verb(organisaties, "zit", "zitten")
    return (
        f"{waar}: {nodig} om {part_of(organisaties, organisaties, *ORGANISATIES)} te bereiken "
        f"die in een forum {zitten}; in {number(samen) if samen else 'geen enkel'} zit de hele tandem."
    )
