"""The ends of relations: by id, by unambiguous name, or an area (``nis:11002``, ``regio:limburg``)."""

from __future__ import annotations

from dataclasses import dataclass

from netwerkkaart import gebied
from netwerkkaart.omzetten.context import Gekend
from netwerkkaart.schema.register import allows
from netwerkkaart.schema.vocabularia import REGIO, fold


@dataclass(frozen=True, slots=True)
class Einde:
    """An end that was found (``id``, ``label``), or why not (``fout``, ``verwacht``)."""

    id: str = ""
    label: str = ""
    fout: str = ""
    verwacht: str = ""


class Uiteinden:
    """Finds the node that a text means; each distinct text and kind once.

    Args:
        gekend: the nodes of the store.
    """

    def __init__(self, gekend: Gekend) -> None:
        self._gekend = gekend
        self._eerder: dict[tuple[str, tuple[str, ...]], Einde] = {}

    def find(self, tekst: str, mag: tuple[str, ...]) -> Einde:
        """The node that a text means, preferring kinds that may stand there (labels in ``mag``)."""
        sleutel = (tekst, mag)
        gevonden = self._eerder.get(sleutel)
        if gevonden is None:
            gevonden = self._eerder[sleutel] = self._find(tekst, mag)
        return gevonden

    def _find(self, tekst: str, mag: tuple[str, ...]) -> Einde:
        label = self._gekend.labels.get(tekst)
        if label is not None:
            return Einde(tekst, label)
        if tekst.startswith("regio:"):
            code = REGIO.find(tekst.removeprefix("regio:"))
            return (
                Einde(f"regio:{code}", "Regio")
                if code
                else Einde("", "", "Deze regio bestaat niet.", _regios())
            )
        if tekst.startswith("nis:"):
            return self._municipality(tekst, nis=tekst.removeprefix("nis:"))
        kandidaten = self._gekend.per_naam.get(fold(tekst), ())
        passend = [id_ for id_ in kandidaten if allows(mag, self._gekend.labels[id_])] or list(kandidaten)
        if len(passend) == 1:
            return Einde(passend[0], self._gekend.labels[passend[0]])
        if passend:
            keuze = ", ".join(f"{id_} ({self._gekend.labels[id_]})" for id_ in sorted(passend)[:5])
            return Einde(
                "", "", f"Deze naam past bij {len(passend)} organisaties.", f"de code van een ervan: {keuze}"
            )
        if "Gemeente" in mag:
            return self._municipality(tekst, naam=tekst)
        ander = self._gekend.per_kleine_letters.get(tekst.casefold())
        if ander is not None:
            return Einde(
                "", "", f'Deze code bestaat alleen met andere hoofdletters, als "{ander}".', f'"{ander}"'
            )
        return Einde(
            "", "", "Deze code of naam staat niet in de graaf.", "een organisatie die al is ingelezen"
        )

    def _municipality(self, tekst: str, naam: str = "", nis: str = "") -> Einde:
        code = REGIO.find(naam) if naam else None
        gevonden = gebied.find_gemeente(naam, "", nis)
        if gevonden.gemeente is not None:
            return Einde(f"nis:{gevonden.gemeente.nis}", "Gemeente")
        if code:
            return Einde(f"regio:{code}", "Regio")
        voorstel = (
            " of ".join(gevonden.voorstellen) or "een gemeente in Vlaanderen of Brussel, of regio:limburg"
        )
        return Einde("", "", gevonden.twijfel or f'De gemeente "{tekst}" is niet herkend.', voorstel)


def _regios() -> str:
    return "een van: " + ", ".join(f"regio:{code}" for code in REGIO.codes)
