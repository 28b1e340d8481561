"""Writes, one file each: permission, then one transaction with the rows and their entry in the history. Keyword-only functions.

Page, API, import and command all call the same action. An action takes an `Actor` and plain values, reads the clock only
through its argument `now`, raises `Forbidden`, `NotThere` or `Refused`, and gives back an id or a frozen value, never a model.
"""
