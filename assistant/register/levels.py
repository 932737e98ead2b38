"""What stands above and below what in a register: entries of a group, points of an entry."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from assistant.register.entries import Register, is_within
from assistant.wording.phrases import is_numbered_below
from ingest.types import Field, Item
from ingest.wording.identifiers import canonical, depth, leading, mentions, parent_of, sort_key

_OF_TEXT = 40  # characters of an entry that a heading has of it


def children(register: Register, group: str, documents: Collection[str] = ()) -> list[Item]:
    """Give the entries under an identifier: "2.6" has 2.6a to 2.6d, "2" all from 2.1a on."""
    wanted = canonical(group)
    return [i for i in register.entries if is_within(i, documents) and _is_under(i, wanted)]


def entry_above(register: Register, item: Item) -> Item | None:
    """Give the entry that another stands under: "Priority Two" of its action 6, or of 2.6."""
    if not is_numbered_below(item):
        return _leading(register, item)
    found = register.find(item.parent, (item.document,))
    return next((i for i in found if i.text == item.parent_text), None)


def _leading(register: Register, item: Item) -> Item | None:
    """Give the entry of running text whose number an entry of a table continues.

    Only where that tells an owner, the table has no column for one and stands under the entry's
    words: the risks 2.1 and 2.2 are not those of recommendation 2.
    """
    number = parent_of(item.identifier)
    if not number.isdigit() or not item.table or register.fields_of(item, "owner"):
        return None
    over = (
        i
        for i in register.entries_of(item.document)
        if not i.table and canonical(i.identifier) == number and _stands_under(item, i)
    )
    return next((i for i in over if any(f.value for f in register.fields_of(i, "owner"))), None)


def _stands_under(item: Item, over: Item) -> bool:
    """Whether an entry's group or one of the headings above it is another entry."""
    named = {f"{over.label} {over.identifier}".lower(), canonical(over.identifier)}
    heads = (*item.section, f"{item.parent} {item.parent_text}".strip())
    return canonical(item.parent) in named or any(
        (over.text and over.text[:_OF_TEXT] in head) or _opening(head) in named for head in heads
    )


def _opening(heading: str) -> str:
    """Give what a heading is called and its number: "priority 2"."""
    found = leading(heading)
    return f"{found.label} {canonical(found.identifier)}".strip() if found else ""


def points_below(register: Register, item: Item) -> list[Item]:
    """Give the numbered points that stand below an entry, in order."""
    if item.kind != "entry" or is_numbered_below(item):
        return []
    below = children(register, item.identifier, (item.document,))
    return [i for i in below if is_numbered_below(i) and i.parent_text == item.text]


def owners_above(register: Register, item: Item) -> list[Field]:
    """Give the owners of the entry that a point without one of its own stands under."""
    over = entry_above(register, item)
    return [f for f in register.fields_of(over, "owner") if f.value] if over else []


def filled_above(register: Register, item: Item, name: str) -> tuple[Item, str] | None:
    """Give the nearest entry above one in its group's rows that fills a field, and its value.

    Only where the group's first row fills it, as where one cell stands for the rows below.
    """
    rows = [
        i
        for i in register.entries_of(item.document)
        if (i.table, i.parent, i.parent_text) == (item.table, item.parent, item.parent_text)
    ]
    values = [(i, f.value) for i in rows if (f := i.field(name))]
    at = next((n for n, (i, _) in enumerate(values) if i.key == item.key), 0)
    grouped = item.table and (item.parent or item.parent_text)
    if not (grouped and at and values[0][1]):
        return None
    return next(((i, value) for i, value in reversed(values[:at]) if value), None)


def subgroups(register: Register, group: str, documents: Collection[str] = ()) -> list[Item]:
    """Give the groups, all or those under an identifier, in order."""
    wanted = canonical(group)
    return [
        i
        for i in register.groups
        if is_within(i, documents)
        and (not wanted or canonical(i.identifier).startswith(wanted + "."))
    ]


def nearest_entries(
    register: Register, identifier: str, documents: Collection[str] = ()
) -> list[Item]:
    """Give up to four entries with the nearest identifiers: the same group's, else by order."""
    pool = [i for i in register.entries if is_within(i, documents)]
    siblings = [i for i in pool if _is_under(i, parent_of(identifier))]
    if siblings and parent_of(identifier):
        return siblings[-4:]
    wanted = sort_key(identifier)
    shaped = [i for i in pool if depth(i.identifier) == depth(identifier)] or pool
    ordered = sorted(shaped, key=lambda i: sort_key(i.identifier))
    before = [i for i in ordered if sort_key(i.identifier) <= wanted][-3:]
    after = [i for i in ordered if sort_key(i.identifier) > wanted][: 4 - len(before)]
    return [*before, *after]


def below_named(items: Sequence[Item], text: str) -> list[Item]:
    """Keep the entries that stand below one that is named too: "action 2 of Priority Two"."""
    named = [(m.label, m.identifier) for m in mentions(text)]
    below = [
        i
        for i in items
        if is_numbered_below(i)
        and (above := leading(i.parent))
        and (above.label, canonical(above.identifier)) in named
        and any(n == canonical(i.identifier) and label != above.label for label, n in named)
    ]
    return below or list(items)


def _is_under(item: Item, group: str) -> bool:
    """Whether an entry stands under an identifier: 2.6a under 2.6 and under 2."""
    own = canonical(item.identifier)
    if not group:
        return False
    if is_numbered_below(item):
        return canonical(item.parent) == group
    if own == group:
        return False
    if canonical(item.parent) == group or parent_of(own) == group:
        return True
    return own.startswith(group + ".")
