"""One self-contained page of a report: its words in their order, every figure marked with its kind, read in a card on hover and focus.

Takes a `Reading`, gives the HTML as one string. Nothing is fetched from anywhere, all words of the report are escaped, and the page reads
without its script, which only moves the focus from figure to figure (j, k, Esc).
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

from muctieu.claims.reading import Reading
from muctieu.claims.wording import KINDS, kind_words, period_words
from muctieu.errors import Language
from muctieu.marked.blocks import body, contents

_WORDS: dict[str, tuple[str, str]] = {
    "figures": ("số liệu", "figures"),
    "legend": ("Loại số liệu", "Kinds of figures"),
    "contents": ("Mục lục", "Contents"),
    "report": ("Báo cáo", "Report"),
    "hint": (
        "Rê chuột hoặc dùng phím Tab tới một số liệu để xem cách đọc; phím J, K tới số liệu sau, trước.",
        "Point at a figure or reach it with Tab to see how it is read; J and K go to the next and the one before.",
    ),
    "marks": (
        "Gạch chân chấm: ước thực hiện. Gạch chân đứt: kế hoạch.",
        "Dotted underline: estimated. Dashed underline: planned.",
    ),
}


def marked_page(reading: Reading, language: Language = "vi") -> str:
    """The whole page; its own words are in `language`, the report's stay as they are."""
    style, script = _asset("page.css"), _asset("page.js")
    title = escape(reading.title or reading.name)
    policy = f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'"
    return f"""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title} · Muctieu</title>
<style>{style}</style>
</head>
<body>
<header>
<p class="brand">Muctieu</p>
<h1>{title}</h1>
<p class="facts">{_facts(reading, language)}</p>
{_legend(reading, language)}
{_contents(reading, language)}
</header>
<main lang="vi">
{body(reading, language)}
</main>
<footer><p>{escape(reading.name)} · sha256 {reading.sha256[:16]}…</p></footer>
<script>{script}</script>
</body>
</html>
"""


def _say(name: str, language: Language) -> str:
    return _WORDS[name][language == "en"]


def _facts(reading: Reading, language: Language) -> str:
    facts = [reading.place or "", period_words(reading.period, language) if reading.period else ""]
    facts.append(f"{len(reading.claims)} {_say('figures', language)}")
    return " · ".join(escape(fact) for fact in facts if fact)


def _legend(reading: Reading, language: Language) -> str:
    """The kinds that occur, each with its count and a box that takes its colour off the page (by style alone)."""
    counts = Counter(claim.kind for claim in reading.claims)
    items = "".join(
        f'<li><label class="{kind}"><input type="checkbox" id="show-{kind}" checked> {kind_words(kind, language)} '
        f"<small>{counts[kind]}</small></label></li>"  # type: ignore[index]
        for kind in KINDS
        if counts[kind]  # type: ignore[index]
    )
    return (
        f'<section class="legend" aria-label="{_say("legend", language)}"><ul>{items}</ul>'
        f"<p>{_say('hint', language)} {_say('marks', language)}</p></section>"
    )


def _contents(reading: Reading, language: Language) -> str:
    entries = contents(reading)
    return (
        f'<details class="contents"><summary>{_say("contents", language)}</summary><ol>{entries}</ol></details>'
        if entries
        else ""
    )


@cache
def _asset(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    """The hash by which the page's policy allows its own style and script, and nothing else (CSP level 2)."""
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode()
