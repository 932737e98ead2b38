"""Commitments and recommendations that have no numbers: bullets, and paragraphs that say so."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from ingest.lines.field_lines import field_line
from ingest.lines.tails import Tail, tail_of
from ingest.rows.entries import hash_of
from ingest.types import Block, Field, Item, Place
from ingest.wording.identifiers import leading, singular
from ingest.wording.marks import BULLETS, DASHES
from ingest.wording.roles import role_of

_BULLET = re.compile(rf"^(?:[*{BULLETS}]|[{DASHES}](?=\s))\s*")
_WE_WILL = re.compile(
    r"^(?:We|The [A-Z][\w ]{2,40}) (?:will|shall|commit|pledge|promise)\b|^We’ll\b"
)
_TITLE = re.compile(
    r"^(?:\d+(?:\.\d+)*[.)]?\s*)?(?:(?:our|the|key|agreed|main|strategic)\s)*"
    r"(?P<noun>commitments?|pledges?|promises?|actions|priorities|priority actions"
    r"|what we will do|we will)(?:\s(?:for|to|in|from|by|are)\b.*)?\s?:?$"
    r"|^(?:our |the )?(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+) )?"
    r"(?P<counted>commitments|pledges|promises)\b.{0,30}$"
    r"|^(?:the|our|all) [\w’' ]{2,40} (?:will|have promised|ha(?:s|ve) pledged):?$",
    re.IGNORECASE,
)
_PROMISED = re.compile(r"\bwe (?:have )?(promise|pledge)d?\b", re.I)
_RECOMMENDED = re.compile(
    r"^(?:It is (?:therefore |also |further )?recommended that|We (?:also )?recommend(?: that)?"
    r"|(?:The|This) [\w ]{3,40} recommends(?: that)?)\s"
)
_FEWEST = 2
_MOST_LED = 0.6  # of a list's points that say who leads them


def commitments(document: str, blocks: Sequence[Block], known: Collection[Item]) -> list[Item]:
    """Give the commitments of lists, but for those that are entries already."""
    taken = {place for item in known for place in item.places}
    found: list[Item] = []
    for run, told, before in _lists(blocks):
        led = [b for b in run if not leading(bare(b)) and (t := tail_of(bare(b))) and _tells(t)]
        fresh = [b for b in run if not taken & set(b.places) and leading_free(b)]
        if len(led) >= max(_FEWEST, _MOST_LED * len(run)):  # whatever they were taken for
            found.extend(_item(document, _label_of_led(run[0]), b, _shared(told)) for b in led)
            continue
        promised = sum(_WE_WILL.match(bare(b)) is not None for b in fresh)
        if len(fresh) < _FEWEST or not (promised >= 0.6 * len(fresh) or _titled(run[0], before)):
            continue
        label = _label(run[0])
        shared = _shared(told)
        found.extend(_item(document, label, block, shared) for block in fresh)
    return [*found, *_recommended(document, blocks, taken)]


def _tells(tail: Tail) -> bool:
    """Whether the end of a point says by its names who is to do it: "(Lead: …; by …)"."""
    return tail.kind == "named" and any(role_of(name) == "owner" for name, _ in tail.fields)


def _label_of_led(block: Block) -> str:
    """Give what such points are called; under "What we will do this year" they are actions."""
    label = _label(block)
    return "action" if label == "commitment" else label


def _recommended(document: str, blocks: Sequence[Block], taken: Collection[Place]) -> list[Item]:
    """Give the paragraphs that say what is recommended, where there are several of them."""
    said = [
        block
        for block in blocks
        if block.kind in ("paragraph", "list_item")
        and _RECOMMENDED.match(bare(block))
        and not set(taken) & set(block.places)
    ]
    return [_item(document, "recommendation", b) for b in said] if len(said) >= _FEWEST else []


def bare(block: Block) -> str:
    """Give a list item's words without its bullet."""
    return _BULLET.sub("", block.text).strip()


def leading_free(block: Block) -> bool:
    """Whether a list item has no number or letter of its own."""
    found = leading(bare(block))
    return found is None or not found.mark


def _shared(told: Sequence[Block]) -> tuple[Field, ...]:
    """Give the fields that stand once over all of a list: "Lead: …" between heading and points."""
    lines = ((block, field_line(block.text)) for block in told)
    return tuple(Field(*split, block.places) for block, split in lines if split)


def _lists(
    blocks: Sequence[Block],
) -> Iterator[tuple[list[Block], list[Block], Block | None]]:
    """Give each run of list items, the labelled lines right before it, and the block before."""
    run: list[Block] = []
    told: list[Block] = []
    before: Block | None = None
    for block in blocks:
        if block.kind == "list_item":
            run.append(block)
            continue
        if block.kind == "footnote":
            continue
        if run:
            yield run, told, before
            told = []
        labelled = block.kind == "paragraph" and field_line(block.text) is not None
        if labelled and not run and before is not None:
            told.append(block)
        else:
            before, told = block, []
        run = []
    if run:
        yield run, told, before


def _titled(first: Block, before: Block | None) -> bool:
    """Whether the list stands right under a heading that says commitments, actions, priorities."""
    if before is None or not first.section or before.kind != "heading":
        return False
    return _TITLE.match(before.text.strip()) is not None


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _label(block: Block) -> str:
    for text in reversed(block.section):
        verb = _PROMISED.search(text)
        if verb:
            return "promise" if verb[1].lower() == "promise" else "pledge"
        found = _TITLE.match(text.strip())
        noun = (found["noun"] or found["counted"] or " ") if found else " "
        if " " not in noun:
            return singular(noun.lower())
    return "commitment"


def _item(document: str, label: str, block: Block, fields: tuple[Field, ...] = ()) -> Item:
    text = bare(block)
    tail = tail_of(text)
    if tail and _tells(tail):
        text = tail.text
        fields = (*(Field(_capital(n), v, block.places) for n, v in tail.fields), *fields)
    return Item(
        key=f"{document}#{label}.{hash_of(text)}",
        document=document,
        kind="entry",
        label=label,
        identifier="",
        text=text,
        fields=fields,
        parent="",
        parent_text="",
        section=block.section,
        places=block.places,
    )
