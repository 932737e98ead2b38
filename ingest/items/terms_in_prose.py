"""Terms that running text explains: "Throughout, a warden is a person who …; a berth means …".

The sentence before all of them says that words are explained, or for what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.items.run_in_terms import glossary_item
from ingest.types import Block, Item, Place
from ingest.wording.sentences import sentences

#: What says that terms follow.
_CUE = re.compile(
    r"^(?:Throughout(?: th(?:is|e) \w+)?|For (?:the )?purposes? of (?:this |the )?[\w ]{3,30}"
    r"|In this (?:report|strategy|plan|policy|document|procedure|guidance|bulletin|review|paper"
    r"|profile|assessment|protocol|framework|handbook)),? (?=(?:an?\b|[“‘]))",
    re.I,
)
_EXPLAINS = re.compile(
    r"^(?:and )?(?:[Aa]n? )?[“‘\"]?(?P<term>[A-Za-z][\w’'-]*(?: [\w’'-]+){0,4}?)[”’\"]? "
    r"(?:(?:is|was|are|were) (?:taken to be |understood as )?(?=(?:an?|any|the|anyone|someone"
    r"|somebody|people|those|where|when)\b)|means?(?: that)? |meant )(?P<text>\S.{14,})$",
    re.S,
)

#: "A berth is …", "and “towing” means …": one of its kind, or a word that has a meaning.
_ONE = re.compile(
    r"^(?:and )?(?:an? |[“‘\"])|^(?:(?!is\b|was\b|are\b|were\b)[\w’'-]+ ){1,5}means?\b", re.I
)


def terms_in_prose(document: str, blocks: Sequence[Block]) -> Iterator[Item]:
    """Give the terms that a paragraph explains, whose first sentence says that it does so."""
    for block in blocks:
        if block.kind != "paragraph":
            continue
        told = sentences(block.text)
        cue = _CUE.match(told[0]) if told else None
        if cue is None:
            continue
        parts = [told[0][cue.end() :], *told[1:]]
        clauses = [clause.strip() for text in parts for clause in re.split(r";\s+", text)]
        if not _EXPLAINS.match(clauses[0]):
            continue
        for part in clauses:
            found = _EXPLAINS.match(part)
            if found is None or not _ONE.match(part):
                continue
            own = len(block.places) == 1
            places = (Place(block.places[0].page, part),) if own else block.places
            yield glossary_item(
                document,
                "definition",
                found["term"][:1].upper() + found["term"][1:],
                found["text"].rstrip(".;"),
                block.section,
                places,
            )
