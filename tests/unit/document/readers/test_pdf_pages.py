"""PDF pages as programs print them: columns, tables without rules, what goes on over a page, raised digits; each page is made here by typst."""

from functools import cache

import pytest

from muctieu.document.readers import pdf

typst = pytest.importorskip("typst")
SMALL = '#set page(width: 300pt, height: 400pt)\n#set text(size: 10pt, lang: "vi")\n'
LONG_TABLE = """Bảng số liệu các xã:

#table(columns: 3, HEAD, ..range(1, 41).map(i => ([Xã Tân #str(i)], str(100 + i), [#i,5])).flatten())

Sau bảng.
"""


@cache
def layout_of(source: str, prefix: str = SMALL):
    return pdf.read(typst.compile((prefix + source).encode()), "a.pdf")


def rows_of(layout) -> list[list[list[str]]]:
    return [[[layout.text[cell.start : cell.end] for cell in row] for row in table.rows] for table in layout.tables]


def notes_of(layout) -> list[tuple[int, str, str]]:
    """Number, words, and the ten letters before the mark of each note."""
    return [
        (note.number, layout.text[note.start : note.end], layout.text[max(0, note.anchor - 10) : note.anchor])
        for note in layout.notes
    ]


def test_two_columns_are_read_one_after_the_other():
    page = '#set page(width: 400pt, height: 300pt, columns: 2)\n#set text(size: 10pt, lang: "vi")\n#set par(justify: true)\n'
    filling = (
        "Các xã, thị trấn trong huyện tiếp tục chỉnh trang đường làng, ngõ xóm, trồng cây xanh hai bên đường. " * 4
    )
    layout = layout_of(
        f"Năm 2023 trồng mới 125 ha rừng. {filling}\n\nCó 15 hợp tác xã.\n#colbreak()\nThu ngân sách đạt 34,5 tỷ đồng. {filling}\n\nCó 7 doanh nghiệp.",
        page,
    )
    lines = layout.text.splitlines()
    assert [line[:20] for line in lines] == [
        "Năm 2023 trồng mới 1",
        "Có 15 hợp tác xã.",
        "Thu ngân sách đạt 34",
        "Có 7 doanh nghiệp.",
    ]
    assert lines[0] == f"Năm 2023 trồng mới 125 ha rừng. {filling.strip()}"


def test_a_table_without_rules_becomes_rows():
    layout = layout_of(
        "Kết quả một số chỉ tiêu như sau:\n\n"
        "#table(columns: (1fr, auto, auto, auto), stroke: none, align: (left, center, right, right),"
        " [Chỉ tiêu], [Đơn vị], [Năm 2022], [Năm 2023], [Diện tích gieo trồng], [ha], [1.234], [1.301],"
        " [Sản lượng thủy sản], [tấn], [5.678], [5.790], [Tỷ lệ che phủ rừng], [%], [41,2], [41,5])\n\n"
        "Đoạn sau bảng không có đường kẻ nào."
    )
    assert rows_of(layout) == [
        [
            ["Chỉ tiêu", "Đơn vị", "Năm 2022", "Năm 2023"],
            ["Diện tích gieo trồng", "ha", "1.234", "1.301"],
            ["Sản lượng thủy sản", "tấn", "5.678", "5.790"],
            ["Tỷ lệ che phủ rừng", "%", "41,2", "41,5"],
        ]
    ]
    assert layout.text.endswith("Đoạn sau bảng không có đường kẻ nào.\n")


@pytest.mark.parametrize("head", ["[Xã], [Hộ nghèo], [Tỷ lệ (%)]", "table.header([Xã], [Hộ nghèo], [Tỷ lệ (%)])"])
def test_a_table_over_several_pages_is_one_and_a_repeated_head_is_left_out(head):
    (table,) = rows_of(layout_of(LONG_TABLE.replace("HEAD", head)))
    assert table == [
        ["Xã", "Hộ nghèo", "Tỷ lệ (%)"],
        *[[f"Xã Tân {number}", str(100 + number), f"{number},5"] for number in range(1, 41)],
    ]


def test_a_note_that_goes_on_over_the_page():
    listed = "; ".join(f"khoản thu thứ {number} nộp đủ" for number in range(1, 13))
    layout = layout_of(
        f"#v(290pt)\nTổng thu ngân sách đạt 812 tỷ đồng#footnote[Gồm {listed}.] trong năm, chi đạt 715 tỷ đồng.\n"
        "#pagebreak(weak: true)\nTrang sau: có 25 dự án#footnote[Trong đó 3 dự án chuyển tiếp.] được cấp phép."
    )
    assert notes_of(layout) == [
        (1, f"Gồm {listed}.", "12 tỷ đồng"),
        (2, "Trong đó 3 dự án chuyển tiếp.", "ó 25 dự án"),
    ]


def test_running_heads_and_page_numbers_are_left_out():
    page = (
        "#set page(width: 300pt, height: 200pt, header: [BÁO CÁO CỦA HUYỆN TÂN LẬP],"
        ' footer: context [Trang #counter(page).display()/4])\n#set text(size: 10pt, lang: "vi")\n'
    )
    words = ["Phần một có 11 xã.", "Phần hai có 22 xã.", "Phần ba có 33 xã.", "Phần bốn có 44 xã."]
    layout = layout_of("\n#pagebreak()\n".join(words), page)
    assert layout.text.split() == " ".join(words).split()


RAISED = [
    ("nhà ở đạt 25,6 m#super[2]/người", "nhà ở đạt 25,6 m2/người"),
    ("rộng 12 km#super[2], hút 1.200 m#super[3] cát", "rộng 12 km2, hút 1.200 m3 cát"),
    ("khoảng 10#super[3] tấn", "khoảng 10³ tấn"),
]


@pytest.mark.parametrize(("source", "words"), RAISED)
def test_a_raised_digit_of_a_unit_stays(source, words):
    layout = layout_of(f"Diện tích {source} theo số liệu điều tra.")
    assert layout.text == f"Diện tích {words} theo số liệu điều tra.\n"
    assert layout.notes == ()


@pytest.mark.parametrize("shape", ["{}", "({})", "[{}]"])
def test_a_raised_number_is_a_note_with_or_without_brackets(shape):
    first, second = shape.format(1), shape.format(2)
    layout = layout_of(
        f'Dân số 12.345 người#super("{first}"), đường dài 56 km#super("({2})") trong năm.\n\n#v(1fr)\n#line(length: 80pt)\n'
        f'#text(size: 8pt)[#super("{first}") Theo điều tra năm 2019.]\n\n#text(size: 8pt)[#super("{second}") Kể cả 3 km đường xã.]'
    )
    assert layout.text.startswith("Dân số 12.345 người, đường dài 56 km trong năm.\n")
    assert notes_of(layout) == [(1, "Theo điều tra năm 2019.", ".345 người"), (2, "Kể cả 3 km đường xã.", " dài 56 km")]


def test_a_paragraph_goes_on_over_the_page():
    words = (
        "Trong năm 2023 toàn huyện huy động 1.250 tỷ đồng vốn đầu tư, tăng 12,5% so với năm 2022, trong đó vốn ngân sách 450 tỷ đồng, "
        "vốn doanh nghiệp 600 tỷ đồng, còn lại là vốn của dân cư, và đã khởi công 35 công trình giao thông, thủy lợi, trường học, "
        "trạm y tế trên địa bàn 20 xã, thị trấn của huyện, hoàn thành 30 công trình."
    )
    assert layout_of(f"#v(300pt)\n#set par(justify: true)\n{words}").text == f"{words}\n"


ENDNOTES = """Thu ngân sách đạt 5 tỷ đồng#super[1], tăng 5,2% so với năm trước; trồng mới 125 ha rừng#super[2].

Các xã, thị trấn trong huyện tiếp tục chỉnh trang đường làng, ngõ xóm.

NUMBERED(1) Chưa kể thu chuyển nguồn 35 tỷ đồng của năm trước chuyển sang để thực hiện các nhiệm vụ chi.

NUMBERED(2) Trong đó 25 ha rừng phòng hộ.
"""


@pytest.mark.parametrize("number", ["#super[N]", "#super[N] ", "[N] ", "N "])
def test_notes_at_the_end_of_the_report_keep_their_anchors(number):
    source = ENDNOTES
    for n in "12":
        source = source.replace(f"NUMBERED({n}) ", number.replace("N", n))
    assert notes_of(layout_of(source)) == [
        (
            1,
            "Chưa kể thu chuyển nguồn 35 tỷ đồng của năm trước chuyển sang để thực hiện các nhiệm vụ chi.",
            "ạt 5 tỷ đồng"[-10:],
        ),
        (2, "Trong đó 25 ha rừng phòng hộ.", "i 125 ha rừng"[-10:]),
    ]


def test_a_numbered_list_at_the_end_is_no_note():
    source = "Thu ngân sách đạt 5 tỷ đồng#super[2] và vượt kế hoạch.\n\n1. Giữ vững 125 ha rừng.\n\n2. Trồng mới 25 ha."
    assert layout_of(source).text.splitlines()[1:] == ["1. Giữ vững 125 ha rừng.", "2. Trồng mới 25 ha."]


def test_a_range_that_a_line_cuts_is_no_list_item():
    page = '#set page(width: 190pt, height: 400pt)\n#set text(size: 10pt, lang: "vi")\n'
    words = "- Mỗi năm tạo việc làm cho 1.000 - 1.200 lao động, giảm nghèo bền vững."
    cut = words.replace("1.000 - ", "1.000 \\ - ").replace("- Mỗi", "\\- Mỗi").replace("\\ - 1", "\\ \\- 1")
    assert layout_of(cut, page).text == f"{words}\n"


CUT = {
    "a bracket closed on the next line": "1) Năm nay phường có năm trường công lập (mầm non hai, THCS \\ 1) với 4.186 học sinh.",
    "a word in capitals alone": "Các xã phát triển mới từ 20 đến 25 sản phẩm của chương trình \\ OCOP.",
}


@pytest.mark.parametrize("words", CUT.values(), ids=CUT.keys())
def test_a_line_that_only_looks_like_a_beginning_goes_on(words):
    page = '#set page(width: 375pt, height: 400pt)\n#set text(size: 10pt, lang: "vi")\n'
    assert layout_of(words, page).text == words.replace(" \\", "") + "\n"


HEADS = """#grid(columns: (1fr, 1fr), align(center)[ỦY BAN NHÂN DÂN\\ HUYỆN BÌNH SƠN\\ Số: 123/BC-UBND], align(center)[CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\\ Độc lập - Tự do - Hạnh phúc])
#v(1em)
Thu ngân sách trên địa bàn huyện đạt 5 tỷ đồng, tăng 5,2% so với năm trước và vượt kế hoạch được giao từ đầu năm.
#v(1em)
#grid(columns: (1fr, 1fr), [Nơi nhận:\\ - UBND tỉnh;\\ - Lưu: VT.], align(center)[TM. ỦY BAN NHÂN DÂN\\ CHỦ TỊCH\\ \\ Nguyễn Văn A])
"""


def test_heads_and_signatures_side_by_side_are_read_one_after_the_other():
    page = '#set page(width: 595pt, height: 842pt)\n#set text(size: 11pt, lang: "vi")\n'
    lines = layout_of(HEADS, page).text.splitlines()
    assert lines[:3] == ["ỦY BAN NHÂN DÂN", "HUYỆN BÌNH SƠN", "Số: 123/BC-UBND"]
    assert lines[3].startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    addressed = lines.index("Nơi nhận:")
    assert lines[addressed + 1 : addressed + 3] == ["- UBND tỉnh;", "- Lưu: VT."]
    assert lines[addressed + 3].startswith("TM. ỦY BAN NHÂN DÂN")
    assert lines[-1].endswith("Nguyễn Văn A")


def test_a_table_without_rules_whose_head_is_in_capitals_is_read_by_rows():
    cells = "[CHỈ TIÊU], [KẾT QUẢ THỰC HIỆN], [Thu ngân sách], [5 tỷ đồng], [Trồng rừng], [125 ha], [Lúa], [4.520 ha]"
    text = layout_of(f"#table(columns: (1fr, 1fr), stroke: none, {cells})").text
    assert text.index("Thu ngân sách") < text.index("5 tỷ đồng") < text.index("Trồng rừng") < text.index("125 ha")


def test_a_table_without_rules_goes_on_over_a_page_that_shows_one_row_of_it():
    """Cells that wrap in the first and the last column, dashes where there is no figure, and a head with one row at the page's foot."""
    names = ("Thu ngân sách trên địa bàn", "Tỷ lệ hộ nghèo đa chiều", "Số bác sỹ trên vạn dân", "Tỷ lệ giải ngân vốn")
    rows = [
        [str(n), name, "%", f"{10 + n},5", f"{20 + n},5", "-", "Khả năng đạt"]
        for n, name in enumerate((*names, *names), 1)
    ]
    cells = "".join(f"[{cell}]," for row in rows for cell in row)
    layout = layout_of(
        f"#v(300pt)\n#table(columns: (20pt, 70pt, 25pt, 35pt, 35pt, 20pt, 50pt), stroke: none, [TT], [Chỉ tiêu], [ĐVT], [2022], [2023], [So], [Đánh giá], {cells})",
        '#set page(width: 330pt, height: 440pt)\n#set text(size: 10pt, lang: "vi")\n',
    )
    (table,) = rows_of(layout)
    assert table == [["TT", "Chỉ tiêu", "ĐVT", "2022", "2023", "So", "Đánh giá"], *rows]
