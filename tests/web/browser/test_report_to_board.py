"""The whole way of a figure in a browser: upload, read, find what does not hold, correct, accept, and the board changes."""

import pytest
from playwright.sync_api import expect
from tests.web.browser.conftest import PHONE, WIDE

pytestmark = pytest.mark.browser

REPORT = """BÁO CÁO
Kết quả thực hiện nhiệm vụ năm 2025

I. KẾT QUẢ
Thu nhập bình quân đầu người năm 2024 đạt 118 triệu đồng/người. Công an đã giải quyết 294/324 vụ việc, đạt 90,47%.
Năm 2025, số dự án mới là 12 dự án.
"""


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "bao-cao-2025.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def upload(one, report):
    page = one.open("/reports/")
    page.set_input_files("input[type=file]", str(report))
    page.get_by_role("button", name="Tải lên và đọc").click()
    page.wait_for_load_state("networkidle")
    if not page.locator("mark").count():
        page.locator("main a[href*='/reports/']").filter(has_text="năm 2025").first.click()
    expect(page.locator("mark").first).to_be_visible(timeout=20_000)
    return page


def test_from_an_upload_to_the_board(window, report):
    one = window("reviewer")
    page = upload(one, report)
    assert page.locator("text=90,74").count()  # the slip is found, with what it should be
    page.goto(page.url)  # the reader itself, when its reading is done
    expect(page.get_by_text("118 triệu đồng/người").first).to_be_visible()
    page.keyboard.press("n")
    page.get_by_text("118 triệu đồng/người").first.click()
    card = page.locator(".claim-card")
    expect(card).to_be_visible()
    card.get_by_text("Sửa cách đọc").click()
    card.locator("#indicator").fill("Thu nhập bình quân đầu người của thành phố")
    card.get_by_role("button", name="Ghi sửa đổi").click()
    expect(page.locator(".claim-card")).to_contain_text("của thành phố")
    page.select_option("#chosen_indicator", "THU_NHAP")
    page.fill("#a_period", "2024")
    page.select_option("#a_place", "mong-cai")
    page.get_by_role("button", name="Đưa vào sổ").click()
    expect(page.locator(".claim-card input[name=confirmed], .claim-card .chip.good").first).to_be_visible()
    confirm = page.locator(".claim-card input[name=confirmed]")
    if confirm.count():
        confirm.check()
        page.get_by_role("button", name="Đưa vào sổ").click()
    expect(page.locator(".claim-card .chip.good")).to_be_visible()
    board = one.open("/?words=thu+nhap+binh+quan&term=2020-2025")
    expect(board.locator("tr.one").first).to_contain_text("118 triệu đồng")
    expect(board.locator("tr.one").first).to_contain_text("vượt")
    target = one.open("/targets/T04/")
    expect(target.locator("q mark")).to_contain_text("118 triệu đồng/người")
    assert one.faults == []


@pytest.mark.parametrize("role", ["viewer", "reporter"])
def test_who_may_not_review_sees_no_form(window, report, role):
    upload(window("reviewer"), report)
    page = window(role).open("/reports/")
    page.locator("main a[href*='/reports/']").filter(has_text="năm 2025").first.click()
    page.get_by_text("118 triệu đồng/người").first.click()
    expect(page.locator(".claim-card")).to_be_visible()
    assert page.get_by_role("button", name="Đưa vào sổ").count() == 0


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_the_pages_of_reports_are_sound(window, report, language, size):
    from axe_playwright_python.sync_playwright import Axe

    upload(window("reviewer"), report)
    one = window("reviewer", language=language, size=size)
    page = one.open("/reports/")
    page.locator("main a[href*='/reports/']").filter(has_text="năm 2025").first.click()
    expect(page.locator("mark").first).to_be_visible()
    for address in (page.url, page.url.split("?")[0] + "claims/1/", one.base + "/reports/"):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert one.faults == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        found = Axe().run(page).response["violations"]
        serious = [
            (one["id"], [node["html"][:100] for node in one["nodes"]][:2])
            for one in found
            if one["impact"] in ("serious", "critical")
        ]
        assert serious == [], address


def test_script_in_the_text_is_only_text(window, tmp_path):
    path = tmp_path / "doc.txt"
    path.write_text(
        "BÁO CÁO năm 2025\nThu <script>document.title='hỏng'</script> đạt 12 tỷ đồng, <img src=x onerror=alert(1)>.\n",
        encoding="utf-8",
    )
    one = window("reviewer")
    page = one.open("/reports/")
    page.set_input_files("input[type=file]", str(path))
    page.get_by_role("button", name="Tải lên và đọc").click()
    page.wait_for_load_state("networkidle")
    if not page.locator("mark").count():
        page.locator("main a[href*='/reports/']").first.click()
    expect(page.locator("mark").first).to_be_visible(timeout=20_000)
    assert page.title() != "hỏng"
    assert page.locator("main img").count() == 0
    assert "<script>" in page.locator("main").inner_text()
