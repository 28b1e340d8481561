"""The body of the page: paragraphs that a footnote mark tore are one again, a heading keeps its own line."""

from muctieu.claims.reading import Reading
from muctieu.document.document import Section
from muctieu.document.layout import Note
from muctieu.marked.blocks import body


def torn(text, tear, sections=(), anchor=None):
    notes = () if anchor is None else (Note(1, len(text) - 8, len(text), anchor),)
    return Reading("a.txt", "0" * 64, text, None, None, None, sections, notes, (), 1.0, frozenset({tear}), ())


def test_a_torn_paragraph_is_one():
    text = "Thu đạt 709 tỷ\n, tăng khá.\nChú dẫn"
    assert body(torn(text, text.index("\n")), "vi") == "<p>Thu đạt 709 tỷ\n, tăng khá.</p>\n<p>Chú dẫn</p>"


def test_what_follows_a_torn_heading_is_a_paragraph_and_its_note_stands_once():
    text = "1. Thu ngân sách\n, gồm hai khoản.\nChú dẫn."
    tear = text.index("\n")
    section = Section("1", "Thu ngân sách", 0, text.index("\nChú"))
    page = body(torn(text, tear, (section,), tear), "vi")
    assert "</h2>\n<p>, gồm hai khoản.</p>" in page
    assert page.count('id="r1"') == 1
