"""Numbered lists under a heading that says what is numbered."""

from __future__ import annotations

from ingest.items.numbered import numbered
from ingest.types import Block, Place


def block(kind: str, text: str, *section: str) -> Block:
    return Block(
        "heading" if kind == "heading" else "list_item", text, (Place(1, text),), tuple(section)
    )


def points(first: int, last: int, *section: str) -> list[Block]:
    return [block("point", f"{n}. Point {n}.", *section) for n in range(first, last + 1)]


def test_numbers_run_on_over_the_headings_in_between() -> None:
    blocks = [*points(1, 3, "Principles", "Ethics"), *points(4, 6, "Principles", "Learning")]
    found = numbered("plan.pdf", blocks)
    assert [(i.label, i.identifier) for i in found] == [("principle", str(n)) for n in range(1, 7)]
    assert [i.section[-1] for i in found] == ["Ethics"] * 3 + ["Learning"] * 3


def test_points_under_other_headings_are_no_entries() -> None:
    assert numbered("plan.pdf", points(1, 5, "How to complain")) == []


def test_what_is_done_in_turn_is_no_register() -> None:
    assert numbered("plan.pdf", points(1, 5, "Steps")) == []


def test_too_few_points_or_a_gap_make_no_list() -> None:
    assert numbered("plan.pdf", points(1, 2, "Objectives")) == []
    assert numbered("plan.pdf", points(2, 6, "Objectives")) == []


def test_what_is_listed_already_stays_as_it_is() -> None:
    known = numbered("plan.pdf", points(1, 4, "Objectives"))
    assert numbered("plan.pdf", points(1, 4, "Objectives"), known) == []
