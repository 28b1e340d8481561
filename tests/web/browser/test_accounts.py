"""Accounts in a browser: signing in and what goes wrong at it, the second factor, new people and their roles, what each role is kept from."""

import re

import pytest
from playwright.sync_api import expect
from tests.web.browser.conftest import PHONE
from tests.web.browser.test_first_visit import test_pages_are_sound as sound

pytestmark = pytest.mark.browser
PASSWORD = "mat-khau-dai-12"
AFTER_A_WRONG_CODE = 1100  # ms in which no code is taken


def sign_in(page, name="reviewer", password=PASSWORD):
    page.fill("#id_username", name)
    page.fill("#id_password", password)
    page.get_by_role("button", name="Đăng nhập").click()


@pytest.mark.parametrize(
    "path", ["/account/", "/account/second-factor/", "/people/", "/people/site/", "/reports/", "/tour/"]
)
def test_pages_of_people_are_sound(window, path):
    sound(window, path, "vi")


def test_the_page_of_a_person_is_sound(window):
    listed = window().open("/people/")
    sound(window, listed.locator("tbody th a").first.get_attribute("href"), "vi")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_door_is_sound(window, language):
    from axe_playwright_python.sync_playwright import Axe

    one = window(None, language=language, size=PHONE)
    page = one.open("/people/")
    assert page.locator("h1").inner_text() == ("Đăng nhập" if language == "vi" else "Sign in")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert [
        one["id"] for one in Axe().run(page).response["violations"] if one["impact"] in ("serious", "critical")
    ] == []
    assert one.faults == []


def test_a_wrong_password_is_told_and_the_right_one_leads_where_one_wanted(window):
    page = window(None).open("/register/observations/")
    sign_in(page, password="sai-mat-khau-1")
    expect(page.get_by_role("alert")).to_contain_text("không đúng")
    assert page.locator("#id_password").input_value() == ""
    sign_in(page)
    page.wait_for_url("**/register/observations/")
    expect(page.locator(".me")).to_contain_text("Người reviewer")
    page.locator(".me summary").click()
    page.get_by_role("button", name="Đăng xuất").click()
    page.goto(page.url.split("/account")[0] + "/register/")
    assert "/account/sign-in/" in page.url


def test_who_guesses_too_often_waits(window):
    page = window(None).open("/account/sign-in/")
    for _ in range(5):
        sign_in(page, "viewer", "doan-mo-mat-khau")
        page.wait_for_load_state()
    expect(page.locator("h1, .message").first).to_be_visible()
    expect(page.locator("main")).to_contain_text("thử lại sau 15 phút")
    page.goto(page.url)
    if page.locator("#id_username").count():
        sign_in(page, "viewer")  # the right password too
        expect(page.locator("main")).to_contain_text("thử lại sau 15 phút")


def code_now(key):
    from base64 import b32decode

    from django_otp.oath import totp

    bare = key.replace(" ", "")
    return f"{totp(b32decode(bare + '=' * (-len(bare) % 8))):06d}"


def test_the_second_factor_from_the_picture_to_a_recovery_code(window):
    page = window("viewer").open("/account/second-factor/")
    expect(page.locator(".picture svg")).to_be_visible()
    page.fill("#factor_code", "000000")
    page.get_by_role("button", name="Bật").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_text("Không quét được?").click()
    page.wait_for_timeout(AFTER_A_WRONG_CODE)
    page.fill("#factor_code", code_now(page.locator("code.secret").inner_text()))
    page.get_by_role("button", name="Bật").click()
    recovery = page.locator(".codes code").first.inner_text()
    other = window(None).open("/account/sign-in/")
    sign_in(other, "viewer")
    expect(other.locator("h1")).to_have_text("Bước hai: mã xác thực")
    other.goto(other.url.split("/account")[0] + "/register/")
    assert "/account/sign-in/" in other.url  # half way is not in
    sign_in(other, "viewer")
    other.fill("#code", "111111")
    other.get_by_role("button", name="Đăng nhập").click()
    expect(other.get_by_role("alert")).to_be_visible()
    other.wait_for_timeout(AFTER_A_WRONG_CODE)
    other.fill("#code", recovery)
    other.get_by_role("button", name="Đăng nhập").click()
    expect(other.locator(".me")).to_contain_text("Người viewer")


def test_an_account_is_made_sets_its_password_and_is_given_another_role(window):
    administrator = window("administrator")
    page = administrator.open("/people/")
    page.fill("#new_username", "hoa.tran")
    page.fill("#new_full_name", "Trần Thị Hoa")
    page.select_option("#role", "reporter")
    page.select_option("#organisation", "tai-chinh")
    page.get_by_role("button", name="Thêm và lấy liên kết").click()
    link = page.locator("code.secret").inner_text()
    hers = window(None).open(re.sub(r"^https?://[^/]+", "", link))
    hers.fill("#set_password", "123")
    hers.fill("#set_again", "123")
    hers.get_by_role("button", name="Đặt mật khẩu").click()
    expect(hers.get_by_role("alert").first).to_be_visible()
    hers.fill("#set_password", "hoa-sen-nở-12")
    hers.fill("#set_again", "hoa-sen-nở-12")
    hers.get_by_role("button", name="Đặt mật khẩu").click()
    if hers.locator("#id_username").count():
        sign_in(hers, "hoa.tran", "hoa-sen-nở-12")
    expect(hers.locator(".me")).to_contain_text("Trần Thị Hoa")
    assert hers.goto(administrator.base + "/register/import/").status == 403
    page.goto(administrator.base + "/people/")
    page.get_by_role("link", name="hoa.tran").click()
    page.select_option("#role", "reviewer")
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator(".message.success")).to_be_visible()
    assert hers.goto(administrator.base + "/register/import/").status == 200
    assert administrator.faults == []


FORBIDDEN = {
    "viewer": ["/people/", "/people/site/", "/register/import/", "/register/new/indicators/"],
    "reporter": ["/people/", "/people/site/", "/register/import/", "/register/new/targets/"],
    "reviewer": ["/people/", "/people/site/", "/people/1/"],
}


@pytest.mark.parametrize("role", FORBIDDEN)
def test_what_a_role_may_not_is_refused_in_a_sentence_and_offered_nowhere(window, role):
    one = window(role)
    for path in FORBIDDEN[role]:
        answer = one.page.goto(one.base + path)
        assert answer.status == 403, path
        expect(one.page.locator("main")).to_contain_text("không được")
        assert one.page.locator("h1").count() == 1
    page = one.open("/register/")
    offered = page.evaluate("[...document.querySelectorAll('a')].map(one => one.getAttribute('href'))")
    assert not set(FORBIDDEN[role]) & set(offered)
