"""How many doubles are found, how many are wrong, and how long it takes: on the Flanders demo.

    python -m benchmarks.dubbels [--zaad 2026] [--kopieen 500]

Five hundred organisations are copied under a code of their own, as an untidy list would have them:
abbreviated or mistyped names, other ways to write a telephone, half an address, no official number. What
is found is held against what was copied.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from netwerkkaart.demo import generate_demo
from netwerkkaart.demo.inlezen import import_demo
from netwerkkaart.dubbels.zoeken import Dubbels, find_dubbels
from netwerkkaart.graph.beeld import Beeld, KnoopRij, RelatieRij
from netwerkkaart.graph.lezen import read_beeld
from netwerkkaart.graph.openen import open_store

DAG = date(2026, 11, 24)
AFKORTINGEN = (
    ("Vrije Basisschool", "VBS"),
    ("Gemeentelijke Basisschool", "GBS"),
    ("Basisschool", "BS"),
    ("Leersteuncentrum", "LSC"),
    ("Sint-", "St. "),
    ("CLB", "C.L.B."),
    ("Contextbegeleiding", "Context-begeleiding"),
)
VELDEN = ("straat", "huisnummer", "postcode", "telefoon", "email", "niveaus", "themas")


def mistype(tekst: str, kans: random.Random) -> str:
    """One letter left out, doubled, or exchanged with its neighbour."""
    plaats = kans.randrange(1, max(2, len(tekst) - 1))
    hoe = kans.randrange(3)
    if hoe == 0:
        return tekst[:plaats] + tekst[plaats + 1 :]
    if hoe == 1:
        return tekst[:plaats] + tekst[plaats] + tekst[plaats:]
    return tekst[: plaats - 1] + tekst[plaats] + tekst[plaats - 1] + tekst[plaats + 1 :]


def rename(naam: str, kans: random.Random) -> str:
    """A name as somebody else would write it."""
    for lang, kort in AFKORTINGEN:
        if lang in naam and kans.random() < 0.6:
            naam = naam.replace(lang, kort)
            break
    if kans.random() < 0.3:
        naam = mistype(naam, kans)
    if kans.random() < 0.2:
        naam += " vzw"
    if kans.random() < 0.15 and " " in naam:
        eerste, _, rest = naam.partition(" ")
        naam = rest if kans.random() < 0.5 else f"{rest}, {eerste}"
    return naam.upper() if kans.random() < 0.1 else naam


def copy(velden: Mapping[str, object], kans: random.Random) -> dict[str, object]:
    """The same organisation in an untidy list."""
    uit: dict[str, object] = {"naam": rename(str(velden["naam"]), kans)}
    uit |= {naam: velden[naam] for naam in VELDEN if velden.get(naam) is not None}
    lot = kans.random()
    if lot < 0.3:
        for naam in ("straat", "huisnummer"):
            uit.pop(naam, None)
    elif lot < 0.4:
        uit["straat"] = "Verhuisdreef"
    elif "straat" in uit:
        uit["straat"] = str(uit["straat"]).replace("straat", "str.").replace("laan", "ln.")
    lot = kans.random()
    if lot < 0.4:
        uit.pop("telefoon", None)
    elif lot < 0.55:
        uit["telefoon"] = f"0{kans.randrange(10**7, 10**8)}"
    elif "telefoon" in uit:
        uit["telefoon"] = str(uit["telefoon"]).replace(" ", ".")
    lot = kans.random()
    if lot < 0.5:
        uit.pop("email", None)
    elif lot < 0.65:
        uit["email"] = f"directie{kans.randrange(10**6)}@gmail.com"
    if kans.random() < 0.3:
        uit.pop("niveaus", None)
    return uit


def soiled(beeld: Beeld, kopieen: int, kans: random.Random) -> tuple[Beeld, set[frozenset[str]]]:
    """The view with copies in it, and which pairs are one."""
    knopen: list[KnoopRij] = [
        (beeld.label(k), id_, {n: kolom[k] for n, kolom in beeld.kolommen.items() if kolom[k] is not None})
        for k, id_ in enumerate(beeld.ids)
    ]
    relaties: list[RelatieRij] = [
        (type_, beeld.ids[van], beeld.ids[naar], {"rid": rid})
        for type_, tabel in beeld.relaties.items()
        for rid, van, naar in zip(tabel.rids, tabel.van.tolist(), tabel.naar.tolist(), strict=True)
    ]
    paren: set[frozenset[str]] = set()
    for nr, knoop in enumerate(kans.sample(range(beeld.aantal_organisaties), kopieen)):
        label, id_, velden = knopen[knoop]
        nieuw = f"kopie-{nr}"
        knopen.append((label, nieuw, copy(velden, kans)))
        gemeente = int(beeld.gemeente[knoop])
        if gemeente >= 0 and kans.random() < 0.95:
            relaties.append(("LIGT_IN", nieuw, beeld.ids[gemeente], {"rid": f"LIGT_IN|{nieuw}"}))
        paren.add(frozenset((id_, nieuw)))
    return Beeld.from_rows(knopen, relaties).op(DAG), paren


def tell(gevonden: Dubbels, paren: set[frozenset[str]], seconden: float) -> None:
    """Print recall and precision per threshold."""
    print(f"{gevonden.knopen} knopen, {gevonden.vergeleken} paren vergeleken, {seconden:.1f} s")
    for grens in (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99):
        boven = {frozenset((r.a.id, r.b.id)) for r in gevonden.rijen if r.score >= grens}
        goed = len(boven & paren)
        juist = f"{goed / len(boven):.1%}" if boven else "-"
        print(f"  vanaf {grens}: {len(boven)} getoond, {juist} juist, {goed / len(paren):.1%} gevonden")


def main() -> None:
    """Measure on the whole and on parts, to show how the time grows."""
    lezer = argparse.ArgumentParser(prog="python -m benchmarks.dubbels", description=__doc__)
    lezer.add_argument("--zaad", type=int, default=2026)
    lezer.add_argument("--kopieen", type=int, default=500)
    keuze = lezer.parse_args()
    with TemporaryDirectory(prefix="dubbels-") as map_:
        demo = generate_demo(Path(map_) / "invoer", omvang="vlaanderen", datum=DAG)
        graaf = open_store(str(Path(map_) / "g.kgl"), schrijven=True)
        import_demo(graaf, demo, datetime(2026, 11, 24, 12, tzinfo=UTC))
        beeld = read_beeld(graaf).op(DAG)
        graaf.close()
    vuil, paren = soiled(beeld, keuze.kopieen, random.Random(keuze.zaad))
    begin = time.perf_counter()
    gevonden = find_dubbels(vuil)
    tell(gevonden, paren, time.perf_counter() - begin)


if __name__ == "__main__":
    main()
