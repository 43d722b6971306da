"""An edition beside a later state: what was corrected, and what that does to figures of that day. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from netwerkkaart.analyse.basis import counted, number
from netwerkkaart.analyse.hiaten import Cel, hiaten
from netwerkkaart.analyse.indicatoren import Indicator, indicatoren
from netwerkkaart.analyse.uitkomst import Rij, Uitkomst, kop
from netwerkkaart.editie.citeren import other_definitions
from netwerkkaart.editie.maken import view_of
from netwerkkaart.editie.model import Manifest
from netwerkkaart.editie.verschil import Aard, Feit, compare_contents, corrected, without
from netwerkkaart.graph.archief_delen import Inhoud
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.register import SOORTEN, TYPEN
from netwerkkaart.uitvoer.tabel import as_text

KERN = ("aard", "wat", "veld", "toen", "nu")
"""Columns that a reader looks at first."""
_VERSCHOVEN = "verschoven"
Sleutel = TypeVar("Sleutel", bound=tuple[object, ...])


@dataclass(frozen=True, slots=True)
class Verschil:
    """One thing that is told otherwise than in the edition, or one figure that is another."""

    deel: str = field(metadata=kop("Deel", "Feit, indicator of oordeel."))
    aard: str = field(
        metadata=kop(
            "Aard",
            "Van een feit: gecorrigeerd, in kaart gebracht, niet gedateerd, of gaat over nadien. Een cijfer "
            "of oordeel is verschoven door de eerste drie.",
        )
    )
    wat: str = field(metadata=kop("Wat"))
    veld: str = field(metadata=kop("Veld", "Leeg: het geheel kwam erbij of is weg."))
    toen: str = field(metadata=kop("Toen", "Zoals de editie het zegt, op haar peildatum."))
    nu: str = field(metadata=kop("Nu", "Zoals het nu gekend is; een cijfer op dezelfde peildatum."))
    bron: str = field(metadata=kop("Bron"))
    bron_datum: date | None = field(metadata=kop("Datum van de bron"))
    versie: int | None = field(metadata=kop("Import"))
    sleutel: str = field(metadata=kop("Sleutel"))
    bewijs: tuple[str, ...] = field(metadata=kop("Bewijs"))


def compare_editie(
    manifest: Manifest,
    toen: Inhoud,
    nu: Inhoud,
    ander: str,
    *,
    regio: str | None = None,
    zicht: Callable[[Beeld], Beeld] | None = None,
) -> Uitkomst[Verschil]:
    """What is told otherwise than in an edition. O(n + m + changes since), and two analyses twice.

    Figures are computed on the reference date of the edition with its thresholds and the definitions of now:
    once from the edition, once with what was corrected since, without what is about after that day.

    Args:
        manifest: what the edition says of itself.
        toen: its content.
        nu: a later state of the same graph.
        ander: how that state is called in a sentence, as ``nu`` or ``editie 4``.
        regio: figures of this region only; facts are of the whole graph.
        zicht: limits a view to what the reader may see: figures are computed from that, and only facts about
            what is in it count. A field that she may not see can be among them: show her counts, no rows.
    """
    dag = manifest.peildatum
    feiten = compare_contents(toen, nu, dag)
    staten = (toen, corrected(toen, nu, feiten))
    if zicht is None:
        een, anders = (view_of(staat).op(dag) for staat in staten)
    else:
        # What may not be seen now is not told of as it was then either.
        alles = view_of(nu)
        verborgen = _keys(alles) - _keys(zicht(alles))
        een, anders = (zicht(view_of(without(staat, verborgen))).op(dag) for staat in staten)
        gezien = (_keys(zicht(view_of(toen))) | _keys(zicht(alles))) - verborgen
        feiten = [feit for feit in feiten if feit.sleutel in gezien]
    cijfers = [*_indicators(manifest, een, anders, regio), *_verdicts(manifest, een, anders, regio)]
    namen = _names(toen) | _names(nu)
    op_aard = sorted(feiten, key=lambda f: [*Aard].index(f.aard))
    rijen = (
        *(_row(feit, namen) for feit in op_aard if feit.verbetert),
        *cijfers,
        *(_row(feit, namen) for feit in op_aard if not feit.verbetert),
    )
    telling = Counter(feit.aard for feit in feiten)
    uit = {str(aard): telling[aard] for aard in Aard}
    uit |= {deel: sum(rij.deel == deel for rij in cijfers) for deel in ("indicator", "oordeel")}
    return Uitkomst(
        "editie vergelijk",
        _title(manifest, ander, telling, uit),
        dag,
        manifest.drempels,
        Verschil,
        rijen,
        (
            *_lineage(toen, nu, ander),
            *_notes(manifest, een if zicht is None else None, telling),
            *other_definitions(manifest),
        ),
        uit,
    )


def _keys(beeld: Beeld) -> set[str]:
    return {*beeld.ids, *(rid for tabel in beeld.relaties.values() for rid in tabel.rids)}


def _names(inhoud: Inhoud) -> dict[str, str]:
    return {id_: str(velden.get("naam") or id_) for _, id_, velden in inhoud.knopen}


def _row(feit: Feit, namen: Mapping[str, str]) -> Verschil:
    if feit.einden:
        van, naar = (namen.get(einde, einde) for einde in feit.einden)
        lezing = TYPEN[feit.soort].soort.lezing or "{van} – {naar}"
        wat = lezing.format(van=van, naar=naar)
    else:
        wat = f"{namen.get(feit.sleutel, feit.sleutel)} ({SOORTEN[feit.soort].soort.label})"
    if feit.veld:
        toen, nu = (as_text(w) or "–" for w in (feit.toen, feit.nu))
    else:
        toen, nu = ("niet gekend", "gekend") if feit.toen is None else ("gekend", "weggehaald")
    return Verschil(
        "feit",
        str(feit.aard),
        wat,
        feit.veld,
        toen,
        nu,
        feit.bron,
        feit.bron_datum,
        feit.versie or None,
        feit.sleutel,
        (feit.sleutel, *feit.einden),
    )


def _indicators(manifest: Manifest, een: Beeld, anders: Beeld, regio: str | None) -> Iterator[Verschil]:
    toen, nu = (
        {(r.gebied, r.leeftijd, r.code): r for r in indicatoren(b, manifest.drempels, regio=regio).rijen}
        for b in (een, anders)
    )

    def what(rij: Indicator) -> str:
        return f"{rij.indicator}, {rij.gebied_naam}" + (f", {rij.leeftijd}" if rij.leeftijd != "alle" else "")

    return _shifted("indicator", toen, nu, what, lambda rij: rij.in_woorden)


def _verdicts(manifest: Manifest, een: Beeld, anders: Beeld, regio: str | None) -> Iterator[Verschil]:
    toen, nu = (
        {(r.gebied, r.thema, r.stap, r.doelgroep): r for r in hiaten(b, manifest.drempels, regio=regio).rijen}
        for b in (een, anders)
    )

    def what(rij: Cel) -> str:
        return f"{rij.stap} voor {rij.doelgroep}, thema {rij.thema}, {rij.gebied_naam}"

    return _shifted("oordeel", toen, nu, what, lambda rij: str(rij.oordeel))


def _shifted(
    deel: str,
    een: Mapping[Sleutel, Rij],
    anders: Mapping[Sleutel, Rij],
    what: Callable[[Rij], str],
    read: Callable[[Rij], str],
) -> Iterator[Verschil]:
    """Each row that reads otherwise in another outcome, or stands in one of both only."""
    for sleutel, rij in {**een, **anders}.items():
        toen, nu = (read(reeks[sleutel]) if sleutel in reeks else "–" for reeks in (een, anders))
        if toen != nu:
            naam = "|".join(map(str, sleutel))
            yield Verschil(deel, _VERSCHOVEN, what(rij), "", toen, nu, "", None, None, naam, rij.bewijs)


def _title(manifest: Manifest, ander: str, telling: Mapping[Aard, int], uit: Mapping[str, int]) -> str:
    wie = f"Editie {manifest.nummer} «{manifest.naam}» en {ander}, op {manifest.peildatum.isoformat()}"
    alle = sum(telling.values())
    if not alle:
        return f"{wie}: niets is anders."
    over = alle - telling[Aard.NADIEN]
    if not over:
        return f"{wie}: niets verbeterd; {counted(alle, 'verschil gaat', 'verschillen gaan')} over nadien."
    return (
        f"{wie}: {counted(alle, 'verschil', 'verschillen')}, waarvan {number(over)} over toen "
        f"({number(telling[Aard.GECORRIGEERD])} gecorrigeerd, {number(telling[Aard.IN_KAART])} in kaart "
        f"gebracht, {number(telling[Aard.ONGEDATEERD])} niet gedateerd); "
        f"{counted(uit['indicator'], 'indicator', 'indicatoren')} en "
        f"{counted(uit['oordeel'], 'oordeel', 'oordelen')} verschuiven."
    )


def _lineage(toen: Inhoud, nu: Inhoud, ander: str) -> Iterator[str]:
    """A later state of the same graph knows every import of the edition; else that is told."""
    kent = {id_ for id_, _, _ in nu.imports or ()}
    eigen = [id_ for id_, _, _ in toen.imports or ()]
    if vreemd := sum(id_ not in kent for id_ in eigen):
        yield (
            f"Let op: {number(vreemd)} van de {counted(len(eigen), 'import', 'imports')} van de editie "
            f"{'staat' if vreemd == 1 else 'staan'} niet in {ander}. Is het dezelfde graaf, en is de editie "
            "de oudste van de twee?"
        )


def _notes(manifest: Manifest, een: Beeld | None, telling: Mapping[Aard, int]) -> Sequence[str]:
    """What must be said beside it; ``een`` is the view of the edition when all of it is seen."""
    uit = []
    if telling[Aard.ONGEDATEERD]:
        uit.append(
            "Niet gedateerd: het telt mee op de peildatum, maar niemand zegt of het toen al zo was. Geef een "
            "begindatum (sinds), of bij het inlezen de datum van de bron (--bron-datum)."
        )
    if telling[Aard.NADIEN]:
        uit.append(
            "Wat over nadien gaat, telt hier in geen cijfer mee. Een eigenschap zonder eigen datum, zoals "
            "een wachttijd of naam, hoort bij de datum van de bron die ze wijzigde."
        )
    if een is None:
        return uit
    nu = {
        (r.gebied, r.leeftijd, r.code): (r.teller, r.noemer)
        for r in indicatoren(een, manifest.drempels).rijen
    }
    toen = {(c.gebied, c.leeftijd, c.code): (c.teller, c.noemer) for c in manifest.cijfers}
    if anders := [sleutel for sleutel in toen if nu.get(sleutel) != toen[sleutel]]:
        uit.append(
            f"{number(len(anders))} van de {number(len(toen))} indicatoren die bij het maken van de editie "
            "berekend zijn, geven met het programma van nu een ander getal uit dezelfde gegevens; "
            f"bijvoorbeeld {' '.join(anders[0])}: toen {toen[anders[0]][0]}, nu "
            f"{nu.get(anders[0], ('niets',))[0]}. De kolom Toen rekent met het programma van nu."
        )
    return uit
