"""Whether the documents answer at all: what a question takes for granted is looked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.prose.not_yet import is_not_yet, is_of_another_meeting
from assistant.prose.unknown_words import EVERYDAY, UnknownWords
from assistant.question.asking import core
from assistant.question.understand import content_words
from assistant.sentences.names_held import NamesHeld, proper_names
from assistant.sentences.quoting import LONGEST_TOLD
from assistant.sentences.windows import Window
from assistant.trace import Check, Judged, record
from assistant.types import Question, Status
from assistant.wording.answer_kinds import wanted
from assistant.wording.counted_noun import is_counted
from assistant.wording.english import is_common
from assistant.wording.kinds_held import YEAR, asks_for_name, holds_kind
from assistant.wording.phrases import fields_of_entry
from ingest.lexical import tokenise
from ingest.library import Library

_FLOOR = -5.0  # score under which nothing that was found answers
_STRANGE = -5.0  # score under which a word that no document has is enough to refuse
_STRANGE_OF_TWO = -3.0  # the same where the question has one other telling word at most
_FEW = 2
_LIKELY = -3.0  # score from which a sentence may stand in for the best one
_PLAIN = 3.0  # score from which a row of a table is about what is asked
_CERTAIN = 7.0  # the same for a figure: a row of the right place is full of others
_OF_FIGURES = 0.5  # of the cells of rows that are figures
_KIND_BEHIND = 4.0  # how far behind the best a sentence with the kind of thing asked for may be
_NAME_BESIDE = 8.0  # the same for somebody's name in the section of the best, from that score on
_BESIDE_FROM = -1.0
_SURE = 4.5  # score from which such a word is taken for a paraphrase
_CORRECTING = 5.0  # score from which the rest of the question is answered all the same
#: Stems of what figures are and how they come about, not of what they count.
_MEASURES = frozenset(
    t
    for w in (
        "rate percentage proportion average recorded reported counted altogether total thousand "
        "hundred latest recent previous"
    ).split()
    for t in tokenise(w)
)
_FIGURE = re.compile(r"(?:^|: )[£$€]?\d[\d,.]*(?: ?%| per cent)?$")
_RARE = 9000  # places from which a word is uncommon

#: Questions that take something for granted: why, when or how it came about.
_TAKEN_FOR_GRANTED = re.compile(
    r"^\W*(?:why|when(?!\b.{3,90},\s*(?:who|what|which|how|where)\b)|how come|since|now that"
    r"|given)\b"
    r".*\b(?:is|are|was|were|did|do|does|has|have)\b",
    re.I,
)
_UNIT_NAMED = re.compile(r"[£$€%]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether what was found answers; `missing` is what the documents do not say."""

    status: Status
    missing: str = ""


class Premises:
    """Checks named things, kinds of value and the wording of a question against the evidence."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._words = UnknownWords(library)
        self.names = NamesHeld(library)

    def judge(
        self, question: Question, windows: Sequence[Window], chosen: Sequence[Window]
    ) -> Verdict:
        """Say whether the chosen windows answer the question, and if not, what is missing."""
        if not chosen:
            return Verdict("not_found")
        question = replace(question, text=core(question.text))
        best = max(w.score for w in windows)
        text = " ".join(self._said(w) for w in chosen)
        name = self.names.absent(question.text, chosen)
        kind = holds_kind(question.text, text, " ".join(p for w in chosen for p in self._dated(w)))
        figures = any(k.name in ("number", "money") for k in wanted(question.text))
        certain = best >= (_CERTAIN if figures and _is_of_figures(chosen) else _PLAIN)
        kind = kind and (certain or self._is_of_subject(question, chosen))
        kind = kind and (best >= _CERTAIN or self._is_counted(question, chosen))
        future = is_not_yet(question, chosen) or is_of_another_meeting(
            question, chosen, self._library
        )
        strange = self._words.strange(question, text)
        unheard = strange or self._words.unheard(question)
        limit = _STRANGE_OF_TWO if len(content_words(question.text)) <= _FEW else _STRANGE
        granted = _TAKEN_FOR_GRANTED.search(question.text) is not None
        verdict = Verdict("answered")
        if name:
            verdict = Verdict("corrected" if best > _CORRECTING else "not_found", name)
        elif best < _FLOOR or not kind or future or (unheard and best < limit):
            verdict = Verdict("not_found")
        elif best < _PLAIN and (topic := self._words.unsaid(question)):
            verdict = Verdict("not_found", topic)
        elif strange and best < _SURE and granted:
            verdict = Verdict("corrected", strange)
        record(
            lambda: Judged(
                verdict.status,
                verdict.missing,
                (
                    Check(
                        f"the best sentence scores {best:.1f}; refused below {_FLOOR}",
                        best >= _FLOOR,
                    ),
                    *_checks(
                        best,
                        name,
                        unheard if granted or best < limit else "",
                        kind=kind,
                        future=future,
                    ),
                ),
            )
        )
        return verdict

    def _said(self, window: Window) -> str:
        """Give a window's words without its entry's identifier and names of fields: no figures."""
        item = self._library.item(window.passage.item)
        if item is None:
            return window.text
        text = window.text.removeprefix(f"{item.identifier} ")
        if item.kind == "entry" and item.text and item.text in text:
            text = f"{text} {fields_of_entry(item, LONGEST_TOLD)}"  # they are said with it
        for field in item.fields:
            if not _UNIT_NAMED.search(field.name):  # "Budget (£000)" says what its figure is
                text = text.replace(f"{field.name}: ", "")
        return text

    def with_name(self, name: str, windows: Sequence[Window]) -> list[Window]:
        """Give the windows whose passages hold a name that the best of them lacked."""
        likely = [w for w in windows if w.score >= _LIKELY] if name else []
        return [w for w in likely if self.names.is_held(name, w)]

    def with_kind(self, question: Question, windows: Sequence[Window]) -> list[Window]:
        """Give windows, those first that hold the kind of thing asked for; none where none does.

        Only such are put first as score nearly as well as the best, and are of what is named: the
        cost of a placement is not that of a pen.
        """
        if not windows:
            return []
        best = windows[0]
        floor = max(_LIKELY, best.score - _KIND_BEHIND)
        asked = core(question.text)
        named = asks_for_name(asked) and best.score >= _BESIDE_FROM
        beside = best.score - _NAME_BESIDE if named else floor
        holding = [
            w
            for w in windows
            if w.score >= (beside if _stand_together(w, best) else floor)
            and holds_kind(asked, self._said(w), " ".join(self._dated(w)))
            and not self.names.absent(asked, [w])
        ]
        keys = {(w.passage.key, w.first) for w in holding}
        rest = [w for w in windows if (w.passage.key, w.first) not in keys]
        return [*holding, *rest] if holding else []

    def rare(self, question: Question) -> set[str]:
        """Give the stems of a question's uncommon words that the documents know."""
        words = [w for w in question.words if not is_common(w.lower(), _RARE)]
        return {t for w in words for t in tokenise(w)} & self._library.stems

    def _dated(self, window: Window) -> tuple[str, ...]:
        """Give what tells the time that a window speaks of."""
        info = self._library.document(window.passage.document).info
        told = (window.passage.text, *window.passage.section, info.title, info.as_of)
        return told if YEAR.search(window.text) else (*told, info.date)

    def _is_of_subject(self, question: Question, chosen: Sequence[Window]) -> bool:
        """Whether rows of a table are about something that the question names at all."""
        if any(w.passage.kind != "item" or w.passage.item for w in chosen):
            return True
        names = set(proper_names(question.text))
        parts = (p for w in content_words(question.text) for p in w.split("-") if w not in names)
        telling = [p for p in parts if p.isalpha() and not is_common(p.lower(), EVERYDAY)]
        subject = {t for w in telling for t in tokenise(w)} - _MEASURES
        subject = subject if _is_of_figures(chosen) else subject & self._library.stems
        held = set(tokenise(self.names.around(chosen))) | self.names.spelled_out(chosen)
        return not subject or bool(subject & held)

    def _is_counted(self, question: Question, chosen: Sequence[Window]) -> bool:
        """Whether what was found is about the things whose number is asked for."""
        parts = (t for w in chosen for t in (self._said(w), w.text, *w.passage.section))
        held = set(tokenise(" ".join(parts))) | self.names.spelled_out(chosen)
        titles = {self._library.document(w.passage.document).info.title for w in chosen}
        return is_counted(question.text, held | set(tokenise(" ".join(titles))))


def _is_of_figures(chosen: Sequence[Window]) -> bool:
    """Whether windows are rows of figures, several of them in a row."""
    cells = [part for w in chosen for part in re.split(r"; ", w.text)]
    figures = sum(_FIGURE.search(cell.strip()) is not None for cell in cells)
    return figures >= _OF_FIGURES * len(cells)


def _stand_together(one: Window, other: Window) -> bool:
    """Whether two windows are of one section, or of one entry's cell."""
    first, second = one.passage, other.passage
    return (first.document, first.section) == (second.document, second.section)


def _checks(best: float, name: str, strange: str, *, kind: bool, future: bool) -> tuple[Check, ...]:
    """Give what an answer needs besides its score, each with what was found."""
    absent = f": “{name}” is not" if name else ""
    unknown = f"“{strange}” is in no document" if strange else "the documents know every word"
    return (
        Check(f"the names asked about are there{absent}", not name),
        Check("it holds the kind of thing asked for (a number, a date, money …)", kind),
        Check("what is asked about has happened, or is not asked as if it had", not future),
        Check(
            f"nothing is taken for granted: {unknown}; let pass from {_SURE}",
            not strange or best >= _SURE,
        ),
    )
