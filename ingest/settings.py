"""Where things are and which parts are used; read once from the environment, then passed in."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Folders and services. `chroma_url` is empty for the embedded index.

    `access` are the access labels whose documents may be searched. `llm_url` is the address of a
    language model that writes answers out, empty for none; `llm_timeout` is in seconds.
    """

    corpus: Path = Path("corpus")
    index: Path = Path(".index")
    chroma_url: str = ""
    access: tuple[str, ...] = ("all",)
    llm_url: str = ""
    llm_model: str = ""
    llm_key: str = field(default="", repr=False)
    llm_timeout: float = 60.0

    @classmethod
    def from_environment(
        cls,
        corpus: Path | None = None,
        index: Path | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> Settings:
        """Take what is given, else VERSE_CORPUS, VERSE_INDEX, CHROMA_URL and VERSE_ACCESS.

        The language model is named by VERSE_LLM_URL, VERSE_LLM_MODEL, VERSE_LLM_KEY and
        VERSE_LLM_TIMEOUT.
        """
        found = os.environ if environment is None else environment
        return cls(
            corpus=corpus or Path(found.get("VERSE_CORPUS", "corpus")),
            index=index or Path(found.get("VERSE_INDEX", ".index")),
            chroma_url=found.get("CHROMA_URL", ""),
            access=tuple(a.strip() for a in found.get("VERSE_ACCESS", "all").split(",")),
            llm_url=found.get("VERSE_LLM_URL", "").strip(),
            llm_model=found.get("VERSE_LLM_MODEL", "").strip(),
            llm_key=found.get("VERSE_LLM_KEY", "").strip(),
            llm_timeout=_seconds(found.get("VERSE_LLM_TIMEOUT", "")),
        )


def _seconds(said: str, usual: float = 60.0) -> float:
    """Give a number of seconds above 0; the usual one where none is said."""
    try:
        seconds = float(said)
    except ValueError:
        return usual
    return seconds if 0 < seconds < inf else usual
