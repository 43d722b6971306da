"""Analyses: pure functions from a view to rows with evidence. The catalogue lists them.

Nothing heavy is imported here, so that help stays quick.
"""

from netwerkkaart.analyse.catalogus import ANALYSES, Analyse, Optie

__all__ = ["ANALYSES", "Analyse", "Optie"]
