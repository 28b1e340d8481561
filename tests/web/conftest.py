"""People of each role, a small register, and pages as a signed-in person gets them."""

from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import pytest

NOW = datetime(2025, 8, 1, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _nothing_kept():
    from muctieu_web.boards import forget

    forget()
    yield
    forget()


def finish(response):
    """Reads a streamed answer to its end, which closes its file; any other is closed already."""
    if response.streaming:
        for _ in response:
            pass


@pytest.fixture(autouse=True)
def _connection_kept(request):
    """An answer that is closed ends its request, and a request's end closes the connection: not the one that holds the test's transaction."""
    if "live_server" in request.fixturenames:
        yield
        return
    from django.core.signals import request_finished, request_started
    from django.db import close_old_connections

    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def organisation(db):
    from muctieu_web.store.models import Organisation

    return Organisation.objects.create(code="tai-chinh", name="Phòng Tài chính - Kế hoạch")


@pytest.fixture
def people(db, organisation):
    """One person of each role, by role; the reporter belongs to the organisation `tai-chinh`."""
    from muctieu_web.store.models import Person, Role

    made = {}
    for role in Role.values:
        person = Person(username=role, role=role, full_name=f"Người {role}")
        person.set_password("mat-khau-dai-12")
        if role == Role.REPORTER:
            person.organisation = organisation
        person.save()
        made[role] = person
    return made


@pytest.fixture
def actors(people):
    from muctieu_web.access import actor_of

    return {role: actor_of(person) for role, person in people.items()}


@pytest.fixture
def register(db, actors):
    """The register that ships with the program, in the store."""
    from muctieu.scoreboard.reading import read_register
    from muctieu_web.actions.take_register import take_register

    folder = Path(str(files("muctieu") / "sample" / "register"))
    take_register(actor=actors["administrator"], now=NOW, register=read_register(folder))


@pytest.fixture
def visit(client, people):
    """`visit(role)` gives a client signed in as that role; `visit()` one who is not signed in."""

    def as_role(role=None):
        if role:
            client.force_login(people[role])
        return client

    return as_role


@pytest.fixture
def files_kept_here(settings, tmp_path):
    """Uploaded files go to a folder of the test's own, and are read only when the test reads them."""
    from muctieu_web.pages.reports.marks import forget as forget_texts

    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    settings.MEDIA_ROOT = tmp_path / "files"
    forget_texts()
