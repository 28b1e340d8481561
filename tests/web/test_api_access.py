"""Who may do what by the API: every operation of its description, tried with a token of every role, against the table written out here.

`OPERATIONS`: method and path → what it answers to: nobody, nobody where the site is public, and by tokens that may write a viewer, a
reporter, a reviewer, an administrator; last an administrator by a token that only reads. The answers: `y` let in (any answer but
those that follow: what is sent may lack something), `-` a token is asked for (401), `x` forbidden (403), `n` not there (404).
The figures are of an indicator that the reporter's organisation does not answer for.
"""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from tests.web.test_access import FIGURE, first_observation, letter, made_report

CALLERS = ("nobody", "public", "viewer", "reporter", "reviewer", "administrator", "reading")
VERSION = "/api/v1/reports/{report}/versions/{number}/"
OPERATIONS = {
    "get /api/v1/indicators": "-yyyyyy",
    "get /api/v1/places": "-yyyyyy",
    "get /api/v1/organisations": "-yyyyyy",
    "get /api/v1/observations": "-yyyyyy",
    "get /api/v1/targets": "-yyyyyy",
    "get /api/v1/board": "-yyyyyy",
    "get /api/v1/reports": "-xyyyyy",
    f"get {VERSION}claims": "-xyyyyy",
    f"get {VERSION}findings": "-xyyyyy",
    "post /api/v1/observations": "-xxxyyx",
    "post /api/v1/observations/{key}/withdraw": "-xxxyyx",
    "post /api/v1/targets": "-xxxyyx",
    "put /api/v1/targets/{code}": "-xxxyyx",
    "post /api/v1/targets/{code}/comments": "-xyyyyx",
    "post /api/v1/reports": "-xxyyyx",
}
TARGET = {
    "id": "X",
    "indicator": "THON_NTM",
    "place": "mong-cai",
    "start": 2020,
    "horizon": 2025,
    "value": "1",
    "reason": "x",
}
BODIES = {
    "post /api/v1/observations": {
        name: FIGURE[name] for name in ("indicator", "place", "period", "value", "status", "known", "reason")
    },
    "post /api/v1/observations/{key}/withdraw": {"reason": "x"},
    "post /api/v1/targets": TARGET,
    "put /api/v1/targets/{code}": {**TARGET, "value": "2"},
    "post /api/v1/targets/{code}/comments": {"text": "x"},
}


def described(client):
    description = client.get("/api/v1/openapi.json").json()
    return {
        f"{method} {path}": one for path, methods in description["paths"].items() for method, one in methods.items()
    }


def ask(client, operation, key, report, headers):
    method, path = operation.split()
    path = path.format(key=key, code="T04", report=report, number=1)
    if operation == "post /api/v1/reports":
        return client.post(path, {"file": SimpleUploadedFile("a.txt", b"Thu 12")}, headers=headers)
    body = json.dumps(BODIES[operation]) if operation in BODIES else None
    return client.generic(method.upper(), path, body or "", content_type="application/json", headers=headers)


def test_every_operation_stands_in_the_table(client, db):
    assert set(described(client)) == set(OPERATIONS), f"say in OPERATIONS of {__name__} who may"


@pytest.mark.usefixtures("files_kept_here")
def test_every_operation_lets_in_whom_the_table_says(client, register, actors):
    from muctieu_web.actions.tokens import make_token
    from muctieu_web.store.models import Site

    report, wrong = made_report(), []
    for number, caller in enumerate(CALLERS):
        Site.objects.filter(pk=1).update(public=caller == "public")
        headers = {}
        if number > 1:
            actor = actors["administrator" if caller == "reading" else caller]
            made = make_token(actor=actor, now=timezone.now(), name="x", may_write=caller != "reading", days=1)
            headers = {"authorization": f"Bearer {made[1]}"}
        for operation, letters in OPERATIONS.items():
            key = first_observation() if "{key}" in operation else 0
            answer = ask(client, operation, key, report, headers)
            found = "-" if answer.status_code == 401 else letter(answer)
            if answer.status_code >= 500 or found != letters[number]:
                wrong.append(f"{operation} by {caller}: {answer.status_code}, not `{letters[number]}`")
    assert not wrong, "\n".join(wrong)


def test_every_operation_says_what_it_does_and_each_field_what_it_is(client, db):
    for name, operation in described(client).items():
        assert operation["summary"], name
        assert len(operation.get("description", "")) > 10, name
        assert {"401", "403", "422"} <= set(operation["responses"]), name
        for one in operation.get("parameters", ()):
            assert one.get("description") or one["schema"].get("description"), f"{name}: {one['name']}"
