"""A Word file for the tests, written part by part: figures across runs, in a table, a footnote, an endnote, a text box and a link."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MORE = (
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_BOX = "<w:p><w:r><w:t>Trong hộp có 88 hộ nghèo.</w:t></w:r></w:p>"
BODY = f"""<w:p><w:r><w:t xml:space="preserve">Thu ngân sách đạt 1.2</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">34 tỷ </w:t></w:r>
<w:hyperlink w:anchor="x"><w:r><w:t>đồng</w:t></w:r></w:hyperlink><w:r><w:t>, tăng 5%</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>.</w:t></w:r></w:p>
<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid>
<w:tr><w:tc><w:p><w:r><w:t>Chỉ tiêu</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Năm 2024</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:p><w:r><w:t>Số trường</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>4</w:t><w:tab/><w:t>57</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2"
 behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="2000000" cy="600000"/><wp:wrapTopAndBottom/>
<wp:docPr id="1" name="Box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>
<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>
<wps:txbx><w:txbxContent>{_BOX}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{_BOX}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
<w:p><w:r><w:t>Có 99 cơ sở</w:t></w:r><w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:t xml:space="preserve"> và 7 chợ.</w:t></w:r></w:p>"""
_TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"
 ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>
<Override PartName="/word/endnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"/></Types>"""
_R = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_O = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ROOT = f'<Relationships {_R}><Relationship Id="rId1" Type="{_O}/officeDocument" Target="word/document.xml"/></Relationships>'
_RELATIONS = (
    f'<Relationships {_R}><Relationship Id="rId1" Type="{_O}/footnotes" Target="footnotes.xml"/>'
    f'<Relationship Id="rId2" Type="{_O}/endnotes" Target="endnotes.xml"/><Relationship Id="rId4" Type="{_O}/styles" Target="styles.xml"/></Relationships>'
)


def _notes(kind: str, words: str) -> str:
    breaks = "".join(
        f'<w:{kind} w:type="{name}" w:id="{number}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'
        for number, name in enumerate(("separator", "continuationSeparator"))
    )
    note = f'<w:{kind} w:id="2"><w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t xml:space="preserve"> {words}</w:t></w:r></w:p></w:{kind}>'
    return f"<w:{kind}s {_W}>{breaks}{note}</w:{kind}s>"


def word_report(body: str = BODY, comments: str | None = None) -> bytes:
    """The bytes of a .docx with this body; `comments` are the comments that it holds already."""
    types, relations = _TYPES, _RELATIONS
    parts = {
        "word/document.xml": f'<w:document {_W} {_MORE} mc:Ignorable=""><w:body>{body}<w:sectPr/></w:body></w:document>',
        "word/styles.xml": f'<w:styles {_W}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>',
        "word/footnotes.xml": _notes("footnote", "Cùng kỳ 1.175 tỷ đồng, tăng 5%."),
        "word/endnotes.xml": _notes("endnote", "Trong đó 12 cơ sở mới."),
    }
    if comments is not None:
        parts["word/comments.xml"] = f"<w:comments {_W}>{comments}</w:comments>"
        relations = relations.replace(
            "</Relationships>", f'<Relationship Id="rId3" Type="{_O}/comments" Target="comments.xml"/></Relationships>'
        )
        types = types.replace(
            "</Types>",
            '<Override PartName="/word/comments.xml" ContentType='
            '"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
        )
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for part, words in {
            "[Content_Types].xml": types,
            "_rels/.rels": _ROOT,
            "word/_rels/document.xml.rels": relations,
            **parts,
        }.items():
            archive.writestr(part, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + words)
    return file.getvalue()
