"""The owners that the register names, with what they own."""

from __future__ import annotations

from assistant.register.entries import Register
from assistant.wording.names import Holder


def top_owners(register: Register, most: int) -> tuple[tuple[str, int], ...]:
    """Give the owners of the most entries with how many they own, the most first.

    Counted as the assistant counts when it is asked what somebody owns.
    """
    names = {
        name
        for item in register.entries
        for field in register.fields_of(item, "owner")
        if field.value.strip()
        for name in register.split(field.value)
    }
    held = {
        name: len(register.held_by(Holder(name, register.names.tokens(name)), register.entries))
        for name in names
    }
    return tuple(sorted(held.items(), key=lambda pair: (-pair[1], pair[0].casefold()))[:most])


def what_they_own(name: str) -> str:
    """Give the question what somebody owns, in the language that the assistant reads."""
    return f"What does the {name} own?"
