"""Safe readers: a file from a coordinator becomes tables of text, or a refusal in Dutch.

:func:`lees_tabel` and :func:`lees_bladen` are the whole door: CSV, XLSX and ODS. JSON lines and XML
will get a module each beside :mod:`~netwerkkaart.inlezen.csvbestand`, and one more kind in
:mod:`~netwerkkaart.inlezen.formaat`.
"""

from netwerkkaart.inlezen.lezer import lees_bladen, lees_tabel
from netwerkkaart.inlezen.tabel import Tabel

__all__ = ["Tabel", "lees_bladen", "lees_tabel"]
