"""The whole workbook at once: sheets of rows become statements, proposals and messages.

A workbook that we wrote knows what was exported (the hidden sheet); then only what was changed counts,
three ways. One that was made by hand with the same sheets and headers is read as plain tables are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from netwerkkaart.fouten import Ernst, Melding
from netwerkkaart.gebied import gemeenten
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.context import Bladtelling, Context, Gekend, Oogst
from netwerkkaart.omzetten.plaatsen import area_statements
from netwerkkaart.omzetten.werkboekbanden import read_relatieblad
from netwerkkaart.omzetten.werkboekblad import Lezing, compare
from netwerkkaart.omzetten.werkboekbladen import BLADEN, FORMAAT, Knoopblad, find_blad
from netwerkkaart.omzetten.werkboekids import give_ids, label_of
from netwerkkaart.omzetten.werkboekknopen import read_knoopblad
from netwerkkaart.omzetten.werkboeknamen import Naamzoeker
from netwerkkaart.omzetten.werkboekrijen import Omstandigheden, Opbrengst
from netwerkkaart.omzetten.werkboekstand import Naam, Stand, StandFout, read_stand
from netwerkkaart.omzetten.werkboektekst import as_read
from netwerkkaart.schema.register import SOORTEN, properties_of
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak
from netwerkkaart.schema.vocabularia import REGIO, fold


@dataclass(frozen=True, slots=True)
class Werkboek:
    """A workbook as it was opened.

    Args:
        bestand: name of the file.
        bladen: the sheets that we know, as tables.
        stand: rows of the hidden sheet; None: there is none.
        onbekend: names of the sheets that we do not know.
        sha256: hash of the file.
    """

    bestand: str
    bladen: Sequence[Tabel]
    stand: Sequence[tuple[str, str]] | None = None
    onbekend: tuple[str, ...] = ()
    sha256: str = ""


def read_werkboek(werkboek: Werkboek, context: Context) -> Oogst:
    """Read all sheets of a workbook. Pure; O(cells), and O(changes) for what follows from them.

    Faults of all sheets are collected. What was taken away (a row, a name in a cell) is never left out in
    silence: it is a proposal to end it on the day of the import.
    """
    fout, stand = _stand(werkboek)
    if fout is not None:
        return Oogst([], (fout,))
    meldingen = _options(werkboek, context)
    lezingen, over = _compare_all(werkboek, stand)
    om = _circumstances(werkboek, stand, lezingen, context)
    delen: list[tuple[Lezing, Opbrengst]] = []
    for lezing in lezingen:
        if not any(m.is_fout and not m.rij for m in lezing.meldingen):
            lees = read_knoopblad if isinstance(lezing.blad, Knoopblad) else read_relatieblad
            delen.append((lezing, lees(lezing, om)))
    uitspraken = [u for _, deel in delen for u in deel.uitspraken]
    _refuse_dangling(lezingen, uitspraken, context.gekend)
    meldingen += [*over, *_about_stand(werkboek, stand, om)]
    meldingen += [melding for lezing in lezingen for melding in lezing.meldingen]
    return Oogst(
        [*_needed(uitspraken, stand, om, context.gekend), *uitspraken],
        tuple(meldingen),
        rijen=sum(len(lezing.rijen) for lezing in lezingen),
        voorstellen=tuple(v for _, deel in delen for v in deel.voorstellen),
        bladen=tuple(_count(lezing, deel) for lezing, deel in delen),
    )


def _stand(werkboek: Werkboek) -> tuple[Melding | None, Stand | None]:
    """What was exported, or why the workbook cannot be read."""
    if werkboek.stand is None:
        return None, None
    try:
        stand = read_stand(werkboek.stand)
    except StandFout:
        return (
            Melding(
                "Het verborgen blad waarin staat wat er uitgevoerd is, is beschadigd.",
                verwacht="een werkboek waarin dat blad ongemoeid bleef; maak een nieuw",
                bestand=werkboek.bestand,
            ),
            None,
        )
    if stand.merk.formaat != FORMAAT:
        return (
            Melding(
                f"Dit werkboek heeft formaat {stand.merk.formaat}; dit programma leest formaat {FORMAAT}.",
                verwacht="een werkboek van deze versie; maak een nieuw met netwerkkaart werkboek",
                bestand=werkboek.bestand,
            ),
            None,
        )
    return None, stand


def _options(werkboek: Werkboek, context: Context) -> list[Melding]:
    if not (context.kolommen or context.waarden or context.vast):
        return []
    tekst = "De opties --kolom, --waarde en --vast gelden niet voor een werkboek."
    return [Melding(tekst, verwacht="een werkboek met onze eigen koppen", bestand=werkboek.bestand)]


def _compare_all(werkboek: Werkboek, stand: Stand | None) -> tuple[list[Lezing], list[Melding]]:
    getoond = {naam.id: naam.getoond for naam in stand.namen} if stand else {}
    personen = stand is None or stand.merk.personen
    meldingen = [
        Melding(
            f'Het blad "{naam}" hoort niet bij het werkboek; het is niet gelezen.',
            bestand=werkboek.bestand,
            ernst=Ernst.WAARSCHUWING,
        )
        for naam in werkboek.onbekend
    ]
    per_blad: dict[str, Lezing] = {}
    for tabel in werkboek.bladen:
        blad = find_blad(tabel.blad)
        if blad is None or blad.naam in per_blad:
            meldingen.append(
                tabel.melding("Dit blad staat er twee keer.", verwacht="één blad van elke soort")
            )
            continue
        rijen = stand.bladen.get(blad.naam) if stand else None
        per_blad[blad.naam] = compare(blad, tabel, rijen, getoond, personen)
    if stand:
        meldingen += _missing_sheets(werkboek, stand, per_blad)
    return [per_blad[blad.naam] for blad in BLADEN if blad.naam in per_blad], meldingen


def _missing_sheets(werkboek: Werkboek, stand: Stand, er_zijn: Mapping[str, object]) -> Iterator[Melding]:
    for naam, rijen in stand.bladen.items():
        if naam not in er_zijn and rijen:
            yield Melding(
                f'Het blad "{naam}" is weg; zijn {len(rijen)} rijen blijven zoals ze zijn.',
                bestand=werkboek.bestand,
                ernst=Ernst.WAARSCHUWING,
            )


def _circumstances(
    werkboek: Werkboek, stand: Stand | None, lezingen: Iterable[Lezing], context: Context
) -> Omstandigheden:
    gekend = context.gekend
    zelfde = stand is not None and stand.merk.graaf in gekend.labels
    kenmerk = stand.merk.kenmerk if stand else werkboek.sha256
    namen: list[tuple[str, str, str]] = []
    gebrekkig: dict[str, str] = {}
    for lezing in lezingen:
        if not isinstance(lezing.blad, Knoopblad):
            continue
        give_ids(lezing, kenmerk, gekend, stand is not None)
        for rij in lezing.rijen:
            label = gekend.labels.get(rij.id) or label_of(lezing, rij)
            naam = lezing.text(rij, "naam")
            if zelfde and rij.stand and rij.id not in gekend.labels:
                continue  # gone from the graph since: nothing can be tied to it
            if label:
                namen.append((rij.id, label, naam))
            elif naam:
                gebrekkig[fold(naam)] = f"rij {rij.nr} van het blad {lezing.blad.naam}"
    if stand and not zelfde:
        namen += [(naam.id, naam.label, naam.naam) for naam in stand.namen if _can_stand_alone(naam)]
    alles = replace(context, gekend=Gekend([*gekend.knopen, *namen], gekend.bijnamen))
    stand_namen = list(stand.namen) if stand else []
    gelezen = as_read([[naam.getoond] for naam in stand_namen])
    uitgevoerd = {tekst: naam.id for (tekst,), naam in zip(gelezen, stand_namen, strict=True)}
    getoond = {id_: naam for id_, _, naam in namen if naam} | {naam.id: naam.getoond for naam in stand_namen}
    zoeker = Naamzoeker(alles.gekend, uitgevoerd, gebrekkig)
    return Omstandigheden(context, alles, zoeker, getoond, stand is not None, zelfde)


def _can_stand_alone(naam: Naam) -> bool:
    """True for a node that needs no more than a name."""
    model = SOORTEN[naam.label]
    return naam.label not in ("Gemeente", "Regio") and all(
        eigenschap in ("id", "naam") for eigenschap, e in properties_of(model).items() if e.verplicht
    )


def _needed(
    uitspraken: Sequence[Uitspraak], stand: Stand | None, om: Omstandigheden, gekend: Gekend
) -> Iterator[Uitspraak]:
    """Nodes that relations need: areas, and for another graph the ends that are no rows here."""
    einden = {id_ for u in uitspraken if isinstance(u, RelatieUitspraak) for id_ in (u.van, u.naar)}
    einden -= gekend.labels.keys()
    yield from area_statements([id_ for id_ in einden if _is_area(id_)])
    if stand and not om.zelfde_graaf:
        gesteld = {u.id for u in uitspraken if isinstance(u, KnoopUitspraak)}
        for naam in stand.namen:
            if naam.id in einden - gesteld and _can_stand_alone(naam):
                velden = {"naam": naam.naam or naam.id, **om.provenance()}
                yield KnoopUitspraak(naam.label, naam.id, velden, aanvulling=True)


def _is_area(id_: str) -> bool:
    return (id_.startswith("nis:") and id_[4:] in gemeenten()) or (
        id_.startswith("regio:") and id_[6:] in REGIO.codes
    )


def _refuse_dangling(lezingen: Sequence[Lezing], uitspraken: Sequence[Uitspraak], gekend: Gekend) -> None:
    """A row that needs a new node of a faulty row is faulty as well: neither can go in without the other."""
    per_blad = {lezing.blad.naam: lezing for lezing in lezingen}
    nieuw = {u.id: (u.blad, u.rij) for u in uitspraken if isinstance(u, KnoopUitspraak)}
    nieuw = {id_: plaats for id_, plaats in nieuw.items() if id_ not in gekend.labels}
    fout = {(m.blad, m.rij) for lezing in lezingen for m in lezing.meldingen if m.is_fout and m.rij}
    relaties = [u for u in uitspraken if isinstance(u, RelatieUitspraak)]
    while True:
        weg = {id_ for id_, plaats in nieuw.items() if plaats in fout}
        geraakt = [(u, einde) for u in relaties for einde in (u.van, u.naar) if einde in weg]
        erbij = [(u, einde) for u, einde in geraakt if (u.blad, u.rij) not in fout]
        if not erbij:
            return
        for uitspraak, einde in erbij:
            blad, rij = nieuw[einde]
            if (uitspraak.blad, uitspraak.rij) not in fout:
                per_blad[uitspraak.blad].tell(
                    f"Dit verwijst naar rij {rij} van het blad {blad}, en daar staat een fout.", uitspraak.rij
                )
                fout.add((uitspraak.blad, uitspraak.rij))


def _about_stand(werkboek: Werkboek, stand: Stand | None, om: Omstandigheden) -> Iterator[Melding]:
    if stand is None:
        tekst = (
            "Dit werkboek is niet door het programma gemaakt (het verborgen blad is er niet): alles wat erin "
            "staat, telt als opgave, en wat er niet in staat, blijft zoals het is."
        )
    elif not om.zelfde_graaf and any(stand.bladen.values()):
        tekst = "Dit werkboek komt uit een andere graaf: alles wat erin staat, telt als opgave."
    else:
        return
    yield Melding(tekst, bestand=werkboek.bestand, ernst=Ernst.WAARSCHUWING)


def _count(lezing: Lezing, deel: Opbrengst) -> Bladtelling:
    nieuw = sum(rij.stand is None for rij in lezing.rijen)
    return Bladtelling(lezing.blad.naam, len(lezing.rijen), nieuw, len(deel.gewijzigd), len(deel.voorstellen))
