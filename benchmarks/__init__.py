"""Measurements beside the raw libraries, in the same run: ``python -m benchmarks``, from the root."""
