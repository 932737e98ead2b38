"""Has an answer's checked quotes written out as prose, and shows only what the quotes bear out."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from assistant.retrieval.rerank import Reranker
from assistant.trace import Wrote, record
from assistant.types import Answer, Question
from assistant.wording.answer_kinds import holds_needed
from assistant.wording.facts import all_figures, facts, one_form
from assistant.writing.support import Ground, Support, grounds, marks
from assistant.writing.writer import Writer, WriterFailed
from ingest.lexical import tokenise
from ingest.wording.sentences import sentences

Told = Callable[[Answer], None]
"""Told the answer so far, whenever another sentence of it has been checked."""

_LONGEST_QUOTE = 1500  # characters of a quote that the model is given
_MOST = 8  # sentences that are read of a reply
_ENOUGH = 0.5  # share of an answer's facts that a written answer must keep
_MARKS = re.compile(r"\s*\[\s*\d{1,3}(?:\s*[,;]\s*\d{1,3})*\s*\]")
#: Marks that end a sentence: after or before its stop, at the end, or before a new beginning.
_END = re.compile(
    rf"(?P<marks>(?:{_MARKS.pattern})+)"
    r"(?:\s*[.!?]|\s*$|\s*(?=[A-Z“‘\"'•-]))(?!\s*\[)"
)
_THOUGHT = re.compile(r"<think>.*?(?:</think>|$)", re.DOTALL | re.IGNORECASE)
_WHOLE = re.compile(r"[.!?][”\"’')]*(?:\s*\[[\d,;\s]+\])*\s*$|\]\s*$")
_BEGUN = re.compile(r"\s*\[[\d,;\s]*$")
_SEVERAL = re.compile(r"[.!?:][”\"')]?\s+(?=[A-Z“‘\"-])|\n")
_AS_DATA = str.maketrans("<>[]|", "‹›()¦")
_DRESS = re.compile(r"^\s*(?:[-*•#>]+\s+|\d{1,2}[.)]\s+)|[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}")


class Rewriter:
    """Asks a writer for prose over the quotes of an answer and checks every sentence of it."""

    def __init__(self, writer: Writer, reranker: Reranker) -> None:
        self._writer = writer
        self._support = Support(reranker)

    def rewrite(self, question: Question, answer: Answer, told: Told | None = None) -> Answer:
        """Give the answer in written prose, or as it is with a note that says why.

        Only an answer of several sentences in running text is rewritten: no list, count, refusal,
        correction, blank or ambiguous one. Each written sentence keeps the citations whose quotes
        bear it out.
        """
        if not is_prose(question, answer):
            return answer
        kept: list[str] = []
        dropped = 0
        possible = grounds(answer)
        try:
            for written in self._sentences(question, answer):
                sentence = self._checked(question, written, possible)
                dropped += not sentence
                if sentence:
                    kept.append(sentence)
                    if told:
                        told(_with_text(answer, kept, "written"))
        except WriterFailed as failed:
            return replace(answer, note=failed.why)
        if not _enough(question, answer, " ".join(kept)):
            return replace(answer, note="unsupported")
        return _with_text(answer, kept, "shortened" if dropped else "written")

    def _sentences(self, question: Question, answer: Answer) -> Iterator[str]:
        """Give the sentences of the reply, each as soon as it is whole."""
        reply = ""
        given: list[str] = []
        for piece in self._writer.write(prompts()["system"].strip(), task(question, answer)):
            reply += piece
            for sentence in split(reply)[len(given) : -1]:
                # A small model that repeats itself has said what it had to say.
                if len(given) == _MOST or bare(sentence) in given:
                    return
                given.append(bare(sentence))
                yield sentence
        yield from (s for s in split(reply)[len(given) : _MOST] if bare(s) not in given)

    def _checked(self, question: Question, written: str, possible: Sequence[Ground]) -> str:
        """Give a sentence with the citations that bear it out; "" where none does.

        A sentence is held to the quotes that it cites; one that cites none, to any of them.
        """
        text = bare(written)
        cited = set(marks(written))
        own = [g for g in possible if not cited or set(g.numbers) <= cited]
        reason = "" if own else "cites a quote that there is not"
        if not _WHOLE.search(written):
            own, reason = [], "is not finished"
        elif set(tokenise(text)) <= set(tokenise(question.text)):
            own, reason = [], "says only what was asked"
        borne: list[int] = []
        for ground in own:
            if set(ground.numbers) <= set(borne):
                continue
            problem = self._support.problem(text, ground)
            reason = reason or problem
            if not problem:
                borne += [n for n in ground.numbers if n not in borne]
        record(lambda: Wrote(text, "" if borne else reason))
        return f"{text} {''.join(f'[{n}]' for n in borne)}" if borne else ""


def is_prose(question: Question, answer: Answer) -> bool:
    """Whether an answer is running text that may be rewritten; one sentence needs no writing."""
    return (
        answer.status == "answered"
        and answer.count is None
        and len(answer.items) <= 1
        and question.operation not in ("list", "count")
        and bool(answer.citations)
        and _SEVERAL.search(_MARKS.sub("", answer.text)) is not None
    )


def task(question: Question, answer: Answer) -> str:
    """Give what the model is asked, the quotes marked off as data."""
    quotes = "\n".join(
        prompts()["quote"].format(
            n=c.n, title=as_data(c.title), wording=as_data(c.quote[:_LONGEST_QUOTE])
        )
        for c in answer.citations
    )
    return prompts()["task"].strip().format(question=as_data(question.text), quotes=quotes)


def as_data(text: str) -> str:
    """Give text on one line in which nothing can be taken for a mark of the prompt.

    The brackets of quotes, citations and the model's own control words (`<|im_start|>`, `[INST]`)
    are replaced by others.
    """
    line = " ".join(text.split())
    return line.translate(_AS_DATA)


def split(reply: str) -> list[str]:
    """Split a reply into sentences, each with the citation marks that follow it.

    The last may not be whole yet.
    """
    text = _BEGUN.sub("", _THOUGHT.sub(" ", reply))
    found: list[str] = []
    for line in text.split("\n"):
        cut = _END.sub(r"\g<marks>\n", line)
        for piece in (p for one in cut.split("\n") for p in _whole(one)):
            if bare(piece):
                found.append(piece.strip())
            elif found and marks(piece):
                found[-1] += piece
    return found


def _whole(piece: str) -> list[str]:
    """Give the sentences of a piece, which ends with marks or without."""
    tail = re.search(rf"(?:{_MARKS.pattern})+\s*$", piece)
    own: list[str] = []
    for sentence in sentences(piece[: tail.start()] if tail else piece):
        if own and sentence.startswith("("):
            own[-1] += f" {sentence}"  # the 1 of "1.1 (…" is no footnote's
        else:
            own.append(sentence)
    if tail and own:
        own[-1] += tail.group()
    return own or [piece]


def bare(written: str) -> str:
    """Give a sentence without citation marks, Markdown and control characters, with its stop."""
    text = _MARKS.sub("", written)
    text = re.sub(r"\[[^\]]*\]", " ", text)
    text = "".join(c for c in _DRESS.sub("", text) if c.isprintable() or c.isspace())
    text = re.sub(r"\s+([.,;:!?])", r"\1", " ".join(text.split()))
    return f"{text}." if text and text[-1] not in ".!?”\"')" else text


def _enough(question: Question, answer: Answer, written: str) -> bool:
    """Whether a written answer still answers: its kind of value, and enough of the facts."""
    if not written or not holds_needed(question.text, written):
        return False
    extracted = _stated(_MARKS.sub("", answer.text)) - _stated(question.text)
    words = one_form(written)
    figures = {" ".join(f) for f in all_figures(written)}
    kept = {fact for fact in extracted if fact in figures or f" {fact} " in words}
    share = len(kept) / len(extracted) if extracted else 1.0
    return share >= (1.0 if question.operation == "look_up" and question.fields else _ENOUGH)


def _stated(text: str) -> set[str]:
    """Give the figures and names that a text states."""
    return {" ".join(f) for f in all_figures(text)} | set(facts(text).names)


def _with_text(answer: Answer, kept: Sequence[str], note: str) -> Answer:
    """Give an answer with written sentences; the citations keep their numbers."""
    return replace(answer, text=" ".join(kept), note=note)


@cache
def prompts() -> dict[str, str]:
    """Give the texts of `prompts.toml` by name."""
    return tomllib.loads(Path(__file__).with_name("prompts.toml").read_text("utf-8"))
