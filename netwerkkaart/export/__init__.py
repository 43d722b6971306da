"""The graph in the formats of other programs: one neutral form from the view, and a small writer for each."""
