"""The period that a report's title gives it, over the ways in which titles are written."""

import pytest

import muctieu

TITLES = [
    ("Kết quả công tác quý II, 6 tháng đầu năm và nhiệm vụ 6 tháng cuối năm 2024", "2024-S1"),
    ("Sơ kết công tác 6 tháng đầu năm, nhiệm vụ trọng tâm 6 tháng cuối năm", "2024-S1"),
    ("Tình hình KT-XH 6T đầu năm 2024", "2024-S1"),
    ("Công tác cải cách hành chính 9 tháng đầu năm, nhiệm vụ quý IV năm 2024", "2024-01/2024-09"),
    ("Tình hình kinh tế - xã hội 9 tháng, nhiệm vụ những tháng cuối năm 2023", "2023-01/2023-09"),
    ("Công tác tháng 9, nhiệm vụ trọng tâm tháng 10", "2024-09"),
    ("Tình hình kinh tế - xã hội tháng Tám năm 2024", "2024-08"),
    ("Tình hình kinh tế - xã hội tháng Mười Một/2024", "2024-11"),
    ("Thống kê các tháng năm 2024", "2024"),
    ("Công tác dân vận quý I, chương trình công tác quý II/2025", "2025-Q1"),
    ("Tình hình kinh tế - xã hội quý IV và năm 2024", "2024"),
    ("Tình hình kinh tế - xã hội tháng 12, quý IV và cả năm 2024", "2024"),
    ("Nhiệm vụ phát triển kinh tế - xã hội năm 2023 và kế hoạch năm 2024", "2023"),
    (
        "Tình hình năm 2024, nhiệm vụ năm 2025 (Trình tại kỳ họp thứ 12, HĐND xã khóa XIX, nhiệm kỳ 2021 - 2026)",
        "2024",
    ),
    ("Kết quả công tác năm 2024 của Đảng bộ phường, nhiệm kỳ 2020 - 2025", "2024"),
    ("Kết quả hoạt động của HĐND xã nhiệm kỳ 2016 - 2021", "2016/2021"),
    ("Tổng kết nhiệm kỳ 2018 - 2023, phương hướng nhiệm kỳ 2023 - 2028", "2018/2023"),
    ("Giữa nhiệm kỳ thực hiện Nghị quyết Đại hội, nhiệm kỳ 2020 - 2025", "2020/2025"),
    ("Tổng kết năm học 2023-2024 và nhiệm vụ năm học 2024-2025", "2023/2024"),
    ("Giám sát việc thực hiện pháp luật về đất đai giai đoạn 2019 - 2023", "2019/2023"),
    ("Kết quả 4 năm thực hiện Nghị quyết ngày 15/3/2021 giai đoạn 2021 - 2025", "2021/2025"),
    ("Sơ kết 5 năm thực hiện Chỉ thị ngày 22/11/2014", "2019/2024"),
    ("Tổng kết thi hành Luật Đất đai năm 2013", None),
    ("Công tác của UBND huyện (từ ngày 14/10 đến ngày 20/10/2024)", "2024-10-14/2024-10-20"),
    ("Cải cách hành chính (Từ ngày 15/12/2023 đến ngày 14/12/2024)", "2023-12-15/2024-12-14"),
]


@pytest.mark.parametrize(("title", "period"), TITLES)
def test_the_title_gives_the_period(title, period):
    words = f"UBND TỈNH A\nA, ngày 20 tháng 12 năm 2024\nBÁO CÁO\n{title}\nI. KẾT QUẢ\n1. Trồng 5 ha rừng.\n"
    assert muctieu.read(words.encode(), name="vi-du.txt").period == period
