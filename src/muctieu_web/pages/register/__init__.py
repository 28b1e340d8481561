"""The register: indicators, places, organisations, targets, observations; entry, import."""
