"""Writes `src/muctieu/sample/bao-cao.docx`, the report that ships with the program: `python scripts/write_sample.py [PATH]`.

The town and its figures are invented. The file is written part by part with the standard library alone, so that it holds what
real reports hold (headings, a table with a merged head, footnotes) and comes out the same, byte for byte, each time.
"""

from __future__ import annotations

import sys
from pathlib import Path
from zipfile import ZipFile, ZipInfo

GOAL = Path(__file__).parent.parent / "src" / "muctieu" / "sample" / "bao-cao.docx"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

TITLE = ["ỦY BAN NHÂN DÂN THỊ XÃ HẢI LÂM", "BÁO CÁO", "Tình hình kinh tế - xã hội năm 2024, nhiệm vụ năm 2025"]
NOTES = {
    1: "Trong đó: thu nội địa 1.512 tỷ đồng; thu từ hoạt động xuất, nhập khẩu 334 tỷ đồng.",
    2: "Gồm 12 trường mầm non, 9 trường tiểu học và 7 trường trung học cơ sở.",
}
BODY: list[tuple[str, str]] = [
    ("1", "I. KẾT QUẢ NĂM 2024"),
    ("2", "1. Kinh tế"),
    (
        "",
        "Tốc độ tăng giá trị sản xuất năm 2024 ước đạt 12,6%, vượt 0,6% so với kế hoạch. Thu nhập bình quân đầu người đạt 92,5 triệu đồng/năm, tăng 8,4% so với năm 2023.",
    ),
    (
        "",
        "Tổng thu ngân sách nhà nước trên địa bàn đạt 1.846 tỷ đồng[1], bằng 104,3% dự toán, tăng 11,2% so với cùng kỳ. Chi đầu tư phát triển 486,5 tỷ đồng, giảm 3,1%.",
    ),
    (
        "",
        "Năm 2024, thị xã đón 2,35 triệu lượt khách, tăng 1,4 lần so với năm 2022; trong đó khách quốc tế khoảng 120.000 - 130.000 lượt người. Doanh thu du lịch đạt trên 2.900 tỷ đồng.",
    ),
    ("", "Kết quả thực hiện một số chỉ tiêu chủ yếu:"),
    ("table", ""),
    ("2", "2. Xã hội"),
    (
        "",
        "28/31 trường[2] đạt chuẩn quốc gia (90,3%). Tỷ lệ hộ nghèo còn 0,42%, giảm 0,31% so với năm 2023; 7/9 xã đạt chuẩn nông thôn mới nâng cao.",
    ),
    (
        "",
        "Tỷ lệ dân số tham gia bảo hiểm y tế đạt 95,7% (kế hoạch 95%); đạt 12,4 bác sỹ/vạn dân. Tai nạn giao thông giảm 46,9% về số vụ so với cùng kỳ năm 2023.",
    ),
    ("1", "II. CHỈ TIÊU NĂM 2025"),
    ("", "- Tốc độ tăng giá trị sản xuất đạt trên 13%."),
    ("", "- Tổng thu ngân sách nhà nước trên địa bàn đạt 2.000 tỷ đồng trở lên."),
    ("", "- Thu nhập bình quân đầu người đạt 101 triệu đồng."),
    ("", "- Tỷ lệ hộ nghèo dưới 0,3%."),
]
TABLE = [
    ["TT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện 2023", "Kế hoạch 2024", "Ước thực hiện 2024"],
    ["1", "Sản lượng thủy sản", "Tấn", "9.450", "9.800", "10.120"],
    ["2", "Diện tích gieo trồng", "Ha", "3.210", "3.150", "3.184,5"],
    ["3", "Tổng vốn đầu tư toàn xã hội", "Tỷ đồng", "4.205", "4.600", "4.731"],
    ["4", "Tỷ lệ hộ dùng nước sạch", "%", "97,1", "98,0", "98,2"],
]  # fmt: skip


def main() -> None:
    """Writes the file to the path given, or to its place in the package."""
    goal = Path(sys.argv[1]) if len(sys.argv) > 1 else GOAL
    goal.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(goal, "w") as package:
        for name, content in parts().items():
            package.writestr(ZipInfo(name, (2024, 12, 1, 0, 0, 0)), content.encode())


def parts() -> dict[str, str]:
    """The parts of the package by name."""
    ooxml = "http://schemas.openxmlformats.org"
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    kinds = {"document": "document.main", "styles": "styles", "footnotes": "footnotes"}
    overrides = "".join(f'<Override PartName="/word/{n}.xml" ContentType="{word}.{k}+xml"/>' for n, k in kinds.items())
    relation = f"{ooxml}/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="r{n}" Type="{relation}/{n}" Target="{n}.xml"/>' for n in ("styles", "footnotes")
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{ooxml}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{ooxml}/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{relation}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{ooxml}/package/2006/relationships">{links}</Relationships>',
        "word/styles.xml": f"<w:styles {W}>" + "".join(map(_style, (1, 2))) + "</w:styles>",
        "word/footnotes.xml": f"<w:footnotes {W}>"
        + "".join(_note(n, words) for n, words in NOTES.items())
        + "</w:footnotes>",
        "word/document.xml": f"<w:document {W}><w:body>{_body()}<w:sectPr/></w:body></w:document>",
    }


def _body() -> str:
    title = "".join(_paragraph(line, '<w:jc w:val="center"/>') for line in TITLE)
    return title + "".join(
        _table() if style == "table" else _paragraph(words, _heading(style)) for style, words in BODY
    )


def _heading(style: str) -> str:
    return f'<w:pStyle w:val="Heading{style}"/>' if style else ""


def _style(level: int) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    )


def _paragraph(words: str, properties: str = "") -> str:
    for number in NOTES:
        mark = f'</w:t></w:r><w:r><w:footnoteReference w:id="{number}"/></w:r><w:r><w:t xml:space="preserve">'
        words = words.replace(f"[{number}]", mark)
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def _note(number: int, words: str) -> str:
    return f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {words}</w:t></w:r></w:p></w:footnote>'


def _table() -> str:
    rows = "".join(
        "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{_paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in TABLE
    )
    borders = "".join(
        f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>{rows}</w:tbl>"


if __name__ == "__main__":
    main()
