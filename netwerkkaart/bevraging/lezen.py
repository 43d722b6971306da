"""Reading a folder of answers: each file one import, the faulty ones named and left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from netwerkkaart.fouten import GebruikersFout, Melding, NietGevonden
from netwerkkaart.graph.herleiden import read_answers
from netwerkkaart.graph.lezen import read_bekend
from netwerkkaart.graph.store import Store
from netwerkkaart.graph.uitvoeren import ImportGegevens, ImportVerslag, carry_out
from netwerkkaart.importers import load_importer
from netwerkkaart.invoeren import (
    GelezenBestand,
    Voorbereid,
    carry_out_import,
    open_bestand,
    prepare_import,
    weigh,
)
from netwerkkaart.omzetten.antwoorden import NIETS
from netwerkkaart.omzetten.context import Context, Gekend, Oogst
from netwerkkaart.plan.eindevoorstel import propose_ends
from netwerkkaart.plan.herleiden import possible_rids
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Voorstel

LIJSTEN = ("verzendlijst.xlsx", "herinneringen.xlsx")
"""Files that we write beside the forms; they are no answers."""
_VORMEN = (".xlsx", ".ods", ".json")
SOORT = "bevraging"
"""Kind of import under which what is decided at the end of a reading is remembered."""


@dataclass(frozen=True, slots=True)
class Gelezen:
    """One file of a folder of answers.

    Args:
        pad: the file.
        voorbereid: the import; None when it cannot be read.
        bestand: what is kept of it.
        fout: why it cannot be read.
    """

    pad: Path
    voorbereid: Voorbereid | None = None
    bestand: GelezenBestand | None = None
    fout: GebruikersFout | None = None

    @property
    def meldingen(self) -> tuple[Melding, ...]:
        """Everything that is to be told of it."""
        if self.voorbereid is not None:
            return self.voorbereid.oogst.meldingen
        return self.fout.meldingen if self.fout else ()

    @property
    def leeg(self) -> bool:
        """True for a form that nobody filled in."""
        fouten = self.voorbereid.oogst.fouten if self.voorbereid else ()
        return len(fouten) == 1 and fouten[0].tekst == NIETS

    @property
    def goed(self) -> bool:
        """True when it can be imported."""
        return self.voorbereid is not None and not self.voorbereid.oogst.fouten

    def volgorde(self) -> tuple[str, str]:
        """Answers in the order in which they were saved."""
        uitspraken = self.voorbereid.oogst.uitspraken if self.voorbereid else ()
        tijdstippen = (u.eigenschappen.get("tijdstip") for u in uitspraken if isinstance(u, KnoopUitspraak))
        return str(next(filter(None, tijdstippen), "")), self.pad.name

    @property
    def door(self) -> str:
        """Id of the organisation that answered; empty when it cannot be told."""
        uitspraken = self.voorbereid.oogst.uitspraken if self.voorbereid else ()
        relaties = (u for u in uitspraken if isinstance(u, RelatieUitspraak))
        return next((u.naar for u in relaties if u.type == "GEGEVEN_DOOR"), "")

    def words(self) -> Counter[str]:
        """How many times the answer says yes, no, or that it does not know; what it misses; its schools."""
        telling: Counter[str] = Counter()
        for u in self.voorbereid.oogst.uitspraken if self.voorbereid else ():
            if isinstance(u, RelatieUitspraak):
                ja = u.eigenschappen.get("ja")
                woord = "weet niet" if ja is None else "ja" if ja is True else "nee"
                telling[woord if u.type == "NOEMT" else u.type] += 1
        return telling


@dataclass
class Antwoordmap:
    """A folder of answers, read but not imported.

    Args:
        gelezen: every file that may be an answer, in the order in which they were saved.
    """

    gelezen: list[Gelezen] = field(default_factory=list)

    @property
    def goed(self) -> list[Gelezen]:
        """The answers that can be imported."""
        return [g for g in self.gelezen if g.goed]

    @property
    def leeg(self) -> list[Gelezen]:
        """The forms that nobody filled in."""
        return [g for g in self.gelezen if g.leeg]

    @property
    def fout(self) -> list[Gelezen]:
        """The files with faults."""
        return [g for g in self.gelezen if not g.goed and not g.leeg]


def find_answers(map_: Path) -> list[Path]:
    """The files of a folder that may be answers, by name. Folders in it are not looked into.

    Raises:
        NietGevonden: there is no such folder, or it holds none.
    """
    if not map_.is_dir():
        raise NietGevonden(f"De map {map_} bestaat niet.", hulp="Geef de map waarin de antwoorden staan.")
    paden = [
        pad
        for pad in sorted(map_.iterdir())
        if pad.is_file()
        and pad.suffix.lower() in _VORMEN
        and not pad.name.startswith(("~$", "."))
        and pad.name.lower() not in LIJSTEN
    ]
    if not paden:
        raise NietGevonden(
            f"In de map {map_} staan geen antwoorden.", hulp=f"Gezocht is naar: {', '.join(_VORMEN)}."
        )
    return paden


def read_folder(store: Store, paden: Sequence[Path], nu: datetime) -> Antwoordmap:
    """Read every file and weigh it against the store. Writes nothing; what is wrong is a value."""
    gelezen = [_read(store, pad, nu) for pad in paden]
    return Antwoordmap(sorted(gelezen, key=Gelezen.volgorde))


def _read(store: Store, pad: Path, nu: datetime) -> Gelezen:
    importer = load_importer("antwoorden")

    def context(gekend: Gekend) -> Context:
        return Context(gekend=gekend, datum=nu.date(), bron=pad.name)

    try:
        inhoud, bestand = open_bestand(importer, pad)
        return Gelezen(pad, prepare_import(store, importer, inhoud, context), bestand)
    except GebruikersFout as fout:
        return Gelezen(pad, fout=fout)


def import_answers(
    store: Store, antwoorden: Sequence[Gelezen], nu: datetime
) -> Iterator[tuple[Gelezen, ImportVerslag | None]]:
    """Import answers one after another, each as an import of its own; None: it was there already.

    Each is weighed again first, as the one before it changed the graph.
    """
    for gelezen in antwoorden:
        assert gelezen.voorbereid is not None
        opnieuw = _reweigh(store, gelezen.voorbereid)
        yield gelezen, carry_out_import(store, opnieuw, nu=nu, bestand=gelezen.bestand)


def _reweigh(store: Store, voorbereid: Voorbereid) -> Voorbereid:
    return replace(voorbereid, plan=weigh(store, voorbereid.oogst))


def find_proposals(store: Store, antwoorden: Sequence[Gelezen], bron: str) -> list[Voorstel]:
    """What answers suggest to end or to take up again; see :mod:`netwerkkaart.plan.eindevoorstel`."""
    uit = [v for g in antwoorden if g.voorbereid for v in g.voorbereid.oogst.voorstellen]
    stand = read_answers(store)
    rids = {rid for paar in stand.mentions for rid in possible_rids(paar)}
    return uit + propose_ends(stand, read_bekend(store, (), rids).relaties, bron)


def carry_out_proposals(
    store: Store, voorstellen: Sequence[Voorstel], bron: str, nu: datetime
) -> ImportVerslag | None:
    """Do what was proposed, as one import of its own."""
    plan = weigh(store, Oogst([v.uitspraak for v in voorstellen]))
    return carry_out(store, plan, ImportGegevens(SOORT, nu, bron, nu.date()))
