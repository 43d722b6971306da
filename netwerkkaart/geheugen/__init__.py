"""What was chosen for a source is remembered, and comes back at its next import.

One node of kind ``Koppeling`` for each source and importer, written in the transaction of the import
that used it: so it travels with the archive, is taken back with the import, and is shared on a server.
An import keeps how *it* was read; this keeps how the source is to be read from now on, and may be wiped.
"""

from netwerkkaart.geheugen.keuzes import Herinnering, forget, recall, remember, shape_of
from netwerkkaart.geheugen.opzoeken import read_geheugen

__all__ = ["Herinnering", "forget", "read_geheugen", "recall", "remember", "shape_of"]
