"""Two small reports in files, and the command line run in this process."""

import pytest
from tests.flow.reports import FIRST, SECOND

from muctieu.cli.main import main


@pytest.fixture
def reports(tmp_path):
    """A folder with two reports, a file that is none, and a hidden one."""
    folder = tmp_path / "bao-cao"
    (folder / "xa").mkdir(parents=True)
    (folder / "mot.txt").write_text(FIRST, encoding="utf-8")
    (folder / "xa" / "hai.txt").write_text(SECOND, encoding="utf-8")
    (folder / "anh.png").write_bytes(b"\x89PNG")
    (folder / "~$mot.docx").write_bytes(b"lock")
    return folder


@pytest.fixture
def run(capsys, monkeypatch):
    """Runs a command line; gives its exit code, standard output and standard error."""
    for variable in ("MUCTIEU_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS", "NO_COLOR"):
        monkeypatch.delenv(variable, raising=False)

    def call(*arguments):
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return call
