"""No word of the screen is in one language alone: what templates and Python show is said by `say` and its like, in both."""

import ast
import re
from pathlib import Path

import pytest

WEB = Path(__file__).resolve().parents[2] / "src" / "muctieu_web"
TEMPLATES = sorted(path for path in WEB.rglob("templates/**/*.html") if path.name != "500.html")
SAME_IN_BOTH = {
    "Muctieu", "CSV", "XLSX", "PNG", "SVG", "JSON", "SDMX-CSV", "SDMX", "Excel (XLSX)", "Excel", "Tiếng", "Việt", "PDF", "DOCX", "API", "SHA-256",
    "OpenAPI", "TOTP", "QR", "linear", "cagr", "eurostat", "id", "English", "Tiếng Việt", "Word", "%", "URL", "vi", "en", "ID", "ETag",
}  # fmt: skip
TAKE_BOTH = {"fault", "_fault", "_warning", "_refused"}  # their arguments are the words in both languages
READ = {"SCALES", "TAILS", "YES"}  # words that people type, not words that are shown
LETTERS = re.compile(r"[^\W\d_]{2,}")
VIETNAMESE = re.compile(r"[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE)
SHOWN = re.compile(r'\b(?:title|alt|placeholder|aria-label|data-head|data-ask|label)="([^"]*)"')


def plain(markup):
    """The markup without template tags, comments, scripts: what is left between and inside the tags is shown as it stands."""
    markup = re.sub(
        r"{#.*?#}|{%\s*comment.*?endcomment\s*%}|<!--.*?-->|<(script|style)\b.*?</\1>", " ", markup, flags=re.DOTALL
    )
    markup = re.sub(r"{% block body_class %}.*?{% endblock %}", " ", markup)
    return re.sub(r"{%.*?%}|{{.*?}}", " ", markup, flags=re.DOTALL)


@pytest.mark.parametrize("path", TEMPLATES, ids=[str(path.relative_to(WEB)) for path in TEMPLATES])
def test_a_template_says_everything_in_both_languages(path):
    markup = plain(path.read_text(encoding="utf-8"))
    attributes = SHOWN.findall(markup)
    words = [text.strip() for text in re.split(r"<[^>]*>", markup)] + [text.strip() for text in attributes]
    bare = [re.sub(r"&\w+;|[·…,:;()/–—›‹→←+−\-\d.]", " ", text).strip() for text in words]
    alone = [
        text
        for text in bare
        if LETTERS.search(text) and text not in SAME_IN_BOTH and not set(text.split()) <= SAME_IN_BOTH
    ]
    assert alone == []


@pytest.mark.parametrize("path", TEMPLATES, ids=[str(path.relative_to(WEB)) for path in TEMPLATES])
def test_what_is_said_in_english_is_english(path):
    """The second words of each `say` hold no Vietnamese letter, but for names and examples in quotes."""
    said = re.findall(r"""{%\s*say\s+("[^"]*"|'[^']*')\s+("[^"]*"|'[^']*')""", path.read_text(encoding="utf-8"))
    wrong = [english for _, english in said if VIETNAMESE.search(re.sub(r"“[^”]*”|«[^»]*»", "", english))]
    assert wrong == []


def _english(node):
    """Is this a string (or an f-string) without a Vietnamese letter?"""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    words = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return bool(words) and not VIETNAMESE.search("".join(words))


def _said(node, parents):
    """Is this constant said beside its other language: right before it in a pair or a call, or by a name that says so?"""
    for child, parent in zip([node, *parents], parents, strict=False):
        pair = parent.elts if isinstance(parent, ast.Tuple) else parent.args if isinstance(parent, ast.Call) else []
        if child in pair[:-1] and _english(pair[pair.index(child) + 1]):
            return True
        if isinstance(parent, ast.keyword) and (parent.arg or "").endswith(("_vi", "vi")):
            return True
        if isinstance(parent, ast.Call):
            name = getattr(parent.func, "id", getattr(parent.func, "attr", ""))
            if name in {"say", "say_later", "Words", "Deed", "compile", "maketrans", "found"} | TAKE_BOTH:
                return True
        if isinstance(parent, (ast.Assign, ast.AnnAssign)):
            targets = parent.targets if isinstance(parent, ast.Assign) else [parent.target]
            if any(getattr(target, "id", "") in {"vi"} | READ for target in targets):
                return True
    return False


def vietnamese_alone(tree):
    found = []

    def walk(node, parents):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and VIETNAMESE.search(node.value):
            both = " / " in node.value  # «… / …»: both languages in one line, for the terminal
            if not both and not _said(node, parents):
                found.append((node.lineno, node.value[:60]))
        for child in ast.iter_child_nodes(node):
            is_docstring = isinstance(node, ast.Expr) and isinstance(child, ast.Constant)
            if not is_docstring:
                walk(child, [node, *parents])

    walk(tree, [])
    return found


MODULES = sorted(
    path for part in ("pages", "actions", "queries", "api", "jobs", "access") for path in (WEB / part).rglob("*.py")
)


@pytest.mark.parametrize("path", MODULES, ids=[str(path.relative_to(WEB)) for path in MODULES])
def test_python_says_everything_in_both_languages(path):
    assert vietnamese_alone(ast.parse(path.read_text(encoding="utf-8"))) == []


def test_a_lonely_word_is_found():
    assert vietnamese_alone(ast.parse("x = 'Đăng nhập'"))
    assert not vietnamese_alone(ast.parse("x = say('Đăng nhập', 'Sign in')"))
    assert "Sổ" in plain("<p>Sổ {% say 'a' 'b' %}</p>")


def test_every_deed_of_the_history_has_a_name_in_both_languages():
    """What actions write into the history, found as the words they pass: one that is not named would show as code."""
    from muctieu_web import actions
    from muctieu_web.pages.register.history_words import DEEDS

    verbs = "|".join(sorted({name.partition("_")[0] for name in DEEDS} - {"comment", "enter", "revise", "withdraw"}))
    sources = [path.read_text(encoding="utf-8") for path in Path(actions.__path__[0]).glob("*.py")]
    written = {name for source in sources for name in re.findall(rf'"((?:{verbs})_[a-z_]+)"', source)}
    assert len(written) > 20
    assert written <= set(DEEDS), f"name in pages/register/history_words.py: {sorted(written - set(DEEDS))}"
