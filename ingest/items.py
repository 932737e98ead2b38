"""The register of a document: every entry, group, abbreviation, term and numbered section."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.alike import named_alike
from ingest.blocks import Structure
from ingest.commitments import commitments
from ingest.details import with_details
from ingest.doers import with_doers
from ingest.entries import entries
from ingest.glossary import glossary
from ingest.groups import heading_groups, with_groups
from ingest.identifiers import leading
from ingest.labelled import labelled
from ingest.logs import with_logs
from ingest.named_actions import named_actions
from ingest.nouns import named_apart, with_nouns
from ingest.numbered import numbered
from ingest.numbered_titles import with_numbered_titles
from ingest.points_below import with_points_below
from ingest.recommended_inline import recommended_inline
from ingest.recorded_actions import recorded_actions
from ingest.resolutions import resolutions
from ingest.titled import titled
from ingest.types import Item


def build_items(document: str, structure: Structure) -> tuple[Item, ...]:
    """Give all items of a document in reading order, each with a key of its own."""
    found: list[Item] = []
    for table in named_alike(structure.tables):
        found.extend(entries(document, table))
    found.extend(labelled(document, structure.blocks, found))
    found = with_logs(found, structure.tables)
    found = with_details(found, structure.blocks)
    found = with_points_below(document, structure.blocks, found)
    found.extend(named_actions(document, structure.blocks))
    found.extend(recorded_actions(document, structure.blocks, found))
    found.extend(resolutions(document, structure.blocks, found))
    found.extend(recommended_inline(document, structure.blocks, found))
    found.extend(titled(document, structure.blocks, found))
    found = with_numbered_titles(document, structure.blocks, found)
    found.extend(numbered(document, structure.blocks, found))
    found.extend(commitments(document, structure.blocks, found))
    found = with_doers(found)
    found = with_groups(
        with_nouns(named_apart(found, structure.blocks, structure.tables), structure.blocks)
    )
    found.extend(heading_groups(document, found, structure.blocks))
    found.extend(glossary(document, structure.blocks, structure.tables, found))
    found.extend(_sections(document, structure))
    return tuple(_with_own_keys(found))


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
