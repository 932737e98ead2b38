"""Words the fields of an entry: filled, empty, still open, or of a kind that it does not have."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.drafts import (
    Draft,
    Said,
    Shown,
    apart_sources,
    field_sources,
    row_sources,
    shown,
    wording_source,
)
from assistant.entries.undertakings import undertaking
from assistant.register.entries import Register
from assistant.register.levels import filled_above
from assistant.sentences.reader import Reader
from assistant.types import Question
from assistant.wording.phrases import (
    blank_sentence,
    capital,
    document_name,
    field_sentence,
    fields_of_entry,
    item_name,
)
from ingest.library import Library
from ingest.types import Field, Item
from ingest.wording.roles import role_of
from ingest.wording.sentences import sentences

_WHOLE_FIELD = 1000  # characters of a long field that are given whole
_SHORT_FIELD = 200  # characters of a field that is said in one sentence
_LONGEST_TOLD = 300  # characters of a field that is told with the whole entry
#: What stands where a date is still open.
_NOT_SET = re.compile(
    r"^\W*(?:to be (?:set|agreed|confirmed|determined|decided|advised|fixed)|tb[acd]"
    r"|not yet (?:set|agreed|known|fixed|decided)|no date)\b(?!.*\b(?:19|20)\d\d\b)",
    re.I,
)


class FieldWording:
    """Says what the fields of one entry hold, each with its source."""

    def __init__(self, library: Library, register: Register, reader: Reader) -> None:
        self._library = library
        self._register = register
        self._reader = reader

    def blank(self, item: Item, field: Field) -> Draft:
        """Say that a field is empty; of an owner also who is named above it in its group."""
        said = [Said(blank_sentence(item, field.name), row_sources(item))]
        above = filled_above(self._register, item, field.name)
        if above and role_of(field.name) == "owner":
            named, value = above
            who = " ".join(value.split())
            text = f"The last {field.name.strip(': ').lower()} named above it is that of "
            said.append(Said(f"{text}{named.identifier}: {who}.", row_sources(named)))
        return Draft("blank", tuple(said), (shown(item),))

    def _not_set(self, item: Item, field: Field) -> Draft:
        """Say that what is asked for is still open, in the words that stand in its place."""
        name = field.name.strip(": ").lower()
        text = f"{item_name(item)} has no {name} yet; in its place stands “{field.value}”."
        return Draft("blank", (Said(text, field_sources(item, field)),), (shown(item),))

    def no_field(self, item: Item, role: str, question: Question) -> Draft:
        """Say that the document has no such field; what it does have may answer."""
        updates = [f for f in item.fields if f.value]
        name = document_name(self._library.document(item.document).info)
        lead = Said(
            f"{capital(name)} names no {role} for {item_name(item)}.", row_sources(item)[:1]
        )
        if not updates:
            return Draft("blank", (lead,), (shown(item),))
        told = undertaking(item) if role == "owner" else None
        if told:
            field, sentence = told
            chosen = [
                Said(
                    field_sentence(item, field, sentence), (wording_source(item, sentence, field),)
                )
            ]
        else:
            chosen = self._chosen(item, updates[0], question)
        return Draft("answered", (lead, *chosen), (Shown(item, item.fields, row_sources(item)),))

    def fields(self, item: Item, fields: Sequence[Field], question: Question) -> Draft:
        """Say what fields hold, the entry's name before the first; or that none is filled."""
        filled = [f for f in fields if f.value]
        if not filled:
            return self.blank(item, fields[0])
        if question.asks("date") and all(_NOT_SET.match(f.value) for f in filled):
            return self._not_set(item, filled[0])
        said = self._chosen(item, filled[0], question)
        name = f"{item_name(item)} – "
        for field in filled[1:]:
            rest = self._chosen(item, field, question)
            said.extend(Said(s.text.removeprefix(name), s.sources) for s in rest)
        return Draft("answered", tuple(said), (shown(item),))

    def _chosen(self, item: Item, field: Field, question: Question) -> list[Said]:
        """Say a field: whole where it is short, else its opening and what answers best."""
        if len(field.value) <= _SHORT_FIELD:
            return [Said(field_sentence(item, field, field.value), field_sources(item, field))]
        parts = sentences(field.value)
        chosen = list(range(len(parts)))
        if len(field.value) > _WHOLE_FIELD:
            chosen = self._reader.gist(question.text, parts)
        lead = f"{item_name(item)} – {field.name.strip(': ')}: "
        runs = [" ".join(parts[i] for i in run) for run in _neighbours(chosen)]
        return [
            Said(lead + run if index == 0 else run, (wording_source(item, run, field),))
            for index, run in enumerate(runs)
        ]

    def whole(self, item: Item, target: Item | None) -> Draft:
        """Say all of an entry; behind it the entry that its words send the reader to."""
        text = item.text.rstrip(".")
        name = f"{item_name(item, with_text=False)}: {text}."
        rest = fields_of_entry(item, _LONGEST_TOLD)
        whole = f"{name} {rest}".strip()
        row = row_sources(item)
        told = [s for s in (*row[2:], *apart_sources(item, item.fields)) if s.text in whole]
        said = [Said(whole if whole.endswith(".") else f"{whole}.", (*row[:2], *told))]
        if target is not None:
            said.extend(self.whole(target, None).said)
        return Draft("answered", tuple(said), (shown(item), *([shown(target)] if target else [])))


def _neighbours(numbers: Sequence[int]) -> list[list[int]]:
    """Group numbers that follow each other, so that what stands together is quoted together."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs
