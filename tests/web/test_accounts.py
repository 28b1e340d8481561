"""A person's own account: signing in, the second factor, password, tokens, the first administrator."""

import re
import time
from datetime import timedelta

import pytest

PASSWORD = "mat-khau-dai-12"
STRONG = "ngan-sach-2030-x"


def sign_in(client, name="viewer", password=PASSWORD, **more):
    return client.post("/account/sign-in/", {"username": name, "password": password, **more})


def now_code(person):
    from django_otp.oath import totp
    from django_otp.plugins.otp_totp.models import TOTPDevice

    return f"{totp(TOTPDevice.objects.get(user=person).bin_key):06d}"


@pytest.fixture
def with_factor(visit, people):
    """The viewer's second factor switched on; gives the recovery codes. The app's next code is not waited for."""
    from django_otp.plugins.otp_totp.models import TOTPDevice

    client = visit("viewer")
    client.get("/account/second-factor/")
    page = client.post("/account/second-factor/", {"code": now_code(people["viewer"])}).content.decode()
    client.post("/account/sign-out/")
    TOTPDevice.objects.update(last_t=-1)
    return re.findall(r"<code>([a-z0-9]{5}-[a-z0-9]{5})</code>", page)


def test_signing_in_changes_the_session_and_goes_where_one_wanted(client, people):
    client.get("/account/sign-in/")
    client.session["left_the_trial"] = False
    session = client.session
    session["planted"] = True
    session.save()
    client.cookies["sessionid"] = before = session.session_key
    answer = sign_in(client, next="/targets/T04/")
    assert answer["Location"] == "/targets/T04/"
    assert client.cookies["sessionid"].value != before


@pytest.mark.parametrize("target", ["https://example.org/", "//example.org/x", "/\\example.org", "javascript:alert(1)"])
def test_signing_in_leads_nowhere_else(client, people, target):
    assert sign_in(client, next=target)["Location"] == "/"


@pytest.mark.parametrize("name", ["viewer", "no-such-person"])
def test_a_wrong_name_and_a_wrong_password_are_told_alike(client, people, name):
    page = sign_in(client, name, "wrong").content.decode()
    assert "Tên đăng nhập hoặc mật khẩu không đúng" in page


def test_too_many_failures_shut_the_door_even_for_the_right_password(client, people):
    answers = [sign_in(client, password="wrong").status_code for _ in range(5)]
    assert answers == [200, 200, 200, 200, 429]
    late = sign_in(client)
    assert late.status_code == 429
    assert "thử lại sau 15 phút" in late.content.decode()
    assert sign_in(client, "reviewer").status_code == 302


def test_a_closed_account_stays_out_and_its_session_ends(visit, people):
    client = visit("viewer")
    people["viewer"].is_active = False
    people["viewer"].save()
    assert client.get("/")["Location"].startswith("/account/sign-in/")
    assert sign_in(client).status_code == 200


def test_the_second_factor_is_asked_for(client, people, with_factor):
    assert len(with_factor) == 10
    answer = sign_in(client, next="/targets/T04/")
    assert answer["Location"] == "/account/sign-in/code/"
    assert client.get("/account/")["Location"].startswith("/account/sign-in/")
    wrong = client.post("/account/sign-in/code/", {"code": "000000"})
    assert wrong.status_code == 400
    assert "Mã không đúng" in wrong.content.decode()
    from django_otp.plugins.otp_totp.models import TOTPDevice

    TOTPDevice.objects.update(throttling_failure_timestamp=None, throttling_failure_count=0)
    right = client.post("/account/sign-in/code/", {"code": now_code(people["viewer"])})
    assert right["Location"] == "/targets/T04/"
    assert client.get("/account/").status_code == 200


def test_a_recovery_code_works_once_and_only_its_hash_is_kept(client, people, with_factor):
    from django_otp.plugins.otp_static.models import StaticToken

    code = with_factor[0]
    assert not StaticToken.objects.filter(token__in=[code, code.replace("-", "")]).exists()
    sign_in(client)
    assert client.post("/account/sign-in/code/", {"code": code.upper()}).status_code == 302
    assert StaticToken.objects.count() == 9
    client.post("/account/sign-out/")
    sign_in(client)
    assert client.post("/account/sign-in/code/", {"code": code}).status_code == 400


def test_codes_cannot_be_guessed_one_after_another(client, people, with_factor):
    sign_in(client)
    client.post("/account/sign-in/code/", {"code": "000000"})
    assert client.post("/account/sign-in/code/", {"code": now_code(people["viewer"])}).status_code == 400


def test_the_second_step_waits_five_minutes(client, people, with_factor, monkeypatch):
    sign_in(client)
    moment = time.time() + 301
    monkeypatch.setattr("muctieu_web.pages.accounts.signing_in.time.time", lambda: moment)
    assert client.get("/account/sign-in/code/")["Location"] == "/account/sign-in/"


def test_the_second_step_needs_the_first(client, people):
    assert client.get("/account/sign-in/code/")["Location"] == "/account/sign-in/"


def test_switching_the_second_factor_off_needs_the_password(visit, people, with_factor):
    from django_otp.plugins.otp_totp.models import TOTPDevice

    client = visit("viewer")
    assert client.post("/account/second-factor/off/", {"password": "wrong"}).status_code == 400
    assert TOTPDevice.objects.exists()
    assert client.post("/account/second-factor/off/", {"password": PASSWORD}).status_code == 302
    assert not TOTPDevice.objects.exists()


def test_the_password_is_changed_and_other_sessions_end(visit, people):
    from django.test import Client

    other = Client()
    other.force_login(people["viewer"])
    client = visit("viewer")
    answer = client.post("/account/password/", {"old": PASSWORD, "password": STRONG, "again": STRONG})
    assert answer.status_code == 302
    assert client.get("/account/").status_code == 200
    assert other.get("/account/").status_code == 302
    from muctieu_web.store.models import Change

    change = Change.objects.get(action="change_password")
    assert "password" not in {**change.before, **change.after}


@pytest.mark.parametrize(
    ("old", "new", "again", "words"),
    [
        ("wrong", STRONG, STRONG, "Mật khẩu hiện nay không đúng."),
        (PASSWORD, STRONG, STRONG + "x", "Hai lần nhập mật khẩu không giống nhau."),
        (PASSWORD, "abc12", "abc12", "Mật khẩu ngắn quá"),
        (PASSWORD, "password1", "password1", "Mật khẩu này quá phổ biến"),
        (PASSWORD, "8471620395", "8471620395", "Mật khẩu chỉ có chữ số"),
    ],
)
def test_a_password_that_will_not_do(visit, old, new, again, words):
    answer = visit("viewer").post("/account/password/", {"old": old, "password": new, "again": again})
    assert answer.status_code == 400
    assert words in answer.content.decode()


def test_a_name_is_text_and_nothing_else(visit):
    client = visit("viewer")
    client.post("/account/name/", {"full_name": "<script>alert(1)</script>"})
    page = client.get("/account/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_token_is_shown_once_and_only_its_hash_is_kept(visit, people):
    from muctieu_web.store.models import Change, Token

    client = visit("viewer")
    page = client.post("/account/tokens/", {"name": "Bảng tính", "scope": "read", "days": "30"})
    secret = re.search(r"muctieu_[\w-]{40,}", page.content.decode())[0]
    assert page["Cache-Control"].count("no-store")
    row = Token.objects.get()
    assert secret not in str(vars(row))
    assert secret not in client.get("/account/").content.decode()
    assert row.digest not in str(Change.objects.filter(noun="token").values())
    client.post(f"/account/tokens/{row.pk}/revoke/")
    assert not Token.objects.exists()
    assert Change.objects.filter(action="revoke_token").exists()


@pytest.mark.parametrize("days", ["", "0", "-1", "99999", "x", "٣"])
def test_a_token_ends_some_day(visit, days):
    assert visit("viewer").post("/account/tokens/", {"name": "x", "days": days}).status_code == 400


def test_who_a_token_acts_for(people, actors):
    from django.utils import timezone

    from muctieu_web.actions.tokens import holder_of, make_token

    now = timezone.now()
    _, secret = make_token(actor=actors["viewer"], now=now, name="x", may_write=False, days=1)
    assert holder_of(secret=secret, now=now).actor == actors["viewer"]
    assert holder_of(secret=secret + "x", now=now) is None
    assert holder_of(secret=secret, now=now + timedelta(days=1)) is None
    people["viewer"].is_active = False
    people["viewer"].save()
    assert holder_of(secret=secret, now=now) is None


def test_the_first_visit_makes_the_administrator(client, db):
    assert client.get("/account/sign-in/")["Location"] == "/account/first/"
    given = {"username": "quan-tri", "full_name": "Nguyễn An", "password": "short"}
    assert client.post("/account/first/", given).status_code == 400
    assert client.post("/account/first/", {**given, "password": STRONG})["Location"] == "/"
    assert client.get("/people/").status_code == 200
    assert client.get("/account/first/").status_code == 404
    assert client.post("/account/first/", {**given, "username": "b", "password": STRONG}).status_code == 404


@pytest.mark.parametrize(
    "meta", [{"REMOTE_ADDR": "10.0.0.7"}, {"HTTP_X_FORWARDED_FOR": "10.0.0.7"}, {"REMOTE_ADDR": ""}]
)
def test_the_first_account_is_made_at_the_machine_alone(client, db, meta):
    assert client.get("/account/first/", **meta).status_code == 404


def test_the_first_account_is_never_made_on_a_site_for_others(client, db, settings):
    settings.ALLOWED_HOSTS = ["testserver", "chi-tieu.example.vn"]
    assert client.get("/account/first/").status_code == 404


def test_add_person_on_the_command_line_gives_a_link_that_works_once(client, people, capsys):
    from django.core.management import CommandError, call_command

    call_command("add_person", "lan", "--role", "administrator", "--address", "https://x.vn/")
    link = re.search(r"https://x\.vn(/account/set/\S+)", capsys.readouterr().out)[1]
    assert "«lan»" in client.get(link).content.decode()
    assert client.post(link, {"password": STRONG, "again": STRONG})["Location"] == "/account/sign-in/"
    assert client.get(link).status_code == 404
    assert sign_in(client, "lan", STRONG).status_code == 302
    with pytest.raises(CommandError, match="Đã có tài khoản «lan»"):
        call_command("add_person", "lan")


@pytest.mark.parametrize(
    "link", ["/account/set/MQ/x-y/", "/account/set/@@/x/", "/account/set/OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5/x/"]
)
def test_a_made_up_link_leads_nowhere(client, people, link):
    assert client.get(link).status_code == 404
