"""What the view *tijd* reads: for each thing at which moments it was there, as known then and as known now.

A thing that was there at all moments, also as known then, has not changed. What is on the map has a letter in
a text as long as the column that it belongs to (a place in ``combinaties``); what is not, a row of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from netwerkkaart.analyse.basis import municipality_name
from netwerkkaart.analyse.hiaten_oordeel import Celoordeel
from netwerkkaart.analyse.momenten import Momenten
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.toen import Tijden
from netwerkkaart.kaart.blokken.elders import Elders
from netwerkkaart.kaart.blokken.letters import Nummering, pack_letters
from netwerkkaart.kaart.blokken.staten import Staten, Verloop
from netwerkkaart.kaart.inpakken import runs
from netwerkkaart.kaart.keuze import Keuze
from netwerkkaart.kaart.resultaten import OORDELEN, Blok
from netwerkkaart.kaart.woorden import Woordenlijst, datum_tekst, tekst
from netwerkkaart.schema.vocabularia import THEMA

Combinaties = Nummering[tuple[int, int, int]]
"""Sorts of things with when they were there: as known then, and as known now."""
RELATIES = ("band", "zetel", "lid")
"""Sorts of relations, in the order of their numbers in ``combinaties``; organisations come after."""
ORGANISATIE = len(RELATIES)
GEEN = -1
_CEL: dict[str, str] = {
    Celoordeel.GEDEKT: "0",
    Celoordeel.VOLZET: "1",
    Celoordeel.NIET_VERBONDEN: "2",
    Celoordeel.HIAAT: "3",
    Celoordeel.WITTE_VLEK: "4",
}
"""Verdicts on cells in the order of the page's legend; no schools is no verdict."""
_KETEN = {str(oordeel): str(code) for code, oordeel in enumerate(OORDELEN)}


def time_block(
    keuze: Keuze,
    momenten: Momenten | None,
    aanbod: Sequence[str],
    woorden: tuple[Woordenlijst, Woordenlijst],
    elders: Elders,
) -> Blok | None:
    """The block of the view *tijd*; None when the map does not know the past.

    Args:
        keuze: what the map shows, on the day of the last moment.
        momenten: the graph at the moments, limited to what the profile may show.
        aanbod: ids of the offers on the map, as the page numbers them.
        woorden: numbered texts and days.
        elders: numbers organisations; who is met is added.
    """
    if momenten is None:
        return None
    tijden, staten = momenten.tijden, Staten(momenten, keuze.regio)
    combinaties = Combinaties()
    vroeger = Vroeger(elders, keuze.beeld)
    maskers = {soort: staten.masks(soort) for soort in RELATIES}
    rids = _rids(keuze)
    op_kaart = [_sort_and_masks(maskers, rid) for rid in rids]
    orgs = staten.masks("organisatie")
    return {
        "momenten": [dag.isoformat() for dag in tijden.momenten],
        "banden": _on_map(op_kaart, combinaties),
        "begin": _begins(keuze, op_kaart, woorden[1], len(tijden.momenten)),
        "buiten": _off_map(rids, staten, maskers, combinaties, woorden, vroeger),
        "organisaties": _organisations(keuze, orgs, combinaties),
        "weg": _gone(keuze, staten, orgs, combinaties, vroeger),
        "aanbod": _offers(staten, aanbod, combinaties),
        "ketens": _chains(staten, keuze, vroeger),
        "cellen": _cells(staten),
        "aantal": staten.counts(),
        "noten": _notes(tijden),
        "vroeger": vroeger.block(),
        "combinaties": [list(rij) for rij in combinaties.rijen],
    }


class Vroeger:
    """Numbers ends of relations: as :class:`Elders` while they are there, else from −2 down.

    Args:
        elders: numbers what the view holds.
        beeld: that view.
    """

    def __init__(self, elders: Elders, beeld: Beeld) -> None:
        self._elders, self._beeld = elders, beeld
        self._nummers: dict[str, int] = {}
        self._rijen: list[tuple[str, str, str]] = []

    def nummer(self, beeld: Beeld, knoop: int) -> int:
        """The number of a node of some view."""
        id_ = beeld.ids[knoop]
        if id_ in self._beeld.nummer:
            return self._elders.van_id(id_)
        if id_ not in self._nummers:
            self._nummers[id_] = -2 - len(self._rijen)
            self._rijen.append((beeld.naam(knoop), beeld.label(knoop), municipality_name(beeld, knoop)))
        return self._nummers[id_]

    def block(self) -> Blok:
        """Name, kind and municipality of those that are there no more."""
        return {
            "naam": [naam for naam, _, _ in self._rijen],
            "soort": [label for _, label, _ in self._rijen],
            "gemeente": [gemeente for _, _, gemeente in self._rijen],
        }


def _sort_and_masks(maskers: Mapping[str, Verloop], rid: str) -> tuple[int, int, int] | None:
    """Position in ``RELATIES`` and when it was there of a tie; None for one that the figures do not count."""
    for nr, soort in enumerate(RELATIES):
        if paar := maskers[soort].get(rid):
            return nr, *paar
    return None


def _on_map(op_kaart: Sequence[tuple[int, int, int] | None], combinaties: Combinaties) -> Blok:
    """The combination of each tie of the map; a space for one that the figures do not count."""
    return pack_letters([GEEN if rij is None else combinaties.nummer(rij) for rij in op_kaart])


def _rids(keuze: Keuze) -> list[str]:
    per_type = {type_: keuze.beeld.van_type(type_).rids for type_ in {t for t, _ in keuze.lijnen.herkomst}}
    return [per_type[type_][rij] for type_, rij in keuze.lijnen.herkomst]


def _begins(
    keuze: Keuze, op_kaart: Sequence[tuple[int, int, int] | None], datums: Woordenlijst, momenten: int
) -> list[int]:
    """The begin of each tie of the map that began after the first moment, in their order."""
    vol, dagen = (1 << momenten) - 1, []
    sinds, precisie = (keuze.lijnen.kolom(keuze.beeld, naam) for naam in ("sinds", "sinds_precisie"))
    for nr, rij in enumerate(op_kaart):
        if rij is not None and rij[-1] != vol:
            dagen.append(datums.nummer(datum_tekst(sinds[nr], precisie[nr])))
    return dagen


def _off_map(
    rids: Sequence[str],
    staten: Staten,
    maskers: Mapping[str, Verloop],
    combinaties: Combinaties,
    woorden: tuple[Woordenlijst, Woordenlijst],
    vroeger: Vroeger,
) -> Blok:
    """Relations that changed and are not on the map: with an end outside, or there no more."""
    vol = (1 << len(staten.momenten.tijden.momenten)) - 1
    teksten, datums = woorden
    kolommen: dict[str, list[int]] = {
        naam: [] for naam in ("van", "naar", "groep", "sinds", "tot", "bron", "combinatie")
    }
    for nr, soort in enumerate(RELATIES):
        for rid, paar in maskers[soort].others(rids, vol):
            staat = staten.last_with(soort, rid, paar)
            type_, rij = maskers[soort].place(staat, rid)
            tabel = staat.beeld.van_type(type_)
            kolommen["van"].append(vroeger.nummer(staat.beeld, int(tabel.van[rij])))
            kolommen["naar"].append(vroeger.nummer(staat.beeld, int(tabel.naar[rij])))
            kolommen["groep"].append(Keuze.group_of(type_))
            for naam in ("sinds", "tot"):
                dag, precisie = tabel.kolom(naam)[rij], tabel.kolom(f"{naam}_precisie")[rij]
                # `tot` is a first day without, however it was written.
                kolommen[naam].append(datums.nummer(datum_tekst(dag, None if naam == "tot" else precisie)))
            kolommen["bron"].append(teksten.nummer(tekst(tabel.kolom("bron")[rij])))
            kolommen["combinatie"].append(combinaties.nummer((nr, *paar)))
    return dict(kolommen)


def _organisations(keuze: Keuze, orgs: Verloop, combinaties: Combinaties) -> Blok:
    """The combination of each node of the map; a space for what is no organisation."""
    paren = [orgs.get(keuze.beeld.ids[knoop]) for knoop in keuze.knopen]
    return pack_letters([combinaties.nummer((ORGANISATIE, *paar)) if paar else GEEN for paar in paren])


def _gone(keuze: Keuze, staten: Staten, orgs: Verloop, combinaties: Combinaties, vroeger: Vroeger) -> Blok:
    """Organisations that were there and are not on the map."""
    op_kaart = [keuze.beeld.ids[knoop] for knoop in keuze.knopen]
    org, combinatie = [], []
    for id_, paar in orgs.others(op_kaart):
        beeld = staten.last_with("organisatie", id_, paar).beeld
        org.append(vroeger.nummer(beeld, beeld.nummer[id_]))
        combinatie.append(combinaties.nummer((ORGANISATIE, *paar)))
    return {"org": org, "combinatie": combinatie}


def _offers(staten: Staten, op_kaart: Sequence[str], combinaties: Combinaties) -> Blok:
    """When each offer of the map was there, and offers that changed and are not on it."""
    vol = (1 << len(staten.momenten.tijden.momenten)) - 1
    maskers = staten.masks("aanbod")
    paren = [maskers.get(id_) for id_ in op_kaart]
    bekend = [combinaties.nummer((ORGANISATIE + 1, *paar)) if paar else GEEN for paar in paren]
    namen, combinatie = [], []
    for id_, paar in maskers.others(op_kaart, vol):
        beeld = staten.last_with("aanbod", id_, paar).beeld
        namen.append(beeld.naam(beeld.nummer[id_]))
        combinatie.append(combinaties.nummer((ORGANISATIE + 1, *paar)))
    return {"letters": pack_letters(bekend), "naam": namen, "combinatie": combinatie}


def _chains(staten: Staten, keuze: Keuze, vroeger: Vroeger) -> Blok:
    """The verdicts on each chain, as known then at each moment and then as known now, as digits; − none.

    First the chains of the schools of the map, in their order and by theme; then the others, each with its
    school and theme.
    """
    sleutels = staten.keys("keten")
    plek = {
        f"{keuze.beeld.ids[knoop]}|{thema}": (nr, thema)
        for nr, knoop in enumerate(keuze.knopen)
        for thema in THEMA.codes
    }
    hier = sorted((sleutel for sleutel in sleutels if sleutel in plek), key=plek.__getitem__)
    elders = [sleutel for sleutel in sleutels if sleutel not in plek]
    verlopen = Nummering[str]()
    oordelen = [[staat.things("keten").waarde for staat in reeks] for reeks in (staten.toen, staten.achteraf)]
    nummers = [
        verlopen.nummer(
            "".join([_KETEN.get(waarde.get(s, ""), "-") for reeks in oordelen for waarde in reeks])
        )
        for s in (*hier, *elders)
    ]
    scholen = np.array([plek[sleutel][0] for sleutel in hier], dtype=np.int64)
    paren = [sleutel.rpartition("|") for sleutel in elders]
    return {
        "school": runs(np.diff(scholen, prepend=0).tolist()),
        "thema": runs([int(plek[sleutel][1]) for sleutel in hier]),
        "ook": [_school(staten, id_, vroeger) for id_, _, _ in paren],
        "ookThema": [int(thema) for _, _, thema in paren],
        "letters": pack_letters(nummers),
        "verlopen": verlopen.rijen,
    }


def _school(staten: Staten, id_: str, vroeger: Vroeger) -> int:
    beeld = next(s.beeld for s in reversed((*staten.toen, *staten.achteraf)) if id_ in s.beeld.nummer)
    return vroeger.nummer(beeld, beeld.nummer[id_])


def _cells(staten: Staten) -> Blok:
    """The verdicts on each cell of each region, as those on chains."""
    sleutels = staten.keys("cel")
    reeksen = [staat.things("cel").waarde for staat in (*staten.toen, *staten.achteraf)]
    return {
        "cel": sleutels,
        "verloop": ["".join([_CEL.get(waarde.get(s, ""), "-") for waarde in reeksen]) for s in sleutels],
    }


def _notes(tijden: Tijden) -> list[str]:
    """What the figures cannot say."""
    eerst: date = tijden.momenten[0]
    noten = []
    if not tijden.gekend[0].aantal_organisaties:
        noten.append(
            f"Op {datum_tekst(eerst, None)} was nog niets ingevoerd: "
            "alles wat toen bestond, kwam later in kaart."
        )
    if tijden.zonder_journaal:
        noten.append(
            f"Van {tijden.zonder_journaal} latere imports is niet bewaard wat ze veranderden: "
            "dat lijkt toen al gekend."
        )
    noten.append("Zonder begindatum ingevoerd telt als in kaart gebracht, ook als het nieuw is.")
    noten.append("Wat eindigde en opnieuw begon, is één band met de laatste periode.")
    return noten
