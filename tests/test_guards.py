"""The guards of `conftest.py`, which every other test stands behind, hold."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import pytest

from tests.conftest import Gate, WayOut, only_here

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ELSEWHERE = "192.0.2.1"  # an address that is kept for documentation (RFC 5737)


class Page(BaseHTTPRequestHandler):
    """Serves one page that asks for a picture of another machine."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(f"<h1>Here</h1><img src='http://{ELSEWHERE}/x.png'>".encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Page) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def test_a_connection_to_another_machine_is_refused(gate: Gate) -> None:
    with pytest.raises(WayOut):
        socket.create_connection((ELSEWHERE, 80), timeout=1)
    assert gate.refused
    gate.refused.clear()


def test_the_look_up_of_another_machine_is_refused(gate: Gate) -> None:
    with pytest.raises(WayOut):
        socket.getaddrinfo("example.org", 443)
    assert gate.refused == ["socket.getaddrinfo example.org"]
    gate.refused.clear()


def test_this_machine_can_be_reached(address: str, gate: Gate) -> None:
    port = int(address.rsplit(":", 1)[1].strip("/"))
    with socket.create_connection(("localhost", port), timeout=5):
        assert gate.refused == []


@pytest.mark.browser
def test_a_page_cannot_ask_another_machine(browser: Browser, address: str) -> None:
    context = browser.new_context()
    strays = only_here(context)
    page = context.new_page()
    page.goto(address)
    assert page.inner_text("h1") == "Here"
    assert strays == [f"http://{ELSEWHERE}/x.png"]
    context.close()
