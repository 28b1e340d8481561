"""Cells that go on over several rows: the rows below have the unit and the name that stand in them."""

import muctieu

PAGE = """<html><body><p>BÁO CÁO</p><p>Tình hình kinh tế - xã hội năm 2023</p><table>
<tr><th>Cây trồng</th><th>Chỉ tiêu</th><th>ĐVT</th><th>KH 2023</th><th>TH 2023</th></tr>{rows}</table></body></html>"""


def read(rows):
    reading = muctieu.read(PAGE.format(rows=rows).encode(), name="a.html")
    return [(claim.text, claim.unit, claim.indicator) for claim in reading.claims]


def test_a_name_goes_on_over_rows():
    assert read(
        "<tr><td rowspan=2>Lúa</td><td>Diện tích</td><td>ha</td><td>500</td><td>510</td></tr>"
        "<tr><td>Năng suất</td><td>tạ/ha</td><td>60</td><td>61</td></tr>"
        "<tr><td>Ngô</td><td>Diện tích</td><td>ha</td><td>100</td><td>90</td></tr>"
    ) == [
        ("500", "ha", "Diện tích Lúa"),
        ("510", "ha", "Diện tích Lúa"),
        ("60", "dt", "Năng suất Lúa"),
        ("61", "dt", "Năng suất Lúa"),
        ("100", "ha", "Diện tích Ngô"),
        ("90", "ha", "Diện tích Ngô"),
    ]


def test_a_unit_goes_on_over_rows_and_ends_with_its_cell():
    found = read(
        "<tr><td>Lúa</td><td>Diện tích</td><td rowspan=2>ha</td><td>500</td><td>510</td></tr>"
        "<tr><td>Ngô</td><td>Diện tích</td><td>200</td><td>210</td></tr>"
        "<tr><td>Lợn</td><td>Tổng đàn</td><td>con</td><td>100</td><td>90</td></tr>"
        "<tr><td>Xã</td><td>Tiêu chí</td><td></td><td>18</td><td>17</td></tr>"
    )
    assert [unit for _, unit, _ in found] == ["ha", "ha", "ha", "ha", "{con}", "{con}", "", ""]


def test_a_name_in_a_cell_that_goes_on_from_the_ordinal():
    page = (
        "<html><body><p>BÁO CÁO</p><p>Kết quả năm 2023</p><table>"
        "<tr><td>TT</td><td>Xã</td><td>Số hộ</td></tr><tr><td>1</td><td>An Hòa</td><td>1.240</td></tr>"
        "<tr><td>2</td><td>Bình Sơn</td><td>986</td></tr><tr><td colspan=2>Tổng cộng</td><td>2.226</td></tr></table></body></html>"
    )
    names = [claim.indicator for claim in muctieu.read(page.encode(), name="a.html").claims]
    assert names == ["Số hộ An Hòa", "Số hộ Bình Sơn", "Số hộ Tổng cộng"]
