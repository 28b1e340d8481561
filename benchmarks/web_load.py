#!/usr/bin/env python3
"""Twenty readers at once on the site: the time that the server takes for the board (60 targets) and for the reader of a long report.

    python benchmarks/web_load.py [REPORT] [--requests 400] [--readers 20]

REPORT defaults to lines of `benchmarks/gold` with sentences without figures between them: 112,000 characters with a figure about
every 250, as a political report has. Runs the production
server on SQLite, and again on PostgreSQL where TEST_POSTGRES_URL names a server that may make databases. Prints the median and the
95th percentile of the server's own time a request (from its log) and of what a reader waits (with the queue), and beside them a
floor: the same for `/healthz`. The figures are of this machine at this hour; compare rows of one run.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

HERE = Path(__file__).parent
LENGTH = 112_000
FILLER = "Các cấp, các ngành tiếp tục phối hợp chặt chẽ, kịp thời tháo gỡ khó khăn, tạo chuyển biến rõ nét trên các lĩnh vực."
MORE_TARGETS = """
from django.utils import timezone
from muctieu_web.access import SYSTEM
from muctieu_web.store.models import Change, Target
rows = list(Target.objects.filter(base_year=2020, horizon=2025))
extra = []
for number in range(max(0, 60 - len(rows))):
    row = rows[number % len(rows)]
    row.pk, row.code, row.order = None, f"X{number:02}", 900 + number
    extra.append(row.__class__(**{field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}))
Target.objects.bulk_create(extra)
Change.objects.create(at=timezone.now(), who="", action="bench", noun="target", key="", label="")
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", nargs="?", type=Path)
    parser.add_argument("--requests", type=int, default=400)
    parser.add_argument("--readers", type=int, default=20)
    chosen = parser.parse_args()
    print("| database | page | server p50 ms | server p95 ms | reader waits p50 ms | reader waits p95 ms |")
    print("| --- | --- | --: | --: | --: | --: |")
    with tempfile.TemporaryDirectory() as folder:
        report = chosen.report or long_report(Path(folder))
        run("SQLite", Path(folder) / "sqlite", "", report, chosen.requests, chosen.readers)
        server = os.environ.get("TEST_POSTGRES_URL")
        if server:
            name = f"muctieu_load_{os.getpid()}"
            psql(server, f"CREATE DATABASE {name}")
            try:
                url = urlsplit(server)._replace(path=f"/{name}").geturl()
                run("PostgreSQL", Path(folder) / "postgres", url, report, chosen.requests, chosen.readers)
            finally:
                psql(server, f"DROP DATABASE {name} WITH (FORCE)")


def long_report(folder: Path) -> Path:
    lines = [
        line
        for path in sorted((HERE / "gold").glob("*/text.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    parts: list[str] = []
    length = 0
    for line in lines:
        parts += [line, *[FILLER] * (len(line) // 30)]
        length += len(line) + len(FILLER) * (len(line) // 30)
    path = folder / "bao-cao-dai.txt"
    path.write_text("\n".join(parts)[:LENGTH], encoding="utf-8")
    return path


def psql(server: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement)


def run(database: str, home: Path, url: str, report: Path, requests: int, readers: int) -> None:
    home.mkdir()
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    environment = {
        **os.environ,
        "MUCTIEU_HOME": str(home),
        "MUCTIEU_TRY": "1",
        "MUCTIEU_LOG": "INFO",
        "DATABASE_URL": url,
    }
    log = home / "log"
    with log.open("w") as stream:
        server = subprocess.Popen(
            [sys.executable, "-m", "muctieu_web.serve", "--bind", f"127.0.0.1:{port}"],
            env=environment,
            stdout=stream,
            stderr=stream,
        )
    try:
        reader = Reader(port)
        reader.wait_until_up()
        subprocess.run(
            [sys.executable, "-m", "muctieu_web", "shell", "-c", MORE_TARGETS],
            env=environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        page = reader.upload(report)
        for name, path in (
            ("floor: /healthz", "/healthz"),
            ("board of 60 targets", "/"),
            ("reader of the report", page),
        ):
            measure(database, name, path, port, reader.cookies, log, requests, readers)
    finally:
        server.terminate()
        server.wait(30)


class Reader:
    """A visitor of the trial, signed in by coming."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}

    def ask(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, str, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection.request(method, path, body, {"Cookie": cookies, **(headers or {})})
        answer = connection.getresponse()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        text = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer.status, text, answer.getheader("Location") or ""

    def wait_until_up(self) -> None:
        for _ in range(1200):
            try:
                if self.ask("GET", "/")[0] == 200:
                    return
            except OSError:
                pass
            time.sleep(0.1)
        raise SystemExit("the server did not start")

    def upload(self, report: Path) -> str:
        """Uploads the report, waits until it is read, and gives the address of its reader."""
        form = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.ask("GET", "/reports/")[1])
        assert form is not None
        border = uuid.uuid4().hex
        parts = [
            f'--{border}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{form[1]}\r\n'.encode(),
            f'--{border}\r\nContent-Disposition: form-data; name="files"; filename="{report.name}"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n".encode(),
            report.read_bytes(),
            f"\r\n--{border}--\r\n".encode(),
        ]
        kind = {"Content-Type": f"multipart/form-data; boundary={border}"}
        self.ask("POST", "/reports/", b"".join(parts), kind)
        for _ in range(600):
            listing = self.ask("GET", "/reports/")[1]
            links = sorted(set(re.findall(r'href="(/reports/(\d+)/)', listing)), key=lambda link: int(link[1]))
            _, page, onward = self.ask("GET", links[-1][0])
            address = onward or links[-1][0]
            page = self.ask("GET", address)[1] if onward else page
            if page.count("<mark") > 100:
                return address
            time.sleep(0.2)
        raise SystemExit("the report was not read")


def measure(
    database: str, name: str, path: str, port: int, cookies: dict[str, str], log: Path, requests: int, readers: int
) -> None:
    for _ in range(4):  # each of the server's processes fills what it keeps
        _once(port, path, cookies)
    marked = log.stat().st_size
    here = threading.local()

    def ask(_: int) -> float:
        if not hasattr(here, "connection"):
            here.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        return _once(port, path, cookies, here.connection)

    with ThreadPoolExecutor(readers) as pool:
        waits = list(pool.map(ask, range(requests)))
    with log.open() as stream:
        stream.seek(marked)
        lines = [json.loads(line) for line in stream if line.startswith("{") and '"ms"' in line]
    times = [line["ms"] for line in lines if line["path"] == path.partition("?")[0]]
    own = f"{statistics.median(times):.0f} | {percentile(times):.0f}" if times else "– | –"
    print(f"| {database} | {name} | {own} | {statistics.median(waits):.0f} | {percentile(waits):.0f} |", flush=True)


def _once(port: int, path: str, cookies: dict[str, str], connection: http.client.HTTPConnection | None = None) -> float:
    own = connection or http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    start = time.perf_counter()
    own.request("GET", path, headers={"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())})
    answer = own.getresponse()
    answer.read()
    assert answer.status == 200, answer.status
    spent = (time.perf_counter() - start) * 1000
    if connection is None:
        own.close()
    return spent


def percentile(values: list[float]) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


if __name__ == "__main__":
    main()
