"""The register in a browser: every page sound, a block pasted from a spreadsheet, the keyboard, and the same without JavaScript."""

import pytest
from playwright.sync_api import expect
from tests.web.browser.conftest import PHONE
from tests.web.browser.test_first_visit import test_pages_are_sound as sound

pytestmark = pytest.mark.browser
TABLE = "/register/entry/?period=2025-Q1&place=mong-cai"
PAGES = [
    "/register/", "/register/indicators/", "/register/targets/T04/", "/register/places/hai-son-moi/", "/register/events/?from=x",
    "/register/observations/", "/register/import/", TABLE, "/history/",
]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_register_pages_are_sound(window, path):
    sound(window, path, "vi")


def test_the_page_of_a_figure_is_sound(window):
    listed = window().open("/register/observations/")
    sound(window, listed.locator("tbody th a").first.get_attribute("href"), "vi")


PASTE = """([selector, text]) => {
  const box = new DataTransfer(); box.setData("text/plain", text);
  document.querySelector(selector).dispatchEvent(new ClipboardEvent("paste", {clipboardData: box, bubbles: true, cancelable: true}));
}"""


def test_a_block_of_a_spreadsheet_spreads_over_the_cells_and_is_saved(window):
    one = window("reviewer")
    page = one.open(TABLE)
    cells = page.locator("input[data-column='0']")
    first, second = (cells.nth(number).get_attribute("name") for number in (0, 1))
    page.evaluate(PASTE, [f"[name='{first}']", "5.120,5\tước tính\r\n113.100\r\n"])
    expect(page.locator(f"[name='{first}']")).to_have_value("5.120,5")
    expect(page.locator(f"[name='{second}']")).to_have_value("113.100")
    expect(page.locator("#pasted")).to_have_text("Đã dán 3 ô.")
    page.locator("button.first").first.click()
    expect(page.locator(".message.success")).to_have_text("Đã ghi 2 số liệu.")
    assert one.faults == []


def test_what_excel_puts_on_the_clipboard_is_pasted_by_key(window):
    one = window("reviewer")
    one.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=one.base)
    page = one.open(TABLE)
    page.evaluate("navigator.clipboard.writeText('4.980,5\\tsơ bộ\\r\\n112.900\\r\\n')")
    cells = page.locator("input[data-column='0']")
    cells.nth(0).focus()
    page.keyboard.press("Control+V")
    expect(cells.nth(0)).to_have_value("4.980,5")
    expect(cells.nth(1)).to_have_value("112.900")
    page.locator("button.first").first.click()
    expect(page.locator(".message.success")).to_have_text("Đã ghi 2 số liệu.")
    assert one.faults == []


def test_enter_and_arrows_move_between_rows_and_send_nothing(window):
    page = window("reviewer").open(TABLE)
    cells = page.locator("input[data-column='0']")
    cells.nth(0).focus()
    for key, at in (("Enter", 1), ("ArrowDown", 2), ("ArrowUp", 1), ("Shift+Enter", 0)):
        page.keyboard.press(key)
        expect(cells.nth(at)).to_be_focused()
    assert page.url.endswith(TABLE)


def test_without_javascript_on_a_phone_a_warning_is_confirmed(window):
    page = window("reviewer", size=PHONE, javascript=False).open(TABLE)
    page.fill("[name='value-DICH_VU']", "157,9")
    page.locator("button.first").first.click()
    expect(page.locator("tr.faulty .errorlist")).to_contain_text("ra ngoài giới hạn 100%")
    page.check("[name='confirm-DICH_VU']")
    page.locator("button.first").first.click()
    expect(page.locator(".message.success")).to_have_text("Đã ghi 1 số liệu.")
