"""The marked page: it holds every word and every figure, escapes what it must, and fetches nothing."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest

import muctieu
from muctieu.cli.sample import sample_path
from muctieu.marked.page import marked_page


class Words(HTMLParser):
    """Gathers the words of `<main>` without the cards and the note links; remembers ids, references and tags left open."""

    def __init__(self):
        super().__init__()
        self.words, self.ids, self.references, self.open, self.hosts = [], [], [], [], []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if "id" in given:
            self.ids.append(given["id"])
        self.references += [given[name].lstrip("#") for name in ("href", "aria-describedby") if name in given]
        self.hosts += [value for name, value in attributes if name in ("src", "href") and not value.startswith("#")]
        if tag not in ("meta", "input", "br"):
            self.open.append((tag, given.get("class", "")))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, words):
        tags = [tag for tag, _ in self.open]
        if (
            "main" in tags
            and "sup" not in tags
            and not any("card" in names.split() for _, names in self.open)
            and words != "↩"
        ):
            self.words.append(words)


def parse(page):
    parser = Words()
    parser.feed(page)
    parser.close()
    assert parser.open == []
    return parser


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_word_and_every_figure_of_the_sample_is_there(language):
    reading = muctieu.read(sample_path())
    page = parse(marked_page(reading, language))
    squeezed = re.sub(r"\s+", "", "".join(page.words))
    assert squeezed == re.sub(r"\s+", "", reading.text)
    assert {claim.id for claim in reading.claims} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert set(page.references) <= set(page.ids)
    assert page.hosts == []


def test_words_of_the_report_are_escaped():
    nasty = 'Thu <script>alert("x")</script> & đạt 5 tỷ đồng </mark> năm 2020.'
    page = marked_page(muctieu.read(nasty.encode(), name='<b>"x".txt'), "vi")
    assert "alert(&quot;x&quot;)" in page
    assert page.count("<script>") == 1
    assert "<b>&quot;x" not in page
    assert '<b>"x' not in page
    assert nasty in unescape(
        re.sub(r'<span class="card.*?</span></span>|</?mark[^>]*>(?=[^<]*đồng)|(?<=đồng)</mark>', "", page)
    )
