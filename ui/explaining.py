"""`verse explain`: how the answer to a question came about, as text or as JSON."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence

from assistant.trace import (
    Judged,
    Ranked,
    Reranked,
    Searched,
    Step,
    Trace,
    Tried,
    Understood,
    Weighed,
    Wrote,
)
from assistant.types import Question, Turn
from ingest.settings import Settings
from ui import exits
from ui.answering import read_request
from ui.plain import harmless, plain_answer

_SHOWN = 5
"""How many of the passages and sentences found are shown; --json has all."""
_LABEL = 12
_DOCUMENT, _QUOTED = 26, 60


def explain_once(
    settings: Settings, typed: str, before: Sequence[str], wanted: Sequence[str], *, as_json: bool
) -> int:
    """Print how a question is answered and give the exit code of its answer.

    `before` are the questions asked earlier in the same chat.

    Raises:
        VerseError: Nothing is ingested, or the index is of another format.

    """
    request = read_request(settings, typed, wanted)
    if request is None:
        return exits.USAGE
    assistant, documents = request.assistant, request.documents
    history: list[Turn] = []
    for earlier in before:
        said = assistant.ask(earlier, history, documents).text
        history += [Turn("user", earlier), Turn("assistant", said)]
    trace = assistant.explain(request.question, history, documents)
    told = json.dumps(trace.as_json(), ensure_ascii=False) if as_json else plain_trace(trace)
    sys.stdout.write(told + "\n")
    return exits.code_of_status(trace.answer.status)


def plain_trace(trace: Trace) -> str:
    """Give a trace as aligned lines, a block for each kind of step in their order, then the answer.

    The ways that were tried stand together, below what the first of them was given.
    """
    blocks = [line for step in trace.steps for line in _block(step)]
    tried = [s for s in trace.steps if isinstance(s, Tried)]
    wrote = [s for s in trace.steps if isinstance(s, Wrote)]
    ways = (
        f"{_mark(held=bool(t.status))} {t.way}{f': {t.status}' * bool(t.status)}" for t in tried
    )
    blocks += _labelled("tried", ways)
    blocks += _labelled("written", (_written(w) for w in wrote))
    return "\n".join(harmless(line) for line in blocks) + "\n\n" + plain_answer(trace.answer)


def _block(step: Step) -> list[str]:
    if isinstance(step, Understood):
        return _understood(step)
    if isinstance(step, Searched):
        return _searched(step)
    if isinstance(step, Reranked):
        return _reranked(step)
    if isinstance(step, Judged):
        return _judged(step)
    if isinstance(step, Weighed):
        scores = f"entry {step.entry} {step.entry_score:.1f}, running text {step.prose_score:.1f}"
        return _labelled("weighed", [f"{scores}: taken {step.taken}"])
    return []


def _understood(step: Understood) -> list[str]:
    asked = step.question
    lines = _labelled("question", [step.typed])
    if asked.understood:
        lines += _labelled("follow-up", [f"understood as: {asked.understood}"])
    mended = _mended(step.standing, asked.text)
    if mended:
        lines += _labelled("spelling", [mended])
    lines += _labelled("asks for", [_asks_for(asked)])
    return lines + _labelled("searches", [", ".join(asked.documents) or "all documents"])


def _asks_for(asked: Question) -> str:
    parts = [asked.operation.replace("_", " ")]
    for name, values in (
        ("fields", asked.fields),
        ("entries", asked.identifiers),
        ("unknown entries", asked.unknown),
        ("words", asked.words),
    ):
        if values:
            parts.append(f"{name}: {', '.join(values)}")
    return "; ".join(parts)


def _mended(typed: str, read: str) -> str:
    """Give the words that were read otherwise than typed: "ownes → owns"."""
    before, after = (re.findall(r"\S+", text) for text in (typed, read))
    if len(before) != len(after):
        return f"read as: {read}" if before != after else ""
    return ", ".join(f"{a} → {b}" for a, b in zip(before, after, strict=True) if a != b)


def _searched(step: Searched) -> list[str]:
    words = {r.key: n for n, r in enumerate(step.words, start=1)}
    meaning = {r.key: n for n, r in enumerate(step.meaning, start=1)}
    ranks = ((words.get(r.key, "-"), meaning.get(r.key, "-"), r) for r in step.fused[:_SHOWN])
    rows = (
        f"{n:>4} {by_words:>6} {by_meaning:>8} {r.score:>6.2f}  {_place(r)}"
        for n, (by_words, by_meaning, r) in enumerate(ranks, start=1)
    )
    head = "rank  words  meaning  score  (rank by words, rank by meaning, both together)"
    return ["", *_labelled("found for", [step.question, head, *rows])]


def _reranked(step: Reranked) -> list[str]:
    rows = (f"{r.score:>5.1f}  {_place(r)}" for r in step.sentences[:_SHOWN])
    return ["", *_labelled("sentences", ["score (the reranker's, with the kind of answer)", *rows])]


def _judged(step: Judged) -> list[str]:
    rows = [f"{_mark(held=c.holds)} {c.told}" for c in step.checks]
    missing = f", missing: {step.missing}" if step.missing else ""
    return ["", *_labelled("judged", [f"{step.status}{missing}", *rows]), ""]


def _written(step: Wrote) -> str:
    reason = f" ({step.reason})" if step.reason else ""
    return f"{_mark(held=not step.reason)} {step.sentence}{reason}"


def _place(found: Ranked) -> str:
    name = found.document.rsplit(".", 1)[0]
    name = name if len(name) <= _DOCUMENT else name[: _DOCUMENT - 1] + "…"
    begins = found.begins if len(found.begins) <= _QUOTED else found.begins[:_QUOTED] + "…"
    page = f"p. {found.page}" if found.page else ""
    return f"{name:<{_DOCUMENT}} {page:<6} “{begins}”"


def _mark(*, held: bool) -> str:
    return "+" if held else "-"


def _labelled(label: str, values: Iterable[str]) -> list[str]:
    """Give values one to a line, the label before the first."""
    return list(_lines(label, values))


def _lines(label: str, values: Iterable[str]) -> Iterator[str]:
    for number, value in enumerate(values):
        yield f"{label if number == 0 else '':<{_LABEL}}{value}".rstrip()
