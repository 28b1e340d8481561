"""The web application: people read reports, review figures, keep the register and look at the board in a browser.

Rooms, each of which imports only those below it: `urls` and `settings` (wiring); `pages`, `api`, `jobs`, `commands` (what people
and programs call); `actions` (one file a write); `queries` (reads, frozen rows); `access`, `boards`; `store` (models).
"""
