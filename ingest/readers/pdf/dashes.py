"""Dotted and dashed rules: short strokes, each drawn by itself, as the one line they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ingest.readers.pdf.rules import Rule

_SHORT = 12.0  # points: a longer stroke is a rule of its own
_FEWEST = 6  # strokes
_NEAR = 3.0  # points


def with_dashes_joined(rules: Iterable[Rule]) -> Iterator[Rule]:
    """Give the rules, those that follow each other in short strokes on one height as one.

    Below a rule that columns break, such a line of the same width is broken where that one is:
    they are rows of one table.
    """
    found = list(rules)
    whole = [rule for rule in found if rule.x1 - rule.x0 >= _SHORT]
    short = [rule for rule in found if rule.x1 - rule.x0 < _SHORT]
    yield from whole
    broken = _broken(whole)
    for _, level in groupby(sorted(short, key=_place), key=lambda r: round(r.y)):
        for run in _runs(list(level)):
            if len(run) >= _FEWEST:
                line = Rule(run[0].x0, run[-1].x1, run[0].y)
                yield from _as_above(line, broken)
            else:
                yield from run


def _broken(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Give the rules that stand side by side on one height, two or more, from the top down."""
    levels = groupby(sorted(rules, key=_place), key=lambda r: round(r.y))
    return [side for _, level in levels if len(side := list(level)) > 1]


def _as_above(line: Rule, broken: Sequence[Sequence[Rule]]) -> Iterator[Rule]:
    """Give a line in the parts of the nearest broken rule above it that is as wide."""
    for parts in reversed(broken):
        wide = abs(parts[0].x0 - line.x0) < _NEAR and abs(parts[-1].x1 - line.x1) < _NEAR
        if parts[0].y < line.y and wide:
            yield from (Rule(part.x0, part.x1, line.y) for part in parts)
            return
    yield line


def _runs(strokes: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Divide the strokes on one height where the white between two is wider than they are."""
    run: list[Rule] = []
    for stroke in strokes:
        if run and stroke.x0 - run[-1].x1 > 1.5 * (stroke.x1 - stroke.x0) + 1:
            yield run
            run = []
        run.append(stroke)
    if run:
        yield run


def _place(rule: Rule) -> tuple[int, float]:
    return round(rule.y), rule.x0
