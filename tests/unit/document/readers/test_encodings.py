"""Old encodings: every letter, and texts recognised by their letters."""

import unicodedata

import pytest

from muctieu.document.readers import encodings
from muctieu.document.readers.plain import read

TEXTS = (
    "Kinh tế của huyện tăng trưởng khá, thu ngân sách đạt 1.250 tỷ đồng, vượt dự toán được giao.",
    "Tỷ lệ hộ nghèo giảm còn 2,3%; đã giải quyết việc làm cho 1.450 lao động địa phương.",
    "Hoàn thành xây dựng nông thôn mới ở 12 xã; đường giao thông được nâng cấp, sửa chữa.",
    "Công tác giáo dục, y tế, văn hóa có nhiều chuyển biến tích cực, đời sống nhân dân ổn định.",
)


def in_table(text: str, table: str, first: int) -> bytes:
    return b"".join(
        letter.encode("ascii") if letter.isascii() else bytes([first + table.index(letter)]) for letter in text
    )


@pytest.mark.parametrize("text", TEXTS)
def test_tcvn3_is_recognised(text):
    assert read(in_table(text, encodings._TCVN3, 0xA1), "a.txt").text == text


@pytest.mark.parametrize("text", TEXTS)
def test_viscii_is_recognised(text):
    assert read(in_table(text, encodings._VISCII, 0x80), "a.txt").text == text


@pytest.mark.parametrize("text", TEXTS)
def test_windows_1258_is_recognised(text):
    pieces = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tone = [mark for mark in parts[1:] if mark in "\u0300\u0301\u0303\u0309\u0323"]
        base = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in tone))
        pieces.append(base + "".join(tone))
    assert read("".join(pieces).encode("cp1258"), "a.txt").text == text


VNI = {
    "kinh teá": "kinh tế", "ñöôøng": "đường", "nhaân daân": "nhân dân", "hoä ngheøo": "hộ nghèo", "tyû ñoàng": "tỷ đồng",
    "ñaõ vöôït": "đã vượt", "NGAÂN SAÙCH": "NGÂN SÁCH", "xaây döïng": "xây dựng", "ôû": "ở", "naêm": "năm", "bieån": "biển", "ñoä": "độ",
}  # fmt: skip


@pytest.mark.parametrize(("written", "meant"), VNI.items())
def test_vni_words(written, meant):
    assert encodings.decode_font_run(written, "VNI-Times") == meant


def test_every_letter_of_the_tables_is_vietnamese_once():
    for table in (encodings._TCVN3, encodings._VISCII):
        assert len(set(table)) == len(table)


@pytest.mark.parametrize("words", ["Café, naïve, Zürich and Århus", "plain ASCII only"])
def test_latin_text_is_not_taken_for_vietnamese(words):
    assert encodings.detect_and_decode(words.encode("latin-1")) is None


@pytest.mark.parametrize("text", TEXTS)
def test_vps_is_recognised(text):
    assert read(in_table(text, encodings._VPS, 0x80), "a.txt").text == text


def test_a_run_in_a_vps_font():
    shown = in_table("Thu ngân sách được giao", encodings._VPS, 0x80).decode("cp1252")
    assert encodings.decode_font_run(shown, "VPS Times") == "Thu ngân sách được giao"
