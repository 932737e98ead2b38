"""The nouns of reading, as frozen dataclasses; everything else is functions over them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["heading", "paragraph", "list_item", "row", "footnote"]
ItemKind = Literal["entry", "group", "acronym", "definition", "section"]
PassageKind = Literal["prose", "item", "footnote"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the page's top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a PDF page where it is printed."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `text` is what quotes are checked against, as the file's own reader gives it.

    `number` counts from 1; `label` is the printed number where there is one.
    `words` is empty for formats without positions; `width` and `height` are in points.
    """

    number: int
    label: str
    text: str
    words: tuple[Word, ...] = ()
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Place:
    """A run of text on one page: where a block, a row or a cell stands."""

    page: int
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row; `column` counts from 0, `span` is the columns it covers.

    `label` is the column's name where that is printed before each cell.
    """

    text: str
    column: int
    span: int = 1
    label: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, table row or footnote, with the headings above it.

    A block that a page break cuts has a place on each page. `level` is the depth of a heading
    (1 is the highest); `table` numbers the document's tables from 1 and is 0 outside them;
    `cells` are a row's. `leads` are the bold words that begin it or a sentence in it, where the
    rest is plain.
    """

    kind: BlockKind
    text: str
    places: tuple[Place, ...]
    section: tuple[str, ...] = ()
    level: int = 0
    table: int = 0
    cells: tuple[Cell, ...] = ()
    bold: bool = False
    leads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """A named value of an item, the name as the document has it (Owner, Position as of …)."""

    name: str
    value: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A register entry.

    `kind` is `entry` for a row or numbered point that somebody acts on, `group` for the heading
    such entries stand under, and `acronym`, `definition` or `section` for the rest of what a
    register lists. `label` is what the document calls it ("Recommendation", "Tactical Delivery").
    `identifier` is whole ("2.6c"); `parent` and `parent_text` name the group it stands in.
    """

    key: str
    document: str
    kind: ItemKind
    label: str
    identifier: str
    text: str
    fields: tuple[Field, ...]
    parent: str
    parent_text: str
    section: tuple[str, ...]
    places: tuple[Place, ...]
    table: int = 0

    def field(self, name: str) -> Field | None:
        """Give the field of that exact name, or None."""
        return next((f for f in self.fields if f.name == name), None)


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit that is indexed: a few sentences or one item, with its headings as context.

    `key` is stable: the document's name and a running number. `item` is the key of the item
    that the passage shows, empty for prose.
    """

    key: str
    document: str
    kind: PassageKind
    text: str
    section: tuple[str, ...]
    places: tuple[Place, ...]
    item: str = ""


@dataclass(frozen=True, slots=True)
class DataRow:
    """A row of a table of data: its labels from the left, a value for each column, its places.

    `group` is the row over all columns that it stands under, empty where there is none.
    """

    labels: tuple[str, ...]
    values: tuple[str, ...]
    places: tuple[Place, ...]
    group: str = ""


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table that is no register, so that a cell can be found by its row and its column.

    `heads` are the names over each column of values, from the top down; `stub` those over the
    labels. `notes` is what is printed below it on marks in its cells.
    """

    number: int
    caption: str
    section: tuple[str, ...]
    stub: tuple[str, ...]
    heads: tuple[tuple[str, ...], ...]
    rows: tuple[DataRow, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What is known of a file besides its words.

    `name` is the file's name and identifies the document; `date` and `as_of` are as written
    (an ISO date where known exactly). `sha256` is of the file's bytes.
    """

    name: str
    title: str
    organisation: str
    kind: str
    date: str
    as_of: str
    language: str
    sha256: str
    access: str = "all"
    aliases: tuple[str, ...] = ()
    version: str = ""
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file read: what it is, its pages, its structure, and what could not be read."""

    info: DocumentInfo
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    items: tuple[Item, ...]
    passages: tuple[Passage, ...]
    warnings: tuple[str, ...] = ()
    data: tuple[DataTable, ...] = ()

    def page(self, number: int) -> Page:
        """Give the page of that number, counted from 1."""
        return self.pages[number - 1]


Outcome = Literal["added", "replaced", "unchanged", "removed", "failed"]


@dataclass(frozen=True, slots=True)
class FileResult:
    """What ingesting did with one file; `message` says what to do where it failed."""

    name: str
    outcome: Outcome
    pages: int = 0
    items: int = 0
    passages: int = 0
    warnings: tuple[str, ...] = ()
    message: str = ""


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What ingesting did, a result for each file."""

    results: tuple[FileResult, ...]

    @property
    def failures(self) -> tuple[FileResult, ...]:
        """The files that could not be read."""
        return tuple(r for r in self.results if r.outcome == "failed")
