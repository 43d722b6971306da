"""The school sheet: a printed page per school, on which steps of its chain stand and what closes the others.

Open first: :mod:`~netwerkkaart.fiche.maken` (from a view to a :class:`~.model.Fiche`), then
:mod:`~netwerkkaart.fiche.pagina` (from a sheet to a page).
"""
