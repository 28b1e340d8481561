"""Vietnamese as the old fonts store it: words → the letters that a file holds for `.VnTime` (TCVN3) and `VNI-Times`."""

from unicodedata import normalize

from muctieu.document.readers import encodings

_TONES = {mark: sign for sign, mark in encodings._VNI_TONES.items()}
_HATS = {"".join(sorted(marks)): sign for sign, marks in (encodings._VNI_HATS | encodings._VNI_BREVES).items()}
_ALONE = {letter: sign for sign, letter in encodings._VNI_ALONE.items()}


def tcvn3(words: str) -> str:
    return "".join(w if w.isascii() else bytes([0xA1 + encodings._TCVN3.index(w)]).decode("cp1252") for w in words)


def vni(words: str) -> str:
    return "".join(letter if letter.isascii() else _vni(letter) for letter in words)


def _vni(letter: str) -> str:
    if letter.lower() in _ALONE:
        sign = _ALONE[letter.lower()]
        return sign.upper() if letter.isupper() else sign
    base, marks = normalize("NFD", letter)[0], normalize("NFD", letter)[1:]
    if "\u031b" in marks:
        base, marks = {"o": "ô", "u": "ö", "O": "Ô", "U": "Ö"}[base], marks.replace("\u031b", "")
    sign = _TONES.get(marks) or _HATS["".join(sorted(marks))]
    return base + (sign.upper() if letter.isupper() else sign)
