"""Actions that minutes record where they were agreed: "… by 27 February (Action 25/42)."."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from ingest.lines.entry_draft import EntryDraft
from ingest.types import Block, Field, Item, Place
from ingest.wording.identifiers import canonical
from ingest.wording.sentences import sentences

_ID = r"[A-Z]{0,6}[-/ ]?\d{1,4}(?:[./-]\d{1,4})*[a-z]?"
_WHEN = r"(?:by|due|before|from) [^()]{3,40}"
_RECORDED = re.compile(
    rf"\s?\((?P<label>Action|Decision) (?P<id>{_ID})(?:,\s*(?P<when>{_WHEN}))?\)"
    rf"|[;,]?(?: and)?(?: th(?:is|at) was)?(?:,? (?:recorded|minuted|logged|noted) as) "
    rf"(?P<named>Action|Decision) (?P<number>{_ID})(?:,\s*(?P<due>{_WHEN}?))?(?=[.;]|$)"
)
_NAME = r"[A-Z][\w.’'-]*(?: (?:(?:of|and|for|the|&) )*[A-Z][\w.’'-]*){0,6}"
_UNDERTAKES = re.compile(
    rf"(?:^|\bthat |[;,] |\b(?:the )?)(?P<who>(?!It\b|Members\b|The Board\b)(?:The )?{_NAME}) "
    r"(?:(?P<others>agreed that)|would|will|is to|are to|agreed to|offered to|undertook to"
    r"|was asked to)\b"
)
_BY = re.compile(r"\b(?P<when>(?:by|before) (?:[A-Z][a-z]+|\d{1,2} [A-Z][a-z]+)(?: \d{4})?)[\s.]*$")
_PRONOUN = re.compile(r"\b(?:he|she|they) (?:would|will)\b")
_FEWEST = 2


def recorded_actions(
    document: str, blocks: Sequence[Block], known: Collection[Item] = ()
) -> list[Item]:
    """Give the actions recorded in running text, two or more, that no register lists."""
    listed = {canonical(i.identifier) for i in known if i.kind == "entry"}
    found = {i.key: i for b in blocks for i in _recorded(document, b)}
    own = [i for i in found.values() if canonical(i.identifier) not in listed]
    return own if len(own) >= _FEWEST else []


def _recorded(document: str, block: Block) -> Iterator[Item]:
    if block.kind not in ("paragraph", "list_item"):
        return
    told = sentences(block.text)
    for before, sentence in zip(("", *told[:-1]), told, strict=True):
        for match in _RECORDED.finditer(sentence):
            whole = f"{before} {sentence}" if before and _PRONOUN.search(sentence) else sentence
            yield _item(document, block, match, sentence[: match.start()], whole)


def _item(document: str, block: Block, match: re.Match[str], said: str, whole: str) -> Item:
    label = (match["label"] or match["named"]).lower()
    place = (Place(block.places[0].page, whole),) if block.places else ()
    text = _RECORDED.sub("", whole)
    number = match["id"] or match["number"]
    entry = EntryDraft(label, number, text, block, "recorded", list(place))
    who, by = _who(said), _BY.search(said)
    when = match["when"] or match["due"] or (by["when"] if by else "")
    told = (("Owner", who), ("Date", when.strip()))
    entry.fields = [Field(name, value, place) for name, value in told if value]
    return entry.item(document)


def _who(said: str) -> str:
    """Give who undertakes an action; who agrees that others should, only where "he" then acts."""
    found = list(_UNDERTAKES.finditer(said))
    own = [m for m in found if not m["others"]] or (found if _PRONOUN.search(said) else [])
    return own[-1]["who"] if own else ""
