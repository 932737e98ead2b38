"""Where things are and which parts are used; read once from the environment, then passed in."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Folders and services. `chroma_url` is empty for the embedded index.

    `access` are the access labels whose documents may be searched.
    """

    corpus: Path = Path("corpus")
    index: Path = Path(".index")
    chroma_url: str = ""
    access: tuple[str, ...] = ("all",)

    @classmethod
    def from_environment(
        cls,
        corpus: Path | None = None,
        index: Path | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> Settings:
        """Take what is given, else VERSE_CORPUS, VERSE_INDEX, CHROMA_URL and VERSE_ACCESS."""
        found = os.environ if environment is None else environment
        return cls(
            corpus=corpus or Path(found.get("VERSE_CORPUS", "corpus")),
            index=index or Path(found.get("VERSE_INDEX", ".index")),
            chroma_url=found.get("CHROMA_URL", ""),
            access=tuple(a.strip() for a in found.get("VERSE_ACCESS", "all").split(",")),
        )
