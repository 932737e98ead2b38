"""Answers with a whole list of running text: the points, steps or rows that a question asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.drafts import Draft, Said, Source, passage_source, shown
from assistant.prose.premises import Premises
from assistant.sentences.announced import announced
from assistant.sentences.quoting import as_said, quoted, without_mark
from assistant.sentences.reader import Reader
from assistant.sentences.series_choice import asks_for_series, likeliest, nouns_of
from assistant.sentences.windows import Window, units
from assistant.types import Evidence, Question
from assistant.wording import cues
from assistant.wording.answer_kinds import is_brief
from assistant.wording.cues import number_word, read_number
from assistant.wording.kinds_held import asks_for_contact
from assistant.wording.phrases import capital, document_name
from ingest.lexical import tokenise
from ingest.library import Library

_LISTED_FROM = -4.0  # score from which a list is taken for the one asked for
_ANNOUNCED_FROM = -6.0  # score from which wording may announce the list asked for
_LISTED_WITHIN = 2.5  # how far behind the best sentence one of the list may be
_LISTS_LOOKED_AT = 8
_MOST_COUNTED = 60  # points that somebody takes a list to have
_LONGEST_STRETCH = 900  # characters of points that are quoted together
_SHARED = 0.5  # of a question's words, from which a list is the one that it speaks of
_NUMBERED = re.compile(r"\b(?:the|its|of|all) (?P<number>\w+) (?P<noun>(?:\w+ )?\w+s)\b")


class Listing:
    """Finds the list that is asked for and says all of it."""

    def __init__(self, library: Library, reader: Reader, premises: Premises) -> None:
        self._library = library
        self._reader = reader
        self._premises = premises

    def answer(
        self, question: Question, windows: Sequence[Window], evidence: Sequence[Evidence]
    ) -> Draft | None:
        """Give the whole list that is asked for, with its number where that is asked."""
        if not asks_for_series(question.text) or asks_for_contact(question.text):
            return None
        lists = self._reader.lists(question.about, evidence)
        windows = sorted([*windows, *lists], key=lambda w: -w.score)
        if not windows or windows[0].score < _ANNOUNCED_FROM:
            return None
        counts = cues.COUNT.search(question.text) is not None
        if counts and not nouns_of(question.text):
            return None
        wants_figure = is_brief(question.text) and not cues.AND_WHICH.search(question.text)
        if wants_figure and (not counts or _tells_number(windows[0])):
            return None
        plain = windows[0].score >= _LISTED_FROM
        found = likeliest(question.about, windows, self._library, _LISTED_WITHIN) if plain else None
        series = found[1] if found else announced(question.text, windows, self._library)
        holder = found[0] if found else windows[0]
        if series is None or self._premises.names.absent(question.text, [holder]):
            return None
        number = len(series.members)
        first = series.lead or series.members[0].window
        name = capital(document_name(self._library.document(first.passage.document).info))
        lead = f"{name} lists {number_word(number)}" if counts else f"{name} says"
        opening = f" {as_said(series.lead).rstrip(':. ')}:" if series.lead else ""
        windows = [m.window for m in series.members]
        opened, *rests = (
            _sources([series.lead, *windows]) if series.lead else [(), *_sources(windows)]
        )
        said = [Said(f"{lead}:{opening}", opened)]
        said += [
            Said(f"- {without_mark(m.text)}", own)
            for m, own in zip(series.members, rests, strict=True)
        ]
        entries = (self._library.item(m.window.passage.item) for m in series.members)
        items = tuple(shown(i) for i in entries if i and i.kind == "entry")
        return Draft("answered", tuple(said), items, number if counts else None)

    def miscounted(self, question: Question, evidence: Sequence[Evidence]) -> Draft | None:
        """Put right a question that takes a list to have another number of points than it has."""
        for one in evidence[:_LISTS_LOOKED_AT]:
            own = units(one.passage)
            if len(own) > 2 and not own[0].listed and all(u.listed for u in own[1:]):
                window = Window(one.passage, own, 0, len(own), 0.0)
                text = _wrong_number(question, window)
                if text:
                    return Draft("corrected", (Said(text), *quoted([window], self._library)))
        return None


def _sources(windows: Sequence[Window]) -> list[tuple[Source, ...]]:
    """Give the wording of each point: of running text the stretch it stands in, of a row all of it.

    Points that follow one another are one quote, which shows them as the page does.
    """
    stretches: list[list[Window]] = []
    for window in windows:
        if stretches and _follows(stretches[-1], window):
            stretches[-1].append(window)
        else:
            stretches.append([window])
    return [own for stretch in stretches for own in [_cited(stretch)] * len(stretch)]


def _follows(stretch: Sequence[Window], window: Window) -> bool:
    """Whether a window begins where a stretch of running text ends, and can be quoted with it."""
    first, last = stretch[0], stretch[-1]
    if window.passage.key != last.passage.key or window.first != last.last:
        return False
    return len(replace(first, last=window.last).text) <= _LONGEST_STRETCH


def _cited(stretch: Sequence[Window]) -> tuple[Source, ...]:
    passage = stretch[0].passage
    if passage.kind == "item":
        return tuple(passage_source(passage, place.text) for place in passage.places)
    return (passage_source(passage, replace(stretch[0], last=stretch[-1].last).text),)


def _tells_number(window: Window) -> bool:
    return bool(re.search(r"\d", window.text)) or any(
        read_number(word) is not None for word in re.findall(r"[a-z]+", window.text.lower())
    )


def _wrong_number(question: Question, window: Window) -> str:
    """Say so where a question takes a list to have another number of points than it has."""
    listed = [u for u in window.units[window.first : window.last] if u.listed]
    found = _NUMBERED.search(question.about)
    number = read_number(found["number"]) if found else None
    if found is None or number is None or len(listed) < 2 or number == len(listed):
        return ""
    if number > _MOST_COUNTED:  # a year
        return ""
    heading = " ".join(u.text for u in window.units[window.first : window.last] if not u.listed)
    held = set(tokenise(" ".join((*window.passage.section[-1:], window.text))))
    asked = {t for w in question.words for t in tokenise(w)}
    named = set(tokenise(found["noun"])) <= set(tokenise(heading))
    one_of_several = re.search(r"\b[A-Za-z]+ \d{1,2}\b", heading)  # "Area 5": not all the areas
    if not named or one_of_several or len(asked & held) < _SHARED * len(asked):
        return ""
    return f"The documents list {number_word(len(listed))}, not {number_word(number)}."
