"""Whether what is asked had happened: outcomes still to come, meetings of another month."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.question.asking import asking
from assistant.question.scopes import MEETING
from assistant.sentences.windows import Window
from assistant.types import Question
from ingest.lexical import tokenise
from ingest.library import Library
from ingest.wording.periods import periods, read_period

_OUTCOME = re.compile(
    r"\b(?:conclude[ds]?|concluding|decided?|found|find|results?|outcome|won(?!['’]t)|win|happen(?:ed)?"
    r"|achieved?|attend\w*|turn(?:ed)? out|handed|arrested|spent|recruited|trained"
    r"|approved?|granted?|awarded?|voted?)\b",
    re.I,
)
#: What is left to somebody to decide.
_TO_DECIDE = re.compile(
    r"\b(?:will|is to|are to) (?:then )?(?:decide|consider|vote|choose|be (?:asked|decided))\b",
    re.I,
)
_FUTURE = re.compile(
    r"\b(?:will|to take place|to be|due to|planned|intend\w*|going to|is to|are to|proposed"
    r"|would need|in development)\b",
    re.I,
)
#: A meeting that was still to come when the minutes were written.
_TO_COME = re.compile(r"\bnext meeting\b|\b(?:will|to) be held\b|\bdate of\b", re.I)
_PAST_ASKED = re.compile(r"\b(?:did|was|were|has|have|had|won(?!['’]t))\b", re.I)


def is_not_yet(question: Question, chosen: Sequence[Window]) -> bool:
    """Whether an outcome is asked for that the documents only look forward to."""
    asked = asking(question.text) or question.text
    if not (_OUTCOME.search(asked) and _PAST_ASKED.search(asked)):
        return False
    told = chosen[0].sentences
    decided = [s for s in told if _OUTCOME.search(s) and not _TO_DECIDE.search(s)]
    if any(map(_TO_DECIDE.search, told)) and not decided:
        return True
    words = {t for w in question.words for t in tokenise(w)}
    best = max(told, key=lambda s: len(words & set(tokenise(s))))
    return bool(_FUTURE.search(best)) and not re.search(r"\b(?:has|have|was|were)\b", best)


def is_of_another_meeting(question: Question, chosen: Sequence[Window], library: Library) -> bool:
    """Whether it is asked what a meeting did, and only minutes of another month are found."""
    info = library.document(chosen[0].passage.document).info
    held = read_period(info.date or info.as_of) if info.kind == "minutes" else None
    if held is None:
        return False
    asked = [
        p for p in periods(question.text, held.last.year) if MEETING.match(question.text[p.stop :])
    ]
    apart = all(p.last < held.first or held.last < p.first for p in asked)
    spoken = any(
        period.first <= p.last and p.first <= period.last
        for w in chosen
        for sentence in w.sentences
        if not _TO_COME.search(sentence)
        for period in periods(sentence, held.last.year)
        for p in asked
    )
    past = _PAST_ASKED.search(question.text) is not None
    return bool(asked) and apart and past and not spoken
