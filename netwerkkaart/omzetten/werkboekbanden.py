"""Sheets of relations: one row is one relation, told by its hidden key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from netwerkkaart.fouten import Ernst, Melding
from netwerkkaart.omzetten.relaties import read_relaties
from netwerkkaart.omzetten.werkboekblad import Lezing, Rij, same_relation
from netwerkkaart.omzetten.werkboekbladen import Relatieblad
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
from netwerkkaart.omzetten.werkboekstand import Standrij
from netwerkkaart.omzetten.werkboekvorm import SLEUTEL
from netwerkkaart.schema.register import TYPEN, find_type
from netwerkkaart.schema.uitspraken import RelatieUitspraak, Voorstel

_CONTACT = ("Contactpersoon",)


def read_relatieblad(lezing: Lezing, om: Omstandigheden) -> Opbrengst:
    """Statements and proposals of a sheet of relations; messages go to ``lezing``. O(cells)."""
    uit = Opbrengst()
    te_lezen = [rij for rij in lezing.rijen if rij.stand is None or changed_fields(lezing, rij)]
    gelezen = {rij.nr for rij in te_lezen}
    onveranderd = {rij.stand.sleutel: rij for rij in lezing.rijen if rij.stand and rij.nr not in gelezen}
    per_nr = {rij.nr: rij for rij in te_lezen}
    for uitspraak in _read(lezing, te_lezen, om):
        rij = per_nr[uitspraak.rij]
        if rij.stand is None or not same_relation(lezing, rij):
            # Written anew in other words: then it was not taken away.
            lezing.weg = [oud for oud in lezing.weg if oud.sleutel != uitspraak.rid]
        vorige = onveranderd.get(uitspraak.rid)
        if vorige is not None and not same_relation(lezing, rij):
            _tell_double(lezing, rij, vorige, uitspraak)
        else:
            uit.uitspraken.append(_with_seen(lezing, rij, uitspraak, om))
        if rij.stand and not same_relation(lezing, rij):
            uit.voorstellen.append(_replaced(lezing, rij, rij.stand, uitspraak, om))
    if not om.zelfde_graaf:
        uit.uitspraken += (_exported(lezing, rij) for rij in onveranderd.values())
    uit.gewijzigd |= {rij.nr for rij in te_lezen if rij.stand}
    uit.voorstellen += propose_removed(lezing, om)
    return uit


def _read(lezing: Lezing, rijen: list[Rij], om: Omstandigheden) -> Iterator[RelatieUitspraak]:
    """The rows as relations between ids, read as any plain table of relations is."""
    assert isinstance(lezing.blad, Relatieblad)  # the caller's choice
    if not rijen:
        return
    koppen = {k.naam: lezing.header(k.naam) for k in lezing.kolommen if k.naam != SLEUTEL}
    ids: dict[tuple[int, str], str] = {}
    eigen: dict[tuple[int, str], Melding] = {}
    for rij in rijen:
        for kolom, mag in _ends(lezing, lezing.blad, rij):
            _resolve(lezing, rij, kolom, mag, om, ids, eigen)
    vast = {"relatie": lezing.blad.types[0]} if len(lezing.blad.types) == 1 else {}
    kolommen = {naam: kop for naam, kop in koppen.items() if naam in ("van", "naar")}
    context = replace(om.alles, kolommen=kolommen, vast=vast)
    oogst = read_relaties(sub_table(lezing, rijen, koppen, ids), context)
    relaties = [u for u in oogst.uitspraken if isinstance(u, RelatieUitspraak) and u.rij]
    per_nr = {rij.nr: rij for rij in rijen}
    gelukt = {u.rij: per_nr[u.rij] for u in relaties}
    keep_meldingen(lezing, _with_own_words(oogst.meldingen, eigen), gelukt)
    for uitspraak in relaties:
        uitspraak.blad = lezing.blad.naam
        yield uitspraak


def _ends(lezing: Lezing, blad: Relatieblad, rij: Rij) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The cells of a row that name a node, each with the kinds that may stand there."""
    type_ = blad.types[0] if len(blad.types) == 1 else ""
    relatie = TYPEN[type_] if type_ else find_type(lezing.text(rij, "relatie"))
    alle = [TYPEN[t].soort for t in blad.types]
    yield "van", relatie.soort.van if relatie else tuple(la for s in alle for la in s.van)
    yield "naar", relatie.soort.naar if relatie else tuple(la for s in alle for la in s.naar)
    if "via" in rij.anders and lezing.text(rij, "via"):
        yield "via", _CONTACT


def _resolve(
    lezing: Lezing,
    rij: Rij,
    kolom: str,
    mag: tuple[str, ...],
    om: Omstandigheden,
    ids: dict[tuple[int, str], str],
    eigen: dict[tuple[int, str], Melding],
) -> None:
    """Put the id in place of a name; what is not found keeps its text, with a message of our own."""
    tekst = lezing.text(rij, kolom)
    if rij.stand and kolom not in rij.anders and kolom != "via":
        ids[rij.nr, kolom] = rij.stand.van if kolom == "van" else rij.stand.naar
        return
    if not tekst:
        return
    einde = om.zoeker.find(tekst, mag)
    if not einde.fout:
        ids[rij.nr, kolom] = einde.id
        return
    melding = lezing.tabel.melding(
        einde.fout, rij=rij.nr, kolom=lezing.header(kolom), waarde=tekst, verwacht=einde.verwacht
    )
    if kolom != "via":
        eigen[rij.nr, lezing.header(kolom)] = melding
    else:
        lezing.meldingen.append(melding)
        ids[rij.nr, kolom] = ""


def _with_own_words(meldingen: Iterable[Melding], eigen: dict[tuple[int, str], Melding]) -> Iterator[Melding]:
    """The messages, but where a name was not found, ours: it knows the other sheets."""
    for melding in meldingen:
        yield eigen.pop((melding.rij, melding.kolom), melding)
    yield from eigen.values()


def _with_seen(lezing: Lezing, rij: Rij, uitspraak: RelatieUitspraak, om: Omstandigheden) -> RelatieUitspraak:
    """An exported relation with what she changed; a new one holds, also when it had ended before."""
    stand = rij.stand
    if stand is None or not same_relation(lezing, rij):
        return replace(uitspraak, leeg=om.heropent - uitspraak.eigenschappen.keys())
    velden, leeg = overlay(lezing, rij, stand, uitspraak.eigenschappen, om)
    gezien = stand.velden if om.zelfde_graaf else None
    return RelatieUitspraak(
        stand.soort, stand.sleutel, stand.van, stand.naar, velden, rij.nr, leeg, gezien, lezing.blad.naam
    )


def _tell_double(lezing: Lezing, rij: Rij, vorige: Rij, uitspraak: RelatieUitspraak) -> None:
    zelfde = all(
        lezing.text(rij, kolom.naam) in ("", lezing.text(vorige, kolom.naam))
        for kolom in lezing.kolommen
        if kolom.aard == "eigenschap"
    )
    if zelfde:
        tekst = f"Deze relatie staat al op rij {vorige.nr}; ze telt één keer."
        lezing.tell(tekst, rij.nr, ernst=Ernst.WAARSCHUWING)
    else:
        tekst = f"Rij {vorige.nr} zegt iets anders over dezelfde relatie."
        lezing.tell(tekst, rij.nr, "van", uitspraak.rid, "één rij per relatie")


def _replaced(
    lezing: Lezing, rij: Rij, oud: Standrij, nieuw: RelatieUitspraak, om: Omstandigheden
) -> Voorstel:
    nu, eerst = (f'"{om.name(r.van)} → {om.name(r.naar)}"' for r in (nieuw, oud))
    reden = f"Op het blad {lezing.blad.naam} staat op rij {rij.nr} nu {nu} in plaats van {eerst}."
    return Voorstel(end_relation(oud, om), reden)


def _exported(lezing: Lezing, rij: Rij) -> RelatieUitspraak:
    """For another graph: a relation as it was exported."""
    assert rij.stand is not None  # the caller's choice
    oud = rij.stand
    return RelatieUitspraak(
        oud.soort, oud.sleutel, oud.van, oud.naar, {**oud.velden}, rij.nr, blad=lezing.blad.naam
    )
