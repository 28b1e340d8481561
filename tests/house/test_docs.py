"""The manual keeps up with the program: made parts are fresh, each command, field and exit code stands in it, links lead somewhere."""

import importlib.util
import re
import sys
from pathlib import Path

import pytest

from muctieu.claims.claim import Claim
from muctieu.cli.verbs import VERBS
from muctieu.document.document import Document
from muctieu.errors import MuctieuError

ROOT = Path(__file__).parent.parent.parent
REFERENCE = ROOT / "docs" / "reference"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def build():
    spec = importlib.util.spec_from_file_location("docs_build", ROOT / "docs" / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="the help is laid out as Python 3.11 does")
def test_made_pages_are_fresh():
    stale = [
        str(path.relative_to(ROOT))
        for path, words in build().pages().items()
        if not path.exists() or path.read_text(encoding="utf-8") != words
    ]
    assert stale == [], "run `make docs`"


def test_each_command_stands_in_the_manual_with_help():
    words = (REFERENCE / "dong-lenh.md").read_text(encoding="utf-8")
    for verb in VERBS:
        assert f"## `muctieu {verb.name}`" in words
        assert f"cách dùng: muctieu {verb.name}" in words


def test_each_field_of_the_wire_format_is_explained():
    words = (REFERENCE / "dinh-dang.md").read_text(encoding="utf-8")
    fields = {*Claim._fields, *Document.__dataclass_fields__} - {"number", "trust", "tears"}
    missing = [name for name in sorted(fields) if f"`{name}`" not in words]
    assert missing == []


def test_each_exit_code_is_explained():
    words = (REFERENCE / "ma-thoat.md").read_text(encoding="utf-8")
    codes = {0, 1, 130} | {error.exit_code for error in every(MuctieuError)}
    assert codes == {int(code) for code in re.findall(r"^\| (\d+) \|", words, re.MULTILINE)}


def every(kind):
    return [kind, *(each for below in kind.__subclasses__() for each in every(below))]


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_links_lead_somewhere(page):
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if (
            not target.startswith(("http://", "https://", "#", "mailto:"))
            and not (page.parent / target.split("#")[0]).exists()
        ):
            broken.append(target)
    assert broken == []


def test_each_decision_is_numbered_once():
    numbers = [path.name[:4] for path in sorted((ROOT / "docs" / "adr").glob("*.md"))]
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]


def test_each_dependency_is_justified():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    words = (ROOT / "docs" / "adr" / "0002-dependencies.md").read_text(encoding="utf-8")
    names = [re.split(r"[<>=\[]", dependency)[0] for dependency in project["dependencies"]]
    assert [name for name in names if f"`{name}`" not in words] == []


def readme_code():
    return re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)


def test_the_code_of_the_readme_runs(capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert readme_code()
    for code in readme_code():
        exec(compile(code, "README.md", "exec"), {})
    assert "15,02%/năm" in capsys.readouterr().out
