"""Fits the two heads over the cross-encoder's state to questions with known evidence.

    python -m evals.fit_heads FOLDER=QUESTIONS.jsonl[,…] … --index FOLDER [--write]

Each folder of documents is ingested below `--index` (kept between runs) and its questions are read.
It prints how often a sentence of the evidence comes first, and how well answerable questions are
told from others: for the model's own score, and for the heads where each document was left out
in turn. With `--write` heads fitted to everything replace `assistant/retrieval/heads.json`.

The questions about `corpus/` are left out on purpose: the results on them are to be of documents
that the heads have not seen.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

import assistant.retrieval
from assistant.assistant import Assistant
from assistant.retrieval.heads import Heads
from assistant.retrieval.rerank import CrossEncoder
from evals.clapnq import area_under_curve
from evals.questions import load
from evals.read_sentences import Read, read_sentences
from ingest.pipeline import ingest
from ingest.settings import Settings

_FOLDS = 5
_SHRINK = 0.003  # what the squared weights cost
_ALONE = 10.0  # for the second head, what a sentence by itself counts beside the choice among all

Vector = NDArray[np.float64]


def fit(reads: Sequence[Read]) -> Heads:
    """Fit both heads, in the units of the model's own logits.

    A logit of the first is as far from the others of its question as a relevance logit is at the
    mean; the best sentences of answerable questions have the mean and the spread of theirs.
    """
    states = np.concatenate([r.states for r in reads])
    extra = np.concatenate([np.stack([r.found, r.kind], axis=1) for r in reads])
    rows = np.concatenate([states, extra], axis=1).astype(np.float64)
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    scaled = (rows - mean) / spread
    order = _weights(scaled, reads, 0.0) / spread
    answers = _weights(scaled, reads, _ALONE) / spread
    parts = np.cumsum([len(r.shows) for r in reads])[:-1]
    relevance = [r.relevance for r in reads]
    ranked, told = np.split(rows @ order, parts), np.split(rows @ answers, parts)
    order = order * _mean_spread(relevance) / _mean_spread(ranked)
    usual = np.array([x.max() for r, x in zip(reads, relevance, strict=True) if r.answerable])
    first = np.array(
        [t[np.argmax(x)] for r, x, t in zip(reads, ranked, told, strict=True) if r.answerable]
    )
    answers = answers * usual.std() / first.std()
    level = usual.mean() - first.mean() * usual.std() / first.std()
    both = np.stack([order, answers], axis=1).astype(np.float32)
    bias = np.array([0.0, level], dtype=np.float32)
    return Heads(state=both[:-2], bias=bias, found=both[-2], kind=both[-1])


def _weights(rows: Vector, reads: Sequence[Read], alone: float) -> Vector:
    """Minimise the loss of choosing a sentence that shows it, and of telling each by itself.

    The first is the negative logarithm of the share that those which show it have (softmax, as in
    ListNet: Cao et al. 2007), over questions that have some; the second logistic.
    """
    ends = np.cumsum([len(r.shows) for r in reads])
    spans = [slice(e - len(r.shows), e) for r, e in zip(reads, ends, strict=True)]
    chosen = [(s, r.shows) for s, r in zip(spans, reads, strict=True) if 0 < r.shows.mean() < 1]
    shows = np.concatenate([r.shows for r in reads]).astype(np.float64)

    def loss(weights: Vector) -> tuple[float, Vector]:
        scores = rows @ weights[:-1]
        toward = np.zeros_like(scores)
        total = 0.0
        for span, right in chosen:
            share = _softmax(scores[span])
            own = np.where(right, share, 0.0)
            total -= float(np.log(own.sum()))
            toward[span] += share - own / own.sum()
        total, toward = total / len(chosen), toward / len(chosen)
        told = 1.0 / (1.0 + np.exp(-(scores + weights[-1])))
        log = np.log(np.where(shows > 0, told, 1.0 - told) + 1e-12)
        total += alone * -float(log.mean()) + _SHRINK * float(weights[:-1] @ weights[:-1])
        apart = alone * (told - shows) / len(shows)
        own_slope = rows.T @ (toward + apart) + 2 * _SHRINK * weights[:-1]
        return total, np.append(own_slope, apart.sum())

    found = minimize(loss, np.zeros(rows.shape[1] + 1), jac=True, method="L-BFGS-B")
    return np.asarray(found.x[:-1])


def _softmax(scores: Vector) -> Vector:
    raised = np.exp(scores - scores.max())
    return np.asarray(raised / raised.sum())


def _mean_spread(scores: Sequence[NDArray[np.float32]] | Sequence[Vector]) -> float:
    return float(np.mean([s.std() for s in scores]))


def judged(reads: Sequence[Read], heads: Heads) -> list[NDArray[np.float32]]:
    """Give both heads' numbers for each read: (sentences, 2)."""
    return [heads.judge(r.states) + heads.beside(r.found, r.kind) for r in reads]


def left_out(reads: Sequence[Read]) -> list[NDArray[np.float32]]:
    """Give what heads say of each read that were fitted without the documents of its fifth."""
    folds = [int(sha256(r.group.encode()).hexdigest(), 16) % _FOLDS for r in reads]
    found: dict[int, NDArray[np.float32]] = {}
    for fold in sorted(set(folds)):
        heads = fit([r for r, f in zip(reads, folds, strict=True) if f != fold])
        own = [n for n, f in enumerate(folds) if f == fold]
        found.update(zip(own, judged([reads[n] for n in own], heads), strict=True))
    return [found[n] for n in range(len(reads))]


def report(reads: Sequence[Read], name: str, numbers: Sequence[NDArray[np.float32]]) -> str:
    """Say how often a sentence that shows it comes first, and among the first three; and the area.

    The area under the curve tells questions that can be answered from those that cannot, by the
    second number of the sentence that comes first.
    """
    orders = [np.argsort(-n[:, 0], kind="stable") for n in numbers]
    held = [r.shows[o] for o, r in zip(orders, reads, strict=True) if r.shows.any()]
    first = np.mean([shows[0] for shows in held])
    three = np.mean([shows[:3].any() for shows in held])
    told = [
        (float(n[o[0], 1]), r.answerable) for n, o, r in zip(numbers, orders, reads, strict=True)
    ]
    area = area_under_curve([x for x, a in told if a], [x for x, a in told if not a])
    return f"{name}: first {first:.3f}, first three {three:.3f} of {len(held)}; area {area:.3f}"


def collect(sets: Sequence[str], index: Path) -> list[Read]:
    """Ingest each set's folder below `index` and read its questions' sentences."""
    encoder = CrossEncoder()
    reads: list[Read] = []
    for told in sets:
        folder, _, files = told.partition("=")
        settings = Settings(corpus=Path(folder), index=index / Path(folder).name)
        ingest(settings)
        assistant = Assistant.open(settings)
        for file in files.split(","):
            reads.extend(read_sentences(assistant, load(Path(file)), encoder))
            sys.stderr.write(f"{file}: {len(reads)} questions so far\n")
    return reads


def write(heads: Heads, path: Path) -> None:
    """Write the weights, five digits each."""
    told = {name: _rounded(getattr(heads, name)) for name in Heads.__slots__}
    path.write_text(json.dumps(told) + "\n", "utf-8")


def _rounded(numbers: NDArray[np.float32]) -> object:
    return json.loads(json.dumps(numbers.tolist()), parse_float=lambda x: float(f"{float(x):.5g}"))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the fit from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sets", nargs="+", metavar="FOLDER=QUESTIONS.jsonl")
    parser.add_argument("--index", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    told = parser.parse_args(arguments)
    reads = collect(told.sets, told.index)
    own = [np.stack([r.relevance, r.relevance], axis=1) for r in reads]
    sys.stdout.write(report(reads, "the model's own score", own) + "\n")
    sys.stdout.write(report(reads, "heads, each document left out", left_out(reads)) + "\n")
    if told.write:
        write(fit(reads), Path(assistant.retrieval.__file__).with_name("heads.json"))


if __name__ == "__main__":
    main()
