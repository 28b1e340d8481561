"""One target, one indicator: definition, series, path, forecast, sources, revisions, discussion."""
