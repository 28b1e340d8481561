"""Characters → numbers, units, periods. The lexicon is data, one folder a language."""
