"""The heads that tell which sentence answers are fitted so that they do."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.retrieval.heads import Heads, fitted, read
from evals.fit_heads import fit, judged, left_out, report, write
from evals.read_sentences import Read

WIDTH = 6


def made(number: int, *, answerable: bool = True) -> Read:
    """Five sentences; one shows it, as the third number of the state tells and relevance not."""
    random = np.random.default_rng(number)
    shows = np.zeros(5, dtype=bool)
    shows[number % 5] = answerable
    states = random.normal(size=(5, WIDTH)).astype(np.float32)
    states[:, 2] += 3 * shows
    return Read(
        group=f"document {number % 10}",
        answerable=answerable,
        states=states,
        found=np.zeros(5, dtype=np.float32),
        kind=np.zeros(5, dtype=np.float32),
        relevance=random.normal(size=5).astype(np.float32),
        shows=shows,
    )


@pytest.fixture(scope="module")
def reads() -> list[Read]:
    return [made(n, answerable=n % 4 != 0) for n in range(120)]


def test_what_tells_the_answer_weighs_most_in_both(reads: list[Read]) -> None:
    heads = fit(reads)
    assert np.abs(heads.state).argmax(axis=0).tolist() == [2, 2]
    own = [np.stack([r.relevance, r.relevance], axis=1) for r in reads]
    before, after = report(reads, "own", own), report(reads, "heads", left_out(reads))
    assert float(after.split("first ")[1].split(",")[0]) > 0.8
    assert float(before.split("first ")[1].split(",")[0]) < 0.4


def test_numbers_are_in_the_units_of_relevance(reads: list[Read]) -> None:
    numbers = judged(reads, fit(reads))
    usual = np.mean([r.relevance.std() for r in reads])
    assert np.mean([n[:, 0].std() for n in numbers]) == pytest.approx(usual, rel=0.01)


def test_written_weights_are_read_back(reads: list[Read], tmp_path: Path) -> None:
    heads = fit(reads)
    write(heads, tmp_path / "heads.json")
    found = read(tmp_path / "heads.json")
    for name in Heads.__slots__:
        assert getattr(found, name) == pytest.approx(getattr(heads, name), rel=1e-4)


def test_the_heads_in_use_are_as_wide_as_the_models_state() -> None:
    assert fitted().state.shape == (384, 2)
