"""The vectors: found as a full comparison finds them, and the same in every process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from ingest.index import VectorIndex

_SEARCH = """
import sys
from pathlib import Path
import numpy as np
from ingest.index import VectorIndex
index = VectorIndex.open(Path(sys.argv[1]))
for vector in np.load(sys.argv[2]):
    print([(n.version, n.number) for n in index.search(vector, 100, ["a", "b"])])
"""


@pytest.fixture
def vectors() -> NDArray[np.float32]:
    """Give 800 vectors of length 1: few enough that Chroma used to keep them off the disk."""
    drawn = np.random.default_rng(3).normal(size=(800, 48)).astype(np.float32)
    unit: NDArray[np.float32] = drawn / np.linalg.norm(drawn, axis=1, keepdims=True)
    return unit


@pytest.fixture
def folder(tmp_path: Path, vectors: NDArray[np.float32]) -> Path:
    index = VectorIndex.open(tmp_path / "chroma")
    index.add("a", vectors[:350], "a.md", "")
    index.add("b", vectors[350:], "b.md", "")
    return tmp_path / "chroma"


def test_a_search_finds_what_a_full_comparison_finds(
    folder: Path, vectors: NDArray[np.float32]
) -> None:
    index = VectorIndex.open(folder)
    for vector in vectors[:20]:
        nearest = [int(row) for row in np.argsort(-(vectors @ vector))[:100]]
        found = index.search(vector, 100, ["a", "b"])
        assert [n.number + 350 * (n.version == "b") for n in found] == nearest


def test_every_process_finds_the_same_in_the_same_index(
    folder: Path, vectors: NDArray[np.float32], tmp_path: Path
) -> None:
    questions = tmp_path / "questions.npy"
    np.save(questions, vectors[:20])
    answers = {
        subprocess.run(
            [sys.executable, "-c", _SEARCH, str(folder), str(questions)],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for _ in range(3)
    }
    assert len(answers) == 1
    assert answers.pop().count("\n") == 20


def test_vectors_of_a_reading_with_more_passages_are_removed(
    folder: Path, vectors: NDArray[np.float32]
) -> None:
    index = VectorIndex.open(folder)
    index.add("a", vectors[:340], "a.md", "")
    assert index.count("a") == 340
    assert index.count("b") == 450
    found = index.search(vectors[345], 450, ["a", "b"])
    assert max(n.number for n in found if n.version == "a") < 340
