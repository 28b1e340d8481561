"""Accounts and settings as an administrator keeps them."""

import re

import pytest


def test_a_new_account_and_its_link(visit, people):
    from muctieu_web.store.models import Change, Person

    given = {"username": "Hoa", "full_name": "Trần Hoa", "role": "reporter", "organisation": "tai-chinh"}
    page = visit("administrator").post("/people/", given).content.decode()
    assert re.search(r"http://testserver/account/set/\w+/[\w-]+/", page)
    hoa = Person.objects.get(username="hoa")
    assert (hoa.role, hoa.organisation.code, hoa.has_usable_password()) == ("reporter", "tai-chinh", False)
    assert Change.objects.filter(action="add_person", person=people["administrator"], key=str(hoa.pk)).exists()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"username": "viewer"}, "Đã có tài khoản «viewer»"),
        ({"username": "Trần Hoa"}, "không dùng được làm tên đăng nhập"),
        ({"username": "x" * 200}, "không dùng được làm tên đăng nhập"),
        ({"username": "hoa", "role": "king"}, "Không có vai trò «king»"),
        ({"username": "hoa", "role": "reporter"}, "hãy chọn cơ quan"),
        ({"username": "hoa", "role": "reporter", "organisation": "x"}, "Không có cơ quan «x»"),
    ],
)
def test_an_account_that_cannot_be_made(visit, given, words):
    from muctieu_web.store.models import Person

    answer = visit("administrator").post("/people/", {"role": "viewer", **given})
    assert answer.status_code == 400
    assert words in answer.content.decode()
    assert Person.objects.count() == 4


def test_the_last_administrator_stays(visit, people):
    client, key = visit("administrator"), people["administrator"].pk
    for given in ({"role": "viewer", "is_active": "1"}, {"role": "administrator"}):
        answer = client.post(f"/people/{key}/", given)
        assert answer.status_code == 400
        assert "người quản trị cuối cùng" in answer.content.decode()
    client.post(f"/people/{people['viewer'].pk}/", {"role": "administrator", "is_active": "1"})
    assert client.post(f"/people/{key}/", {"role": "viewer", "is_active": "1"}).status_code == 302
    assert client.get("/people/").status_code == 403


def test_a_reset_ends_sessions_and_gives_a_link(visit, people):
    from django.test import Client

    other = Client()
    other.force_login(people["viewer"])
    page = visit("administrator").post(f"/people/{people['viewer'].pk}/reset-password/").content.decode()
    assert "/account/set/" in page
    assert other.get("/account/").status_code == 302


def test_a_lost_second_factor_is_taken_off(visit, people):
    from django_otp.plugins.otp_totp.models import TOTPDevice

    TOTPDevice.objects.create(user=people["viewer"])
    visit("administrator").post(f"/people/{people['viewer'].pk}/reset-second-factor/")
    assert not TOTPDevice.objects.exists()


def test_the_site_opens_to_everyone(visit, register, people):
    from django.test import Client

    stranger = Client()
    assert stranger.get("/").status_code == 302
    given = {"name": "Chỉ tiêu Móng Cái", "place": "mong-cai", "term": "2025–2030", "public": "1"}
    assert visit("administrator").post("/people/site/", given).status_code == 302
    assert "Chỉ tiêu Móng Cái" in stranger.get("/").content.decode()
    assert stranger.get("/people/").status_code == 302
    visit("administrator").post("/people/site/", {**given, "public": ""})
    assert stranger.get("/").status_code == 302


@pytest.mark.parametrize(
    "given",
    [
        {"name": " "},
        {"name": "x", "term": "2030-2025"},
        {"name": "x", "term": "²-³"},
        {"name": "x", "place": "nowhere"},
    ],
)
def test_settings_that_cannot_be(visit, given):
    assert visit("administrator").post("/people/site/", given).status_code == 400


def test_the_list_asks_the_database_a_fixed_number_of_times(visit, people, django_assert_max_num_queries):
    from muctieu_web.store.models import Person

    client = visit("administrator")
    Person.objects.bulk_create(Person(username=f"p{i}", role="viewer") for i in range(50))
    with django_assert_max_num_queries(8):
        assert client.get("/people/").content.decode().count("<tr") == 55
