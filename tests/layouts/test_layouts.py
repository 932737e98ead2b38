"""The documents say what their truth says, and the answers are true."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pypdf
import pytest

from . import LAYOUTS, Layout, Question
from .__main__ import main
from .asking import About, is_named, satisfies, selected

BY_STEM = {layout.stem: layout for layout in LAYOUTS}
QUESTIONS = tuple(question for layout in LAYOUTS for question in layout.questions)
PAGED = tuple(layout for layout in LAYOUTS if layout.file_name.endswith(".pdf"))


def bare(words: str) -> str:
    """Without spaces or markup, so that line breaks inside cells do not matter."""
    return re.sub(r"[\s*]+", "", words).casefold()


def about(question: Question) -> About:
    return About(tuple(BY_STEM[stem] for stem in question.doc))


def said(question: Question) -> list[str]:
    """What the truth says where the question's claim looks."""
    claim, subject = question.claim, about(question)
    if claim.kind == "prose":
        return [words for layout in subject.layouts for words in layout.prose]
    items = [i for i in subject.items if any(is_named(i, name) for name in claim.identifiers)]
    if claim.field:
        return [item.field(claim.field) or "" for item in items]
    return [words for i in items for words in (i.text, *(value for _, value in i.fields))]


def test_there_are_enough() -> None:
    assert len(LAYOUTS) == 19
    assert sum(item.kind == "entry" for layout in LAYOUTS for item in layout.truth) >= 220
    assert len({question.id for question in QUESTIONS}) == len(QUESTIONS)
    assert all(8 <= len(layout.questions) <= 22 for layout in LAYOUTS)


@pytest.mark.parametrize("layout", PAGED, ids=lambda layout: layout.stem)
def test_an_item_starts_on_its_page(layout: Layout, tmp_path: Path) -> None:
    layout.write(tmp_path)
    pages = [
        bare(page.extract_text()) for page in pypdf.PdfReader(tmp_path / layout.file_name).pages
    ]
    for item in layout.truth:
        first = bare(" ".join(item.text.split()[:3]))
        assert first in pages[item.page - 1], item
        assert bare(item.identifier) in pages[item.page - 1], item


def test_plain_text_pages_are_counted_by_form_feeds(tmp_path: Path) -> None:
    layout = BY_STEM["fernshire-control-room-replacement-milestones"]
    layout.write(tmp_path)
    pages = (tmp_path / layout.file_name).read_text(encoding="utf-8").split("\f")
    for item in layout.truth:
        assert f"Milestone {item.identifier}  " in pages[item.page - 1]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.stem)
def test_writing_twice_gives_the_same_bytes(layout: Layout, tmp_path: Path) -> None:
    layout.write(tmp_path)
    first = (tmp_path / layout.file_name).read_bytes()
    layout.write(tmp_path)
    assert (tmp_path / layout.file_name).read_bytes() == first


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_the_answer_is_true(question: Question) -> None:
    claim, subject = question.claim, about(question)
    named = [i for i in subject.items if any(is_named(i, name) for name in claim.identifiers)]
    if claim.kind == "set":
        found = selected(subject.items, claim.where)
        assert len(found) == len(question.set_answer)
        assert found == [i for i in subject.items if i in named and i in found]
        assert all(any(is_named(i, name) for i in found) for name in question.set_answer)
        assert question.count in {None, len(found)}
    elif claim.kind == "absent":
        assert not [i for i in subject.items if i.kind != "statistic" and i in named]
    elif claim.kind == "empty":
        assert [item.field(claim.field) for item in named] == [""]
    else:
        words = bare(" ".join(said(question)))
        facts = [fact for fact in question.must_include if "never" not in fact]
        assert words
        for fact in facts:
            assert any(bare(form) in words for form in fact), (fact, words)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_the_evidence_is_in_the_document(question: Question) -> None:
    subject = about(question)
    words = [bare(item.text) for item in subject.items]
    words += [bare(text) for layout in subject.layouts for text in layout.prose]
    for quote in question.evidence:
        assert any(bare(quote) in text for text in words), quote
    assert question.evidence or question.claim.kind == "absent"


def test_everything_is_written_with_its_truth(tmp_path: Path) -> None:
    main(tmp_path)
    for layout in LAYOUTS:
        assert (tmp_path / layout.file_name).stat().st_size > 1000
        truth = json.loads((tmp_path / f"{layout.stem}.truth.json").read_text(encoding="utf-8"))
        assert len(truth["items"]) == len(layout.truth)
    lines = (tmp_path / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [question.id for question in QUESTIONS]


def test_a_missing_field_satisfies_no_condition() -> None:
    item = BY_STEM["thornley-care-leavers-promise-2023"].truth[0]
    claim = next(q.claim for q in QUESTIONS if q.claim.where and q.claim.where[0].field == "SRO")
    assert not satisfies(item, claim.where[0])
