"""Every command that the documentation shows exists with its options, and every link leads somewhere."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest

from netwerkkaart.cli.hoofd import hoofd

WORTEL = Path(__file__).resolve().parents[1]
BLADEN = sorted([*WORTEL.glob("*.md"), *(WORTEL / "docs").glob("*.md"), *(WORTEL / "exports").glob("*.md")])
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
_KOP = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
_BLOK = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`(netwerkkaart [^`\n]+)`")
_VERVOLG = re.compile(r"\s{2,}(?!-).*$")
"""What stands behind a command after two spaces is a remark, unless it is one more option."""


def commands(tekst: str) -> Iterator[str]:
    """The command lines of a page, in blocks and within sentences."""
    for blok in _BLOK.findall(tekst):
        for regel in blok.splitlines():
            kaal = regel.strip().removeprefix("$ ")
            if kaal.startswith("netwerkkaart "):
                yield _VERVOLG.sub("", kaal.split(" # ")[0])
    yield from _CODE.findall(_BLOK.sub("", tekst))


def fault_of(regel: str) -> str:
    """What is wrong with a command line; empty when nothing is."""
    try:
        woorden = shlex.split(regel)[1:]
    except ValueError as fout:
        return str(fout)
    opdracht: click.Command = hoofd
    ctx = click.Context(hoofd, info_name="netwerkkaart")
    while woorden and isinstance(opdracht, click.Group) and re.fullmatch(r"[a-z][a-z-]*", woorden[0]):
        naam = woorden.pop(0)
        volgende = opdracht.get_command(ctx, naam)
        if volgende is None:
            return f"geen opdracht {naam}"
        opdracht, ctx = volgende, click.Context(volgende, parent=ctx, info_name=naam)
    bekend = {vorm for p in opdracht.get_params(ctx) for vorm in (*p.opts, *p.secondary_opts)}
    vreemd = [
        woord
        for woord in woorden
        if woord.startswith("--") and woord.split("=")[0].rstrip(",.") not in bekend
    ]
    return f"onbekend: {vreemd}" if vreemd else ""


@cache
def anchors(pad: Path) -> frozenset[str]:
    """The places in a page that a link can name, as GitHub and MkDocs spell them."""
    koppen = _KOP.findall(_BLOK.sub("", pad.read_text("utf-8")))
    return frozenset(re.sub(r"[^\w\- ]", "", kop.lower()).strip().replace(" ", "-") for kop in koppen)


@pytest.mark.parametrize("pad", BLADEN, ids=lambda pad: str(pad.relative_to(WORTEL)))
def test_commands_of_a_page_exist(pad: Path) -> None:
    fouten = [(regel, fout) for regel in commands(pad.read_text("utf-8")) if (fout := fault_of(regel))]
    assert not fouten


@pytest.mark.parametrize("pad", BLADEN, ids=lambda pad: str(pad.relative_to(WORTEL)))
def test_links_of_a_page_lead_somewhere(pad: Path) -> None:
    fouten = []
    for doel in _LINK.findall(_BLOK.sub("", pad.read_text("utf-8"))):
        if re.match(r"[a-z]+:", doel):
            continue
        naam, _, anker = doel.partition("#")
        gezocht = (pad.parent / naam).resolve() if naam else pad
        if not gezocht.exists() or (anker and gezocht.suffix == ".md" and anker not in anchors(gezocht)):
            fouten.append(doel)
    assert not fouten


def test_the_walk_of_a_researcher_is_ten_commands() -> None:
    blad = (WORTEL / "docs" / "onderzoek.md").read_text("utf-8")
    stappen = re.findall(r"^(\d+)\. `([^`]+)`", blad, re.MULTILINE)
    assert [int(nummer) for nummer, _ in stappen] == list(range(1, len(stappen) + 1))
    assert 5 < len(stappen) <= 10
    maak = (WORTEL / "Makefile").read_text("utf-8")
    for doel in re.findall(r"`make ([a-z]+)`", blad):
        assert f"\n{doel}:" in maak
    for boek in re.findall(r"notebooks/\w+\.ipynb", blad):
        assert (WORTEL / boek).is_file()
