"""The schema: what may exist in the graph. Start reading at :mod:`netwerkkaart.schema.register`."""
