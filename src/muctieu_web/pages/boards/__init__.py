"""The scoreboard: where all targets stand on a day."""
