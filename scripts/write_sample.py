"""Writes `src/muctieu/sample/bao-cao.docx`, the report that ships with the program: `python scripts/write_sample.py [PATH]`.

The words are the project's own (`sample_report.toml`); the town is real, of the figures those of 2015-2020 are mostly real and the
others made up; five slips are planted, which `tests/flow/test_sample_report.py` names. The file is written part by part with the standard
library alone, so that it holds what real reports hold (headings, tables, footnotes, a page number) and comes out the same, byte for
byte, each time.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZipFile, ZipInfo

HERE = Path(__file__).parent
WORDS = HERE / "sample_report.toml"
GOAL = HERE.parent / "src" / "muctieu" / "sample" / "bao-cao.docx"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OOXML = "http://schemas.openxmlformats.org"
KINDS = {"document": "document.main", "styles": "styles", "footnotes": "footnotes", "footer": "footer"}
SHORT = 6  # rows of a table that is not to break over two pages
PAGE_WIDTH = 9350  # twips between the margins of an A4 page


def main() -> None:
    """Writes the file to the path given, or to its place in the package."""
    goal = Path(sys.argv[1]) if len(sys.argv) > 1 else GOAL
    goal.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(goal, "w") as package:
        for name, content in parts(tomllib.loads(WORDS.read_text(encoding="utf-8"))).items():
            package.writestr(ZipInfo(name, (2020, 8, 20, 0, 0, 0)), content.encode())


def parts(report: dict[str, Any]) -> dict[str, str]:
    """The parts of the package by name."""
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(f'<Override PartName="/word/{n}.xml" ContentType="{word}.{k}+xml"/>' for n, k in KINDS.items())
    relation = f"{OOXML}/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="r{n}" Type="{relation}/{n}" Target="{n}.xml"/>' for n in ("styles", "footnotes", "footer")
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{OOXML}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{OOXML}/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{relation}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{OOXML}/package/2006/relationships">{links}</Relationships>',
        "word/styles.xml": STYLES,
        "word/footer.xml": f'<w:ftr {W}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>'
        '<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>',
        "word/footnotes.xml": f"<w:footnotes {W}>{SEPARATORS}"
        + "".join(_note(number, words) for number, words in report["notes"].items())
        + "</w:footnotes>",
        "word/document.xml": f"<w:document {W} {R}><w:body>{_head(report['head'])}{_body(report)}{SECTION}</w:body></w:document>",
    }


def _head(head: dict[str, list[str]]) -> str:
    """What the report is, issuer and motto side by side without borders, then the title."""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{round(PAGE_WIDTH * share)}" w:type="dxa"/></w:tcPr>'
        + "".join(_paragraph(f"**{line}**", "Motto") for line in head[side])
        + "</w:tc>"
        for side, share in (("left", 0.4), ("right", 0.6))
    )
    title = "".join(_paragraph(f"**{line}**", "Centre") for line in head["title"])
    return f"{_paragraph(head['about'][0], 'About')}<w:tbl><w:tblPr/><w:tr>{cells}</w:tr></w:tbl>{title}"


def _body(report: dict[str, Any]) -> str:
    """The lines of `body`: `# ` to `### ` are headings, `- ` a point, `|name|` a table, all others paragraphs."""
    made = []
    for line in filter(None, (line.strip() for line in report["body"].splitlines())):
        marks, _, words = line.partition(" ")
        if re.fullmatch("#{1,3}", marks):
            made.append(_paragraph(words, f"Heading{len(marks)}"))
        elif table := re.fullmatch(r"\|(\w+)\|", line):
            made.append(_table(report["tables"][table[1]]))
        else:
            made.append(_paragraph(line))
    return "".join(made)


def _paragraph(words: str, style: str = "") -> str:
    """`[^1]` is the mark of footnote 1, `**…**` is bold."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    runs = []
    for piece in re.split(r"(\[\^\d+\]|\*\*.+?\*\*)", words):
        if mark := re.fullmatch(r"\[\^(\d+)\]", piece):
            runs.append(
                f'<w:r><w:rPr><w:rStyle w:val="NoteMark"/></w:rPr><w:footnoteReference w:id="{mark[1]}"/></w:r>'
            )
        elif piece:
            bold = "<w:rPr><w:b/></w:rPr>" if piece.startswith("**") else ""
            runs.append(f'<w:r>{bold}<w:t xml:space="preserve">{escape(piece.strip("*"))}</w:t></w:r>')
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def _note(number: str, words: str) -> str:
    mark = '<w:r><w:rPr><w:rStyle w:val="NoteMark"/></w:rPr><w:footnoteRef/></w:r>'
    run = f'<w:r><w:t xml:space="preserve"> {escape(words)}</w:t></w:r>'
    return f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr>{mark}{run}</w:p></w:footnote>'


def _table(table: dict[str, Any]) -> str:
    """A caption, a head that repeats on each page, rows; the second column is the widest and at the left."""
    rows, widths = table["rows"], table["widths"]
    scale = PAGE_WIDTH / sum(widths)
    made = []
    for place, row in enumerate(rows):
        head = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if place == 0 else "<w:trPr><w:cantSplit/></w:trPr>"
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{round(width * scale)}" w:type="dxa"/></w:tcPr>'
            + _paragraph(f"**{cell}**" if place == 0 and cell else cell, _cell_style(column, place, len(rows)))
            + "</w:tc>"
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        made.append(f"<w:tr>{head}{cells}</w:tr>")
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in sides)
    grid = "".join(f'<w:gridCol w:w="{round(width * scale)}"/>' for width in widths)
    return (
        _paragraph(table["caption"], "Caption")
        + f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(made)}</w:tbl>"
        + _paragraph("", "Gap")
    )


def _cell_style(column: int, row: int, rows: int) -> str:
    """The rows of a short table keep together, but for its last."""
    side = "Cell" if column == 1 and row else "CellCentre"
    return side if row == rows - 1 or rows > SHORT else f"{side}Kept"


def _style(name: str, paragraph: str, run: str = "", title: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title or name}"/><w:basedOn w:val="Normal"/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


FLUSH = '<w:ind w:firstLine="0"/>'
CLOSE = '<w:spacing w:before="20" w:after="20" w:line="259" w:lineRule="auto"/>'
FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
STYLES = (
    f'<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{FONT}<w:sz w:val="26"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr>'
    '<w:spacing w:before="40" w:after="80" w:line="264" w:lineRule="auto"/><w:ind w:firstLine="567"/><w:jc w:val="both"/></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="NoteMark"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    + _style("Heading1", '<w:keepNext/><w:spacing w:before="240"/><w:jc w:val="left"/><w:outlineLvl w:val="0"/>', "<w:b/>", "heading 1")
    + _style("Heading2", '<w:keepNext/><w:spacing w:before="160"/><w:jc w:val="left"/><w:outlineLvl w:val="1"/>', "<w:b/>", "heading 2")
    + _style("Heading3", '<w:keepNext/><w:jc w:val="left"/><w:outlineLvl w:val="2"/>', "<w:b/><w:i/>", "heading 3")
    + _style("Centre", f'<w:spacing w:before="0" w:after="40"/>{FLUSH}<w:jc w:val="center"/>')
    + _style("Motto", f'<w:spacing w:before="0" w:after="40"/>{FLUSH}<w:jc w:val="center"/>', '<w:sz w:val="24"/>')
    + _style("About", f'<w:spacing w:before="120" w:after="240" w:line="240"/>{FLUSH}<w:jc w:val="center"/>', '<w:i/><w:sz w:val="23"/>')
    + _style("Caption", f'<w:keepNext/>{FLUSH}<w:jc w:val="center"/>', "<w:b/>", "caption")
    + _style("Cell", f'{CLOSE}{FLUSH}<w:jc w:val="left"/>', '<w:sz w:val="24"/>')
    + _style("CellCentre", f'{CLOSE}{FLUSH}<w:jc w:val="center"/>', '<w:sz w:val="24"/>')
    + _style("CellKept", f'<w:keepNext/>{CLOSE}{FLUSH}<w:jc w:val="left"/>', '<w:sz w:val="24"/>')
    + _style("CellCentreKept", f'<w:keepNext/>{CLOSE}{FLUSH}<w:jc w:val="center"/>', '<w:sz w:val="24"/>')
    + _style("Gap", f"{CLOSE}{FLUSH}", '<w:sz w:val="12"/>')
    + _style("Note", f'{CLOSE}{FLUSH}', '<w:sz w:val="20"/>', "footnote text")
    + "</w:styles>"
)  # fmt: skip
SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rfooter"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1418" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)

if __name__ == "__main__":
    main()
