"""Editions: numbered, frozen states of a graph that reports and figures quote and can be made from again."""

from netwerkkaart.editie.maken import make_editie
from netwerkkaart.editie.map import Editiemap, find_editie, open_editiemap
from netwerkkaart.editie.model import Editie, Manifest
from netwerkkaart.editie.openen import open_editie

__all__ = ["Editie", "Editiemap", "Manifest", "find_editie", "make_editie", "open_editie", "open_editiemap"]
