"""Office documents are archives that keep when each part was written: here they do not."""

from __future__ import annotations

import io
import zipfile

_EPOCH = (2020, 1, 1, 0, 0, 0)
"""A fixed moment for the parts, so that the same report gives the same bytes."""


def same_bytes(inhoud: bytes) -> bytes:
    """The same parts in the same order, all of one fixed moment."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as van, zipfile.ZipFile(uit, "w") as naar:
        for deel in van.infolist():
            info = zipfile.ZipInfo(deel.filename, _EPOCH)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            naar.writestr(info, van.read(deel))
    return uit.getvalue()
