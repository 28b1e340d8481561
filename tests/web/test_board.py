"""The board, target and indicator pages, their files and feeds."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

NOW = datetime(2025, 8, 1, 9, 0, tzinfo=UTC)


def test_the_board_shows_every_target_and_why(visit, register):
    page = visit("viewer").get("/?on=2025-06-30").content.decode()
    assert page.count('<tr class="one ') == 29
    assert page.count('class="why"') == 29
    assert 'class="spark"' in page


def test_filters_are_joined_and_search_knows_no_accents(visit, register):
    client = visit("viewer")
    page = client.get("/", {"on": "2025-06-30", "words": "ty trong dich vu"}).content.decode()
    assert page.count('<tr class="one ') == 1
    assert "Tỷ trọng dịch vụ" in page
    assert (
        "Không có chỉ tiêu nào khớp" in client.get("/", {"words": "dich vu", "group": "Về môi trường"}).content.decode()
    )


def test_the_board_of_a_past_day_knows_less(visit, register):
    client = visit("viewer")
    assert 'data-head="Mới nhất">57,2%' in client.get("/?on=2025-06-30&words=dich+vu").content.decode()
    assert 'data-head="Mới nhất">57,2%' not in client.get("/?on=2024-06-30&words=dich+vu").content.decode()


def test_a_day_that_is_none_is_refused_in_one_sentence(visit, register):
    response = visit("viewer").get("/?on=2025-13-01")
    assert response.status_code == 400
    assert "«2025-13-01» không phải là một ngày" in response.content.decode()


@pytest.mark.parametrize("path", ["/", "/?view=wall", "/targets/T04/", "/indicators/THU_NHAP/"])
def test_pages_ask_the_database_a_fixed_number_of_times(visit, register, path, django_assert_max_num_queries):
    client = visit("viewer")
    with django_assert_max_num_queries(22):
        assert client.get(path).status_code == 200
    with django_assert_max_num_queries(12):  # the register is kept until something changes
        client.get(path)


def test_the_files_hold_the_board(visit, register):
    client = visit("viewer")
    lines = client.get("/?format=csv&on=2025-06-30").content.decode("utf-8-sig").splitlines()
    assert len(lines) == 30
    from io import BytesIO

    from python_calamine import CalamineWorkbook

    rows = (
        CalamineWorkbook.from_filelike(BytesIO(client.get("/?format=xlsx").content)).get_sheet_by_index(0).to_python()
    )
    assert len(rows) == 30
    assert rows[0][1] == "Chỉ tiêu"


def test_the_chart_as_a_file(visit, register):
    client = visit("viewer")
    assert client.get("/targets/T04/chart.png").content.startswith(b"\x89PNG")
    assert b"<svg" in client.get("/targets/T04/chart.svg").content
    assert client.get("/targets/T04/chart.exe").status_code == 404


def test_a_figure_of_a_report_leads_to_its_sentence(visit, register, people):
    from django.core.files.base import ContentFile

    from muctieu_web.store.models import Claim, Indicator, Observation, Place, Report, Version

    text = "Năm 2025, thu nhập bình quân đạt 101 triệu đồng."
    report = Report.objects.create(title="Báo cáo năm", created=NOW)
    version = Version.objects.create(
        report=report,
        number=1,
        file=ContentFile(b"x", "a.txt"),
        name="a.txt",
        size=1,
        sha256="0",
        uploaded=NOW,
        text=text,
    )
    start = text.index("101")
    Claim.objects.create(
        version=version,
        order=1,
        wire_id="c1",
        start=start,
        end=start + 14,
        text="101 triệu đồng",
        value=Decimal(101000000),
        resolution=Decimal(1000000),
        unit="VND",
        comparator="eq",
        kind="level",
        status="actual",
        indicator="thu nhập",
        sentence_start=0,
        sentence_end=len(text),
    )
    Observation.objects.create(
        indicator=Indicator.objects.get(code="THU_NHAP"),
        place=Place.objects.get(code="mong-cai"),
        period="2025",
        first=date(2025, 1, 1),
        until=date(2026, 1, 1),
        value=Decimal(101000000),
        known=date(2026, 1, 5),
        recorded=NOW,
        version=version,
        start=start,
        end=start + 14,
    )
    page = visit("viewer").get("/targets/T04/?on=2026-02-01").content.decode()
    assert f"/reports/{report.pk}/versions/1/#at-{start}" in page
    assert "<q>Năm 2025, thu nhập bình quân đạt <mark>101 triệu đồng</mark>.</q>" in page


def test_a_withdrawn_figure_counts_until_the_day_it_was_taken_back(visit, register):
    from muctieu_web.store.models import Change, Indicator, Observation, Place

    Observation.objects.create(
        indicator=Indicator.objects.get(code="THU_NHAP"),
        place=Place.objects.get(code="mong-cai"),
        period="2024",
        first=date(2024, 1, 1),
        until=date(2025, 1, 1),
        value=Decimal(0),
        known=date(2025, 5, 1),
        recorded=NOW,
        withdrawn=True,
    )
    Change.objects.create(at=NOW, who="", action="withdraw", noun="observation", key="1", label="")
    client = visit("viewer")
    assert "97,5 triệu đồng" in client.get("/targets/T04/?on=2025-04-30").content.decode().split("Lịch sử số liệu")[0]
    assert (
        "97,5 triệu đồng" not in client.get("/targets/T04/?on=2025-05-02").content.decode().split("Lịch sử số liệu")[0]
    )


def test_the_discussion(visit, register, people):
    client = visit("viewer")
    client.post("/targets/T04/comment/", {"text": "Vì sao <b>chậm</b>?"})
    page = client.get("/targets/T04/").content.decode()
    assert "Vì sao &lt;b&gt;chậm&lt;/b&gt;?" in page
    from muctieu_web.store.models import Change, Comment

    key = Comment.objects.get().pk
    assert Change.objects.filter(action="comment", person=people["viewer"]).exists()
    assert visit("reporter").post(f"/targets/T04/comment/{key}/withdraw/").status_code == 403
    assert visit("viewer").post(f"/targets/T04/comment/{key}/withdraw/").status_code == 302
    assert Comment.objects.get().withdrawn
    assert "Hãy viết nội dung" in client.post("/targets/T04/comment/", {"text": " "}, follow=True).content.decode()


FEEDS = ["observations.csv", "observations.json", "targets.csv", "targets.json", "board.csv", "board.json", "sdmx.csv"]


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_is_unchanged_while_its_tag_is(visit, register, name):
    client = visit("viewer")
    first = client.get(f"/feeds/{name}")
    assert first.status_code == 200
    assert client.get(f"/feeds/{name}", headers={"if-none-match": first["ETag"]}).status_code == 304
    client.post("/targets/T04/comment/", {"text": "x"})
    assert client.get(f"/feeds/{name}", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_the_public_sees_only_what_is_official(visit, register):
    from muctieu_web.store.models import Observation, Site

    Site.objects.filter(pk=1).update(public=True)
    Observation.objects.filter(period="2024").update(status="estimated")
    everyone = json.loads(visit().get("/feeds/observations.json").content)["observations"]
    assert {one["status"] for one in everyone} == {"official"}
    inside = json.loads(visit("viewer").get("/feeds/observations.json").content)["observations"]
    assert {one["status"] for one in inside} >= {"official", "estimated"}


def test_a_register_without_targets_says_where_to_begin(visit):
    assert "Tải một báo cáo lên" in visit("reviewer").get("/").content.decode()
