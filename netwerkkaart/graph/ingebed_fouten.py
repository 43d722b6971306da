"""What can go wrong with the file of the embedded store, said in Dutch, with what to do next."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import kglite

from netwerkkaart.fouten import OpslagFout
from netwerkkaart.graph.opslagfouten import changed_meanwhile, no_data

_MAGIE = b"RGF"
_TERUGZETTEN = "Zet een archief terug met netwerkkaart herstel, of een kopie van het bestand."


def check_header(pad: Path) -> None:
    """Refuse what is not a store before the engine leaves its own files beside it.

    Raises:
        OpslagFout: a folder, a file of another kind, or a folder that does not exist.
    """
    if pad.is_dir():
        raise OpslagFout(
            f"{pad} is een map, geen opslag van Netwerkkaart.", hulp="Geef een bestand op, als gegevens.kgl."
        )
    if not pad.parent.is_dir():
        raise OpslagFout(f"De map {pad.parent} bestaat niet.", hulp="Maak de map eerst, of kies een andere.")
    try:
        with pad.open("rb") as bestand:
            begin = bestand.read(len(_MAGIE))
    except FileNotFoundError:
        return
    except OSError as fout:
        raise _unreadable(pad) from fout
    if begin != _MAGIE:
        raise OpslagFout(
            f"{pad.name} is geen opslag van Netwerkkaart.",
            hulp="Kies een ander bestand met --store; dit bestand is niet aangeraakt.",
        )


def set_aside(pad: Path) -> frozenset[str]:
    """Names of the parts of the log that the engine put aside because they were damaged."""
    return frozenset(
        naast.name
        for naast in pad.parent.glob(f"{_glob_escape(pad.name)}-wal.*")
        if ".quarantine" in naast.name or ".torn" in naast.name
    )


def incident(pad: Path, namen: Sequence[str], verloren: Sequence[str]) -> OpslagFout:
    """A damaged log: committed changes may be missing."""
    wat = (
        f" Deze imports ontbreken nu: {', '.join(verloren)}."
        if verloren
        else " Misschien ontbreken de laatste wijzigingen."
    )
    return OpslagFout(
        f"Het logboek van {pad.name} was beschadigd.{wat}",
        hulp=f"Kijk na of de laatste import er nog is en doe hem zo nodig opnieuw. {_TERUGZETTEN}"
        f" Het beschadigde deel is bewaard als {', '.join(namen)}. Controleer ook de schijf.",
    )


def _unreadable(pad: Path) -> OpslagFout:
    return OpslagFout(
        f"{pad} kan niet gelezen worden.", hulp="Kijk of u rechten hebt op het bestand en op de map."
    )


@contextmanager
def translated(pad: Path, *, bewaard: bool = False) -> Iterator[None]:
    """Turn what the engine raises about its file into an :class:`OpslagFout`.

    Faults in our own Cypher stay as they are: they are a programmer's.

    Args:
        pad: the file.
        bewaard: the changes are in the log already, only the checkpoint can fail.
    """
    try:
        yield
    except kglite.WriterLeaseHeldError as fout:
        raise _locked(pad, fout) from fout
    except kglite.FileFormatError as fout:
        raise OpslagFout(f"{pad.name} is beschadigd en kan niet geopend worden.", hulp=_TERUGZETTEN) from fout
    except kglite.FileError as fout:
        raise no_data(pad) from fout
    except (kglite.TransactionConflictError, kglite.ConstraintViolationError) as fout:
        raise changed_meanwhile() from fout
    except (kglite.FileIoError, OSError) as fout:
        raise _not_written(pad, fout, bewaard) from fout


def _locked(pad: Path, fout: kglite.WriterLeaseHeldError) -> OpslagFout:
    houder = fout.holder
    wie = "dit programma zelf" if houder.get("self") else "een ander programma"
    nummer = f" (proces {houder['pid']})" if houder.get("pid") else ""
    return OpslagFout(
        f"{pad.name} wordt nu beschreven door {wie}{nummer}.",
        hulp="Wacht tot dat klaar is of sluit het, en probeer opnieuw. Lezen kan intussen wel.",
    )


def _not_written(pad: Path, fout: BaseException, bewaard: bool) -> OpslagFout:
    if isinstance(fout, PermissionError) or "ermission" in str(fout):
        return OpslagFout(
            f"In {pad.parent} kan niet geschreven worden.", hulp="Kijk of u rechten hebt op die map."
        )
    staat = (
        "De wijzigingen zijn wel bewaard, in het logboek ernaast." if bewaard else "Er is niets gewijzigd."
    )
    vol = " De schijf is vol." if _is_full(pad, fout) else ""
    return OpslagFout(
        f"{pad.name} kon niet geschreven worden.{vol} {staat}",
        hulp="Maak plaats vrij op de schijf en probeer opnieuw.",
    )


def _is_full(pad: Path, fout: BaseException) -> bool:
    if "No space left" in str(fout) or "os error 28" in str(fout):
        return True
    try:
        staat = os.statvfs(pad.parent) if hasattr(os, "statvfs") else None
    except OSError:
        return False
    return staat is not None and staat.f_bavail == 0


def _glob_escape(naam: str) -> str:
    return "".join(f"[{teken}]" if teken in "*?[" else teken for teken in naam)
