"""The client of the language model against servers that answer, fail, stall and break off."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from assistant.writing.writer import ModelWriter, WriterFailed, open_writer
from ingest.settings import Settings
from tests.conftest import ROOT


class Scripted(ThreadingHTTPServer):
    """Answers each request by the next of its scripts: a status, and the pieces of a stream."""

    def __init__(self, scripts: list[tuple[int, list[str], str]]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.scripts = scripts
        self.asked: list[tuple[dict[str, str], dict[str, object]]] = []
        self.daemon_threads = True

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"


class Handler(BaseHTTPRequestHandler):
    server: Scripted

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((dict(self.headers), body))
        status, pieces, finish = self.server.scripts.pop(0)
        self.send_response(status)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        if status != 200:
            return
        for piece in pieces:
            self._send({"delta": {"content": piece}, "finish_reason": None})
        if finish == "stall":
            time.sleep(3)
        elif finish:
            self._send({"delta": {}, "finish_reason": finish})
            self.wfile.write(b"data: [DONE]\n\n")

    def _send(self, choice: dict[str, object]) -> None:
        chunk = {
            "id": "1",
            "object": "chat.completion.chunk",
            "created": 1,
            "model": "m",
            "choices": [{"index": 0, **choice}],
        }
        self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name
        """Keep quiet."""


@pytest.fixture
def server() -> Iterator[Scripted]:
    scripted = Scripted([])
    threading.Thread(target=scripted.serve_forever, daemon=True).start()
    yield scripted
    scripted.shutdown()
    scripted.server_close()


def reply(writer: ModelWriter) -> str:
    return "".join(writer.write("be brief", "what?"))


def test_a_reply_comes_in_pieces(server: Scripted) -> None:
    server.scripts = [(200, ["The lamp ", "is lit."], "stop")]
    writer = ModelWriter(server.address, "small", "secret", 20)
    assert list(writer.write("be brief", "what?")) == ["The lamp ", "is lit."]
    headers, body = server.asked[0]
    assert headers["Authorization"] == "Bearer secret"
    assert (body["model"], body["temperature"], body["stream"]) == ("small", 0.0, True)


def test_another_programs_key_is_not_sent(
    server: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "of-another-program")
    monkeypatch.setenv("HTTP_PROXY", "http://192.0.2.1:9")
    server.scripts = [(200, ["Lit."], "stop")]
    assert reply(ModelWriter(server.address, "", timeout=20)) == "Lit."
    assert "of-another-program" not in str(server.asked)


def test_a_busy_server_is_asked_once_more(server: Scripted) -> None:
    server.scripts = [(503, [], ""), (200, ["Lit."], "stop")]
    assert reply(ModelWriter(server.address, "m", timeout=20)) == "Lit."
    assert len(server.asked) == 2


@pytest.mark.parametrize(("status", "times"), [(500, 2), (401, 1), (404, 1)])
def test_an_error_is_unreachable_after_few_tries(
    server: Scripted, status: int, times: int, caplog: pytest.LogCaptureFixture
) -> None:
    server.scripts = [(status, [], "")] * 5
    with pytest.raises(WriterFailed, match="unreachable"):
        reply(ModelWriter(server.address, "m", "secret", 20))
    assert len(server.asked) == times
    assert str(status) in caplog.text
    assert "secret" not in caplog.text


def test_a_dead_address_is_unreachable() -> None:
    with pytest.raises(WriterFailed, match="unreachable"):
        reply(ModelWriter("http://127.0.0.1:9/v1", "m", timeout=5))


def test_a_stream_that_ends_early_is_broken_off(server: Scripted) -> None:
    server.scripts = [(200, ["The lamp "], "")]
    with pytest.raises(WriterFailed, match="broken_off"):
        reply(ModelWriter(server.address, "m", timeout=20))
    assert len(server.asked) == 1


def test_a_stalled_stream_is_too_slow(server: Scripted) -> None:
    server.scripts = [(200, ["The lamp "], "stall")]
    writer = ModelWriter(server.address, "m", timeout=1)
    began = time.monotonic()
    with pytest.raises(WriterFailed, match="too_slow"):
        reply(writer)
    assert time.monotonic() - began < 15


def test_there_is_no_writer_without_an_address() -> None:
    assert open_writer(Settings.from_environment(environment={})) is None
    found = {"VERSE_LLM_URL": "http://127.0.0.1:9/v1", "VERSE_LLM_KEY": "secret"}
    settings = Settings.from_environment(environment={**found, "VERSE_LLM_TIMEOUT": "nan"})
    assert open_writer(settings) is not None
    assert settings.llm_timeout == 60
    assert "secret" not in repr(settings)


def test_the_client_is_imported_only_when_something_is_written() -> None:
    code = "import sys, assistant.assistant; print('openai' in sys.modules)"
    found = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ,
        check=True,
    )
    assert found.stdout.strip() == "False"
