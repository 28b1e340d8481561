"""Footnotes, lists, tables and odd words of web pages, as Word, LibreOffice and pandoc write them."""

import pytest

from muctieu.document.readers import html

LIBREOFFICE = """<p>Thu đạt 12 tỷ đồng<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>, tăng 5%.</p>
<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> Chưa kể 3 tỷ đồng.</p></div>"""
WORD = """<p>Thu đạt 12 tỷ đồng<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>, tăng 5%.</p>
<div><br clear=all><hr><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> Chưa kể 3 tỷ đồng.</p></div></div>"""
PANDOC = """<p>Thu đạt 12 tỷ đồng<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a>, tăng 5%.</p>
<section><ol><li id="fn1"><p>Chưa kể 3 tỷ đồng.<a href="#fnref1" class="footnote-back">↩︎</a></p></li></ol></section>"""


@pytest.mark.parametrize("page", [LIBREOFFICE, WORD, PANDOC], ids=["LibreOffice", "Word", "pandoc"])
def test_a_note_goes_behind_the_body_and_keeps_its_anchor(page):
    layout = html.read(f"<html><body>{page}<p>Hết.</p></body></html>".encode(), "a.html")
    assert layout.text == "Thu đạt 12 tỷ đồng, tăng 5%.\nHết.\nChưa kể 3 tỷ đồng.\n"
    assert [(note.number, note.anchor) for note in layout.notes] == [(1, len("Thu đạt 12 tỷ đồng"))]


SHOWN = [
    ('<p>Xem <a href="#p2">mục 2</a></p><p id="p2">Mục 2 <a href="#top">về đầu</a></p>', "Xem mục 2\nMục 2 về đầu\n"),
    ("<p>Thu 5&nbsp;tỷ &amp; chi 4&#8201;tỷ</p>", "Thu 5\u00a0tỷ & chi 4\u2009tỷ\n"),
    ("<ol start=3 type=a><li>Thu 5 tỷ<li>Chi 4 tỷ</ol><ul><li>Còn</ul>", "c. Thu 5 tỷ\nd. Chi 4 tỷ\n- Còn\n"),
    (
        "<p>10<sup>3</sup> m<sup>2</sup>, 5 tỷ đồng<sup>1</sup></p>",
        "10³ m2, 5 tỷ đồng¹\n",
    ),
    (
        "<table><tr><td>12<br>13<td><p>a</p><p>b<script>x</script></p></table>",
        "12 13\ta b\n",
    ),
    ("<table><tr><td><table><tr><td>Lúa<td>5</table><td>Bên<tr><td>Dưới</table>", "Lúa\t5\nBên\nDưới\n"),
    ("<p>Thu đạt <del cite=a>4</del><ins cite=a>5</ins> tỷ đồng</p>", "Thu đạt 5 tỷ đồng\n"),
    (
        "<p>Thu 5 tỷ<span class=MsoCommentReference><a class=msocomanchor>[A1]</a></span></p><div style='mso-element:comment-list'>Xem lại 9 ha</div>",
        "Thu 5 tỷ\n",
    ),
    ("<div title=header><p>Trang 1</p></div><p>Thu 5 tỷ</p><p style='mso-hide:all'>ẩn</p>", "Thu 5 tỷ\n"),
    (
        "<nav>Tin 24h</nav><p>Thu 5 tỷ<select><option>10 ha</select></p><details><summary>Thêm</summary>Chi 4 tỷ</details>",
        "Thu 5 tỷ\nThêm\nChi 4 tỷ\n",
    ),
    ("<table><caption>Bảng 1 (tỷ đồng)</caption><tr><td>Thu<td>5</table>", "Bảng 1 (tỷ đồng)\nThu\t5\n"),
    ("<p hidden>x</p><template>y</template><!-- z --><p>Thấy</p>", "Thấy\n"),
]


@pytest.mark.parametrize(("body", "text"), SHOWN)
def test_words_are_read_as_a_browser_shows_them(body, text):
    assert html.read(f"<!doctype html><body>{body}".encode(), "a.html").text == text
