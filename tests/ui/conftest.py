"""What the tests of the two faces share: small documents, scripted answers, a real index."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ingest.pipeline import ingest
from ingest.settings import Settings
from tests.ui.serving import serving

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.fixture(scope="session")
def real(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A copy of the product's own documents in an index of their own, built once."""
    folder = tmp_path_factory.mktemp("ui")
    shutil.copytree(corpus, folder / "corpus")
    settings = Settings(corpus=folder / "corpus", index=folder / "index")
    assert ingest(settings).failures == ()
    return settings


@pytest.fixture
def environment(real: Settings) -> dict[str, str]:
    """The environment of a command that uses the real index."""
    return {
        **os.environ,
        "VERSE_CORPUS": str(real.corpus),
        "VERSE_INDEX": str(real.index),
    }


@pytest.fixture(scope="session")
def chat(real: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a chat over the real index, one for all tests."""
    log = tmp_path_factory.mktemp("chat") / "server.log"
    yield from serving(real.index, real.corpus, log)
    told = log.read_text("utf-8")
    assert "Chapter & Verse: http://127.0.0.1:" in told
    assert "Traceback" not in told


@pytest.fixture
def here(page: Page) -> Iterator[Page]:
    """A page whose WebSockets are watched as well; they do not pass by `only_here`."""
    sockets: list[str] = []
    page.on("websocket", lambda opened: sockets.append(opened.url))
    page.set_default_timeout(60_000)
    yield page
    assert sockets
    assert all(url.startswith("ws://127.0.0.1:") for url in sockets)
