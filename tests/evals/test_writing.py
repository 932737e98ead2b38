"""The measure of written answers: it sees a fact that its citation lacks, and counts right."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.trace import Trace, Wrote
from assistant.types import Answer, Citation, Turn
from evals.types import ReferenceQuestion
from evals.writing import measure, missing, strays, told

QUOTE = "In May 2031 the Harbour Board agreed £48,000, 32% of the cost, for 14 works (B2.4)."
CITATION = Citation(1, "plan.pdf", "Harbour plan", ("Works",), 3, QUOTE, "2031")


@pytest.mark.parametrize(
    ("sentence", "lacking"),
    [
        ("The Harbour Board agreed £48,000 in May 2031.", ()),
        ("It paid for fourteen works, 32% of the cost.", ()),
        ("The Harbour Board agreed £84,000.", ("84,000", "84000", "£84,000")),
        ("The Harbour Council agreed it.", ("Council",)),
        ("It was agreed in June 2031.", ("June",)),
        ("It was agreed in 2030.", ("2030",)),
        ("It is under B2.5 of the plan.", ("B2.5",)),
        ("It paid for fifteen works.", ("15",)),
        ("It was 48% of the cost.", ("48", "48%")),
    ],
)
def test_facts_that_a_citation_lacks_are_seen(sentence: str, lacking: tuple[str, ...]) -> None:
    assert set(missing(sentence, QUOTE)) == set(lacking)


def test_a_sentence_without_a_citation_is_a_stray() -> None:
    answer = Answer("q", "answered", "It was agreed. [1] It is good.", citations=(CITATION,))
    assert [s.fact for s in strays(answer)] == ["a sentence without a citation"]


class Explained:
    """Explains every question by one prepared trace."""

    def __init__(self, trace: Trace) -> None:
        self.trace = trace

    def explain(self, question: str, history: Sequence[Turn] = ()) -> Trace:
        return self.trace


def test_sentences_are_counted_by_what_became_of_them() -> None:
    answer = Answer(
        "q",
        "answered",
        "It was agreed in May 2031. [1]",
        citations=(CITATION,),
        note="shortened",
        seconds=2.0,
    )
    steps = (Wrote("It was agreed in May 2031.", ""), Wrote("No.", "says nothing"))
    found = measure(Explained(Trace(answer, steps)), [ReferenceQuestion("1", "q")] * 3)
    assert (found.sentences, found.dropped, found.shown, found.strays) == (6, 3, 3, ())
    assert found.reasons == (("says nothing", 3),)
    assert "dropped            3 (50%)" in told(found)
