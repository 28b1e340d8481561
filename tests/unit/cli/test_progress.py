"""The line that says how far a run over many files is: only on a terminal, and never run into by what is written."""

import io
import sys

from muctieu.cli.many import outcomes


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


def test_the_line_is_wiped_before_anything_is_written_of_a_file(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    for outcome in outcomes(str.upper, ["a", "b", "c"], ["mot.docx", "hai.docx", "ba.docx"], 1):
        terminal.write(f"<{outcome}>\n")
    shown = "".join(piece.rpartition("\r\x1b[K")[2] + "\n" for piece in terminal.getvalue().split("\n"))
    assert shown.split() == ["<A>", "<B>", "<C>"]
    assert "[2/3] hai.docx" in terminal.getvalue()


def test_nothing_is_shown_where_nobody_looks(capsys):
    assert list(outcomes(str.upper, ["a", "b"], ["mot.docx", "hai.docx"], 1)) == ["A", "B"]
    assert capsys.readouterr().err == ""
