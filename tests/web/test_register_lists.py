"""The four lists, their forms, places with their events, the history."""

from datetime import date

import pytest

LISTS = ["indicators", "places", "organisations", "targets"]


@pytest.mark.parametrize("many", LISTS)
def test_a_list_is_searched_without_accents(visit, register, many, django_assert_max_num_queries):
    words = {"indicators": "dich vu", "places": "tra co", "organisations": "tai chinh", "targets": "dich vu"}[many]
    client = visit("viewer")
    with django_assert_max_num_queries(8):
        page = client.get(f"/register/{many}/", {"q": words}).content.decode()
    assert page.count('<th scope="row">') >= 1
    assert "Không có dòng nào khớp" in client.get(f"/register/{many}/", {"q": "xyzzy"}).content.decode()


NEW = {
    "indicators": {"code": "RAC", "name": "Tỷ lệ rác được thu gom", "unit": "%", "lower": "0", "upper": "100"},
    "places": {"code": "moi", "name": "Phường Mới", "kind": "phường", "size_population": "12.500"},
    "organisations": {"code": "moi-truong", "name": "Phòng Môi trường"},
    "targets": {"id": "T99", "indicator": "DICH_VU", "place": "mong-cai", "comparator": "ge", "value": "57,7", "start": "2025", "horizon": "2030"},
}  # fmt: skip


@pytest.mark.parametrize("many", LISTS)
def test_a_row_is_added_changed_and_removed_with_its_history(visit, register, many):
    from muctieu_web.store.models import Change

    client = visit("reviewer")
    assert client.post(f"/register/new/{many}/", NEW[many]).status_code == 302
    code = NEW[many].get("code") or NEW[many]["id"]
    address = f"/register/{many}/{code}/"
    assert client.get(address).status_code == 200
    changed = {**NEW[many], "name": "Tên khác", "reason": "Ghi nhầm tên"}
    assert client.post(address, changed).status_code == 302
    page = client.get(address).content.decode()
    assert "Ghi nhầm tên" in page
    assert "<ins>Tên khác</ins>" in page
    assert client.post(f"{address}remove/", {"reason": "Thừa"}).status_code == 302
    assert client.get(address).status_code == 404
    assert Change.objects.first().before["name"] == "Tên khác"


WRONG = [
    ("indicators", {"code": "DICH_VU"}, "Mã «DICH_VU» đã có"),
    ("indicators", {"code": "có dấu"}, "mã chỉ gồm chữ không dấu"),
    ("indicators", {"lower": "100", "upper": "0"}, "Giới hạn trên phải lớn hơn"),
    ("indicators", {"name": ""}, "không được để trống"),
    ("indicators", {"organisation": "không có"}, "Không có cơ quan «không có»"),
    ("places", {"weight": "0"}, "Trọng số phải lớn hơn 0"),
    ("places", {"start": "2025-07-01", "end": "2025-06-01"}, "Ngày hết hiệu lực phải sau"),
    ("places", {"size_population": "nhiều"}, "không phải là một con số"),
    ("targets", {"horizon": "2020"}, "hạn phải sau năm gốc 2025"),
    ("targets", {"comparator": "between"}, "khoảng cần có đầu trên"),
    ("targets", {"comparator": "between", "value_to": "5"}, "đầu trên nhỏ hơn đầu dưới"),
    ("targets", {"start": "20"}, "không phải là một năm"),
]


@pytest.mark.parametrize(("many", "wrong", "words"), WRONG)
def test_a_wrong_field_says_why_and_keeps_what_was_typed(visit, register, many, wrong, words):
    response = visit("reviewer").post(f"/register/new/{many}/", {**NEW[many], **wrong})
    assert response.status_code == 422
    assert words in response.content.decode()


def test_a_target_is_not_changed_without_a_reason(visit, register):
    client = visit("reviewer")
    response = client.post("/register/targets/T01/", {**NEW["targets"], "value": "58"})
    assert "Hãy ghi lý do sửa." in response.content.decode()


def test_an_indicator_with_figures_keeps_its_unit_and_its_row(visit, register):
    client = visit("reviewer")
    words = {"name": "Tỷ trọng dịch vụ", "unit": "ha"}
    assert "Đã có số liệu tính bằng «%»" in client.post("/register/indicators/DICH_VU/", words).content.decode()
    page = client.post("/register/indicators/DICH_VU/remove/", {"reason": "x"}, follow=True).content.decode()
    assert "đang được dùng" in page


@pytest.mark.parametrize("role", ["viewer", "reporter"])
@pytest.mark.parametrize("many", LISTS)
def test_only_reviewers_change_the_lists(visit, register, role, many):
    client = visit(role)
    assert client.get(f"/register/{many}/").status_code == 200
    assert client.get(f"/register/new/{many}/").status_code == 403
    assert client.post(f"/register/new/{many}/", NEW[many]).status_code == 403


SPLIT = {"kind": "split", "date": "2026-03-01", "act": "Nghị quyết (ví dụ)"}
PARTS = {"from-0": "mong-cai-1", "to-0": "mong-cai-2", "from-1": "mong-cai-1", "to-1": "mong-cai-3"}


@pytest.mark.parametrize(
    ("shares", "words"),
    [(("0,6", "0,4"), ""), (("0,6", "0,5"), "cộng lại bằng đúng 1"), (("0,6", ""), "Thiếu tỷ lệ"), (("x", "1"), "không phải là một con số")],
)  # fmt: skip
def test_the_shares_of_a_split_sum_to_one(visit, register, shares, words):
    from muctieu_web.store.models import PlaceEvent

    client = visit("reviewer")
    posted = {**SPLIT, **PARTS, "share_population-0": shares[0], "share_population-1": shares[1]}
    response = client.post("/register/events/", posted)
    if words:
        assert words in response.content.decode()
        assert not PlaceEvent.objects.filter(day=date(2026, 3, 1)).exists()
        return
    assert response.status_code == 302
    page = client.get("/register/places/mong-cai-1/").content.decode()
    assert "Nghị quyết (ví dụ)" in page
    event = PlaceEvent.objects.get(day=date(2026, 3, 1))
    assert client.post(f"/register/events/{event.pk}/remove/", {"reason": "Ghi thử"}).status_code == 302
    assert not PlaceEvent.objects.filter(pk=event.pk).exists()


def test_the_history_is_filtered(visit, register):
    client = visit("reviewer")
    client.post("/register/new/organisations/", NEW["organisations"])
    page = client.get("/history/", {"noun": "organisation"}).content.decode()
    assert "Phòng Môi trường" in page
    assert "Không có thay đổi nào khớp" in client.get("/history/", {"day": "2001-01-01"}).content.decode()
    assert client.get("/history/", {"day": "hôm qua"}).status_code == 400
