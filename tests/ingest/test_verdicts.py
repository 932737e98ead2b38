"""A follow-up that says of each recommendation in a sentence whether it is met."""

from __future__ import annotations

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.readers.markdown import parse_markdown
from ingest.types import Item

ENTRIES = (
    (
        "Rec 1 The Board should light the long pier.",
        "It is lit. We consider this recommendation to be met.",
    ),
    (
        "Rec 2 The Board should mend the fog bell.",
        "Nobody has looked at it. This recommendation is not met.",
    ),
    (
        "Rec 3 The Board should buy a tug.",
        "One is hired. This recommendation is therefore partly met.",
    ),
)


def entries(*found: tuple[str, str]) -> list[Item]:
    paragraphs = [
        part
        for text, verdict in found
        for part in (
            text,
            "Response of the Board. Accepted. The Harbour Master will see to it.",
            f"What we found in 2024. {verdict}",
        )
    ]
    text = "# Harbour review: follow-up\n\n## Progress\n\n" + "\n\n".join(paragraphs)
    structure = build_structure(parse_markdown(text, "review.md").elements)
    return [i for i in build_items("review.md", structure) if i.kind == "entry"]


def test_what_was_found_is_a_field_and_its_verdict_the_status() -> None:
    found = entries(*ENTRIES)
    assert [i.identifier for i in found] == ["1", "2", "3"]
    assert [[f.name for f in i.fields] for i in found] == [
        ["Response of the Board", "What we found in 2024", "Status"]
    ] * 3
    assert [i.fields[-1].value for i in found] == ["met", "not met", "partly met"]
    assert found[1].fields[-1].places[0].text == "This recommendation is not met."


def test_a_verdict_on_one_of_many_is_what_is_said_of_it() -> None:
    others = [(text, "The Board has begun.") for text, _ in ENTRIES[1:]]
    found = entries(ENTRIES[0], *others)
    assert not [f for i in found for f in i.fields if f.name == "Status"]


def test_a_verdict_that_is_denied_or_conditional_is_none() -> None:
    denied = [
        (text, f"{said} until the bell rings.")
        for (text, _), said in zip(
            ENTRIES,
            (
                "We do not consider this recommendation to be met",
                "The crew must be asked before this recommendation is closed",
                "It cannot be said that this recommendation is met",
            ),
            strict=True,
        )
    ]
    assert not [f for i in entries(*denied) for f in i.fields if f.name == "Status"]
