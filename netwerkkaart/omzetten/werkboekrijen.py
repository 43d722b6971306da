"""Changed rows as statements that know what the coordinator had before her; removed rows as proposals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from netwerkkaart.fouten import Ernst, Melding
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.context import Context
from netwerkkaart.omzetten.werkboekblad import Lezing, Rij
from netwerkkaart.omzetten.werkboekbladen import Knoopblad
from netwerkkaart.omzetten.werkboeknamen import Naamzoeker
from netwerkkaart.omzetten.werkboekstand import Standrij
from netwerkkaart.schema.register import Waarde
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak, Voorstel

HERKOMST = frozenset({"bron", "bron_datum"})
TOT = frozenset({"tot", "tot_precisie"})


@dataclass(frozen=True)
class Omstandigheden:
    """What reading every sheet needs.

    Args:
        context: the user's choices, and what the store knows.
        alles: the same, with the rows of this workbook: what ends may mean.
        zoeker: finds the nodes that cells mean.
        getoond: how nodes were shown, by id.
        met_stand: whether the workbook knows what was exported.
        zelfde_graaf: whether it was exported from this graph; for another graph all is stated anew.
    """

    context: Context
    alles: Context
    zoeker: Naamzoeker
    getoond: Mapping[str, str]
    met_stand: bool
    zelfde_graaf: bool

    @property
    def heropent(self) -> frozenset[str]:
        """What a relation that she adds says by having no end: that it holds again."""
        return TOT if self.met_stand else frozenset()

    def name(self, id_: str) -> str:
        """How a node is told of."""
        return self.getoond.get(id_, id_)

    def provenance(self) -> dict[str, Waarde]:
        """The workbook as a source."""
        return {"bron": self.context.bron, "bron_datum": self.context.datum}


@dataclass
class Opbrengst:
    """What one sheet gives."""

    uitspraken: list[Uitspraak] = field(default_factory=list)
    voorstellen: list[Voorstel] = field(default_factory=list)
    gewijzigd: set[int] = field(default_factory=set)


def sub_table(
    lezing: Lezing, rijen: Iterable[Rij], koppen: Mapping[str, str], anders: Mapping[tuple[int, str], str]
) -> Tabel:
    """A table of some rows and columns of a sheet.

    Args:
        lezing: the sheet.
        rijen: which rows.
        koppen: our column → its header in the new table.
        anders: by row number and column of ours the text to put there instead.
    """
    keuze = list(rijen)
    cellen = [tuple(anders.get((rij.nr, naam), lezing.text(rij, naam)) for naam in koppen) for rij in keuze]
    nummers = [rij.nr for rij in keuze]
    koppen_ = tuple(koppen.values())
    return replace(lezing.tabel, kolommen=koppen_, rijen=cellen, rijnummers=nummers, meldingen=())


def keep_meldingen(lezing: Lezing, meldingen: Iterable[Melding], gelukt: Mapping[int, Rij]) -> None:
    """Take over messages, but not about a cell of an exported row that nobody touched.

    Args:
        lezing: the sheet.
        meldingen: what reading the rows told.
        gelukt: rows that gave a statement, by number; only of these a message may be left out.
    """
    namen = {lezing.header(naam): naam for naam in lezing.plaats}
    for melding in meldingen:
        rij = gelukt.get(melding.rij)
        kolom = namen.get(melding.kolom, melding.kolom)
        if (
            rij is None
            or rij.stand is None
            or kolom in rij.anders
            or (kolom == "tot" and "sinds" in rij.anders)
        ):
            # An option that plain tables have is no way out here.
            verwacht = melding.verwacht.partition("; een eigen woord vertaalt u")[0]
            lezing.meldingen.append(replace(melding, verwacht=verwacht))


def changed_fields(lezing: Lezing, rij: Rij) -> frozenset[str]:
    """Columns of an exported row's own that say something else now.

    Who says it counts only together with something else: alone it is told, and left.
    """
    soorten = ("eigenschap", "soort", "einde", "relatie")
    anders = rij.anders & {kolom.naam for kolom in lezing.kolommen if kolom.aard in soorten}
    if not anders or not anders <= HERKOMST:
        return anders
    lezing.tell(
        "Alleen de bron is veranderd; die telt pas mee als er nog iets anders verandert.",
        rij.nr,
        min(anders),
        ernst=Ernst.WAARSCHUWING,
    )
    return frozenset()


def overlay(
    lezing: Lezing, rij: Rij, stand: Standrij, gelezen: Mapping[str, Waarde], om: Omstandigheden
) -> tuple[dict[str, Waarde], frozenset[str]]:
    """The properties of an exported row with what she changed, and the ones that she emptied.

    Who says it is the workbook, unless she filled in another source.
    """
    velden = dict(stand.velden)
    leeg: set[str] = set()
    for kolom in lezing.kolommen:
        if kolom.eigenschap is None or kolom.naam not in rij.anders:
            continue
        for sleutel in (kolom.naam, f"{kolom.naam}_precisie"):
            velden.pop(sleutel, None)
            if sleutel in gelezen and lezing.text(rij, kolom.naam):
                velden[sleutel] = gelezen[sleutel]
            elif sleutel in stand.velden:
                leeg.add(sleutel)
    for sleutel, waarde in om.provenance().items():
        if sleutel not in rij.anders or not lezing.text(rij, sleutel):
            velden.pop(f"{sleutel}_precisie", None)
            velden[sleutel] = waarde
    return velden, frozenset(leeg - velden.keys())


def propose_removed(lezing: Lezing, om: Omstandigheden) -> list[Voorstel]:
    """An end for every exported row that is there no more."""
    uit: list[Voorstel] = []
    for oud in lezing.weg:
        if not isinstance(lezing.blad, Knoopblad):
            reden = (
                f'"{om.name(oud.van)} → {om.name(oud.naar)}" staat niet meer op het blad {lezing.blad.naam}.'
            )
            uit.append(Voorstel(end_relation(oud, om), reden))
        elif oud.sleutel in om.context.gekend.labels:
            reden = f'"{om.name(oud.sleutel)}" staat niet meer op het blad {lezing.blad.naam}.'
            velden = _ended(oud.velden, om)
            uit.append(Voorstel(KnoopUitspraak(oud.soort, oud.sleutel, velden, gezien=oud.velden), reden))
    return uit


def end_relation(oud: Standrij, om: Omstandigheden) -> RelatieUitspraak:
    """The statement that an exported relation ends on the day of the import."""
    velden = _ended(oud.velden, om)
    return RelatieUitspraak(oud.soort, oud.sleutel, oud.van, oud.naar, velden, gezien=oud.velden)


def _ended(velden: Mapping[str, Waarde], om: Omstandigheden) -> dict[str, Waarde]:
    over = {naam: w for naam, w in velden.items() if naam not in (*TOT, "bron_datum_precisie")}
    return {**over, **om.provenance(), "tot": om.context.datum}
