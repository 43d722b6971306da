"""The workbook on its way out: what is known of a region as an XLSX that a coordinator fills in further.

:mod:`.selectie` says who is in it, :mod:`.stand` what stands on each row, and :mod:`.boek` writes it.
Reading it back is an importer: :mod:`netwerkkaart.omzetten.werkboek`.
"""
