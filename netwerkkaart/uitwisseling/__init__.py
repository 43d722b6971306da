"""Two graphs that grew apart become one again: compare archives three ways, and take over the difference.

``kant`` is one side as a value, ``vergelijken`` compares two of them (pure), ``voorstel`` makes a plan of
the outcome (pure), ``ontvangen`` does it to a store, ``levering`` reports who delivered what.
"""
