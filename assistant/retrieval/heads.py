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

ORDER, ANSWERS = 0, 1
"""The two columns: which of several answers, whether one answers at all."""

Judged = NDArray[np.float32]
"""A row for each text, a column for each head: (texts, 2), in the units of relevance logits."""


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

    def judge(self, states: NDArray[np.float32]) -> Judged:
        """Judge texts by the model's states: (texts, 384) to (texts, 2)."""
        return states @ self.state + self.bias


@cache
def fitted() -> Heads:
    """Give the heads that were fitted last."""
    told = json.loads(Path(__file__).with_name("heads.json").read_text("utf-8"))
    return Heads(**{name: np.array(told[name], dtype=np.float32) for name in Heads.__slots__})
