"""Where something lies: municipalities as statements, and what could not be resolved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from netwerkkaart import gebied
from netwerkkaart.fouten import Ernst, Melding
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.schema.register import TYPEN, relation_id
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak
from netwerkkaart.schema.vocabularia import ALLE, REGIO

BRON_GEBIED = "gemeenten na de fusies van 2025"


def area_statements(ids: Iterable[str]) -> list[Uitspraak]:
    """Statements that make the nodes of municipalities and regions, and what they are part of.

    Args:
        ids: ``nis:11002`` and ``regio:antwerpen``; others are skipped. Each must exist.

    >>> [u.id for u in area_statements(["nis:11002"]) if hasattr(u, "label")]
    ['nis:11002', 'regio:antwerpen', 'regio:vlaanderen']
    """
    nissen = sorted({id_.removeprefix("nis:") for id_ in ids if id_.startswith("nis:")})
    regios = {id_.removeprefix("regio:") for id_ in ids if id_.startswith("regio:")}
    regios |= {gebied.gemeenten()[nis].regio for nis in nissen}
    if regios - {"brussel"}:
        regios.add("vlaanderen")
    uit: list[Uitspraak] = []
    for nis in nissen:
        gemeente = gebied.gemeenten()[nis]
        eigenschappen = {"naam": gemeente.naam, "nis": nis, "bron": BRON_GEBIED}
        uit.append(KnoopUitspraak("Gemeente", f"nis:{nis}", {**eigenschappen}, aanvulling=True))
        uit.append(_part_of(f"nis:{nis}", f"regio:{gemeente.regio}"))
    for code in sorted(regios):
        eigenschappen = {"naam": REGIO.woord(code), "code": code, "bron": BRON_GEBIED}
        uit.append(KnoopUitspraak("Regio", f"regio:{code}", {**eigenschappen}, aanvulling=True))
        if code not in ("brussel", "vlaanderen"):
            uit.append(_part_of(f"regio:{code}", "regio:vlaanderen"))
    return uit


def _part_of(deel: str, geheel: str) -> RelatieUitspraak:
    rid = relation_id(TYPEN["DEEL_VAN"], deel, geheel, {})
    return RelatieUitspraak("DEEL_VAN", rid, deel, geheel, {"bron": BRON_GEBIED})


def lies_in(id_: str, nis: str, herkomst: dict[str, object], rij: int) -> RelatieUitspraak:
    """The statement that an organisation lies in a municipality."""
    doel = f"nis:{nis}"
    rid = relation_id(TYPEN["LIGT_IN"], id_, doel, {})
    return RelatieUitspraak("LIGT_IN", rid, id_, doel, {**herkomst}, rij)  # type: ignore[dict-item]


class Plaatsbepaling:
    """Resolves the municipality of each row, and counts how it went.

    Args:
        tabel: the table, for messages.
        kop: header of the column of municipalities, for messages.
    """

    def __init__(self, tabel: Tabel, kop: str) -> None:
        self._tabel = tabel
        self._kop = kop
        self.meldingen: list[Melding] = []
        self.telling: Counter[str] = Counter()

    def resolve(self, rij: int, namen: Iterable[str], postcode: str = "", nis: str = "") -> str:
        """NIS code of a row; ``""`` when there is none.

        Nothing stated is only counted, a place outside Flanders and Brussels is a warning, and a name
        that is not recognised is a fault.

        Args:
            rij: row number.
            namen: names to try in order, the most precise first.
            postcode: postcode, for doubtful names.
            nis: NIS code, old or new, when the source states it.
        """
        pogingen = [naam for naam in namen if naam] or [""]
        if not (any(pogingen) or postcode or nis):
            self.telling["niet opgegeven"] += 1
            return ""
        eerste = None
        for naam in pogingen:
            gevonden = gebied.find_gemeente(naam, postcode, nis)
            eerste = eerste or gevonden
            if gevonden.gemeente is not None:
                self.telling[gevonden.hoe] += 1
                if gevonden.twijfel:
                    self._tell(rij, gevonden.twijfel, naam or postcode or nis, Ernst.WAARSCHUWING)
                return gevonden.gemeente.nis
        buiten = eerste is not None and eerste.hoe == "buiten"
        self.telling["buiten Vlaanderen en Brussel" if buiten else "niet herkend"] += 1
        voorstel = (
            f"een gemeente, bijvoorbeeld {' of '.join(eerste.voorstellen)}"
            if eerste and eerste.voorstellen
            else ""
        )
        tekst = (eerste.twijfel if eerste else "") or "De gemeente is niet herkend."
        self._tell(
            rij, tekst, pogingen[0] or postcode or nis, Ernst.WAARSCHUWING if buiten else Ernst.FOUT, voorstel
        )
        return ""

    def _tell(self, rij: int, tekst: str, waarde: str, ernst: Ernst, verwacht: str = "") -> None:
        self.meldingen.append(
            self._tabel.melding(
                tekst, rij=rij, kolom=self._kop, waarde=waarde, ernst=ernst, verwacht=verwacht
            )
        )


def resolve_list(waarden: Iterable[str]) -> tuple[list[str], list[str]]:
    """NIS codes of a list of municipalities (or ``alle``), and the texts that are none."""
    goed: list[str] = []
    fout: list[str] = []
    for waarde in waarden:
        if waarde.casefold() == ALLE:
            return [ALLE], []
        kaal = waarde.removeprefix("nis:").strip()
        gevonden = gebied.find_gemeente(nis=kaal) if kaal.isdigit() else gebied.find_gemeente(kaal)
        if gevonden.gemeente is None:
            fout.append(waarde)
        else:
            goed.append(gevonden.gemeente.nis)
    return sorted(set(goed)), fout
