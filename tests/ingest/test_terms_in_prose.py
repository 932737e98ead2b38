"""Terms that running text explains, where its first sentence says that it does."""

from __future__ import annotations

from ingest.items.terms_in_prose import terms_in_prose
from ingest.types import Block, Place

TOLD = (
    "Throughout, a warden is a worker, not in uniform, who walks the pier by night. A managed "
    "berth is a berth that two boats share for a season. Focused towing means an offer of help to "
    "the boats that drift most."
)
LISTED = (
    "For the purposes of the pilot, a night call was any call made between 9 pm and 3 am; and a "
    "safe berth was a berth given to a boat that had no other."
)


def found(text: str) -> list[tuple[str, str]]:
    block = Block("paragraph", text, (Place(1, text),))
    return [(i.identifier, i.text) for i in terms_in_prose("plan.md", [block])]


def test_each_sentence_explains_a_term() -> None:
    assert found(TOLD) == [
        ("Warden", "a worker, not in uniform, who walks the pier by night"),
        ("Managed berth", "a berth that two boats share for a season"),
        ("Focused towing", "an offer of help to the boats that drift most"),
    ]


def test_several_are_explained_in_one_sentence() -> None:
    assert [term for term, _ in found(LISTED)] == ["Night call", "Safe berth"]


def test_what_is_said_of_things_explains_no_term() -> None:
    assert found("A warden is a great help. The bell is the oldest of the harbour.") == []
    assert found("Throughout, the harbour was a busy place to work.") == []
