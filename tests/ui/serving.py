"""The chat's server started as a person starts it, and a question asked in its page."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError

import pytest

from ingest.settings import Settings
from tests.conftest import ROOT
from ui import serve

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(150):
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except (URLError, OSError):
            assert server.poll() is None, "the server ended"
            time.sleep(0.2)
    pytest.fail("the server did not start")


def serving(index: Path, corpus: Path, log: Path) -> Iterator[str]:
    """Start the chat with the command itself; give its address."""
    port = free_port()
    arguments = ["chat", "--port", str(port), "--corpus", str(corpus), "--index", str(index)]
    command = [sys.executable, "-c", "from ui.cli import main; main()", *arguments]
    yield from running(command, port, dict(os.environ), log)


def serving_slowly(index: Path, corpus: Path, log: Path) -> Iterator[str]:
    """Start the chat with an assistant that can be asked to take its time; give its address."""
    port = free_port()
    command = [*serve.command(port)[:2], "tests.ui.slowly", *serve.command(port)[3:]]
    environment = serve.surroundings(Settings(corpus=corpus, index=index))
    yield from running(command, port, environment, log)


def running(command: list[str], port: int, environment: dict[str, str], log: Path) -> Iterator[str]:
    """Run a server until its address is needed no more."""
    with log.open("wb") as out:
        server = subprocess.Popen(
            command, cwd=ROOT, env={**environment, "HOME": str(log.parent)}, stdout=out, stderr=out
        )
        try:
            wait_for(f"http://127.0.0.1:{port}", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(10)


def ask(page: Page, question: str) -> Locator:
    """Type a question and give its answer once it is whole (its sources are below it)."""
    answers = page.locator(".cv-answer")
    box = page.get_by_test_id("stChatInputTextArea")
    box.wait_for()
    before = answers.count()
    box.fill(question)
    box.press("Enter")
    answers.nth(before).wait_for()
    settle(page)
    return answers.nth(before)


def settle(page: Page) -> None:
    """Wait until the page is drawn whole."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
