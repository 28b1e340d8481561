"""The first visit on the sample: the board, a target, both languages, phone width, the keyboard alone, no JavaScript, axe."""

import pytest
from playwright.sync_api import expect
from tests.web.browser.conftest import PHONE, WIDE

pytestmark = pytest.mark.browser
PAGES = ["/", "/?view=wall", "/targets/T04/", "/indicators/THU_NHAP/"]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_pages_are_sound(window, path, language):
    """Nothing goes wrong, nothing is asked of elsewhere, nothing is wider than a phone, axe finds nothing serious."""
    from axe_playwright_python.sync_playwright import Axe

    for size in (WIDE, PHONE):
        one = window(language=language, size=size)
        page = one.open(path)
        assert one.faults == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.locator("h1").count() == 1
        assert page.locator("html").get_attribute("lang") == language
    # axe brings its script by evaluation, which the page's policy allows to the browser's driver alone
    serious = [
        (violation["id"], [node["html"][:120] for node in violation["nodes"]][:3])
        for violation in Axe().run(page).response["violations"]
        if violation["impact"] in ("serious", "critical")
    ]
    assert serious == []


def test_filters_and_the_slider_change_the_board_in_place(window):
    one = window()
    page = one.open("/")
    whole = page.locator("tr.one").count()
    page.select_option("select[name=status]", "at_risk")
    page.wait_for_url("**status=at_risk**")
    expect(page.locator("tr.one")).to_have_count(page.locator("tr.one.at_risk").count())
    assert 0 < page.locator("tr.one").count() < whole
    page.select_option("select[name=status]", "")
    expect(page.locator("tr.one")).to_have_count(whole)
    slider = page.locator("input[type=range]")
    slider.focus()
    slider.press("Home")
    slider.dispatch_event("change")
    expect(page.locator("tr.one.no_data")).to_have_count(whole)
    assert page.locator("input[name=on]").input_value() == "2021-01-01"
    assert one.faults == []


def test_the_keyboard_alone_reaches_a_target(window):
    page = window().open("/?words=thu+nhap")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href') || ''").startswith("/targets/"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/targets/**")
    assert "Thu nhập bình quân" in page.locator("h1").inner_text()


def test_the_language_switch(window):
    page = window().open("/targets/T04/")
    page.get_by_role("button", name="English").click()
    page.wait_for_load_state("networkidle")
    assert page.url.endswith("/targets/T04/")
    assert page.locator("h2").first.inner_text() == "Why"


def test_without_javascript_the_board_filters_too(window):
    page = window(javascript=False).open("/")
    page.select_option("select[name=status]", "at_risk")
    page.get_by_role("button", name="Xem").click()
    assert page.locator("tr.one").count() == page.locator("tr.one.at_risk").count() > 0


def test_the_first_page_is_light(window):
    one = window()
    sizes = []
    one.page.on("response", lambda answer: sizes.append(len(answer.body()) if answer.ok else 0))
    one.open("/")
    assert sum(sizes) < 300_000


def test_on_paper_the_board_is_a_table_however_narrow_the_sheet(window):
    page = window().open("/")
    page.set_viewport_size({"width": 700, "height": 900})
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('tr.one')).display") == "table-row"
    assert page.locator(".filters").is_hidden()
    page.emulate_media(media="screen")
    assert page.evaluate("getComputedStyle(document.querySelector('tr.one')).display") == "grid"
