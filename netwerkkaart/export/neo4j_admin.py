"""CSV for ``neo4j-admin database import``: a file for each kind and type, with types in the header.

Definition: https://neo4j.com/docs/operations-manual/current/import/. These files are for that program
and hold texts exactly as they are: a spreadsheet would run some of them as formulas. The values of a list are
parted by a sign that no text holds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import BinaryIO

from netwerkkaart.export.formaten import Schrijver
from netwerkkaart.export.gegevens import Gegevens, Knopen, Relaties
from netwerkkaart.export.neo4j_cypher import constraints
from netwerkkaart.export.teksten import plain, render, write_csv, write_text
from netwerkkaart.graph.beeld import Kolom
from netwerkkaart.schema.register import SOORTEN

_TYPE = {
    "getal": ":long",
    "kommagetal": ":double",
    "ja/nee": ":boolean",
    "datum": ":date",
    "teksten": ":string[]",
}
LIJST = "\x1f"
"""Unit separator: what ASCII has for this."""


def files(gegevens: Gegevens) -> Mapping[str, Schrijver]:
    """The tables, how to load them, and the constraints to make afterwards."""
    uit: dict[str, Schrijver] = {
        "LEESMIJ.md": partial(write_text, _readme(gegevens)),
        "opties.txt": partial(write_text, "\n".join(_options(gegevens)) + "\n"),
        "beperkingen.cypher": partial(write_text, "".join(f"{c};\n" for c in constraints(gegevens))),
    }
    for knopen in gegevens.knopen:
        uit[_file(knopen)] = partial(_write_nodes, knopen)
    for relaties in gegevens.relaties:
        uit[_file(relaties)] = partial(_write_relations, relaties)
    return uit


def _file(tabel: Knopen | Relaties) -> str:
    return f"{'knopen' if isinstance(tabel, Knopen) else 'relaties'}-{tabel.naam}.csv"


def _options(gegevens: Gegevens) -> list[str]:
    """Options of the program, one a line: it reads a file of them by ``@opties.txt``."""
    return [
        "--multiline-fields=true",
        "--array-delimiter=U+001F",
        *(f"--nodes={':'.join(SOORTEN[t.naam].soort.labels)}={_file(t)}" for t in gegevens.knopen),
        *(f"--relationships={t.naam}={_file(t)}" for t in gegevens.relaties),
    ]


def _readme(gegevens: Gegevens) -> str:
    noten = "\n".join(f"- {noot}" for noot in gegevens.kop.noten)
    return f"""# {gegevens.kop.titel}

{noten}

Laden in een nieuwe gegevensbank van Neo4j (versie 5 of hoger), met een server die stilstaat. Ga eerst in deze
map staan:

```
neo4j-admin database import full netwerkkaart @opties.txt
```

Start de server, en maak de beperkingen (Community: zet `initial.dbms.default_database=netwerkkaart` in
`neo4j.conf`; Enterprise: `CREATE DATABASE netwerkkaart`):

```
cypher-shell -u neo4j -d netwerkkaart -f beperkingen.cypher
```

Deze bestanden zijn voor neo4j-admin. Open ze niet in Excel: teksten staan er letterlijk in, ook als ze op een
formule lijken. Wat de soorten en eigenschappen betekenen, staat in docs/schema.md van Netwerkkaart.
"""


def _write_nodes(tabel: Knopen, doel: BinaryIO) -> None:
    _write(tabel, ["id:ID"], [tabel.ids], doel)


def _write_relations(tabel: Relaties, doel: BinaryIO) -> None:
    _write(tabel, [":START_ID", ":END_ID", "rid"], [tabel.van, tabel.naar, tabel.rids], doel)


def _write(tabel: Knopen | Relaties, koppen: list[str], vooraan: list[Sequence[str]], doel: BinaryIO) -> None:
    kolommen = tabel.columns(afgeleid=False)
    koppen += [veld.naam + _TYPE.get(veld.vorm, "") for veld, _ in kolommen]
    write_csv(koppen, zip(*vooraan, *(_cells(kolom) for _, kolom in kolommen), strict=True), doel)


def _cells(kolom: Kolom) -> list[str]:
    return render(kolom, lambda w: LIJST.join(map(str, w)) if isinstance(w, list) else plain(w))
