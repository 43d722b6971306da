"""The graph as a Python user holds it: query it, view it, show it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.graph.afscherming import Afscherming
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.lezen import read_beeld, read_version
from netwerkkaart.graph.openen import open_store
from netwerkkaart.graph.store import Resultaat, Store
from netwerkkaart.graph.vrijgave import Profiel, beperk, beperk_tijden

if TYPE_CHECKING:
    from netwerkkaart.analyse.drempels import Drempels
    from netwerkkaart.analyse.uitkomst import Uitkomst
    from netwerkkaart.dubbels.zoeken import Dubbels
    from netwerkkaart.graph.herkomst import Veldherkomst
    from netwerkkaart.graph.toen import Tijden
    from netwerkkaart.graph.uitvoeren import ImportVerslag
    from netwerkkaart.kaart.notebook import Kaartpagina
    from netwerkkaart.uitvoer.matrices import Matrix


class Netwerk:
    """An open graph. Use it as a context manager, or close it yourself.

    Args:
        store: an open store.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._gelezen: tuple[int, Beeld] | None = None

    def __enter__(self) -> Netwerk:
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        self.close()

    def query(self, cypher: str, **parameters: object) -> Resultaat:
        """Rows of a reading Cypher statement; what writes is refused.

        Raises:
            NietToegelaten: the statement writes, reads files, or calls a procedure that is not allowed.
        """
        from netwerkkaart.graph.vreemd import run_foreign

        return run_foreign(self._store, cypher, parameters, max_rijen=1_000_000, max_seconden=300)

    def beeld(self, datum: date | None = None) -> Beeld:
        """The view at a reference date (today when none is given). O(n + m).

        The graph is read once, and again when somebody wrote in it since.
        """
        versie = read_version(self._store)
        if self._gelezen is None or self._gelezen[0] != versie:
            self._gelezen = versie, read_beeld(self._store)
        return self._gelezen[1].op(datum or date.today())

    def tijden(self, *momenten: date) -> Tijden:
        """The graph as it was known on two or more days: what the analyses of evolution read.

        Raises:
            ValueError: fewer than two days.
        """
        from netwerkkaart.graph.toen import read_tijden

        return read_tijden(self._store, momenten)

    def analyse(
        self,
        naam: str,
        *,
        regio: str | None = None,
        datum: date | None = None,
        drempels: Drempels | None = None,
        **opties: object,
    ) -> Uitkomst[Any]:
        """Run one analysis by name; ``nk.analyses.ANALYSES`` lists them, ``docs/analyses.md`` defines them.

        Args:
            naam: as on the command line: ``"hiaten"``, ``"nieuwe-bruggen"``.
            regio: only this region, as ``"limburg"``.
            datum: reference date, and the last day of an analysis of change; today when none is given.
            drempels: thresholds; None: those that are kept with the graph, else the defaults.
            opties: further options of the analysis, by their name with ``_``: ``per="gemeente"``.

        Raises:
            NietGevonden: no such analysis or region.
            GebruikersFout: no such option, a value that it cannot have, or a region that must be chosen.
        """
        from netwerkkaart.analyse.drempels import kept_drempels
        from netwerkkaart.analyse.opgave import choose_options, find_analyse, reference_view, take_moments

        analyse = find_analyse(naam)
        eigen = choose_options(analyse, opties)
        if regio is None and analyse.regio_verplicht:
            raise GebruikersFout(
                f"De analyse {analyse.naam} gaat over één regio.", hulp='Geef er een: regio="limburg".'
            )
        een_dag = analyse.invoer == "beeld"
        invoer = self.beeld(datum) if een_dag else self.tijden(*take_moments(datum, eigen))
        drempels = drempels or kept_drempels(reference_view(invoer))
        uitkomst: Uitkomst[Any] = analyse.load()(invoer, drempels=drempels, regio=regio, **eigen)
        return uitkomst

    def kaart(
        self,
        *,
        regio: str | None = None,
        datum: date | None = None,
        profiel: Profiel = Profiel.PARTNERS,
        hoogte: int = 720,
    ) -> Kaartpagina:
        """The map, as an object that a notebook draws and that :meth:`~.Kaartpagina.write` keeps.

        The page is some megabytes for all of Flanders, and a notebook keeps all that it shows; take
        :meth:`toon` for the surroundings of one organisation.

        Args:
            regio: only this region.
            datum: reference date; today when none is given.
            profiel: for whom; what the profile may not show is not in it.
            hoogte: height in a notebook, in pixels.

        Raises:
            NietGevonden: there is no such region.
        """
        from netwerkkaart.analyse.drempels import kept_drempels
        from netwerkkaart.analyse.opgave import map_moments
        from netwerkkaart.kaart.meta import Opties
        from netwerkkaart.kaart.notebook import Kaartpagina
        from netwerkkaart.kaart.ondergrond import standard_ground
        from netwerkkaart.kaart.pagina import make_kaart
        from netwerkkaart.kaart.uit_analyse import make_invoer

        tijden = self.tijden(*map_moments(None, datum or date.today()))
        beeld = tijden.achteraf(-1)
        wie = Afscherming.of(profiel, tijden.nu, *tijden.gekend)
        klein, opties = beperk(beeld, profiel, wie), Opties(regio=regio, profiel=profiel)
        invoer = make_invoer(klein, kept_drempels(beeld), regio=regio)
        invoer = replace(invoer, tijden=beperk_tijden(tijden, profiel))
        pagina = make_kaart(klein, invoer, standard_ground(), opties)
        return Kaartpagina(pagina, f"Netwerkkaart {regio or 'Vlaanderen en Brussel'}", hoogte)

    def toon(
        self, id_: str, *, diepte: int = 1, maximum: int = 300, profiel: Profiel = Profiel.PARTNERS
    ) -> Kaartpagina:
        """The surroundings of one organisation, as an object that a notebook draws.

        What the profile may not show is not in it.

        Raises:
            NietGevonden: there is no organisation with this id.
        """
        from netwerkkaart.kaart.rond import toon

        return toon(self.beeld(), id_, diepte=diepte, maximum=maximum, profiel=profiel)

    def matrix(self, ronde: str, *, datum: date | None = None, doel: str | None = "onderzoek") -> Matrix:
        """What a question round says of ties, as matrices in which who was not asked is not a no.

        Args:
            ronde: id or name of the round.
            datum: reference date; later answers do not count.
            doel: only answers that may be used for this; None: all of them.

        Raises:
            NietGevonden: there is no such round.
        """
        from netwerkkaart.analyse.respons import find_round
        from netwerkkaart.uitvoer.matrices import make_matrix

        beeld = self.beeld(datum)
        return make_matrix(beeld, find_round(beeld, ronde), doel=doel)

    def export(
        self,
        formaat: str,
        pad: Path | str,
        *,
        regio: str | None = None,
        datum: date | None = None,
        alles: bool = False,
        profiel: Profiel = Profiel.PARTNERS,
        personen: bool = False,
    ) -> Path:
        """Write the graph in the format of another program; ``docs/export.md`` says what is in each.

        Args:
            formaat: as on the command line: ``"gexf"``, ``"csv"``; `netwerkkaart export --lijst` has all.
            pad: the file or folder.
            regio: only this region, and what is joined to it.
            datum: reference date; today when none is given.
            alles: all that was ever stated, with its dates, instead of what holds at a day.
            profiel: for whom; what the profile may not show is not in it.
            personen: with names of people; only for the profile ``intern``.

        Returns:
            Where it was written.

        Raises:
            GebruikersFout: no such format, a name that does not fit it, or people for others.
        """
        from netwerkkaart.export.formaten import find_formaat
        from netwerkkaart.export.gegevens import Kop
        from netwerkkaart.export.keuze import choose
        from netwerkkaart.export.schrijven import write_export

        kop = Kop(None if alles else datum or date.today(), profiel, regio, personen)
        beeld = read_beeld(self._store) if alles else self.beeld(datum)
        write_export(find_formaat(formaat), choose(beeld, kop), Path(pad))
        return Path(pad)

    def herkomst(self, sleutel: str) -> tuple[Veldherkomst, ...]:
        """Every property of a node or relation, with the import and the source that stated it.

        Args:
            sleutel: id of a node, or rid of a relation.

        Raises:
            NietGevonden: there is no such node or relation.
        """
        from netwerkkaart.graph.herkomst import field_provenance

        return field_provenance(self._store, sleutel)

    def dubbels(self, *, drempel: float = 0.5, regio: str | None = None) -> Dubbels:
        """The pairs that are probably one, today, the likeliest first; see ``docs/dubbels.md``."""
        from netwerkkaart.dubbels.zoeken import find_dubbels

        return find_dubbels(self.beeld(), drempel=drempel, regio=regio)

    def voegsamen(
        self, a: str, b: str, *, van_a: Collection[str] = (), van_b: Collection[str] = ()
    ) -> ImportVerslag:
        """Merge ``b`` into ``a``, which stays; an import of its own, that can be taken back.

        Raises:
            NietGevonden: one of the two is not there.
            GebruikersFout: they are of different kinds, or a field does not exist.
            OpslagFout: the graph was not opened to write.
        """
        from netwerkkaart.dubbels.doen import carry_out_merge, prepare_merge

        samenvoeging = prepare_merge(self._store, a, b, van_a=van_a, van_b=van_b)
        return carry_out_merge(self._store, samenvoeging, datetime.now(UTC))

    def nietzelfde(self, een: str, ander: str) -> ImportVerslag | None:
        """Remember that two are not the same; None when that was remembered already.

        Raises: as :meth:`voegsamen`.
        """
        from netwerkkaart.dubbels.doen import carry_out_rejection, prepare_rejection

        nu = datetime.now(UTC)
        return carry_out_rejection(self._store, prepare_rejection(self._store, een, ander, nu), nu)

    def close(self) -> None:
        """Release the store. Safe to call twice."""
        self._store.close()


def open_netwerk(adres: str | None = None, *, schrijven: bool = False) -> Netwerk:
    """Open a graph that exists, for reading or to write in as well.

    Args:
        adres: a path, or ``neo4j://…``; None: ``NETWERKKAART_STORE``, else the user's own graph.
        schrijven: also to write; a file is then kept from other writers until it is closed.

    Raises:
        OpslagFout: there is none, or it cannot be read.
    """
    return Netwerk(open_store(adres, schrijven=schrijven, maken=False))
