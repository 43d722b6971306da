"""Erase one person from everything that we keep, and prove it.

``persoon`` finds who is meant, ``regels`` cleans lines of history (pure), ``opslag`` cleans a store,
``plekken`` searches and cleans files, ``doen`` walks through all of it and searches again afterwards.
"""
