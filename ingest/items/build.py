"""The register of a document: every entry, group, abbreviation, term and numbered section."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.blocks.structure import Structure
from ingest.items.answered_headings import with_headings_answered
from ingest.items.coded_points import coded_points
from ingest.items.commitments import commitments
from ingest.items.details import with_details
from ingest.items.doers import with_doers
from ingest.items.glossary import glossary
from ingest.items.in_full import with_wording
from ingest.items.labelled import labelled
from ingest.items.named_actions import named_actions
from ingest.items.nouns import named_apart, with_nouns
from ingest.items.numbered import numbered
from ingest.items.numbered_titles import with_numbered_titles
from ingest.items.points_below import with_points_below
from ingest.items.recommended_inline import recommended_inline
from ingest.items.recommended_paragraphs import recommended_paragraphs
from ingest.items.recorded_actions import recorded_actions
from ingest.items.reported import with_reported
from ingest.items.resolutions import resolutions
from ingest.items.responders import with_responders
from ingest.items.titled import titled
from ingest.items.titles_with_fields import titles_with_fields
from ingest.items.told_paragraphs import told_paragraphs
from ingest.items.twice_listed import joined_once
from ingest.items.verdicts import with_verdicts
from ingest.lines.entry_openers import without_paragraph_numbers
from ingest.rows.alike import named_alike
from ingest.rows.entries import entries
from ingest.rows.groups import heading_groups, with_groups
from ingest.rows.logs import with_logs
from ingest.rows.now_columns import with_now_told
from ingest.types import Item
from ingest.wording.identifiers import leading


def build_items(document: str, structure: Structure) -> tuple[Item, ...]:
    """Give all items of a document in reading order, each with a key of its own."""
    found: list[Item] = []
    for table in named_alike(structure.tables):
        found.extend(with_now_told(entries(document, table)))
    unnumbered = without_paragraph_numbers(structure.blocks)
    found.extend(labelled(document, unnumbered, found))
    found = with_logs(found, structure.tables)
    found = with_details(found, structure.blocks)
    found = with_points_below(document, structure.blocks, found)
    found.extend(named_actions(document, structure.blocks))
    found.extend(recorded_actions(document, structure.blocks, found))
    found.extend(resolutions(document, structure.blocks, found))
    found.extend(recommended_inline(document, structure.blocks, found))
    found.extend(recommended_paragraphs(document, structure.blocks, found))
    found.extend(titled(document, unnumbered, found))
    found = with_numbered_titles(document, structure.blocks, found)
    found.extend(numbered(document, structure.blocks, found))
    found.extend(coded_points(document, structure.blocks, found))
    found.extend(told_paragraphs(document, structure.blocks, found))
    found.extend(titles_with_fields(document, structure.blocks, found))
    found.extend(commitments(document, structure.blocks, found))
    found = with_headings_answered(found, structure.blocks)
    found = with_verdicts(with_reported(with_responders(with_doers(found))))
    found = with_groups(
        with_nouns(named_apart(found, structure.blocks, structure.tables), structure.blocks)
    )
    found.extend(heading_groups(document, found, structure.blocks))
    found.extend(glossary(document, structure.blocks, structure.tables, found))
    found.extend(_sections(document, structure))
    once = joined_once(list(_with_own_keys(found)))
    return tuple(with_wording(once, structure.blocks))


def _sections(document: str, structure: Structure) -> Iterator[Item]:
    for block in structure.blocks:
        if block.kind != "heading":
            continue
        number = leading(block.text)
        yield Item(
            key=f"{document}#section.{block.text.lower()}",
            document=document,
            kind="section",
            label=(number.label if number else "") or "section",
            identifier=number.identifier if number and number.rest else "",
            text=number.rest if number and number.rest else block.text,
            fields=(),
            parent="",
            parent_text="",
            section=block.section,
            places=block.places,
        )


def _with_own_keys(items: Iterable[Item]) -> Iterator[Item]:
    """Give items keys of their own where a document uses an identifier twice."""
    seen = Counter[str]()
    for item in items:
        seen[item.key] += 1
        yield item if seen[item.key] == 1 else replace(item, key=f"{item.key}~{seen[item.key]}")
