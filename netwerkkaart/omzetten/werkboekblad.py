"""One sheet of the workbook beside what was exported of it: which rows are new, changed, or as they were.

A row is told by its key (the code of a node, the hidden key of a relation), wherever it stands now; and
where the key was lost, by what it says. A cell that still says what was written is not read at all: so
nothing that a spreadsheet or we ourselves do to a text can pass for a change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from netwerkkaart.fouten import Ernst, Melding
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.knopen import KOPPEN
from netwerkkaart.omzetten.werkboekbladen import VOORBEELD, Blad, Knoopblad
from netwerkkaart.omzetten.werkboekstand import Standrij
from netwerkkaart.omzetten.werkboektekst import as_read, make_cells
from netwerkkaart.omzetten.werkboekvoorbeeld import example_cells
from netwerkkaart.omzetten.werkboekvorm import SLEUTEL, Kolom, columns
from netwerkkaart.schema.register import TYPEN
from netwerkkaart.schema.vocabularia import fold


@dataclass(slots=True)
class Rij:
    """One row as it stands now.

    Args:
        nr: its number in the sheet.
        cellen: the texts of its cells.
        stand: the exported row that it is; None: it is new.
        anders: names of the columns that say something else than was exported; of a new row, all.
        id: of a row of a node: its id.
    """

    nr: int
    cellen: tuple[str, ...]
    stand: Standrij | None = None
    anders: frozenset[str] = frozenset()
    id: str = ""


@dataclass
class Lezing:
    """One sheet, matched and compared.

    Args:
        blad: the sheet that it is.
        tabel: as it was read.
        plaats: position of each of our columns that is there.
        rijen: the rows, without the example and without rows that repeat another.
        weg: exported rows that no row is any more.
        meldingen: faults and warnings.
    """

    blad: Blad
    tabel: Tabel
    plaats: Mapping[str, int]
    rijen: list[Rij] = field(default_factory=list)
    weg: list[Standrij] = field(default_factory=list)
    meldingen: list[Melding] = field(default_factory=list)

    @property
    def kolommen(self) -> tuple[Kolom, ...]:
        """Our columns that are there, in our order."""
        return tuple(kolom for kolom in columns(self.blad) if kolom.naam in self.plaats)

    def text(self, rij: Rij, kolom: str) -> str:
        """The text of one cell; empty when the column is not there."""
        plaats = self.plaats.get(kolom)
        return "" if plaats is None else rij.cellen[plaats]

    def header(self, kolom: str) -> str:
        """The header as it stands in the sheet."""
        return self.tabel.kolommen[self.plaats[kolom]] if kolom in self.plaats else kolom

    def tell(
        self,
        tekst: str,
        rij: int = 0,
        kolom: str = "",
        waarde: str = "",
        verwacht: str = "",
        ernst: Ernst = Ernst.FOUT,
    ) -> None:
        """Add a message about a place on this sheet."""
        kop = self.header(kolom) if kolom else ""
        self.meldingen.append(
            self.tabel.melding(tekst, rij=rij, kolom=kop, waarde=waarde, verwacht=verwacht, ernst=ernst)
        )


def compare(
    blad: Blad, tabel: Tabel, stand: Sequence[Standrij] | None, getoond: Mapping[str, str], personen: bool
) -> Lezing:
    """Lay a sheet beside what was exported of it. O(cells).

    Args:
        blad: which sheet it is.
        tabel: the sheet as it was read.
        stand: its exported rows; None: nothing is known of an export.
        getoond: how each node was shown, by id.
        personen: whether the export had contact persons in it.
    """
    lezing = Lezing(blad, tabel, match_headers(blad, tabel), meldingen=list(tabel.meldingen))
    _tell_headers(lezing, stand is not None, personen)
    rijen = [Rij(nr, cellen) for nr, cellen in tabel]
    verwacht = _expected(lezing, stand or (), getoond)
    kenmerken = _identity(lezing)
    if isinstance(blad, Knoopblad):
        rijen = _match_nodes(lezing, rijen, verwacht)
    else:
        rijen = _match_relations(lezing, rijen, verwacht, kenmerken)
    per_stand = {oud.sleutel: teksten for oud, teksten in verwacht.values()}
    for rij in rijen:
        oud = per_stand[rij.stand.sleutel] if rij.stand else {}
        anders = (naam for naam, plaats in lezing.plaats.items() if rij.cellen[plaats] != oud.get(naam))
        rij.anders = frozenset(anders) - {SLEUTEL}
    lezing.rijen = rijen
    gevonden = {rij.stand.sleutel for rij in rijen if rij.stand}
    lezing.weg = [oud for oud in stand or () if oud.sleutel not in gevonden]
    return lezing


def match_headers(blad: Blad, tabel: Tabel) -> dict[str, int]:
    """Position of each of our columns in a sheet, by its header or its own name, else an everyday word."""
    plaatsen = {fold(kop): nr for nr, kop in reversed(list(enumerate(tabel.kolommen)))}
    gevonden: dict[str, int] = {}
    kolommen = columns(blad)
    for namen in ([(k, (k.kop, k.naam)) for k in kolommen], [(k, KOPPEN.get(k.naam, ())) for k in kolommen]):
        for kolom, woorden in namen:
            vrij = (plaatsen.get(fold(woord)) for woord in woorden)
            plaats = next((p for p in vrij if p is not None and p not in gevonden.values()), None)
            if plaats is not None:
                gevonden.setdefault(kolom.naam, plaats)
    return gevonden


def _tell_headers(lezing: Lezing, geschreven: bool, personen: bool) -> None:
    bekend = set(lezing.plaats.values())
    for nr, kop in enumerate(lezing.tabel.kolommen):
        if nr not in bekend:
            lezing.meldingen.append(
                lezing.tabel.melding("Deze kolom wordt niet gelezen.", kolom=kop, ernst=Ernst.WAARSCHUWING)
            )
    for kolom in columns(lezing.blad, personen) if geschreven else ():
        if kolom.naam not in lezing.plaats and kolom.aard != "sleutel" and not kolom.verplicht:
            lezing.tell(
                f'De kolom "{kolom.kop}" is weg; wat daarin stond, blijft zoals het is.',
                ernst=Ernst.WAARSCHUWING,
            )
    for kolom in columns(lezing.blad):
        if kolom.naam not in lezing.plaats and kolom.verplicht and len(lezing.tabel):
            lezing.tell(
                f'De kolom "{kolom.kop}" ontbreekt.',
                verwacht="deze kop op de eerste rij; heet de kolom nu anders, zet de kop dan terug",
            )


def _expected(
    lezing: Lezing, stand: Sequence[Standrij], getoond: Mapping[str, str]
) -> dict[str, tuple[Standrij, dict[str, str]]]:
    """By its key, as a cell would say it, the exported row and the text of each of its cells.

    The texts are those of a file that nobody touched; a reader may have mended a sign of a key too.
    """
    kolommen = lezing.kolommen
    namen = [kolom.naam for kolom in kolommen]
    teksten = as_read(list(make_cells(kolommen, stand, getoond)))
    uit: dict[str, tuple[Standrij, dict[str, str]]] = {}
    for rij, cellen in zip(stand, teksten, strict=True):
        per_kolom = dict(zip(namen, cellen, strict=True))
        uit[per_kolom.get("id") or per_kolom.get(SLEUTEL) or rij.sleutel] = (rij, per_kolom)
    return uit


Verwacht = Mapping[str, tuple[Standrij, Mapping[str, str]]]


def _is_example(lezing: Lezing, rij: Rij, verwacht: Verwacht) -> bool:
    eerste = columns(lezing.blad)[0].naam
    tekst = lezing.text(rij, eerste)
    klein = tekst.casefold()
    if lezing.text(rij, SLEUTEL) or not (klein == VOORBEELD or klein.startswith(f"{VOORBEELD}:")):
        return False
    return tekst not in verwacht or not _differs(lezing, rij)


def _differs(lezing: Lezing, rij: Rij) -> bool:
    """True when an example row is not as we wrote it."""
    kolommen = lezing.kolommen
    (ons,) = as_read([example_cells(lezing.blad, kolommen)])
    return any(lezing.text(rij, k.naam) != tekst for k, tekst in zip(kolommen, ons, strict=True))


def _check_example(lezing: Lezing, rij: Rij) -> None:
    """What somebody typed over the example does not go in, and must not vanish in silence either."""
    if _differs(lezing, rij):
        lezing.tell(
            f'De voorbeeldrij is gewijzigd, maar telt niet mee: in de eerste cel staat "{VOORBEELD}".',
            rij.nr,
            columns(lezing.blad)[0].naam,
            verwacht=f'een andere eerste cel zonder "{VOORBEELD}", als de rij wel moet tellen',
            ernst=Ernst.WAARSCHUWING,
        )


def _match_nodes(lezing: Lezing, rijen: Iterable[Rij], verwacht: Verwacht) -> list[Rij]:
    uit: list[Rij] = []
    per_code: dict[str, Rij] = {}
    zonder: list[Rij] = []
    for rij in rijen:
        if _is_example(lezing, rij, verwacht):
            _check_example(lezing, rij)
            continue
        rij.id = lezing.text(rij, "id")
        eerder = per_code.get(rij.id) if rij.id else None
        if eerder is None:
            uit.append(rij)
            if rij.id:
                per_code[rij.id] = rij
                rij.stand = verwacht[rij.id][0] if rij.id in verwacht else None
                rij.id = rij.stand.sleutel if rij.stand else rij.id
            else:
                zonder.append(rij)
        elif eerder.cellen == rij.cellen:
            lezing.tell(
                f"Deze rij herhaalt rij {eerder.nr}; ze telt één keer.", rij.nr, ernst=Ernst.WAARSCHUWING
            )
        else:
            lezing.tell(
                f"Deze code staat al op rij {eerder.nr}.",
                rij.nr,
                "id",
                rij.id,
                "een code per rij; laat de cel leeg voor een nieuwe rij",
            )
    if zonder:
        _recognise(lezing, zonder, {sleutel: v for sleutel, v in verwacht.items() if sleutel not in per_code})
    return uit


def _recognise(lezing: Lezing, rijen: Iterable[Rij], over: Verwacht) -> None:
    """Rows that lost their code are told by kind and name, when these mean one exported row alone."""
    per_naam: dict[tuple[str, str], list[Standrij]] = {}
    for oud, teksten in over.values():
        if teksten.get("naam"):
            per_naam.setdefault((teksten.get("soort", ""), teksten["naam"]), []).append(oud)
    for rij in rijen:
        treffers = per_naam.pop((lezing.text(rij, "soort"), lezing.text(rij, "naam")), [])
        if len(treffers) == 1:
            rij.stand = treffers[0]
            rij.id = rij.stand.sleutel
            lezing.tell(
                f"De code is weg; aan de naam herkend als {rij.id}.", rij.nr, "id", ernst=Ernst.WAARSCHUWING
            )


def _identity(lezing: Lezing) -> tuple[str, ...]:
    """Columns that tell two relations apart."""
    if isinstance(lezing.blad, Knoopblad):
        return ()
    sleutels = {naam for type_ in lezing.blad.types for naam in TYPEN[type_].soort.sleutel}
    return tuple(naam for naam in ("van", "relatie", "naar", *sorted(sleutels)) if naam in lezing.plaats)


def same_relation(lezing: Lezing, rij: Rij) -> bool:
    """True when a row is still the relation that was exported: type, ends and what else tells it apart."""
    return rij.stand is not None and rij.anders.isdisjoint(_identity(lezing))


def _match_relations(
    lezing: Lezing, rijen: Iterable[Rij], verwacht: Verwacht, kenmerken: Sequence[str]
) -> list[Rij]:
    alle: list[Rij] = []
    for rij in rijen:
        if _is_example(lezing, rij, verwacht):
            _check_example(lezing, rij)
        else:
            alle.append(rij)
    per_sleutel: dict[str, list[Rij]] = {}
    for rij in alle:
        per_sleutel.setdefault(lezing.text(rij, SLEUTEL), []).append(rij)
    zonder = per_sleutel.pop("", [])
    for sleutel, groep in per_sleutel.items():
        if sleutel not in verwacht:
            zonder += groep
            continue
        oud, teksten = verwacht[sleutel]
        # Of rows that were copied with their key, the one that still says the same is the exported one.
        eigenaar = next((r for r in groep if _says(lezing, r, teksten, kenmerken)), groep[0])
        eigenaar.stand = oud
        zonder += [r for r in groep if r is not eigenaar]
    gevonden = {rij.stand.sleutel for rij in alle if rij.stand}
    over = {
        tuple(teksten[naam] for naam in kenmerken): oud
        for sleutel, (oud, teksten) in verwacht.items()
        if sleutel not in gevonden
    }
    for rij in zonder:
        rij.stand = over.pop(tuple(lezing.text(rij, naam) for naam in kenmerken), None)
    return alle


def _says(lezing: Lezing, rij: Rij, teksten: Mapping[str, str], kolommen: Sequence[str]) -> bool:
    return all(lezing.text(rij, naam) == teksten[naam] for naam in kolommen)
