"""A table as a scenario for a view: its interventions in order, or every fault with its row and column.

What is added is read by the importers of plain tables, so that kinds, areas, values and ends are written as
in any other list; names are looked up in the view and among what the scenario itself adds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from netwerkkaart.analyse.basis import counted, reference_date
from netwerkkaart.analyse.scenario import Ingreep, Scenario
from netwerkkaart.analyse.scenario_stand import Stand
from netwerkkaart.analyse.scenario_tabel import BAND, Doe, Regel, Regels, as_table, models_of, read_regels
from netwerkkaart.fouten import GebruikersFout, Melding
from netwerkkaart.graph.afscherming import Afscherming, is_stand_in
from netwerkkaart.graph.beeld import Beeld, KnoopRij, RelatieRij
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.context import Context, Gekend, Oogst
from netwerkkaart.omzetten.knopen import KOPPEN, columns_of, read_knopen
from netwerkkaart.omzetten.kolommen import match_columns
from netwerkkaart.omzetten.relaties import read_relaties
from netwerkkaart.omzetten.uiteinden import Einde, Uiteinden
from netwerkkaart.omzetten.waarden import Cellen, read_all
from netwerkkaart.schema.basis import ORGANISATIE
from netwerkkaart.schema.register import BANDEN, SOORTEN, allows, find_soort, find_type, stored_keys
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak

_SAMEN = "WERKT_SAMEN_MET"
_AANBOD = (
    ("van", "BIEDT", "wie het biedt: codes of namen, gescheiden door ;"),
    ("naar", "BEREIKT", "waar het naartoe reikt: gemeenten of regio's, gescheiden door ;"),
)
"""Of a new offer: the column, the relation that it makes, and what is expected in it."""


def read_scenario(tabel: Tabel, beeld: Beeld) -> Scenario:
    """Read a scenario for a view at a date. O(rows × columns + nodes).

    Args:
        tabel: the table; see :mod:`~netwerkkaart.analyse.scenario_tabel`.
        beeld: the view on which it is to be applied.

    Raises:
        GebruikersFout: something is wrong; ``meldingen`` holds every fault with its row and column.
        ValueError: the view is not tied to a date.
    """
    regels = read_regels(_with_own_codes(tabel, beeld))
    ingrepen = _Lezer(regels, Stand(beeld)).read()
    fouten = [_without_options(m) for m in sorted(dict.fromkeys(regels.meldingen), key=lambda m: m.rij)]
    if fouten:
        raise GebruikersFout(
            f"{counted(len(fouten), 'fout', 'fouten')} in {tabel.bestand}; er is niets berekend.",
            hulp="Verbeter het bestand en probeer opnieuw.",
            meldingen=fouten,
        )
    return Scenario(tuple(ingrepen), tabel.bestand)


def _with_own_codes(tabel: Tabel, beeld: Beeld) -> Tabel:
    """The same table where a cell with a stand-in, as the map of a partner writes it, holds who that is."""
    if not any(is_stand_in(cel) for rij in tabel.rijen for cel in rij):
        return tabel
    wie = Afscherming.of("partners", beeld)
    codes = {wie.stand_in(id_): id_ for id_ in wie.ids | wie.vrij}
    return replace(tabel, rijen=[tuple(codes.get(cel, cel) for cel in rij) for rij in tabel.rijen])


def _without_options(melding: Melding) -> Melding:
    """A fault without the options of an import, that do not exist here."""
    verwacht = melding.verwacht.partition("; een eigen woord")[0].partition(", of zeg welke kolom")[0]
    return replace(melding, verwacht=verwacht)


@dataclass(frozen=True)
class _Lezer:
    """Reads the rows one after another.

    Args:
        regels: the rows; faults are gathered in it.
        stand: what exists at the row that is read.
    """

    regels: Regels
    stand: Stand

    def read(self) -> list[Ingreep]:
        """The interventions of the rows without a fault."""
        doen: Mapping[Doe, Callable[[Regel], Ingreep | None]] = {
            Doe.TOEVOEGEN: self._add,
            Doe.WEGHALEN: self._take,
            Doe.WIJZIGEN: self._change,
        }
        uit: list[Ingreep] = []
        for regel in self.regels.regels:
            ingreep = doen[regel.doe](regel)
            if ingreep is not None:
                self.stand.add(ingreep)
                uit.append(ingreep)
        return uit

    @cached_property
    def _gekend(self) -> Gekend:
        """The nodes of the view, and those that the scenario adds anywhere."""
        beeld = self.stand.beeld
        namen = beeld.kolom("naam")
        knopen = [(id_, beeld.label(nr), str(namen[nr] or "")) for nr, id_ in enumerate(beeld.ids)]
        for regel in self.regels.regels:
            if regel.doe is Doe.TOEVOEGEN and regel.wat != BAND and self._id(regel) not in beeld.nummer:
                soort = find_soort(self.regels.text(regel, "soort")) if regel.wat == ORGANISATIE else None
                label = regel.soort or (soort.soort.label if soort else regel.wat)
                if label in SOORTEN:
                    knopen.append((self._id(regel), label, self.regels.text(regel, "naam")))
        return Gekend(knopen)

    @cached_property
    def _einden(self) -> Uiteinden:
        return Uiteinden(self._gekend)

    def _id(self, regel: Regel) -> str:
        """The id of what a row adds: its own, or one made from the row."""
        return self.regels.text(regel, "id") or f"scenario-{regel.rij}"

    def _context(self, gekend: Gekend) -> Context:
        return Context(gekend=gekend, datum=reference_date(self.stand.beeld), bron="scenario")

    # --- adding
    def _add(self, regel: Regel) -> Ingreep | None:
        return self._add_relation(regel) if regel.wat == BAND else self._add_node(regel)

    def _add_relation(self, regel: Regel) -> Ingreep | None:
        tabel = as_table(self.regels, regel, BAND, {"relatie": _SAMEN})
        knopen, relaties = self._harvest(regel, read_relaties(tabel, self._context(self._gekend)))
        if not relaties:
            return None
        type_, van, naar, velden = relaties[-1]
        er_niet = [kant for kant in (van, naar) if not self._is_there(kant, knopen)]
        if er_niet or self.stand.has_relation(type_, str(velden["rid"])):
            tekst = "Dit bestaat hier niet (meer)." if er_niet else "Deze band bestaat al."
            verwacht = (
                "wat er is, of wat een rij hierboven toevoegt" if er_niet else "een band die er niet is"
            )
            kolom = "van" if er_niet and self._means(regel, "van", er_niet[0]) else "naar"
            self.regels.tell(regel.rij, kolom, tekst, self.regels.text(regel, kolom), verwacht)
            return None
        wie = [self.stand.name(kant) if self.stand.exists(kant) else kant for kant in (van, naar)]
        return Ingreep(f"nieuwe band {type_}, {' – '.join(wie)}", regel.rij, knopen=knopen, relaties=relaties)

    def _is_there(self, id_: str, knopen: Iterable[KnoopRij]) -> bool:
        return self.stand.exists(id_) or any(id_ == nieuw for _, nieuw, _ in knopen)

    def _means(self, regel: Regel, kolom: str, id_: str) -> bool:
        mag = (ORGANISATIE,)
        return self._einden.find(self.regels.text(regel, kolom), mag).id == id_

    def _add_node(self, regel: Regel) -> Ingreep | None:
        id_ = self._id(regel)
        tabel = as_table(self.regels, regel, regel.wat, {"id": id_, "soort": regel.soort})
        context = self._context(Gekend())
        knopen, relaties = self._harvest(
            regel, read_knopen(_without_ends(tabel), models_of(regel.wat), context)
        )
        if regel.wat == "Aanbod":
            for kolom, type_, verwacht in _AANBOD:
                tabel = self._offer_table(regel, kolom, type_)
                if not len(tabel):
                    self.regels.tell(regel.rij, kolom, "Deze cel is leeg.", verwacht=verwacht)
                    continue
                erbij = self._harvest(regel, read_relaties(tabel, self._context(self._gekend)))
                knopen, relaties = knopen + erbij[0], relaties + erbij[1]
        if self.stand.exists(id_):
            verwacht = "een nieuwe code, of doe = wijzigen"
            self.regels.tell(regel.rij, "id", "Deze code bestaat al.", id_, verwacht)
            return None
        eigen = next((rij for rij in knopen if rij[1] == id_), None)
        if eigen is None:
            return None
        naam = eigen[2].get("naam") or id_
        return Ingreep(f"nieuw: {naam} ({eigen[0]})", regel.rij, knopen=knopen, relaties=relaties)

    def _offer_table(self, regel: Regel, kolom: str, type_: str) -> Tabel:
        """Who provides an offer or where it reaches; the column of the file keeps its header."""
        teksten = [deel.strip() for deel in self.regels.text(regel, kolom).split(";") if deel.strip()]
        kop, ander = self.regels.header(kolom, "Aanbod") or kolom, "naar" if kolom == "van" else "van"
        rijen = [(tekst, self._id(regel), type_) for tekst in teksten]
        nummers = [regel.rij] * len(rijen)
        return replace(
            self.regels.tabel, kolommen=(kop, ander, "relatie"), rijen=rijen, rijnummers=nummers, meldingen=()
        )

    def _harvest(self, regel: Regel, oogst: Oogst) -> tuple[tuple[KnoopRij, ...], tuple[RelatieRij, ...]]:
        """What an importer read as rows; its faults are told of this row."""
        fouten = [m if m.rij else replace(m, rij=regel.rij) for m in oogst.meldingen if m.is_fout]
        self.regels.meldingen.extend(fouten)
        return _rows(oogst.uitspraken, self.stand) if not fouten else ((), ())

    # --- taking away
    def _take(self, regel: Regel) -> Ingreep | None:
        if regel.wat == BAND:
            return self._take_relations(regel)
        id_ = self._find_node(regel)
        if id_ is None:
            return None
        aanbod = self.stand.offers_left_alone(id_)
        mee = f", met {len(aanbod)} aanbod dat zij alleen biedt" if aanbod else ""
        return Ingreep(f"weg: {self.stand.name(id_)}{mee}", regel.rij, weg=frozenset({id_, *aanbod}))

    def _take_relations(self, regel: Regel) -> Ingreep | None:
        tekst = self.regels.text(regel, "relatie")
        relatie = find_type(tekst) if tekst else None
        if tekst and relatie is None:
            verwacht = f"leeg, of een van: {', '.join(BANDEN)}"
            self.regels.tell(regel.rij, "relatie", "Deze relatie is niet gekend.", tekst, verwacht)
            return None
        mag = (relatie.soort.van, relatie.soort.naar) if relatie else ((ORGANISATIE,), (ORGANISATIE,))
        van, naar = self._end(regel, "van", mag[0]), self._end(regel, "naar", mag[1])
        if van is None or naar is None:
            return None
        heen_en_terug = relatie is None or relatie.soort.ongericht
        paren = {(van, naar), (naar, van)} if heen_en_terug else {(van, naar)}
        types = (relatie.soort.type,) if relatie else BANDEN
        rids = frozenset(rid for type_ in types for rid in self.stand.between(type_, paren))
        if not rids:
            wat = (
                f"geen {relatie.soort.type} van de ene naar de andere"
                if relatie
                else "geen band tussen deze twee"
            )
            self.regels.tell(regel.rij, "naar", f"Er is {wat}.", self.regels.text(regel, "naar"))
            return None
        wie = f"{self.stand.name(van)} – {self.stand.name(naar)}"
        return Ingreep(f"weg: {counted(len(rids), 'band', 'banden')} {wie}", regel.rij, weg_relaties=rids)

    # --- changing
    def _change(self, regel: Regel) -> Ingreep | None:
        if regel.wat == BAND:
            verwacht = "weghalen, en op een andere rij toevoegen"
            self.regels.tell(regel.rij, "doe", "Een band wijzigen kan niet.", "wijzigen", verwacht)
            return None
        id_ = self._find_node(regel)
        anders, fouten = self._changes(regel)
        self.regels.meldingen.extend(fouten)
        if id_ is None or fouten:
            return None
        label, _, nu = self.stand.node(id_)
        plaats = [naam for naam in ("gemeente", "nis", "van", "naar") if self.regels.text(regel, naam)]
        vreemd = [*(naam for naam in anders if naam not in stored_keys(SOORTEN[label])), *plaats]
        for naam in vreemd:
            tekst = f"Dit is niet te wijzigen bij een {label}."
            self.regels.tell(regel.rij, naam, tekst, self.regels.text(regel, naam), "een lege cel")
        if not anders and not vreemd:
            tekst = "Deze rij wijzigt niets."
            self.regels.tell(regel.rij, "doe", tekst, "wijzigen", "minstens één ingevulde waarde")
        if vreemd or not anders:
            return None
        zin = f"{self.stand.name(id_)}: {', '.join(anders)} gewijzigd"
        return Ingreep(zin, regel.rij, knopen=((label, id_, {**nu, **anders}),))

    def _changes(self, regel: Regel) -> tuple[dict[str, object], list[Melding]]:
        """The properties that a row fills in, but for what says which node it is about; and faults."""
        eigenschappen = columns_of(models_of(regel.wat))
        tabel = _without_ends(as_table(self.regels, regel, regel.wat, {}))
        bekend = {naam: KOPPEN.get(naam, ()) for naam in eigenschappen}
        context = self._context(Gekend())
        koppeling, _ = match_columns(tabel, bekend, (), context)
        (gelezen,), fouten = read_all(Cellen(tabel, koppeling, context), eigenschappen, {})
        zegt_wie = ("id",) if self.regels.text(regel, "id") else ("id", "naam")
        return {naam: waarde for naam, waarde in gelezen.items() if naam not in zegt_wie}, fouten

    # --- looking up
    def _find_node(self, regel: Regel) -> str | None:
        """The node that a row means by its id or name."""
        kolom = "id" if self.regels.text(regel, "id") else "naam"
        return self._end(regel, kolom, (regel.soort or regel.wat,))

    def _end(self, regel: Regel, kolom: str, mag: tuple[str, ...]) -> str | None:
        tekst = self.regels.text(regel, kolom)
        leeg = Einde(fout="Deze cel is leeg.", verwacht="een code of naam")
        einde = self._einden.find(tekst, mag) if tekst else leeg
        fout, verwacht = einde.fout, einde.verwacht
        if not fout and not allows(mag, einde.label):
            fout, verwacht = f"Dit is een {einde.label}.", f"een {' of '.join(mag)}"
        elif not fout and not self.stand.exists(einde.id):
            fout, verwacht = "Dit bestaat hier niet (meer).", "wat er is, of wat een rij hierboven toevoegt"
        if fout:
            self.regels.tell(regel.rij, kolom, fout, tekst, verwacht)
        return None if fout else einde.id


def _without_ends(tabel: Tabel) -> Tabel:
    """The same table without ``van`` and ``naar``, that the reader of nodes does not know."""
    houdt = [nr for nr, kop in enumerate(tabel.kolommen) if kop.casefold() not in ("van", "naar")]
    rijen = [tuple(rij[nr] for nr in houdt) for rij in tabel.rijen]
    return replace(tabel, kolommen=tuple(tabel.kolommen[nr] for nr in houdt), rijen=rijen)


def _rows(
    uitspraken: Iterable[Uitspraak], stand: Stand
) -> tuple[tuple[KnoopRij, ...], tuple[RelatieRij, ...]]:
    """Statements as rows; municipalities and regions that exist stay as they are."""
    knopen: list[KnoopRij] = []
    relaties: list[RelatieRij] = []
    for u in uitspraken:
        if isinstance(u, KnoopUitspraak) and not (u.aanvulling and stand.exists(u.id)):
            knopen.append((u.label, u.id, u.eigenschappen))
        elif isinstance(u, RelatieUitspraak) and not (u.type == "DEEL_VAN" and stand.exists(u.van)):
            relaties.append((u.type, u.van, u.naar, {**u.eigenschappen, "rid": u.rid}))
    return tuple(knopen), tuple(relaties)
