"""Old Vietnamese encodings by tables of our own: TCVN3 (ABC), VISCII, VPS, VNI and Windows-1258, recognised by their letters.

Takes the bytes of a text that is no UTF-8, or the words of a run in an old font; gives Vietnamese in Unicode. Never guesses by
a file's name.
"""

from __future__ import annotations

import re
from functools import cache

from muctieu.text.compose import compose

# TCVN 5712:1993 (VN1/VN3, the ABC fonts): bytes A1 to FE in order; B0-B4 are combining tones.
_TCVN3 = "ĂÂÊÔƠƯĐăâêôơưđẶ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
_VISCII = "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
# VPS: bytes 80 to FF in order, `·` where it has no letter; capitals that it has no byte for look like their small letters.
_VPS = "ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ··ỀỂỄỐỒỔỖýỷỵỚỜỞ·ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕựầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺ·àáâãảạă·èéêẽìí·ĩẴĐòóôõ·Ơụùúủ·ỶẼỳ"
_VISCII_LOW = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}
# VNI writes a letter and then a mark; the marks of tones and of hats, as they look in Windows-1252.
_VNI_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_HATS = {
    "â": "\u0302",
    "á": "\u0302\u0301",
    "à": "\u0302\u0300",
    "å": "\u0302\u0309",
    "ã": "\u0302\u0303",
    "ä": "\u0302\u0323",
}
_VNI_BREVES = {
    "ê": "\u0306",
    "é": "\u0306\u0301",
    "è": "\u0306\u0300",
    "ú": "\u0306\u0309",
    "ü": "\u0306\u0303",
    "ë": "\u0306\u0323",
}
_VNI_ALONE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?[aăâeêioôơuưyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]{1,3}(?:ch|ng|nh|[cmnpt])?$"
)
_WORD = re.compile(r"[^\W\d_]+")
# Words that any report is full of: a wrong reading hardly ever makes one.
_COMMON = frozenset(
    [
        "của",
        "và",
        "được",
        "đã",
        "các",
        "với",
        "cho",
        "đến",
        "năm",
        "trên",
        "tế",
        "xã",
        "hội",
        "hộ",
        "nghèo",
        "tỷ",
        "đồng",
        "đạt",
        "tăng",
        "giảm",
        "thu",
        "ngân",
        "sách",
        "huyện",
        "tỉnh",
        "phường",
        "thành",
        "phố",
        "là",
        "có",
        "không",
        "một",
        "số",
        "kế",
        "hoạch",
        "đầu",
        "tư",
        "sản",
        "xuất",
        "nông",
        "nghiệp",
        "mới",
        "ở",
        "đường",
        "công",
        "tác",
        "văn",
        "hóa",
        "giáo",
        "dục",
        "y",
        "tích",
        "cực",
        "nhân",
        "dân",
        "đời",
        "sống",
        "ổn",
        "định",
        "việc",
        "làm",
        "lao",
        "động",
        "giải",
        "quyết",
        "nâng",
        "cấp",
        "sửa",
        "chữa",
        "xây",
        "dựng",
        "hoàn",
        "thôn",
        "phát",
        "triển",
        "thực",
        "hiện",
        "quản",
        "lý",
        "lệ",
        "trưởng",
        "khá",
        "vượt",
        "dự",
        "toán",
        "giao",
        "còn",
        "địa",
        "phương",
    ]
)
_ENOUGH = 0.95


def detect_and_decode(source: bytes) -> tuple[str, str] | None:
    """The text and the name of its encoding, or None where no reading of the bytes looks like Vietnamese.

    >>> detect_and_decode("kinh tế, ngân sách đạt".encode("cp1258", "ignore") or b"") is not None
    True
    """
    best: tuple[float, str, str] = (0.0, "", "")
    for name, decode in (
        ("TCVN3", _from_tcvn3),
        ("VISCII", _from_viscii),
        ("VPS", _from_vps),
        ("VNI", _from_vni),
        ("Windows-1258", _from_1258),
    ):
        text = decode(source)
        score = _likeness(text)
        if score > best[0]:
            best = (score, text, name)
    return (best[1], best[2]) if best[0] > _ENOUGH else None


def decode_font_run(words: str, font: str) -> str:
    """Words typed in an old font: `.VnTime…` (ABC; capitals where the font's name ends in H), `VNI-…`, `VPS …`. Other fonts are left alone.

    >>> decode_font_run("Kinh tÕ x\\u00b7 héi", ".VnTime")
    'Kinh tế xã hội'
    >>> decode_font_run("Kinh teá xaõ hoäi", "VNI-Times")
    'Kinh tế xã hội'
    """
    kind = font.lower()
    if kind.startswith(".vn"):
        decoded = compose("".join(_tcvn3_letters().get(letter, letter) for letter in words))
        return decoded.upper() if font.rstrip().endswith("H") else decoded
    if kind.startswith("vni"):
        return _vni(words)
    if kind.startswith("vps"):
        return "".join(_vps_letters().get(letter, letter) for letter in words)
    return words


@cache
def _tcvn3_letters() -> dict[str, str]:
    """Letters as Windows-1252 shows the bytes A1 to FE → what they mean."""
    return {bytes([0xA1 + n]).decode("cp1252"): letter for n, letter in enumerate(_TCVN3)}


def _from_tcvn3(source: bytes) -> str:
    return compose(source.decode("latin-1").translate({0xA1 + n: letter for n, letter in enumerate(_TCVN3)}))


def _from_viscii(source: bytes) -> str:
    return source.decode("latin-1").translate({0x80 + n: letter for n, letter in enumerate(_VISCII)} | _VISCII_LOW)


def _from_vps(source: bytes) -> str:
    return source.decode("latin-1").translate({ord(seen): letter for seen, letter in _vps_bytes().items()})


@cache
def _vps_bytes() -> dict[str, str]:
    """Bytes 80 to FF as Latin-1 shows them → what they mean in VPS."""
    return {chr(0x80 + n): letter for n, letter in enumerate(_VPS) if letter != "·"}


@cache
def _vps_letters() -> dict[str, str]:
    """The same as Windows-1252 shows them."""
    return {bytes([ord(seen)]).decode("cp1252", "replace"): letter for seen, letter in _vps_bytes().items()}


def _from_1258(source: bytes) -> str:
    return compose(source.decode("cp1258", "replace"))


def _from_vni(source: bytes) -> str:
    return _vni(source.decode("cp1252", "replace"))


def _vni(words: str) -> str:
    """Letters with their VNI marks → Vietnamese; a mark counts only behind a vowel that can bear it."""
    out: list[str] = []
    position = 0
    while position < len(words):
        letter = words[position]
        low = letter.lower()
        mark = words[position + 1].lower() if position + 1 < len(words) else ""
        marks = ""
        if low in "aeiouy" or low in ("ô", "ö"):
            marks = _VNI_TONES.get(mark, "")
            if not marks and low in "aeo":
                marks = _VNI_HATS.get(mark, "")
            if not marks and low == "a":
                marks = _VNI_BREVES.get(mark, "")
        base = _VNI_ALONE.get(low, low)
        out.append((base.upper() if letter.isupper() else base) + marks)
        position += 2 if marks else 1
    return compose("".join(out))


def _likeness(text: str) -> float:
    """The share of words with a Vietnamese letter among those that hold a letter beyond ASCII, which are syllables of the language."""
    words = [word.lower() for word in _WORD.findall(text[:20_000])]
    strange = [word for word in words if not word.isascii()]
    if not strange:
        return 0.0
    good = sum(1 for word in strange if _SYLLABLE.match(word))
    plain = [word for word in words if word.isascii()]
    fine = sum(1 for word in plain if _SYLLABLE.match(word))
    common = sum(1 for word in strange if word in _COMMON)
    share = good / len(strange) + common / len(strange)
    return share if not plain or fine >= 0.5 * len(plain) else share * 0.8
