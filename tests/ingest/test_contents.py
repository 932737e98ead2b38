"""Tables of contents are left out of the passages, and nothing else is."""

from __future__ import annotations

from ingest.blocks.contents import without_contents
from ingest.types import Block, BlockKind


def block(kind: BlockKind, text: str, *section: str) -> Block:
    return Block(kind, text, (), section=section)


def kept(*blocks: Block) -> list[str]:
    return [b.text for b in without_contents(blocks)]


def test_titles_with_their_pages_are_left_out() -> None:
    blocks = (
        block("paragraph", "Governance of the plan 12"),
        block("paragraph", "Foreword ........ 3"),
        block("heading", "Governance of the plan"),
        block("paragraph", "The board meets each month.", "Governance of the plan"),
    )
    assert kept(*blocks) == ["Governance of the plan", "The board meets each month."]


def test_the_title_of_an_entry_is_no_line_of_contents() -> None:
    titles = [block("heading", f"Cause of concern {n}") for n in (1, 2)]
    assert kept(*titles) == ["Cause of concern 1", "Cause of concern 2"]


def test_running_text_under_totals_is_kept() -> None:
    told = "The whole plan comes to seven million over two years, of which half is a grant."
    blocks = (
        block("heading", "Total for objective 5,210"),
        block("heading", "Total for objective 220"),
        block("paragraph", told, "Total for objective 220"),
    )
    assert told in kept(*blocks)


def test_dots_that_lead_to_a_name_are_no_contents() -> None:
    told = "Harbour Master ........ Asa Reed Head of Works ....... Bo Field"
    assert kept(block("paragraph", told)) == [told]
    assert kept(block("paragraph", "Foreword ........ 3 Governance ........ page 4")) == []


def test_a_list_of_what_follows_is_left_out() -> None:
    titles = ("A word first", "Decisions taken", "Grants made", "Dates to keep")
    listed = [block("list_item", f"{n}. {title}") for n, title in enumerate(titles, start=1)]
    headings = [block("heading", f"{n}. {t.upper()}") for n, t in enumerate(titles, start=1)]
    over = block("paragraph", "IN THIS ISSUE")
    assert kept(over, *listed, *headings) == [b.text for b in (over, *headings)]
    lead = block("paragraph", "We have set four aims:")
    assert len(kept(lead, *listed, *headings)) == 9
