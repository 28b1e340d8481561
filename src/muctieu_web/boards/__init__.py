"""The store's targets and observations handed to `muctieu.scoreboard`; answers are kept until the register changes."""

from muctieu_web.boards.board import board_on, forget, register_now, stamp

__all__ = ["board_on", "forget", "register_now", "stamp"]
