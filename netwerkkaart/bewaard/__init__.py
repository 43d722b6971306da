"""Kept files: what was imported, and how it was read, so that it can be read again."""

from netwerkkaart.bewaard.keuzes import Inleeskeuzes
from netwerkkaart.bewaard.map import Bewaarmap, hash_of, open_bewaarmap

__all__ = ["Bewaarmap", "Inleeskeuzes", "hash_of", "open_bewaarmap"]
