"""Sheets of nodes: the properties of each row, and the relations that its cells name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netwerkkaart.omzetten.knopen import read_knopen
from netwerkkaart.omzetten.werkboekblad import Lezing, Rij
from netwerkkaart.omzetten.werkboekbladen import GEMEENTE, Knoopblad, Verbandkolom
from netwerkkaart.omzetten.werkboekrijen import (
    Omstandigheden,
    Opbrengst,
    changed_fields,
    end_relation,
    keep_meldingen,
    overlay,
    propose_removed,
    sub_table,
)
from netwerkkaart.omzetten.werkboekstand import Standrij, Verband
from netwerkkaart.omzetten.werkboektekst import ends_text, too_many
from netwerkkaart.schema.register import TYPEN, may_connect, relation_id
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak, Voorstel


def read_knoopblad(lezing: Lezing, om: Omstandigheden) -> Opbrengst:
    """Statements and proposals of a sheet of nodes; messages go to ``lezing``. O(cells)."""
    assert isinstance(lezing.blad, Knoopblad)  # the caller's choice
    uit = Opbrengst()
    eigen = {rij.nr: changed_fields(lezing, rij) for rij in lezing.rijen if rij.stand}
    te_lezen = [rij for rij in lezing.rijen if rij.stand is None or eigen[rij.nr] or _moved(rij)]
    uit.uitspraken += _own(lezing, te_lezen, eigen, om)
    geplaatst = {u.rij for u in uit.uitspraken if isinstance(u, RelatieUitspraak)}
    for rij in lezing.rijen:
        if rij.stand and not om.zelfde_graaf and not eigen[rij.nr]:
            uit.uitspraken.append(_exported_node(lezing, rij, rij.stand))
        for verband in lezing.blad.verbanden:
            if verband is not GEMEENTE:
                _read_ends(lezing, rij, verband, om, uit)
            elif rij.stand and rij.nr not in geplaatst:
                uit.voorstellen += _lost_place(lezing, rij, rij.stand, om)
                if not om.zelfde_graaf and "gemeente" not in rij.anders:
                    oud = rij.stand.verbanden.get("gemeente", {})
                    uit.uitspraken += (_exported(lezing, rij, verband, i, oud[i]) for i in sorted(oud))
    uit.gewijzigd |= {rij.nr for rij in te_lezen if rij.stand}
    uit.voorstellen += propose_removed(lezing, om)
    return uit


def _moved(rij: Rij) -> bool:
    """True when an organisation may lie elsewhere: another municipality, or a postcode where none was."""
    assert rij.stand is not None  # asked of exported rows only
    return "gemeente" in rij.anders or ("postcode" in rij.anders and "gemeente" not in rij.stand.verbanden)


def _own(
    lezing: Lezing, rijen: list[Rij], eigen: Mapping[int, frozenset[str]], om: Omstandigheden
) -> Iterator[Uitspraak]:
    """What rows say of their own node, and where it lies."""
    assert isinstance(lezing.blad, Knoopblad)  # the caller's choice
    if not rijen:
        return
    koppen = {"id": lezing.header("id")} | {
        kolom.naam: lezing.header(kolom.naam)
        for kolom in lezing.kolommen
        if kolom.verband is None or kolom.verband is GEMEENTE
    }
    tabel = sub_table(lezing, rijen, koppen, {(rij.nr, "id"): rij.id for rij in rijen})
    oogst = read_knopen(tabel, lezing.blad.modellen, om.context)
    per_nr = {rij.nr: rij for rij in rijen}
    gelukt = {u.rij: per_nr[u.rij] for u in oogst.uitspraken if isinstance(u, KnoopUitspraak) and u.rij}
    keep_meldingen(lezing, oogst.meldingen, gelukt)
    for uitspraak in oogst.uitspraken:
        rij = gelukt.get(uitspraak.rij)
        if rij is None:
            continue  # municipalities: they are stated for all sheets together
        uitspraak.blad = lezing.blad.naam
        if rij.stand is None or (isinstance(uitspraak, RelatieUitspraak) and _moved(rij)):
            yield uitspraak
        elif isinstance(uitspraak, KnoopUitspraak) and (eigen[rij.nr] or "gemeente" in rij.anders):
            yield from _with_seen(lezing, rij, rij.stand, uitspraak, bool(eigen[rij.nr]), om)


def _with_seen(
    lezing: Lezing, rij: Rij, stand: Standrij, gelezen: KnoopUitspraak, anders: bool, om: Omstandigheden
) -> Iterator[KnoopUitspraak]:
    deel = gelezen.eigenschappen.get("deelgemeente") if "gemeente" in rij.anders else None
    nieuw_deel = deel is not None and not lezing.text(rij, "deelgemeente")
    if not anders and not nieuw_deel:
        return
    velden, leeg = overlay(lezing, rij, stand, gelezen.eigenschappen, om)
    if nieuw_deel and deel is not None:
        velden["deelgemeente"] = deel
    gezien = stand.velden if om.zelfde_graaf else None
    yield KnoopUitspraak(gelezen.label, rij.id, velden, rij.nr, leeg=leeg, gezien=gezien, blad=gelezen.blad)


def _read_ends(lezing: Lezing, rij: Rij, verband: Verbandkolom, om: Omstandigheden, uit: Opbrengst) -> None:
    """The relations that a cell names more, or no more, than was exported."""
    oud = rij.stand.verbanden.get(verband.naam, {}) if rij.stand else {}
    einden = set(oud)
    if verband.naam in rij.anders:
        gevonden = _find_ends(lezing, rij, verband, om)
        if gevonden is None:
            return
        einden = gevonden
        if oud or einden:
            uit.gewijzigd |= {rij.nr} if rij.stand else set()
    for id_ in sorted(einden - oud.keys()):
        uit.uitspraken.append(_added(lezing, rij, verband, id_, om))
    if not om.zelfde_graaf:
        uit.uitspraken += (_exported(lezing, rij, verband, i, oud[i]) for i in sorted(einden & oud.keys()))
    for id_ in sorted(oud.keys() - einden):
        weg = _standrij(rij, verband, id_, oud[id_])
        reden = (
            f'"{om.name(id_)}" staat niet meer in de cel {verband.naam} van "{om.name(rij.id)}"'
            f" (blad {lezing.blad.naam}, rij {rij.nr})."
        )
        uit.voorstellen.append(Voorstel(end_relation(weg, om), reden))


def _find_ends(lezing: Lezing, rij: Rij, verband: Verbandkolom, om: Omstandigheden) -> set[str] | None:
    """Ids of the nodes that a cell means; None when some are none, or may not stand there (faults)."""
    oud = rij.stand.verbanden.get(verband.naam, {}) if rij.stand else {}
    if oud and ends_text(oud, om.getoond) == too_many(len(oud)):
        lezing.tell(
            "Deze cel toonde niet alle namen en kan hier niet gewijzigd worden.",
            rij.nr,
            verband.naam,
            verwacht="de tekst zoals hij was; wijzig ze met import relaties",
        )
        return None
    uit: set[str] = set()
    fout = False
    label = om.alles.gekend.labels.get(rij.id, "")
    for deel, einde in om.zoeker.find_all(lezing.text(rij, verband.naam), verband.mag):
        van, naar = (label, einde.label) if verband.uitgaand else (einde.label, label)
        tekst, verwacht = einde.fout, einde.verwacht
        if not tekst and label and not may_connect(TYPEN[verband.type], van, naar):
            tekst, verwacht = f"Een {einde.label} kan hier niet staan.", " of ".join(verband.mag)
        if tekst:
            fout = True
            lezing.tell(tekst, rij.nr, verband.naam, deel, verwacht)
        else:
            uit.add(einde.id)
    return None if fout else uit


def _added(lezing: Lezing, rij: Rij, verband: Verbandkolom, id_: str, om: Omstandigheden) -> RelatieUitspraak:
    van, naar = (rij.id, id_) if verband.uitgaand else (id_, rij.id)
    rid = relation_id(TYPEN[verband.type], van, naar, {})
    return RelatieUitspraak(
        verband.type, rid, van, naar, om.provenance(), rij.nr, leeg=om.heropent, blad=lezing.blad.naam
    )


def _standrij(rij: Rij, verband: Verbandkolom, id_: str, oud: Verband) -> Standrij:
    van, naar = (rij.id, id_) if verband.uitgaand else (id_, rij.id)
    return Standrij(oud[0], verband.type, oud[1], van=van, naar=naar)


def _lost_place(lezing: Lezing, rij: Rij, stand: Standrij, om: Omstandigheden) -> Iterator[Voorstel]:
    """An organisation whose municipality was emptied: that it lies there, ends."""
    if "gemeente" in rij.anders and not lezing.text(rij, "gemeente"):
        for id_, oud in stand.verbanden.get("gemeente", {}).items():
            reden = f'De gemeente van "{om.name(rij.id)}" is leeggemaakt (rij {rij.nr}).'
            yield Voorstel(end_relation(_standrij(rij, GEMEENTE, id_, oud), om), reden)


def _exported_node(lezing: Lezing, rij: Rij, stand: Standrij) -> KnoopUitspraak:
    return KnoopUitspraak(stand.soort, rij.id, {**stand.velden}, rij.nr, blad=lezing.blad.naam)


def _exported(lezing: Lezing, rij: Rij, verband: Verbandkolom, id_: str, oud: Verband) -> RelatieUitspraak:
    """For another graph: a relation as it was exported."""
    weg = _standrij(rij, verband, id_, oud)
    return RelatieUitspraak(
        weg.soort, weg.sleutel, weg.van, weg.naar, {**oud[1]}, rij.nr, blad=lezing.blad.naam
    )
