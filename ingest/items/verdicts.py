"""What a follow-up says at last of each entry: "We consider this recommendation to be met."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.types import Field, Item, Place
from ingest.wording.identifiers import NOUNS
from ingest.wording.roles import role_told
from ingest.wording.sentences import sentences

_VERDICT = re.compile(
    rf"\b(?:this|the) (?:{'|'.join(sorted(NOUNS))}) (?:is|was|has been|remains|to be|as)"
    r"(?: now| therefore| still| only)? "
    r"(?P<status>(?:(?:not|partly|partially|fully|largely|nearly) )?(?:yet )?"
    r"(?:met|implemented|completed?|closed|achieved|addressed|delivered|discharged|superseded"
    r"|outstanding|open|in progress))\b",
    re.I,
)
#: "We do not consider this …", "before this … is closed": no verdict, or the other way.
_UNSURE = re.compile(
    r"\b(?:not|no longer|cannot|never|before|until|unless|if|when|whether|once|should|must|would"
    r"|could|far from|yet to be)\b|n[’']t\b",
    re.I,
)
_SHORT = 4  # words of a status that stands alone
_FEWEST = 3
_MOST = 0.5  # of the entries that tell no status otherwise


def with_verdicts(items: Sequence[Item]) -> list[Item]:
    """Give items; entries of which a field's sentence says so have that as their status.

    Only where most entries of running text without a status have such a sentence.
    """
    bare = [i for i in items if i.kind == "entry" and not i.table and not _has_status(i)]
    found = {i.key: told for i in bare if (told := _told(i))}
    if len(found) < max(_FEWEST, _MOST * len(bare)):
        return list(items)
    return [replace(i, fields=(*i.fields, found[i.key])) if i.key in found else i for i in items]


def _told(item: Item) -> Field | None:
    """Give the last such sentence of an entry's fields as a status."""
    for field in reversed(item.fields):
        for sentence in reversed(sentences(field.value)):
            verdict = _VERDICT.search(sentence)
            if verdict and not _UNSURE.search(sentence[: verdict.start()]):
                pages = [p.page for p in field.places]
                places = (Place(pages[-1], sentence),) if pages else ()
                return Field("Status", verdict["status"], places)
    return None


def _has_status(item: Item) -> bool:
    return any(
        f.value and role_told(f.name, f.value) == "status" and len(f.value.split()) <= _SHORT
        for f in item.fields
    )
