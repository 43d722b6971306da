"""Text of the coordinator: kept in a file beside the report, read on every run, never overwritten.

The file is plain text: one heading (``## ``) per section of the report, with beneath it whatever she
writes; an empty line parts two paragraphs, a line that begins with ``- `` is a point of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from netwerkkaart.bestanden import write_atomic
from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.rapport.model import Deel, Document, EigenTekst
from netwerkkaart.schema.vocabularia import fold

_KOP = re.compile(r"^##\s+(.+?)\s*#*\s*$", re.MULTILINE)
_UITLEG = re.compile(r"<!--.*?-->", re.DOTALL)
_UITLEG_TEKST = """<!--
Schrijf hier uw eigen tekst, onder de kop van het deel waar hij bij hoort. Een lege regel begint een nieuwe
alinea; een regel die begint met "- " wordt een punt van een lijst.
Het rapport neemt deze tekst elke keer over. Dit bestand wordt nooit overschreven.
-->
"""
MEER = "Wat wij eraan toevoegen"
"""Section for text under a heading that is none of the report's."""


def text_path(rapport: Path) -> Path:
    """Where the text beside a report stands.

    >>> text_path(Path("uit/rapport.docx")).as_posix()
    'uit/rapport-tekst.md'
    """
    return rapport.with_name(f"{rapport.stem}-tekst.md")


def read_text(pad: Path) -> dict[str, tuple[str, ...]]:
    """The parts of the text by their heading; empty when there is no file.

    Raises:
        GebruikersFout: the file cannot be read, or is no UTF-8.
    """
    try:
        return parse(pad.read_text("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except UnicodeDecodeError:
        raise GebruikersFout(
            f"{pad.name} is niet bewaard als UTF-8.", hulp="Bewaar het in Kladblok als: UTF-8."
        ) from None
    except OSError as fout:
        raise GebruikersFout(f"{pad.name} kan niet gelezen worden ({fout.strerror}).") from fout


def parse(tekst: str) -> dict[str, tuple[str, ...]]:
    r"""The paragraphs and points under each heading; headings with nothing beneath them are left out.

    Text before the first heading belongs to :data:`MEER`; the same heading twice counts as one.

    >>> parse("## In het kort\n\nEen.\nVervolg.\n\n- punt\n- nog een\n\n## Leeg\n")
    {'In het kort': ('Een. Vervolg.', '- punt', '- nog een')}
    """
    stukken = _KOP.split(_UITLEG.sub("", tekst.replace("\r\n", "\n")))
    koppen = [MEER, *stukken[1::2]]
    delen: dict[str, tuple[str, ...]] = {}
    for kop, inhoud in zip(koppen, stukken[0::2], strict=True):
        delen[kop] = (*delen.get(kop, ()), *_paragraphs(inhoud))
    return {kop: alineas for kop, alineas in delen.items() if alineas}


def _paragraphs(inhoud: str) -> tuple[str, ...]:
    delen: list[str] = []
    los = True
    for regel in inhoud.splitlines():
        schoon = regel.strip()
        if schoon.startswith(("- ", "* ")):
            delen.append(f"- {schoon[2:].strip()}")
            los = False
        elif not schoon or schoon.startswith("# "):
            los = True
        elif los:
            delen.append(schoon)
            los = False
        else:
            delen[-1] += f" {schoon}"
    return tuple(delen)


def with_own_text(document: Document, teksten: Mapping[str, tuple[str, ...]]) -> Document:
    """The report with the own text at the end of each section; what fits nowhere gets one of its own.

    Nothing that was written is left out, also when a report no longer has that section.
    """
    per_kop: dict[str, tuple[str, tuple[str, ...]]] = {}
    for kop, alineas in teksten.items():
        eerste, eerder = per_kop.get(fold(kop), (kop, ()))
        per_kop[fold(kop)] = eerste, (*eerder, *alineas)
    delen = []
    for deel in document.delen:
        _, alineas = ("", ()) if deel.bijlage else per_kop.pop(fold(deel.titel), ("", ()))
        eigen = (EigenTekst(alineas),) if alineas else ()
        delen.append(replace(deel, blokken=(*deel.blokken, *eigen)))
    uit = replace(document, delen=tuple(delen))
    for kop, alineas in per_kop.values():
        uit = uit.with_section(Deel(kop, (EigenTekst(alineas),)))
    return uit


def write_template(pad: Path, document: Document) -> bool:
    """Write the file with a heading per section, unless it is there already.

    Returns:
        Whether it was written.

    Raises:
        GebruikersFout: the file cannot be written.
    """
    if pad.exists():
        return False
    write_atomic(pad, template(deel.titel for deel in document.delen if not deel.bijlage))
    return True


def template(titels: Iterable[str]) -> str:
    """The text of a file in which nothing was written yet."""
    return _UITLEG_TEKST + "".join(f"\n## {titel}\n\n" for titel in titels)
