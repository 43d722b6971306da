"""The library of Cypher queries: one file per question in the folder ``queries``."""
