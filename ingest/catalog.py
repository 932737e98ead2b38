"""What is known of the documents besides their words, from the corpus's `catalog.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import CatalogError

_KEYS = ("title", "organisation", "kind", "date", "as_of", "language", "access")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the catalogue says of one file; empty where it says nothing."""

    title: str = ""
    organisation: str = ""
    kind: str = ""
    date: str = ""
    as_of: str = ""
    language: str = ""
    access: str = ""
    aliases: tuple[str, ...] = ()


def read_catalog(corpus: Path) -> Mapping[str, Entry]:
    """Give the catalogue's entries by file name; empty where there is no catalogue.

    Raises:
        CatalogError: the file is not TOML, or an entry has a key that is not known.
    """
    path = corpus / "catalog.toml"
    if not path.is_file():
        return {}
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CatalogError(f"{path} cannot be read ({error}); mend that line") from error
    return {name: _entry(path, name, table) for name, table in tables.items()}


def _entry(path: Path, name: str, table: object) -> Entry:
    if not isinstance(table, dict):
        raise CatalogError(f'{path}: "{name}" must be a table, as in ["{name}"]')
    unknown = set(table) - {*_KEYS, "aliases"}
    if unknown:
        raise CatalogError(
            f"{path}: {', '.join(sorted(unknown))} of {name} is not known; "
            f"use {', '.join(_KEYS)} or aliases"
        )
    aliases = table.get("aliases", [])
    if not isinstance(aliases, list):
        raise CatalogError(f"{path}: aliases of {name} must be a list of names")
    return Entry(
        **{key: str(table.get(key, "")) for key in _KEYS},
        aliases=tuple(str(a) for a in aliases),
    )
