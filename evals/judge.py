"""Compares one answer with its reference: what it must say, must not say, and list or count."""

from __future__ import annotations

import re

from assistant.types import Answer
from evals.normalise import plain, unmarked
from evals.numbers import numbers_in
from evals.types import ReferenceQuestion, Verdict

REFUSALS = frozenset({"not_found", "no_such_item", "blank"})
"""The statuses that say the documents do not answer the question."""

PUT_RIGHT = frozenset({"corrected", "not_found", "no_such_item"})
"""The statuses that do not go along with a false premise."""

_IDENTIFIER = re.compile(r"[A-Za-z]{0,4}-?\d+(?:[.\-/]\d+)*[\s.]*\(?[A-Za-z]?\)?")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s")


def judge(question: ReferenceQuestion, answer: Answer) -> Verdict:
    """Say whether the answer is correct, why not, and whether its list or count is exact."""
    missing = missing_facts(question, answer)
    reasons = (
        *_status_reasons(question, answer, missing),
        *(f"says {phrase!r}, which is wrong" for phrase in forbidden(question, answer)),
    )
    return Verdict(
        correct=not reasons,
        reasons=reasons,
        list_exact=None if question.members is None else list_exact(question.members, answer),
        count_exact=None if question.count is None else count_exact(question.count, answer),
    )


def missing_facts(question: ReferenceQuestion, answer: Answer) -> tuple[tuple[str, ...], ...]:
    """Give the facts of which no alternative occurs in what the answer says."""
    said = _said(answer, with_items=question.type == "list" or question.members is not None)
    return tuple(
        fact
        for fact in question.must_include
        if not any(plain(alternative) in said for alternative in fact)
    )


def forbidden(question: ReferenceQuestion, answer: Answer) -> tuple[str, ...]:
    """Give the phrases that occur in the answer's text although they must not."""
    said = _said(answer, with_items=False)
    return tuple(phrase for phrase in question.must_not_include if plain(phrase) in said)


def list_exact(members: tuple[str, ...], answer: Answer) -> bool:
    """Say whether the answer lists the whole set.

    A set of identifiers must equal the identifiers of the answer's items; the phrases of any
    other set must all be said.
    """
    if are_identifiers(members):
        return {_compact(m) for m in members} == {_compact(item.id) for item in answer.items}
    said = _said(answer, with_items=True)
    return all(plain(member) in said for member in members)


def are_identifiers(members: tuple[str, ...]) -> bool:
    """Say whether every member of a set is an identifier: "2.6c", "2.6 (c)", "VAWG-12"."""
    return all(_IDENTIFIER.fullmatch(member.strip()) for member in members)


def count_exact(count: int, answer: Answer) -> bool:
    """Say whether the answer's number is right.

    Where the answer has no `count`, its first sentence must hold the number, in digits or words.
    """
    if answer.count is not None:
        return answer.count == count
    sentence = _SENTENCE_END.split(plain(unmarked(answer.text)).strip(), maxsplit=1)[0]
    return count in numbers_in(sentence)


def _status_reasons(
    question: ReferenceQuestion, answer: Answer, missing: tuple[tuple[str, ...], ...]
) -> tuple[str, ...]:
    """Say what is wrong with the status, and which facts are missing where they are needed."""
    unsaid = tuple(f"does not say {fact[0]!r}" for fact in missing)
    if question.expected in REFUSALS:
        told = () if answer.status in REFUSALS else (f"status {answer.status}, must refuse",)
        return (*told, *unsaid)
    if question.type == "false_premise":
        return () if answer.status in PUT_RIGHT else unsaid
    refused = answer.status in REFUSALS
    if question.type == "unanswerable":
        return unsaid if refused else (f"status {answer.status}, must refuse", *unsaid)
    return (f"status {answer.status}, but the documents answer it", *unsaid) if refused else unsaid


def _said(answer: Answer, *, with_items: bool) -> str:
    """Give what is said in plain form, with a space at each end for facts such as " three "."""
    parts = [unmarked(answer.text)]
    if with_items:
        parts += [f"{item.id} {item.text}" for item in answer.items]
    return plain(f" {' '.join(parts)} ")


def _compact(identifier: str) -> str:
    """Give an identifier in one form: "2.6 (c)" and "2.6.c" are "2.6c"."""
    bare = re.sub(r"[\s()\[\]]+", "", plain(identifier))
    return re.sub(r"\.(?=[a-z]|$)", "", bare)
