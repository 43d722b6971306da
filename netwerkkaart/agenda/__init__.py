"""The agenda: one page for the next meeting of a forum, with what those at the table can act on.

Open first: :mod:`~netwerkkaart.agenda.maken` (from a view to an :class:`~.model.Agenda`), then
:mod:`~netwerkkaart.agenda.pagina` (from an agenda to a page).
"""
