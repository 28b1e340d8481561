"""A program that is killed, over and over, while it uploads, reads, accepts and imports; then what it left is looked at. Run by `test_kill.py`.

    MUCTIEU_HOME=… python tests/web/killed.py ROUNDS SEED

Each round forks a child that works as fast as it can, telling by a pipe what it was told is done, and kills it (SIGKILL) after a
random moment. Ends with 0 where nothing was half done and nothing confirmed was lost; else says what was.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from hashlib import sha256
from pathlib import Path

os.environ["DJANGO_SETTINGS_MODULE"] = "muctieu_web.settings"


def report(number: int) -> bytes:
    """A report of our own, another each time, that takes a while to write down."""
    lines = [f"BÁO CÁO số {number}", "Kết quả thực hiện nhiệm vụ năm 2024"]
    lines += [
        f"Năm 2024, xã thứ {n} thu ngân sách đạt {100 + n + number},{n % 10} tỷ đồng, tăng {n % 9 + 1},5% so với năm 2023; có {n + 3} dự án."
        for n in range(60)
    ]
    return "\n".join(lines).encode()


LINES = 40


def table(number: int) -> bytes:
    """Figures of our own, told apart from those of another round by their source."""
    head = "indicator,place,period,value,status,known,source"
    lines = [f"THU_NHAP,mong-cai,{1900 + n},{number + n + 1},official,2025-01-01,bảng {number}" for n in range(LINES)]
    return "\n".join([head, *lines]).encode()


def work(first: int, tell: int) -> None:
    """Uploads, reads, accepts and imports until it is killed."""
    from decimal import Decimal

    from django.utils import timezone

    from muctieu_web.access import actor_of
    from muctieu_web.actions.accept_claim import Choice, accept_claim
    from muctieu_web.actions.import_tables import apply_import, draft_import
    from muctieu_web.actions.keep_reading import keep_reading, note_step, take_up
    from muctieu_web.actions.upload_report import upload_report
    from muctieu_web.jobs.reading_child import _result
    from muctieu_web.store.models import Claim, Person

    actor = actor_of(Person.objects.get(username="admin"))
    for number in range(first, first + 1000):
        uploaded = upload_report(actor=actor, now=timezone.now(), name=f"bao-cao-{number}.txt", content=report(number))
        os.write(tell, f"uploaded {uploaded.version}\n".encode())
        file = take_up(uploaded.version)
        assert file is not None
        result = _result(file.path, file.name)
        note_step(uploaded.version, 90)
        if keep_reading(version=uploaded.version, now=timezone.now(), result=result):
            os.write(tell, f"read {uploaded.version}\n".encode())
        claim = Claim.objects.filter(version=uploaded.version, kind="level", unit="VND").first()
        assert claim is not None
        choice = Choice(claim.order, "", "mong-cai", "2024", Decimal(claim.value), new_name=f"Thu thử {number}")
        observation = accept_claim(
            actor=actor, now=timezone.now(), version=uploaded.version, choice=choice, confirmed=True
        )
        os.write(tell, f"accepted {observation}\n".encode())
        draft = draft_import(actor=actor, now=timezone.now(), name="so.csv", content=table(number))
        apply_import(actor=actor, now=timezone.now(), draft_id=draft, confirmed=True)
        os.write(tell, f"imported {number}\n".encode())


def faults(confirmed: dict[str, set[int]]) -> list[str]:
    """What is half done or lost."""
    from django.conf import settings
    from django.db import connection
    from django.db.models import Count

    from muctieu_web.store.models import Change, Draft, Observation, Review, Version

    found = []
    versions = {row.pk: row for row in Version.objects.all()}
    for kind in ("uploaded", "read"):
        found += [f"version {key} was {kind} and is gone" for key in confirmed[kind] - set(versions)]
    for row in versions.values():
        path = Path(settings.MEDIA_ROOT) / row.file.name
        if not path.exists() or sha256(path.read_bytes()).hexdigest() != row.sha256:
            found.append(f"the file of version {row.pk} is not as uploaded")
        claims = row.claims.count()
        if row.state == "read" and not (claims == row.claim_count > 0 and row.text):
            found.append(f"version {row.pk} is read but has {claims} of {row.claim_count} claims")
        if row.state != "read" and (claims or row.findings.count() or row.text):
            found.append(f"version {row.pk} is {row.state} but has {claims} claims")
        if row.pk in confirmed["read"] and row.state != "read":
            found.append(f"version {row.pk} was read and is {row.state}")
        if not Change.objects.filter(action="upload_report", noun="version", key=str(row.pk)).exists():
            found.append(f"the upload of version {row.pk} has no history")
    accepted = set(Observation.objects.filter(version__isnull=False).values_list("pk", flat=True))
    found += [f"observation {key} was accepted and is gone" for key in confirmed["accepted"] - accepted]
    reviewed = set(Review.objects.filter(verdict="accepted").values_list("observation_id", flat=True))
    if accepted != reviewed:
        found.append(f"observations and reviews differ: {accepted ^ reviewed}")
    tables = dict(Observation.objects.filter(source__startswith="bảng ").values_list("source").annotate(Count("pk")))
    found += [f"{source}: {count} of {LINES} lines" for source, count in tables.items() if count != LINES]
    found += [f"bảng {key} was imported and is gone" for key in confirmed["imported"] if f"bảng {key}" not in tables]
    if len(tables) != Draft.objects.filter(applied__isnull=False).count():
        found.append("imports and figures differ")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        if cursor.fetchone()[0] != "ok":
            found.append("the database is damaged")
    return found


def _sample(files):
    return files("muctieu") / "sample" / "bao-cao.docx"


def main(rounds: int, seed: int) -> int:
    import django

    django.setup()
    from importlib.resources import files

    from django.core.management import call_command
    from django.db import connections
    from django.utils import timezone

    from muctieu.scoreboard.reading import read_register
    from muctieu_web.access import SYSTEM
    from muctieu_web.actions.keep_reading import take_up_again
    from muctieu_web.actions.take_register import take_register
    from muctieu_web.jobs.reading_child import _result
    from muctieu_web.store.models import Person, Version

    call_command("migrate", verbosity=0)
    Person.objects.create(username="admin", role="administrator")
    take_register(
        actor=SYSTEM, now=timezone.now(), register=read_register(Path(str(files("muctieu") / "sample" / "register")))
    )
    _result(str(_sample(files)), "bao-cao.docx")  # what reading loads is loaded before the first fork
    import muctieu_web.actions.accept_claim
    import muctieu_web.actions.import_tables
    import muctieu_web.actions.upload_report  # noqa: F401

    chance = random.Random(seed)
    confirmed: dict[str, set[int]] = {"uploaded": set(), "read": set(), "accepted": set(), "imported": set()}
    for turn in range(rounds):
        connections.close_all()
        hear, tell = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(hear)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            try:
                work(turn * 1000, tell)
            finally:
                os._exit(70)
        os.close(tell)
        time.sleep(chance.uniform(0.02, 0.9))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        with os.fdopen(hear) as said:
            for line in said.read().splitlines():
                kind, _, key = line.partition(" ")
                confirmed[kind].add(int(key))
        found = faults(confirmed)
        if os.WIFEXITED(status):
            found.append(f"the child ended by itself with {os.WEXITSTATUS(status)}")
        if found:
            print(f"round {turn}: " + "; ".join(found[:5]))
            return 1
    take_up_again()
    left = Version.objects.exclude(state__in=("waiting", "read")).count()
    print(f"{rounds} kills: {', '.join(f'{len(keys)} {kind}' for kind, keys in confirmed.items())}; {left} left over")
    return 1 if left or not all(confirmed.values()) else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
