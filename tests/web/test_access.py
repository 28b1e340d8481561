"""Who may do what: every address of the site and every action, tried by every role, against the tables written out here.

A new address or a new action must be added to a table here, or `test_..._stands_in_the_table` fails: say first who may, then
see that the program agrees. The tables are typed by hand on purpose, not computed from `access/table.py`.

`ADDRESSES`: the route as Django writes it → what GET answers to: a stranger, a stranger where the site is public, a viewer, a
reporter, a reviewer, an administrator. `WRITES`: the same for an empty POST. The answers: `y` let in (any answer but those that
follow: an empty form is let in to be told what it lacks), `-` sent to sign in, `x` forbidden (403), `0` not this way (405),
`n` not there (404).
"""

from __future__ import annotations

import inspect
import pkgutil
from datetime import date
from decimal import Decimal
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.web.conftest import NOW, finish

ROLES = ("stranger", "public", "viewer", "reporter", "reviewer", "administrator")
ACTORS = ("public", "viewer", "reporter", "reviewer", "administrator", "system")


def first_observation():
    from muctieu_web.store.models import Observation

    return Observation.objects.filter(indicator__code="THON_NTM").first().pk


def figure_of_others():
    """A figure of an indicator that the reporter's organisation does not answer for."""
    from muctieu.values.period import Period
    from muctieu_web.actions.enter_figures import Figure

    return Figure("THON_NTM", "mong-cai", Period.parse("2025-Q1"), Decimal(-1), "official", date(2025, 6, 1))


NO_CHOICE = SimpleNamespace(order=0, indicator="", place="", period="", status="")

# fmt: off
ADDRESSES = {
    # route                                       GET       POST
    "language/":                                 ("000000", "yyyyyy"),
    "healthz":                                   ("yyyyyy", "yyyyyy"),
    "account/":                                  ("--yyyy", "000000"),
    "account/name/":                             ("000000", "--yyyy"),
    "account/password/":                         ("000000", "--yyyy"),
    "account/second-factor/":                    ("--yyyy", "--yyyy"),
    "account/second-factor/codes/":              ("000000", "--yyyy"),
    "account/second-factor/off/":                ("000000", "--yyyy"),
    "account/tokens/":                           ("000000", "--yyyy"),
    "account/tokens/<int:key>/revoke/":          ("000000", "--nnnn"),
    "account/first/":                            ("nnnnnn", "nnnnnn"),
    "account/sign-in/":                          ("yyyyyy", "yyyyyy"),
    "account/sign-in/code/":                     ("------", "------"),
    "account/sign-out/":                         ("000000", "------"),
    "account/set/<str:key>/<str:token>/":        ("nnnnnn", "nnnnnn"),
    "people/":                                   ("--xxxy", "--xxxy"),
    "people/site/":                              ("--xxxy", "--xxxy"),
    "people/<int:key>/":                         ("--xxxy", "--xxxy"),
    "people/<int:key>/reset-password/":          ("--0000", "--xxxy"),
    "people/<int:key>/reset-second-factor/":     ("--0000", "--xxxy"),
    "":                                          ("-yyyyy", "-00000"),
    "targets/<slug:code>/":                      ("-yyyyy", "-00000"),
    "targets/<slug:code>/chart.<str:kind>":      ("-yyyyy", "-00000"),
    "targets/<slug:code>/comment/":              ("-00000", "-xyyyy"),
    "targets/<slug:code>/comment/<int:key>/withdraw/": ("-00000", "-xnnnn"),
    "indicators/<slug:code>/":                   ("-yyyyy", "-00000"),
    "feeds/<str:name>":                          ("-yyyyy", "-00000"),
    "register/":                                 ("--yyyy", "--0000"),
    "register/observations/":                    ("--yyyy", "--0000"),
    "register/observations/new/": ("--yyyy", "--xxyy"),
    "register/observations/<int:key>/": ("--yyyy", "--xxyy"),
    "register/observations/<int:key>/withdraw/": ("--0000", "--xxyy"),
    "register/entry/": ("--yyyy", "--yyyy"),
    "register/events/":                          ("--yyyy", "--xxyy"),
    "register/events/<int:key>/remove/":         ("--0000", "--xxyy"),
    "register/import/": ("--xxyy", "--xxyy"),
    "register/import/template.xlsx": ("--xxyy", "--0000"),
    "register/import/<int:key>/": ("--xxnn", "--0000"),
    "register/import/<int:key>/apply/": ("--0000", "--xxnn"),
    "register/export.xlsx":                      ("--yyyy", "--0000"),
    "register/new/<slug:many>/":                 ("--xxyy", "--xxyy"),
    "register/<slug:many>/":                     ("--yyyy", "--0000"),
    "register/<slug:many>/<slug:code>/":         ("--yyyy", "--xxyy"),
    "register/<slug:many>/<slug:code>/remove/":  ("--0000", "--xxyy"),
    "history/":                                  ("--yyyy", "--0000"),
    "history/<slug:noun>/<slug:key>/":           ("--yyyy", "--0000"),
    "tour/":                                     ("--yyyy", "--0000"),
    "tour/bao-cao-mau.docx":                     ("--yyyy", "--0000"),
    "reports/":                                  ("--yyyy", "--xyyy"),
    "reports/compare/": ("--nnnn", "--0000"),
    "reports/<int:report>/": ("--yyyy", "--0000"),
    "reports/<int:report>/archive/":             ("--0000", "--xyyy"),
    "reports/<int:report>/upload/":              ("--0000", "--xyyy"),
    "reports/<int:report>/versions/": ("--yyyy", "--xyyy"),
    "reports/<int:report>/versions/<int:number>/":           ("--yyyy", "--0000"),
    "reports/<int:report>/versions/<int:number>/again/":     ("--0000", "--xyyy"),
    "reports/<int:report>/versions/<int:number>/annotated/": ("--yyyy", "--0000"),
    "reports/<int:report>/versions/<int:number>/claims/<int:order>/":   ("--yyyy", "--xxyy"),
    "reports/<int:report>/versions/<int:number>/file/":      ("--yyyy", "--0000"),
    "reports/<int:report>/versions/<int:number>/findings/<int:order>/": ("--yyyy", "--xxyy"),
    "reports/<int:report>/versions/<int:number>/progress/":  ("--yyyy", "--0000"),
    "reports/<int:report>/versions/<int:number>/targets/":   ("--yyyy", "--0000"),
    "reports/<int:report>/versions/<int:number>/sections/": ("--xxyy", "--xxyy"),
}

# action → who may (the public, viewer, reporter, reviewer, administrator, the program itself) and the values it is tried with.
# An action without an actor names what opens it.
ACTIONS = {
    "accept_claim.accept_claim":              ("xxxyyy", {"version": 0, "choice": NO_CHOICE}),
    "accept_section.accept_section":          ("xxxyyy", {"version": 0, "choices": []}),
    "accept_target.accept_target":            ("xxxyyy", {"version": 0, "promise": NO_CHOICE}),
    "accept_finding.accept_finding":          ("xxxyyy", {"version": 0, "order": 0, "reason": ""}),
    "accept_finding.reopen_finding":          ("xxxyyy", {"version": 0, "order": 0}),
    "keep_reading.fail_reading":              ("the job that reads", {}),
    "keep_reading.keep_reading":              ("the job that reads", {}),
    "keep_report.archive_report":             ("xxyyyy", {"report": 0, "archived": True}),
    "keep_report.describe_report":            ("xxyyyy", {"report": 0, "title": "", "place": "", "period": ""}),
    "keep_report.read_again":                 ("xxyyyy", {"version": 0}),
    "review_claim.correct_claim":             ("xxxyyy", {"version": 0, "order": 0, "corrections": {}}),
    "review_claim.reject_claim":              ("xxxyyy", {"version": 0, "order": 0, "reason": ""}),
    "review_claim.reopen_claim":              ("xxxyyy", {"version": 0, "order": 0}),
    "upload_report.upload_report":            ("xxyyyy", {"name": "", "content": b""}),
    "discuss.comment":                        ("xyyyyy", {"target": "nowhere", "text": "x"}),
    "discuss.withdraw_comment":               ("xyyyyy", {"comment_id": 0}),
    "enter_figures.enter_figures":            ("xxxyyy", lambda: {"figures": [figure_of_others()]}),
    "enter_figures.withdraw_figure":          ("xxxyyy", lambda: {"observation_id": first_observation(), "reason": ""}),
    "import_tables.draft_import":             ("xxxyyy", {"name": "", "content": b""}),
    "import_tables.apply_import":             ("xxxyyy", {"draft_id": 0, "confirmed": False}),
    "keep_event.keep_event":                  ("xxxyyy", {"words": {}, "parts": []}),
    "keep_event.put_event":                   ("xxxyyy", {"words": {}, "parts": []}),
    "keep_event.remove_event":                ("xxxyyy", {"event_id": 0, "reason": ""}),
    "keep_indicator.keep_indicator":          ("xxxyyy", {"code": None, "words": {}}),
    "keep_organisation.keep_organisation":    ("xxxyyy", {"code": None, "words": {}}),
    "keep_place.keep_place":                  ("xxxyyy", {"code": None, "words": {}}),
    "keep_place.put_place":                   ("xxxyyy", {"code": None, "words": {}}),
    "keep_target.keep_target":                ("xxxyyy", {"code": None, "words": {}}),
    "remove_row.remove_row":                  ("xxxyyy", {"noun": "indicator", "code": "x", "reason": ""}),
    "keep_people.add_first_person":           ("while there is no account", {}),
    "keep_people.add_person":                 ("xxxxyy", {"username": ""}),
    "keep_people.change_person":              ("xxxxyy", {"person_id": 0, "full_name": "", "role": "", "organisation": "", "is_active": True}),
    "keep_people.reset_password":             ("xxxxyy", {"person_id": 0}),
    "keep_people.reset_second_factor":        ("xxxxyy", {"person_id": 0}),
    "keep_site.keep_site":                    ("xxxxyy", {"name": "", "public": False}),
    "own_account.change_own_name":            ("xyyyyx", {"full_name": "x"}),
    "passwords.change_password":              ("xyyyyx", {"old": "", "new": ""}),
    "passwords.set_password":                 ("the link", {}),
    "second_factor.begin_second_factor":      ("xyyyyx", {}),
    "second_factor.confirm_second_factor":    ("xyyyyx", {"code": ""}),
    "second_factor.pass_second_factor":       ("the code", {}),
    "second_factor.renew_codes":              ("xyyyyx", {"password": ""}),
    "second_factor.switch_off_second_factor": ("xyyyyx", {"password": ""}),
    "take_register.take_register":            ("xxxyyy", {"register": None}),
    "tokens.holder_of":                       ("the token", {}),
    "tokens.make_token":                      ("xyyyyx", {"name": "", "may_write": False, "days": 1}),
    "tokens.revoke_token":                    ("xyyyyy", {"token_id": 0}),
}
NOT_WRITING = {"enter_figures.judge_figures", "passwords.person_of_link", "take_back.take_back", "carry_reviews.carry_reviews"}  # questions, parts
# fmt: on

SAMPLES = {
    "code": "T04",
    "kind": "svg",
    "name": "targets.csv",
    "key": "1",
    "token": "x",
    "many": "indicators",
    "noun": "indicator",
    "number": "1",
    "order": "1",
}
OF_INDICATORS = {"code": "THU_NHAP"}


FIGURE = {
    "indicator": "THON_NTM", "place": "mong-cai", "period": "2024", "value": "99", "status": "official", "known": "2025-06-01",
    "reason": "x",
}  # fmt: skip
FORMS = {  # where an empty form asks for nothing yet; the figures are of an organisation that is not the reporter's
    "register/observations/new/": FIGURE,
    "register/observations/<int:key>/": FIGURE,
    "reports/": {"files": SimpleUploadedFile("b.txt", b"x")},
    "reports/<int:report>/upload/": {"files": SimpleUploadedFile("b.txt", b"x")},
    "reports/<int:report>/versions/<int:number>/claims/<int:order>/": {"do": "reject", "reason": "x"},
    "reports/<int:report>/versions/<int:number>/findings/<int:order>/": {"reason": "x"},
}


def routes():
    """Every route of the site but Django's own admin, as written."""
    from django.urls import URLPattern, get_resolver

    def walk(patterns, before):
        for one in patterns:
            route = before + str(one.pattern)
            if isinstance(one, URLPattern):
                yield route
            elif not route.startswith(("admin/", "api/")):
                yield from walk(one.url_patterns, route)

    return sorted(set(walk(get_resolver().url_patterns, "")))


@pytest.fixture(autouse=True)
def _nothing_is_read(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


@pytest.fixture
def report(db):
    return made_report()


def made_report():
    """A report that was read, with a claim and a finding; its key."""
    from django.core.files.base import ContentFile

    from muctieu_web.store.models import Claim, Finding, Report, State, Version

    text = "Thu ngân sách đạt 12 tỷ đồng."
    row = Report.objects.create(title="Báo cáo", created=NOW)
    version = Version.objects.create(
        report=row, number=1, file=ContentFile(text.encode(), "a.txt"), name="a.txt", size=30, sha256="0" * 64, uploaded=NOW,
        state=State.READ, text=text, document={"title": "", "place": "", "period": None, "sections": [], "footnotes": [], "tables": []},
    )  # fmt: skip
    Claim.objects.create(
        version=version, order=1, wire_id="c1", start=18, end=28, text="12 tỷ đồng", value="12000000000", resolution="1000000000",
        unit="VND", comparator="eq", kind="level", status="actual", indicator="Thu ngân sách", sentence_start=0, sentence_end=29,
    )  # fmt: skip
    wire = {
        "rule": "repeat",
        "severity": "info",
        "claims": ["c1"],
        "spans": [[18, 28]],
        "reported": "1",
        "expected": "2",
    }
    Finding.objects.create(
        version=version,
        order=1,
        rule="repeat",
        severity="info",
        start=18,
        fingerprint="f",
        wire=wire,
        message_vi="x",
        message_en="x",
    )
    return row.pk


def address(route, people, report):
    """The route with values that lead to something: a target and an indicator of the sample, the viewer's account."""
    key = first_observation() if route.startswith("register/observations/") else SAMPLES["key"]
    values = {
        **SAMPLES,
        "key": str(key),
        "report": str(report),
        **(OF_INDICATORS if route.startswith(("indicators/", "register/")) else {}),
    }
    if route.startswith("people/"):
        values["key"] = str(people["viewer"].pk)
    parts = route.replace("<", "\0<").replace(">", ">\0").split("\0")
    return "/" + "".join(values[one.strip("<>").split(":")[-1]] if one.startswith("<") else one for one in parts)


def letter(response):
    if response.status_code in (301, 302) and response["Location"].startswith("/account/sign-in/"):
        return "-"
    return {403: "x", 404: "n", 405: "0"}.get(response.status_code, "y")


def client_of(role, people):
    client = Client()
    if role in people:
        client.force_login(people[role])
    return client


def test_every_address_stands_in_the_table():
    new, gone = set(routes()) - set(ADDRESSES), set(ADDRESSES) - set(routes())
    assert not new, f"say in ADDRESSES of {__name__} who may come in by {sorted(new)}"
    assert not gone, f"take out of ADDRESSES of {__name__}: {sorted(gone)}"


@pytest.mark.parametrize("method", ["get", "post"])
def test_every_address_lets_in_whom_the_table_says(method, register, people, report):
    from muctieu_web.store.models import Site

    wrong = []
    for number, role in enumerate(ROLES):
        Site.objects.filter(pk=1).update(public=role == "public")
        for route, tables in ADDRESSES.items():
            given = FORMS.get(route, {}) if method == "post" else {}
            for file in given.values():
                getattr(file, "seek", int)(0)
            response = getattr(client_of(role, people), method)(address(route, people, report), given)
            finish(response)
            expected = tables[method == "post"][number]
            if response.status_code >= 500 or letter(response) != expected:
                wrong.append(f"{method} {route} as {role}: {response.status_code}, not `{expected}`")
    assert not wrong, "\n".join(wrong)


def actions():
    """Every public function of `actions/` that writes: keyword-only, not a helper of other actions."""
    from muctieu_web import actions as room

    for module in pkgutil.iter_modules(room.__path__):
        if module.name == "writing":
            continue
        inside = import_module(f"{room.__name__}.{module.name}")
        for name, function in inspect.getmembers(inside, inspect.isfunction):
            kinds = {one.kind for one in inspect.signature(function).parameters.values()}
            if function.__module__ == inside.__name__ and name[0] != "_" and kinds == {inspect.Parameter.KEYWORD_ONLY}:
                yield f"{module.name}.{name}", function


def test_every_action_stands_in_the_table():
    there = {name for name, _ in actions()} - NOT_WRITING
    assert not there - set(ACTIONS), f"say in ACTIONS of {__name__} who may: {sorted(there - set(ACTIONS))}"
    assert not set(ACTIONS) - there, f"take out of ACTIONS of {__name__}: {sorted(set(ACTIONS) - there)}"


def tried(function, actor, values):
    """`x` where the action forbids it, `y` where it went on (to say that the values are wrong, mostly)."""
    from muctieu.errors import MuctieuError
    from muctieu_web.access import Forbidden

    more = {"now": NOW} if "now" in inspect.signature(function).parameters else {}
    try:
        function(actor=actor, **more, **values)
    except Forbidden:
        return "x"
    except (MuctieuError, AttributeError):  # AttributeError: `take_register` has no register to take
        return "y"
    return "y"


def test_every_action_lets_do_whom_the_table_says(register, actors):
    from muctieu_web.access import NOBODY, SYSTEM

    wrong = []
    for number, who in enumerate(ACTORS):
        actor = {"public": NOBODY, "system": SYSTEM, **actors}[who]
        for name, function in actions():
            if name in ACTIONS and "actor" in inspect.signature(function).parameters:
                letters, values = ACTIONS[name]
                found = tried(function, actor, values() if callable(values) else values)
                if found != letters[number]:
                    wrong.append(f"{name} by {who}: `{found}`, not `{letters[number]}`")
    assert not wrong, "\n".join(wrong)


def test_an_action_without_an_actor_names_what_opens_it(db):
    for name, function in actions():
        if name in ACTIONS and "actor" not in inspect.signature(function).parameters:
            assert ACTIONS[name][0].startswith(("the ", "while ")), name


def test_a_reporter_enters_the_figures_of_the_own_organisation_alone(register, actors):
    from dataclasses import replace

    from muctieu_web.access import Forbidden
    from muctieu_web.actions.enter_figures import enter_figures

    others = replace(figure_of_others(), value=Decimal(5))
    own = replace(others, indicator="DICH_VU", value=Decimal(57))
    who = {"actor": actors["reporter"], "now": NOW, "confirmed": [0]}
    assert enter_figures(**who, figures=[own]) == ["new"]
    with pytest.raises(Forbidden):
        enter_figures(**who, figures=[others])
    with pytest.raises(Forbidden):
        enter_figures(**who, figures=[own, others])
