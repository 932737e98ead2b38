"""What is read off the cross-encoder's inner state beside its own score: two linear heads.

The model was trained to tell relevant passages. Its state holds more than that one number: a linear
head over it (a probe: Alain and Bengio 2016, arXiv:1610.01644) tells better which of several
sentences answers, and another whether one answers at all. `evals/fit_heads.py` fits both to
questions with known evidence and writes `heads.json`; `docs/retrieval.md` has the figures.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ORDER, ANSWERS, RELEVANT = 0, 1, 2
"""Columns: which of several answers, whether one answers at all, and the model's own logit."""

Judged = NDArray[np.float32]
"""A row for each text, a column for each head and the logit: (texts, 3), in the logit's units."""


@dataclass(frozen=True, slots=True)
class Heads:
    """The weights of both heads, a column each.

    `state` weighs the inner state (384, 2); `found` retrieval's score below that of the best
    passage, and `kind` how far wording holds the kind of thing asked for: (2,) each.
    """

    state: NDArray[np.float32]
    bias: NDArray[np.float32]
    found: NDArray[np.float32]
    kind: NDArray[np.float32]

    def judge(self, states: NDArray[np.float32]) -> NDArray[np.float32]:
        """Judge texts by the model's states: (texts, 384) to (texts, 2)."""
        return states @ self.state + self.bias

    def beside(self, found: NDArray[np.float32], kind: NDArray[np.float32]) -> NDArray[np.float32]:
        """Give what both heads add for what is known beside a text: (texts,) to (texts, 2)."""
        return np.outer(found, self.found) + np.outer(kind, self.kind)


def read(path: Path) -> Heads:
    """Read heads that were written as JSON."""
    told = json.loads(path.read_text("utf-8"))
    return Heads(**{name: np.array(told[name], dtype=np.float32) for name in Heads.__slots__})


@cache
def fitted() -> Heads:
    """Give the heads that were fitted last."""
    return read(Path(__file__).with_name("heads.json"))
