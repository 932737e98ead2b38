"""A caption between two tables that stand close divides them."""

from __future__ import annotations

from ingest.blocks.captions import with_captions_apart
from ingest.elements import Grid
from ingest.types import Block, Cell, Place

HEAD = ("Harbour", "2022", "2023")


def grid(*rows: tuple[str, ...], bold: tuple[int, ...] = ()) -> Grid:
    cells = tuple(tuple(Cell(text, n) for n, text in enumerate(row)) for row in rows)
    return Grid(3, cells, len(HEAD), bold_rows=bold)


def test_each_table_has_its_own_head_and_caption() -> None:
    caption = "Table 5. Oars lost, by harbour"
    joined = grid(HEAD, ("Aller", "4", "5"), (caption,), HEAD, ("Aller", "7", "6"), bold=(0, 2, 3))
    assert list(with_captions_apart([joined])) == [
        grid(HEAD, ("Aller", "4", "5"), bold=(0,)),
        Block("paragraph", caption, (Place(3, caption),), bold=True),
        grid(HEAD, ("Aller", "7", "6"), bold=(0,)),
    ]


def test_a_caption_alone_is_no_table() -> None:
    found = list(with_captions_apart([grid(("Figure 2: Boats of each year",))]))
    assert [e.text for e in found if isinstance(e, Block)] == ["Figure 2: Boats of each year"]


def test_a_table_that_goes_on_is_not_divided() -> None:
    whole = grid(HEAD, ("Aller", "4", "5"), ("Table 5. Oars lost (continued)",), ("Esk", "1", "2"))
    assert list(with_captions_apart([whole])) == [whole]
    titled = grid(HEAD, ("Tables and chairs",), ("Esk", "1", "2"))
    assert list(with_captions_apart([titled])) == [titled]
