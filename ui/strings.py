"""Every string of the chat's interface, in English and in Welsh, from `strings.toml`.

What the documents and the assistant say is not translated: it is shown as it is.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

Language = Literal["en", "cy"]
LANGUAGES: dict[Language, str] = {"en": "English", "cy": "Cymraeg"}


def say(language: Language, key: str, **values: object) -> str:
    """Give a string of the interface in a language, with its values filled in.

    Raises:
        KeyError: There is no such string.

    """
    return catalogue()[key][language].format(**values)


def keys() -> frozenset[str]:
    """Give the key of every string."""
    return frozenset(catalogue())


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Give every string by its key and language."""
    return tomllib.loads(Path(__file__).with_name("strings.toml").read_text("utf-8"))
