"""One file per source. Load them through :mod:`netwerkkaart.importers`."""
