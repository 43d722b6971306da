"""Nodes and connections of a foreign graph as plain tables, so that one reader judges all values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from netwerkkaart.fouten import Ernst, Melding
from netwerkkaart.inlezen.graaf import Graaf, GraafKnoop, GraafVerbinding
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.context import Context, Oogst
from netwerkkaart.omzetten.graafwoorden import default_columns, find_header
from netwerkkaart.omzetten.koppeltabel import KOLOM, OVERSLAAN
from netwerkkaart.omzetten.relaties import KOPPEN as RELATIEKOPPEN
from netwerkkaart.schema.uitspraken import Uitspraak
from netwerkkaart.schema.vocabularia import fold

CODE = "code in Netwerkkaart"
"""Header of the column with our id; no file has it."""
ID = "id"
"""Header under which their own id can be asked for: ``--kolom id=naam``."""

Deel = GraafKnoop | GraafVerbinding


@dataclass
class Lezing:
    """What is gathered over all tables of one graph.

    Args:
        graaf: the graph.
        context: the choices of the user.
        uitspraken, meldingen, gemeenten: as in :class:`~.context.Oogst`.
        gelezen: header → our column.
    """

    graaf: Graaf
    context: Context
    uitspraken: list[Uitspraak] = field(default_factory=list)
    meldingen: list[Melding] = field(default_factory=list)
    gemeenten: Counter[str] = field(default_factory=Counter)
    gelezen: dict[str, str] = field(default_factory=dict)
    _ongelezen: dict[str, dict[str, int]] = field(default_factory=dict)
    _gebruikt: set[str] = field(default_factory=set)

    def choices(self, tabel: Tabel, bekend: Iterable[str], eigen: Mapping[str, str]) -> Context:
        """The choices that concern one table: our columns among ``bekend``, from its own headers.

        Args:
            tabel: the table.
            bekend: our columns that it may have.
            eigen: our column → header, for the columns that the table was made with.
        """
        koppen = {fold(kop): kop for kop in tabel.kolommen}
        namen = set(bekend)
        gekozen = {
            naam: koppen[fold(kop)]
            for naam, kop in self.context.kolommen.items()
            if naam in namen and naam not in eigen and fold(kop) in koppen
        }
        self._gebruikt |= {*gekozen, *(naam for naam in eigen if naam in self.context.kolommen)}
        bezet = {*eigen.values(), *gekozen.values()}
        gewoon = default_columns(
            tabel.kolommen, [n for n in bekend if n not in {*eigen, *gekozen}], self.context, bezet
        )
        vast = {naam: waarde for naam, waarde in self.context.vast.items() if naam not in eigen}
        waarden = {deel: onze for deel, onze in self.context.waarden.items() if deel[0] not in eigen}
        return replace(self.context, kolommen={**gewoon, **gekozen, **eigen}, vast=vast, waarden=waarden)

    def without_columns(self, tabel: Tabel, namen: Iterable[str], wie: str) -> Tabel:
        """The table without the headers that would feed these columns of ours; that is told as well."""
        plaatsen = set()
        for naam in namen:
            kop = find_header(naam, tabel.kolommen[3:], self.context, RELATIEKOPPEN)
            if kop:
                plaatsen.add(tabel.kolommen.index(kop))
                self._not_read(tabel, kop, wie)
        if not plaatsen:
            return tabel
        houden = [nummer for nummer in range(len(tabel.kolommen)) if nummer not in plaatsen]
        return replace(
            tabel,
            kolommen=tuple(tabel.kolommen[nummer] for nummer in houden),
            rijen=[tuple([rij[nummer] for nummer in houden]) for rij in tabel.rijen],
        )

    def _not_read(self, tabel: Tabel, kop: str, wie: str) -> None:
        plaats = tabel.kolommen.index(kop)
        deel = self._ongelezen.setdefault(kop, {})
        deel[wie] = deel.get(wie, 0) + sum(bool(cellen[plaats]) for cellen in tabel.rijen)

    def take(self, oogst: Oogst, tabel: Tabel, wie: str, voorvoegsel: str = "") -> None:
        """Add what one table yielded; headers that were not read are told once, at the end.

        Args:
            oogst: what it yielded.
            tabel: the table.
            wie: what its rows are, in the plural.
            voorvoegsel: said before a fault of the table as a whole.
        """
        for uitspraak in oogst.uitspraken:
            uitspraak.blad = tabel.blad if uitspraak.rij else ""
        self.uitspraken += oogst.uitspraken
        self.gemeenten.update(oogst.gemeenten)
        for kop, naam in oogst.koppeling:
            if naam and kop != CODE:
                self.gelezen.setdefault(kop, naam)
            elif not naam:
                self._not_read(tabel, kop, wie)
        ongelezen = {kop for kop, naam in oogst.koppeling if not naam}
        for melding in oogst.meldingen:
            if melding.kolom in ongelezen and not melding.rij and not melding.is_fout:
                continue
            heel = voorvoegsel and melding.is_fout and not melding.rij
            self.meldingen.append(
                replace(melding, tekst=f"{voorvoegsel} {melding.tekst}") if heel else melding
            )

    def tell_unread(self) -> None:
        """Say of every header that some table did not read with whom and how often; and of wrong choices."""
        for kop, deel in self._ongelezen.items():
            bij = ", ".join(f"{wie} ({keer})" for wie, keer in deel.items())
            self.meldingen.append(
                self.graaf.melding(
                    f"Deze eigenschap wordt niet gelezen bij: {bij}.", kolom=kop, ernst=Ernst.WAARSCHUWING
                )
            )
        koppen = (*self.graaf.kolommen, ID)
        for naam, kop in self.context.kolommen.items():
            if naam not in self._gebruikt:
                er_is = fold(kop) in {fold(k) for k in koppen}
                wat = (
                    f'"{naam}" is geen kolom van wat hier staat'
                    if er_is
                    else f'Er is geen eigenschap "{kop}"'
                )
                self.meldingen.append(self.graaf.melding(f"{wat}.", verwacht=", ".join(koppen)))

    def as_oogst(self) -> Oogst:
        """All of it together."""
        paren = [*self.gelezen.items(), *((k, "") for k in self._ongelezen if k not in self.gelezen)]
        rijen = len(self.graaf.knopen) + len(self.graaf.verbindingen)
        return Oogst(self.uitspraken, tuple(self.meldingen), tuple(paren), rijen, self.gemeenten)


def make_tables(
    graaf: Graaf,
    rijen: Sequence[tuple[Deel, tuple[str, ...]]],
    eigen: Sequence[str],
    context: Context,
    behalve: Iterable[str] = (),
) -> Iterator[Tabel]:
    """Tables of some nodes or connections, one for each sheet on which they stand.

    Args:
        graaf: the graph.
        rijen: each node or connection with the cells that stand in front.
        eigen: headers of these cells.
        context: the mapping: headers that it leaves out, and whether their own id is asked for.
        behalve: headers that are in front already.

    Yields:
        Tables with only the headers under which something stands.
    """
    per_blad: dict[str, list[tuple[Deel, tuple[str, ...]]]] = {}
    for deel, cellen in rijen:
        per_blad.setdefault(deel.blad, []).append((deel, cellen))
    weg = {hun for (wat, hun), onze in context.waarden.items() if wat == KOLOM and onze == OVERSLAAN}
    weg |= {fold(kop) for kop in behalve}
    vraagt_id = any(fold(kop) == ID for kop in context.kolommen.values())
    for blad, delen in per_blad.items():
        koppen = dict.fromkeys(kop for deel, _ in delen for kop in deel.attributen)
        ruw = [kop for kop in koppen if fold(kop) not in weg]
        extra = [ID] if vraagt_id and ID not in map(fold, ruw) else []
        yield Tabel(
            graaf.bestand,
            blad,
            unique_headers((*eigen, *extra, *ruw)),
            [_row(deel, cellen, bool(extra), ruw) for deel, cellen in delen],
            [deel.plaats for deel, _ in delen],
        )


def _row(deel: Deel, cellen: tuple[str, ...], met_id: bool, koppen: Sequence[str]) -> tuple[str, ...]:
    eigen = (deel.id.strip() if isinstance(deel, GraafKnoop) else "",) if met_id else ()
    return (*cellen, *eigen, *(deel.attributen.get(kop, "").strip() for kop in koppen))


def unique_headers(koppen: Iterable[str]) -> tuple[str, ...]:
    """Headers that differ in more than case and signs; a later one that does not gets a number.

    >>> unique_headers(["Type", "naam", "type"])
    ('Type', 'naam', 'type (2)')
    """
    uit: dict[str, str] = {}
    for kop in koppen:
        naam, nummer = " ".join(kop.split()) or "(zonder naam)", 2
        while fold(naam) in uit:
            naam, nummer = f"{kop} ({nummer})", nummer + 1
        uit[fold(naam)] = naam
    return tuple(uit.values())
