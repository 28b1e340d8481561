"""Calls that cannot be done: one sentence on standard error, the documented exit code, nothing on standard output, nothing half written."""

import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from muctieu.cli.main import main

REPORT = "Năm 2023, tổng thu ngân sách đạt 1.234,5 tỷ đồng.\n"


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "bao-cao.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


CALLS = [
    ([], 2, "còn thiếu LỆNH"),
    (["doc"], 2, "không có lựa chọn 'doc'"),
    (["read"], 2, "còn thiếu TỆP"),
    (["read", "REPORT", "--format", "xml"], 2, "hãy chọn 'table', 'json', 'jsonl', 'csv', 'html'"),
    (["read", "REPORT", "--jobs", "0"], 2, "không phải số nguyên từ 1 trở lên"),
    (["read", "REPORT", "--jobs", "hai"], 2, "«hai»"),
    (["read", "REPORT", "--mau"], 2, "không có tham số --mau"),
    (["read", "REPORT", "--excel"], 2, "--excel chỉ đi với --format csv"),
    (["read", "REPORT", "REPORT", "--format", "html"], 2, "hãy chỉ một thư mục"),
    (["read", "FOLDER/khong-co.docx"], 3, "Không tìm thấy tệp"),
    (["read", "FOLDER/rong"], 3, "không có báo cáo nào"),
    (["text", "FOLDER"], 3, "là một thư mục, không phải tệp"),
    (["text", ""], 2, "đường dẫn được đưa vào là rỗng"),
    (["read", ""], 2, "đường dẫn được đưa vào là rỗng"),
    (["read", "REPORT", "-o", ""], 2, "đường dẫn được đưa vào là rỗng"),
    (["read", "FOLDER/a.txt", "FOLDER/b.txt"], 3, "Không đọc được tệp nào trong 2 tệp"),
    (["read", "REPORT", "-o", "FOLDER/khong-co/ra.json"], 4, "Không ghi được vào"),
    (["read", "REPORT", "-o", "REPORT/"], 4, "Không ghi được vào"),
    (["--lang", "en", "read"], 2, "the following arguments are required: FILE"),
    (["--lang", "en", "read", "FOLDER/khong-co.docx"], 3, "There is no file"),
]


@pytest.mark.parametrize(("arguments", "code", "words"), CALLS, ids=[" ".join(call[0]) or "nothing" for call in CALLS])
def test_wrong_call(arguments, code, words, report, capsys, monkeypatch):
    monkeypatch.setenv("MUCTIEU_LANG", "vi")
    (report.parent / "rong").mkdir()
    places = {"REPORT": str(report), "FOLDER": str(report.parent)}
    filled = [
        argument.replace("REPORT", places["REPORT"]).replace("FOLDER", places["FOLDER"]) for argument in arguments
    ]
    before = sorted(report.parent.rglob("*"))
    assert main(filled) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert err.strip().endswith(".")
    assert "Traceback" not in err
    assert sorted(report.parent.rglob("*")) == before


def test_unwritable_output_is_found_out_before_the_reading(report, capsys, monkeypatch):
    def never(*_):
        raise AssertionError("the report was read")

    monkeypatch.setattr("muctieu.cli.read.read_and_render", never)
    assert main(["read", str(report), "-o", str(report.parent / "khong-co" / "ra.json")]) == 4
    capsys.readouterr()


def test_a_file_that_was_there_stays_when_the_reading_fails(report, capsys):
    goal = report.parent / "ra.json"
    goal.write_text("cũ", encoding="utf-8")
    assert main(["read", str(report.parent / "khong-co.txt"), "-o", str(goal)]) == 3
    assert goal.read_text(encoding="utf-8") == "cũ"
    assert [path.name for path in report.parent.iterdir() if path.suffix == ".part"] == []
    capsys.readouterr()


def test_a_fault_of_our_own_is_one_sentence(report, capsys, monkeypatch):
    def broken(*_, **__):
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("muctieu.flow.read_claims", broken)
    monkeypatch.delenv("MUCTIEU_DEBUG", raising=False)
    assert main(["--lang", "vi", "read", str(report)]) == 3
    err = capsys.readouterr().err
    assert "lỗi của chính nó" in err
    assert "ZeroDivisionError" in err
    assert err.count("\n") == 1


def test_with_muctieu_debug_the_fault_itself_is_raised(report, monkeypatch):
    def broken(*_, **__):
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("muctieu.flow.read_claims", broken)
    monkeypatch.setenv("MUCTIEU_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["read", str(report)])


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_a_full_disk_is_said():
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "muctieu", "--lang", "en", "sample", "--format", "json"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == 4
    assert done.stderr.startswith("Nothing could be written to “stdout” (No space left on device)")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_written_to_and_never_replaced(report, capsys):
    goal = report.parent / "ong"
    os.mkfifo(goal)
    heard: list[str] = []
    listener = threading.Thread(target=lambda: heard.append(goal.read_text(encoding="utf-8")))
    listener.start()
    assert main(["text", str(report), "-o", str(goal)]) == 0
    listener.join(timeout=20)
    assert heard == [REPORT]
    assert goal.is_fifo()
    capsys.readouterr()


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
def test_a_link_stays_and_what_it_leads_to_is_written(report, capsys):
    (report.parent / "kho").mkdir()
    goal, link = report.parent / "kho" / "ra.txt", report.parent / "ra.txt"
    goal.write_text("cũ", encoding="utf-8")
    link.symlink_to(goal)
    assert main(["text", str(report), "-o", str(link)]) == 0
    assert link.is_symlink()
    assert goal.read_text(encoding="utf-8") == REPORT
    capsys.readouterr()


def test_of_several_files_the_whole_path_is_named(report, capsys):
    for folder in ("xa-a", "xa-b"):
        (report.parent / folder).mkdir()
        (report.parent / folder / "bao-cao.docx").write_bytes(b"PK\x03\x04 hong")
    assert main(["--lang", "vi", "read", str(report.parent), "-o", str(report.parent / "ra.txt")]) == 3
    said = capsys.readouterr().err.splitlines()
    assert [
        line.count(str(report.parent / folder / "bao-cao.docx"))
        for line, folder in zip(said, ("xa-a", "xa-b"), strict=True)
    ] == [1, 1]


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_a_reader_that_stops_listening_is_no_error(report):
    call = [sys.executable, "-m", "muctieu", "read", *[str(report)] * 500, "--format", "csv"]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait(timeout=30) == 0


def _hears_interruptions():
    """A run that was started in the background has been told to pass over them."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interruption_leaves_nothing_behind(report, jobs):
    goal = report.parent / "ra.json"
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "muctieu",
            "--lang",
            "en",
            "read",
            *[str(report)] * 20_000,
            "--jobs",
            jobs,
            "-o",
            str(goal),
        ],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=_hears_interruptions,
    )
    while not list(report.parent.glob(".ra.json.*")):
        assert process.poll() is None
        time.sleep(0.02)
    time.sleep(0.3)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert err == "Stopped as asked; nothing was left half written.\n"
    assert [path.name for path in report.parent.iterdir()] == ["bao-cao.txt"]
