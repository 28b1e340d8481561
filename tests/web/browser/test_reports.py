"""A report in the browser: upload, findings by key, a card beside the text, acceptance into the register; phone, axe, no JavaScript."""

import pytest
from playwright.sync_api import expect
from tests.web.browser.conftest import NOW, PHONE, WIDE

pytestmark = pytest.mark.browser
TEXT = (
    "I. Kinh tế\n"
    "Tỷ trọng dịch vụ trong cơ cấu kinh tế năm 2016 đạt 55,9%.\n"
    "II. Xã hội\n"
    "Có 294/324 hộ thoát nghèo, đạt 80,74%.\n"
    "III. Môi trường\n"
    "Có 99/100 xã có nước sạch, đạt 90%.\n"
)


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def report(site):
    """A report of the register's place that was read."""
    from muctieu_web.access import actor_of
    from muctieu_web.actions.keep_report import describe_report
    from muctieu_web.actions.upload_report import upload_report
    from muctieu_web.store.models import Person

    actor = actor_of(Person.objects.get(username="reviewer"))
    one = upload_report(actor=actor, now=NOW, name="a.txt", content=TEXT.encode())
    describe_report(actor=actor, now=NOW, report=one.report, title="Báo cáo", place="mong-cai", period="2016")
    return f"/reports/{one.report}/"


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    "rest", ["", "versions/", "versions/1/claims/1/", "versions/1/findings/1/", "versions/1/sections/?path=I"]
)
def test_pages_are_sound(window, report, rest, language):
    """Nothing goes wrong, nothing is wider than a phone, axe finds nothing serious."""
    from axe_playwright_python.sync_playwright import Axe

    for size in (WIDE, PHONE):
        one = window(language=language, size=size)
        page = one.open(report + rest)
        assert one.faults == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.locator("h1").count() == 1
    serious = [
        (violation["id"], [node["html"][:120] for node in violation["nodes"]][:3])
        for violation in Axe().run(page).response["violations"]
        if violation["impact"] in ("serious", "critical")
    ]
    assert serious == []


def test_from_a_file_to_the_register(window, tmp_path):
    from muctieu_web.store.models import Observation

    path = tmp_path / "bao-cao.txt"
    path.write_text(TEXT, encoding="utf-8")
    one = window("reviewer")
    page = one.open("/reports/")
    page.set_input_files("#files", str(path))
    page.get_by_role("button", name="Tải lên và đọc").click()
    page.wait_for_url("**/versions/1/")
    expect(page.locator("mark")).to_have_count(5, timeout=20_000)
    address = page.url
    page.click("#c1 a")
    card = page.locator("#panel .claim-card")
    expect(card.locator("h2")).to_have_text("55,9%")
    assert page.url == address
    card.locator("select[name=place]").first.select_option("mong-cai")
    card.get_by_role("button", name="Đưa vào sổ").click()
    expect(card.locator(".message")).to_contain_text("thay cho")
    card.locator("input[name=confirmed]").check()
    card.get_by_role("button", name="Đưa vào sổ").click()
    expect(card.locator(".chip.good")).to_have_text("đã vào sổ")
    expect(page.locator("#c1.accepted")).to_be_visible()
    seen = Observation.objects.get(version__sha256__gt="")
    assert (str(seen.value), seen.indicator.code, TEXT[seen.start : seen.end]) == ("55.9", "DICH_VU", "55,9%")
    assert one.faults == []


def test_the_keys_go_from_finding_to_finding_and_close_the_card(window, report):
    page = window().open(report)
    for key, order in (("n", "1"), ("n", "2"), ("j", "1"), ("p", "2"), ("k", "1")):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.dataset.finding") == order
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#panel .claim-card")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#panel .claim-card")).to_have_count(0)


def test_a_finding_is_accepted_beside_the_text(window, report):
    page = window("reviewer").open(report)
    page.click("#f1 a")
    page.fill("#panel textarea", "Theo biểu của huyện")
    page.get_by_role("button", name="Chấp nhận").click()
    expect(page.locator("#f1.accepted")).to_be_visible()
    expect(page.locator("#panel .chip.good")).to_be_visible()


def test_without_javascript_a_card_is_a_page(window, report):
    page = window("reviewer", javascript=False).open(report)
    page.click("#c1 a")
    assert page.url.endswith("/claims/1/")
    page.locator("details", has_text="Loại").last.locator("summary").click()
    page.fill("#reason", "Không cần")
    page.get_by_role("button", name="Loại số liệu này").click()
    assert page.locator(".chip.bad").inner_text() == "đã loại"


def test_by_keys_alone_a_finding_is_reached_and_accepted(window, report):
    """From the top of the page: the key of findings, Tab to its link, Enter, the reason, Tab, Enter."""
    page = window("reviewer").open(report)
    page.keyboard.press("n")
    expect(page.locator("#f1")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#panel .claim-card")).to_be_visible()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "reason":
            break
    page.keyboard.type("Theo biểu của ngành")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "BUTTON"
    page.keyboard.press("Enter")
    expect(page.locator("#f1.accepted")).to_be_visible()
    expect(page.locator("#panel .chip.good")).to_be_visible()


PLAN = "NGHỊ QUYẾT\nI. CHỈ TIÊU ĐẾN NĂM 2030\n1. Tỷ trọng dịch vụ trong cơ cấu kinh tế đến năm 2030 đạt trên 60%.\n"


def test_a_target_goes_from_its_card_to_the_board_and_back(window, site):
    from axe_playwright_python.sync_playwright import Axe

    from muctieu_web.access import actor_of
    from muctieu_web.actions.keep_report import describe_report
    from muctieu_web.actions.upload_report import upload_report
    from muctieu_web.store.models import Person

    actor = actor_of(Person.objects.get(username="reviewer"))
    made = upload_report(actor=actor, now=NOW, name="nq.txt", content=PLAN.encode())
    describe_report(actor=actor, now=NOW, report=made.report, title="Nghị quyết", place="mong-cai", period="2025")
    one = window("reviewer", size=PHONE)
    page = one.open(f"/reports/{made.report}/")
    page.click("#text mark.target a")
    card = page.locator("#panel .claim-card")
    expect(card.locator("#p_horizon")).to_have_value("2030")
    expect(card.locator("#chosen_indicator")).to_have_value("DICH_VU")
    found = [one["id"] for one in Axe().run(page).response["violations"] if one["impact"] in ("serious", "critical")]
    assert found == []
    card.get_by_role("button", name="Đưa vào bảng chỉ tiêu").click()
    expect(card.locator(".chip.good")).to_have_text("đã vào bảng chỉ tiêu")
    expect(page.locator("#text mark.target.accepted")).to_be_visible()
    board = window("viewer").open("/?term=2025-2030")
    expect(board.locator("a[href^='/targets/DICH_VU-2030/']")).to_be_visible()
    card.get_by_role("button", name="Rút khỏi bảng chỉ tiêu").click()
    expect(card.locator("#p_horizon")).to_be_visible()
    board.reload()
    expect(board.locator("a[href^='/targets/DICH_VU-2030/']")).to_have_count(0)
    assert one.faults == []
