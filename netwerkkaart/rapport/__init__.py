"""Reports: one neutral document, made by pure functions from results, and a writer per form."""
