"""What the tests of the two faces share: small documents, scripted answers, a real index."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ingest.pipeline import ingest
from ingest.settings import Settings


@pytest.fixture(scope="session")
def real(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The product's own documents in an index of their own, built once."""
    settings = Settings(corpus=corpus, index=tmp_path_factory.mktemp("ui") / "index")
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
