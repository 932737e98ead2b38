"""What stands below an entry: its points, a group's entries, a section's first words."""

from __future__ import annotations

import re

from assistant.drafts import Draft, Said, Source, row_sources, shown
from assistant.register.entries import Register
from assistant.register.levels import children, points_below
from assistant.types import Question
from assistant.wording.phrases import counted, item_name, plural
from ingest.library import Library
from ingest.types import Item
from ingest.wording.identifiers import NOUNS
from ingest.wording.sentences import sentences

_HEADED = 60  # characters of an entry that its heading has, where it is shortened
_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth")
_PLACE = re.compile(rf"\b({'|'.join(_PLACES)}) (?:point|action|step|bullet|item|task|one)\b", re.I)


class EntryContents:
    """Says what stands below an entry, a group or a numbered heading."""

    def __init__(self, library: Library, register: Register) -> None:
        self._library = library
        self._register = register

    def point_asked(self, item: Item, question: Question) -> Item | None:
        """Give the point below an entry that is asked for by its place, else the entry.

        None where it has points, but not so many.
        """
        found = _PLACE.search(question.text)
        points = points_below(self._register, item) if found else []
        if not found or not points:
            return item
        place = _PLACES.index(found[1].lower())
        return points[place] if place < len(points) else None

    def no_such_point(self, item: Item) -> Draft:
        """Say how many points an entry has, where a further one is asked for."""
        points = points_below(self._register, item)
        name = item_name(item, with_text=False)
        text = f"{name} has {counted(len(points), points[0].label)}, not so many."
        return Draft("no_such_item", (Said(text),), (shown(item),))

    def asks_for_points(self, item: Item, question: Question) -> bool:
        """Whether the points below an entry are asked for: "the actions under Priority Five"."""
        points = points_below(self._register, item)
        if not points:
            return False
        bare = not item.fields and not question.fields  # a heading that tells nothing itself
        nouns = {points[0].label, *NOUNS} - {item.label}
        named = "|".join(re.escape(plural(noun, 2)) for noun in sorted(nouns))
        return bare or re.search(rf"\b(?:{named})\b", question.text, re.I) is not None

    def of_group(self, item: Item, question: Question) -> Draft:
        """Say what a group is called and which entries stand in it."""
        below = children(self._register, item.identifier, (item.document,))
        source = row_sources(item)
        heading = Said(f"{item_name(item, with_text=False)}: {item.text}", source)
        if question.asks("text") and not question.asks("owner"):
            return Draft("answered", (heading,), (shown(item),))
        lines = [self._line(child) for child in below]
        lead = Said(
            f"{item_name(item, with_text=False)} ({item.text.rstrip('.')}) has "
            f"{counted(len(below), below[0].label if below else item.label)}:",
            source,
        )
        return Draft("answered", (lead, *lines), tuple(shown(c) for c in below), len(below))

    def _line(self, item: Item) -> Said:
        owners = [f.value for f in self._register.fields_of(item, "owner") if f.value]
        who = f" – {'; '.join(owners)}" if owners else ""
        name = f"{item.identifier}: " if item.identifier else ""
        return Said(f"- {name}{item.text.rstrip('.')}{who}", row_sources(item))

    def of_section(self, item: Item) -> Draft:
        """Say what stands first under a numbered heading."""
        title = f"{item.identifier} {item.text}".strip()
        path = (*item.section, f"{item.identifier} {item.text}".strip())
        below = [
            p
            for p in self._library.document(item.document).passages
            if p.section[: len(path)] == path or (p.section and p.section[-1].endswith(item.text))
        ]
        said = [Said(f"Section {title}:", row_sources(item))]
        for passage in below[:2]:
            for part in passage.text.split("\n")[:8]:
                source = Source(passage.document, passage.section, passage.places, part)
                said.append(Said(part, (source,)))
        return Draft("answered", tuple(said))

    def right_below(self, item: Item) -> list[Said]:
        """Give what is said right under an entry of running text."""
        own = [
            p
            for p in self._library.document(item.document).passages
            if p.section and item.text[:_HEADED] in p.section[-1] and not p.item
        ]
        return [
            Said(text, (Source(p.document, p.section, p.places, text),))
            for p in own[:1]
            for text in sentences(p.text)[:5]
        ]
