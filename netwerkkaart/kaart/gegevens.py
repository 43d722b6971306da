"""The data of the page: one dictionary of columns, with whole numbers for ends and places.

Everything that the page draws or says stands here, already limited to what the profile may show.
Missing numbers are −1 (``null`` for places), missing texts are empty; repeated texts (sources, dates,
reasons) are numbered in a list of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict

import numpy as np

from netwerkkaart.gebied import gemeenten as alle_gemeenten
from netwerkkaart.graph.afscherming import ZELFSTANDIGE, is_stand_in
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.kaart.blokken import depth_blocks
from netwerkkaart.kaart.blokken.elders import Elders
from netwerkkaart.kaart.blokken.schakels import Schakels
from netwerkkaart.kaart.buurnamen import neighbour_names
from netwerkkaart.kaart.grenzen import Grenzen
from netwerkkaart.kaart.invoer import KaartInvoer
from netwerkkaart.kaart.keuze import Keuze, Lijnen
from netwerkkaart.kaart.meta import Opties, make_meta
from netwerkkaart.kaart.omlijning import municipality_block
from netwerkkaart.kaart.plekken import place_nodes
from netwerkkaart.kaart.poorten import gates
from netwerkkaart.kaart.resultaten import Blok, finding, fragile_bridges, new_ties, verdict_columns
from netwerkkaart.kaart.richting import isolate
from netwerkkaart.kaart.ring import Plaatsing, Ring, bundle, make_ring
from netwerkkaart.kaart.soorten import BANDGROEPEN, KAARTSOORTEN, ZONES
from netwerkkaart.kaart.volgorde import fixed_order
from netwerkkaart.kaart.woorden import Woordenlijst, datum_tekst, tekst
from netwerkkaart.schema.vocabularia import BEVESTIGING, REGIO, STAP, matches

VERSIE = 3
_WAAROVER = 0.05
"""Least share of those on a map that lies in a region which the map is about."""
_STATUS = {"": 0, **{code: nummer for nummer, code in enumerate(BEVESTIGING.codes, 1)}}


def make_gegevens(beeld: Beeld, invoer: KaartInvoer, grenzen: Grenzen, opties: Opties | None = None) -> Blok:
    """Make the data of the page.

    Args:
        beeld: the view at its reference date, already limited by :func:`netwerkkaart.graph.vrijgave.beperk`.
        invoer: results of analyses over the same view.
        grenzen: outlines and points of municipalities.
        opties: what to show, and for whom.

    Returns:
        A dictionary that holds only what JSON holds; the same input gives the same dictionary.
    """
    opties = opties or Opties()
    keuze = Keuze(beeld, opties.regio)
    gemeenten, vormen, _, rond = municipality_block(beeld, keuze.gemeenten, keuze.nissen, grenzen)
    ring = lay_out(keuze, grenzen)
    bronnen, datums = Woordenlijst(), Woordenlijst()
    banden = _ties(keuze.lijnen, beeld, bronnen, datums)
    elders = Elders(keuze)
    schakels = Schakels(keuze, elders)
    diepte = depth_blocks(keuze, invoer, (bronnen, datums), elders, schakels)
    diepte["schakels"] = _ties(schakels.lines(), beeld, bronnen, datums)
    organisaties = _organisations(keuze, vormen, grenzen, datums)
    organisaties |= {"cel": ring.cel.tolist(), "rx": ring.x.tolist(), "ry": ring.y.tolist()}
    organisaties |= verdict_columns(keuze, invoer, bronnen)
    return {
        "versie": VERSIE,
        "meta": make_meta(keuze, opties, grenzen, banden["bron"], bronnen, invoer),
        "regios": _regions(keuze),
        "soorten": [asdict(soort) for soort in KAARTSOORTEN],
        "zones": [asdict(zone) for zone in ZONES],
        "bandgroepen": [{**asdict(groep), "typen": list(groep.typen)} for groep in BANDGROEPEN],
        "gemeenten": gemeenten,
        "organisaties": organisaties,
        "banden": banden,
        "ring": _ring_block(keuze, ring),
        "buurnamen": neighbour_names(grenzen, rond),
        "paren": _pairs(keuze),
        "bevindingen": [finding(keuze, bevinding) for bevinding in invoer.bevindingen[:3]],
        "breekbaar": fragile_bridges(keuze, invoer),
        "nieuw": new_ties(keuze, invoer),
        "diepte": {**diepte, "elders": elders.block()},
        "teksten": [isolate(tekst) for tekst in bronnen.teksten],
        "datums": datums.teksten,
    }


def lay_out(keuze: Keuze, grenzen: Grenzen) -> Ring:
    """The ring of a map, with the municipalities in the order of all that are known.

    Room is kept for every cluster of a region that the map is about. Of another one, with a few who come
    from elsewhere, only for the clusters where somebody is: or a map of one region would be drawn as six.
    """
    gemeente = keuze.gemeente
    regios = [int(keuze.beeld.regio[g]) for g in keuze.gemeenten]
    bekend = {
        nis: (*grenzen.rooster(grenzen.punten[nis]), REGIO.codes.index(code))
        for nis, een in alle_gemeenten().items()
        if nis in grenzen.punten and (code := een.regio) in REGIO.codes
    }
    volgorde, regio_van_tros = fixed_order(keuze.nissen, regios, bekend)
    tros = np.array([*volgorde.tros.tolist(), -1], np.int32)[gemeente]
    rang = np.array([*volgorde.rang.tolist(), -1], np.int32)[gemeente]
    regio = keuze.beeld.regio[keuze.knopen].astype(np.int32)
    waarover = [int(r) for r in np.flatnonzero(np.bincount(regio[regio >= 0]) >= _WAAROVER * len(regio))]
    bezet = set(tros.tolist())
    trossen = tuple(nr for nr, code in regio_van_tros.items() if code in waarover or nr in bezet)
    return make_ring(Plaatsing(keuze.zone, tros, rang, gemeente, regio, trossen or tuple(regio_van_tros)))


def _organisations(
    keuze: Keuze,
    vormen: Sequence[list[list[list[int]]]],
    grenzen: Grenzen,
    datums: Woordenlijst,
) -> Blok:
    beeld, knopen = keuze.beeld, keuze.knopen
    x, y, precies = place_nodes(beeld, knopen, keuze.gemeente.tolist(), keuze.nissen, vormen, grenzen)
    bevestigd, precisie = beeld.kolom("bevestigd_op"), beeld.kolom("bevestigd_op_precisie")
    leerlingen = beeld.kolom("leerlingen")
    return {
        "id": [beeld.ids[k] for k in knopen],
        "naam": [beeld.naam(k) for k in knopen],
        "soort": keuze.soort.tolist(),
        "gemeente": keuze.gemeente.tolist(),
        "regio": beeld.regio[knopen].tolist(),
        "thema": _themes(keuze),
        "x": x,
        "y": y,
        "precies": precies.astype(int).tolist(),
        "adres": [_address(beeld, k) for k in knopen],
        "telefoon": [tekst(beeld.kolom("telefoon")[k]) for k in knopen],
        "email": [tekst(beeld.kolom("email")[k]) for k in knopen],
        "website": [tekst(beeld.kolom("website")[k]) for k in knopen],
        "leerlingen": [w if isinstance(w := leerlingen[k], int) else -1 for k in knopen],
        "bevestigd": [datums.nummer(datum_tekst(bevestigd[k], precisie[k])) for k in knopen],
        "zelfstandig": [_alone(beeld, k) for k in knopen],
    }


def _alone(beeld: Beeld, knoop: int) -> int:
    """1: one person, whom partners see without her name; 2: one who released it to them; 0: all others."""
    if is_stand_in(beeld.ids[knoop]):
        return 1
    if beeld.kolom(ZELFSTANDIGE)[knoop] is not True:
        return 0
    return 2 if beeld.kolom("vrijgave")[knoop] in (Profiel.PARTNERS, Profiel.OPENBAAR) else 1


def _themes(keuze: Keuze) -> list[int]:
    """Bit 1: theme 1, bit 2: theme 2; 0: nothing stated. Of a school its levels decide."""
    per_soort = {"basis": 1, "secundair": 2, "basis-secundair": 3}
    themas = keuze.beeld.kolom("themas")
    resultaat = []
    for plaats, knoop in enumerate(keuze.knopen):
        code = KAARTSOORTEN[int(keuze.soort[plaats])].code
        lijst = themas[knoop]
        genoemd = lijst if isinstance(lijst, list) else []
        masker = sum(bit for bit, thema in ((1, "1"), (2, "2")) if matches(genoemd, thema))
        resultaat.append(per_soort.get(code, masker))
    return resultaat


def _address(beeld: Beeld, knoop: int) -> str:
    straat = " ".join(filter(None, (tekst(beeld.kolom(n)[knoop]) for n in ("straat", "huisnummer"))))
    plaats = " ".join(filter(None, (tekst(beeld.kolom(n)[knoop]) for n in ("postcode", "deelgemeente"))))
    return ", ".join(filter(None, (straat, plaats)))


def _ties(lijnen: Lijnen, beeld: Beeld, bronnen: Woordenlijst, datums: Woordenlijst) -> dict[str, list[int]]:
    status = [_STATUS.get(tekst(w), 0) for w in lijnen.kolom(beeld, "bevestiging")]
    stap = [STAP.codes.index(str(w)) if w in STAP.codes else -1 for w in lijnen.kolom(beeld, "stap")]
    return {
        "van": lijnen.van.tolist(),
        "naar": lijnen.naar.tolist(),
        "groep": lijnen.groep.tolist(),
        "status": status,
        "stap": stap,
        "bron": [bronnen.nummer(tekst(w)) for w in lijnen.kolom(beeld, "bron")],
        "datum": _dates(lijnen, beeld, datums),
    }


def _dates(lijnen: Lijnen, beeld: Beeld, datums: Woordenlijst) -> list[int]:
    """The day that speaks most for a tie: of its confirmation, else of its source, else of its start."""
    kolommen = [
        (lijnen.kolom(beeld, naam), lijnen.kolom(beeld, f"{naam}_precisie"))
        for naam in ("bevestigd_op", "bron_datum", "sinds")
    ]
    gekozen = []
    for rij in range(len(lijnen.herkomst)):
        teksten = (datum_tekst(waarden[rij], precisies[rij]) for waarden, precisies in kolommen)
        gekozen.append(datums.nummer(next(filter(None, teksten), "")))
    return gekozen


def _ring_block(keuze: Keuze, ring: Ring) -> Blok:
    sector = keuze.beeld.sector[keuze.knopen]
    van, naar = keuze.lijnen.van, keuze.lijnen.naar
    zelfde = (sector[van] == sector[naar]) | (sector[van] < 0) | (sector[naar] < 0)
    zone_van_cel = np.array([cel.zone for cel in ring.cellen], np.int32)
    bundels = bundle(ring.cel[van], ring.cel[naar], zelfde.astype(np.int32), zone_van_cel)
    stromen = Counter[tuple[int, int]]()
    ends = (zone_van_cel[bundels.a].tolist(), zone_van_cel[bundels.b].tolist())
    for a, b, aantal in zip(*ends, bundels.aantal.tolist(), strict=True):
        stromen[min(a, b), max(a, b)] += aantal
    return {
        "straal": round(ring.straal, 1),
        "buiten": round(ring.buiten, 1),
        "perRegio": ring.per_regio,
        "zones": [[zone, _angle(begin), _angle(eind)] for zone, begin, eind in ring.zones],
        "trossen": [[zone, _angle(midden)] for zone, midden in ring.trossen],
        "poorten": [[*paar, _angle(hoek)] for paar, hoek in gates(ring.zones, stromen).items()],
        "cellen": {
            "zone": zone_van_cel.tolist(),
            "tros": ring.tros_van_cel,
            "gemeente": [cel.gemeente for cel in ring.cellen],
            "regio": [cel.regio for cel in ring.cellen],
            "begin": [_angle(cel.begin) for cel in ring.cellen],
            "eind": [_angle(cel.eind) for cel in ring.cellen],
        },
        "bundels": {
            "a": bundels.a.tolist(),
            "b": bundels.b.tolist(),
            "klasse": bundels.klasse.tolist(),
            "aantal": bundels.aantal.tolist(),
        },
    }


def _angle(hoek: float) -> int:
    """Radians to ten-thousandths: exact to a thirtieth of a pixel, and short in the file."""
    return round(hoek * 10_000)


def _pairs(keuze: Keuze) -> Blok:
    """Ties (no seats) summed per pair of municipalities: all, and those between two sectors."""
    lijnen = keuze.lijnen
    overleg = np.array([groep.overleg for groep in BANDGROEPEN])[lijnen.groep]
    a, b = keuze.gemeente[lijnen.van], keuze.gemeente[lijnen.naar]
    telt = ~overleg & (a >= 0) & (b >= 0) & (a != b)
    sector = keuze.beeld.sector[keuze.knopen]
    over = (sector[lijnen.van] != sector[lijnen.naar])[telt]
    laag, hoog = np.minimum(a, b)[telt].astype(np.int64), np.maximum(a, b)[telt].astype(np.int64)
    breedte = max(len(keuze.gemeenten), 1)
    uniek, terug, aantal = np.unique(laag * breedte + hoog, return_inverse=True, return_counts=True)
    return {
        "a": (uniek // breedte).tolist(),
        "b": (uniek % breedte).tolist(),
        "aantal": aantal.tolist(),
        "over": np.bincount(terug, weights=over, minlength=len(uniek)).astype(int).tolist(),
    }


def _regions(keuze: Keuze) -> list[Blok]:
    """The regions that occur on the map, by code."""
    codes = sorted({int(r) for r in keuze.beeld.regio[keuze.knopen].tolist() if r >= 0})
    return [{"code": REGIO.codes[c], "nummer": c, "naam": REGIO.woord(REGIO.codes[c])} for c in codes]
