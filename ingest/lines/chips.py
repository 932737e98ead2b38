"""Status chips: the short word set beside an entry's title on a card, "Done" or "On track"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ingest.lines.entry_draft import EntryDraft
from ingest.lines.fields_below import BELOW
from ingest.types import Block, Field
from ingest.wording.roles import role_of

_STATUS = "Status"
_LONGEST = 3  # words of a chip
_FEWEST = 3  # entries with a chip
_MOST = 0.6  # of a register's entries that have one
_VARIED = 0.5  # of them that may have a chip of their own


def with_chips(drafts: Sequence[EntryDraft]) -> Sequence[EntryDraft]:
    """Make the chips below titles fields, where most entries have one and few words come back.

    Entries that tell how they stand by a labelled line are left as they are.
    """
    chips = [(draft, draft.told[0]) for draft in drafts if draft.told and _is_chip(draft.told[0])]
    words = Counter(chip.text for _, chip in chips)
    known = any(role_of(f.name) in ("status", "update") for d in drafts for f in d.fields)
    several = len(chips) >= max(_FEWEST, _MOST * len(drafts))
    if known or not several or len(words) > _VARIED * len(chips):
        return drafts
    for draft, chip in chips:
        draft.text = draft.text.replace(f"{BELOW}{chip.text}", "", 1)
        draft.fields.append(Field(_STATUS, chip.text, chip.places))
    return drafts


def _is_chip(block: Block) -> bool:
    """Whether a block is a word or three, no sentence and no name of a field."""
    text = block.text
    return len(text.split()) <= _LONGEST and text[:1].isupper() and text[-1:] not in ".:;?!,"
