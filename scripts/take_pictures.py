"""Takes the pictures of the site for the documentation, on the sample: python scripts/take_pictures.py [FOLDER]

Starts the site in a home of its own, opens its pages in Chromium and writes one PNG a page (docs/images without FOLDER). The board is
shown on a day of the sample, so that the pictures do not change from day to day. Needs Chromium and the development packages.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

ON = "2025-06-30"
WIDE, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 844}
REPORT = "/reports/1/versions/1/"


def _card_of_a_finding(page: Page) -> None:
    page.keyboard.press("n")
    page.locator("[data-finding] a").first.click()
    page.locator("#panel .claim-card").wait_for()


def _card_of_a_target(page: Page) -> None:
    target = page.locator("#text mark.target.planned a").first
    target.scroll_into_view_if_needed()
    target.click()
    page.locator("#panel .claim-card").wait_for()


def _as_it_is(page: Page) -> None:
    pass


PICTURES: dict[str, tuple[str, dict[str, int], Callable[[Page], None]]] = {
    "bang-diem": (f"/?on={ON}", WIDE, _as_it_is),
    "bang-diem-dien-thoai": (f"/?on={ON}", PHONE, _as_it_is),
    "chi-tieu": (f"/targets/T04/?on={ON}", WIDE, _as_it_is),
    "trang-bao-cao": (REPORT, WIDE, _card_of_a_finding),
    "the-chi-tieu": (REPORT, WIDE, _card_of_a_target),
    "nhap-theo-ky": ("/register/entry/?period=2025&place=mong-cai", WIDE, _as_it_is),
}


def main(folder: Path) -> None:
    """Writes every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with _site() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, (path, size, make_ready) in PICTURES.items():
            page = browser.new_page(viewport=size, locale="vi-VN", color_scheme="light")  # type: ignore[arg-type]
            page.goto(address + path)
            page.wait_for_load_state("networkidle")
            make_ready(page)
            page.screenshot(path=folder / f"{name}.png")
            page.close()
            print(folder / f"{name}.png")
        browser.close()


@contextmanager
def _site() -> Iterator[str]:
    """The address of the site on its sample, whose report has been read."""
    with socket.socket() as one, tempfile.TemporaryDirectory() as home:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
        one.close()
        program = Path(sys.executable).with_name("muctieu")
        call = [str(program), "serve", "--sample", "--bind", f"127.0.0.1:{port}"]
        server = subprocess.Popen(call, env={**os.environ, "MUCTIEU_HOME": home}, stderr=subprocess.DEVNULL)
        try:
            _wait_for(f"http://127.0.0.1:{port}{REPORT}", 'id="text"')
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait()


def _wait_for(address: str, words: str) -> None:
    for _ in range(240):
        try:
            with urlopen(address, timeout=30) as answer:
                if words in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.5)
    raise SystemExit(f"{address}: not ready after two minutes")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "docs" / "images")
