"""Footnotes put back to their anchors, in every shape that reports and conversions give their marks; `‖` stands where the anchor is."""

import pytest

from muctieu.document.notes import mend_notes

FOUND = {
    "brackets": "Thu đạt 12 tỷ đồng‖[1], chi 9 tỷ đồng‖[2].\n[1] Chưa kể vay.\n[2] Có cả nợ.\n",
    "round": "Thu đạt 12 tỷ đồng‖(1), chi 9 tỷ đồng‖ (2).\nHết.\n(1) Chưa kể vay.\n(2) Có cả nợ.\n",
    "raised": "Thu đạt 12 tỷ đồng‖¹, chi 9,5%‖².\n¹ Chưa kể vay.\n² Có cả nợ.\n",
    "raised marks, bracketed notes": "Thu đạt 12 tỷ đồng‖¹, chi 9 tỷ‖².\n[1] Chưa kể vay.\n[2] Có cả nợ.\n",
    "raised marks, plain notes": "1. Thu\nThu đạt 12 tỷ đồng‖¹, chi 9 tỷ‖².\n1 Chưa kể vay.\n2 Có cả nợ.\n",
    "glued digits": "Thu đạt 12 tỷ đồng‖1, diện tích 5 m2, chi 9 tỷ đồng‖2.\n1. Chưa kể vay.\n2. Có cả nợ.\n",
    "glued digits behind a rule": "1. Thu đạt 7,5%‖1, chi 9 tỷ đồng‖2.\n2. Chi\n_______\n1 Chưa kể vay.\n2 Có cả nợ.\n",
    "behind each section": "I. Thu đạt 12 tỷ đồng‖[1].\n[1] Chưa kể vay.\nII. Chi 9 tỷ đồng‖[2].\n[2] Có cả nợ.\nIII. Hết.\n",
    "anew in each section": "I. Thu đạt 12 tỷ đồng‖¹.\n¹ Chưa kể vay.\nII. Chi 9 tỷ đồng‖¹.\n¹ Có cả nợ.\nIII. Hết.\n",
    "torn off": "Thu đạt 12 tỷ đồng‖\n, chi 9 tỷ đồng‖\n; hết.\n\ufffd Chưa kể vay.\n\ufffd Có cả nợ.\n",
    "torn off, numbers kept": "Thu đạt 12 tỷ đồng‖\n, chi 9 tỷ đồng‖\n; hết.\n[1] Chưa kể vay.\n[2] Có cả nợ.\n",
}


@pytest.mark.parametrize("marked", FOUND.values(), ids=FOUND.keys())
def test_notes_are_put_back(marked):
    wanted = [position - n for n, position in enumerate(p for p, letter in enumerate(marked) if letter == "‖")]
    text = marked.replace("‖", "")
    found = mend_notes(text)
    assert [note.anchor for note in found.notes] == wanted
    assert [text[note.start : note.end] for note in found.notes] == ["Chưa kể vay.", "Có cả nợ."]


NONE = {
    "a list in round brackets": "Gồm các dự án (1): mở đường; (2): xây cầu.\n(1) Đường dài 5 km.\n(2) Cầu dài 40 m.\n",
    "units and names": "Diện tích 5 m2, 7 km2; đường N1, Km3.\n1. Lúa 5 ha.\n2. Ngô 7 ha.\n",
    "exponents": "Chứa 12 m³ và 5 km².\n1. Lúa 5 ha.\n2. Ngô 7 ha.\n",
    "a numbered list at the end": "Nhiệm vụ năm tới đạt 5%.\n1. Thu 12 tỷ đồng.\n2. Chi 9 tỷ đồng.\n",
    "a signature under a rule": "Thu đạt 5 tỷ đồng.\n_______\nNơi nhận: HĐND.\n",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_what_only_looks_like_notes_is_left_alone(text):
    assert mend_notes(text).notes == ()


def test_a_title_that_goes_on_in_small_letters_is_no_tear():
    text = "BÁO CÁO CHÍNH TRỊ\ncủa Ban Chấp hành\nThu 5 tỷ.\n[1] Chưa kể vay.\n"
    assert [note.anchor for note in mend_notes(text).notes] == [None]


def test_capital_letters_with_marks_end_no_tear():
    text = "nhiệm kỳ 2025 - 2030\nĐại hội diễn ra\nƯớc đạt\n[1] Chưa kể vay.\n"
    assert mend_notes(text).tears == frozenset()


def test_lost_marks_within_one_long_line_take_no_time_each_for_the_whole_of_it():
    assert mend_notes("Thu 5 tỷ\ufffd, chi 4 tỷ; " * 40_000).notes == ()
