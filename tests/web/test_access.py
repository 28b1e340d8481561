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
from importlib import import_module

import pytest
from django.test import Client
from tests.web.conftest import NOW

ROLES = ("stranger", "public", "viewer", "reporter", "reviewer", "administrator")
ACTORS = ("public", "viewer", "reporter", "reviewer", "administrator", "system")

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
}

# action → who may (the public, viewer, reporter, reviewer, administrator, the program itself) and the values it is tried with.
# An action without an actor names what opens it.
ACTIONS = {
    "discuss.comment":                        ("xyyyyy", {"target": "nowhere", "text": "x"}),
    "discuss.withdraw_comment":               ("xyyyyy", {"comment_id": 0}),
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
NOT_WRITING = {"passwords.person_of_link"}
# fmt: on

SAMPLES = {"code": "T04", "kind": "svg", "name": "targets.csv", "key": "1", "token": "x"}
OF_INDICATORS = {"code": "THU_NHAP"}


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


def address(route, people):
    """The route with values that lead to something: a target and an indicator of the sample, the viewer's account."""
    values = {**SAMPLES, **(OF_INDICATORS if route.startswith("indicators/") else {})}
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
@pytest.mark.parametrize("role", ROLES)
def test_every_address_lets_in_whom_the_table_says(role, method, register, people):
    from muctieu_web.store.models import Site

    Site.objects.filter(pk=1).update(public=role == "public")
    expected, found = {}, {}
    for route, tables in ADDRESSES.items():
        client = client_of(role, people)
        response = getattr(client, method)(address(route, people))
        assert response.status_code < 500, route
        expected[route] = tables[method == "post"][ROLES.index(role)]
        found[route] = letter(response)
    assert found == expected


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


@pytest.mark.parametrize("who", ACTORS)
def test_every_action_lets_do_whom_the_table_says(who, db, actors):
    from muctieu_web.access import NOBODY, SYSTEM

    actor = {"public": NOBODY, "system": SYSTEM, **actors}[who]
    expected, found = {}, {}
    for name, function in actions():
        if name in ACTIONS and "actor" in inspect.signature(function).parameters:
            letters, values = ACTIONS[name]
            expected[name] = letters[ACTORS.index(who)]
            found[name] = tried(function, actor, values)
    assert found == expected


def test_an_action_without_an_actor_names_what_opens_it(db):
    for name, function in actions():
        if name in ACTIONS and "actor" not in inspect.signature(function).parameters:
            assert ACTIONS[name][0].startswith(("the ", "while ")), name
