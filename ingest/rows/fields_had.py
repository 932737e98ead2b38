"""Whether an entry tells what a role stands for: who, by when, how far."""

from __future__ import annotations

from ingest.types import Item
from ingest.wording.roles import role_told


def has_role(item: Item, role: str) -> bool:
    """Whether a filled field of an entry has that role, by its name and what it holds."""
    return any(f.value and role_told(f.name, f.value) == role for f in item.fields)
