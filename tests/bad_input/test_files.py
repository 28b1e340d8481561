"""Each fault in each format: one sentence that names the file and says what to do, exit code 3, nothing on standard output, no traceback."""

import shutil
import subprocess
import sys
import time

import pytest
from tests.bad_input import faulty_files as made

from muctieu import read
from muctieu.cli import sources
from muctieu.cli.main import main
from muctieu.document.readers import ocr, read_layout
from muctieu.errors import MuctieuError

OFFICE = pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
EMPTY = ("không có nội dung nào", "holds no text at all")
UNKNOWN = ("không phải văn bản đọc được", "is not a text that can be read")
DAMAGED = ("bị hỏng hoặc bị cắt cụt", "is damaged or cut short")
LOCKED = ("được đặt mật khẩu", "is protected by a password")
BOMB = ("bung ra quá lớn khi giải nén", "it unpacks to far too much")
NESTED = ("lồng vào nhau quá sâu", "nested far too deeply")
ENTITIES = ("XML có khai báo thực thể", "its XML declares entities")


def faults():
    for form in made.FORMATS:
        yield pytest.param(form, lambda form=form: b"", EMPTY, id=f"{form} empty")
        yield pytest.param(form, lambda form=form: b" \r\n\t ", EMPTY, id=f"{form} blank")
        yield pytest.param(form, lambda form=form: made.noise(), UNKNOWN, id=f"{form} binary")
    blank = {"docx": made.word(""), "odt": made.odt("<text:p/>"), "html": b"<html><p> </p>", "xlsx": made.workbook("")}
    for form, content in blank.items():
        yield pytest.param(form, lambda content=content: content, EMPTY, id=f"{form} without words")
    for form in ("docx", "pdf", "odt", "xlsx"):
        yield pytest.param(form, lambda form=form: made.truncated(form), DAMAGED, id=f"{form} truncated")
    yield pytest.param("txt", lambda: made.truncated("txt"), DAMAGED, id="txt truncated within a letter")
    yield pytest.param("doc", lambda: made.truncated("doc"), DAMAGED, id="doc truncated")
    yield pytest.param("pdf", made.locked_pdf, LOCKED, id="pdf encrypted")
    for form in ("docx", "xlsx", "doc", "xls"):
        yield pytest.param(form, lambda form=form: made.locked_office(form), LOCKED, id=f"{form} encrypted")
    for form, kind in (("odt", "text"), ("ods", "spreadsheet")):
        yield pytest.param(form, lambda kind=kind: made.locked_odf(kind), LOCKED, id=f"{form} encrypted")
        yield pytest.param(
            form, lambda kind=kind: made.locked_odf(kind, is_whole=True), LOCKED, id=f"{form} encrypted as a whole"
        )
    for form in ("docx", "odt", "xlsx"):
        yield pytest.param(form, lambda form=form: made.bomb(form), BOMB, id=f"{form} zip bomb")
    for form in ("docx", "odt"):
        yield pytest.param(form, lambda form=form: made.entities(form), ENTITIES, id=f"{form} entities")
    yield pytest.param("xlsx", lambda: made.entities("xlsx"), DAMAGED, id="xlsx entities")
    for form in ("html", "fodt", "xls"):
        yield pytest.param(form, lambda form=form: made.entities(form), ENTITIES, id=f"{form} entities")
    for form in ("html", "docx", "odt"):
        yield pytest.param(form, lambda form=form: made.nested(form), NESTED, id=f"{form} nested")
    yield pytest.param(
        "xml", lambda: b"<?xml version='1.0'?><thu>5</thu>", ("tệp XML khác", "another kind of XML"), id="xml"
    )
    yield pytest.param("mht", lambda: made.one_file_page(b""), DAMAGED, id="mht without a page")
    for form in ("docx", "xlsx", "odt"):
        yield pytest.param(form, lambda: made.zipped({"anh.png": b"x"}), UNKNOWN, id=f"{form} another archive")
    yield pytest.param("docx", lambda: b"\x89PNG\r\n\x1a\n\0\0", ("ảnh PNG", "a PNG picture"), id="a picture")
    yield pytest.param("docx", lambda: b"Rar!\x1a\x07\x01\0", ("tệp nén RAR", "a RAR archive"), id="a RAR archive")


@pytest.mark.parametrize(("form", "content", "words"), list(faults()))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_faulty_file_is_one_sentence(form, content, words, language, tmp_path, capsys):
    path = tmp_path / f"bao-cao.{form}"
    path.write_bytes(content())
    assert main(["--lang", language, "read", str(path), "-o", str(tmp_path / "ra.json")]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert words[language == "en"] in err
    assert path.name in err
    assert err.count("\n") == 1
    assert err.rstrip().endswith((".", ")."))
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("form", [form for form in made.FORMATS if form != "doc"])
@pytest.mark.parametrize("name", ["docx", "pdf", "txt", "xlsx"])
def test_a_wrongly_named_file_is_read_by_what_it_is(form, name, tmp_path):
    path = tmp_path / f"bao-cao.{name}"
    path.write_bytes(made.good(form))
    assert [claim.unit for claim in read(path).claims] == (["ha"] if form == "pdf" else ["VND"])


@pytest.mark.tool
@OFFICE
def test_rich_text_named_doc_is_read(tmp_path):
    path = tmp_path / "bao-cao.doc"
    path.write_bytes(made.good("doc"))
    assert [claim.unit for claim in read(path).claims] == ["ha"]


@pytest.mark.parametrize("form", made.FORMATS)
def test_a_file_cut_anywhere_never_breaks_the_reader(form):
    content = made.good(form)
    if form == "doc":
        pytest.skip("each try would start LibreOffice")
    sizes = range(0, len(content), max(1, len(content) // 40))
    assert [size for size in sizes if outcome(content[:size], f"a.{form}") == "FileUnforeseen"] == []


def outcome(content: bytes, name: str) -> str:
    """The name of the error, or nothing where the file is read."""
    try:
        read_layout(content, name)
    except MuctieuError as error:
        return type(error).__name__
    return ""


def test_a_file_that_vanishes_while_it_is_read(tmp_path, capsys, monkeypatch):
    path = tmp_path / "bao-cao.txt"
    path.write_text(made.WORDS, encoding="utf-8")
    monkeypatch.setattr("muctieu.cli.read.find_sources", lambda files: [str(tmp_path / "da-xoa.txt")])
    assert main(["--lang", "vi", "read", str(path)]) == 3
    assert "Không tìm thấy tệp" in capsys.readouterr().err


def test_a_file_of_a_folder_that_vanishes_before_its_turn(tmp_path, capsys, monkeypatch):
    for name in ("mot.txt", "hai.txt"):
        (tmp_path / name).write_text(made.WORDS, encoding="utf-8")
    found = sources.find_sources([str(tmp_path)])
    (tmp_path / "mot.txt").unlink()
    monkeypatch.setattr("muctieu.cli.read.find_sources", lambda files: found)
    assert main(["--lang", "vi", "read", str(tmp_path), "--format", "jsonl"]) == 3
    out, err = capsys.readouterr()
    assert out.count("\n") == 1
    assert err == f"Không tìm thấy tệp «{tmp_path / 'mot.txt'}»; hãy kiểm tra lại đường dẫn.\n"


def test_a_file_that_may_not_be_read(tmp_path, capsys, monkeypatch):
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(made.good("docx"))

    def refused(self, mode):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("muctieu.document.source.Path.open", refused)
    assert main(["--lang", "vi", "read", str(path)]) == 3
    assert capsys.readouterr().err == f"Không mở được tệp «{path}» (Permission denied); hãy kiểm tra quyền đọc.\n"


def test_a_scan_without_tesseract_says_what_to_install(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(ocr.shutil, "which", lambda program: None)
    path = tmp_path / "quet.pdf"
    path.write_bytes(made.pdf(""))
    assert main(["--lang", "vi", "read", str(path)]) == 5
    err = capsys.readouterr().err
    assert "Tesseract" in err
    assert "tesseract-ocr-vie" in err


def test_an_old_document_without_libreoffice_says_what_to_install(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("muctieu.document.readers.doc.which", lambda program: None)
    path = tmp_path / "cu.doc"
    path.write_bytes(made.good("doc"))
    assert main(["--lang", "vi", "read", str(path)]) == 5
    assert "libreoffice" in capsys.readouterr().err


def measured(path, limit_megabytes: int, limit_seconds: float) -> int:
    """Reads a file in a process of its own; how many figures it holds, within these bounds."""
    code = (
        "import re, sys, muctieu; n = len(muctieu.read(sys.argv[1]).claims); "
        "print(n, re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1])"
    )
    begin = time.monotonic()
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr[-500:]
    count, peak = map(int, done.stdout.split())
    assert peak / 1024 < limit_megabytes
    assert time.monotonic() - begin < limit_seconds
    return count


LINUX = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for the peak of memory")


@LINUX
@pytest.mark.parametrize("form", ["txt", "html", "docx", "odt", "pdf"])
def test_three_hundred_pages(form, tmp_path):
    paragraph = (
        "Trong năm 2023 huyện trồng mới 125 ha rừng và thu ngân sách đạt 1.234,5 tỷ đồng, tăng 5,2% so với năm 2022. "
        * 3
    )
    paragraphs = [paragraph] * 1800
    path = tmp_path / f"dai.{form}"
    if form == "pdf":
        path.write_bytes(made.pdf("Thu dat", 300))
        assert measured(path, 200, 30) == 300
        return
    content = {
        "txt": lambda: "\n".join(paragraphs).encode(),
        "html": lambda: ("<html><body>" + "".join(f"<p>{words}</p>" for words in paragraphs)).encode(),
        "odt": lambda: made.odt("".join(f"<text:p>{words}</text:p>" for words in paragraphs)),
        "docx": lambda: made.word("\n".join(paragraphs)),
    }[form]()
    path.write_bytes(content)
    assert measured(path, 200, 30) >= 3 * 1800


@LINUX
@pytest.mark.slow
@pytest.mark.parametrize("form", ["txt", "html"])
def test_a_line_of_megabytes(form, tmp_path):
    words = ("chữ " * 12 + "đạt 5 tỷ đồng. Còn ") * 450_000
    path = tmp_path / f"dong-dai.{form}"
    path.write_text(words[: 5_000_000 * len(words) // len(words.encode())], encoding="utf-8")
    assert measured(path, 700, 110) > 10_000
