"""Import and export of the register, and ten people who save at once."""

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
import xlsxwriter

NOW = datetime(2025, 8, 1, 9, 0, tzinfo=UTC)


def dry_run(client, name, content):
    from django.core.files.uploadedfile import SimpleUploadedFile

    if isinstance(content, str):
        content = content.encode()
    return client.post("/register/import/", {"file": SimpleUploadedFile(name, content)}, follow=True)


def last_draft():
    from muctieu_web.store.models import Draft

    return Draft.objects.order_by("-id").first()


def fates():
    return [(row["number"], row["fate"]) for row in last_draft().rows]


CSV = """indicator,place,period,value,status,known
DICH_VU,mong-cai,2024,57.2,official,2025-02-15
DICH_VU,mong-cai,2025-Q1,57.9,official,2025-04-05
DICH_VU,mong-cai,2024,57.4,official,2025-06-30
"""


def test_a_dry_run_shows_the_fate_of_each_line_and_writes_nothing(visit, register):
    from muctieu_web.store.models import Change, Observation

    before = Observation.objects.count(), Change.objects.count()
    response = dry_run(visit("reviewer"), "so.csv", CSV)
    assert fates() == [(2, "same"), (3, "new"), (4, "revises")]
    assert (Observation.objects.count(), Change.objects.count()) == before
    key = last_draft().pk
    assert f"/register/import/{key}/apply/" in response.content.decode()
    client = visit("reviewer")
    assert "Đã nhập 2 dòng." in client.post(f"/register/import/{key}/apply/", follow=True).content.decode()
    assert Observation.objects.filter(indicator__code="DICH_VU", period="2024").count() == 2
    assert "đã được nhập" in client.post(f"/register/import/{key}/apply/", follow=True).content.decode()
    assert Change.objects.first().reason == "Nhập từ tệp / Imported from: so.csv"


@pytest.mark.parametrize(
    ("line", "fate", "words"),
    [
        ("DICH_VU,mong-cai,2025-Q9,57,official,", "refused", "không phải là một kỳ"),
        ("KHONG_CO,mong-cai,2025-Q1,57,official,", "refused", "Không có chỉ tiêu thống kê «KHONG_CO»"),
        ("DICH_VU,mong-cai,2025-Q1,nhiều,official,", "refused", "không phải là một con số"),
        ("DICH_VU,mong-cai,2025-Q1,57,chắc,", "refused", "phải là một trong"),
        ("DICH_VU,mong-cai-1,2024,57,official,", "refused", "mới có"),
        ("DICH_VU,mong-cai,2025-Q1,120,official,2025-04-05", "asks", "ra ngoài giới hạn"),
        ("GRDP_BQ,mong-cai,2025-Q1,1.234,official,2025-04-05", "asks", "đọc được hai cách"),
    ],
)
def test_one_bad_line_stops_the_whole_file(visit, register, line, fate, words):
    from muctieu_web.store.models import Observation

    good = "DICH_VU,mong-cai,2025-Q2,58,official,2025-07-05"
    page = dry_run(visit("reviewer"), "so.csv", f"indicator,place,period,value,status,known\n{good}\n{line}\n").content
    assert fates() == [(2, "new"), (3, fate)]
    assert words in page.decode()
    client, key = visit("reviewer"), last_draft().pk
    client.post(f"/register/import/{key}/apply/")
    assert not Observation.objects.filter(period="2025-Q2", indicator__code="DICH_VU").exists()
    client.post(f"/register/import/{key}/apply/", {"confirmed": "yes"})
    written = Observation.objects.filter(period="2025-Q2", indicator__code="DICH_VU").exists()
    assert written is (fate == "asks")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.xlsx", b"PK\x03\x04 broken", "Không đọc được «a.xlsx»"),
        ("a.bin", b"\xff\xfe\x00\x01\x80", "không phải .xlsx, cũng không phải CSV UTF-8"),
        ("a.csv", b"indicator,period\nX,2024\n", "thiếu cột value"),
        ("a.csv", b"indicator,period,value\n", "không có dòng số liệu nào"),
    ],
)
def test_a_file_that_is_none_is_refused_in_a_sentence(visit, register, name, content, words):
    response = dry_run(visit("reviewer"), name, content)
    assert response.status_code == 422
    assert words in response.content.decode()


def test_only_reviewers_import(visit, register):
    assert dry_run(visit("reporter"), "so.csv", CSV).status_code == 403


def counts():
    from muctieu_web.store.models import Indicator, Observation, Organisation, Place, PlaceEvent, PlacePart, Target

    return [
        model.objects.count() for model in (Organisation, Indicator, Place, PlaceEvent, PlacePart, Target, Observation)
    ]


def test_what_is_exported_is_imported_unchanged(visit, register):
    client = visit("reviewer")
    content = client.get("/register/export.xlsx").content
    dry_run(client, "so.xlsx", content)
    assert {fate for _, fate in fates()} == {"same"}


def test_an_exported_register_fills_an_empty_site_alike(visit, register):
    from muctieu_web.store import models

    client = visit("reviewer")
    content, before = client.get("/register/export.xlsx").content, counts()
    for model in ("Observation", "Target", "PlacePart", "PlaceEvent", "Indicator"):
        getattr(models, model).objects.all().delete()
    models.Place.objects.update(parent=None)
    models.Site.objects.update(place=None)
    models.Place.objects.all().delete()
    dry_run(client, "so.xlsx", content)
    assert {fate for _, fate in fates()} <= {"new", "same", "asks", "revises"}
    client.post(f"/register/import/{last_draft().pk}/apply/", {"confirmed": "yes"})
    assert counts() == before
    dry_run(client, "so.xlsx", content)
    assert {fate for _, fate in fates()} == {"same"}


def test_columns_that_a_table_lacks_stay_as_they_are(visit, register):
    from muctieu_web.store.models import Indicator

    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("indicators")
        sheet.write_row(0, 0, ["code", "name", "unit"])
        sheet.write_row(1, 0, ["DICH_VU", "Tỷ trọng khu vực dịch vụ", "%"])
    client = visit("reviewer")
    dry_run(client, "chi-tieu.xlsx", out.getvalue())
    assert fates() == [(2, "changed")]
    client.post(f"/register/import/{last_draft().pk}/apply/")
    row = Indicator.objects.get(code="DICH_VU")
    assert (row.name, row.upper, row.direction) == ("Tỷ trọng khu vực dịch vụ", Decimal(100), "up")


WRITERS = """
import json, os, threading
from datetime import date
from decimal import Decimal
import django
django.setup()
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
call_command("migrate", verbosity=0)
from muctieu.values.period import Period
from muctieu_web.access import SYSTEM
from muctieu_web.actions.enter_figures import Figure, enter_figures
from muctieu_web.store.models import Change, Indicator, Observation, Place
Indicator.objects.create(code="I", name="I", unit="%")
for n in range(10):
    Place.objects.create(code=f"p{n}", name=f"P{n}")
faults, ready = [], threading.Barrier(10)
def write(n):
    ready.wait()
    try:
        for year in range(2010, 2015):
            figure = Figure("I", f"p{n}", Period.of_year(year), Decimal(50 + n), "official", date(year + 1, 2, 1))
            enter_figures(actor=SYSTEM, now=timezone.now(), figures=[figure])
    except Exception as error:
        faults.append(repr(error))
    finally:
        connection.close()
threads = [threading.Thread(target=write, args=(n,)) for n in range(10)]
[one.start() for one in threads]; [one.join() for one in threads]
print(json.dumps([faults, Observation.objects.count(), Change.objects.count()]))
"""


def test_ten_people_save_at_once_and_none_is_lost_or_refused(tmp_path):
    environment = {**os.environ, "MUCTIEU_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "muctieu_web.settings"}
    environment.pop("DATABASE_URL", None)
    done = subprocess.run([sys.executable, "-c", WRITERS], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == [[], 50, 50]


@pytest.mark.parametrize(("place", "fate"), [("mong-cai", "revises"), ("hai-son-moi", "new")])
def test_what_others_wrote_since_the_lines_were_judged_counts(visit, register, actors, monkeypatch, place, fate):
    from muctieu.values.period import Period
    from muctieu_web.actions import import_tables
    from muctieu_web.actions.enter_figures import Figure, enter_figures
    from muctieu_web.store.models import Change

    dry_run(visit("reviewer"), "so.csv", "\n".join(CSV.splitlines()[:1] + CSV.splitlines()[2:3]))
    prepare, runs = import_tables._prepare, []

    def overtaken(*given, **named):
        ready = prepare(*given, **named)
        if not runs:
            period = Period.parse("2025-Q1" if place == "mong-cai" else "2025-Q3")
            figure = Figure("DICH_VU", place, period, Decimal(57), "official", NOW.date())
            enter_figures(actor=actors["reviewer"], now=NOW, figures=[figure], confirmed=[0])
        runs.append(ready.outcomes[0].fate)
        return ready

    monkeypatch.setattr(import_tables, "_prepare", overtaken)
    draft, now = last_draft().pk, datetime(2026, 1, 1, tzinfo=UTC)
    import_tables.apply_import(actor=actors["reviewer"], now=now, draft_id=draft, confirmed=True)
    assert runs == (["new", "revises"] if fate == "revises" else ["new"])
    assert Change.objects.first().action == ("revise" if fate == "revises" else "enter")


def test_an_import_that_others_overtake_again_and_again_is_refused_with_a_sentence(visit, register, monkeypatch):
    from muctieu_web.actions import import_tables

    dry_run(visit("reviewer"), "so.csv", CSV)
    monkeypatch.setattr(import_tables, "_is_overtaken", lambda ready: True)
    client = visit("reviewer")
    page = client.post(f"/register/import/{last_draft().pk}/apply/", follow=True).content.decode()
    assert "người khác đang sửa chính những số liệu này" in page
    assert last_draft().applied is None


def test_places_that_cannot_be_together_are_traced_to_their_lines(visit, register):
    lines = [f"xa-{n},Xã {n},xã,2020-01-01,{'2019-01-01' if n in (3, 11) else ''}" for n in range(14)]
    lines.append("xa-0,Xã không,xã,2020-01-01,")
    dry_run(visit("reviewer"), "xa.csv", "\n".join(["code,name,kind,start,end", *lines]))
    assert [number for number, fate in fates() if fate == "refused"] == [5, 13]


def test_events_that_cannot_be_are_traced_to_their_lines(visit, register):
    """A merger of a unit into itself stands between two that can be."""
    from muctieu_web.store.models import Place

    for code in ("a", "b", "c", "d", "e"):
        Place.objects.create(code=code, name=code.upper(), level="xã", valid_from=date(2000, 1, 1))
    rows = [
        ("merge", "2020-01-01", "a", "b", "NQ 1"),
        ("merge", "2021-01-01", "a", "c", "NQ 2"),
        ("merge", "2022-01-01", "d", "e", "NQ 3"),
    ]
    table = "\n".join(["kind,date,from,to,act", *(",".join(row) for row in rows)])
    dry_run(visit("reviewer"), "su-kien.csv", table)
    assert fates() == [(2, "new"), (3, "refused"), (4, "new")]


LARGE = """
import json, threading, time
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
import django
django.setup()
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
call_command("migrate", verbosity=0)
from muctieu.values.period import Period
from muctieu_web.access import actor_of
from muctieu_web.actions import import_tables, writing
from muctieu_web.actions.enter_figures import Figure, enter_figures
from muctieu_web.store.models import Change, Indicator, Observation, Person, Place
actor = actor_of(Person.objects.create(username="a", role="administrator"))
for n in range(50):
    Indicator.objects.create(code=f"I{n}", name=f"I{n}", unit="ha")
for n in range(41):
    Place.objects.create(code=f"p{n}", name=f"P{n}")
held, waits, faults, over = [], [], [], threading.Event()

@contextmanager
def timed():
    with writing.one_write():
        start = time.perf_counter()
        yield
    held.append(time.perf_counter() - start)

import_tables.one_write = timed

def write():
    year = 1900
    while not over.is_set():
        start, year = time.perf_counter(), 1900 + (year - 1899) % 120
        figure = Figure("I0", "p40", Period.of_year(year), Decimal(50), "official", date(2024, 1, 1))
        try:
            enter_figures(actor=actor, now=timezone.now(), figures=[figure], confirmed=[0])
        except Exception as error:
            faults.append(repr(error))
        waits.append(time.perf_counter() - start)
        over.wait(PAUSE)
    connection.close()

lines = [f"I{n % 50},p{n // 50 % 40},{2000 + n // 2000},{100 + n % 7},official,2024-01-01" for n in range(20000)]
content = "\\n".join(["indicator,place,period,value,status,known", *lines]).encode()
other = threading.Thread(target=write)
other.start()
draft = import_tables.draft_import(actor=actor, now=timezone.now(), name="a.csv", content=content)
start = time.perf_counter()
held.clear()
try:
    done = import_tables.apply_import(actor=actor, now=timezone.now(), draft_id=draft, confirmed=True)
finally:
    over.set()
    other.join()
took = time.perf_counter() - start
there = Observation.objects.exclude(place__code="p40").count()
keys = set(Change.objects.filter(noun="observation").values_list("key", flat=True))
known = {str(key) for key in Observation.objects.values_list("pk", flat=True)} == keys
print(json.dumps([done, there, known, len(waits), faults, max(held), took, max(waits)]))
"""


@pytest.mark.slow
@pytest.mark.parametrize("pause", [1000, 0.2])
def test_a_large_import_holds_the_lock_for_a_small_part_of_its_time(tmp_path, pause):
    """20,000 figures: judged without the lock; where others write meanwhile, none of them is refused."""
    environment = {**os.environ, "MUCTIEU_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "muctieu_web.settings"}
    environment.pop("DATABASE_URL", None)
    script = LARGE.replace("PAUSE", str(pause))
    ran = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    done, there, known, writes, faults, held, took, waited = json.loads(ran.stdout.splitlines()[-1])
    assert (done, there, known, faults) == (20_000, 20_000, True, [])
    print(f"held {held:.2f} s of {took:.2f} s; {writes} saves meanwhile, the slowest {waited:.2f} s")
    if pause == 1000:
        assert held < took / 4
    else:
        assert writes > 3
