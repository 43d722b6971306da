"""From rows of text to statements of the schema: what all importers share."""
