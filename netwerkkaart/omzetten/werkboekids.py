"""Ids of new rows of a workbook: an official number, else made so that the same row gets the same id again.

An id is made from what the row is (sheet, kind, name, day) and from the mark of the workbook, which no
other workbook has. So a dry run and the real one agree, the same workbook read twice changes nothing,
also when it was sorted or saved in between, and two coordinators never make the same id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256

from netwerkkaart.fouten import Ernst
from netwerkkaart.omzetten.context import Gekend
from netwerkkaart.omzetten.waarden import pad_number
from netwerkkaart.omzetten.werkboekblad import Lezing, Rij
from netwerkkaart.omzetten.werkboekbladen import Knoopblad
from netwerkkaart.schema.register import find_soort
from netwerkkaart.schema.vocabularia import fold


def label_of(lezing: Lezing, rij: Rij) -> str:
    """Label of the kind of a row; empty when it is unknown."""
    assert isinstance(lezing.blad, Knoopblad)  # a sheet of relations has no kinds
    if len(lezing.blad.modellen) == 1:
        return lezing.blad.labels[0]
    model = find_soort(lezing.text(rij, "soort"))
    return model.soort.label if model in lezing.blad.modellen and model else ""


def give_ids(lezing: Lezing, kenmerk: str, gekend: Gekend, met_stand: bool) -> None:
    """Give every row of a sheet of nodes that has no id one, in place.

    Args:
        lezing: the sheet.
        kenmerk: mark of the workbook.
        gekend: what the store knows.
        met_stand: whether the workbook knows what was exported; one made by hand is also told by name.
    """
    keren: dict[str, list[int]] = {}
    bezet = {rij.id: rij for rij in lezing.rijen if rij.id}
    for rij in lezing.rijen:
        if rij.id:
            continue
        label = label_of(lezing, rij)
        kern = _core(lezing, rij, label)
        gelijke = keren.setdefault(kern, [])
        gelijke.append(rij.nr)
        made = f"{(label or 'rij').lower()}:{_digest(kenmerk, kern, len(gelijke))}"
        officieel = _official(lezing, rij, label)
        rij.id = officieel or made
        if len(gelijke) > 1 and not officieel:
            _warn(lezing, rij, f"Deze naam staat ook op rij {gelijke[0]}; het worden er twee.")
        if rij.id in bezet:
            lezing.tell(
                f"Dit nummer staat ook op rij {bezet[rij.id].nr}.", rij.nr, "instellingsnummer", rij.id
            )
        elif rij.id not in gekend.labels:
            _look_for_double(lezing, rij, label, gekend, met_stand)
        elif officieel:
            _warn(lezing, rij, f"Deze {label} staat al in de graaf als {rij.id}; de rij vult ze aan.")
        bezet[rij.id] = rij


def _core(lezing: Lezing, rij: Rij, label: str) -> str:
    naam = lezing.text(rij, "naam")
    delen = [lezing.blad.naam, label, fold(naam), lezing.text(rij, "datum")]
    if not naam:
        delen += rij.cellen
    return "\x1f".join(delen)


def _digest(kenmerk: str, kern: str, keer: int) -> str:
    return sha256("\x1e".join((kenmerk, kern, str(keer))).encode()).hexdigest()[:12]


def _official(lezing: Lezing, rij: Rij, label: str) -> str:
    """The number of a school or CLB, as the official list makes its id."""
    nummer = pad_number(lezing.text(rij, "instellingsnummer"))
    if label not in ("School", "Clb") or not (nummer.isdigit() and len(nummer) == 6):
        return ""
    volg = lezing.text(rij, "vestigingsnummer") if label == "School" else ""
    return f"{nummer}-{volg}" if volg and not any(teken.isspace() for teken in volg) else nummer


def _look_for_double(lezing: Lezing, rij: Rij, label: str, gekend: Gekend, met_stand: bool) -> None:
    """Tell of a node of the same kind and name; a workbook made by hand means its own earlier row."""
    naam = lezing.text(rij, "naam")
    zelfde = [id_ for id_ in gekend.per_naam.get(fold(naam), ()) if gekend.labels.get(id_) == label]
    eigen = [id_ for id_ in zelfde if _is_made(id_)]
    if not met_stand and len(eigen) == 1:
        rij.id = eigen[0]
        _warn(lezing, rij, f"De rij heeft geen code; aan de naam herkend als {rij.id}.")
    elif zelfde:
        _warn(
            lezing,
            rij,
            f"Er bestaat al een {label} met deze naam: {', '.join(sorted(zelfde)[:3])}. Dit wordt een "
            "andere. Is het dezelfde? Zet dan haar code in deze rij.",
        )


def _is_made(id_: str) -> bool:
    soort, _, rest = id_.partition(":")
    return soort.isalpha() and len(rest) == 12 and all(teken in "0123456789abcdef" for teken in rest)


def _warn(lezing: Lezing, rij: Rij, tekst: str) -> None:
    lezing.tell(tekst, rij.nr, "naam", lezing.text(rij, "naam"), ernst=Ernst.WAARSCHUWING)


def known_names(lezingen: Iterable[Lezing], gekend: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """``(id, label, name)`` of every row of a node whose kind is known, for looking up ends.

    Args:
        lezingen: the sheets, with ids given.
        gekend: label of every node of the store by id.
    """
    uit: list[tuple[str, str, str]] = []
    for lezing in lezingen:
        if isinstance(lezing.blad, Knoopblad):
            for rij in lezing.rijen:
                label = gekend.get(rij.id) or label_of(lezing, rij)
                if label:
                    uit.append((rij.id, label, lezing.text(rij, "naam")))
    return uit
