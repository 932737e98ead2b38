"""Measures the language model's writing: `python -m evals.writing [QUESTIONS.jsonl]`.

Asks every question with the model of VERSE_LLM_URL and counts what it wrote, what was dropped and
what was shown. Each shown sentence is then held against the citations that it names, apart from
the assistant's own check: no number, name, date or identifier may be missing from them.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Protocol

from assistant.trace import Trace, Wrote
from assistant.types import Answer, Turn
from evals import questions as question_files
from evals.normalise import plain, words
from evals.numbers import numbers_in
from evals.types import ReferenceQuestion
from ingest.errors import VerseError
from ingest.settings import Settings
from ingest.wording.identifiers import LABELS, singular

QUESTIONS = Path("evals/questions/dev.jsonl")
_WRITTEN = ("written", "shortened")
_SENTENCE = re.compile(r"(?P<text>.+?)\s*(?P<marks>(?:\[\d+\])+)(?:\s+|$)", re.DOTALL)
_TOKEN = re.compile(r"[^\W_]+(?:[.,/’'-][^\W_]+)*")


class Explains(Protocol):
    """What answers and says how: the assistant."""

    def explain(self, question: str, history: Sequence[Turn] = ()) -> Trace:
        """Answer a question and give the steps."""
        ...


@dataclass(frozen=True, slots=True)
class Stray:
    """A fact of a shown sentence that the citations it names lack."""

    question: str
    sentence: str
    fact: str


@dataclass(frozen=True, slots=True)
class Writing:
    """What became of the writing: sentences by fate, answers by note, strays, seconds."""

    questions: int
    sentences: int
    dropped: int
    shown: int
    notes: tuple[tuple[str, int], ...]
    reasons: tuple[tuple[str, int], ...]
    strays: tuple[Stray, ...]
    seconds: float


def measure(
    assistant: Explains,
    asked: Sequence[ReferenceQuestion],
    progress: Callable[[int, int], None] | None = None,
) -> Writing:
    """Ask every question and count; `seconds` is the median of the answers that were written."""
    traces = []
    for done, question in enumerate(asked, start=1):
        traces.append(assistant.explain(question.question, question.history))
        if progress:
            progress(done, len(asked))
    wrote = [s for t in traces for s in t.steps if isinstance(s, Wrote)]
    shown = [t.answer for t in traces if t.answer.note in _WRITTEN]
    reasons = Counter(re.sub(r":.*|\(.*|\d+%|“.*?”", "", s.reason).strip() for s in wrote)
    return Writing(
        questions=len(asked),
        sentences=len(wrote),
        dropped=sum(bool(s.reason) for s in wrote),
        shown=sum(len(list(sentences(a))) for a in shown),
        notes=tuple(Counter(t.answer.note for t in traces).most_common()),
        reasons=tuple((r, n) for r, n in reasons.most_common() if r),
        strays=tuple(stray for a in shown for stray in strays(a)),
        seconds=median([t.answer.seconds for t in traces if t.answer.note] or [0.0]),
    )


def sentences(answer: Answer) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Give each sentence of a written answer with the numbers of the citations it names."""
    for found in _SENTENCE.finditer(answer.text):
        yield found["text"].strip(), tuple(int(n) for n in re.findall(r"\d+", found["marks"]))


def strays(answer: Answer) -> Iterator[Stray]:
    """Give the facts of a written answer's sentences that their citations lack."""
    rest = _SENTENCE.sub("", answer.text).strip()
    if rest:
        yield Stray(answer.question, rest, "a sentence without a citation")
    for text, numbers in sentences(answer):
        cited = [c for c in answer.citations if c.n in numbers]
        held = [part for c in cited for part in (c.quote, c.title, *c.section, c.as_of)]
        ids = [i.id for i in answer.items if i.document in {c.document for c in cited}]
        fields = [name for i in answer.items for name, _ in i.fields]
        for fact in missing(text, "\n".join((*held, *fields)), ids):
            yield Stray(answer.question, text, fact)


def missing(sentence: str, cited: str, identifiers: Iterable[str] = ()) -> tuple[str, ...]:
    """Give the numbers, names, dates and identifiers of a sentence that its citations lack.

    A name is a word with a capital that does not begin the sentence; an identifier or number
    holds a digit, or is a number's name; a percentage and a sum of money keep their sign.
    """
    ids = {plain(i) for i in identifiers}
    tokens = {plain(t).replace(",", "") for t in _TOKEN.findall(cited)}
    parts = {part for t in tokens for part in re.split(r"[/'-]", t)}
    held = tokens | parts | {w for w in words(cited) if not w.isdigit()}
    found = []
    for place, token in enumerate(_TOKEN.findall(sentence)):
        bare = plain(re.sub(r"[’']s$", "", token)).replace(",", "")
        telling = any(c.isdigit() for c in token) or (token[0].isupper() and place > 0)
        telling = telling or (len(token) > 1 and token.isupper())
        known = bare in held or bare in ids or set(words(token)) <= held
        if telling and not known and bare.rstrip("s") not in held and not _is_label(token):
            found.append(token)
    numbers = numbers_in(plain(sentence)) - numbers_in(plain(cited))
    found += [str(n) for n in sorted(numbers) if str(n) not in held | ids]
    signed = re.compile(r"[£$€]\s?\d[\d.,]*\d|[£$€]\s?\d|\d[\d.,]*\s?%")
    known_signs = {re.sub(r"\s", "", s) for s in signed.findall(cited)}
    said = (re.sub(r"\s", "", s) for s in signed.findall(sentence))
    return (*dict.fromkeys(found), *(s for s in said if s not in known_signs))


def _is_label(token: str) -> bool:
    """Whether a word is what registers call their entries: no name."""
    return singular(token.lower()) in LABELS


def told(writing: Writing) -> str:
    """Give the figures as lines."""
    share = writing.dropped / writing.sentences if writing.sentences else 0.0
    lines = [
        f"questions            {writing.questions}",
        f"sentences written    {writing.sentences}",
        f"  dropped            {writing.dropped} ({share:.0%})",
        f"  shown              {writing.shown}",
        f"  set aside          {writing.sentences - writing.dropped - writing.shown}"
        " (too little was left of the answer)",
        f"seconds (median)     {writing.seconds:.1f}",
        "answers",
        *(f"  {note or 'not rewritten':19}{n}" for note, n in writing.notes),
        "why sentences were dropped",
        *(f"  {reason:38}{n}" for reason, n in writing.reasons),
        f"facts in shown sentences that their citations lack: {len(writing.strays)}",
        *(f"  {s.fact}: {s.sentence} ({s.question})" for s in writing.strays),
    ]
    return "\n".join(lines)


def main() -> int:
    """Measure the questions of a file; gives 1 where a shown sentence has a stray fact."""
    from assistant.assistant import Assistant  # noqa: PLC0415 - loads the models

    settings = Settings.from_environment()
    if not settings.llm_url:
        sys.stderr.write("Set VERSE_LLM_URL to the language model's address.\n")
        return 2
    try:
        asked = question_files.load(Path(sys.argv[1]) if sys.argv[1:] else QUESTIONS)
        writing = measure(Assistant.open(settings), asked, _progress)
    except VerseError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(told(writing) + "\n")
    return 1 if writing.strays else 0


def _progress(done: int, total: int) -> None:
    if done % 10 == 0 or done == total:
        sys.stderr.write(f"{done} of {total}\n")


if __name__ == "__main__":
    sys.exit(main())
