"""Comments in Word files: each at exactly its figure, everything else of the file as it was."""

import re
import shutil
import subprocess
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from tests.unit.document.remarks.word_report import word_report

from muctieu.document.readers import read_layout
from muctieu.document.readers.docx_numbering import W
from muctieu.document.remarks import Remark, with_remarks
from muctieu.values.span import Span

FIGURES = ["1.234 tỷ đồng", "5%", "4 57", "88 hộ", "99 cơ sở", "7 chợ"]
IN_NOTES = ["1.175 tỷ đồng", "12 cơ sở"]


def annotated(source: bytes, figures: list[str]) -> bytes:
    text = read_layout(source, "a.docx").text
    remarks = [Remark(Span(text.index(words), text.index(words) + len(words)), f"Xem {words}") for words in figures]
    placed = with_remarks(source, "a.docx", text, remarks)
    assert not placed.lost
    return placed.content


def parts(source: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(source)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def commented(source: bytes) -> dict[str, str]:
    """What each comment says → the words between the beginning and the end of its range."""
    holds = parts(source)
    said = {
        comment.get(W + "id"): "".join(comment.itertext()) for comment in etree.fromstring(holds["word/comments.xml"])
    }
    words: dict[str, str] = {}
    open_ranges: set[str] = set()
    for element in etree.fromstring(holds["word/document.xml"]).iter():
        if element.tag == W + "commentRangeStart":
            open_ranges.add(element.get(W + "id"))
        elif element.tag == W + "commentRangeEnd":
            open_ranges.discard(element.get(W + "id"))
        for number in open_ranges:
            if element.tag in (W + "t", W + "tab"):
                words[said[number]] = words.get(said[number], "") + (element.text or " ")
    return words


def test_every_comment_stands_at_exactly_its_figure():
    assert commented(annotated(word_report(), FIGURES)) == {f"Xem {words}": words for words in FIGURES}


def test_the_words_styles_tables_and_notes_are_those_of_the_original():
    before, after = word_report(), annotated(word_report(), FIGURES + IN_NOTES)
    assert read_layout(after, "a.docx") == read_layout(before, "a.docx")
    old, new = parts(before), parts(after)
    changed = {name for name in new if old.get(name) != new[name]}
    assert changed == {
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/comments.xml",
    }
    looks = [re.findall(rb"<w:rPr>.*?</w:rPr>", each["word/document.xml"]) for each in (old, new)]
    assert set(looks[0]) == set(looks[1])


def test_without_remarks_no_part_of_the_body_changes():
    before, after = parts(word_report()), parts(annotated(word_report(), []))
    assert {name for name in before if before[name] != after[name]} <= {
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
    }


def test_a_remark_on_a_note_stands_at_its_mark():
    body = etree.fromstring(parts(annotated(word_report(), IN_NOTES))["word/document.xml"])
    for kind in ("footnote", "endnote"):
        run = next(body.iter(f"{W}{kind}Reference")).getparent()
        assert run.getprevious().tag == W + "commentRangeStart"
        assert run.getnext().tag == W + "commentRangeEnd"
        assert run.getnext().getnext().find(W + "commentReference") is not None


def test_comments_that_are_there_stay_and_numbers_go_on():
    held = '<w:comment w:id="7" w:author="An"><w:p><w:r><w:t>Cũ</w:t></w:r></w:p></w:comment>'
    comments = etree.fromstring(parts(annotated(word_report(comments=held), FIGURES[:2]))["word/comments.xml"])
    assert [comment.get(W + "id") for comment in comments] == ["7", "8", "9"]


def test_two_remarks_on_one_figure_and_neighbours_without_a_blank():
    body = "<w:p><w:r><w:t>Tỷ lệ 45%/60%.</w:t></w:r></w:p>"
    assert commented(annotated(word_report(body), ["45%", "60%", "45%/60%"])) == {
        "Xem 45%": "45%",
        "Xem 60%": "60%",
        "Xem 45%/60%": "45%/60%",
    }


def test_decomposed_letters():
    body = "<w:p><w:r><w:t>Co\u0301 12 co\u031b so\u031b\u0309 mo\u031b\u0301i.</w:t></w:r></w:p>"
    (words,) = commented(annotated(word_report(body), ["12 cơ sở"])).values()
    assert words == "12 co\u031b so\u031b\u0309"


def test_an_automatic_number_has_no_place():
    source = word_report()
    text = read_layout(source, "a.docx").text
    nowhere = Remark(Span(len(text), len(text) + 3), "x")
    assert with_remarks(source, "a.docx", text, [nowhere]).lost == (nowhere,)


@pytest.mark.tool
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_every_comment_at_its_figure(tmp_path):
    (tmp_path / "a.docx").write_bytes(annotated(word_report(), FIGURES + IN_NOTES))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        "--headless",
        profile,
        "--convert-to",
        "odt",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    content = parts((tmp_path / "a.odt").read_bytes())["content.xml"].decode()
    found = re.findall(
        r"<office:annotation [^>]*>(.*?)</office:annotation>(.*?)<office:annotation-end", content, re.DOTALL
    )
    shown = {re.sub("<[^>]+>", "", said).rpartition("Xem ")[2]: re.sub("<[^>]+>", "", words) for said, words in found}
    assert shown.keys() == set(FIGURES + IN_NOTES)
    for words in FIGURES:
        assert shown[words].replace(" ", "") == words.replace(" ", "")
    for words in IN_NOTES:
        assert words in shown[words]
