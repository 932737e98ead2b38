"""Recommendations inside running text: "I recommend (VI) that a shower be offered …".

What is said to them further on, "Recommendation VI is accepted. …" or "Number VI is in progress.",
are their fields, and so is a list of those that stand alike: "Finished: numbers I, II and IV."
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from ingest.lines.entry_draft import EntryDraft
from ingest.types import Block, Field, Item, Place
from ingest.wording.identifiers import canonical
from ingest.wording.sentences import sentences
from ingest.wording.values import begins_with_status

_LABEL = "recommendation"
_ID = r"(?:[IVX]{1,5}|\d{1,2})"
_SAID = re.compile(rf"\brecommend(?:s|ed)?(?:,? \w+,?)? \({_ID}\) that\b", re.I)
_EACH = re.compile(
    rf"\((?P<id>{_ID})\) that (?P<text>.+?)(?=[,;]?\s(?:and )?\({_ID}\) that|\W*$)", re.S
)
#: "7. Recommendation VI is accepted. The Head of Custody will …", "Number VII has been stopped."
_ANSWERED = re.compile(
    rf"^(?:\d{{1,2}}[.)]\s+)?(?:Recommendation|Number|No\.?)\s(?P<id>{_ID})\s"
    r"(?:is|was|has been|remains)\s(?P<rest>\S.*)$",
    re.S,
)
_ALIKE = re.compile(
    rf"^(?:\d{{1,2}}[.)]\s+)?(?P<status>[A-Z][a-z]+(?: [a-z]+)?): (?:numbers|recommendations)\s"
    rf"(?P<ids>{_ID}(?:(?:,| and)+ {_ID})+)\b"
)
_DECIDED = re.compile(r"^(?:not |partly )?(?:accepted|agreed|rejected|declined)\b", re.I)
_FEWEST = 3


def recommended_inline(
    document: str, blocks: Sequence[Block], known: Collection[Item] = ()
) -> list[Item]:
    """Give such recommendations, three or more, where none are listed already."""
    if any(i.kind == "entry" and i.label == _LABEL for i in known):
        return []
    drafts = {canonical(d.identifier): d for d in _drafts(blocks)}
    if len(drafts) < _FEWEST:
        return []
    for block in blocks:
        _take_answers(block, drafts)
    return [draft.item(document) for draft in drafts.values()]


def _drafts(blocks: Sequence[Block]) -> Iterator[EntryDraft]:
    for block in blocks:
        if block.kind not in ("paragraph", "list_item"):
            continue
        for sentence in sentences(block.text):
            said = _SAID.search(sentence)
            for found in _EACH.finditer(sentence[said.start() :] if said else ""):
                places = [Place(p.page, found["text"]) for p in block.places]  # not all of it
                yield EntryDraft(_LABEL, found["id"], found["text"], block, "inline", places)


def _take_answers(block: Block, drafts: Mapping[str, EntryDraft]) -> None:
    """Add what a paragraph says of one recommendation, or that several stand alike."""
    answered, alike = _ANSWERED.match(block.text), _ALIKE.match(block.text)
    told = [(answered["id"], answered["rest"])] if answered else []
    if alike:
        told = [(number, alike["status"]) for number in re.findall(_ID, alike["ids"])]
    for number, value in told:
        draft = drafts.get(canonical(number))
        if draft is not None:
            places = tuple(Place(p.page, value) for p in block.places)
            draft.fields.append(Field(_name(value, answered=bool(answered)), value, places))


def _name(value: str, *, answered: bool) -> str:
    if _DECIDED.match(value):
        return "Response"
    return "Status" if not answered or begins_with_status(value) else "Note"
