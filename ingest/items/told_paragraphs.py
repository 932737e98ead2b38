"""Paragraphs of a report that bear entries' numbers: "2.1 … The Board regards it as complete".

A report that keeps to its plan's numbers says in sentences, anywhere in a paragraph, how each
entry stands and who has it now.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.items.reported import says_status, told_besides
from ingest.lines.entry_draft import EntryDraft
from ingest.types import Block, Field, Item
from ingest.wording.identifiers import NOUNS, canonical, depth, leading
from ingest.wording.sentences import sentences

_FEWEST = 4
_TELLING = 0.6  # of the paragraphs with such numbers, that tell how their entry stands

_NOUN = rf"(?P<noun>{'|'.join(sorted(NOUNS))})"
_BE = (
    r"(?:is|are|was|were|remains?|stays|has been|have been)"
    r"(?: now| still| again| already| also| currently)? "
)
_STATUS = r"(?P<status>[a-zA-Z](?:[^.;:,()]|\.(?=\d)){2,90})"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"\b(?i:the|this|that) {_NOUN}(?:, [^,;.]{{3,90}},)? {_BE}{_STATUS}",
        rf"\b(?i:the|this|that) {_NOUN}, which {_BE}{_STATUS}",
        rf"\b(?:[Ii]t|that it|and) {_BE}{_STATUS}",
        rf"\b(?:report|regard|judg|consider|clos|record|mark|treat|rat|assess|count|tak)(?:s|e|es|ed)"
        rf"? (?:(?:the|this) {_NOUN}|it)(?: as| to be)? {_STATUS}",
    )
)
_OPENING = re.compile(rf"^(?:The |This )?[^,;.:()]{{3,70}}? {_BE}{_STATUS}")
_END = re.compile(
    r"\s(?:and (?!(?:merged|absorbed|folded)\b)|but |for |on the |as |with a |at |to )"
)
_DAY = re.compile(r"\s(?:on|in|by|since)\s(?=\d|[A-Z])")


def told_paragraphs(document: str, blocks: Sequence[Block], known: Sequence[Item]) -> list[Item]:
    """Give such entries, four or more, where nothing else has read entries of their numbers."""
    listed = {canonical(i.identifier) for i in known if i.kind == "entry"}
    numbered = [
        (found.identifier, found.rest, block)
        for block in blocks
        if block.kind == "paragraph" and (found := leading(block.text))
        if not found.label and depth(found.identifier) > 1 and found.rest
    ]
    told = [(n, text, block, _standing(text)) for n, text, block in numbered]
    telling = [t for t in told if t[3][0]]
    new = all(canonical(number) not in listed for number, *_ in told)
    if not new or len(telling) < max(_FEWEST, _TELLING * len(told)):
        return []
    nouns = Counter(noun for *_, (_, noun) in telling if noun)
    label = nouns.most_common(1)[0][0] if nouns else "entry"
    return [_item(document, label, n, text, block, how) for n, text, block, (how, _) in told]


def _standing(text: str) -> tuple[str, str]:
    """Give how the last sentence that tells it says an entry stands, and what it calls it."""
    own = sentences(text)
    for number in range(len(own) - 1, -1, -1):
        forms = (*_FORMS, _OPENING) if number == 0 else _FORMS
        for form in forms:
            for match in form.finditer(own[number]):
                status = _bare(match["status"])
                if says_status(status) and not status.startswith("due"):  # "before it was due"
                    return status, match.groupdict().get("noun") or ""
    return "", ""


def _bare(words: str) -> str:
    """Give a status without what follows it, but for what an entry was merged with."""
    status = _END.split(words)[0].strip()
    return status if "merged" in status else _DAY.split(status)[0].strip()


def _item(document: str, label: str, number: str, text: str, block: Block, status: str) -> Item:
    draft = EntryDraft(label, number, text, block, "told", [*block.places])
    draft.fields = [Field("Status", status, block.places)] if status else []
    item = draft.item(document)
    besides = tuple(Field(name, value, block.places) for name, value in told_besides(item))
    return replace(item, fields=(*item.fields, *besides, Field("Update", text, block.places)))
