"""Watches what this process and its children try: a connection, a file outside the given folders."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Runs in the child too: Python imports it from PYTHONPATH by itself.
_KIND = """
import os, sys
_uit = os.open(os.environ["WAKER_UIT"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
def _waak(wat, argumenten):
    if wat.startswith(("socket.", "urllib.", "ftplib.", "subprocess.", "os.system", "os.exec", "os.posix_spawn")):
        os.write(_uit, f"{wat} {argumenten!r}\\n".encode())
    elif wat == "open" and isinstance(argumenten[2], int) and argumenten[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        os.write(_uit, f"open {argumenten[0]}\\n".encode())
sys.addaudithook(_waak)
"""
_NET = (
    "socket.connect",
    "socket.getaddrinfo",
    "socket.gethostby",
    "socket.sendto",
    "urllib.",
    "ftplib.",
    "http.",
)
_actief: list[list[str]] = []


def _hook(wat: str, argumenten: tuple[object, ...]) -> None:
    if not _actief:
        return
    if wat.startswith(_NET):
        _actief[-1].append(f"{wat} {argumenten!r}")
    elif wat == "open":
        pad, modus, vlaggen = argumenten
        schrijft = (isinstance(modus, str) and any(teken in modus for teken in "wax+")) or (
            isinstance(vlaggen, int) and vlaggen & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        )
        if schrijft and not isinstance(pad, int):
            _actief[-1].append(f"open {os.fsdecode(pad)}")  # type: ignore[arg-type]
    elif wat in ("os.rename", "os.mkdir", "os.symlink", "os.link"):
        _actief[-1].append(f"{wat} {argumenten[0 if wat == 'os.mkdir' else 1]}")


_GEHANGEN: list[bool] = []


@contextmanager
def waak(map_: Path) -> Iterator[list[str]]:
    """Give the list of what was tried; it is complete when the block has ended.

    Args:
        map_: a folder for the notes of the children.
    """
    if not _GEHANGEN:  # an audit hook cannot be taken away again
        sys.addaudithook(_hook)
        _GEHANGEN.append(True)
    map_.mkdir(exist_ok=True)
    (map_ / "sitecustomize.py").write_text(_KIND)
    uit = map_ / "gezien.txt"
    gezien: list[str] = []
    os.environ["WAKER_UIT"] = str(uit)
    sys.path.insert(0, str(map_))
    _actief.append(gezien)
    try:
        yield gezien
    finally:
        _actief.pop()
        sys.path.remove(str(map_))
        del os.environ["WAKER_UIT"]
        if uit.exists():
            gezien += uit.read_text().splitlines()
