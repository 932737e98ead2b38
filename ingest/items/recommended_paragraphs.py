"""Recommendations that are paragraphs of their own: "3.4 We recommend that the Chief Constable …".

Their number is the paragraph's. Who is to act and by when is told in the sentence; what is said to
them stands below in labelled lines.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ingest.lines.entry_draft import EntryDraft
from ingest.lines.field_lines import own_names
from ingest.lines.fields_below import take_fields
from ingest.types import Block, Field, Item
from ingest.wording.identifiers import depth, leading
from ingest.wording.values import is_somebody

_LABEL = "recommendation"
_SAYS = re.compile(
    r"^(?:We|I|It is|(?:The )?[A-Z][\w’' -]{2,40}?) (?:therefore |also |further |again )?"
    r"recommend(?:s|ed)?(?: to (?P<to>the [^.;]{4,90}?))? that\b"
)
_WORD = r"[A-Z][\w’'&-]*"
_NAME = rf"{_WORD}(?: (?:(?:of|for|and|the|&|to) )*(?:{_WORD}|\({_WORD}(?: {_WORD})*\)))*"
#: "The Head of Custody should …", "that the Clerk reports …": who is to do it.
_WHO = re.compile(
    rf"(?:^|\bthat (?:[^.;]{{0,40}}, )?|, )(?P<who>[Tt]he {_NAME})"
    r"(?:, [a-z][^,.;]{4,60},)? (?:should\b|must\b|[a-z]+(?<!i)(?<!a)s\b)"
)
#: "We recommend that the Harbour Master, Northmoor Port, bring …": a post has several words.
_BRINGS = re.compile(
    rf"\brecommend(?:s|ed)? that (?P<who>the {_WORD} (?:of |for )?{_NAME}(?:, {_NAME}(?=,))?),?"
    r" (?!be\b)[a-z]+\b"
)
#: "…, led by the Head of Custody", "The Head of Custody is responsible."
_LED = re.compile(
    rf"\b(?:(?<!to be )led by|falls? to|(?:owner|lead) is) (?P<by>the {_NAME}(?:, {_NAME})?)"
    rf"|(?:^|\. )(?P<is>The {_NAME}(?: (?:at|of|for) (?:the )?{_NAME})?)"
    r" is (?:responsible|accountable|asked|to lead)\b"
    rf"|\bby (?P<done>the {_NAME}(?:, {_NAME})?)\.?$"
)
_PARTS = re.compile(r"\bled by\b|, and\b")  # somebody does one part of it, and others the rest
_CODE = re.compile(r"[A-Z]{1,4}[-. ]?\d{1,3}$")
_WHEN = re.compile(
    r"\b(?:by|before|no later than|not later than) (?P<date>(?:the )?(?:(?:end|start|middle) of )?"
    r"(?:[\w’']+ )?(?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:19|20)\d\d\b(?!/\d))"
    r"|(?P<within>\b[Ww]ithin (?:\w+ ){1,2}(?:working )?(?:day|week|month|year)s?\b)"
)
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A numbered paragraph: where it stands, its number, and what it says."""

    index: int
    identifier: str
    text: str
    block: Block


def recommended_paragraphs(
    document: str, blocks: Sequence[Block], known: Collection[Item] = ()
) -> list[Item]:
    """Give such recommendations, three or more, where none are listed already.

    Where they are set in bold and other paragraphs are not, whatever is set so and says what
    should be done is one.
    """
    if any(i.kind == "entry" and i.label == _LABEL for i in known):
        return []
    numbered = list(_numbered(blocks))
    said = [p for p in numbered if _SAYS.match(p.text)]
    if len(said) < _FEWEST:
        return []
    bold = sum(p.block.bold for p in said) > len(said) / 2
    chosen = [p for p in numbered if p in said or (bold and p.block.bold and "should" in p.text)]
    own = own_names(blocks, lambda block: any(block is p.block for p in chosen))
    drafts = [_draft(p) for p in chosen]
    for paragraph, draft in zip(chosen, drafts, strict=True):
        take_fields(draft, blocks[paragraph.index + 1 :], own)
    return [draft.item(document) for draft in drafts]


def _numbered(blocks: Sequence[Block]) -> Iterator[_Paragraph]:
    for index, block in enumerate(blocks):
        found = leading(block.text) if block.kind in ("paragraph", "list_item") else None
        coded = found and (depth(found.identifier) > 1 or _CODE.match(found.identifier))
        if found and found.rest and not found.label and coded:
            yield _Paragraph(index, found.identifier, found.rest, block)


def _draft(paragraph: _Paragraph) -> EntryDraft:
    block = paragraph.block
    draft = EntryDraft(
        _LABEL, paragraph.identifier, paragraph.text, block, "paragraph", list(block.places)
    )
    to = _SAYS.match(paragraph.text)
    named = (to and to["to"]) or _who(paragraph.text)
    if named:
        draft.fields.append(Field("Owner", named, block.places))
    when = _WHEN.search(paragraph.text)
    if when:
        draft.fields.append(Field("Date", when["date"] or when["within"], block.places))
    return draft


def _who(text: str) -> str:
    """Give who is to act: whom the sentence asks, or whom it names as the lead."""
    asked = _WHO.search(text) or _BRINGS.search(text)
    led = _LED.search(text)
    told = [asked["who"]] if asked else []
    if led and not (led["done"] and _PARTS.search(text)):
        told.append(led["by"] or led["is"] or led["done"])
    return next((who for who in told if is_somebody(who)), "")
