"""Safe readers of foreign graphs: GraphML, GEXF, Kumu's JSON and Kumu's spreadsheets.

:func:`read_graaf` is the whole door. Nothing is guessed here: every text stays as it stands in the file,
and an end that does not exist is a fault, never a new node. What the words of the file mean is for
:mod:`netwerkkaart.omzetten.graaf`.
"""

from netwerkkaart.inlezen.graaf.lezer import read_graaf
from netwerkkaart.inlezen.graaf.model import Graaf, GraafKnoop, GraafVerbinding, Richting

__all__ = ["Graaf", "GraafKnoop", "GraafVerbinding", "Richting", "read_graaf"]
