"""A real browser (Debian's Chromium, headless) on a live server; nothing but the server may be asked for anything."""

import os
import shutil
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import pytest

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
NOW = datetime(2025, 8, 1, 9, 0, tzinfo=UTC)
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def chromium():
    if CHROMIUM is None:
        pytest.skip("needs Chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield browser
        browser.close()


@pytest.fixture
def site(transactional_db, live_server, people_for_browser):
    """A live server with the sample's register and one person of each role; the password of all is `mat-khau-dai-12`."""
    from muctieu.scoreboard.reading import read_register
    from muctieu_web.access import SYSTEM
    from muctieu_web.actions.take_register import take_register

    folder = Path(str(files("muctieu") / "sample" / "register"))
    take_register(actor=SYSTEM, now=NOW, register=read_register(folder))
    return live_server


@pytest.fixture
def people_for_browser(transactional_db):
    from muctieu_web.store.models import Organisation, Person, Role

    organisation, _ = Organisation.objects.get_or_create(
        code="tai-chinh", defaults={"name": "Phòng Tài chính - Kế hoạch"}
    )
    for role in Role.values:
        person = Person(username=role, role=role, full_name=f"Người {role}", organisation=organisation)
        person.set_password("mat-khau-dai-12")
        person.save()


class Window:
    """A page of the browser with what went wrong on it: errors, refusals of the policy, requests to elsewhere."""

    def __init__(self, context, base):
        self.page = context.new_page()
        self.base = base
        self.faults = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", lambda said: said.type == "error" and self.faults.append(said.text))
        self.page.on("request", lambda asked: self._asked(asked.url))

    def _asked(self, url):
        if not url.startswith((self.base, "data:", "blob:")):
            self.faults.append(f"asked {url}")

    def open(self, path):
        self.page.goto(self.base + path)
        self.page.wait_for_load_state("networkidle")
        return self.page


@pytest.fixture
def window(chromium, site):
    """`window(role, language, size)` opens a window signed in as that role."""
    contexts = []

    def opened(role="administrator", language="vi", size=None, javascript=True):
        context = chromium.new_context(
            viewport=size or WIDE, locale="vi-VN", java_script_enabled=javascript, accept_downloads=True
        )
        contexts.append(context)
        context.add_cookies([{"name": "muctieu_language", "value": language, "url": site.url}])
        one = Window(context, site.url)
        if role:
            from django.conf import settings
            from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
            from django.contrib.sessions.backends.db import SessionStore

            from muctieu_web.store.models import Person

            person = Person.objects.get(username=role)
            session = SessionStore()
            session[SESSION_KEY] = str(person.pk)
            session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
            session[HASH_SESSION_KEY] = person.get_session_auth_hash()
            session.save()
            context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session.session_key, "url": site.url}])
        return one

    yield opened
    for context in contexts:
        context.close()
