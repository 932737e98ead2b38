"""What every test shares: no way out of the machine, repeatable examples, a real browser."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import hypothesis
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Route

ROOT = Path(__file__).resolve().parents[1]
HERE = {"", "localhost", "127.0.0.1", "::1", "0.0.0.0", "::"}

hypothesis.settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
hypothesis.settings.load_profile("repeatable")


class WayOut(OSError):
    """Something tried to reach another machine."""


class Gate:
    """Refuses connections and look-ups that leave this machine, and remembers them."""

    def __init__(self) -> None:
        self.refused: list[str] = []

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        """Listen to the interpreter's audit events, which no library can go round in Python."""
        if event in {"socket.connect", "socket.sendto"}:
            address = args[1]
            host = address[0] if isinstance(address, tuple) else ""
        elif event in {"socket.getaddrinfo", "socket.gethostbyname"}:
            host = args[0] or ""
        else:
            return
        host = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host)
        if host not in HERE:
            self.refused.append(f"{event} {host}")
            raise WayOut(f"Tests stay on this machine; this asked for {host}.")


GATE = Gate()
sys.addaudithook(GATE)


@pytest.fixture(autouse=True)
def gate() -> Iterator[Gate]:
    """Fail a test that tried to reach another machine, even where the refusal was swallowed."""
    GATE.refused.clear()
    yield GATE
    assert GATE.refused == []


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of the product's own documents."""
    return ROOT / "corpus"


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Debian's Chromium; a test that needs it fails where there is none."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        pytest.fail(
            "The browser tests need Chromium. As root: apt-get install chromium fonts-dejavu-core",
            pytrace=False,
        )
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A real, headless Chromium that asks nobody for anything of its own accord."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only these tests need it

    quiet = ("gpu", "background-networking", "component-update", "sync", "dev-shm-usage")
    flags = ["--no-sandbox", *(f"--disable-{part}" for part in quiet)]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=flags)
        yield started
        started.close()


def only_here(context: BrowserContext) -> list[str]:
    """Refuse what a browser asks of other machines; give the list it is written down in."""
    strays: list[str] = []

    def let_pass(route: Route) -> None:
        if urlsplit(route.request.url).hostname in HERE:
            route.continue_()
        else:
            strays.append(route.request.url)
            route.abort()

    context.route("**/*", let_pass)
    return strays


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page; a test fails when it asked anything of another machine."""
    context = browser.new_context()
    strays = only_here(context)
    yield context.new_page()
    context.close()
    assert strays == []
