"""Safe readers: a file from a coordinator becomes tables of text, or a refusal in Dutch.

:func:`read_tabel` and :func:`read_bladen` are the whole door: CSV, XLSX and ODS. JSON lines and XML
will get a module each beside :mod:`~netwerkkaart.inlezen.csvbestand`, and one more kind in
:mod:`~netwerkkaart.inlezen.formaat`.
"""

from netwerkkaart.inlezen.lezer import read_bladen, read_tabel
from netwerkkaart.inlezen.tabel import Tabel

__all__ = ["Tabel", "read_bladen", "read_tabel"]
