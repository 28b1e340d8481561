"""The API: tokens, what each may read and write, filters, pages, ETags, errors; and its own description tried against it."""

import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone


@pytest.fixture
def token(people, actors):
    """`token(role, write)` gives the headers of a fresh token of that person."""
    from muctieu_web.actions.tokens import make_token

    def make(role="viewer", write=False, days=1, now=None):
        made = make_token(actor=actors[role], now=now or timezone.now(), name="x", may_write=write, days=days)
        return {"authorization": f"Bearer {made[1]}"}

    return make


READS = ["indicators", "places", "organisations", "observations", "targets", "board", "reports"]


@pytest.mark.parametrize("name", READS)
def test_everything_needs_a_token(client, register, name):
    answer = client.get(f"/api/v1/{name}")
    assert answer.status_code == 401
    assert set(answer.json()) == {"sentence", "sentence_en", "field", "may_confirm"}
    assert answer["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("name", READS)
def test_what_a_public_site_tells_a_stranger(client, register, name):
    from muctieu_web.store.models import Site

    Site.objects.filter(pk=1).update(public=True)
    assert client.get(f"/api/v1/{name}").status_code == (403 if name == "reports" else 200)


@pytest.mark.parametrize("given", ["Bearer muctieu_made-up", "Bearer ", "Basic eDp4", "bearer x y", "\u00e9"])
def test_a_bad_token_is_refused_even_on_a_public_site(client, register, given):
    from muctieu_web.store.models import Site

    Site.objects.filter(pk=1).update(public=True)
    assert client.get("/api/v1/indicators", headers={"authorization": given}).status_code == 401


def test_an_expired_token_is_refused(client, register, token):
    old = token(now=timezone.now() - timedelta(days=2))
    assert client.get("/api/v1/indicators", headers=old).status_code == 401


def test_a_session_is_no_token(visit, register):
    assert visit("administrator").get("/api/v1/indicators").status_code == 401


def test_figures_are_exact_strings_as_known_on_a_day(client, register, token):
    headers = token()
    asked = {"indicator": "THU_NHAP", "place": "mong-cai", "period": "2024"}
    later = client.get("/api/v1/observations", {**asked, "on": "2025-06-30"}, headers=headers).json()
    assert [(one["value"], one["unit"]) for one in later["items"]] == [("97500000", "VND")]
    assert client.get("/api/v1/observations", {**asked, "on": "2023-01-01"}, headers=headers).json()["total"] == 0


def test_a_revision_and_a_withdrawal_count_from_their_day(client, register, token):
    from muctieu_web.store.models import Observation

    row = Observation.objects.filter(indicator__code="THU_NHAP", period="2024").latest("known", "id")
    for day, value, withdrawn in (("2026-01-01", "98000000", False), ("2026-02-01", "0", True)):
        row.pk, row.known, row.value, row.withdrawn = None, day, value, withdrawn
        row.save()

    def on(day):
        asked = {"indicator": "THU_NHAP", "place": row.place.code, "period": "2024", "on": day}
        return [one["value"] for one in client.get("/api/v1/observations", asked, headers=token()).json()["items"]]

    assert on("2025-12-31") == ["97500000"]
    assert on("2026-01-01") == ["98000000"]
    assert on("2026-02-01") == []


def test_a_stranger_sees_what_is_official(client, register, token):
    from muctieu_web.store.models import Observation, Site

    Site.objects.filter(pk=1).update(public=True)
    Observation.objects.filter(period="2024").update(status="estimated")
    inside = client.get("/api/v1/observations?limit=1000", headers=token()).json()["items"]
    outside = client.get("/api/v1/observations?limit=1000").json()["items"]
    assert {one["status"] for one in outside} == {"official"}
    assert {one["status"] for one in inside} >= {"official", "estimated"}


def test_pages_lead_to_each_other(client, register, token):
    headers, seen, offset = token(), [], 0
    while offset is not None:
        page = client.get(f"/api/v1/observations?limit=40&offset={offset}", headers=headers).json()
        seen += [one["id"] for one in page["items"]]
        offset = page["next"]
    assert len(seen) == len(set(seen)) == page["total"] > 80


def test_search_knows_no_accents(client, register, token):
    found = client.get("/api/v1/indicators?words=thu nhap", headers=token()).json()
    assert "THU_NHAP" in {one["code"] for one in found["items"]}
    assert found["total"] < 29


def test_the_board_and_the_targets_agree(client, register, token):
    headers = token()
    items = client.get("/api/v1/targets?on=2025-06-30", headers=headers).json()["items"]
    board = client.get("/api/v1/board?on=2025-06-30", headers=headers)
    assert len(items) > 29  # of every term
    assert {one["id"] for one in items} <= set(json.dumps(board.json()).replace('"', " ").split())


@pytest.mark.parametrize("name", READS)
def test_what_did_not_change_is_not_sent_again(client, register, token, name):
    headers = token()
    first = client.get(f"/api/v1/{name}", headers=headers)
    assert first.status_code == 200
    again = client.get(f"/api/v1/{name}", headers={**headers, "if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("name", READS)
def test_the_database_is_asked_a_fixed_number_of_times(client, register, token, name, django_assert_max_num_queries):
    headers = token()
    client.get(f"/api/v1/{name}", headers=headers)
    with django_assert_max_num_queries(6):
        client.get(f"/api/v1/{name}", headers=headers)


@pytest.mark.parametrize(
    ("path", "status", "field"),
    [
        ("observations?on=2025-13-01", 422, "on"),
        ("observations?limit=0", 422, "limit"),
        ("observations?limit=1001", 422, "limit"),
        ("observations?offset=99999999999999999999", 422, "offset"),
        ("indicators?words=a%00b", 422, "words"),
        ("reports/99999999999999999999/versions/1/claims", 422, "report"),
        ("reports/1/versions/1/claims", 404, ""),
        ("nowhere", 404, None),
    ],
)
def test_an_error_is_a_sentence_in_both_languages(client, register, token, path, status, field):
    answer = client.get(f"/api/v1/{path}", headers=token())
    assert answer.status_code == status
    if field is not None:
        assert field in answer.json()["field"]
        assert answer.json()["sentence"] != answer.json()["sentence_en"]


@pytest.mark.parametrize("words", ["' OR 1=1 --", "%", '"', "\\", "); DROP TABLE store_person; --", "%' ESCAPE '"])
def test_words_of_a_filter_are_words(client, register, token, words):
    for name in ("indicators", "places", "organisations"):
        answer = client.get(f"/api/v1/{name}", {"words": words}, headers=token())
        assert (answer.status_code, answer.json()["total"]) == (200, 0)
    for name in ("indicator", "place", "period", "status"):
        assert client.get("/api/v1/observations", {name: words}, headers=token()).json()["total"] == 0


def test_writing_needs_a_token_that_may_write_and_the_right(client, register, token):
    from muctieu_web.store.models import Change, Comment

    say = {"path": "/api/v1/targets/T04/comments", "data": {"text": "Chậm"}, "content_type": "application/json"}
    assert client.post(**say).status_code == 401
    assert client.post(**say, headers=token("reviewer")).status_code == 403
    assert client.post(**say, headers=token("viewer", write=True)).status_code == 201
    assert Comment.objects.get().text == "Chậm"
    assert Change.objects.filter(action="comment").exists()
    empty = client.post(**{**say, "data": {"text": " "}}, headers=token("viewer", write=True))
    assert (empty.status_code, empty.json()["field"]) == (400, "text")


def test_a_figure_is_entered_revised_and_taken_back(client, register, token):
    headers = token("reporter", write=True)

    def send(**more):
        figure = {
            "indicator": "DICH_VU",
            "place": "mong-cai",
            "period": "2025-Q1",
            "value": "57.3",
            "known": "2025-04-10",
            **more,
        }
        return client.post("/api/v1/observations", figure, content_type="application/json", headers=headers)

    def shown():
        asked = {"indicator": "DICH_VU", "period": "2025-Q1"}
        return client.get("/api/v1/observations", asked, headers=headers).json()["items"]

    assert send().json() == {"fate": "new"}
    assert send().json() == {"fate": "same"}
    assert [one["value"] for one in shown()] == ["57.3"]
    assert send(value="57.4", known="2025-05-10", reason="x").json() == {"fate": "revises"}
    odd = send(value="571", known="2025-06-10", reason="x")
    assert (odd.status_code, odd.json()["may_confirm"]) == (400, True)
    assert send(indicator="THON_NTM").status_code == 403
    assert send(value="1.000,5").status_code == 422
    assert send(period="2025-Q9").status_code == 400
    key = shown()[0]["id"]
    back = {"path": f"/api/v1/observations/{key}/withdraw", "content_type": "application/json", "headers": headers}
    assert client.post(**back, data={"reason": " "}).status_code == 400
    assert client.post(**back, data={"reason": "nhập nhầm"}).status_code == 200
    assert shown() == []


def test_a_target_is_added_and_changed(client, register, token):
    target = {
        "indicator": "DICH_VU",
        "place": "mong-cai",
        "start": 2020,
        "horizon": 2025,
        "comparator": "ge",
        "value": "58.125",
    }

    def send(method, path, role="reviewer", **more):
        call = getattr(client, method)
        return call(path, {**target, **more}, content_type="application/json", headers=token(role, write=True))

    assert send("post", "/api/v1/targets", "reporter", id="MOI").status_code == 403
    assert send("post", "/api/v1/targets", id="MOI").json() == {"code": "MOI"}
    assert send("post", "/api/v1/targets", id="MOI").json()["field"] == "id"
    assert send("put", "/api/v1/targets/MOI", value="59").json()["field"] == "reason"
    assert send("put", "/api/v1/targets/MOI", value="59", reason="x").status_code == 200
    rows = client.get("/api/v1/targets?limit=1000", headers=token()).json()["items"]
    assert [one["value"] for one in rows if one["id"] == "MOI"] == ["59"]
    assert send("put", "/api/v1/targets/nowhere", reason="x").status_code == 404


def test_a_report_is_handed_over(client, register, token, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}

    def send(role, name="Báo cáo năm.txt", content="Thu ngân sách đạt 12 tỷ đồng."):
        file = SimpleUploadedFile(name, content.encode())
        return client.post("/api/v1/reports", {"file": file}, headers=token(role, write=True))

    assert send("viewer").status_code == 403
    first = send("reporter")
    assert (first.status_code, first.json()["is_new"]) == (201, True)
    assert send("reporter").json() == {**first.json(), "is_new": False}
    assert send("reporter", content=" ").status_code == 400
    items = client.get("/api/v1/reports", headers=token()).json()["items"]
    assert [(one["id"], one["state"]) for one in items] == [(first.json()["report"], "waiting")]
    claims = f"/api/v1/reports/{first.json()['report']}/versions/1/claims"
    assert client.get(claims, headers=token()).json()["total"] == 0


def test_the_documentation_is_served_from_here(client, db):
    page = client.get("/api/v1/docs")
    assert page.status_code == 200
    assert "https://" not in page.content.decode()
    assert "unsafe" not in page["Content-Security-Policy"]


@pytest.mark.slow
def test_the_description_holds(register, token):
    """Schemathesis makes requests from the description: no answer is a fault of the program, or none that is described."""
    import schemathesis
    from hypothesis import HealthCheck, Phase, given, seed, settings
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi.checks import (
        content_type_conformance,
        response_schema_conformance,
        status_code_conformance,
    )

    from muctieu_web.wsgi import application

    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    headers = {"Authorization": token("reviewer", write=True)["authorization"]}
    wanted = [not_a_server_error, status_code_conformance, response_schema_conformance, content_type_conformance]
    tried = 0
    for operation in (one.ok() for one in schema.get_all_operations()):

        @seed(1)
        @settings(
            max_examples=25,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def holds(case):
            nonlocal tried
            case.call_and_validate(headers=headers, checks=wanted)
            tried += 1

        holds()
    assert tried > 100
