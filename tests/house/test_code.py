"""How the code is written: docstrings, sizes, names, order of rooms."""

import ast
import importlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import muctieu

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT / "src" / "muctieu"
MODULES = sorted(SOURCE.rglob("*.py"))
NAMES = [str(path.relative_to(SOURCE)) for path in MODULES]
LONGEST_FILE = 500
LONGEST_FUNCTION = 60
VAGUE = {"utils", "util", "helpers", "helper", "manager", "misc", "common"}
WRONG_WORDS = {"kpi", "metric", "mention", "entity"}
"""Words that the glossary (ARCHITECTURE.md) replaces: indicator, claim."""


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_module_has_a_docstring_and_a_size_to_read(path):
    words = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(words)), "say what it takes, what it gives, what it never does"
    assert words.count("\n") <= LONGEST_FILE, "this is two things"


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_functions_are_short(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in functions
        if node.end_lineno - node.lineno >= LONGEST_FUNCTION
    ]
    assert long == []


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_names_are_words_of_the_field(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    defined = {path.stem} | {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    words = {word.lower() for name in defined for word in re.findall(r"[A-Za-z][a-z]*", name)}
    assert words & (VAGUE | WRONG_WORDS) == set()


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_nothing_unfinished_and_no_printing_outside_the_command_line(path):
    words = path.read_text(encoding="utf-8")
    assert re.findall(r"\b(TODO|FIXME|XXX)\b", words) == []
    if "cli" not in path.relative_to(SOURCE).parts:
        calls = [
            node
            for node in ast.walk(ast.parse(words))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        ]
        assert [node.lineno for node in calls if node.func.id in ("print", "input")] == []


def test_public_names_are_there_sorted_and_documented():
    assert muctieu.__all__ == sorted(muctieu.__all__)
    assert [name for name in muctieu.__all__ if not name.startswith("__") and not getattr(muctieu, name).__doc__] == []
    assert set(dir(muctieu)) == set(muctieu.__all__)


def test_every_module_can_be_imported_alone():
    for path in MODULES:
        if path.stem != "__main__":
            importlib.import_module(
                ".".join(("muctieu", *path.relative_to(SOURCE).with_suffix("").parts)).removesuffix(".__init__")
            )


def test_rooms_keep_their_order():
    command = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    if command is None:
        pytest.skip("import-linter is not installed here")
    done = subprocess.run([command, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:]


def test_the_version_is_said_once():
    import tomllib

    assert (
        tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
        == muctieu.__version__
    )
