"""Doubles: the same organisation, offer, forum or person that stands in the graph twice.

Finding them is pure: view → fiches → pairs that may match → a score with reasons. Joining two of them,
or remembering that they are not the same, is an ordinary plan, so that it can be shown and undone like
any import. Definitions and figures: ``docs/dubbels.md``.
"""
