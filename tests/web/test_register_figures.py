"""Figures: entered, revised, withdrawn; warnings that can be confirmed; the table of a period."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from muctieu.values.period import Period

NOW = datetime(2025, 8, 1, 9, 0, tzinfo=UTC)


def figure(
    value, *, indicator="DICH_VU", place="mong-cai", period="2025-Q1", status="official", known=date(2025, 4, 5), **more
):
    from muctieu_web.actions.enter_figures import Figure

    return Figure(indicator, place, Period.parse(period), Decimal(value), status, known, **more)


@pytest.fixture
def enter(actors):
    from muctieu_web.actions.enter_figures import enter_figures

    def by(role, *figures, **more):
        return enter_figures(actor=actors[role], now=NOW, figures=figures, **more)

    return by


def rows(indicator, period):
    from muctieu_web.store.models import Observation

    return Observation.objects.filter(indicator__code=indicator, period=period).order_by("known", "id")


def test_a_revision_is_a_new_row_and_the_history_says_who(register, enter, actors):
    from muctieu_web.store.models import Change

    assert enter("reviewer", figure("57.9")) == ["new"]
    assert enter("reviewer", figure("58.1", known=date(2025, 5, 5), reason="Số chính thức")) == ["revises"]
    assert enter("reviewer", figure("58.1", known=date(2025, 6, 5))) == ["same"]
    assert [row.value for row in rows("DICH_VU", "2025-Q1")] == [Decimal("57.9"), Decimal("58.1")]
    last = Change.objects.first()
    assert (last.action, last.who, last.reason) == ("revise", "Người reviewer", "Số chính thức")


def test_a_withdrawal_keeps_the_rows(register, enter, actors):
    from muctieu_web.access import Refused
    from muctieu_web.actions.enter_figures import withdraw_figure
    from muctieu_web.queries.figures import figure_page

    enter("reviewer", figure("57.9"))
    key = rows("DICH_VU", "2025-Q1").get().pk
    with pytest.raises(Refused, match="why it is withdrawn"):
        withdraw_figure(actor=actors["reviewer"], now=NOW, observation_id=key, reason=" ")
    withdraw_figure(actor=actors["reviewer"], now=NOW, observation_id=key, reason="Nhầm kỳ")
    page = figure_page(actor=actors["viewer"], observation_id=key)
    assert page.stands is None
    assert [one.withdrawn for one in page.revisions] == [True, False]
    with pytest.raises(Refused, match="no figure to take back"):
        withdraw_figure(actor=actors["reviewer"], now=NOW, observation_id=key, reason="Nhầm kỳ")


@pytest.mark.parametrize(
    ("wrong", "words", "may_confirm"),
    [
        ({"value": "120"}, "beyond the indicator's bound of 100%", True),
        ({"value": "20", "period": "2025", "place": "mong-cai-cu"}, "The register has no “mong-cai-cu”", False),
        ({"value": "57", "place": "mong-cai-1", "period": "2024"}, "began on 2025-07-01", False),
        ({"value": "57", "known": date(2025, 8, 2)}, "is yet to come", False),
        ({"value": "57", "known": date(2024, 8, 2)}, "known before Q1 2025 began", False),
        ({"value": "20", "period": "2024", "known": date(2025, 7, 1)}, "is far from the figure before it (2023: ", True),
        ({"value": "57.3", "period": "2024", "status": "estimated", "known": date(2025, 7, 1)}, "has a surer figure", True),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_and_a_warning_can_be_confirmed(register, enter, wrong, words, may_confirm):
    from muctieu_web.actions.enter_figures import RefusedRows

    one = figure(wrong.pop("value"), **wrong)
    with pytest.raises(RefusedRows) as refused:
        enter("reviewer", one)
    faults = refused.value.rows[0]
    assert any(words in fault.sentence("en") for fault in faults)
    assert refused.value.may_confirm is may_confirm
    if may_confirm:
        assert enter("reviewer", one, confirmed=[0])[0] in ("new", "revises")


def test_nothing_is_written_where_one_of_several_is_wrong(register, enter):
    from muctieu_web.actions.enter_figures import RefusedRows

    with pytest.raises(RefusedRows):
        enter("reviewer", figure("57.9"), figure("120", period="2025-Q2"))
    assert not rows("DICH_VU", "2025-Q1").exists()


def test_a_reporter_enters_what_the_own_organisation_supplies(register, enter, organisation):
    from muctieu_web.access import Forbidden
    from muctieu_web.store.models import Indicator

    with pytest.raises(Forbidden):
        enter("viewer", figure("57.9"))
    Indicator.objects.filter(code="DICH_VU").update(organisation=organisation)
    Indicator.objects.filter(code="CONG_NGHIEP").update(organisation=None)
    assert enter("reporter", figure("57.9")) == ["new"]
    with pytest.raises(Forbidden):
        enter("reporter", figure("35", indicator="CONG_NGHIEP"))


TABLE = {"period": "2025-Q1", "place": "mong-cai", "known": "2025-04-05", "status": "preliminary"}


def test_the_table_saves_all_at_once(visit, register):
    page = visit("reviewer").post(
        "/register/entry/", {**TABLE, "value-DICH_VU": "57,9", "value-CONG_NGHIEP": "35,6"}, follow=True
    )
    assert "Đã ghi 2 số liệu." in page.content.decode()
    assert [row.value for row in rows("DICH_VU", "2025-Q1")] == [Decimal("57.9")]
    assert rows("CONG_NGHIEP", "2025-Q1").get().status == "preliminary"


def test_the_table_keeps_what_was_typed_and_says_per_cell(visit, register):
    client = visit("reviewer")
    words = {**TABLE, "value-DICH_VU": "năm bảy", "value-CONG_NGHIEP": "135", "value-NONG_NGHIEP": "6,5"}
    response = client.post("/register/entry/", words)
    page = response.content.decode()
    assert response.status_code == 422
    assert "«năm bảy» không phải là một con số" in page
    assert "135% ra ngoài giới hạn 100% của chỉ tiêu." in page
    assert 'value="6,5"' in page
    assert not rows("NONG_NGHIEP", "2025-Q1").exists()
    words |= {"value-DICH_VU": "57,9", "confirm-CONG_NGHIEP": "135|preliminary"}
    assert client.post("/register/entry/", words).status_code == 302
    assert rows("CONG_NGHIEP", "2025-Q1").get().value == 135


def test_a_confirmation_holds_for_the_very_figure(visit, register):
    words = {**TABLE, "value-CONG_NGHIEP": "136", "confirm-CONG_NGHIEP": "135|preliminary"}
    assert visit("reviewer").post("/register/entry/", words).status_code == 422


def test_a_figure_that_reads_in_two_ways_is_asked_about_unless_others_settle_it(visit, register):
    client = visit("reviewer")
    page = client.post("/register/entry/", {**TABLE, "value-GRDP_BQ": "1.234"}).content.decode()
    assert "«1.234» đọc được hai cách; đang hiểu là 1234, không phải 1,234." in page
    client.post("/register/entry/", {**TABLE, "value-GRDP_BQ": "1.234", "value-DICH_VU": "57,9"})
    assert rows("GRDP_BQ", "2025-Q1").get().value == 1234


def test_the_table_of_a_reporter_has_the_own_indicators_only(visit, register, organisation):
    from muctieu_web.store.models import Indicator

    Indicator.objects.update(organisation=None)
    Indicator.objects.filter(code="DICH_VU").update(organisation=organisation)
    page = visit("reporter").get("/register/entry/", TABLE).content.decode()
    assert "value-DICH_VU" in page
    assert "value-CONG_NGHIEP" not in page
    assert visit("viewer").get("/register/entry/", TABLE).status_code == 403


def test_a_single_figure_asks_to_be_confirmed(visit, register):
    client = visit("reviewer")
    words = {
        "indicator": "DICH_VU",
        "place": "mong-cai",
        "period": "quý I/2025",
        "value": "120",
        "status": "official",
        "known": "2025-04-05",
    }
    page = client.post("/register/observations/new/", words).content.decode()
    assert "ra ngoài giới hạn" in page
    printed = "DICH_VU|mong-cai|quý I/2025|120|official|2025-04-05"
    assert f'value="{printed}"' in page
    assert client.post("/register/observations/new/", {**words, "confirmed": printed}).status_code == 302
    assert rows("DICH_VU", "2025-Q1").get().value == 120


def test_revising_a_figure_needs_a_reason(visit, register):
    client = visit("reviewer")
    key = rows("DICH_VU", "2024").get().pk
    words = {"value": "57,3", "status": "official", "known": "2025-07-01"}
    assert "Hãy ghi lý do sửa." in client.post(f"/register/observations/{key}/", words).content.decode()
    client.post(f"/register/observations/{key}/", {**words, "reason": "Niên giám thống kê"})
    assert [row.value for row in rows("DICH_VU", "2024")][-1] == Decimal("57.3")


@pytest.mark.parametrize("path", ["/register/observations/", "/register/entry/?period=2024&place=mong-cai"])
def test_figures_ask_the_database_a_fixed_number_of_times(visit, register, path, django_assert_max_num_queries):
    client = visit("reviewer")
    with django_assert_max_num_queries(12):
        assert client.get(path).status_code == 200
