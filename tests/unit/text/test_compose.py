"""Composing agrees with Unicode's own normalisation, however the text is made up."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from muctieu.text.compose import _TO_COMPOSE, compose


def test_what_is_passed_over_never_changes_under_nfc():
    seconds = {
        parts[1]
        for number in range(0x110000)
        if len(parts := unicodedata.decomposition(chr(number)).split()) == 2 and not parts[0].startswith("<")
    }
    for number in range(0x110000):
        letter = chr(number)
        if 0xD800 <= number < 0xE000 or _TO_COMPOSE.match(letter):
            continue
        assert unicodedata.is_normalized("NFC", letter), f"U+{number:04X}"
        assert not unicodedata.combining(letter), f"U+{number:04X}"
        assert f"{number:04X}" not in seconds, f"U+{number:04X}"


@given(st.text(st.sampled_from("aêo ơưdĐ5.\n\u0301\u0300\u0323\u0302\u0309\u0303\u031bàế\u2126\u1100\u1161\ufffd•")))
def test_composes_as_nfc_does(text):
    assert compose(text) == unicodedata.normalize("NFC", text)


@given(st.text())
def test_composes_any_text(text):
    assert compose(text) == unicodedata.normalize("NFC", text)
