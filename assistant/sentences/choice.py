"""Chooses what is said of the sentences read: the best one with what belongs to it, and others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from math import exp

from assistant.sentences.windows import Window, leads_to_list
from ingest.lexical import tokenise

_MARGIN = 5.0  # how near another sentence must score to be said too
_ADDED_FROM = -3.0  # score under which no further sentence is said beside one that answers
_UNSURE_FROM, _AS_NEAR = -5.0, 1.5  # where none answers well: how near the best another scores
_TEMPERATURE = 1.8  # by which scores are divided to tell how probable each sentence is
_LIKELY = 0.7  # probability that what is said must hold
_MOST_SAID = 4  # sentences said in all
_SAME = 0.85  # of a sentence's words, from which another one says the same
_GOES_ON = 3.0  # how near the next sentence must score to be said with the best
_NEAR_OPENING = 2  # sentences
_WIDEST = 3  # sentences said together
_LONGEST_RUN = 7  # sentences of a run told one after the other
#: What goes on a run of steps or reasons: "If that fails, …", "The third is …", "Finally …".
_NEXT = re.compile(
    r"^(?:if (?:that|this|it) (?:fails|does not|cannot|is not)|(?:and )?then\b|next\b|finally\b"
    r"|after (?:that|this)\b|(?:second|third|fourth|fifth|last)ly\b|(?:and )?last(?: of all)?\b"
    r"|the (?:second|third|fourth|fifth|last|next) (?:is|was|are|of)\b)",
    re.I,
)
_FOLLOWS = re.compile(
    r"\b(?:therefore|thus|hence|consequently|as a result|that is why|this is why|for this reason"
    r"|because of (?:this|that)|the result (?:is|was)|so (?:that )?(?:we|it|they|the))\b",
    re.I,
)
_ANNOUNCES = re.compile(
    r"^(?:there (?:are|were) )?(?:two|three|four|five|several) (?:main |other )?"
    r"(?:things|reasons|causes|points|problems|changes)\b[^,;]{0,60}[.:]$",
    re.I,
)
_PRONOUN = re.compile(
    r"^\W*(?:the (?:first|second|third|last|latter|former|others?|rest) (?:of (?:these|those|them)|"
    r"is|was|are|were)|this|these|it|its|they|their|he|she|such|that|those"
    r"|in (?:both|either|all|each|this|these|such) (?:cases?|instances?|events?|circumstances?))\b",
    re.I,
)


def choose(
    windows: Sequence[Window],
    most: int = 3,
    *,
    brief: bool = False,
    several: bool = False,
    reasons: bool = False,
) -> list[Window]:
    """Give the best sentence with what belongs to it, and others until the answer is likely said.

    Unless a brief answer is wanted (a number, a date), a neighbour comes with the best sentence;
    where several things are asked for, the list that the words right after it lead to.

    Neighbouring sentences that score nearly as well come with it, a lead-in brings its list, an
    item of a list the rest of it, and a pronoun the sentence before. `most` is the number of
    places that are quoted. Where `reasons` are asked for, what follows from the sentence before
    comes with it.
    """
    if not windows:
        return []
    grown = _grown(windows[0], windows, brief=brief)
    if several and (led := _to_its_list(grown)):
        grown = led
    elif not brief:
        alone = grown.last - grown.first == 1
        grown = _to_its_paragraph(_with_neighbour(grown, windows) if alone else grown)
    whole = _with_announced(_whole(grown))
    return _until_likely([_with_reason(whole) if reasons else whole], windows, most)


def _with_announced(window: Window) -> Window:
    """Take in the sentences after one that only says how many follow: "Two things happened."."""
    told = _ANNOUNCES.search(window.units[window.last - 1].text)
    if not told:
        return window
    return replace(window, last=min(len(window.units), window.last + _WIDEST - 1))


def _with_reason(window: Window) -> Window:
    """Take in the sentence before one that only says what follows from it: "… is therefore …"."""
    first = window.units[window.first]
    follows = not first.listed and not first.opens and _FOLLOWS.search(first.text)
    return replace(window, first=window.first - 1) if follows and window.first else window


def _until_likely(chosen: list[Window], windows: Sequence[Window], most: int) -> list[Window]:
    """Add the next best sentences until they hold most of the probability, four in all.

    The probability that a sentence is the one that answers is taken from all scores (softmax).
    """
    chance = _chances(windows)
    said = chosen[0].last - chosen[0].first
    held = 0.0
    best = windows[0].score
    least = best - _AS_NEAR if best < _UNSURE_FROM else max(best - _MARGIN, _ADDED_FROM)
    for window, p in zip(windows, chance, strict=True):
        if held >= _LIKELY or window.score < least:
            break
        held += p
        if any(_covers(c, window) for c in chosen):
            continue
        if said >= _MOST_SAID or len(chosen) == most:
            break
        joined = next((n for n, c in enumerate(chosen) if _touches(c, window)), None)
        if joined is None:
            chosen.append(_whole(window))
        else:
            c = chosen[joined]
            chosen[joined] = replace(
                c, first=min(c.first, window.first), last=max(c.last, window.last)
            )
        said += 1
    return chosen


def _chances(windows: Sequence[Window]) -> list[float]:
    """Give how probable each window is to be the best one."""
    top = windows[0].score
    weights = [exp((w.score - top) / _TEMPERATURE) for w in windows]
    total = sum(weights)
    return [x / total for x in weights]


def _covers(chosen: Window, window: Window) -> bool:
    """Whether what a window says is said already: by its place, or by the same words elsewhere."""
    if chosen.passage.key == window.passage.key:
        return chosen.first <= window.first and window.last <= chosen.last
    own, other = set(tokenise(window.text)), set(tokenise(chosen.text))
    return len(own & other) >= _SAME * len(own)


def _touches(chosen: Window, window: Window) -> bool:
    """Whether a window stands right beside a chosen one, or with one sentence between."""
    if chosen.passage.key != window.passage.key:
        return False
    return chosen.first - 2 <= window.first <= chosen.last + 1


def _grown(best: Window, windows: Sequence[Window], *, brief: bool) -> Window:
    """Take in the sentences beside the best one that answer nearly as well, three in all.

    A number or a date is told by its own sentence; else one that points back to it comes too.
    """
    near = {
        w.first: w.score
        for w in windows
        if w.passage.key == best.passage.key and w.score >= best.score - _GOES_ON
    }
    first, last = best.first, best.last
    while last - first < _WIDEST and (last in near or first - 1 in near):
        after, before = near.get(last, -99.0), near.get(first - 1, -99.0)
        first, last = (first, last + 1) if after >= before else (first - 1, last)
    alone = last - first == 1 and not brief
    if alone and last < len(best.units) and _PRONOUN.match(best.units[last].text):
        last += 1
    return replace(best, first=first, last=last)


def _with_neighbour(window: Window, windows: Sequence[Window]) -> Window:
    """Take in the sentence before or after, whichever answers better, in the same list or not."""
    scores = {w.first: w.score for w in windows if w.passage.key == window.passage.key}
    own = window.units[window.first]
    sides = [
        place
        for place in (window.first + 1, window.first - 1)
        if 0 <= place < len(window.units) and window.units[place].listed == own.listed
    ]
    if own.listed or not sides:
        return window
    best = max(sides, key=lambda place: scores.get(place, -99.0))
    return replace(window, first=min(best, window.first), last=max(best + 1, window.last))


def _to_its_paragraph(window: Window) -> Window:
    """Take in what follows in the same paragraph: three sentences in all, a run of steps whole."""
    last, own = window.last, window.units
    while last < min(len(own), window.first + _LONGEST_RUN):
        if own[last].opens or own[last].listed:
            break
        if last >= window.first + _WIDEST and not _NEXT.match(own[last].text):
            break
        last += 1
    return replace(window, last=last)


def _to_its_list(window: Window) -> Window | None:
    """Widen a window to the list that the sentence right after it leads to; None without one."""
    further = replace(window, last=min(window.last + 1, len(window.units)))
    return further if leads_to_list(further) and not leads_to_list(window) else None


def _whole(window: Window) -> Window:
    """Widen a window to the list it belongs to and the sentence its first pronoun points to."""
    first, last, own = window.first, window.last, window.units
    leads = leads_to_list(window)
    if leads or (last < len(own) and own[last].listed and own[last - 1].listed):
        while last < len(own) and own[last].listed:
            last += 1
    if not own[first].listed and first > 0 and _PRONOUN.match(own[first].text):
        first -= 1
    while first > 0 and own[first].listed:
        first -= 1
    return replace(window, first=first, last=last)


def lengthened(window: Window, most: int = 6) -> Window:
    """Widen a window by what opens its passage, if it is near, and by the sentences after it."""
    first = 0 if window.first <= _NEAR_OPENING else window.first
    last = max(window.last, min(len(window.units), window.first + most))
    return replace(window, first=first, last=last)
